/* typos: words that are one slip of the pen from a frequent one. Private to this room. */
#ifndef PLENARY_CHECK_TYPOS_H
#define PLENARY_CHECK_TYPOS_H

#include "check/copy.h"

/* typo: words that joined or fell in two, see pieces.c. */
void broken_words(const struct copy *copy, const struct passage *passage);
/* typo: once a document. */
void misspelt_frequent_word(const struct copy *copy);

#endif
