/* marks: the recycling mark, drawn from a table of our own. In: a box. Out: three arrows. */
#include "page/marks.h"

#include <glib.h>

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
