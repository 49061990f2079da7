/* structure: rules about what a resolution consists of: lines of its head, numbered clauses,
 * sections and parts that count on, clauses that stand once. In: the tree. Out: findings. */
#include <string.h>

#include "check/families.h"
#include "doc/label.h"

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
}

/* --- clauses without a number ---------------------------------------------------------- */

static bool is_lead(const struct node *span)
{
    return span && span->kind == NODE_SPAN && (span->as.span.look & LOOK_LEAD);
}

/* The operative clause before or after a block, past what belongs to it; NULL. */
static const struct node *neighbour(const struct node *block, bool before)
{
    const struct node *n = before ? block->prev : block->next;
    while (n && (n->kind == NODE_LIST || n->kind == NODE_TABLE))
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
    const struct node *before = neighbour(block, true);
    int number = number_of(before), after = number_of(neighbour(block, false));
    if (number && (after ? after == number + 2 : !block->next || block->next->kind == NODE_CLOSING))
        find(copy, passage, 0, 0, DIAG_OPERATIVE_UNNUMBERED,
             "this clause has no number, the one before it is “%s”", before->label);
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
    if (ordinal > before->ordinal + 1 && !has_ordinal(&label, 1))
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
    return !passage->note && !passage->cell && !passage->in_annex && passage->size >= LONG_ENOUGH &&
           (kind == NODE_PREAMBULAR || kind == NODE_OPERATIVE) &&
           !(passage->block->next && passage->block->next->kind == NODE_LIST);
}

static void clause_twice(const struct copy *copy)
{
    GHashTable *seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (int i = 0; i < copy->passage_count; i++) {
        const struct passage *passage = &copy->passages[i];
        if (passage->block->kind == NODE_HEADING) /* sections begin with the same clauses */
            g_hash_table_remove_all(seen);
        if (!is_repeatable(passage))
            continue;
        if (g_hash_table_contains(seen, passage->text))
            find(copy, passage, 0, passage->size, DIAG_CLAUSE_TWICE,
                 "these words stand in another clause already");
        else
            g_hash_table_add(seen, (void *)passage->text);
    }
    g_hash_table_destroy(seen);
}

const struct check structure_checks[] = {
    {DIAG_HEAD_MISSING, head_missing, NULL},
    {DIAG_OPERATIVE_UNNUMBERED, NULL, operative_unnumbered},
    {DIAG_SECTION_ORDER, section_order, NULL},
    {DIAG_CLAUSE_TWICE, clause_twice, NULL},
    {0},
};
