/* typed_label: labels that stand in the text of a block instead of apart from it. Private to this
 * room. */
#ifndef PLENARY_TYPED_LABEL_H
#define PLENARY_TYPED_LABEL_H

#include "doc/doc.h"
#include "doc/label.h"

/* Moves a label from the front of a block's text to block->label. In files made from a word
 * processor a tab parts it from the text, after a parenthesis a space will do; with `by_space` a
 * space will do after any label that cannot be the start of a sentence. */
bool typed_label_take(struct arena *arena, struct node *block, bool by_space, struct label *label);

/* Files part numbers such as 1.1.2 in their middle: what is left in the text is moved to
 * block->label. */
void typed_label_complete(struct arena *arena, struct node *block);

/* Cuts block->label off the front of the text, where it is typed once more. */
void typed_label_drop(struct node *block);

#endif
