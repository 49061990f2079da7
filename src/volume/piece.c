/* piece: one document of a volume. In: a file. Out: its tree in the form that it has in a
 * volume, and what contents and indexes want to know of it. */
#include <stdlib.h>
#include <string.h>

#include "read/read.h"
#include "volume/plan.h"

/* --- what it is ---------------------------------------------------------------------- */

static const char *text_of(struct arena *arena, const struct node *doc, enum field field)
{
    const struct node *node = doc_field(doc, field);
    return node ? doc_plain_text(arena, node) : "";
}

/* "76/19." → "76/19", "76/19 –" too: a number ends with a figure or, of a part, with a letter. */
static const char *bare_number(struct arena *arena, const char *number)
{
    const char *end = number + strlen(number);
    for (const char *p; end > number; end = p) {
        p = g_utf8_prev_char(end);
        if (g_unichar_isalnum(g_utf8_get_char(p)))
            break;
    }
    return arena_strndup(arena, number, (size_t)(end - number));
}

/* The committee whose name the text has; "without reference" and the like: none of them. */
static int find_committee(struct arena *arena, const struct style *style, const char *text)
{
    char *lower = g_utf8_strdown(text, -1);
    int found = COMMITTEE_PLENARY;
    for (int i = 1; i < COMMITTEE_COUNT && found == COMMITTEE_PLENARY; i++) {
        const char *known = style_word(style, arena_printf(arena, "known-committees.%d", i));
        const char *full = style_word(style, arena_printf(arena, "committees.%d", i));
        if ((known && strstr(lower, known)) || (full && strstr(text, full)))
            found = i;
    }
    g_free(lower);
    return found;
}

/* Who recommended it: decisions name the organ, resolutions have a line in brackets. */
static int committee_of(struct arena *arena, const struct style *style, const struct node *doc)
{
    const char *line = text_of(arena, doc, FIELD_PROPONENT);
    if (!*line)
        line = text_of(arena, doc, FIELD_COMMITTEE);
    if (*line)
        return find_committee(arena, style, line);
    return doc->as.doc.organ == ORGAN_GA ? COMMITTEE_PLENARY : COMMITTEE_NONE;
}

/* --- agenda items -------------------------------------------------------------------- */

/* The place of a sub-item's letter in its alphabet, from 1; 0: it is none. */
static int letter_of(gunichar c)
{
    static const char abjad[] = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";
    if (c < 0x80)
        return g_ascii_isalpha((char)c) ? g_ascii_tolower((char)c) - 'a' + 1 : 0;
    const char *at = g_utf8_strchr(abjad, -1, c);
    return at ? (int)g_utf8_pointer_to_offset(abjad, at) + 1 : 0;
}

/* Reads "(b)" or "b)" behind a number; where it ends, or `text` when there is none. */
static const char *read_letter(const char *text, int *letter, const char **from, int *size)
{
    const char *p = text;
    while (*p == ' ' || *p == '(' || g_str_has_prefix(p, "\u00a0"))
        p = g_utf8_next_char(p);
    *letter = *p ? letter_of(g_utf8_get_char(p)) : 0;
    const char *end = *p ? g_utf8_next_char(p) : p;
    if (!*letter || *end != ')') {
        *letter = 0;
        return text;
    }
    *from = p;
    *size = (int)(end - p);
    return end + 1;
}

/* The title that stands as the nth with the items; the last one for all that have none. */
static const char *item_title(struct arena *arena, const struct node *doc, int nth)
{
    const char *title = "";
    for (const struct node *n = doc->first; n; n = n->next)
        if (n->kind == NODE_FIELD && n->as.field.field == FIELD_ITEM_TITLE && nth-- >= 0)
            title = doc_plain_text(arena, n);
    return title;
}

static void add_items(struct arena *arena, const struct node *doc, const char *text, GArray *items)
{
    for (const char *p = text; *p;) {
        if (!g_ascii_isdigit(*p)) {
            p = g_utf8_next_char(p);
            continue;
        }
        char *end;
        const char *from = "";
        int size = 0;
        struct volume_item item = {.number = (int)strtol(p, &end, 10)};
        p = read_letter(end, &item.letter, &from, &size);
        item.name = arena_printf(arena, "%d", item.number);
        if (item.letter)
            item.name = arena_printf(arena, "%d (%.*s)", item.number, size, from);
        item.title = item_title(arena, doc, (int)items->len);
        g_array_append_val(items, item);
    }
}

