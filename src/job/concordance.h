/* concordance: files in several languages, grouped by the symbol of their document, each group laid
 * side by side. */
#ifndef PLENARY_JOB_CONCORDANCE_H
#define PLENARY_JOB_CONCORDANCE_H

#include "job/check.h"

struct concordance_job {
    int count;
    char *const *inputs;
    const char *symbol; /* only documents with this one; NULL: all */
    const char *style;  /* name or file; NULL: by each document's kind */
};

/* Files what differs between the languages of each document. False, with an error filed, when a
 * file could not be read or no document has the symbol; what could be read is compared. */
bool job_concordance(struct arena *arena, const struct concordance_job *job, struct diag *diag);

#endif
