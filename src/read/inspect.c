/* inspect: small questions about unfinished blocks. */
#include "read/inspect.h"

#include <glib.h>
#include <string.h>

enum { TITLE_MAX = 500 }; /* characters; the longest of a resolution has 462 */

static const char white[] = " \t\r\n";

static const struct node *next_inline(const struct node *node, const struct node *block)
{
    return node->kind == NODE_NOTE && node != block ? doc_skip(node, block) : doc_next(node, block);
}

/* White space, and marks of direction, which stand at the end of many paragraphs. */
static bool is_blank(gunichar c)
{
    return g_unichar_isspace(c) || g_unichar_type(c) == G_UNICODE_FORMAT;
}

/* The last character of a text that is not blank, 0 when there is none. */
static gunichar last_character(const char *text)
{
    for (const char *end = text + strlen(text); end > text;) {
        end = g_utf8_prev_char(end);
        if (!is_blank(g_utf8_get_char(end)))
            return g_utf8_get_char(end);
    }
    return 0;
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

bool inspect_is_within(const struct node *block, int most)
{
    for (const struct node *n = block; n; n = next_inline(n, block))
        for (const char *p = n->kind == NODE_TEXT ? n->text : ""; *p; p = g_utf8_next_char(p))
            if (most-- == 0)
                return false;
    return true;
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

bool inspect_has_word(const struct node *block)
{
    for (const struct node *n = block; n; n = next_inline(n, block))
        for (const char *p = n->kind == NODE_TEXT ? n->text : ""; *p; p = g_utf8_next_char(p))
            if (g_unichar_isalnum(g_utf8_get_char(p)))
                return true;
    return false;
}

bool inspect_is_only(const struct node *block, const char *characters)
{
    for (const struct node *n = block; n; n = next_inline(n, block))
        for (const char *p = n->kind == NODE_TEXT ? n->text : ""; *p; p = g_utf8_next_char(p))
            if (!is_blank(g_utf8_get_char(p)) && !g_utf8_strchr(characters, -1, g_utf8_get_char(p)))
                return false;
    return !inspect_is_blank(block);
}

bool inspect_is_note(const struct node *block)
{
    const struct node *text = inspect_first_text(block);
    if (!text)
        return false;
    const char *mark = text->text + strspn(text->text, white);
    if (has_look(text, block, LOOK_SUPERIOR))
        return true;
    return (g_ascii_islower(*mark) || *mark == '*') && mark[1] && strchr(white, mark[1]);
}

/* The last character of a text that is not blank, and the one before it; what was known of the
 * text before stays where there is none. */
static void last_two_characters(const char *text, gunichar *last, gunichar *before)
{
    gunichar found[2] = {0};
    int count = 0;
    for (const char *end = text + strlen(text); end > text && count < 2;) {
        end = g_utf8_prev_char(end);
        if (!is_blank(g_utf8_get_char(end)))
            found[count++] = g_utf8_get_char(end);
    }
    if (count)
        *before = count == 2 ? found[1] : *last;
    *last = count ? found[0] : *last;
}

/* True when the last character is a stop or comma, or a quotation mark behind one: “… areas.” */
static bool ends_a_sentence(const struct node *block)
{
    gunichar last = 0, before = 0;
    for (const struct node *n = block; n; n = next_inline(n, block))
        if (n->kind == NODE_TEXT)
            last_two_characters(n->text, &last, &before);
    bool quoted = last && g_utf8_strchr("”’»“\")", -1, last);
    gunichar stop = quoted ? before : last;
    return stop && g_utf8_strchr(".,;:。，；：؛،", -1, stop);
}

bool inspect_is_title(const struct node *block)
{
    return inspect_is_within(block, TITLE_MAX) && !ends_a_sentence(block);
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
