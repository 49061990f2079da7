/* proof: pages on a cairo surface, and pages as text. Items are drawn in their order, black on
 * white. */
#ifndef PLENARY_PROOF_H
#define PLENARY_PROOF_H

#include <glib.h>

#include "page/book.h"

/* One page (from 0) as PNG at `dpi`, not hinted; the caller frees it. NULL when there is no memory
 * for so many pixels. */
GByteArray *proof_png(const struct book *book, int page, double dpi);
/* The same in 16 greys, a fourth of the size: for looking at many pages on a screen. */
GByteArray *proof_preview(const struct book *book, int page, double dpi);
/* One page as SVG 1.1, glyphs as outlines; the caller frees it. */
GByteArray *proof_svg(const struct book *book, int page);
/* All pages as text: one placed line of text a line with its place: the form of --to pages. */
const char *proof_text(struct arena *arena, const struct book *book);

#endif
