/* inspect: questions to a block while it is read, before its white space is folded. Private to
 * this room. */
#ifndef PLENARY_INSPECT_H
#define PLENARY_INSPECT_H

#include "doc/doc.h"

/* True when the last character of the block's text (notes and white space aside) is one of
 * `characters`. */
bool inspect_ends_with(const struct node *block, const char *characters);

/* True when nothing but white space (and notes) stands in the block. */
bool inspect_is_blank(const struct node *block);

/* True when all text stands in spans that have that look. */
bool inspect_is_all(const struct node *block, enum look look);

/* True for what may be a title: not too long, and no punctuation at the end that goes on. */
bool inspect_is_title(const struct node *block);

/* True when the block's text has at most so many characters, notes left out. */
bool inspect_is_within(const struct node *block, int most);

/* True when a tab stands at the front of the block, as at a paragraph's first line. */
bool inspect_is_indented(const struct node *block);

/* True when there is a letter or digit in the block. */
bool inspect_has_word(const struct node *block);

/* True when nothing but these characters and white space stands in the block, notes aside. */
bool inspect_is_only(const struct node *block, const char *characters);

/* True for a note typed as a paragraph, as below a table: its mark is raised, or a single letter
 * or asterisk. */
bool inspect_is_note(const struct node *block);

/* The first TEXT of the block that is not blank, or NULL. */
struct node *inspect_first_text(const struct node *block);

/* Does a line end between these two characters stand for a space? Not beside a Han character,
 * before closing or after opening punctuation, nor beside another space. 0: an end. */
bool inspect_needs_space(uint32_t before, uint32_t after);

#endif
