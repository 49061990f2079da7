/* style: a house style from styles/ as one constant struct, resolved for one language. All
 * geometry, type sizes and words of a page are here, none of them in code (un-layout.md 1-4). */
#ifndef PLENARY_STYLE_H
#define PLENARY_STYLE_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/units.h"
#include "doc/doc.h"

/* The kinds of paragraph that a style gives a form. Names in YAML: lower case, hyphens. */
#define STYLE_FORMS(F)                                                                             \
    F(ORGANIZATION, "organization")                                                                \
    F(SYMBOL_SERIES, "symbol-series") /* the large first letter of the symbol */                   \
    F(SYMBOL, "symbol")                                                                            \
    F(ORGAN, "organ")                                                                              \
    F(DISTRIBUTION, "distribution") /* the column at the right: distribution, date, original */    \
    F(SESSION, "session")                                                                          \
    F(SESSION_DATES, "session-dates") /* a second session field: the days it lasted */             \
    F(ITEM, "agenda-item")                                                                         \
    F(ITEM_TITLE, "agenda-item-title")                                                             \
    F(ADOPTION, "adoption")                                                                        \
    F(PROPONENT, "proponent")                                                                      \
    F(TITLE, "title")                                                                              \
    F(OPENING, "opening")                                                                          \
    F(PREAMBULAR, "preambular")                                                                    \
    F(OPERATIVE, "operative")                                                                      \
    F(ITEM1, "item-1")                                                                             \
    F(ITEM2, "item-2")                                                                             \
    F(ITEM3, "item-3")                                                                             \
    F(ITEM4, "item-4")                                                                             \
    F(PARAGRAPH, "paragraph")                                                                      \
    F(HEADING1, "heading-1")                                                                       \
    F(HEADING2, "heading-2")                                                                       \
    F(HEADING3, "heading-3")                                                                       \
    F(ANNEX, "annex") /* "Annex", the first heading of an annex */                                 \
    F(PART, "part")   /* A, B: of a resolution in parts */                                         \
    F(COMMITTEE, "committee")                                                                      \
    F(TYPE, "type")                                                                                \
    F(SPONSORS, "sponsors")                                                                        \
    F(TABLE_HEAD, "table-head")                                                                    \
    F(TABLE_CELL, "table-cell")                                                                    \
    F(TABLE_NOTE, "table-note")                                                                    \
    F(SEPARATOR, "separator")                                                                      \
    F(CLOSING, "closing")                                                                          \
    F(NOTE, "note")                                                                                \
    F(HEAD_SYMBOL, "head-symbol")                                                                  \
    F(HEAD_TITLE, "head-title")                                                                    \
    F(FOOT_PAGE, "foot-page")                                                                      \
    F(FOOT_JOB, "foot-job")                                                                        \
    F(JOB, "job")                                                                                  \
    F(RECYCLE, "recycle")                                                                          \
    F(SLUG, "slug")               /* the line beside the trimmed page of a print variant */        \
    F(COVER_ORGAN, "cover-organ") /* bound volumes: cover and title page */                        \
    F(COVER_TITLE, "cover-title")                                                                  \
    F(COVER_LINE, "cover-line")                                                                    \
    F(SECTION, "section") /* the title of a part of the volume */                                  \
    F(CONTENTS_PART, "contents-part")                                                              \
    F(CONTENTS, "contents")               /* an entry with a page number */                        \
    F(CONTENTS_SYMBOL, "contents-symbol") /* the same, of a list by symbol */                      \
    F(CONTENTS_ITEM, "contents-item")     /* an agenda item in an index */

enum form_name {
#define F(name, key) FORM_##name,
    STYLE_FORMS(F)
#undef F
        FORM_COUNT
};

enum align { ALIGN_JUSTIFY, ALIGN_START, ALIGN_CENTRE, ALIGN_END };

/* A form: how one kind of paragraph is set. x are measured from the text edge, start side. */
struct form {
    length size, leading;
    length before, after;      /* white; between two blocks the greater of after and before */
    length label, first, turn; /* x of the label, of the first line's text, of turn lines */
    length end;                /* indent at the far side */
    enum align align;
    unsigned look;   /* LOOK_BOLD | LOOK_ITALIC */
    int keep_next;   /* lines of what follows that must stand on the same page; 0: none */
    bool keep_whole; /* not to be split over pages */
    bool hyphenate;
};

struct box {
    length x, y, width, height; /* from the sheet's upper left corner, y downwards */
};

struct rule_at {
    length x, y, width, thickness;
};

#define STYLE_MAX_FAMILIES 4
enum script { SCRIPT_HAN, SCRIPT_WESTERN, SCRIPT_ARABIC, SCRIPT_COUNT };

struct style {
    const char *name;
    enum language language;

    struct {
        length width, height;
        length text_start, text_end; /* the measure's edges, from the left of the sheet (ltr) */
        length frame_start, frame_end;
        length first_top; /* page 1: set by the masthead; later pages: top of the first line */
        length bottom;    /* lower edge of the text area, later pages and page 1 */
        length bottom_first;
    } page;

    struct {
        length row1_baseline, organ_x, organ_baseline, right_x, right_baseline;
        struct rule_at thin, thick; /* thick moves down when the column is longer */
        struct box emblem;
        length session_baseline; /* below the thick rule */
        length head_end;         /* from the frame's start: width of the lines under that rule */
        const char *emblem_file; /* NULL: its place stays empty */
        length organization_x;   /* row 1: where the organization begins */
        const char *organ; /* a word that stands in the organ's place, "organ-ga"; NULL: its own */
    } mast;

