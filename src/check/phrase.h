/* phrase: lead phrases as words. A phrase is known as a whole when it is in the lists of
 * styles/phrases/, and by its words when each of them stands in some phrase of the lists. Private
 * to this room. */
#ifndef PLENARY_CHECK_PHRASE_H
#define PLENARY_CHECK_PHRASE_H

#include "check/copy.h"

/* DERIVED: only as the form for the other gender of a word in the lists. */
enum lead_place { IN_PREAMBLE = 1, IN_OPERATIVE = 2, DERIVED = 4 };

/* Where the bytes of a word stand in its phrase, and in which lists it is (enum lead_place; 0: in
 * none).
 */
struct word {
    int from, to;
    unsigned places;
};

enum { WORDS_MOST = 24 };

/* Whether a language has lists at all. */
bool phrase_has_lists(enum language language);

/* Cuts `size` bytes into words (Chinese: into the longest known pieces, what is not known is a word
 * without places). Returns how many, WORDS_MOST at most. Marks at the ends of words stand outside.
 */
int phrase_cut(enum language language, const char *text, int size, struct word *words);

/* Whether the phrase as a whole is in the list of a place. */
bool phrase_is_listed(enum language language, enum lead_place place, const char *text, int size);

/* The words of phrases, or the phrase of a language without spaces, that one slip of the pen (a
 * letter too many, too few, another, two in the wrong order) makes of these bytes; NULL when there
 * is none. Begins with a capital when the bytes do; the arena's. */
const char *phrase_meant(struct arena *arena, enum language language, const char *word, int size);

#endif
