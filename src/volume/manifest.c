/* manifest: what a volume is to hold. In: a manifest (YAML) or a folder. Out: a plan with
 * all its documents read. The keys are told in plenary(1). */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/nearest.h"
#include "base/yaml.h"
#include "volume/plan.h"

GPtrArray *volume_array(struct arena *arena)
{
    GPtrArray *array = g_ptr_array_new();
    arena_defer(arena, (void (*)(void *))g_ptr_array_unref, array);
    return array;
}

/* --- folders ------------------------------------------------------------------------- */

static int by_name(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* Files of other kinds in a folder are passed over; what a manifest names itself is read. */
static bool may_be_document(const char *name)
{
    static const char *const suffixes[] = {".xml", ".yaml", ".yml", ".json", ".md", ".markdown"};
    for (size_t i = 0; i < G_N_ELEMENTS(suffixes); i++)
        if (g_str_has_suffix(name, suffixes[i]))
            return *name != '.';
    return false;
}

/* A manifest may stand in the folder that it names. */
static bool is_manifest(const struct volume_plan *plan, const struct stat *file)
{
    struct stat st;
    return plan->source && stat(plan->source->name, &st) == 0 && st.st_dev == file->st_dev &&
           st.st_ino == file->st_ino;
}

/* All files of a folder and of those in it, in the order of their names. */
static bool list_folder(struct volume_plan *plan, const char *folder, GPtrArray *paths)
{
    GError *error = NULL;
    GDir *dir = g_dir_open(folder, 0, &error);
    if (!dir) {
        diag_file(plan->diag, plan->source, SOURCE_NOWHERE, DIAG_CANNOT_READ, "%s", error->message);
        g_error_free(error);
        return false;
    }
    GPtrArray *names = g_ptr_array_new();
    for (const char *name; (name = g_dir_read_name(dir));)
        g_ptr_array_add(names, arena_printf(plan->arena, "%s/%s", folder, name));
    g_dir_close(dir);
    g_ptr_array_sort(names, by_name);
    bool good = true;
    for (guint i = 0; i < names->len; i++) {
        char *path = names->pdata[i];
        struct stat st;
        bool there = stat(path, &st) == 0;
        if (there && S_ISDIR(st.st_mode) && g_file_test(path, G_FILE_TEST_IS_SYMLINK))
            continue; /* it may lead back up */
        if (there && S_ISDIR(st.st_mode))
            good = list_folder(plan, path, paths) && good;
        else if (there && is_manifest(plan, &st))
            continue;
        else if (may_be_document(strrchr(path, '/') + 1))
            g_ptr_array_add(paths, path);
    }
    g_ptr_array_free(names, TRUE);
    return good;
}

/* --- documents ----------------------------------------------------------------------- */

struct reading {
    struct volume_plan *plan;
    GHashTable *seen;  /* of struct volume_piece by symbol */
    GHashTable *taken; /* paths, links followed: a file that is named twice is read once */
    int number;
};

/* True when a file stands in the volume already: in a part of its own, and in a folder. */
static bool is_taken(struct reading *reading, const char *path)
{
    char *real = realpath(path, NULL);
    const char *kept = arena_strdup(reading->plan->arena, real ? real : path);
    free(real);
    return !g_hash_table_add(reading->taken, (gpointer)kept);
}

/* A document that is there twice stands once; the first one of the list is taken. */
static bool is_twice(const struct reading *reading, const struct volume_piece *piece,
                     const char *path)
{
    if (!*piece->symbol || !g_hash_table_contains(reading->seen, piece->symbol))
        return false;
    const struct volume_piece *first = g_hash_table_lookup(reading->seen, piece->symbol);
    diag_file(reading->plan->diag, piece->doc->as.doc.source, SOURCE_NOWHERE, DIAG_VOLUME_TWICE,
              "%s is %s too, which stands once in the volume", path,
              first->doc->as.doc.source->name);
    return true;
}

static bool read_document_at(struct reading *reading, const char *path, GPtrArray *pieces)
{
    bool good = true;
    if (is_taken(reading, path))
        return true;
    struct volume_piece *piece = volume_piece_read(reading->plan, path, &good);
    if (!piece || is_twice(reading, piece, path))
        return good;
    if (*piece->symbol)
        g_hash_table_insert(reading->seen, (gpointer)piece->symbol, piece);
    piece->target = arena_printf(reading->plan->arena, "#%d", ++reading->number);
    g_ptr_array_add(pieces, piece);
    return true;
}

/* Reads a file, or all of a folder. */
static bool read_path(struct reading *reading, const char *path, GPtrArray *pieces)
{
    struct stat st;
    GPtrArray *paths = g_ptr_array_new();
    bool good = true;
    if (stat(path, &st) == 0 && S_ISDIR(st.st_mode))
        good = list_folder(reading->plan, path, paths);
    else
        g_ptr_array_add(paths, (gpointer)path);
    for (guint i = 0; i < paths->len; i++)
        good = read_document_at(reading, paths->pdata[i], pieces) && good;
    g_ptr_array_free(paths, TRUE);
    return good;
}

/* --- the manifest -------------------------------------------------------------------- */

static bool fail(const struct volume_plan *plan, const struct yaml *node, const char *found,
                 const char *wanted)
{
    diag_file(plan->diag, plan->source, node->at, DIAG_VOLUME, "%s, %s was wanted", found, wanted);
    return false;
}

static bool unknown_key(const struct volume_plan *plan, const struct yaml *pair,
                        const char *const *keys)
{
    char *list = g_strjoinv(", ", (char **)(void *)keys);
    int count = (int)g_strv_length((char **)(void *)keys);
    const char *nearest = nearest_word(pair->key, keys, count);
    diag_file(plan->diag, plan->source, pair->key_at, DIAG_VOLUME,
              "`%s` is not a key here, one of %s was wanted", pair->key, list);
    if (nearest)
        diag_hint(plan->diag, "did you mean `%s`?", nearest);
    g_free(list);
    return false;
}

/* A path of the manifest is relative to it. */
static const char *path_beside(const struct volume_plan *plan, const char *path)
{
    const char *slash = strrchr(plan->source->name, '/');
    if (g_path_is_absolute(path) || !slash)
        return path;
    return arena_printf(plan->arena, "%.*s%s", (int)(slash + 1 - plan->source->name),
                        plan->source->name, path);
}

/* A text or a list of texts: files and folders. */
static bool read_files(struct reading *reading, const struct yaml *node, GPtrArray *pieces)
{
    const struct volume_plan *plan = reading->plan;
    if (node->kind == YAML_MAPPING)
        return fail(plan, node, "`files` is a mapping", "a list of files and folders");
    bool good = true;
    const struct yaml *item = node->kind == YAML_SEQUENCE ? node->first : node;
    for (; item; item = node->kind == YAML_SEQUENCE ? item->next : NULL) {
        if (!item->text || !*item->text)
            good = fail(plan, item, "this is no name", "a file or a folder");
        else
            good = read_path(reading, path_beside(plan, item->text), pieces) && good;
    }
    return good;
}

static bool read_committee(const struct volume_plan *plan, const struct yaml *node,
                           struct volume_part *part)
{
    static const char *const names[] = {"plenary", "1", "2", "3", "4", "5", "6"};
    for (int i = 0; i < COMMITTEE_COUNT; i++)
        if (node->text && strcmp(node->text, names[i]) == 0) {
            part->committee = i;
            return true;
        }
    return fail(plan, node, "this is no committee", "plenary or a number from 1 to 6");
}

static bool read_kind(const struct volume_plan *plan, const struct yaml *node,
                      struct volume_part *part)
{
    static const char *const kinds[] = {"resolutions", "decisions", "annexes"};
    for (int i = 0; i < 3; i++)
        if (node->text && strcmp(node->text, kinds[i]) == 0) {
            part->kind = (enum volume_kind)i;
            return true;
        }
    return fail(plan, node, "this is no kind of part", "resolutions, decisions or annexes");
}

static bool read_part_pair(struct reading *reading, const struct yaml *pair,
                           struct volume_part *part)
{
    static const char *const keys[] = {"title", "kind", "committee", "files", NULL};
    if (strcmp(pair->key, "title") == 0 && pair->text) {
        part->title = pair->text;
        return true;
    }
    if (strcmp(pair->key, "kind") == 0)
        return read_kind(reading->plan, pair, part);
    if (strcmp(pair->key, "committee") == 0)
        return read_committee(reading->plan, pair, part);
    if (strcmp(pair->key, "files") == 0)
        return read_files(reading, pair, part->pieces);
    return unknown_key(reading->plan, pair, keys);
}

static struct volume_part *add_part(struct volume_plan *plan, enum volume_kind kind)
{
    struct volume_part *part = ARENA_NEW(plan->arena, struct volume_part);
    part->kind = kind;
    part->committee = COMMITTEE_NONE;
    part->pieces = volume_array(plan->arena);
    g_ptr_array_add(plan->parts, part);
    return part;
}

static bool read_parts(struct reading *reading, const struct yaml *list)
{
    bool good = true;
    if (list->kind != YAML_SEQUENCE)
        return fail(reading->plan, list, "`parts` is no list", "a list of parts");
    for (const struct yaml *item = list->first; item; item = item->next) {
        if (item->kind != YAML_MAPPING) {
            good =
                fail(reading->plan, item, "this is no part", "a mapping with `title` or `files`");
            continue;
        }
        struct volume_part *part = add_part(reading->plan, VOLUME_RESOLUTIONS);
        for (const struct yaml *pair = item->first; pair; pair = pair->next)
            good = read_part_pair(reading, pair, part) && good;
    }
    return good;
}

/* --- keys of the volume -------------------------------------------------------------- */

static bool take_language(struct volume_plan *plan, const struct yaml *pair)
{
    enum language language = language_of(pair->text ? pair->text : "");
    if (language == LANGUAGE_NONE)
        return fail(plan, pair, "this is no language", "zh, en, fr, es, ru, ar or de");
    if (plan->language == LANGUAGE_NONE)
        plan->language = language;
    plan->language_said = true;
    return true;
}

static bool take_start(struct volume_plan *plan, const struct yaml *pair)
{
    static const char *const starts[] = {"new-page", "run-on"};
    for (int i = 0; i < 2; i++)
        if (pair->text && strcmp(pair->text, starts[i]) == 0) {
            plan->start = i + 1;
            return true;
        }
    return fail(plan, pair, "this is no way to start", "new-page or run-on");
}

static const char **text_at(struct volume_plan *plan, const char *key)
{
    const struct {
        const char *key, **text;
    } texts[] = {{"title", &plan->title},
                 {"session", &plan->session},
                 {"symbol", &plan->symbol},
                 {"supplement", &plan->supplement},
                 {"number", &plan->number},
                 {"published", &plan->published},
                 {"split-after", &plan->split_after},
                 {"style", &plan->style}};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        if (strcmp(key, texts[i].key) == 0)
            return texts[i].text;
    return NULL;
}

/* What the volume is, which must be known before documents are read. */
static bool take_pair(struct volume_plan *plan, const struct yaml *pair)
{
    static const char *const keys[] = {"language", "title",     "session", "symbol", "supplement",
                                       "number",   "published", "start",   "style",  "split-after",
                                       "files",    "parts",     "annexes", NULL};
    const char **text = text_at(plan, pair->key);
    if (strcmp(pair->key, "files") == 0 || strcmp(pair->key, "parts") == 0 ||
        strcmp(pair->key, "annexes") == 0)
        return true; /* read last */
    if (strcmp(pair->key, "language") == 0)
        return take_language(plan, pair);
    if (strcmp(pair->key, "start") == 0)
        return take_start(plan, pair);
    if (!text)
        return unknown_key(plan, pair, keys);
    if (!pair->text || !*pair->text)
        return fail(plan, pair, "this is no text", "a text");
    *text = pair->text;
    if (text == &plan->split_after)
        plan->split_at = pair->at;
    if (text == &plan->style && (strchr(*text, '/') || g_str_has_suffix(*text, ".yaml")))
        *text = path_beside(plan, *text);
    return true;
}

static bool read_manifest(struct reading *reading)
{
    struct volume_plan *plan = reading->plan;
    const struct yaml *root = yaml_parse(plan->arena, plan->source, 0, (uint32_t)plan->source->size,
                                         DIAG_VOLUME, plan->diag);
    if (!root)
        return false;
    if (root->kind != YAML_MAPPING)
        return fail(plan, root, "the manifest is no mapping", "keys such as `files` and `parts`");
    bool good = true;
    for (const struct yaml *pair = root->first; pair; pair = pair->next)
        good = take_pair(plan, pair) && good;
    const struct yaml *parts = yaml_get(root, "parts"), *files = yaml_get(root, "files"),
                      *annexes = yaml_get(root, "annexes");
    if (parts)
        good = read_parts(reading, parts) && good;
    if (annexes)
        good = read_files(reading, annexes, add_part(plan, VOLUME_ANNEXES)->pieces) && good;
    if (files) /* last: what has a part of its own may lie in one of these folders */
        good = read_files(reading, files, plan->pieces) && good;
    return good;
}

/* --- the plan ------------------------------------------------------------------------ */

static bool is_empty(const struct volume_plan *plan)
{
    guint count = plan->pieces->len;
    for (guint i = 0; i < plan->parts->len; i++)
        count += ((const struct volume_part *)plan->parts->pdata[i])->pieces->len;
    return !count;
}

static bool read_all(struct reading *reading, const char *input)
{
    struct volume_plan *plan = reading->plan;
    struct stat st;
    if (stat(input, &st) == 0 && S_ISDIR(st.st_mode))
        return read_path(reading, input, plan->pieces);
    plan->source = source_read(plan->arena, input, plan->diag);
    return plan->source && source_check_utf8(plan->source, plan->diag) && read_manifest(reading);
}

struct volume_plan *volume_plan_read(struct arena *arena, const struct volume_job *job,
                                     struct diag *diag)
{
    struct volume_plan *plan = ARENA_NEW(arena, struct volume_plan);
    plan->arena = arena;
    plan->diag = diag;
    plan->language = job->language;
    plan->language_said = job->language != LANGUAGE_NONE;
    plan->pieces = volume_array(arena);
    plan->parts = volume_array(arena);
    struct reading reading = {.plan = plan};
    reading.seen = g_hash_table_new(g_str_hash, g_str_equal);
    reading.taken = g_hash_table_new(g_str_hash, g_str_equal);
    bool good = read_all(&reading, job->input);
    g_hash_table_destroy(reading.seen);
    g_hash_table_destroy(reading.taken);
    if (good && is_empty(plan)) {
        diag_file(diag, plan->source, SOURCE_NOWHERE, DIAG_VOLUME,
                  "there is no document in %s, at least one%s%s was wanted", job->input,
                  plan->language ? " of language " : "", language_tag(plan->language));
        return NULL;
    }
    if (good && plan->mixed && !plan->language_said) {
        diag_file(diag, plan->source, SOURCE_NOWHERE, DIAG_VOLUME,
                  "the documents of %s are in more than one language, the language of the volume "
                  "was wanted",
                  job->input);
        diag_hint(diag, "such as --language %s, or `language` in a manifest",
                  language_tag(plan->language));
        return NULL;
    }
    return good ? plan : NULL;
}
