/* phrase: the words of lead phrases. In: the lists of styles/phrases/. Out: what is known of a
 * word.
 */
#include "check/phrase.h"

#include <string.h>

#include "style/phrases.h"

/* --- the book of a language ------------------------------------------------------------ */

struct book {
    GHashTable *words;   /* folded word → enum lead_place */
    GHashTable *phrases; /* folded phrase → enum lead_place */
    GHashTable *slips;   /* folded word with one letter left out → a folded word */
};

/* Letters without case, Arabic vowel signs and the lengthening stroke, which are set or not. */
static char *fold(const char *text, int size)
{
    GString *folded = g_string_sized_new((gsize)size);
    const char *end = text + size;
    for (const char *at = text; at < end; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (c >= 0x64b && c <= 0x65f)
            continue;
        if (c != 0x640)
            g_string_append_unichar(folded, c == 0xa0 ? ' ' : g_unichar_tolower(c));
    }
    return g_string_free(folded, FALSE);
}

/* The table keeps the key, or frees it when it has one like it. */
static void add_place(GHashTable *table, char *key, enum lead_place place)
{
    unsigned places = GPOINTER_TO_UINT(g_hash_table_lookup(table, key));
    g_hash_table_insert(table, key, GUINT_TO_POINTER(places | place));
}

static char *without_letter(const char *word, const char *letter)
{
    const char *rest = g_utf8_next_char(letter);
    return g_strdup_printf("%.*s%s", (int)(letter - word), word, rest);
}

static void add_slips(struct book *book, const char *word)
{
    for (const char *at = word; *at; at = g_utf8_next_char(at)) {
        char *key = without_letter(word, at);
        if (!*key || g_hash_table_contains(book->slips, key))
            g_free(key);
        else
            g_hash_table_insert(book->slips, key, (void *)(uintptr_t)word);
    }
}

static void add_word(struct book *book, const char *word, enum lead_place place)
{
    bool known = g_hash_table_contains(book->words, word);
    char *key = g_strdup(word);
    add_place(book->words, key, place);
    if (!known)
        add_slips(book, key);
}

/* An Arabic verb begins with another letter, and what is the organ's ends otherwise, when the organ
 * is a Council: one is known when the other is. */
static void add_other_gender(struct book *book, const char *word)
{
    static const char *const firsts[][2] = {{"ت", "ي"}, {"ي", "ت"}};
    for (size_t i = 0; i < G_N_ELEMENTS(firsts); i++)
        if (g_str_has_prefix(word, firsts[i][0])) {
            char *other = g_strconcat(firsts[i][1], word + strlen(firsts[i][0]), NULL);
            add_word(book, other, DERIVED);
            g_free(other);
        }
    if (!g_str_has_suffix(word, "ها"))
        return;
    char *other = g_strndup(word, strlen(word) - strlen("ا"));
    add_word(book, other, DERIVED);
    g_free(other);
}

static void add_phrase(struct book *book, enum language language, enum lead_place place,
                       const char *text)
{
    char *phrase = fold(text, (int)strlen(text));
    char **words = g_strsplit(phrase, language == ZH ? "\n" : " ", -1);
    for (char **word = words; *word; word++) {
        if (**word)
            add_word(book, *word, place);
        if (language == AR)
            add_other_gender(book, *word);
    }
    g_strfreev(words);
    add_place(book->phrases, phrase, place);
}

static void add_phrases(struct book *book, enum language language, enum lead_place place)
{
    int count;
    const char *const *list = style_lead_phrases(language, place == IN_OPERATIVE, &count);
    for (int i = 0; i < count; i++)
        add_phrase(book, language, place, list[i]);
    const char *key = place == IN_OPERATIVE ? "lead-operative" : "lead-preambular";
    for (list = lexicon_list(lexicon_of(language), key); *list; list++)
        add_phrase(book, language, place, *list);
}

static const struct book *make_book(enum language language)
{
    struct book *book = g_new(struct book, 1);
    book->words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    book->phrases = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    book->slips = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    add_phrases(book, language, IN_PREAMBLE);
    add_phrases(book, language, IN_OPERATIVE);
    const char *const *adverbs = lexicon_list(lexicon_of(language), "lead-modifiers");
    for (; *adverbs; adverbs++) {
        char *adverb = fold(*adverbs, (int)strlen(*adverbs));
        add_word(book, adverb, IN_PREAMBLE | IN_OPERATIVE);
        g_free(adverb);
    }
    const char *const *masculine = lexicon_list(lexicon_of(language), "lead-genders");
    for (; *masculine; masculine++)
        add_word(book, *masculine, DERIVED);
    return book;
}

