/* table: a TABLE → rows of the galley. */
#ifndef PLENARY_TABLE_H
#define PLENARY_TABLE_H

#include <glib.h>

#include "set/set.h"

/* Sets a table and appends its rows to `paras` (struct para). False when a character is in no
 * face: errors are filed. */
bool table_set(const struct compositor *compositor, const struct node *table, GArray *paras);

#endif
