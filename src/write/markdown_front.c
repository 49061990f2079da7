/* markdown_front: front matter and head: what stands before the text. Fields have the form that
 * they have in YAML documents; number, title and the proponent line are lines of their own. */
#include <string.h>

#include "read/recognise.h"
#include "write/data.h"
#include "write/markdown.h"

/* --- front matter ------------------------------------------------------------------------- */

static const char *plain_text(struct markdown_sheet *sheet, const struct node *field)
{
    return doc_plain_text(sheet->arena, field);
}

/* "[on the report of the First Committee (A/76/439, para. 7)]" is known by its brackets. */
static bool is_proponent_line(struct markdown_sheet *sheet, const struct node *field)
{
    const char *text = plain_text(sheet, field);
    return field->as.field.field == FIELD_PROPONENT && *text == '[' && g_str_has_suffix(text, "]");
}

bool markdown_is_numbered_title(struct markdown_sheet *sheet)
{
    const struct node *number = doc_field(sheet->doc, FIELD_NUMBER);
    const struct node *title = doc_field(sheet->doc, FIELD_TITLE);
    if (!number || !title || !number->first || number->first->kind != NODE_TEXT ||
        number->first->next)
        return false;
    const char *text = number->first->text;
    const char *line = arena_printf(sheet->arena, "%s %s", text, plain_text(sheet, title));
    return recognise_number(line) == strlen(text);
}

static bool is_in_head(struct markdown_sheet *sheet, const struct node *field)
{
    if (field->as.field.field == FIELD_NUMBER)
        return markdown_is_numbered_title(sheet);
    return field->as.field.field == FIELD_TITLE || is_proponent_line(sheet, field);
}

/* What every document of the language says need not be said. */
static bool is_usual(struct markdown_sheet *sheet, const struct node *field)
{
    const char *word = style_word(sheet->style, "organization");
    return field->as.field.field == FIELD_ORGANIZATION && word && field->first &&
           strcmp(word, plain_text(sheet, field)) == 0;
}

static void add_date(struct markdown_sheet *sheet, struct data *data, struct value *top,
                     const struct node *field)
{
    struct date date = field->as.field.date;
    const char *usual = style_date(sheet->arena, sheet->style, "issue-date", date);
    if (date.year && usual && strcmp(usual, plain_text(sheet, field)) == 0) {
        const char *iso =
            arena_printf(sheet->arena, "%04d-%02d-%02d", date.year, date.month, date.day);
        data_add(data, top, "issued", VALUE_BARE)->text = iso;
        return;
    }
    struct value *mapping = data_add_flat(data, top, "issued", VALUE_MAPPING);
    if (date.year)
        data_add_words(
            data, mapping, "date",
            arena_printf(sheet->arena, "%04d-%02d-%02d", date.year, date.month, date.day));
    data_add_text(data, mapping, "text", field);
}

static void add_field(struct markdown_sheet *sheet, struct data *data, struct value *top,
                      const struct node *field)
{
    const struct node *text = field->first;
    bool alone = text && !text->next && text->kind == NODE_TEXT;
    const char *key = doc_field_name(field->as.field.field);
    if (field->as.field.field == FIELD_ISSUED)
        add_date(sheet, data, top, field);
    else if (alone)
        data_add_words(data, top, key, text->text);
    else
        data_add_text(data, top, key, field);
}

static void add_masthead(struct markdown_sheet *sheet, struct data *data, struct value *top)
{
    struct value *list = data_add(data, top, "masthead", VALUE_LIST);
    for (const struct node *n = sheet->doc->first; n; n = n->next) {
        if (!data_is_of_masthead(n) || is_in_head(sheet, n))
            continue;
        struct value *mapping = data_add(data, list, NULL, VALUE_MAPPING);
        data_add_field(data, mapping, doc_field_name(n->as.field.field), n);
    }
}

void markdown_write_front(struct markdown_sheet *sheet)
{
    const struct node *doc = sheet->doc;
    struct data data = {sheet->arena, sheet->style->lead_look, true};
    struct value *top = data_add(&data, NULL, NULL, VALUE_MAPPING);
    data_add_words(&data, top, "language", language_tag(doc->as.doc.language));
    if (doc->as.doc.kind != KIND_RESOLUTION)
        data_add_words(&data, top, "kind", doc_type_name(doc->as.doc.kind));
    if (data_has_twins(doc))
        add_masthead(sheet, &data, top);
    else
        for (const struct node *n = doc->first; n; n = n->next)
            if (data_is_of_masthead(n) && !is_in_head(sheet, n) && !is_usual(sheet, n))
                add_field(sheet, &data, top, n);
    if (!doc_field(doc, FIELD_TITLE))
        data_add_words(&data, top, "title", NULL);
    if (doc->as.doc.vote)
        data_add_vote(&data, top, doc->as.doc.vote);
    g_string_append(sheet->out, "---\n");
    value_write_yaml(sheet->out, top);
    g_string_append(sheet->out, "---\n");
}

/* --- head ----------------------------------------------------------------------------------- */

static void write_title(struct markdown_sheet *sheet, const struct node *title)
{
    bool numbered = markdown_is_numbered_title(sheet);
    if (!numbered)
        g_string_append(sheet->out, "\n<!-- title -->\n");
    g_string_append(sheet->out, "\n# ");
    if (numbered) {
        markdown_write_inlines(sheet, doc_field(sheet->doc, FIELD_NUMBER));
        g_string_append_c(sheet->out, ' ');
    }
    markdown_write_inlines(sheet, title);
    g_string_append_c(sheet->out, '\n');
}

void markdown_write_head(struct markdown_sheet *sheet)
{
    for (const struct node *n = sheet->doc->first; n; n = n->next) {
        if (n->kind != NODE_FIELD || !is_proponent_line(sheet, n))
            continue;
        g_string_append_c(sheet->out, '\n');
        markdown_write_line(sheet, n);
        g_string_append_c(sheet->out, '\n');
    }
    for (const struct node *n = sheet->doc->first; n; n = n->next)
        if (n->kind == NODE_FIELD && n->as.field.field == FIELD_TITLE)
            write_title(sheet, n);
}
