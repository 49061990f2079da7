/* markdown_body: preamble, operative part, closing and annexes. */
#include <string.h>

#include "read/inspect.h"
#include "read/markdown.h"
#include "read/recognise.h"
#include "read/typed_label.h"

static void read_blocks(struct markdown *markdown, cmark_node *parent);
static void read_block(struct markdown *markdown, cmark_node *node);

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

/* The words of an opening begin a preamble, but in an annex. */
static bool read_opening(struct markdown *markdown, cmark_node *node)
{
    const char *line = markdown_words(markdown, cmark_node_first_child(node), NULL);
    if (markdown->outline.container->kind == NODE_ANNEX ||
        recognise_opening(markdown->style, line) == ORGAN_NONE)
        return false;
    outline_add(&markdown->outline, markdown_new_block(markdown, node, NODE_OPENING));
    markdown->plain = NODE_PREAMBULAR;
    return true;
}

static void read_paragraph(struct markdown *markdown, cmark_node *node)
{
    if (read_opening(markdown, node) || markdown_read_closing(markdown, node))
        return;
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
    doc_append(markdown->whole, annex);
    outline_begin(&markdown->outline, markdown->arena, annex);
    markdown->plain = NODE_PARAGRAPH;
}

static void begin_part(struct markdown *markdown, cmark_node *node)
{
    struct node *part = doc_new(markdown->arena, NODE_PART, markdown_at(markdown, node));
    doc_append(markdown->doc, part);
    markdown->whole = part;
    outline_begin(&markdown->outline, markdown->arena, part);
    markdown->plain = NODE_PREAMBULAR;
}

static void read_heading(struct markdown *markdown, cmark_node *node)
{
    struct node *block = markdown_new_block(markdown, node, NODE_HEADING);
    const char *line = markdown_words(markdown, cmark_node_first_child(node), NULL);
    if (recognise_annex(markdown->style, line) && !markdown->begun)
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
    markdown_place(markdown, separator);
}

/* --- lists --------------------------------------------------------------------------- */

/* The number that is typed before an item; -1 when the source has none there. */
static int typed_number(const struct markdown *markdown, cmark_node *item)
{
    const char *typed = markdown->source->text + markdown_at(markdown, item);
    return g_ascii_isdigit(*typed) ? (int)g_ascii_strtoull(typed, NULL, 10) : -1;
}

/* Markdown counts whatever the numbers are, and many leave it to that: "1. … 1. … 1. …". Where the
 * numbers go on, those that are typed are meant, and a slip in them is to be told. */
static bool is_left_to_count(const struct markdown *markdown, cmark_node *list)
{
    cmark_node *first = cmark_node_first_child(list);
    int number = first ? typed_number(markdown, first) : -1;
    for (cmark_node *n = first ? cmark_node_next(first) : NULL; n; n = cmark_node_next(n))
        if (typed_number(markdown, n) != number)
            return typed_number(markdown, n) < 0;
    return true;
}

/* The label of an item of a list; "–" for what has no number. */
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
    bool counted = is_left_to_count(markdown, list);
    for (cmark_node *n = cmark_node_first_child(list); n; n = cmark_node_next(n), number++) {
        int typed = counted ? number : typed_number(markdown, n);
        read_item(markdown, n, label_of_item(markdown, list, typed < 0 ? number : typed));
    }
    markdown->depth--;
}

/* --- what has no place --------------------------------------------------------------- */

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

/* --- marked blocks ------------------------------------------------------------------- */

void markdown_place(struct markdown *markdown, struct node *block)
{
    int list = markdown->mark.in;
    if (list) {
        outline_close(&markdown->outline, list);
        outline_continue(&markdown->outline, block);
    } else {
        outline_add(&markdown->outline, block);
    }
}

static enum node_kind kind_of_mark(const struct markdown_mark *mark)
{
    for (int kind = NODE_OPENING; kind <= NODE_SEPARATOR; kind++)
        if (markdown_mark_is(mark, doc_kind_name((enum node_kind)kind)))
            return (enum node_kind)kind;
    return NODE_PARAGRAPH;
}

