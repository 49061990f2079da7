/* leads: what the rules about lead phrases share. Private to this room. */
#ifndef PLENARY_CHECK_LEADS_H
#define PLENARY_CHECK_LEADS_H

#include "check/phrase.h"

/* A marked lead phrase of a preambular or operative paragraph of the resolution itself. */
struct lead {
    const char *text; /* in the passage's text */
    int size;         /* without the marks at its end, which are no part of it */
    int marks;        /* bytes of these */
    enum lead_place place;
    int word_count;
    struct word words[WORDS_MOST];
    int head; /* of words: the first that is no adverb; word_count when there is none */
};

/* False when the passage has none, or its language has no lists of phrases. */
bool lead_of(const struct copy *copy, const struct passage *passage, struct lead *lead);

/* Whether a list of the lexicon has the word, in capitals or not. */
bool lead_is_one_of(const struct copy *copy, const char *key, const char *word, int size);

/* "also" and "further" in the language: 1 and 2; 0: another word. */
int lead_turn(const struct copy *copy, const char *word, int size);

/* Whether it looks as lead phrases of the language do: what heads a paragraph of a declaration may
 * look otherwise. */
bool lead_looks_right(const struct copy *copy, const struct passage *passage);

/* What is wrong with the bytes that are marked, to be said of the phrase; NULL: nothing. */
const char *lead_extent_fault(const struct copy *copy, const struct passage *passage,
                              const struct lead *lead);

/* lead_words.c: its words */
void lead_unknown(const struct copy *copy, const struct passage *passage);
void lead_misplaced(const struct copy *copy, const struct passage *passage);
void lead_wrong_gender(const struct copy *copy, const struct passage *passage);
void lead_wrong_case(const struct copy *copy, const struct passage *passage);
void lead_late_adverb(const struct copy *copy, const struct passage *passage);

/* lead_order.c: one after the other */
void lead_repeated(const struct copy *copy);
void lead_out_of_turn(const struct copy *copy);

#endif
