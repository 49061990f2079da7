/* table: a TABLE → rows of the galley. */
#ifndef PLENARY_TABLE_H
#define PLENARY_TABLE_H

#include <glib.h>

#include "set/set.h"

/* Sets a table and appends its rows to `paras` (struct para). False when a character is in no
 * face: errors are filed. */
bool table_set(const struct compositor *compositor, const struct node *table, GArray *paras);

/* True when a block that follows a table, or other notes of it, is a note of the table: it begins
 * with a raised letter or star, with a word such as "Note:" in italics, or with a label that a cell
 * of the table calls. */
bool table_has_note(struct arena *arena, const struct node *table, const struct node *block);

#endif
