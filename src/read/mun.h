/* mun: what the files that read Model UN resolutions share (formats.md 3). Private to this room. */
#ifndef PLENARY_MUN_H
#define PLENARY_MUN_H

#include "read/import.h"

/* A clause of either program: texts and lists of clauses below it, in their order. */
struct clause {
    struct clause *next;
    const struct yaml *phrase; /* the lead phrase, apart from the text; NULL: within it */
    struct part *parts;
    uint32_t at;
};

struct part {
    struct part *next;
    const struct yaml *text; /* NULL: a list */
    struct clause *clauses;
};

struct mun {
    struct import import;
    bool marked; /* *words* within a text are emphasized */
    struct clause *preamble, *operative;
};

/* --- mun_clause: JSON → clauses ------------------------------------------------------------- */

/* The clauses of a list; what holds no text is left out. Errors are filed. */
struct clause *mun_read_clauses(struct mun *mun, const struct yaml *list);

/* --- mun_head: the masthead ------------------------------------------------------------------ */

/* The fields of `address` (and votes) of an .rso file, or of munify's header and resolution; each
 * may be NULL. The words of the opening line are returned, NULL when no organ is given. */
const char *mun_read_address(struct mun *mun, const struct yaml *address);
const char *mun_read_header(struct mun *mun, const struct yaml *header,
                            const struct yaml *resolution);
void mun_read_votes(struct mun *mun, const struct yaml *votes);

/* --- mun_set: clauses → blocks ------------------------------------------------------------- */

/* Adds preamble and operative part to the document: labels and the marks at the ends of clauses as
 * the language has them (un-layout.md 5.1, 5.2). */
void mun_add_clauses(struct mun *mun);

/* --- mun_form: what a language has -------------------------------------------------------- */

enum clause_end { END_NONE, END_COMMA, END_SEMICOLON, END_COLON, END_STOP };

/* The mark with what stands before it: " ;" in French. "" for END_NONE. */
const char *mun_mark(enum language language, enum clause_end end);

/* Which mark the text ends with; END_NONE: none. A text may end with another mark (… ? –) or with
 * "; and": *complete is true when nothing is wanted behind it. */
enum clause_end mun_end_of(const char *text, bool *complete);

/* Bytes of the lead phrase that a text begins with: a known one, or else the first word. */
size_t mun_lead_size(enum language language, bool operative, const char *text);

#endif
