/* paragraphs_body: the entries of the text → preamble, operative part, closing, annexes. The type
 * of an entry is believed where it says something; where it does not ("backmatter"), words, labels
 * and order do. */
#include <string.h>

#include "read/derive.h"
#include "read/inspect.h"
#include "read/paragraphs.h"
#include "read/recognise.h"
#include "read/typed_label.h"

enum { HEADING_MAX = 100 }; /* characters of a heading that nothing but its look tells */

static struct node *whole_block(struct paragraphs *list, const struct entry *entry,
                                enum node_kind kind)
{
    return paragraphs_new_block(list, entry, kind, 0, strlen(entry->text));
}

/* --- the closing line ---------------------------------------------------------------- */

/* What a line of a closing is; FIELD_COUNT when it is of none. */
static enum field closing_line(const struct paragraphs *list, const char *text, size_t size,
                               struct date *date)
{
    char *line = g_strstrip(g_strndup(text, size));
    size_t end = strlen(line);
    if (end && strchr(",.", line[end - 1])) /* old volumes have them */
        line[end - 1] = '\0';
    *date = recognise_date(list->import.style, line);
    enum field name = recognise_meeting(list->import.style, line) ? FIELD_MEETING
                      : date->year                                ? FIELD_ADOPTED
                                                                  : FIELD_COUNT;
    g_free(line);
    return name;
}

static bool is_closing(const struct paragraphs *list, const char *text)
{
    enum { LONGEST = 200 };
    const struct node *before = list->outline.container->last;
    bool goes_on = before && before->kind == NODE_CLOSING;
    if (strlen(text) > LONGEST)
        return false;
    for (const char *line = text; *line;) {
        struct date date;
        size_t size = strcspn(line, "\n");
        enum field name = closing_line(list, line, size, &date);
        if (name == FIELD_COUNT || (name == FIELD_ADOPTED && !goes_on && line == text))
            return false;
        line += size + (line[size] == '\n');
    }
    return *text != '\0';
}

/* Meeting and date may stand in one entry or in two. */
static void add_closing(struct paragraphs *list, const struct entry *entry)
{
    struct node *closing = list->outline.container->last;
    bool whole = closing && closing->kind == NODE_CLOSING && closing->first != closing->last;
    if (!closing || closing->kind != NODE_CLOSING || whole) {
        closing = doc_new(list->import.arena, NODE_CLOSING, entry->at);
        outline_add(&list->outline, closing);
    }
    for (const char *line = entry->text; *line;) {
        struct date date;
        size_t from = (size_t)(line - entry->text), size = strcspn(line, "\n");
        enum field name = closing_line(list, line, size, &date);
        struct node *field = paragraphs_new_block(list, entry, NODE_FIELD, from, from + size);
        field->as.field.field = name;
        field->as.field.date = date;
        doc_append(closing, field);
        line += size + (line[size] == '\n');
    }
    derive_closing_order(closing, list->import.doc->as.doc.language);
}

/* --- headings and annexes -------------------------------------------------------------- */

static bool is_annex(const struct paragraphs *list, const char *line)
{
    const char *word = style_word(list->import.style, "annex");
    if (!word || strlen(line) > HEADING_MAX)
        return false;
    char *typed = g_utf8_strup(line, -1), *known = g_utf8_strup(word, -1);
    bool capitals = strcmp(typed, line) == 0 && g_str_has_prefix(typed, known) &&
                    !g_ascii_isalpha(typed[strlen(known)]);
    g_free(typed);
    g_free(known);
    return capitals || recognise_annex(list->import.style, line);
}

static void begin_annex(struct paragraphs *list, const struct entry *entry)
{
    struct node *annex = doc_new(list->import.arena, NODE_ANNEX, entry->at);
    doc_append(list->import.doc, annex);
    outline_begin(&list->outline, list->import.arena, annex);
    list->plain = NODE_PARAGRAPH;
}

/* The number of a section that a heading begins with: a space is enough behind it here. */
static void take_section(struct paragraphs *list, struct node *heading, struct label *label)
{
    struct node *text = inspect_first_text(heading);
    if (!text || !label_read(text->text, label) || !label_is_section(label) || label->bare)
        return;
    size_t space = strspn(text->text + label->length, " \t");
    if (!space)
        return;
    heading->label = arena_strndup(list->import.arena, text->text, label->length);
    text->text += label->length + space;
    text->at += (uint32_t)(label->length + space);
}

