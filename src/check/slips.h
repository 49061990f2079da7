/* slips: how far a word is from another one. Private to this room. */
#ifndef PLENARY_CHECK_SLIPS_H
#define PLENARY_CHECK_SLIPS_H

#include <stdbool.h>

/* Whether one slip of the pen makes one word of the other: a letter left out, added, put for
 * another one, or two neighbours that changed places. Equal words: false. Both are UTF-8. */
bool is_slip_of(const char *word, const char *meant);

/* Slips counted as above, as far as 2 of them; 3 for more. */
int slips_between(const char *word, const char *meant);

#endif
