/* readback: both trees become rows, one a node that is no inline; rows of the same words are set
 * beside each other and compared. */
#include "write/readback.h"

#include <string.h>

#include "read/read.h"

/* --- rows ------------------------------------------------------------------------------------ */

struct row {
    const struct node *node;
    int depth;
    const char *words; /* of a block, notes left out; "" for containers */
};

struct rows {
    const struct row *rows;
    guint count;
};

static bool is_row(const struct node *node)
{
    return !doc_is_inline(node->kind);
}

static struct rows rows_of(struct arena *arena, const struct node *doc)
{
    GArray *rows = g_array_new(FALSE, FALSE, sizeof(struct row));
    int depth = 0;
    for (const struct node *n = doc; n; n = doc_next(n, doc)) {
        depth = 0;
        for (const struct node *up = n->parent; up; up = up->parent)
            depth++;
        bool block = doc_is_block(n->kind);
        struct row row = {n, depth, block ? doc_plain_text(arena, n) : ""};
        if (is_row(n))
            g_array_append_val(rows, row);
    }
    struct rows found = {arena_copy(arena, rows->data, rows->len * sizeof(struct row)), rows->len};
    g_array_free(rows, TRUE);
    return found;
}

/* --- what is lost ---------------------------------------------------------------------------- */

enum loss {
    LOSS_DOC,
    LOSS_VOTE,
    LOSS_BLOCK,
    LOSS_WORDS,
    LOSS_KIND,
    LOSS_LABEL,
    LOSS_LEVEL,
    LOSS_PLACE,
    LOSS_DATE,
    LOSS_TABLE,
    LOSS_CELL,
    LOSS_INLINE,
    LOSS_COUNT
};

static const char *const loss_names[LOSS_COUNT] = {
    [LOSS_DOC] = "the language, kind or organ of the document",
    [LOSS_VOTE] = "the vote",
    [LOSS_BLOCK] = "this, as a block of its own",
    [LOSS_WORDS] = "these words as they stand",
    [LOSS_KIND] = "what sort of block this is",
    [LOSS_LABEL] = "this label",
    [LOSS_LEVEL] = "this level",
    [LOSS_PLACE] = "where this belongs",
    [LOSS_DATE] = "this date",
    [LOSS_TABLE] = "the widths, rules and heads of a table",
    [LOSS_CELL] = "the spans, rules and places of a cell",
    [LOSS_INLINE] = "the looks, links, notes or breaks of this text",
};

struct losses {
    int count[LOSS_COUNT];
    uint32_t first[LOSS_COUNT];
};

static void lose(struct losses *losses, enum loss loss, const struct node *node)
{
    if (losses->count[loss]++ == 0)
        losses->first[loss] = node->at;
}

/* --- comparing ------------------------------------------------------------------------------- */

static bool are_same(const char *a, const char *b)
{
    return g_strcmp0(a, b) == 0;
}

static bool are_same_dates(struct date a, struct date b)
{
    return a.year == b.year && a.month == b.month && a.day == b.day;
}

static bool are_same_names(const char *const *a, const char *const *b)
{
    if (!a || !b)
        return a == b;
    for (; *a && *b; a++, b++)
        if (strcmp(*a, *b) != 0)
            return false;
    return *a == *b;
}

static bool are_same_votes(const struct vote *a, const struct vote *b)
{
    if (!a || !b)
        return a == b;
    for (int i = 0; i < VOTE_CHOICE_COUNT; i++)
        if (a->count[i] != b->count[i] || !are_same_names(a->voters[i], b->voters[i]))
            return false;
    return a->outcome == b->outcome;
}

static bool are_same_tables(const struct node *a, const struct node *b)
{
    if (a->as.table.column_count != b->as.table.column_count ||
        a->as.table.bare != b->as.table.bare)
        return false;
    for (int i = 0; i < a->as.table.column_count; i++)
        if (ABS(a->as.table.columns[i] - b->as.table.columns[i]) > PT(0.05))
            return false;
    return true;
}

static bool are_same_cells(const struct node *a, const struct node *b)
{
    for (int i = 0; i < EDGE_COUNT; i++)
        if (ABS(a->as.cell.rules[i] - b->as.cell.rules[i]) > PT(0.1))
            return false;
    return a->as.cell.columns == b->as.cell.columns && a->as.cell.rows == b->as.cell.rows &&
           a->as.cell.align == b->as.cell.align && a->as.cell.place == b->as.cell.place &&
           a->as.cell.head == b->as.cell.head;
}

/* What one inline says of itself. */
static bool are_same_inlines(const struct node *a, const struct node *b)
{
    switch (a->kind) {
    case NODE_TEXT:
        return are_same(a->text, b->text);
    case NODE_SPAN:
        return a->as.span.look == b->as.span.look;
    case NODE_LINK:
        return are_same(a->as.link.target, b->as.link.target);
    case NODE_NOTE:
        return are_same(a->label, b->label) && a->as.note.number == b->as.note.number;
    default:
        return true;
    }
}

/* The inlines of a block; what stands in notes has rows of its own. */
static bool are_same_texts(const struct node *a, const struct node *b)
{
    const struct node *m = a->first, *n = b->first;
    for (; m && n; m = m->next, n = n->next) {
        if (m->kind != n->kind || !are_same_inlines(m, n))
            return false;
        if (m->kind != NODE_NOTE && !are_same_texts(m, n))
            return false;
    }
    return !m && !n;
}

