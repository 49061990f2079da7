/* derive: what follows from the rest of a document though its source does not say it: symbol from
 * number and organ, words of the masthead from the language. Nothing is guessed; what is missing
 * in the end is a warning. Private to this room. */
#ifndef PLENARY_DERIVE_H
#define PLENARY_DERIVE_H

#include "base/diag.h"
#include "doc/doc.h"
#include "style/style.h"

/* The job number in a file name as published, A_RES_76_19-2118253C.xml: "21-18253"; or NULL. */
const char *derive_job_number(struct arena *arena, const char *file_name);

/* Completes the fields at the head of a finished tree. `place` says where the source of such a
 * document has them, as in "in the front matter"; NULL: it is AKN4UN. */
void derive_masthead(struct arena *arena, struct node *doc, const struct style *style,
                     const char *place, struct diag *diag);

/* Puts the closing fields in the order to be printed: Chinese has the date first. */
void derive_closing_order(struct node *closing, enum language language);

#endif
