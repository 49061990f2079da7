/* structure_table: the elements of a table. In: a TABLE. Out: Table > THead, TBody > TR > TH, TD;
 * without a head, Table > TR.
 * All rows and cells are made, the empty ones too, and every row covers all columns, because
 * readers count them (ISO 14289-1, 7.5). */
#include "doc/table.h"
#include "pdf/tree.h"

struct tagging {
    struct structure *structure;
    const struct table_plan *plan;
    int *taken; /* of a column: the row from which on it is free again */
};

static bool is_head(const struct node *cell)
{
    return cell->as.cell.head || cell->parent->as.row.head;
}

/* What the heads of a row head: a row of nothing else heads what is below it. */
static const char *scope_of(const struct node *row)
{
    for (const struct node *n = row->first; n; n = n->next)
        if (!is_head(n))
            return "Row";
    return "Column";
}

static const char *attributes_of(const struct tagging *t, const struct table_cell *cell,
                                 const char *scope)
{
    GString *out = g_string_new("/O/Table");
    if (scope)
        g_string_append_printf(out, "/Scope/%s", scope);
    if (cell->columns > 1)
        g_string_append_printf(out, "/ColSpan %d", cell->columns);
    if (cell->rows > 1)
        g_string_append_printf(out, "/RowSpan %d", cell->rows);
    bool says = scope || cell->columns > 1 || cell->rows > 1;
    const char *text = says ? arena_strndup(t->structure->arena, out->str, out->len) : NULL;
    g_string_free(out, TRUE);
    return text;
}

static void make_cell(struct tagging *t, struct element *row, const struct table_cell *cell,
                      const char *scope)
{
    struct element *element = structure_append(t->structure, row, scope ? "TH" : "TD");
    element->attributes = attributes_of(t, cell, scope);
    if (cell->node)
        structure_keep(t->structure, FACET_SELF, cell->node, element);
    for (int c = cell->column; c < cell->column + cell->columns; c++)
        t->taken[c] = cell->row + cell->rows;
}

/* A row that ends early gets an empty cell. */
static void fill_row(struct tagging *t, struct element *row, int number)
{
    int count = t->plan->column_count;
    for (int c = 0, from; c < count; c++) {
        for (from = c; c < count && t->taken[c] <= number; c++)
            continue;
        if (c > from)
            make_cell(t, row, &(struct table_cell){NULL, number, from, 1, c - from}, NULL);
    }
}

static void make_row(struct tagging *t, struct element *home, int number)
{
    const struct table_plan *plan = t->plan;
    struct element *row = structure_append(t->structure, home, "TR");
    const char *scope = scope_of(plan->rows[number]);
    structure_keep(t->structure, FACET_SELF, plan->rows[number], row);
    for (int i = plan->first[number]; i < plan->first[number + 1]; i++)
        make_cell(t, row, &plan->cells[i], is_head(plan->cells[i].node) ? scope : NULL);
    fill_row(t, row, number);
}

void structure_make_table(struct structure *structure, const struct node *table,
                          struct element *element)
{
    struct tagging t = {structure, table_plan(structure->arena, table), NULL};
    t.taken = g_new0(int, t.plan->column_count + 1);
    int heads = table_head_rows(t.plan);
    struct element *home = heads ? structure_append(structure, element, "THead") : element;
    for (int row = 0; row < t.plan->row_count; row++) {
        if (heads && row == heads)
            home = structure_append(structure, element, "TBody");
        make_row(&t, home, row);
    }
    g_free(t.taken);
}
