/* json: keys and values in, text out. */
#include "job/json.h"

struct json json_begin(void)
{
    return (struct json){g_string_new(NULL), true};
}

static void append_quoted(GString *out, const char *text)
{
    char *valid = g_utf8_make_valid(text, -1);
    g_string_append_c(out, '"');
    for (const char *p = valid; *p; p++) {
        unsigned char c = (unsigned char)*p;
        if (c == '"' || c == '\\')
            g_string_append_printf(out, "\\%c", c);
        else if (c == '\n')
            g_string_append(out, "\\n");
        else if (c < 0x20 || c == '<' || c == 0x7F)
            g_string_append_printf(out, "\\u%04x", c);
        else
            g_string_append_c(out, (char)c);
    }
    g_string_append_c(out, '"');
    g_free(valid);
}

static void begin_value(struct json *json, const char *key)
{
    if (!json->first)
        g_string_append_c(json->text, ',');
    json->first = false;
    if (!key)
        return;
    append_quoted(json->text, key);
    g_string_append_c(json->text, ':');
}

void json_open(struct json *json, const char *key, char bracket)
{
    begin_value(json, key);
    g_string_append_c(json->text, bracket);
    json->first = true;
}

void json_close(struct json *json, char bracket)
{
    g_string_append_c(json->text, bracket);
    json->first = false;
}

void json_text(struct json *json, const char *key, const char *text)
{
    begin_value(json, key);
    append_quoted(json->text, text);
}

void json_number(struct json *json, const char *key, int64_t number)
{
    begin_value(json, key);
    g_string_append_printf(json->text, "%" G_GINT64_FORMAT, number);
}
