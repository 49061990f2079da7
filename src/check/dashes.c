/* dashes: rules about dashes, hyphens, ellipses, apostrophes and the sign of a number. */
#include <string.h>

#include "check/marks.h"
#include "check/matches.h"
#include "check/signs.h"

enum { HYPHEN = 0x2010, EN_DASH = 0x2013, EM_DASH = 0x2014, MINUS = 0x2212, PRIME = 0x2032 };

static int size_of(gunichar c)
{
    return g_unichar_to_utf8(c, NULL);
}

/* --- dashes between words ------------------------------------------------------------- */

static gunichar dash_of(enum language language)
{
    return language == RU || language == ES ? EM_DASH : EN_DASH;
}

static bool is_dash(gunichar c)
{
    return c == '-' || (c >= HYPHEN && c <= 0x2015 && c != 0x2011) || c == MINUS;
}

/* A dash between words: blanks at both sides. */
static bool stands_free(const struct passage *passage, int from, int to)
{
    gunichar before = char_before(passage, from);
    return is_blank(before) && is_blank(char_at(passage, to)) &&
           from > size_of(before); /* the first word of a line is no dash's */
}

static void tell_dash(const struct copy *copy, const struct passage *passage, int from, int to)
{
    gunichar before = char_before(passage, from), next = char_at(passage, to);
    gunichar wanted = dash_of(copy->language);
    find(copy, passage, from, to, DIAG_DASH_FORM, "“%s” stands for a dash, “%s” was wanted",
         cut(copy, passage, from, to), shown(copy, wanted));
    const char *dash = shown(copy, wanted);
    const char *space = copy->language == RU || copy->language == FR ? "\u00A0" : " ";
    if (copy->language == RU && before == ' ')
        mend(copy, passage, from - 1, to, arena_printf(copy->arena, "\u00A0%s", dash));
    else if (is_blank(before) && is_blank(next) && copy->language != ES)
        mend(copy, passage, from, to, dash);
    else if (!is_blank(before) && !is_blank(next) && copy->language != ES)
        mend(copy, passage, from, to, arena_printf(copy->arena, "%s%s ", space, dash));
}

/* "--", a hyphen between blanks, the long dash of another language. */
static bool is_wrong_dash(const struct copy *copy, const struct passage *passage, int from, int to)
{
    gunichar c = char_at(passage, from);
    gunichar before = char_before(passage, from), next = char_at(passage, to);
    bool is_single = to - from == size_of(c);
    if (!before || !next || passage->cell) /* an empty cell may have one alone */
        return false;
    if (!is_single)
        return c == '-' || copy->language == RU;
    if (stands_free(passage, from, to))
        return c != dash_of(copy->language) &&
               !(copy->language == ES && c == EN_DASH && next == ',');
    return c == EM_DASH && (g_unichar_isalpha(before) || before == ')') && g_unichar_isalpha(next);
}

static void western_dashes(const struct copy *copy, const struct passage *passage)
{
    const char *text = passage->text;
    for (const char *p = text; (p = strpbrk(p, "-\xE2"));) {
        int from = (int)(p - text);
        gunichar c = g_utf8_get_char(p);
        if (!is_dash(c)) {
            p = g_utf8_next_char(p);
            continue;
        }
        while (g_utf8_get_char(p) == c)
            p = g_utf8_next_char(p);
        int to = (int)(p - text);
        if (is_wrong_dash(copy, passage, from, to) && !in_address(passage, from))
            tell_dash(copy, passage, from, to);
    }
}

/* Chinese has two of them, without blanks; between figures and in Latin words other rules hold. */
static bool touches_han(const struct passage *passage, int from, int to)
{
    gunichar before = char_before(passage, from), next = char_at(passage, to);
    if (is_blank(before))
        before = char_before(passage, from - size_of(before));
    if (is_blank(next))
        next = char_at(passage, to + size_of(next));
    return (is_han(before) || is_wide_mark(before)) && (is_han(next) || is_wide_mark(next));
}

static void han_dashes(const struct copy *copy, const struct passage *passage)
{
    const char *text = passage->text;
    for (const char *p = text; (p = strpbrk(p, "-\xE2"));) {
        int from = (int)(p - text);
        gunichar c = g_utf8_get_char(p);
        if (!is_dash(c)) {
            p = g_utf8_next_char(p);
            continue;
        }
        while (is_dash(g_utf8_get_char(p)))
            p = g_utf8_next_char(p);
        int to = (int)(p - text), count = (int)g_utf8_strlen(text + from, to - from);
        bool between = from && text[to] && touches_han(passage, from, to);
        if (!between || (c == EM_DASH && count == 2) || (c == '-' && count == 1) ||
            (c == EM_DASH && count == 4))
            continue;
        find(copy, passage, from, to, DIAG_DASH_FORM, "“%s” stands for a dash, “——” was wanted",
             cut(copy, passage, from, to));
        mend(copy, passage, from, to, "——");
    }
}

