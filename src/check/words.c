/* words: rules about spellings and forms of words. In: passages. Out: messages. What is wrong and
 * what is meant is data of the language (styles/check). */
#include <string.h>

#include "check/families.h"
#include "check/matches.h"
#include "check/spelling.h"
#include "check/typos.h"
#include "check/vocabulary.h"

/* --- spelling -------------------------------------------------------------------------- */

/* The word as it was meant, in the case in which the word was written. */
static const char *in_case_of(const struct copy *copy, const char *meant, const struct word *word,
                              const struct passage *passage)
{
    const char *written = passage->text + word->from;
    if (!g_unichar_isupper(g_utf8_get_char(written)))
        return meant;
    gunichar second = g_utf8_get_char(g_utf8_next_char(written));
    char *changed;
    if (g_unichar_isupper(second)) {
        changed = g_utf8_strup(meant, -1);
    } else {
        char first[7] = "";
        first[g_unichar_to_utf8(g_unichar_toupper(g_utf8_get_char(meant)), first)] = '\0';
        changed = g_strconcat(first, g_utf8_next_char(meant), NULL);
    }
    const char *kept = arena_strdup(copy->arena, changed);
    g_free(changed);
    return kept;
}

/* English: organise is organize, but otherwise and advise stay. */
static const char *meant_with_z(const struct copy *copy, const char *word)
{
    enum { SHORTEST = 3 };
    static const char *const endings[] = {"isations", "isation", "ising", "ised",
                                          "ises",     "isers",   "iser",  "ise"};
    const char *joint = strrchr(word, '-'); /* awareness-raising */
    const char *lead = word;
    word = joint ? joint + 1 : word;
    size_t size = strlen(word);
    if (copy->language != EN || !strstr(word + (size > 9 ? size - 9 : 0), "is"))
        return NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++) {
        if (!g_str_has_suffix(word, endings[i]))
            continue;
        size_t stem = size - strlen(endings[i]);
        const char *verb = arena_printf(copy->arena, "%.*sise", (int)stem, word);
        const GRegex *kept = lexicon_pattern(copy->lexicon, "words-with-s-pattern");
        if (stem < SHORTEST || !kept || g_regex_match(kept, verb, 0, NULL))
            return NULL;
        return arena_printf(copy->arena, "%.*siz%s", (int)(word - lead + (int)stem), lead,
                            endings[i] + 2);
    }
    return NULL;
}

/* Names and titles keep the spelling that they have. */
static bool is_spared(const struct copy *copy, const struct passage *passage,
                      const struct word *word)
{
    enum { LONGEST_NAME = 200 }; /* bytes */
    const char *first = passage->text + MAX(0, word->from - LONGEST_NAME);
    const char *const *names = lexicon_list(copy->lexicon, "names");
    for (int i = 0; names[i]; i++) {
        size_t size = strlen(names[i]), room = (size_t)(passage->text + word->to - first) + size;
        const char *at = g_strstr_len(first, (gssize)room, names[i]);
        while (at && at + size < passage->text + word->to)
            at = g_strstr_len(at + size, passage->text + word->to + size - at, names[i]);
        if (at && at <= passage->text + word->from)
            return true;
    }
    return passage->note &&
           (look_at(passage, word->from) & (LOOK_ITALIC | LOOK_LEAD)) == LOOK_ITALIC;
}

/* A capital inside a passage makes a name: those have their own spelling. */
static bool is_name(const struct passage *passage, const struct word *word)
{
    return word->from > 0 && g_unichar_isupper(g_utf8_get_char(passage->text + word->from));
}

static void misspelt_word(const struct copy *copy, const struct passage *passage)
{
    if (!is_own(copy, passage))
        return;
    struct word word = {0};
    while (next_word(passage, &word)) {
        const char *meant = lexicon_find(copy->lexicon, "misspellings", word.folded, word.size);
        if (!meant && !is_name(passage, &word))
            meant = lexicon_find(copy->lexicon, "spelling", word.folded, word.size);
        if (!meant)
            meant = meant_with_z(copy, word.folded);
        if (!meant || is_spared(copy, passage, &word))
            continue;
        meant = in_case_of(copy, meant, &word, passage);
        find(copy, passage, word.from, word.to, DIAG_SPELLING,
             "“%s” is not how this word is spelled, “%s” was wanted",
             words_at(copy, passage, word.from, word.to), meant);
        mend(copy, passage, word.from, word.to, meant);
    }
}

