/* link: annotations, one for every line that a link stands in, so that the place to click is
 * never larger than the words; destinations; the outline. */
#include "pdf/link.h"

#include "pdf/anchor.h"
#include "pdf/syntax.h"

struct landmark {
    const struct node *node;
    int page;
    length top; /* from the upper edge of the page */
};

/* A piece of a link, in one line. */
struct piece {
    struct element *element;
    const struct node *target;
    int page, object, parent_key;
    length start, end, baseline, size;
};

/* An entry of the outline. Entry 0 is the outline itself, so 0 also means none. */
struct entry {
    struct landmark place;
    int depth, object;
    int parent, prev, next, first, last;
    int count; /* of entries below */
};

struct links {
    struct arena *arena;
    const struct book *book;
    struct objects *objects;
    struct structure *structure;
    const struct seats *seats;
    GHashTable *places; /* of struct landmark by node: titles, headings, notes */
    GArray *pieces;     /* of struct piece */
    GArray *entries;    /* of struct entry */
};

struct links *links_new(struct arena *arena, const struct book *book, struct objects *objects,
                        struct structure *structure, const struct seats *seats)
{
    struct links *links = ARENA_NEW(arena, struct links);
    *links = (struct links){.arena = arena,
                            .book = book,
                            .objects = objects,
                            .structure = structure,
                            .seats = seats,
                            .places = g_hash_table_new(NULL, NULL),
                            .pieces = g_array_new(FALSE, TRUE, sizeof(struct piece)),
                            .entries = g_array_new(FALSE, TRUE, sizeof(struct entry))};
    struct entry root = {.depth = -1};
    g_array_append_val(links->entries, root);
    return links;
}

void links_free(struct links *links)
{
    g_hash_table_destroy(links->places);
    g_array_free(links->pieces, TRUE);
    g_array_free(links->entries, TRUE);
}

static struct piece *piece_at(const struct links *links, guint i)
{
    return &g_array_index(links->pieces, struct piece, i);
}

static struct entry *entry_at(const struct links *links, int i)
{
    return &g_array_index(links->entries, struct entry, i);
}

/* --- what runs tell ------------------------------------------------------------------ */

static bool is_field(const struct node *node, enum field field)
{
    return node->kind == NODE_FIELD && node->as.field.field == field;
}

/* The level at which the headings of an annex begin. */
static int first_level(const struct node *annex)
{
    for (const struct node *n = doc_next(annex, annex); n; n = doc_next(n, annex))
        if (n->kind == NODE_HEADING)
            return n->as.block.level;
    return 1;
}

/* What the title of the document is at: 0, below the titles of parts in a volume. */
static int base_depth(const struct links *links, const struct node *node)
{
    while (node && node->kind != NODE_DOC)
        node = node->parent;
    return node && node != links->book->doc ? 1 : 0;
}

/* 0 for the title and, beside it, annexes; -1 for what is not in the outline. Headings of
 * level 0 are titles of the parts of a volume. */
static int outline_depth(const struct links *links, const struct node *node)
{
    int base = base_depth(links, node);
    if (is_field(node, FIELD_TITLE))
        return base;
    if (node->kind != NODE_HEADING)
        return -1;
    if (node->as.block.level < 1)
        return 0;
    for (const struct node *n = node->parent; n; n = n->parent)
        if (n->kind == NODE_ANNEX)
            return base + MAX(node->as.block.level - first_level(n), 0);
    return base + MAX(node->as.block.level, 0);
}

/* The block or, within a note, the note. */
static const struct node *landmark_of(const struct node *owner)
{
    const struct node *block = doc_block_of(owner);
    for (const struct node *n = block; n; n = n->parent)
        if (n->kind == NODE_NOTE)
            return n;
    return block;
}

static void see_place(struct links *links, const struct node *node, const struct placed *item,
                      int page)
{
    if (!node || g_hash_table_contains(links->places, node))
        return;
    int depth = outline_depth(links, node);
    if (depth < 0 && node->kind != NODE_NOTE)
        return;
    struct landmark *place = ARENA_NEW(links->arena, struct landmark);
    *place = (struct landmark){node, page, item->y - item->run->size};
    g_hash_table_insert(links->places, (gpointer)node, place);
    if (depth < 0)
        return;
    struct entry entry = {.place = *place, .depth = depth};
    g_array_append_val(links->entries, entry);
}

static void see_piece(struct links *links, struct element *element, const struct node *target,
                      const struct placed *item, int page)
{
    length start = item->x, end = item->x + item->run->width, baseline = item->y - item->run->rise;
    struct piece *last = links->pieces->len ? piece_at(links, links->pieces->len - 1) : NULL;
    if (last && last->element == element && last->page == page && last->baseline == baseline) {
        last->start = MIN(last->start, start);
        last->end = MAX(last->end, end);
        return;
    }
    struct piece piece = {.element = element,
                          .target = target,
                          .page = page,
                          .start = start,
                          .end = end,
                          .baseline = baseline,
                          .size = item->run->size};
    piece.object = objects_reserve(links->objects);
    piece.parent_key = structure_add_annotation(links->structure, element, page, piece.object);
    g_array_append_val(links->pieces, piece);
}

void links_see_run(struct links *links, struct element *element, const struct placed *item,
                   int page)
{
    const struct node *owner = item->run->owner ? item->run->owner : item->owner, *target;
    bool call = item->run->part == RUN_CALL;
    see_place(links, call ? NULL : landmark_of(owner), item, page);
    struct element *link = structure_link(element, &target);
    if (link) /* never, where links cannot be followed */
        see_piece(links, link, target, item, page);
}

