/* contents: lists of a book that lead to its pages. */
#ifndef PLENARY_CONTENTS_H
#define PLENARY_CONTENTS_H

#include "set/set.h"

/* Sets the headings and contents (LIST of contents) of a document. Level 1 of a list has the titles
 * of parts, 2 entries, 3 entries of a list by symbol, 4 agenda items. The label of an ITEM's LINK
 * is its page number: it stands at the measure's end, dots lead to it. NULL when a character is in
 * no face. */
const struct galley *contents_set(const struct compositor *compositor, const struct node *doc);

#endif
