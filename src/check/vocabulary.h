/* vocabulary: the frequent words of a language. Private to this room. */
#ifndef PLENARY_CHECK_VOCABULARY_H
#define PLENARY_CHECK_VOCABULARY_H

#include <stdbool.h>

#include "style/style.h"

/* Whether a word in small letters is known: frequent, or one that only looks like a frequent one.
 */
bool vocabulary_has(enum language language, const char *word);
/* How a frequent word is written by itself: names have a capital. NULL: it is not frequent. */
const char *vocabulary_written(enum language language, const char *word);
/* The frequent word with two accents or more that this one is without any; NULL: there is none. */
const char *vocabulary_accented(enum language language, const char *word);
/* The word with its letters alone, without their accents; the caller's. */
char *without_accents(const char *word);
/* Gives the frequent words that are one letter more, less, other or exchanged away; some of them
 * more than once. */
void vocabulary_near(enum language language, const char *word,
                     void (*take)(const char *word, void *data), void *data);

#endif
