/* diag: messages about a document, kept in the order of the source and shown as
 *   file:line:col: level: what was found, what was wanted [slug]
 * then the source line with a caret, then at most one hint. A function returns NULL or false if
 * and only if it has filed an error; callers add nothing. */
#ifndef PLENARY_DIAG_H
#define PLENARY_DIAG_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/source.h"

enum diag_level { DIAG_STYLE_LEVEL, DIAG_WARNING, DIAG_ERROR, DIAG_FATAL };

enum diag_slug {
#define DIAG(name, slug, level, meaning) DIAG_##name,
#include "base/diag.def"
#undef DIAG
    DIAG_COUNT
};

struct diag;

/* An empty list of messages, owned by the arena. */
struct diag *diag_new(struct arena *arena);

/* Files a message about byte `at` of `source` (SOURCE_NOWHERE: the file; a NULL source: no file).
 */
void diag_file(struct diag *diag, const struct source *source, uint32_t at, enum diag_slug slug,
               const char *format, ...) __attribute__((format(printf, 5, 6)));

/* Adds a hint to the message filed last. */
void diag_hint(struct diag *diag, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* How many messages of at least this level there are. */
int diag_count(const struct diag *diag, enum diag_level at_least);

/* All messages as text, sorted by source and place (equal places in the order filed); owned by
 * the arena. Empty when there are none. */
const char *diag_text(const struct diag *diag);

#endif
