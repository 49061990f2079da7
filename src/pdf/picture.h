/* picture: raster pictures as image XObjects (ISO 32000-1, 8.9). */
#ifndef PLENARY_PDF_PICTURE_H
#define PLENARY_PDF_PICTURE_H

#include <glib.h>
#include <stdbool.h>

#include "page/book.h"
#include "pdf/object.h"

struct pictures;

/* For print, colours are those of the sRGB profile: DeviceRGB has no meaning on a press. */
struct pictures *pictures_new(struct objects *objects, bool print);
void pictures_free(struct pictures *pictures);

/* The number of a picture, which is written when it is first asked for: 0 for /I0, … */
int pictures_number(struct pictures *pictures, const struct picture *picture);

/* Whether there is one. */
bool pictures_any(const struct pictures *pictures);

/* The pictures for a resource dictionary: "/I0 5 0 R". */
void pictures_put_resources(const struct pictures *pictures, GString *out);

#endif
