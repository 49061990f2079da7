/* sides: the page objects of the print variant: a page each with its marks, or several pages, each
 * a form XObject, on the side of a sheet (ISO 15930-7). */
#ifndef PLENARY_PDF_SIDES_H
#define PLENARY_PDF_SIDES_H

#include "page/impose.h"
#include "pdf/content.h"
#include "pdf/seats.h"

struct sides {
    const struct imposition *imposition;
    struct seats seats; /* of the book's pages */
    int *objects;       /* of every side */
};

/* Reserves all objects. The arena's. */
const struct sides *sides_reserve(struct arena *arena, const struct imposition *imposition,
                                  struct objects *objects);

/* Writes all sides and what is on them; the object number of the page tree. `resources` is that of
 * the resources, which are all known when this returns. */
int sides_write(const struct sides *sides, const struct press *press, struct objects *objects,
                int resources);

/* The colour space that marks are printed in, for the resources. */
void sides_put_colours(GString *out);

#endif
