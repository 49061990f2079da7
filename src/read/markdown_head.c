/* markdown_head: what stands before the text: session, agenda item, adoption, proponent, number
 * and title. A line is known by its words, the title of the agenda item by its place. */
#include <string.h>

#include "read/inspect.h"
#include "read/markdown.h"
#include "read/recognise.h"

static bool is_line(cmark_node *node)
{
    cmark_node_type type = cmark_node_get_type(node);
    return type == CMARK_NODE_HEADING || type == CMARK_NODE_PARAGRAPH;
}

/* Bold and italic of a whole line are the style's to give. */
static void unwrap(struct node *block)
{
    struct node *only = block->first;
    if (!only || only->next || only->kind != NODE_SPAN)
        return;
    doc_unlink(only);
    while (only->first)
        doc_append(block, only->first);
    unwrap(block);
}

static void add_field(struct markdown *markdown, struct node *block, enum field name)
{
    if (doc_field(markdown->doc, name) && name != FIELD_ITEM_TITLE)
        return; /* the front matter goes before */
    block->kind = NODE_FIELD;
    block->as.field.field = name;
    doc_place_field(markdown->doc, block);
}

/* "76/19. Title": two fields. */
static void add_title(struct markdown *markdown, struct node *block, size_t number)
{
    struct node *text = inspect_first_text(block);
    size_t front = strspn(text->text, " ");
    struct node *field = doc_new(markdown->arena, NODE_FIELD, block->at);
    doc_append_text(markdown->arena, field, text->text + front, number, text->at);
    text->text += front + number;
    text->at += (uint32_t)(front + number);
    add_field(markdown, field, FIELD_NUMBER);
    add_field(markdown, block, FIELD_TITLE);
}

/* The number must stand in the first text as a whole, to be taken out of it. */
static size_t number_of_title(const struct node *block, const char *line)
{
    const struct node *text = inspect_first_text(block);
    size_t number = recognise_number(line);
    const char *typed = text ? text->text + strspn(text->text, " ") : "";
    return strncmp(typed, line, number) == 0 ? number : 0;
}

/* The field that a mark names. */
static enum field field_of_mark(const struct markdown_mark *mark)
{
    int field = 0;
    while (field < FIELD_COUNT && !markdown_mark_is(mark, doc_field_name((enum field)field)))
        field++;
    return (enum field)field;
}

static bool add_marked(struct markdown *markdown, cmark_node *node)
{
    struct markdown_mark mark;
    markdown_read_mark(markdown, cmark_node_previous(node), &mark);
    enum field name = field_of_mark(&mark);
    if (name != FIELD_COUNT)
        add_field(markdown, markdown_new_block(markdown, node, NODE_FIELD), name);
    return name != FIELD_COUNT;
}

static void add_line(struct markdown *markdown, cmark_node *node)
{
    if (add_marked(markdown, node))
        return;
    const char *line = markdown_words(markdown, cmark_node_first_child(node), NULL);
    struct node *block = markdown_new_block(markdown, node, NODE_PARAGRAPH);
    unwrap(block);
    size_t number = number_of_title(block, line);
    enum field name = recognise_head(markdown->style, line);
    if (number) {
        add_title(markdown, block, number);
    } else if (name != FIELD_COUNT) {
        if (name == FIELD_ISSUED)
            block->as.field.date = recognise_date(markdown->style, line);
        add_field(markdown, block, name);
    } else if (cmark_node_get_type(node) == CMARK_NODE_HEADING) {
        add_field(markdown, block, FIELD_ITEM_TITLE);
    } else if (*line) {
        markdown_lost(markdown, node, "this line before the title");
        outline_add(&markdown->outline, block);
    }
}

/* --- where the text begins ----------------------------------------------------------------------
 */

static bool is_opening(struct markdown *markdown, cmark_node *node)
{
    if (!is_line(node) || markdown_is_marked(markdown, node))
        return false;
    const char *line = markdown_words(markdown, cmark_node_first_child(node), NULL);
    enum organ organ = recognise_opening(markdown->style, line);
    if (organ != ORGAN_NONE)
        markdown->doc->as.doc.organ = organ;
    return organ != ORGAN_NONE;
}

/* A mark says that the text begins, or what its first block is. */
static bool begins_text(struct markdown *markdown, cmark_node *node)
{
    struct markdown_mark mark;
    return markdown_read_mark(markdown, node, &mark) && field_of_mark(&mark) == FIELD_COUNT;
}

/* Where the text begins: at a mark or the words of an opening, whichever comes first. */
static cmark_node *find_text(struct markdown *markdown, cmark_node *first)
{
    for (cmark_node *n = first; n; n = cmark_node_next(n))
        if (begins_text(markdown, n) || is_opening(markdown, n))
            return n;
    return NULL;
}

/* A draft has sponsors instead, and the front matter may say that there is no title. */
static bool has_title(const struct markdown *markdown)
{
    return markdown->untitled || doc_field(markdown->doc, FIELD_TITLE) ||
           doc_field(markdown->doc, FIELD_SPONSORS);
}

cmark_node *markdown_read_head(struct markdown *markdown, cmark_node *first)
{
    cmark_node *text = find_text(markdown, first), *node = first;
    for (; node && node != text && (text || !has_title(markdown)); node = cmark_node_next(node))
        if (is_line(node) && !g_hash_table_contains(markdown->note_blocks, node))
            add_line(markdown, node);
    uint32_t at = node ? markdown_at(markdown, node) : SOURCE_NOWHERE;
    if (!has_title(markdown)) {
        diag_file(markdown->diag, markdown->source, at, DIAG_NO_TITLE,
                  "no line before this gives number and title, as in “76/19. Title”");
        return NULL;
    }
    if (!node)
        diag_file(markdown->diag, markdown->source, SOURCE_NOWHERE, DIAG_NO_TEXT,
                  "nothing follows the title, a text was wanted");
    return node;
}
