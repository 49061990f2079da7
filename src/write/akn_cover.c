/* akn_cover: fields → <coverPage>, <preface>, <conclusions> (formats.md 2.2). */
#include <string.h>

#include "write/akn.h"

/* --- masthead ------------------------------------------------------------------------------ */

/* Where a field goes and what it is there. */
struct slot {
    enum field field;
    const char *line_class; /* of the <p> around; or NULL */
    const char *element;
    const char *refers_to, *class, *name; /* attributes, or NULL */
};

/* In the order of the page. */
static const struct slot slots[] = {
    {FIELD_ORGANIZATION, "upperLeft", "docAuthority", "#publisher", NULL, NULL},
    {FIELD_SYMBOL, "upperRight", "docNumber", "#symbol", NULL, NULL},
    {FIELD_ORGAN, "upperLeft", "docAuthority", "#issuingBody", "rightBig", NULL},
    {FIELD_DISTRIBUTION, NULL, "docStatus", "#generalDistribution", "rightSmall", NULL},
    {FIELD_ISSUED, NULL, "docDate", "#dateOfIssuance", "rightSmall", NULL},
    {FIELD_ORIGINAL, NULL, "inline", "#original", "rightSmall", "original"},
    {FIELD_TYPE, NULL, "docType", NULL, NULL, NULL},
    {FIELD_COMMITTEE, NULL, "docProponent", NULL, NULL, NULL},
    {FIELD_SESSION, NULL, "session", NULL, NULL, NULL},
    {FIELD_ITEM, NULL, "inline", NULL, NULL, "agenda item"},
    {FIELD_ITEM_TITLE, NULL, "inline", NULL, NULL, "agenda item name"},
    {FIELD_ADOPTION, NULL, "docTitle", NULL, NULL, NULL},
    {FIELD_PROPONENT, NULL, "docProponent", NULL, NULL, NULL},
};

static const char *iso(struct akn_sheet *sheet, struct date date)
{
    return date.year ? arena_printf(sheet->arena, "%04d-%02d-%02d", date.year, date.month, date.day)
                     : "0001-01-01";
}

static void write_element(struct akn_sheet *sheet, const struct node *field,
                          const struct slot *slot)
{
    tags_open(&sheet->tags, slot->element);
    if (strcmp(slot->element, "docDate") == 0)
        tags_attribute(&sheet->tags, "date", iso(sheet, field->as.field.date));
    tags_attribute(&sheet->tags, "refersTo", slot->refers_to);
    tags_attribute(&sheet->tags, "class", slot->class);
    tags_attribute(&sheet->tags, "name", slot->name);
    akn_write_inlines(sheet, field);
    tags_close(&sheet->tags);
}

static void write_field(struct akn_sheet *sheet, const struct node *field, const struct slot *slot)
{
    tags_open(&sheet->tags, "p");
    tags_attribute(&sheet->tags, "class", slot->line_class);
    tags_hold_line(&sheet->tags);
    write_element(sheet, field, slot);
    tags_close(&sheet->tags);
}

/* All fields of that name. The second line of a decision says of what sort it is. */
static void write_slot(struct akn_sheet *sheet, const struct slot *slot)
{
    struct slot here = *slot;
    for (const struct node *n = sheet->doc->first; n; n = n->next) {
        if (n->kind != NODE_FIELD || n->as.field.field != slot->field)
            continue;
        write_field(sheet, n, &here);
        if (slot->field == FIELD_TYPE) {
            here.element = "inline";
            here.name = "decision type";
        }
    }
}

/* The Council has number and adoption on the cover, and nothing before the text. */
static bool is_of_council(const struct node *doc)
{
    return doc->as.doc.organ == ORGAN_SC && doc->as.doc.kind == KIND_RESOLUTION &&
           !doc_field(doc, FIELD_NUMBER);
}

static bool has_field(const struct node *doc)
{
    for (const struct node *n = doc->first; n; n = n->next)
        if (n->kind == NODE_FIELD && n->as.field.field != FIELD_JOB)
            return true;
    return false;
}

