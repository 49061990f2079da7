/* sections: titles, section numbers, annexes. */
#include "read/sections.h"

#include <glib.h>
#include <string.h>

#include "doc/label.h"
#include "read/inspect.h"
#include "read/recognise.h"

enum { BARE_MAX = 160 }; /* characters of a title that nothing marks as one */

struct sections {
    struct arena *arena;
    const struct style *style;
};

static const char *text_of(const struct sections *sections, const struct node *block)
{
    return g_strstrip((char *)doc_plain_text(sections->arena, block));
}

/* --- what a block may be ------------------------------------------------------------- */

/* A paragraph without label, first-line indent or an end that goes on: it may be a title. */
static bool is_bare(const struct node *block)
{
    return block->kind == NODE_PARAGRAPH && !block->as.block.table_note && !block->label &&
           !inspect_is_indented(block) && inspect_is_within(block, BARE_MAX) &&
           inspect_is_title(block) && inspect_has_word(block);
}

/* The block is nothing but the number of a section: "I", "第一" is not. */
static bool is_number(const struct sections *sections, const struct node *block,
                      struct label *label)
{
    return !block->label && label_read_whole(text_of(sections, block), label) &&
           label_is_section(label);
}

static bool is_annex(const struct sections *sections, const struct node *block)
{
    bool title = block->kind == NODE_HEADING ||
                 (block->kind == NODE_PARAGRAPH && inspect_is_within(block, BARE_MAX) &&
                  inspect_is_title(block));
    if (!title || block->label)
        return false;
    bool within = block->kind == NODE_HEADING && block->parent->kind == NODE_ANNEX;
    const char *text = text_of(sections, block);
    return recognise_annex(sections->style, text) ||
           (within && recognise_annex_of(sections->style, text));
}

static bool is_article(const struct sections *sections, const struct node *block)
{
    return recognise_article(sections->style, text_of(sections, block));
}

/* The number that is all there is of a heading, as its label or text; else NULL. */
static const char *number_of(const struct sections *sections, const struct node *heading,
                             struct label *label)
{
    if (is_number(sections, heading, label))
        return text_of(sections, heading);
    bool bare = heading->label && inspect_is_blank(heading);
    return bare && label_read_whole(heading->label, label) && label_is_section(label)
               ? heading->label
               : NULL;
}

/* --- titles that nothing marks ------------------------------------------------------- */

static void make_heading(struct node *block, int level)
{
    if (block->kind == NODE_HEADING)
        return;
    block->kind = NODE_HEADING;
    block->as.block.level = level;
}

/* Titles come in a fixed order: the word for an annex and its title, a number and its title. One
 * block more may follow, a title or the place of a meeting. Longer runs of bare blocks are lists
 * of names, tables typed as text and the like. */
static struct node *skip_titled(const struct sections *sections, struct node *block,
                                const struct node *end)
{
    struct label label;
    struct node *next = block->next;
    bool titled = is_annex(sections, block) || is_number(sections, block, &label) ||
                  is_article(sections, block);
    if (!titled)
        return NULL;
    return next != end && is_bare(next) && !is_number(sections, next, &label) ? next->next : next;
}

/* One bare block alone is a title when something follows, except below a title that is marked as
 * one: that is text without a stop; below the head of an annex it is a place or date. */
static bool may_be_title(const struct sections *sections, const struct node *block)
{
    const struct node *before = block->prev;
    if (!block->next || inspect_is_note(block))
        return false;
    if (!before || before->kind != NODE_HEADING)
        return true;
    struct label label;
    return number_of(sections, before, &label) || is_annex(sections, before) ||
           (before->prev && is_annex(sections, before->prev));
}

static void settle_run(const struct sections *sections, struct node *first, struct node *end)
{
    struct node *rest = first;
    for (struct node *next; rest != end && (next = skip_titled(sections, rest, end));) {
        for (struct node *n = rest; n != next; n = n->next)
            make_heading(n, is_annex(sections, rest) ? 1 : 2);
        rest = next;
    }
    if (rest != end && rest->next == end && may_be_title(sections, rest))
        make_heading(rest, 2);
}

