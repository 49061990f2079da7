/* hyphen: words of the text → hyphenation points. In: signs. Out: their `late`. */
#include "set/hyphen.h"

#include <glib.h>
#include <string.h>

#include "set/liang.h"

static struct liang *file_load(const char *file)
{
    gsize size = 0;
    char *bytes = NULL;
    if (!g_file_get_contents(file, &bytes, &size, NULL))
        return NULL;
    struct liang *patterns = liang_read(bytes, size);
    g_free(bytes);
    return patterns;
}

static struct liang *patterns_load(const char *name)
{
    static const char *const folders[] = {"/usr/share/hyphen", "/usr/local/share/hyphen"};
    if (g_path_is_absolute(name))
        return file_load(name);
    struct liang *patterns = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(folders) && !patterns; i++) {
        char *file = g_build_filename(folders[i], name, NULL);
        patterns = file_load(file);
        g_free(file);
    }
    return patterns;
}

/* Patterns by file name, for the life of the process; a name that is not there is kept as NULL. */
static const struct liang *patterns_of(const char *name)
{
    static GMutex lock;
    static GHashTable *loaded;
    g_mutex_lock(&lock);
    if (!loaded)
        loaded = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    gpointer found = NULL;
    if (!g_hash_table_lookup_extended(loaded, name, NULL, &found)) {
        found = patterns_load(name);
        g_hash_table_insert(loaded, g_strdup(name), found);
    }
    g_mutex_unlock(&lock);
    return found;
}

/* --- words that are known ------------------------------------------------------------- */

/* The documents of a session have few words, many times. */
struct known {
    const struct liang *liang;
    const char *word;
    int count; /* characters */
    bool parted, points[];
};

/* Some MB; four languages of a session have 35,000 words. */
enum { MOST_KNOWN = 1 << 16 };

static guint known_hash(const void *key)
{
    return g_str_hash(((const struct known *)key)->word);
}

static gboolean known_equal(const void *left, const void *right)
{
    const struct known *a = left, *b = right;
    return a->liang == b->liang && strcmp(a->word, b->word) == 0;
}

static void free_table(void *table)
{
    g_hash_table_unref(table);
}

/* This thread's; emptied when it is full. */
static GHashTable *known_words(void)
{
    static GPrivate kept = G_PRIVATE_INIT(free_table);
    GHashTable *words = g_private_get(&kept);
    if (!words) {
        words = g_hash_table_new_full(known_hash, known_equal, g_free, NULL);
        g_private_set(&kept, words);
    } else if (g_hash_table_size(words) >= MOST_KNOWN) {
        g_hash_table_remove_all(words);
    }
    return words;
}

static struct known *part_word(const struct liang *liang, const char *word)
{
    char *lower = g_utf8_strdown(word, -1);
    int count = (int)g_utf8_strlen(word, -1);
    size_t points = (size_t)count * sizeof(bool);
    struct known *known = g_malloc0(sizeof *known + points + strlen(word) + 1);
    char *copy = memcpy((char *)known->points + points, word, strlen(word));
    *known = (struct known){.liang = liang, .word = copy, .count = count};
    known->parted = strlen(lower) <= LIANG_LONGEST && g_utf8_strlen(lower, -1) == count;
    if (known->parted)
        liang_points(liang, lower, known->points);
    g_free(lower);
    return known;
}

bool hyphen_word(const char *patterns, const char *word, int before, int after, bool *allowed)
{
    const struct liang *liang = patterns_of(patterns);
    if (!liang)
        return false;
    GHashTable *words = known_words();
    const struct known *known =
        g_hash_table_lookup(words, &(struct known){.liang = liang, .word = word});
    if (!known) {
        known = part_word(liang, word);
        g_hash_table_add(words, (void *)known);
    }
    for (int i = 0; known->parted && i < known->count; i++)
        allowed[i] = known->points[i] && i + 1 >= before && known->count - i - 1 >= after;
    return known->parted;
}

/* --- words of a text ------------------------------------------------------------------- */

/* A point within a name, as in www.un.org. */
static bool is_inner_point(const struct text *text, int i)
{
    return i > 0 && i + 1 < text->count && text->signs[i].c == '.' &&
           class_is_word((enum sign_class)text->signs[i - 1].class) &&
           class_is_word((enum sign_class)text->signs[i + 1].class);
}

/* The character beside a word; a call is none. */
static uint32_t beside(const struct text *text, int i)
{
    return i < 0 || i >= text->count || text_is_call(text, i) ? ' ' : text->signs[i].c;
}

/* F2, A8: not in words with digits, of capitals only, behind a hyphen in them unless `compounds`,
 * short ones in Chinese; `from`…`to` are letters only. */
static bool may_hyphenate(const struct text *text, int from, int to, bool compounds)
{
    enum { LONG_PART = 6, SHORT = 4 };
    bool lower = false, chinese = text->chinese;
    for (int i = from; i < to; i++)
        lower = lower || g_unichar_islower(text->signs[i].c);
    uint32_t before = beside(text, from - 1), after = beside(text, to);
    bool part = class_is_one_of("-‐‑", before) || (chinese && class_is_one_of("-‐‑", after));
    bool joined = class_is_one_of("/@_", before) || class_is_one_of("/@_", after) ||
                  g_unichar_isdigit(before) || g_unichar_isdigit(after) ||
                  is_inner_point(text, from - 1) || is_inner_point(text, to);
    if (!lower || joined || (part && (chinese || !compounds)))
        return false;
    return to - from >= (chinese || part ? LONG_PART : SHORT);
}

static void mark_word(struct text *text, int from, int to, const struct style *style, bool need)
{
    bool allowed[LIANG_LONGEST + 1] = {false};
    uint32_t start = text->signs[from].at;
    uint32_t size = text->signs[to - 1].at + text->signs[to - 1].size - start;
    if (size > LIANG_LONGEST || !may_hyphenate(text, from, to, need && style->set.hyphen_compounds))
        return;
    char word[LIANG_LONGEST + 1] = {0};
    memcpy(word, text->bytes + start, size);
    if (hyphen_word(style->set.hyphen_patterns, word, style->set.hyphen_before,
                    style->set.hyphen_after, allowed))
        for (int i = from + 1; i < to; i++)
            text->signs[i].late = allowed[i - from - 1] && text->signs[i].glyph_count;
}

void hyphen_mark(struct text *text, const struct style *style, bool need)
{
    if (!style->set.hyphen_patterns)
        return;
    for (int from = text->label_count, to; from<text->count; from = to> from ? to : from + 1) {
        for (to = from;
             to < text->count && text->signs[to].class == CLASS_LETTER && !text_is_call(text, to);)
            to++;
        if (to > from)
            mark_word(text, from, to, style, need);
    }
}