    struct {
        const enum field *column;  /* masthead: the column at the right */
        const enum field *head;    /* under the thick rule, at the frame's edge */
        const enum field *title;   /* above the text; a TITLE takes its NUMBER with it */
        const enum field *closing; /* in CLOSING */
    } fields; /* what is printed where, in this order; each list ends with FIELD_COUNT */

    struct {
        length width, thickness, before; /* width 0: there is none */
    } end_rule;                          /* centred, below the text of a draft */

    struct {
        length head_baseline, foot_baseline;
        struct rule_at head_rule;
        length head_title_end; /* widest running title */
        struct box bar_code, recycle_mark, qr_code;
        const char *const *qr_series; /* first parts of symbols that have a QR code */
        length job_x, job_baseline, recycle_x, recycle_baseline;
    } run; /* running heads and feet, foot of page 1 */

    struct {
        length rule_width, rule_thickness;
        length above_rule; /* least white from the last text line's slot to the rule */
        length below_rule; /* from the rule to the first note's slot */
        int call_permille; /* size of superior figures, of the text's size */
        length call_rise;  /* at 10 pt */
    } notes;

    struct {
        length padding;          /* at both sides of what stands in a cell */
        length before, after;    /* white above and below a table */
        length row_gap;          /* white between two rows; a rule stands in its middle */
        length rule, thick_rule; /* of tables that say nothing of rules: above the head; under the
                                  * head and at the end */
        length most;             /* how wide a table may get: the measure, or up to the frame */
    } table;

    struct {
        const char *punctuation;         /* quanjiao | kaiming | banjiao (B8) */
        bool tight;                      /* B3 */
        bool hang;                       /* B9 */
        int hyphen_before, hyphen_after; /* F2 */
        const char *hyphen_patterns;     /* "hyph_en_US.dic", or NULL */
        int hyphen_penalty;
        int expansion;               /* D15: per mille, of Western glyphs; 0: never */
        int expansion_most;          /* before spaces get wider than 1.9 times theirs */
        bool hyphen_compounds;       /* behind the hyphen of a compound, in need */
        const char *counters;        /* A6: characters that stay with the number before them */
        const char *number_prefixes; /* A6: 第 */
        const char *const *ties;     /* F7: words that keep the next word: "para." "No." … NULL */
        const char *const *soft_ties;   /* words before which a number stays with a penalty (S) */
        const char *const *units;       /* F7: words that stay with the number before them */
        const char *const *wholes;      /* F7, F10: words that stay together: "т. е." */
        const char *const *short_words; /* F10, F11: words that do not end a line */
        const char *const *particles;   /* F10: words that do not start one */
        int short_word_penalty;         /* of both */
        const char *numerals, *part_joiners, *date_units; /* A6, A7: of Chinese */
        const char *thin_before;                /* F8: marks with a thin fixed space before them */
        const char *space_before, *space_after; /* … with a fixed word space before, after them */
    } set;

    struct {
        length cover_top; /* where the text of cover and title page begins */
        bool run_on;      /* documents follow each other on a page */
    } volume;

    struct {
        const char *condition;       /* the printing condition as the ICC registers it: FOGRA39 */
        const char *profile;         /* its ICC profile */
        const char *substitute;      /* a profile of another condition, where that is not there */
        length bleed;                /* round the trimmed page */
        length margin;               /* round it in a file of single pages: marks, slug line */
        length mark, mark_thickness; /* crop marks begin where the bleed ends */
        length gutter;               /* between pages that are cut apart */
        length paper;                /* how thick a leaf is, for creep */
    } print;

    const char *families[SCRIPT_COUNT][STYLE_MAX_FAMILIES]; /* in order of preference */
    /* Of every message, DIAG_COUNT: the catalogue's, changed by `check`. */
    const enum diag_level *levels;

    unsigned lead_look; /* LOOK_BOLD or LOOK_ITALIC: of lead phrases in this language */

    struct form forms[FORM_COUNT];
    const struct style_words *words;
};

/* Loads a style by name (styles/NAME.yaml in the data folder) or by file name (anything with a
 * slash or ending .yaml), follows `inherits`, lays the language's part over it. NULL when that
 * failed: unknown key, wrong unit, no such style, each an error with line and column in the
 * style file. What ships is read once per process. */
const struct style *style_load(struct arena *arena, const char *name, enum language language,
                               struct diag *diag);

/* Puts the fields at the head of a document and in its closings into the order in which the style
 * prints them, so that tree, page and structure have one order. Adds what the style says of every
 * document of its kind: the organ of the masthead, the language of a translation. A field that the
 * style has no place for stays in the tree, is not printed, and is told. Reading's last step, which
 * waits for the style; twice does no harm. */
void style_arrange(struct arena *arena, const struct style *style, struct node *doc,
                   struct diag *diag);

/* Whether a list of `fields` has that field. */
bool style_lists(const enum field *list, enum field field);

/* A word of the style's language, NULL when the style does not have it. Keys: see
 * styles/words/en.yaml; a list has its items under "months.1", "months.2", … Place-holders are
 * {name}, filled by style_fill. */
const char *style_word(const struct style *style, const char *key);

/* `pattern` with each {name} replaced: names and values in pairs, ended by NULL. The arena's. */
const char *style_fill(struct arena *arena, const char *pattern, ...);

/* A date in the language's form for `key` ("date", "issue-date"); NULL when there is no form. */
const char *style_date(struct arena *arena, const struct style *style, const char *key,
                       struct date date);

/* Length in bytes of the longest known lead phrase that `text` begins with (operative or
 * preambular list of that language), 0 when there is none. Lists are read once per process. */
size_t style_lead_phrase(enum language language, bool operative, const char *text);

/* The data folder, which holds styles/ and fonts/: $PLENARY_DATA, else ../share/plenary beside the
 * folder of the library or program, wherever it is installed, else the source tree. */
const char *style_data_folder(void);

#endif
