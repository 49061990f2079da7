/* uax14: where a line may start by the rules of Unicode alone (UAX #14), before those of the house.
 * Numbers go by the expression of its section 8.2, example 7: "(35)%", "1/2" are one, "a/5" is
 * none. Letters of South-East Asia, which a dictionary would part, stay whole. */
#ifndef PLENARY_UAX14_H
#define PLENARY_UAX14_H

#include <stdbool.h>
#include <stdint.h>

/* allowed[i] tells whether a line may, or must, start with character i; never with the first. */
void uax14_find(const uint32_t *characters, int count, bool *allowed);

#endif
