/* numbers: number and name trees (ISO 32000-1, 7.9.6 and 7.9.7) laid flat, with care: loops, depth
 * and number are bounded. */
#include "inspect/numbers.h"

#include <string.h>

#define MOST_DEPTH 40
#define MOST_ENTRIES 1000000

struct walk {
    struct file *file;
    const char *leaves; /* key of the pairs */
    void (*take)(void *user, const struct object *key, const struct object *value);
    void *user;
    GHashTable *met;
    int left;
};

static void walk_node(struct walk *walk, const struct object *node, int depth)
{
    if (node->kind != OBJECT_DICTIONARY || depth > MOST_DEPTH ||
        (node->id && !g_hash_table_add(walk->met, GINT_TO_POINTER(node->id))))
        return;
    const struct object *pairs = file_get(walk->file, node, walk->leaves);
    for (int i = 0; pairs->kind == OBJECT_ARRAY && i + 1 < pairs->count && walk->left-- > 0; i += 2)
        walk->take(walk->user, file_item(walk->file, pairs, i), pairs->items[i + 1]);
    const struct object *kids = file_get(walk->file, node, "Kids");
    for (int i = 0; kids->kind == OBJECT_ARRAY && i < kids->count; i++)
        walk_node(walk, file_item(walk->file, kids, i), depth + 1);
}

static void walk_tree(struct walk walk, const struct object *root)
{
    walk.met = g_hash_table_new(NULL, NULL);
    walk.left = MOST_ENTRIES;
    walk_node(&walk, root, 0);
    g_hash_table_unref(walk.met);
}

/* A number is kept with one added: NULL is no key that can be told from none. */
static void take_number(void *user, const struct object *key, const struct object *value)
{
    if (key->kind == OBJECT_NUMBER && key->number >= 0 && key->number < 1e8)
        g_hash_table_insert(user, GINT_TO_POINTER((int)key->number + 1), (void *)(uintptr_t)value);
}

GHashTable *numbers_read(struct file *file, const struct object *root)
{
    GHashTable *table = g_hash_table_new(NULL, NULL);
    walk_tree((struct walk){.file = file, .leaves = "Nums", .take = take_number, .user = table},
              root);
    return table;
}

const struct object *numbers_find(GHashTable *numbers, double number)
{
    return number >= 0 && number < 1e8
               ? g_hash_table_lookup(numbers, GINT_TO_POINTER((int)number + 1))
               : NULL;
}

static void take_name(void *user, const struct object *key, const struct object *value)
{
    if (object_bytes(key))
        g_hash_table_insert(user, (void *)(uintptr_t)object_bytes(key), (void *)(uintptr_t)value);
}

GHashTable *names_read(struct file *file, const struct object *root)
{
    GHashTable *table = g_hash_table_new(g_str_hash, g_str_equal);
    walk_tree((struct walk){.file = file, .leaves = "Names", .take = take_name, .user = table},
              root);
    return table;
}
