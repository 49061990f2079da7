/* matter: signs → boxes and joints. Here the widths of Chinese marks, the space between Han and
 * Western text and the places that may open or close become numbers (composition.md B, C, D). */
#ifndef PLENARY_MATTER_H
#define PLENARY_MATTER_H

#include "set/fill.h"
#include "set/text.h"

/* A box is a stretch of signs that nothing comes between. */
struct extent {
    int from, to; /* signs */
};

struct row {
    struct matter matter;
    struct extent *boxes;
    length start; /* x of the first box: the label's, else the first line's */
    length turn;  /* x of the following lines */
};

enum matter_help {
    MATTER_HYPHENS = 1, /* hyphenation points are used */
    MATTER_OPEN = 2 /* what D11 keeps shut opens too: word spaces, marks beside Western text; for
                     * lines that have nothing else, such as lists of numbers */
};

/* The row of a shaped text whose breaks are settled; it lives as long as the text. `help`: what
 * the pass may use. */
struct row *matter_make(const struct compositor *compositor, const struct text *text,
                        const struct form *form, unsigned help);

/* How far the glyphs of a sign are moved from the place of its box part, and its set width. */
length matter_sign_shift(const struct text *text, int i);
length matter_sign_width(const struct text *text, int i);

#endif
