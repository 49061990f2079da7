/* report_merge: reports in, one out. A report.json has a document a line, so that it can be read
 * piece by piece, however long it is. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/yaml.h"
#include "batch/report.h"
#include "job/output.h"

/* --- reading -----------------------------------------------------------------------------------
 */

static const char *text_of(const struct yaml *object, const char *key)
{
    const struct yaml *value = yaml_get(object, key);
    return value && value->kind == YAML_SCALAR ? value->text : "";
}

static int64_t number_of(const struct yaml *object, const char *key)
{
    return strtoll(text_of(object, key), NULL, 10);
}

static struct finding read_finding(const struct yaml *object)
{
    struct finding finding = {.level = text_of(object, "level"),
                              .slug = text_of(object, "slug"),
                              .text = text_of(object, "text"),
                              .hint = text_of(object, "hint"),
                              .excerpt = text_of(object, "excerpt"),
                              .line = (int)number_of(object, "line"),
                              .column = (int)number_of(object, "column"),
                              .page = (int)number_of(object, "page")};
    const struct yaml *box = yaml_get(object, "box");
    int *sides[] = {&finding.x, &finding.y, &finding.width, &finding.height};
    const struct yaml *side = box ? box->first : NULL;
    for (size_t i = 0; side && side->text && i < G_N_ELEMENTS(sides); i++, side = side->next)
        *sides[i] = atoi(side->text);
    return finding;
}

static void read_lists(struct arena *arena, const struct yaml *object, struct record *record)
{
    const struct yaml *findings = yaml_get(object, "findings"),
                      *outputs = yaml_get(object, "outputs");
    record->findings = ARENA_ARRAY(arena, struct finding, findings ? findings->count : 0);
    for (const struct yaml *f = findings ? findings->first : NULL; f; f = f->next)
        record->findings[record->finding_count++] = read_finding(f);
    record->made = ARENA_ARRAY(arena, struct made, outputs ? outputs->count : 0);
    for (const struct yaml *o = outputs ? outputs->first : NULL; o && o->text; o = o->next)
        record->made[record->made_count++] = (struct made){o->text, ""};
}

static struct report_entry read_entry(struct arena *arena, const struct yaml *object)
{
    struct record *record = ARENA_NEW(arena, struct record);
    *record = record_empty(OUTCOME_READ);
    for (int outcome = 0; outcome < OUTCOME_COUNT; outcome++)
        if (strcmp(record_outcome_name((enum outcome)outcome), text_of(object, "status")) == 0)
            record->outcome = (enum outcome)outcome;
    for (int fact = 0; fact < FACT_COUNT; fact++)
        record->facts[fact] = text_of(object, record_fact_name((enum fact)fact));
    record->pages = (int)number_of(object, "pages");
    record->microseconds = number_of(object, "microseconds");
    record->key = text_of(object, "key");
    read_lists(arena, object, record);
    return (struct report_entry){text_of(object, "input"), text_of(object, "folder"), record};
}

static bool fail(const struct source *source, uint32_t at, struct diag *diag)
{
    diag_file(diag, source, at, DIAG_MANIFEST, "this is no report of plenary batch");
    return false;
}

/* The line of the heading, {"plenary":…,"tally":{…},"documents":[ and the first document. */
static bool read_tally(struct arena *arena, const struct source *source, uint32_t end,
                       struct report *report)
{
    const char *tally = g_strstr_len(source->text, end, "\"tally\":{");
    const char *close = tally ? memchr(tally, '}', (size_t)(source->text + end - tally)) : NULL;
    if (!close)
        return false;
    uint32_t from = (uint32_t)(tally + strlen("\"tally\":") - source->text);
    const struct yaml *object = yaml_parse(
        arena, source, from, (uint32_t)(close + 1 - source->text), DIAG_MANIFEST, diag_new(arena));
    report->tally.microseconds = number_of(object, "microseconds");
    return object != NULL;
}

bool report_read(struct arena *arena, const char *folder, struct report *report, struct diag *diag)
{
    const char *path = arena_printf(arena, "%s/report.json", folder);
    const struct source *source = source_read(arena, path, diag);
    if (!source)
        return false;
    const char *text = source->text, *end = text + source->size;
    const char *list = g_strstr_len(text, (gssize)source->size, "\"documents\":[");
    if (!list || !read_tally(arena, source, (uint32_t)(list - text), report))
        return fail(source, 0, diag);
    GArray *entries = g_array_new(FALSE, FALSE, sizeof(struct report_entry));
    bool good = true;
    for (const char *line = list + strlen("\"documents\":["); good && line < end && *line == '{';) {
        const char *stop = memchr(line, '\n', (size_t)(end - line));
        const char *close = stop ? stop - (stop[-1] == ',') : end;
        const struct yaml *object = yaml_parse(arena, source, (uint32_t)(line - text),
                                               (uint32_t)(close - text), DIAG_MANIFEST, diag);
        good = object && *text_of(object, "input");
        struct report_entry entry = good ? read_entry(arena, object) : (struct report_entry){0};
        if (good)
            g_array_append_val(entries, entry);
        else if (object)
            fail(source, object->at, diag);
        line = stop ? stop + 1 : end;
    }
    report->count = (int)entries->len;
    report->entries = arena_copy(arena, entries->data, entries->len * sizeof(struct report_entry));
    g_array_unref(entries);
    return good;
}

