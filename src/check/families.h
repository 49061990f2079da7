/* families: the tables of rules, one a file. Private to this room. */
#ifndef PLENARY_CHECK_FAMILIES_H
#define PLENARY_CHECK_FAMILIES_H

#include "check/copy.h"

/* How a rule is run: once a document, or once a passage. One of them is NULL. A rule is run when
 * its level is not off and it is one of the language. */
struct check {
    enum diag_slug slug;
    void (*of_copy)(const struct copy *copy);
    void (*of_passage)(const struct copy *copy, const struct passage *passage);
};

/* Each ended by a check without functions. */
extern const struct check form_checks[], label_checks[], masthead_checks[], agreement_checks[],
    structure_checks[], lead_checks[], note_checks[], mark_checks[], script_checks[], word_checks[],
    number_checks[], reference_checks[];

#endif
