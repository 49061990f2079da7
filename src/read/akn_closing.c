/* akn_closing: meeting, date and vote at the end of a resolution → CLOSING (formats.md 2.11). */
#include <glib.h>
#include <string.h>

#include "read/akn.h"
#include "read/derive.h"
#include "read/inspect.h"
#include "read/recognise.h"

/* --- elements ------------------------------------------------------------------------ */

static bool is_meeting(const struct xml *element)
{
    return xml_is(element, "location") ||
           (xml_is(element, "inline") &&
            strcmp(xml_attribute(element, "name"), "adoptionMeeting") == 0);
}

static void read_closing(struct akn *akn, const struct xml *element, struct node *closing)
{
    for (const struct xml *n = element->first; n; n = n->next) {
        if (is_meeting(n)) {
            doc_append(closing, akn_new_field(akn, FIELD_MEETING, n));
        } else if (xml_is(n, "docDate")) {
            struct node *adopted = akn_new_field(akn, FIELD_ADOPTED, n);
            adopted->as.field.date = akn_date_of(n);
            doc_append(closing, adopted);
        } else if (xml_is(n, "docStatus")) {
            doc_append(closing, akn_new_field(akn, FIELD_VOTE, n));
        } else if (xml_is(n, "p") || xml_is(n, "event") || xml_is(n, "span")) {
            read_closing(akn, n, closing);
        } else if (!xml_is(n, "eol") && (n->name || !xml_is_blank(n))) {
            struct akn_place before = akn_enter(akn, closing);
            akn_read_block(akn, n);
            akn->place = before;
        }
    }
}

void akn_read_conclusions(struct akn *akn, const struct xml *element)
{
    struct node *closing = doc_new(akn->arena, NODE_CLOSING, element->at);
    read_closing(akn, element, closing);
    derive_closing_order(closing, akn->doc->as.doc.language);
    if (closing->first)
        outline_add(&akn->place.outline, closing);
}

/* --- closings that nothing marks ---------------------------------------------------------------
 */

/* What a line of a closing is, by its words: meeting, date or vote; FIELD_COUNT: none of them. */
static enum field line_of(struct akn *akn, const struct style *style, const struct node *block)
{
    const char *text = g_strstrip((char *)doc_plain_text(akn->arena, block));
    bool line = (block->kind == NODE_PARAGRAPH || block->kind == NODE_HEADING) && !block->label;
    if (!line)
        return FIELD_COUNT;
    if (*text == '[' && strchr("].", text[strlen(text) - 1]))
        return FIELD_VOTE;
    if (!inspect_is_title(block))
        return FIELD_COUNT;
    if (recognise_date(style, text).year)
        return FIELD_ADOPTED;
    return recognise_meeting(style, text) ? FIELD_MEETING : FIELD_COUNT;
}

static void make_field(struct akn *akn, const struct style *style, struct node *block,
                       enum field name)
{
    const char *text = g_strstrip((char *)doc_plain_text(akn->arena, block));
    struct date date = recognise_date(style, text);
    block->kind = NODE_FIELD;
    block->as.field.field = name;
    block->as.field.date = name == FIELD_ADOPTED ? date : (struct date){0};
    akn_unwrap_looks(block, LOOK_BOLD | LOOK_ITALIC);
}

static void settle_lines(struct akn *akn, const struct style *style, struct node *closing)
{
    for (struct node *n = closing->first; n; n = n->next) {
        enum field name = line_of(akn, style, n);
        if (name != FIELD_COUNT)
            make_field(akn, style, n, name);
    }
    derive_closing_order(closing, akn->doc->as.doc.language);
}

static struct node *end_of_body(struct node *container)
{
    struct node *n = container->last;
    while (n && (n->kind == NODE_ANNEX || n->kind == NODE_PART || n->kind == NODE_CLOSING))
        n = n->prev;
    return n;
}

/* The first of the lines of a closing that the body ends with; NULL when none is a meeting. */
static struct node *first_line(struct akn *akn, const struct style *style, struct node *last)
{
    bool meeting = false;
    struct node *first = NULL;
    enum field name;
    for (struct node *n = last; n && (name = line_of(akn, style, n)) != FIELD_COUNT; n = n->prev) {
        meeting |= name == FIELD_MEETING;
        first = n;
    }
    return meeting ? first : NULL;
}

/* Lines of the closing may be left in the body. */
static struct node *take_lines(struct akn *akn, const struct style *style, struct node *container)
{
    struct node *last = end_of_body(container), *next = last ? last->next : NULL;
    struct node *line = last ? first_line(akn, style, last) : NULL;
    struct node *closing = next && next->kind == NODE_CLOSING ? next : NULL;
    if (!line)
        return closing;
    if (!closing) {
        closing = doc_new(akn->arena, NODE_CLOSING, line->at);
        if (next)
            doc_insert_before(next, closing);
        else
            doc_append(container, closing);
    }
    struct node *front = closing->first;
    for (struct node *after; line != closing; line = after) {
        after = line->next;
        if (front)
            doc_insert_before(front, line);
        else
            doc_append(closing, line);
    }
    return closing;
}

void akn_settle_closing(struct akn *akn, const struct style *style, struct node *container)
{
    struct node *closing = take_lines(akn, style, container);
    if (closing)
        settle_lines(akn, style, closing);
    for (struct node *n = container->first; n; n = n->next)
        if (n->kind == NODE_PART)
            akn_settle_closing(akn, style, n);
}
