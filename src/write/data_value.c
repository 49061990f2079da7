/* data_value: builds values; writes them as JSON, one value a line. */
#include "write/data_value.h"

struct value *value_add(struct arena *arena, struct value *parent, const char *key,
                        enum value_kind kind)
{
    struct value *value = ARENA_NEW(arena, struct value);
    value->kind = kind;
    value->key = key;
    if (parent) {
        *(parent->last ? &parent->last->next : &parent->first) = value;
        parent->last = value;
    }
    return value;
}

/* Spaces of other widths are not among them: French and Russian would be hard to read. */
bool value_is_hidden(gunichar c)
{
    GUnicodeType type = g_unichar_type(c);
    return type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT ||
           type == G_UNICODE_LINE_SEPARATOR || type == G_UNICODE_PARAGRAPH_SEPARATOR ||
           type == G_UNICODE_UNASSIGNED || type == G_UNICODE_PRIVATE_USE;
}

/* --- JSON ---------------------------------------------------------------------------------- */

static void put_character(GString *out, gunichar c)
{
    if (c == '"' || c == '\\')
        g_string_append_printf(out, "\\%c", (char)c);
    else if (!value_is_hidden(c))
        g_string_append_unichar(out, c);
    else if (c < 0x10000)
        g_string_append_printf(out, "\\u%04X", c);
    else
        g_string_append_printf(out, "\\u%04X\\u%04X", 0xD7C0 + (c >> 10), 0xDC00 + (c & 0x3FF));
}

static void put_string(GString *out, const char *text)
{
    g_string_append_c(out, '"');
    for (const char *p = text; *p; p = g_utf8_next_char(p))
        put_character(out, g_utf8_get_char(p));
    g_string_append_c(out, '"');
}

static void put_value(GString *out, const struct value *value, int depth)
{
    bool mapping = value->kind == VALUE_MAPPING;
    if (value->kind == VALUE_WORDS) {
        put_string(out, value->text);
        return;
    }
    if (value->kind == VALUE_BARE) {
        g_string_append(out, value->text);
        return;
    }
    g_string_append_c(out, mapping ? '{' : '[');
    for (const struct value *v = value->first; v; v = v->next) {
        g_string_append_printf(out, "%s\n%*s", v == value->first ? "" : ",", depth + 1, "");
        if (mapping) {
            put_string(out, v->key);
            g_string_append(out, ": ");
        }
        put_value(out, v, depth + 1);
    }
    if (value->first)
        g_string_append_printf(out, "\n%*s", depth, "");
    g_string_append_c(out, mapping ? '}' : ']');
}

void value_write_json(GString *out, const struct value *mapping)
{
    put_value(out, mapping, 0);
    g_string_append_c(out, '\n');
}
