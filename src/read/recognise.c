/* recognise: lines by their words. */
#include "read/recognise.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "doc/label.h"
#include "read/link.h"

enum { LINE_MAX_CHARACTERS = 90 };   /* fixed lines of a masthead are shorter */
enum { ANNEX_MAX_CHARACTERS = 200 }; /* with a title */

static bool holds(const char *line, const char *words)
{
    char *folded = g_utf8_strdown(line, -1);
    bool found = words && strstr(folded, words);
    g_free(folded);
    return found;
}

static bool is_word(const struct style *style, const char *key, const char *line)
{
    const char *word = style_word(style, key);
    return word && strcmp(word, line) == 0;
}

static bool is_symbol(const char *line)
{
    size_t symbol = link_symbol_length(line);
    return symbol && !line[symbol];
}

static bool is_organ(const struct style *style, const char *line)
{
    return is_word(style, "organ-ga", line) || is_word(style, "organ-sc", line) ||
           is_word(style, "organ-ecosoc", line) || is_word(style, "organ-hrc", line);
}

enum field recognise_head(const struct style *style, const char *line)
{
    if (*line == '[' && g_str_has_suffix(line, "]"))
        return FIELD_PROPONENT;
    if (is_symbol(line))
        return FIELD_SYMBOL;
    if (is_word(style, "organization", line))
        return FIELD_ORGANIZATION;
    if (is_organ(style, line))
        return FIELD_ORGAN;
    if (g_str_has_prefix(line, "Distr"))
        return FIELD_DISTRIBUTION;
    if (g_str_has_prefix(line, "Original"))
        return FIELD_ORIGINAL;
    if (recognise_date(style, line).year)
        return FIELD_ISSUED;
    if (g_utf8_strlen(line, -1) > LINE_MAX_CHARACTERS)
        return FIELD_COUNT;
    if (holds(line, style_word(style, "known-item")))
        return FIELD_ITEM;
    if (holds(line, style_word(style, "known-adoption")))
        return FIELD_ADOPTION;
    return holds(line, style_word(style, "known-session")) ? FIELD_SESSION : FIELD_COUNT;
}

/* --- number and opening ------------------------------------------------------------------------
 */

static size_t span_of_digits(const char *text)
{
    return strspn(text, "0123456789");
}

size_t recognise_number(const char *line)
{
    const char *p = line;
    if (g_str_has_prefix(p, "S-") || g_str_has_prefix(p, "ES-"))
        p = strchr(p, '-') + 1;
    size_t session = span_of_digits(p);
    if (!session || p[session] != '/' || !span_of_digits(p + session + 1))
        return 0;
    p += session + 1;
    p += span_of_digits(p);
    if (*p == ' ' && g_ascii_isupper(p[1]) && (p[2] == '.' || (p[2] == '-' && p[3])))
        p += p[2] == '-' ? 4 : 2; /* 76/84 A. or A-B */
    if (*p == '.')
        p++;
    if (g_str_has_prefix(p, " - "))
        p += 2;
    return strchr(" \t", *p) && *p && p[1] ? (size_t)(p - line) : 0;
}

/* The words of a line without the comma at its end. */
static size_t length_without_comma(const char *line)
{
    static const char *const commas[] = {",", "，", "،"};
    for (size_t i = 0; i < G_N_ELEMENTS(commas); i++)
        if (g_str_has_suffix(line, commas[i]))
            return strlen(line) - strlen(commas[i]);
    return strlen(line);
}

enum organ recognise_opening(const struct style *style, const char *line)
{
    static const struct {
        const char *key;
        enum organ organ;
    } openings[] = {{"opening-ga", ORGAN_GA},
                    {"opening-sc", ORGAN_SC},
                    {"opening-ecosoc", ORGAN_ECOSOC},
                    {"opening-hrc", ORGAN_HRC}};
    size_t size = length_without_comma(line);
    for (size_t i = 0; i < G_N_ELEMENTS(openings); i++) {
        const char *words = style_word(style, openings[i].key);
        if (words && length_without_comma(words) == size && strncmp(words, line, size) == 0)
            return openings[i].organ;
    }
    return ORGAN_NONE;
}

/* --- closing ------------------------------------------------------------------------- */

bool recognise_meeting(const struct style *style, const char *line)
{
    return g_utf8_strlen(line, -1) <= LINE_MAX_CHARACTERS &&
           holds(line, style_word(style, "known-meeting"));
}

static bool is_valid(struct date date)
{
    return date.year >= 1945 && date.year < 2200 && date.month >= 1 && date.month <= 12 &&
           date.day >= 1 && date.day <= 31;
}

