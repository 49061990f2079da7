/* paragraphs_inline: the text of an entry → inlines. The list keeps texts plain and says beside
 * them what is a link and a verb; calls of notes stand in the text as raised or plain figures. Each
 * becomes a mark on the text, and a block is made of the pieces between. */
#include <string.h>

#include "read/paragraphs.h"

struct mark {
    uint32_t from, to; /* bytes of the text */
    enum node_kind kind;
    unsigned look;         /* SPAN */
    const char *text;      /* instead of the bytes; NULL: these */
    const char *target;    /* LINK */
    struct footer *footer; /* NOTE */
};

struct marks {
    struct paragraphs *list;
    const struct entry *entry;
    size_t from, to; /* the part of the text that is wanted */
    GArray *found;
};

static void add_mark(struct marks *marks, struct mark mark)
{
    if (mark.from >= marks->from && mark.to <= marks->to && mark.to > mark.from)
        g_array_append_val(marks->found, mark);
}

/* --- links --------------------------------------------------------------------------- */

/* One of `links`: a text and what it leads to. */
static bool read_link(const struct yaml *pair, const char **words, const char **target)
{
    if (pair->kind != YAML_SEQUENCE || pair->count != 2)
        return false;
    *words = pair->first->text;
    *target = pair->first->next->text;
    return *words && **words && *target && **target;
}

static bool is_inside_word(const char *text, const char *found, size_t size)
{
    bool before = found > text && (g_ascii_isalnum(found[-1]) || found[-1] == '/');
    return before || g_ascii_isalnum(found[size]) || found[size] == '/';
}

static const char *find_words(const char *text, const char *after, const char *words)
{
    size_t size = strlen(words);
    const char *found = strstr(after, words);
    while (found && is_inside_word(text, found, size))
        found = strstr(found + size, words);
    return found;
}

/* The links stand in the order of their texts. One that is not found is left out, its words stand
 * where they stand; after many of them the links are of another text. */
static void find_links(struct marks *marks)
{
    enum { MOST_MISSES = 20 };
    struct import *import = &marks->list->import;
    const struct yaml *links = import_list(import, marks->entry->source, "links");
    const char *text = marks->entry->text, *after = text;
    int misses = 0;
    for (const struct yaml *pair = links ? links->first : NULL; pair; pair = pair->next) {
        const char *words, *target;
        if (!read_link(pair, &words, &target)) {
            import_wrong(import, pair, "a link (its text and its target, two texts)");
            continue;
        }
        const char *found = misses < MOST_MISSES ? find_words(text, after, words) : NULL;
        if (!found) {
            misses++;
            continue;
        }
        after = found + strlen(words);
        add_mark(marks, (struct mark){.from = (uint32_t)(found - text),
                                      .to = (uint32_t)(after - text),
                                      .kind = NODE_LINK,
                                      .target = target});
    }
}

/* --- verbs --------------------------------------------------------------------------- */

static void mark_verb(struct marks *marks, size_t from, size_t to, bool lead)
{
    unsigned look = marks->list->import.style->lead_look | (lead ? LOOK_LEAD : 0U);
    add_mark(
        marks,
        (struct mark){.from = (uint32_t)from, .to = (uint32_t)to, .kind = NODE_SPAN, .look = look});
}

/* The known phrase that the text begins with, at least as long as its verb. */
static size_t lead_size(const struct marks *marks, size_t verb)
{
    const struct paragraphs *list = marks->list;
    bool operative = !marks->entry->preambular;
    size_t known = style_lead_phrase(list->import.doc->as.doc.language, operative,
                                     marks->entry->text + marks->from);
    return known > verb ? known : verb;
}

/* The verbs of `action_verb` were found by a machine: at the front of a paragraph they are right
 * as a rule where they are known, elsewhere they are not. */
static void find_action_verb(struct marks *marks)
{
    const struct yaml *verb =
        import_text(&marks->list->import, marks->entry->source, "action_verb");
    const char *text = marks->entry->text + marks->from;
    size_t size = verb ? strlen(verb->text) : 0;
    size_t known = size ? lead_size(marks, 0) : 0;
    if (known && known <= marks->to - marks->from)
        mark_verb(marks, marks->from, marks->from + known, true);
    else if (size && marks->entry->preambular && g_str_has_prefix(text, verb->text) &&
             g_str_has_suffix(text, ","))
        mark_verb(marks, marks->from, marks->from + size, true);
}

/* A verb that was marked within the text. The first of a paragraph stands at its front; of the
 * others only those that "and" joins to it are set so in print. */
static void take_highlight(struct marks *marks, size_t from, size_t to)
{
    static const char and[] = " and ";
    const char *text = marks->entry->text;
    size_t join = strlen(and);
    if (from == marks->from) {
        size_t lead = lead_size(marks, marks->entry->level > 1 ? 0 : to - from);
        mark_verb(marks, from, from + lead, true);
    } else if (marks->found->len && from >= join && memcmp(text + from - join, and, join) == 0) {
        mark_verb(marks, from, to, false);
    }
}

/* `textWithHighlights` is the text again, with *verbs* and {{names}}: walks both side by side.
 * False when they do not go together. */
static bool find_highlights(struct marks *marks, const char *highlighted)
{
    const char *text = marks->entry->text, *p = text;
    size_t open = SIZE_MAX;
    for (const char *q = highlighted; *q; q++) {
        if (*q == *p && *q != '*') {
            p++;
        } else if (*q == '*' && open == SIZE_MAX) {
            open = (size_t)(p - text);
        } else if (*q == '*') {
            take_highlight(marks, open, (size_t)(p - text));
            open = SIZE_MAX;
        } else if (*q != '{' && *q != '}') {
            return false;
        }
    }
    return !*p;
}

