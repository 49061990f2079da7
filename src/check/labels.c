/* labels: rules about labels: that they count on, have the form of their language, stand once. In:
 * the tree, a list or text at a time. Out: findings. */
#include <string.h>

#include "check/labels.h"

#include "check/families.h"
#include "doc/label.h"

static bool has_reading(const struct label *label, enum label_series series, int ordinal)
{
    for (int i = 0; i < label->count; i++)
        if (label->readings[i].series == series && label->readings[i].ordinal == ordinal)
            return true;
    return false;
}

static bool is_annexed(const struct node *node)
{
    const struct node *n = node;
    while (n && n->kind != NODE_ANNEX)
        n = n->parent;
    return n != NULL;
}

bool label_stands(const struct node *node)
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
    return label_stands(node) && label_read_whole(node->label, label) && counts(label);
}

static const struct node *next_labelled(const struct node *node)
{
    const struct node *n = node->next;
    while (n && !label_stands(n))
        n = n->kind == NODE_HEADING ? NULL : n->next;
    return n;
}

/* --- labels of another form ------------------------------------------------------------- */

/* What counts in a label: "6" of "(6)", "c" of "c." */
char *label_core(const char *label)
{
    GString *core = g_string_new(NULL);
    for (const char *p = label; *p; p = g_utf8_next_char(p))
        if (g_unichar_isalnum(g_utf8_get_char(p)))
            g_string_append_unichar(core, g_utf8_get_char(p));
    return g_string_free(core, FALSE);
}

/* A label as if it had the commonest form. */
static bool read_core(const char *label, struct label *read)
{
    char *core = label_core(label);
    bool single = g_ascii_isupper(*core) && !core[1];
    *core = single ? g_ascii_tolower(*core) : *core;
    char *common = g_strdup_printf(g_ascii_isdigit(*core) ? "%s." : "(%s)", core);
    bool known = *core && label_read_whole(common, read) && counts(read);
    g_free(common);
    g_free(core);
    return known;
}

bool labels_have_one_form(const char *label, const char *other)
{
    char *core = label_core(label), *other_core = label_core(other);
    char **parts = g_strsplit(label, *core ? core : label, 2);
    char **other_parts = g_strsplit(other, *other_core ? other_core : other, 2);
    bool same = g_strv_equal((const char *const *)parts, (const char *const *)other_parts) &&
                g_ascii_isupper(*core) == g_ascii_isupper(*other_core);
    g_strfreev(parts);
    g_strfreev(other_parts);
    g_free(core);
    g_free(other_core);
    return same;
}

static bool follows(const struct label *label, const struct label *before)
{
    for (int i = 0; i < before->count; i++)
        if (has_reading(label, before->readings[i].series, before->readings[i].ordinal + 1))
            return true;
    return false;
}

static bool counts_on(const struct node *node, const struct node *before)
{
    struct label label, label_before;
    return node && before && label_stands(node) && label_stands(before) &&
           read_core(node->label, &label) && read_core(before->label, &label_before) &&
           follows(&label, &label_before) && !labels_have_one_form(node->label, before->label);
}

/* The clause that a list, however deep, stands below. */
static const struct node *clause_of(const struct node *list)
{
    const struct node *n = list;
    while (n->parent && n->parent->kind == NODE_LIST)
        n = n->parent;
    while (n && n->kind == NODE_LIST)
        n = n->prev;
    return n && n->kind == NODE_OPERATIVE ? n : NULL;
}

/* Readers take a label of another form for the first one of a list below: "5. … 6) …", "(b) … c."
 * or "1) … 2. …". */
const struct node *labels_beside_astray(const struct node *list)
{
    if (list->kind != NODE_LIST || is_annexed(list) || !list->first)
        return NULL;
    const struct node *n = list->prev;
    while (n && n->kind == NODE_LIST)
        n = n->prev;
    if (counts_on(list->first, n))
        return n;
    const struct node *clause = clause_of(list);
    if (clause && list->parent->kind == NODE_LIST && counts_on(list->first, clause))
        return clause;
    bool first = (!n || !label_stands(n)) && list->first == list->last && list->next &&
                 list->next->kind == NODE_OPERATIVE;
    return first && counts_on(list->next, list->first) ? list->next : NULL;
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
    for (const struct node *n = from->next; n && n != to; n = n->next)
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
        bool told = counts_on(node, s->before); /* by label-form */
        begin(s, node, label);
        if (s->ordinal != 1 && !s->annexed && !told)
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

/* (a) …; Bells; (c) …: one between two lists has lost its label. */
static const struct node *unlabelled_before(const struct node *list, const struct label *first)
{
    const struct node *between = list->kind == NODE_LIST ? list->prev : NULL;
    const struct node *n = between && between->kind == NODE_PARAGRAPH ? between->prev : NULL;
    struct label last;
    if (!n || n->kind != NODE_LIST || !n->last || !read_label(n->last, &last))
        return NULL;
    for (int i = 0; i < last.count; i++)
        if (has_reading(first, last.readings[i].series, last.readings[i].ordinal + 2))
            return between;
    return NULL;
}

/* The first of a list, a text or what stands below a heading, where numbers may go on. */
static void check_first(struct series *s, const struct node *node, const struct label *label)
{
    enum label_series series = s->series;
    int last = s->ordinal;
    begin(s, node, label);
    if (s->ordinal == 1 || s->annexed || (last && has_reading(label, series, last + 1)) ||
        is_continued(node->parent, label) || labels_beside_astray(node->parent))
        return;
    const struct node *between = unlabelled_before(node->parent, label);
    if (between)
        find_node(s->copy, between, DIAG_LABEL_GAP, "this item has no label, the next is “%s”",
                  node->label);
    else
        find_node(s->copy, node, DIAG_LABEL_GAP,
                  "“%s” is the first label here: those before it are "
                  "missing",
                  node->label);
}

static void check_sequence(const struct copy *copy, const struct node *parent)
{
    struct series s = {.copy = copy, .annexed = is_annexed(parent)};
    for (const struct node *n = parent->first; n; n = n->next) {
        struct label label;
        if (n->kind == NODE_HEADING && parent->kind != NODE_LIST)
            s.before = NULL;
        if (labels_beside_astray(n)) {
            s.series = s.before ? s.series : LABEL_NUMBER;
            s.ordinal = s.before ? s.ordinal + 1 : 1;
            s.before = n->first;
        }
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
    return !goes_on && !is_continued(list, &label) && !labels_beside_astray(list);
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
        if (n->kind == NODE_HEADING || is_unnumbered_clause(n) || (only && label_stands(n)))
            return;
        if (label_stands(n))
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

const struct check label_checks[] = {
    {DIAG_LABEL_GAP, label_sequence, NULL},
    {DIAG_LABEL_FORM, NULL, label_form},
    {DIAG_LABEL_TYPED, NULL, label_typed},
    {DIAG_SINGLE_ITEM, single_item, NULL},
    {DIAG_SINGLE_OPERATIVE, single_operative_of_copy, NULL},
    {0},
};
