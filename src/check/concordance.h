/* concordance: the languages of one document side by side: paragraphs, labels, notes, rows,
 * figures, dates, symbols, links, lead phrases. */
#ifndef PLENARY_CHECK_CONCORDANCE_H
#define PLENARY_CHECK_CONCORDANCE_H

#include "check/check.h"

struct edition {
    const struct node *doc;
    const struct style *style;
};

/* Lays each of the languages of one document beside the English one (the first of zh, fr, es, ru,
 * ar, de where that is missing) and files what differs, at its place in the other language with the
 * words of the first as a hint. One language alone, or one twice, is no fault. */
void check_concordance(struct arena *arena, const struct edition *editions, int count,
                       struct diag *diag);

#endif
