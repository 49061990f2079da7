/* foreign: what is read from left to right within text from right to left, whatever stands around
 * it (composition.md G2, G3). */
#ifndef PLENARY_FOREIGN_H
#define PLENARY_FOREIGN_H

#include "set/text.h"

/* Signs from…to - 1. */
struct foreign {
    int from, to;
};

/* The document symbols, addresses, numbers in groups, and numbers with the Latin words behind them
 * ("43/78 H", "5 June 2021") of the text, in order, from sign `from` on: "(A/76/439)" without its
 * brackets. How many there are; they are the text's scratch. */
int foreign_find(const struct text *text, int from, struct foreign **found);

#endif
