/* picture: the emblem's file → pixels. */
#ifndef PLENARY_PICTURE_H
#define PLENARY_PICTURE_H

#include "base/diag.h"
#include "page/book.h"

/* Reads an SVG or a PNG as a picture that fits into the box at 600 dpi at most, its aspect kept;
 * it has no words yet. NULL with an error that names the file and the reason. Nothing outside the
 * file is read. */
struct picture *picture_read(struct arena *arena, const char *path, struct box box,
                             struct diag *diag);

#endif
