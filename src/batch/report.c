/* report: entries in, a folder for a browser out; and back from its data. */
#include "batch/report.h"

#include <errno.h>
#include <string.h>

#include "base/yaml.h"
#include "batch/report_files.h"
#include "job/json.h"
#include "job/output.h"
#include "plenary.h"

/* --- writing --------------------------------------------------------------------------------- */

static void append_entry(struct json *json, const struct report_entry *entry)
{
    const struct record *record = entry->record;
    json_open(json, NULL, '{');
    json_text(json, "input", entry->input);
    json_text(json, "status", record_outcome_name(record->outcome));
    for (int fact = 0; fact < FACT_COUNT; fact++)
        if (*record->facts[fact])
            json_text(json, record_fact_name((enum fact)fact), record->facts[fact]);
    json_number(json, "pages", record->pages);
    json_number(json, "microseconds", record->microseconds);
    json_text(json, "key", record->key);
    json_number(json, "pictures", record->made_count && record->pages);
    json_text(json, "folder", entry->folder);
    json_open(json, "outputs", '[');
    for (int i = 0; i < record->made_count; i++)
        json_text(json, NULL, record->made[i].name);
    json_close(json, ']');
    record_add_findings(json, "findings", record);
    json_close(json, '}');
}

/* A document a line: that is how it is read again. */
static GString *print_report(const struct report *report)
{
    struct json json = json_begin();
    json_open(&json, NULL, '{');
    json_text(&json, "plenary", plenary_version());
    json_open(&json, "tally", '{');
    json_number(&json, "documents", report->count);
    batch_add_tally(&json, &report->tally);
    json_close(&json, '}');
    json_open(&json, "documents", '[');
    for (int i = 0; i < report->count; i++) {
        append_entry(&json, &report->entries[i]);
        const char *end = i + 1 < report->count ? ",\n" : "\n";
        g_string_append(json.text, end);
        json.first = true; /* the comma stands */
    }
    json_close(&json, ']');
    json_close(&json, '}');
    g_string_append_c(json.text, '\n');
    return json.text;
}

static GByteArray *bytes_of(const char *before, const char *text, gsize size, const char *after)
{
    GByteArray *bytes = g_byte_array_new();
    g_byte_array_append(bytes, (const guint8 *)before, (guint)strlen(before));
    g_byte_array_append(bytes, (const guint8 *)text, (guint)size);
    g_byte_array_append(bytes, (const guint8 *)after, (guint)strlen(after));
    return bytes;
}

static GByteArray *page_bytes(void)
{
    GBytes *page = g_resource_lookup_data(report_files_get_resource(), "/plenary/report/index.html",
                                          G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    g_assert(page);
    GByteArray *bytes = bytes_of("", g_bytes_get_data(page, NULL), g_bytes_get_size(page), "");
    g_bytes_unref(page);
    return bytes;
}

bool report_write(struct arena *arena, const char *folder, const struct report *report,
                  struct diag *diag)
{
    enum { PAGE, DATA, SCRIPT, FILE_COUNT };
    GString *text = print_report(report);
    GByteArray *bytes[FILE_COUNT] = {
        page_bytes(),
        bytes_of("", text->str, text->len, ""),
        bytes_of("const report = ", text->str, text->len - 1, ";\n"),
    };
    static const char *const names[FILE_COUNT] = {"index.html", "report.json", "report.js"};
    struct output outputs[FILE_COUNT];
    for (int i = 0; i < FILE_COUNT; i++)
        outputs[i] = (struct output){arena_printf(arena, "%s/%s", folder, names[i]), bytes[i]};
    bool written = g_mkdir_with_parents(folder, 0777) == 0;
    if (!written)
        diag_file(diag, NULL, SOURCE_NOWHERE, DIAG_CANNOT_WRITE, "the folder %s cannot be made: %s",
                  folder, g_strerror(errno));
    written = written && output_write(arena, outputs, FILE_COUNT, diag);
    for (int i = 0; i < FILE_COUNT; i++)
        g_byte_array_unref(bytes[i]);
    g_string_free(text, TRUE);
    return written;
}

/* --- the way between folders -------------------------------------------------------------------
 */

const char *report_way(struct arena *arena, const char *from, const char *to)
{
    char *a = g_canonicalize_filename(from, NULL), *b = g_canonicalize_filename(to, NULL);
    char **left = g_strsplit(a, "/", -1), **right = g_strsplit(b, "/", -1);
    int same = 0;
    while (left[same] && right[same] && strcmp(left[same], right[same]) == 0)
        same++;
    GString *way = g_string_new(NULL);
    for (int i = same; left[i]; i++)
        g_string_append(way, "../");
    for (int i = same; right[i]; i++)
        g_string_append_printf(way, "%s/", right[i]);
    const char *kept = way->len ? arena_strndup(arena, way->str, way->len - 1) : ".";
    g_string_free(way, TRUE);
    g_strfreev(left);
    g_strfreev(right);
    g_free(a);
    g_free(b);
    return kept;
}
