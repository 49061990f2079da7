/* plan: what a batch is to do, before anything is read: files, folders, manifests, names on
 * standard input. */
#ifndef PLENARY_PLAN_H
#define PLENARY_PLAN_H

#include <stdbool.h>

#include "base/diag.h"

struct plan_item {
    const char *path;   /* or - for the document on standard input */
    const char *style;  /* from a manifest; or NULL */
    const char *output; /* the name of its output, from a manifest; or NULL */
    bool found;         /* in a folder, not named: no fault when it is no document */
    int64_t size;       /* bytes */
};

struct plan {
    bool missing; /* something that was named cannot be read: an error is filed */
    int count;
    struct plan_item *items;
};

/* Files stand for themselves; a file that is a YAML list of paths or of mappings with `path`,
 * `style` and `output` (or a mapping with such a list as `documents`) is a manifest, its paths
 * relative to it; a folder for all files in it and its folders, in the order of their names, but
 * not hidden ones nor what is no text; - for names read from standard input, one a line (or with a
 * NUL behind each). A path that comes again is left out. NULL, with errors, when a manifest is
 * not understood; a file is not opened beyond what tells a manifest from a document. The arena's.
 */
const struct plan *plan_make(struct arena *arena, char *const *paths, int count, struct diag *diag);

#endif
