/* lines: a broken paragraph → lines of runs. */
#ifndef PLENARY_LINES_H
#define PLENARY_LINES_H

#include "set/matter.h"

struct lining {
    const struct compositor *compositor;
    const struct text *text;
    const struct row *row;
    const struct fill_rules *rules;
    const struct form *form;
    length measure;
    const struct note *const *notes; /* of the block, in the order of their calls */
};

/* The lines of one setting; everything is the arena's. */
struct setting lines_make(const struct lining *lining, const struct fill_setting *breaks);

#endif
