/* raster: pictures as cairo surfaces, cairo surfaces as PNG. */
#ifndef PLENARY_RASTER_H
#define PLENARY_RASTER_H

#include <cairo.h>
#include <glib.h>

#include "page/book.h"

/* The picture with its transparency; the caller destroys it. NULL when there is no memory. */
cairo_surface_t *raster_surface(const struct picture *picture);

/* A page (from 0), black on white, RGB24; the caller destroys it. NULL when there is no memory. */
cairo_surface_t *raster_page(const struct book *book, int page, double dpi);

/* The bytes of a PNG file, the caller's; NULL when there is no memory. */
GByteArray *raster_png(cairo_surface_t *surface);

#endif
