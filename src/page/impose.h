/* impose: book → sheets. Pages stand on the sides of sheets so that they are in order once the
 * sheets are printed on both sides, folded or cut. The press turns a sheet over about the vertical
 * axis of its front as it lies here. */
#ifndef PLENARY_IMPOSE_H
#define PLENARY_IMPOSE_H

#include "page/book.h"
#include "set/set.h"

enum scheme {
    SCHEME_SINGLE, /* each page on a sheet of its own, in order */
    SCHEME_LEAVES, /* leaves beside and below each other, to be cut apart: in order as they lie */
    SCHEME_SIGNATURES /* folded sheets, laid into each other: 2 pages a side are folded once, 4
                       * twice, head to head */
};

/* How a book is to be printed. Zeros: pages singly. */
struct print_order {
    enum scheme scheme;
    int up;            /* LEAVES: on a side: 2 or 4 */
    int signature;     /* SIGNATURES: pages of each; 0: the book is one (a booklet) */
    const char *sheet; /* "A3", "SRA3", "A2", "SRA2"; NULL: the SRA sheet that has room */
};

/* Takes booklet, 2up, 4up or signature:N; a name of a sheet in whatever case. False when it is none
 * of them. */
bool impose_take_scheme(struct print_order *order, const char *name);
bool impose_take_sheet(struct print_order *order, const char *name);

/* A page on a side. */
struct cell {
    int page;        /* from 0 */
    length x, y;     /* its upper left corner as it lies there, from that of the sheet */
    bool turned;     /* upside down */
    struct box clip; /* beyond it nothing of the page is printed: its bleed, no neighbour's */
};

struct side {
    int cell_count; /* blank pages have none */
    const struct cell *cells;
};

struct imposition {
    const struct book *book;
    /* Each side is a page here: crop, fold and registration marks and a slug line, nothing else.
     * All of it is printed in every ink. Fronts and backs in turn, except of single pages. */
    struct book sheets;
    const struct side *sides; /* as many */
    struct box trim, bleed;   /* of every side; of imposed ones, round all pages */
    bool single;
};

/* Imposes a book in its style's measures (`print`). NULL, with an error, when the pages do not fit
 * on the sheet or a slug line cannot be set. */
const struct imposition *impose_book(const struct compositor *compositor, const struct book *book,
                                     const struct print_order *order);

#endif
