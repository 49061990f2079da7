/* metadata: what the file says about itself: Info dictionary, XMP, output intent. */
#ifndef PLENARY_PDF_METADATA_H
#define PLENARY_PDF_METADATA_H

#include "page/book.h"
#include "pdf/object.h"
#include "pdf/profile.h"

/* Each writes one object and returns its number. The date is SOURCE_DATE_EPOCH, else 00:00 UTC
 * of the book's date; when there is neither, the file has no date, but for print it must have one
 * (ISO 15930-7), which is the first day of 1970. */
int metadata_write_info(struct objects *objects, const struct book *book, bool print);
int metadata_write_xmp(struct objects *objects, const struct book *book, bool print);

/* Writes the output intents (ISO 19005-2, 6.2.3), in which DeviceGray has a meaning: sRGB, or for
 * print the profile of the press, twice: as PDF/A and as PDF/X want it. Puts their array. */
void metadata_put_intents(struct objects *objects, const struct profile *profile, GString *out);

/* The sRGB profile; its object. */
int metadata_write_srgb(struct objects *objects);

#endif
