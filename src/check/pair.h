/* pair: two languages of one document laid side by side: what is compared between two units, and
 * how a difference is told. Private to this room. */
#ifndef PLENARY_CHECK_PAIR_H
#define PLENARY_CHECK_PAIR_H

#include "check/beside.h"

struct side {
    const struct copy *copy;
    struct unit *units;
    int count;
    struct source_count *lines; /* how far its lines were counted */
};

/* The language that the others are laid beside, and one of the others. */
struct pair {
    struct side reference, other;
    int *shapes; /* how many differences of shape were found */
};

/* Adds to the message filed last where the reference has its text, and the words there: of a
 * passage, from a little before a byte on. */
void pair_hint(const struct pair *pair, const struct passage *passage, int around);

/* The tag of the reference's language. */
const char *pair_language(const struct pair *pair);

/* Files which figures, dates and symbols of the other text the reference does not have, and the
 * reverse; what is missing is told at `first`. True when something differs. */
bool pair_compare_facts(const struct pair *pair, const struct passage *first,
                        const struct passage *beside, const struct fact *here, int here_count,
                        const struct fact *there, int there_count);

/* The same for two tables, whose rows each language puts into an order of its own. */
bool pair_compare_rows(const struct pair *pair, const struct unit *unit, const struct unit *beside);

/* The same for the notes of two units, in whichever order the words of a language call them. */
bool pair_compare_notes(const struct pair *pair, const struct unit *unit,
                        const struct unit *beside);

/* Files links that lead to what no link of the reference leads to, where both have as many. */
void pair_compare_targets(const struct pair *pair, const struct unit *unit,
                          const struct unit *beside);

#endif
