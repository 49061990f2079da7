/* facts: what a text says that is the same in every language: its figures, months, symbols.
 * Private to this room. */
#ifndef PLENARY_CHECK_FACTS_H
#define PLENARY_CHECK_FACTS_H

#include "check/copy.h"

enum fact_kind {
    FACT_NUMBER, /* a group of digits: "1,163,300" is three; "1.2 million" is "1", "200", "000" */
    FACT_SMALL,  /* a single digit: a language may have the word instead */
    FACT_DATE,   /* the day or year beside a month */
    FACT_MONTH,  /* "m1" to "m12" */
    FACT_SYMBOL  /* "A/76/439", "70/1": whatever has a solidus between digits */
};

struct fact {
    enum fact_kind kind;
    const char *text; /* in one form for all languages */
    int from, to;     /* bytes of the passage's text */
    bool soft;        /* only what the other text has may be found in it: a number in words */
    const struct passage *passage;
};

/* Adds the facts of a passage to an array of struct fact, in the order of the text. */
void facts_take(const struct copy *copy, const struct passage *passage, GArray *facts);

#endif
