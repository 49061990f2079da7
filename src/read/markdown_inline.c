/* markdown_inline: text, looks, links and calls of notes within a block. */
#include <string.h>

#include "read/inspect.h"
#include "read/markdown.h"

/* Inlines go to `into`: the block, or the innermost span that HTML opened in it. */
struct inlines {
    struct markdown *markdown;
    struct node *block, *into;
};

static struct node *open_span(struct inlines *inlines, cmark_node *node, unsigned look)
{
    struct node *span =
        doc_new(inlines->markdown->arena, NODE_SPAN, markdown_at(inlines->markdown, node));
    span->as.span.look = look;
    doc_append(inlines->into, span);
    return span;
}

static void add_text(struct inlines *inlines, cmark_node *node, const char *text)
{
    doc_append_text(inlines->markdown->arena, inlines->into, text, strlen(text),
                    markdown_at(inlines->markdown, node));
}

/* --- line ends ----------------------------------------------------------------------- */

static uint32_t edge_character(cmark_node *node, bool first)
{
    while (node && cmark_node_get_type(node) != CMARK_NODE_TEXT)
        node = first ? cmark_node_first_child(node) : cmark_node_last_child(node);
    const char *text = node ? cmark_node_get_literal(node) : NULL;
    if (!text || !*text)
        return 0;
    return g_utf8_get_char(first ? text : g_utf8_prev_char(text + strlen(text)));
}

/* A line end in the source is a space, but not in Chinese nor before a call. What stands behind
 * a call or the like is taken to be of the same script as what follows. */
static void read_soft_break(struct inlines *inlines, cmark_node *node)
{
    cmark_node *next = cmark_node_next(node);
    if (next && markdown_call_at(next))
        return;
    uint32_t before = edge_character(cmark_node_previous(node), false);
    uint32_t after = edge_character(next, true);
    if (inspect_needs_space(before ? before : after, after ? after : before))
        add_text(inlines, node, " ");
}

/* --- text ---------------------------------------------------------------------------- */

/* cmark leaves a [^1] without body as it stands. */
static void warn_of_bare_call(struct inlines *inlines, cmark_node *node, const char *text)
{
    const char *call = strstr(text, "[^");
    const char *end = call ? strchr(call, ']') : NULL;
    if (end)
        diag_file(inlines->markdown->diag, inlines->markdown->source,
                  markdown_at(inlines->markdown, node) + (uint32_t)(call - text), DIAG_NOTE_NO_BODY,
                  "the footnote %.*s has no body, its call is kept as text", (int)(end + 1 - call),
                  call);
}

static void read_literal(struct inlines *inlines, cmark_node *node)
{
    const char *text = cmark_node_get_literal(node);
    warn_of_bare_call(inlines, node, text ? text : "");
    add_text(inlines, node, text ? text : "");
}

/* --- notes --------------------------------------------------------------------------- */

/* The note that a call is the first to call, outside of notes. */
static struct markdown_note *find_note(const struct markdown *markdown, const char *label)
{
    struct markdown_note *note = g_hash_table_lookup(markdown->notes, label);
    return note && !note->called && !markdown->in_note ? note : NULL;
}

static void warn_of_call(struct inlines *inlines, cmark_node *node, const char *label)
{
    struct markdown *markdown = inlines->markdown;
    struct markdown_note *note = g_hash_table_lookup(markdown->notes, label);
    const char *why = !note          ? "has no body"
                      : note->called ? "is called already"
                                     : "is called in a footnote";
    diag_file(markdown->diag, markdown->source, markdown_at(markdown, node), DIAG_NOTE_NO_BODY,
              "the footnote %s %s, its call is kept as text", note ? note->name : label, why);
}

/* <sup>2</sup> behind a letter is more likely a square than a call. */
static bool is_call(const struct inlines *inlines, cmark_node *node, const char *label)
{
    uint32_t before = edge_character(cmark_node_previous(node), false);
    if (g_hash_table_contains(inlines->markdown->notes, label))
        return true;
    return !(before < 0x250 && g_unichar_isalpha(before));
}

