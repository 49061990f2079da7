/* Fuzzing of what reads finished PDFs: any bytes are a PDF with findings, or an error: one of the
 * two, never neither; two readings of it are the same. */
#include <stdlib.h>

#include "inspect/compare.h"
#include "inspect/inspect.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(arena);
    char *text = arena_alloc(arena, size + 1);
    for (size_t i = 0; i < size; i++)
        text[i] = (char)data[i];
    struct source *source = source_over(arena, "fuzz.pdf", text, size);
    source->paged = true;
    struct inspection *inspection = inspect_read(arena, source, diag);
    if (!inspection != (diag_count(diag, DIAG_ERROR) > 0))
        abort(); /* NULL if and only if an error was filed */
    if (inspection) {
        inspection->style = style_load(arena, "un", EN, diag);
        inspect_all(inspection);
        GPtrArray *pages = compare_text(arena, inspection->sheets, inspection->sheets, 0.5);
        for (guint i = 0; i < pages->len; i++) {
            const struct page_difference *page = g_ptr_array_index(pages, i);
            if (page->lost || page->added || page->moved)
                abort();
        }
    }
    diag_text(diag);
    arena_free(arena);
    return 0;
}
