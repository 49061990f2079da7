/* bind: documents in parts → one book. In: a plan. Out: all its pages.
 *
 * The body comes first: its pages are 1, 2, … Then the lists at the end, which know where it is,
 * and last contents, title page and cover, whose pages are i, ii, …, so that their length moves
 * nothing. All pages stay until the file is written, because a face is embedded once, with what all
 * of them show. */
#include "volume/bind.h"

#include <stdlib.h>

#include "page/contents.h"

/* --- pages --------------------------------------------------------------------------- */

static void add_blank(struct volume_binding *b, GArray *pages, bool roman)
{
    struct page page = {.number = (int)pages->len + 1, .roman = roman};
    page.label = page_number(b->hand.arena, page.number, roman);
    g_array_append_val(pages, page);
}

/* Adds the pages of a galley; false when something could not be set. */
static bool add_section(struct volume_binding *b, GArray *pages, const struct galley *galley,
                        struct section section)
{
    section.first = (int)pages->len + 1;
    section.roman = pages == b->front;
    const struct book *book = galley ? page_make_up_section(&b->hand, galley, &section) : NULL;
    if (!book)
        return false;
    g_array_append_vals(pages, book->pages, (guint)book->page_count);
    return true;
}

/* The next page is a right-hand one. */
static void turn_to_recto(struct volume_binding *b, GArray *pages)
{
    if (pages->len % 2)
        add_blank(b, pages, pages == b->front);
}

/* --- the body ------------------------------------------------------------------------ */

static bool runs_on(const struct volume_binding *b)
{
    return b->plan->start ? b->plan->start == 2 : b->hand.style->volume.run_on;
}

/* The galley of a document as it stands in the volume; NULL with an error. */
static const struct galley *set_piece(struct volume_binding *b, struct volume_piece *piece)
{
    struct node *doc = piece->doc;
    b->hand.source = doc->as.doc.source;
    style_arrange(b->hand.arena, b->hand.style, doc, b->hand.diag);
    const struct galley *galley = set_galley(&b->hand, doc);
    doc_append(b->root, doc); /* only now: what is set must not know that it is in a volume */
    return galley;
}

/* The title of a part stands above its first document. */
static const struct para *set_part_title(struct volume_binding *b, const struct volume_part *part)
{
    const struct style *style = b->hand.style;
    struct node *heading = doc_new(b->hand.arena, NODE_HEADING, 0);
    heading->as.block.level = 0;
    doc_append_text(b->hand.arena, heading, part->title, strlen(part->title), 0);
    doc_append(b->root, heading);
    return set_block(&b->hand, heading, FORM_SECTION,
                     style->page.text_end - style->page.text_start);
}

static const struct galley *galley_of(struct arena *arena, const GArray *paras,
                                      const struct node *doc)
{
    struct galley *galley = ARENA_NEW(arena, struct galley);
    galley->doc = doc;
    galley->para_count = (int)paras->len;
    galley->paras = arena_copy(arena, paras->data, sizeof(struct para) * paras->len);
    return galley;
}

/* Makes pages of what is in `paras`, which is empty then. */
static bool flush(struct volume_binding *b, const struct volume_part *part, GArray *paras,
                  const struct node *doc)
{
    const struct galley *galley = galley_of(b->hand.arena, paras, doc);
    g_array_set_size(paras, 0);
    return add_section(b, b->body, galley, (struct section){.head = part->title});
}

static bool add_part(struct volume_binding *b, const struct volume_part *part)
{
    GArray *paras = g_array_new(FALSE, FALSE, sizeof(struct para));
    const struct para *title = set_part_title(b, part);
    bool all = title;
    if (title)
        g_array_append_val(paras, *title);
    for (guint i = 0; i < part->pieces->len; i++) {
        struct volume_piece *piece = part->pieces->pdata[i];
        const struct galley *galley = set_piece(b, piece);
        all = all && galley;
        if (galley)
            g_array_append_vals(paras, galley->paras, (guint)galley->para_count);
        if (galley && all && (!runs_on(b) || i + 1 == part->pieces->len))
            all = flush(b, part, paras, piece->doc);
    }
    g_array_free(paras, TRUE);
    return all;
}

static bool make_body(struct volume_binding *b)
{
    bool all = true;
    for (guint i = 0; i < b->plan->parts->len; i++) {
        turn_to_recto(b, b->body);
        all = add_part(b, b->plan->parts->pdata[i]) && all;
    }
    return all;
}

