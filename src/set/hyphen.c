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

bool hyphen_word(const char *patterns, const char *word, int before, int after, bool *allowed)
{
    const struct liang *liang = patterns_of(patterns);
    char *lower = g_utf8_strdown(word, -1);
    int count = (int)g_utf8_strlen(word, -1);
    bool done = liang && strlen(lower) <= LIANG_LONGEST && g_utf8_strlen(lower, -1) == count;
    if (done)
        liang_points(liang, lower, allowed);
    for (int i = 0; done && i < count; i++)
        allowed[i] = allowed[i] && i + 1 >= before && count - i - 1 >= after;
    g_free(lower);
    return done;
}

/* A point within a name, as in www.un.org. */
static bool is_inner_point(const struct text *text, int i)
{
    return i > 0 && i + 1 < text->count && text->signs[i].c == '.' &&
           class_is_word((enum sign_class)text->signs[i - 1].class) &&
           class_is_word((enum sign_class)text->signs[i + 1].class);
}

static bool is_any_of(uint32_t c, const char *list)
{
    return g_utf8_strchr(list, -1, c) != NULL;
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
    bool part = is_any_of(before, "-‐‑") || (chinese && is_any_of(after, "-‐‑"));
    bool joined = is_any_of(before, "/@_") || is_any_of(after, "/@_") ||
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
    char *word = g_strndup(text->bytes + start, size);
    if (hyphen_word(style->set.hyphen_patterns, word, style->set.hyphen_before,
                    style->set.hyphen_after, allowed))
        for (int i = from + 1; i < to; i++)
            text->signs[i].late = allowed[i - from - 1] && text->signs[i].glyph_count;
    g_free(word);
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