/* --- names and terms ------------------------------------------------------------------- */

static bool is_letter(gunichar c)
{
    return g_unichar_isalpha(c) || g_unichar_ismark(c);
}

/* Scripts without spaces have no edges of words. */
static bool is_whole(const struct copy *copy, const struct passage *passage, int from, int to)
{
    return copy->language == ZH ||
           (!is_letter(char_before(passage, from)) && char_before(passage, from) != '-' &&
            !is_letter(char_at(passage, to)));
}

/* What a list of words "key" has for bytes of the passage, letter by letter. */
static void listed_words(const struct copy *copy, const struct passage *passage, const char *key,
                         enum diag_slug slug, const char *message)
{
    const char *const *terms = lexicon_list(copy->lexicon, key);
    for (int i = 0; terms[i]; i++) {
        int size = (int)strlen(terms[i]);
        for (const char *at = passage->text; (at = strstr(at, terms[i])); at += size) {
            struct word word = {.from = (int)(at - passage->text)};
            word.to = word.from + size;
            if (!is_whole(copy, passage, word.from, word.to) || is_spared(copy, passage, &word))
                continue;
            const char *meant = lexicon_find(copy->lexicon, key, terms[i], (size_t)size);
            find(copy, passage, word.from, word.to, slug, message, terms[i], meant);
            mend(copy, passage, word.from, word.to, meant);
        }
    }
}

static void other_term(const struct copy *copy, const struct passage *passage)
{
    if (is_own(copy, passage))
        listed_words(copy, passage, "terms", DIAG_HOUSE_TERM,
                     "“%s” is written in another way here, “%s” was wanted");
}

/* Chinese has no edges of words: slips are looked for as they stand. */
static void wrong_characters(const struct copy *copy, const struct passage *passage)
{
    if (is_own(copy, passage))
        listed_words(copy, passage, "slips", DIAG_SPELLING,
                     "“%s” is not how this is written, “%s” was wanted");
}

/* --- abbreviations, signs for words, emphasis ------------------------------------------ */

static void find_all(const struct copy *copy, const struct passage *passage, const char *key,
                     enum diag_slug slug, const char *message)
{
    struct matches m;
    const GRegex *pattern = lexicon_pattern(copy->lexicon, key);
    for (bool more = match_first(&m, passage, pattern); more; more = match_next(&m))
        find(copy, passage, m.from, m.to, slug, message, words_at(copy, passage, m.from, m.to));
}

static void abbreviation_stops(const struct copy *copy, const struct passage *passage)
{
    if (is_running(passage) && is_own(copy, passage) && !passage->note)
        find_all(copy, passage, "abbreviation-wrong-pattern", DIAG_ABBREVIATION,
                 "“%s” has stops, initials stand without them or are spelled out");
}

static void sign_for_word(const struct copy *copy, const struct passage *passage)
{
    if (is_clause(passage) && is_own(copy, passage))
        find_all(copy, passage, "sign-for-word-pattern", DIAG_AMPERSAND,
                 "“%s” stands in a clause, a word was wanted");
}

static void figure_first(const struct copy *copy, const struct passage *passage)
{
    if (is_clause(passage) && is_own(copy, passage))
        find_all(copy, passage, "figure-first-pattern", DIAG_FIGURE_FIRST,
                 "“%s” begins a sentence, a number in words was wanted");
}

static void tell_usage(const struct copy *copy, const struct passage *passage,
                       const struct lexicon *lexicon)
{
    struct matches m;
    const GRegex *pattern = lexicon_pattern(lexicon, "usage-wrong-pattern");
    for (bool more = match_first(&m, passage, pattern); more; more = match_next(&m))
        find(copy, passage, m.from, m.to, DIAG_USAGE, "“%s” does not stand so in this place",
             words_at(copy, passage, m.from, m.to));
}

