/* find: findings of the rules, as messages with their place. */
#include <stdarg.h>
#include <string.h>

#include "check/copy.h"

/* Characters that nobody sees, or takes for a space. A no-break space is so usual in French that
 * rules that mean it name it. */
static bool is_unseen(gunichar c)
{
    switch (g_unichar_type(c)) {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
        return true;
    case G_UNICODE_SPACE_SEPARATOR:
        return c != ' ' && c != 0xA0;
    default:
        return false;
    }
}

/* The words of a message; what is not seen by its code: "lamp<U+200B>s". */
static const char *said(struct arena *arena, const char *format, va_list args)
{
    char *text = g_strdup_vprintf(format, args);
    GString *seen = g_string_new(NULL);
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (is_unseen(c))
            g_string_append_printf(seen, "<U+%04X>", c);
        else
            g_string_append_unichar(seen, c);
    }
    const char *copy = arena_strdup(arena, seen->str);
    g_string_free(seen, TRUE);
    g_free(text);
    return copy;
}

void find(const struct copy *copy, const struct passage *passage, int from, int to,
          enum diag_slug slug, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    const char *text = said(copy->arena, format, args);
    va_end(args);
    uint32_t at, end;
    locate(copy, passage, from, to, &at, &end);
    diag_file(copy->diag, copy->source, at, slug, "%s", text);
    diag_range(copy->diag, end);
}

/* --- labels ---------------------------------------------------------------------------- */

/* Nothing but tags and white space stands between two places. */
static bool is_bare(const char *p, const char *end)
{
    for (; p < end; p++)
        if (*p == '<')
            p = memchr(p, '>', (size_t)(end - p)) ? memchr(p, '>', (size_t)(end - p)) : end;
        else if (!strchr(" \t\r\n", *p))
            return false;
    return true;
}

/* What stands in the <num> right before a text of XML. */
static bool find_num(const struct source *source, uint32_t before, uint32_t *at, uint32_t *end)
{
    enum { REACH = 400 };
    uint32_t from = before > REACH ? before - REACH : 0;
    const char *num = g_strrstr_len(source->text + from, before - from, "<num");
    const char *text = num ? memchr(num, '>', (size_t)(source->text + before - num)) : NULL;
    if (!text)
        return false;
    text += 1 + strspn(text + 1, " \t\r\n");
    size_t size = strcspn(text, "<");
    if (!is_bare(text + size, source->text + before))
        return false;
    while (size && strchr(" \t\r\n", text[size - 1]))
        size--;
    *at = (uint32_t)(text - source->text);
    *end = *at + (uint32_t)size;
    return true;
}

/* The last place of the label on the line of a text, at the text's beginning or before. */
static bool find_typed(const struct source *source, const struct node *node, uint32_t *at,
                       uint32_t *end)
{
    size_t size = strlen(node->label);
    const char *place = source->text + node->at, *line = place;
    while (line > source->text && line[-1] != '\n')
        line--;
    const char *stop = MIN(place + size, source->text + source->size);
    const char *found = g_strrstr_len(line, stop - line, node->label);
    if (!found)
        return false;
    *at = (uint32_t)(found - source->text);
    *end = *at + (uint32_t)size;
    return true;
}

static bool find_label(const struct source *source, const struct node *node, uint32_t *at,
                       uint32_t *end)
{
    if (!doc_is_block(node->kind) || !node->label || node->at > source->size)
        return false;
    return find_num(source, node->at, at, end) || find_typed(source, node, at, end);
}

void find_node(const struct copy *copy, const struct node *node, enum diag_slug slug,
               const char *format, ...)
{
    va_list args;
    va_start(args, format);
    const char *text = said(copy->arena, format, args);
    va_end(args);
    uint32_t at = node->kind == NODE_DOC ? SOURCE_NOWHERE : node->at, end = at;
    find_label(copy->source, node, &at, &end);
    diag_file(copy->diag, copy->source, at, slug, "%s", text);
    diag_range(copy->diag, end);
}
