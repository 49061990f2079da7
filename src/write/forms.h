/* forms: the writers. Private to this room. */
#ifndef PLENARY_WRITE_FORMS_H
#define PLENARY_WRITE_FORMS_H

#include <glib.h>

#include "write/write.h"

struct writing {
    struct arena *arena;
    const struct node *doc;
    struct diag *diag;
    GString *out;
};

typedef void writer(struct writing *writing);

writer write_yaml, write_json, write_akn, write_markdown;

#endif
