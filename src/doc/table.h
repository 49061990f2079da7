/* table: where the cells of a TABLE stand: rows and columns counted out, spans cut to what there
 * is. Read, set and tagged by the same count. */
#ifndef PLENARY_DOC_TABLE_H
#define PLENARY_DOC_TABLE_H

#include "doc/doc.h"

struct table_cell {
    const struct node *node;
    int row, column;   /* of its first corner, from 0 */
    int rows, columns; /* that it covers, from 1; never more than the table has */
};

struct table_plan {
    int row_count, column_count;
    int cell_count;
    const struct table_cell *cells; /* in reading order */
    const int *first;               /* of a row: number of its first cell; one more at the end */
    const struct node *const *rows;
};

/* Counts the table out as HTML does (a cell takes the first free place of its row), with two
 * differences: no cell lies upon another, it is cut instead; and columns that no cell begins in
 * are none. A row may still cover fewer columns than the table has. The plan is the arena's. */
const struct table_plan *table_plan(struct arena *arena, const struct node *table);

/* The rows at its beginning that are heads; 0 when no other row follows. */
int table_head_rows(const struct table_plan *plan);

#endif
