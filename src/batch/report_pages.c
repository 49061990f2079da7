/* report_pages: pictures of pages, named by the key of the document: what is there is right. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "batch/report.h"
#include "job/output.h"
#include "proof/proof.h"

enum { SMALL_DPI = 12, PAGE_DPI = 75 };

const char *report_picture(struct arena *arena, const struct record *record, int page)
{
    return arena_printf(arena, "pages/%.2s/%s-%d.png", record->key, record->key, page);
}

static bool write_page(struct arena *arena, const char *folder, const struct record *record,
                       const struct book *book, int page, struct diag *diag)
{
    const char *path = arena_printf(arena, "%s/%s", folder, report_picture(arena, record, page));
    GByteArray *bytes =
        page ? proof_preview(book, page - 1, PAGE_DPI) : proof_preview(book, 0, 2 * SMALL_DPI);
    if (!bytes) {
        diag_file(diag, book->source, SOURCE_NOWHERE, DIAG_CANNOT_WRITE,
                  "there is no memory for a picture of page %d", page);
        return false;
    }
    bool written = output_write(arena, &(struct output){path, bytes}, 1, diag);
    g_byte_array_unref(bytes);
    return written;
}

bool report_add_pages(struct arena *arena, const char *folder, const struct record *record,
                      const struct book *book, struct diag *diag)
{
    const char *within = arena_printf(arena, "%s/pages/%.2s", folder, record->key);
    if (g_mkdir_with_parents(within, 0777) != 0) {
        diag_file(diag, NULL, SOURCE_NOWHERE, DIAG_CANNOT_WRITE, "the folder %s cannot be made: %s",
                  within, g_strerror(errno));
        return false;
    }
    for (int page = book->page_count; page >= 0; page--)
        if (!write_page(arena, folder, record, book, page, diag))
            return false;
    return true;
}

/* "KEY-7.png" in pages/KE/, where KEY is not one of the report's. */
static bool is_stale(const char *name, GHashTable *keys)
{
    enum { KEY = 64 }; /* digits of SHA-256 */
    if (strspn(name, "0123456789abcdef") != KEY || name[KEY] != '-')
        return false;
    char *key = g_strndup(name, KEY);
    bool stale = !g_hash_table_contains(keys, key);
    g_free(key);
    return stale;
}

static void sweep_folder(const char *folder, GHashTable *keys)
{
    GDir *dir = g_dir_open(folder, 0, NULL);
    for (const char *name; dir && (name = g_dir_read_name(dir));) {
        char *path = g_build_filename(folder, name, NULL);
        if (is_stale(name, keys))
            unlink(path);
        g_free(path);
    }
    if (dir)
        g_dir_close(dir);
    rmdir(folder); /* where nothing is left */
}

void report_sweep(const char *folder, const struct report *report)
{
    GHashTable *keys = g_hash_table_new(g_str_hash, g_str_equal);
    for (int i = 0; i < report->count; i++)
        g_hash_table_add(keys, (char *)report->entries[i].record->key);
    char *pages = g_build_filename(folder, "pages", NULL);
    GDir *dir = g_dir_open(pages, 0, NULL);
    for (const char *name; dir && (name = g_dir_read_name(dir));) {
        char *within = g_build_filename(pages, name, NULL);
        if (strlen(name) == 2)
            sweep_folder(within, keys);
        g_free(within);
    }
    if (dir)
        g_dir_close(dir);
    g_free(pages);
    g_hash_table_unref(keys);
}

bool report_has_pages(struct arena *arena, const char *folder, const struct record *record)
{
    for (int page = 0; page <= record->pages; page++)
        if (access(arena_printf(arena, "%s/%s", folder, report_picture(arena, record, page)),
                   R_OK) != 0)
            return false;
    return true;
}
