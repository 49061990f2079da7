/* inspect: small questions about unfinished blocks. */
#include "read/inspect.h"

#include <glib.h>
#include <string.h>

enum { TITLE_MAX = 300 }; /* characters */

static const char white[] = " \t\r\n";

static const struct node *next_inline(const struct node *node, const struct node *block)
{
    return node->kind == NODE_NOTE ? doc_skip(node, block) : doc_next(node, block);
}

/* The last character of a text that is not white, 0 when there is none. */
static gunichar last_character(const char *text)
{
    const char *end = text + strlen(text);
    while (end > text && strchr(white, end[-1]))
        end--;
    return end > text ? g_utf8_get_char(g_utf8_prev_char(end)) : 0;
}

bool inspect_ends_with(const struct node *block, const char *characters)
{
    gunichar last = 0, found;
    for (const struct node *n = block; n; n = next_inline(n, block))
        if (n->kind == NODE_TEXT && (found = last_character(n->text)))
            last = found;
    return last && g_utf8_strchr(characters, -1, last);
}

struct node *inspect_first_text(const struct node *block)
{
    for (const struct node *n = block; n; n = next_inline(n, block))
        if (n->kind == NODE_TEXT && last_character(n->text))
            return (struct node *)n;
    return NULL;
}

bool inspect_is_blank(const struct node *block)
{
    return !inspect_first_text(block);
}

static bool has_look(const struct node *node, const struct node *block, enum look look)
{
    for (; node != block; node = node->parent)
        if (node->kind == NODE_SPAN && node->as.span.look & look)
            return true;
    return false;
}

bool inspect_is_all(const struct node *block, enum look look)
{
    for (const struct node *n = block; n; n = next_inline(n, block))
        if (n->kind == NODE_TEXT && last_character(n->text) && !has_look(n, block, look))
            return false;
    return !inspect_is_blank(block);
}

long inspect_size(const struct node *block)
{
    glong size = 0;
    for (const struct node *n = block; n; n = next_inline(n, block))
        if (n->kind == NODE_TEXT)
            size += g_utf8_strlen(n->text, -1);
    return size;
}

bool inspect_is_indented(const struct node *block)
{
    for (const struct node *n = block; n; n = next_inline(n, block)) {
        if (n->kind != NODE_TEXT)
            continue;
        size_t front = strspn(n->text, white);
        if (memchr(n->text, '\t', front))
            return true;
        if (n->text[front])
            return false;
    }
    return false;
}

bool inspect_is_title(const struct node *block)
{
    return inspect_size(block) <= TITLE_MAX && !inspect_ends_with(block, ".,;:。，；：؛،");
}

static bool is_han(uint32_t c)
{
    GUnicodeScript script = g_unichar_get_script(c);
    return script == G_UNICODE_SCRIPT_HAN || (c >= 0x3000 && c <= 0x303F) ||
           (c >= 0xFF00 && c <= 0xFFEF);
}

bool inspect_needs_space(uint32_t before, uint32_t after)
{
    if (!before || !after || g_unichar_isspace(before) || g_unichar_isspace(after))
        return false;
    if (is_han(before) || is_han(after))
        return false;
    GUnicodeType left = g_unichar_type(before), right = g_unichar_type(after);
    if (left == G_UNICODE_OPEN_PUNCTUATION || right == G_UNICODE_CLOSE_PUNCTUATION)
        return false;
    return !g_utf8_strchr(",;.:!?،؛", -1, after);
}
