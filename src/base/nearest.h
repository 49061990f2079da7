/* nearest: what a misspelt word was probably meant to be. */
#ifndef PLENARY_NEAREST_H
#define PLENARY_NEAREST_H

/* The one of `count` words that is made of `word` by the fewest insertions, deletions, changes and
 * swaps of neighbours; NULL when none is near. Lent. */
const char *nearest_word(const char *word, const char *const *words, int count);

#endif
