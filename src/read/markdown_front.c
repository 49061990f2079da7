/* markdown_front: YAML front matter → fields: what Markdown has no words for. */
#include <stdio.h>
#include <string.h>

#include "read/data.h"
#include "read/markdown.h"

/* --- finding it ---------------------------------------------------------------------- */

static bool is_fence(const char *line, const char *end, const char *fence)
{
    size_t size = strlen(fence);
    if ((size_t)(end - line) < size || memcmp(line, fence, size) != 0)
        return false;
    const char *rest = line + size + strspn(line + size, " \t\r");
    return rest >= end || *rest == '\n';
}

static const char *next_line(const char *line, const char *end)
{
    const char *stop = memchr(line, '\n', (size_t)(end - line));
    return stop ? stop + 1 : end;
}

bool markdown_find_front(struct arena *arena, const struct source *source, struct diag *diag,
                         const struct yaml **front, uint32_t *start)
{
    const char *text = source->text, *end = text + source->size;
    *front = NULL;
    *start = 0;
    if (!is_fence(text, end, "---"))
        return true;
    const char *first = next_line(text, end);
    for (const char *line = first; line < end; line = next_line(line, end)) {
        if (!is_fence(line, end, "---") && !is_fence(line, end, "..."))
            continue;
        *start = (uint32_t)(next_line(line, end) - text);
        *front = yaml_parse(arena, source, (uint32_t)(first - text), (uint32_t)(line - text),
                            DIAG_FRONT_MATTER, diag);
        return *front != NULL;
    }
    diag_file(diag, source, 0, DIAG_FRONT_MATTER,
              "the front matter that begins here does not end, a line of --- was wanted");
    return false;
}

/* --- values -------------------------------------------------------------------------- */

static bool fail(const struct source *source, struct diag *diag, const struct yaml *pair,
                 const char *wanted)
{
    diag_file(diag, source, pair->at, DIAG_FRONT_MATTER, "`%s` is %s%s%s, %s was wanted", pair->key,
              pair->text ? "“" : "no text", pair->text ? pair->text : "", pair->text ? "”" : "",
              wanted);
    return false;
}

bool markdown_front_language(const struct source *source, struct diag *diag,
                             const struct yaml *front, enum language *language)
{
    const struct yaml *pair = yaml_get(front, "language");
    *language = pair && pair->text ? language_of(pair->text) : LANGUAGE_NONE;
    if (pair && *language == LANGUAGE_NONE)
        return fail(source, diag, pair, "zh, en, fr, es, ru, ar or de");
    return true;
}

static bool is_date(const struct date *date)
{
    return date->year >= 1900 && date->year <= 9999 && date->month >= 1 && date->month <= 12 &&
           date->day >= 1 && date->day <= 31;
}

/* A value that names a word of the style ("general", "ga") stands for that word. */
static const char *word_for(const struct markdown *markdown, const char *prefix, const char *text)
{
    const char *word =
        style_word(markdown->style, arena_printf(markdown->arena, "%s-%s", prefix, text));
    return word ? word : text;
}

static const char *original_line(const struct markdown *markdown, const char *text)
{
    const char *pattern = style_word(markdown->style, "original");
    if (language_of(text) == LANGUAGE_NONE || !pattern)
        return text;
    const char *name = word_for(markdown, "language", language_tag(language_of(text)));
    return style_fill(markdown->arena, pattern, "language", name, NULL);
}

/* --- keys ---------------------------------------------------------------------------- */

enum value {
    VALUE_PLAIN,
    VALUE_WORD,
    VALUE_ORIGINAL,
    VALUE_DATE,
    VALUE_KIND,
    VALUE_VOTE,
    VALUE_MASTHEAD,
    VALUE_SEEN
};

static const struct key {
    const char *name;
    enum value value;
    enum field field;
    const char *prefix; /* WORD: of the style's words */
} keys[] = {
    {"language", VALUE_SEEN, FIELD_COUNT, NULL},
    {"kind", VALUE_KIND, FIELD_COUNT, NULL},
    {"organization", VALUE_PLAIN, FIELD_ORGANIZATION, NULL},
    {"symbol", VALUE_PLAIN, FIELD_SYMBOL, NULL},
    {"organ", VALUE_WORD, FIELD_ORGAN, "organ"},
    {"distribution", VALUE_WORD, FIELD_DISTRIBUTION, "distribution"},
    {"issued", VALUE_DATE, FIELD_ISSUED, NULL},
    {"original", VALUE_ORIGINAL, FIELD_ORIGINAL, NULL},
    {"session", VALUE_PLAIN, FIELD_SESSION, NULL},
    {"item", VALUE_PLAIN, FIELD_ITEM, NULL},
    {"item-title", VALUE_PLAIN, FIELD_ITEM_TITLE, NULL},
    {"committee", VALUE_PLAIN, FIELD_COMMITTEE, NULL},
    {"type", VALUE_PLAIN, FIELD_TYPE, NULL},
    {"sponsors", VALUE_PLAIN, FIELD_SPONSORS, NULL},
    {"adoption", VALUE_PLAIN, FIELD_ADOPTION, NULL},
    {"proponent", VALUE_PLAIN, FIELD_PROPONENT, NULL},
    {"number", VALUE_PLAIN, FIELD_NUMBER, NULL},
    {"title", VALUE_PLAIN, FIELD_TITLE, NULL},
    {"job", VALUE_PLAIN, FIELD_JOB, NULL},
    {"vote", VALUE_VOTE, FIELD_COUNT, NULL},
    {"masthead", VALUE_MASTHEAD, FIELD_COUNT, NULL},
};

