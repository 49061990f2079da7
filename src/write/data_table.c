/* data_table: tables, a row a line where it fits. */
#include "write/data.h"

static bool has_rules(const struct node *cell, bool *all_one)
{
    const length *rules = cell->as.cell.rules;
    bool any = false;
    *all_one = true;
    for (int edge = 0; edge < EDGE_COUNT; edge++) {
        any |= rules[edge] != 0;
        *all_one &= rules[edge] == rules[0];
    }
    return any;
}

static void add_rules(struct data *data, struct value *mapping, const struct node *cell)
{
    static const char *const names[EDGE_COUNT] = {"top", "bottom", "start", "end"};
    bool all_one;
    if (!has_rules(cell, &all_one))
        return;
    if (all_one) {
        data_add_length(data, mapping, "rules", cell->as.cell.rules[0]);
        return;
    }
    struct value *rules = data_add_flat(data, mapping, "rules", VALUE_MAPPING);
    for (int edge = 0; edge < EDGE_COUNT; edge++)
        if (cell->as.cell.rules[edge])
            data_add_length(data, rules, names[edge], cell->as.cell.rules[edge]);
}

static void add_cell(struct data *data, struct value *row, const struct node *cell)
{
    static const char *const places[] = {"top", "middle", "bottom"};
    bool all_one, many = cell->as.cell.columns > 1 || cell->as.cell.rows > 1;
    if (!many && !cell->as.cell.align && !cell->as.cell.place && !cell->as.cell.head &&
        !has_rules(cell, &all_one)) {
        data_add_content(data, row, NULL, cell);
        return;
    }
    struct value *mapping = data_add_flat(data, row, NULL, VALUE_MAPPING);
    data_add_content(data, mapping, doc_kind_name(NODE_CELL), cell);
    if (cell->as.cell.columns > 1)
        data_add_number(data, mapping, "columns", cell->as.cell.columns);
    if (cell->as.cell.rows > 1)
        data_add_number(data, mapping, "rows", cell->as.cell.rows);
    if (cell->as.cell.align)
        data_add_words(data, mapping, "align", doc_align_name(cell->as.cell.align));
    if (cell->as.cell.place)
        data_add_words(data, mapping, "place", places[cell->as.cell.place]);
    add_rules(data, mapping, cell);
    if (cell->as.cell.head)
        data_add(data, mapping, "head", VALUE_BARE)->text = "true";
}

static void add_columns(struct data *data, struct value *mapping, const struct node *table)
{
    struct value *columns = data_add_flat(data, mapping, "columns", VALUE_LIST);
    for (int i = 0; i < table->as.table.column_count; i++)
        if (table->as.table.columns[i])
            data_add_length(data, columns, NULL, table->as.table.columns[i]);
        else
            data_add_words(data, columns, NULL, "auto");
}

void data_add_table(struct data *data, struct value *mapping, const struct node *table)
{
    if (table->as.table.column_count)
        add_columns(data, mapping, table);
    if (table->as.table.bare)
        data_add(data, mapping, "bare", VALUE_BARE)->text = "true";
    struct value *rows = data_add(data, mapping, doc_kind_name(NODE_TABLE), VALUE_LIST);
    for (const struct node *row = table->first; row; row = row->next) {
        bool head = row->as.row.head;
        struct value *holder = head ? data_add_flat(data, rows, NULL, VALUE_MAPPING) : rows;
        struct value *cells = data_add_flat(data, holder, head ? "head" : NULL, VALUE_LIST);
        for (const struct node *cell = row->first; cell; cell = cell->next)
            add_cell(data, cells, cell);
    }
}
