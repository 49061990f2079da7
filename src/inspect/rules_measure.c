/* rules_measure: justified lines end where the others do. One that does not has lost or got a
 * glyph, or a glyph of another width, after it was set. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "inspect/inspect.h"
#include "inspect/tally.h"

#define FLUSH 0.35  /* points: lines that end so near are one edge */
#define FEWEST 12   /* lines that make an edge */
#define ASTRAY 12.0 /* a line that ends farther off was not meant to be full */
#define HANGING 0.5 /* so much more of a mark may stand out */
#define ALONE 5.0   /* the same, of a paragraph that has no other full line */

struct full_line {
    int sheet;
    double y, left, right;
    gunichar last; /* the character on the right */
    bool alone;    /* the only full line of its paragraph */
};

/* --- lines of paragraphs, but for their last ------------------------------------------------- */

static gunichar char_of(const struct sheet_glyph *glyph)
{
    return glyph->text ? g_utf8_get_char(glyph->text) : 0;
}

/* Hyphens are soft in the text and have ink on the page. */
static bool is_blank(const struct sheet_glyph *glyph)
{
    gunichar c = char_of(glyph);
    return g_unichar_isspace(c) || (g_unichar_type(c) == G_UNICODE_FORMAT && c != 0xAD);
}

/* Hyphens may be soft in the text. */
static bool is_punctuation(gunichar c)
{
    return g_unichar_ispunct(c) || c == 0xAD;
}

/* Marks of Chinese have a white half, which hangs out. */
static bool may_hang(const struct inspection *in, gunichar c)
{
    return in->language == ZH && g_unichar_ispunct(c);
}

static void take_glyph(GArray *lines, int sheet, const struct sheet_glyph *glyph)
{
    struct full_line *line =
        lines->len ? &g_array_index(lines, struct full_line, lines->len - 1) : NULL;
    if (is_blank(glyph) || !glyph->upright)
        return;
    if (!line || line->sheet != sheet || fabs(glyph->y - line->y) > 7) {
        struct full_line next = {sheet,          glyph->y, glyph->x, glyph->x + glyph->advance,
                                 char_of(glyph), false};
        g_array_append_val(lines, next);
        return;
    }
    line->left = MIN(line->left, glyph->x);
    if (glyph->x + glyph->advance > line->right) {
        line->right = glyph->x + glyph->advance;
        line->last = char_of(glyph);
    }
}

/* Hyphens of broken words are artifacts of the layout: what is painted next, where a line ends. */
static void take_hyphen(const struct inspection *in, GArray *lines, int number,
                        const struct sheet_glyph *last)
{
    const GArray *painted = inspect_sheet(in, (guint)number - 1)->glyphs;
    const struct sheet_glyph *next = last + 1;
    if (next < (const struct sheet_glyph *)(void *)painted->data + painted->len &&
        fabs(next->y - last->y) < 0.1 && fabs(next->x - last->x - last->advance) < 1)
        take_glyph(lines, number, next);
}

static void take_paragraph(const struct inspection *in, const struct element *element, GArray *all)
{
    GArray *lines = g_array_new(FALSE, FALSE, sizeof(struct full_line));
    for (guint i = element->first; i < element->end; i++) {
        const struct stretch *stretch = tags_stretch(in->tags, i);
        for (guint k = 0; k < stretch->glyphs->len; k++)
            take_glyph(lines, stretch->sheet, g_ptr_array_index(stretch->glyphs, k));
        if (stretch->glyphs->len)
            take_hyphen(in, lines, stretch->sheet,
                        g_ptr_array_index(stretch->glyphs, stretch->glyphs->len - 1));
    }
    if (lines->len == 2)
        g_array_index(lines, struct full_line, 0).alone = true;
    if (lines->len > 1)
        g_array_append_vals(all, lines->data, lines->len - 1);
    g_array_unref(lines);
}

static GArray *list_lines(const struct inspection *in)
{
    GArray *all = g_array_new(FALSE, FALSE, sizeof(struct full_line));
    for (guint i = 0; i < in->tags->elements->len; i++)
        if (strcmp(tags_element(in->tags, (int)i)->role, "P") == 0 &&
            !tags_is_in(in->tags, (int)i, "Table"))
            take_paragraph(in, tags_element(in->tags, (int)i), all);
    return all;
}

/* --- the edge that most share ---------------------------------------------------------------- */

static int by_value(const void *left, const void *right)
{
    const double *a = left, *b = right;
    return *a < *b ? -1 : *a > *b;
}

static double end_of(const struct inspection *in, const struct full_line *line)
{
    return in->language == AR ? -line->left : line->right;
}

/* The densest place; false when most lines do not end there: the text is not justified. */
static bool find_edge(const struct inspection *in, const GArray *lines, double *edge)
{
    double *ends = g_new(double, lines->len + 1);
    guint most = 0;
    for (guint i = 0; i < lines->len; i++)
        ends[i] = end_of(in, &g_array_index(lines, struct full_line, i));
    qsort(ends, lines->len, sizeof *ends, by_value);
    for (guint i = 0, first = 0; i < lines->len; i++) {
        while (ends[i] - ends[first] > FLUSH)
            first++;
        if (i + 1 - first > most) {
            most = i + 1 - first;
            *edge = (ends[i] + ends[first]) / 2;
        }
    }
    g_free(ends);
    return most >= FEWEST && most * 10 > lines->len * 7;
}

/* Makers that let marks hang out of the measure do it everywhere. */
static bool marks_hang(const struct inspection *in, const GArray *lines, double edge)
{
    int hung = 0, marks = 0;
    for (guint i = 0; i < lines->len; i++) {
        const struct full_line *line = &g_array_index(lines, struct full_line, i);
        double beyond = end_of(in, line) - edge;
        bool is_mark = is_punctuation(line->last) && fabs(beyond) < ASTRAY;
        marks += is_mark;
        hung += is_mark && beyond > 2 * FLUSH + HANGING;
    }
    return hung > 2 && hung * 2 > marks;
}

void inspect_measure(const struct inspection *in)
{
    GArray *lines = list_lines(in);
    struct tally tally = {0};
    double edge = 0;
    bool justified = find_edge(in, lines, &edge);
    bool hang = justified && marks_hang(in, lines, edge);
    for (guint i = 0; justified && i < lines->len; i++) {
        const struct full_line *line = &g_array_index(lines, struct full_line, i);
        double beyond = end_of(in, line) - edge;
        bool is_mark = is_punctuation(line->last);
        double near = 2 * FLUSH + (is_mark ? HANGING : 0);
        if (fabs(beyond) > near && !may_hang(in, line->last) && !(hang && is_mark && beyond > 0) &&
            fabs(beyond) < (line->alone ? ALONE : ASTRAY))
            tally_add(in, &tally, line->sheet, "the line at %.0f pt ends %.1f pt %s the others",
                      line->y, fabs(beyond), beyond > 0 ? "behind" : "before");
    }
    tally_tell(in, &tally, DIAG_INSPECT_MEASURE, "lines");
    g_array_unref(lines);
}