/* --- pictures ----------------------------------------------------------------------------------
 */

/* A link where the file system has them, else a copy. */
static bool take_picture(struct arena *arena, const char *from, const char *to, struct diag *diag)
{
    if (access(to, F_OK) == 0 || link(from, to) == 0)
        return true;
    char *bytes = NULL;
    gsize size;
    if (!g_file_get_contents(from, &bytes, &size, NULL))
        return true; /* there was none */
    GByteArray *copy = g_byte_array_new_take((guint8 *)bytes, size);
    bool written = output_write(arena, &(struct output){to, copy}, 1, diag);
    g_byte_array_unref(copy);
    return written;
}

static bool take_pictures(struct arena *arena, const char *from, const char *to,
                          const struct record *record, struct diag *diag)
{
    if (!record->made_count || strlen(record->key) < 2 || strchr(record->key, '/'))
        return true;
    const char *within = arena_printf(arena, "%s/pages/%.2s", to, record->key);
    if (g_mkdir_with_parents(within, 0777) != 0) {
        diag_file(diag, NULL, SOURCE_NOWHERE, DIAG_CANNOT_WRITE, "the folder %s cannot be made: %s",
                  within, g_strerror(errno));
        return false;
    }
    for (int page = 0; page <= record->pages; page++) {
        const char *name = report_picture(arena, record, page);
        if (!take_picture(arena, arena_printf(arena, "%s/%s", from, name),
                          arena_printf(arena, "%s/%s", to, name), diag))
            return false;
    }
    return true;
}

/* --- joining -----------------------------------------------------------------------------------
 */

static int by_input(const void *left, const void *right)
{
    const struct report_entry *a = left, *b = right;
    return strcmp(a->input, b->input);
}

/* Shards see only their own names; together they must not have made one twice. */
static bool check_names(struct arena *arena, const GArray *all, struct diag *diag)
{
    GHashTable *taken = g_hash_table_new(g_str_hash, g_str_equal);
    bool good = true;
    for (guint i = 0; i < all->len; i++) {
        const struct report_entry *entry = &g_array_index(all, struct report_entry, i);
        if (!entry->record->made_count)
            continue;
        const char *name = arena_printf(arena, "%s/%s", entry->folder, entry->record->made[0].name);
        const char *other = g_hash_table_lookup(taken, name);
        if (other && strcmp(other, entry->input) != 0) {
            diag_file(diag, NULL, SOURCE_NOWHERE, DIAG_NAME_TAKEN, "%s and %s both became %s",
                      other, entry->input, name);
            good = false;
        }
        g_hash_table_insert(taken, (char *)name, (char *)entry->input);
    }
    g_hash_table_unref(taken);
    return good;
}

static bool add_report(struct arena *arena, const char *folder, const char *from, GArray *all,
                       struct batch_tally *tally, struct diag *diag)
{
    struct report report = {0};
    if (!report_read(arena, from, &report, diag))
        return false;
    for (int i = 0; i < report.count; i++) {
        struct report_entry entry = report.entries[i];
        if (!take_pictures(arena, from, folder, entry.record, diag))
            return false;
        const char *outputs = g_path_is_absolute(entry.folder)
                                  ? entry.folder
                                  : arena_printf(arena, "%s/%s", from, entry.folder);
        entry.folder = report_way(arena, folder, outputs);
        batch_count(tally, entry.record);
        g_array_append_val(all, entry);
    }
    tally->microseconds = MAX(tally->microseconds, report.tally.microseconds);
    return true;
}

bool report_merge(struct arena *arena, const char *folder, char *const *folders, int count,
                  struct diag *diag)
{
    GArray *all = g_array_new(FALSE, FALSE, sizeof(struct report_entry));
    struct batch_tally tally = {0};
    bool good = true;
    for (int i = 0; i < count; i++)
        good &= add_report(arena, folder, folders[i], all, &tally, diag);
    g_array_sort(all, by_input);
    bool apart = check_names(arena, all, diag);
    struct report report = {(int)all->len, (struct report_entry *)(void *)all->data, tally};
    tally.documents = report.count;
    bool written = good && report_write(arena, folder, &report, diag);
    g_array_unref(all);
    return written && apart;
}
