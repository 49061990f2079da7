/* rules_structure: the structure tree in itself: who owns what (ISO 32000-1, 14.7.4), what may
 * stand in what (14.8.4), tables, figures, notes (ISO 14289-1, 7.3, 7.5 and 7.9). */
#include <string.h>

#include "inspect/inspect.h"
#include "inspect/numbers.h"
#include "inspect/tally.h"

/* Where its first glyph stands; of pictures, as the element says; 0: not known. */
static int page_of(const struct inspection *in, const struct element *element)
{
    const struct stretch *first = tags_first(in->tags, element);
    const struct object *page = first ? NULL : object_find(element->object, "Pg");
    for (guint i = 0; page && page->id && i < in->sheets->len; i++)
        if (inspect_sheet(in, i)->page->id == page->id)
            return (int)i + 1;
    return first ? first->sheet : 0;
}

/* --- sequences have one owner ---------------------------------------------------------------- */

static void look_at_owners(const struct inspection *in)
{
    struct tally twice = {0}, rivals = {0};
    for (guint i = 0; i < in->tags->stretches->len; i++) {
        const struct stretch *stretch = tags_stretch(in->tags, i);
        if (stretch->in_form)
            continue;
        if (stretch->times > 1)
            tally_add(in, &twice, stretch->sheet,
                      "sequence %d stands %d times on the page, once was wanted", stretch->mcid,
                      stretch->times);
        if (stretch->rival >= 0)
            tally_add(in, &rivals, stretch->sheet,
                      "sequence %d belongs to two elements, %s and %s, one was wanted",
                      stretch->mcid, tags_element(in->tags, stretch->element)->role,
                      tags_element(in->tags, stretch->rival)->role);
    }
    tally_tell(in, &twice, DIAG_INSPECT_OWNER, "sequences");
    tally_tell(in, &rivals, DIAG_INSPECT_OWNER, "sequences");
}

/* --- the way back, from pages to elements (14.7.4.4) ----------------------------------------- */

static const char *name_of(const struct inspection *in, int id)
{
    for (guint i = 0; i < in->tags->elements->len; i++)
        if (tags_element(in->tags, (int)i)->object->id == id)
            return tags_element(in->tags, (int)i)->role;
    return "none";
}

static void look_at_sequences(const struct inspection *in, GHashTable *parents, struct tally *tally)
{
    for (guint i = 0; i < in->tags->owned; i++) {
        const struct stretch *stretch = tags_stretch(in->tags, i);
        const struct sheet *sheet = inspect_sheet(in, (guint)stretch->sheet - 1);
        const struct element *owner = tags_element(in->tags, stretch->element);
        if (!stretch->on_page || stretch->in_form || stretch->rival >= 0 || !owner->object->id)
            continue;
        double key = file_number(in->file, sheet->page, "StructParents", -1);
        const struct object *list = file_follow(in->file, numbers_find(parents, key));
        const struct object *item = list->kind == OBJECT_ARRAY && stretch->mcid < list->count
                                        ? list->items[stretch->mcid]
                                        : NULL;
        if (!item || item->id != owner->object->id)
            tally_add(in, tally, stretch->sheet,
                      "sequence %d belongs to an element %s, the parent tree leads to %s",
                      stretch->mcid, owner->role,
                      item && !tally->count ? name_of(in, item->id) : "none");
    }
}

static void look_at_annotations(const struct inspection *in, GHashTable *parents,
                                const struct sheet *sheet, struct tally *tally)
{
    const struct object *list = file_get(in->file, sheet->page, "Annots");
    for (int i = 0; list->kind == OBJECT_ARRAY && i < list->count; i++) {
        const struct object *note = file_item(in->file, list, i);
        int owner =
            GPOINTER_TO_INT(g_hash_table_lookup(in->tags->annotations, GINT_TO_POINTER(note->id)));
        double key = file_number(in->file, note, "StructParent", -1);
        if (!owner || !note->id || key < 0)
            continue; /* told as a link outside of the structure */
        const struct element *element = tags_element(in->tags, owner - 1);
        const struct object *item = numbers_find(parents, key);
        if (element->object->id && (!item || item->id != element->object->id))
            tally_add(in, tally, sheet->number,
                      "an annotation belongs to an element %s, the parent tree leads to %s",
                      element->role, item && !tally->count ? name_of(in, item->id) : "none");
    }
}