/* --- where everything begins --------------------------------------------------------- */

/* The document of the volume that an item belongs to, or the heading of a part; NULL: none. */
static const struct node *home_of(const struct volume_binding *b, const struct placed *item)
{
    const struct node *node = item->run && item->run->owner ? item->run->owner : item->owner;
    if (item->kind != PLACED_RUN || item->artifact != ARTIFACT_NONE)
        return NULL;
    while (node && node->parent != b->root)
        node = node->parent;
    return node;
}

/* Notes the page and the height at which every document begins: anchors by node. */
static GHashTable *find_places(struct volume_binding *b, const GArray *pages, int first)
{
    GHashTable *places = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < pages->len; i++) {
        const struct page *page = &g_array_index(pages, struct page, i);
        for (int j = 0; j < page->count; j++) {
            const struct node *home = home_of(b, &page->items[j]);
            if (!home || g_hash_table_contains(places, home))
                continue;
            struct anchor *anchor = ARENA_NEW(b->hand.arena, struct anchor);
            anchor->page = first + (int)i;
            anchor->top = page->items[j].y - page->items[j].run->size;
            g_hash_table_insert(places, (gpointer)home, anchor);
        }
    }
    return places;
}

static const char *page_at(const GArray *pages, const struct anchor *anchor)
{
    return anchor ? g_array_index(pages, struct page, anchor->page).label : "";
}

/* Tells parts and documents their pages. */
static void number_pieces(struct volume_binding *b)
{
    GHashTable *places = find_places(b, b->body, 0);
    for (guint i = 0; i < b->plan->parts->len; i++) {
        struct volume_part *part = b->plan->parts->pdata[i];
        for (guint j = 0; j < part->pieces->len; j++) {
            struct volume_piece *piece = part->pieces->pdata[j];
            piece->page = page_at(b->body, g_hash_table_lookup(places, piece->doc));
            if (!j)
                part->page = piece->page;
        }
    }
    g_hash_table_destroy(places);
}

/* --- lists and contents -------------------------------------------------------------- */

static bool add_tree(struct volume_binding *b, GArray *pages, struct node *tree)
{
    const char *head = doc_plain_text(b->hand.arena, tree->first);
    b->hand.source = b->plan->source;
    const struct galley *galley = contents_set(&b->hand, tree);
    doc_append(b->root, tree);
    turn_to_recto(b, pages);
    return add_section(b, pages, galley, (struct section){.head = head});
}

static bool add_list(struct volume_binding *b, struct node *tree, const char *target)
{
    if (!tree)
        return true;
    turn_to_recto(b, b->body);
    b->lists[b->plan->list_count] = tree;
    struct volume_end *end = &b->plan->lists[b->plan->list_count++];
    end->title = doc_plain_text(b->hand.arena, tree->first);
    end->target = target;
    end->page = page_number(b->hand.arena, (int)b->body->len + 1, false);
    return add_tree(b, b->body, tree);
}

static bool make_lists(struct volume_binding *b)
{
    return add_list(b, volume_list(b->plan, b->hand.style), "#list") &&
           add_list(b, volume_index(b->plan, b->hand.style), "#index");
}

/* The note tells of the Assembly's documents. */
static bool add_note(struct volume_binding *b, struct section section)
{
    if (volume_front_organ(b->plan) == ORGAN_GA)
        return add_section(b, b->front, volume_front_note(b), section);
    add_blank(b, b->front, true);
    return true;
}

static bool make_front(struct volume_binding *b)
{
    struct section section = {.bare = true, .top = b->hand.style->volume.cover_top};
    b->hand.source = b->plan->source;
    if (!add_section(b, b->front, volume_front_title(b, true), section))
        return false;
    turn_to_recto(b, b->front);
    if (!add_section(b, b->front, volume_front_title(b, false), section) || !add_note(b, section) ||
        !add_tree(b, b->front, volume_contents(b->plan, b->hand.style)))
        return false;
    turn_to_recto(b, b->front);
    return true;
}

/* --- anchors ------------------------------------------------------------------------- */

static int by_target(const void *left, const void *right)
{
    return strcmp(((const struct anchor *)left)->target, ((const struct anchor *)right)->target);
}

static void add_anchor(GArray *anchors, const struct anchor *place, const char *target,
                       const char *name)
{
    if (!place || !target || !*target)
        return;
    struct anchor anchor = *place;
    anchor.target = target;
    anchor.name = name;
    g_array_append_val(anchors, anchor);
}

