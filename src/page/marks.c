/* marks: the recycling mark: three arrows from a table of our own, and words as outlines. */
#include "page/marks.h"

#include <glib.h>

#include "page/sheet.h"
#include "set/outline.h"

/* The arrow round the top corner, from the triangle's centre, y upwards; the other two are the
 * same, turned by 120 degrees. */
static const int arrow[][2] = {
    {-125, 144}, {-246, 214}, {-136, 405}, {136, 405}, {227, 247},
    {281, 278},  {237, 90},   {52, 146},   {106, 177}, {0, 360},
};
enum { POINTS = G_N_ELEMENTS(arrow), ARROWS = 3 };
enum { HALF_WIDTH = 419, CENTRE_Y = 12 }; /* of the whole mark, which is less high than wide */

static const int64_t turn[ARROWS][2] = {{1000, 0}, {-500, 866}, {-500, -866}}; /* cos, sin */

/* A point of the table in the box. */
static struct stroke stroke_to(char op, const int point[2], const int64_t turned[2],
                               const struct box *box)
{
    int64_t x = point[0] * turned[0] - point[1] * turned[1];
    int64_t y = point[0] * turned[1] + point[1] * turned[0] - CENTRE_Y * 1000;
    length half = MIN(box->width, box->height) / 2;
    struct stroke stroke = {.op = op};
    stroke.a[0] = box->x + box->width / 2 + length_scale(half, x, HALF_WIDTH * 1000);
    stroke.a[1] = box->y + box->height / 2 - length_scale(half, y, HALF_WIDTH * 1000);
    return stroke;
}

const struct shape *marks_recycle(struct arena *arena, struct box box)
{
    struct shape *shape = ARENA_NEW(arena, struct shape);
    struct stroke *strokes = ARENA_ARRAY(arena, struct stroke, ARROWS * (POINTS + 1));
    for (int i = 0; i < ARROWS; i++) {
        for (int k = 0; k < POINTS; k++)
            strokes[shape->count++] = stroke_to(k ? 'l' : 'm', arrow[k], turn[i], &box);
        strokes[shape->count++].op = 'z';
    }
    shape->strokes = strokes;
    return shape;
}

/* --- words as part of a mark --------------------------------------------------------- */

struct drawing {
    GArray *strokes;
    const struct run *run;
    length x, y; /* of the glyph's origin on the sheet */
};

static void add_stroke(struct drawing *d, char op, const double *points, int count)
{
    struct stroke stroke = {.op = op};
    for (int i = 0; i < count; i += 2) {
        stroke.a[i] = d->x + (length)(points[i] * d->run->size / d->run->face->upem);
        stroke.a[i + 1] = d->y - (length)(points[i + 1] * d->run->size / d->run->face->upem);
    }
    g_array_append_val(d->strokes, stroke);
}

static void draw_move(void *to, double x, double y)
{
    add_stroke(to, 'm', (const double[]){x, y}, 2);
}

static void draw_line(void *to, double x, double y)
{
    add_stroke(to, 'l', (const double[]){x, y}, 2);
}

static void draw_curve(void *to, const double points[6])
{
    add_stroke(to, 'c', points, 6);
}

static void draw_close(void *to)
{
    add_stroke(to, 'z', NULL, 0);
}

static void draw_run(struct drawing *d, length x, length y)
{
    static const struct outline_pen pen = {draw_move, draw_line, draw_curve, draw_close};
    for (uint32_t g = 0; g < d->run->glyph_count; g++) {
        const struct glyph *glyph = &d->run->glyphs[g];
        d->x = x + d->run->x + glyph->x;
        d->y = y - d->run->rise - glyph->y;
        outline_draw_glyph(&pen, d, d->run->face, glyph->id);
    }
}

/* Where the glyphs of a line stand in its box, which is as far from the left as a drawing that the
 * sheet will mirror must have them from the start. */
static length left_of(const struct line *line)
{
    length left = line->run_count ? line->runs[0].x : 0;
    for (uint32_t i = 1; i < line->run_count; i++)
        left = MIN(left, line->runs[i].x);
    return left;
}

const struct shape *marks_words(struct arena *arena, const struct para *words, length x, length y)
{
    struct drawing d = {.strokes = g_array_new(FALSE, FALSE, sizeof(struct stroke))};
    const struct setting *setting = &words->setting[1];
    for (int i = 0; i < setting->line_count; i++) {
        const struct line *line = &setting->lines[i];
        length left = x + line_begin(line) - left_of(line);
        for (uint32_t r = 0; r < line->run_count; r++) {
            d.run = &line->runs[r];
            draw_run(&d, left, y + i * words->leading);
        }
    }
    struct shape *shape = ARENA_NEW(arena, struct shape);
    shape->count = (int)d.strokes->len;
    shape->strokes = arena_copy(arena, d.strokes->data, sizeof(struct stroke) * d.strokes->len);
    g_array_free(d.strokes, TRUE);
    return shape;
}
