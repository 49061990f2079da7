/* tokens: what is never, or only at a price, parted at a line's end: numbers with their company,
 * document symbols, dates, labels (composition.md A6, A7, A10, F7). */
#ifndef PLENARY_TOKENS_H
#define PLENARY_TOKENS_H

#include "set/text.h"

/* Raises signs[i].penalty inside the tokens of the text, and lowers it at the places where an
 * address may be parted. */
void tokens_tie(struct text *text, const struct style *style);

/* Where lines are not justified, dates and short brackets stand on one line, but for a price: "22
 * July 2044", "(Fourth Committee)". */
void tokens_tie_phrases(struct text *text, const struct style *style);

#endif
