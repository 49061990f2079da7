/* lines: glyphs of a page put into lines. In: glyphs as painted. Out: lines from above, each from
 * left to right with its text as it stands. */
#include <stdlib.h>
#include <string.h>

#include "inspect/sheet.h"

/* Raised figures belong to their line: two baselines nearer than this are one. */
#define SAME_LINE 5.0

static int by_height(const void *left, const void *right)
{
    const struct sheet_glyph *a = *(struct sheet_glyph *const *)left,
                             *b = *(struct sheet_glyph *const *)right;
    return a->y < b->y ? -1 : a->y > b->y ? 1 : a < b ? -1 : a > b;
}

static int by_side(const void *left, const void *right)
{
    const struct sheet_glyph *a = *(struct sheet_glyph *const *)left,
                             *b = *(struct sheet_glyph *const *)right;
    return a->x < b->x ? -1 : a->x > b->x ? 1 : a < b ? -1 : a > b;
}

static void free_glyphs(void *array)
{
    g_ptr_array_unref(array);
}

/* What a line says; a gap that no space fills is one. */
static const char *text_of(struct arena *arena, const GPtrArray *glyphs)
{
    GString *out = g_string_new(NULL);
    double end = 0;
    for (guint i = 0; i < glyphs->len; i++) {
        const struct sheet_glyph *glyph = g_ptr_array_index(glyphs, i);
        bool gap = out->len && glyph->x - end > 0.22 * glyph->size;
        if (gap && out->str[out->len - 1] != ' ')
            g_string_append_c(out, ' ');
        g_string_append(out, glyph->text ? glyph->text : "\xEF\xBF\xBD");
        end = MAX(end, glyph->x + glyph->advance);
    }
    const char *copy = arena_strndup(arena, out->str, out->len);
    g_string_free(out, TRUE);
    return copy;
}

static bool is_artifact(const struct sheet *sheet, const struct sheet_glyph *glyph)
{
    return glyph->mark >= 0 && g_array_index(sheet->marks, struct mark, glyph->mark).artifact;
}

/* Spaces end where nobody sees it; the white half of Chinese marks may hang out. */
static bool is_blank(const struct sheet_glyph *glyph)
{
    gunichar c = glyph->text ? g_utf8_get_char(glyph->text) : 0;
    return c && (g_unichar_isspace(c) || g_unichar_ispunct(c));
}

/* The baseline of most of its type: that of the largest glyphs, the lowest of these. */
static void measure(const struct sheet *sheet, struct sheet_line *line)
{
    double largest = 0;
    line->left = 1e9;
    line->right = -1e9;
    line->artifact = true;
    for (guint i = 0; i < line->glyphs->len; i++) {
        const struct sheet_glyph *glyph = g_ptr_array_index(line->glyphs, i);
        line->artifact &= is_artifact(sheet, glyph);
        if (!is_blank(glyph)) {
            line->left = MIN(line->left, glyph->x);
            line->right = MAX(line->right, glyph->x + glyph->advance);
        }
        if (glyph->size > largest + 0.1 || (glyph->size > largest - 0.1 && glyph->y > line->y)) {
            largest = MAX(largest, glyph->size);
            line->y = glyph->y;
        }
    }
    if (line->right < line->left)
        line->left = line->right =
            ((const struct sheet_glyph *)g_ptr_array_index(line->glyphs, 0))->x;
    line->top = line->y - 0.8 * largest;
}

static void add_line(struct arena *arena, struct sheet *sheet, struct sheet_glyph **glyphs,
                     size_t count)
{
    struct sheet_line *line = ARENA_NEW(arena, struct sheet_line);
    line->glyphs = g_ptr_array_sized_new((guint)count);
    arena_defer(arena, free_glyphs, line->glyphs);
    qsort(glyphs, count, sizeof *glyphs, by_side);
    for (size_t i = 0; i < count; i++)
        g_ptr_array_add(line->glyphs, glyphs[i]);
    measure(sheet, line);
    line->text = text_of(arena, line->glyphs);
    g_ptr_array_add(sheet->lines, line);
}

/* The slug of a print variant and the like. */
static bool is_cut_off(const struct sheet *sheet, const struct sheet_glyph *glyph)
{
    return is_artifact(sheet, glyph) && (glyph->x + glyph->advance < 0 || glyph->x > sheet->width ||
                                         glyph->y < 0 || glyph->y > sheet->height);
}

void sheet_make_lines(struct arena *arena, struct sheet *sheet)
{
    sheet->lines = g_ptr_array_new();
    arena_defer(arena, free_glyphs, sheet->lines);
    struct sheet_glyph **sorted = g_new(struct sheet_glyph *, sheet->glyphs->len + 1);
    size_t count = 0, start = 0;
    for (guint i = 0; i < sheet->glyphs->len; i++) {
        struct sheet_glyph *glyph = &g_array_index(sheet->glyphs, struct sheet_glyph, i);
        if (glyph->upright && !is_cut_off(sheet, glyph))
            sorted[count++] = glyph;
    }
    qsort(sorted, count, sizeof *sorted, by_height);
    for (size_t i = 1; i <= count; i++)
        if (i == count || sorted[i]->y - sorted[start]->y > SAME_LINE) {
            add_line(arena, sheet, sorted + start, i - start);
            start = i;
        }
    g_free(sorted);
}
