/* outline: puts blocks where they belong in a container, one after the other. How deep an item
 * stands follows from its label and the lists that are open, because files that nest their lists
 * do so no more reliably than those that do not. Private to this room. */
#ifndef PLENARY_OUTLINE_H
#define PLENARY_OUTLINE_H

#include "doc/doc.h"
#include "doc/label.h"

#define OUTLINE_MAX_DEPTH 8

struct outline_level {
    struct node *list;
    struct label_reading last; /* the label of its last item */
};

struct outline {
    struct arena *arena;
    struct node *container;
    int depth; /* lists that are open */
    struct outline_level levels[OUTLINE_MAX_DEPTH];
    struct label_reading last; /* of the numbered paragraph before; ordinal 0: none */
};

void outline_begin(struct outline *outline, struct arena *arena, struct node *container);

/* Adds a block that no list holds; all lists end. */
void outline_add(struct outline *outline, struct node *block);

/* Adds an item to the list that its label belongs to; the list is made if need be. */
void outline_add_item(struct outline *outline, struct node *item, const struct label *label);

/* Adds a block that goes on at the depth of what was added last. */
void outline_continue(struct outline *outline, struct node *block);

/* Number and title of a section may be two headings in a row: when the block before is nothing but
 * a section's number, and `heading` has none, it becomes the label of `heading` and is taken out
 * of the tree; its readings go to *label. */
void outline_join_heading(struct outline *outline, struct node *heading, struct label *label);

/* Ends lists until `depth` are open. */
void outline_close(struct outline *outline, int depth);

/* True when a numbered paragraph with that label would go on with the numbers so far. */
bool outline_counts_on(const struct outline *outline, const struct label *label);

/* True when the innermost open list is numbered, and the label is the next of it. */
bool outline_goes_on(const struct outline *outline, const struct label *label);

/* True when such a numbered paragraph belongs to a list within the one before: it begins at 1
 * behind "7. … the following:", goes on with such a list, or is 7.1. */
bool outline_is_within(const struct outline *outline, const struct label *label);

#endif
