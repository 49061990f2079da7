/* doc: building and walking the tree. Finishing it is in finish.c, showing it in print.c. */
#include "doc/doc.h"

#include <glib.h>
#include <string.h>

struct node *doc_new(struct arena *arena, enum node_kind kind, uint32_t at)
{
    struct node *node = ARENA_NEW(arena, struct node);
    node->kind = kind;
    node->at = at;
    return node;
}

struct node *doc_new_field(struct arena *arena, enum field field, const char *text, uint32_t at)
{
    struct node *node = doc_new(arena, NODE_FIELD, at);
    node->as.field.field = field;
    doc_append_text(arena, node, text, strlen(text), at);
    return node;
}

void doc_unlink(struct node *node)
{
    if (node->prev)
        node->prev->next = node->next;
    else if (node->parent)
        node->parent->first = node->next;
    if (node->next)
        node->next->prev = node->prev;
    else if (node->parent)
        node->parent->last = node->prev;
    node->parent = node->prev = node->next = NULL;
}

void doc_append(struct node *parent, struct node *child)
{
    doc_unlink(child);
    child->parent = parent;
    child->prev = parent->last;
    *(parent->last ? &parent->last->next : &parent->first) = child;
    parent->last = child;
}

void doc_insert_before(struct node *next, struct node *child)
{
    doc_unlink(child);
    child->parent = next->parent;
    child->next = next;
    child->prev = next->prev;
    *(next->prev ? &next->prev->next : &next->parent->first) = child;
    next->prev = child;
}

void doc_append_text(struct arena *arena, struct node *parent, const char *text, size_t size,
                     uint32_t at)
{
    if (!size)
        return;
    struct node *node = doc_new(arena, NODE_TEXT, at);
    node->text = arena_strndup(arena, text, size);
    doc_append(parent, node);
}

struct node *doc_skip(const struct node *node, const struct node *root)
{
    for (; node && node != root; node = node->parent)
        if (node->next)
            return node->next;
    return NULL;
}

struct node *doc_next(const struct node *node, const struct node *root)
{
    return node->first ? node->first : doc_skip(node, root);
}

bool doc_is_container(enum node_kind kind)
{
    return kind <= NODE_CELL;
}

bool doc_is_block(enum node_kind kind)
{
    return kind >= NODE_FIELD && kind <= NODE_SEPARATOR;
}

bool doc_is_inline(enum node_kind kind)
{
    return kind >= NODE_TEXT;
}

const struct node *doc_block_of(const struct node *node)
{
    while (node && doc_is_inline(node->kind))
        node = node->parent;
    return node;
}

struct node *doc_field(const struct node *doc, enum field field)
{
    for (struct node *n = doc->first; n; n = n->next) {
        if (n->kind == NODE_FIELD && n->as.field.field == field)
            return n;
        if (n->kind == NODE_CLOSING) {
            struct node *found = doc_field(n, field);
            if (found)
                return found;
        }
    }
    return NULL;
}

void doc_place_field(struct node *doc, struct node *field)
{
    struct node *next = doc->first;
    while (next && next->kind == NODE_FIELD && next->as.field.field <= field->as.field.field)
        next = next->next;
    if (next)
        doc_insert_before(next, field);
    else
        doc_append(doc, field);
}

const char *doc_plain_text(struct arena *arena, const struct node *node)
{
    GString *out = g_string_new(NULL);
    for (const struct node *n = node; n;) {
        if (n->kind == NODE_TEXT)
            g_string_append(out, n->text);
        else if (n->kind == NODE_BREAK)
            g_string_append_c(out, ' ');
        n = n->kind == NODE_NOTE && n != node ? doc_skip(n, node) : doc_next(n, node);
    }
    const char *text = arena_strndup(arena, out->str, out->len);
    g_string_free(out, TRUE);
    return text;
}

const char *language_tag(enum language language)
{
    static const char *const tags[LANGUAGE_COUNT] = {"", "zh", "en", "fr", "es", "ru", "ar", "de"};
    return tags[language];
}

bool language_is_rtl(enum language language)
{
    return language == AR;
}

enum language language_of(const char *tag)
{
    static const struct {
        const char *code;
        enum language language;
    } codes[] = {{"zh", ZH},  {"zho", ZH}, {"chi", ZH}, {"en", EN},  {"eng", EN}, {"fr", FR},
                 {"fra", FR}, {"fre", FR}, {"es", ES},  {"spa", ES}, {"ru", RU},  {"rus", RU},
                 {"ar", AR},  {"ara", AR}, {"de", DE},  {"deu", DE}, {"ger", DE}};
    size_t size = strcspn(tag, "-_");
    for (size_t i = 0; i < G_N_ELEMENTS(codes); i++)
        if (strlen(codes[i].code) == size && !g_ascii_strncasecmp(codes[i].code, tag, size))
            return codes[i].language;
    return LANGUAGE_NONE;
}
