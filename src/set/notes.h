/* notes: the notes that a block calls, set. Private to this room. */
#ifndef PLENARY_NOTES_H
#define PLENARY_NOTES_H

#include "set/set.h"

/* In the order of their calls; the arena's. *found_all becomes false when a character is in no
 * face: an error is filed. */
const struct note *const *notes_set(const struct compositor *compositor, const struct node *block,
                                    bool *found_all);

/* The block after `node` within `root`, whatever lists and tables it stands in; NULL: none. */
const struct node *notes_next_block(const struct node *node, const struct node *root);

#endif