static const struct book *book_of(enum language language)
{
    static const struct book *of_language[LANGUAGE_COUNT];
    const struct book **kept = &of_language[language];
    if (g_once_init_enter(kept))
        g_once_init_leave(kept, make_book(language));
    return *kept;
}

bool phrase_has_lists(enum language language)
{
    int count;
    return style_lead_phrases(language, true, &count) && count > 0;
}

/* --- cutting --------------------------------------------------------------------------- */

static unsigned places_of(GHashTable *table, const char *text, int size)
{
    char *key = fold(text, size);
    unsigned places = GPOINTER_TO_UINT(g_hash_table_lookup(table, key));
    g_free(key);
    return places;
}

/* The longest piece of the lists that the text begins with, in bytes; 0: none. */
static int piece_at(const struct book *book, const char *text, int size, unsigned *places)
{
    for (int end = MIN(size, 36); end > 0; end = (int)(g_utf8_prev_char(text + end) - text))
        if ((*places = places_of(book->words, text, end)))
            return end;
    return 0;
}

/* Chinese: what is not known goes on to the next piece that is. */
static int cut_pieces(const struct book *book, const char *text, int size, struct word *words)
{
    int count = 0;
    for (int at = 0; at < size && count < WORDS_MOST;) {
        unsigned places = 0;
        int piece = piece_at(book, text + at, size - at, &places);
        bool goes_on = !piece && count && !words[count - 1].places;
        int end = at + (piece ? piece : (int)(g_utf8_next_char(text + at) - (text + at)));
        if (goes_on)
            words[count - 1].to = end;
        else
            words[count++] = (struct word){at, end, places};
        at = end;
    }
    return count;
}

static bool parts_words(gunichar c)
{
    return g_unichar_isspace(c) || c == 0xa0 || c == 0x202f;
}

static bool is_mark(gunichar c)
{
    return g_unichar_ispunct(c) && c != 0x2019 && c != '\'' && c != '-' && c != 0x2011;
}

static int cut_words(const struct book *book, const char *text, int size, struct word *words)
{
    int count = 0;
    const char *end = text + size, *at = text;
    while (at < end && count < WORDS_MOST) {
        while (at < end && (parts_words(g_utf8_get_char(at)) || is_mark(g_utf8_get_char(at))))
            at = g_utf8_next_char(at);
        const char *from = at;
        while (at < end && !parts_words(g_utf8_get_char(at)) && !is_mark(g_utf8_get_char(at)))
            at = g_utf8_next_char(at);
        if (at > from)
            words[count++] = (struct word){(int)(from - text), (int)(at - text),
                                           places_of(book->words, from, (int)(at - from))};
    }
    return count;
}

int phrase_cut(enum language language, const char *text, int size, struct word *words)
{
    const struct book *book = book_of(language);
    return language == ZH ? cut_pieces(book, text, size, words)
                          : cut_words(book, text, size, words);
}

bool phrase_is_listed(enum language language, enum lead_place place, const char *text, int size)
{
    return places_of(book_of(language)->phrases, text, size) & place;
}

/* --- slips ----------------------------------------------------------------------------- */

/* A known word is made of `key` by nothing at all, or by one more letter. */
static const char *known_as(const struct book *book, const char *key, bool whole)
{
    gpointer word = NULL;
    if (whole && g_hash_table_lookup_extended(book->words, key, &word, NULL))
        return word;
    return g_hash_table_lookup(book->slips, key);
}

static const char *slip_of(const struct book *book, const char *word)
{
    const char *meant = known_as(book, word, false);
    for (const char *at = word; *at && !meant; at = g_utf8_next_char(at)) {
        char *key = without_letter(word, at);
        meant = known_as(book, key, true);
        g_free(key);
    }
    return meant;
}

const char *phrase_meant(struct arena *arena, enum language language, const char *word, int size)
{
    char *folded = fold(word, size);
    const char *meant = slip_of(book_of(language), folded);
    g_free(folded);
    if (!meant)
        return NULL;
    gunichar first = g_utf8_get_char(meant);
    char letter[8] = {0};
    if (g_unichar_isupper(g_utf8_get_char(word)))
        first = g_unichar_totitle(first);
    g_unichar_to_utf8(first, letter);
    return arena_printf(arena, "%s%s", letter, g_utf8_next_char(meant));
}