static void take_items(struct arena *arena, struct volume_piece *piece)
{
    GArray *items = g_array_new(FALSE, TRUE, sizeof(struct volume_item));
    for (const struct node *n = piece->doc->first; n; n = n->next)
        if (n->kind == NODE_FIELD && n->as.field.field == FIELD_ITEM)
            add_items(arena, piece->doc, doc_plain_text(arena, n), items);
    piece->items = (int)items->len;
    piece->item = arena_copy(arena, items->data, sizeof(struct volume_item) * items->len);
    g_array_free(items, TRUE);
}

/* --- reading ------------------------------------------------------------------------- */

static const char *title_of(struct arena *arena, const struct node *doc)
{
    const char *title = text_of(arena, doc, FIELD_TITLE);
    if (!*title)
        title = text_of(arena, doc, FIELD_SPONSORS);
    if (!*title)
        title = text_of(arena, doc, FIELD_SYMBOL);
    return *title ? title : doc->as.doc.source->name;
}

static struct volume_piece *take_piece(struct volume_plan *plan, struct node *doc)
{
    struct arena *arena = plan->arena;
    struct volume_piece *piece = ARENA_NEW(arena, struct volume_piece);
    piece->doc = doc;
    piece->symbol = text_of(arena, doc, FIELD_SYMBOL);
    piece->title = title_of(arena, doc);
    piece->session = text_of(arena, doc, FIELD_SESSION);
    piece->number = bare_number(arena, text_of(arena, doc, FIELD_NUMBER));
    if (!*piece->number)
        piece->number = piece->symbol;
    piece->decision = doc->as.doc.kind == KIND_DECISION;
    take_items(arena, piece);
    return piece;
}

static void free_arena(void *arena)
{
    arena_free(arena);
}

/* Messages of documents that are passed over are nobody's concern: a document is read with a list
 * of its own, and once more with the common one when it has messages and belongs to the volume. */
struct volume_piece *volume_piece_read(struct volume_plan *plan, const char *path, bool *good)
{
    struct arena *own = arena_new();
    struct diag *aside = diag_new(own);
    const struct source *source = source_read(own, path, aside);
    struct node *doc = source ? read_document(own, source, NULL, aside) : NULL;
    enum language language = doc ? doc->as.doc.language : LANGUAGE_NONE;
    if (doc && plan->language == LANGUAGE_NONE)
        plan->language = language;
    if (doc && language != plan->language) {
        plan->mixed = true;
        arena_free(own);
        return NULL;
    }
    arena_defer(plan->arena, free_arena, own);
    if (diag_count(aside, DIAG_STYLE_LEVEL)) {
        source = source_read(own, path, plan->diag);
        doc = source ? read_document(own, source, NULL, plan->diag) : NULL;
    }
    *good = doc;
    return doc ? take_piece(plan, doc) : NULL;
}

int volume_piece_compare(const void *left, const void *right)
{
    const struct volume_piece *a = *(const struct volume_piece *const *)left,
                              *b = *(const struct volume_piece *const *)right;
    const char *x = a->symbol, *y = b->symbol;
    while (*x && *y) {
        bool numbers = g_ascii_isdigit(*x) && g_ascii_isdigit(*y);
        char *x_end = (char *)x + 1, *y_end = (char *)y + 1;
        guint64 m = numbers ? g_ascii_strtoull(x, &x_end, 10) : (guchar)*x;
        guint64 n = numbers ? g_ascii_strtoull(y, &y_end, 10) : (guchar)*y;
        if (m != n)
            return m < n ? -1 : 1;
        x = x_end;
        y = y_end;
    }
    return *x ? 1 : *y ? -1 : strcmp(a->title, b->title);
}

/* --- the head in a volume ------------------------------------------------------------ */

static struct node *own_field(const struct node *doc, enum field field)
{
    for (struct node *n = doc->first; n; n = n->next)
        if (n->kind == NODE_FIELD && n->as.field.field == field)
            return n;
    return NULL;
}

static void drop_fields(struct node *doc)
{
    static const enum field dropped[] = {FIELD_ORGANIZATION, FIELD_ORGAN,      FIELD_DISTRIBUTION,
                                         FIELD_ISSUED,       FIELD_ORIGINAL,   FIELD_SESSION,
                                         FIELD_ITEM,         FIELD_ITEM_TITLE, FIELD_JOB};
    for (size_t i = 0; i < G_N_ELEMENTS(dropped); i++)
        for (struct node *n; (n = own_field(doc, dropped[i]));)
            doc_unlink(n);
}

