/* akn: document tree → AKN4UN. This file knows the large parts: statement or collection, what
 * goes into preamble, body, conclusions, attachments and components. */
#include "write/akn.h"

#include "write/readback.h"

/* --- parts of a document -----------------------------------------------------------------------
 */

static const char *name_of(enum doc_kind kind)
{
    static const char *const names[] = {
        [KIND_RESOLUTION] = "resolution",
        [KIND_DECISION] = "decision",
        [KIND_DRAFT] = "draftResolution",
        [KIND_STATEMENT] = "presidentialStatement",
    };
    return names[kind];
}

/* What the elements of its own around the text take. */
static bool is_apart(enum node_kind kind)
{
    return kind == NODE_FIELD || kind == NODE_CLOSING || kind == NODE_ANNEX || kind == NODE_PART;
}

static const struct node *first_block(const struct node *container)
{
    const struct node *n = container->first;
    while (n && is_apart(n->kind))
        n = n->next;
    return n;
}

/* In a preamble a block without label is preambular, also one that goes on in a list. */
static bool is_of_preamble(const struct node *block)
{
    if (is_apart(block->kind) || block->kind == NODE_PARAGRAPH || block->kind == NODE_OPERATIVE)
        return false;
    for (const struct node *n = block->kind == NODE_LIST ? block->first : NULL; n; n = n->next)
        if (!is_of_preamble(n))
            return false;
    return true;
}

/* Where the preamble ends: behind the last block of the front that only a preamble has. */
static const struct node *end_of_preamble(const struct node *first)
{
    const struct node *end = first;
    for (const struct node *n = first; n && is_of_preamble(n); n = n->next)
        if (n->kind == NODE_OPENING || n->kind == NODE_PREAMBULAR || n->kind == NODE_LIST)
            end = n->next;
    for (const struct node *n = first; n != end; n = n->next)
        if (n->kind == NODE_OPENING || n->kind == NODE_PREAMBULAR)
            return end;
    return first;
}

static bool has_body(const struct node *first)
{
    for (const struct node *n = first; n; n = n->next)
        if (!is_apart(n->kind))
            return true;
    return false;
}

/* The schema wants a body that holds something. */
static void write_body(struct akn_sheet *sheet, const struct node *first)
{
    tags_open(&sheet->tags, "mainBody");
    akn_write_body(sheet, first, NULL);
    if (!has_body(first))
        tags_empty(&sheet->tags, "p", "class", NULL);
    tags_close(&sheet->tags);
}

static void write_text(struct akn_sheet *sheet, const struct node *first)
{
    const struct node *end = end_of_preamble(first);
    if (first != end) {
        tags_open(&sheet->tags, "preamble");
        akn_write_preamble(sheet, first, end);
        tags_close(&sheet->tags);
    }
    write_body(sheet, end);
}

/* --- closing, annexes, parts -------------------------------------------------------------------
 */

static void write_closings(struct akn_sheet *sheet, const struct node *container)
{
    for (const struct node *n = container->first; n; n = n->next)
        if (n->kind == NODE_CLOSING)
            akn_write_conclusions(sheet, n);
}

static void write_annex(struct akn_sheet *sheet, const struct node *annex)
{
    sheet->annexes++;
    tags_open(&sheet->tags, "attachment");
    tags_open(&sheet->tags, "doc");
    tags_attribute(&sheet->tags, "name", "annex");
    akn_write_meta(sheet, annex);
    write_body(sheet, annex->first);
    tags_close(&sheet->tags);
    tags_close(&sheet->tags);
}

static void write_annexes(struct akn_sheet *sheet, const struct node *container)
{
    bool any = false;
    for (const struct node *n = container->first; n; n = n->next) {
        if (n->kind != NODE_ANNEX)
            continue;
        if (!any)
            tags_open(&sheet->tags, "attachments");
        any = true;
        write_annex(sheet, n);
    }
    if (any)
        tags_close(&sheet->tags);
}

static void write_part(struct akn_sheet *sheet, const struct node *part)
{
    tags_open(&sheet->tags, "component");
    tags_attribute(&sheet->tags, "eId", arena_printf(sheet->arena, "comp_%d", sheet->parts++));
    tags_open(&sheet->tags, "statement");
    tags_attribute(&sheet->tags, "name", name_of(sheet->doc->as.doc.kind));
    akn_write_meta(sheet, part);
    const struct node *first = first_block(part);
    if (first && first->kind == NODE_HEADING && first->as.block.level == 1) {
        akn_write_part_preface(sheet, first);
        first = first->next;
    }
    write_text(sheet, first);
    write_closings(sheet, part);
    write_annexes(sheet, part);
    tags_close(&sheet->tags);
    tags_close(&sheet->tags);
}

