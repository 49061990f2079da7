/* arabic: letters, marks and figures of other languages in Arabic text. */
#include <string.h>

#include "check/marks.h"
#include "check/signs.h"

/* --- letters -------------------------------------------------------------------------- */

/* Letters of Persian and Urdu that look like Arabic ones; the mending is 0 where it depends. */
static const struct {
    gunichar c, wanted;
} letters[] = {
    {0x6A9, 0x643}, {0x6AA, 0x643}, {0x6CC, 0x64A}, {0x6D0, 0x64A}, {0x6C1, 0x647},
    {0x6BE, 0x647}, {0x6D5, 0x647}, {0x6C0, 0x629}, {0x6C3, 0x629}, {0x6D2, 0x64A},
    {0x671, 0x627}, {0x6BA, 0x646}, {0x6CD, 0x64A},
};

static gunichar arabic_of(gunichar c)
{
    for (size_t i = 0; i < G_N_ELEMENTS(letters); i++)
        if (letters[i].c == c)
            return letters[i].wanted;
    return 0;
}

/* The letter that goes on behind an offset, over signs and tatweels. */
static gunichar next_letter(const struct passage *passage, int at)
{
    const char *p = passage->text + at;
    while (g_unichar_ismark(g_utf8_get_char(p)) || g_utf8_get_char(p) == 0x640)
        p = g_utf8_next_char(p);
    return g_utf8_get_char(p);
}

static bool ends_word(const struct passage *passage, int to)
{
    gunichar next = next_letter(passage, to);
    return !(is_arabic(next) && g_unichar_isalpha(next));
}

static void strange_letter(const struct copy *copy, const struct passage *passage, int at, int to,
                           gunichar c)
{
    gunichar wanted = arabic_of(c);
    find(copy, passage, at, to, DIAG_ARABIC_LETTER,
         "%s (U+%04X) is no Arabic letter, %s (U+%04X) was wanted", shown(copy, c), c,
         shown(copy, wanted), wanted);
    if (c != 0x6CC || !ends_word(passage, to)) /* at the end it may be ى */
        mend(copy, passage, at, to, shown(copy, wanted));
}

/* ى and ة stand at a word's end only. */
static void end_letter(const struct copy *copy, const struct passage *passage, int at, int to,
                       gunichar c)
{
    if (ends_word(passage, to))
        return;
    gunichar wanted = c == 0x649 ? 0x64A : 0x62A;
    find(copy, passage, at, to, DIAG_ARABIC_LETTER, "%s stands inside of a word, %s was wanted",
         shown(copy, c), shown(copy, wanted));
    if (c == 0x649)
        mend(copy, passage, at, to, shown(copy, wanted));
}

/* Words whose last letter is often another one: ه for ة, ى for ي. */
static void known_slip(const struct copy *copy, const struct passage *passage, const char *p,
                       const char *end)
{
    int from = (int)(p - passage->text), to = (int)(end - passage->text);
    const char *wanted = lexicon_find(copy->lexicon, "arabic-letter-slips", p, (size_t)(end - p));
    if (!wanted)
        return;
    find(copy, passage, from, to, DIAG_ARABIC_LETTER,
         "“%s” ends with another letter, “%s” was "
         "wanted",
         cut(copy, passage, from, to), wanted);
    mend(copy, passage, from, to, wanted);
}

static const char *check_word(const struct copy *copy, const struct passage *passage, const char *p)
{
    const char *begin = p, *text = passage->text;
    bool may_slip = false;
    for (gunichar c; c = g_utf8_get_char(p), is_arabic(c); p = g_utf8_next_char(p)) {
        int at = (int)(p - text), to = (int)(g_utf8_next_char(p) - text);
        if (arabic_of(c))
            strange_letter(copy, passage, at, to, c);
        else if (c == 0x649 || c == 0x629)
            end_letter(copy, passage, at, to, c);
        may_slip = c == 0x647 || c == 0x649;
    }
    if (may_slip)
        known_slip(copy, passage, begin, p);
    return p;
}

void wrong_arabic_letters(const struct copy *copy, const struct passage *passage)
{
    for (const char *p = passage->text; (p = strpbrk(p, "\xD8\xD9\xDA\xDB"));) {
        const char *end = check_word(copy, passage, p);
        p = end > p ? end : g_utf8_next_char(p);
    }
}

/* --- marks ---------------------------------------------------------------------------- */

static gunichar arabic_mark(gunichar c)
{
    return c == ',' || c == 0xFF0C || c == 0x3001 ? 0x60C : c == ';' ? 0x61B : c == '?' ? 0x61F : 0;
}

