/* paragraphs: what the files that read a list of typed paragraphs share (formats.md 3). Private to
 * this room. */
#ifndef PLENARY_PARAGRAPHS_H
#define PLENARY_PARAGRAPHS_H

#include "read/import.h"
#include "read/outline.h"

enum entry_type {
    ENTRY_FRONT,
    ENTRY_TITLE,
    ENTRY_HEADING,
    ENTRY_PARAGRAPH,
    ENTRY_FOOTER,
    ENTRY_BACK,
    ENTRY_OTHER /* a type that is not known, or none */
};

/* One paragraph of the list. */
struct entry {
    enum entry_type type;
    const char *text;           /* "" when it has none */
    const char *prefix;         /* the label apart from the text; NULL: none */
    int level;                  /* of a paragraph, from 1; of a heading; 0: not said */
    bool preambular, operative; /* neither: not said */
    const struct yaml *source;  /* of the entry */
    uint32_t at;                /* of the text */
};

/* A footer that is the body of a note: "¹ See …". */
struct footer {
    const struct entry *entry;
    int number;
    uint32_t size;       /* bytes of the number */
    struct footer *next; /* of the same number, in order */
    bool called;
};

struct paragraphs {
    struct import import;
    struct entry *entries;
    int count;
    struct outline outline;
    enum node_kind plain; /* what a paragraph is that does not say */
    bool in_text;         /* the masthead is over */
    const struct entry *title;
    enum field last_field; /* of the head matter, read last */
    GHashTable *footers;   /* number → the first of its struct footer that is not called yet */
    struct footer *notes;
    int note_count;
};

/* --- paragraphs_inline: a text and what stands in it -------------------------------------- */

/* A new block with the text of an entry from byte `from` to byte `to`: links, lead phrases and
 * calls of notes in their places. */
struct node *paragraphs_new_block(struct paragraphs *list, const struct entry *entry,
                                  enum node_kind kind, size_t from, size_t to);

/* --- paragraphs_notes: footers ------------------------------------------------------------- */

void paragraphs_find_notes(struct paragraphs *list);
void paragraphs_free_notes(struct paragraphs *list);

/* True when the entry is the body of a note. */
bool paragraphs_is_note(const struct paragraphs *list, const struct entry *entry);

/* Bytes of a number in raised figures at the start of a text, 0: none. */
size_t paragraphs_span_of_raised(const char *text, int *number);

/* Is there a call of a note at text[at]? Its size in bytes; 0: no. The body is then taken. */
size_t paragraphs_take_call(struct paragraphs *list, const char *text, size_t at,
                            struct footer **body);

/* Adds what was never called, each as a paragraph, with a warning. */
void paragraphs_add_uncalled(struct paragraphs *list);

/* --- paragraphs_head: the masthead ----------------------------------------------------- */

/* Which entry gives number and title? NULL: none. */
const struct entry *paragraphs_find_title(struct paragraphs *list);

/* Bytes of a number in front of a title: "55/2.", "1514 (XV)."; 0: none. */
size_t paragraphs_number(const char *line);

/* An entry before the text: true when it was taken. */
bool paragraphs_read_head(struct paragraphs *list, const struct entry *entry);

/* The symbol from the name of the file. */
void paragraphs_add_symbol(struct paragraphs *list);

/* --- paragraphs_body: the text ----------------------------------------------------------- */

void paragraphs_read_body(struct paragraphs *list, const struct entry *entry);

#endif
