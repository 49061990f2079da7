/* markdown_table: a table of pipes → TABLE. What such a table cannot say, widths and spans, it has
 * not; a head of empty cells stands for none, because the form wants one. */
#include "read/markdown.h"

/* Two line breaks in a cell part paragraphs. */
static void read_cell(struct markdown *markdown, cmark_node *node, struct node *cell)
{
    struct node *text = markdown_new_block(markdown, node, NODE_PARAGRAPH);
    struct node *into = NULL;
    while (text->first) {
        struct node *n = text->first;
        bool parts = n->kind == NODE_BREAK && n->next && n->next->kind == NODE_BREAK;
        if (parts) {
            doc_unlink(n->next);
            doc_unlink(n);
            into = NULL;
            continue;
        }
        if (!into) {
            into = doc_new(markdown->arena, NODE_PARAGRAPH, n->at);
            doc_append(cell, into);
        }
        doc_append(into, n);
    }
}

static enum cell_align align_of(const uint8_t *alignments, int column)
{
    switch (alignments ? alignments[column] : 0) {
    case 'l':
        return CELL_START;
    case 'c':
        return CELL_CENTRE;
    case 'r':
        return CELL_END;
    }
    return CELL_ALIGN_NONE;
}

static struct node *read_row(struct markdown *markdown, cmark_node *node, const uint8_t *alignments)
{
    struct node *row = doc_new(markdown->arena, NODE_ROW, markdown_at(markdown, node));
    int column = 0;
    for (cmark_node *n = cmark_node_first_child(node); n; n = cmark_node_next(n), column++) {
        struct node *cell = doc_new(markdown->arena, NODE_CELL, markdown_at(markdown, n));
        cell->as.cell.align = align_of(alignments, column);
        read_cell(markdown, n, cell);
        doc_append(row, cell);
    }
    return row;
}

static bool is_blank(const struct node *row)
{
    for (const struct node *cell = row->first; cell; cell = cell->next)
        if (cell->first)
            return false;
    return true;
}

void markdown_read_table(struct markdown *markdown, cmark_node *node)
{
    struct node *table = doc_new(markdown->arena, NODE_TABLE, markdown_at(markdown, node));
    const uint8_t *alignments = cmark_gfm_extensions_get_table_alignments(node);
    int heads = MAX(markdown->mark.head, 1), count = 0;
    for (cmark_node *n = cmark_node_first_child(node); n; n = cmark_node_next(n), count++) {
        struct node *row = read_row(markdown, n, alignments);
        row->as.row.head = count < heads;
        if (count > 0 || !is_blank(row))
            doc_append(table, row);
    }
    if (table->first)
        markdown_place(markdown, table);
}