static const char *vote_text(struct arena *arena, const struct style *style,
                             const struct vote *vote)
{
    const char *key = !vote                            ? NULL
                      : vote->outcome == VOTE_WITHOUT  ? "volume-without"
                      : vote->outcome == VOTE_RECORDED ? "volume-recorded"
                                                       : NULL;
    const char *pattern = key ? style_word(style, key) : NULL;
    if (!pattern || (vote->outcome == VOTE_RECORDED && vote->count[VOTE_FAVOUR] < 0))
        return "";
    const char *counts[VOTE_CHOICE_COUNT];
    for (int i = 0; i < VOTE_CHOICE_COUNT; i++)
        counts[i] = arena_printf(arena, "%d", MAX(vote->count[i], 0));
    return style_fill(arena, pattern, "favour", counts[VOTE_FAVOUR], "against",
                      counts[VOTE_AGAINST], "abstaining", counts[VOTE_ABSTAINING], NULL);
}

/* "45th plenary meeting" → "45th"; NULL when it is no plain one: "56th (resumed) …". */
static const char *meeting_of(struct arena *arena, const char *line)
{
    const char *from = line + strcspn(line, "0123456789");
    const char *end = from + strspn(from, "0123456789");
    while (g_ascii_isalpha(*end) || g_str_has_prefix(end, "ª") || g_str_has_prefix(end, "º"))
        end = g_utf8_next_char(end);
    return end == from || strchr(line, '(') ? NULL
                                            : arena_strndup(arena, from, (size_t)(end - from));
}

/* "Adopted at the 45th plenary meeting, on 6 December 2021, without a vote"; NULL where the closing
 * does not say enough for it. */
static const char *sentence_of(struct arena *arena, const struct style *style,
                               const struct node *doc)
{
    const char *meeting = meeting_of(arena, text_of(arena, doc, FIELD_MEETING));
    const char *date = text_of(arena, doc, FIELD_ADOPTED);
    const char *pattern = style_word(style, "volume-adopted");
    if (!meeting || !*date || !pattern)
        return NULL;
    return style_fill(arena, pattern, "meeting", meeting, "date", date, "vote",
                      vote_text(arena, style, doc->as.doc.vote), NULL);
}

static struct node *closing_of(const struct node *doc)
{
    struct node *closing = NULL;
    for (struct node *n = doc->first; n; n = doc_next(n, doc))
        if (n->kind == NODE_CLOSING) {
            if (closing)
                return NULL; /* of parts: each keeps its own */
            closing = n;
        }
    return closing;
}

static bool has_note(const struct node *node)
{
    for (const struct node *n = node->first; n; n = doc_next(n, node))
        if (n->kind == NODE_NOTE)
            return true;
    return false;
}

/* What the closing says goes into a sentence above the title. */
static void say_adoption(struct arena *arena, const struct style *style, struct node *doc)
{
    struct node *closing = closing_of(doc), *adoption = own_field(doc, FIELD_ADOPTION);
    const char *sentence = closing ? sentence_of(arena, style, doc) : NULL;
    if (!sentence || has_note(closing) || (adoption && has_note(adoption)))
        return;
    uint32_t at = adoption ? adoption->at : closing->at;
    if (adoption)
        doc_unlink(adoption);
    doc_unlink(closing);
    doc_place_field(doc, doc_new_field(arena, FIELD_ADOPTION, sentence, at));
}

/* Of decisions the title of the part says that they are; their sort stays. */
static void drop_decision(struct arena *arena, const struct style *style, struct node *doc)
{
    struct node *type = own_field(doc, FIELD_TYPE);
    const char *word = style_word(style, "decision");
    if (type && word && strcmp(doc_plain_text(arena, type), word) == 0)
        doc_unlink(type);
}

void volume_piece_dress(struct arena *arena, const struct style *style, struct volume_piece *piece)
{
    struct node *doc = piece->doc;
    piece->committee = committee_of(arena, style, doc);
    drop_fields(doc);
    if (piece->decision)
        drop_decision(arena, style, doc);
    if (doc->as.doc.organ != ORGAN_GA || doc->as.doc.kind != KIND_RESOLUTION)
        return;
    say_adoption(arena, style, doc);
    const char *heading = style_word(style, "volume-heading");
    struct node *number = own_field(doc, FIELD_NUMBER);
    if (!heading || !number || own_field(doc, FIELD_TYPE) || !strstr(piece->symbol, "/RES/"))
        return;
    const char *text = style_fill(arena, heading, "number", piece->number, NULL);
    doc_place_field(doc, doc_new_field(arena, FIELD_TYPE, text, number->at));
}
