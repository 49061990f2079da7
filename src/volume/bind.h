/* bind: a volume while its pages are made. Private to the files of this room. */
#ifndef PLENARY_VOLUME_BIND_H
#define PLENARY_VOLUME_BIND_H

#include <string.h>

#include "page/page.h"
#include "set/set.h"
#include "volume/plan.h"

struct volume_binding {
    struct compositor hand; /* its source changes with the documents */
    struct volume_plan *plan;
    struct node *root;           /* the volume's document; all others are its children */
    const struct node *lists[2]; /* the trees at the end */
    GArray *front;               /* of struct page: roman numbers */
    GArray *body;                /* arabic numbers */
};

/* The whole volume; NULL with an error filed. */
const struct book *volume_bind(struct volume_plan *plan, const struct style *style,
                               struct fonts *fonts);

/* --- volume_front.c ------------------------------------------------------------------- */

/* Cover, or title page; NULL when a character is in no face. */
const struct galley *volume_front_title(struct volume_binding *binding, bool cover);
/* The back of the title page: a note on symbols. */
const struct galley *volume_front_note(struct volume_binding *binding);
/* The organ whose documents the volume has: that of the first. */
enum organ volume_front_organ(const struct volume_plan *plan);
/* What the file is called. */
const char *volume_front_name(const struct volume_binding *binding);

#endif
