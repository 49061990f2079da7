/* labels: rules about labels: that they count on, have the form of their language, stand once. In:
 * the tree, a list or text at a time. Out: findings. */
#include <string.h>

#include "check/families.h"
#include "doc/label.h"

static bool has_reading(const struct label *label, enum label_series series, int ordinal)
{
    for (int i = 0; i < label->count; i++)
        if (label->readings[i].series == series && label->readings[i].ordinal == ordinal)
            return true;
    return false;
}

static bool is_labelled(const struct node *node)
{
    return (node->kind == NODE_OPERATIVE || node->kind == NODE_ITEM) && node->label;
}

/* Decimals count in their last number, bullets not at all. */
static bool counts(const struct label *label)
{
    enum label_series series = label->readings[0].series;
    return label->count && series != LABEL_DECIMAL && series != LABEL_BULLET;
}

static bool read_label(const struct node *node, struct label *label)
{
    return is_labelled(node) && label_read_whole(node->label, label) && counts(label);
}

static const struct node *next_labelled(const struct node *node)
{
    const struct node *n = node->next;
    while (n && !is_labelled(n))
        n = n->kind == NODE_HEADING ? NULL : n->next;
    return n;
}

/* --- counting on ----------------------------------------------------------------------- */

struct series {
    const struct copy *copy;
    const struct node *before; /* the labelled node before; NULL: none since the last heading */
    enum label_series series;
    int ordinal;  /* of the node before */
    bool annexed; /* texts of others, numbered in their own ways */
};

/* The reading that begins a series, or else the first. */
static void begin(struct series *s, const struct node *node, const struct label *label)
{
    s->series = label->readings[0].series;
    s->ordinal = label->readings[0].ordinal;
    for (int i = 0; i < label->count; i++)
        if (label->readings[i].ordinal == 1) {
            s->series = label->readings[i].series;
            s->ordinal = 1;
        }
    s->before = node;
}

static int ordinal_in(const struct label *label, enum label_series series, int wanted)
{
    return has_reading(label, series, wanted) ? wanted : label_ordinal(label, series);
}

/* Whether the label after this one is right when this one is taken for `ordinal`. */
static bool goes_on(const struct series *s, const struct node *node, int ordinal)
{
    struct label label;
    const struct node *next = next_labelled(node);
    return next && read_label(next, &label) && has_reading(&label, s->series, ordinal + 1);
}

static bool is_unnumbered_clause(const struct node *node)
{
    return node->kind == NODE_PARAGRAPH && node->first && node->first->kind == NODE_SPAN &&
           (node->first->as.span.look & LOOK_LEAD);
}

/* Clauses without a number between two that have one. */
static int count_unnumbered(const struct node *from, const struct node *to)
{
    int count = 0;
    for (const struct node *n = from->next; n != to; n = n->next)
        count += is_unnumbered_clause(n);
    return count;
}

static void say_misplaced(struct series *s, const struct node *node, int ordinal)
{
    const struct copy *copy = s->copy;
    int wanted = s->ordinal + 1;
    const char *label = node->label, *before = s->before->label;
    if (ordinal == s->ordinal)
        find_node(copy, node, DIAG_LABEL_TWICE, "the label “%s” stands twice in a row", label);
    else if (ordinal < wanted)
        find_node(copy, node, DIAG_LABEL_ORDER, "the label “%s” follows “%s”: they run backwards",
                  label, before);
    else if (goes_on(s, node, wanted))
        find_node(copy, node, DIAG_LABEL_ORDER, "the label “%s” follows “%s”, the next was wanted",
                  label, before);
    else
        find_node(copy, node, DIAG_LABEL_GAP, "the label “%s” follows “%s”: %s", label, before,
                  ordinal == wanted + 1 ? "one is missing" : "some are missing");
}

static void check_next(struct series *s, const struct node *node, const struct label *label)
{
    int wanted = s->ordinal + 1, ordinal = ordinal_in(label, s->series, wanted);
    if (!ordinal) {
        const char *before = s->before->label;
        begin(s, node, label);
        if (s->ordinal != 1 && !s->annexed)
            find_node(s->copy, node, DIAG_LABEL_FORM, "the label “%s” is of another kind than “%s”",
                      node->label, before);
        return;
    }
    int unnumbered = ordinal > wanted ? count_unnumbered(s->before, node) : 0;
    if (ordinal != wanted && ordinal != wanted + unnumbered)
        say_misplaced(s, node, ordinal);
    s->ordinal = goes_on(s, node, wanted) && !goes_on(s, node, ordinal) ? wanted : ordinal;
    s->before = node;
}

/* The list goes on after words between: "(a) …; (b) …; and in that regard: (c) …". */
static bool is_continued(const struct node *list, const struct label *first)
{
    const struct node *n = list->kind == NODE_LIST ? list->prev : NULL;
    while (n && n->kind == NODE_PARAGRAPH)
        n = n->prev;
    struct label last;
    if (!n || n->kind != NODE_LIST || !n->last)
        return false;
    const struct node *item = n->last;
    while (item && item->kind != NODE_ITEM)
        item = item->prev;
    if (!item || !read_label(item, &last))
        return false;
    for (int i = 0; i < last.count; i++)
        if (has_reading(first, last.readings[i].series, last.readings[i].ordinal + 1))
            return true;
    return false;
}

