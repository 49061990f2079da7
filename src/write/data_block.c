/* data_block: blocks and fields. A list that follows a block of text stands in its mapping. */
#include <string.h>

#include "write/data.h"

/* --- fields -------------------------------------------------------------------------------- */

static void add_parts(struct data *data, struct value *mapping, const struct node *field)
{
    struct date date = field->as.field.date;
    if (date.year)
        data_add_words(
            data, mapping, "date",
            arena_printf(data->arena, "%04d-%02d-%02d", date.year, date.month, date.day));
    if (field->first)
        data_add_text(data, mapping, "text", field);
}

void data_add_field(struct data *data, struct value *parent, const char *key,
                    const struct node *field)
{
    const struct node *text = field->first;
    enum field name = field->as.field.field;
    bool dated = name == FIELD_ISSUED || name == FIELD_ADOPTED;
    bool like_date = dated && text && text->kind == NODE_TEXT &&
                     strspn(text->text, "0123456789-") == strlen(text->text);
    if (!field->as.field.date.year && !like_date) {
        data_add_text(data, parent, key, field);
        return;
    }
    add_parts(data, data_add_flat(data, parent, key, VALUE_MAPPING), field);
}

/* In a closing by its name; anywhere else as a block that says which field it is. */
static void add_field_block(struct data *data, struct value *list, const struct node *field)
{
    enum field name = field->as.field.field;
    bool closes = name == FIELD_MEETING || name == FIELD_ADOPTED || name == FIELD_VOTE;
    struct value *mapping = data_add(data, list, NULL, VALUE_MAPPING);
    if (closes && field->parent->kind == NODE_CLOSING) {
        data_add_field(data, mapping, doc_field_name(name), field);
        return;
    }
    data_add_words(data, mapping, doc_kind_name(NODE_FIELD), doc_field_name(name));
    add_parts(data, mapping, field);
}

/* --- blocks -------------------------------------------------------------------------------- */

static bool is_labelled(enum node_kind kind)
{
    return kind == NODE_OPERATIVE || kind == NODE_ITEM;
}

/* Lists around `list` within what counts them anew. */
static int depth_of(const struct node *list)
{
    int depth = 1;
    for (const struct node *n = list->parent; n && n->kind == NODE_LIST; n = n->parent)
        depth++;
    return depth;
}

static void add_list_keys(struct data *data, struct value *mapping, const struct node *list)
{
    if (list->as.block.level != depth_of(list))
        data_add_number(data, mapping, "level", list->as.block.level);
    data_add_blocks(data, mapping, doc_kind_name(NODE_LIST), list->first);
}

/* A list that its block can hold: one of another level has a mapping of its own. */
static bool is_own_list(const struct node *node)
{
    return node && node->kind == NODE_LIST && node->as.block.level == depth_of(node);
}

static const struct node *add_text_block(struct data *data, struct value *mapping,
                                         const struct node *block)
{
    const struct node *next = block->next;
    if (block->label || is_labelled(block->kind))
        data_add_words(data, mapping, "label", block->label);
    if (block->kind == NODE_HEADING && block->as.block.level != 1)
        data_add_number(data, mapping, "level", block->as.block.level);
    data_add_text(data, mapping, doc_kind_name(block->kind), block);
    if (block->kind == NODE_PARAGRAPH && block->as.block.table_note)
        data_add(data, mapping, "table-note", VALUE_BARE)->text = "true";
    if (block->kind == NODE_SEPARATOR || !is_own_list(next))
        return next;
    add_list_keys(data, mapping, next);
    return next->next;
}

/* Returns what follows that is not written yet. */
static const struct node *add_block(struct data *data, struct value *list, const struct node *node)
{
    if (node->kind == NODE_FIELD) {
        add_field_block(data, list, node);
        return node->next;
    }
    struct value *mapping = data_add(data, list, NULL, VALUE_MAPPING);
    if (doc_is_block(node->kind))
        return add_text_block(data, mapping, node);
    if (node->kind == NODE_TABLE)
        data_add_table(data, mapping, node);
    else if (node->kind == NODE_LIST)
        add_list_keys(data, mapping, node);
    else
        data_add_blocks(data, mapping, doc_kind_name(node->kind), node->first);
    return node->next;
}

void data_add_blocks(struct data *data, struct value *parent, const char *key,
                     const struct node *first)
{
    struct value *list = data_add(data, parent, key, VALUE_LIST);
    for (const struct node *n = first; n;)
        n = add_block(data, list, n);
}

void data_add_content(struct data *data, struct value *parent, const char *key,
                      const struct node *holder)
{
    const struct node *only = holder->first;
    if (!only)
        data_add_words(data, parent, key, NULL);
    else if (!only->next && only->kind == NODE_PARAGRAPH && !only->label && only->first)
        data_add_text(data, parent, key, only);
    else
        data_add_blocks(data, parent, key, only);
}
