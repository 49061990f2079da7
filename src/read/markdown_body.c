/* markdown_body: preamble, operative part, closing and annexes. */
#include <string.h>

#include "read/derive.h"
#include "read/inspect.h"
#include "read/markdown.h"
#include "read/recognise.h"
#include "read/typed_label.h"

static void read_blocks(struct markdown *markdown, cmark_node *parent);
static void read_block(struct markdown *markdown, cmark_node *node);

/* --- the closing line --------------------------------------------------------------------------
 */

static bool is_break(cmark_node *node)
{
    cmark_node_type type = cmark_node_get_type(node);
    return type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK;
}

static cmark_node *end_of_line(cmark_node *first)
{
    while (first && !is_break(first))
        first = cmark_node_next(first);
    return first;
}

/* What a line of a closing is; FIELD_COUNT when it is of no closing. */
static enum field closing_line(struct markdown *markdown, cmark_node *first, cmark_node *end,
                               struct date *date)
{
    const char *line = markdown_words(markdown, first, end);
    *date = recognise_date(markdown->style, line);
    if (recognise_meeting(markdown->style, line))
        return FIELD_MEETING;
    return date->year ? FIELD_ADOPTED : FIELD_COUNT;
}

/* Asked of all lines before one is read: reading takes the notes that are called. */
static bool is_closing(struct markdown *markdown, cmark_node *paragraph)
{
    struct date date;
    for (cmark_node *first = cmark_node_first_child(paragraph); first;) {
        cmark_node *end = end_of_line(first);
        if (closing_line(markdown, first, end, &date) == FIELD_COUNT)
            return false;
        first = end ? cmark_node_next(end) : NULL;
    }
    return cmark_node_first_child(paragraph) != NULL;
}

/* A closing made of a paragraph whose lines are a meeting and a date. */
static struct node *new_closing(struct markdown *markdown, cmark_node *paragraph)
{
    struct node *closing = doc_new(markdown->arena, NODE_CLOSING, markdown_at(markdown, paragraph));
    for (cmark_node *first = cmark_node_first_child(paragraph); first;) {
        cmark_node *end = end_of_line(first);
        struct node *field = doc_new(markdown->arena, NODE_FIELD, markdown_at(markdown, first));
        field->as.field.field = closing_line(markdown, first, end, &field->as.field.date);
        markdown_read_inlines(markdown, first, end, field);
        doc_append(closing, field);
        first = end ? cmark_node_next(end) : NULL;
    }
    return closing;
}

/* Meeting and date may stand in one paragraph or in two. */
static void add_closing(struct markdown *markdown, struct node *closing)
{
    struct node *before = markdown->outline.container->last;
    if (before && before->kind == NODE_CLOSING) {
        while (closing->first)
            doc_append(before, closing->first);
        closing = before;
    } else {
        outline_add(&markdown->outline, closing);
    }
    derive_closing_order(closing, markdown->doc->as.doc.language);
}

/* --- blocks -------------------------------------------------------------------------- */

/* A number in a list within a list is an item's, if it does not count on from those before. */
static void add_labelled(struct markdown *markdown, struct node *block, const struct label *label,
                         bool in_list)
{
    bool apart = !in_list || outline_counts_on(&markdown->outline, label);
    if (label->count && !(label_is_number(label) && apart)) {
        block->kind = NODE_ITEM;
        outline_add_item(&markdown->outline, block, label);
    } else {
        block->kind = NODE_OPERATIVE;
        markdown->plain = NODE_PARAGRAPH;
        outline_add(&markdown->outline, block);
    }
}

static void read_paragraph(struct markdown *markdown, cmark_node *node)
{
    if (is_closing(markdown, node)) {
        add_closing(markdown, new_closing(markdown, node));
        return;
    }
    struct node *block = markdown_new_block(markdown, node, markdown->plain);
    struct label label;
    if (typed_label_take(markdown->arena, block, true, &label)) {
        add_labelled(markdown, block, &label, false);
        return;
    }
    /* a preambular paragraph ends with a comma: this is the only one of the operative part */
    if (block->kind == NODE_PREAMBULAR && inspect_ends_with(block, ".。"))
        block->kind = markdown->plain = NODE_PARAGRAPH;
    outline_add(&markdown->outline, block);
}