/* Reads a call and its note; false when the three nodes are something else. */
static bool read_call(struct inlines *inlines, cmark_node *node)
{
    struct markdown *markdown = inlines->markdown;
    const char *label = markdown_call_at(node);
    if (!label)
        return false;
    struct markdown_note *note = find_note(markdown, label);
    if (note) {
        markdown_read_note(markdown, note, inlines->into);
        return true;
    }
    if (is_call(inlines, node, label))
        warn_of_call(inlines, node, label);
    struct node *span = open_span(inlines, node, LOOK_SUPERIOR);
    doc_append_text(markdown->arena, span, label, strlen(label), span->at);
    return true;
}

static void read_reference(struct inlines *inlines, cmark_node *node)
{
    struct markdown *markdown = inlines->markdown;
    const char *literal = cmark_node_get_literal(node);
    const char *label = arena_printf(markdown->arena, "^%s", literal ? literal : "");
    struct markdown_note *note = find_note(markdown, label);
    if (note) {
        markdown_read_note(markdown, note, inlines->into);
        return;
    }
    warn_of_call(inlines, node, label);
    struct node *span = open_span(inlines, node, LOOK_SUPERIOR);
    doc_append_text(markdown->arena, span, label + 1, strlen(label + 1), span->at);
}

/* --- HTML ---------------------------------------------------------------------------- */

static unsigned look_of_tag(const char *name, size_t size)
{
    static const struct {
        const char *name;
        enum look look;
    } tags[] = {{"sup", LOOK_SUPERIOR},    {"sub", LOOK_INFERIOR}, {"b", LOOK_BOLD},
                {"strong", LOOK_BOLD},     {"i", LOOK_ITALIC},     {"em", LOOK_ITALIC},
                {"u", LOOK_UNDERLINE},     {"s", LOOK_STRIKE},     {"del", LOOK_STRIKE},
                {"small", LOOK_SMALL_CAPS}};
    for (size_t i = 0; i < G_N_ELEMENTS(tags); i++)
        if (strlen(tags[i].name) == size && g_ascii_strncasecmp(tags[i].name, name, size) == 0)
            return tags[i].look;
    return 0;
}

/* The innermost open span of that look ends, with all that it holds. */
static void close_span(struct inlines *inlines, unsigned look)
{
    for (struct node *n = inlines->into; n != inlines->block; n = n->parent)
        if (n->kind == NODE_SPAN && (n->as.span.look & ~(unsigned)LOOK_LEAD) == look) {
            inlines->into = n->parent;
            return;
        }
}

static void read_html(struct inlines *inlines, cmark_node *node)
{
    const char *tag = cmark_node_get_literal(node);
    bool closing = tag[1] == '/';
    const char *name = tag + 1 + closing;
    size_t size = strcspn(name, " \t\r\n/>");
    unsigned look = look_of_tag(name, size);
    if (g_str_has_prefix(tag, "<!--"))
        return;
    if (size == 2 && g_ascii_strncasecmp(name, "br", 2) == 0)
        doc_append(inlines->into, doc_new(inlines->markdown->arena, NODE_BREAK,
                                          markdown_at(inlines->markdown, node)));
    else if (!look && !closing)
        markdown_lost(inlines->markdown, node,
                      arena_printf(inlines->markdown->arena, "the tag %s", tag));
    else if (!look)
        return; /* said where it began */
    else if (closing)
        close_span(inlines, look);
    else if (markdown_go_deeper(inlines->markdown, node))
        inlines->into =
            open_span(inlines, node, look | (look & (LOOK_BOLD | LOOK_ITALIC) ? LOOK_LEAD : 0));
}

/* --- by kind ------------------------------------------------------------------------- */

static void read_children(struct inlines *inlines, cmark_node *node, struct node *into)
{
    if (!markdown_go_deeper(inlines->markdown, node))
        return;
    markdown_read_inlines(inlines->markdown, cmark_node_first_child(node), NULL, into);
    inlines->markdown->depth--;
}

