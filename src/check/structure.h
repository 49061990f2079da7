/* structure: what a resolution consists of, for other families. Private to this room. */
#ifndef PLENARY_CHECK_STRUCTURE_H
#define PLENARY_CHECK_STRUCTURE_H

#include "check/copy.h"

/* Whether this is a clause of the preamble that stands behind an operative one. */
bool structure_is_astray(const struct copy *copy, const struct passage *passage);

#endif
