/* pdf: book → one PDF file that is PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1) at once, and
 * for print PDF/X-4 (ISO 15930-7) besides. */
#ifndef PLENARY_PDF_H
#define PLENARY_PDF_H

#include <glib.h>

#include "base/diag.h"
#include "page/book.h"
#include "page/impose.h"

/* The file's bytes, the caller's to free; the same for the same book (dates come from
 * SOURCE_DATE_EPOCH, else from the document). NULL when a font cannot be embedded. */
GByteArray *pdf_write(struct arena *arena, const struct book *book, struct diag *diag);

/* The same for the press: the sides of an imposition. All text is printed in black ink alone, marks
 * in every ink; links can't be followed, what they say is there. NULL, besides, when the style's
 * colour profile cannot be used. */
GByteArray *pdf_write_print(struct arena *arena, const struct imposition *imposition,
                            struct diag *diag);

#endif
