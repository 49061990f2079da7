/* vocabulary: the frequent words of a language. In: styles/check/LANGUAGE.words, read once. Out:
 * whether a word is known, which words are near. */
#include "check/vocabulary.h"

#include <glib.h>
#include <string.h>

#include "style/style.h"

/* --- reading ---------------------------------------------------------------------------- */

struct vocabulary {
    GHashTable *frequent; /* how a word is written, by itself in small letters */
    GHashTable *known;    /* words that look like a frequent one and are not */
    GHashTable *plain;    /* those with two accents or more, by themselves without any */
    GHashTable *shorter;  /* frequent words less one letter: a GPtrArray of what they may be */
};

/* The word without one of its letters, each in turn. */
static void each_shorter(const char *word, void (*take)(char *shorter, void *data), void *data)
{
    for (const char *p = word; *p; p = g_utf8_next_char(p))
        take(g_strdup_printf("%.*s%s", (int)(p - word), word, g_utf8_next_char(p)), data);
}

struct entry {
    struct vocabulary *vocabulary;
    const char *word;
};

static void add_shorter(char *shorter, void *data)
{
    const struct entry *entry = data;
    GPtrArray *words = g_hash_table_lookup(entry->vocabulary->shorter, shorter);
    if (!words) {
        words = g_ptr_array_new();
        g_hash_table_insert(entry->vocabulary->shorter, g_strdup(shorter), words);
    }
    g_ptr_array_add(words, (void *)(uintptr_t)entry->word);
    g_free(shorter);
}

char *without_accents(const char *word)
{
    char *apart = g_utf8_normalize(word, -1, G_NORMALIZE_NFD);
    GString *plain = g_string_new(NULL);
    for (const char *p = apart; p && *p; p = g_utf8_next_char(p))
        if (!g_unichar_ismark(g_utf8_get_char(p)))
            g_string_append_unichar(plain, g_utf8_get_char(p));
    g_free(apart);
    return g_string_free(plain, FALSE);
}

/* A line is a frequent word, or with a mark in front of it one that only looks like one. */
static void add_line(struct vocabulary *vocabulary, const char *line)
{
    if (!*line || *line == '#')
        return;
    if (*line == '~') {
        g_hash_table_add(vocabulary->known, g_strdup(line + 1));
        return;
    }
    char *folded = g_utf8_strdown(line, -1);
    g_hash_table_insert(vocabulary->frequent, folded, g_strdup(line));
    each_shorter(folded, add_shorter, &(struct entry){vocabulary, folded});
    char *plain = without_accents(folded);
    if (strlen(folded) >= strlen(plain) + 2 && *plain > 0)
        g_hash_table_insert(vocabulary->plain, plain, folded);
    else
        g_free(plain);
}

static struct vocabulary *read_vocabulary(enum language language)
{
    struct vocabulary *vocabulary = g_new(struct vocabulary, 1);
    *vocabulary = (struct vocabulary){
        g_hash_table_new(g_str_hash, g_str_equal), g_hash_table_new(g_str_hash, g_str_equal),
        g_hash_table_new(g_str_hash, g_str_equal), g_hash_table_new(g_str_hash, g_str_equal)};
    char *path =
        g_strdup_printf("%s/styles/check/%s.words", style_data_folder(), language_tag(language));
    char *text = NULL;
    if (g_file_get_contents(path, &text, NULL, NULL)) {
        char **lines = g_strsplit(text, "\n", -1);
        for (int i = 0; lines[i]; i++)
            add_line(vocabulary, lines[i]);
        g_strfreev(lines);
    }
    g_free(text);
    g_free(path);
    return vocabulary;
}

/* Read once, it lives as long as the process. */
static const struct vocabulary *vocabulary_of(enum language language)
{
    static const struct vocabulary *of_language[LANGUAGE_COUNT];
    const struct vocabulary **kept = &of_language[language];
    if (g_once_init_enter(kept))
        g_once_init_leave(kept, read_vocabulary(language));
    return *kept;
}

/* --- asking ----------------------------------------------------------------------------- */

bool vocabulary_has(enum language language, const char *word)
{
    const struct vocabulary *vocabulary = vocabulary_of(language);
    return g_hash_table_contains(vocabulary->frequent, word) ||
           g_hash_table_contains(vocabulary->known, word);
}

const char *vocabulary_written(enum language language, const char *word)
{
    return g_hash_table_lookup(vocabulary_of(language)->frequent, word);
}

const char *vocabulary_accented(enum language language, const char *word)
{
    return g_hash_table_lookup(vocabulary_of(language)->plain, word);
}

struct nearness {
    const struct vocabulary *vocabulary;
    void (*take)(const char *word, void *data);
    void *data;
};

static void take_all(const struct nearness *near, const char *shorter)
{
    const GPtrArray *words = g_hash_table_lookup(near->vocabulary->shorter, shorter);
    for (guint i = 0; words && i < words->len; i++)
        near->take(words->pdata[i], near->data);
}

static void take_shorter(char *shorter, void *data)
{
    const struct nearness *near = data;
    const char *word = NULL;
    if (g_hash_table_lookup_extended(near->vocabulary->frequent, shorter, (gpointer *)&word, NULL))
        near->take(word, near->data);
    take_all(near, shorter);
    g_free(shorter);
}

void vocabulary_near(enum language language, const char *word,
                     void (*take)(const char *word, void *data), void *data)
{
    struct nearness near = {vocabulary_of(language), take, data};
    take_all(&near, word);
    each_shorter(word, take_shorter, &near);
}
