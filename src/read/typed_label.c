/* typed_label: from the text to block->label. */
#include "read/typed_label.h"

#include <glib.h>
#include <string.h>

#include "read/inspect.h"

#define NO_BREAK_SPACE "\u00A0"

static const char white[] = " \t\r\n";

/* White space, and marks of direction before a label. */
static size_t span_of_front(const char *text)
{
    const char *p = text;
    while (*p && (g_unichar_isspace(g_utf8_get_char(p)) || g_utf8_get_char(p) == 0x200E ||
                  g_utf8_get_char(p) == 0x200F))
        p = g_utf8_next_char(p);
    return (size_t)(p - text);
}

/* A raised letter marks a note below a table. */
static bool is_raised(const struct node *text)
{
    for (const struct node *n = text->parent; n && n->kind == NODE_SPAN; n = n->parent)
        if (n->as.span.look & LOOK_SUPERIOR)
            return true;
    return false;
}

/* Cuts `size` bytes and the white space behind them off a text. */
static void cut_front(struct node *text, size_t size)
{
    const char *rest = text->text + size;
    rest += strspn(rest, white);
    while (g_str_has_prefix(rest, NO_BREAK_SPACE)) /* French has it after the label */
        rest += strlen(NO_BREAK_SPACE);
    text->at += (uint32_t)(rest - text->text);
    text->text = rest;
}

/* "(a) text", "1 - text", "㈠ text" are labels whatever parts them; "A. text" may be a name. */
static bool is_plainly_label(const struct label *label)
{
    enum label_series series = label->readings[0].series;
    return !label->bare && !label_is_section(label) && series != LABEL_LETTER_DOTTED &&
           series != LABEL_ROMAN_DOTTED;
}

/* A heading has its number after two tabs, and a space is enough behind it: "一 一般准则". */
static bool is_heading_number(const struct node *block, const char *typed, size_t front,
                              const struct label *label)
{
    return front >= 2 && typed[-1] == '\t' && typed[-2] == '\t' && typed[label->length] == ' ' &&
           label_is_section(label) && inspect_is_title(block);
}

/* "(a)" and "1 -" are closed by a mark that no sentence has there. */
static bool is_closed(const char *typed, const struct label *label)
{
    static const char dash[] = "–";
    const char *end = typed + label->length;
    if (end[-1] == ')')
        return true;
    bool dashed = label->length > strlen(dash) && g_str_has_prefix(end - strlen(dash), dash);
    return label_is_number(label) && (end[-1] == '-' || dashed);
}

/* Nothing need part "一、" from a text in Chinese. */
static bool is_parted_by_itself(const char *typed, const struct label *label)
{
    static const char mark[] = "、";
    const char *end = typed + label->length;
    return label->length > strlen(mark) && g_str_has_prefix(end - strlen(mark), mark) && *end;
}

static bool is_parted(const char *typed, const struct label *label, bool by_space)
{
    const char *next = typed + label->length;
    if (is_parted_by_itself(typed, label))
        return true;
    bool space = *next == ' ' || g_str_has_prefix(next, NO_BREAK_SPACE);
    if (*next == '\t' || (!*next && is_closed(typed, label))) /* the rest may be in a span */
        return true;
    return space && (is_closed(typed, label) || (by_space && is_plainly_label(label)));
}

bool typed_label_take(struct arena *arena, struct node *block, bool by_space, struct label *label)
{
    struct node *text = inspect_first_text(block);
    if (!text || is_raised(text))
        return false;
    size_t front = span_of_front(text->text);
    const char *typed = text->text + front;
    if (!label_read(typed, label))
        return false;
    if (!is_parted(typed, label, by_space) && !is_heading_number(block, typed, front, label))
        return false;
    block->label = arena_strndup(arena, typed, label->length);
    cut_front(text, front + label->length);
    return true;
}

void typed_label_drop(struct node *block)
{
    struct node *text = inspect_first_text(block);
    if (!text)
        return;
    size_t front = strspn(text->text, white), size = strlen(block->label);
    if (g_str_has_prefix(text->text + front, block->label) && text->text[front + size] == '\t')
        cut_front(text, front + size);
}

/* "2." or ".1.1." behind "1.1." */
static size_t span_of_numbers(const char *text)
{
    size_t size = *text == '.', dots = 0, digits;
    while ((digits = strspn(text + size, "0123456789")) && text[size + digits] == '.') {
        size += digits + 1;
        dots++;
    }
    return dots && strchr(white, text[size]) ? size : 0;
}

void typed_label_complete(struct arena *arena, struct node *block)
{
    struct node *text = inspect_first_text(block);
    struct label label;
    if (!text || !label_read_whole(block->label, &label) || !label_ordinal(&label, LABEL_DECIMAL))
        return;
    size_t front = strspn(text->text, white), size = span_of_numbers(text->text + front);
    if (!size)
        return;
    block->label = arena_printf(arena, "%s%.*s", block->label, (int)size, text->text + front);
    cut_front(text, front + size);
}
