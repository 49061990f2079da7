/* flate: bytes packed for the filter FlateDecode (ISO 32000-1, 7.4.4). */
#ifndef PLENARY_PDF_FLATE_H
#define PLENARY_PDF_FLATE_H

#include <glib.h>

/* How hard it is tried to find what was there before: hardly, as outlines of glyphs pack badly
 * whatever is done; a little, for pages, of which there are many; well. */
enum effort { EFFORT_OUTLINES, EFFORT_PAGE, EFFORT_FULL, EFFORT_COUNT };

/* The bytes as a zlib stream, the same whichever thread asks; the caller frees it. */
GByteArray *flate_pack(const void *bytes, size_t size, enum effort effort);

#endif
