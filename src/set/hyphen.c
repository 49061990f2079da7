/* hyphen: words of the text → hyphenation points. In: signs. Out: their `late`. */
#include "set/hyphen.h"

#include <glib.h>
#include <hyphen.h>
#include <string.h>
#include <unistd.h>

enum { LONGEST = 100 /* bytes of a word that is looked at */ };

static HyphenDict *dictionary_load(const char *patterns)
{
    static const char *const folders[] = {"/usr/share/hyphen", "/usr/local/share/hyphen"};
    if (g_path_is_absolute(patterns))
        return access(patterns, R_OK) == 0 ? hnj_hyphen_load(patterns) : NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(folders); i++) {
        char *file = g_build_filename(folders[i], patterns, NULL);
        HyphenDict *dictionary = access(file, R_OK) == 0 ? hnj_hyphen_load(file) : NULL;
        g_free(file);
        if (dictionary)
            return dictionary;
    }
    return NULL;
}

/* Patterns by file name, for the life of the process; a name that is not there is kept as NULL. */
static HyphenDict *dictionary(const char *patterns)
{
    static GMutex lock;
    static GHashTable *loaded;
    g_mutex_lock(&lock);
    if (!loaded)
        loaded = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    gpointer found = NULL;
    if (!g_hash_table_lookup_extended(loaded, patterns, NULL, &found)) {
        found = dictionary_load(patterns);
        g_hash_table_insert(loaded, g_strdup(patterns), found);
    }
    g_mutex_unlock(&lock);
    return found;
}

/* The marks of a word in the dictionary's own encoding; one a character either way. */
static bool hyphen_marks(HyphenDict *dict, const char *word, int before, int after, char *marks)
{
    char **replacement = NULL;
    int *position = NULL, *cut = NULL;
    gsize size = 0;
    char *coded =
        dict->utf8 ? g_strdup(word) : g_convert(word, -1, dict->cset, "UTF-8", NULL, &size, NULL);
    bool done =
        coded && hnj_hyphen_hyphenate3(dict, coded, (int)strlen(coded), marks, NULL, &replacement,
                                       &position, &cut, before, after, 0, 0) == 0;
    for (size_t i = 0; done && replacement && coded[i]; i++) {
        if (replacement[i]) /* a spelling that changes at the hyphen: not for us */
            marks[g_utf8_strlen(dict->utf8 ? coded : word, (gssize)i + 1) - 1] = '0';
        free(replacement[i]);
    }
    free(replacement);
    free(position);
    free(cut);
    g_free(coded);
    return done;
}

bool hyphen_word(const char *patterns, const char *word, int before, int after, bool *allowed)
{
    HyphenDict *dict = dictionary(patterns);
    char *lower = g_utf8_strdown(word, -1);
    char marks[LONGEST * 2 + 8] = {0};
    bool done = dict && strlen(lower) <= LONGEST && strlen(lower) == strlen(word) &&
                hyphen_marks(dict, lower, before, after, marks);
    int count = done ? (int)g_utf8_strlen(word, -1) : 0;
    for (int i = 0; i < count; i++)
        allowed[i] = (marks[i] & 1) && i + 1 >= before && count - i - 1 >= after;
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

/* F2, A8: not in words with digits, of capitals only, with a hyphen already, short ones in
 * Chinese; `from`…`to` are letters only. */
static bool may_hyphenate(const struct text *text, int from, int to)
{
    bool lower = false;
    for (int i = from; i < to; i++)
        lower = lower || g_unichar_islower(text->signs[i].c);
    uint32_t before = from > 0 ? text->signs[from - 1].c : ' ';
    uint32_t after = to < text->count ? text->signs[to].c : ' ';
    bool joined = g_utf8_strchr("-/@‐‑_", -1, before) || g_utf8_strchr("-/@‐‑_", -1, after) ||
                  g_unichar_isdigit(before) || g_unichar_isdigit(after);
    joined = joined || is_inner_point(text, from - 1) || is_inner_point(text, to);
    return lower && !joined && to - from >= (text->chinese ? 6 : 4);
}

static void mark_word(struct text *text, int from, int to, const struct style *style)
{
    bool allowed[LONGEST + 1] = {false};
    uint32_t start = text->signs[from].at;
    uint32_t size = text->signs[to - 1].at + text->signs[to - 1].size - start;
    if (size > LONGEST || !may_hyphenate(text, from, to))
        return;
    char *word = g_strndup(text->bytes + start, size);
    if (hyphen_word(style->set.hyphen_patterns, word, style->set.hyphen_before,
                    style->set.hyphen_after, allowed))
        for (int i = from + 1; i < to; i++)
            text->signs[i].late = allowed[i - from - 1] && text->signs[i].glyph_count;
    g_free(word);
}

void hyphen_mark(struct text *text, const struct style *style)
{
    if (!style->set.hyphen_patterns)
        return;
    for (int from = text->label_count, to; from<text->count; from = to> from ? to : from + 1) {
        for (to = from;
             to < text->count && text->signs[to].class == CLASS_LETTER && !text_is_call(text, to);)
            to++;
        if (to > from)
            mark_word(text, from, to, style);
    }
}