/* Preambles that a type says nothing about, in annexes above all. */
static void find_known_phrase(struct marks *marks)
{
    const char *text = marks->entry->text;
    size_t known = style_lead_phrase(marks->list->import.doc->as.doc.language, false, text);
    size_t size = strlen(text);
    while (size && g_ascii_isdigit(text[size - 1])) /* a call */
        size--;
    if (known && size && text[size - 1] == ',')
        mark_verb(marks, 0, known, true);
}

static void find_verbs(struct marks *marks)
{
    const struct yaml *highlighted =
        import_text(&marks->list->import, marks->entry->source, "textWithHighlights");
    if (highlighted && find_highlights(marks, highlighted->text))
        return;
    g_array_set_size(marks->found, 0);
    find_action_verb(marks);
}

/* --- calls of notes ------------------------------------------------------------------ */

/* Raised figures that call no note: few faces have them all, so they are figures that are raised.
 */
static size_t mark_raised(struct marks *marks, size_t at)
{
    int number;
    const char *text = marks->entry->text + at;
    size_t size = paragraphs_span_of_raised(text, &number);
    int count = (int)g_utf8_strlen(text, (gssize)size);
    const char *figures = arena_printf(marks->list->import.arena, "%0*d", count, number);
    if (size)
        add_mark(marks, (struct mark){.from = (uint32_t)at,
                                      .to = (uint32_t)(at + size),
                                      .kind = NODE_SPAN,
                                      .look = LOOK_SUPERIOR,
                                      .text = figures});
    return size;
}

static void find_calls(struct marks *marks)
{
    for (size_t at = marks->from; at < marks->to;) {
        struct footer *footer;
        size_t size = paragraphs_take_call(marks->list, marks->entry->text, at, &footer);
        if (size)
            add_mark(marks, (struct mark){.from = (uint32_t)at,
                                          .to = (uint32_t)(at + size),
                                          .kind = NODE_NOTE,
                                          .footer = footer});
        else
            size = mark_raised(marks, at);
        at += size ? size : 1;
    }
}

/* --- the block ----------------------------------------------------------------------- */

/* In order; of two at one place the note goes first, for its text is taken already. */
static gint compare_marks(gconstpointer a, gconstpointer b)
{
    const struct mark *one = a, *two = b;
    if (one->from != two->from)
        return one->from < two->from ? -1 : 1;
    return (two->kind == NODE_NOTE) - (one->kind == NODE_NOTE);
}

static void fill_note(struct paragraphs *list, struct node *note, const struct footer *footer)
{
    struct node *body = doc_new(list->import.arena, NODE_PARAGRAPH, footer->entry->at);
    const char *text = footer->entry->text + footer->size;
    doc_append_text(list->import.arena, body, text, strlen(text), footer->entry->at + footer->size);
    note->label = arena_printf(list->import.arena, "%d", footer->number);
    doc_append(note, body);
}

static void add_inline(struct marks *marks, struct node *block, const struct mark *mark)
{
    struct arena *arena = marks->list->import.arena;
    uint32_t at = marks->entry->at + mark->from;
    struct node *node = doc_new(arena, mark->kind, at);
    doc_append(block, node);
    if (mark->kind == NODE_NOTE) {
        fill_note(marks->list, node, mark->footer);
        return;
    }
    if (mark->kind == NODE_SPAN)
        node->as.span.look = mark->look;
    else
        node->as.link.target = mark->target;
    const char *text = mark->text ? mark->text : marks->entry->text + mark->from;
    doc_append_text(arena, node, text, mark->text ? strlen(text) : mark->to - mark->from, at);
}

/* A note is never left out, what lies across its call is. */
static bool lies_across_note(const struct marks *marks, guint index)
{
    const struct mark *mark = &g_array_index(marks->found, struct mark, index), *next = mark;
    for (guint i = index + 1; i < marks->found->len && next->from < mark->to; i++) {
        next = &g_array_index(marks->found, struct mark, i);
        if (next->kind == NODE_NOTE && next->from < mark->to)
            return true;
    }
    return false;
}

static void fill_block(struct marks *marks, struct node *block)
{
    struct arena *arena = marks->list->import.arena;
    const char *text = marks->entry->text;
    size_t at = marks->from;
    for (guint i = 0; i < marks->found->len; i++) {
        const struct mark *mark = &g_array_index(marks->found, struct mark, i);
        if (mark->from < at || (mark->kind != NODE_NOTE && lies_across_note(marks, i)))
            continue;
        doc_append_text(arena, block, text + at, mark->from - at, marks->entry->at + (uint32_t)at);
        add_inline(marks, block, mark);
        at = mark->to;
    }
    doc_append_text(arena, block, text + at, marks->to - at, marks->entry->at + (uint32_t)at);
}

struct node *paragraphs_new_block(struct paragraphs *list, const struct entry *entry,
                                  enum node_kind kind, size_t from, size_t to)
{
    struct marks marks = {list, entry, from, to, g_array_new(FALSE, FALSE, sizeof(struct mark))};
    struct node *block = doc_new(list->import.arena, kind, entry->at + (from ? (uint32_t)from : 0));
    if (entry->type == ENTRY_PARAGRAPH && kind != NODE_FIELD)
        find_verbs(&marks);
    else if (kind == NODE_PREAMBULAR)
        find_known_phrase(&marks);
    find_links(&marks);
    find_calls(&marks);
    g_array_sort(marks.found, compare_marks);
    fill_block(&marks, block);
    g_array_free(marks.found, TRUE);
    return block;
}
