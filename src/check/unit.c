/* unit: reads one sign of XML, YAML, JSON or Markdown. In: bytes. Out: what they stand for. */
#include "check/unit.h"

#include <stdlib.h>
#include <string.h>

static bool is_white(gunichar c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static struct unit character(uint32_t at, size_t size, gunichar c)
{
    return (struct unit){is_white(c) ? UNIT_WHITE : UNIT_CHARACTER, at, at + (uint32_t)size, c};
}

static struct unit markup(uint32_t at, const char *p, const char *end)
{
    return (struct unit){UNIT_MARKUP, at, at + (uint32_t)(end - p), 0};
}

static struct unit plain(uint32_t at, const char *p)
{
    return character(at, (size_t)(g_utf8_next_char(p) - p), g_utf8_get_char(p));
}

/* All of a run of white space. */
static struct unit white(uint32_t at, const char *p)
{
    const char *end = p;
    while (is_white((unsigned char)*end))
        end++;
    return (struct unit){UNIT_WHITE, at, at + (uint32_t)(end - p), ' '};
}

/* Behind the next `what`; NULL when there is none. */
static const char *behind(const char *p, const char *what)
{
    const char *found = strstr(p, what);
    return found ? found + strlen(what) : NULL;
}

/* --- XML ------------------------------------------------------------------------------ */

/* "&amp;" and "&#x2014;"; an ampersand that begins neither stands for itself. */
static struct unit reference(uint32_t at, const char *p)
{
    static const struct {
        const char *name;
        gunichar character;
    } names[] = {{"&amp;", '&'},  {"&lt;", '<'},    {"&gt;", '>'},
                 {"&quot;", '"'}, {"&apos;", '\''}, {"&nbsp;", 0xA0}};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (g_str_has_prefix(p, names[i].name))
            return character(at, strlen(names[i].name), names[i].character);
    if (p[1] != '#')
        return plain(at, p);
    bool hex = p[2] == 'x' || p[2] == 'X';
    char *end;
    unsigned long c = strtoul(p + 2 + hex, &end, hex ? 16 : 10);
    return *end == ';' && c <= 0x10FFFF ? character(at, (size_t)(end + 1 - p), (gunichar)c)
                                        : plain(at, p);
}

static struct unit unit_of_xml(uint32_t at, const char *p)
{
    static const char *const pairs[][2] = {
        {"<!--", "-->"}, {"<![CDATA[", "["}, {"]]>", "]]>"}, {"<?", "?>"}, {"<", ">"}};
    if (*p == '&')
        return reference(at, p);
    for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++)
        if (g_str_has_prefix(p, pairs[i][0])) {
            const char *end = i == 1 ? p + strlen(pairs[1][0]) : behind(p, pairs[i][1]);
            return end ? markup(at, p, end) : (struct unit){.kind = UNIT_END, .from = at, .to = at};
        }
    return plain(at, p);
}

static struct unit unit_of_cdata(uint32_t at, const char *p)
{
    return g_str_has_prefix(p, "]]>") ? markup(at, p, p + 3) : plain(at, p);
}

enum writing unit_writing_behind(const struct source *source, struct unit unit,
                                 enum writing writing)
{
    const char *p = source->text + unit.from;
    if (writing == WRITING_XML && g_str_has_prefix(p, "<![CDATA["))
        return WRITING_CDATA;
    return writing == WRITING_CDATA && unit.kind == UNIT_MARKUP ? WRITING_XML : writing;
}

/* --- YAML ----------------------------------------------------------------------------- */

static gunichar hex_digits(const char *p, int count)
{
    gunichar c = 0;
    for (int i = 0; i < count && g_ascii_isxdigit(p[i]); i++)
        c = c << 4 | (gunichar)g_ascii_xdigit_value(p[i]);
    return c;
}

/* "\u4E00"; JSON writes two of them for what is beyond U+FFFF. */
static struct unit code_point(uint32_t at, const char *p)
{
    int digits = p[1] == 'x' ? 2 : p[1] == 'u' ? 4 : 8;
    gunichar c = hex_digits(p + 2, digits);
    size_t size = strnlen(p, 2 + (size_t)digits);
    if (c < 0xD800 || c > 0xDBFF || !g_str_has_prefix(p + size, "\\u"))
        return character(at, size, c);
    return character(at, 2 * size,
                     0x10000 + ((c - 0xD800) << 10) + (hex_digits(p + size + 2, 4) - 0xDC00));
}

