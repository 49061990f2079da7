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

/* A stretch of a larger book. */
struct section {
    int first;        /* number of its first page */
    bool roman;       /* its pages are i, ii, … */
    bool bare;        /* cover and title page: no heads and feet */
    length top;       /* where the text of its first page begins; 0: where all pages do */
    const char *head; /* running title; NULL: that of the document */
};

/* Makes up the pages of a section: no masthead, no foot of page 1; heads and feet on every page,
 * the symbols in them those of the documents (NODE_DOC) that the page has. The pages of the book
 * that comes back have no other meaning than that of its part in the larger one. NULL when a word
 * cannot be set. */
const struct book *page_make_up_section(const struct compositor *compositor,
                                        const struct galley *galley, const struct section *section);

/* The number of a page as it is printed: "14", "xiv"; the arena's. */
const char *page_number(struct arena *arena, int number, bool roman);

#endif
