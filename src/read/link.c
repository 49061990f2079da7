/* link: finds document symbols in a finished tree. */
#include "read/link.h"

#include <glib.h>
#include <string.h>

static const char part_characters[] =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-";

/* "(2015)", " (2015)" behind a Council resolution, "(XXX)" behind one of an old session. */
static size_t span_of_parenthesis(const char *text, bool council)
{
    size_t space = council && *text == ' ';
    if (text[space] != '(')
        return 0;
    const char *inside = text + space + 1;
    size_t size = strspn(inside, council ? "0123456789" : "0123456789IVXLCDMES-");
    return size && inside[size] == ')' ? space + size + 2 : 0;
}

size_t link_symbol_length(const char *text)
{
    if (!*text || !strchr("ASE", *text) || text[1] != '/')
        return 0;
    size_t size = 1, part;
    int parts = 0;
    for (; text[size] == '/' && (part = strspn(text + size + 1, part_characters)); parts++)
        size += part + 1;
    while (strchr(".-", text[size - 1])) /* the end of the sentence */
        size--;
    bool dotted = memchr(text, '.', size) != NULL;
    size_t digit = 0;
    while (digit < size && !g_ascii_isdigit(text[digit]))
        digit++;
    if (digit == size || (parts < 2 && !dotted))
        return 0;
    if (strncmp(text, "S/RES/", 6) == 0)
        return size + span_of_parenthesis(text + size, true);
    if (strncmp(text, "A/RES/", 6) == 0 && parts == 2)
        return size + span_of_parenthesis(text + size, false);
    return size;
}

/* The first symbol in a text and its size; NULL when there is none. */
static const char *find_symbol(const char *text, size_t *size)
{
    for (const char *slash = strchr(text, '/'); slash; slash = strchr(slash + 1, '/')) {
        const char *p = slash > text ? slash - 1 : slash;
        bool inside = p > text && (g_ascii_isalnum(p[-1]) || strchr("/.-_", p[-1]));
        if (!inside && (*size = link_symbol_length(p)))
            return p;
    }
    return NULL;
}

/* The pattern of the language with the symbol in it, which has no spaces there. */
static const char *target_of(struct arena *arena, const char *pattern, const char *symbol,
                             size_t size)
{
    char *bare = arena_strndup(arena, symbol, size), *to = bare;
    for (const char *from = bare; *from; from++)
        if (*from != ' ')
            *to++ = *from;
    *to = '\0';
    return style_fill(arena, pattern, "symbol", bare, NULL);
}

/* Takes the first symbol out of a text; returns the text behind it, or NULL. */
static struct node *link_first(struct arena *arena, const char *pattern, struct node *text)
{
    size_t size;
    const char *symbol = find_symbol(text->text, &size);
    if (!symbol)
        return NULL;
    size_t before = (size_t)(symbol - text->text);
    struct node *link = doc_new(arena, NODE_LINK, text->at + (uint32_t)before);
    link->as.link.target = target_of(arena, pattern, symbol, size);
    doc_append_text(arena, link, symbol, size, link->at);
    doc_insert_before(text, link);
    if (before) {
        struct node *front = doc_new(arena, NODE_TEXT, text->at);
        front->text = arena_strndup(arena, text->text, before);
        doc_insert_before(link, front);
    }
    text->text = symbol + size;
    text->at = link->at + (uint32_t)size;
    if (*text->text)
        return text;
    doc_unlink(text);
    return NULL;
}

static bool is_closed(const struct node *node)
{
    return node->kind == NODE_LINK ||
           (node->kind == NODE_FIELD && node->as.field.field != FIELD_PROPONENT);
}

void link_symbols(struct arena *arena, struct node *doc, const struct style *style)
{
    const char *pattern = style_word(style, "link");
    for (struct node *n = doc, *next; n && pattern; n = next) {
        next = is_closed(n) ? doc_skip(n, doc) : doc_next(n, doc);
        if (n->kind == NODE_TEXT)
            for (struct node *rest = n; rest;)
                rest = link_first(arena, pattern, rest);
    }
}
