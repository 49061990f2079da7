/* markdown: what the files that read Markdown share. Private to this room. */
#ifndef PLENARY_MARKDOWN_H
#define PLENARY_MARKDOWN_H

#define CMARK_NO_SHORT_NAMES /* its NODE_… are not those of doc.h */
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <glib.h>

#include "base/diag.h"
#include "base/yaml.h"
#include "doc/doc.h"
#include "read/outline.h"
#include "style/style.h"

#define MARKDOWN_MAX_DEPTH 40 /* lists, quotations and looks within each other */

/* The body of a note: inlines of a paragraph from `first` up to `end`, or a [^1] definition. */
struct markdown_note {
    const char *label;       /* "1", "*"; "^1" for the first definition that is called */
    const char *name;        /* for messages: as the source has it */
    const char *typed;       /* of a definition: the label that its name gives, or NULL */
    cmark_node *first, *end; /* end: NULL for all that follow */
    cmark_node *definition;
    uint32_t at;
    bool called;
};

/* What a comment says of the block behind it. */
struct markdown_mark {
    const char *word;    /* name of a kind or field, "text"; NULL: nothing is said */
    const char *details; /* what follows on the word */
    const char *label;   /* of the block, or NULL */
    int in;              /* the block goes on in the open list of that level; 0: in none */
    int level;           /* of a heading; 0: by its marks */
    int head;            /* rows at the head of a table; 0: by its form */
};

struct markdown {
    struct arena *arena;
    const struct source *source;
    struct diag *diag;
    const char *style_name;
    const struct style *style;
    struct node *doc;
    uint32_t start;        /* of the Markdown in the source, behind the front matter */
    const uint32_t *lines; /* where each line of the Markdown begins in the source */
    int line_count;
    GHashTable *notes;       /* label → struct markdown_note; "^1" for [^1] */
    GHashTable *note_blocks; /* paragraphs that hold nothing but bodies of notes */
    struct outline outline;
    enum node_kind plain; /* what a paragraph without label is: PREAMBULAR or PARAGRAPH */
    int depth;            /* of what is being read */
    bool too_deep;        /* said so already */
    bool in_note;         /* a note holds no notes */
    bool untitled;        /* the front matter says that there is no title */
    bool begun;           /* an annex has just begun: a heading for one is its own */
    struct node *whole;   /* the document, or the part that we are in */
    struct markdown_mark mark;
};

/* Byte offset of a cmark node in the source, as near as cmark knows. */
uint32_t markdown_at(const struct markdown *markdown, cmark_node *node);

/* Files DIAG_MARKDOWN_LOST at a node. */
void markdown_lost(struct markdown *markdown, cmark_node *node, const char *what);

/* Goes one level deeper; false, with an error filed once, when that is too deep. Where it is true
 * markdown->depth is to be counted down again. */
bool markdown_go_deeper(struct markdown *markdown, cmark_node *node);

/* Marks: true when `node` is a comment that is one. */
bool markdown_read_mark(const struct markdown *markdown, cmark_node *node,
                        struct markdown_mark *mark);
/* The next `name` or `name=value` of a mark's details, to be freed; false when there is none. */
bool markdown_next_detail(const char **rest, char **name, char **value);
bool markdown_mark_is(const struct markdown_mark *mark, const char *word);
/* A mark stands before the node. */
bool markdown_is_marked(const struct markdown *markdown, cmark_node *node);

/* Front matter: its tree (NULL: none) and the offset of what follows it. False with an error. */
bool markdown_find_front(struct arena *arena, const struct source *source, struct diag *diag,
                         const struct yaml **front, uint32_t *start);
/* The language it gives: LANGUAGE_NONE when it gives none. False with an error. */
bool markdown_front_language(const struct source *source, struct diag *diag,
                             const struct yaml *front, enum language *language);
/* Makes fields of the rest. False with an error. */
bool markdown_read_front(struct markdown *markdown, const struct yaml *front);

/* Notes: finds all bodies below `root`; reads the body of one into a NOTE at the end of `target`;
 * warns of those that were never called. */
void markdown_find_notes(struct markdown *markdown, cmark_node *root);
void markdown_read_note(struct markdown *markdown, struct markdown_note *note, struct node *target);
void markdown_check_notes(struct markdown *markdown);

/* The label of a call <sup>1</sup> that begins at `node`, or NULL; three nodes long. */
const char *markdown_call_at(cmark_node *node);

/* The inlines from `first` up to `end` go to the end of a block or span. */
void markdown_read_inlines(struct markdown *markdown, cmark_node *first, cmark_node *end,
                           struct node *target);

/* The words from `first` up to `end` (of `node`), white space folded, calls left out; nothing is
 * read by that. The arena's. */
const char *markdown_words(struct markdown *markdown, cmark_node *first, cmark_node *end);

/* A new block of that kind with all inlines of `node`. */
struct node *markdown_new_block(struct markdown *markdown, cmark_node *node, enum node_kind kind);

/* Reads session, item, title and so on; returns the first node of the text, NULL with an error
 * when there is no title or no text. */
cmark_node *markdown_read_head(struct markdown *markdown, cmark_node *first);

/* Reads the text: preamble, operative part, closing, annexes. */
void markdown_read_body(struct markdown *markdown, cmark_node *first);

/* A closing whose lines are a meeting and a date, or what a mark says they are; false when the
 * paragraph is no closing. */
bool markdown_read_closing(struct markdown *markdown, cmark_node *paragraph);

void markdown_read_table(struct markdown *markdown, cmark_node *node);

/* Puts a block where it belongs: a mark may say that it goes on in a list. */
void markdown_place(struct markdown *markdown, struct node *block);

#endif
