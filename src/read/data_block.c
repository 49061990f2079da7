/* data_block: sequences of blocks. A block is a mapping with one key that says its kind; a list may
 * follow its block as the next of the sequence or stand in it under the key `list`, which means the
 * same. In a list, a text alone is an item. */
#include <glib.h>
#include <string.h>

#include "read/data.h"

enum { MOST_LEVEL = 9 };

struct kind {
    const char *key;
    enum node_kind node;
    enum field field; /* of a closing */
    unsigned where;   /* it may stand there: enum data_where */
    const char *keys[5];
};

enum { ANYWHERE = DATA_WIDE | DATA_NARROW | DATA_CLOSING };

static const struct kind kinds[] = {
    {"opening", NODE_OPENING, 0, ANYWHERE, {"opening", "list"}},
    {"preambular", NODE_PREAMBULAR, 0, ANYWHERE, {"preambular", "list"}},
    {"operative", NODE_OPERATIVE, 0, ANYWHERE, {"operative", "label", "list"}},
    {"item", NODE_ITEM, 0, ANYWHERE, {"item", "label", "list"}},
    {"paragraph", NODE_PARAGRAPH, 0, ANYWHERE, {"paragraph", "label", "table-note", "list"}},
    {"heading", NODE_HEADING, 0, ANYWHERE, {"heading", "label", "level", "list"}},
    {"separator", NODE_SEPARATOR, 0, ANYWHERE, {"separator"}},
    {"table", NODE_TABLE, 0, ANYWHERE, {"table", "columns", "bare"}},
    {"closing", NODE_CLOSING, 0, DATA_WIDE, {"closing"}},
    {"annex", NODE_ANNEX, 0, DATA_WIDE, {"annex"}},
    {"part", NODE_PART, 0, DATA_WIDE, {"part"}},
    {"meeting", NODE_FIELD, FIELD_MEETING, DATA_CLOSING, {"meeting"}},
    {"adopted", NODE_FIELD, FIELD_ADOPTED, DATA_CLOSING, {"adopted"}},
    {"vote", NODE_FIELD, FIELD_VOTE, DATA_CLOSING, {"vote"}},
    {"field", NODE_FIELD, FIELD_COUNT, ANYWHERE, {"field", "date", "text"}},
    {"list", NODE_LIST, 0, ANYWHERE, {"list", "level"}}, /* the last: others may have one */
};

/* --- the kind of a block ----------------------------------------------------------------- */

static const struct kind *find_kind(const struct yaml *mapping)
{
    for (size_t i = 0; mapping->kind == YAML_MAPPING && i < G_N_ELEMENTS(kinds); i++)
        if (yaml_get(mapping, kinds[i].key))
            return &kinds[i];
    return NULL;
}

static void say_no_kind(struct data *data, const struct yaml *node, enum data_where where)
{
    const char *names[G_N_ELEMENTS(kinds)];
    int count = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (kinds[i].where & where)
            names[count++] = kinds[i].key;
    if (node->kind == YAML_MAPPING && node->first)
        data_unknown_key(data, node->first, names, count);
    else
        data_wanted(data, node, "a block such as `paragraph: …`");
}

/* --- what belongs to blocks of text ------------------------------------------------------- */

/* The value of a key of the mapping where we are, entered; NULL when there is none. */
static const struct yaml *enter(struct data *data, const struct yaml *mapping, const char *key)
{
    const struct yaml *value = yaml_get(mapping, key);
    if (value)
        data_enter_key(data, value);
    return value;
}

/* No key: the label is made, of kinds that have one; a key without a value: none is. */
static void read_label(struct data *data, const struct yaml *mapping, struct data_labels *labels,
                       struct node *block)
{
    const struct yaml *label = enter(data, mapping, "label");
    if (label) {
        block->label = yaml_is_null(label) ? NULL : data_read_string(data, label);
        data_count_label(labels, block);
        data_leave(data);
    } else {
        block->label = data_next_label(data, labels, block->kind);
    }
}

static void read_level(struct data *data, const struct yaml *mapping, struct node *block,
                       int otherwise)
{
    const struct yaml *level = enter(data, mapping, "level");
    block->as.block.level = otherwise;
    if (!level)
        return;
    data_read_number(data, level, 1, MOST_LEVEL, &block->as.block.level);
    data_leave(data);
}

static void read_table_note(struct data *data, const struct yaml *mapping, struct node *block)
{
    const struct yaml *yes = enter(data, mapping, "table-note");
    if (!yes)
        return;
    data_read_yes_no(data, yes, &block->as.block.table_note);
    data_leave(data);
}

/* --- blocks with blocks in them ------------------------------------------------------------ */

static void read_list(struct data *data, const struct yaml *pair, struct node *list)
{
    data->around.lists++;
    data_read_blocks(data, pair, list, DATA_NARROW);
    data->around.lists--;
}

