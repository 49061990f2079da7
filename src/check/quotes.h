/* quotes: the quotation marks of a passage, each with its part in it. Private to this room. */
#ifndef PLENARY_CHECK_QUOTES_H
#define PLENARY_CHECK_QUOTES_H

#include "check/copy.h"

enum quote_role { QUOTE_OPENS, QUOTE_CLOSES, QUOTE_UNKNOWN };
enum quote_sort {
    QUOTE_NONE,
    QUOTE_DOUBLE,  /* “ ” „ " */
    QUOTE_SINGLE,  /* ‘ ’ ‚ ' */
    QUOTE_ANGLE,   /* « » */
    QUOTE_SMALL,   /* ‹ › */
    QUOTE_TITLE,   /* 《 》 */
    QUOTE_INNER,   /* 〈 〉 */
    QUOTE_CORNER,  /* 「 」 */
    QUOTE_CORNER2, /* 『 』 */
};

struct quote {
    int from, to; /* bytes of the passage's text */
    gunichar c;
    enum quote_role role;
    enum quote_sort sort;
    int depth;   /* quotations around it (titles: titles around it) */
    int partner; /* index of the other one; -1: it has none */
};

/* All quotation marks of a passage, apostrophes not; NULL when there are none, else to be freed by
 * the caller (g_array_unref). */
GArray *quotes_of(const struct copy *copy, const struct passage *passage);

/* The mark that a language has in this part, at this depth. */
gunichar quote_wanted(enum language language, enum quote_role role, int depth);

#endif
