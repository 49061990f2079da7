/* lists: contents, list by symbol, index by agenda item. In: the parts of a volume, the
 * pages of their documents known. Out: trees for page/contents.h. */
#include <stdlib.h>
#include <string.h>

#include "volume/plan.h"

/* --- entries ------------------------------------------------------------------------- */

static struct node *list_new(struct arena *arena, struct node *parent, int level)
{
    struct node *list = doc_new(arena, NODE_LIST, 0);
    list->as.block.level = level;
    list->as.block.contents = true;
    doc_append(parent, list);
    return list;
}

static void add_text(struct arena *arena, struct node *parent, const char *text)
{
    doc_append_text(arena, parent, text, strlen(text), 0);
}

/* An entry that leads to no page: a heading within a list. */
static void add_line(struct arena *arena, struct node *list, const char *label, const char *text)
{
    struct node *item = doc_new(arena, NODE_ITEM, 0);
    item->label = label;
    add_text(arena, item, text);
    doc_append(list, item);
}

struct entry {
    const char *label, *text; /* either may be NULL */
    const char *target, *page;
};

/* A space, which no line's end drops, parts the text from the number for who hears it. */
static void add_entry(struct arena *arena, struct node *list, struct entry entry)
{
    struct node *item = doc_new(arena, NODE_ITEM, 0), *link = doc_new(arena, NODE_LINK, 0);
    item->label = entry.label;
    link->label = entry.page;
    link->as.link.target = entry.target;
    add_text(arena, link, arena_printf(arena, "%s\u00a0", entry.text));
    doc_append(item, link);
    doc_append(list, item);
}

static struct node *doc_with_heading(struct arena *arena, const struct style *style,
                                     const char *key)
{
    struct node *doc = doc_new(arena, NODE_DOC, 0), *heading = doc_new(arena, NODE_HEADING, 0);
    const char *title = style_word(style, key);
    doc->as.doc.language = style->language;
    heading->as.block.level = 0; /* in the outline it stands beside the titles of parts */
    add_text(arena, heading, title ? title : key);
    doc_append(doc, heading);
    return doc;
}

/* --- contents ------------------------------------------------------------------------ */

/* The column of numbers is as wide as symbols where one has no number. */
static int level_of(const struct volume_part *part)
{
    for (guint i = 0; i < part->pieces->len; i++) {
        const struct volume_piece *piece = part->pieces->pdata[i];
        if (strcmp(piece->number, piece->symbol) == 0)
            return 3;
    }
    return 2;
}

static void add_part(struct arena *arena, struct node *contents, const struct volume_part *part)
{
    add_entry(arena, contents, (struct entry){NULL, part->title, part->target, part->page});
    struct node *list = list_new(arena, contents, level_of(part));
    for (guint i = 0; i < part->pieces->len; i++) {
        const struct volume_piece *piece = part->pieces->pdata[i];
        const char *label = *piece->number ? piece->number : NULL;
        add_entry(arena, list, (struct entry){label, piece->title, piece->target, piece->page});
    }
}

struct node *volume_contents(const struct volume_plan *plan, const struct style *style)
{
    struct arena *arena = plan->arena;
    struct node *doc = doc_with_heading(arena, style, "volume-contents");
    struct node *contents = list_new(arena, doc, 1);
    for (guint i = 0; i < plan->parts->len; i++)
        add_part(arena, contents, plan->parts->pdata[i]);
    for (int i = 0; i < plan->list_count; i++)
        add_entry(
            arena, contents,
            (struct entry){NULL, plan->lists[i].title, plan->lists[i].target, plan->lists[i].page});
    return doc;
}

/* --- by symbol ----------------------------------------------------------------------- */

static GPtrArray *all_pieces(const struct volume_plan *plan)
{
    GPtrArray *all = volume_array(plan->arena);
    for (guint i = 0; i < plan->parts->len; i++) {
        const struct volume_part *part = plan->parts->pdata[i];
        for (guint j = 0; j < part->pieces->len; j++)
            g_ptr_array_add(all, part->pieces->pdata[j]);
    }
    g_ptr_array_sort(all, volume_piece_compare);
    return all;
}

