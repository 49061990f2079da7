/* table_note: what stands directly below a table, and its notes, one after the other. */
#include "read/table_note.h"

#include <glib.h>
#include <string.h>

static bool is_raised(const struct node *node)
{
    return node && node->kind == NODE_SPAN && node->as.span.look & LOOK_SUPERIOR;
}

static bool is_colon_next(const char *text)
{
    while (g_unichar_isspace(g_utf8_get_char(text)))
        text = g_utf8_next_char(text);
    return *text == ':' || g_str_has_prefix(text, "：");
}

static bool begins_with_word(struct arena *arena, const struct style *style, const char *text)
{
    const char *word;
    for (int i = 1; (word = style_word(style, arena_printf(arena, "known-table-notes.%d", i))); i++)
        if (g_str_has_prefix(text, word) && is_colon_next(text + strlen(word)))
            return true;
    return false;
}

static bool is_note(struct arena *arena, const struct style *style, const struct node *block)
{
    return block->kind == NODE_PARAGRAPH && !block->label &&
           (block->as.block.table_note || is_raised(block->first) ||
            begins_with_word(arena, style, doc_plain_text(arena, block)));
}

/* --- items ------------------------------------------------------------------------------ */

/* All that is raised in a table: what may call a note of it. */
static GHashTable *calls_of(struct arena *arena, const struct node *table)
{
    GHashTable *calls = g_hash_table_new(g_str_hash, g_str_equal);
    for (const struct node *n = table; n; n = doc_next(n, table))
        if (is_raised(n))
            g_hash_table_add(calls, (char *)doc_plain_text(arena, n));
    return calls;
}

/* "(أ)" as label of an item → as raised mark of a paragraph. */
static void make_note(struct arena *arena, struct node *item)
{
    struct node *mark = doc_new(arena, NODE_SPAN, item->at), *first = item->first;
    mark->as.span.look = LOOK_SUPERIOR;
    doc_append_text(arena, mark, item->label, strlen(item->label), item->at);
    if (first)
        doc_insert_before(first, mark);
    else
        doc_append(item, mark);
    if (first && first->kind == NODE_TEXT) {
        first->text = arena_printf(arena, " %s", first->text);
    } else if (first) {
        struct node *space = doc_new(arena, NODE_TEXT, item->at);
        space->text = " ";
        doc_insert_before(first, space);
    }
    item->kind = NODE_PARAGRAPH;
    item->label = NULL;
    item->as.block.table_note = true;
}

/* The first items of a list below a table come out of it, as long as they are called. */
static void take_items(struct arena *arena, const struct node *table, struct node *list)
{
    GHashTable *calls = calls_of(arena, table);
    for (struct node *item; (item = list->first);) {
        bool called =
            item->kind == NODE_ITEM && item->label && g_hash_table_contains(calls, item->label);
        if (!called)
            break;
        doc_insert_before(list, item);
        make_note(arena, item);
    }
    g_hash_table_destroy(calls);
    if (!list->first)
        doc_unlink(list);
}

/* --- public ----------------------------------------------------------------------------- */

static void settle_table(struct arena *arena, const struct style *style, struct node *table)
{
    struct node *n = table->next;
    for (; n && is_note(arena, style, n); n = n->next)
        n->as.block.table_note = true;
    if (n && n->kind == NODE_LIST)
        take_items(arena, table, n);
}

/* A paragraph that claims to be a note has a table above it, or is none. */
static bool is_below_table(const struct node *block)
{
    const struct node *above = block->prev;
    return above && (above->kind == NODE_TABLE ||
                     (above->kind == NODE_PARAGRAPH && above->as.block.table_note));
}

void table_note_settle(struct arena *arena, struct node *doc, const struct style *style)
{
    for (struct node *n = doc; n; n = doc_next(n, doc)) {
        if (n->kind == NODE_TABLE)
            settle_table(arena, style, n);
        else if (n->kind == NODE_PARAGRAPH && !is_below_table(n))
            n->as.block.table_note = false;
    }
}
