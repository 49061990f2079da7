/* set: document → galley. */
#ifndef PLENARY_SET_H
#define PLENARY_SET_H

#include "base/diag.h"
#include "set/fonts.h"
#include "set/galley.h"
#include "style/style.h"

/* What a compositor has at hand: lent, all of it. */
struct compositor {
    struct arena *arena;
    const struct style *style;
    struct fonts *fonts;
    struct diag *diag;
    const struct source *source; /* for the places of messages */
};

/* Sets the text of the document in order: title to closing, annexes; not what stands in the
 * masthead above the thick rule, and not the head matter, which page/ places with set_block.
 * NULL when a character is in no face (an error with code point and place). */
const struct galley *set_galley(const struct compositor *compositor, const struct node *doc);

/* Sets one block (a field, say) in a form to a measure; NULL as above. The form's label, first
 * and turn are counted from the measure's start. */
const struct para *set_block(const struct compositor *compositor, const struct node *block,
                             enum form_name form, length measure);

/* Sets words that no node holds: running heads, page numbers, job number. `owner` may be NULL. */
const struct para *set_words(const struct compositor *compositor, const char *words,
                             const struct node *owner, enum form_name form, length measure);

#endif
