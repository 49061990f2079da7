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

/* The row of a shaped text whose breaks are settled. `hyphens`: hyphenation points are used. */
struct row *matter_make(const struct compositor *compositor, const struct text *text,
                        const struct form *form, bool hyphens);

/* Makes tokens that are wider than `limit` breakable (A7: a symbol after its "/"; anything else
 * anywhere), by lowering signs[].penalty; true when there was one. */
bool matter_loosen(struct text *text, const struct row *row, length limit);

/* How far the glyphs of a sign are moved from the place of its box part, and its set width. */
length matter_sign_shift(const struct text *text, int i);
length matter_sign_width(const struct text *text, int i);

#endif
