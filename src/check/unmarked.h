/* unmarked: lead phrases that the reader marked because the source does not. Private to this room.
 */
#ifndef PLENARY_CHECK_UNMARKED_H
#define PLENARY_CHECK_UNMARKED_H

#include "check/copy.h"

/* The reader has told of them: says how far they go, and how they are marked. */
void unmarked_complete(const struct copy *copy);

#endif
