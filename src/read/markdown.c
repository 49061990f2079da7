/* markdown: Markdown in the manner of the seed → document tree. cmark-gfm finds paragraphs, lists
 * and looks; what they are in a resolution follows from their words and their order. */
#include "read/markdown.h"

#include <string.h>

#include "read/guess.h"
#include "read/lead.h"
#include "read/read.h"

/* --- places and messages -----------------------------------------------------------------------
 */

static void find_lines(struct markdown *markdown)
{
    const char *text = markdown->source->text, *end = text + markdown->source->size;
    GArray *lines = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    uint32_t at = markdown->start;
    g_array_append_val(lines, at);
    for (const char *p = text + at; p < end; p++)
        if (*p == '\n' || (*p == '\r' && p[1] != '\n')) {
            at = (uint32_t)(p + 1 - text);
            g_array_append_val(lines, at);
        }
    markdown->line_count = (int)lines->len;
    markdown->lines = arena_copy(markdown->arena, lines->data, lines->len * sizeof(uint32_t));
    g_array_free(lines, TRUE);
}

uint32_t markdown_at(const struct markdown *markdown, cmark_node *node)
{
    while (node && cmark_node_get_start_line(node) < 1)
        node = cmark_node_parent(node);
    int line = node ? cmark_node_get_start_line(node) : 1;
    int column = node ? cmark_node_get_start_column(node) : 1;
    if (line > markdown->line_count)
        line = markdown->line_count;
    uint64_t at = (uint64_t)markdown->lines[line - 1] + (uint64_t)(column > 1 ? column - 1 : 0);
    size_t size = markdown->source->size;
    while (at < size && ((unsigned char)markdown->source->text[at] & 0xC0) == 0x80)
        at++;
    return at < size ? (uint32_t)at : (uint32_t)size;
}

void markdown_lost(struct markdown *markdown, cmark_node *node, const char *what)
{
    diag_file(markdown->diag, markdown->source, markdown_at(markdown, node), DIAG_MARKDOWN_LOST,
              "%s has no place in a document, its text is kept", what);
}

bool markdown_go_deeper(struct markdown *markdown, cmark_node *node)
{
    if (markdown->depth < MARKDOWN_MAX_DEPTH) {
        markdown->depth++;
        return true;
    }
    if (!markdown->too_deep)
        diag_file(markdown->diag, markdown->source, markdown_at(markdown, node), DIAG_TOO_DEEP,
                  "this stands in more than %d others, a document of fewer levels was wanted",
                  MARKDOWN_MAX_DEPTH);
    markdown->too_deep = true;
    return false;
}

/* --- parsing ------------------------------------------------------------------------- */

/* The library itself does not ask whether another thread is just doing it. */
static void register_extensions(void)
{
    static gsize registered;
    if (g_once_init_enter(&registered)) {
        cmark_gfm_core_extensions_ensure_registered();
        g_once_init_leave(&registered, 1);
    }
}

static cmark_node *parse(const struct markdown *markdown)
{
    register_extensions();
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_SOURCEPOS);
    cmark_syntax_extension *table = cmark_find_syntax_extension("table");
    if (table)
        cmark_parser_attach_syntax_extension(parser, table);
    cmark_parser_feed(parser, markdown->source->text + markdown->start,
                      markdown->source->size - markdown->start);
    cmark_node *root = cmark_parser_finish(parser);
    cmark_parser_free(parser);
    cmark_consolidate_text_nodes(root);
    return root;
}

static bool find_language(struct markdown *markdown, const struct yaml *front)
{
    const struct source *source = markdown->source;
    enum language language;
    if (!markdown_front_language(source, markdown->diag, front, &language))
        return false;
    if (language == LANGUAGE_NONE)
        language = guess_language(source->text + markdown->start, source->size - markdown->start);
    if (language == LANGUAGE_NONE) {
        diag_file(markdown->diag, source, SOURCE_NOWHERE, DIAG_NO_LANGUAGE,
                  "the language is not given and cannot be told from the text");
        diag_hint(markdown->diag, "begin the file with a front matter: ---, language: en, ---");
        return false;
    }
    markdown->doc->as.doc.language = language;
    markdown->style = style_load(markdown->arena, markdown->style_name, language, markdown->diag);
    return markdown->style != NULL;
}

/* --- leads ---------------------------------------------------------------------------- */

static bool may_lead(const struct node *block)
{
    for (const struct node *up = block->parent; up; up = up->parent)
        if (up->kind == NODE_NOTE || up->kind == NODE_TABLE)
            return false;
    return block->kind != NODE_HEADING && block->kind != NODE_FIELD;
}

/* A lead phrase in tags has the look that they give it, and not that of the style; anything else
 * in tags is none. */
static void keep_leads(struct node *doc)
{
    const struct node *lead = NULL;
    for (struct node *n = doc; n; n = doc_next(n, doc)) {
        if (doc_is_block(n->kind))
            lead = may_lead(n) ? lead_find(n) : NULL;
        if (n->kind == NODE_SPAN && n != lead)
            n->as.span.look &= ~(unsigned)LOOK_LEAD;
    }
}

/* --- the whole ------------------------------------------------------------------------- */

static void read_text(struct markdown *markdown)
{
    cmark_node *root = parse(markdown);
    markdown->notes = g_hash_table_new(g_str_hash, g_str_equal);
    markdown->note_blocks = g_hash_table_new(NULL, NULL);
    markdown_find_notes(markdown, root);
    cmark_node *text = markdown_read_head(markdown, cmark_node_first_child(root));
    if (text) {
        markdown_read_body(markdown, text);
        markdown_check_notes(markdown);
        keep_leads(markdown->doc);
    }
    g_hash_table_destroy(markdown->notes);
    g_hash_table_destroy(markdown->note_blocks);
    cmark_node_free(root);
}

struct node *read_markdown(struct arena *arena, const struct source *source, const char *style,
                           struct diag *diag)
{
    struct markdown markdown = {
        .arena = arena, .source = source, .diag = diag, .style_name = style ? style : "un"};
    int errors = diag_count(diag, DIAG_ERROR);
    const struct yaml *front;
    if (!markdown_find_front(arena, source, diag, &front, &markdown.start))
        return NULL;
    markdown.doc = doc_new(arena, NODE_DOC, markdown.start);
    markdown.doc->as.doc.source = source;
    find_lines(&markdown);
    if (!find_language(&markdown, front) || !markdown_read_front(&markdown, front))
        return NULL;
    outline_begin(&markdown.outline, arena, markdown.doc);
    read_text(&markdown);
    return diag_count(diag, DIAG_ERROR) > errors ? NULL : markdown.doc;
}
