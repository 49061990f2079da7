/* akn: what the files that read AKN4UN share. Private to this room. */
#ifndef PLENARY_AKN_H
#define PLENARY_AKN_H

#include "doc/doc.h"
#include "read/akn_xml.h"
#include "read/outline.h"
#include "style/style.h"

/* Is this block one of several of a paragraph? */
enum akn_run { RUN_APART, RUN_FIRST, RUN_LATER };

/* Where blocks go and what they are there. Saved and set aside while something is read that has a
 * place of its own: an annex, a cell, a note. */
struct akn_place {
    struct outline outline;
    enum node_kind plain; /* what a block without label is: PREAMBULAR, PARAGRAPH, OPENING */
    bool guesses;         /* labels and headings may be typed in the text */
    const char *label;    /* of <num>, waiting for its block; else NULL */
    int heading;          /* blocks are headings of that level; 0: they are not */
    int class_level;      /* the level that the Word style of the paragraph hints at; 0: none */
    int lists;            /* list elements around */
    bool table_note;      /* the paragraph has the Word style of a note, as below a table */
    bool in_point;        /* the paragraph is a <point> or <item> */
    enum akn_run run;
    struct node *late;  /* within a note: blocks of notes within it, to follow its own; else NULL */
    struct node *empty; /* a block that was only a label, waiting for its text; else NULL */
    int own_depth;      /* lists open after the first block of the paragraph */
};

/* Names of elements that a message was filed about. */
struct akn_name {
    struct akn_name *next;
    const char *name;
};

/* Headings whose level the source says by the style of their paragraph. */
struct akn_levelled {
    struct akn_levelled *next;
    struct node *heading;
    int level;
};

struct akn {
    struct arena *arena;
    const struct source *source;
    struct diag *diag;
    struct node *doc;
    struct akn_place place;
    struct akn_name *unknown;
    struct akn_levelled *levelled;
};

/* A table of what to do with an element, by name. */
typedef void akn_reader(struct akn *akn, const struct xml *element);

struct akn_rule {
    const char *name;
    akn_reader *read;
};

akn_reader *akn_find_rule(const struct akn_rule *rules, size_t count, const char *name);

/* A fresh place in `container`; the place before is returned, to be put back. */
struct akn_place akn_enter(struct akn *akn, struct node *container);

/* The blocks below an element, whatever they are, go to the place. */
akn_reader akn_read_blocks;

/* One element or text of its own among blocks. */
akn_reader akn_read_block;

/* One text or inline element goes to the end of a block or span. */
void akn_read_inline(struct akn *akn, const struct xml *node, struct node *target);
void akn_read_inlines(struct akn *akn, const struct xml *parent, struct node *target);

/* A table: its widths, spans, rules and notes; what is no row of it stands before it. */
akn_reader akn_read_table;

/* Is it an element that stands within a block? */
bool akn_is_inline(const char *name);

/* Files a message about an element that is not known, once for each name. */
akn_reader akn_tell_unknown;

/* The masthead and the closing line. */
akn_reader akn_read_cover, akn_read_preface, akn_read_conclusions;

/* A field of an element's text and notes, in no tree yet. */
struct node *akn_new_field(struct akn *akn, enum field name, const struct xml *element);

/* Takes bold and italic, whichever are wanted, from a block that has them as a whole: that look is
 * the style's to give. */
void akn_unwrap_looks(struct node *block, unsigned looks);

/* @date of an element; year 0 when there is none. */
struct date akn_date_of(const struct xml *element);

/* Lines of a closing that nothing marks as such become fields of it, in the container and the
 * parts in it. */
void akn_settle_closing(struct akn *akn, const struct style *style, struct node *container);

/* How the document was voted on, from its metadata; `document` is the element below the root. */
akn_reader akn_read_vote;

/* The number and title of a part become a heading. */
akn_reader akn_read_part_preface;

#endif
