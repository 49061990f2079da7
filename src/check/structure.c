/* structure: rules about what a resolution consists of: lines of its head, the preamble before the
 * numbered clauses, sections and parts that count on, clauses that say something and stand once.
 * In: the tree. Out: findings. */
#include "check/structure.h"

#include <string.h>

#include "check/ending.h"

#include "check/families.h"
#include "doc/label.h"
#include "style/phrases.h"

static bool is_resolution(const struct copy *copy)
{
    enum doc_kind kind = copy->doc->as.doc.kind;
    return kind == KIND_RESOLUTION || kind == KIND_DRAFT;
}

/* --- lines of the head ----------------------------------------------------------------- */

/* Parts have closings of their own. */
static bool has_field(const struct node *doc, enum field field)
{
    const struct node *n = doc;
    while (n && !(n->kind == NODE_FIELD && n->as.field.field == field))
        n = doc_next(n, doc);
    return n != NULL;
}

/* The closings of parts: each names its meeting where one of them does. */
static void closing_without_meeting(const struct copy *copy)
{
    const struct node *doc = copy->doc;
    if (doc->as.doc.organ != ORGAN_GA || !has_field(doc, FIELD_MEETING))
        return;
    for (const struct node *n = doc; n; n = doc_next(n, doc))
        if (n->kind == NODE_CLOSING && has_field(n, FIELD_ADOPTED) && !has_field(n, FIELD_MEETING))
            find_node(copy, n, DIAG_HEAD_MISSING, "this closing has no meeting");
}

static void head_missing(const struct copy *copy)
{
    static const struct {
        enum field field;
        const char *name;
    } wanted[] = {{FIELD_SESSION, "session"},
                  {FIELD_ITEM, "agenda item"},
                  {FIELD_ADOPTION, "line of adoption"},
                  {FIELD_PROPONENT, "line of the report"},
                  {FIELD_NUMBER, "number"},
                  {FIELD_MEETING, "meeting in the closing"},
                  {FIELD_ADOPTED, "date in the closing"}};
    const struct node *doc = copy->doc;
    if (doc->as.doc.kind != KIND_RESOLUTION || doc->as.doc.organ != ORGAN_GA)
        return;
    for (size_t i = 0; i < G_N_ELEMENTS(wanted); i++)
        if (!has_field(doc, wanted[i].field))
            find_node(copy, doc, DIAG_HEAD_MISSING, "the resolution has no %s", wanted[i].name);
    closing_without_meeting(copy);
}

/* --- clauses without a number ---------------------------------------------------------- */

static bool is_lead(const struct node *span)
{
    return span && span->kind == NODE_SPAN && (span->as.span.look & LOOK_LEAD);
}

/* The operative clause before or after a block, past what belongs to it and, where asked, past
 * headings; NULL. */
static const struct node *neighbour(const struct node *block, bool before, bool headed)
{
    const struct node *n = before ? block->prev : block->next;
    while (n &&
           (n->kind == NODE_LIST || n->kind == NODE_TABLE || (headed && n->kind == NODE_HEADING)))
        n = before ? n->prev : n->next;
    return n && n->kind == NODE_OPERATIVE && n->label ? n : NULL;
}

static int number_of(const struct node *operative)
{
    struct label label;
    return operative && label_read_whole(operative->label, &label)
               ? label_ordinal(&label, LABEL_NUMBER)
               : 0;
}

/* A clause with a lead phrase, where a number is left out. */
static void operative_unnumbered(const struct copy *copy, const struct passage *passage)
{
    const struct node *block = passage->block;
    if (block->kind != NODE_PARAGRAPH || passage->in_annex || passage->note || passage->cell ||
        !is_lead(block->first) || !is_resolution(copy) || block->parent->kind == NODE_LIST)
        return;
    const struct node *before = neighbour(block, true, true);
    int number = number_of(before), after = number_of(neighbour(block, false, true));
    if (number && (after ? after == number + 2 : !block->next || block->next->kind == NODE_CLOSING))
        find(copy, passage, 0, 0, DIAG_OPERATIVE_UNNUMBERED,
             "this clause has no number, the one before it is “%s”", before->label);
}

/* An item by its end, with nothing to head and no phrase of its own. */
static bool reads_as_item(const struct copy *copy, const struct passage *passage)
{
    const struct node *block = passage->block, *item = block->prev;
    enum end end = ending_of(passage, copy->language).end;
    return block->kind == NODE_PARAGRAPH && block->parent->kind == NODE_LIST &&
           is_clause(passage) && item && item->kind == NODE_ITEM && item->label &&
           passage->lead_from < 0 && (end == END_SEMICOLON || end == END_STOP) &&
           !(block->next && block->next->kind == NODE_LIST);
}

