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

/* A style may set the level of a message, or OFF: it is then not filed at all. */
enum diag_level { DIAG_OFF, DIAG_STYLE_LEVEL, DIAG_WARNING, DIAG_ERROR, DIAG_FATAL };

enum diag_slug {
#define DIAG(name, slug, level, meaning) DIAG_##name,
#include "base/diag.def"
#undef DIAG
    DIAG_COUNT
};

/* Bytes from…to of the source replaced by others, as the source writes them. */
struct diag_edit {
    uint32_t from, to;
    const char *bytes;
};

struct diag_message {
    struct diag_message *next;
    const struct source *source; /* NULL: no file */
    uint32_t at, end;            /* SOURCE_NOWHERE: the file as a whole; end: behind what is meant,
                                  * `at` when only the place is known */
    enum diag_slug slug;
    enum diag_level level;
    int order;
    const char *text, *hint;      /* hint: NULL for none */
    const struct diag_edit *mend; /* edits that mend it for sure, by place; NULL: none */
    int edit_count;
};

struct diag;

/* An empty list of messages, owned by the arena. */
struct diag *diag_new(struct arena *arena);

/* Messages filed from now on, and those filed already, have these levels, DIAG_COUNT of them; NULL:
 * those of the catalogue. Levels that may not be set are not changed by it. */
void diag_set_levels(struct diag *diag, const enum diag_level *levels);

/* The level that a message has now. */
enum diag_level diag_level(const struct diag *diag, enum diag_slug slug);

/* Messages of that slug (DIAG_COUNT: of any) whose place is in from…to of the source are dropped,
 * also those that are filed already; those whose level may not be set stay. From SOURCE_NOWHERE:
 * messages about the source as a whole. */
void diag_ignore(struct diag *diag, const struct source *source, uint32_t from, uint32_t to,
                 enum diag_slug slug);

/* Files a message about byte `at` of `source` (SOURCE_NOWHERE: the file; a NULL source: no file).
 */
void diag_file(struct diag *diag, const struct source *source, uint32_t at, enum diag_slug slug,
               const char *format, ...) __attribute__((format(printf, 5, 6)));

/* What is said of the message filed last: a hint, where what it means ends, an edit that (with
 * others of the same message, in the order of the source) mends it for sure. */
void diag_hint(struct diag *diag, const char *format, ...) __attribute__((format(printf, 2, 3)));
void diag_range(struct diag *diag, uint32_t end);
void diag_mend(struct diag *diag, uint32_t from, uint32_t to, const char *bytes);

/* As if a message that was filed earlier were the one filed last: more can be said of it. */
void diag_resume(struct diag *diag, const struct diag_message *message);

/* How many messages of at least this level there are. */
int diag_count(const struct diag *diag, enum diag_level at_least);

/* All messages sorted by source and place (equal places in the order filed), the arena's. */
const struct diag_message *const *diag_messages(const struct diag *diag, int *count);

/* All messages as text, `arena`'s; that of diag_text is the arena of `diag`. Empty when there are
 * none. */
const char *diag_print(struct arena *arena, const struct diag *diag);
/* The same, in colours for a terminal or without. */
const char *diag_show(struct arena *arena, const struct diag *diag, bool colour);
const char *diag_text(const struct diag *diag);

/* The catalogue. */
const char *diag_slug_name(enum diag_slug slug);
const char *diag_slug_meaning(enum diag_slug slug);
enum diag_level diag_slug_level(enum diag_slug slug);
enum diag_slug diag_slug_of(const char *name); /* DIAG_COUNT: none of that name */
bool diag_may_set(enum diag_slug slug); /* false: an error that keeps a document from being read */
bool diag_is_rule(enum diag_slug slug); /* of the house style */
const char *diag_level_name(enum diag_level level); /* "style"; both errors: "error" */

#endif
