/* sarif: messages as results of SARIF 2.1.0, which editors and code hosts show at their lines. All
 * messages of the catalogue are rules there, in its order. */
#include <string.h>

#include "check/check.h"
#include "job/telling.h"

/* --- rules ---------------------------------------------------------------------------- */

/* 3.27.10: what we call style is a note. */
static const char *level_of(enum diag_level level)
{
    static const char *const names[] = {"none", "note", "warning", "error", "error"};
    return names[level];
}

static void add_words(struct json *json, const char *key, const char *text)
{
    json_open(json, key, '{');
    json_text(json, "text", text);
    json_close(json, '}');
}

static void add_help(struct json *json, const struct rule *rule)
{
    char *text = g_strdup_printf("%s\nSource: %s\nWrong: %s\nRight: %s", rule->why, rule->source,
                                 rule->wrong, rule->right);
    add_words(json, "fullDescription", rule->why);
    add_words(json, "help", text);
    g_free(text);
}

static void add_rule(struct json *json, enum diag_slug slug)
{
    const struct rule *rule = check_rule_of(slug);
    json_open(json, NULL, '{');
    json_text(json, "id", diag_slug_name(slug));
    add_words(json, "shortDescription", diag_slug_meaning(slug));
    if (rule)
        add_help(json, rule);
    json_open(json, "defaultConfiguration", '{');
    json_text(json, "level", level_of(diag_slug_level(slug)));
    json_close(json, '}');
    json_close(json, '}');
}

void sarif_begin(struct json *json)
{
    json_open(json, NULL, '{');
    json_text(json, "$schema",
              "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
              "sarif-schema-2.1.0.json");
    json_text(json, "version", "2.1.0");
    json_open(json, "runs", '[');
    json_open(json, NULL, '{');
    json_open(json, "tool", '{');
    json_open(json, "driver", '{');
    json_text(json, "name", "plenary");
    json_text(json, "version", PLENARY_VERSION);
    json_open(json, "rules", '[');
    for (int slug = 0; slug < DIAG_COUNT; slug++)
        add_rule(json, (enum diag_slug)slug);
    json_close(json, ']');
    json_close(json, '}');
    json_close(json, '}');
    json_text(json, "columnKind", "unicodeCodePoints");
    json_open(json, "results", '[');
}

void sarif_end(struct json *json)
{
    json_close(json, ']');
    json_close(json, '}');
    json_close(json, ']');
    json_close(json, '}');
    g_string_append_c(json->text, '\n');
}

/* --- results -------------------------------------------------------------------------- */

char *sarif_uri(const char *name)
{
    char *uri = g_path_is_absolute(name) ? g_filename_to_uri(name, NULL, NULL) : NULL;
    return uri ? uri : g_uri_escape_string(name, "/", FALSE);
}

static void add_artifact(struct json *json, const struct source *source)
{
    char *uri = sarif_uri(source->name);
    json_open(json, "artifactLocation", '{');
    json_text(json, "uri", uri);
    json_close(json, '}');
    g_free(uri);
}

static void add_region(struct json *json, const char *key, const struct source *source,
                       uint32_t from, uint32_t to, struct source_count *count)
{
    struct place begin = source_place(count, source, from);
    struct source_count ahead = *count;
    struct place end = source_place(&ahead, source, MAX(from, to));
    json_open(json, key, '{');
    json_number(json, "startLine", begin.line);
    json_number(json, "startColumn", begin.column);
    json_number(json, "endLine", end.line);
    json_number(json, "endColumn", end.column);
    json_close(json, '}');
}

/* A PDF has no lines: its pages are logical locations (3.33). */
static void add_page(struct json *json, uint32_t page)
{
    char *name = g_strdup_printf("page %u", page);
    json_open(json, "logicalLocations", '[');
    json_open(json, NULL, '{');
    json_text(json, "name", name);
    json_text(json, "kind", "page");
    json_close(json, '}');
    json_close(json, ']');
    g_free(name);
}

static void add_location(struct json *json, const struct diag_message *message,
                         struct source_count *count)
{
    json_open(json, "locations", '[');
    json_open(json, NULL, '{');
    json_open(json, "physicalLocation", '{');
    add_artifact(json, message->source);
    if (message->at != SOURCE_NOWHERE && !message->source->paged)
        add_region(json, "region", message->source, message->at, message->end, count);
    json_close(json, '}');
    if (message->at != SOURCE_NOWHERE && message->source->paged)
        add_page(json, message->at);
    json_close(json, '}');
    json_close(json, ']');
}

static void add_fix(struct json *json, const struct diag_message *message,
                    const struct source_count *count)
{
    json_open(json, "fixes", '[');
    json_open(json, NULL, '{');
    json_open(json, "artifactChanges", '[');
    json_open(json, NULL, '{');
    add_artifact(json, message->source);
    json_open(json, "replacements", '[');
    for (int i = 0; i < message->edit_count; i++) {
        const struct diag_edit *edit = &message->mend[i];
        struct source_count places = *count;
        json_open(json, NULL, '{');
        add_region(json, "deletedRegion", message->source, edit->from, edit->to, &places);
        add_words(json, "insertedContent", edit->bytes);
        json_close(json, '}');
    }
    json_close(json, ']');
    json_close(json, '}');
    json_close(json, ']');
    json_close(json, '}');
    json_close(json, ']');
}

void sarif_add(struct json *json, const struct diag_message *message, struct source_count *count)
{
    const char *hint = message->hint;
    char *text = g_strdup_printf("%s%s%s", message->text, hint ? "\nHint: " : "", hint ? hint : "");
    json_open(json, NULL, '{');
    json_text(json, "ruleId", diag_slug_name(message->slug));
    json_number(json, "ruleIndex", message->slug);
    json_text(json, "level", level_of(message->level));
    add_words(json, "message", text);
    if (message->source)
        add_location(json, message, count);
    if (message->edit_count)
        add_fix(json, message, count);
    json_close(json, '}');
    g_free(text);
}