/* What stands in a list behind an item that is at its end is one too. */
static void item_unlabelled(const struct copy *copy)
{
    for (int i = 1; is_resolution(copy) && i < copy->passage_count; i++) {
        const struct passage *passage = &copy->passages[i], *before = passage - 1;
        if (!reads_as_item(copy, passage))
            continue;
        const struct node *item = passage->block->prev;
        while (before > copy->passages && (before->note || before->block != item))
            before--;
        if (ending_of(before, copy->language).end == END_SEMICOLON)
            find(copy, passage, 0, 0, DIAG_LABEL_MISSING,
                 "this item has no label, the one before it is “%s”", item->label);
    }
}

/* --- the preamble before the operative part --------------------------------------------- */

/* A paragraph without a number between two that count on, which is no operative one by its words
 * or by its comma. */
static bool is_preambular_astray(const struct copy *copy, const struct passage *passage)
{
    const struct node *block = passage->block;
    int before = number_of(neighbour(block, true, false)),
        after = number_of(neighbour(block, false, false));
    bool last = !block->next || block->next->kind == NODE_CLOSING;
    if (block->kind != NODE_PARAGRAPH || !is_clause(passage) || !before ||
        !(last || after == before + 1))
        return false;
    int preambular = (int)style_lead_phrase(copy->language, false, passage->text);
    int operative = (int)style_lead_phrase(copy->language, true, passage->text);
    bool comma = ending_of(passage, copy->language).end == END_COMMA;
    return preambular > operative ? comma || (copy->language != ZH && passage->lead_from == 0)
                                  : comma && (preambular || passage->lead_from == 0) && !last;
}

bool structure_is_astray(const struct copy *copy, const struct passage *passage)
{
    const struct node *block = passage->block, *n = block->prev;
    if (!is_resolution(copy) || passage->in_annex || passage->note || passage->cell)
        return false;
    if (block->kind != NODE_PREAMBULAR)
        return is_preambular_astray(copy, passage);
    while (n && n->kind != NODE_HEADING && n->kind != NODE_OPERATIVE && n->kind != NODE_OPENING)
        n = n->prev;
    return n && n->kind == NODE_OPERATIVE;
}

/* Sections have preambles of their own; nothing else may go back to it. */
static void order_of_parts(const struct copy *copy, const struct passage *passage)
{
    if (!structure_is_astray(copy, passage))
        return;
    const struct node *n = passage->block->prev;
    while (n->kind != NODE_OPERATIVE)
        n = n->prev;
    find(copy, passage, 0, 0, DIAG_ORDER_OF_PARTS,
         "a preambular clause stands behind operative clause “%s”, it was wanted before them",
         n->label ? n->label : "");
}

/* --- clauses that say nothing ----------------------------------------------------------- */

static bool has_words(const struct passage *passage)
{
    for (const char *p = passage->text; *p; p = g_utf8_next_char(p))
        if (g_unichar_isalnum(g_utf8_get_char(p)))
            return true;
    return false;
}

/* "1. (a) Decides …": what follows without a label speaks for it. */
static bool is_spoken_for(const struct node *block)
{
    const struct node *next = block->next;
    return next && next->kind != NODE_OPERATIVE && next->kind != NODE_ITEM &&
           next->kind != NODE_PREAMBULAR && next->kind != NODE_CLOSING;
}

static void empty_paragraph(const struct copy *copy, const struct passage *passage)
{
    const struct node *block = passage->block;
    bool labelled = (block->kind == NODE_OPERATIVE || block->kind == NODE_ITEM) && block->label;
    if ((!labelled && block->kind != NODE_PREAMBULAR) || !is_clause(passage) ||
        passage->call_count || is_spoken_for(block) || has_words(passage))
        return;
    if (labelled)
        find_node(copy, block, DIAG_EMPTY_PARAGRAPH, "“%s” stands alone, no words follow it",
                  block->label);
    else
        find_node(copy, block, DIAG_EMPTY_PARAGRAPH, "this clause has no words");
}

/* --- sections and parts ---------------------------------------------------------------- */

enum { LEVELS = 8 };

/* The ordinal that a heading's label has in the series of the one before it on its level. */
struct section {
    const struct node *heading;
    enum label_series series;
    int ordinal;
};

static void begin(struct section *section, const struct node *heading, const struct label *label)
{
    *section = (struct section){heading, label->readings[0].series, label->readings[0].ordinal};
    for (int i = 0; i < label->count; i++)
        if (label->readings[i].ordinal == 1)
            *section = (struct section){heading, label->readings[i].series, 1};
}

