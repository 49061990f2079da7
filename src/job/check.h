/* check: one document read, checked and made up for what is said of it; nothing is written. */
#ifndef PLENARY_JOB_CHECK_H
#define PLENARY_JOB_CHECK_H

#include "base/diag.h"
#include "set/fonts.h"

struct check_job {
    const char *input;           /* a path, or -; not looked at when there is a source */
    const struct source *source; /* bytes in memory instead, or NULL */
    const char *style;           /* name or file; NULL: by the document's kind */
    bool pages;                  /* also set and made up */
};

/* Files what reader, house style and composition find, at the levels of the style. `fonts` may be
 * NULL when no pages are made. False, with an error filed, when the document could not be read or
 * made up: what was found until then is told. */
bool job_check(struct arena *arena, struct fonts *fonts, const struct check_job *job,
               struct diag *diag);

#endif
