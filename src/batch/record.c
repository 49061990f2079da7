/* record: to and from one value that can be sent and printed. */
#include "batch/record.h"

/* outcome, facts, hash, key, messages, pages, microseconds, findings, outputs */
#define FINDING_TYPE "(sssssiiiiiii)"
#define MADE_TYPE "(ss)"

struct record record_empty(enum outcome outcome)
{
    struct record record = {.outcome = outcome, .hash = "", .key = "", .messages = ""};
    for (int fact = 0; fact < FACT_COUNT; fact++)
        record.facts[fact] = "";
    return record;
}

const GVariantType *record_type(void)
{
    return G_VARIANT_TYPE("(iassssixa" FINDING_TYPE "a" MADE_TYPE ")");
}

static GVariant *pack_findings(const struct record *record)
{
    GVariantBuilder list;
    g_variant_builder_init(&list, G_VARIANT_TYPE("a" FINDING_TYPE));
    for (int i = 0; i < record->finding_count; i++) {
        const struct finding *f = &record->findings[i];
        g_variant_builder_add(&list, FINDING_TYPE, f->level, f->slug, f->text, f->hint, f->excerpt,
                              f->line, f->column, f->page, f->x, f->y, f->width, f->height);
    }
    return g_variant_builder_end(&list);
}

static GVariant *pack_made(const struct record *record)
{
    GVariantBuilder list;
    g_variant_builder_init(&list, G_VARIANT_TYPE("a" MADE_TYPE));
    for (int i = 0; i < record->made_count; i++)
        g_variant_builder_add(&list, MADE_TYPE, record->made[i].name, record->made[i].hash);
    return g_variant_builder_end(&list);
}

GVariant *record_pack(const struct record *record)
{
    return g_variant_new("(i@assssix@a" FINDING_TYPE "@a" MADE_TYPE ")", (int)record->outcome,
                         g_variant_new_strv(record->facts, FACT_COUNT), record->hash, record->key,
                         record->messages, record->pages, record->microseconds,
                         pack_findings(record), pack_made(record));
}

static const char *kept(struct arena *arena, GVariant *parent, gsize index)
{
    GVariant *child = g_variant_get_child_value(parent, index);
    const char *text = arena_strdup(arena, g_variant_get_string(child, NULL));
    g_variant_unref(child);
    return text;
}

static int number(GVariant *parent, gsize index)
{
    gint32 value;
    g_variant_get_child(parent, index, "i", &value);
    return value;
}

static void unpack_facts(struct arena *arena, GVariant *list, struct record *record)
{
    gsize count = MIN(g_variant_n_children(list), FACT_COUNT);
    for (gsize fact = 0; fact < count; fact++)
        record->facts[fact] = kept(arena, list, fact);
}

static void unpack_findings(struct arena *arena, GVariant *list, struct record *record)
{
    record->finding_count = (int)g_variant_n_children(list);
    record->findings = ARENA_ARRAY(arena, struct finding, record->finding_count);
    for (int i = 0; i < record->finding_count; i++) {
        GVariant *f = g_variant_get_child_value(list, (gsize)i);
        record->findings[i] = (struct finding){
            kept(arena, f, 0), kept(arena, f, 1), kept(arena, f, 2), kept(arena, f, 3),
            kept(arena, f, 4), number(f, 5),      number(f, 6),      number(f, 7),
            number(f, 8),      number(f, 9),      number(f, 10),     number(f, 11)};
        g_variant_unref(f);
    }
}

static void unpack_made(struct arena *arena, GVariant *list, struct record *record)
{
    record->made_count = (int)g_variant_n_children(list);
    record->made = ARENA_ARRAY(arena, struct made, record->made_count);
    for (int i = 0; i < record->made_count; i++) {
        GVariant *made = g_variant_get_child_value(list, (gsize)i);
        record->made[i] = (struct made){kept(arena, made, 0), kept(arena, made, 1)};
        g_variant_unref(made);
    }
}

struct record *record_unpack(struct arena *arena, GVariant *value)
{
    struct record *record = ARENA_NEW(arena, struct record);
    *record = record_empty((enum outcome)number(value, 0));
    GVariant *facts = g_variant_get_child_value(value, 1);
    unpack_facts(arena, facts, record);
    g_variant_unref(facts);
    record->hash = kept(arena, value, 2);
    record->key = kept(arena, value, 3);
    record->messages = kept(arena, value, 4);
    record->pages = number(value, 5);
    gint64 microseconds;
    g_variant_get_child(value, 6, "x", &microseconds);
    record->microseconds = microseconds;
    GVariant *findings = g_variant_get_child_value(value, 7);
    unpack_findings(arena, findings, record);
    g_variant_unref(findings);
    GVariant *made = g_variant_get_child_value(value, 8);
    unpack_made(arena, made, record);
    g_variant_unref(made);
    return record;
}

const char *record_outcome_name(enum outcome outcome)
{
    static const char *const names[OUTCOME_COUNT] = {"read",   "foreign", "done",  "kept",
                                                     "failed", "crashed", "system"};
    return names[outcome];
}

const char *record_fact_name(enum fact fact)
{
    static const char *const names[FACT_COUNT] = {"symbol", "language", "number", "session",
                                                  "organ",  "kind",     "title",  "style"};
    return names[fact];
}

/* --- as JSON ---------------------------------------------------------------------------- */

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

void record_add_findings(struct json *json, const char *key, const struct record *record)
{
    json_open(json, key, '[');
    for (int i = 0; i < record->finding_count; i++)
        append_finding(json, &record->findings[i]);
    json_close(json, ']');
}