struct node *volume_list(const struct volume_plan *plan, const struct style *style)
{
    struct arena *arena = plan->arena;
    struct node *doc = doc_with_heading(arena, style, "volume-list");
    struct node *list = list_new(arena, doc, 3);
    GPtrArray *all = all_pieces(plan);
    for (guint i = 0; i < all->len; i++) {
        const struct volume_piece *piece = all->pdata[i];
        const char *label = *piece->symbol ? piece->symbol : NULL;
        add_entry(arena, list, (struct entry){label, piece->title, piece->target, piece->page});
    }
    return doc;
}

/* --- by agenda item ------------------------------------------------------------------ */

struct mention {
    const struct volume_piece *piece;
    const struct volume_item *item;
    int session; /* in the order of the volume */
    guint nth;   /* of the piece, by symbol */
};

static int by_item(const void *left, const void *right)
{
    const struct mention *a = left, *b = right;
    if (a->session != b->session)
        return a->session - b->session;
    if (a->item->number != b->item->number)
        return a->item->number < b->item->number ? -1 : 1;
    if (a->item->letter != b->item->letter)
        return a->item->letter - b->item->letter;
    return a->nth < b->nth ? -1 : a->nth > b->nth;
}

/* What the document says, else what its symbol does: "A/RES/ES-11". */
static const char *session_of(struct arena *arena, const struct volume_piece *piece)
{
    const char *slash = strrchr(piece->symbol, '/');
    if (*piece->session || !slash)
        return *piece->session ? piece->session : piece->symbol;
    return arena_strndup(arena, piece->symbol, (size_t)(slash - piece->symbol));
}

/* All items of all documents, in the order of sessions and items. */
static GArray *collect_mentions(const struct volume_plan *plan, int *session_count)
{
    GArray *mentions = g_array_new(FALSE, FALSE, sizeof(struct mention));
    GHashTable *sessions = g_hash_table_new(g_str_hash, g_str_equal);
    GPtrArray *all = all_pieces(plan);
    for (guint i = 0; i < all->len; i++) {
        const struct volume_piece *piece = all->pdata[i];
        const char *session = session_of(plan->arena, piece);
        gpointer known = g_hash_table_lookup(sessions, session);
        if (piece->items && !known)
            known = GINT_TO_POINTER((int)g_hash_table_size(sessions) + 1);
        if (piece->items)
            g_hash_table_insert(sessions, (gpointer)session, known);
        for (int j = 0; j < piece->items; j++) {
            struct mention mention = {piece, &piece->item[j], GPOINTER_TO_INT(known), i};
            g_array_append_val(mentions, mention);
        }
    }
    *session_count = (int)g_hash_table_size(sessions);
    g_hash_table_destroy(sessions);
    g_array_sort(mentions, by_item);
    return mentions;
}

static bool is_same_item(const struct mention *a, const struct mention *b)
{
    return a->session == b->session && a->item->number == b->item->number &&
           a->item->letter == b->item->letter;
}

/* Items of one number are of different agendas where the volume has several sessions. */
static void add_item(struct arena *arena, struct node *index, const struct mention *mention,
                     const struct mention *before, bool sessions)
{
    if (sessions && (!before || before->session != mention->session))
        add_line(arena, index, NULL, session_of(arena, mention->piece));
    struct node *list = list_new(arena, index, 4);
    const char *title = mention->item->title;
    add_line(arena, list, mention->item->name, *title ? title : "–");
}

struct node *volume_index(const struct volume_plan *plan, const struct style *style)
{
    struct arena *arena = plan->arena;
    struct node *doc = doc_with_heading(arena, style, "volume-index");
    int sessions;
    GArray *mentions = collect_mentions(plan, &sessions);
    struct node *index = list_new(arena, doc, 1);
    struct node *list = NULL;
    for (guint i = 0; i < mentions->len; i++) {
        const struct mention *mention = &g_array_index(mentions, struct mention, i);
        const struct mention *before = i ? mention - 1 : NULL;
        const struct volume_piece *piece = mention->piece;
        if (before && before->piece == piece && is_same_item(before, mention))
            continue;
        if (!before || !is_same_item(before, mention)) {
            add_item(arena, index, mention, before, sessions > 1);
            list = list_new(arena, index, 2);
        }
        add_entry(arena, list, (struct entry){NULL, piece->symbol, piece->target, piece->page});
    }
    bool any = mentions->len;
    g_array_free(mentions, TRUE);
    return any ? doc : NULL;
}
