/* copy: a document as an editor reads it: one passage after the other, each a plain text with its
 * calls and its lead phrase; and how a rule says what it found there. Private to this room. */
#ifndef PLENARY_CHECK_COPY_H
#define PLENARY_CHECK_COPY_H

#include <glib.h>

#include "base/diag.h"
#include "doc/doc.h"
#include "style/lexicon.h"
#include "style/style.h"

struct call {
    int at;                  /* byte offset in the passage's text, where it stands */
    const struct node *note; /* NOTE */
};

/* Where bytes of a passage come from. */
struct stretch {
    int at;                  /* offset of its first byte in the passage's text */
    const struct node *text; /* TEXT */
    unsigned look;           /* of all spans around it */
};

struct passage {
    const struct node *block; /* FIELD, OPENING … SEPARATOR: where the text stands */
    const struct node *note;  /* the note that holds it; NULL */
    const struct node *part;  /* the innermost PART or ANNEX around it; NULL: the body */
    const struct node *cell;  /* CELL around it; NULL */
    int level;                /* ITEM: of its list, from 1 */
    bool in_annex;            /* anywhere inside of an ANNEX */
    const char *text;         /* without label, calls and breaks (a space each); ends with NUL */
    int size;                 /* bytes */
    int stretch_count, call_count;
    const struct stretch *stretches;
    const struct call *calls;
    int lead_from, lead_to; /* the marked lead phrase; both -1: none */
};

struct copy {
    struct arena *arena;
    const struct style *style;
    const struct lexicon *lexicon, *common; /* of the language; of all languages */
    enum language language;
    const struct node *doc;
    const struct source *source;
    struct diag *diag;
    int passage_count;
    struct passage *passages;  /* in the order of the document, those of a note behind the passage
                                * that calls it */
    const struct spot **spots; /* of each passage, NULL until asked for; see check/align.h */
};

/* Everything is the arena's. */
struct copy *copy_of(struct arena *arena, const struct style *style, const struct node *doc,
                     struct diag *diag);

/* --- what rules say -------------------------------------------------------------------- */

/* Files a message about bytes from…to of a passage's text (an offset alone: from = to). */
void find(const struct copy *copy, const struct passage *passage, int from, int to,
          enum diag_slug slug, const char *format, ...) __attribute__((format(printf, 6, 7)));

/* The same about a node as a whole: a note, a field, the document; of a clause or an item that has
 * a label, its label is shown. */
void find_node(const struct copy *copy, const struct node *node, enum diag_slug slug,
               const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Adds to the message filed last that bytes from…to replaced by `words` mend it for sure. Left out
 * where the source does not have these bytes side by side, or in a form that cannot be edited. */
void mend(const struct copy *copy, const struct passage *passage, int from, int to,
          const char *words);

/* The same for a look that bytes from…to should have: "**…**", "<b>…</b>". */
void mend_look(const struct copy *copy, const struct passage *passage, int from, int to,
               unsigned look);

/* Where bytes from…to of a passage stand in the source. True when the source has them there in one
 * piece (between tags), so that an edit may replace them; else at is the nearest known place. */
bool locate(const struct copy *copy, const struct passage *passage, int from, int to, uint32_t *at,
            uint32_t *end);

/* --- what rules ask -------------------------------------------------------------------- */

/* The character before and at an offset; 0 at the edges. */
gunichar char_before(const struct passage *passage, int at);
gunichar char_at(const struct passage *passage, int at);

/* Looks of the byte at an offset. */
unsigned look_at(const struct passage *passage, int at);

/* The first match of a pattern from `start` on; false when there is none (or no pattern). */
bool match_from(const struct passage *passage, const GRegex *pattern, int start, int *from,
                int *to);

/* Whether the passage is one of the clauses of the resolution itself: not in a note, a cell, an
 * annex, a quotation. */
bool is_clause(const struct passage *passage);

#endif