/* Annexes of the Council are often agreements and lists of others, kept as they came. */
void wrong_dashes(const struct copy *copy, const struct passage *passage)
{
    if (!is_own(copy, passage))
        return;
    if (copy->language == ZH)
        han_dashes(copy, passage);
    else if (copy->language != AR)
        western_dashes(copy, passage);
}

/* --- hyphens in words ----------------------------------------------------------------- */

/* "low- and middle-income", "owned or -controlled": half of a word is left out. */
static bool is_left_out(const struct copy *copy, const struct passage *passage, int from, int to)
{
    const char *text = passage->text;
    int end = to, begin = from;
    while (is_word(char_at(passage, end)))
        end = (int)(g_utf8_next_char(text + end) - text);
    while (begin && is_word(char_before(passage, begin)))
        begin = (int)(g_utf8_prev_char(text + begin) - text);
    return lexicon_find(copy->lexicon, "words-between-halves", text + to, (size_t)(end - to)) ||
           lexicon_find(copy->lexicon, "words-between-halves", text + begin,
                        (size_t)(from - begin));
}

static void broken_hyphen(const struct copy *copy, const struct passage *passage, int at,
                          gunichar c)
{
    const char *text = passage->text;
    int end = at + size_of(c);
    gunichar before = char_before(passage, at), next = char_at(passage, end);
    bool behind =
        g_unichar_isalpha(before) && next == ' ' && g_unichar_islower(char_at(passage, end + 1));
    bool ahead = before == ' ' && g_unichar_islower(next) && at > 1 &&
                 g_unichar_isalpha(char_before(passage, at - 1));
    int from = behind ? at : at - 1, to = behind ? end + 1 : end;
    if ((!behind && !ahead) || !is_typed(passage, behind ? end : at - 1) ||
        has_call(passage, behind ? end : at - 1) || has_call(passage, at) ||
        is_left_out(copy, passage, behind ? at : at - 1, to) || in_address(passage, at))
        return;
    find(copy, passage, from, to, DIAG_HYPHEN_FORM,
         "a space stands %s the hyphen of a word, none was wanted", behind ? "after" : "before");
    mend(copy, passage, from, to, arena_strndup(copy->arena, text + at, (size_t)(end - at)));
}

/* Of ranges that are known speaks range-form. */
static bool is_in_range(const struct copy *copy, const struct passage *passage, int at)
{
    const GRegex *ranges = lexicon_pattern(copy->lexicon, "range-pattern");
    for (int from, to = 0; match_from(passage, ranges, to, &from, &to) && from < at;)
        if (at < to)
            return true;
    return false;
}

/* Signs that look like a hyphen or like the dash of a range. */
static void false_hyphen(const struct copy *copy, const struct passage *passage, int at, gunichar c)
{
    int end = at + size_of(c);
    gunichar before = char_before(passage, at), next = char_at(passage, end);
    bool is_joining = g_unichar_isalnum(before) && g_unichar_isalnum(next) && !is_han(next);
    bool in_word = g_unichar_isalpha(before) && g_unichar_islower(next);
    if (!is_joining || !(c == HYPHEN || c == 0x2012 || c == MINUS || (c == EN_DASH && in_word)))
        return;
    bool is_range = g_unichar_isdigit(before) && g_unichar_isdigit(next);
    if (is_range && is_running(passage) && is_in_range(copy, passage, at))
        return;
    const char *wanted = is_range && (copy->language == EN || copy->language == RU) ? "–" : "-";
    find(copy, passage, at, end, DIAG_HYPHEN_FORM, "%s (U+%04X) joins two %s, “%s” was wanted",
         shown(copy, c), c, is_range ? "figures" : "words", wanted);
    mend(copy, passage, at, end, wanted);
}

void wrong_hyphens(const struct copy *copy, const struct passage *passage)
{
    const char *text = passage->text;
    for (const char *p = text; (p = strpbrk(p, "-\xE2")); p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        int at = (int)(p - text);
        if ((c == '-' || c == 0x2011) && copy->language != ZH && copy->language != AR)
            broken_hyphen(copy, passage, at, c);
        else if (is_dash(c))
            false_hyphen(copy, passage, at, c);
    }
}

