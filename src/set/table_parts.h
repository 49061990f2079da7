/* table_parts: what the files that set tables share. Private to them. */
#ifndef PLENARY_TABLE_PARTS_H
#define PLENARY_TABLE_PARTS_H

#include <glib.h>

#include "doc/table.h"
#include "set/set.h"

/* How what stands in a cell is set. */
struct cell {
    const struct table_cell *at;
    const struct form *form; /* its align is settled last */
    length least, most;      /* widths: of its longest word, of all in one line; 0: it is empty */
    length start, inner;     /* of what stands in it, from the start edge of the text */
    length shift;            /* of what it holds, away from its end: figures line up */
    bool figures;            /* one of a column of figures */
    int whole;               /* of a figure: bytes before its decimals; 0: it is none */
    length tail;             /* of a figure: width of its decimals and what follows */
    int line_count;          /* of all its paragraphs */
    const struct line *const *lines;
    int para_count;
    const int *ends; /* of a paragraph: how many lines end with it */
    int first_line;  /* which of the table's lines its first one stands in */
};

/* A table on its way to lines. Lines of the table are numbered through, those of one row after
 * those of the other. */
struct table {
    const struct compositor *compositor;
    const struct node *node;
    const struct table_plan *plan;
    struct cell *cells; /* as the plan has them */
    int head_count;     /* rows that are its head */
    bool single;        /* one column without head: a box, or text set apart */
    bool boxed;         /* rules stand upright at its outer edges */
    length measure;     /* of the text */
    length *x;          /* edges of the columns, from the start edge of the text; one more */
    int *row_line;      /* of a row: number of its first line; one more at the end */
};

/* --- table_width.c ------------------------------------------------------------------- */

/* Settles x and the places of the cells: columns as wide as the source wants them, as far as
 * words and page allow. */
void table_find_widths(struct table *table);

/* --- table_figures.c ----------------------------------------------------------------- */

/* Finds columns of figures; they align at the end where the source says nothing. */
void table_find_figures(struct table *table);

/* Lets the figures of a column, once set, stand with their decimals beneath each other. */
void table_line_up(struct table *table);

/* --- table_rules.c ------------------------------------------------------------------- */

/* The rules of each row; everything is the arena's. Edges that adjoin are one rule, the thicker
 * of the two. */
struct row_rules {
    int count;
    const struct grid_rule *rules;
};

const struct row_rules *table_find_rules(struct table *table);

/* --- table_rows.c -------------------------------------------------------------------- */

/* The rows of a table whose cells are set and placed: struct para each. */
void table_make_rows(struct table *table, GArray *paras);

#endif
