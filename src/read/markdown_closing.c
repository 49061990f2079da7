/* markdown_closing: the closing line of a document: meeting, date, vote. */
#include <stdio.h>
#include <string.h>

#include "read/derive.h"
#include "read/markdown.h"
#include "read/recognise.h"

/* --- lines known by their words ------------------------------------------------------ */

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

/* --- lines named by a mark ----------------------------------------------------------- */

/* "meeting", "adopted=2021-12-06", "vote": what the next line is; FIELD_COUNT: nothing more. */
static enum field next_field(const char **details, struct date *date)
{
    char *name, *value;
    enum field found = FIELD_COUNT;
    *date = (struct date){0};
    if (!markdown_next_detail(details, &name, &value))
        return found;
    for (int field = FIELD_MEETING; field <= FIELD_VOTE; field++)
        if (strcmp(name, doc_field_name((enum field)field)) == 0)
            found = (enum field)field;
    if (value && sscanf(value, "%4d-%2d-%2d", &date->year, &date->month, &date->day) != 3)
        *date = (struct date){0};
    g_free(name);
    g_free(value);
    return found;
}

static struct node *new_named_closing(struct markdown *markdown, cmark_node *paragraph)
{
    struct node *closing = doc_new(markdown->arena, NODE_CLOSING, markdown_at(markdown, paragraph));
    const char *details = markdown->mark.details;
    for (cmark_node *first = cmark_node_first_child(paragraph); first;) {
        cmark_node *end = end_of_line(first);
        struct node *field = doc_new(markdown->arena, NODE_FIELD, markdown_at(markdown, first));
        field->as.field.field = next_field(&details, &field->as.field.date);
        if (field->as.field.field == FIELD_COUNT)
            field->kind = NODE_PARAGRAPH;
        markdown_read_inlines(markdown, first, end, field);
        doc_append(closing, field);
        first = end ? cmark_node_next(end) : NULL;
    }
    return closing;
}

/* --- public -------------------------------------------------------------------------- */

bool markdown_read_closing(struct markdown *markdown, cmark_node *paragraph)
{
    if (markdown_mark_is(&markdown->mark, "closing")) {
        outline_add(&markdown->outline, new_named_closing(markdown, paragraph));
        return true;
    }
    if (!is_closing(markdown, paragraph))
        return false;
    add_closing(markdown, new_closing(markdown, paragraph));
    return true;
}
