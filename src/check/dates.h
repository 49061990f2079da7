/* dates: the dates that a passage says, in the way of each language. Private to this room. */
#ifndef PLENARY_CHECK_DATES_H
#define PLENARY_CHECK_DATES_H

#include "check/matches.h"

struct said_date {
    struct date date; /* year 0: not said */
    int from, to;     /* bytes of the passage */
    struct matches matches;
};

/* The first and the next date of a passage, by `date-pattern` of the language; as match_first. */
bool date_first(const struct copy *copy, const struct passage *passage, struct said_date *said);
bool date_next(const struct copy *copy, struct said_date *said);

/* 1…12 for the name of a month, in any case of its letters; 0: it is none. */
int month_of(const struct copy *copy, const char *name);

/* The date of what the document says of its own adoption or issue; year 0: it does not say. */
struct date date_of_document(const struct copy *copy);

/* --- rules ----------------------------------------------------------------------------- */

/* date-impossible: 31 November. */
void impossible_date(const struct copy *copy, const struct passage *passage);
/* date-form: leading zeros, 1 janvier, a Russian year without its word. */
void form_of_date(const struct copy *copy, const struct passage *passage);
/* date-form: a date in another order or by figures alone. */
void other_form_of_date(const struct copy *copy, const struct passage *passage);
/* date-form: a word between a day and a year that is nearly a month. */
void misspelt_month(const struct copy *copy, const struct passage *passage);

#endif
