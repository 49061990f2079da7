/* data_table: tables. Rows are sequences of cells, those of the head under the key `head`; a cell
 * is what stands in it, or a mapping when it has more to say: table:
 *   - head: [State, {cell: Amount, align: end}]
 *   - [Albania, {cell: "12", align: end}]
 *   columns: [40mm, auto] */
#include <glib.h>
#include <string.h>

#include "read/data.h"

enum { MOST_COLUMNS = 1000, MOST_ROWS = 65534 }; /* as in HTML */

/* --- cells ------------------------------------------------------------------------------- */

static const char *const cell_keys[] = {"cell",  "columns", "rows", "align",
                                        "place", "rules",   "head", NULL};
static const char *const edge_names[EDGE_COUNT + 1] = {"top", "bottom", "start", "end", NULL};

/* {top: 1.5pt, bottom: 0.5pt}, or one length for all four. */
static void read_rules(struct data *data, const struct yaml *node, struct node *cell)
{
    length *rules = cell->as.cell.rules;
    if (node->kind != YAML_MAPPING) {
        if (data_read_length(data, node, &rules[0]))
            for (int edge = 1; edge < EDGE_COUNT; edge++)
                rules[edge] = rules[0];
        return;
    }
    data_check_keys(data, node, edge_names);
    for (int edge = 0; edge < EDGE_COUNT; edge++) {
        const struct yaml *rule = yaml_get(node, edge_names[edge]);
        if (!rule)
            continue;
        data_enter_key(data, rule);
        data_read_length(data, rule, &rules[edge]);
        data_leave(data);
    }
}

static void read_align(struct data *data, const struct yaml *node, struct node *cell)
{
    const char *names[CELL_JUSTIFY];
    for (int i = 0; i < CELL_JUSTIFY; i++)
        names[i] = doc_align_name((enum cell_align)(i + 1));
    cell->as.cell.align = (enum cell_align)(data_read_choice(data, node, names, CELL_JUSTIFY) + 1);
}

static void read_place(struct data *data, const struct yaml *node, struct node *cell)
{
    static const char *const names[] = {"top", "middle", "bottom"};
    int found = data_read_choice(data, node, names, G_N_ELEMENTS(names));
    cell->as.cell.place = found > 0 ? (enum cell_place)found : CELL_TOP;
}

static void read_cell_key(struct data *data, const struct yaml *pair, struct node *cell)
{
    data_enter_key(data, pair);
    if (strcmp(pair->key, "cell") == 0)
        data_read_content(data, pair, cell);
    else if (strcmp(pair->key, "columns") == 0)
        data_read_number(data, pair, 1, MOST_COLUMNS, &cell->as.cell.columns);
    else if (strcmp(pair->key, "rows") == 0)
        data_read_number(data, pair, 1, MOST_ROWS, &cell->as.cell.rows);
    else if (strcmp(pair->key, "align") == 0)
        read_align(data, pair, cell);
    else if (strcmp(pair->key, "place") == 0)
        read_place(data, pair, cell);
    else if (strcmp(pair->key, "rules") == 0)
        read_rules(data, pair, cell);
    else if (strcmp(pair->key, "head") == 0)
        data_read_yes_no(data, pair, &cell->as.cell.head);
    data_leave(data);
}

static void read_cell(struct data *data, const struct yaml *node, struct node *row)
{
    struct node *cell = doc_new(data->arena, NODE_CELL, node->at);
    cell->as.cell.columns = cell->as.cell.rows = 1;
    doc_append(row, cell);
    if (node->kind != YAML_MAPPING || data_is_inline(node)) {
        data_read_content(data, node, cell);
        return;
    }
    data_check_keys(data, node, cell_keys);
    for (const struct yaml *pair = node->first; pair; pair = pair->next)
        read_cell_key(data, pair, cell);
}

/* --- rows and columns ---------------------------------------------------------------------- */

static void read_cells(struct data *data, const struct yaml *node, struct node *row)
{
    int index = 0;
    if (node->kind != YAML_SEQUENCE) {
        data_wanted(data, node, "a list of cells");
        return;
    }
    for (const struct yaml *n = node->first; n; n = n->next) {
        data_enter_item(data, index++);
        read_cell(data, n, row);
        data_leave(data);
    }
}

static void read_row(struct data *data, const struct yaml *node, struct node *table)
{
    static const char *const keys[] = {"head", NULL};
    struct node *row = doc_new(data->arena, NODE_ROW, node->at);
    doc_append(table, row);
    if (node->kind != YAML_MAPPING) {
        read_cells(data, node, row);
        return;
    }
    const struct yaml *head = yaml_get(node, "head");
    data_check_keys(data, node, keys);
    row->as.row.head = head != NULL;
    if (!head)
        return;
    data_enter_key(data, head);
    read_cells(data, head, row);
    data_leave(data);
}

static void read_columns(struct data *data, const struct yaml *node, struct node *table)
{
    if (node->kind != YAML_SEQUENCE || node->count > MOST_COLUMNS) {
        data_wanted(data, node, "a list of the widths of at most 1000 columns");
        return;
    }
    length *columns = ARENA_ARRAY(data->arena, length, node->count);
    int index = 0;
    for (const struct yaml *n = node->first; n; n = n->next, index++) {
        data_enter_item(data, index);
        if (n->kind != YAML_SCALAR || strcmp(n->text, "auto") != 0)
            data_read_length(data, n, &columns[index]);
        data_leave(data);
    }
    table->as.table.columns = columns;
    table->as.table.column_count = node->count;
}

/* --- public ------------------------------------------------------------------------------ */

void data_read_table(struct data *data, const struct yaml *rows, const struct yaml *mapping,
                     struct node *table)
{
    const struct yaml *columns = yaml_get(mapping, "columns"), *bare = yaml_get(mapping, "bare");
    const struct data_around around = data->around;
    int index = 0;
    data->around = (struct data_around){.note = around.note};
    data_enter_key(data, rows);
    if (rows->kind != YAML_SEQUENCE)
        data_wanted(data, rows, "a list of rows");
    for (const struct yaml *n = rows->first; rows->kind == YAML_SEQUENCE && n; n = n->next) {
        data_enter_item(data, index++);
        read_row(data, n, table);
        data_leave(data);
    }
    data_leave(data);
    data->around = around;
    if (columns) {
        data_enter_key(data, columns);
        read_columns(data, columns, table);
        data_leave(data);
    }
    if (bare) {
        data_enter_key(data, bare);
        data_read_yes_no(data, bare, &table->as.table.bare);
        data_leave(data);
    }
}
