/* scripts: rules about letters of another script inside words and numbers; the family's table. */
#include <string.h>

#include "check/families.h"
#include "check/marks.h"
#include "check/signs.h"

/* --- letters that look alike ---------------------------------------------------------- */

static const struct {
    gunichar latin, cyrillic, greek; /* 0: none */
} alike[] = {
    {'a', 0x430, 0},     {'c', 0x441, 0},     {'e', 0x435, 0},     {'o', 0x43E, 0x3BF},
    {'p', 0x440, 0},     {'x', 0x445, 0},     {'y', 0x443, 0},     {'i', 0x456, 0},
    {'s', 0x455, 0},     {'j', 0x458, 0},     {'k', 0x43A, 0},     {'A', 0x410, 0x391},
    {'B', 0x412, 0x392}, {'C', 0x421, 0},     {'E', 0x415, 0x395}, {'H', 0x41D, 0x397},
    {'I', 0x406, 0x399}, {'K', 0x41A, 0x39A}, {'M', 0x41C, 0x39C}, {'O', 0x41E, 0x39F},
    {'P', 0x420, 0x3A1}, {'T', 0x422, 0x3A4}, {'X', 0x425, 0x3A7}, {'Y', 0x423, 0x3A5},
    {'S', 0x405, 0},     {'J', 0x408, 0},     {'N', 0, 0x39D},     {'Z', 0, 0x396},
    {0xEB, 0x451, 0},
};

enum alphabet { LATIN, CYRILLIC, GREEK, ALPHABETS };

static enum alphabet alphabet_of(gunichar c)
{
    return is_latin(c) ? LATIN : is_cyrillic(c) ? CYRILLIC : is_greek(c) ? GREEK : ALPHABETS;
}

static gunichar letter_in(size_t row, enum alphabet script)
{
    return script == LATIN      ? alike[row].latin
           : script == CYRILLIC ? alike[row].cyrillic
                                : alike[row].greek;
}

/* The letter of a script that looks like this one; 0: none does. */
static gunichar look_alike(gunichar c, enum alphabet script)
{
    enum alphabet own = alphabet_of(c);
    for (size_t i = 0; own < ALPHABETS && i < G_N_ELEMENTS(alike); i++)
        if (letter_in(i, own) == c)
            return letter_in(i, script);
    return 0;
}

/* --- words ---------------------------------------------------------------------------- */

struct word {
    int from, to;
    int count[ALPHABETS]; /* letters of each script */
};

static bool is_letter(const struct passage *passage, const char *p)
{
    gunichar c = g_utf8_get_char(p);
    if (alphabet_of(c) == ALPHABETS)
        return false;
    return c < 0x80 || !(look_at(passage, (int)(p - passage->text)) & LOOK_SUPERIOR);
}

/* In tables the last letter of a word may call a note of the table ("годаa"). */
static void leave_call(const struct passage *passage, struct word *word)
{
    const char *last = g_utf8_prev_char(passage->text + word->to);
    if (word->to - word->from > 2 && g_ascii_islower(*last) &&
        ((passage->cell && word->count[LATIN] == 1) ||
         look_at(passage, (int)(last - passage->text)) & LOOK_SUPERIOR)) {
        word->to = (int)(last - passage->text);
        word->count[LATIN]--;
    }
}

static const char *take_word(const struct passage *passage, const char *p, struct word *word)
{
    *word = (struct word){.from = (int)(p - passage->text)};
    for (; is_letter(passage, p); p = g_utf8_next_char(p))
        word->count[alphabet_of(g_utf8_get_char(p))]++;
    word->to = (int)(p - passage->text);
    if (word->count[LATIN] && word->count[CYRILLIC])
        leave_call(passage, word);
    return p;
}

/* The script that most of its letters have; of two alike, that of the language. */
static enum alphabet main_alphabet(const struct copy *copy, const struct word *word)
{
    const int *count = word->count;
    if (count[LATIN] == count[CYRILLIC])
        return copy->language == RU ? CYRILLIC : LATIN;
    if (count[CYRILLIC] > count[LATIN])
        return CYRILLIC;
    return LATIN;
}

/* The word with all its letters in one script; NULL when one of them has no look-alike. */
static const char *in_alphabet(const struct copy *copy, const struct passage *passage,
                               const struct word *word, enum alphabet script, gunichar *strange)
{
    GString *words = g_string_new(NULL);
    bool known = true;
    for (const char *p = passage->text + word->from; p < passage->text + word->to;
         p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        gunichar other = alphabet_of(c) == script ? c : look_alike(c, script);
        if (other != c && !*strange)
            *strange = c;
        known = known && other;
        if (other)
            g_string_append_unichar(words, other);
    }
    const char *copied = known ? arena_strndup(copy->arena, words->str, words->len) : NULL;
    g_string_free(words, TRUE);
    return copied;
}

