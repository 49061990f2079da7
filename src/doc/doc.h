/* doc: the document tree, the only model of a document. A reader builds it, numbering finishes
 * it, everyone after that reads it as const. Nothing in the tree knows fonts or pages.
 *
 * Shape: *containers* hold blocks; *blocks* hold inlines only; a *note* is an inline that holds
 * blocks (paragraphs).
 *
 *   DOC                          language, kind, organ
 *     FIELD…                     masthead and head matter, see enum field
 *     OPENING                    "The General Assembly,"
 *     PREAMBULAR…
 *     OPERATIVE "1."             label apart from the text, punctuation included
 *     LIST                       follows the block that introduces it
 *       ITEM "(a)"               a block
 *       LIST                     follows the item that it belongs to
 *       PARAGRAPH                text that goes on after a deeper list
 *     PARAGRAPH                  unnumbered operative, continuation, annex text
 *     HEADING, SEPARATOR
 *     TABLE                      its ROWs hold CELLs, its CELLs hold blocks
 *     CLOSING                    holds FIELD_MEETING, FIELD_ADOPTED and FIELD_VOTE, in the order to
 *                                be printed
 *     ANNEX, PART                hold blocks (and an annex or part its own HEADINGs)
 *
 * Text is stored as it should be extracted again: white space folded to single spaces, none at
 * the ends of a block; a space that is not between words of the source is not there; U+00A0 and
 * U+3000 are kept. Adjacent TEXT nodes are merged, adjacent links to one target and adjacent
 * spans of one look too. */
#ifndef PLENARY_DOC_H
#define PLENARY_DOC_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/source.h"
#include "base/units.h"

enum language { LANGUAGE_NONE, ZH, EN, FR, ES, RU, AR, DE, LANGUAGE_COUNT };

enum node_kind {
    /* containers */
    NODE_DOC,
    NODE_PART, /* A, B, … of a composite resolution */
    NODE_ANNEX,
    NODE_LIST,
    NODE_CLOSING,
    NODE_TABLE,
    NODE_ROW,
    NODE_CELL,
    /* blocks: text */
    NODE_FIELD,
    NODE_OPENING,
    NODE_PREAMBULAR,
    NODE_OPERATIVE,
    NODE_ITEM,
    NODE_PARAGRAPH,
    NODE_HEADING,
    NODE_SEPARATOR, /* "* * *" */
    /* inlines */
    NODE_TEXT,
    NODE_SPAN,
    NODE_LINK,
    NODE_NOTE,
    NODE_BREAK,
    NODE_KIND_COUNT
};

enum field {
    FIELD_ORGANIZATION, /* United Nations */
    FIELD_SYMBOL,       /* A/RES/76/19 */
    FIELD_ORGAN,        /* General Assembly */
    FIELD_DISTRIBUTION, /* Distr.: General */
    FIELD_ISSUED,       /* 8 December 2021, with date */
    FIELD_ORIGINAL,     /* Original: English */
    FIELD_SESSION,      /* Seventy-sixth session */
    FIELD_ITEM,         /* Agenda item 95 */
    FIELD_ITEM_TITLE,
    FIELD_COMMITTEE, /* drafts: Third Committee; decisions: the organ that recommended it */
    FIELD_TYPE,      /* decisions: Decision; Elections and appointments */
    FIELD_SPONSORS,  /* drafts: Albania, Belgium and Chad: draft resolution */
    FIELD_ADOPTION,  /* Resolution adopted by the General Assembly on 6 December 2021 */
    FIELD_PROPONENT, /* [on the report of the First Committee (A/76/439, para. 7)] */
    FIELD_NUMBER,    /* 76/19. */
    FIELD_TITLE,     /* of a Council's resolution: Resolution 2671 (2022) */
    FIELD_MEETING,   /* in CLOSING: 45th plenary meeting */
    FIELD_ADOPTED,   /* in CLOSING: 6 December 2021, with date */
    FIELD_VOTE,      /* in CLOSING: [Adopted without a vote.] */
    FIELD_JOB,       /* 21-18253 */
    FIELD_COUNT
};

enum organ { ORGAN_NONE, ORGAN_GA, ORGAN_SC, ORGAN_ECOSOC, ORGAN_HRC };

enum doc_kind { KIND_RESOLUTION, KIND_DECISION, KIND_DRAFT, KIND_STATEMENT };

/* How a span looks. LEAD marks the lead phrase (and the organ in the opening), whatever its look.
 */
enum look {
    LOOK_BOLD = 1,
    LOOK_ITALIC = 2,
    LOOK_UNDERLINE = 4,
    LOOK_STRIKE = 8,
    LOOK_SMALL_CAPS = 16,
    LOOK_SUPERIOR = 32,
    LOOK_INFERIOR = 64,
    LOOK_LEAD = 128
};

struct date {
    int year, month, day; /* year 0: none */
};

/* Where the blocks of a cell stand in it, as its source says. */
enum cell_align { CELL_ALIGN_NONE, CELL_START, CELL_CENTRE, CELL_END, CELL_JUSTIFY };
enum cell_place { CELL_TOP, CELL_MIDDLE, CELL_BOTTOM };
enum cell_edge { EDGE_TOP, EDGE_BOTTOM, EDGE_START, EDGE_END, EDGE_COUNT };

/* How a document was voted on, as its metadata say; nothing of it is printed by itself. */
enum vote_outcome { VOTE_NONE, VOTE_WITHOUT, VOTE_RECORDED, VOTE_MAIL, VOTE_REJECTED };
enum vote_choice { VOTE_FAVOUR, VOTE_AGAINST, VOTE_ABSTAINING, VOTE_CHOICE_COUNT };

