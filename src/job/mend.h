/* mend: what has one sure mending is mended in the bytes of a source; nothing else of it changes.
 */
#ifndef PLENARY_MEND_H
#define PLENARY_MEND_H

#include "job/check.h"

struct mended {
    const struct source *before, *after; /* alike when nothing was mended; the arena's */
    int count;                           /* findings that were mended */
    int left;                            /* that could not: an edit would have cost more */
};

/* Reads, checks and mends until nothing is left to be mended. Edits of which two would overlap are
 * made one after the other. A mended text is read again before it counts: it has the same blocks,
 * no other texts have changed, what was mended is not found any more, and nothing is broken; edits
 * that do not keep this are left out.
 * False, with an error filed, when the file cannot be opened. */
bool job_mend(struct arena *arena, const struct check_job *job, struct mended *mended,
              struct diag *diag);

#endif
