/* column: a galley measured for make-up: heights, white, calls and the places where a page may
 * end. Heights are in 64 bits, because a column may be thousands of pages long. */
#ifndef PLENARY_COLUMN_H
#define PLENARY_COLUMN_H

#include "set/galley.h"

/* A place between two lines: `line` lines of paragraph `para`, set as `setting`, stand above it.
 * Between paragraphs: line 0, setting 1. The end of the galley: para = para_count. */
struct cut {
    int32_t para;
    int32_t line : 30;
    uint32_t setting : 2;
};

/* What speaks against ending a page at a cut. */
enum cut_flag {
    CUT_LONE = 1,   /* I1: one line of a paragraph alone */
    CUT_SHORT = 2,  /* with CUT_LONE: the lone line is less than 2/3 of the measure */
    CUT_KEEP = 4,   /* I2, I3: what belongs together */
    CUT_HYPHEN = 8, /* F3: the line above ends with a hyphen */
    CUT_VOID = 16,  /* there is no such cut: the setting does not exist or is not that long */
    CUT_TURN = 32   /* an annex begins below: a page ends here, short or not */
};

/* A line of a note, in the order of the calls; lines of all notes are numbered through. */
struct note_line {
    const struct para *para;
    const struct line *line;
    length white; /* above it, when it is not the first of the page's notes */
    int first;    /* number of the first line of its note */
    int note;     /* number of its note, from 0 */
};

struct column {
    const struct galley *galley;
    length line;     /* the leading of most lines; only its paragraphs vary in length */
    int para_count;  /* the arrays over paragraphs have one element more */
    length *white;   /* above a paragraph, from the one before */
    int64_t *height; /* of all before a paragraph in their best setting, white included */
    int *gaps;       /* how many whites up to and with the one above a paragraph may open */
    int *lines;      /* how many lines stand before a paragraph */
    int *slot;       /* number of the cut above a paragraph */
    int cut_count;
    uint8_t *flags; /* of a cut: enum cut_flag */
    int *called;    /* of a cut: how many lines the notes have that are called above it */
    int note_line_count;
    struct note_line *note_lines;
    int64_t *note_height; /* of all note lines before one, white included */
    int note_count;
    const struct note **notes;
};

struct column *column_measure(struct arena *arena, const struct galley *galley);

/* True when a page that ends at the cut need not be full: the text ends there, or an annex begins
 * on the next page. */
bool column_ends(const struct column *column, struct cut cut);

/* The number of a cut, in the order of the text. */
int column_cut(const struct column *column, struct cut cut);

/* False for settings that a paragraph does not have, or may not use because its leading is not
 * that of the text. */
bool column_has_setting(const struct column *column, int para, int setting);

/* Height of the text between two cuts (the white above the first paragraph left out), with every
 * paragraph that is whole between them in its best setting. When the first one is a row of a table,
 * the table's head stands above it once more and counts. */
int64_t column_height(const struct column *column, struct cut from, struct cut to);

/* How high the head is that a page beginning with the paragraph repeats, with the white below it;
 * 0: none. */
length column_head_height(const struct column *column, int para);

/* True when the white above a paragraph may open: it does not part two rows of one table, nor two
 * lines of one heading. */
bool column_opens(const struct column *column, int para);

/* How many whites between the cuts may open; how many lines there are. */
int column_gaps(const struct column *column, struct cut from, struct cut to);
int column_lines(const struct column *column, struct cut from, struct cut to);

/* Height of the note lines from…to-1. */
int64_t column_note_height(const struct column *column, int from, int to);

#endif
