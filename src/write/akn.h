/* akn: what the files that write AKN4UN share. The form is the one that the organization publishes
 * (formats.md 2), valid against the schema of Akoma Ntoso 3.0. Private to this room. */
#ifndef PLENARY_WRITE_AKN_H
#define PLENARY_WRITE_AKN_H

#include "write/forms.h"
#include "write/tags.h"

struct akn_sheet {
    struct arena *arena;
    const struct node *doc;
    struct tags tags;
    int blocks, notes, parts, annexes; /* how many so far: eIds count them */
    bool guard;                        /* the text that comes next must not look like a label */
    bool narrow; /* in a note or cell, where nobody looks for labels in the text */
};

/* <meta>. `part` is the PART or ANNEX that it is about, or NULL. The whole document alone has
 * references, the vote and the job number. */
void akn_write_meta(struct akn_sheet *sheet, const struct node *part);

/* <coverPage>, <preface>, and <conclusions> where the document has what they hold. */
void akn_write_cover(struct akn_sheet *sheet);
void akn_write_preface(struct akn_sheet *sheet);
void akn_write_part_preface(struct akn_sheet *sheet, const struct node *heading);
void akn_write_conclusions(struct akn_sheet *sheet, const struct node *closing);

/* The blocks from `first` up to `end` as <preamble> holds them, as <mainBody> does, and as a note
 * or a cell does. Those of a closing, annexes, parts and fields are left out. */
void akn_write_preamble(struct akn_sheet *sheet, const struct node *first, const struct node *end);
void akn_write_body(struct akn_sheet *sheet, const struct node *first, const struct node *end);
void akn_write_narrow(struct akn_sheet *sheet, const struct node *parent);

/* An opened <p> or the like with the inlines of a block; `eId` may be NULL. */
void akn_write_line(struct akn_sheet *sheet, const char *element, const struct node *block);

/* The inlines of a block or span; the innermost element holds the line. */
void akn_write_inlines(struct akn_sheet *sheet, const struct node *parent);

void akn_write_table(struct akn_sheet *sheet, const struct node *table);

/* The words of the lead phrase of a block, "" when it has none. */
const char *akn_lead_of(struct akn_sheet *sheet, const struct node *block);

#endif
