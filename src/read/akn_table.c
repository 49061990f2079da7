/* akn_table: <table> → TABLE with its rows and cells (formats.md 2.10). */
#include "read/akn.h"

static void read_cell(struct akn *akn, const struct xml *element, struct node *row)
{
    struct node *cell = doc_new(akn->arena, NODE_CELL, element->at);
    doc_append(row, cell);
    struct akn_place before = akn_enter(akn, cell);
    akn->place.guesses = false;
    akn_read_blocks(akn, element);
    akn->place = before;
}

static void read_row(struct akn *akn, const struct xml *element, struct node *table)
{
    struct node *row = doc_new(akn->arena, NODE_ROW, element->at);
    doc_append(table, row);
    for (const struct xml *n = element->first; n; n = n->next)
        if (n->name || !xml_is_blank(n))
            read_cell(akn, n, row);
}

void akn_read_table(struct akn *akn, const struct xml *element)
{
    struct node *table = doc_new(akn->arena, NODE_TABLE, element->at);
    for (const struct xml *n = element->first; n; n = n->next) {
        if (xml_is(n, "tr"))
            read_row(akn, n, table);
        else if (n->name || !xml_is_blank(n))
            akn_read_block(akn, n); /* a caption, before the table */
    }
    if (akn->place.lists)
        outline_continue(&akn->place.outline, table);
    else
        outline_add(&akn->place.outline, table);
}