/* A list under a key of the block that introduces it follows that block. */
static void read_own_list(struct data *data, const struct yaml *mapping, struct node *block)
{
    const struct yaml *value = enter(data, mapping, "list");
    if (!value)
        return;
    struct node *list = doc_new(data->arena, NODE_LIST, value->key_at);
    list->as.block.level = data->around.lists + 1;
    doc_append(block->parent, list);
    read_list(data, value, list);
    data_leave(data);
}

static void read_apart(struct data *data, const struct yaml *pair, struct node *container,
                       enum data_where where)
{
    const struct data_around around = data->around;
    data->around = (struct data_around){0};
    data_read_blocks(data, pair, container, where);
    data->around = around;
}

/* --- a block --------------------------------------------------------------------------- */

static void read_container(struct data *data, const struct yaml *mapping, const struct yaml *pair,
                           struct node *node)
{
    if (node->kind == NODE_LIST) {
        read_level(data, mapping, node, data->around.lists + 1);
        data_enter_key(data, pair);
        read_list(data, pair, node);
    } else if (node->kind == NODE_TABLE) {
        data_read_table(data, pair, mapping, node);
        return;
    } else {
        data_enter_key(data, pair);
        read_apart(data, pair, node, node->kind == NODE_CLOSING ? DATA_CLOSING : DATA_WIDE);
    }
    data_leave(data);
}

static void read_text_block(struct data *data, const struct yaml *mapping, const struct yaml *pair,
                            struct data_labels *labels, struct node *block)
{
    read_label(data, mapping, labels, block);
    if (block->kind == NODE_HEADING)
        read_level(data, mapping, block, 1);
    if (block->kind == NODE_PARAGRAPH)
        read_table_note(data, mapping, block);
    data_enter_key(data, pair);
    data_read_text(data, pair, block);
    data_leave(data);
    read_own_list(data, mapping, block);
}

static void read_field(struct data *data, const struct yaml *mapping, const struct yaml *pair,
                       const struct kind *kind, struct node *parent)
{
    data_enter_key(data, pair);
    enum field field = kind->field == FIELD_COUNT ? data_read_field_name(data, pair) : kind->field;
    if (kind->field != FIELD_COUNT)
        data_read_field(data, pair, field, parent);
    data_leave(data);
    if (kind->field == FIELD_COUNT && field != FIELD_COUNT)
        data_read_field_parts(data, mapping, field, parent);
}

static void read_mapping(struct data *data, const struct yaml *mapping, const struct kind *kind,
                         struct data_labels *labels, struct node *parent)
{
    const struct yaml *pair = yaml_get(mapping, kind->key);
    data_check_keys(data, mapping, kind->keys);
    if (kind->node == NODE_FIELD) {
        read_field(data, mapping, pair, kind, parent);
        return;
    }
    struct node *node = doc_new(data->arena, kind->node, mapping->at);
    doc_append(parent, node);
    if (doc_is_container(kind->node))
        read_container(data, mapping, pair, node);
    else
        read_text_block(data, mapping, pair, labels, node);
}

static void read_block(struct data *data, const struct yaml *node, struct data_labels *labels,
                       struct node *parent, enum data_where where)
{
    const struct kind *kind = find_kind(node);
    bool item = parent->kind == NODE_LIST && node->kind == YAML_SCALAR && !yaml_is_null(node);
    if (item) {
        struct node *block = doc_new(data->arena, NODE_ITEM, node->at);
        block->label = data_next_label(data, labels, NODE_ITEM);
        doc_append(parent, block);
        data_read_text(data, node, block);
    } else if (!kind) {
        say_no_kind(data, node, where);
    } else if (!(kind->where & where)) {
        data_fail(data, node->at, "is of the kind `%s`, which cannot stand here", kind->key);
    } else {
        read_mapping(data, node, kind, labels, parent);
    }
}

/* --- public ------------------------------------------------------------------------------ */

void data_read_blocks(struct data *data, const struct yaml *node, struct node *parent,
                      enum data_where where)
{
    struct data_labels labels = {0};
    int index = 0;
    if (node->kind != YAML_SEQUENCE) {
        data_wanted(data, node, "a list of blocks");
        return;
    }
    for (const struct yaml *n = node->first; n; n = n->next) {
        data_enter_item(data, index++);
        read_block(data, n, &labels, parent, where);
        data_leave(data);
    }
}

/* Blocks are told from text by the first mapping in the sequence. */
static bool are_blocks(const struct yaml *node)
{
    if (node->kind != YAML_SEQUENCE)
        return false;
    const struct yaml *n = node->first;
    while (n && n->kind != YAML_MAPPING)
        n = n->next;
    return n && find_kind(n);
}

void data_read_content(struct data *data, const struct yaml *node, struct node *parent)
{
    if (are_blocks(node)) {
        data_read_blocks(data, node, parent, DATA_NARROW);
        return;
    }
    bool nothing = yaml_is_null(node) || (node->kind == YAML_SEQUENCE && !node->first);
    if (nothing)
        return;
    struct node *block = doc_new(data->arena, NODE_PARAGRAPH, node->at);
    doc_append(parent, block);
    data_read_text(data, node, block);
}
