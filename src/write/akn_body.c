/* akn_body: blocks as <preamble>, <mainBody>, notes and cells hold them. */
#include <string.h>

#include "read/inspect.h"
#include "write/akn.h"

static void write_block_list(struct akn_sheet *sheet, const struct node *intro,
                             const struct node *list);

static const char *new_id(struct akn_sheet *sheet, const char *kind)
{
    return arena_printf(sheet->arena, "%s_%d", kind, ++sheet->blocks);
}

/* --- what a line may be taken for ----------------------------------------------------- */

/* "(a) so", "1 - so": a block without label must not begin like that. */
static bool begins_like_label(const char *text)
{
    enum { REACH = 16 };
    for (const char *p = text; *p && p < text + REACH; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (c == ')' || c == '-' || c == 0x2013)
            return true;
        if (!g_unichar_isalnum(c) && !g_unichar_ismark(c) && !strchr("( .", *p) && c != 0x640)
            return false;
    }
    return false;
}

static void guard(struct akn_sheet *sheet, const struct node *block)
{
    sheet->guard =
        !sheet->narrow && !block->label && begins_like_label(doc_plain_text(sheet->arena, block));
}

static void write_guarded(struct akn_sheet *sheet, const char *element, const struct node *block)
{
    guard(sheet, block);
    akn_write_line(sheet, element, block);
    sheet->guard = false;
}

static void write_number(struct akn_sheet *sheet, const struct node *block)
{
    if (block->label)
        tags_line(&sheet->tags, "num", block->label);
}

static void write_separator(struct akn_sheet *sheet, const struct node *separator)
{
    tags_open(&sheet->tags, "p");
    tags_hold_line(&sheet->tags);
    tags_open(&sheet->tags, "decoration");
    tags_attribute(&sheet->tags, "style", "text-align:center");
    akn_write_inlines(sheet, separator);
    tags_close(&sheet->tags);
    tags_close(&sheet->tags);
}

/* --- in notes, cells and preambles ----------------------------------------------------- */

/* Something with a number or a heading where no hierarchy may stand. */
static void write_titled(struct akn_sheet *sheet, const struct node *block, bool heading)
{
    tags_open(&sheet->tags, "tblock");
    write_number(sheet, block);
    if (heading)
        akn_write_line(sheet, "heading", block);
    if (heading)
        tags_empty(&sheet->tags, "p", "class", NULL);
    else
        akn_write_line(sheet, "p", block);
    tags_close(&sheet->tags);
}

/* One block that is no list. */
static void write_narrow_block(struct akn_sheet *sheet, const struct node *block)
{
    if (block->kind == NODE_TABLE)
        akn_write_table(sheet, block);
    else if (block->kind == NODE_SEPARATOR)
        write_separator(sheet, block);
    else if (block->kind == NODE_HEADING)
        write_titled(sheet, block, true);
    else if (block->label)
        write_titled(sheet, block, false);
    else
        write_guarded(sheet, "p", block);
}

void akn_write_narrow(struct akn_sheet *sheet, const struct node *parent)
{
    bool before = sheet->narrow;
    sheet->narrow = true;
    for (const struct node *n = parent->first; n; n = n->next) {
        if (n->kind == NODE_LIST)
            write_block_list(sheet, NULL, n);
        else
            write_narrow_block(sheet, n);
    }
    if (!parent->first) /* a note holds something */
        tags_empty(&sheet->tags, "p", "class", NULL);
    sheet->narrow = before;
}

/* An item and what goes on in it; returns the item after it. What follows on a list in it is that
 * list's last words. */
static const struct node *write_item(struct akn_sheet *sheet, const struct node *item)
{
    tags_open(&sheet->tags, "item");
    write_number(sheet, item);
    akn_write_line(sheet, "p", item);
    const struct node *n = item->next;
    for (; n && n->kind != NODE_ITEM; n = n->next) {
        if (n->kind == NODE_LIST)
            write_block_list(sheet, NULL, n);
        else if (!n->prev || n->prev->kind != NODE_LIST || !doc_is_block(n->kind))
            write_narrow_block(sheet, n);
    }
    tags_close(&sheet->tags);
    return n;
}

static void write_block_list(struct akn_sheet *sheet, const struct node *intro,
                             const struct node *list)
{
    const struct node *last = list->parent->kind == NODE_LIST ? list->next : NULL;
    tags_open(&sheet->tags, "blockList");
    tags_attribute(&sheet->tags, "eId", new_id(sheet, "list"));
    if (intro)
        write_guarded(sheet, "listIntroduction", intro);
    for (const struct node *n = list->first; n;)
        n = write_item(sheet, n);
    if (last && doc_is_block(last->kind) && last->kind != NODE_ITEM)
        write_guarded(sheet, "listWrapUp", last);
    tags_close(&sheet->tags);
}

static void write_formula(struct akn_sheet *sheet, const struct node *opening)
{
    tags_open(&sheet->tags, "formula");
    tags_attribute(&sheet->tags, "name", "enactingFormula");
    tags_attribute(&sheet->tags, "eId", new_id(sheet, "formula"));
    akn_write_line(sheet, "p", opening);
    tags_close(&sheet->tags);
}