static void read_link(struct inlines *inlines, cmark_node *node)
{
    struct markdown *markdown = inlines->markdown;
    const char *uri = cmark_node_get_url(node);
    if (!g_str_has_prefix(uri, "http://") && !g_str_has_prefix(uri, "https://")) {
        markdown_lost(markdown, node, "a link to anything but http or https");
        read_children(inlines, node, inlines->into);
        return;
    }
    struct node *link = doc_new(markdown->arena, NODE_LINK, markdown_at(markdown, node));
    link->as.link.target = arena_strdup(markdown->arena, uri);
    doc_append(inlines->into, link);
    read_children(inlines, node, link);
}

static void read_one(struct inlines *inlines, cmark_node *node)
{
    switch ((int)cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
        read_literal(inlines, node);
        break;
    case CMARK_NODE_SOFTBREAK:
        read_soft_break(inlines, node);
        break;
    case CMARK_NODE_LINEBREAK:
        doc_append(inlines->into, doc_new(inlines->markdown->arena, NODE_BREAK,
                                          markdown_at(inlines->markdown, node)));
        break;
    case CMARK_NODE_CODE:
        markdown_lost(inlines->markdown, node, "code");
        read_literal(inlines, node);
        break;
    case CMARK_NODE_HTML_INLINE:
        read_html(inlines, node);
        break;
    case CMARK_NODE_EMPH:
        read_children(inlines, node, open_span(inlines, node, LOOK_ITALIC));
        break;
    case CMARK_NODE_STRONG:
        read_children(inlines, node, open_span(inlines, node, LOOK_BOLD));
        break;
    case CMARK_NODE_LINK:
        read_link(inlines, node);
        break;
    case CMARK_NODE_IMAGE:
        markdown_lost(inlines->markdown, node, "a picture");
        read_children(inlines, node, inlines->into);
        break;
    case CMARK_NODE_FOOTNOTE_REFERENCE:
        read_reference(inlines, node);
        break;
    default: /* kinds of extensions that are not attached */
        read_children(inlines, node, inlines->into);
    }
}

void markdown_read_inlines(struct markdown *markdown, cmark_node *first, cmark_node *end,
                           struct node *target)
{
    struct inlines inlines = {markdown, target, target};
    int depth = markdown->depth;
    for (cmark_node *n = first; n && n != end; n = cmark_node_next(n)) {
        if (read_call(&inlines, n))
            n = cmark_node_next(cmark_node_next(n));
        else
            read_one(&inlines, n);
    }
    markdown->depth = depth;
}

static void append_words(GString *out, cmark_node *node)
{
    cmark_iter *iter = cmark_iter_new(node);
    for (cmark_event_type event; (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE;) {
        cmark_node *n = cmark_iter_get_node(iter);
        cmark_node_type type = cmark_node_get_type(n);
        if (event == CMARK_EVENT_ENTER && type == CMARK_NODE_TEXT)
            g_string_append(out, cmark_node_get_literal(n));
        else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
            g_string_append_c(out, ' ');
    }
    cmark_iter_free(iter);
}

const char *markdown_words(struct markdown *markdown, cmark_node *first, cmark_node *end)
{
    GString *out = g_string_new(NULL);
    for (cmark_node *n = first; n && n != end; n = cmark_node_next(n)) {
        if (markdown_call_at(n))
            n = cmark_node_next(cmark_node_next(n));
        else
            append_words(out, n);
    }
    g_strdelimit(out->str, "\t", ' ');
    const char *words = arena_strdup(markdown->arena, g_strstrip(out->str));
    g_string_free(out, TRUE);
    return words;
}

struct node *markdown_new_block(struct markdown *markdown, cmark_node *node, enum node_kind kind)
{
    struct node *block = doc_new(markdown->arena, kind, markdown_at(markdown, node));
    markdown_read_inlines(markdown, cmark_node_first_child(node), NULL, block);
    return block;
}
