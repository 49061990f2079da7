/* lead: finds lead phrases in a finished tree. */
#include "read/lead.h"

#include <glib.h>
#include <string.h>

enum { REACH = 24 }; /* characters that may stand before: 根据《联合国宪章》第七章**采取行动** */

struct leads {
    struct arena *arena;
    const struct style *style;
    bool of_style;
    struct diag *diag;
    const struct node *doc;
};

static bool may_have_lead(enum node_kind kind)
{
    return kind == NODE_OPENING || kind == NODE_PREAMBULAR || kind == NODE_OPERATIVE ||
           kind == NODE_ITEM || kind == NODE_PARAGRAPH;
}

struct node *lead_find(const struct node *block)
{
    glong before = 0;
    for (struct node *n = block->first; n; n = n->next) {
        if (n->kind == NODE_SPAN && n->as.span.look & (LOOK_SUPERIOR | LOOK_INFERIOR))
            return NULL; /* the mark of a note below a table */
        if (n->kind == NODE_SPAN && n->as.span.look & (LOOK_BOLD | LOOK_ITALIC))
            return before && block->kind == NODE_ITEM ? NULL : n;
        if (n->kind != NODE_TEXT || (before += g_utf8_strlen(n->text, -1)) > REACH)
            return NULL;
    }
    return NULL;
}

/* Puts the first `size` bytes of a text into a span. */
static void wrap(struct leads *leads, struct node *text, size_t size)
{
    struct node *span = doc_new(leads->arena, NODE_SPAN, text->at);
    span->as.span.look = leads->style->lead_look | LOOK_LEAD;
    doc_append_text(leads->arena, span, text->text, size, text->at);
    doc_insert_before(text, span);
    text->text += size;
    text->at += (uint32_t)size;
    if (!*text->text)
        doc_unlink(text);
}

/* The bytes of the comma that the words of an opening end with. */
static size_t size_of_comma(const char *words)
{
    static const char *const commas[] = {",", "，", "،"};
    for (size_t i = 0; i < G_N_ELEMENTS(commas); i++)
        if (g_str_has_suffix(words, commas[i]))
            return strlen(commas[i]);
    return 0;
}

/* The organ in the opening is what stands before the comma. */
static void mark_opening(struct leads *leads, struct node *text)
{
    size_t size = strlen(text->text) - size_of_comma(text->text);
    if (size)
        wrap(leads, text, size);
}

/* Where a file has the comma within the span, it goes out. */
static void free_comma(struct leads *leads, struct node *span)
{
    struct node *text = span->last;
    size_t size = text->kind == NODE_TEXT ? strlen(text->text) : 0;
    size_t comma = size ? size_of_comma(text->text) : 0;
    if (!comma || comma == size || span->next)
        return;
    struct node *after = doc_new(leads->arena, NODE_TEXT, text->at + (uint32_t)(size - comma));
    after->text = text->text + size - comma;
    text->text = arena_strndup(leads->arena, text->text, size - comma);
    doc_append(span->parent, after);
}

/* An annex may be a programme or a treaty: its numbered paragraphs need no lead phrase. */
static bool is_in_annex(const struct node *block)
{
    for (; block; block = block->parent)
        if (block->kind == NODE_ANNEX)
            return true;
    return false;
}

static void mark_known_phrase(struct leads *leads, struct node *block, struct node *text)
{
    bool operative = block->kind == NODE_OPERATIVE;
    size_t size = style_lead_phrase(leads->doc->as.doc.language, operative, text->text);
    if (!size)
        return;
    diag_file(leads->diag, leads->doc->as.doc.source, text->at, DIAG_LEAD_UNMARKED,
              "the lead phrase “%.*s” is not marked in the source; it is set as one", (int)size,
              text->text);
    wrap(leads, text, size);
}

static void mark_block(struct leads *leads, struct node *block)
{
    struct node *span = lead_find(block), *first = block->first;
    if (span) {
        if (leads->of_style && !(span->as.span.look & LOOK_LEAD))
            span->as.span.look = leads->style->lead_look;
        span->as.span.look |= LOOK_LEAD;
        if (block->kind == NODE_OPENING)
            free_comma(leads, span);
        return;
    }
    if (!first || first->kind != NODE_TEXT)
        return;
    if (block->kind == NODE_OPENING)
        mark_opening(leads, first);
    else if ((block->kind == NODE_PREAMBULAR || block->kind == NODE_OPERATIVE) &&
             !is_in_annex(block))
        mark_known_phrase(leads, block, first);
}

void lead_mark(struct arena *arena, struct node *doc, const struct style *style, bool of_style,
               struct diag *diag)
{
    struct leads leads = {arena, style, of_style, diag, doc};
    for (struct node *n = doc, *next; n; n = next) {
        if (may_have_lead(n->kind))
            mark_block(&leads, n);
        bool closed = n->kind == NODE_NOTE || n->kind == NODE_TABLE || n->kind == NODE_FIELD;
        next = closed ? doc_skip(n, doc) : doc_next(n, doc);
    }
}