static void open_container(struct akn_sheet *sheet, const char *name)
{
    tags_open(&sheet->tags, "container");
    tags_attribute(&sheet->tags, "name", name);
    tags_attribute(&sheet->tags, "eId", new_id(sheet, "container"));
}

void akn_write_preamble(struct akn_sheet *sheet, const struct node *first, const struct node *end)
{
    for (const struct node *n = first; n != end; n = n->next) {
        if (n->kind == NODE_FIELD || doc_is_block(n->kind) == doc_is_container(n->kind))
            continue;
        if (n->kind == NODE_OPENING) {
            write_formula(sheet, n);
        } else if (n->kind == NODE_PREAMBULAR && n->next != end && n->next->kind == NODE_LIST) {
            open_container(sheet, akn_lead_of(sheet, n));
            write_block_list(sheet, n, n->next);
            tags_close(&sheet->tags);
            n = n->next;
        } else if (n->kind == NODE_LIST) {
            open_container(sheet, "");
            write_block_list(sheet, NULL, n);
            tags_close(&sheet->tags);
        } else if (n->kind == NODE_PREAMBULAR || n->kind == NODE_TABLE) {
            open_container(sheet, n->kind == NODE_TABLE ? "table" : akn_lead_of(sheet, n));
            write_narrow_block(sheet, n);
            tags_close(&sheet->tags);
        } else if (doc_is_block(n->kind)) {
            write_narrow_block(sheet, n);
        }
    }
}

/* --- points of a list ------------------------------------------------------------------ */

static void write_list(struct akn_sheet *sheet, const struct node *intro, const struct node *list,
                       const char *name, const char *id);

static void open_with_id(struct akn_sheet *sheet, const char *name, const char *id)
{
    tags_open(&sheet->tags, name);
    tags_attribute(&sheet->tags, "eId", id);
}

/* <content> of an element with that eId. */
static void write_content(struct akn_sheet *sheet, const struct node *block, const char *id)
{
    open_with_id(sheet, "content", arena_printf(sheet->arena, "%s__content", id));
    write_narrow_block(sheet, block);
    tags_close(&sheet->tags);
}

static const char *sublist_id(struct akn_sheet *sheet, const char *id, int number)
{
    return number == 1 ? arena_printf(sheet->arena, "%s_sublist", id)
                       : arena_printf(sheet->arena, "%s_sublist_%d", id, number);
}

/* A point that goes on behind a list in it, or has a heading: a hierarchy. A number as label must
 * not stand in an <intro>, which is outside of the list for those who read. */
static const struct node *write_long_point(struct akn_sheet *sheet, const struct node *item,
                                           const char *id)
{
    int lists = 0;
    bool number = item->label && g_ascii_isdigit(*item->label);
    tags_open(&sheet->tags, number ? "alinea" : "intro");
    if (number)
        write_content(sheet, item, id);
    else
        akn_write_line(sheet, "p", item);
    tags_close(&sheet->tags);
    const struct node *n = item->next;
    for (; n && n->kind != NODE_ITEM; n = n->next) {
        bool last = !n->next || n->next->kind == NODE_ITEM;
        if (n->kind == NODE_LIST) {
            write_list(sheet, NULL, n, "sublist", sublist_id(sheet, id, ++lists));
        } else if (n->kind == NODE_HEADING) {
            akn_write_line(sheet, "crossHeading", n);
        } else {
            tags_open(&sheet->tags, last ? "wrapUp" : "alinea");
            if (!last)
                tags_open(&sheet->tags, "content");
            write_narrow_block(sheet, n);
            if (!last)
                tags_close(&sheet->tags);
            tags_close(&sheet->tags);
        }
    }
    return n;
}

/* Blocks that go on in a point, then at most one list, are a <content>. */
static bool is_long(const struct node *item)
{
    for (const struct node *n = item->next; n && n->kind != NODE_ITEM; n = n->next)
        if (n->kind == NODE_HEADING || n->prev->kind == NODE_LIST)
            return true;
    return false;
}

/* A point, and what belongs to it; returns the item after it. As published, a list that it
 * introduces stands behind it, not in it. */
static const struct node *write_point(struct akn_sheet *sheet, const struct node *item,
                                      const char *id)
{
    open_with_id(sheet, "point", id);
    write_number(sheet, item);
    const struct node *n = item->next;
    if (is_long(item)) {
        n = write_long_point(sheet, item, id);
        tags_close(&sheet->tags);
        return n;
    }
    open_with_id(sheet, "content", arena_printf(sheet->arena, "%s_content", id));
    akn_write_line(sheet, "p", item);
    for (; n && n->kind != NODE_ITEM && n->kind != NODE_LIST; n = n->next)
        write_narrow_block(sheet, n);
    tags_close(&sheet->tags);
    tags_close(&sheet->tags);
    if (!n || n->kind != NODE_LIST)
        return n;
    write_list(sheet, NULL, n, "sublist", sublist_id(sheet, id, 1));
    return n->next;
}