static void add_heading(struct paragraphs *list, const struct entry *entry, int level)
{
    struct node *heading = whole_block(list, entry, NODE_HEADING);
    struct label label = {0};
    heading->as.block.level = level < 1 ? 1 : level > 3 ? 3 : level;
    if (entry->prefix && label_read_whole(entry->prefix, &label))
        heading->label = entry->prefix;
    else
        take_section(list, heading, &label);
    outline_join_heading(&list->outline, heading, &label);
    outline_add(&list->outline, heading);
}

static void read_heading(struct paragraphs *list, const struct entry *entry)
{
    bool annex = is_annex(list, entry->text);
    if (annex)
        begin_annex(list, entry);
    add_heading(list, entry, annex ? 1 : entry->level);
}

static bool has_small_letters(const char *text)
{
    for (; *text; text = g_utf8_next_char(text))
        if (g_unichar_islower(g_utf8_get_char(text)))
            return true;
    return false;
}

/* Nothing but the word and the title stands in the annex so far. */
static bool is_title_of_annex(const struct paragraphs *list)
{
    const struct node *container = list->outline.container;
    return container->kind == NODE_ANNEX && container->last->kind == NODE_HEADING &&
           !container->last->label && container->last->as.block.level == 1;
}

/* What nobody said is a heading: short, ended by no mark, and in capitals or at a place where no
 * clause has that form. */
static bool looks_like_heading(const struct paragraphs *list, const struct entry *entry)
{
    static const char ends[] = ".,;:!?-";
    const char *text = entry->text;
    size_t size = strlen(text);
    if (!size || size > HEADING_MAX || strchr(ends, text[size - 1]) || strstr(text, "   "))
        return false;
    if (is_title_of_annex(list))
        return true;
    gunichar first = g_utf8_get_char(text);
    if (!g_unichar_isupper(first))
        return false;
    return !has_small_letters(text) ||
           (entry->type == ENTRY_BACK && list->outline.container->kind == NODE_ANNEX);
}

/* --- labels -------------------------------------------------------------------------- */

static void add_labelled(struct paragraphs *list, struct node *block, const struct label *label,
                         bool numbered)
{
    if (numbered) {
        block->kind = NODE_OPERATIVE;
        list->plain = NODE_PARAGRAPH;
        outline_add(&list->outline, block);
    } else {
        block->kind = NODE_ITEM;
        outline_add_item(&list->outline, block, label);
    }
}

/* A label that stands apart, in `prefix`. What is none goes back before the text. */
static void add_prefixed(struct paragraphs *list, const struct entry *entry)
{
    struct node *block = whole_block(list, entry, NODE_ITEM);
    struct label label;
    bool known = label_read(entry->prefix, &label);
    block->label = entry->prefix;
    if (known && label_is_section(&label) && inspect_is_title(block)) {
        block->kind = NODE_HEADING;
        block->as.block.level = 2;
        outline_add(&list->outline, block);
    } else if (entry->level > 1 || (known && !label_is_number(&label))) {
        if (!known)
            label = (struct label){.count = 1, .readings = {{LABEL_BULLET, *entry->prefix}}};
        add_labelled(list, block, &label, false);
    } else {
        add_labelled(list, block, &label, true);
    }
}

/* --- plain text ---------------------------------------------------------------------- */

static bool read_opening(struct paragraphs *list, const struct entry *entry)
{
    struct import *import = &list->import;
    enum organ organ = recognise_opening(import->style, entry->text);
    if (organ == ORGAN_NONE)
        return false;
    if (import->doc->as.doc.organ == ORGAN_NONE) {
        const char *key = arena_printf(import->arena, "organ-%s", doc_organ_name(organ));
        const char *name = style_word(import->style, key);
        import->doc->as.doc.organ = organ;
        if (name)
            import_add_field(import, FIELD_ORGAN, name, entry->at);
    }
    outline_add(&list->outline, whole_block(list, entry, NODE_OPENING));
    list->plain = NODE_PREAMBULAR;
    return true;
}

/* The first line of the text, short and ended by a comma, is the organ's, if no phrase of a
 * preamble begins it: "The United Nations Environment Assembly,". */
static bool read_unknown_opening(struct paragraphs *list, const struct entry *entry)
{
    enum { LONGEST = 100 };
    size_t size = strlen(entry->text);
    bool first = list->plain == NODE_OPENING;
    if (!first || size > LONGEST ||
        !(g_str_has_suffix(entry->text, ",") || g_str_has_suffix(entry->text, "，") ||
          g_str_has_suffix(entry->text, "،")))
        return false;
    if (style_lead_phrase(list->import.doc->as.doc.language, false, entry->text))
        return false;
    outline_add(&list->outline, whole_block(list, entry, NODE_OPENING));
    list->plain = NODE_PREAMBULAR;
    return true;
}

