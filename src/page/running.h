/* running: running heads and feet, and the foot of page 1. Boxes of fixed size, filled when the
 * page count is known. */
#ifndef PLENARY_RUNNING_H
#define PLENARY_RUNNING_H

#include "page/sheet.h"
#include "set/set.h"

/* What is the same on all pages, set once. */
struct running;

/* NULL when a character is in no face. */
const struct running *running_set(const struct compositor *compositor, const struct node *doc);

/* Heads of pages that are no document's alone: a symbol and a title, each may be NULL. */
const struct running *running_set_head(const struct compositor *compositor, const char *symbol,
                                       const char *title);

/* Foot of page 1: job number, bar code, recycling, QR code. */
void running_place_first(const struct running *running, struct sheet *sheet);

/* Head and foot of a page from 2 on: symbol and page number at the outer edge. False when a
 * character is in no face. */
bool running_place(const struct running *running, const struct page *page, struct sheet *sheet);

/* What is printed as the number of a page: "2/3"; the arena's. */
const char *running_label(const struct compositor *compositor, int number, int count);

#endif
