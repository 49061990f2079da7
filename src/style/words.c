/* words: the fixed words of a style in one language, patterns filled with values, dates. */
#include <glib.h>
#include <stdarg.h>
#include <string.h>

#include "style/style_words.h"

struct style_words {
    GHashTable *of_key; /* texts and keys are the arena's */
};

static void free_table(void *table)
{
    g_hash_table_destroy(table);
}

struct style_words *words_new(struct arena *arena)
{
    struct style_words *words = ARENA_NEW(arena, struct style_words);
    words->of_key = g_hash_table_new(g_str_hash, g_str_equal);
    arena_defer(arena, free_table, words->of_key);
    return words;
}

const char *words_get(const struct style_words *words, const char *key)
{
    return g_hash_table_lookup(words->of_key, key);
}

static int by_name(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* All keys in alphabetical order, lists under their own name. */
static const char *const *known_keys(struct arena *arena, const struct style_words *words)
{
    GHashTableIter iter;
    gpointer key;
    int count = 0;
    const char **keys = ARENA_ARRAY(arena, const char *, g_hash_table_size(words->of_key) + 1);
    g_hash_table_iter_init(&iter, words->of_key);
    while (g_hash_table_iter_next(&iter, &key, NULL)) {
        const char *dot = strchr(key, '.');
        if (!dot)
            keys[count++] = key;
        else if (strcmp(dot, ".1") == 0)
            keys[count++] = arena_strndup(arena, key, (size_t)(dot - (const char *)key));
    }
    qsort(keys, (size_t)count, sizeof *keys, by_name);
    return keys;
}

static bool is_known(const struct style_words *words, const struct style_reading *reading,
                     const struct yaml *pair)
{
    const char *first = arena_printf(reading->arena, "%s.1", pair->key);
    return words_get(words, pair->key) || words_get(words, first);
}

static bool take_text(struct style_words *words, const struct style_reading *reading,
                      const char *key, const struct yaml *node)
{
    if (!node->text) {
        diag_file(reading->diag, reading->source, node->at, DIAG_STYLE,
                  "the word `%s` is no text, text was wanted", key);
        return false;
    }
    g_hash_table_insert(words->of_key, (gpointer)key, (gpointer)node->text);
    return true;
}

static bool take_word(struct style_words *words, const struct style_reading *reading,
                      const struct yaml *pair)
{
    if (pair->kind != YAML_SEQUENCE)
        return take_text(words, reading, pair->key, pair);
    bool good = true;
    int number = 1;
    for (const struct yaml *item = pair->first; item; item = item->next, number++)
        good &= take_text(words, reading, arena_printf(reading->arena, "%s.%d", pair->key, number),
                          item);
    return good;
}

bool words_take(struct style_words *words, const struct style_reading *reading,
                const struct yaml *mapping, bool known)
{
    if (mapping->kind != YAML_MAPPING) {
        diag_file(reading->diag, reading->source, mapping->at, DIAG_STYLE,
                  "no words stand here, a mapping of keys to words was wanted");
        return false;
    }
    bool good = true;
    for (const struct yaml *pair = mapping->first; pair; pair = pair->next) {
        if (known && !is_known(words, reading, pair))
            good =
                style_unknown_key(reading, pair, "of `words`", known_keys(reading->arena, words));
        else
            good &= take_word(words, reading, pair);
    }
    return good;
}

const char *style_word(const struct style *style, const char *key)
{
    return words_get(style->words, key);
}

/* --- patterns ------------------------------------------------------------------------ */

/* The value of a name among the pairs, or NULL. */
static const char *value_of(const char *name, size_t size, va_list pairs)
{
    for (const char *key; (key = va_arg(pairs, const char *));) {
        const char *value = va_arg(pairs, const char *);
        if (strlen(key) == size && memcmp(key, name, size) == 0)
            return value;
    }
    return NULL;
}

const char *style_fill(struct arena *arena, const char *pattern, ...)
{
    GString *out = g_string_new(NULL);
    while (*pattern) {
        const char *end = *pattern == '{' ? strchr(pattern, '}') : NULL;
        const char *value = NULL;
        if (end) {
            va_list pairs;
            va_start(pairs, pattern);
            value = value_of(pattern + 1, (size_t)(end - pattern - 1), pairs);
            va_end(pairs);
        }
        if (value) {
            g_string_append(out, value);
            pattern = end + 1;
        } else {
            g_string_append_c(out, *pattern++);
        }
    }
    const char *filled = arena_strdup(arena, out->str);
    g_string_free(out, TRUE);
    return filled;
}

/* The word "KEY-SUFFIX" if there is one, else the word "SUFFIX", else NULL. */
static const char *own_or_common(struct arena *arena, const struct style *style, const char *key,
                                 const char *suffix)
{
    const char *own = style_word(style, arena_printf(arena, "%s-%s", key, suffix));
    return own ? own : style_word(style, suffix);
}

const char *style_date(struct arena *arena, const struct style *style, const char *key,
                       struct date date)
{
    const char *pattern = style_word(style, key);
    if (!pattern || date.year < 1 || date.month < 1 || date.month > 12 || date.day < 1)
        return NULL;
    const char *month =
        own_or_common(arena, style, key, arena_printf(arena, "months.%d", date.month));
    const char *first = date.day == 1 ? own_or_common(arena, style, key, "first-day") : NULL;
    if (!month)
        return NULL;
    const char *day = first && *first ? first : arena_printf(arena, "%d", date.day);
    return style_fill(
        arena, pattern, "day", day, "month", month, "year", arena_printf(arena, "%d", date.year),
        "month-number", arena_printf(arena, "%d", date.month), "dd",
        arena_printf(arena, "%02d", date.day), "mm", arena_printf(arena, "%02d", date.month), "yy",
        arena_printf(arena, "%02d", date.year % 100), NULL);
}
