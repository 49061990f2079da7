/* guess: the language of a text, by script and by the commonest words. Private to this room. */
#ifndef PLENARY_GUESS_H
#define PLENARY_GUESS_H

#include <stddef.h>

#include "doc/doc.h"

/* LANGUAGE_NONE when the text is too short or too mixed to tell. */
enum language guess_language(const char *text, size_t size);

#endif