/* The first of a list, a text or what stands below a heading, where numbers may go on. */
static void check_first(struct series *s, const struct node *node, const struct label *label)
{
    enum label_series series = s->series;
    int last = s->ordinal;
    begin(s, node, label);
    if (s->ordinal == 1 || s->annexed || (last && has_reading(label, series, last + 1)) ||
        is_continued(node->parent, label))
        return;
    find_node(s->copy, node, DIAG_LABEL_GAP,
              "“%s” is the first label here: those before it are "
              "missing",
              node->label);
}

static bool is_annexed(const struct node *node)
{
    const struct node *n = node;
    while (n && n->kind != NODE_ANNEX)
        n = n->parent;
    return n != NULL;
}

static void check_sequence(const struct copy *copy, const struct node *parent)
{
    struct series s = {.copy = copy, .annexed = is_annexed(parent)};
    for (const struct node *n = parent->first; n; n = n->next) {
        struct label label;
        if (n->kind == NODE_HEADING && parent->kind != NODE_LIST)
            s.before = NULL;
        if (!read_label(n, &label))
            continue;
        if (s.before)
            check_next(&s, n, &label);
        else
            check_first(&s, n, &label);
    }
}

static void label_sequence(const struct copy *copy)
{
    for (const struct node *n = copy->doc; n; n = doc_next(n, copy->doc))
        if (doc_is_container(n->kind) && n->kind != NODE_TABLE && n->kind != NODE_ROW &&
            n->kind != NODE_CELL)
            check_sequence(copy, n);
}

/* --- one alone ------------------------------------------------------------------------- */

static bool is_single(const struct node *list)
{
    struct label label;
    if (list->kind != NODE_LIST || !list->first || list->first != list->last ||
        !read_label(list->first, &label) || is_annexed(list))
        return false;
    bool goes_on = list->next && list->next->kind == NODE_PARAGRAPH && list->next->next &&
                   list->next->next->kind == NODE_LIST;
    return !goes_on && !is_continued(list, &label);
}

enum { SLIPS_MOST = 2 }; /* a text that has more of them means them: the Pact for the Future */

static void single_item(const struct copy *copy)
{
    int count = 0;
    for (const struct node *n = copy->doc; n; n = doc_next(n, copy->doc))
        count += is_single(n);
    for (const struct node *n = copy->doc; n && count <= SLIPS_MOST; n = doc_next(n, copy->doc))
        if (is_single(n))
            find_node(copy, n->first, DIAG_SINGLE_ITEM,
                      "“%s” is the only item of its list: no label or a second item was wanted",
                      n->first->label);
}

static void single_operative(const struct copy *copy, const struct node *text)
{
    const struct node *only = NULL;
    for (const struct node *n = text->first; n; n = n->next) {
        if (n->kind == NODE_HEADING || is_unnumbered_clause(n) || (only && is_labelled(n)))
            return;
        if (is_labelled(n))
            only = n;
    }
    if (only)
        find_node(copy, only, DIAG_SINGLE_OPERATIVE,
                  "the only operative clause has the label “%s”, none was wanted", only->label);
}

static void single_operative_of_copy(const struct copy *copy)
{
    single_operative(copy, copy->doc);
    for (const struct node *n = copy->doc->first; n; n = n->next)
        if (n->kind == NODE_PART)
            single_operative(copy, n);
}

/* --- forms ----------------------------------------------------------------------------- */

/* The form of a label in a language; NULL when it has it. */
static const char *form_wanted(const char *label, enum language language, bool operative)
{
    bool open = g_str_has_prefix(label, "(") || g_str_has_prefix(label, "（");
    bool close = g_str_has_suffix(label, ")") || g_str_has_suffix(label, "）");
    bool full = strstr(label, "（") || strstr(label, "）");
    bool bare = language == FR || language == ES || language == RU;
    if (operative && language == AR)
        return g_ascii_isdigit(*label) && !g_str_has_suffix(label, " -") ? "“1 -”" : NULL;
    if (operative)
        return g_ascii_isdigit(*label) && !g_str_has_suffix(label, ".") ? "“1.”" : NULL;
    if (!close || !(g_ascii_isalpha(label[open]) || language == AR || full))
        return NULL;
    const char *wanted = language == AR ? "“(أ)”" : bare ? "“a)”" : "“(a)”";
    return full || open == bare ? wanted : NULL;
}

static void label_form(const struct copy *copy, const struct passage *passage)
{
    const struct node *block = passage->block;
    if (!is_clause(passage) || !is_labelled(block))
        return;
    const char *wanted = form_wanted(block->label, copy->language, block->kind == NODE_OPERATIVE);
    if (wanted)
        find_node(copy, block, DIAG_LABEL_FORM, "the label “%s” has not the form %s of this level",
                  block->label, wanted);
}

/* The text begins with its label once more: "1. 1. Decides". */
static void label_typed(const struct copy *copy, const struct passage *passage)
{
    const char *text = passage->text, *label = passage->block->label;
    if (!label || !is_labelled(passage->block) || passage->note)
        return;
    size_t size = strlen(label);
    if (strncmp(text, label, size) != 0 || !g_unichar_isspace(g_utf8_get_char(text + size)))
        return;
    int end = (int)(g_utf8_next_char(text + size) - text);
    find(copy, passage, 0, (int)size, DIAG_LABEL_TYPED, "the label “%s” is typed again in the text",
         label);
    mend(copy, passage, 0, end, "");
}

const struct check label_checks[] = {
    {DIAG_LABEL_GAP, label_sequence, NULL},
    {DIAG_LABEL_FORM, NULL, label_form},
    {DIAG_LABEL_TYPED, NULL, label_typed},
    {DIAG_SINGLE_ITEM, single_item, NULL},
    {DIAG_SINGLE_OPERATIVE, single_operative_of_copy, NULL},
    {0},
};
