/* pattern: names of outputs, "{symbol}.{language}" with what is known of each document put in. */
#ifndef PLENARY_PATTERN_H
#define PLENARY_PATTERN_H

#include <stdbool.h>

#include "batch/record.h"

#define PATTERN_USUAL "{symbol}.{language}"

/* Whether a pattern can be used: known place-holders, no way out of the folder. Else *wrong says
 * what is wrong with it, the arena's. */
bool pattern_check(struct arena *arena, const char *pattern, const char **wrong);

/* The name of a document, without suffix, the arena's. {symbol}, {language}, {number}, {session},
 * {organ}, {kind}, {style}; {input} is the name of its file without folder and suffix, which also
 * stands for a symbol that is not known. Of what is put in, letters, digits, full stops and hyphens
 * stay, everything else becomes _. */
const char *pattern_fill(struct arena *arena, const char *pattern, const char *const *facts,
                         const char *input);

#endif
