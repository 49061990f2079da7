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
#include "check/vocabulary.h"

/* --- where slips are told from words ---------------------------------------------------- */

/* How many letters at the end belong to the inflection. */
static int ending_of(enum language language)
{
    return language == EN ? 2 : 3;
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

/* Three of a kind: desarrolllo. */
static bool is_tripling(const char *longer, int at)
{
    return at > 1 && is_doubling(longer, at - 1) && is_doubling(longer, at);
}

/* The two letters behind those alike have changed places: Governmnet. */
static bool is_swap(const char *word, const char *meant, int at)
{
    const char *a = g_utf8_offset_to_pointer(word, at), *b = g_utf8_offset_to_pointer(meant, at);
    if (!*a || !*b)
        return false;
    const char *a_next = g_utf8_next_char(a), *b_next = g_utf8_next_char(b);
    return *a_next && *b_next && g_utf8_get_char(a) == g_utf8_get_char(b_next) &&
           g_utf8_get_char(a_next) == g_utf8_get_char(b) &&
           strcmp(g_utf8_next_char(a_next), g_utf8_next_char(b_next)) == 0;
}

static bool is_alef(gunichar c)
{
    return c == 0x622 || c == 0x623 || c == 0x625 || c == 0x627;
}

/* Arabic letters that typists take for each other: an alef without its hamza or with the wrong one;
 * at the end of a word with the article ه for ة and ى for ي, where they make no other word. */
static bool is_arabic_slip(const char *word, const char *meant, int at)
{
    enum { SHORTEST = 5 };
    const char *a = g_utf8_offset_to_pointer(word, at), *b = g_utf8_offset_to_pointer(meant, at);
    if (!*a || !*b || g_utf8_strlen(word, -1) < SHORTEST ||
        strcmp(g_utf8_next_char(a), g_utf8_next_char(b)) != 0)
        return false;
    gunichar c = g_utf8_get_char(a), wanted = g_utf8_get_char(b);
    if (is_alef(c) && is_alef(wanted))
        return true;
    bool is_last = !*g_utf8_next_char(a), has_article = strstr(word, "ال") != NULL;
    return is_last && has_article &&
           ((c == 0x647 && wanted == 0x629) || (c == 0x649 && wanted == 0x64A));
}

static bool is_sure(enum language language, const char *word, const char *meant)
{
    int size = (int)g_utf8_strlen(meant, -1), written = (int)g_utf8_strlen(word, -1);
    int at = common_letters(word, meant), stem = size - ending_of(language);
    if (language == AR && is_arabic_slip(word, meant, at))
        return true;
    if (at == 0 || (language == AR && at < 2) || !is_slip_of(word, meant))
        return false;
    if (is_accent_slip(language, word, meant))
        return at < (language == FR ? stem : size - 1); /* cibles and ciblés are words */
    if (written == size) {
        if (is_swap(word, meant, at))
            return size >= 7 && at <= stem;
        return language != AR && size >= 11 && at >= 2 && at < stem;
    }
    const char *longer = written > size ? word : meant;
    if (is_doubling(longer, at))
        return size >= 7 && (at <= stem || is_tripling(longer, at));
    return size >= (language == AR ? 10 : 9) && at >= 2 && at < stem;
}

/* --- looking for what was meant --------------------------------------------------------- */

struct search {
    enum language language;
    const char *word, *meant;
};

static void try_word(const char *meant, void *data)
{
    struct search *search = data;
    if (!search->meant && is_sure(search->language, search->word, meant))
        search->meant = meant;
}

/* Recognition of scanned text takes some pairs of letters for one, "governrnent"; NULL when the
 * word holds none, or makes no word without. */
static const char *misread(enum language language, const char *word)
{
    static const char *const pairs[][2] = {{"rn", "m"}, {"cl", "d"}, {"vv", "w"}, {"li", "h"}};
    for (size_t i = 0; i < G_N_ELEMENTS(pairs) && strlen(word) >= 7; i++)
        for (const char *at = strstr(word, pairs[i][0]); at; at = strstr(at + 1, pairs[i][0])) {
            char *meant = g_strdup_printf("%.*s%s%s", (int)(at - word), word, pairs[i][1],
                                          at + strlen(pairs[i][0]));
            bool known = vocabulary_has(language, meant);
            const char *written = known ? vocabulary_written(language, meant) : NULL;
            g_free(meant);
            if (written)
                return written;
        }
    return NULL;
}

/* How the word meant is written; NULL when the word is known or none is near. */
static const char *meant_by(enum language language, const char *word, bool capital)
{
    if (vocabulary_has(language, word))
        return NULL;
    const char *read = misread(language, word);
    if (read)
        return read;
    struct search search = {language, word, NULL};
    if (language == FR || language == ES)
        search.meant = vocabulary_accented(language, word);
    vocabulary_near(language, word, try_word, &search);
    const char *meant = search.meant ? vocabulary_written(language, search.meant) : NULL;
    bool name = meant && g_unichar_isupper(g_utf8_get_char(meant));
    return meant && (!capital || name) ? meant : NULL;
}

/* --- the words of a document ------------------------------------------------------------ */

struct suspect {
    const struct passage *passage;
    int from, to;
    const char *word, *meant;
};

enum { FEWEST_LETTERS = 5, MOST_TIMES = 2 };

/* Of letters of another script, of ligatures, and of letters that end words only, other rules
 * speak. */
static bool is_told_elsewhere(const struct copy *copy, const struct word *word)
{
    bool is_arabic = copy->language == AR, is_cyrillic = copy->language == RU;
    for (const char *p = word->folded; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        bool is_last = !*g_utf8_next_char(p);
        if ((c < 0x250 && (is_arabic || is_cyrillic)) ||
            (c >= 0x370 && c < 0x530 && !is_cyrillic) || (c >= 0x671 && c < 0x700) || c >= 0xFB00 ||
            ((c == 0x629 || c == 0x649) && !is_last))
            return true;
    }
    return is_arabic &&
           lexicon_find(copy->lexicon, "arabic-letter-slips", word->folded, word->size);
}

/* A lead phrase that is not known is told by its own rule. */
static bool is_in_lead(const struct passage *passage, const struct word *word)
{
    return word->from >= passage->lead_from && word->from < passage->lead_to;
}

static void take_suspects(const struct copy *copy, const struct passage *passage, GArray *suspects,
                          GHashTable *counts)
{
    struct word word = {0};
    while (next_word(passage, &word)) {
        if (strchr(word.folded, '-') || g_utf8_strlen(word.folded, -1) < FEWEST_LETTERS ||
            lexicon_find(copy->lexicon, "spelling", word.folded, word.size) ||
            lexicon_find(copy->lexicon, "misspellings", word.folded, word.size) ||
            is_in_lead(passage, &word) || is_told_elsewhere(copy, &word))
            continue;
        bool capital =
            word.from > 0 && g_unichar_isupper(g_utf8_get_char(passage->text + word.from));
        const char *meant = meant_by(copy->language, word.folded, capital);
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
