/* makeup: where pages end. One shortest path over all pages at once (composition.md 5.4), exact
 * for its costs but for a note of very many pages, linear in the number of lines. */
#ifndef PLENARY_MAKEUP_H
#define PLENARY_MAKEUP_H

#include "page/column.h"

/* Room for text and notes. */
struct area {
    length first; /* height of the text area of page 1 */
    length later; /* of all other pages */
    length rule;  /* from the last text line to the first note's slot: white, rule, white */
    bool verso;   /* page 1 is a left-hand one, as high as the others */
};

/* The areas of a style's pages, when the text of page 1 begins at `top`. Later pages hold whole
 * lines, so that a page of nothing but lines ends on the last one too. */
struct area makeup_area(const struct style *style, const struct column *column, length top);

/* Rules that had to be broken, for a message. */
enum broken {
    BROKEN_SPREAD = 1,     /* I4: the pages of a spread end on different lines */
    BROKEN_NOTE_SHORT = 2, /* H3: a note of less than four lines split, or one line alone */
    BROKEN_LONE_WIDE = 4,  /* I1: a lone line of at least 2/3 of the measure */
    BROKEN_LONE = 8,       /* I1: a lone line */
    BROKEN_KEEP = 16,      /* I2, I3 */
    BROKEN_NOTE_AWAY = 32, /* H1: a note begins after the page of its call */
    BROKEN_OVERFULL = 64   /* a line higher than the page */
};

/* What one page holds. */
struct fill {
    struct cut from, to;
    int note_from, note_to; /* note lines */
    length stretched;       /* added to the whites that may open, all together */
    length slack;           /* white that is left above the notes or the page's end */
    int run;                /* -1, 0, 1: lines that its spread is longer */
    unsigned broken;        /* enum broken */
};

struct makeup {
    int page_count;
    const struct fill *pages;
    const uint8_t *setting; /* of each paragraph */
};

/* Makes up a column. There is always a way: when the rules leave none, the least important ones
 * are broken where they must be, and the pages say so. */
const struct makeup *makeup_find(struct arena *arena, const struct column *column,
                                 const struct area *area);

/* --- what a page costs (makeup_cost.c) ----------------------------------------------- */

#define COST_NEVER INT64_MAX

/* A page as the program sees it when it ends one. */
struct ending {
    bool last;     /* the page ends the document, or an annex begins behind it */
    bool recto;    /* the reader turns the page behind it */
    bool notes;    /* it has notes */
    int64_t slack; /* from its content to the page's end, before anything is opened */
    length line;   /* leading of the text */
    int gaps;      /* whites that may open */
    int lines;     /* lines of text */
    int carried;   /* lines of notes left for the next page */
    int run;       /* of its spread */
    uint8_t flags; /* of the cut at its end */
    unsigned broken;
};

/* How much of the slack the whites take: a quarter line each at most (I4). */
length ending_stretch(const struct ending *ending);

int64_t ending_cost(const struct ending *ending);

/* What a paragraph costs in a setting other than its best. */
int64_t setting_cost(const struct para *para, int setting);

/* The rules that a cut with these flags breaks. */
unsigned flags_broken(uint8_t flags);

#endif
