/* labels: what other families ask of labels. Private to this room. */
#ifndef PLENARY_CHECK_LABELS_H
#define PLENARY_CHECK_LABELS_H

#include "check/copy.h"

/* The clause or item that a list's first label counts on from (or that counts on from it) in
 * another form, so that the reader took it for a list of its own: "5. …" before "6) …". NULL when
 * the list is one. */
const struct node *labels_beside_astray(const struct node *list);

/* Whether a node is a clause or an item with a label. */
bool label_stands(const struct node *node);

/* What counts in a label, "6" of "(6)", to be freed; whether two labels differ in that alone. */
char *label_core(const char *label);
bool labels_have_one_form(const char *label, const char *other);

/* label_forms.c */
void label_form(const struct copy *copy, const struct passage *passage);
void label_typed(const struct copy *copy, const struct passage *passage);

#endif
