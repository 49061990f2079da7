/* ties: words that hold on to their neighbours, by the lists of the style (composition.md A10, F7
 * to F11). */
#ifndef PLENARY_TIES_H
#define PLENARY_TIES_H

#include "set/reading.h"

/* Raises the price of line starts beside the words that the style names. */
void ties_price(struct reading *reading);

#endif
