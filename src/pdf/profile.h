/* profile: the ICC profile of the printing condition that a style asks for. */
#ifndef PLENARY_PDF_PROFILE_H
#define PLENARY_PDF_PROFILE_H

#include <glib.h>

#include "base/diag.h"
#include "style/style.h"

struct profile {
    const void *bytes;
    size_t size;
    const char *condition; /* its registered name; NULL: none */
    const char *name;      /* of the file */
};

/* Reads it; where it is not there its substitute, with a warning. NULL, with an error, when neither
 * is there or the file is no profile of a press with four inks (ISO 15930-7, 6.2.2). */
const struct profile *profile_read(struct arena *arena, const struct style *style,
                                   struct diag *diag);

#endif
