/* raster: pictures as cairo surfaces, cairo surfaces as PNG. */
#ifndef PLENARY_RASTER_H
#define PLENARY_RASTER_H

#include <cairo.h>
#include <glib.h>

#include "page/book.h"

/* The picture with its transparency; the caller destroys it. NULL when there is no memory. */
cairo_surface_t *raster_surface(const struct picture *picture);

/* The bytes of a PNG file, the caller's; NULL when there is no memory. */
GByteArray *raster_png(cairo_surface_t *surface);

#endif
