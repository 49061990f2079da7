/* metadata: what the file says about itself: Info dictionary, XMP, output intent. */
#ifndef PLENARY_PDF_METADATA_H
#define PLENARY_PDF_METADATA_H

#include "page/book.h"
#include "pdf/object.h"

/* Each writes one object and returns its number. The date is SOURCE_DATE_EPOCH, else 00:00 UTC
 * of the book's date; when there is neither, the file has no date. */
int metadata_write_info(struct objects *objects, const struct book *book);
int metadata_write_xmp(struct objects *objects, const struct book *book);

/* The output intent of PDF/A (ISO 19005-2, 6.2.3): sRGB, in which DeviceGray and DeviceRGB have
 * a meaning. */
int metadata_write_intent(struct objects *objects);

#endif
