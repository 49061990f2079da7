/* bidi: which way each sign of a block runs (UAX #9, by FriBidi), and where that puts the signs of
 * a line (composition.md G1 to G3). Nobody else includes FriBidi's header. */
#ifndef PLENARY_BIDI_H
#define PLENARY_BIDI_H

#include "set/text.h"

/* Settles signs[].level, `rtl` and `mixed`. The paragraph's direction is that of the style's
 * language. Labels, calls, and what foreign.h finds are isolates, and so
 * is a paragraph from right to left that has Latin letters only. */
void bidi_find_levels(struct text *text, const struct style *style);

/* Rule L2: order[v] is the number of the element that stands v-th from the left. */
void bidi_order(const uint8_t *levels, int count, int *order);

/* LRM, RLM, embeddings, overrides, isolates: signs that are not seen. */
bool bidi_is_control(uint32_t c);

#endif
