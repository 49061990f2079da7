/* anchor: places of a book that links of its own and of other files lead to. */
#ifndef PLENARY_ANCHOR_H
#define PLENARY_ANCHOR_H

#include "page/book.h"
#include "pdf/object.h"
#include "pdf/seats.h"

/* The place in the book that a link of that target means: "#…", or the address of a document that
 * is in the book, or of a part of one. NULL: it leads outside. */
const struct anchor *anchor_find(const struct book *book, const char *target);

/* "[12 0 R/XYZ null 700 null]": where an anchor is. */
void anchor_put(const struct book *book, const struct anchor *anchor, const struct seats *seats,
                GString *out);

/* Writes the names of places (ISO 32000-1, 12.3.2.3); the object number of their tree, 0 when
 * there is none. */
int anchor_write_names(const struct book *book, struct objects *objects, const struct seats *seats);

#endif
