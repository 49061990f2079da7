/* data_yaml: writes values as YAML to be read and changed by hand: long texts are folded between
 * words, what is flat stands on one line where it fits. Whatever another reader of YAML might take
 * for a number, a date or yes stands in quotation marks. */
#include <string.h>

#include "write/data_value.h"

enum { WIDTH = 100 }; /* columns of a line; East Asian characters take two */

/* --- words --------------------------------------------------------------------------------- */

static bool is_reserved(const char *text)
{
    static const char *const words[] = {"true", "false", "yes",  "no",  "on", "off",
                                        "y",    "n",     "null", "nan", "inf"};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (g_ascii_strcasecmp(text, words[i]) == 0)
            return true;
    return false;
}

/* Would these two characters, met in a text without quotation marks, mean something? */
static bool has_meaning(gunichar c, gunichar next, bool in_brackets)
{
    static const char brackets[] = ",[]{}";
    bool ends =
        !next || next == ' ' || (in_brackets && next < 0x80 && strchr(brackets, (char)next));
    return value_is_hidden(c) || (c == ':' && ends) || (c == ' ' && (!next || next == '#')) ||
           (in_brackets && c < 0x80 && strchr(brackets, (char)c));
}

/* 40pt, 58th plenary meeting: nobody takes these for a number or a date. */
static bool is_no_number(const char *text)
{
    size_t digits = strspn(text, "0123456789.");
    if (strcmp(text + digits, "pt") == 0)
        return true;
    for (const char *p = strchr(text, ' '); p && *p; p++)
        if (g_ascii_isalpha(p[0]) && g_ascii_isalpha(p[1]))
            return true;
    return false;
}

static bool may_begin_plain(const char *text)
{
    gunichar c = g_utf8_get_char(text);
    if (g_ascii_isdigit(*text))
        return is_no_number(text);
    return g_ascii_isalpha(*text) || *text == '(' || (c >= 0x80 && g_unichar_isgraph(c));
}

static bool is_plain(const char *text, bool in_brackets)
{
    if (!may_begin_plain(text))
        return false;
    for (const char *p = text; *p; p = g_utf8_next_char(p))
        if (has_meaning(g_utf8_get_char(p), g_utf8_get_char(g_utf8_next_char(p)), in_brackets))
            return false;
    return !is_reserved(text);
}

static void put_quoted(GString *out, const char *from, const char *to)
{
    for (const char *p = from; p < to; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (c == '"' || c == '\\')
            g_string_append_printf(out, "\\%c", (char)c);
        else if (value_is_hidden(c))
            g_string_append_printf(out, c < 0x10000 ? "\\u%04X" : "\\U%08X", c);
        else
            g_string_append_unichar(out, c);
    }
}

static int width_of(const char *from, const char *to)
{
    int width = 0;
    for (const char *p = from; p < to; p = g_utf8_next_char(p))
        width += g_unichar_iswide(g_utf8_get_char(p)) ? 2 : 1;
    return width;
}

/* Lines are folded at a single space before a letter or digit, so that what begins a line looks
 * like nothing else of YAML. */
static bool may_fold(const char *space, const char *start)
{
    return space > start && space[-1] != ' ' && g_unichar_isalnum(g_utf8_get_char(space + 1));
}

/* The end of what stays together from `from` on. */
static const char *end_of_word(const char *from, const char *start)
{
    const char *p = from;
    while (*p && !(*p == ' ' && may_fold(p, start)))
        p++;
    return p;
}

/* A text that begins at `column`; further lines begin at `indent`. */
static void put_words(GString *out, const char *text, int column, int indent)
{
    bool plain = is_plain(text, false);
    const char *mark = plain ? "" : "\"";
    g_string_append(out, mark);
    for (const char *word = text; *word;) {
        const char *end = end_of_word(word, text);
        int width = width_of(word, end);
        bool folds = word > text && column + 1 + width > WIDTH;
        if (folds)
            g_string_append_printf(out, "\n%*s", indent, "");
        else if (word > text)
            g_string_append_c(out, ' ');
        if (plain)
            g_string_append_len(out, word, end - word);
        else
            put_quoted(out, word, end);
        column = (folds ? indent : column + (word > text)) + width;
        word = end + (*end == ' ');
    }
    g_string_append(out, mark);
}

/* --- on one line --------------------------------------------------------------------------- */

static bool is_scalar(const struct value *value)
{
    return value->kind == VALUE_WORDS || value->kind == VALUE_BARE;
}

/* False, and something of it written, when it is not flat or too long. */
static bool put_line(GString *out, const struct value *value, size_t most)
{
    bool mapping = value->kind == VALUE_MAPPING;
    if (value->kind == VALUE_BARE || (value->kind == VALUE_WORDS && is_plain(value->text, true))) {
        g_string_append(out, value->text);
        return true;
    }
    if (value->kind == VALUE_WORDS) {
        g_string_append_c(out, '"');
        put_quoted(out, value->text, value->text + strlen(value->text));
        g_string_append_c(out, '"');
        return true;
    }
    g_string_append_c(out, mapping ? '{' : '[');
    for (const struct value *v = value->first; v; v = v->next) {
        g_string_append_printf(out, "%s%s%s", v == value->first ? "" : ", ", mapping ? v->key : "",
                               mapping ? ": " : "");
        if (!(is_scalar(v) || v->flat) || !put_line(out, v, most) || out->len > most)
            return false;
    }
    g_string_append_c(out, mapping ? '}' : ']');
    return true;
}

/* ` [a, b]` when that fits on the line. */
static bool put_flat(GString *out, const struct value *value, int column)
{
    if (!value->flat && value->first)
        return false;
    GString *line = g_string_new(" ");
    bool fits = put_line(line, value, (size_t)4 * WIDTH) &&
                column + width_of(line->str, line->str + line->len) <= WIDTH;
    if (fits)
        g_string_append(out, line->str);
    g_string_free(line, TRUE);
    return fits;
}

/* --- one a line ---------------------------------------------------------------------------- */

static void put_block(GString *out, const struct value *value, int indent);

/* What stands behind "key:" or "-" of a block at `indent`. */
static void put_rest(GString *out, const struct value *value, int column, int indent)
{
    bool under_key = value->key != NULL;
    if (is_scalar(value)) {
        g_string_append_c(out, ' ');
        if (value->kind == VALUE_BARE)
            g_string_append(out, value->text);
        else
            put_words(out, value->text, column + 1, indent + 2);
    } else if (!put_flat(out, value, column)) {
        int inner = indent + (under_key && value->kind == VALUE_LIST ? 0 : 2);
        if (under_key)
            g_string_append_printf(out, "\n%*s", inner, "");
        else
            g_string_append_c(out, ' ');
        put_block(out, value, inner);
    }
}

/* A list or mapping, whose first line has been indented already. */
static void put_block(GString *out, const struct value *value, int indent)
{
    for (const struct value *v = value->first; v; v = v->next) {
        if (v != value->first)
            g_string_append_printf(out, "\n%*s", indent, "");
        size_t start = out->len;
        g_string_append_printf(out, "%s%s", v->key ? v->key : "-", v->key ? ":" : "");
        put_rest(out, v, indent + (int)(out->len - start), indent);
    }
}

void value_write_yaml(GString *out, const struct value *mapping)
{
    put_block(out, mapping, 0);
    g_string_append_c(out, '\n');
}
