/* outline: which list does an item belong to? (formats.md 2.5) */
#include "read/outline.h"

#include <glib.h>

#include "read/inspect.h"

void outline_begin(struct outline *outline, struct arena *arena, struct node *container)
{
    *outline = (struct outline){.arena = arena, .container = container};
}

void outline_close(struct outline *outline, int depth)
{
    if (depth < outline->depth)
        outline->depth = depth;
}

static struct node *innermost(const struct outline *outline)
{
    return outline->depth ? outline->levels[outline->depth - 1].list : outline->container;
}

void outline_add(struct outline *outline, struct node *block)
{
    struct label label;
    if (block->kind == NODE_OPERATIVE && block->label && label_read(block->label, &label) &&
        label.readings[0].series != LABEL_DECIMAL)
        outline->last = label.readings[0];
    outline_close(outline, 0);
    doc_append(outline->container, block);
}

void outline_continue(struct outline *outline, struct node *block)
{
    doc_append(innermost(outline), block);
}

bool outline_counts_on(const struct outline *outline, const struct label *label)
{
    return outline->last.series == LABEL_NUMBER &&
           label_ordinal(label, LABEL_NUMBER) == outline->last.ordinal + 1;
}

bool outline_goes_on(const struct outline *outline, const struct label *label)
{
    const struct label_reading *last =
        outline->depth ? &outline->levels[outline->depth - 1].last : NULL;
    return last && last->series == LABEL_NUMBER && last->ordinal &&
           label_ordinal(label, LABEL_NUMBER) == last->ordinal + 1;
}

bool outline_is_within(const struct outline *outline, const struct label *label)
{
    if (label_ordinal(label, LABEL_DECIMAL))
        return outline->last.ordinal > 0;
    int number = label_ordinal(label, LABEL_NUMBER);
    const struct node *before = innermost(outline)->last;
    if (!number || !before || !before->label || !outline->last.ordinal)
        return false;
    if (number == 1 && inspect_ends_with(before, ":："))
        return true;
    bool goes_on = false;
    for (int depth = 0; depth < outline->depth; depth++)
        goes_on |= outline->levels[depth].last.series == LABEL_NUMBER &&
                   outline->levels[depth].last.ordinal + 1 == number;
    return goes_on && (!outline_counts_on(outline, label) || inspect_ends_with(before, ";；؛"));
}

void outline_join_heading(struct outline *outline, struct node *heading, struct label *label)
{
    struct node *before = outline->container->last;
    if (heading->label || !before || before->kind != NODE_HEADING || before->label)
        return;
    char *text = g_strstrip((char *)doc_plain_text(outline->arena, before));
    struct label number;
    if (!label_read_whole(text, &number) || !label_is_section(&number))
        return;
    *label = number;
    heading->label = text;
    heading->at = before->at;
    heading->as.block.level = before->as.block.level;
    doc_unlink(before);
}

/* --- items --------------------------------------------------------------------------- */

static bool follows(const struct label_reading *reading, const struct label_reading *last)
{
    if (reading->series != last->series)
        return false;
    if (reading->series == LABEL_DECIMAL || reading->series == LABEL_BULLET)
        return reading->ordinal == last->ordinal;
    return reading->ordinal == last->ordinal + 1;
}

/* The depth of the innermost open list that a reading of the label goes on with; 0: none. */
static int depth_to_go_on(const struct outline *outline, const struct label *label,
                          struct label_reading *reading)
{
    for (int depth = outline->depth; depth > 0; depth--)
        for (int i = 0; i < label->count; i++)
            if (follows(&label->readings[i], &outline->levels[depth - 1].last)) {
                *reading = label->readings[i];
                return depth;
            }
    return 0;
}

/* The same when numbers were left out or begin again: the series alone must agree. */
static int depth_of_series(const struct outline *outline, const struct label *label,
                           struct label_reading *reading)
{
    for (int depth = outline->depth; depth > 0; depth--)
        for (int i = 0; i < label->count; i++)
            if (label->readings[i].series == outline->levels[depth - 1].last.series) {
                *reading = label->readings[i];
                return depth;
            }
    return 0;
}

/* The reading of a label that may begin a list, or NULL. */
static const struct label_reading *first_of_series(const struct label *label)
{
    for (int i = 0; i < label->count; i++)
        if (label->readings[i].ordinal == 1 || label->readings[i].series == LABEL_BULLET)
            return &label->readings[i];
    return NULL;
}

static int open_list(struct outline *outline, const struct node *item)
{
    if (outline->depth == OUTLINE_MAX_DEPTH)
        return outline->depth;
    struct node *list = doc_new(outline->arena, NODE_LIST, item->at);
    list->as.block.level = outline->depth + 1;
    doc_append(innermost(outline), list);
    outline->levels[outline->depth].list = list;
    return ++outline->depth;
}

/* After "(h) …:" the label (i) is a Roman one; after "(h) …;" it is a letter. */
static bool begins_a_list(const struct outline *outline)
{
    const struct node *before = innermost(outline)->last;
    return before && inspect_ends_with(before, ":：");
}

/* 1.1.1 stands in a list within that of 1.1, which it may come before. */
static int depth_of_decimal(struct outline *outline, const struct node *item, int numbers)
{
    int depth = outline->depth;
    while (depth && outline->levels[depth - 1].last.series == LABEL_DECIMAL &&
           outline->levels[depth - 1].last.ordinal > numbers)
        depth--;
    outline_close(outline, depth);
    return open_list(outline, item);
}

static int choose_depth(struct outline *outline, const struct node *item, const struct label *label,
                        struct label_reading *reading)
{
    const struct label_reading *first = first_of_series(label);
    int depth = depth_to_go_on(outline, label, reading);
    if (depth && !(first && first->series != reading->series && begins_a_list(outline)))
        return depth;
    if (!depth && label->readings[0].series == LABEL_DECIMAL) {
        *reading = label->readings[0];
        return depth_of_decimal(outline, item, reading->ordinal);
    }
    if (!depth && !first && (depth = depth_of_series(outline, label, reading)))
        return depth;
    *reading = first ? *first : label->readings[0];
    for (int open = outline->depth; open > 0; open--)
        if (outline->levels[open - 1].last.series == reading->series && !begins_a_list(outline))
            return open;
    return open_list(outline, item);
}

/* A title typed behind a deeper list belongs to what follows: it is taken out to the item. */
static void raise_title(struct node *container)
{
    enum { TITLE_MAX = 160 };
    const struct node *list = container->last;
    while (list && list->last && list->last->kind == NODE_LIST)
        list = list->last;
    struct node *title = list && list->kind == NODE_LIST ? list->last : NULL;
    if (title && title->kind == NODE_PARAGRAPH && title != list->first &&
        inspect_is_within(title, TITLE_MAX) && inspect_is_title(title))
        doc_append(container, title);
}

void outline_add_item(struct outline *outline, struct node *item, const struct label *label)
{
    struct label_reading reading;
    int depth = choose_depth(outline, item, label, &reading);
    outline_close(outline, depth);
    outline->levels[depth - 1].last = reading;
    raise_title(innermost(outline));
    doc_append(innermost(outline), item);
}
