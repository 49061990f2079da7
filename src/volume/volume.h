/* volume: the documents of a session as one book: cover and title page, contents, the documents in
 * parts, a list by symbol, an index by agenda item. */
#ifndef PLENARY_VOLUME_H
#define PLENARY_VOLUME_H

#include <glib.h>

#include "base/diag.h"
#include "page/impose.h"
#include "set/fonts.h"

struct volume_job {
    const char *input;      /* a manifest (YAML) or a folder */
    const char *style;      /* NULL: that of the manifest, else "volume" */
    enum language language; /* LANGUAGE_NONE: that of the manifest, else of all documents */
    const struct print_order *print; /* for the press; NULL: for the archive */
    bool pages;                      /* pages as text instead of PDF */
};

struct volume_result {
    int count;
    GByteArray **books;  /* the arena's: one a volume */
    int *document_count; /* in each of them */
    int *page_count;
};

/* Makes the volumes that the manifest asks for; a folder is one volume. All messages go to `diag`.
 * False, with an error filed, when a document could not be read or set, or there is none. */
bool volume_run(struct arena *arena, struct fonts *fonts, const struct volume_job *job,
                struct diag *diag, struct volume_result *result);

#endif