static void look_at_parents(const struct inspection *in)
{
    const struct object *root = file_get(in->file, file_catalog(in->file), "StructTreeRoot");
    GHashTable *parents = numbers_read(in->file, file_get(in->file, root, "ParentTree"));
    struct tally tally = {0};
    look_at_sequences(in, parents, &tally);
    for (guint i = 0; i < in->sheets->len; i++)
        look_at_annotations(in, parents, inspect_sheet(in, i), &tally);
    tally_tell(in, &tally, DIAG_INSPECT_OWNER, "places");
    g_hash_table_unref(parents);
}

/* --- what stands in what --------------------------------------------------------------------- */

/* 14.8.4.3: the elements that belong into others; groups without meaning may stand between. */
static const struct {
    const char *role, *within[5];
} places[] = {
    {"LI", {"L"}},        {"LBody", {"LI"}},
    {"TOCI", {"TOC"}},    {"TR", {"Table", "THead", "TBody", "TFoot"}},
    {"TH", {"TR"}},       {"TD", {"TR"}},
    {"THead", {"Table"}}, {"TBody", {"Table"}},
    {"TFoot", {"Table"}},
};

static const struct element *above(const struct inspection *in, const struct element *element)
{
    const struct element *parent = tags_element(in->tags, element->parent);
    while (parent && (strcmp(parent->role, "NonStruct") == 0 || strcmp(parent->role, "Div") == 0))
        parent = tags_element(in->tags, parent->parent);
    return parent;
}

static void look_at_place(const struct inspection *in, const struct element *element,
                          struct tally *tally)
{
    for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
        if (strcmp(element->role, places[i].role) != 0)
            continue;
        const struct element *parent = above(in, element);
        const char *around = parent ? parent->role : "";
        for (int k = 0; k < 5 && places[i].within[k]; k++)
            if (strcmp(around, places[i].within[k]) == 0)
                return;
        tally_add(in, tally, page_of(in, element),
                  "an element %s stands in %s, %s was wanted around it", element->role,
                  *around ? around : "nothing", places[i].within[0]);
    }
}

/* --- attributes (14.7.5) --------------------------------------------------------------------- */

static const struct object *attribute(const struct inspection *in, const struct element *element,
                                      const char *key)
{
    const struct object *own = file_get(in->file, element->object, "A");
    if (own->kind != OBJECT_ARRAY)
        return file_get(in->file, own, key);
    for (int i = 0; i < own->count; i++) {
        const struct object *value = file_get(in->file, file_item(in->file, own, i), key);
        if (value->kind != OBJECT_NULL)
            return value;
    }
    return file_get(in->file, NULL, key);
}

/* Attributes may come by classes: then nothing is told. */
static bool has_class(const struct element *element)
{
    return object_find(element->object, "C") != NULL;
}

static int span(const struct inspection *in, const struct element *element, const char *key)
{
    double number = attribute(in, element, key)->number;
    return number >= 1 && number <= 1000 ? (int)number : 1;
}

/* --- tables ---------------------------------------------------------------------------------- */

struct grid {
    int columns;                  /* of the first row; 0: not known yet */
    int unscoped, ragged, misled; /* misled: cells that head others and are no heading cells */
    bool classes;
    GArray *below; /* of int: rows that a cell of an earlier row still fills, by column */
};

static int *below(struct grid *grid, guint column)
{
    if (column >= grid->below->len)
        g_array_set_size(grid->below, column + 1);
    return &g_array_index(grid->below, int, column);
}

static guint skip_filled(struct grid *grid, guint column)
{
    for (; column<grid->below->len && * below(grid, column)> 0; column++)
        --*below(grid, column);
    return column;
}

static void take_cell(const struct inspection *in, struct grid *grid, const struct element *cell,
                      guint *column)
{
    bool is_head = strcmp(cell->role, "TH") == 0;
    bool has_scope = attribute(in, cell, "Scope")->kind != OBJECT_NULL;
    grid->classes |= has_class(cell);
    grid->unscoped += is_head && !has_scope && attribute(in, cell, "Headers")->kind == OBJECT_NULL;
    grid->misled += !is_head && has_scope;
    *column = skip_filled(grid, *column);
    int rows = span(in, cell, "RowSpan");
    for (int i = span(in, cell, "ColSpan"); i > 0; i--)
        *below(grid, (*column)++) = rows - 1;
}

