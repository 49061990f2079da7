/* doubled: marks and words that stand twice. */
#include <string.h>

#include "check/marks.h"
#include "check/signs.h"

enum { HAN_SIZE = 3 }; /* bytes of a character of the basic plane */

/* --- marks ---------------------------------------------------------------------------- */

/* Marks by how strong they are at the end of something; 0: none of these. */
static int strength_of(gunichar c)
{
    switch (c) {
    case ',':
    case 0x60C:
    case 0xFF0C:
    case 0x3001:
        return 1;
    case ';':
    case ':':
    case 0x61B:
    case 0xFF1B:
    case 0xFF1A:
        return 2;
    case '.':
    case 0x3002:
        return 3;
    case '!':
    case '?':
    case 0x61F:
    case 0xFF01:
    case 0xFF1F:
        return 4;
    }
    return 0;
}

/* ".," and ".;" end an abbreviation, "?," a title, "?!" and "..." are meant. */
static bool is_meant(gunichar first, gunichar second, gunichar third, bool apart)
{
    if (first == '.')
        return second != '.' || third == '.';
    if (first == '?' || first == '!' || first == 0xFF1F || first == 0xFF01)
        return second != first || apart;
    return apart && second == '.' && third == '.';
}

/* The next mark behind a mark, over a space: "; ;". */
static const char *next_mark(const char *p)
{
    while (is_blank(g_utf8_get_char(p)))
        p = g_utf8_next_char(p);
    return p;
}

static bool is_dots(const struct passage *passage, int at)
{
    return at && passage->text[at] == '.' && passage->text[at - 1] == '.';
}

void doubled_marks(const struct copy *copy, const struct passage *passage)
{
    const char *text = passage->text;
    const char *set = copy->language == AR   ? ",;:.!?\xD8"
                      : copy->language == ZH ? ",;:.!?\xE3\xEF"
                                             : ",;:.!?";
    for (const char *p = text; (p = strpbrk(p, set)); p = g_utf8_next_char(p)) {
        gunichar first = g_utf8_get_char(p);
        const char *next = g_utf8_next_char(p), *other;
        if (!strength_of(first) || !*next)
            continue;
        other = next_mark(next);
        gunichar second = g_utf8_get_char(other);
        const char *end = strength_of(second) ? g_utf8_next_char(other) : other;
        int from = (int)(p - text), to = (int)(end - text);
        if (!strength_of(second) || is_dots(passage, from) ||
            is_meant(first, second, g_utf8_get_char(end), other > next) ||
            in_address(passage, from))
            continue;
        find(copy, passage, from, to, DIAG_DOUBLED_MARK,
             "“%s” and “%s” stand together, one of "
             "them was wanted",
             shown(copy, first), shown(copy, second));
        if (first == second && !has_call(passage, (int)(other - text)))
            mend(copy, passage, (int)(next - text), to, "");
    }
}

/* --- words ---------------------------------------------------------------------------- */

/* Marks inside of words: hyphens and apostrophes. */
static bool goes_on(gunichar c)
{
    return is_word(c) || c == 0x2019 || c == '\'' || c == '-' || c == 0x2010 || c == 0x2011 ||
           c == 0x640 || c == '/' || c == 0x200D || c == 0x200C;
}

static const char *word_end(const char *p)
{
    while (goes_on(g_utf8_get_char(p)))
        p = g_utf8_next_char(p);
    return p;
}

/* The same letters; the first one may be large in one of them. */
static bool is_same(const char *a, const char *b, size_t size)
{
    size_t first = (size_t)(g_utf8_next_char(a) - a);
    return memcmp(a + first, b + first, size - first) == 0 &&
           (memcmp(a, b, first) == 0 ||
            g_unichar_tolower(g_utf8_get_char(a)) == g_unichar_tolower(g_utf8_get_char(b)));
}

/* A letter alone may be a label ("offices A a J") or an abbreviation ("ر ر"). */
static bool is_wrong_twice(const struct copy *copy, const char *word, size_t size,
                           const char *other)
{
    gunichar c = g_utf8_get_char(word);
    bool is_letter = g_utf8_next_char(word) == word + size;
    if (!g_unichar_isalpha(c) || is_han(c) ||
        (is_letter && (!g_unichar_islower(c) || memcmp(word, other, size) != 0)))
        return false;
    char *small = g_utf8_strdown(word, (gssize)size);
    bool meant = lexicon_find(copy->lexicon, "doubled-words-meant", small, strlen(small)) != NULL;
    g_free(small);
    return !meant;
}

