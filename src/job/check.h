/* check: one document read, checked and made up for what is said of it; nothing is written. */
#ifndef PLENARY_JOB_CHECK_H
#define PLENARY_JOB_CHECK_H

#include "base/diag.h"
#include "doc/doc.h"
#include "set/fonts.h"

struct check_job {
    const char *input;           /* a path, or -; not looked at when there is a source */
    const struct source *source; /* bytes in memory instead, or NULL */
    const char *style;           /* name or file; NULL: by the document's kind */
    bool pages;                  /* also set and made up */
};

/* Files what reader, house style and composition find, at the levels of the style. `fonts` may be
 * NULL when no pages are made. Returns the document, the arena's; NULL, with an error filed, when
 * it could not be read or made up: what was found until then is told. */
const struct node *job_check(struct arena *arena, struct fonts *fonts, const struct check_job *job,
                             struct diag *diag);

/* One of many documents. */
struct checked {
    struct arena *arena;
    struct diag *diag;
    bool read; /* false where job_check returned NULL */
    /* When it was mended, else NULL: what was found is of the mended text. */
    const struct mended *mended;
};

/* Many documents, by a crew. */
struct check_all {
    struct check_job job; /* all but the input */
    int count;
    char *const *inputs;
    int hands;
    bool mends; /* what is checked is the text after job_mend; nothing is written */
    void (*told)(int index, const struct checked *checked, void *user); /* in their order */
    void *user;
};

/* False, with an error filed and nothing done, when there are no fonts. */
bool job_check_all(const struct check_all *all, struct diag *diag);

#endif
