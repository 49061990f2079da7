/* content: the content stream of one page: everything painted, each thing either within the
 * marked content of its structure element or an artifact (ISO 14289-1, 7.1). */
#ifndef PLENARY_PDF_CONTENT_H
#define PLENARY_PDF_CONTENT_H

#include <glib.h>

#include "page/book.h"
#include "pdf/font.h"
#include "pdf/link.h"
#include "pdf/picture.h"
#include "pdf/structure.h"

/* What the pages of a book have in common. */
struct press {
    const struct book *book;
    const struct fontset *fonts;
    struct structure *structure;
    struct links *links;
    struct pictures *pictures;
    const char *ink; /* the operators that choose it */
};

/* Black as black ink alone: under an output intent of four inks too (ISO 19005-2, 6.2.4.3). */
#define INK_BLACK "0 g\n"

/* The operators of page `page` (from 0); the caller frees them. */
GString *content_write(const struct press *press, int page);

#endif
