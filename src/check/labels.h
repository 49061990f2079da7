/* labels: what other families ask of labels. Private to this room. */
#ifndef PLENARY_CHECK_LABELS_H
#define PLENARY_CHECK_LABELS_H

#include "check/copy.h"

/* The clause or item that a list's first label counts on from (or that counts on from it) in
 * another form, so that the reader took it for a list of its own: "5. …" before "6) …". NULL when
 * the list is one. */
const struct node *labels_beside_astray(const struct node *list);

#endif
