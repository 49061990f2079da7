/* compare: lines of two pages matched, as many as can be in their order. */
#include "inspect/compare.h"

#include <math.h>
#include <string.h>

#define MOST_LINES 600 /* of a page: those behind are the same only where they follow in step */

static const struct sheet_line *line_at(const struct sheet *sheet, guint index)
{
    return index < sheet->lines->len ? g_ptr_array_index(sheet->lines, index) : NULL;
}

static bool is_same(const struct sheet_line *a, const struct sheet_line *b)
{
    return a && b && strcmp(a->text, b->text) == 0;
}

/* --- the longest common sequence ------------------------------------------------------------ */

struct match {
    const struct sheet *want, *got;
    guint rows, columns;
    unsigned short *longest; /* from row and column on */
};

static unsigned short *cell(const struct match *match, guint row, guint column)
{
    return &match->longest[(size_t)row * (match->columns + 1) + column];
}

static struct match match_new(const struct sheet *want, const struct sheet *got)
{
    struct match match = {want, got, MIN(want->lines->len, MOST_LINES),
                          MIN(got->lines->len, MOST_LINES), NULL};
    match.longest = g_new0(unsigned short, (size_t)(match.rows + 1) * (match.columns + 1));
    for (guint row = match.rows; row-- > 0;)
        for (guint column = match.columns; column-- > 0;) {
            unsigned short down = *cell(&match, row + 1, column);
            unsigned short right = *cell(&match, row, column + 1);
            *cell(&match, row, column) =
                is_same(line_at(want, row), line_at(got, column))
                    ? (unsigned short)(*cell(&match, row + 1, column + 1) + 1)
                    : MAX(down, right);
        }
    return match;
}

/* --- one page ------------------------------------------------------------------------------ */

static void add(struct page_difference *page, enum change_kind kind, const char *text, double by)
{
    struct change change = {kind, text, by};
    g_array_append_val(page->changes, change);
    page->lost += kind == CHANGE_LOST;
    page->added += kind == CHANGE_NEW;
    page->moved += kind == CHANGE_MOVED;
}

static void add_pair(struct page_difference *page, const struct sheet_line *want,
                     const struct sheet_line *got, double near)
{
    double by = MAX(MAX(fabs(want->y - got->y), fabs(want->left - got->left)),
                    fabs(want->right - got->right));
    add(page, by > near ? CHANGE_MOVED : CHANGE_SAME, got->text, by);
}

static void compare_lines(struct page_difference *page, const struct sheet *want,
                          const struct sheet *got, double near)
{
    struct match match = match_new(want, got);
    guint row = 0, column = 0;
    while (row < match.rows && column < match.columns)
        if (is_same(line_at(want, row), line_at(got, column)))
            add_pair(page, line_at(want, row++), line_at(got, column++), near);
        else if (*cell(&match, row + 1, column) >= *cell(&match, row, column + 1))
            add(page, CHANGE_LOST, line_at(want, row++)->text, 0);
        else
            add(page, CHANGE_NEW, line_at(got, column++)->text, 0);
    while (is_same(line_at(want, row), line_at(got, column)))
        add_pair(page, line_at(want, row++), line_at(got, column++), near);
    for (; line_at(want, row); row++)
        add(page, CHANGE_LOST, line_at(want, row)->text, 0);
    for (; line_at(got, column); column++)
        add(page, CHANGE_NEW, line_at(got, column)->text, 0);
    g_free(match.longest);
}

static void free_array(void *array)
{
    g_array_unref(array);
}

static void free_pointers(void *array)
{
    g_ptr_array_unref(array);
}

GPtrArray *compare_text(struct arena *arena, const GPtrArray *want, const GPtrArray *got,
                        double near)
{
    GPtrArray *pages = g_ptr_array_new();
    arena_defer(arena, free_pointers, pages);
    for (guint i = 0; i < MIN(want->len, got->len); i++) {
        struct page_difference *page = ARENA_NEW(arena, struct page_difference);
        page->page = (int)i + 1;
        page->share = -1;
        page->changes = g_array_new(FALSE, FALSE, sizeof(struct change));
        arena_defer(arena, free_array, page->changes);
        compare_lines(page, g_ptr_array_index(want, i), g_ptr_array_index(got, i), near);
        g_ptr_array_add(pages, page);
    }
    return pages;
}
