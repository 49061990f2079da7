/* masthead: what stands above the text of page 1: masthead, rules, session, agenda item. */
#ifndef PLENARY_MASTHEAD_H
#define PLENARY_MASTHEAD_H

#include "page/sheet.h"
#include "set/set.h"

/* Where the text may begin. */
struct masthead {
    length bottom; /* lower edge of the masthead or head matter */
    length after;  /* white wanted below it */
    const struct galley
        *galley; /* the one given, its first line calling the masthead's notes too */
};

/* Places the fields that the document has and the style lists; the place of others stays empty.
 * `emblem` may be NULL. False when a character is in no face. */
bool masthead_place(const struct compositor *compositor, const struct galley *galley,
                    const struct picture *emblem, struct sheet *sheet, struct masthead *masthead);

#endif
