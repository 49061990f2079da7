/* doc_print: the tree as text, for people, for goldens and for `--to tree`. */
#include <glib.h>

#include "doc/doc.h"

static bool is_seen(gunichar c)
{
    return g_unichar_isgraph(c) && !g_unichar_iszerowidth(c) && c != 0xAD;
}

static void append_quoted(GString *out, const char *text)
{
    g_string_append(out, " \"");
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (c == '"' || c == '\\')
            g_string_append_printf(out, "\\%c", (char)c);
        else if (c == '\n')
            g_string_append(out, "\\n");
        else if (c == '\t')
            g_string_append(out, "\\t");
        else if (c == ' ' || is_seen(c) || g_unichar_ismark(c))
            g_string_append_unichar(out, c);
        else
            g_string_append_printf(out, "\\u{%X}", c);
    }
    g_string_append_c(out, '"');
}

static void append_date(GString *out, struct date date)
{
    if (date.year)
        g_string_append_printf(out, " %04d-%02d-%02d", date.year, date.month, date.day);
}

static void append_vote(GString *out, const struct vote *vote)
{
    if (!vote)
        return;
    g_string_append_printf(out, " %s", doc_vote_name(vote->outcome));
    for (int i = 0; i < VOTE_CHOICE_COUNT; i++)
        if (vote->count[i] >= 0)
            g_string_append_printf(out, " %s=%d", doc_choice_name((enum vote_choice)i),
                                   vote->count[i]);
}

static void append_doc(GString *out, const struct node *doc)
{
    const char *tag = language_tag(doc->as.doc.language);
    g_string_append_printf(out, " %s %s", *tag ? tag : "-", doc_type_name(doc->as.doc.kind));
    if (doc->as.doc.organ)
        g_string_append_printf(out, " %s", doc_organ_name(doc->as.doc.organ));
    append_vote(out, doc->as.doc.vote);
}

/* Widths in points; "-" for a column that finds its own. */
static void append_columns(GString *out, const struct node *table)
{
    for (int i = 0; i < table->as.table.column_count; i++) {
        length width = table->as.table.columns[i];
        if (width)
            g_string_append_printf(out, "%s%.1f", i ? "," : " columns=", width / 1024.0);
        else
            g_string_append(out, i ? ",-" : " columns=-");
    }
    g_string_append(out, table->as.table.bare ? " bare" : "");
}

static void append_cell(GString *out, const struct node *cell)
{
    static const char *const places[] = {"top", "middle", "bottom"};
    static const char edges[] = "tbse";
    if (cell->as.cell.head)
        g_string_append(out, " head");
    if (cell->as.cell.columns > 1)
        g_string_append_printf(out, " columns=%d", cell->as.cell.columns);
    if (cell->as.cell.rows > 1)
        g_string_append_printf(out, " rows=%d", cell->as.cell.rows);
    if (cell->as.cell.align)
        g_string_append_printf(out, " %s", doc_align_name(cell->as.cell.align));
    if (cell->as.cell.place)
        g_string_append_printf(out, " %s", places[cell->as.cell.place]);
    for (int i = 0; i < EDGE_COUNT; i++)
        if (cell->as.cell.rules[i])
            g_string_append_printf(out, " %c%.1f", edges[i], cell->as.cell.rules[i] / 1024.0);
}

static void append_details(GString *out, const struct node *node)
{
    switch (node->kind) {
    case NODE_DOC:
        append_doc(out, node);
        break;
    case NODE_FIELD:
        g_string_append_printf(out, " %s", doc_field_name(node->as.field.field));
        append_date(out, node->as.field.date);
        break;
    case NODE_LIST:
    case NODE_HEADING:
        g_string_append_printf(out, " level=%d", node->as.block.level);
        break;
    case NODE_SPAN:
        for (unsigned look = LOOK_BOLD; look <= LOOK_LEAD; look <<= 1)
            if (node->as.span.look & look)
                g_string_append_printf(out, " %s", doc_look_name((enum look)look));
        break;
    case NODE_LINK:
        g_string_append_printf(out, " <%s>", node->as.link.target);
        break;
    case NODE_NOTE:
        g_string_append_printf(out, " number=%d", node->as.note.number);
        break;
    case NODE_TEXT:
        append_quoted(out, node->text);
        break;
    case NODE_TABLE:
        append_columns(out, node);
        break;
    case NODE_PARAGRAPH:
        g_string_append(out, node->as.block.table_note ? " table-note" : "");
        break;
    case NODE_ROW:
        g_string_append(out, node->as.row.head ? " head" : "");
        break;
    case NODE_CELL:
        append_cell(out, node);
        break;
    case NODE_PART:
    case NODE_ANNEX:
    case NODE_CLOSING:
    case NODE_OPENING:
    case NODE_PREAMBULAR:
    case NODE_OPERATIVE:
    case NODE_ITEM:
    case NODE_SEPARATOR:
    case NODE_BREAK:
    case NODE_KIND_COUNT:
        break;
    }
}

/* A block that holds one text and nothing else stands on one line with it. */
static bool is_plain(const struct node *node)
{
    return node->first && node->first == node->last && node->first->kind == NODE_TEXT;
}

static void print_node(GString *out, const struct node *node, int depth)
{
    g_string_append_printf(out, "%*s%s", depth * 2, "", doc_kind_name(node->kind));
    if (node->label)
        append_quoted(out, node->label);
    append_details(out, node);
    if (is_plain(node))
        append_quoted(out, node->first->text);
    g_string_append_c(out, '\n');
    if (!is_plain(node))
        for (const struct node *n = node->first; n; n = n->next)
            print_node(out, n, depth + 1);
}

const char *doc_print(struct arena *arena, const struct node *doc)
{
    GString *out = g_string_new(NULL);
    print_node(out, doc, 0);
    const char *text = arena_strndup(arena, out->str, out->len);
    g_string_free(out, TRUE);
    return text;
}
