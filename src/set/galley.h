/* galley: one endless column of set lines, each with the notes it calls. Plain data: can be
 * printed as text (--to galley) and written by hand in a test. Everything is the arena's. */
#ifndef PLENARY_GALLEY_H
#define PLENARY_GALLEY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/units.h"
#include "doc/doc.h"
#include "set/fonts.h"

/* What a run is in its owner. */
enum run_part {
    RUN_BODY,
    RUN_LABEL,  /* "1.", "(a)", the figure before a note's text */
    RUN_CALL,   /* a note's call in the text; owner is the NOTE */
    RUN_HYPHEN, /* a hyphen of the line break, not of the text: an artifact, text is "" */
    RUN_LEADER  /* dots that lead to a page number: an artifact */
};

struct glyph {
    uint32_t id;
    uint32_t at; /* byte offset in the run's text of the first character of its cluster */
    length x, y; /* where its origin stands: from the run's x and baseline, y upwards */
};

/* Glyphs of one face, size and owner, on one line. Texts of the runs of a line, joined, are the
 * text of the line as it should be extracted, spaces included: a space that was replaced by
 * autospace or dropped at the line's end has a byte in the text and a space glyph without
 * advance where the source had one, and neither where it had none. Glyphs are in logical order. */
struct run {
    const struct face *face;
    length size;
    length x;    /* of its left edge, from the left edge of the line's box */
    length rise; /* of superior figures, upwards */
    length width;
    const char *text; /* not NUL-terminated */
    uint32_t text_length;
    uint32_t glyph_count;
    const struct glyph *glyphs;
    const struct node *owner; /* innermost of block, SPAN, LINK, NOTE that it belongs to */
    enum run_part part;
    enum language language; /* of the run's text; differs from the document's in foreign words */
    unsigned look;          /* LOOK_UNDERLINE and the like, to be drawn as rules */
    int16_t expansion;      /* its glyphs are so much wider than by nature, per mille; below 0:
                             * narrower */
    bool rtl;               /* of an odd bidi level: its first character is its rightmost */
};

struct note; /* below */
struct grid; /* below */

struct line {
    uint32_t run_count;
    const struct run *runs; /* in the order of the text, wherever they stand */
    const uint32_t *cells;  /* a line of a grid: where the runs of each cell begin, and the end */
    length box;             /* width of the box that x are counted in: the whole measure */
    length width;   /* natural end of the last run; equals the measure when justified. Both are */
    length measure; /* counted from the start edge of the box, measure to where the line ends */
    uint32_t note_count;
    const struct note *const *notes; /* called in this line, in order */
    bool rtl;                        /* its paragraph runs from right to left */
    bool hyphen;                     /* ends with a hyphen */
    bool last;                       /* the last of its paragraph */
    /* the trace: what justification did, for messages, tests and `--to galley` */
    length natural; /* width before shrinking or stretching */
    length opening; /* every gap that may open was opened by this much (D10) */
    int32_t spaces; /* word spaces, in per mille of their natural width; 1000 where none */
    int expansion;  /* of its glyphs, in per mille: 0 is their natural width */
    int8_t shrink_level, stretch_level; /* the last level used; 0: none */
    uint32_t from, to;                  /* bytes of the paragraph's text */
};

/* One way to set a paragraph. */
struct setting {
    int line_count;
    const struct line *lines;
    int64_t demerits;
};

/* A set paragraph. setting[1] is the best one; [0] and [2] have one line less and one more where
 * the paragraph allows that within bounds, else line_count is 0. */
struct para {
    const struct node *node; /* the block; NULL for words that no node holds (heads, feet) */
    const struct form *form;
    length leading, size;
    length baseline; /* from a line slot's top to its baseline */
    length before, after;
    int keep_next; /* lines of what follows that must stand on the same page */
    bool keep_whole;
    const struct grid *grid; /* a row of a table; NULL: a paragraph of text */
    struct setting setting[3];
};

/* Where a rule of a table stands: along the upper or the lower edge of a row, or upright beside
 * it. */
enum grid_edge { GRID_ABOVE, GRID_BELOW, GRID_UPRIGHT };

struct grid_rule {
    enum grid_edge edge;
    length x, width; /* from the start edge of the box; upright: of its middle, width is 0 */
    length thickness;
};

/* A row of a table, or a piece of a row of one cell. It is set as lines of one leading, each
 * holding what stands beside each other in the cells, so that a page may end between any two. Lines
 * of a cell that spans rows go on in the rows below. Its para has one setting. */
struct grid {
    const struct node *table;
    const struct node *row;
    int cell_count;           /* cells with something in this row, in reading order */
    const struct para *heads; /* what is repeated above when a page begins here, row by row; */
    int head_count;           /* 0: nothing */
    bool first;               /* begins the table: its upper rules always stand */
    length above, below;      /* from the lines to its edges, where the rules are */
    int rule_count;
    const struct grid_rule *rules;
};

/* A note is set once and travels with its line. */
struct note {
    const struct node *node;
    int para_count;
    const struct para *paras;
    int line_count; /* of setting[1], all paras */
};

struct galley {
    int para_count;
    const struct para *paras;
    const struct node *doc;
};

/* The galley as text: a paragraph a block, a line a line, with its width, what was done to it and
 * the notes it calls. The form of `--to galley`. */
const char *galley_print(struct arena *arena, const struct galley *galley);

#endif