static void take_row(const struct inspection *in, struct grid *grid, guint row)
{
    const struct element *element = tags_element(in->tags, (int)row);
    guint column = 0;
    for (guint i = row + 1; i < in->tags->elements->len; i++) {
        const struct element *cell = tags_element(in->tags, (int)i);
        if (cell->level <= element->level)
            break;
        if (cell->parent == (int)row &&
            (strcmp(cell->role, "TH") == 0 || strcmp(cell->role, "TD") == 0))
            take_cell(in, grid, cell, &column);
    }
    column = skip_filled(grid, column);
    grid->columns = grid->columns ? grid->columns : (int)column;
    grid->ragged += !column || (int)column != grid->columns; /* also a row without cells */
}

/* Rows of this table, not of one within. */
static int table_around(const struct tags *tags, int index)
{
    for (; index >= 0; index = tags_element(tags, index)->parent)
        if (strcmp(tags_element(tags, index)->role, "Table") == 0)
            return index;
    return -1;
}

static void look_at_table(const struct inspection *in, guint table, struct tally *tally)
{
    const struct element *element = tags_element(in->tags, (int)table);
    struct grid grid = {.below = g_array_new(FALSE, TRUE, sizeof(int))};
    for (guint i = table + 1; i < in->tags->elements->len; i++) {
        const struct element *row = tags_element(in->tags, (int)i);
        if (row->level <= element->level)
            break;
        if (strcmp(row->role, "TR") == 0 && table_around(in->tags, (int)i) == (int)table)
            take_row(in, &grid, i);
    }
    g_array_unref(grid.below);
    int page = page_of(in, element);
    if (grid.misled)
        tally_add(in, tally, page,
                  "%d cells of a table say that they head others and are none of its heading cells",
                  grid.misled);
    if (grid.unscoped && !grid.classes)
        tally_add(in, tally, page,
                  "%d heading cells of a table do not say what they head, Scope was wanted",
                  grid.unscoped);
    if (grid.ragged && !grid.classes)
        tally_add(in, tally, page,
                  "%d rows of a table have more or fewer cells than the first, "
                  "which has %d",
                  grid.ragged, grid.columns);
}

/* --- figures and notes ----------------------------------------------------------------------- */

static void look_at_figure(const struct inspection *in, const struct element *element,
                           struct tally *tally)
{
    bool is_one = strcmp(element->role, "Figure") == 0 || strcmp(element->role, "Formula") == 0;
    const char *words =
        is_one ? file_text(in->file, file_get(in->file, element->object, "Alt")) : "-";
    const char *actual = file_text(in->file, file_get(in->file, element->object, "ActualText"));
    if (!(words && *words) && !(actual && *actual))
        tally_add(in, tally, page_of(in, element),
                  "a %s has no words for who does not see it, Alt was wanted", element->role);
}

static void look_at_id(const struct inspection *in, const struct element *element, GHashTable *ids,
                       struct tally *tally)
{
    const char *id = object_bytes(file_get(in->file, element->object, "ID"));
    if (!id && strcmp(element->role, "Note") == 0)
        tally_add(in, tally, page_of(in, element), "a Note has no ID, one of its own was wanted");
    else if (id && !g_hash_table_add(ids, (void *)(uintptr_t)id))
        tally_add(in, tally, page_of(in, element),
                  "two elements have the ID “%s”, one for each was wanted", id);
}

void inspect_structure(const struct inspection *in)
{
    struct tally nesting = {0}, tables = {0}, figures = {0}, named = {0};
    GHashTable *ids = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < in->tags->elements->len; i++) {
        const struct element *element = tags_element(in->tags, (int)i);
        look_at_place(in, element, &nesting);
        look_at_figure(in, element, &figures);
        look_at_id(in, element, ids, &named);
        if (strcmp(element->role, "Table") == 0)
            look_at_table(in, i, &tables);
    }
    g_hash_table_unref(ids);
    tally_tell(in, &nesting, DIAG_INSPECT_NESTING, "elements");
    tally_tell(in, &tables, DIAG_INSPECT_TABLE, "faults");
    tally_tell(in, &figures, DIAG_INSPECT_FIGURE, "figures");
    tally_tell(in, &named, DIAG_INSPECT_ID, "elements");
    look_at_owners(in);
    look_at_parents(in);
}
