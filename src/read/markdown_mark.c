/* markdown_mark: comments that say what the next block is, where words and order do not tell:
 *   <!-- paragraph -->  <!-- item label="A-1" in=2 -->  <!-- annex -->
 * Any other comment is left out as ever. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "read/markdown.h"

static const char white[] = " \t\r\n";

/* --- words ---------------------------------------------------------------------------------- */

/* What may follow the word, up to "-->": a name, then perhaps =value or ="value". */
bool markdown_next_detail(const char **rest, char **name, char **value)
{
    const char *p = *rest + strspn(*rest, white);
    size_t size = strspn(p, "abcdefghijklmnopqrstuvwxyz-");
    *name = *value = NULL;
    if (!size || g_str_has_prefix(p, "--"))
        return false;
    *name = g_strndup(p, size);
    p += size;
    if (*p == '=') {
        bool quoted = *++p == '"';
        p += quoted;
        size = strcspn(p, quoted ? "\"" : " \t\r\n");
        *value = g_strndup(p, size);
        p += size;
        p += quoted && *p == '"';
    }
    *rest = p;
    return true;
}

static bool is_field(const char *word)
{
    for (int field = 0; field < FIELD_COUNT; field++)
        if (strcmp(word, doc_field_name((enum field)field)) == 0)
            return true;
    return false;
}

static bool is_known(const char *word)
{
    static const enum node_kind kinds[] = {
        NODE_PART,      NODE_ANNEX, NODE_CLOSING,   NODE_TABLE,   NODE_OPENING,  NODE_PREAMBULAR,
        NODE_OPERATIVE, NODE_ITEM,  NODE_PARAGRAPH, NODE_HEADING, NODE_SEPARATOR};
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (strcmp(word, doc_kind_name(kinds[i])) == 0)
            return true;
    return strcmp(word, "text") == 0 || is_field(word);
}

/* --- public --------------------------------------------------------------------------------- */

bool markdown_read_mark(const struct markdown *markdown, cmark_node *node,
                        struct markdown_mark *mark)
{
    *mark = (struct markdown_mark){0};
    if (!node || cmark_node_get_type(node) != CMARK_NODE_HTML_BLOCK)
        return false;
    const char *comment = cmark_node_get_literal(node);
    const char *p = comment + strspn(comment, " ");
    if (!g_str_has_prefix(p, "<!--") || !strstr(p, "-->"))
        return false;
    p += strlen("<!--");
    char *name, *value;
    if (!markdown_next_detail(&p, &name, &value))
        return false;
    bool known = !value && is_known(name);
    if (known) {
        mark->word = arena_strdup(markdown->arena, name);
        mark->details = arena_strdup(markdown->arena, p);
    }
    g_free(name);
    g_free(value);
    for (; known && markdown_next_detail(&p, &name, &value); g_free(name), g_free(value)) {
        if (value && strcmp(name, "label") == 0)
            mark->label = arena_strdup(markdown->arena, value);
        if (value && strcmp(name, "in") == 0)
            mark->in = CLAMP(atoi(value), 0, OUTLINE_MAX_DEPTH);
        if (value && strcmp(name, "level") == 0)
            mark->level = CLAMP(atoi(value), 0, 9);
        if (value && strcmp(name, "head") == 0)
            mark->head = CLAMP(atoi(value), 0, 1000);
    }
    return known;
}

bool markdown_is_marked(const struct markdown *markdown, cmark_node *node)
{
    struct markdown_mark mark;
    return markdown_read_mark(markdown, cmark_node_previous(node), &mark);
}

bool markdown_mark_is(const struct markdown_mark *mark, const char *word)
{
    return mark->word && strcmp(mark->word, word) == 0;
}
