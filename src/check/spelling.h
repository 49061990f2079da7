/* spelling: the words of a passage, one after the other. Private to this room. */
#ifndef PLENARY_CHECK_SPELLING_H
#define PLENARY_CHECK_SPELLING_H

#include "check/copy.h"

enum { LONGEST_WORD = 96 }; /* bytes; longer ones are passed over */

struct word {
    int from, to;                  /* bytes of the passage; both 0 before the first */
    char folded[LONGEST_WORD + 8]; /* in small letters, without marks of Arabic vowels */
    size_t size;                   /* of it */
};

/* The next word behind `word`: letters, with hyphens between letters. False at the end. */
bool next_word(const struct passage *passage, struct word *word);

#endif
