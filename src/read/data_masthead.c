/* data_masthead: fields of the masthead and of a closing, and the vote. */
#include <glib.h>
#include <string.h>

#include "read/data.h"

/* --- fields ------------------------------------------------------------------------------ */

/* The fields that a masthead has: all but those of a closing. */
static bool is_of_masthead(enum field field)
{
    return field != FIELD_MEETING && field != FIELD_ADOPTED && field != FIELD_VOTE;
}

static enum field field_of(const char *key)
{
    int field = 0;
    while (field < FIELD_COUNT && (!is_of_masthead((enum field)field) ||
                                   strcmp(key, doc_field_name((enum field)field)) != 0))
        field++;
    return (enum field)field;
}

/* {date: 2044-12-14, text: TEXT}, unlike text that is a mapping itself. */
static bool has_parts(const struct yaml *node)
{
    return node->kind == YAML_MAPPING && !data_is_inline(node);
}

static void take_parts(struct data *data, const struct yaml *mapping, struct node *field)
{
    const struct yaml *date = yaml_get(mapping, "date"), *text = yaml_get(mapping, "text");
    if (date) {
        data_enter_key(data, date);
        data_read_date(data, date, &field->as.field.date);
        data_leave(data);
    }
    if (text) {
        data_enter_key(data, text);
        data_read_text(data, text, field);
        data_leave(data);
    }
}

/* A date alone is written out in the language's form. */
static void complete_date(struct data *data, struct node *field)
{
    const char *key = field->as.field.field == FIELD_ISSUED ? "issue-date" : "date";
    const char *text = style_date(data->arena, data->style, key, field->as.field.date);
    if (text && !field->first)
        doc_append_text(data->arena, field, text, strlen(text), field->at);
}

static struct node *add_field(struct data *data, enum field name, struct node *parent, uint32_t at)
{
    struct node *field = doc_new(data->arena, NODE_FIELD, at);
    field->as.field.field = name;
    doc_append(parent, field);
    return field;
}

void data_read_field(struct data *data, const struct yaml *node, enum field name,
                     struct node *parent)
{
    static const char *const keys[] = {"date", "text", NULL};
    struct node *field = add_field(data, name, parent, node->at);
    bool dated = name == FIELD_ISSUED || name == FIELD_ADOPTED;
    bool is_date = dated && data_is_date(node, &field->as.field.date);
    if (!is_date && has_parts(node)) {
        data_check_keys(data, node, keys);
        take_parts(data, node, field);
    } else if (!is_date) {
        data_read_text(data, node, field);
    }
    complete_date(data, field);
}

void data_read_field_parts(struct data *data, const struct yaml *mapping, enum field name,
                           struct node *parent)
{
    struct node *field = add_field(data, name, parent, mapping->at);
    take_parts(data, mapping, field);
    complete_date(data, field);
}

enum field data_read_field_name(struct data *data, const struct yaml *node)
{
    const char *names[FIELD_COUNT];
    for (int field = 0; field < FIELD_COUNT; field++)
        names[field] = doc_field_name((enum field)field);
    int found = data_read_choice(data, node, names, FIELD_COUNT);
    return found < 0 ? FIELD_COUNT : (enum field)found;
}

static void say_no_field(struct data *data, const struct yaml *pair)
{
    const char *names[FIELD_COUNT];
    int count = 0;
    for (int field = 0; field < FIELD_COUNT; field++)
        if (is_of_masthead((enum field)field))
            names[count++] = doc_field_name((enum field)field);
    data_unknown_key(data, pair, names, count);
}

static void read_fields(struct data *data, const struct yaml *mapping, struct node *doc)
{
    if (mapping->kind != YAML_MAPPING) {
        data_wanted(data, mapping, "a mapping of fields");
        return;
    }
    for (const struct yaml *pair = mapping->first; pair; pair = pair->next) {
        enum field field = field_of(pair->key);
        if (field == FIELD_COUNT) {
            say_no_field(data, pair);
            continue;
        }
        data_enter_key(data, pair);
        data_read_field(data, pair, field, doc);
        data_leave(data);
    }
}

/* A document with two agenda items has a list of mappings, each with its own. */
void data_read_masthead(struct data *data, const struct yaml *node, struct node *doc)
{
    int index = 0;
    if (node->kind != YAML_SEQUENCE) {
        read_fields(data, node, doc);
        return;
    }
    for (const struct yaml *n = node->first; n; n = n->next) {
        data_enter_item(data, index++);
        read_fields(data, n, doc);
        data_leave(data);
    }
}

/* --- the vote ---------------------------------------------------------------------------- */

static const char *const *read_voters(struct data *data, const struct yaml *node)
{
    const char **names = ARENA_ARRAY(data->arena, const char *, node->count + 1);
    int count = 0;
    if (node->kind != YAML_SEQUENCE) {
        data_wanted(data, node, "a list of names");
        return NULL;
    }
    for (const struct yaml *n = node->first; n; n = n->next) {
        data_enter_item(data, count);
        names[count++] = data_read_string(data, n);
        data_leave(data);
    }
    return names;
}

/* 140, or {count: 140, voters: [Albania, …]} */
static void read_choice(struct data *data, const struct yaml *node, enum vote_choice choice,
                        struct vote *vote)
{
    static const char *const keys[] = {"count", "voters", NULL};
    const struct yaml *count = node, *voters = NULL;
    if (node->kind == YAML_MAPPING) {
        data_check_keys(data, node, keys);
        count = yaml_get(node, "count");
        voters = yaml_get(node, "voters");
    }
    if (count && count != node)
        data_enter_key(data, count);
    if (count)
        data_read_number(data, count, 0, 9999, &vote->count[choice]);
    if (count && count != node)
        data_leave(data);
    if (voters) {
        data_enter_key(data, voters);
        vote->voters[choice] = read_voters(data, voters);
        data_leave(data);
    }
}

static enum vote_outcome read_outcome(struct data *data, const struct yaml *node)
{
    const char *names[VOTE_REJECTED];
    for (int i = 0; i < VOTE_REJECTED; i++)
        names[i] = doc_vote_name((enum vote_outcome)(i + 1));
    return (enum vote_outcome)(data_read_choice(data, node, names, VOTE_REJECTED) + 1);
}

const struct vote *data_read_vote(struct data *data, const struct yaml *node)
{
    struct vote *vote = ARENA_NEW(data->arena, struct vote);
    const char *keys[VOTE_CHOICE_COUNT + 2] = {"outcome"};
    for (int i = 0; i < VOTE_CHOICE_COUNT; i++) {
        keys[i + 1] = doc_choice_name((enum vote_choice)i);
        vote->count[i] = -1;
    }
    if (node->kind != YAML_MAPPING) {
        data_wanted(data, node, "a mapping with the outcome of a vote");
        return NULL;
    }
    data_check_keys(data, node, keys);
    for (int i = 0; keys[i]; i++) {
        const struct yaml *value = yaml_get(node, keys[i]);
        if (!value)
            continue;
        data_enter_key(data, value);
        if (i == 0)
            vote->outcome = read_outcome(data, value);
        else
            read_choice(data, value, (enum vote_choice)(i - 1), vote);
        data_leave(data);
    }
    return vote;
}
