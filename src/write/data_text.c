/* data_text: what stands in a block: words, looks, links, notes, breaks. */
#include <string.h>

#include "write/data.h"

struct value *data_add(struct data *data, struct value *parent, const char *key,
                       enum value_kind kind)
{
    return value_add(data->arena, parent, key, kind);
}

struct value *data_add_flat(struct data *data, struct value *parent, const char *key,
                            enum value_kind kind)
{
    struct value *value = value_add(data->arena, parent, key, kind);
    value->flat = true;
    return value;
}

void data_add_words(struct data *data, struct value *parent, const char *key, const char *text)
{
    if (text)
        data_add(data, parent, key, VALUE_WORDS)->text = text;
    else
        data_add(data, parent, key, VALUE_BARE)->text = "null";
}

void data_add_number(struct data *data, struct value *parent, const char *key, int number)
{
    data_add(data, parent, key, VALUE_BARE)->text = arena_printf(data->arena, "%d", number);
}

/* In points with four places, which tell any two lengths apart; no zeros at the end. */
void data_add_length(struct data *data, struct value *parent, const char *key, length value)
{
    int64_t parts = ((int64_t)value * 10000 + LENGTH_PT / 2) / LENGTH_PT;
    char *text = arena_printf(data->arena, "%d.%04d", (int)(parts / 10000), (int)(parts % 10000));
    size_t size = strlen(text);
    while (text[size - 1] == '0')
        size--;
    size -= text[size - 1] == '.';
    data_add_words(data, parent, key, arena_printf(data->arena, "%.*spt", (int)size, text));
}

/* --- pieces of text ------------------------------------------------------------------------ */

static void add_span(struct data *data, struct value *parent, const char *key,
                     const struct node *span)
{
    unsigned look = span->as.span.look;
    bool single = look && !(look & (look - 1)) && look != LOOK_LEAD;
    struct value *mapping = data_add(data, parent, key, VALUE_MAPPING);
    mapping->flat = key != NULL; /* in a list one a line is easier to read */
    if (look == (LOOK_LEAD | data->lead)) {
        data_add_text(data, mapping, doc_look_name(LOOK_LEAD), span);
    } else if (single) {
        data_add_text(data, mapping, doc_look_name((enum look)look), span);
    } else {
        struct value *looks = data_add_flat(data, mapping, "look", VALUE_LIST);
        for (unsigned one = LOOK_BOLD; one <= LOOK_LEAD; one <<= 1)
            if (look & one)
                data_add_words(data, looks, NULL, doc_look_name((enum look)one));
        mapping->flat = true;
        data_add_text(data, mapping, "text", span);
    }
}

static void add_note(struct data *data, struct value *parent, const char *key,
                     const struct node *note)
{
    struct value *mapping = data_add(data, parent, key, VALUE_MAPPING);
    if (note->label && (data->note_labels || !note->as.note.number))
        data_add_words(data, mapping, "label", note->label);
    data_add_content(data, mapping, doc_kind_name(NODE_NOTE), note);
}

static void add_link(struct data *data, struct value *parent, const char *key,
                     const struct node *link)
{
    struct value *mapping = data_add_flat(data, parent, key, VALUE_MAPPING);
    data_add_text(data, mapping, doc_kind_name(NODE_LINK), link);
    data_add_words(data, mapping, "to", link->as.link.target);
}

static void add_inline(struct data *data, struct value *parent, const char *key,
                       const struct node *node)
{
    if (node->kind == NODE_TEXT)
        data_add_words(data, parent, key, node->text);
    else if (node->kind == NODE_SPAN)
        add_span(data, parent, key, node);
    else if (node->kind == NODE_LINK)
        add_link(data, parent, key, node);
    else if (node->kind == NODE_NOTE)
        add_note(data, parent, key, node);
    else
        data_add_words(data, data_add(data, parent, key, VALUE_MAPPING), doc_kind_name(NODE_BREAK),
                       NULL);
}

/* All that stands in a block or span: nothing, one piece, or a list of pieces. */
void data_add_text(struct data *data, struct value *parent, const char *key,
                   const struct node *holder)
{
    if (!holder->first) {
        data_add_words(data, parent, key, NULL);
        return;
    }
    if (holder->first == holder->last) {
        add_inline(data, parent, key, holder->first);
        return;
    }
    struct value *list = data_add(data, parent, key, VALUE_LIST);
    for (const struct node *n = holder->first; n; n = n->next)
        add_inline(data, list, NULL, n);
}