static bool counts(const struct label *label)
{
    enum label_series series = label->readings[0].series;
    return label->count && series != LABEL_BULLET && series != LABEL_DECIMAL;
}

static bool has_ordinal(const struct label *label, int ordinal)
{
    for (int i = 0; i < label->count; i++)
        if (label->readings[i].ordinal == ordinal)
            return true;
    return false;
}

static void check_section(const struct copy *copy, struct section *before,
                          const struct node *heading)
{
    struct label label;
    if (!label_read_whole(heading->label, &label) || !counts(&label))
        return;
    if (!before->heading) {
        begin(before, heading, &label);
        return;
    }
    for (int i = 0; i < label.count; i++)
        if (label.readings[i].series == before->series &&
            label.readings[i].ordinal == before->ordinal + 1) {
            before->heading = heading;
            before->ordinal++;
            return;
        }
    int ordinal = label_ordinal(&label, before->series);
    bool large = before->series == LABEL_CAPITAL_ROMAN || before->series == LABEL_HAN_SECTION;
    if (large && ordinal == before->ordinal)
        find_node(copy, heading, DIAG_SECTION_ORDER, "section “%s” stands twice in a row",
                  heading->label);
    else if (ordinal > before->ordinal + 1 && !has_ordinal(&label, 1))
        find_node(copy, heading, DIAG_SECTION_ORDER, "section “%s” follows “%s”", heading->label,
                  before->heading->label);
    begin(before, heading, &label);
}

static void check_sections(const struct copy *copy, const struct node *parent)
{
    struct section sections[LEVELS] = {{0}};
    for (const struct node *n = parent->first; n; n = n->next) {
        if (n->kind != NODE_HEADING)
            continue;
        int level = CLAMP(n->as.block.level, 1, LEVELS - 1);
        if (n->label)
            check_section(copy, &sections[level], n);
        for (int below = level + 1; below < LEVELS; below++)
            sections[below].heading = NULL;
    }
}

static void check_parts(const struct copy *copy)
{
    struct section before = {0};
    for (const struct node *n = copy->doc->first; n; n = n->next)
        if (n->kind == NODE_PART && n->first && n->first->kind == NODE_HEADING && n->first->label)
            check_section(copy, &before, n->first);
}

static void section_order(const struct copy *copy)
{
    check_sections(copy, copy->doc);
    for (const struct node *n = copy->doc->first; n; n = n->next)
        if (n->kind == NODE_PART)
            check_sections(copy, n);
    check_parts(copy);
}

/* --- clauses that stand twice ---------------------------------------------------------- */

enum { LONG_ENOUGH = 60 }; /* bytes: shorter ones may well be said twice */

static bool is_repeatable(const struct passage *passage)
{
    enum node_kind kind = passage->block->kind;
    return !passage->note && !passage->cell && passage->size >= LONG_ENOUGH &&
           (kind == NODE_PREAMBULAR || kind == NODE_OPERATIVE) &&
           !(passage->block->next && passage->block->next->kind == NODE_LIST);
}

/* Annexes may say a thing again, but not at once. */
static void clause_twice(const struct copy *copy)
{
    GHashTable *seen = g_hash_table_new(g_str_hash, g_str_equal);
    const char *before = "";
    for (int i = 0; i < copy->passage_count; i++) {
        const struct passage *passage = &copy->passages[i];
        if (passage->block->kind == NODE_HEADING) /* sections begin with the same clauses */
            g_hash_table_remove_all(seen);
        if (!is_repeatable(passage))
            continue;
        if (passage->in_annex ? strcmp(passage->text, before) == 0
                              : g_hash_table_contains(seen, passage->text))
            find(copy, passage, 0, passage->size, DIAG_CLAUSE_TWICE,
                 "these words stand in another clause already");
        else
            g_hash_table_add(seen, (void *)passage->text);
        before = passage->text;
    }
    g_hash_table_destroy(seen);
}

const struct check structure_checks[] = {
    {DIAG_HEAD_MISSING, head_missing, NULL},
    {DIAG_OPERATIVE_UNNUMBERED, NULL, operative_unnumbered},
    {DIAG_LABEL_MISSING, item_unlabelled, NULL},
    {DIAG_ORDER_OF_PARTS, NULL, order_of_parts},
    {DIAG_EMPTY_PARAGRAPH, NULL, empty_paragraph},
    {DIAG_SECTION_ORDER, section_order, NULL},
    {DIAG_CLAUSE_TWICE, clause_twice, NULL},
    {0},
};
