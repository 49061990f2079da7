/* hyphen: the points where a Western word may be parted, by Liang's patterns (F2, A8). */
#ifndef PLENARY_HYPHEN_H
#define PLENARY_HYPHEN_H

#include "set/text.h"

/* Sets signs[i].late before every letter that a hyphen may go before, in `need` also where the
 * style allows it in need only; does nothing where the style names no patterns or they are not
 * installed. Patterns are read once a process. */
void hyphen_mark(struct text *text, const struct style *style, bool need);

/* The points of one word in UTF-8: allowed[i] tells whether it may be parted after character i.
 * For hyphen_mark and the conformance table. False without patterns. */
bool hyphen_word(const char *patterns, const char *word, int before, int after, bool *allowed);

#endif
