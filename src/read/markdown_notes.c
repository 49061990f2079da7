/* markdown_notes: bodies of notes, which stand wherever a page of the original ended. */
#include <string.h>

#include "read/markdown.h"

static bool is_html(cmark_node *node, const char *tag)
{
    return node && cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE &&
           strcmp(cmark_node_get_literal(node), tag) == 0;
}

static bool is_break(cmark_node *node)
{
    cmark_node_type type = cmark_node_get_type(node);
    return type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK;
}

const char *markdown_call_at(cmark_node *node)
{
    cmark_node *label = is_html(node, "<sup>") ? cmark_node_next(node) : NULL;
    if (!label || cmark_node_get_type(label) != CMARK_NODE_TEXT ||
        !is_html(cmark_node_next(label), "</sup>"))
        return NULL;
    const char *text = cmark_node_get_literal(label);
    size_t digits = strspn(text, "0123456789"), stars = strspn(text, "*");
    bool is_label = (digits && digits <= 3 && !text[digits]) || (stars && !text[stars]);
    return is_label ? text : NULL;
}

/* --- finding ------------------------------------------------------------------------- */

static void add_note(struct markdown *markdown, const struct markdown_note *found)
{
    if (g_hash_table_contains(markdown->notes, found->label)) {
        diag_file(markdown->diag, markdown->source, found->at, DIAG_NOTE_TWICE,
                  "the footnote %s has a body already, this one is left out", found->name);
        return;
    }
    struct markdown_note *note = arena_copy(markdown->arena, found, sizeof *found);
    g_hash_table_insert(markdown->notes, (gpointer)note->label, note);
}

/* Behind a call at the front of a line: the body, up to the next such line. */
static cmark_node *add_body(struct markdown *markdown, cmark_node *call)
{
    cmark_node *first = cmark_node_next(cmark_node_next(cmark_node_next(call)));
    cmark_node *end = first;
    while (end &&
           !(is_break(end) && cmark_node_next(end) && markdown_call_at(cmark_node_next(end))))
        end = cmark_node_next(end);
    const char *label = arena_strdup(markdown->arena, markdown_call_at(call));
    struct markdown_note note = {.label = label,
                                 .name = label,
                                 .first = first,
                                 .end = end,
                                 .at = markdown_at(markdown, call)};
    add_note(markdown, &note);
    return end ? cmark_node_next(end) : NULL;
}

static void find_bodies(struct markdown *markdown, cmark_node *paragraph)
{
    cmark_node *call = cmark_node_first_child(paragraph);
    if (!call || !markdown_call_at(call) || markdown_is_marked(markdown, paragraph))
        return;
    g_hash_table_add(markdown->note_blocks, paragraph);
    while (call)
        call = add_body(markdown, call);
}

/* The label of a definition that stands at the front of a line, "[^label]:"; NULL: none. cmark
 * does not tell it. */
static char *label_of_definition(const char *line)
{
    line += strspn(line, " ");
    size_t size = g_str_has_prefix(line, "[^") ? strcspn(line, "]\r\n") : 0;
    return size && g_str_has_prefix(line + size, "]:") ? g_strndup(line + 2, size - 2) : NULL;
}

/* "3" of [^3] or [^3-b], "*" of [^*]; a name in letters says nothing of the label. */
static const char *label_of_name(struct arena *arena, const char *name)
{
    size_t digits = strspn(name, "0123456789");
    if (digits)
        return digits < 6 ? arena_strndup(arena, name, digits) : NULL;
    const char *p = name;
    while (*p && *p != '-' && !g_unichar_isalnum(g_utf8_get_char(p)))
        p = g_utf8_next_char(p);
    return p > name ? arena_strndup(arena, name, (size_t)(p - name)) : NULL;
}

/* cmark calls the n-th definition that is called [^n], and keeps no other. */
static void add_definition(struct markdown *markdown, cmark_node *node, int number,
                           GHashTable *kept)
{
    uint32_t line = markdown->lines[cmark_node_get_start_line(node) - 1];
    char *name = label_of_definition(markdown->source->text + line);
    struct markdown_note note = {
        .label = arena_printf(markdown->arena, "^%d", number), .definition = node, .at = line};
    note.name = name ? arena_printf(markdown->arena, "[^%s]", name) : note.label;
    note.typed = name ? label_of_name(markdown->arena, name) : NULL;
    add_note(markdown, &note);
    if (name)
        g_hash_table_add(kept, name);
}

