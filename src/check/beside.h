/* beside: the paragraphs and tables of two languages of one document, laid side by side. Private to
 * this room. */
#ifndef PLENARY_CHECK_BESIDE_H
#define PLENARY_CHECK_BESIDE_H

#include "check/facts.h"

/* What is laid beside what: a block of text, or a table, whose rows each language puts into an
 * order of its own. */
struct unit {
    const struct node *node; /* the block or TABLE */
    const struct passage *first;
    int passage_count; /* its own and those of its notes: first[0…passage_count-1] */
    int level;         /* ITEM: of its list */
    int note_count;
    int rows;           /* TABLE */
    struct fact *facts; /* of its own passages, not of notes; in the order of the text */
    int fact_count;
};

/* The units of a document; the arena's. */
struct unit *beside_units(const struct copy *copy, int *count);

/* Fills `other` (as many as `left`) with the index of the right unit that stands beside each left
 * one, or -1; indices grow. It is the cheapest way: kinds, labels and facts that agree cost
 * nothing. Of order left × right for short texts, of a band for long ones. */
void beside_lay(const struct unit *left, int left_count, const struct unit *right, int right_count,
                int *other);

#endif
