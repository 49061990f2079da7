/* report_pages: pictures of pages, named by the key of the document: what is there is right. */
#include <errno.h>
#include <unistd.h>

#include "job/output.h"
#include "job/report.h"
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

bool report_has_pages(struct arena *arena, const char *folder, const struct record *record)
{
    for (int page = 0; page <= record->pages; page++)
        if (access(arena_printf(arena, "%s/%s", folder, report_picture(arena, record, page)),
                   R_OK) != 0)
            return false;
    return true;
}