/* Definitions as the source has them, for those that cmark leaves out. */
static void warn_of_lost_definitions(struct markdown *markdown, GHashTable *kept)
{
    const char *text = markdown->source->text;
    GHashTable *passed = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (int i = 0; i < markdown->line_count; i++) {
        char *label = label_of_definition(text + markdown->lines[i]);
        if (!label)
            continue;
        bool twice = g_hash_table_contains(passed, label);
        if (!g_hash_table_remove(kept, label))
            diag_file(markdown->diag, markdown->source, markdown->lines[i],
                      twice ? DIAG_NOTE_TWICE : DIAG_NOTE_NO_CALL,
                      twice ? "the footnote [^%s] has a body already, this one is left out"
                            : "the footnote [^%s] is never called, it is left out",
                      label);
        g_hash_table_add(passed, label);
    }
    g_hash_table_destroy(passed);
}

void markdown_find_notes(struct markdown *markdown, cmark_node *root)
{
    GHashTable *kept = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    int definitions = 0;
    for (cmark_node *n = cmark_node_first_child(root); n; n = cmark_node_next(n)) {
        cmark_node_type type = cmark_node_get_type(n);
        if (type == CMARK_NODE_PARAGRAPH)
            find_bodies(markdown, n);
        if (type == CMARK_NODE_FOOTNOTE_DEFINITION)
            add_definition(markdown, n, ++definitions, kept);
    }
    warn_of_lost_definitions(markdown, kept);
    g_hash_table_destroy(kept);
}

/* --- reading ------------------------------------------------------------------------- */

static void add_paragraph(struct markdown *markdown, struct node *note, cmark_node *first,
                          cmark_node *end)
{
    struct node *paragraph =
        doc_new(markdown->arena, NODE_PARAGRAPH, first ? markdown_at(markdown, first) : note->at);
    doc_append(note, paragraph);
    markdown_read_inlines(markdown, first, end, paragraph);
}

/* Whatever blocks a definition holds are paragraphs of the note. */
static void add_definition_blocks(struct markdown *markdown, struct node *note, cmark_node *parent)
{
    if (!markdown_go_deeper(markdown, parent))
        return;
    for (cmark_node *n = cmark_node_first_child(parent); n; n = cmark_node_next(n)) {
        if (cmark_node_get_type(n) == CMARK_NODE_PARAGRAPH) {
            add_paragraph(markdown, note, cmark_node_first_child(n), NULL);
        } else {
            markdown_lost(markdown, n, "anything but a paragraph in a footnote");
            add_definition_blocks(markdown, note, n);
        }
    }
    markdown->depth--;
}

void markdown_read_note(struct markdown *markdown, struct markdown_note *body, struct node *target)
{
    struct node *note = doc_new(markdown->arena, NODE_NOTE, body->at);
    body->called = markdown->in_note = true;
    note->label = body->label[0] == '*' ? body->label : body->typed;
    doc_append(target, note);
    if (body->definition)
        add_definition_blocks(markdown, note, body->definition);
    else
        add_paragraph(markdown, note, body->first, body->end);
    markdown->in_note = false;
}

static int by_place(const void *left, const void *right)
{
    const struct markdown_note *a = *(struct markdown_note *const *)left,
                               *b = *(struct markdown_note *const *)right;
    return a->at < b->at ? -1 : a->at > b->at;
}

void markdown_check_notes(struct markdown *markdown)
{
    GHashTableIter iter;
    gpointer note;
    GPtrArray *lost = g_ptr_array_new();
    g_hash_table_iter_init(&iter, markdown->notes);
    while (g_hash_table_iter_next(&iter, NULL, &note))
        if (!((struct markdown_note *)note)->called)
            g_ptr_array_add(lost, note);
    g_ptr_array_sort(lost, by_place);
    for (guint i = 0; i < lost->len; i++) {
        const struct markdown_note *n = lost->pdata[i];
        diag_file(markdown->diag, markdown->source, n->at, DIAG_NOTE_NO_CALL,
                  "the footnote %s is never called, it is left out", n->name);
    }
    g_ptr_array_free(lost, TRUE);
}
