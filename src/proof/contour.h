/* contour: outlines drawn onto whatever takes them, so that every kind of proof draws the same. */
#ifndef PLENARY_CONTOUR_H
#define PLENARY_CONTOUR_H

#include "page/book.h"

/* What a surface does with an outline; `to` is the surface. */
struct contour_pen {
    void (*move)(void *to, double x, double y);
    void (*line)(void *to, double x, double y);
    void (*curve)(void *to, const double points[6]); /* a cubic: two controls, the end */
    void (*close)(void *to);
};

/* The outline of a glyph as the font has it, not hinted: units of the em, y upwards. Nothing for a
 * space. */
void contour_draw_glyph(const struct contour_pen *pen, void *to, const struct face *face,
                        uint32_t glyph);

/* The outline of a shape: points from the sheet's upper left corner, y downwards. */
void contour_draw_shape(const struct contour_pen *pen, void *to, const struct shape *shape);

/* A length in points. */
double contour_points(length l);

#endif
