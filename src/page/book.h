/* book: pages of placed items, the one product that PDF and proofs take. Plain data, the arena's.
 */
#ifndef PLENARY_BOOK_H
#define PLENARY_BOOK_H

#include "base/units.h"
#include "doc/doc.h"
#include "set/galley.h"
#include "style/style.h"

/* A filled black outline; coordinates from the sheet's upper left corner, y downwards. */
struct stroke {
    char op; /* 'm' x y, 'l' x y, 'c' three points, 'z', 'r' x y width height */
    length a[6];
};

struct shape {
    int count;
    const struct stroke *strokes;
};

/* A raster picture: rows from the top, 4 bytes a pixel: red, green, blue, alpha (not
 * premultiplied). */
struct picture {
    int width, height;
    const unsigned char *pixels;
    bool grey;               /* red = green = blue everywhere */
    const char *alternative; /* words for readers who do not see it; NULL: an artifact */
};

enum placed_kind { PLACED_RUN, PLACED_SHAPE, PLACED_PICTURE };

/* What an item without an owner is (ISO 32000-1 14.8.2.2). REPEATED: the head of a table once more,
 * whose words no reader should find twice. */
enum artifact {
    ARTIFACT_NONE,
    ARTIFACT_HEADER,
    ARTIFACT_FOOTER,
    ARTIFACT_LAYOUT,
    ARTIFACT_REPEATED,
    ARTIFACT_PRESS /* beside the page: crop marks, slug line */
};

struct placed {
    enum placed_kind kind;
    enum artifact artifact; /* NONE: belongs to the structure element of run->owner or owner */
    const struct node *owner;
    /* RUN: its origin on the line's baseline, the run's rise not counted: who draws raises by it.
     * PICTURE: its upper left corner. SHAPE: not used, its strokes say where. */
    length x, y;
    const struct run *run;
    const struct shape *shape;
    const struct picture *picture;
    length width, height; /* PICTURE */
};

struct page {
    int number;        /* from 1 */
    const char *label; /* what is printed: "2/3"; nothing is on page 1, which has one too */
    int count;
    const struct placed *items; /* in logical order: head matter, text, notes, then artifacts */
    length slack;               /* white left above the lower edge of the text area */
    length stretched;           /* added between blocks to end on the last line */
    bool roman;                 /* the number is i, ii, … */
};

/* A place that links of the book lead to. */
struct anchor {
    const char *target; /* "A/RES/76/19", or "#…" of the book's own making */
    const char *name;   /* by which other files may ask for it; NULL: none */
    int page;           /* from 0 */
    length top;         /* from the sheet's upper edge */
};

struct book {
    const struct node *doc;
    const struct style *style;
    const struct source *source;
    length width, height; /* of every page */
    int page_count;
    const struct page *pages;
    const char *title;  /* "A/RES/76/19: title", for metadata and readers */
    const char *symbol; /* or NULL */
    enum language language;
    int anchor_count;
    const struct anchor *anchors; /* sorted by target, each once; links to others lead outside */
    struct date date;             /* of issue, else of adoption; year 0: none */
};

#endif