struct vote {
    enum vote_outcome outcome;
    int count[VOTE_CHOICE_COUNT];                 /* -1: not said */
    const char *const *voters[VOTE_CHOICE_COUNT]; /* names, ended by NULL; NULL: not said */
};

struct node {
    enum node_kind kind;
    uint32_t at; /* byte offset in the source */
    struct node *parent, *first, *last, *prev, *next;
    const char *text;  /* TEXT: UTF-8, never empty */
    const char *label; /* OPERATIVE, ITEM, HEADING: "1.", "(a)"; NOTE: "1"; LINK of contents: the
                        * number of its page; or NULL */
    union {
        struct {
            enum language language;
            enum organ organ;
            enum doc_kind kind;
            const struct source *source;
            const struct vote *vote; /* NULL: not said */
        } doc;
        struct {
            enum field field;
            struct date date; /* ISSUED, ADOPTED; else year 0 */
        } field;
        struct {
            int level;       /* LIST: from 1; HEADING: from 1, 0 of the parts of a volume */
            bool table_note; /* PARAGRAPH: says something of the table above it */
            bool contents;   /* LIST: its ITEMs lead to places in the book */
        } block;
        struct {
            int column_count;      /* of those whose widths are said; 0: none */
            const length *columns; /* widths; 0: as wide as what stands in it wants to be */
            bool bare; /* its source says that it has no rules: the style adds none either */
        } table;
        struct {
            bool head; /* one of the rows that are repeated on every page */
        } row;
        struct {
            int columns, rows; /* how many it spans, from 1 */
            enum cell_align align;
            enum cell_place place;
            length rules[EDGE_COUNT]; /* thickness; 0: none */
            bool head; /* in a row that is no head: of its row, or of what is below */
        } cell;
        struct {
            unsigned look; /* enum look */
        } span;
        struct {
            const char *target; /* URI */
        } link;
        struct {
            int number; /* 1…n in order of the calls; 0: not a number (label "*") */
            int typed;  /* the number that the source has; 0: none */
        } note;
    } as;
};

/* --- build --------------------------------------------------------------------------- */

/* A new node without parent; everything is the arena's. */
struct node *doc_new(struct arena *arena, enum node_kind kind, uint32_t at);
struct node *doc_new_field(struct arena *arena, enum field field, const char *text, uint32_t at);

/* Moves `child` (unlinked or not) to the end of `parent`, or before `next`, or out of the tree. */
void doc_append(struct node *parent, struct node *child);
void doc_insert_before(struct node *next, struct node *child);
void doc_unlink(struct node *node);

/* Adds a TEXT at the end of a block or span (doc_finish merges neighbours). Text of no length adds
 * nothing. */
void doc_append_text(struct arena *arena, struct node *parent, const char *text, size_t size,
                     uint32_t at);

/* --- walk ---------------------------------------------------------------------------- */

/* The node after `node` in document order within `root` (children first); NULL at the end. */
struct node *doc_next(const struct node *node, const struct node *root);
/* The same, but without going into `node`. */
struct node *doc_skip(const struct node *node, const struct node *root);

bool doc_is_container(enum node_kind kind);
bool doc_is_block(enum node_kind kind);
bool doc_is_inline(enum node_kind kind);

/* The block or container block that holds an inline; the node itself when it is a block. */
const struct node *doc_block_of(const struct node *node);

/* The first field of that sort, or NULL; closing fields are found too. */
struct node *doc_field(const struct node *doc, enum field field);

/* Puts a field among those at the head of the document, in the order of enum field. */
void doc_place_field(struct node *doc, struct node *field);

/* The text of a node without notes, breaks as one space; owned by the arena. Never NULL. */
const char *doc_plain_text(struct arena *arena, const struct node *node);

/* --- languages ----------------------------------------------------------------------- */

/* "zh" for ZH and so on (BCP 47); "" for none. */
const char *language_tag(enum language language);
/* From "zh", "zh-Hans", "zho", "chi"; LANGUAGE_NONE when not known. */
enum language language_of(const char *tag);
/* Pages of the language are mirrored, its lines run from right to left (G1). */
bool language_is_rtl(enum language language);

/* --- finish and print ---------------------------------------------------------------- */

/* Makes what a reader built conform to the above: folds white space (spaces move out of spans),
 * merges texts, links and spans, drops what is empty, numbers notes in order of their calls (labels
 * that are numbers and count up are kept) and
 * checks the shape (assert). Once is enough; twice does no harm. */
void doc_finish(struct arena *arena, struct node *doc);

/* "preambular" for NODE_PREAMBULAR, "item-title" for FIELD_ITEM_TITLE, "decision" for
 * KIND_DECISION and so on, as in the printed tree and in files that write it. "" for those that
 * mean nothing was said. */
const char *doc_kind_name(enum node_kind kind);
const char *doc_field_name(enum field field);
const char *doc_organ_name(enum organ organ);
const char *doc_type_name(enum doc_kind kind);
const char *doc_look_name(enum look look); /* one of them */
const char *doc_vote_name(enum vote_outcome outcome);
const char *doc_choice_name(enum vote_choice choice);
const char *doc_align_name(enum cell_align align);

/* The tree as text, a node a line, indented by depth; the arena's. The form of `--to tree`:
 *   kind "label" field look level=n number=n <target> "text" date
 * with what a node has of these. Line ends, tabs, backslashes, quotation marks and characters
 * that cannot be seen are escaped: \n \t \\ \" \u{A0}. */
const char *doc_print(struct arena *arena, const struct node *doc);

#endif