static void begin_annex(struct markdown *markdown, cmark_node *node)
{
    struct node *annex = doc_new(markdown->arena, NODE_ANNEX, markdown_at(markdown, node));
    doc_append(markdown->doc, annex);
    outline_begin(&markdown->outline, markdown->arena, annex);
    markdown->plain = NODE_PARAGRAPH;
}

static void read_heading(struct markdown *markdown, cmark_node *node)
{
    struct node *block = markdown_new_block(markdown, node, NODE_HEADING);
    const char *line = markdown_words(markdown, cmark_node_first_child(node), NULL);
    if (recognise_annex(markdown->style, line))
        begin_annex(markdown, node);
    int level = cmark_node_get_heading_level(node) - 1;
    struct label label;
    block->as.block.level = level < 1 ? 1 : level > 3 ? 3 : level;
    typed_label_take(markdown->arena, block, true, &label);
    outline_join_heading(&markdown->outline, block, &label);
    outline_add(&markdown->outline, block);
}

static void read_break(struct markdown *markdown, cmark_node *node)
{
    struct node *separator = doc_new(markdown->arena, NODE_SEPARATOR, markdown_at(markdown, node));
    doc_append_text(markdown->arena, separator, "* * *", 5, separator->at);
    outline_add(&markdown->outline, separator);
}

/* --- lists --------------------------------------------------------------------------- */

/* The label that an item of a list has by its place; "–" for what has no number. */
static const char *label_of_item(struct markdown *markdown, cmark_node *list, int number)
{
    if (cmark_node_get_list_type(list) == CMARK_BULLET_LIST)
        return "–";
    bool dot = cmark_node_get_list_delim(list) == CMARK_PERIOD_DELIM;
    return arena_printf(markdown->arena, "%d%s", number, dot ? "." : ")");
}

static void add_first_of_item(struct markdown *markdown, cmark_node *node, const char *by_place,
                              bool in_list)
{
    struct node *block = markdown_new_block(markdown, node, NODE_ITEM);
    struct label label;
    if (!typed_label_take(markdown->arena, block, true, &label)) {
        block->label = by_place;
        if (!label_read_whole(by_place, &label))
            label = (struct label){0};
    }
    add_labelled(markdown, block, &label, in_list);
}

/* Text that goes on in an item, or an item whose label is typed in it. */
static void add_next_of_item(struct markdown *markdown, cmark_node *node)
{
    struct node *block = markdown_new_block(markdown, node, NODE_PARAGRAPH);
    struct label label;
    if (typed_label_take(markdown->arena, block, true, &label))
        add_labelled(markdown, block, &label, true);
    else
        outline_continue(&markdown->outline, block);
}

static void read_item(struct markdown *markdown, cmark_node *item, const char *by_place)
{
    bool in_list = markdown->depth > 1, first = true;
    for (cmark_node *n = cmark_node_first_child(item); n; n = cmark_node_next(n)) {
        bool paragraph = cmark_node_get_type(n) == CMARK_NODE_PARAGRAPH;
        if (!paragraph)
            read_block(markdown, n);
        else if (first)
            add_first_of_item(markdown, n, by_place, in_list);
        else
            add_next_of_item(markdown, n);
        first = false;
    }
}

static void read_list(struct markdown *markdown, cmark_node *list)
{
    if (!markdown_go_deeper(markdown, list))
        return;
    int number = cmark_node_get_list_start(list);
    for (cmark_node *n = cmark_node_first_child(list); n; n = cmark_node_next(n), number++)
        read_item(markdown, n, label_of_item(markdown, list, number));
    markdown->depth--;
}

/* --- what has no place, tables ------------------------------------------------------- */

