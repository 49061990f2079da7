/* loosen: what holds together may be parted where it is too long for any line to come out well. */
#ifndef PLENARY_LOOSEN_H
#define PLENARY_LOOSEN_H

#include "set/matter.h"

/* Makes what no line may be broken in for more than `limit` breakable, by lowering
 * signs[].penalty: words tied together at a space, a symbol after its "/", and what is longer than
 * twice the limit anywhere (A7). True when there was such a place. */
bool loosen_text(struct text *text, const struct row *row, length limit);

#endif
