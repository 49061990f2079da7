/* contour: shapes drawn onto whatever takes outlines. */
#include "proof/contour.h"

double contour_points(length l)
{
    return l / (double)LENGTH_PT;
}

static void draw_rectangle(const struct outline_pen *pen, void *to, const double a[6])
{
    pen->move(to, a[0], a[1]);
    pen->line(to, a[0] + a[2], a[1]);
    pen->line(to, a[0] + a[2], a[1] + a[3]);
    pen->line(to, a[0], a[1] + a[3]);
    pen->close(to);
}

void contour_draw_shape(const struct outline_pen *pen, void *to, const struct shape *shape)
{
    for (int i = 0; i < shape->count; i++) {
        const struct stroke *stroke = &shape->strokes[i];
        double a[6];
        for (int n = 0; n < 6; n++)
            a[n] = contour_points(stroke->a[n]);
        if (stroke->op == 'm')
            pen->move(to, a[0], a[1]);
        else if (stroke->op == 'l')
            pen->line(to, a[0], a[1]);
        else if (stroke->op == 'c')
            pen->curve(to, a);
        else if (stroke->op == 'r')
            draw_rectangle(pen, to, a);
        else
            pen->close(to);
    }
}
