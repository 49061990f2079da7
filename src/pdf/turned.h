/* turned: text of pages that are read from the right (composition.md G8; pdf.md 5). */
#ifndef PLENARY_TURNED_H
#define PLENARY_TURNED_H

#include "pdf/stretch.h"

/* True for a run from right to left, and for every run of a book in such a language. */
bool turned_is(const struct content *content, const struct run *run);

/* Paints a cluster of such a run. Clusters come in the order of the text. */
void turned_put(struct content *content, struct spot spot, const struct font *font,
                const struct cluster *cluster);

#endif
