/* arrange: fields of a document → the order in which a style prints them. In: a finished tree, a
 * style. Out: the same tree, its fields in that order, so that pages, galley and the structure of
 * a PDF have one. */
#include <glib.h>
#include <string.h>

#include "style/style.h"

bool style_lists(const enum field *list, enum field field)
{
    while (*list != FIELD_COUNT && *list != field)
        list++;
    return *list != FIELD_COUNT;
}

/* --- the organ of the masthead ------------------------------------------------------- */

/* The Human Rights Council stands under the name of the Assembly, whose body it is. */
static void set_organ(struct arena *arena, const struct style *style, struct node *doc)
{
    const char *word = style->mast.organ ? style_word(style, style->mast.organ) : NULL;
    struct node *own = doc_field(doc, FIELD_ORGAN);
    if (!word || (own && strcmp(doc_plain_text(arena, own), word) == 0))
        return;
    if (own)
        own->as.field.field = FIELD_COMMITTEE;
    doc_place_field(doc, doc_new_field(arena, FIELD_ORGAN, word, doc->at));
}

/* --- the language of a translation --------------------------------------------------- */

/* "Russian" above "Original: English": in a translation, and where nobody wrote it. */
static void add_language(struct arena *arena, const struct style *style, struct node *doc)
{
    struct node *original = doc_field(doc, FIELD_ORIGINAL);
    const char *line = style_word(style, "language-line");
    const char *pattern = style_word(style, "original"), *language = NULL;
    if (style->language != LANGUAGE_NONE)
        language =
            style_word(style, arena_printf(arena, "language-%s", language_tag(style->language)));
    if (!original || !original->first || !line || !pattern || !language)
        return;
    const char *text = doc_plain_text(arena, original);
    if (strstr(text, line) ||
        strcmp(text, style_fill(arena, pattern, "language", language, NULL)) == 0)
        return;
    struct node *words = doc_new(arena, NODE_TEXT, original->at);
    words->text = line;
    doc_insert_before(original->first, doc_new(arena, NODE_BREAK, original->at));
    doc_insert_before(original->first, words);
}

/* --- order --------------------------------------------------------------------------- */

/* All fields in the order of print, those that are not printed among the last. */
struct order {
    enum field fields[FIELD_COUNT];
    bool placed[FIELD_COUNT]; /* the style has a place for it */
    int count;
};

static void add(struct order *order, enum field field)
{
    order->fields[order->count++] = field;
    order->placed[field] = true;
}

static void add_list(struct order *order, const enum field *list)
{
    for (; *list != FIELD_COUNT; list++) {
        if (*list == FIELD_TITLE)
            add(order, FIELD_NUMBER);
        add(order, *list);
    }
}

static struct order order_of(const struct style *style)
{
    struct order order = {.count = 0};
    add(&order, FIELD_ORGANIZATION);
    add(&order, FIELD_SYMBOL);
    add(&order, FIELD_ORGAN);
    add_list(&order, style->fields.column);
    add_list(&order, style->fields.head);
    add_list(&order, style->fields.title);
    add_list(&order, style->fields.closing);
    add(&order, FIELD_JOB);
    for (int field = 0; field < FIELD_COUNT; field++)
        if (!order.placed[field])
            order.fields[order.count++] = (enum field)field;
    return order;
}

static bool is_field(const struct node *node)
{
    return node && node->kind == NODE_FIELD;
}

static void tell_unplaced(struct arena *arena, const struct style *style, const struct node *doc,
                          const struct node *field, struct diag *diag)
{
    const char *name = doc_field_name(field->as.field.field);
    if (!*doc_plain_text(arena, field))
        return;
    diag_file(diag, doc->as.doc.source, field->at, DIAG_FIELD_UNPLACED,
              "the style `%s` has no place for the field `%s`, which is not printed", style->name,
              name);
    diag_hint(diag, "a style that has `%s` in a list of `fields` prints it", name);
}

/* Puts the fields that `parent` begins with into the order; those that no list has are told. */
static void arrange(struct arena *arena, const struct style *style, const struct node *doc,
                    struct node *parent, struct diag *diag)
{
    struct order order = order_of(style);
    GPtrArray *fields = g_ptr_array_new();
    struct node *rest = parent->first;
    for (; is_field(rest); rest = rest->next)
        g_ptr_array_add(fields, rest);
    for (int i = 0; i < order.count; i++) {
        for (guint j = 0; j < fields->len; j++) {
            struct node *field = g_ptr_array_index(fields, j);
            if (field->as.field.field != order.fields[i])
                continue;
            if (rest)
                doc_insert_before(rest, field);
            else
                doc_append(parent, field);
            if (!order.placed[order.fields[i]])
                tell_unplaced(arena, style, doc, field, diag);
        }
    }
    g_ptr_array_free(fields, TRUE);
}

void style_arrange(struct arena *arena, const struct style *style, struct node *doc,
                   struct diag *diag)
{
    set_organ(arena, style, doc);
    if (style_lists(style->fields.column, FIELD_ORIGINAL))
        add_language(arena, style, doc);
    arrange(arena, style, doc, doc, diag);
    for (struct node *n = doc->first; n; n = doc_next(n, doc))
        if (n->kind == NODE_CLOSING)
            arrange(arena, style, doc, n, diag);
}