static void settle_titles(const struct sections *sections, struct node *container)
{
    for (struct node *n = container->first; n;) {
        if (!is_bare(n)) {
            n = n->next;
            continue;
        }
        struct node *end = n;
        while (end && is_bare(end))
            end = end->next;
        settle_run(sections, n, end);
        n = end;
    }
}

/* --- separators, titles in the form of items ------------------------------------------ */

/* "* * *" and a rule of underlines may be typed. */
static bool is_separator(const struct node *block)
{
    enum { LONGEST = 39 };
    return block->kind == NODE_PARAGRAPH && !block->label && inspect_is_within(block, LONGEST) &&
           (inspect_is_only(block, "*") || inspect_is_only(block, "_―—"));
}

/* A list of one item, not announced by a colon, without a stop: "(a)" is the number of a title. */
static bool is_titled_item(const struct node *list)
{
    const struct node *item = list->first, *before = list->prev, *next = list->next;
    return item && item == list->last && item->kind == NODE_ITEM && before && next &&
           next->kind == NODE_OPERATIVE && !inspect_ends_with(before, ":：") &&
           inspect_is_within(item, BARE_MAX) && inspect_is_title(item) && inspect_has_word(item);
}

static void settle_forms(struct node *container)
{
    for (struct node *n = container->first, *next; n; n = next) {
        next = n->next;
        if (is_separator(n))
            n->kind = NODE_SEPARATOR;
        if (n->kind != NODE_LIST || !is_titled_item(n))
            continue;
        struct node *item = n->first;
        doc_insert_before(n, item);
        doc_unlink(n);
        item->kind = NODE_HEADING;
        item->as.block.level = 3;
    }
}

/* --- preambles ----------------------------------------------------------------------- */

/* Preambular paragraphs end with a comma; what ends otherwise is something else in their place. */
static bool is_title_in_preamble(const struct node *block)
{
    return inspect_is_within(block, BARE_MAX) && inspect_is_title(block) &&
           inspect_has_word(block) &&
           (!inspect_is_indented(block) || inspect_is_all(block, LOOK_ITALIC) ||
            inspect_is_all(block, LOOK_BOLD));
}

/* What a preamble ends with may be the operative part itself, when it has no numbers: that of a
 * section when another begins behind it, else that of the document. */
static bool is_operative(const struct node *block, bool in_section)
{
    const struct node *next = block->next;
    if (!next || next->kind == NODE_CLOSING || (next->kind == NODE_HEADING && in_section))
        return inspect_ends_with(block, ".;。；؛");
    if (!inspect_ends_with(block, ":："))
        return false;
    return next->kind == NODE_OPERATIVE ||
           (next->kind == NODE_LIST && next->last && inspect_ends_with(next->last, ".;。；؛"));
}

/* A preamble may go on in the body; what comes last before a heading is no preamble. */
static bool is_still_preamble(const struct node *block)
{
    const struct node *before = block->prev, *next = block->next;
    bool after = before && (before->kind == NODE_PREAMBULAR || before->kind == NODE_OPENING);
    bool goes_on = next && (next->kind == NODE_PREAMBULAR || next->kind == NODE_PARAGRAPH ||
                            next->kind == NODE_OPERATIVE);
    return after && goes_on && inspect_ends_with(block, ",，،");
}

static void settle_preamble(struct node *container)
{
    bool in_section = false;
    for (struct node *n = container->first; n; n = n->next) {
        if (n->kind == NODE_PARAGRAPH && !n->label && is_still_preamble(n))
            n->kind = NODE_PREAMBULAR;
        else if (n->kind == NODE_PREAMBULAR && is_operative(n, in_section))
            n->kind = NODE_PARAGRAPH;
        else if (n->kind == NODE_PREAMBULAR && n->next && is_title_in_preamble(n))
            make_heading(n, 2);
        in_section = n->kind != NODE_OPENING && (in_section || n->kind == NODE_HEADING);
    }
}

/* --- number and title ---------------------------------------------------------------- */