static void compare_blocks(struct losses *losses, const struct row *a, const struct row *b)
{
    const struct node *m = a->node, *n = b->node;
    if (!are_same(m->label, n->label))
        lose(losses, LOSS_LABEL, m);
    if (m->kind == NODE_HEADING && m->as.block.level != n->as.block.level)
        lose(losses, LOSS_LEVEL, m);
    if (m->kind == NODE_FIELD && m->as.field.field != n->as.field.field)
        lose(losses, LOSS_KIND, m);
    if (m->kind == NODE_PARAGRAPH && n->kind == NODE_PARAGRAPH &&
        m->as.block.table_note != n->as.block.table_note)
        lose(losses, LOSS_KIND, m);
    if (m->kind == NODE_FIELD && !are_same_dates(m->as.field.date, n->as.field.date))
        lose(losses, LOSS_DATE, m);
    if (!are_same(a->words, b->words))
        lose(losses, LOSS_WORDS, m);
    else if (!are_same_texts(m, n))
        lose(losses, LOSS_INLINE, m);
}

static void compare_rows(struct losses *losses, const struct row *a, const struct row *b)
{
    const struct node *m = a->node, *n = b->node;
    if (a->depth != b->depth)
        lose(losses, LOSS_PLACE, m);
    if (m->kind != n->kind)
        lose(losses, LOSS_KIND, m);
    if (doc_is_block(m->kind) && doc_is_block(n->kind))
        compare_blocks(losses, a, b);
    if (m->kind != n->kind)
        return;
    if (m->kind == NODE_LIST && m->as.block.level != n->as.block.level)
        lose(losses, LOSS_LEVEL, m);
    if ((m->kind == NODE_TABLE && !are_same_tables(m, n)) ||
        (m->kind == NODE_ROW && m->as.row.head != n->as.row.head))
        lose(losses, LOSS_TABLE, m);
    if (m->kind == NODE_CELL && !are_same_cells(m, n))
        lose(losses, LOSS_CELL, m);
}

/* --- setting beside each other ---------------------------------------------------------------- */

/* Rows that may be one: of a kind and, where they are blocks, of the same words. */
static bool agree(const struct row *a, const struct row *b)
{
    bool blocks = doc_is_block(a->node->kind) && doc_is_block(b->node->kind);
    return blocks ? are_same(a->words, b->words) : a->node->kind == b->node->kind;
}

/* How many rows of each must be passed over until two agree; the nearest such pair. */
static bool find_next(const struct rows *a, guint i, const struct rows *b, guint j, guint *left,
                      guint *right)
{
    enum { REACH = 40 };
    for (guint sum = 1; sum <= REACH; sum++)
        for (*left = 0; *left <= sum; ++*left) {
            *right = sum - *left;
            if (i + *left < a->count && j + *right < b->count &&
                agree(&a->rows[i + *left], &b->rows[j + *right]))
                return true;
        }
    *left = *right = 1;
    return false;
}

static void compare(struct losses *losses, const struct rows *a, const struct rows *b)
{
    guint i = 0, j = 0, left, right;
    while (i < a->count && j < b->count) {
        if (!agree(&a->rows[i], &b->rows[j]) && find_next(a, i, b, j, &left, &right)) {
            for (; left; left--)
                lose(losses, LOSS_BLOCK, a->rows[i++].node);
            if (right)
                lose(losses, LOSS_PLACE, a->rows[i].node);
            j += right;
            continue;
        }
        compare_rows(losses, &a->rows[i++], &b->rows[j++]);
    }
    for (; i < a->count; i++)
        lose(losses, LOSS_BLOCK, a->rows[i].node);
    if (j < b->count)
        lose(losses, LOSS_PLACE, a->rows[a->count - 1].node);
}

static void compare_documents(struct losses *losses, const struct node *a, const struct node *b)
{
    if (a->as.doc.language != b->as.doc.language || a->as.doc.kind != b->as.doc.kind ||
        a->as.doc.organ != b->as.doc.organ)
        lose(losses, LOSS_DOC, a);
    if (!are_same_votes(a->as.doc.vote, b->as.doc.vote))
        lose(losses, LOSS_VOTE, a);
}

/* --- public ----------------------------------------------------------------------------------- */

static void tell(const struct writing *writing, const struct losses *losses, const char *form)
{
    const struct source *source = writing->doc->as.doc.source;
    for (int loss = 0; loss < LOSS_COUNT; loss++) {
        int count = losses->count[loss];
        if (count == 1)
            diag_file(writing->diag, source, losses->first[loss], DIAG_WRITE_LOST,
                      "%s cannot say %s", form, loss_names[loss]);
        else if (count)
            diag_file(writing->diag, source, losses->first[loss], DIAG_WRITE_LOST,
                      "%s cannot say %s, here and in %d other places", form, loss_names[loss],
                      count - 1);
    }
}

void readback_tell(const struct writing *writing, const char *form)
{
    struct arena *arena = arena_new();
    const struct source *source = writing->doc->as.doc.source;
    const char *name = source ? source->name : "";
    struct source *text = source_over(arena, name, writing->out->str, writing->out->len);
    const struct node *back = read_document(arena, text, NULL, diag_new(arena));
    struct losses losses = {0};
    if (back) {
        struct rows a = rows_of(arena, writing->doc), b = rows_of(arena, back);
        compare_documents(&losses, writing->doc, back);
        compare(&losses, &a, &b);
        tell(writing, &losses, form);
    } else {
        diag_file(writing->diag, source, SOURCE_NOWHERE, DIAG_WRITE_LOST,
                  "as %s this document cannot be read again", form);
    }
    arena_free(arena);
}
