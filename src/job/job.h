/* job: one document through all floors. */
#ifndef PLENARY_JOB_H
#define PLENARY_JOB_H

#include <glib.h>

#include "base/diag.h"
#include "set/fonts.h"

enum job_form { JOB_PDF, JOB_PNG, JOB_SVG, JOB_TREE, JOB_GALLEY, JOB_PAGES };

struct job {
    const char *input; /* a path, or - */
    enum job_form form;
    const char *style;  /* name or file; NULL: by the document's kind */
    const char *emblem; /* NULL: the style's */
    double dpi;         /* of PNG */
};

struct job_result {
    int output_count;
    GByteArray **outputs; /* one; PNG and SVG: one a page */
    const char *symbol;   /* for naming; or NULL */
    enum language language;
};

/* Reads, sets, makes up and writes one document. All messages go to `diag`; everything but the
 * outputs is the arena's. False when the document could not be rendered. */
bool job_run(struct arena *arena, struct fonts *fonts, const struct job *job, struct diag *diag,
             struct job_result *result);

#endif
