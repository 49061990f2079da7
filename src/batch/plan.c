/* plan: paths in, a list of inputs out, each once. */
#include "batch/plan.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/yaml.h"

struct planning {
    struct arena *arena;
    struct diag *diag;
    GArray *items;
    GHashTable *seen; /* paths in full */
    bool missing, broken;
};

static bool add_path(struct planning *planning, const char *path, const struct plan_item *like);

/* a.md, ./a.md and b/../a.md are one file. */
static void add_item(struct planning *planning, struct plan_item item)
{
    if (!g_hash_table_add(planning->seen, g_canonicalize_filename(item.path, NULL)))
        return;
    item.path = arena_strdup(planning->arena, item.path);
    g_array_append_val(planning->items, item);
}

static bool fail(struct planning *planning, const char *path, const char *why)
{
    diag_file(planning->diag, NULL, SOURCE_NOWHERE, DIAG_CANNOT_READ, "%s cannot be read: %s", path,
              why);
    planning->missing = true;
    return false;
}

/* --- folders --------------------------------------------------------------------------------- */

enum { GLANCE = 1024 };

/* The first bytes of a file, with a NUL behind; how many. */
static size_t glance(const char *path, char bytes[GLANCE + 1])
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    ssize_t size = fd >= 0 ? read(fd, bytes, GLANCE) : 0;
    if (fd >= 0)
        close(fd);
    bytes[size > 0 ? size : 0] = '\0';
    return size > 0 ? (size_t)size : 0;
}

/* No bytes that are no text, and not begun like a script, a program or a manual page; nor a report
 * of ours, which names the program where data have the number of their form. */
static bool may_be_document(const char *path)
{
    char bytes[GLANCE + 1];
    size_t size = glance(path, bytes);
    const char *text = bytes + strspn(bytes, " \t\r\n");
    return *text && strlen(bytes) == size && !strchr("./%\\;", *text) &&
           !g_str_has_prefix(text, "#!") && !strstr(text, "{\"plenary\":\"");
}

