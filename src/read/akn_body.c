/* akn_body: preamble, body, annexes and whatever holds blocks: finds the blocks, their labels and
 * kinds, and leaves their order and depth to the outline (formats.md 2.3 to 2.10). */
#include <glib.h>
#include <string.h>

#include "read/akn.h"
#include "read/inspect.h"
#include "read/typed_label.h"

enum { TABBED_MAX = 300 }; /* characters of a title that only tabs mark as one */

/* --- kinds --------------------------------------------------------------------------- */

static bool has_two_tabs(const struct node *block)
{
    const struct node *text = inspect_first_text(block);
    const char *t = text ? text->text + strspn(text->text, " \r\n") : "";
    return strspn(t, "\t") == 2;
}

static bool looks_like_heading(const struct akn_place *place, const struct node *block,
                               const struct label *label)
{
    bool section = block->label && label->count && label_is_section(label);
    if (!place->guesses || !inspect_is_title(block) || (block->label && !section))
        return false;
    if (section || place->class_level)
        return true;
    if (place->lists)
        return false;
    return inspect_is_all(block, LOOK_BOLD) ||
           (has_two_tabs(block) && place->run != RUN_LATER && inspect_is_within(block, TABBED_MAX));
}

/* In a list, what looks like the number of a paragraph is one in published files too, unless it
 * goes on with the numbers of the list; other labels are those of items, even such as "No. 1". */
static bool is_item(const struct akn_place *place, const struct label *label)
{
    return !label->count || label_is_section(label) || outline_goes_on(&place->outline, label);
}

static enum node_kind kind_of(const struct akn_place *place, const struct node *block,
                              const struct label *label)
{
    if (place->heading || looks_like_heading(place, block, label))
        return NODE_HEADING;
    if (!block->label)
        return place->plain;
    if (place->in_point && is_item(place, label))
        return NODE_ITEM;
    bool apart = place->lists ? outline_counts_on(&place->outline, label)
                              : !outline_is_within(&place->outline, label);
    if (!label->count || (label_is_number(label) && apart))
        return NODE_OPERATIVE;
    return label_is_section(label) ? NODE_OPERATIVE : NODE_ITEM;
}

/* The label tells more than the Word style does. */
static int level_of(const struct akn_place *place, const struct label *label)
{
    if (label->count)
        return label_heading_level(label);
    return place->class_level ? place->class_level : place->heading ? place->heading : 2;
}

/* --- placing ------------------------------------------------------------------------- */

/* "Y.A.S. CO. LTD": the first word of a name is no label. */
static void free_words(struct akn *akn, struct node *block)
{
    bool number = strpbrk(block->label, "0123456789") || g_utf8_strlen(block->label, -1) < 4;
    if (number || !block->first)
        return;
    struct node *words = doc_new(akn->arena, NODE_TEXT, block->at);
    words->text = arena_printf(akn->arena, "%s ", block->label);
    doc_insert_before(block->first, words);
    block->label = NULL;
}

/* The label that waits for the block, or one typed in its text. */
static bool take_label(struct akn *akn, struct node *block, struct label *label)
{
    struct akn_place *place = &akn->place;
    bool taken = place->label != NULL;
    if (taken) {
        block->label = place->label;
        place->label = NULL;
        typed_label_drop(block);
        typed_label_complete(akn->arena, block);
        taken = label_read_whole(block->label, label);
        if (!taken)
            free_words(akn, block);
    } else if (place->guesses) {
        taken = typed_label_take(akn->arena, block, false, label);
    }
    if (!taken)
        *label = (struct label){0};
    return block->label != NULL;
}

/* Some files have a label in a paragraph of its own, and its text in the next. */
static bool fill_empty(struct akn_place *place, struct node *block)
{
    struct node *empty = place->empty;
    place->empty = NULL;
    if (empty && block->kind == place->plain)
        while (block->first)
            doc_append(empty, block->first);
    else if (block->label && block->kind != NODE_HEADING && inspect_is_blank(block))
        place->empty = block;
    return !block->first && !block->label;
}

