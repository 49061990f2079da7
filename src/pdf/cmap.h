/* cmap: what the codes of a Type 0 font are, as CMaps: of which glyph, and of which text (ISO
 * 32000-1, 9.7.5 and 9.10.3). */
#ifndef PLENARY_PDF_CMAP_H
#define PLENARY_PDF_CMAP_H

#include <glib.h>

#include "pdf/object.h"

struct code {
    unsigned code, cid;
    const char *text; /* not NUL-terminated */
    int size;
};

/* Sorts an array of struct code by code, which the others want. */
void cmap_sort(GArray *codes);

/* The number of a stream for /Encoding, of a font in which two codes may be one glyph. */
int cmap_add_encoding(const GArray *codes, struct objects *objects);

/* The number of a stream for /ToUnicode. */
int cmap_add_to_unicode(const GArray *codes, struct objects *objects);

#endif
