/* targets: where outlines and links of a PDF lead (ISO 32000-1, 12.3.2). */
#ifndef PLENARY_INSPECT_TARGETS_H
#define PLENARY_INSPECT_TARGETS_H

#include "inspect/inspect.h"

enum target_kind {
    TARGET_NONE, /* it leads to no place of this file: a URI, or nothing at all */
    TARGET_LOST, /* to a place that is not there */
    TARGET_PAGE
};

struct target {
    enum target_kind kind;
    int sheet; /* PAGE: from 1 */
    bool at_y; /* `y` is said */
    double y;  /* points below the upper edge of the page as it is cut */
};

struct targets;

/* The arena's. */
struct targets *targets_new(const struct inspection *inspection);

/* Of an item of an outline, of an annotation: by Dest, or by an action GoTo. */
struct target targets_of(struct targets *targets, const struct object *holder);

#endif
