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
#define ALONE 5.0   /* the same, behind the edge, of a paragraph that has no other full line */

struct full_line {
    int sheet;
    double y, left, right;
    double size;   /* of its largest glyph, whose baseline is the line's */
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
        struct full_line next = {sheet,       glyph->y,       glyph->x, glyph->x + glyph->advance,
                                 glyph->size, char_of(glyph), false};
        g_array_append_val(lines, next);
        return;
    }
    if (glyph->size > line->size + 0.1) {
        line->size = glyph->size;
        line->y = glyph->y;
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

/* From the line before to a line, and on to the next one of its paragraph. */
struct step {
    int sheet;
    double y, down, next;
};

static void take_steps(const GArray *lines, GArray *steps)
{
    const struct full_line *line = (const struct full_line *)(void *)lines->data;
    for (guint i = 1; i + 1 < lines->len; i++) {
        struct step step = {line[i].sheet, line[i].y, line[i].y - line[i - 1].y,
                            line[i + 1].y - line[i].y};
        if (line[i - 1].sheet == line[i + 1].sheet)
            g_array_append_val(steps, step);
    }
}

static int by_step(const void *left, const void *right)
{
    const struct step *a = left, *b = right;
    return a->down < b->down ? -1 : a->down > b->down;
}

/* A line that stands lower or higher than the step of the text has it, and the next one again where
 * it would stand without. */
static void look_at_steps(const struct inspection *in, GArray *steps)
{
    struct tally tally = {0};
    g_array_sort(steps, by_step);
    double usual = steps->len ? g_array_index(steps, struct step, steps->len / 2).down : 0;
    for (guint i = 0; i < steps->len; i++) {
        const struct step *step = &g_array_index(steps, struct step, i);
        if (fabs(step->down - usual) > 1 && fabs(step->down + step->next - 2 * usual) < 0.2)
            tally_add(in, &tally, step->sheet, "the line at %.0f pt stands %.1f pt %s its place",
                      step->y, fabs(step->down - usual), step->down > usual ? "below" : "above");
    }
    tally_tell(in, &tally, DIAG_INSPECT_MEASURE, "lines");
}

static void take_paragraph(const struct inspection *in, const struct element *element, GArray *all,
                           GArray *steps)
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
    take_steps(lines, steps);
    if (lines->len == 2)
        g_array_index(lines, struct full_line, 0).alone = true;
    if (lines->len > 1)
        g_array_append_vals(all, lines->data, lines->len - 1);
    g_array_unref(lines);
}

static GArray *list_lines(const struct inspection *in, GArray *steps)
{
    GArray *all = g_array_new(FALSE, FALSE, sizeof(struct full_line));
    for (guint i = 0; i < in->tags->elements->len; i++)
        if (strcmp(tags_element(in->tags, (int)i)->role, "P") == 0 &&
            !tags_is_in(in->tags, (int)i, "Table"))
            take_paragraph(in, tags_element(in->tags, (int)i), all, steps);
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

/* The only full line of a paragraph may be ragged: what ends before the edge says nothing. */
static bool is_astray(const struct full_line *line, double beyond)
{
    return line->alone ? beyond < 0 || beyond >= ALONE : fabs(beyond) >= ASTRAY;
}

void inspect_measure(const struct inspection *in)
{
    struct tally tally = {0};
    GArray *steps = g_array_new(FALSE, FALSE, sizeof(struct step));
    GArray *lines = list_lines(in, steps);
    double edge = 0;
    bool justified = find_edge(in, lines, &edge);
    bool hang = justified && marks_hang(in, lines, edge);
    for (guint i = 0; justified && i < lines->len; i++) {
        const struct full_line *line = &g_array_index(lines, struct full_line, i);
        double beyond = end_of(in, line) - edge;
        bool is_mark = is_punctuation(line->last);
        double near = 2 * FLUSH + (is_mark ? HANGING : 0);
        if (fabs(beyond) > near && !may_hang(in, line->last) && !(hang && is_mark && beyond > 0) &&
            !is_astray(line, beyond))
            tally_add(in, &tally, line->sheet, "the line at %.0f pt ends %.1f pt %s the others",
                      line->y, fabs(beyond), beyond > 0 ? "behind" : "before");
    }
    tally_tell(in, &tally, DIAG_INSPECT_MEASURE, "lines");
    look_at_steps(in, steps);
    g_array_unref(steps);
    g_array_unref(lines);
}