static bool is_white(const struct node *node)
{
    const char *p = node->kind == NODE_TEXT ? node->text : "-";
    while (*p && g_unichar_isspace(g_utf8_get_char(p)))
        p = g_utf8_next_char(p);
    return !*p;
}

/* French has a no-break space behind a label; at the front of a block it is no use. */
static void cut_spaces(struct node *block)
{
    struct node *text = inspect_first_text(block);
    if (text && text->prev && text->prev->kind == NODE_NOTE)
        return;
    while (block->first && block->first != text && is_white(block->first))
        doc_unlink(block->first);
    while (text && g_unichar_isspace(g_utf8_get_char(text->text))) {
        const char *next = g_utf8_next_char(text->text);
        text->at += (uint32_t)(next - text->text);
        text->text = next;
    }
}

/* What the source says by elements and styles both is remembered until all blocks stand. */
static void set_level(struct akn *akn, struct node *heading, const struct label *label)
{
    heading->as.block.level = level_of(&akn->place, label);
    if (label->count || !akn->place.class_level || !akn->place.heading)
        return;
    struct akn_levelled *levelled = ARENA_NEW(akn->arena, struct akn_levelled);
    *levelled = (struct akn_levelled){akn->levelled, heading, akn->place.class_level};
    akn->levelled = levelled;
}

static void place_block(struct akn *akn, struct node *block)
{
    struct akn_place *place = &akn->place;
    struct label label = {0};
    if (!place->label && !block->first)
        return;
    bool labelled = take_label(akn, block, &label);
    block->kind = kind_of(place, block, &label);
    block->as.block.table_note = place->table_note && block->kind == NODE_PARAGRAPH;
    if (labelled)
        cut_spaces(block);
    if (fill_empty(place, block))
        return;
    if (block->kind == NODE_HEADING)
        set_level(akn, block, &label);
    if (block->kind == NODE_ITEM && !label.count) /* all labels that nobody reads are of a kind */
        label = (struct label){.count = 1, .readings = {{LABEL_BULLET, 0}}};
    if (block->kind == NODE_ITEM)
        outline_add_item(&place->outline, block, &label);
    else if (!labelled && (place->lists || place->run == RUN_LATER))
        outline_continue(&place->outline, block);
    else
        outline_add(&place->outline, block);
    if (place->run != RUN_LATER)
        place->own_depth = place->outline.depth;
    if (place->run == RUN_FIRST)
        place->run = RUN_LATER;
}

/* --- elements ------------------------------------------------------------------------ */

static int level_of_class(const char *name)
{
    if (!strcmp(name, "H1") || !strcmp(name, "HCh") || !strcmp(name, "TitleH1"))
        return 1;
    if (!strcmp(name, "H23") || !strcmp(name, "TitleH2"))
        return 2;
    return strcmp(name, "H4") == 0 ? 3 : 0;
}

/* What is particular to the paragraph `before` is put back, what came to be stays. */
static void leave_paragraph(struct akn *akn, const struct akn_place *before)
{
    akn->place.run = before->run;
    akn->place.class_level = before->class_level;
    akn->place.table_note = before->table_note;
    akn->place.own_depth = before->own_depth;
}

/* paragraph, point, item: one label, one or more blocks, perhaps lists. */
static void read_paragraph(struct akn *akn, const struct xml *element)
{
    struct akn_place before = akn->place;
    akn->place.run = RUN_FIRST;
    akn->place.class_level = level_of_class(xml_attribute(element, "class"));
    akn->place.table_note = strcmp(xml_attribute(element, "class"), "FootnoteText") == 0;
    akn_read_blocks(akn, element);
    if (akn->place.label)
        place_block(akn, doc_new(akn->arena, NODE_PARAGRAPH, element->at));
    leave_paragraph(akn, &before);
}

/* An entry of a list. */
static void read_point(struct akn *akn, const struct xml *element)
{
    bool before = akn->place.in_point;
    akn->place.in_point = true;
    read_paragraph(akn, element);
    akn->place.in_point = before;
}

