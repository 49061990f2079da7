/* place: what a page holds → where it stands. */
#ifndef PLENARY_PLACE_H
#define PLENARY_PLACE_H

#include "page/makeup.h"
#include "page/sheet.h"

/* The text area of one page. */
struct frame {
    length x;      /* start of the measure */
    length top;    /* of the first line's slot */
    length bottom; /* of the last line of text or notes */
};

/* Places the text, then the rule and the notes at the frame's bottom. */
void place_text(const struct style *style, const struct column *column, const struct makeup *makeup,
                const struct fill *fill, const struct frame *frame, struct sheet *sheet);

#endif
