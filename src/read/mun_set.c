/* mun_set: clauses → blocks. Their programs tell authors not to type numbers and marks; both are
 * set here by the rules of the house, and nothing that was typed is changed: a mark that is there
 * stays. */
#include <string.h>

#include "read/inspect.h"
#include "read/label_make.h"
#include "read/mun.h"

/* --- words --------------------------------------------------------------------------- */

/* What the program marks within a text: *emphasized*, CO_2, 10^6, x_max| with its end marked. */
struct marked {
    size_t size;       /* of all of it; 0: nothing is marked here */
    size_t from, text; /* where the words begin in it, and their size */
    unsigned look;
};

static struct marked emphasized(const char *text)
{
    const char *end = text[1] && !strchr(" *", text[1]) ? strchr(text + 1, '*') : NULL;
    if (!end || end[-1] == ' ')
        return (struct marked){0};
    size_t size = (size_t)(end + 1 - text);
    return (struct marked){size, 1, size - 2, LOOK_ITALIC};
}

/* Behind a mark that stands alone only figures are taken: a name may hold one. */
static struct marked raised_or_lowered(const char *text)
{
    unsigned look = *text == '^' ? LOOK_SUPERIOR : LOOK_INFERIOR;
    size_t enclosed = strcspn(text + 1, "_^|*");
    if (enclosed && text[1 + enclosed] == '|')
        return (struct marked){enclosed + 2, 1, enclosed, look};
    return (struct marked){g_ascii_isdigit(text[1]) ? 2 : 0, 1, 1, look};
}

static void append_plain(struct mun *mun, struct node *block, const char *text, size_t size,
                         uint32_t at)
{
    doc_append_text(mun->import.arena, block, text, size, at);
}

static void append_span(struct mun *mun, struct node *block, unsigned look, const char *text,
                        size_t size, uint32_t at)
{
    struct node *span = doc_new(mun->import.arena, NODE_SPAN, at);
    span->as.span.look = look;
    append_plain(mun, span, text, size, at);
    doc_append(block, span);
}

static void append_words(struct mun *mun, struct node *block, const char *text, size_t size,
                         uint32_t at)
{
    size_t plain = 0, next;
    for (size_t i = 0; mun->marked && (next = strcspn(text + i, "*_^")) < size - i;) {
        const char *mark = text + i + next;
        struct marked marked = *mark == '*' ? emphasized(mark) : raised_or_lowered(mark);
        size_t from = i + next;
        i = from + (marked.size ? marked.size : 1);
        if (!marked.size || i > size)
            continue;
        append_plain(mun, block, text + plain, from - plain, at + (uint32_t)plain);
        append_span(mun, block, marked.look, mark + marked.from, marked.text,
                    at + (uint32_t)(from + marked.from));
        plain = i;
    }
    append_plain(mun, block, text + plain, size - plain, at + (uint32_t)plain);
}

/* --- lead phrases -------------------------------------------------------------------- */

static size_t trimmed_size(const char *text)
{
    size_t size = strlen(text);
    while (size && strchr(" \t\r\n", text[size - 1]))
        size--;
    return size;
}

static void append_phrase(struct mun *mun, struct node *block, const struct yaml *phrase)
{
    append_span(mun, block, mun->import.style->lead_look | LOOK_LEAD, phrase->text,
                trimmed_size(phrase->text), import_text_at(phrase));
}

/* A space between phrase and text, if words of that language have one. */
static void append_gap(struct mun *mun, struct node *block, const struct yaml *phrase,
                       const struct yaml *text)
{
    const char *front = text->text + strspn(text->text, " \t\r\n");
    const char *end = phrase->text + trimmed_size(phrase->text);
    if (inspect_needs_space(g_utf8_get_char(g_utf8_prev_char(end)), g_utf8_get_char(front)))
        append_plain(mun, block, " ", 1, text->at);
}

/* The first text of a clause without a phrase of its own begins with one. */
static void append_lead(struct mun *mun, struct node *block, bool operative,
                        const struct yaml *text)
{
    const char *front = text->text + strspn(text->text, " \t\r\n");
    uint32_t at = import_text_at(text) + (uint32_t)(front - text->text);
    size_t lead = mun_lead_size(mun->import.doc->as.doc.language, operative, front);
    if (lead)
        append_span(mun, block, mun->import.style->lead_look | LOOK_LEAD, front, lead, at);
    append_words(mun, block, front + lead, trimmed_size(front + lead), at + (uint32_t)lead);
}

/* --- ends ---------------------------------------------------------------------------- */