static struct unit escape(uint32_t at, const char *p)
{
    static const struct {
        char letter;
        gunichar character;
    } escapes[] = {{'n', '\n'}, {'t', '\t'},   {'r', '\r'},  {'_', 0xA0},
                   {'N', 0x85}, {'L', 0x2028}, {'P', 0x2029}};
    if (strchr("xuU", p[1]) && p[1])
        return code_point(at, p);
    if (p[1] == '\n' || p[1] == '\r')
        return markup(at, p, p + 1 + strspn(p + 1, " \t\r\n"));
    for (size_t i = 0; i < G_N_ELEMENTS(escapes); i++)
        if (p[1] == escapes[i].letter)
            return character(at, 2, escapes[i].character);
    return p[1] ? character(at, (size_t)(g_utf8_next_char(p + 1) - p), g_utf8_get_char(p + 1))
                : plain(at, p);
}

static struct unit unit_of_yaml(enum writing writing, uint32_t at, const char *p)
{
    struct unit end = {.kind = UNIT_END, .from = at, .to = at};
    if (writing == WRITING_DOUBLE)
        return *p == '\\' ? escape(at, p) : *p == '"' ? end : plain(at, p);
    if (writing == WRITING_SINGLE && *p == '\'')
        return p[1] == '\'' ? character(at, 2, '\'') : end;
    return plain(at, p);
}

/* --- Markdown ------------------------------------------------------------------------- */

static struct unit unit_of_markdown(uint32_t at, const char *p, gunichar wanted)
{
    if (*p == '\\' && g_ascii_ispunct(p[1]))
        return character(at, 2, (gunichar)p[1]);
    if (*p == '&')
        return reference(at, p);
    if ((unsigned char)*p == wanted)
        return plain(at, p);
    if (strchr("*_`[|", *p))
        return markup(at, p, p + 1);
    if (*p == ']') {
        const char *end = p[1] == '(' ? strchr(p, ')') : NULL;
        return markup(at, p, end ? end + 1 : p + 1);
    }
    if (*p == '<' && (g_ascii_isalpha(p[1]) || strchr("/!", p[1]))) {
        const char *end = g_str_has_prefix(p, "<!--") ? behind(p, "-->") : behind(p, ">");
        return end ? markup(at, p, end) : plain(at, p);
    }
    return plain(at, p);
}

/* --- all of them ---------------------------------------------------------------------- */

struct unit unit_at(const struct source *source, enum writing writing, uint32_t at, gunichar wanted)
{
    const char *p = source->text + at;
    if (at >= source->size)
        return (struct unit){.kind = UNIT_END, .from = at, .to = at};
    if (is_white((unsigned char)*p))
        return white(at, p);
    switch (writing) {
    case WRITING_XML:
        return unit_of_xml(at, p);
    case WRITING_CDATA:
        return unit_of_cdata(at, p);
    case WRITING_MARKDOWN:
        return unit_of_markdown(at, p, wanted);
    case WRITING_PLAIN:
    case WRITING_SINGLE:
    case WRITING_DOUBLE:
        break;
    }
    return unit_of_yaml(writing, at, p);
}

/* Behind the front matter of Markdown; 0 when there is none. */
static uint32_t end_of_front(const struct source *source)
{
    const char *end = g_str_has_prefix(source->text, "---") ? strstr(source->text, "\n---") : NULL;
    return end ? (uint32_t)(end - source->text) : 0;
}

/* What the line has before the place tells whether it stands in quotation marks: `- text: "…`. */
static enum writing writing_of_yaml(const struct source *source, uint32_t at)
{
    const char *place = source->text + at, *p = place;
    if (*p == '"' || *p == '\'')
        return *p == '"' ? WRITING_DOUBLE : WRITING_SINGLE;
    while (p > source->text && p[-1] != '\n')
        p--;
    for (; p < place; p++)
        if ((*p == '"' || *p == '\'') && p > source->text && strchr(" [{", p[-1]))
            return *p == '"' ? WRITING_DOUBLE : WRITING_SINGLE;
    return WRITING_PLAIN;
}

/* Whether it is a YAML document of our own form: comments may stand before its first key. */
static bool is_data(const char *text)
{
    while (strchr("#%\n\r", *text) || g_str_has_prefix(text, "---")) {
        const char *next = strchr(text, '\n');
        if (!*text || !next)
            return false;
        text = next + 1;
    }
    return g_str_has_prefix(text, "plenary:");
}

enum writing unit_writing(const struct source *source, uint32_t at)
{
    const char *text = source->text + strspn(source->text, " \t\r\n");
    if (*text == '<')
        return WRITING_XML;
    if (*text == '{' || *text == '[')
        return WRITING_DOUBLE;
    bool yaml = is_data(source->text) || at < end_of_front(source);
    return yaml ? writing_of_yaml(source, at) : WRITING_MARKDOWN;
}
