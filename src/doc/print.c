/* doc_print: the tree as text, for people, for goldens and for `--to tree`. */
#include <glib.h>

#include "doc/doc.h"

static const char *const kind_names[NODE_KIND_COUNT] = {
    [NODE_DOC] = "doc",
    [NODE_PART] = "part",
    [NODE_ANNEX] = "annex",
    [NODE_LIST] = "list",
    [NODE_CLOSING] = "closing",
    [NODE_TABLE] = "table",
    [NODE_ROW] = "row",
    [NODE_CELL] = "cell",
    [NODE_FIELD] = "field",
    [NODE_OPENING] = "opening",
    [NODE_PREAMBULAR] = "preambular",
    [NODE_OPERATIVE] = "operative",
    [NODE_ITEM] = "item",
    [NODE_PARAGRAPH] = "paragraph",
    [NODE_HEADING] = "heading",
    [NODE_SEPARATOR] = "separator",
    [NODE_TEXT] = "text",
    [NODE_SPAN] = "span",
    [NODE_LINK] = "link",
    [NODE_NOTE] = "note",
    [NODE_BREAK] = "break",
};

const char *doc_kind_name(enum node_kind kind)
{
    return kind_names[kind];
}

static const char *const field_names[FIELD_COUNT] = {
    [FIELD_ORGANIZATION] = "organization",
    [FIELD_SYMBOL] = "symbol",
    [FIELD_ORGAN] = "organ",
    [FIELD_DISTRIBUTION] = "distribution",
    [FIELD_ISSUED] = "issued",
    [FIELD_ORIGINAL] = "original",
    [FIELD_SESSION] = "session",
    [FIELD_ITEM] = "item",
    [FIELD_ITEM_TITLE] = "item-title",
    [FIELD_ADOPTION] = "adoption",
    [FIELD_PROPONENT] = "proponent",
    [FIELD_NUMBER] = "number",
    [FIELD_TITLE] = "title",
    [FIELD_MEETING] = "meeting",
    [FIELD_ADOPTED] = "adopted",
    [FIELD_JOB] = "job",
};

static const char *const organ_names[] = {"", "general-assembly", "security-council",
                                          "economic-and-social-council", "human-rights-council"};
static const char *const kinds_of_document[] = {"resolution", "decision", "draft", "statement"};
static const char *const look_names[] = {"bold",       "italic",   "underline", "strike",
                                         "small-caps", "superior", "inferior",  "lead"};

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

static void append_doc(GString *out, const struct node *doc)
{
    const char *tag = language_tag(doc->as.doc.language);
    g_string_append_printf(out, " %s %s", *tag ? tag : "-", kinds_of_document[doc->as.doc.kind]);
    if (doc->as.doc.organ)
        g_string_append_printf(out, " %s", organ_names[doc->as.doc.organ]);
}

static void append_details(GString *out, const struct node *node)
{
    switch (node->kind) {
    case NODE_DOC:
        append_doc(out, node);
        break;
    case NODE_FIELD:
        g_string_append_printf(out, " %s", field_names[node->as.field.field]);
        append_date(out, node->as.field.date);
        break;
    case NODE_LIST:
    case NODE_HEADING:
        g_string_append_printf(out, " level=%d", node->as.block.level);
        break;
    case NODE_SPAN:
        for (size_t i = 0; i < G_N_ELEMENTS(look_names); i++)
            if (node->as.span.look & 1u << i)
                g_string_append_printf(out, " %s", look_names[i]);
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
    case NODE_PART:
    case NODE_ANNEX:
    case NODE_CLOSING:
    case NODE_TABLE:
    case NODE_ROW:
    case NODE_CELL:
    case NODE_OPENING:
    case NODE_PREAMBULAR:
    case NODE_OPERATIVE:
    case NODE_ITEM:
    case NODE_PARAGRAPH:
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
    g_string_append_printf(out, "%*s%s", depth * 2, "", kind_names[node->kind]);
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
