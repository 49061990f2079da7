/* phrases: the lists of lead phrases themselves, for those who ask what is near to one. */
#ifndef PLENARY_PHRASES_H
#define PLENARY_PHRASES_H

#include "doc/doc.h"

/* The phrases of a language for preambular or operative paragraphs, longer ones (in bytes) first;
 * none where the language has no list. They live as long as the process. */
const char *const *style_lead_phrases(enum language language, bool operative, int *count);

#endif