/* The number of a section and the title behind it become one heading. */
static void join_numbers(const struct sections *sections, struct node *container)
{
    struct label label;
    for (struct node *n = container->first, *next; n; n = next) {
        next = n->next;
        const char *number = n->kind == NODE_HEADING ? number_of(sections, n, &label) : NULL;
        if (!number || !next || next->kind != NODE_HEADING || next->label ||
            is_annex(sections, next))
            continue;
        next->label = number;
        next->at = n->at;
        next->as.block.level = label_heading_level(&label);
        doc_unlink(n);
    }
}

/* I. between H. and J. is a letter, not a number, and so are V. and X. */
static void settle_levels(struct node *container)
{
    int capital = 0, roman = 0;
    struct label label;
    for (struct node *n = container->first; n; n = n->next) {
        if (n->kind != NODE_HEADING || !n->label || !label_read_whole(n->label, &label))
            continue;
        int letter = label_ordinal(&label, LABEL_CAPITAL);
        int number = label_ordinal(&label, LABEL_CAPITAL_ROMAN);
        bool goes_on = roman && number == roman + 1;
        if (letter && number && capital && letter == capital + 1 && !goes_on)
            n->as.block.level = 2;
        bool is_letter = letter && (!number || n->as.block.level == 2);
        if (is_letter)
            capital = letter;
        else if (number)
            roman = number, capital = 0;
    }
}

/* --- annexes ------------------------------------------------------------------------- */

/* The word for an annex and its title are headings of the first level. */
static void settle_annex_head(const struct sections *sections, struct node *annex)
{
    struct node *word = annex->first, *title = word ? word->next : NULL;
    if (!word || !is_annex(sections, word))
        return;
    word->kind = NODE_HEADING;
    word->as.block.level = 1;
    if (title && title->kind == NODE_HEADING && !title->label)
        title->as.block.level = 1;
}

/* What stands in `container` from `first` on goes to an annex of its own, before `next`. */
static struct node *move_to_annex(const struct sections *sections, struct node *first,
                                  struct node *container, struct node *next)
{
    struct node *annex = doc_new(sections->arena, NODE_ANNEX, first->at);
    for (struct node *n = first, *after; n; n = after) {
        after = n->next;
        if (n->kind == NODE_CLOSING || n->kind == NODE_ANNEX || n->kind == NODE_PART)
            break;
        doc_append(annex, n);
    }
    if (next)
        doc_insert_before(next, annex);
    else
        doc_append(container, annex);
    return annex;
}

/* Annexes of one attachment are parted where the word for one stands. */
static void split_annex(const struct sections *sections, struct node *annex)
{
    for (struct node *n = annex->first ? annex->first->next : NULL, *next; n; n = next) {
        next = n->next;
        if (!is_annex(sections, n))
            continue;
        annex = move_to_annex(sections, n, annex->parent, annex->next);
        settle_annex_head(sections, annex);
        next = annex->first->next;
    }
}

/* An annex that is not marked as one begins in the body, where the word stands alone. */
static void split_body(const struct sections *sections, struct node *container)
{
    struct node *n = container->first, *after = NULL;
    while (n && !(n->kind == NODE_HEADING && is_annex(sections, n)))
        n = n->next;
    if (!n)
        return;
    for (after = n; after; after = after->next)
        if (after->kind == NODE_ANNEX || after->kind == NODE_PART)
            break;
    settle_annex_head(sections, move_to_annex(sections, n, container, after));
}

/* --- public -------------------------------------------------------------------------- */

static void settle_blocks(const struct sections *sections, struct node *container)
{
    settle_forms(container);
    settle_titles(sections, container);
    join_numbers(sections, container);
    settle_levels(container);
}

static void settle(const struct sections *sections, struct node *container)
{
    settle_preamble(container);
    settle_blocks(sections, container);
    if (container->kind != NODE_ANNEX)
        split_body(sections, container);
    for (struct node *n = container->first, *next; n; n = next) {
        next = n->next;
        if (n->kind == NODE_ANNEX) {
            settle_blocks(sections, n);
            settle_annex_head(sections, n);
            split_annex(sections, n);
        }
        if (n->kind == NODE_PART)
            settle(sections, n);
    }
}

void sections_settle(struct arena *arena, struct node *doc, const struct style *style)
{
    struct sections sections = {arena, style};
    settle(&sections, doc);
}
