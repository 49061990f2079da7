/* table_note: paragraphs that say something of the table above them. They are no footnotes: sources
 * have them as text like any other (formats.md 2.7, 2.10). Private to this room. */
#ifndef PLENARY_TABLE_NOTE_H
#define PLENARY_TABLE_NOTE_H

#include "doc/doc.h"
#include "style/style.h"

/* Tells the notes of all tables of a finished tree: what the source says to be one, what begins
 * with a raised mark, or with a word such as "Note:" (the style's word `known-table-notes`), and
 * items that a raised label in the table calls, which become paragraphs with a raised mark. */
void table_note_settle(struct arena *arena, struct node *doc, const struct style *style);

#endif
