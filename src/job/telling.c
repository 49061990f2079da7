/* telling: messages in, text or JSON out. The JSON:
 *   {"documents": [{"file": …, "findings": [{slug, file, level, text, hint, line, column, end-line,
 *    end-column, or page; mend: [{line, column, end-line, end-column, text}]}]}], "errors": n, …}
 */
#include "job/telling.h"

#include <string.h>

enum telling_form telling_form_of(const char *name)
{
    static const char *const names[] = {"text", "json", "sarif"};
    int form = 0;
    while (form < TELLING_FORM_COUNT && strcmp(names[form], name) != 0)
        form++;
    return (enum telling_form)form;
}

/* --- JSON ----------------------------------------------------------------------------- */

static void add_places(struct json *json, const struct source *source, uint32_t from, uint32_t to,
                       struct source_count *count)
{
    struct place begin = source_place(count, source, from);
    struct source_count ahead = *count;
    struct place end = source_place(&ahead, source, MAX(from, to));
    json_number(json, "line", begin.line);
    json_number(json, "column", begin.column);
    json_number(json, "end-line", end.line);
    json_number(json, "end-column", end.column);
}

static void add_mend(struct json *json, const struct diag_message *message,
                     const struct source_count *count)
{
    json_open(json, "mend", '[');
    for (int i = 0; i < message->edit_count; i++) {
        const struct diag_edit *edit = &message->mend[i];
        struct source_count places = *count;
        json_open(json, NULL, '{');
        add_places(json, message->source, edit->from, edit->to, &places);
        json_text(json, "text", edit->bytes);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void add_message(struct json *json, const struct diag_message *message,
                        struct source_count *count)
{
    json_open(json, NULL, '{');
    json_text(json, "slug", diag_slug_name(message->slug));
    if (message->source)
        json_text(json, "file", message->source->name);
    json_text(json, "level", diag_level_name(message->level));
    json_text(json, "text", message->text);
    if (message->hint)
        json_text(json, "hint", message->hint);
    if (message->source && message->source->paged && message->at != SOURCE_NOWHERE)
        json_number(json, "page", message->at);
    else if (message->source && message->at != SOURCE_NOWHERE)
        add_places(json, message->source, message->at, message->end, count);
    if (message->edit_count)
        add_mend(json, message, count);
    json_close(json, '}');
}

static void begin_json(struct json *json)
{
    json_open(json, NULL, '{');
    json_open(json, "documents", '[');
}

static void end_json(struct telling *telling)
{
    struct json *json = &telling->json;
    json_close(json, ']');
    json_number(json, "errors", telling->count[DIAG_ERROR] + telling->count[DIAG_FATAL]);
    json_number(json, "warnings", telling->count[DIAG_WARNING]);
    json_number(json, "styles", telling->count[DIAG_STYLE_LEVEL]);
    json_close(json, '}');
    g_string_append_c(json->text, '\n');
}

/* --- all forms ------------------------------------------------------------------------ */

struct telling telling_begin(enum telling_form form, bool colour)
{
    struct telling telling = {.form = form, .colour = colour, .json = json_begin()};
    if (form == TELLING_JSON)
        begin_json(&telling.json);
    else if (form == TELLING_SARIF)
        sarif_begin(&telling.json);
    return telling;
}

static void add_all(struct telling *telling, const struct diag_message *const *messages, int count)
{
    struct source_count places = {0};
    for (int i = 0; i < count; i++)
        if (telling->form == TELLING_JSON)
            add_message(&telling->json, messages[i], &places);
        else
            sarif_add(&telling->json, messages[i], &places);
}

void telling_add(struct telling *telling, struct arena *arena, const char *input,
                 const struct diag *diag)
{
    int count;
    struct json *json = &telling->json;
    const struct diag_message *const *messages = diag_messages(diag, &count);
    for (int i = 0; i < count; i++)
        telling->count[messages[i]->level]++;
    if (telling->form == TELLING_TEXT) {
        g_string_append(json->text, diag_show(arena, diag, telling->colour));
        return;
    }
    if (telling->form == TELLING_JSON) {
        json_open(json, NULL, '{');
        json_text(json, "file", input);
        json_open(json, "findings", '[');
    }
    add_all(telling, messages, count);
    if (telling->form == TELLING_JSON) {
        json_close(json, ']');
        json_close(json, '}');
    }
}

void telling_end(struct telling *telling)
{
    if (telling->form == TELLING_JSON)
        end_json(telling);
    else if (telling->form == TELLING_SARIF)
        sarif_end(&telling->json);
}
