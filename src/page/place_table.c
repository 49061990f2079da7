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

static void place_rule(const struct piece *piece, const struct grid_rule *rule, struct sheet *sheet)
{
    const struct grid *grid = piece->row->grid;
    length top = piece->top - grid->above, bottom = piece->bottom + grid->below;
    length half = rule->thickness / 2;
    struct rule_at at = {
        .x = piece->x + rule->x, .width = rule->width, .thickness = rule->thickness};
    switch (rule->edge) {
    case GRID_ABOVE:
        if (!piece->ruled_above)
            return;
        at.y = top - half;
        break;
    case GRID_BELOW:
        if (piece->to < piece->row->setting[1].line_count)
            return;
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

length table_place_row(const struct para *row, int from, int to, bool begins_page, length x,
                       length y, struct sheet *sheet)
{
    const struct grid *grid = row->grid;
    if (begins_page)
        y = place_heads(row, x, y, sheet);
    struct piece piece = {row,
                          from,
                          to,
                          x,
                          y,
                          y + (to - from) * row->leading,
                          from == 0 && (grid->first || (begins_page && !grid->head_count))};
    place_piece(&piece, ARTIFACT_NONE, sheet);
    return piece.bottom;
}