/* The last letter before an offset, over figures, marks and blanks. */
static gunichar letter_before(const struct passage *passage, int at)
{
    const char *p = passage->text + at;
    while (p > passage->text) {
        p = g_utf8_prev_char(p);
        gunichar c = g_utf8_get_char(p);
        if (g_unichar_isalpha(c))
            return c;
    }
    return 0;
}

static gunichar letter_behind(const struct passage *passage, int at)
{
    for (const char *p = passage->text + at; *p; p = g_utf8_next_char(p))
        if (g_unichar_isalpha(g_utf8_get_char(p)))
            return g_utf8_get_char(p);
    return 0;
}

/* Between Arabic words; a comma between figures is a decimal sign. */
void wrong_arabic_marks(const struct copy *copy, const struct passage *passage)
{
    const char *text = passage->text;
    for (const char *p = text; (p = strpbrk(p, ",;?\xE3\xEF")); p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p), wanted = arabic_mark(c);
        int at = (int)(p - text), to = (int)(g_utf8_next_char(p) - text);
        if (!wanted || in_address(passage, at))
            continue;
        gunichar before = char_before(passage, at);
        gunichar next = letter_behind(passage, to);
        bool near =
            is_arabic(before) && (!next || is_arabic(next) || !is_blank(char_at(passage, to)));
        bool between = is_arabic(letter_before(passage, at)) && (!next || is_arabic(next)) &&
                       !g_unichar_isdigit(char_at(passage, to));
        if (!near && !between)
            continue;
        find(copy, passage, at, to, DIAG_ARABIC_MARK, "“%s” stands in Arabic text, “%s” was wanted",
             shown(copy, c), shown(copy, wanted));
        mend(copy, passage, at, to, shown(copy, wanted));
    }
}

/* --- figures -------------------------------------------------------------------------- */

static int digit_of(gunichar c)
{
    if (c >= 0x660 && c <= 0x669)
        return (int)(c - 0x660);
    return c >= 0x6F0 && c <= 0x6F9 ? (int)(c - 0x6F0) : -1;
}

void arabic_digits(const struct copy *copy, const struct passage *passage)
{
    const char *text = passage->text;
    for (const char *p = text; (p = strpbrk(p, "\xD9\xDB")); p = g_utf8_next_char(p)) {
        if (digit_of(g_utf8_get_char(p)) < 0)
            continue;
        const char *begin = p;
        GString *digits = g_string_new(NULL);
        for (int digit; (digit = digit_of(g_utf8_get_char(p))) >= 0; p = g_utf8_next_char(p))
            g_string_append_c(digits, (char)('0' + digit));
        int from = (int)(begin - text), to = (int)(p - text);
        find(copy, passage, from, to, DIAG_ARABIC_DIGIT,
             "“%s” has Arabic-Indic figures, “%s” was wanted", cut(copy, passage, from, to),
             digits->str);
        mend(copy, passage, from, to, digits->str);
        g_string_free(digits, TRUE);
        if (!*p)
            break;
    }
}

/* --- stretched words ------------------------------------------------------------------ */

/* The next tatweels between two letters, from `p` on; those behind a letter alone ("الـ 17") have
 * nothing to join. NULL: none. */
static const char *next_stretch(const struct passage *passage, const char *p, int *from, int *to)
{
    while ((p = strstr(p, "ـ"))) {
        *from = (int)(p - passage->text);
        while (strncmp(p, "ـ", 2) == 0)
            p += 2;
        *to = (int)(p - passage->text);
        if (is_arabic(char_before(passage, *from)) && is_arabic(char_at(passage, *to)))
            return p;
    }
    return NULL;
}

/* Once a paragraph: who fills lines so does it again and again. Mastheads spell the name of the
 * organization so. */
void stretched_words(const struct copy *copy, const struct passage *passage)
{
    int from, to, count = 0, first = 0, end = 0;
    if (passage->block->kind == NODE_FIELD)
        return;
    for (const char *p = passage->text; (p = next_stretch(passage, p, &from, &to)); count++)
        if (!count) {
            first = from;
            end = to;
        }
    if (!count)
        return;
    find(copy, passage, first, end, DIAG_TATWEEL,
         count > 1 ? "tatweels (U+0640) stretch words of this paragraph (%d of them)"
                   : "a tatweel (U+0640) stretches a word, none was wanted",
         count);
    for (const char *p = passage->text; (p = next_stretch(passage, p, &from, &to));)
        mend(copy, passage, from, to, "");
}
