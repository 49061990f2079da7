/* doc_finish: from what a reader found to the form that doc.h promises. White space is folded
 * block by block, then the inlines of each block are merged, then notes are numbered. */
#include <assert.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "doc/doc.h"

/* --- white space --------------------------------------------------------------------- */

/* A run of white space between two words is one space, written when the second word is met. It
 * may lie in the text of the first word, in one of its own, or in that of the second: the
 * outermost of them gets it, so that "<i>word </i>next" and "word<i> next</i>" come out alike. */
struct folding {
    struct arena *arena;
    struct node *word; /* the text of the word before; NULL at a line's start and after a note */
    int word_depth;
    struct node *space; /* the text where white space was met; NULL: none waits */
    int space_depth;
    bool started; /* something stands before in this line */
};

static bool is_white(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

/* What no text holds, and neither PDF nor XML: as a character reference it may come in. */
static bool is_control(char c)
{
    return (unsigned char)c < 0x20 || c == 0x7F;
}

/* Every folded text has room for the spaces that are decided on later. */
static void put_space(struct node *node)
{
    char *text = (char *)node->text;
    text[strlen(text)] = ' ';
}

/* Called at the first word of a text: where does the space before it go? */
static struct node *place_of_space(const struct folding *folding, struct node *node, int depth)
{
    bool before = folding->word && folding->word_depth < folding->space_depth;
    if (before && folding->word_depth <= depth)
        return folding->word;
    return folding->space_depth <= depth ? folding->space : node;
}

static void fold_text(struct folding *folding, struct node *node, int depth)
{
    const char *from = node->text;
    char *text = arena_alloc(folding->arena, strlen(from) + 3), *to = text;
    node->text = text;
    for (const char *p = from; *p; p++) {
        if (is_white(*p)) {
            if (folding->started && (!folding->space || depth < folding->space_depth)) {
                folding->space = node;
                folding->space_depth = depth;
            }
            continue;
        }
        if (is_control(*p))
            continue;
        if (to == text) {
            node->at += (uint32_t)(p - from);
            if (folding->space)
                put_space(place_of_space(folding, node, depth));
            to += *to == ' ';
        } else if (folding->space) {
            *to++ = ' ';
        }
        folding->space = NULL;
        folding->started = true;
        *to++ = *p;
    }
    if (to > text) {
        folding->word = node;
        folding->word_depth = depth;
    }
}

static void fold_inlines(struct folding *folding, struct node *parent, int depth)
{
    for (struct node *n = parent->first; n; n = n->next) {
        if (n->kind == NODE_TEXT) {
            fold_text(folding, n, depth);
        } else if (n->kind == NODE_NOTE) {
            if (folding->space)
                put_space(folding->space);
            folding->space = folding->word = NULL;
            folding->started = true;
        } else if (n->kind == NODE_BREAK) {
            folding->space = folding->word = NULL;
            folding->started = false;
        } else {
            fold_inlines(folding, n, depth + 1);
        }
    }
}

/* --- merging ------------------------------------------------------------------------- */

static bool holds_inlines(const struct node *node)
{
    return node->kind == NODE_SPAN || node->kind == NODE_LINK;
}

static bool is_empty(const struct node *node)
{
    return node->kind == NODE_TEXT ? !*node->text : holds_inlines(node) && !node->first;
}

static bool are_one(const struct node *a, const struct node *b)
{
    if (a->kind != b->kind)
        return false;
    if (a->kind == NODE_SPAN)
        return a->as.span.look == b->as.span.look;
    return a->kind == NODE_LINK && strcmp(a->as.link.target, b->as.link.target) == 0;
}

static void move_children(struct node *from, struct node *to)
{
    while (from->first)
        doc_append(to, from->first);
}

/* Texts that follow each other become the first of them. */
static void merge_texts(struct arena *arena, struct node *first)
{
    if (!first->next || first->next->kind != NODE_TEXT)
        return;
    GString *text = g_string_new(first->text);
    for (struct node *next; (next = first->next) && next->kind == NODE_TEXT; doc_unlink(next))
        g_string_append(text, next->text);
    first->text = arena_strndup(arena, text->str, text->len);
    g_string_free(text, TRUE);
}

/* A span around nothing but a span is one span of both looks; a span around nothing but a note
 * is the note: how a call looks is the style's. */
static void simplify_span(struct node *span)
{
    struct node *only = span->first;
    if (only->next)
        return;
    if (only->kind == NODE_SPAN) {
        span->as.span.look |= only->as.span.look;
        doc_unlink(only);
        move_children(only, span);
    } else if (only->kind == NODE_NOTE) {
        doc_insert_before(span, only);
        doc_unlink(span);
    }
}

static void merge_inlines(struct arena *arena, struct node *parent)
{
    for (struct node *n = parent->first, *next; n; n = next) {
        next = n->next;
        if (is_empty(n))
            doc_unlink(n);
    }
    for (struct node *n = parent->first; n; n = n->next) {
        while (holds_inlines(n) && n->next && are_one(n, n->next)) {
            struct node *twin = n->next;
            doc_unlink(twin);
            move_children(twin, n);
        }
        if (n->kind == NODE_TEXT)
            merge_texts(arena, n);
    }
    for (struct node *n = parent->first, *next; n; n = next) {
        next = n->next;
        if (!holds_inlines(n))
            continue;
        merge_inlines(arena, n);
        if (is_empty(n))
            doc_unlink(n);
        else if (n->kind == NODE_SPAN)
            simplify_span(n);
    }
}

/* Breaks at the ends of a block part nothing. */
static void drop_outer_breaks(struct node *block)
{
    while (block->first && block->first->kind == NODE_BREAK)
        doc_unlink(block->first);
    while (block->last && block->last->kind == NODE_BREAK)
        doc_unlink(block->last);
}

static void finish_block(struct arena *arena, struct node *block)
{
    struct folding folding = {.arena = arena};
    fold_inlines(&folding, block, 0);
    merge_inlines(arena, block);
    drop_outer_breaks(block);
    merge_inlines(arena, block);
}

/* --- notes and shape ----------------------------------------------------------------- */

static bool is_number(const char *label)
{
    return !label || strspn(label, "0123456789") == strlen(label);
}

static int number_of(const char *label)
{
    return label && strlen(label) < 6 ? atoi(label) : 0;
}

/* Numbers as the source has them are kept (composition.md H8) where they count up, with gaps or
 * not; a part may begin anew. Where one is missing or out of order, all are counted. */
static bool counts_up(const struct node *doc)
{
    int last = 0;
    for (const struct node *n = doc; n; n = doc_next(n, doc)) {
        if (n->kind == NODE_PART)
            last = 0;
        if (n->kind != NODE_NOTE || !is_number(n->label))
            continue;
        int number = number_of(n->label);
        if (number <= last)
            return false;
        last = number;
    }
    return true;
}

static void number_notes(struct arena *arena, struct node *doc)
{
    bool kept = counts_up(doc);
    int number = 0;
    for (struct node *n = doc; n; n = doc_next(n, doc))
        if (n->kind == NODE_NOTE && is_number(n->label)) {
            n->as.note.number = ++number;
            if (!n->as.note.typed)
                n->as.note.typed = number_of(n->label);
            if (!kept)
                n->label = arena_printf(arena, "%d", number);
        }
}

static bool may_hold(enum node_kind parent, enum node_kind child)
{
    bool in_table = child == NODE_ROW || child == NODE_CELL;
    if (parent == NODE_TABLE)
        return child == NODE_ROW;
    if (parent == NODE_ROW)
        return child == NODE_CELL;
    if (parent == NODE_LIST)
        return child == NODE_LIST || child == NODE_TABLE || doc_is_block(child);
    if (parent == NODE_NOTE || parent == NODE_CELL || parent == NODE_CLOSING)
        return child == NODE_LIST || child == NODE_TABLE || doc_is_block(child);
    if (doc_is_container(parent))
        return !doc_is_inline(child) && !in_table;
    return parent != NODE_TEXT && parent != NODE_BREAK && doc_is_inline(child);
}

static bool has_right_shape(const struct node *doc)
{
    for (const struct node *n = doc; n; n = doc_next(n, doc)) {
        if (n != doc && !may_hold(n->parent->kind, n->kind))
            return false;
        if (n->kind == NODE_TEXT && (!*n->text || (n->next && n->next->kind == NODE_TEXT)))
            return false;
    }
    return true;
}

void doc_finish(struct arena *arena, struct node *doc)
{
    for (struct node *n = doc; n; n = doc_next(n, doc)) {
        if (doc_is_block(n->kind))
            finish_block(arena, n);
        if (n->kind == NODE_CELL && n->as.cell.columns < 1)
            n->as.cell.columns = 1;
        if (n->kind == NODE_CELL && n->as.cell.rows < 1)
            n->as.cell.rows = 1;
    }
    number_notes(arena, doc);
    bool right = has_right_shape(doc);
    assert(right);
    (void)right;
}