/* Adds the mark that a text wants at its end; one that it has is left for the house style. */
static void settle_end(struct mun *mun, struct node *block, const struct yaml *text,
                       enum clause_end wanted)
{
    enum language language = mun->import.doc->as.doc.language;
    bool complete;
    enum clause_end found = mun_end_of(text->text, &complete);
    uint32_t end = import_text_at(text) + (uint32_t)trimmed_size(text->text);
    if (wanted == END_NONE || found == wanted)
        return;
    const char *mark = mun_mark(language, wanted);
    if (!complete)
        append_plain(mun, block, mark, strlen(mark), end);
}

/* --- clauses ------------------------------------------------------------------------- */

/* Where the parts of a clause go, and what it is. */
struct clause_place {
    struct node *container; /* of its texts and lists */
    enum node_kind kind;    /* of its first text */
    const char *label;
    bool operative;      /* or preambular */
    int level;           /* 0, or of the list it stands in */
    enum clause_end end; /* behind all of it */
};

static void add_list(struct mun *mun, const struct clause *first, const struct clause_place *around,
                     enum clause_end end);

static void add_text(struct mun *mun, const struct clause *clause, const struct part *part,
                     const struct clause_place *place)
{
    bool first = part == clause->parts;
    const struct yaml *text = part->text;
    struct node *block =
        doc_new(mun->import.arena, first ? place->kind : NODE_PARAGRAPH, import_text_at(text));
    if (first)
        block->label = place->label;
    if (first && clause->phrase) {
        append_phrase(mun, block, clause->phrase);
        append_gap(mun, block, clause->phrase, text);
    }
    if (first && !clause->phrase && !place->level)
        append_lead(mun, block, place->operative, text);
    else
        append_words(mun, block, text->text, trimmed_size(text->text), import_text_at(text));
    settle_end(mun, block, text,
               !part->next        ? place->end
               : part->next->text ? END_NONE
                                  : END_COLON);
    doc_append(place->container, block);
}

/* A clause that begins with a list, or is nothing but a phrase. */
static void add_bare(struct mun *mun, const struct clause *clause, const struct clause_place *place)
{
    struct node *block = doc_new(mun->import.arena, place->kind, clause->at);
    block->label = place->label;
    if (clause->phrase) {
        append_phrase(mun, block, clause->phrase);
        settle_end(mun, block, clause->phrase, clause->parts ? END_COLON : place->end);
    }
    if (block->first || block->label)
        doc_append(place->container, block);
}

static void add_clause(struct mun *mun, const struct clause *clause,
                       const struct clause_place *place)
{
    if (!clause->parts || !clause->parts->text)
        add_bare(mun, clause, place);
    for (const struct part *part = clause->parts; part; part = part->next) {
        if (part->text)
            add_text(mun, clause, part, place);
        else
            add_list(mun, part->clauses, place, part->next ? END_SEMICOLON : place->end);
    }
}

static void add_list(struct mun *mun, const struct clause *first, const struct clause_place *around,
                     enum clause_end end)
{
    struct node *list = doc_new(mun->import.arena, NODE_LIST, first->at);
    int ordinal = 0;
    list->as.block.level = around->level + 1;
    doc_append(around->container, list);
    for (const struct clause *item = first; item; item = item->next) {
        const struct clause_place place = {
            .container = list,
            .kind = NODE_ITEM,
            .label = label_make(mun->import.arena, mun->import.style, around->level + 1, ++ordinal),
            .operative = around->operative,
            .level = around->level + 1,
            .end = item->next ? END_SEMICOLON : end};
        add_clause(mun, item, &place);
    }
}

/* A single operative paragraph has no number (un-layout.md 5.1). */
void mun_add_clauses(struct mun *mun)
{
    struct node *doc = mun->import.doc;
    for (const struct clause *clause = mun->preamble; clause; clause = clause->next) {
        const struct clause_place place = {
            .container = doc, .kind = NODE_PREAMBULAR, .end = END_COMMA};
        add_clause(mun, clause, &place);
    }
    bool numbered = mun->operative && mun->operative->next;
    int ordinal = 0;
    for (const struct clause *clause = mun->operative; clause; clause = clause->next) {
        ordinal++;
        const struct clause_place place = {
            .container = doc,
            .kind = numbered ? NODE_OPERATIVE : NODE_PARAGRAPH,
            .label = numbered ? label_make(mun->import.arena, mun->import.style, 0, ordinal) : NULL,
            .operative = true,
            .end = clause->next ? END_SEMICOLON : END_STOP};
        add_clause(mun, clause, &place);
    }
}