/* --- ellipses ------------------------------------------------------------------------- */

void wrong_ellipses(const struct copy *copy, const struct passage *passage)
{
    const char *text = passage->text;
    for (const char *p = text; (p = strpbrk(p, ".\xE2\xE3"));) {
        const char *begin = p;
        gunichar c = g_utf8_get_char(p);
        while (g_utf8_get_char(p) == c)
            p = g_utf8_next_char(p);
        int from = (int)(begin - text), to = (int)(p - text);
        long count = g_utf8_strlen(begin, p - begin);
        bool dots = (c == '.' || c == 0x3002 || c == 0x22EF) && count > 2;
        bool half = c == 0x2026 && count != 2;
        gunichar before = char_before(passage, from);
        if ((!dots && !half) || (before && before < 0x80))
            continue;
        find(copy, passage, from, to, DIAG_ELLIPSIS_FORM,
             "“%s” stands for an ellipsis, “……” was wanted", cut(copy, passage, from, to));
        mend(copy, passage, from, to, "……");
    }
}

/* --- apostrophes ---------------------------------------------------------------------- */

static bool is_false_apostrophe(gunichar c)
{
    return c == '\'' || c == '`' || c == 0xB4 || c == 0x2018 || c == 0x201B || c == PRIME ||
           c == 0x2BC || c == 0x2B9 || c == 0x2C8 || c == 0xFF07;
}

/* Between letters ("States's", "l'ordre"), or where a plural's s ends ("States'"). */
static bool is_apostrophe(const struct copy *copy, const struct passage *passage, int at, int end)
{
    gunichar before = char_before(passage, at), next = char_at(passage, end);
    if ((!is_latin(before) && !is_cyrillic(before)) || in_address(passage, at))
        return false;
    if (is_latin(next) || is_cyrillic(next))
        return true;
    return copy->language == EN && before == 's' && (!next || is_blank(next)) &&
           !memchr(passage->text, '\'', (size_t)at) && !strstr(passage->text, "‘");
}

/* French: "l’ ordre". A word that ends with one has a consonant alone before it, or qu. */
static void space_behind_apostrophe(const struct copy *copy, const struct passage *passage)
{
    const char *text = passage->text;
    for (const char *p = text; (p = strstr(p, "’ ")); p += 3) {
        int at = (int)(p - text), to = at + 3;
        gunichar before = at > 1 ? char_before(passage, at - 1) : 0;
        bool is_elided = at && strchr("ldnsjcmtLDNSJCMT", p[-1]) && (!before || is_blank(before));
        bool is_qu = at > 1 && p[-1] == 'u' && strchr("qQ", p[-2]);
        if ((!is_elided && !is_qu) || !g_unichar_isalpha(char_at(passage, to + 1)) ||
            has_call(passage, to))
            continue;
        find(copy, passage, at, to + 1, DIAG_APOSTROPHE,
             "a space stands behind the apostrophe, none was wanted");
        mend(copy, passage, to, to + 1, "");
    }
}

void wrong_apostrophes(const struct copy *copy, const struct passage *passage)
{
    const char *text = passage->text;
    if (copy->language == FR)
        space_behind_apostrophe(copy, passage);
    for (const char *p = text; (p = strpbrk(p, "'`\xC2\xCA\xCB\xE2\xEF"));
         p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        int at = (int)(p - text), end = at + size_of(c);
        if (!is_false_apostrophe(c) || !is_apostrophe(copy, passage, at, end))
            continue;
        find(copy, passage, at, end, DIAG_APOSTROPHE, "%s stands for an apostrophe, “’” was wanted",
             shown(copy, c));
        mend(copy, passage, at, end, "’");
    }
}

/* --- the sign of a number ------------------------------------------------------------- */

/* Which forms are wrong before a number is said by the language's lexicon, and what is right: the
 * only key of "number-sign". */
void wrong_number_signs(const struct copy *copy, const struct passage *passage)
{
    const char *const *wanted = lexicon_list(copy->lexicon, "number-sign");
    const GRegex *pattern = lexicon_pattern(copy->lexicon, "false-number-sign-pattern");
    if (!*wanted || !strpbrk(passage->text, "0123456789"))
        return;
    for (int from, to = 0; match_from(passage, pattern, to, &from, &to);) {
        find(copy, passage, from, to, DIAG_NUMBER_SIGN,
             "“%s” stands before a number, “%s” was "
             "wanted",
             cut(copy, passage, from, to), *wanted);
        mend(copy, passage, from, to, *wanted);
    }
}