static int by_name(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* NULL, with the reason in errno. */
static GPtrArray *folder_names(const char *folder)
{
    GDir *dir = g_dir_open(folder, 0, NULL);
    if (!dir) {
        if (access(folder, R_OK) == 0) /* errno may be of what looked for words of a message */
            errno = EIO;
        return NULL;
    }
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    for (const char *name; (name = g_dir_read_name(dir));)
        if (*name != '.')
            g_ptr_array_add(names, g_strdup(name));
    g_dir_close(dir);
    g_ptr_array_sort(names, by_name);
    return names;
}

static bool add_folder(struct planning *planning, const char *folder)
{
    GPtrArray *names = folder_names(folder);
    if (!names)
        return fail(planning, folder, g_strerror(errno));
    for (guint i = 0; i < names->len; i++) {
        char *path = g_build_filename(folder, names->pdata[i], NULL);
        struct stat own, st;
        bool there = lstat(path, &own) == 0 && stat(path, &st) == 0;
        if (there && S_ISDIR(own.st_mode)) /* not through links: they may lead in circles */
            add_folder(planning, path);
        else if (there && S_ISREG(st.st_mode) && may_be_document(path))
            add_item(planning, (struct plan_item){path, NULL, NULL, true, st.st_size});
        g_free(path);
    }
    g_ptr_array_unref(names);
    return true;
}

/* --- manifests ------------------------------------------------------------------------------- */

static bool is_path_entry(const struct yaml *entry)
{
    return entry->kind == YAML_SCALAR || yaml_get(entry, "path");
}

/* The list of a manifest; NULL for a document. */
static const struct yaml *manifest_list(const struct yaml *root)
{
    const struct yaml *list = root->kind == YAML_MAPPING ? yaml_get(root, "documents") : root;
    bool is_list = list && list->kind == YAML_SEQUENCE && list->first && is_path_entry(list->first);
    return is_list ? list : NULL;
}

/* Whether the file may be a manifest: no XML, and something like a list near its beginning. */
static bool may_be_manifest(const char *path)
{
    char bytes[GLANCE + 1];
    if (!glance(path, bytes))
        return false;
    const char *text = bytes + strspn(bytes, " \t\r\n");
    for (; *text == '#' || g_str_has_prefix(text, "---\n"); text += strspn(text, " \t\r\n"))
        text += strcspn(text, "\n");
    return g_str_has_prefix(text, "- ") || g_str_has_prefix(text, "documents:") || *text == '[' ||
           strstr(text, "\"documents\"");
}

static bool fail_entry(struct planning *planning, const struct source *source,
                       const struct yaml *entry)
{
    diag_file(planning->diag, source, entry->at, DIAG_MANIFEST,
              "this is no entry of a manifest, a path or a mapping with `path` (and `style`, "
              "`output`) was wanted");
    planning->broken = true;
    return false;
}

static const char *beside(struct planning *planning, const struct source *source, const char *path)
{
    const char *slash = strrchr(source->name, '/');
    if (g_path_is_absolute(path) || !slash)
        return path;
    return arena_printf(planning->arena, "%.*s%s", (int)(slash + 1 - source->name), source->name,
                        path);
}

static const char *scalar(const struct yaml *entry, const char *key)
{
    const struct yaml *value = yaml_get(entry, key);
    return value && value->kind == YAML_SCALAR && *value->text ? value->text : NULL;
}

static bool add_entry(struct planning *planning, const struct source *source,
                      const struct yaml *entry)
{
    static const char *const keys[] = {"path", "style", "output", NULL};
    const char *path = entry->kind == YAML_SCALAR ? entry->text : scalar(entry, "path");
    if (!path || !*path)
        return fail_entry(planning, source, entry);
    for (const struct yaml *pair = entry->first; pair; pair = pair->next)
        if (!g_strv_contains(keys, pair->key) || pair->kind != YAML_SCALAR)
            return fail_entry(planning, source, pair);
    const char *style = scalar(entry, "style");
    bool style_file = style && (strchr(style, '/') || g_str_has_suffix(style, ".yaml"));
    const struct plan_item like = {.style = style_file ? beside(planning, source, style) : style,
                                   .output = scalar(entry, "output")};
    return add_path(planning, beside(planning, source, path), &like);
}

/* Adds what a manifest lists; false when the file is none. */
static bool add_manifest(struct planning *planning, const char *path)
{
    if (!may_be_manifest(path))
        return false;
    struct diag *quiet = diag_new(planning->arena); /* no manifest: its reader will say */
    const struct source *source = source_read(planning->arena, path, quiet);
    const struct yaml *root =
        source && source_check_utf8(source, quiet)
            ? yaml_parse(planning->arena, source, 0, (uint32_t)source->size, DIAG_MANIFEST, quiet)
            : NULL;
    const struct yaml *list = root ? manifest_list(root) : NULL;
    for (const struct yaml *entry = list ? list->first : NULL; entry; entry = entry->next)
        add_entry(planning, source, entry);
    return list != NULL;
}

/* --- names on standard input ----------------------------------------------------------------- */

static bool add_names(struct planning *planning)
{
    const struct source *source = source_read(planning->arena, "-", planning->diag);
    if (!source) {
        planning->missing = true;
        return false;
    }
    const char *end = source->text + source->size;
    bool nul = memchr(source->text, '\0', source->size);
    for (const char *p = source->text; p < end;) {
        const char *stop = memchr(p, nul ? '\0' : '\n', (size_t)(end - p));
        stop = stop ? stop : end;
        size_t size = (size_t)(stop - p);
        size -= size && !nul && stop[-1] == '\r';
        if (size)
            add_path(planning, arena_strndup(planning->arena, p, size), NULL);
        p = stop + 1;
    }
    return true;
}

/* --- all of it ------------------------------------------------------------------------------- */

/* A path that was named; `like` says style and output, or is NULL where a manifest may stand. */
static bool add_path(struct planning *planning, const char *path, const struct plan_item *like)
{
    struct stat st;
    if (stat(path, &st) != 0)
        return fail(planning, path, g_strerror(errno));
    if (S_ISDIR(st.st_mode))
        return add_folder(planning, path);
    if (!like && add_manifest(planning, path))
        return true;
    struct plan_item item = like ? *like : (struct plan_item){0};
    item.path = path;
    item.size = st.st_size;
    add_item(planning, item);
    return true;
}

const struct plan *plan_make(struct arena *arena, char *const *paths, int count, struct diag *diag)
{
    struct planning planning = {arena,
                                diag,
                                g_array_new(FALSE, FALSE, sizeof(struct plan_item)),
                                g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                                false,
                                false};
    for (int i = 0; i < count; i++) {
        if (strcmp(paths[i], "-") == 0)
            add_names(&planning);
        else
            add_path(&planning, paths[i], NULL);
    }
    struct plan *plan = ARENA_NEW(arena, struct plan);
    plan->missing = planning.missing;
    plan->count = (int)planning.items->len;
    plan->items =
        arena_copy(arena, planning.items->data, planning.items->len * sizeof(struct plan_item));
    g_hash_table_unref(planning.seen);
    g_array_unref(planning.items);
    return planning.broken ? NULL : plan;
}
