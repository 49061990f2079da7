/* pdf: book → one PDF file that is PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1) at once. */
#ifndef PLENARY_PDF_H
#define PLENARY_PDF_H

#include <glib.h>

#include "base/diag.h"
#include "page/book.h"

/* The file's bytes, the caller's to free; the same for the same book (dates come from
 * SOURCE_DATE_EPOCH, else from the document). NULL when a font cannot be embedded. */
GByteArray *pdf_write(struct arena *arena, const struct book *book, struct diag *diag);

#endif
