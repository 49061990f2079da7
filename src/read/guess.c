/* guess: which language? */
#include "read/guess.h"

#include <glib.h>
#include <string.h>

enum { ENOUGH_LETTERS = 20, ENOUGH_WORDS = 3 };

static enum language of_script(gunichar c)
{
    switch ((int)g_unichar_get_script(c)) {
    case G_UNICODE_SCRIPT_HAN:
        return ZH;
    case G_UNICODE_SCRIPT_ARABIC:
        return AR;
    case G_UNICODE_SCRIPT_CYRILLIC:
        return RU;
    case G_UNICODE_SCRIPT_LATIN:
        return EN; /* or another that is written so */
    }
    return LANGUAGE_NONE;
}

static enum language greatest(const size_t counts[LANGUAGE_COUNT], size_t at_least)
{
    enum language best = LANGUAGE_NONE;
    bool tie = false;
    for (int l = LANGUAGE_NONE + 1; l < LANGUAGE_COUNT; l++) {
        if (counts[l] && counts[l] == counts[best])
            tie = true;
        if (counts[l] > counts[best]) {
            best = (enum language)l;
            tie = false;
        }
    }
    return tie || counts[best] < at_least ? LANGUAGE_NONE : best;
}

/* Words that no other of these languages has. */
static enum language of_word(const char *word, size_t size)
{
    static const struct {
        const char *word;
        enum language language;
    } words[] = {{"the", EN}, {"and", EN}, {"of", EN},  {"to", EN},  {"les", FR},
                 {"et", FR},  {"du", FR},  {"au", FR},  {"aux", FR}, {"los", ES},
                 {"y", ES},   {"el", ES},  {"del", ES}, {"al", ES},  {"der", DE},
                 {"die", DE}, {"und", DE}, {"zu", DE},  {"auf", DE}, {"von", DE}};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (strlen(words[i].word) == size && g_ascii_strncasecmp(words[i].word, word, size) == 0)
            return words[i].language;
    return LANGUAGE_NONE;
}

static enum language of_words(const char *text, const char *end)
{
    size_t counts[LANGUAGE_COUNT] = {0};
    const char *word = NULL;
    for (const char *p = text; p < end; p = g_utf8_next_char(p)) {
        if (g_unichar_isalpha(g_utf8_get_char(p))) {
            word = word ? word : p;
        } else if (word) {
            counts[of_word(word, (size_t)(p - word))]++;
            word = NULL;
        }
    }
    counts[LANGUAGE_NONE] = 0;
    return greatest(counts, ENOUGH_WORDS);
}

enum language guess_language(const char *text, size_t size)
{
    size_t counts[LANGUAGE_COUNT] = {0};
    for (const char *p = text; p < text + size; p = g_utf8_next_char(p))
        counts[of_script(g_utf8_get_char(p))]++;
    counts[LANGUAGE_NONE] = 0;
    counts[ZH] *= 3; /* a Han character is a word, a letter is not */
    enum language language = greatest(counts, ENOUGH_LETTERS);
    return language == EN ? of_words(text, text + size) : language;
}