/* Sections, containers: each block stands for itself. */
static void read_apart(struct akn *akn, const struct xml *element)
{
    struct akn_place before = akn->place;
    akn->place.run = RUN_APART;
    akn->place.class_level = 0;
    akn_read_blocks(akn, element);
    leave_paragraph(akn, &before);
}

static void read_as(struct akn *akn, const struct xml *element, enum node_kind plain, bool guesses)
{
    enum node_kind before = akn->place.plain;
    bool guesses_before = akn->place.guesses;
    akn->place.plain = plain;
    akn->place.guesses = guesses;
    read_apart(akn, element);
    akn->place.plain = before;
    akn->place.guesses = guesses_before;
}

static void read_list(struct akn *akn, const struct xml *element)
{
    akn->place.lists++;
    akn_read_blocks(akn, element);
    akn->place.lists--;
}

/* The words that open a list belong to what is outside of it. */
static void read_intro(struct akn *akn, const struct xml *element)
{
    int lists = akn->place.lists;
    akn->place.lists -= lists > 0;
    akn_read_blocks(akn, element);
    akn->place.lists = lists;
}

/* Text that goes on after a list. */
static void read_going_on(struct akn *akn, const struct xml *element)
{
    if (akn->place.run == RUN_LATER)
        outline_close(&akn->place.outline, akn->place.own_depth);
    akn_read_blocks(akn, element);
}

static bool has_heading_next(const struct xml *element)
{
    const struct xml *next = element->next;
    while (next && !next->name)
        next = next->next;
    return xml_is(next, "heading") || xml_is(next, "subheading");
}