static bool read_kind(struct markdown *markdown, const struct yaml *pair)
{
    static const char *const names[] = {"resolution", "decision", "draft", "statement"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (strcmp(pair->text, names[i]) == 0) {
            markdown->doc->as.doc.kind = (enum doc_kind)i;
            return true;
        }
    return fail(markdown->source, markdown->diag, pair, "resolution, decision, draft or statement");
}

static bool read_date(struct markdown *markdown, const struct yaml *pair, struct node *field)
{
    struct date *date = &field->as.field.date;
    int used = 0;
    if (sscanf(pair->text, "%4d-%2d-%2d%n", &date->year, &date->month, &date->day, &used) == 3 &&
        !pair->text[used] && is_date(date))
        return true;
    return fail(markdown->source, markdown->diag, pair, "a date as in 2021-12-08");
}

/* What is more than a line of text has the form that it has in YAML documents. */
static bool read_data(struct markdown *markdown, const struct yaml *pair, const struct key *key)
{
    struct data data = {.arena = markdown->arena,
                        .source = markdown->source,
                        .diag = markdown->diag,
                        .style = markdown->style};
    struct node *doc = markdown->doc;
    data_enter_key(&data, pair);
    if (key->value == VALUE_VOTE)
        doc->as.doc.vote = data_read_vote(&data, pair);
    else if (key->value == VALUE_MASTHEAD)
        data_read_masthead(&data, pair, doc);
    else
        data_read_field(&data, pair, key->field, doc);
    data_leave(&data);
    return data.errors == 0;
}

/* A mapping, or a list that holds one: text with looks, notes and the like. */
static bool is_rich(const struct yaml *value)
{
    if (value->kind != YAML_SEQUENCE)
        return value->kind == YAML_MAPPING;
    const struct yaml *n = value->first;
    while (n && n->kind != YAML_MAPPING)
        n = n->next;
    return n != NULL;
}

static bool read_value(struct markdown *markdown, const struct yaml *pair, const struct key *key)
{
    bool data = key->value == VALUE_VOTE || key->value == VALUE_MASTHEAD;
    if (key->field != FIELD_COUNT && is_rich(pair))
        data = true;
    if (pair->kind != YAML_SCALAR && !data)
        return fail(markdown->source, markdown->diag, pair, "a line of text");
    if (yaml_is_null(pair) && key->field == FIELD_TITLE)
        markdown->untitled = true;
    if (yaml_is_null(pair) || key->value == VALUE_SEEN)
        return true;
    if (data)
        return read_data(markdown, pair, key);
    if (key->value == VALUE_KIND)
        return read_kind(markdown, pair);
    const char *text = pair->text;
    if (key->value == VALUE_WORD)
        text = word_for(markdown, key->prefix, text);
    if (key->value == VALUE_ORIGINAL)
        text = original_line(markdown, text);
    bool dated = key->value == VALUE_DATE;
    struct node *field = doc_new_field(markdown->arena, key->field, dated ? "" : text, pair->at);
    doc_place_field(markdown->doc, field);
    return !dated || read_date(markdown, pair, field);
}

static bool read_pair(struct markdown *markdown, const struct yaml *pair)
{
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++)
        if (strcmp(pair->key, keys[i].name) == 0)
            return read_value(markdown, pair, &keys[i]);
    GString *known = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++)
        g_string_append_printf(known, "%s%s", i ? ", " : "", keys[i].name);
    diag_file(markdown->diag, markdown->source, pair->key_at, DIAG_FRONT_MATTER,
              "`%s` is no key of the front matter", pair->key);
    diag_hint(markdown->diag, "known are %s", known->str);
    g_string_free(known, TRUE);
    return false;
}

/* Fields in the order of a masthead, whatever the order of the keys. */
static void sort_fields(struct markdown *markdown)
{
    struct node *fields = doc_new(markdown->arena, NODE_DOC, 0);
    while (markdown->doc->first)
        doc_append(fields, markdown->doc->first);
    while (fields->first)
        doc_place_field(markdown->doc, fields->first);
}

bool markdown_read_front(struct markdown *markdown, const struct yaml *front)
{
    bool good = true;
    if (front && front->kind != YAML_MAPPING) {
        diag_file(markdown->diag, markdown->source, front->at, DIAG_FRONT_MATTER,
                  "the front matter is no list of `key: value`, which was wanted");
        return false;
    }
    for (const struct yaml *pair = front ? front->first : NULL; pair; pair = pair->next)
        good = read_pair(markdown, pair) && good;
    sort_fields(markdown);
    return good;
}