/* What a line is wherever it stands and whatever is said about it. */
static bool read_fixed(struct paragraphs *list, const struct entry *entry)
{
    if (is_closing(list, entry->text))
        add_closing(list, entry);
    else if (is_annex(list, entry->text))
        read_heading(list, entry);
    else if (paragraphs_number(entry->text) && strlen(entry->text) < 300)
        add_heading(list, entry, 1); /* the next resolution of the page it was read from */
    else
        return read_opening(list, entry);
    return true;
}

static void add_plain(struct paragraphs *list, const struct entry *entry)
{
    struct node *block = whole_block(list, entry, list->plain);
    struct label label;
    if (typed_label_take(list->import.arena, block, true, &label)) {
        add_labelled(list, block, &label, label_is_number(&label));
        return;
    }
    if (list->plain == NODE_OPENING)
        list->plain = NODE_PREAMBULAR;
    /* a preambular paragraph ends with a comma: behind the first that does not, none comes */
    if (list->plain == NODE_PREAMBULAR && inspect_ends_with(block, ".;:。；："))
        list->plain = NODE_PARAGRAPH;
    block->kind = list->plain;
    outline_add(&list->outline, block);
}

/* A line whose type says nothing. */
static void read_plain(struct paragraphs *list, const struct entry *entry)
{
    if (read_fixed(list, entry) || read_unknown_opening(list, entry))
        return;
    if (looks_like_heading(list, entry))
        add_heading(list, entry, is_title_of_annex(list) ? 1 : 2);
    else
        add_plain(list, entry);
}

/* A preambular paragraph ends with a comma, whatever is said about it: one that ends with a stop is
 * none, and behind the operative part's begin only a comma makes one, as in a section. */
static bool is_preambular(const struct paragraphs *list, const struct entry *entry)
{
    size_t size = strlen(entry->text);
    while (size && g_ascii_isdigit(entry->text[size - 1])) /* a call */
        size--;
    char last = size ? entry->text[size - 1] : '\0';
    bool may_be = list->plain == NODE_PARAGRAPH ? last == ',' : last != '.' && last != ';';
    return entry->preambular && may_be;
}

static void read_paragraph(struct paragraphs *list, const struct entry *entry)
{
    bool continues = entry->level > 1 && !entry->preambular;
    if (entry->prefix) {
        add_prefixed(list, entry);
        return;
    }
    if (!entry->preambular && !entry->operative) {
        read_plain(list, entry);
        return;
    }
    if (read_fixed(list, entry) || read_unknown_opening(list, entry))
        return;
    if (looks_like_heading(list, entry)) {
        add_heading(list, entry, 2);
        return;
    }
    list->plain = is_preambular(list, entry) ? NODE_PREAMBULAR : NODE_PARAGRAPH;
    struct node *block = whole_block(list, entry, list->plain);
    if (continues)
        outline_continue(&list->outline, block);
    else
        outline_add(&list->outline, block);
}

/* A footer that is no note: the foot of a printed page, or a column in another language. */
static void read_footer(struct paragraphs *list, const struct entry *entry)
{
    if (paragraphs_is_note(list, entry))
        return; /* read where it is called */
    diag_file(list->import.diag, list->import.source, entry->at, DIAG_DATA_PLACE,
              "this footer is no note (“¹ Words.” was wanted), it is kept as a paragraph");
    outline_continue(&list->outline, whole_block(list, entry, NODE_PARAGRAPH));
}

static void read_stray_front(struct paragraphs *list, const struct entry *entry)
{
    diag_file(list->import.diag, list->import.source, entry->at, DIAG_DATA_PLACE,
              "this line before the title has no place in a masthead, it is kept as a paragraph");
    outline_add(&list->outline, whole_block(list, entry, NODE_PARAGRAPH));
}

void paragraphs_read_body(struct paragraphs *list, const struct entry *entry)
{
    switch (entry->type) {
    case ENTRY_FRONT:
        if (list->title && entry < list->title)
            read_stray_front(list, entry);
        else
            read_plain(list, entry);
        return;
    case ENTRY_TITLE:
        add_heading(list, entry, 1); /* a second title */
        return;
    case ENTRY_HEADING:
        read_heading(list, entry);
        return;
    case ENTRY_PARAGRAPH:
        read_paragraph(list, entry);
        return;
    case ENTRY_FOOTER:
        read_footer(list, entry);
        return;
    case ENTRY_BACK:
    case ENTRY_OTHER:
        read_plain(list, entry);
        return;
    }
}
