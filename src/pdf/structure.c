/* structure: which element a placed item belongs to.
 *
 *   DOC → Document          PART, ANNEX → Sect
 *   number and title → H1   HEADING → H2…, no level left out
 *   DOC in a volume → Sect  LIST of contents → TOC, its ITEM → TOCI > Reference > Link, or P
 *   LIST → L                ITEM → LI > Lbl, LBody > P; what follows the item goes to its LBody
 *   TABLE → Table > THead, TBody > TR > TH, TD (structure_table.c)
 *   NOTE → Note > Lbl, P    after the block that calls it; the call: Reference > Link
 *   LINK → Link             other blocks → P
 *   where links cannot be followed a link is words: LINK → Span, and no Link in a Reference
 *   words in a language that is not the document's → Span
 *
 * A note stands behind the block that calls it, not where the page has it, so that it is read
 * before the next paragraph. The file is written by tree.c. */
#include "pdf/structure.h"

#include <string.h>

#include "pdf/syntax.h"
#include "pdf/tree.h"

/* The element of a kind of node; NULL: what it belongs to is its parent's. */
static const char *const roles[NODE_KIND_COUNT] = {
    [NODE_DOC] = "Document", [NODE_PART] = "Sect", [NODE_ANNEX] = "Sect",  [NODE_LIST] = "L",
    [NODE_TABLE] = "Table",  [NODE_FIELD] = "P",   [NODE_OPENING] = "P",   [NODE_PREAMBULAR] = "P",
    [NODE_OPERATIVE] = "P",  [NODE_ITEM] = "P",    [NODE_PARAGRAPH] = "P", [NODE_HEADING] = "H",
    [NODE_SEPARATOR] = "P",  [NODE_LINK] = "Link", [NODE_NOTE] = "Note",
};

static struct element *element_of(struct structure *s, const struct node *node);

struct structure *structure_new(struct arena *arena, const struct book *book,
                                struct objects *objects, const struct seats *seats)
{
    struct structure *s = ARENA_NEW(arena, struct structure);
    *s = (struct structure){.arena = arena,
                            .book = book,
                            .objects = objects,
                            .seats = seats,
                            .marks = ARENA_ARRAY(arena, GPtrArray *, book->page_count),
                            .annotations = g_ptr_array_new(),
                            .notes = g_ptr_array_new(),
                            .heading_level = -1};
    for (int i = 0; i < FACET_COUNT; i++)
        s->known[i] = g_hash_table_new(NULL, NULL);
    for (int i = 0; i < book->page_count; i++)
        s->marks[i] = g_ptr_array_new();
    return s;
}

void structure_free(struct structure *s)
{
    for (int i = 0; i < FACET_COUNT; i++)
        g_hash_table_destroy(s->known[i]);
    for (int i = 0; i < s->book->page_count; i++)
        g_ptr_array_free(s->marks[i], TRUE);
    g_ptr_array_free(s->annotations, TRUE);
    g_ptr_array_free(s->notes, TRUE);
}

/* --- the tree ------------------------------------------------------------------------ */

/* Adds a kid behind `after`; NULL: before all others. */
static struct kid *insert_kid(struct structure *s, struct element *parent, struct kid *after)
{
    struct kid *kid = ARENA_NEW(s->arena, struct kid);
    kid->next = after ? after->next : parent->first;
    *(after ? &after->next : &parent->first) = kid;
    if (!kid->next)
        parent->last = kid;
    return kid;
}

static struct element *insert_element(struct structure *s, struct element *parent,
                                      struct kid *after, const char *type)
{
    struct element *element = ARENA_NEW(s->arena, struct element);
    element->type = type;
    element->parent = parent;
    element->object = objects_reserve(s->objects);
    if (parent) {
        element->place = insert_kid(s, parent, after);
        element->place->element = element;
    }
    return element;
}

struct element *structure_append(struct structure *s, struct element *parent, const char *type)
{
    return insert_element(s, parent, parent ? parent->last : NULL, type);
}

static struct element *find(const struct structure *s, enum facet facet, const struct node *node)
{
    return g_hash_table_lookup(s->known[facet], node);
}

struct element *structure_keep(struct structure *s, enum facet facet, const struct node *node,
                               struct element *element)
{
    g_hash_table_insert(s->known[facet], (gpointer)node, element);
    return element;
}

/* --- lists --------------------------------------------------------------------------- */

