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

/* --- what is shared ---------------------------------------------------------------------- */

static void append_finding(struct json *json, const struct finding *finding)
{
    json_open(json, NULL, '{');
    json_text(json, "level", finding->level);
    json_text(json, "slug", finding->slug);
    json_text(json, "text", finding->text);
    if (*finding->hint)
        json_text(json, "hint", finding->hint);
    if (finding->line) {
        json_number(json, "line", finding->line);
        json_number(json, "column", finding->column);
        json_text(json, "excerpt", finding->excerpt);
    }
    if (finding->page) {
        json_number(json, "page", finding->page);
        json_open(json, "box", '[');
        json_number(json, NULL, finding->x);
        json_number(json, NULL, finding->y);
        json_number(json, NULL, finding->width);
        json_number(json, NULL, finding->height);
        json_close(json, ']');
    }
    json_close(json, '}');
}

void json_findings(struct json *json, const char *key, const struct record *record)
{
    json_open(json, key, '[');
    for (int i = 0; i < record->finding_count; i++)
        append_finding(json, &record->findings[i]);
    json_close(json, ']');
}

void json_tally(struct json *json, const struct batch_tally *tally)
{
    static const enum outcome told[] = {OUTCOME_DONE, OUTCOME_KEPT, OUTCOME_FAILED, OUTCOME_CRASHED,
                                        OUTCOME_SYSTEM};
    for (size_t i = 0; i < G_N_ELEMENTS(told); i++)
        json_number(json, record_outcome_name(told[i]), tally->count[told[i]]);
    json_number(json, "with-findings", tally->with_findings);
    json_number(json, "pages", tally->pages);
    json_number(json, "microseconds", tally->microseconds);
}
