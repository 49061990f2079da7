/* shelf: the styles that ship, each read once per process and language and lent to everyone, as
 * they are constant. A user's own style file is read again whenever it is asked for. */
#include <glib.h>

#include "style/style.h"
#include "style/style_keys.h"

static GMutex lock;

/* Struct style by "LANGUAGE NAME"; they and their arenas stay until the process ends. */
static GHashTable *shelf;

/* NULL when there is anything to be told of: who asked then reads it for himself. */
static const struct style *read_quietly(const char *name, enum language language)
{
    struct arena *arena = arena_new();
    struct diag *quiet = diag_new(arena);
    const struct style *style = style_read(arena, name, language, quiet);
    if (style && diag_count(quiet, DIAG_STYLE_LEVEL) == 0)
        return style;
    arena_free(arena);
    return NULL;
}

static const struct style *shelf_get(const char *name, enum language language)
{
    char *key = g_strdup_printf("%d %s", (int)language, name);
    g_mutex_lock(&lock);
    if (!shelf)
        shelf = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    const struct style *style = g_hash_table_lookup(shelf, key);
    if (!style && (style = read_quietly(name, language)))
        g_hash_table_insert(shelf, g_steal_pointer(&key), (void *)style);
    g_mutex_unlock(&lock);
    g_free(key);
    return style;
}

const struct style *style_load(struct arena *arena, const char *name, enum language language,
                               struct diag *diag)
{
    const struct style *kept = style_is_file_name(name) ? NULL : shelf_get(name, language);
    return kept ? kept : style_read(arena, name, language, diag);
}