/* ListNumbering (14.8.5.5) from the label of the first item. */
static const char *list_numbering(const struct node *list)
{
    const struct node *item = list->first;
    while (item && item->kind != NODE_ITEM)
        item = item->next;
    if (!item || !item->label || !*item->label)
        return "None";
    const char *mark = item->label + strcspn(item->label, "abcdefghijklmnopqrstuvwxyz"
                                                          "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
    if (strchr("ivx", *mark) && *mark)
        return "LowerRoman";
    if (strchr("IVX", *mark) && *mark)
        return "UpperRoman";
    if (g_ascii_islower(*mark))
        return "LowerAlpha";
    if (g_ascii_isupper(*mark))
        return "UpperAlpha";
    if (g_str_has_prefix(item->label, "\u2022"))
        return "Disc";
    return "Decimal"; /* Chinese numbers too: PDF has no name for them */
}

/* The LBody of an item, or of a list that begins with something else. */
static struct element *body_of(struct structure *s, const struct node *node)
{
    struct element *body = find(s, FACET_BODY, node);
    if (body)
        return body;
    const struct node *list = node->kind == NODE_LIST ? node : node->parent;
    struct element *item = structure_append(s, element_of(s, list), "LI");
    return structure_keep(s, FACET_BODY, node, structure_append(s, item, "LBody"));
}

/* What stands in a list belongs to the item before it. */
static struct element *home_in_list(struct structure *s, const struct node *node)
{
    const struct node *item = node;
    while (item && item->kind != NODE_ITEM)
        item = item->prev;
    return body_of(s, item ? item : node->parent);
}

static struct element *home_of(struct structure *s, const struct node *node)
{
    if (node == s->book->doc)
        return NULL;
    if (!node->parent) /* words of the style, in no document */
        return element_of(s, s->book->doc);
    bool listed = node->parent->kind == NODE_LIST && !node->parent->as.block.contents;
    return listed ? home_in_list(s, node) : element_of(s, node->parent);
}

/* --- elements of nodes --------------------------------------------------------------- */

/* Number and title are one heading. */
static const struct node *heading_node(const struct node *node)
{
    if (node->kind != NODE_FIELD || node->as.field.field != FIELD_NUMBER || !node->parent)
        return node;
    for (const struct node *n = node->parent->first; n; n = n->next)
        if (n->kind == NODE_FIELD && n->as.field.field == FIELD_TITLE)
            return n;
    return node;
}

/* A draft without title is called by its sponsors. */
static bool is_title(const struct node *node)
{
    if (node->kind != NODE_FIELD)
        return false;
    if (node->as.field.field == FIELD_SPONSORS)
        return node->parent && !doc_field(node->parent, FIELD_TITLE);
    return node->as.field.field == FIELD_TITLE || node->as.field.field == FIELD_NUMBER;
}

/* How many documents a node is in, besides the first: 1 in a document of a volume. */
static int depth_of(const struct node *node)
{
    int depth = -1;
    for (; node; node = node->parent)
        depth += node->kind == NODE_DOC;
    return MAX(depth, 0);
}

/* H1 for the title, one more for headings; none is left out, as ISO 14289-1 7.4.2 demands. In a
 * volume the titles of its parts come before those of its documents. */
static const char *heading_type(struct structure *s, const struct node *node)
{
    static const char *const types[] = {"H1", "H2", "H3", "H4", "H5", "H6"};
    bool part = node->kind == NODE_HEADING && node->as.block.level < 1;
    int level = is_title(node) ? 0 : node->as.block.level;
    level = part ? 0 : MIN(level + depth_of(node), 5);
    s->heading_level = MIN(level, s->heading_level + 1);
    return types[s->heading_level];
}

static struct element *make_note(struct structure *s, const struct node *node)
{
    struct element *block = element_of(s, doc_block_of(node->parent));
    struct kid *after = block->notes ? block->notes : block->place;
    struct element *note = insert_element(s, block->parent, after, "Note");
    block->notes = note->place;
    g_ptr_array_add(s->notes, note);
    note->id = arena_printf(s->arena, "note-%06u", s->notes->len); /* sorted as text, too */
    return note;
}

static bool is_entry(const struct node *node)
{
    return node->kind == NODE_ITEM && node->parent && node->parent->kind == NODE_LIST &&
           node->parent->as.block.contents;
}

static const char *role_of(const struct structure *s, const struct node *node)
{
    if (node->kind == NODE_DOC && node != s->book->doc)
        return "Sect";
    if (node->kind == NODE_LIST && node->as.block.contents)
        return "TOC";
    if (node->kind == NODE_LINK && !s->seats->live)
        return "Span";
    return is_entry(node) ? "TOCI" : roles[node->kind];
}

static struct element *make_element(struct structure *s, const struct node *node,
                                    struct element *home)
{
    if (node->kind == NODE_LINK && is_entry(node->parent))
        home = structure_append(s, home, "Reference");
    if (node->kind == NODE_NOTE)
        return make_note(s, node);
    if (!roles[node->kind])
        return home;
    bool heading = node->kind == NODE_HEADING || is_title(node);
    struct element *element =
        structure_append(s, home, heading ? heading_type(s, node) : role_of(s, node));
    if (node->kind == NODE_LINK && s->seats->live)
        element->target = node;
    if (node->kind == NODE_LIST && !node->as.block.contents)
        element->attributes =
            arena_printf(s->arena, "/O/List/ListNumbering/%s", list_numbering(node));
    return element;
}

static struct element *element_of(struct structure *s, const struct node *node)
{
    node = heading_node(node);
    struct element *element = find(s, FACET_SELF, node);
    if (element)
        return element;
    struct element *home = home_of(s, node);
    element = find(s, FACET_SELF, node); /* a table has made its rows and cells by now */
    if (element)
        return element;
    element = structure_keep(s, FACET_SELF, node, make_element(s, node, home));
    if (node->kind == NODE_TABLE)
        structure_make_table(s, node, element);
    return element;
}

/* --- elements of items --------------------------------------------------------------- */

/* The Link in a Reference that holds a note's call. */
static struct element *call_of(struct structure *s, const struct node *note)
{
    struct element *link = find(s, FACET_CALL, note);
    if (link)
        return link;
    struct element *block = element_of(s, doc_block_of(note->parent));
    struct element *reference = structure_append(s, block, "Reference");
    link = s->seats->live ? structure_append(s, reference, "Link") : reference;
    link->target = s->seats->live ? note : NULL;
    return structure_keep(s, FACET_CALL, note, link);
}

/* The label of an item or a note is an element of its own, ahead of the text. */
static struct element *label_of(struct structure *s, const struct node *node)
{
    struct element *label = find(s, FACET_LABEL, node);
    if (label)
        return label;
    struct element *holder =
        node->kind == NODE_NOTE ? element_of(s, node) : body_of(s, node)->parent;
    return structure_keep(s, FACET_LABEL, node, insert_element(s, holder, NULL, "Lbl"));
}

/* Words in another language than the document's; those next to each other share a Span. */
static struct element *span_of(struct structure *s, struct element *home, enum language language)
{
    struct element *last = home->last ? home->last->element : NULL;
    if (last && last->language == language)
        return last;
    struct element *span = structure_append(s, home, "Span");
    span->language = language;
    return span;
}

/* All of an entry, its label too, is the link to its page; an entry without a page is a P. */
static struct element *entry_of(struct structure *s, const struct node *item)
{
    if (item->last && item->last->kind == NODE_LINK)
        return element_of(s, item->last);
    struct element *body = find(s, FACET_BODY, item);
    if (body)
        return body;
    return structure_keep(s, FACET_BODY, item, structure_append(s, element_of(s, item), "P"));
}

static struct element *element_of_run(struct structure *s, const struct run *run,
                                      const struct node *owner)
{
    if (is_entry(owner))
        return entry_of(s, owner);
    const struct node *note = owner->kind == NODE_NOTE ? owner : owner->parent;
    if (run->part == RUN_CALL && owner->kind == NODE_NOTE)
        return call_of(s, owner);
    if (run->part == RUN_LABEL && owner->kind == NODE_ITEM)
        return label_of(s, owner);
    if (run->part == RUN_LABEL && note && note->kind == NODE_NOTE)
        return label_of(s, note);
    struct element *element = element_of(s, owner);
    if (run->language != LANGUAGE_NONE && run->language != s->book->language)
        return span_of(s, element, run->language);
    return element;
}

static struct element *figure_of(struct structure *s, const struct placed *item)
{
    const struct node *owner = item->owner ? item->owner : s->book->doc;
    struct element *home = element_of(s, owner);
    struct element *figure = structure_append(s, home, "Figure");
    figure->alternative = item->picture->alternative;
    return figure;
}

struct element *structure_element(struct structure *s, const struct placed *item)
{
    const struct node *owner = item->run && item->run->owner ? item->run->owner : item->owner;
    if (item->artifact != ARTIFACT_NONE)
        return NULL;
    if (item->kind == PLACED_PICTURE)
        return item->picture->alternative ? figure_of(s, item) : NULL;
    if (!owner || (item->run && (item->run->part == RUN_HYPHEN || item->run->part == RUN_LEADER)))
        return NULL;
    return item->run ? element_of_run(s, item->run, owner) : element_of(s, owner);
}

const char *structure_type(const struct element *element)
{
    return element->type;
}

struct element *structure_link(struct element *element, const struct node **target)
{
    while (element && !element->target)
        element = element->parent;
    if (element)
        *target = element->target;
    return element;
}

struct element *structure_root(struct structure *s)
{
    return element_of(s, s->book->doc);
}

int structure_add_content(struct structure *s, struct element *element, int page)
{
    struct kid *kid = insert_kid(s, element, element->last);
    kid->page = page;
    kid->mark = (int)s->marks[page]->len;
    g_ptr_array_add(s->marks[page], element);
    return kid->mark;
}

int structure_add_annotation(struct structure *s, struct element *element, int page, int annotation)
{
    struct kid *kid = insert_kid(s, element, element->last);
    kid->page = page;
    kid->annotation = annotation;
    g_ptr_array_add(s->annotations, element);
    return s->book->page_count + (int)s->annotations->len - 1;
}

void structure_set_box(struct structure *s, struct element *figure, const length box[4])
{
    if (s->seats->forms)
        return; /* the box would have to be that of the sheet */
    GString *out = g_string_new("/O/Layout/Placement/Block/BBox[");
    for (int i = 0; i < 4; i++) {
        put_points(out, box[i] + (i % 2 ? s->seats->below : s->seats->left));
        g_string_append_c(out, ' ');
    }
    g_string_append_c(out, ']');
    figure->attributes = arena_strndup(s->arena, out->str, out->len);
    g_string_free(out, TRUE);
}
