/* para: one paragraph set. Private to this room. */
#ifndef PLENARY_PARA_H
#define PLENARY_PARA_H

#include "set/text.h"

/* A paragraph of that node in that form, without lines. */
struct para para_new(const struct node *node, const struct form *form);

/* Sets a text in the paragraph's form to a measure; the text is not needed any more then. Of
 * spaces alone nothing is set. `notes`: those that it calls, set. False when a character is in no
 * face: an error with code point and place is filed. */
bool para_set(const struct compositor *compositor, struct text *text, struct para *para,
              length measure, const struct note *const *notes);

#endif