/* "A/RES/76/84 A-B" is asked for as A/RES/76/84, too. */
static const char *without_parts(struct arena *arena, const char *symbol)
{
    const char *space = strchr(symbol, ' ');
    return space ? arena_strndup(arena, symbol, (size_t)(space - symbol)) : NULL;
}

static void add_piece_anchors(struct volume_binding *b, GArray *anchors,
                              const struct volume_piece *piece, const struct anchor *place)
{
    add_anchor(anchors, place, piece->target, piece->symbol);
    add_anchor(anchors, place, piece->symbol, NULL);
    add_anchor(anchors, place, without_parts(b->hand.arena, piece->symbol), NULL);
}

/* The heading of a part, or of a list, is the child of the volume before or around it. */
static void add_all_anchors(struct volume_binding *b, GArray *anchors, GHashTable *places)
{
    for (guint i = 0; i < b->plan->parts->len; i++) {
        const struct volume_part *part = b->plan->parts->pdata[i];
        for (guint j = 0; j < part->pieces->len; j++) {
            const struct volume_piece *piece = part->pieces->pdata[j];
            add_piece_anchors(b, anchors, piece, g_hash_table_lookup(places, piece->doc));
            if (!j)
                add_anchor(anchors, g_hash_table_lookup(places, piece->doc->prev), part->target,
                           NULL);
        }
    }
    for (int i = 0; i < b->plan->list_count; i++)
        add_anchor(anchors, g_hash_table_lookup(places, b->lists[i]), b->plan->lists[i].target,
                   NULL);
}

static void set_anchors(struct volume_binding *b, struct book *book)
{
    GArray *pages = g_array_new(FALSE, FALSE, sizeof(struct page));
    g_array_append_vals(pages, book->pages, (guint)book->page_count);
    GHashTable *places = find_places(b, pages, 0);
    GArray *anchors = g_array_new(FALSE, FALSE, sizeof(struct anchor));
    add_all_anchors(b, anchors, places);
    g_array_sort(anchors, by_target);
    guint count = 0;
    for (guint i = 0; i < anchors->len; i++) { /* of one target, the first */
        const struct anchor *anchor = &g_array_index(anchors, struct anchor, i);
        if (!count ||
            strcmp(g_array_index(anchors, struct anchor, count - 1).target, anchor->target) != 0)
            g_array_index(anchors, struct anchor, count++) = *anchor;
    }
    book->anchor_count = (int)count;
    book->anchors = arena_copy(b->hand.arena, anchors->data, sizeof(struct anchor) * count);
    g_hash_table_destroy(places);
    g_array_free(anchors, TRUE);
    g_array_free(pages, TRUE);
}

/* --- the book ------------------------------------------------------------------------ */

static const struct book *make_book(struct volume_binding *b)
{
    struct arena *arena = b->hand.arena;
    const struct style *style = b->hand.style;
    struct book *book = ARENA_NEW(arena, struct book);
    struct page *pages = ARENA_ARRAY(arena, struct page, b->front->len + b->body->len);
    memcpy(pages, b->front->data, sizeof(struct page) * b->front->len);
    memcpy(pages + b->front->len, b->body->data, sizeof(struct page) * b->body->len);
    *book = (struct book){.doc = b->root,
                          .style = style,
                          .source = b->plan->source,
                          .width = style->page.width,
                          .height = style->page.height,
                          .page_count = (int)(b->front->len + b->body->len),
                          .pages = pages,
                          .title = volume_front_name(b),
                          .symbol = b->plan->symbol,
                          .language = style->language};
    set_anchors(b, book);
    return book;
}

const struct book *volume_bind(struct volume_plan *plan, const struct style *style,
                               struct fonts *fonts)
{
    struct volume_binding b = {
        .hand = {plan->arena, style, fonts, plan->diag, plan->source},
        .plan = plan,
        .root = doc_new(plan->arena, NODE_DOC, 0),
        .front = g_array_new(FALSE, FALSE, sizeof(struct page)),
        .body = g_array_new(FALSE, FALSE, sizeof(struct page)),
    };
    b.root->as.doc.language = style->language;
    const struct book *book = NULL;
    if (make_body(&b)) {
        number_pieces(&b);
        if (make_lists(&b) && make_front(&b))
            book = make_book(&b);
    }
    g_array_free(b.front, TRUE);
    g_array_free(b.body, TRUE);
    return book;
}
