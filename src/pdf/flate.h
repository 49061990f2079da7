/* flate: bytes packed for the filter FlateDecode (ISO 32000-1, 7.4.4). */
#ifndef PLENARY_PDF_FLATE_H
#define PLENARY_PDF_FLATE_H

#include <glib.h>

/* The bytes as a zlib stream, the same whichever thread asks; the caller frees it. */
GByteArray *flate_pack(const void *bytes, size_t size);

#endif
