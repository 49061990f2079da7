/* find: findings of the rules, as messages with their place. */
#include <stdarg.h>

#include "check/copy.h"

static const char *said(struct arena *arena, const char *format, va_list args)
{
    char *text = g_strdup_vprintf(format, args);
    const char *copy = arena_strdup(arena, text);
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

void find_node(const struct copy *copy, const struct node *node, enum diag_slug slug,
               const char *format, ...)
{
    va_list args;
    va_start(args, format);
    const char *text = said(copy->arena, format, args);
    va_end(args);
    uint32_t at = node->kind == NODE_DOC ? SOURCE_NOWHERE : node->at;
    diag_file(copy->diag, copy->source, at, slug, "%s", text);
}
