/* label_make: labels that a source leaves to whoever prints it (un-layout.md 5.2). Private to this
 * room. */
#ifndef PLENARY_LABEL_MAKE_H
#define PLENARY_LABEL_MAKE_H

#include "style/style.h"

/* The label of the `ordinal`th (from 1) paragraph (level 0: "1.") or item of a list of that level
 * (1: "(a)", 2: "(i)" and so on) in the style's language. */
const char *label_make(struct arena *arena, const struct style *style, int level, int ordinal);

#endif
