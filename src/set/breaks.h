/* breaks: where a line may end. UAX #14 gives the ground, a two-sided table (may the left sign
 * end a line, may the right one start one) and the tokens of the UN tailor it. */
#ifndef PLENARY_BREAKS_H
#define PLENARY_BREAKS_H

#include "set/text.h"

/* Settles signs[i].penalty for every sign: the price of starting a line with it, FILL_NEVER where
 * that is forbidden (composition.md A, F6, F7, F11). */
void breaks_find(struct text *text, const struct style *style);

#endif
