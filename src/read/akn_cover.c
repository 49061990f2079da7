/* akn_cover: the masthead, the number and title → fields (formats.md 2.2). */
#include <glib.h>
#include <stdio.h>
#include <string.h>

#include "read/akn.h"
#include "read/derive.h"
#include "read/inspect.h"

/* --- fields -------------------------------------------------------------------------- */

struct date akn_date_of(const struct xml *element)
{
    struct date date = {0};
    const char *iso = xml_attribute(element, "date");
    if (sscanf(iso, "%4d-%2d-%2d", &date.year, &date.month, &date.day) != 3 || date.year < 1900 ||
        date.month < 1 || date.month > 12 || date.day < 1 || date.day > 31)
        return (struct date){0};
    return date;
}

/* A look that a field has as a whole is the style's to give, not the file's. */
static void unwrap(struct node *field, enum look look)
{
    if (!inspect_is_all(field, look))
        return;
    for (struct node *n = field->first, *next; n; n = next) {
        next = n->next;
        if (n->kind != NODE_SPAN)
            continue;
        n->as.span.look &= ~(unsigned)look;
        if (n->as.span.look)
            continue;
        while (n->first)
            doc_insert_before(n, n->first);
        doc_unlink(n);
    }
}

void akn_unwrap_looks(struct node *block, unsigned looks)
{
    if (looks & LOOK_BOLD)
        unwrap(block, LOOK_BOLD);
    if (looks & LOOK_ITALIC)
        unwrap(block, LOOK_ITALIC);
}

struct node *akn_new_field(struct akn *akn, enum field name, const struct xml *element)
{
    struct node *field = doc_new(akn->arena, NODE_FIELD, element->at);
    field->as.field.field = name;
    akn_read_inlines(akn, element, field);
    akn_unwrap_looks(field, LOOK_BOLD | LOOK_ITALIC);
    return field;
}

static void add_field(struct akn *akn, enum field name, const struct xml *element)
{
    struct node *field = akn_new_field(akn, name, element);
    if (name == FIELD_ISSUED)
        field->as.field.date = akn_date_of(element);
    if (!inspect_is_blank(field))
        doc_place_field(akn->doc, field);
}

/* --- the masthead -------------------------------------------------------------------- */

static bool refers_to(const struct xml *element, const char *what)
{
    const char *target = xml_attribute(element, "refersTo");
    return strcmp(target + (*target == '#'), what) == 0;
}

static void read_authority(struct akn *akn, const struct xml *element)
{
    add_field(akn, refers_to(element, "publisher") ? FIELD_ORGANIZATION : FIELD_ORGAN, element);
}

static void read_symbol(struct akn *akn, const struct xml *element)
{
    add_field(akn, FIELD_SYMBOL, element);
}

static void read_status(struct akn *akn, const struct xml *element)
{
    add_field(akn, FIELD_DISTRIBUTION, element);
}

static void read_date(struct akn *akn, const struct xml *element)
{
    add_field(akn, FIELD_ISSUED, element);
}

static void read_session(struct akn *akn, const struct xml *element)
{
    add_field(akn, FIELD_SESSION, element);
}

/* Resolutions have "[on the report of the First Committee (…)]" there, decisions and drafts the
 * name of the committee. */
static void read_proponent(struct akn *akn, const struct xml *element)
{
    const char *text = xml_text(akn->arena, element);
    bool bracketed = text[strspn(text, " \t\r\n")] == '[';
    bool committee = akn->doc->as.doc.kind == KIND_DECISION || akn->doc->as.doc.kind == KIND_DRAFT;
    add_field(akn, committee && !bracketed ? FIELD_COMMITTEE : FIELD_PROPONENT, element);
}

static void read_type(struct akn *akn, const struct xml *element)
{
    add_field(akn, FIELD_TYPE, element);
}

/* By the name; one that is not known has the title of the item, as it stands where that does. */
static void read_inline_field(struct akn *akn, const struct xml *element)
{
    const char *name = xml_attribute(element, "name");
    enum field field = strcmp(name, "agenda item") == 0     ? FIELD_ITEM
                       : strcmp(name, "decision type") == 0 ? FIELD_TYPE
                       : refers_to(element, "original")     ? FIELD_ORIGINAL
                                                            : FIELD_ITEM_TITLE;
    add_field(akn, field, element);
}

