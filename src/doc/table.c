/* table: a TABLE → the places of its cells. In: rows of cells with spans, whatever they claim. Out:
 * a plan in which nothing overlaps and nothing reaches out of the table. */
#include "doc/table.h"

#include <glib.h>

enum { MOST_SPAN = 63 }; /* columns that a cell may span: Word's tables have no more */

struct planning {
    GArray *cells;  /* struct table_cell */
    GArray *taken;  /* int: of a column, the row from which on it is free again */
    GArray *begins; /* bool: of a column, whether a cell begins in it */
};

static int taken_until(const struct planning *p, int column)
{
    return column < (int)p->taken->len ? g_array_index(p->taken, int, column) : 0;
}

/* Takes columns from…from+columns-1 until row `until`; what is taken ends the span. */
static int take(struct planning *p, int from, int columns, int row, int until)
{
    int count = 0;
    while (count < columns && taken_until(p, from + count) <= row)
        count++;
    if (from + count > (int)p->taken->len) {
        g_array_set_size(p->taken, (guint)(from + count));
        g_array_set_size(p->begins, (guint)(from + count));
    }
    for (int i = from; i < from + count; i++)
        g_array_index(p->taken, int, i) = until;
    g_array_index(p->begins, bool, from) = true;
    return count;
}

static void plan_row(struct planning *p, const struct node *row, int number, int row_count)
{
    int column = 0;
    for (const struct node *n = row->first; n; n = n->next) {
        if (n->kind != NODE_CELL)
            continue;
        while (taken_until(p, column) > number)
            column++;
        int rows = CLAMP(n->as.cell.rows, 1, row_count - number);
        int columns =
            take(p, column, CLAMP(n->as.cell.columns, 1, MOST_SPAN), number, number + rows);
        struct table_cell cell = {n, number, column, rows, columns};
        g_array_append_val(p->cells, cell);
        column += columns;
    }
}

/* Columns in which no cell begins are left out; returns how many stay. */
static int close_up(struct planning *p)
{
    int columns = (int)p->begins->len;
    int *number = g_new(int, columns + 1);
    number[0] = 0;
    for (int i = 0; i < columns; i++)
        number[i + 1] = number[i] + g_array_index(p->begins, bool, i);
    for (guint i = 0; i < p->cells->len; i++) {
        struct table_cell *cell = &g_array_index(p->cells, struct table_cell, i);
        cell->columns = number[cell->column + cell->columns] - number[cell->column];
        cell->column = number[cell->column];
    }
    int count = number[columns];
    g_free(number);
    return count;
}

static int count_rows(const struct node *table)
{
    int count = 0;
    for (const struct node *n = table->first; n; n = n->next)
        count += n->kind == NODE_ROW;
    return count;
}

const struct table_plan *table_plan(struct arena *arena, const struct node *table)
{
    struct table_plan *plan = ARENA_NEW(arena, struct table_plan);
    plan->row_count = count_rows(table);
    int *first = ARENA_ARRAY(arena, int, plan->row_count + 1);
    const struct node **rows = ARENA_ARRAY(arena, const struct node *, plan->row_count + 1);
    struct planning p = {g_array_new(FALSE, TRUE, sizeof(struct table_cell)),
                         g_array_new(FALSE, TRUE, sizeof(int)),
                         g_array_new(FALSE, TRUE, sizeof(bool))};
    int row = 0;
    for (const struct node *n = table->first; n; n = n->next) {
        if (n->kind != NODE_ROW)
            continue;
        rows[row] = n;
        first[row] = (int)p.cells->len;
        plan_row(&p, n, row, plan->row_count);
        first[++row] = (int)p.cells->len;
    }
    plan->column_count = close_up(&p);
    plan->cell_count = (int)p.cells->len;
    plan->cells = arena_copy(arena, p.cells->data, sizeof(struct table_cell) * p.cells->len);
    plan->first = first;
    plan->rows = rows;
    g_array_free(p.cells, TRUE);
    g_array_free(p.taken, TRUE);
    g_array_free(p.begins, TRUE);
    return plan;
}

int table_head_rows(const struct table_plan *plan)
{
    int count = 0;
    while (count < plan->row_count && plan->rows[count]->as.row.head)
        count++;
    return count < plan->row_count ? count : 0;
}
