/* page: galley → book. Make-up is one shortest path over page breaks (composition.md 5.4), never
 * a re-layout; heads and feet are filled when the page count is known. */
#ifndef PLENARY_PAGE_H
#define PLENARY_PAGE_H

#include "page/book.h"
#include "set/set.h"

/* Makes up the pages, masthead and foot of page 1 included. `emblem` is a file (SVG or PNG) that
 * overrides the style's, or NULL. NULL when the emblem cannot be read or a word cannot be set. */
const struct book *page_make_up(const struct compositor *compositor, const struct galley *galley,
                                const char *emblem);

#endif
