/* akn_inline: text, looks, links, notes and breaks within a block → mixed content. */
#include <string.h>

#include "write/akn.h"

/* --- text ---------------------------------------------------------------------------- */

/* In a span that says nothing a first character is apart: "(a) is so" is then no label. */
static void write_text(struct akn_sheet *sheet, const struct node *text)
{
    const char *rest = text->text;
    if (sheet->guard) {
        const char *next = g_utf8_next_char(rest);
        tags_open(&sheet->tags, "span");
        tags_text(&sheet->tags, rest, (size_t)(next - rest));
        tags_close(&sheet->tags);
        rest = next;
        sheet->guard = false;
    }
    tags_text(&sheet->tags, rest, strlen(rest));
}

/* --- looks --------------------------------------------------------------------------- */

static const char *class_of(struct arena *arena, unsigned look)
{
    static const struct {
        enum look look;
        const char *name;
    } classes[] = {{LOOK_BOLD, "bold"},
                   {LOOK_ITALIC, "italic"},
                   {LOOK_UNDERLINE, "underline"},
                   {LOOK_STRIKE, "strike"}};
    const char *class = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(classes); i++)
        if (look & classes[i].look)
            class = class ? arena_printf(arena, "%s %s", class, classes[i].name) : classes[i].name;
    return class;
}

/* Arabic files have the parentheses of a call in the text, and readers take them away; those that
 * are meant are set apart by an element that says nothing. */
static bool is_parenthesis_of_call(const struct node *span)
{
    const struct node *text = span->first;
    if (!(span->as.span.look & LOOK_SUPERIOR) || !text || text->kind != NODE_TEXT || text->next)
        return false;
    const struct node *call = strcmp(text->text, "(") == 0   ? span->next
                              : strcmp(text->text, ")") == 0 ? span->prev
                                                             : NULL;
    return call && call->kind == NODE_NOTE;
}

static void write_span(struct akn_sheet *sheet, const struct node *span)
{
    struct tags *tags = &sheet->tags;
    unsigned look = span->as.span.look;
    const char *class = class_of(sheet->arena, look);
    static const struct {
        enum look look;
        const char *element;
    } elements[] = {{LOOK_SMALL_CAPS, "inline"}, {LOOK_SUPERIOR, "sup"}, {LOOK_INFERIOR, "sub"}};
    int open = 0;
    bool parted = is_parenthesis_of_call(span);
    if (parted)
        tags_empty(tags, "span", "class", NULL);
    if (class) {
        tags_open(tags, "span");
        tags_attribute(tags, "class", class);
        open++;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(elements); i++) {
        if (!(look & elements[i].look))
            continue;
        tags_open(tags, elements[i].element);
        if (elements[i].look == LOOK_SMALL_CAPS)
            tags_attribute(tags, "name", "smallCaps");
        open++;
    }
    akn_write_inlines(sheet, span);
    for (; open; open--)
        tags_close(tags);
    if (parted)
        tags_empty(tags, "span", "class", NULL);
}

const char *akn_lead_of(struct akn_sheet *sheet, const struct node *block)
{
    for (const struct node *n = block->first; n; n = n->next)
        if (n->kind == NODE_SPAN && n->as.span.look & LOOK_LEAD)
            return doc_plain_text(sheet->arena, n);
    return "";
}

/* --- links, breaks, notes ----------------------------------------------------------------------
 */

static void write_link(struct akn_sheet *sheet, const struct node *link)
{
    tags_open(&sheet->tags, "a");
    tags_attribute(&sheet->tags, "href", link->as.link.target);
    akn_write_inlines(sheet, link);
    tags_close(&sheet->tags);
}

static void write_note(struct akn_sheet *sheet, const struct node *note)
{
    bool parentheses = sheet->doc->as.doc.language == AR, guard = sheet->guard;
    sheet->guard = false; /* is of the text around the note */
    if (parentheses)
        tags_line(&sheet->tags, "sup", "(");
    tags_open(&sheet->tags, "authorialNote");
    tags_attribute(&sheet->tags, "marker", note->label);
    tags_attribute(&sheet->tags, "placement", "bottom");
    tags_attribute(&sheet->tags, "eId",
                   arena_printf(sheet->arena, "authorialNote_%d", ++sheet->notes));
    akn_write_narrow(sheet, note);
    sheet->guard = guard;
    tags_close(&sheet->tags);
    if (parentheses)
        tags_line(&sheet->tags, "sup", ")");
}

/* --- by kind ------------------------------------------------------------------------- */

void akn_write_inlines(struct akn_sheet *sheet, const struct node *parent)
{
    for (const struct node *n = parent->first; n; n = n->next) {
        if (n->kind == NODE_TEXT)
            write_text(sheet, n);
        else if (n->kind == NODE_SPAN)
            write_span(sheet, n);
        else if (n->kind == NODE_LINK)
            write_link(sheet, n);
        else if (n->kind == NODE_NOTE)
            write_note(sheet, n);
        else if (n->kind == NODE_BREAK)
            tags_empty(&sheet->tags, "eol", "class", NULL);
    }
}

/* A tab tells a paragraph from a title that is not marked as one. Where no text follows at once it
 * needs an element around it to be seen. */
static void write_indent(struct akn_sheet *sheet, const struct node *block)
{
    bool held = block->kind == NODE_PARAGRAPH && !block->label &&
                (sheet->guard || block->first->kind != NODE_TEXT);
    if (held)
        tags_line(&sheet->tags, "span", "\t");
    else
        tags_text(&sheet->tags, "\t", 1);
}

static bool is_indented(const struct akn_sheet *sheet, const char *element,
                        const struct node *block)
{
    return !sheet->narrow && strcmp(element, "p") == 0 && block->first &&
           block->kind != NODE_OPENING;
}

void akn_write_line(struct akn_sheet *sheet, const char *element, const struct node *block)
{
    tags_open(&sheet->tags, element);
    if (strcmp(element, "p") == 0)
        tags_attribute(&sheet->tags, "xml:space", "preserve");
    tags_hold_line(&sheet->tags);
    if (is_indented(sheet, element, block))
        write_indent(sheet, block);
    akn_write_inlines(sheet, block);
    if (block->label && !block->first) /* or else the number would be that of the next block */
        tags_empty(&sheet->tags, "span", "class", NULL);
    tags_close(&sheet->tags);
}
