/* pen: writes glyphs of one page as text operators (ISO 32000-1, 9.4), each where layout wants
 * it to 1/1000 em, in as few operators as possible. */
#ifndef PLENARY_PDF_PEN_H
#define PLENARY_PDF_PEN_H

#include <glib.h>
#include <stdbool.h>

#include "base/units.h"
#include "pdf/font.h"

struct pen {
    GString *out;
    length page_height;
    bool down; /* within a text object */
    /* the state of the text object */
    const struct font *font;
    length size;
    int expansion; /* of glyphs, per mille: horizontal scaling */
    bool placed;
    double x;           /* pt; where the next glyph would stand */
    length y;           /* the baseline, from the upper edge */
    bool array, string; /* of a TJ operator, open */
};

/* Begins and ends a text object; neither does anything when that is done already. */
void pen_down(struct pen *pen);
void pen_up(struct pen *pen);

/* Ends the operator that is being written, so that others may follow. */
void pen_flush(struct pen *pen);

/* One glyph in the size and width of its run, with its origin at x, y from the page's upper left
 * corner; `extra` is added to its advance. */
void pen_put(struct pen *pen, const struct font *font, const struct run *run, struct sort sort,
             length x, length y, length extra);

#endif