/* --- the whole ---------------------------------------------------------------------------------
 */

static bool has_parts(const struct node *doc)
{
    for (const struct node *n = doc->first; n; n = n->next)
        if (n->kind == NODE_PART)
            return true;
    return false;
}

static const char *label_of_part(const struct akn_sheet *sheet, const struct node *part, int number)
{
    const struct node *heading = first_block(part);
    const char *label = heading && heading->kind == NODE_HEADING ? heading->label : NULL;
    return label ? label : arena_printf(sheet->arena, "%d", number + 1);
}

/* One line for each part: what it is called and where it stands. */
static void write_contents(struct akn_sheet *sheet)
{
    struct arena *arena = sheet->arena;
    int number = 0;
    tags_open(&sheet->tags, "collectionBody");
    for (const struct node *n = sheet->doc->first; n; n = n->next) {
        if (n->kind != NODE_PART)
            continue;
        tags_open(&sheet->tags, "component");
        tags_attribute(&sheet->tags, "eId", arena_printf(arena, "comp_def_%d", number));
        tags_open(&sheet->tags, "documentRef");
        tags_attribute(&sheet->tags, "eId", arena_printf(arena, "compRef_%d", number));
        tags_attribute(&sheet->tags, "href", arena_printf(arena, "comp_%d", number));
        tags_attribute(&sheet->tags, "showAs",
                       arena_printf(arena, "Resolution %s", label_of_part(sheet, n, number)));
        tags_close(&sheet->tags);
        tags_close(&sheet->tags);
        number++;
    }
    tags_close(&sheet->tags);
}

static void write_components(struct akn_sheet *sheet)
{
    tags_open(&sheet->tags, "components");
    for (const struct node *n = sheet->doc->first; n; n = n->next)
        if (n->kind == NODE_PART)
            write_part(sheet, n);
    tags_close(&sheet->tags);
}

static void write_statement(struct akn_sheet *sheet)
{
    tags_open(&sheet->tags, "statement");
    tags_attribute(&sheet->tags, "name", name_of(sheet->doc->as.doc.kind));
    akn_write_meta(sheet, NULL);
    akn_write_cover(sheet);
    akn_write_preface(sheet);
    write_text(sheet, first_block(sheet->doc));
    write_closings(sheet, sheet->doc);
    write_annexes(sheet, sheet->doc);
    tags_close(&sheet->tags);
}

/* A composite resolution; what stands before its parts has a preamble at most. */
static void write_collection(struct akn_sheet *sheet)
{
    enum doc_kind kind = sheet->doc->as.doc.kind;
    const struct node *first = first_block(sheet->doc);
    tags_open(&sheet->tags, "documentCollection");
    tags_attribute(&sheet->tags, "name", kind == KIND_RESOLUTION ? "publication" : name_of(kind));
    akn_write_meta(sheet, NULL);
    akn_write_cover(sheet);
    akn_write_preface(sheet);
    if (first) {
        tags_open(&sheet->tags, "preamble");
        akn_write_preamble(sheet, first, NULL);
        tags_close(&sheet->tags);
    }
    write_contents(sheet);
    write_closings(sheet, sheet->doc);
    write_annexes(sheet, sheet->doc);
    tags_close(&sheet->tags);
    write_components(sheet);
}

void write_akn(struct writing *writing)
{
    static const char schema[] =
        "http://docs.oasis-open.org/legaldocml/ns/akn/3.0 "
        "http://docs.oasis-open.org/legaldocml/akn-core/v1.0/os/part2-specs/schemas/"
        "akomantoso30.xsd";
    struct akn_sheet sheet = {.arena = writing->arena, .doc = writing->doc};
    tags_begin(&sheet.tags, writing->out);
    tags_open(&sheet.tags, "akomaNtoso");
    tags_attribute(&sheet.tags, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
    tags_attribute(&sheet.tags, "xsi:schemaLocation", schema);
    tags_attribute(&sheet.tags, "xmlns", "http://docs.oasis-open.org/legaldocml/ns/akn/3.0");
    tags_attribute(&sheet.tags, "xmlns:html", "http://www.w3.org/1999/xhtml");
    tags_attribute(&sheet.tags, "xmlns:akn4un", "http://un.org/akn4un");
    if (has_parts(writing->doc))
        write_collection(&sheet);
    else
        write_statement(&sheet);
    tags_close(&sheet.tags);
    tags_end(&sheet.tags);
    readback_tell(writing, "AKN4UN");
}
