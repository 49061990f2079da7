/* lead: marks the lead phrase of each paragraph (un-layout.md 3, 5.8). Private to this room. */
#ifndef PLENARY_LEAD_H
#define PLENARY_LEAD_H

#include "base/diag.h"
#include "doc/doc.h"
#include "style/style.h"

/* The span at or near the start of a block that may be its lead phrase, or NULL. */
struct node *lead_find(const struct node *block);

/* Gives LOOK_LEAD to the span at or near the start of a block; where a preambular or numbered
 * paragraph has none, a known phrase at its start becomes one, and a style message says so. With
 * `of_style` such spans get the language's look instead of that of the source. */
void lead_mark(struct arena *arena, struct node *doc, const struct style *style, bool of_style,
               struct diag *diag);

#endif
