/* edition: one hash over input, style, words, faces, patterns, emblem, profiles, options, print
 * order, program. */
#include "batch/edition.h"

#include <string.h>

#include "base/yaml.h"
#include "plenary.h"
#include "style/style.h"

struct editions {
    GMutex lock;
    GHashTable *styles; /* "use language style" → hash of all that belongs to it */
    GHashTable *files;  /* path → hash of a file or folder that many styles need */
};

struct editions *editions_new(void)
{
    struct editions *editions = g_new0(struct editions, 1);
    g_mutex_init(&editions->lock);
    editions->styles = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    editions->files = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    return editions;
}

void editions_free(struct editions *editions)
{
    g_hash_table_unref(editions->styles);
    g_hash_table_unref(editions->files);
    g_mutex_clear(&editions->lock);
    g_free(editions);
}

static const char *finish(struct arena *arena, GChecksum *sum)
{
    const char *hash = arena_strdup(arena, g_checksum_get_string(sum));
    g_checksum_free(sum);
    return hash;
}

const char *edition_hash(struct arena *arena, const void *bytes, size_t size)
{
    GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA256);
    g_checksum_update(sum, bytes, (gssize)size);
    return finish(arena, sum);
}

static void add_bytes(GChecksum *sum, const void *bytes, size_t size)
{
    uint64_t before = size;
    g_checksum_update(sum, (const guchar *)&before, sizeof before);
    g_checksum_update(sum, bytes, (gssize)size);
}

static void add(GChecksum *sum, const char *text)
{
    add_bytes(sum, text ? text : "", text ? strlen(text) : 0);
}

/* The first `most` bytes of a file, and its size. A file that is not there is an empty one. */
static void add_file(GChecksum *sum, const char *path, size_t most)
{
    GMappedFile *file = path ? g_mapped_file_new(path, FALSE, NULL) : NULL;
    size_t size = file ? g_mapped_file_get_length(file) : 0;
    g_checksum_update(sum, (const guchar *)&(uint64_t){size}, sizeof(uint64_t));
    add_bytes(sum, size ? g_mapped_file_get_contents(file) : "", MIN(size, most));
    if (file)
        g_mapped_file_unref(file);
}

/* --- a style and what it needs ------------------------------------------------------------ */

static int by_name(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* All styles, words and phrases that ship: whichever of them a document takes. */
static void add_folder(GChecksum *sum, const char *folder)
{
    GDir *dir = g_dir_open(folder, 0, NULL);
    GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);
    for (const char *name; dir && (name = g_dir_read_name(dir));)
        g_ptr_array_add(paths, g_build_filename(folder, name, NULL));
    g_ptr_array_sort(paths, by_name);
    for (guint i = 0; i < paths->len; i++) {
        if (g_file_test(paths->pdata[i], G_FILE_TEST_IS_DIR))
            add_folder(sum, paths->pdata[i]);
        else
            add_file(sum, paths->pdata[i], SOURCE_MAX_BYTES);
    }
    g_ptr_array_unref(paths);
    if (dir)
        g_dir_close(dir);
}

static bool is_file_name(const char *style)
{
    return strchr(style, '/') || g_str_has_suffix(style, ".yaml");
}

/* The file that a style file inherits from; NULL when that ships, or there is none. */
static const char *base_file(struct arena *arena, const char *path)
{
    struct diag *quiet = diag_new(arena); /* who loads the style will say */
    const struct source *source = source_read(arena, path, quiet);
    const struct yaml *root =
        source ? yaml_parse(arena, source, 0, (uint32_t)source->size, DIAG_STYLE, quiet) : NULL;
    const struct yaml *base = yaml_get(root, "inherits");
    if (!base || base->kind != YAML_SCALAR || !is_file_name(base->text))
        return NULL;
    const char *slash = strrchr(path, '/');
    if (g_path_is_absolute(base->text) || !slash)
        return base->text;
    return arena_printf(arena, "%.*s%s", (int)(slash + 1 - path), path, base->text);
}

/* The sum of what `fill` adds to it for a path, worked out once. */
static void add_known(struct editions *editions, GChecksum *sum, const char *path,
                      void (*fill)(GChecksum *, const char *))
{
    const char *hash = g_hash_table_lookup(editions->files, path);
    if (!hash) {
        GChecksum *own = g_checksum_new(G_CHECKSUM_SHA256);
        fill(own, path);
        char *made = g_strdup(g_checksum_get_string(own));
        g_hash_table_insert(editions->files, g_strdup(path), made);
        hash = made;
        g_checksum_free(own);
    }
    add(sum, hash);
}

static void fill_file(GChecksum *sum, const char *path)
{
    add_file(sum, path, SOURCE_MAX_BYTES);
}

