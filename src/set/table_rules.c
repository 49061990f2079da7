/* table_rules: the edges of cells → rules. In: a planned table. Out: of each row, the rules above,
 * below and beside it, those that go on merged into one. */
#include <glib.h>

#include "set/table_parts.h"

enum { NOBODY = -1 };

struct ruling {
    struct table *table;
    int *above, *below; /* of a column: the cell in the row above, and below, a boundary */
    bool house;         /* the source says nothing: the style's rules */
    GArray *rules;      /* struct grid_rule, of all rows */
};

static const struct node *cell_node(const struct ruling *r, int cell)
{
    return cell == NOBODY ? NULL : r->table->plan->cells[cell].node;
}

static bool has_rules(const struct table_plan *plan)
{
    for (int i = 0; i < plan->cell_count; i++)
        for (int e = 0; e < EDGE_COUNT; e++)
            if (plan->cells[i].node->as.cell.rules[e])
                return true;
    return false;
}

/* The style's rules stand above the head, under it, and at the end. */
static length house_rule(const struct ruling *r, int boundary)
{
    const struct style *style = r->table->compositor->style;
    if (boundary == 0)
        return style->table.rule;
    bool thick = boundary == r->table->head_count || boundary == r->table->plan->row_count;
    return thick ? style->table.thick_rule : 0;
}

/* The rule in a column between two rows: none within a cell. */
static length rule_across(const struct ruling *r, int boundary, int column)
{
    int a = r->above[column], b = r->below[column];
    if (a == b && a != NOBODY)
        return 0;
    if (r->house)
        return house_rule(r, boundary);
    const struct node *above = cell_node(r, a), *below = cell_node(r, b);
    return MAX(above ? above->as.cell.rules[EDGE_BOTTOM] : 0,
               below ? below->as.cell.rules[EDGE_TOP] : 0);
}

static void add_across(struct ruling *r, int boundary, enum grid_edge edge)
{
    const length *x = r->table->x;
    int columns = r->table->plan->column_count, from = 0;
    for (int c = 1; c <= columns; c++) {
        length thickness = rule_across(r, boundary, from);
        if (c < columns && rule_across(r, boundary, c) == thickness)
            continue;
        struct grid_rule rule = {edge, x[from], x[c] - x[from], thickness};
        if (thickness)
            g_array_append_val(r->rules, rule);
        from = c;
    }
}

/* The rules beside the cells of a row, which are those of `below`. */
static void add_upright(struct ruling *r)
{
    int columns = r->table->plan->column_count;
    for (int c = 0; c <= columns && !r->house; c++) {
        int before = c ? r->below[c - 1] : NOBODY, after = c < columns ? r->below[c] : NOBODY;
        const struct node *left = cell_node(r, before), *right = cell_node(r, after);
        length thickness = MAX(left ? left->as.cell.rules[EDGE_END] : 0,
                               right ? right->as.cell.rules[EDGE_START] : 0);
        struct grid_rule rule = {GRID_UPRIGHT, r->table->x[c], 0, thickness};
        if (before != after && thickness)
            g_array_append_val(r->rules, rule);
    }
}

/* Goes on to the row of that number; behind the last one there is nobody. */
static void step(struct ruling *r, int row)
{
    const struct table_plan *plan = r->table->plan;
    for (int c = 0; c < plan->column_count; c++) {
        int cell = r->above[c] = r->below[c];
        bool ends = cell == NOBODY || plan->cells[cell].row + plan->cells[cell].rows <= row;
        r->below[c] = ends ? NOBODY : cell;
    }
    if (row == plan->row_count)
        return;
    for (int i = plan->first[row]; i < plan->first[row + 1]; i++)
        for (int c = 0; c < plan->cells[i].columns; c++)
            r->below[plan->cells[i].column + c] = i;
}

const struct row_rules *table_find_rules(struct table *table)
{
    const struct table_plan *plan = table->plan;
    struct arena *arena = table->compositor->arena;
    struct row_rules *rows = ARENA_ARRAY(arena, struct row_rules, plan->row_count + 1);
    struct ruling r = {.table = table,
                       .rules = g_array_new(FALSE, FALSE, sizeof(struct grid_rule))};
    r.house = !table->node->as.table.bare && !has_rules(plan);
    r.above = g_new(int, plan->column_count + 1);
    r.below = g_new(int, plan->column_count + 1);
    for (int c = 0; c < plan->column_count; c++)
        r.above[c] = r.below[c] = NOBODY;
    for (int row = 0; row <= plan->row_count; row++) {
        step(&r, row);
        if (row)
            add_across(&r, row, GRID_BELOW);
        if (row) {
            rows[row - 1].count = (int)r.rules->len;
            rows[row - 1].rules =
                arena_copy(arena, r.rules->data, sizeof(struct grid_rule) * r.rules->len);
            g_array_set_size(r.rules, 0);
        }
        if (row == plan->row_count)
            break;
        add_across(&r, row, GRID_ABOVE);
        add_upright(&r);
    }
    g_array_free(r.rules, TRUE);
    g_free(r.above);
    g_free(r.below);
    return rows;
}
