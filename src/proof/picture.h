/* picture: raster pictures as cairo surfaces, cairo surfaces as PNG. */
#ifndef PLENARY_PROOF_PICTURE_H
#define PLENARY_PROOF_PICTURE_H

#include <cairo.h>
#include <glib.h>

#include "page/book.h"

/* The picture with its transparency; the caller destroys it. NULL when there is no memory. */
cairo_surface_t *picture_surface(const struct picture *picture);

/* The bytes of a PNG file, the caller's; NULL when there is no memory. */
GByteArray *picture_png(cairo_surface_t *surface);

#endif
