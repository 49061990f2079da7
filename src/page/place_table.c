/* place_table: rows of tables on a page. In: a row as it is set, and which of its lines the page
 * has. Out: the words of each cell in one piece, so that they are read in order; rules cut to what
 * is there. */
#include "page/place_table.h"

#include <glib.h>

/* A piece of a row on a page: its lines and what is above and below them. */
struct piece {
    const struct para *row;
    int from, to;
    length x, top, bottom;
    bool ruled_above; /* its upper rules stand here */
};

/* --- rules --------------------------------------------------------------------------- */

/* False for rules of an edge where the piece does not have the row's. */
static bool stands_here(const struct piece *piece, enum grid_edge edge)
{
    switch (edge) {
    case GRID_ABOVE:
        return piece->ruled_above;
    case GRID_BELOW:
        return piece->to == piece->row->setting[1].line_count;
    case GRID_UPRIGHT:
        break;
    }
    return true;
}

static bool is_ruled(const struct piece *piece, enum grid_edge edge)
{
    const struct grid *grid = piece->row->grid;
    for (int i = 0; i < grid->rule_count; i++)
        if (grid->rules[i].edge == edge)
            return stands_here(piece, edge);
    return false;
}

static void place_rule(const struct piece *piece, const struct grid_rule *rule, struct sheet *sheet)
{
    if (!stands_here(piece, rule->edge))
        return;
    const struct grid *grid = piece->row->grid;
    length top = piece->top - grid->above, bottom = piece->bottom + grid->below;
    length half = rule->thickness / 2;
    struct rule_at at = {
        .x = piece->x + rule->x, .width = rule->width, .thickness = rule->thickness};
    switch (rule->edge) {
    case GRID_ABOVE:
        at.y = top - half;
        break;
    case GRID_BELOW:
        at.y = bottom - half;
        break;
    case GRID_UPRIGHT:
        at.x -= half;
        at.y = top;
        at.width = rule->thickness;
        at.thickness = bottom - top;
        break;
    }
    sheet_place_rule(sheet, at, ARTIFACT_LAYOUT);
}

/* Where a page cuts a box, which has rules upright at both sides, a rule as thick as they are
 * closes it at y. */
static void close_box(const struct piece *piece, length y, struct sheet *sheet)
{
    const struct grid *grid = piece->row->grid;
    const struct grid_rule *left = NULL, *right = NULL;
    for (int i = 0; i < grid->rule_count; i++) {
        const struct grid_rule *rule = &grid->rules[i];
        if (rule->edge != GRID_UPRIGHT)
            continue;
        left = !left || rule->x < left->x ? rule : left;
        right = !right || rule->x > right->x ? rule : right;
    }
    if (left == right)
        return;
    struct rule_at at = {.x = piece->x + left->x,
                         .y = y - left->thickness / 2,
                         .width = right->x - left->x,
                         .thickness = left->thickness};
    sheet_place_rule(sheet, at, ARTIFACT_LAYOUT);
}

/* --- cells --------------------------------------------------------------------------- */

/* What a line of the row has of one cell. */
static struct line line_of_cell(const struct line *line, int cell)
{
    struct line part = *line;
    part.runs = line->runs + line->cells[cell];
    part.run_count = line->cells[cell + 1] - line->cells[cell];
    return part;
}

static void place_piece(const struct piece *piece, enum artifact artifact, struct sheet *sheet)
{
    const struct para *row = piece->row;
    for (int cell = 0; cell < row->grid->cell_count; cell++)
        for (int i = piece->from; i < piece->to; i++) {
            struct line part = line_of_cell(&row->setting[1].lines[i], cell);
            length y = piece->top + (i - piece->from) * row->leading + row->baseline;
            if (part.run_count)
                sheet_place_line(sheet, &part, piece->x, y, artifact);
        }
    for (int i = 0; i < row->grid->rule_count; i++)
        place_rule(piece, &row->grid->rules[i], sheet);
}

/* --- rows ---------------------------------------------------------------------------- */

/* The head once more; returns where the row below it begins. */
static length place_heads(const struct para *row, length x, length y, struct sheet *sheet)
{
    for (int i = 0; i < row->grid->head_count; i++) {
        const struct para *head = &row->grid->heads[i];
        const struct para *below = i + 1 < row->grid->head_count ? head + 1 : row;
        int lines = head->setting[1].line_count;
        struct piece piece = {head, 0, lines, x, y, y + lines * head->leading, i == 0};
        place_piece(&piece, ARTIFACT_REPEATED, sheet);
        y = piece.bottom + MAX(head->after, below->before);
    }
    return y;
}

length table_place_row(const struct part_of_row *part, length x, length y, struct sheet *sheet)
{
    const struct para *row = part->row;
    const struct grid *grid = row->grid;
    if (part->begins_page)
        y = place_heads(row, x, y, sheet);
    bool opens_page = part->begins_page && !grid->head_count;
    length height = (part->to - part->from) * row->leading;
    struct piece piece = {row, part->from, part->to, x, y, y + height, false};
    piece.ruled_above = part->from == 0 && (grid->first || opens_page);
    place_piece(&piece, ARTIFACT_NONE, sheet);
    if (opens_page && !is_ruled(&piece, GRID_ABOVE))
        close_box(&piece, piece.top - grid->above, sheet);
    if (part->ends_page && !is_ruled(&piece, GRID_BELOW))
        close_box(&piece, piece.bottom + grid->below, sheet);
    return piece.bottom;
}
