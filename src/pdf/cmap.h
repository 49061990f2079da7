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
    int width; /* 1/1000 em */
};

/* Sorts an array of struct code by code, which the others want. */
void cmap_sort(GArray *codes);

/* "/DW 1000/W[5[500 250]9[250]]": what is not 1000, in stretches of codes that follow each other.
 * Second codes of a glyph stand there too, though nothing asks for them by the standard: readers
 * that take every code for the number of a glyph measure right. */
void cmap_put_widths(GString *out, const GArray *codes);

/* The number of a stream for /Encoding, of a font in which two codes may be one glyph. */
int cmap_add_encoding(const GArray *codes, struct objects *objects);

/* The number of a stream for /ToUnicode. */
int cmap_add_to_unicode(const GArray *codes, struct objects *objects);

#endif