static void wrong_usage(const struct copy *copy, const struct passage *passage)
{
    if (!is_running(passage) || !is_own(copy, passage) || passage->in_annex)
        return;
    tell_usage(copy, passage, copy->lexicon);
    tell_usage(copy, passage, copy->common);
}

/* Whether bytes have a capital and no small letter. */
static bool is_shouted(const struct passage *passage, int from, int to)
{
    bool capital = false;
    for (const char *p = passage->text + from; p < passage->text + to; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (g_unichar_islower(c))
            return false;
        capital |= g_unichar_isupper(c);
    }
    return capital;
}

/* A frequent word among others that is all in capitals: not one of a title, and no initials, which
 * are shorter. */
static void shouted_word(const struct copy *copy, const struct passage *passage)
{
    enum { SHORTEST = 6 };
    if (!is_clause(passage) || !is_own(copy, passage))
        return;
    struct word word = {0}, next = {0};
    bool more = next_word(passage, &next), beside = false;
    while (more) {
        word = next;
        more = next_word(passage, &next);
        bool shouted = is_shouted(passage, word.from, word.to);
        bool alone = shouted && !beside && !(more && is_shouted(passage, next.from, next.to));
        beside = shouted;
        if (!alone || g_utf8_strlen(word.folded, -1) < SHORTEST)
            continue;
        const char *written = vocabulary_written(copy->language, word.folded);
        if (!written || strcmp(written, word.folded) != 0)
            continue;
        find(copy, passage, word.from, word.to, DIAG_USAGE,
             "“%s” is all in capitals, “%s” was wanted",
             words_at(copy, passage, word.from, word.to), written);
        mend(copy, passage, word.from, word.to, written);
    }
}

/* Marks and spaces take part in a look by accident. */
static bool has_word(const struct passage *passage, int from, int to)
{
    struct word word = {.to = from};
    return next_word(passage, &word) && word.from < to;
}

/* A paragraph that is bold as a whole is a heading that nothing marks. */
static bool is_all_bold(const struct passage *passage)
{
    for (int i = 0; i < passage->stretch_count; i++) {
        const struct stretch *stretch = &passage->stretches[i];
        int to = i + 1 < passage->stretch_count ? stretch[1].at : passage->size;
        if (!(stretch->look & LOOK_BOLD) && has_word(passage, stretch->at, to))
            return false;
    }
    return true;
}

static void emphasis(const struct copy *copy, const struct passage *passage)
{
    if (!is_clause(passage) || passage->stretch_count < 2 || is_all_bold(passage))
        return;
    for (int i = 0; i < passage->stretch_count; i++) {
        const struct stretch *stretch = &passage->stretches[i];
        int to = i + 1 < passage->stretch_count ? stretch[1].at : passage->size;
        if (!(stretch->look & (LOOK_BOLD | LOOK_UNDERLINE)) || (stretch->look & LOOK_LEAD) ||
            stretch->at < passage->lead_to || stretch->at == 0 ||
            !has_word(passage, stretch->at, to))
            continue;
        find(copy, passage, stretch->at, to, DIAG_EMPHASIS,
             "“%s” is %s inside a clause, plain words were wanted",
             words_at(copy, passage, stretch->at, to),
             stretch->look & LOOK_BOLD ? "bold" : "underlined");
    }
}

const struct check word_checks[] = {
    {DIAG_SPELLING, NULL, misspelt_word},    {DIAG_SPELLING, NULL, wrong_characters},
    {DIAG_HOUSE_TERM, NULL, other_term},     {DIAG_TYPO, misspelt_frequent_word, NULL},
    {DIAG_TYPO, NULL, broken_words},         {DIAG_ABBREVIATION, NULL, abbreviation_stops},
    {DIAG_AMPERSAND, NULL, sign_for_word},   {DIAG_EMPHASIS, NULL, emphasis},
    {DIAG_FIGURE_FIRST, NULL, figure_first}, {DIAG_USAGE, NULL, wrong_usage},
    {DIAG_USAGE, NULL, shouted_word},        {0},
};