static void read_cover_title(struct akn *akn, const struct xml *element)
{
    enum field field = refers_to(element, "resolutionNumber") ? FIELD_TITLE
                       : refers_to(element, "sponsors")       ? FIELD_SPONSORS
                                                              : FIELD_ADOPTION;
    add_field(akn, field, element);
}

static void skip(struct akn *akn, const struct xml *element)
{
    (void)akn, (void)element;
}

/* --- number and title --------------------------------------------------------------------------
 */

static void read_number(struct akn *akn, const struct xml *element)
{
    add_field(akn, FIELD_NUMBER, element);
}

/* Arabic has a dash between number and title, which files have at the front of the title, before
 * a tab. */
static void move_dash(struct akn *akn, struct node *title, struct node *number)
{
    static const char *const dashes[] = {" -", " –"};
    struct node *text = inspect_first_text(title);
    size_t front = text ? strspn(text->text, " \t\r\n") : 0;
    for (size_t i = 0; text && number && i < G_N_ELEMENTS(dashes); i++) {
        size_t size = strlen(dashes[i]) - 1;
        const char *after = text->text + front + size;
        if (strncmp(text->text + front, dashes[i] + 1, size) != 0 ||
            after[strspn(after, " ")] != '\t')
            continue;
        doc_append_text(akn->arena, number, dashes[i], size + 1, text->at + (uint32_t)front);
        text->text += front + size;
        text->at += (uint32_t)(front + size);
        return;
    }
}

static void read_title(struct akn *akn, const struct xml *element)
{
    struct node *title =
        akn_new_field(akn, refers_to(element, "sponsors") ? FIELD_SPONSORS : FIELD_TITLE, element);
    move_dash(akn, title, doc_field(akn->doc, FIELD_NUMBER));
    if (!inspect_is_blank(title))
        doc_place_field(akn->doc, title);
}

static const struct akn_rule cover_rules[] = {
    {"docAuthority", read_authority}, {"docNumber", read_symbol},
    {"docStatus", read_status},       {"docDate", read_date},
    {"session", read_session},        {"inline", read_inline_field},
    {"docTitle", read_cover_title},   {"docProponent", read_proponent},
    {"docType", read_type},           {"img", skip},
};

static const struct akn_rule preface_rules[] = {
    {"docNumber", read_number}, {"docTitle", read_title},         {"docStatus", read_status},
    {"docDate", read_date},     {"docProponent", read_proponent}, {"docType", read_type},
    {"session", read_session},  {"inline", read_inline_field},    {"img", skip},
};

/* Fields may stand in any p or span; what is no field stays as a paragraph. */
static void read_fields(struct akn *akn, const struct xml *element, const struct akn_rule *rules,
                        size_t count)
{
    for (const struct xml *n = element->first; n; n = n->next) {
        akn_reader *reader = n->name ? akn_find_rule(rules, count, n->name) : NULL;
        if (reader)
            reader(akn, n);
        else if (xml_is(n, "p") || xml_is(n, "span") || xml_is(n, "container"))
            read_fields(akn, n, rules, count);
        else if (n->name || !xml_is_blank(n))
            akn_read_block(akn, n);
    }
}

void akn_read_cover(struct akn *akn, const struct xml *element)
{
    read_fields(akn, element, cover_rules, G_N_ELEMENTS(cover_rules));
}

void akn_read_preface(struct akn *akn, const struct xml *element)
{
    read_fields(akn, element, preface_rules, G_N_ELEMENTS(preface_rules));
}

void akn_read_part_preface(struct akn *akn, const struct xml *element)
{
    const struct xml *number = xml_find(element, "docNumber"),
                     *title = xml_find(element, "docTitle");
    struct node *heading = doc_new(akn->arena, NODE_HEADING, element->at);
    heading->as.block.level = 1;
    if (number)
        heading->label = g_strstrip((char *)xml_text(akn->arena, number));
    if (title)
        akn_read_inlines(akn, title, heading);
    akn_unwrap_looks(heading, LOOK_BOLD);
    if (heading->first || heading->label)
        outline_add(&akn->place.outline, heading);
}
