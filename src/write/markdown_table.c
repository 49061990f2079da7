/* markdown_table: TABLE → a table of pipes. Such a table has one head row and says nothing of
 * widths, spans and rules; a cell that spans stands in the first of its columns. */
#include <string.h>

#include "doc/table.h"
#include "write/markdown.h"

static enum cell_align align_of(const struct table_plan *plan, int column)
{
    for (int i = plan->cell_count - 1; i >= 0; i--)
        if (plan->cells[i].column == column)
            return plan->cells[i].node->as.cell.align;
    return CELL_ALIGN_NONE;
}

static void write_rule(struct markdown_sheet *sheet, const struct table_plan *plan)
{
    static const char *const rules[] = {[CELL_ALIGN_NONE] = " --- |",
                                        [CELL_START] = " :--- |",
                                        [CELL_CENTRE] = " :---: |",
                                        [CELL_END] = " ---: |",
                                        [CELL_JUSTIFY] = " --- |"};
    g_string_append_c(sheet->out, '|');
    for (int i = 0; i < plan->column_count; i++)
        g_string_append(sheet->out, rules[align_of(plan, i)]);
    g_string_append_c(sheet->out, '\n');
}

/* Blocks of a cell are parted by two breaks. */
static void write_cell(struct markdown_sheet *sheet, const struct node *cell)
{
    bool first = true;
    for (const struct node *n = cell->first; n;) {
        bool block = doc_is_block(n->kind);
        if (block && !first)
            g_string_append(sheet->out, "<br><br>");
        if (block && n->label) {
            markdown_write_text(sheet, n->label);
            g_string_append_c(sheet->out, ' ');
        }
        if (block)
            markdown_write_inlines(sheet, n);
        first = first && !block;
        n = block ? doc_skip(n, cell) : doc_next(n, cell);
    }
}

static void write_row(struct markdown_sheet *sheet, const struct table_plan *plan, int row)
{
    int column = 0;
    g_string_append_c(sheet->out, '|');
    for (int i = plan->first[row]; i < plan->first[row + 1]; i++) {
        for (; column < plan->cells[i].column; column++)
            g_string_append(sheet->out, "  |");
        g_string_append_c(sheet->out, ' ');
        write_cell(sheet, plan->cells[i].node);
        g_string_append(sheet->out, " |");
        column++;
    }
    for (; column < plan->column_count; column++)
        g_string_append(sheet->out, "  |");
    g_string_append_c(sheet->out, '\n');
}

static void write_blank_row(struct markdown_sheet *sheet, int columns)
{
    g_string_append_c(sheet->out, '|');
    for (int i = 0; i < columns; i++)
        g_string_append(sheet->out, "  |");
    g_string_append_c(sheet->out, '\n');
}

void markdown_write_table(struct markdown_sheet *sheet, const struct node *table)
{
    const struct table_plan *plan = table_plan(sheet->arena, table);
    if (!plan->row_count)
        return;
    bool headed = plan->rows[0]->as.row.head;
    sheet->cell = true;
    if (headed)
        write_row(sheet, plan, 0);
    else
        write_blank_row(sheet, plan->column_count);
    write_rule(sheet, plan);
    for (int row = headed; row < plan->row_count; row++)
        write_row(sheet, plan, row);
    sheet->cell = false;
}
