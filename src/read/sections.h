/* sections: what only shows when all blocks of a container are there: titles that nothing but
 * their look and place marks, numbers of sections that stand apart from their titles, annexes that
 * follow one another in one piece (formats.md 2.8, 2.9). Private to this room. */
#ifndef PLENARY_SECTIONS_H
#define PLENARY_SECTIONS_H

#include "doc/doc.h"
#include "style/style.h"

/* Settles the sections of a document whose text is as it was read: white space not yet folded,
 * because a tab at the front of a block tells a paragraph from a title. */
void sections_settle(struct arena *arena, struct node *doc, const struct style *style);

#endif
