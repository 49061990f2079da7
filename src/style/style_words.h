/* style_words: the words of one style in one language. Private to this room. */
#ifndef PLENARY_STYLE_WORDS_H
#define PLENARY_STYLE_WORDS_H

#include "style/style_keys.h"

struct style_words;

/* No words yet; the arena's. */
struct style_words *words_new(struct arena *arena);

/* Takes the pairs of `mapping`: a text each, or a list, whose texts get the keys "months.1",
 * "months.2", …  Where `known` is set a key must be there already, so that a slip in a user's
 * style is found. False, with an error, when something was not understood. */
bool words_take(struct style_words *words, const struct style_reading *reading,
                const struct yaml *mapping, bool known);

/* A word, or NULL. */
const char *words_get(const struct style_words *words, const char *key);

#endif
