/* tags: walks the structure tree with care (loops, depth, number) and gives each glyph to its
 * sequence. */
#include "inspect/tags.h"

#include <string.h>

#define MOST_ELEMENTS 500000
#define MOST_DEPTH 200

struct reader {
    struct arena *arena;
    struct file *file;
    struct tags *tags;
    GHashTable *met;    /* ids of elements */
    GHashTable *sheets; /* id of a page → number */
    const struct object *roles;
};

/* --- places -------------------------------------------------------------------------------- */

static void *place_key(int sheet, int mcid)
{
    return GSIZE_TO_POINTER((gsize)sheet << 32 | (gsize)(unsigned)mcid);
}

static guint hash_place(const void *key)
{
    gsize place = GPOINTER_TO_SIZE(key);
    return (guint)((place >> 32) * 0x9E3779B1u) ^ (guint)place;
}

static void free_glyphs(void *array)
{
    g_ptr_array_unref(array);
}

static void add_stretch(struct reader *reader, int sheet, int mcid, int element)
{
    void *key = place_key(sheet, mcid);
    if (!sheet || mcid < 0)
        return;
    guint known = GPOINTER_TO_UINT(g_hash_table_lookup(reader->tags->places, key));
    if (known) {
        g_array_index(reader->tags->stretches, struct stretch, known - 1).rival = element;
        return;
    }
    struct stretch stretch = {
        .sheet = sheet, .mcid = mcid, .element = element, .glyphs = g_ptr_array_new(), .rival = -1};
    arena_defer(reader->arena, free_glyphs, stretch.glyphs);
    g_array_append_val(reader->tags->stretches, stretch);
    g_hash_table_insert(reader->tags->places, key, GUINT_TO_POINTER(reader->tags->stretches->len));
}

/* --- the tree ------------------------------------------------------------------------------ */

bool tags_is_standard(const char *role)
{
    static const char *const types[] = {
        "Document", "Part",  "Art",       "Sect",     "Div",   "BlockQuote", "Caption", "TOC",
        "TOCI",     "Index", "NonStruct", "Private",  "P",     "H",          "H1",      "H2",
        "H3",       "H4",    "H5",        "H6",       "L",     "LI",         "Lbl",     "LBody",
        "Table",    "TR",    "TH",        "TD",       "THead", "TBody",      "TFoot",   "Span",
        "Quote",    "Note",  "Reference", "BibEntry", "Code",  "Link",       "Annot",   "Ruby",
        "RB",       "RT",    "RP",        "Warichu",  "WT",    "WP",         "Figure",  "Formula",
        "Form",     NULL};
    return g_strv_contains(types, role);
}

static void take_role(struct reader *reader, struct element *element)
{
    const char *role = object_bytes(file_get(reader->file, element->object, "S"));
    for (int i = 0; role && !tags_is_standard(role) && i < 8; i++) {
        const char *mapped = object_bytes(file_get(reader->file, reader->roles, role));
        if (!mapped)
            break;
        role = mapped;
    }
    element->role = role ? role : "";
    element->known = role && tags_is_standard(role);
}

static int sheet_of(struct reader *reader, const struct object *holder, int otherwise)
{
    const struct object *page = object_find(holder, "Pg");
    int known =
        page ? GPOINTER_TO_INT(g_hash_table_lookup(reader->sheets, GINT_TO_POINTER(page->id))) : 0;
    return known ? known : otherwise;
}

static void walk(struct reader *reader, const struct object *object, int parent, int sheet,
                 int depth);

static void walk_kid(struct reader *reader, const struct object *kid, int element, int sheet,
                     int depth)
{
    kid = file_follow(reader->file, kid);
    if (element < 0) { /* the root of the tree has elements and no content of its own */
        if (object_find(kid, "S"))
            walk(reader, kid, element, sheet, depth + 1);
        return;
    }
    if (kid->kind == OBJECT_NUMBER && kid->number >= 0 && kid->number < 1e7)
        add_stretch(reader, sheet, (int)kid->number, element);
    else if (object_is(file_get(reader->file, kid, "Type"), "OBJR") && object_find(kid, "Obj"))
        g_hash_table_insert(reader->tags->annotations, GINT_TO_POINTER(object_find(kid, "Obj")->id),
                            GINT_TO_POINTER(element + 1));
    else if (object_is(file_get(reader->file, kid, "Type"), "MCR"))
        add_stretch(reader, sheet_of(reader, kid, sheet),
                    (int)CLAMP(file_number(reader->file, kid, "MCID", -1), -1, 1e7), element);
    else if (object_find(kid, "S"))
        walk(reader, kid, element, sheet, depth + 1);
}

static void walk_kids(struct reader *reader, const struct object *holder, int element, int sheet,
                      int depth)
{
    const struct object *kids = file_get(reader->file, holder, "K");
    if (kids->kind != OBJECT_ARRAY) {
        walk_kid(reader, kids, element, sheet, depth);
        return;
    }
    for (int i = 0; i < kids->count; i++)
        walk_kid(reader, kids->items[i], element, sheet, depth);
}

static void walk(struct reader *reader, const struct object *object, int parent, int sheet,
                 int depth)
{
    GArray *elements = reader->tags->elements;
    if (depth > MOST_DEPTH || elements->len >= MOST_ELEMENTS ||
        (object->id && !g_hash_table_add(reader->met, GINT_TO_POINTER(object->id))))
        return;
    struct element element = {.parent = parent, .level = depth, .object = object};
    element.first = reader->tags->stretches->len;
    take_role(reader, &element);
    g_array_append_val(elements, element);
    int index = (int)elements->len - 1;
    walk_kids(reader, object, index, sheet_of(reader, object, sheet), depth);
    g_array_index(elements, struct element, index).end = reader->tags->stretches->len;
}

