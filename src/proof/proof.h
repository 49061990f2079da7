/* proof: pages on a cairo surface, and pages as text. */
#ifndef PLENARY_PROOF_H
#define PLENARY_PROOF_H

#include <glib.h>

#include "page/book.h"
#include "set/fonts.h"

/* One page (from 0) as PNG at `dpi`, black on white, not hinted; the caller frees it. */
GByteArray *proof_png(const struct book *book, int page, double dpi);
/* One page as SVG 1.1, glyphs as outlines. */
GByteArray *proof_svg(const struct book *book, int page);
/* All pages as text: one placed line of text a line with its place: the form of --to pages. */
const char *proof_text(struct arena *arena, const struct book *book);

#endif