static bool is_section(const struct xml *element)
{
    static const char *const names[] = {"section", "part",     "title", "chapter",
                                        "article", "division", "rule",  "subsection"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (xml_is(element, names[i]))
            return true;
    return false;
}

/* The number of a section without heading is a heading. */
static void read_number(struct akn *akn, const struct xml *element)
{
    char *text = g_strstrip((char *)xml_text(akn->arena, element));
    akn->place.label = *text ? text : NULL;
    if (*text && is_section(element->parent) && !has_heading_next(element)) {
        struct node *heading = doc_new(akn->arena, NODE_HEADING, element->at);
        akn->place.heading = 2;
        place_block(akn, heading);
        akn->place.heading = 0;
    }
}

static void read_heading(struct akn *akn, const struct xml *element)
{
    int before = akn->place.heading;
    enum akn_run run = akn->place.run;
    akn->place.heading = 2;
    akn->place.run = RUN_APART;
    akn_read_blocks(akn, element);
    akn->place.heading = before;
    akn->place.run = run;
}

static void read_cross_heading(struct akn *akn, const struct xml *element)
{
    if (strcmp(xml_attribute(element, "refersTo"), "#preamble") == 0)
        read_as(akn, element, NODE_PREAMBULAR, akn->place.guesses);
    else
        read_heading(akn, element);
}

static void read_formula(struct akn *akn, const struct xml *element)
{
    read_as(akn, element, NODE_OPENING, false);
}

static void read_preamble(struct akn *akn, const struct xml *element)
{
    read_as(akn, element, NODE_PREAMBULAR, akn->place.guesses);
}

/* An annex of an annex stands behind it. */
static void read_inner_annex(struct akn *akn, const struct xml *element)
{
    struct node *outer = akn->place.outline.container;
    if (outer->kind != NODE_ANNEX) {
        akn_read_blocks(akn, element);
        return;
    }
    struct node *annex = doc_new(akn->arena, NODE_ANNEX, element->at);
    doc_append(outer->parent, annex);
    struct akn_place before = akn_enter(akn, annex);
    akn_read_blocks(akn, element);
    akn->place = before;
}

static void read_decoration(struct akn *akn, const struct xml *element)
{
    read_as(akn, element, NODE_SEPARATOR, false);
}

static void skip(struct akn *akn, const struct xml *element)
{
    (void)akn, (void)element;
}

/* --- any blocks ---------------------------------------------------------------------- */

static const struct akn_rule rules[] = {
    {"p", akn_read_blocks},
    {"content", akn_read_blocks},
    {"paragraph", read_paragraph},
    {"num", read_number},
    {"container", read_apart},
    {"point", read_point},
    {"subheading", read_heading},
    {"list", read_list},
    {"intro", read_intro},
    {"sublist", read_list},
    {"table", akn_read_table},
    {"crossHeading", read_cross_heading},
    {"heading", read_heading},
    {"section", read_apart},
    {"formula", read_formula},
    {"blockList", read_list},
    {"listIntroduction", read_intro},
    {"item", read_point},
    {"indent", read_paragraph},
    {"subparagraph", read_paragraph},
    {"alinea", read_going_on},
    {"wrapUp", read_going_on},
    {"listWrapUp", read_going_on},
    {"title", read_apart},
    {"part", read_apart},
    {"chapter", read_apart},
    {"subsection", read_apart},
    {"decoration", read_decoration},
    {"doc", akn_read_blocks},
    {"mainBody", read_apart},
    {"preface", read_apart},
    {"docTitle", read_heading},
    {"docType", read_heading},
    {"preamble", read_preamble},
    {"article", read_apart},
    {"division", read_apart},
    {"subpart", read_apart},
    {"subtitle", read_apart},
    {"subchapter", read_apart},
    {"rule", read_apart},
    {"hcontainer", read_apart},
    {"level", read_apart},
    {"body", read_apart},
    {"coverPage", read_apart},
    {"conclusions", read_apart},
    {"longTitle", read_apart},
    {"recitals", read_apart},
    {"recital", read_paragraph},
    {"citations", read_apart},
    {"citation", read_paragraph},
    {"clause", read_paragraph},
    {"subclause", read_paragraph},
    {"ul", read_list},
    {"ol", read_list},
    {"li", read_paragraph},
    {"attachments", akn_read_blocks},
    {"attachment", read_inner_annex},
    {"meta", skip},
    {"mod", akn_read_blocks},
    {"quotedStructure", akn_read_blocks},
    {"embeddedStructure", akn_read_blocks},
    {"block", akn_read_blocks},
    {"div", akn_read_blocks},
    {"tblock", akn_read_blocks},
};

static void read_unknown(struct akn *akn, const struct xml *element)
{
    akn_tell_unknown(akn, element);
    akn_read_blocks(akn, element);
}

/* An element that is not known is one among blocks when it holds one. */
static akn_reader *find_reader(const struct xml *node)
{
    akn_reader *reader = node->name ? akn_find_rule(rules, G_N_ELEMENTS(rules), node->name) : NULL;
    if (reader || !node->name || akn_is_inline(node->name))
        return reader;
    for (const struct xml *n = node->first; n; n = n->next)
        if (n->name && akn_find_rule(rules, G_N_ELEMENTS(rules), n->name))
            return read_unknown;
    return NULL;
}

/* Elements with a rule are read by it; what stands between them makes blocks. */
static void read_children(struct akn *akn, const struct xml *first, const struct xml *end,
                          uint32_t at)
{
    struct node *block = NULL;
    for (const struct xml *n = first; n != end; n = n->next) {
        akn_reader *reader = find_reader(n);
        if (!reader) {
            if (!block && xml_is_blank(n))
                continue;
            if (!block)
                block = doc_new(akn->arena, NODE_PARAGRAPH, n == first ? at : n->at);
            akn_read_inline(akn, n, block);
            continue;
        }
        if (block)
            place_block(akn, block);
        block = NULL;
        reader(akn, n);
    }
    if (block)
        place_block(akn, block);
}

void akn_read_blocks(struct akn *akn, const struct xml *element)
{
    read_children(akn, element->first, NULL, element->at);
}

void akn_read_block(struct akn *akn, const struct xml *node)
{
    read_children(akn, node, node->next, node->at);
}
