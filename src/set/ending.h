/* ending: the rule that ends a draft. Private to this room. */
#ifndef PLENARY_ENDING_H
#define PLENARY_ENDING_H

#include <glib.h>

#include "set/set.h"

/* Adds the style's end rule to a row of struct para, as a line without words that does not part
 * from the paragraph above it; nothing where the style has none, or no paragraph is there. */
void ending_add(const struct compositor *compositor, GArray *paras);

#endif
