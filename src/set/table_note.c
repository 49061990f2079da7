/* table_note: which paragraphs below a table are notes of it: they are no footnotes, the source has
 * them as text like any other (formats.md 2.7). */
#include <string.h>

#include "set/table.h"

static bool is_in_look(const struct node *inline_node, unsigned look)
{
    return inline_node && inline_node->kind == NODE_SPAN && (inline_node->as.span.look & look);
}

/* "Note:", "Abréviations :": a colon behind words of another look. */
static bool is_followed_by_colon(const struct node *span)
{
    const struct node *next = span->next;
    if (!next || next->kind != NODE_TEXT)
        return false;
    const char *text = next->text;
    while (*text == ' ' || g_str_has_prefix(text, "\u00A0"))
        text += *text == ' ' ? 1 : strlen("\u00A0");
    return *text == ':' || g_str_has_prefix(text, "\uFF1A");
}

/* A raised label in a cell, "(a)", that a labelled block below answers. */
static bool calls(struct arena *arena, const struct node *table, const char *label)
{
    for (const struct node *n = table; n; n = doc_next(n, table))
        if (is_in_look(n, LOOK_SUPERIOR) && strcmp(doc_plain_text(arena, n), label) == 0)
            return true;
    return false;
}

bool table_has_note(struct arena *arena, const struct node *table, const struct node *block)
{
    if (block->kind == NODE_ITEM)
        return block->label && calls(arena, table, block->label);
    if (block->kind != NODE_PARAGRAPH)
        return false;
    return block->as.block.table_note || is_in_look(block->first, LOOK_SUPERIOR) ||
           (is_in_look(block->first, LOOK_ITALIC) && is_followed_by_colon(block->first));
}
