/* read: bytes → document tree. The format is picked by content, never by file name. */
#ifndef PLENARY_READ_H
#define PLENARY_READ_H

#include "base/diag.h"
#include "base/source.h"
#include "base/yaml.h"
#include "doc/doc.h"

/* Reads AKN4UN XML, YAML or JSON of our own form, paragraph lists and Model UN files in JSON, or
 * Markdown. `style` names the style (see style_load) whose words and look of
 * lead phrases are taken where the source has none; NULL: "un". Returns the finished tree
 * (numbered, lead phrases marked, fields derived), the arena's; NULL when a message of level error
 * was filed. */
struct node *read_document(struct arena *arena, const struct source *source, const char *style,
                           struct diag *diag);

/* The readers themselves, for tests and fuzzing; the same contract, before the last steps. */
struct node *read_akn(struct arena *arena, const struct source *source, struct diag *diag);
struct node *read_markdown(struct arena *arena, const struct source *source, const char *style,
                           struct diag *diag);

/* These take a source that is parsed already; `style` as above. */
struct node *read_data(struct arena *arena, const struct source *source, const struct yaml *data,
                       const char *style,
                       struct diag *diag); /* our own form, plenary-document(5) */
struct node *read_paragraphs(struct arena *arena, const struct source *source,
                             const struct yaml *list, const char *style,
                             struct diag *diag); /* a list of typed paragraphs */
struct node *read_mun(struct arena *arena, const struct source *source, const struct yaml *data,
                      const char *style, struct diag *diag); /* Model UN: clause trees */

#endif