static const char *const alphabet_names[] = {"Latin", "Cyrillic", "Greek"};

static void tell_mixed(const struct copy *copy, const struct passage *passage,
                       const struct word *word, enum alphabet script)
{
    gunichar strange = 0;
    const char *mended = in_alphabet(copy, passage, word, script, &strange);
    if (!strange || (alphabet_of(strange) == GREEK && !look_alike(strange, script)))
        return; /* "μm" */
    find(copy, passage, word->from, word->to, DIAG_MIXED_SCRIPT,
         "“%s” has the %s letter %s (U+%04X) among %s ones",
         cut(copy, passage, word->from, word->to), alphabet_names[alphabet_of(strange)],
         shown(copy, strange), strange, alphabet_names[script]);
    if (mended)
        mend(copy, passage, word->from, word->to, mended);
}

/* A word all of whose letters look like those of the language's script: "а" in English, "А/75/1"
 * in Russian. */
static bool is_disguised(const struct copy *copy, const struct passage *passage,
                         const struct word *word)
{
    const char *text = passage->text;
    gunichar strange = 0;
    if (!word->count[CYRILLIC] || !in_alphabet(copy, passage, word, LATIN, &strange))
        return false;
    if (copy->language != RU)
        return true;
    return word->to - word->from <= 4 && g_unichar_isupper(g_utf8_get_char(text + word->from)) &&
           text[word->to] == '/' &&
           (g_ascii_isdigit(text[word->to + 1]) || g_ascii_isupper(text[word->to + 1]));
}

/* "c 2015 года": Latin letters alone that are words in Russian; labels ("c)") have a bracket. */
static bool is_latin_word(const struct copy *copy, const struct passage *passage,
                          const struct word *word)
{
    const char *p = passage->text + word->from;
    gunichar before = char_before(passage, word->from);
    const char *next = passage->text + word->to;
    if (copy->language != RU || word->to - word->from != 1 || !strchr("coykaCOYKAB", *p) ||
        passage->cell || (before && !is_blank(before)) || !is_blank(g_utf8_get_char(next)) ||
        look_at(passage, word->from) & LOOK_SUPERIOR)
        return false; /* a letter that is raised calls a note of a table */
    gunichar letter = g_utf8_get_char(g_utf8_next_char(next));
    if (*p == 'a' && (word->from < 2 || p[-2] != ','))
        return false; /* "пункт a": but ", а также" is the word */
    return alphabet_of(letter) == CYRILLIC && (g_unichar_islower(letter) || before) &&
           (!g_ascii_isupper(*p) || (!before && passage->block->kind != NODE_HEADING)) &&
           !(word->from > 1 && g_ascii_isdigit(passage->text[word->from - 2]));
}

static void tell_latin_word(const struct copy *copy, const struct passage *passage,
                            const struct word *word)
{
    gunichar letter = char_at(passage, word->from), wanted = look_alike(letter, CYRILLIC);
    find(copy, passage, word->from, word->to, DIAG_MIXED_SCRIPT,
         "“%s” is a Latin letter, the Russian word “%s” (U+%04X) was wanted", shown(copy, letter),
         shown(copy, wanted), wanted);
    mend(copy, passage, word->from, word->to, shown(copy, wanted));
}

void mixed_scripts(const struct copy *copy, const struct passage *passage)
{
    const char *p = passage->text, *set = "\xCD\xCE\xCF\xD0\xD1\xD2\xD3";
    bool none = copy->language != RU && !strpbrk(p, set);
    while (!none && *p) {
        struct word word;
        if (alphabet_of(g_utf8_get_char(p)) == ALPHABETS) {
            p = g_utf8_next_char(p);
            continue;
        }
        const char *end = take_word(passage, p, &word);
        int kinds = !!word.count[LATIN] + !!word.count[CYRILLIC] + !!word.count[GREEK];
        if (kinds > 1)
            tell_mixed(copy, passage, &word, main_alphabet(copy, &word));
        else if (is_disguised(copy, passage, &word))
            tell_mixed(copy, passage, &word, LATIN);
        else if (is_latin_word(copy, passage, &word))
            tell_latin_word(copy, passage, &word);
        p = end > p ? end : g_utf8_next_char(p);
    }
}

/* --- letters in numbers --------------------------------------------------------------- */