/* The beginning of a font holds a checksum of each of its tables (OpenType, table directory). */
static void fill_face(GChecksum *sum, const char *path)
{
    enum { DIRECTORY = 65536 };
    add_file(sum, path, DIRECTORY);
}

/* Style files of the user's own; not more of them than any chain has, should they go in circles. */
static void add_chain(struct arena *arena, GChecksum *sum, const char *style)
{
    const char *file = is_file_name(style) ? style : NULL;
    for (int n = 0; file && n < 32; n++, file = base_file(arena, file))
        add_file(sum, file, SOURCE_MAX_BYTES);
}

static void add_faces(struct editions *editions, GChecksum *sum, const struct fonts *fonts)
{
    for (int i = 0; i < fonts_count(fonts); i++) {
        const struct face *face = fonts_nth(fonts, i);
        add(sum, face->role);
        add_bytes(sum, &face->index, sizeof face->index);
        add_known(editions, sum, face->file, fill_face);
    }
}

/* The profile of the press, and what stands in for it. */
static void add_profiles(struct editions *editions, GChecksum *sum, const struct style *style)
{
    const char *const paths[] = {style->print.profile, style->print.substitute};
    for (size_t i = 0; i < G_N_ELEMENTS(paths); i++)
        if (paths[i])
            add_known(editions, sum, paths[i], fill_file);
}

static bool add_opened(struct arena *arena, struct editions *editions, GChecksum *sum,
                       struct fonts *fonts, const char *name, enum language language, bool print)
{
    static const char *const folders[] = {"/usr/share/hyphen", "/usr/local/share/hyphen"};
    struct diag *quiet = diag_new(arena);
    const struct style *style = style_load(arena, name, language, quiet);
    if (!style || !fonts_open(fonts, style, quiet))
        return false;
    add_faces(editions, sum, fonts);
    add_file(sum, style->mast.emblem_file, SOURCE_MAX_BYTES);
    if (print)
        add_profiles(editions, sum, style);
    const char *patterns = style->set.hyphen_patterns;
    for (size_t i = 0; patterns && i < G_N_ELEMENTS(folders); i++)
        add_known(editions, sum, arena_printf(arena, "%s/%s", folders[i], patterns), fill_file);
    return true;
}

static char *make_style_hash(struct editions *editions, struct fonts *fonts, const char *style,
                             enum language language, bool print)
{
    struct arena *arena = arena_new();
    GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA256);
    add_known(editions, sum, arena_printf(arena, "%s/styles", style_data_folder()), add_folder);
    add_chain(arena, sum, style);
    bool good = !fonts || add_opened(arena, editions, sum, fonts, style, language, print);
    char *hash = g_strdup(good ? finish(arena, sum) : "");
    if (!good)
        g_checksum_free(sum);
    arena_free(arena);
    return hash;
}

/* Lent; made once for each style and language. */
static const char *style_hash(struct arena *arena, struct editions *editions, struct fonts *fonts,
                              const char *style, enum language language, bool print)
{
    const char *name =
        arena_printf(arena, "%s %s %s", print ? "print" : "archive", language_tag(language), style);
    g_mutex_lock(&editions->lock);
    const char *hash = g_hash_table_lookup(editions->styles, name);
    if (!hash) {
        char *made = make_style_hash(editions, fonts, style, language, print);
        g_hash_table_insert(editions->styles, g_strdup(name), made);
        hash = made;
    }
    g_mutex_unlock(&editions->lock);
    return hash;
}

/* --- all of it ---------------------------------------------------------------------------- */

static void add_order(struct arena *arena, GChecksum *sum, const struct print_order *order)
{
    add(sum, arena_printf(arena, "%s %d %d %d", order ? "print" : "archive",
                          order ? (int)order->scheme : 0, order ? order->up : 0,
                          order ? order->signature : 0));
    add(sum, order ? order->sheet : NULL);
}

const char *edition_key(struct arena *arena, struct editions *editions, struct fonts *fonts,
                        const struct job *job, const char *content, const char *style,
                        enum language language)
{
    const char *styled = style_hash(arena, editions, fonts, style, language, job->print);
    if (!*styled)
        return "";
    GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA256);
    add(sum, plenary_version());
    add(sum, g_getenv("SOURCE_DATE_EPOCH"));
    add(sum, arena_printf(arena, "%s %g %d %d", job_form_name(job->form), job->dpi, job->page,
                          job->check));
    add_order(arena, sum, job->print);
    add(sum, job->style);
    add_file(sum, job->emblem, SOURCE_MAX_BYTES);
    add(sum, styled);
    add(sum, content);
    return finish(arena, sum);
}
