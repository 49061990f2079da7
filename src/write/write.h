/* write: document tree → one of the forms that read/ reads. Reading what was written gives the same
 * tree. */
#ifndef PLENARY_WRITE_H
#define PLENARY_WRITE_H

#include "base/diag.h"
#include "doc/doc.h"

enum write_form { WRITE_YAML, WRITE_JSON, WRITE_AKN, WRITE_MARKDOWN, WRITE_FORM_COUNT };

/* "yaml" for WRITE_YAML and so on. */
const char *write_form_name(enum write_form form);

/* The document as text, the arena's. What the form cannot say is told by a message with its place
 * in the source; nothing else is lost. */
const char *write_document(struct arena *arena, const struct node *doc, enum write_form form,
                           struct diag *diag);

#endif