static gunichar digit_like(gunichar c)
{
    switch (c) {
    case 'O':
    case 'o':
    case 0x41E:
    case 0x43E:
        return '0';
    case 'l':
    case 'I':
    case '|':
        return '1';
    case 0x417:
    case 0x437:
        return '3';
    }
    return 0;
}

/* Between figures it is one, and before or behind three of them: "2O21", "199l". A letter behind
 * fewer is a part of the number: "No. 5O". */
static bool is_in_number(const struct passage *passage, int at, int end)
{
    const char *text = passage->text;
    int before = 0, behind = 0;
    while (before < at && g_ascii_isdigit(text[at - before - 1]))
        before++;
    while (g_ascii_isdigit(text[end + behind]))
        behind++;
    gunichar first = char_before(passage, at - before);
    gunichar last = char_at(passage, end + behind);
    if (is_latin(first) || is_cyrillic(first) || is_latin(last) || is_cyrillic(last))
        return false;
    return (before && behind) || before > 2 ||
           (behind > 2 && !passage->cell && (!first || is_blank(first) || first == '('));
}

void letters_in_numbers(const struct copy *copy, const struct passage *passage)
{
    const char *text = passage->text;
    for (const char *p = text; (p = strpbrk(p, "OolI|\xD0")); p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p), digit = digit_like(c);
        int at = (int)(p - text), end = (int)(g_utf8_next_char(p) - text);
        if (!digit || !is_in_number(passage, at, end) || in_address(passage, at) ||
            look_at(passage, at) & LOOK_SUPERIOR)
            continue;
        find(copy, passage, at, end, DIAG_DIGIT_LETTER,
             "the letter %s stands in a number, “%c” was wanted", shown(copy, c), (char)digit);
        mend(copy, passage, at, end, arena_printf(copy->arena, "%c", (char)digit));
    }
}

/* Letters of one kind touch it at both sides, two of them each: "Nati0ns". */
static bool is_in_word(const struct passage *passage, const char *p)
{
    const char *text = passage->text, *next = p + 1;
    for (int side = 0; side < 2; side++) {
        if (p == text || !g_unichar_islower(g_utf8_get_char(p = g_utf8_prev_char(p))) ||
            !g_unichar_islower(g_utf8_get_char(next)))
            return false;
        next = g_utf8_next_char(next);
    }
    return true;
}

static void figures_in_words(const struct copy *copy, const struct passage *passage)
{
    const char *text = passage->text;
    for (const char *p = text; (p = strpbrk(p, "01")); p++) {
        int at = (int)(p - text);
        gunichar letter = *p == '1' ? 'l' : copy->language == RU ? 0x43E : 'o';
        if (!is_in_word(passage, p) || look_at(passage, at) & LOOK_SUPERIOR ||
            has_call(passage, at) || in_address(passage, at))
            continue;
        find(copy, passage, at, at + 1, DIAG_DIGIT_LETTER,
             "the figure “%c” stands in a word, the letter %s was wanted", *p, shown(copy, letter));
        if (*p == '0' || copy->language != RU)
            mend(copy, passage, at, at + 1, shown(copy, letter));
    }
}

/* --- the table ------------------------------------------------------------------------ */

const struct check script_checks[] = {
    {DIAG_DAMAGED_TEXT, .of_passage = damaged_text},
    {DIAG_STRAY_CHARACTER, .of_passage = stray_characters},
    {DIAG_LEFT_MARKUP, .of_passage = left_markup},
    {DIAG_DECOMPOSED, .of_passage = decomposed_letters},
    {DIAG_LIGATURE, .of_passage = compatible_characters},
    {DIAG_TYPED_SUPERIOR, .of_passage = typed_superiors},
    {DIAG_MIXED_SCRIPT, .of_passage = mixed_scripts},
    {DIAG_DIGIT_LETTER, .of_passage = letters_in_numbers},
    {DIAG_DIGIT_LETTER, .of_passage = figures_in_words},
    {DIAG_ARABIC_LETTER, .of_passage = wrong_arabic_letters},
    {DIAG_ARABIC_MARK, .of_passage = wrong_arabic_marks},
    {DIAG_ARABIC_DIGIT, .of_passage = arabic_digits},
    {DIAG_TATWEEL, .of_passage = stretched_words},
    {DIAG_MARK_WIDTH, .of_passage = narrow_marks},
    {DIAG_FULL_WIDTH, .of_passage = wide_signs},
    {DIAG_HAN_MARK, .of_passage = strange_han_marks},
    {DIAG_TRADITIONAL, .of_passage = traditional_characters},
    {0},
};