/* --- annotations --------------------------------------------------------------------- */

static void put_destination(const struct links *links, const struct landmark *place, GString *out)
{
    g_string_append_printf(out, "/Dest[%d 0 R/XYZ null ", links->seats->pages[place->page]);
    put_points(out, links->book->height - place->top + links->seats->below);
    g_string_append(out, " null]");
}

/* Words for those who can't see where a link leads: the link's own, or those of the note. */
static const char *describe_target(struct arena *arena, const struct node *target)
{
    const char *text = doc_plain_text(arena, target);
    if (target->kind == NODE_NOTE && target->label)
        return arena_printf(arena, "%s %s", target->label, text);
    if (target->label) /* an entry of contents and its page */
        return arena_printf(arena, "%s%s", text, target->label);
    return *text || target->kind == NODE_NOTE ? text : target->as.link.target;
}

static void put_target(const struct links *links, const struct node *target, GString *out)
{
    if (target->kind == NODE_NOTE) {
        const struct landmark *place = g_hash_table_lookup(links->places, target);
        if (place)
            put_destination(links, place, out);
        return;
    }
    const struct anchor *anchor = anchor_find(links->book, target->as.link.target);
    if (anchor) {
        g_string_append(out, "/Dest");
        anchor_put(links->book, anchor, links->seats, out);
    } else if (target->as.link.target) {
        g_string_append(out, "/A<</S/URI/URI");
        put_uri(out, target->as.link.target);
        g_string_append(out, ">>");
    }
}

void links_write(struct links *links)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < links->pieces->len; i++) {
        const struct piece *piece = piece_at(links, i);
        length box[] = {piece->start, links->book->height - piece->baseline - piece->size / 4,
                        piece->end, links->book->height - piece->baseline + piece->size * 7 / 8};
        g_string_assign(out, "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[");
        for (int j = 0; j < 4; j++) {
            put_points(out, box[j]);
            g_string_append(out, j < 3 ? " " : "]");
        }
        g_string_append_printf(out, "/StructParent %d/Contents", piece->parent_key);
        put_text(out, describe_target(links->arena, piece->target), -1);
        put_target(links, piece->target, out);
        g_string_append(out, ">>");
        objects_set(links->objects, piece->object, out);
    }
    g_string_free(out, TRUE);
}

/* The first piece of a page or of a later one: pieces were seen page by page. */
static guint first_piece(const struct links *links, int page)
{
    guint low = 0, high = links->pieces->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (piece_at(links, middle)->page < page)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void links_put_annotations(const struct links *links, int page, GString *out)
{
    guint first = first_piece(links, page), i = first;
    for (; i < links->pieces->len && piece_at(links, i)->page == page; i++) {
        g_string_append(out, i > first ? " " : "/Annots[");
        put_reference(out, piece_at(links, i)->object);
    }
    g_string_append(out, i > first ? "]" : "");
}

/* --- outline ------------------------------------------------------------------------- */

static const char *entry_text(const struct links *links, const struct node *node)
{
    const char *text = doc_plain_text(links->arena, node), *label = node->label;
    if (is_field(node, FIELD_TITLE))
        for (const struct node *n = node->parent ? node->parent->first : NULL; n; n = n->next)
            if (is_field(n, FIELD_NUMBER))
                label = doc_plain_text(links->arena, n);
    return label && *label ? arena_printf(links->arena, "%s %s", label, text) : text;
}

/* Hangs every entry under the last one before it that is higher. The outline of one document is
 * open; that of a volume shows the titles of its parts, and counts what it would show. */
static void join_entries(struct links *links)
{
    bool open = !links->book->anchor_count;
    for (int i = 1; i < (int)links->entries->len; i++) {
        struct entry *entry = entry_at(links, i);
        entry->parent = i - 1;
        while (entry_at(links, entry->parent)->depth >= entry->depth)
            entry->parent = entry_at(links, entry->parent)->parent;
        struct entry *above = entry_at(links, entry->parent);
        entry->prev = above->last;
        *(entry->prev ? &entry_at(links, entry->prev)->next : &above->first) = i;
        above->last = i;
        for (; open && above != entry_at(links, 0); above = entry_at(links, above->parent))
            above->count++;
        above->count++;
    }
}

static void put_relative(const struct links *links, const char *key, int entry, GString *out)
{
    if (entry)
        g_string_append_printf(out, "%s %d 0 R", key, entry_at(links, entry)->object);
}

static void write_entry(const struct links *links, int number)
{
    const struct entry *entry = entry_at(links, number);
    bool closed = number && links->book->anchor_count;
    GString *out = g_string_new("<<");
    if (number) {
        g_string_append_printf(out, "/Parent %d 0 R/Title", entry_at(links, entry->parent)->object);
        put_text(out, entry_text(links, entry->place.node), -1);
        put_destination(links, &entry->place, out);
    }
    put_relative(links, "/Prev", entry->prev, out);
    put_relative(links, "/Next", entry->next, out);
    put_relative(links, "/First", entry->first, out);
    put_relative(links, "/Last", entry->last, out);
    if (entry->count)
        g_string_append_printf(out, "/Count %d", closed ? -entry->count : entry->count);
    g_string_append(out, ">>");
    objects_set(links->objects, entry->object, out);
    g_string_free(out, TRUE);
}

int links_write_outline(struct links *links)
{
    int count = (int)links->entries->len;
    if (count == 1)
        return 0;
    join_entries(links);
    for (int i = 0; i < count; i++)
        entry_at(links, i)->object = objects_reserve(links->objects);
    for (int i = 0; i < count; i++)
        write_entry(links, i);
    return entry_at(links, 0)->object;
}
