/* signs: what rules about single characters ask of them and of their neighbours. Private to this
 * room. */
#ifndef PLENARY_CHECK_SIGNS_H
#define PLENARY_CHECK_SIGNS_H

#include "check/copy.h"

enum { NO_BREAK_SPACE = 0xA0, NARROW_SPACE = 0x202F };

/* Scripts of letters; Han: ideographs, and the number zero that looks like one. */
bool is_han(gunichar c);
bool is_latin(gunichar c);
bool is_cyrillic(gunichar c);
bool is_greek(gunichar c);
bool is_arabic(gunichar c); /* letters, and the signs that stand on them */

/* Any white space that a text may hold; 0, the edge of a passage, is none. */
bool is_blank(gunichar c);

/* Marks of full width that Chinese text has at the end and at the beginning of a unit. */
bool is_wide_mark(gunichar c);

/* A letter that goes on after another one: its kind does not matter. */
bool is_word(gunichar c);

/* Whether the byte was typed: it is not the space that stands for a break. */
bool is_typed(const struct passage *passage, int at);
/* Whether a note is called at an offset. */
bool has_call(const struct passage *passage, int at);
/* Whether bytes are of an address (https://…, www.…, name@…), where marks mean something else. */
bool in_address(const struct passage *passage, int at);

/* "“" for U+201C, its code for what cannot be seen; the arena's. */
const char *shown(const struct copy *copy, gunichar c);
/* The bytes from…to of a passage; the arena's. */
const char *cut(const struct copy *copy, const struct passage *passage, int from, int to);

#endif
