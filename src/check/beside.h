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
    int rows;           /* TABLE: those with words or figures in two cells and more */
    int64_t whole;      /* bytes of all units of the document */
    bool heading;       /* marked as one or bold: editions set them in more or fewer lines */
    struct fact *facts; /* of its own passages, not of notes; in the order of the text */
    int fact_count, hard_count; /* all; those that are not soft */
};

/* The units of a document; the arena's. */
struct unit *beside_units(const struct copy *copy, int *count);

/* Fills `other` (as many as `left`) with the index of the right unit that stands beside each left
 * one, or -1; indices grow. It is the cheapest way: kinds, labels and facts that agree cost
 * nothing. Of order left × right for short texts, of a band for long ones. */
void beside_lay(const struct unit *left, int left_count, const struct unit *right, int right_count,
                int *other);

/* Whether two units that follow each other stand beside two in the other order: each has the
 * figures, the notes or, where there are none, the size of the other. */
bool beside_are_swapped(const struct unit *left, const struct unit *right);

#endif
