/* pieces: words that were joined, that fell in two, that recognition of scanned text read as
 * others. In: passages, the frequent words of the language. Out: messages. A word that is known is
 * never told. */
#include <string.h>

#include "check/matches.h"
#include "check/spelling.h"
#include "check/typos.h"
#include "check/vocabulary.h"

enum { SHORTEST_HALF = 3, SHORTEST_PART = 5, SHORTEST_WHOLE = 8 }; /* letters */

static void tell_piece(const struct copy *copy, const struct passage *passage, int from, int to,
                       const char *meant)
{
    find(copy, passage, from, to, DIAG_TYPO, "“%s” is no word that is known here, “%s” was wanted",
         words_at(copy, passage, from, to), meant);
}

static bool is_frequent(const struct copy *copy, const char *word)
{
    return vocabulary_written(copy->language, word) != NULL;
}

/* "theresolution", "ofthe", "resolutionof": a small word of a list, and a frequent one. The byte
 * where the second one begins; 0: it is none. */
static int joint_of(const struct copy *copy, const struct word *word)
{
    const char *const *small = lexicon_list(copy->lexicon, "joined-words");
    for (int i = 0; small[i]; i++) {
        size_t size = strlen(small[i]);
        if (size >= word->size)
            continue;
        const char *rest = word->folded + size;
        bool leads = strncmp(word->folded, small[i], size) == 0;
        if (leads && ((g_utf8_strlen(rest, -1) >= SHORTEST_PART && is_frequent(copy, rest)) ||
                      g_strv_contains(small, rest)))
            return (int)size;
        size_t front = word->size - size;
        char part[LONGEST_WORD + 8];
        g_strlcpy(part, word->folded, front + 1);
        if (copy->language == EN && g_str_has_suffix(word->folded, small[i]) &&
            g_utf8_strlen(part, -1) > SHORTEST_PART && is_frequent(copy, part))
            return (int)front;
    }
    return 0;
}

/* "theGeneral": a capital inside of a word, behind a small one. */
static int capital_joint_of(const struct copy *copy, const struct passage *passage,
                            const struct word *word)
{
    const char *const *small = lexicon_list(copy->lexicon, "joined-words");
    const char *text = passage->text + word->from;
    for (int i = 0; small[i]; i++) {
        size_t size = strlen(small[i]);
        if (strncmp(text, small[i], size) == 0 && g_unichar_isupper(g_utf8_get_char(text + size)) &&
            g_unichar_islower(g_utf8_get_char(g_utf8_next_char(text + size))))
            return (int)size;
    }
    return 0;
}

static bool tell_joined(const struct copy *copy, const struct passage *passage,
                        const struct word *word)
{
    int at = joint_of(copy, word), from = word->from;
    if (!at)
        at = capital_joint_of(copy, passage, word);
    if (!at || word->to - from != (int)word->size)
        return false;
    tell_piece(copy, passage, from, word->to,
               arena_printf(copy->arena, "%s %s", words_at(copy, passage, from, from + at),
                            words_at(copy, passage, from + at, word->to)));
    return true;
}

/* "Governrnent": m is often read as rn. Of a word with hyphens each part is looked at. */
static bool tell_misread(const struct copy *copy, const struct passage *passage,
                         const struct word *word)
{
    if (word->size < SHORTEST_WHOLE || word->to - word->from != (int)word->size)
        return false;
    for (const char *at = word->folded; (at = strstr(at, "rn")); at++) {
        const char *begin = at;
        while (begin > word->folded && begin[-1] != '-')
            begin--;
        int from = (int)(begin - word->folded), size = (int)strcspn(begin, "-");
        const char *meant = arena_printf(copy->arena, "%.*sm%.*s", (int)(at - begin), begin,
                                         size - (int)(at - begin) - 2, at + 2);
        char part[LONGEST_WORD + 8];
        g_strlcpy(part, begin, (gsize)size + 1);
        if (!is_frequent(copy, meant) || vocabulary_has(copy->language, part))
            continue;
        tell_piece(copy, passage, word->from + from, word->from + from + size, meant);
        return true;
    }
    return false;
}

/* "develop ment": what stands behind the space is no word, and both together are one. */
static bool tell_split(const struct copy *copy, const struct passage *passage,
                       const struct word *before, const struct word *word)
{
    if (before->to + 1 != word->from || passage->text[before->to] != ' ' || !before->size ||
        before->size + word->size > LONGEST_WORD ||
        g_unichar_isupper(g_utf8_get_char(passage->text + word->from)) ||
        vocabulary_has(copy->language, word->folded) ||
        g_utf8_strlen(before->folded, -1) < SHORTEST_HALF ||
        g_utf8_strlen(word->folded, -1) < SHORTEST_HALF)
        return false;
    const char *whole = arena_printf(copy->arena, "%s%s", before->folded, word->folded);
    if (g_utf8_strlen(whole, -1) < SHORTEST_WHOLE || !is_frequent(copy, whole))
        return false;
    tell_piece(copy, passage, before->from, word->to, whole);
    return true;
}

/* "GEneral": two capitals and small letters. */
static void tell_capitals(const struct copy *copy, const struct passage *passage,
                          const struct word *word)
{
    const char *p = passage->text + word->from, *second = g_utf8_next_char(p), *q = second;
    if (!g_unichar_isupper(g_utf8_get_char(p)) || !g_unichar_isupper(g_utf8_get_char(second)) ||
        g_utf8_strlen(word->folded, -1) < SHORTEST_PART)
        return;
    while (*(q = g_utf8_next_char(q)) && q < passage->text + word->to)
        if (!g_unichar_islower(g_utf8_get_char(q)))
            return;
    if (!is_frequent(copy, word->folded))
        return;
    char *small = g_utf8_strdown(second, passage->text + word->to - second);
    find(copy, passage, word->from, word->to, DIAG_TYPO, "two capitals begin “%s”, one was wanted",
         words_at(copy, passage, word->from, word->to));
    mend(copy, passage, word->from, word->to,
         arena_printf(copy->arena, "%.*s%s", (int)(second - p), p, small));
    g_free(small);
}

void broken_words(const struct copy *copy, const struct passage *passage)
{
    if (!is_running(passage) || !is_own(copy, passage))
        return;
    struct word before = {0}, word = {0};
    for (; next_word(passage, &word); before = word) {
        bool known = vocabulary_has(copy->language, word.folded);
        if (known)
            tell_capitals(copy, passage, &word);
        if (before.to && !known && tell_split(copy, passage, &before, &word))
            continue;
        if (!known && !tell_joined(copy, passage, &word))
            tell_misread(copy, passage, &word);
    }
}
