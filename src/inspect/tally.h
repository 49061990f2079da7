/* tally: faults of one kind that come in numbers are told once: the first of them, and how many
 * more there are. */
#ifndef PLENARY_INSPECT_TALLY_H
#define PLENARY_INSPECT_TALLY_H

#include "inspect/inspect.h"

struct tally {
    int count;
    int page;         /* 0: of no page */
    const char *what; /* the arena's */
};

void tally_add(const struct inspection *inspection, struct tally *tally, int page,
               const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Files what was counted; `what`: "links", as many words as there are more of. */
void tally_tell(const struct inspection *inspection, const struct tally *tally, enum diag_slug slug,
                const char *what);

#endif
