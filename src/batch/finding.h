/* finding: messages of a document as a report shows them, with their places in the source and on
 * the page. */
#ifndef PLENARY_FINDING_H
#define PLENARY_FINDING_H

#include "batch/record.h"
#include "page/book.h"

/* Puts all messages into a record, as text and one by one. `book` tells where on a page the text
 * stands that a message is about; NULL: nowhere. Everything is the arena's. */
void finding_take(struct arena *arena, const struct diag *diag, const struct book *book,
                  struct record *record);

#endif
