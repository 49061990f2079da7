/* ending: the mark that a clause ends with, in the scripts of all languages. Private to this room.
 */
#ifndef PLENARY_CHECK_ENDING_H
#define PLENARY_CHECK_ENDING_H

#include "check/copy.h"

enum end { END_NONE, END_COMMA, END_SEMICOLON, END_COLON, END_STOP, END_OTHER, END_COUNT };

struct ending {
    enum end end;
    int from, to; /* bytes of the mark; where it would stand when there is none */
    bool closed;  /* a quotation mark or bracket stands behind it */
    int joined;   /* where a conjunction behind it begins, "; and"; -1: there is none */
};

/* The mark, whether it stands inside or outside of quotation marks. */
struct ending ending_of(const struct passage *passage, enum language language);

/* The mark as the language has it; "" for END_NONE and END_OTHER. */
const char *ending_mark(enum language language, enum end end);

/* The size of a text without the white space and marks of direction at its end. */
int ending_trimmed(const char *text, int size);

#endif
