/* contour: shapes drawn onto whatever takes outlines, so that every kind of proof draws the same.
 */
#ifndef PLENARY_CONTOUR_H
#define PLENARY_CONTOUR_H

#include "page/book.h"
#include "set/outline.h"

/* The outline of a shape: points from the sheet's upper left corner, y downwards. */
void contour_draw_shape(const struct outline_pen *pen, void *to, const struct shape *shape);

/* A length in points. */
double contour_points(length l);

#endif
