/* data: document tree → YAML or JSON of our own form (plenary-document(5)): what stands at the top.
 * Text, blocks and tables have files of their own; how values look on the page is the matter of
 * data_yaml.c and data_value.c. */
#include "write/data.h"

#include <string.h>

#include "style/style.h"
#include "write/forms.h"

/* --- masthead ------------------------------------------------------------------------------ */

bool data_is_of_masthead(const struct node *node)
{
    enum field field = node->as.field.field;
    return node->kind == NODE_FIELD && field != FIELD_MEETING && field != FIELD_ADOPTED &&
           field != FIELD_VOTE;
}

static bool has_key(const struct value *mapping, const char *key)
{
    const struct value *v = mapping->first;
    while (v && strcmp(v->key, key) != 0)
        v = v->next;
    return v != NULL;
}

bool data_has_twins(const struct node *doc)
{
    bool met[FIELD_COUNT] = {0};
    for (const struct node *n = doc->first; n; n = n->next) {
        if (!data_is_of_masthead(n))
            continue;
        if (met[n->as.field.field])
            return true;
        met[n->as.field.field] = true;
    }
    return false;
}

/* A field for the second time begins the next of a list of mappings. Returns what follows. */
static const struct node *add_masthead(struct data *data, struct value *top, const struct node *doc)
{
    const struct node *n = doc->first;
    if (!n || !data_is_of_masthead(n))
        return n;
    bool twins = data_has_twins(doc);
    struct value *list = twins ? data_add(data, top, "masthead", VALUE_LIST) : NULL;
    struct value *mapping =
        data_add(data, twins ? list : top, twins ? NULL : "masthead", VALUE_MAPPING);
    for (; n && data_is_of_masthead(n); n = n->next) {
        if (has_key(mapping, doc_field_name(n->as.field.field)))
            mapping = data_add(data, list, NULL, VALUE_MAPPING);
        data_add_field(data, mapping, doc_field_name(n->as.field.field), n);
    }
    return n;
}

/* --- vote ---------------------------------------------------------------------------------- */

static void add_choice(struct data *data, struct value *parent, const struct vote *vote,
                       enum vote_choice choice)
{
    const char *key = doc_choice_name(choice);
    int count = vote->count[choice];
    const char *const *voters = vote->voters[choice];
    if (!voters) {
        if (count >= 0)
            data_add_number(data, parent, key, count);
        return;
    }
    struct value *mapping = data_add_flat(data, parent, key, VALUE_MAPPING);
    if (count >= 0)
        data_add_number(data, mapping, "count", count);
    struct value *names = data_add_flat(data, mapping, "voters", VALUE_LIST);
    for (; *voters; voters++)
        data_add_words(data, names, NULL, *voters);
}

void data_add_vote(struct data *data, struct value *top, const struct vote *vote)
{
    struct value *mapping = data_add_flat(data, top, "vote", VALUE_MAPPING);
    if (vote->outcome)
        data_add_words(data, mapping, "outcome", doc_vote_name(vote->outcome));
    for (int choice = 0; choice < VOTE_CHOICE_COUNT; choice++)
        add_choice(data, mapping, vote, (enum vote_choice)choice);
}

/* --- the document -------------------------------------------------------------------------- */

/* True when reading would not give the notes the labels that they have. */
static bool needs_note_labels(struct arena *arena, const struct node *doc)
{
    int count = 0;
    for (const struct node *n = doc; n; n = doc_next(n, doc))
        if (n->kind == NODE_NOTE && n->as.note.number &&
            strcmp(n->label ? n->label : "", arena_printf(arena, "%d", ++count)) != 0)
            return true;
    return false;
}

static struct value *make_document(const struct writing *writing)
{
    const struct node *doc = writing->doc;
    const struct style *style =
        style_load(writing->arena, "un", doc->as.doc.language, writing->diag);
    struct data data = {writing->arena, style ? style->lead_look : 0,
                        needs_note_labels(writing->arena, doc)};
    struct value *top = data_add(&data, NULL, NULL, VALUE_MAPPING);
    data_add_number(&data, top, "plenary", 1);
    data_add_words(&data, top, "language", language_tag(doc->as.doc.language));
    data_add_words(&data, top, "kind", doc_type_name(doc->as.doc.kind));
    if (doc->as.doc.organ)
        data_add_words(&data, top, "organ", doc_organ_name(doc->as.doc.organ));
    if (doc->as.doc.vote)
        data_add_vote(&data, top, doc->as.doc.vote);
    data_add_blocks(&data, top, "body", add_masthead(&data, top, doc));
    return top;
}

void write_yaml(struct writing *writing)
{
    value_write_yaml(writing->out, make_document(writing));
}

void write_json(struct writing *writing)
{
    value_write_json(writing->out, make_document(writing));
}
