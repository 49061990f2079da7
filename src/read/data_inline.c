/* data_inline: text and what may stand in it. Text is one of
 *   words                                a string: just that
 *   {bold: TEXT}                         a look, or `lead` for a lead phrase in the style's look
 *   {look: [bold, lead], text: TEXT}     exactly these looks together
 *   {link: TEXT, to: URI}
 *   {note: TEXT or blocks, label: "*"}
 *   {break: ~}
 * or a sequence of these. Pieces join as they stand: nothing is put between them. */
#include <glib.h>
#include <string.h>

#include "read/data.h"

static void read_piece(struct data *data, const struct yaml *node, struct node *target);

/* --- looks --------------------------------------------------------------------------- */

static const char *const span_keys[] = {"look", "text", NULL};

/* The look of that name; 0 when there is none. */
static enum look look_of(const char *name)
{
    for (unsigned look = LOOK_BOLD; look <= LOOK_LEAD; look <<= 1)
        if (strcmp(name, doc_look_name((enum look)look)) == 0)
            return (enum look)look;
    return (enum look)0;
}

static unsigned read_looks(struct data *data, const struct yaml *node)
{
    const char *names[8];
    int count = 0, index = 0;
    unsigned looks = 0;
    for (unsigned look = LOOK_BOLD; look <= LOOK_LEAD; look <<= 1)
        names[count++] = doc_look_name((enum look)look);
    if (node->kind != YAML_SEQUENCE)
        data_wanted(data, node, "a list of looks");
    for (const struct yaml *n = node->first; node->kind == YAML_SEQUENCE && n; n = n->next) {
        data_enter_item(data, index++);
        int found = data_read_choice(data, n, names, count);
        looks |= found >= 0 ? 1U << found : 0;
        data_leave(data);
    }
    return looks;
}

static void read_text_at(struct data *data, const struct yaml *pair, struct node *target)
{
    data_enter_key(data, pair);
    data_read_text(data, pair, target);
    data_leave(data);
}

static void read_span(struct data *data, const struct yaml *mapping, const struct yaml *looks,
                      struct node *target)
{
    struct node *span = doc_new(data->arena, NODE_SPAN, looks->key_at);
    const struct yaml *text = yaml_get(mapping, "text");
    data_check_keys(data, mapping, span_keys);
    data_enter_key(data, looks);
    span->as.span.look = read_looks(data, looks);
    data_leave(data);
    doc_append(target, span);
    if (text)
        read_text_at(data, text, span);
    else
        data_fail(data, mapping->at, "has a look but no text");
}

static void read_look(struct data *data, const struct yaml *mapping, const struct yaml *pair,
                      struct node *target)
{
    const char *const keys[] = {pair->key, NULL};
    enum look look = look_of(pair->key);
    struct node *span = doc_new(data->arena, NODE_SPAN, pair->key_at);
    span->as.span.look = look | (look == LOOK_LEAD ? data->style->lead_look : 0);
    data_check_keys(data, mapping, keys);
    doc_append(target, span);
    read_text_at(data, pair, span);
}

/* --- links, notes, breaks -------------------------------------------------------------- */

static const char *const link_keys[] = {"link", "to", NULL};
static const char *const note_keys[] = {"note", "label", NULL};
static const char *const break_keys[] = {"break", NULL};

static void read_link(struct data *data, const struct yaml *mapping, const struct yaml *pair,
                      struct node *target)
{
    struct node *link = doc_new(data->arena, NODE_LINK, pair->key_at);
    const struct yaml *to = yaml_get(mapping, "to");
    data_check_keys(data, mapping, link_keys);
    link->as.link.target = "";
    if (to) {
        data_enter_key(data, to);
        const char *uri = data_read_string(data, to);
        link->as.link.target = uri ? uri : "";
        data_leave(data);
    } else {
        data_fail(data, mapping->at, "is a link without `to`");
    }
    doc_append(target, link);
    bool within = data->around.link;
    if (within)
        data_fail(data, pair->key_at, "is a link within a link");
    data->around.link = true;
    read_text_at(data, pair, link);
    data->around.link = within;
}

static void read_note(struct data *data, const struct yaml *mapping, const struct yaml *pair,
                      struct node *target)
{
    data_check_keys(data, mapping, note_keys);
    if (data->around.note) {
        data_fail(data, pair->key_at, "is a note within a note");
        return;
    }
    struct node *note = doc_new(data->arena, NODE_NOTE, pair->key_at);
    const struct yaml *label = yaml_get(mapping, "label");
    if (label) {
        data_enter_key(data, label);
        note->label = data_read_string(data, label);
        data_leave(data);
    }
    doc_append(target, note);
    const struct data_around around = data->around;
    data->around = (struct data_around){.note = true};
    data_enter_key(data, pair);
    data_read_content(data, pair, note);
    data_leave(data);
    data->around = around;
}

static void read_break(struct data *data, const struct yaml *mapping, const struct yaml *pair,
                       struct node *target)
{
    data_check_keys(data, mapping, break_keys);
    data_enter_key(data, pair);
    if (!yaml_is_null(pair))
        data_wanted(data, pair, "nothing");
    data_leave(data);
    doc_append(target, doc_new(data->arena, NODE_BREAK, pair->key_at));
}

/* --- text ---------------------------------------------------------------------------- */

typedef void inline_reader(struct data *data, const struct yaml *mapping, const struct yaml *pair,
                           struct node *target);

static inline_reader *reader_of(const char *key)
{
    static const struct {
        const char *key;
        inline_reader *read;
    } readers[] = {
        {"look", read_span}, {"link", read_link}, {"note", read_note}, {"break", read_break}};
    for (size_t i = 0; i < G_N_ELEMENTS(readers); i++)
        if (strcmp(key, readers[i].key) == 0)
            return readers[i].read;
    return look_of(key) ? read_look : NULL;
}

bool data_is_inline(const struct yaml *node)
{
    for (const struct yaml *pair = node->first; node->kind == YAML_MAPPING && pair;
         pair = pair->next)
        if (reader_of(pair->key))
            return true;
    return false;
}

static void read_inline(struct data *data, const struct yaml *mapping, struct node *target)
{
    static const char *const names[] = {"bold",       "italic",   "underline", "strike",
                                        "small-caps", "superior", "inferior",  "lead",
                                        "look",       "link",     "note",      "break"};
    for (const struct yaml *pair = mapping->first; pair; pair = pair->next) {
        inline_reader *read = reader_of(pair->key);
        if (read) {
            read(data, mapping, pair, target);
            return;
        }
    }
    if (mapping->first)
        data_unknown_key(data, mapping->first, names, G_N_ELEMENTS(names));
    else
        data_wanted(data, mapping, "text");
}

static void read_piece(struct data *data, const struct yaml *node, struct node *target)
{
    if (node->kind == YAML_MAPPING)
        read_inline(data, node, target);
    else if (node->kind == YAML_SEQUENCE)
        data_wanted(data, node, "text or what may stand in it");
    else if (!yaml_is_null(node))
        doc_append_text(data->arena, target, node->text, strlen(node->text),
                        node->at + !node->plain); /* behind the quotation mark */
}

void data_read_text(struct data *data, const struct yaml *node, struct node *target)
{
    int index = 0;
    if (node->kind != YAML_SEQUENCE) {
        read_piece(data, node, target);
        return;
    }
    for (const struct yaml *n = node->first; n; n = n->next) {
        data_enter_item(data, index++);
        read_piece(data, n, target);
        data_leave(data);
    }
}
