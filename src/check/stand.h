/* stand: where a clause of a resolution stands, and which mark is wanted at its end there. Private
 * to this room. */
#ifndef PLENARY_CHECK_STAND_H
#define PLENARY_CHECK_STAND_H

#include <glib.h>

#include "check/copy.h"
#include "check/ending.h"

/* A walk over the clauses of a resolution in their order. */
struct walk {
    const struct copy *copy;
    GHashTable *tallies; /* by the parent of the clauses: how they end */
    GHashTable *openers; /* the clauses so far that a colon or comma ends */
    bool preamble;       /* the clause before, of the first level, was preambular */
    bool given;          /* a text follows that is to be put somewhere, until the next number */
};

#define BIT(end) (1u << (end))

struct stand {
    unsigned allowed; /* BITs */
    enum end wanted;
    const char *name;
};

/* Counts what the clauses of each list and text end with; before stand_of. */
void stand_count_ends(struct walk *walk);

struct stand stand_of(struct walk *walk, const struct passage *passage);

/* What is read after this block; NULL: the text is at its end. */
const struct node *stand_after(const struct node *block);
/* Whether nothing of the text follows. */
bool stand_is_end_of_text(const struct node *next);
/* Whether a list follows that hangs on the block. */
bool stand_opens_list(const struct node *block);
/* "to read as follows": words that want a colon wherever they stand. */
bool stand_announces(const struct copy *copy, const struct passage *passage);

#endif
