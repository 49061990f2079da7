/* sheets: the page tree (7.7.3) walked with care: loops, depth and number are bounded. */
#include <math.h>

#include "inspect/sheet.h"

#define MOST_DEPTH 50
/* Operators, and glyphs twice, of a file; so many more for each page of it, up to so many: books of
 * 3,000 pages take 23 million. */
#define MOST_PAINTED 4000000
#define MORE_PAINTED 10000
#define PAGES_PAINTED 3000

struct walk {
    struct font_shelf *shelf;
    GPtrArray *sheets;
    GHashTable *met; /* ids of nodes */
};

/* What pages take from the nodes above them. */
struct handed {
    const struct object *resources, *media, *crop, *turned;
};

static void free_array(void *array)
{
    g_array_unref(array);
}

static void free_pointers(void *array)
{
    g_ptr_array_unref(array);
}

static void free_table(void *table)
{
    g_hash_table_unref(table);
}

static GArray *array_new(struct arena *arena, guint size)
{
    GArray *array = g_array_new(FALSE, FALSE, size);
    arena_defer(arena, free_array, array);
    return array;
}

static struct page_box box_of(struct file *file, const struct object *array)
{
    struct page_box box = {0};
    double side[4];
    array = file_follow(file, array);
    if (array->kind != OBJECT_ARRAY || array->count != 4)
        return box;
    for (int i = 0; i < 4; i++) {
        const struct object *number = file_item(file, array, i);
        if (number->kind != OBJECT_NUMBER || fabs(number->number) > 1e6)
            return box;
        side[i] = number->number;
    }
    return (struct page_box){true, MIN(side[0], side[2]), MIN(side[1], side[3]),
                             MAX(side[0], side[2]), MAX(side[1], side[3])};
}

static bool has_room(const struct page_box *box)
{
    return box->there && box->right > box->left && box->top > box->bottom;
}

static void add_sheet(struct walk *walk, const struct object *page, const struct handed *handed)
{
    struct font_shelf *shelf = walk->shelf;
    struct sheet *sheet = ARENA_NEW(shelf->arena, struct sheet);
    sheet->number = (int)walk->sheets->len + 1;
    sheet->page = page;
    sheet->media = box_of(shelf->file, handed->media);
    sheet->crop = box_of(shelf->file, handed->crop);
    sheet->trim = box_of(shelf->file, object_find(page, "TrimBox"));
    sheet->bleed = box_of(shelf->file, object_find(page, "BleedBox"));
    sheet->cut = has_room(&sheet->trim)   ? sheet->trim
                 : has_room(&sheet->crop) ? sheet->crop
                                          : sheet->media;
    sheet->width = sheet->cut.right - sheet->cut.left;
    sheet->height = sheet->cut.top - sheet->cut.bottom;
    sheet->turned = file_follow(shelf->file, handed->turned)->number;
    sheet->unit = file_number(shelf->file, page, "UserUnit", 1);
    sheet->glyphs = array_new(shelf->arena, sizeof(struct sheet_glyph));
    sheet->patches = array_new(shelf->arena, sizeof(struct patch));
    sheet->marks = array_new(shelf->arena, sizeof(struct mark));
    content_read(shelf, sheet, handed->resources);
    sheet_make_lines(shelf->arena, sheet);
    g_ptr_array_add(walk->sheets, sheet);
}

static void hand_down(struct handed *handed, const struct object *node)
{
    const struct object *resources = object_find(node, "Resources");
    const struct object *media = object_find(node, "MediaBox"),
                        *crop = object_find(node, "CropBox");
    handed->resources = resources ? resources : handed->resources;
    handed->media = media ? media : handed->media;
    handed->crop = crop ? crop : handed->crop;
    const struct object *turned = object_find(node, "Rotate");
    handed->turned = turned ? turned : handed->turned;
}

static void walk_node(struct walk *walk, const struct object *node, struct handed handed, int depth)
{
    struct file *file = walk->shelf->file;
    if (node->kind != OBJECT_DICTIONARY || depth > MOST_DEPTH || walk->sheets->len >= SHEETS_MOST)
        return;
    if (node->id && !g_hash_table_add(walk->met, GINT_TO_POINTER(node->id)))
        return;
    hand_down(&handed, node);
    const struct object *kids = file_get(file, node, "Kids");
    if (kids->kind != OBJECT_ARRAY) {
        if (walk->shelf->left > 0 && walk->sheets->len < PAGES_PAINTED)
            walk->shelf->left += MORE_PAINTED;
        add_sheet(walk, node, &handed);
        return;
    }
    for (int i = 0; i < kids->count; i++)
        walk_node(walk, file_item(file, kids, i), handed, depth + 1);
}

struct font_shelf *shelf_new(struct arena *arena, struct file *file)
{
    struct font_shelf *shelf = ARENA_NEW(arena, struct font_shelf);
    *shelf = (struct font_shelf){arena, file, g_hash_table_new(NULL, NULL), g_ptr_array_new(),
                                 MOST_PAINTED};
    arena_defer(arena, free_table, shelf->by_id);
    arena_defer(arena, free_pointers, shelf->fonts);
    return shelf;
}

GPtrArray *sheets_read(struct font_shelf *shelf)
{
    struct walk walk = {shelf, g_ptr_array_new(), g_hash_table_new(NULL, NULL)};
    arena_defer(shelf->arena, free_pointers, walk.sheets);
    walk_node(&walk, file_get(shelf->file, file_catalog(shelf->file), "Pages"),
              (struct handed){NULL, NULL, NULL, NULL}, 0);
    g_hash_table_unref(walk.met);
    return walk.sheets;
}