/* 2021年12月6日, with or without spaces between. */
static struct date chinese_date(const char *line)
{
    static const char *const marks[] = {"年", "月", "日"};
    int numbers[3] = {0};
    const char *p = line;
    for (int i = 0; i < 3; i++) {
        p += strspn(p, " ");
        size_t digits = span_of_digits(p);
        numbers[i] = digits && digits <= 4 ? atoi(p) : 0;
        p += digits;
        p += strspn(p, " ");
        if (!g_str_has_prefix(p, marks[i]))
            return (struct date){0};
        p += strlen(marks[i]);
    }
    struct date date = {numbers[0], numbers[1], numbers[2]};
    return *p || !is_valid(date) ? (struct date){0} : date;
}

/* The month whose name stands in the line, 0 when there is none. */
static int month_in(const struct style *style, const char *line)
{
    for (int month = 1; month <= 12; month++) {
        char key[24];
        g_snprintf(key, sizeof key, "months.%d", month);
        const char *name = style_word(style, key);
        if (name && strstr(line, name))
            return month;
    }
    return 0;
}

/* Day, month, year, as the other languages have it: "6 de diciembre de 2021", "1er juin 2021". */
struct date recognise_date(const struct style *style, const char *line)
{
    enum { DATE_MAX = 40 };
    if (g_utf8_strlen(line, -1) > DATE_MAX)
        return (struct date){0};
    struct date date = chinese_date(line);
    size_t day = span_of_digits(line);
    if (date.year || !day || day > 2)
        return date;
    const char *year = line + day;
    while (*year && span_of_digits(year) != 4)
        year++;
    if (!*year || (span_of_digits(year + 4) > 0))
        return (struct date){0};
    date = (struct date){atoi(year), month_in(style, line), atoi(line)};
    return is_valid(date) ? date : (struct date){0};
}

/* --- annexes, articles --------------------------------------------------------------- */

static const char *skip_spaces(const char *text)
{
    gunichar c;
    while ((c = g_utf8_get_char(text)) == ' ' || c == '\t' || c == 0xA0)
        text = g_utf8_next_char(text);
    return text;
}

/* Number, letter or ordinal behind the word: "I", "A", "一", "الأول", "الثاني عشر". */
static const char *skip_annex_number(const char *text)
{
    struct label label;
    if (label_read(text, &label))
        return label_is_section(&label) || label.readings[0].series == LABEL_NUMBER
                   ? text + label.length
                   : text;
    gunichar c = g_utf8_get_char(text);
    if (g_unichar_isupper(c) && !g_unichar_isalnum(g_utf8_get_char(g_utf8_next_char(text))))
        return g_utf8_next_char(text); /* Cyrillic */
    while (g_unichar_get_script(g_utf8_get_char(text)) == G_UNICODE_SCRIPT_ARABIC ||
           (*text == ' ' && text[1]))
        text = g_utf8_next_char(text);
    return text;
}

/* A title may follow behind a dash or colon. */
bool recognise_annex(const struct style *style, const char *line)
{
    const char *word = style_word(style, "annex");
    if (!word || !g_str_has_prefix(line, word) || g_utf8_strlen(line, -1) > ANNEX_MAX_CHARACTERS)
        return false;
    const char *rest = line + strlen(word), *number = skip_spaces(rest);
    bool parted = number > rest || style->language == ZH;
    if (!*number || !parted)
        return !*number;
    rest = skip_annex_number(number);
    if (rest == number && !g_utf8_strchr(":–—-", -1, g_utf8_get_char(number)))
        return false;
    rest = skip_spaces(rest);
    return !*rest || g_utf8_strchr(":：.–—-", -1, g_utf8_get_char(rest));
}

bool recognise_annex_of(const struct style *style, const char *line)
{
    const char *word = style_word(style, "annex");
    if (style->language != ZH || !word || g_utf8_strlen(line, -1) > ANNEX_MAX_CHARACTERS)
        return false;
    const char *found = g_strrstr(line, word), *number = found ? found + strlen(word) : "";
    for (const char *p = line; found && p < found; p = g_utf8_next_char(p))
        if (!g_unichar_isalnum(g_utf8_get_char(p)) && !strchr("() ", *p))
            return false;
    return found > line && *number && !*skip_annex_number(number);
}

/* True when `line` is the pattern with a number in it and nothing else. */
static bool is_numbered(const char *pattern, const char *line)
{
    const char *place = pattern ? strchr(pattern, '{') : NULL;
    if (!place || strncmp(pattern, line, (size_t)(place - pattern)) != 0)
        return false;
    const char *number = line + (place - pattern), *end = strchr(place, '}') + 1;
    number = skip_spaces(number);
    struct label label;
    if (!label_read(number, &label) && !span_of_digits(number))
        return false;
    size_t size = span_of_digits(number) ? span_of_digits(number) : label.length;
    return strcmp(number + size, end) == 0;
}

bool recognise_article(const struct style *style, const char *line)
{
    return is_numbered(style_word(style, "article-number"), line) ||
           is_numbered(style_word(style, "rule-number"), line) ||
           is_numbered(style_word(style, "part-number"), line);
}