void akn_write_cover(struct akn_sheet *sheet)
{
    static const struct slot council[] = {
        {FIELD_TITLE, NULL, "docTitle", "#resolutionNumber", NULL, NULL},
        {FIELD_ADOPTION, NULL, "docTitle", "#adoption", NULL, NULL},
    };
    bool of_council = is_of_council(sheet->doc);
    if (!has_field(sheet->doc))
        return;
    tags_open(&sheet->tags, "coverPage");
    tags_attribute(&sheet->tags, "eId", "coverPage_1");
    for (size_t i = 0; i < G_N_ELEMENTS(slots); i++)
        if (!of_council || slots[i].field != FIELD_ADOPTION)
            write_slot(sheet, &slots[i]);
    for (size_t i = 0; of_council && i < G_N_ELEMENTS(council); i++)
        write_slot(sheet, &council[i]);
    if (!sheet->tags.holds)
        tags_empty(&sheet->tags, "p", "class", NULL);
    tags_close(&sheet->tags);
}

/* --- number and title ------------------------------------------------------------------------ */

/* The whole of a title is bold. */
static void write_title(struct akn_sheet *sheet, const struct node *title, const char *refers_to)
{
    tags_open(&sheet->tags, "docTitle");
    tags_attribute(&sheet->tags, "refersTo", refers_to);
    tags_open(&sheet->tags, "span");
    tags_attribute(&sheet->tags, "class", "bold");
    akn_write_inlines(sheet, title);
    tags_close(&sheet->tags);
    tags_close(&sheet->tags);
}

static void write_heads(struct akn_sheet *sheet, enum field name, const char *refers_to)
{
    for (const struct node *n = sheet->doc->first; n; n = n->next) {
        if (n->kind != NODE_FIELD || n->as.field.field != name)
            continue;
        if (name == FIELD_NUMBER)
            akn_write_line(sheet, "docNumber", n);
        else
            write_title(sheet, n, refers_to);
    }
}

void akn_write_preface(struct akn_sheet *sheet)
{
    const struct node *doc = sheet->doc;
    bool titled = !is_of_council(doc) && doc_field(doc, FIELD_TITLE);
    bool decision = doc->as.doc.kind == KIND_DECISION;
    if (!titled && !doc_field(doc, FIELD_NUMBER) && !doc_field(doc, FIELD_SPONSORS))
        return;
    tags_open(&sheet->tags, "preface");
    tags_open(&sheet->tags, "p");
    tags_hold_line(&sheet->tags);
    write_heads(sheet, FIELD_SPONSORS, "sponsors");
    write_heads(sheet, FIELD_NUMBER, NULL);
    if (titled)
        write_heads(sheet, FIELD_TITLE, decision ? "#decisionTitle" : "#resolutionTitle");
    tags_close(&sheet->tags);
    tags_close(&sheet->tags);
}

void akn_write_part_preface(struct akn_sheet *sheet, const struct node *heading)
{
    tags_open(&sheet->tags, "preface");
    tags_open(&sheet->tags, "p");
    tags_hold_line(&sheet->tags);
    if (heading->label)
        tags_line(&sheet->tags, "docNumber", heading->label);
    if (heading->first)
        write_title(sheet, heading, "#resolutionTitle");
    tags_close(&sheet->tags);
    tags_close(&sheet->tags);
}

/* --- the closing line --------------------------------------------------------------------------
 */

static void write_closing_field(struct akn_sheet *sheet, const struct node *field)
{
    static const struct slot meeting = {FIELD_MEETING, NULL, "inline",
                                        NULL,          NULL, "adoptionMeeting"};
    static const struct slot adopted = {FIELD_ADOPTED,   NULL, "docDate",
                                        "#adoptionDate", NULL, NULL};
    static const struct slot vote = {FIELD_VOTE, NULL, "docStatus", "#vote", NULL, NULL};
    const struct slot *slot = field->as.field.field == FIELD_MEETING   ? &meeting
                              : field->as.field.field == FIELD_ADOPTED ? &adopted
                                                                       : &vote;
    write_element(sheet, field, slot);
}

void akn_write_conclusions(struct akn_sheet *sheet, const struct node *closing)
{
    tags_open(&sheet->tags, "conclusions");
    for (const struct node *n = closing->first; n;) {
        if (n->kind != NODE_FIELD) {
            if (doc_is_block(n->kind))
                akn_write_line(sheet, "p", n);
            n = n->next;
            continue;
        }
        tags_open(&sheet->tags, "p");
        tags_hold_line(&sheet->tags);
        for (bool first = true; n && n->kind == NODE_FIELD; n = n->next, first = false) {
            if (!first)
                tags_empty(&sheet->tags, "eol", "class", NULL);
            write_closing_field(sheet, n);
        }
        tags_close(&sheet->tags);
    }
    if (!closing->first)
        tags_empty(&sheet->tags, "p", "class", NULL);
    tags_close(&sheet->tags);
}
