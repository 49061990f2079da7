/* Fuzzing of what compares finished PDFs: any bytes are two files, cut where the last of them
 * begins. Each line of either is told once: as the same, moved, lost or new. */
#include <stdlib.h>
#include <string.h>

#include "inspect/compare.h"
#include "inspect/inspect.h"

static struct inspection *read_part(struct arena *arena, struct diag *diag, const uint8_t *data,
                                    size_t size)
{
    char *text = arena_alloc(arena, size + 1);
    if (size)
        memcpy(text, data, size);
    text[size] = 0;
    struct source *source = source_over(arena, "fuzz.pdf", text, size);
    source->paged = true;
    return inspect_read(arena, source, diag);
}

static size_t begin_of_last(const uint8_t *data, size_t size)
{
    size_t at = size / 2;
    for (size_t i = 1; i + 5 < size; i++)
        at = memcmp(data + i, "%PDF-", 5) == 0 ? i : at;
    return at;
}

static void check_page(const struct page_difference *page, const struct sheet *want,
                       const struct sheet *got)
{
    guint of_want = 0, of_got = 0;
    int moved = 0, lost = 0, added = 0;
    for (guint i = 0; i < page->changes->len; i++) {
        enum change_kind kind = g_array_index(page->changes, struct change, i).kind;
        of_want += kind != CHANGE_NEW;
        of_got += kind != CHANGE_LOST;
        moved += kind == CHANGE_MOVED;
        lost += kind == CHANGE_LOST;
        added += kind == CHANGE_NEW;
    }
    if (of_want != want->lines->len || of_got != got->lines->len || moved != page->moved ||
        lost != page->lost || added != page->added)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(arena);
    size_t at = begin_of_last(data, size);
    struct inspection *want = read_part(arena, diag, data, at);
    struct inspection *got = read_part(arena, diag, data + at, size - at);
    GPtrArray *pages = want && got ? compare_text(arena, want->sheets, got->sheets, 0.5) : NULL;
    for (guint i = 0; pages && i < pages->len; i++)
        check_page(g_ptr_array_index(pages, i), g_ptr_array_index(want->sheets, i),
                   g_ptr_array_index(got->sheets, i));
    arena_free(arena);
    return 0;
}