static void doubled_western(const struct copy *copy, const struct passage *passage)
{
    const char *p = passage->text;
    while (*p) {
        const char *end = word_end(p), *next = end;
        while (is_blank(g_utf8_get_char(next)))
            next = g_utf8_next_char(next);
        size_t size = (size_t)(end - p);
        if (end == p) {
            p = *next ? (next > p ? next : g_utf8_next_char(p)) : next;
            continue;
        }
        if (next > end && *next && word_end(next) == next + size && is_same(p, next, size) &&
            is_wrong_twice(copy, p, size, next)) {
            int from = (int)(p - passage->text), at = (int)(end - passage->text);
            int to = (int)(next - passage->text) + (int)size;
            find(copy, passage, from, to, DIAG_DOUBLED_WORD, "“%s” stands twice",
                 cut(copy, passage, from, at));
            mend(copy, passage, at, to, "");
        }
        p = next;
    }
}

static void tell_doubled(const struct copy *copy, const struct passage *passage, int from, int size)
{
    find(copy, passage, from, from + 2 * size, DIAG_DOUBLED_WORD, "“%s” stands twice",
         cut(copy, passage, from, from + size));
    mend(copy, passage, from + size, from + 2 * size, "");
}

/* Whether one of the characters of a list stands at a place. */
static bool is_listed(const char *list, size_t size, gunichar c)
{
    for (const char *p = list; p < list + size; p = g_utf8_next_char(p))
        if (g_utf8_get_char(p) == c)
            return true;
    return false;
}

/* "和和" is wrong but in "和和平": the lexicon has for each such character which ones before it and
 * behind it make two words of them, "before|behind". */
static bool is_doubled_character(const struct copy *copy, const struct passage *passage, int at)
{
    const char *around =
        lexicon_find(copy->lexicon, "doubled-characters", passage->text + at, HAN_SIZE);
    if (!around)
        return false;
    size_t before = strcspn(around, "|");
    const char *behind = around + before + (around[before] == '|');
    return !is_listed(around, before, char_before(passage, at)) &&
           !is_listed(behind, strlen(behind), char_at(passage, at + 2 * HAN_SIZE));
}

/* Whether what stands twice is two words of a phrase that the lexicon has. */
static bool is_phrase(const struct copy *copy, const struct passage *passage, const char *p,
                      int size)
{
    const char *phrase = lexicon_find(copy->lexicon, "doubled-words-meant", p, (size_t)size);
    const char *inside = phrase ? g_strstr_len(phrase, -1,
                                               cut(copy, passage, (int)(p - passage->text),
                                                   (int)(p - passage->text) + 2 * size))
                                : NULL;
    return inside && p - passage->text >= inside - phrase &&
           g_str_has_prefix(p - (inside - phrase), phrase);
}

/* How many bytes of Han stand twice at a place: two to six characters; 0: none. */
static int doubled_size(const struct copy *copy, const struct passage *passage, const char *p)
{
    enum { LEAST = 2 * HAN_SIZE, MOST = 6 * HAN_SIZE };
    for (int size = LEAST; size <= MOST; size += HAN_SIZE) {
        if (!is_han(g_utf8_get_char(p + size - HAN_SIZE)))
            return 0;
        if (strncmp(p, p + size, (size_t)size) == 0 && !is_phrase(copy, passage, p, size))
            return size;
    }
    return 0;
}

static bool is_figure(gunichar c)
{
    static const char figures[] = "〇零一二三四五六七八九十百千万";
    return is_listed(figures, strlen(figures), c);
}

static void doubled_han(const struct copy *copy, const struct passage *passage)
{
    const char *text = passage->text;
    for (const char *p = text; *p;) {
        gunichar c = g_utf8_get_char(p);
        int size = 0;
        if (c >= 0x4E00 && c <= 0x9FFF) {
            if (strncmp(p, p + HAN_SIZE, HAN_SIZE) == 0)
                size = is_doubled_character(copy, passage, (int)(p - text)) ? HAN_SIZE : 0;
            else if (!is_figure(c))
                size = doubled_size(copy, passage, p);
        }
        if (size)
            tell_doubled(copy, passage, (int)(p - text), size);
        p = size ? p + 2 * size : g_utf8_next_char(p);
    }
}

/* "of the of the": two or three words that are repeated at once. */
static void doubled_pairs(const struct copy *copy, const struct passage *passage)
{
    const GRegex *pattern = lexicon_pattern(copy->common, "doubled-pair-pattern");
    int from, to;
    for (int at = 0; match_from(passage, pattern, at, &from, &to); at = to)
        find(copy, passage, from, to, DIAG_DOUBLED_WORD, "“%s” repeats its words",
             cut(copy, passage, from, to));
}

void doubled_words(const struct copy *copy, const struct passage *passage)
{
    if (copy->language == ZH) {
        doubled_han(copy, passage);
        return;
    }
    doubled_western(copy, passage);
    doubled_pairs(copy, passage);
}