static void write_list(struct akn_sheet *sheet, const struct node *intro, const struct node *list,
                       const char *name, const char *id)
{
    int points = 0;
    open_with_id(sheet, name, id);
    if (intro) {
        open_with_id(sheet, "intro", arena_printf(sheet->arena, "%s_intro", id));
        write_guarded(sheet, "p", intro);
        tags_close(&sheet->tags);
    }
    for (const struct node *n = list->first; n;)
        n = write_point(sheet, n, arena_printf(sheet->arena, "%s_point_%d", id, ++points));
    tags_close(&sheet->tags);
}

/* --- the body -------------------------------------------------------------------------- */

static const char *open_paragraph(struct akn_sheet *sheet, const char *class)
{
    const char *id = new_id(sheet, "para");
    open_with_id(sheet, "paragraph", id);
    tags_attribute(&sheet->tags, "class", class);
    return id;
}

/* A block with or without label, and the list that it introduces. */
static void write_paragraph(struct akn_sheet *sheet, const struct node *block,
                            const struct node *list)
{
    bool note = block && block->kind == NODE_PARAGRAPH && block->as.block.table_note;
    const char *id = open_paragraph(sheet, note ? "FootnoteText" : "SingleTxt");
    if (block)
        write_number(sheet, block);
    if (list) {
        write_list(sheet, block, list, "list", arena_printf(sheet->arena, "%s_list", id));
    } else {
        open_with_id(sheet, "content", arena_printf(sheet->arena, "%s__content", id));
        write_guarded(sheet, "p", block);
        tags_close(&sheet->tags);
    }
    tags_close(&sheet->tags);
}

/* Headings are bold in published files, all of them; one that is meant to be is so twice. */
static void write_bold_heading(struct akn_sheet *sheet, const char *element,
                               const struct node *heading)
{
    guard(sheet, heading);
    tags_open(&sheet->tags, element);
    tags_hold_line(&sheet->tags);
    tags_open(&sheet->tags, "span");
    tags_attribute(&sheet->tags, "class", "bold");
    akn_write_inlines(sheet, heading);
    tags_close(&sheet->tags);
    tags_close(&sheet->tags);
    sheet->guard = false;
}

static void write_heading(struct akn_sheet *sheet, const struct node *heading)
{
    static const char *const classes[] = {"H1", "H23", "H4"};
    int level = heading->as.block.level;
    const char *element = level == 1 ? "heading" : "subheading";
    open_paragraph(sheet, classes[CLAMP(level, 1, 3) - 1]);
    write_number(sheet, heading);
    if (inspect_is_all(heading, LOOK_BOLD))
        write_bold_heading(sheet, element, heading);
    else
        write_guarded(sheet, element, heading);
    tags_close(&sheet->tags);
}

/* The preamble of a section of the body. */
static void write_preambular(struct akn_sheet *sheet, const struct node *block)
{
    guard(sheet, block);
    tags_open(&sheet->tags, "section");
    tags_open(&sheet->tags, "crossHeading");
    tags_attribute(&sheet->tags, "refersTo", "#preamble");
    tags_attribute(&sheet->tags, "eId", new_id(sheet, "preamble"));
    tags_hold_line(&sheet->tags);
    akn_write_inlines(sheet, block);
    tags_close(&sheet->tags);
    tags_close(&sheet->tags);
    sheet->guard = false;
}

static void write_body_table(struct akn_sheet *sheet, const struct node *table)
{
    open_container(sheet, "table");
    akn_write_table(sheet, table);
    tags_close(&sheet->tags);
}

void akn_write_body(struct akn_sheet *sheet, const struct node *first, const struct node *end)
{
    for (const struct node *n = first; n != end; n = n->next) {
        const struct node *list =
            n->next != end && n->next->kind == NODE_LIST && doc_is_block(n->kind) ? n->next : NULL;
        switch (n->kind) {
        case NODE_OPERATIVE:
        case NODE_ITEM:
        case NODE_PARAGRAPH:
        case NODE_OPENING:
            write_paragraph(sheet, n, list);
            n = list ? list : n;
            break;
        case NODE_LIST:
            write_paragraph(sheet, NULL, n);
            break;
        case NODE_PREAMBULAR:
            write_preambular(sheet, n);
            break;
        case NODE_HEADING:
            write_heading(sheet, n);
            break;
        case NODE_SEPARATOR:
            write_separator(sheet, n);
            break;
        case NODE_TABLE:
            write_body_table(sheet, n);
            break;
        case NODE_DOC:
        case NODE_PART:
        case NODE_ANNEX:
        case NODE_CLOSING:
        case NODE_ROW:
        case NODE_CELL:
        case NODE_FIELD:
        case NODE_TEXT:
        case NODE_SPAN:
        case NODE_LINK:
        case NODE_NOTE:
        case NODE_BREAK:
        case NODE_KIND_COUNT:
            break;
        }
    }
}