/* The label is as the mark says; numbered paragraphs and items may also have it in their text. */
static void take_label(struct markdown *markdown, struct node *block, struct label *label)
{
    *label = (struct label){0};
    block->label = markdown->mark.label;
    if (block->label && !label_read_whole(block->label, label))
        *label = (struct label){.count = 1, .readings = {{LABEL_LETTER, 1}}};
    else if (!block->label && (block->kind == NODE_ITEM || block->kind == NODE_OPERATIVE))
        typed_label_take(markdown->arena, block, true, label);
}

/* A paragraph or heading is what the mark before it says. */
static void read_marked(struct markdown *markdown, cmark_node *node)
{
    struct markdown_mark *mark = &markdown->mark;
    struct node *block = markdown_new_block(markdown, node, kind_of_mark(mark));
    struct label label;
    take_label(markdown, block, &label);
    if (block->kind == NODE_HEADING) {
        bool heading = cmark_node_get_type(node) == CMARK_NODE_HEADING;
        int level = heading ? cmark_node_get_heading_level(node) - 1 : 1;
        block->as.block.level = mark->level ? mark->level : CLAMP(level, 1, 3);
    }
    if (block->kind == NODE_PREAMBULAR || block->kind == NODE_PARAGRAPH)
        markdown->plain = mark->in ? markdown->plain : block->kind;
    if (block->kind == NODE_OPERATIVE)
        markdown->plain = NODE_PARAGRAPH;
    if (block->kind == NODE_ITEM && label.count)
        outline_add_item(&markdown->outline, block, &label);
    else
        markdown_place(markdown, block);
}

/* A mark by itself begins an annex or a part; any other waits for its block. */
static bool read_mark(struct markdown *markdown, cmark_node *node)
{
    struct markdown_mark mark;
    if (!markdown_read_mark(markdown, node, &mark))
        return false;
    if (markdown_mark_is(&mark, "text"))
        return true;
    markdown->mark = mark;
    if (markdown_mark_is(&mark, "annex"))
        begin_annex(markdown, node);
    else if (markdown_mark_is(&mark, "part"))
        begin_part(markdown, node);
    else
        return true;
    markdown->mark = (struct markdown_mark){0};
    markdown->begun = true;
    return true;
}

/* --- by kind ------------------------------------------------------------------------- */

static void read_text_block(struct markdown *markdown, cmark_node *node)
{
    bool heading = cmark_node_get_type(node) == CMARK_NODE_HEADING;
    if (markdown_mark_is(&markdown->mark, "closing") && markdown_read_closing(markdown, node))
        return;
    if (markdown->mark.word)
        read_marked(markdown, node);
    else if (heading)
        read_heading(markdown, node);
    else
        read_paragraph(markdown, node);
}

static void read_unmarked(struct markdown *markdown, cmark_node *node);

static void read_block(struct markdown *markdown, cmark_node *node)
{
    if (g_hash_table_contains(markdown->note_blocks, node) || read_mark(markdown, node))
        return;
    read_unmarked(markdown, node);
    markdown->mark = (struct markdown_mark){0};
    markdown->begun = false;
}

static void read_unmarked(struct markdown *markdown, cmark_node *node)
{
    switch ((int)cmark_node_get_type(node)) {
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_HEADING:
        read_text_block(markdown, node);
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
        markdown_read_table(markdown, node);
}

static void read_blocks(struct markdown *markdown, cmark_node *parent)
{
    for (cmark_node *n = cmark_node_first_child(parent); n; n = cmark_node_next(n))
        read_block(markdown, n);
}

/* The opening that the head matter ended at, also where it is a heading. */
static bool read_first(struct markdown *markdown, cmark_node *node)
{
    cmark_node_type type = cmark_node_get_type(node);
    if (type != CMARK_NODE_PARAGRAPH && type != CMARK_NODE_HEADING)
        return false;
    return !markdown_is_marked(markdown, node) && read_opening(markdown, node);
}

void markdown_read_body(struct markdown *markdown, cmark_node *first)
{
    cmark_node *node = first;
    markdown->plain = NODE_PREAMBULAR;
    markdown->whole = markdown->doc;
    if (read_first(markdown, node))
        node = cmark_node_next(node);
    for (; node; node = cmark_node_next(node))
        read_block(markdown, node);
}