/* --- glyphs -------------------------------------------------------------------------------- */

static struct stretch *stretch_at(struct reader *reader, int sheet, int mcid)
{
    void *key = place_key(sheet, mcid);
    if (!g_hash_table_contains(reader->tags->places, key))
        add_stretch(reader, sheet, mcid, -1);
    guint index = GPOINTER_TO_UINT(g_hash_table_lookup(reader->tags->places, key));
    return &g_array_index(reader->tags->stretches, struct stretch, index - 1);
}

static void give_glyphs(struct reader *reader, const struct sheet *sheet)
{
    for (guint i = 0; i < sheet->marks->len; i++) {
        const struct mark *mark = &g_array_index(sheet->marks, struct mark, i);
        if (mark->mcid < 0)
            continue;
        struct stretch *stretch = stretch_at(reader, sheet->number, mark->mcid);
        stretch->on_page = true;
        stretch->in_form |= mark->in_form;
        stretch->times += mark->own;
    }
    for (guint i = 0; i < sheet->glyphs->len; i++) {
        struct sheet_glyph *glyph = &g_array_index(sheet->glyphs, struct sheet_glyph, i);
        const struct mark *mark =
            glyph->mark >= 0 ? &g_array_index(sheet->marks, struct mark, glyph->mark) : NULL;
        if (mark && mark->mcid >= 0 && !mark->artifact)
            g_ptr_array_add(stretch_at(reader, sheet->number, mark->mcid)->glyphs, glyph);
    }
}

static void free_array(void *array)
{
    g_array_unref(array);
}

static void free_table(void *table)
{
    g_hash_table_unref(table);
}

static struct tags *tags_new(struct arena *arena)
{
    struct tags *tags = ARENA_NEW(arena, struct tags);
    tags->elements = g_array_new(FALSE, FALSE, sizeof(struct element));
    tags->stretches = g_array_new(FALSE, FALSE, sizeof(struct stretch));
    tags->places = g_hash_table_new(hash_place, NULL);
    tags->annotations = g_hash_table_new(NULL, NULL);
    arena_defer(arena, free_array, tags->elements);
    arena_defer(arena, free_array, tags->stretches);
    arena_defer(arena, free_table, tags->places);
    arena_defer(arena, free_table, tags->annotations);
    return tags;
}

const struct tags *tags_read(struct arena *arena, struct file *file, const GPtrArray *sheets)
{
    const struct object *root = file_get(file, file_catalog(file), "StructTreeRoot");
    if (root->kind != OBJECT_DICTIONARY)
        return NULL;
    struct reader reader = {arena,
                            file,
                            tags_new(arena),
                            g_hash_table_new(NULL, NULL),
                            g_hash_table_new(NULL, NULL),
                            file_get(file, root, "RoleMap")};
    for (guint i = 0; i < sheets->len; i++) {
        const struct sheet *sheet = g_ptr_array_index(sheets, i);
        g_hash_table_insert(reader.sheets, GINT_TO_POINTER(sheet->page->id),
                            GINT_TO_POINTER(sheet->number));
    }
    walk_kids(&reader, root, -1, 0, 0);
    reader.tags->owned = reader.tags->stretches->len;
    for (guint i = 0; i < sheets->len; i++)
        give_glyphs(&reader, g_ptr_array_index(sheets, i));
    g_hash_table_unref(reader.met);
    g_hash_table_unref(reader.sheets);
    return reader.tags;
}

/* --- asking -------------------------------------------------------------------------------- */

const struct element *tags_element(const struct tags *tags, int index)
{
    return index >= 0 ? &g_array_index(tags->elements, struct element, index) : NULL;
}

const struct stretch *tags_stretch_at(const struct tags *tags, int sheet, int mcid)
{
    guint index = GPOINTER_TO_UINT(g_hash_table_lookup(tags->places, place_key(sheet, mcid)));
    return index ? tags_stretch(tags, index - 1) : NULL;
}

const struct stretch *tags_stretch(const struct tags *tags, guint index)
{
    return &g_array_index(tags->stretches, struct stretch, index);
}

bool tags_is_in(const struct tags *tags, int element, const char *role)
{
    for (; element >= 0; element = tags_element(tags, element)->parent)
        if (strcmp(tags_element(tags, element)->role, role) == 0)
            return true;
    return false;
}

const struct stretch *tags_first(const struct tags *tags, const struct element *element)
{
    for (guint i = element->first; i < element->end; i++)
        if (tags_stretch(tags, i)->glyphs->len)
            return tags_stretch(tags, i);
    return NULL;
}

char *tags_words(const struct tags *tags, const GPtrArray *sheets, const struct element *element)
{
    GString *out = g_string_new(NULL);
    for (guint i = element->first; i < element->end; i++) {
        const struct stretch *stretch = tags_stretch(tags, i);
        const struct sheet *sheet = g_ptr_array_index(sheets, (guint)stretch->sheet - 1);
        int told = -1;
        for (guint k = 0; k < stretch->glyphs->len; k++) {
            const struct sheet_glyph *glyph = g_ptr_array_index(stretch->glyphs, k);
            const struct mark *mark = &g_array_index(sheet->marks, struct mark, glyph->mark);
            if (mark->actual && told != glyph->mark)
                g_string_append(out, mark->actual);
            else if (!mark->actual && glyph->text)
                g_string_append(out, glyph->text);
            told = glyph->mark;
        }
    }
    return g_string_free(out, FALSE);
}
