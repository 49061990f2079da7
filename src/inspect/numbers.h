/* numbers: number and name trees (ISO 32000-1, 7.9.6 and 7.9.7) as tables. */
#ifndef PLENARY_INSPECT_NUMBERS_H
#define PLENARY_INSPECT_NUMBERS_H

#include <glib.h>

#include "inspect/file.h"

/* Values as they stand, references perhaps. The caller's to unref. */
GHashTable *numbers_read(struct file *file, const struct object *root);
GHashTable *names_read(struct file *file, const struct object *root); /* key: bytes of its string */

/* NULL: the number has no value. */
const struct object *numbers_find(GHashTable *numbers, double number);

#endif