static void read_quotation(struct markdown *markdown, cmark_node *node)
{
    if (cmark_node_get_type(cmark_node_parent(node)) != CMARK_NODE_BLOCK_QUOTE)
        markdown_lost(markdown, node, "a quotation");
    if (!markdown_go_deeper(markdown, node))
        return;
    read_blocks(markdown, node);
    markdown->depth--;
}

/* Code and HTML: what stands between the tags is a paragraph. */
static void read_lines(struct markdown *markdown, cmark_node *node, const char *what)
{
    const char *literal = cmark_node_get_literal(node);
    if (g_str_has_prefix(literal, "<!--") && strstr(literal, "-->"))
        return;
    markdown_lost(markdown, node, what);
    struct node *block = doc_new(markdown->arena, markdown->plain, markdown_at(markdown, node));
    bool html = cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK;
    for (const char *p = literal; *p;) {
        size_t text = html ? strcspn(p, "<") : strlen(p);
        doc_append_text(markdown->arena, block, p, text, block->at);
        p += text;
        p += strcspn(p, ">");
        p += *p == '>';
    }
    if (!inspect_is_blank(block))
        outline_add(&markdown->outline, block);
}

static void read_row(struct markdown *markdown, cmark_node *node, struct node *table)
{
    struct node *row = doc_new(markdown->arena, NODE_ROW, markdown_at(markdown, node));
    doc_append(table, row);
    for (cmark_node *n = cmark_node_first_child(node); n; n = cmark_node_next(n)) {
        struct node *cell = doc_new(markdown->arena, NODE_CELL, markdown_at(markdown, n));
        doc_append(row, cell);
        doc_append(cell, markdown_new_block(markdown, n, NODE_PARAGRAPH));
    }
}

static void read_table(struct markdown *markdown, cmark_node *node)
{
    struct node *table = doc_new(markdown->arena, NODE_TABLE, markdown_at(markdown, node));
    for (cmark_node *n = cmark_node_first_child(node); n; n = cmark_node_next(n))
        read_row(markdown, n, table);
    outline_add(&markdown->outline, table);
}

/* --- by kind ------------------------------------------------------------------------- */

static void read_block(struct markdown *markdown, cmark_node *node)
{
    if (g_hash_table_contains(markdown->note_blocks, node))
        return;
    switch ((int)cmark_node_get_type(node)) {
    case CMARK_NODE_PARAGRAPH:
        read_paragraph(markdown, node);
        return;
    case CMARK_NODE_HEADING:
        read_heading(markdown, node);
        return;
    case CMARK_NODE_LIST:
        read_list(markdown, node);
        return;
    case CMARK_NODE_THEMATIC_BREAK:
        read_break(markdown, node);
        return;
    case CMARK_NODE_BLOCK_QUOTE:
        read_quotation(markdown, node);
        return;
    case CMARK_NODE_CODE_BLOCK:
        read_lines(markdown, node, "code");
        return;
    case CMARK_NODE_HTML_BLOCK:
        read_lines(markdown, node, "HTML");
        return;
    case CMARK_NODE_FOOTNOTE_DEFINITION:
        return; /* read where it is called */
    }
    if (strcmp(cmark_node_get_type_string(node), "table") == 0)
        read_table(markdown, node);
}

static void read_blocks(struct markdown *markdown, cmark_node *parent)
{
    for (cmark_node *n = cmark_node_first_child(parent); n; n = cmark_node_next(n))
        read_block(markdown, n);
}

static bool read_opening(struct markdown *markdown, cmark_node *node)
{
    cmark_node_type type = cmark_node_get_type(node);
    if (type != CMARK_NODE_PARAGRAPH && type != CMARK_NODE_HEADING)
        return false;
    if (markdown->doc->as.doc.organ == ORGAN_NONE)
        return false;
    outline_add(&markdown->outline, markdown_new_block(markdown, node, NODE_OPENING));
    return true;
}

void markdown_read_body(struct markdown *markdown, cmark_node *first)
{
    cmark_node *node = first;
    markdown->plain = NODE_PREAMBULAR;
    if (read_opening(markdown, node))
        node = cmark_node_next(node);
    for (; node; node = cmark_node_next(node))
        read_block(markdown, node);
}
