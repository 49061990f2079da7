/* lexicon: reads styles/check/LANGUAGE.yaml, a mapping of lists, mappings and patterns. */
#include "style/lexicon.h"

#include <string.h>

#include "base/yaml.h"
#include "style/style.h"

struct entry {
    const char *const *words; /* the list, or the keys of the mapping, ended by NULL */
    GHashTable *meanings;     /* of a mapping: by word; else NULL */
    GRegex *pattern;
};

struct lexicon {
    struct arena *arena;
    GHashTable *entries; /* struct entry by key */
};

/* --- reading -------------------------------------------------------------------------- */

static void free_table(void *table)
{
    g_hash_table_unref(table);
}

static GHashTable *new_table(struct arena *arena)
{
    GHashTable *table = g_hash_table_new(g_str_hash, g_str_equal);
    arena_defer(arena, free_table, table);
    return table;
}

static void free_pattern(void *pattern)
{
    g_regex_unref(pattern);
}

static struct entry *read_words(struct arena *arena, const struct yaml *node)
{
    struct entry *entry = ARENA_NEW(arena, struct entry);
    const char **words = ARENA_ARRAY(arena, const char *, node->count + 1);
    int count = 0;
    if (node->kind == YAML_MAPPING)
        entry->meanings = new_table(arena);
    for (const struct yaml *child = node->first; child; child = child->next) {
        words[count++] = child->key ? child->key : child->text ? child->text : "";
        if (entry->meanings)
            g_hash_table_insert(entry->meanings, (void *)(uintptr_t)child->key,
                                (void *)(uintptr_t)(child->text ? child->text : ""));
    }
    entry->words = words;
    return entry;
}

static struct entry *read_pattern(struct arena *arena, const struct source *source,
                                  const struct yaml *node, struct diag *diag)
{
    struct entry *entry = ARENA_NEW(arena, struct entry);
    GError *error = NULL;
    entry->pattern = g_regex_new(node->text, G_REGEX_OPTIMIZE | G_REGEX_EXTENDED, 0, &error);
    if (error)
        diag_file(diag, source, node->at, DIAG_STYLE, "`%s`: %s", node->key, error->message);
    g_clear_error(&error);
    if (entry->pattern)
        arena_defer(arena, free_pattern, entry->pattern);
    return entry;
}

static void read_entries(struct lexicon *lexicon, const struct source *source, struct diag *diag)
{
    const struct yaml *root =
        yaml_parse(lexicon->arena, source, 0, (uint32_t)source->size, DIAG_STYLE, diag);
    for (const struct yaml *pair = root && root->kind == YAML_MAPPING ? root->first : NULL; pair;
         pair = pair->next) {
        struct entry *entry = NULL;
        if (pair->kind != YAML_SCALAR)
            entry = read_words(lexicon->arena, pair);
        else if (g_str_has_suffix(pair->key, "-pattern"))
            entry = read_pattern(lexicon->arena, source, pair, diag);
        else
            diag_file(diag, source, pair->at, DIAG_STYLE,
                      "`%s` is a text, a list, a mapping or a key that ends in -pattern was wanted",
                      pair->key);
        if (entry)
            g_hash_table_insert(lexicon->entries, (void *)(uintptr_t)pair->key, entry);
    }
}

static struct lexicon *read_lexicon(struct arena *arena, enum language language, struct diag *diag)
{
    struct lexicon *lexicon = ARENA_NEW(arena, struct lexicon);
    *lexicon = (struct lexicon){arena, new_table(arena)};
    const char *tag = language == LANGUAGE_NONE ? "common" : language_tag(language);
    const char *path = arena_printf(arena, "%s/styles/check/%s.yaml", style_data_folder(), tag);
    if (!g_file_test(path, G_FILE_TEST_EXISTS))
        return lexicon;
    const struct source *source = source_read(arena, path, diag);
    if (source)
        read_entries(lexicon, source, diag);
    return lexicon;
}

bool lexicon_check(struct arena *arena, enum language language, struct diag *diag)
{
    int before = diag_count(diag, DIAG_ERROR);
    read_lexicon(arena, language, diag);
    return diag_count(diag, DIAG_ERROR) == before;
}

const struct lexicon *lexicon_of(enum language language)
{
    static const struct lexicon *of_language[LANGUAGE_COUNT];
    const struct lexicon **kept = &of_language[language];
    if (g_once_init_enter(kept)) {
        struct arena *arena = arena_new();
        g_once_init_leave(kept, read_lexicon(arena, language, diag_new(arena)));
    }
    return *kept;
}

/* --- asking --------------------------------------------------------------------------- */

static const struct entry *entry_of(const struct lexicon *lexicon, const char *key)
{
    return g_hash_table_lookup(lexicon->entries, key);
}

const char *const *lexicon_list(const struct lexicon *lexicon, const char *key)
{
    static const char *const none[] = {NULL};
    const struct entry *entry = entry_of(lexicon, key);
    return entry && entry->words ? entry->words : none;
}

const char *lexicon_find(const struct lexicon *lexicon, const char *key, const char *word,
                         size_t size)
{
    enum { LONGEST = 128 };
    const struct entry *entry = entry_of(lexicon, key);
    char name[LONGEST];
    if (!entry || !entry->meanings || size >= LONGEST)
        return NULL;
    memcpy(name, word, size);
    name[size] = '\0';
    return g_hash_table_lookup(entry->meanings, name);
}

const GRegex *lexicon_pattern(const struct lexicon *lexicon, const char *key)
{
    const struct entry *entry = entry_of(lexicon, key);
    return entry ? entry->pattern : NULL;
}
