/* typos: words that are one slip of the pen from a frequent one. In: the words of a document, the
 * frequent words of its language (styles/check/LANGUAGE.words). Out: messages.
 *
 * A word is told only when it is not known, stands once or twice in the document, and differs in a
 * place where words of the language do not differ by themselves: never in its first letter, nor in
 * its ending, where inflection works. */
#include "check/typos.h"

#include <string.h>

#include "check/matches.h"
#include "check/slips.h"
#include "check/spelling.h"

/* --- the frequent words ---------------------------------------------------------------- */

struct vocabulary {
    GHashTable *frequent; /* how a word is written, by itself in small letters */
    GHashTable *known;    /* words that look like a frequent one and are not */
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
}

static struct vocabulary *read_vocabulary(enum language language)
{
    struct vocabulary *vocabulary = g_new(struct vocabulary, 1);
    *vocabulary = (struct vocabulary){g_hash_table_new(g_str_hash, g_str_equal),
                                      g_hash_table_new(g_str_hash, g_str_equal),
                                      g_hash_table_new(g_str_hash, g_str_equal)};
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

/* --- where slips are told from words ---------------------------------------------------- */

/* How many letters at the end belong to the inflection. */
static int ending_of(enum language language)
{
    return language == EN ? 2 : 3;
}

static char *without_accents(const char *word)
{
    char *apart = g_utf8_normalize(word, -1, G_NORMALIZE_NFD);
    GString *plain = g_string_new(NULL);
    for (const char *p = apart; p && *p; p = g_utf8_next_char(p))
        if (!g_unichar_ismark(g_utf8_get_char(p)))
            g_string_append_unichar(plain, g_utf8_get_char(p));
    g_free(apart);
    return g_string_free(plain, FALSE);
}

static bool is_accent_slip(enum language language, const char *word, const char *meant)
{
    if (language != FR && language != ES)
        return false;
    char *plain_word = without_accents(word), *plain_meant = without_accents(meant);
    bool equal = strcmp(plain_word, plain_meant) == 0;
    g_free(plain_word);
    g_free(plain_meant);
    return equal;
}

/* Letters that both words have alike in front. */
static int common_letters(const char *a, const char *b)
{
    int count = 0;
    for (; *a && g_utf8_get_char(a) == g_utf8_get_char(b); count++) {
        a = g_utf8_next_char(a);
        b = g_utf8_next_char(b);
    }
    return count;
}

/* The letter that is too much or too little stands beside its like: neccessary, Asembly. */
static bool is_doubling(const char *longer, int at)
{
    const char *p = g_utf8_offset_to_pointer(longer, at);
    return at > 0 && g_utf8_get_char(p) == g_utf8_get_char(g_utf8_prev_char(p));
}

static bool is_sure(enum language language, const char *word, const char *meant)
{
    int size = (int)g_utf8_strlen(meant, -1), written = (int)g_utf8_strlen(word, -1);
    int at = common_letters(word, meant), stem = size - ending_of(language);
    if (at == 0 || (language == AR && at < 2) || !is_slip_of(word, meant))
        return false;
    if (is_accent_slip(language, word, meant))
        return at < (language == FR ? stem : size - 1); /* cibles and ciblés are words */
    if (written == size) {
        char *swapped = g_utf8_substring(word, at + 1, at + 2);
        bool is_swap = g_str_has_prefix(g_utf8_offset_to_pointer(meant, at), swapped) &&
                       strcmp(g_utf8_offset_to_pointer(word, at + 2),
                              g_utf8_offset_to_pointer(meant, at + 2)) == 0;
        g_free(swapped);
        if (is_swap)
            return size >= (language == AR ? 8 : 7) && at <= stem;
        return language != AR && size >= 11 && at >= 2 && at < stem;
    }
    if (is_doubling(written > size ? word : meant, at))
        return size >= 7 && at <= stem;
    return size >= (language == AR ? 10 : 9) && at >= 2 && at < stem;
}

/* --- looking for what was meant --------------------------------------------------------- */

struct search {
    enum language language;
    const struct vocabulary *vocabulary;
    const char *word, *meant;
};

static void try_word(struct search *search, const char *meant)
{
    if (!search->meant && is_sure(search->language, search->word, meant))
        search->meant = meant;
}

static void try_all(struct search *search, const char *shorter)
{
    const GPtrArray *words = g_hash_table_lookup(search->vocabulary->shorter, shorter);
    for (guint i = 0; words && i < words->len; i++)
        try_word(search, words->pdata[i]);
}

static void try_shorter(char *shorter, void *data)
{
    struct search *search = data;
    const char *meant = NULL;
    if (g_hash_table_lookup_extended(search->vocabulary->frequent, shorter, (gpointer *)&meant,
                                     NULL))
        try_word(search, meant);
    try_all(search, shorter);
    g_free(shorter);
}

/* How the word meant is written; NULL when the word is known or none is near. */
static const char *meant_by(const struct vocabulary *vocabulary, enum language language,
                            const char *word, bool capital)
{
    if (g_hash_table_contains(vocabulary->frequent, word) ||
        g_hash_table_contains(vocabulary->known, word))
        return NULL;
    struct search search = {language, vocabulary, word, NULL};
    try_all(&search, word);
    each_shorter(word, try_shorter, &search);
    const char *meant =
        search.meant ? g_hash_table_lookup(vocabulary->frequent, search.meant) : NULL;
    bool name = meant && g_unichar_isupper(g_utf8_get_char(meant));
    return meant && (!capital || name) ? meant : NULL;
}

/* --- the words of a document ------------------------------------------------------------ */

struct suspect {
    const struct passage *passage;
    int from, to;
    const char *word, *meant;
};

enum { FEWEST_LETTERS = 6, MOST_TIMES = 2 };

static void take_suspects(const struct copy *copy, const struct passage *passage, GArray *suspects,
                          GHashTable *counts)
{
    const struct vocabulary *vocabulary = vocabulary_of(copy->language);
    struct word word = {0};
    while (next_word(passage, &word)) {
        if (strchr(word.folded, '-') || g_utf8_strlen(word.folded, -1) < FEWEST_LETTERS ||
            lexicon_find(copy->lexicon, "spelling", word.folded, word.size) ||
            lexicon_find(copy->lexicon, "misspellings", word.folded, word.size))
            continue;
        bool capital =
            word.from > 0 && g_unichar_isupper(g_utf8_get_char(passage->text + word.from));
        const char *meant = meant_by(vocabulary, copy->language, word.folded, capital);
        if (!meant)
            continue;
        const char *kept = arena_strdup(copy->arena, word.folded);
        struct suspect suspect = {passage, word.from, word.to, kept, meant};
        g_array_append_val(suspects, suspect);
        int count = GPOINTER_TO_INT(g_hash_table_lookup(counts, kept));
        g_hash_table_insert(counts, (void *)(uintptr_t)kept, GINT_TO_POINTER(count + 1));
    }
}

static void tell_suspect(const struct copy *copy, const struct suspect *suspect)
{
    const struct passage *passage = suspect->passage;
    const char *written = words_at(copy, passage, suspect->from, suspect->to);
    const char *meant = suspect->meant;
    if (g_unichar_isupper(g_utf8_get_char(written))) {
        char *first = g_utf8_substring(meant, 0, 1), *large = g_utf8_strup(first, -1);
        meant = arena_printf(copy->arena, "%s%s", large, g_utf8_next_char(meant));
        g_free(first);
        g_free(large);
    }
    find(copy, passage, suspect->from, suspect->to, DIAG_TYPO,
         "“%s” is no word that is known here, “%s” was perhaps meant", written, meant);
}

void misspelt_frequent_word(const struct copy *copy)
{
    GArray *suspects = g_array_new(FALSE, FALSE, sizeof(struct suspect));
    GHashTable *counts = g_hash_table_new(g_str_hash, g_str_equal);
    for (int i = 0; i < copy->passage_count; i++)
        if (is_own(copy, &copy->passages[i]) && !copy->passages[i].cell)
            take_suspects(copy, &copy->passages[i], suspects, counts);
    for (guint i = 0; i < suspects->len; i++) {
        const struct suspect *suspect = &g_array_index(suspects, struct suspect, i);
        if (GPOINTER_TO_INT(g_hash_table_lookup(counts, suspect->word)) <= MOST_TIMES)
            tell_suspect(copy, suspect);
    }
    g_hash_table_destroy(counts);
    g_array_free(suspects, TRUE);
}
