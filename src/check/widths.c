/* widths: marks of half width in Chinese, signs of full width anywhere, characters and marks that
 * are no simplified Chinese. */
#include <string.h>

#include "check/marks.h"
#include "check/signs.h"

enum { FULL_FIRST = 0xFF01, FULL_LAST = 0xFF5E, FULL_SHIFT = 0xFEE0, IDEOGRAPHIC_SPACE = 0x3000 };

/* --- half width ----------------------------------------------------------------------- */

static const char *wide_of(char c)
{
    switch (c) {
    case ',':
        return "，";
    case ';':
        return "；";
    case ':':
        return "：";
    case '!':
        return "！";
    case '?':
        return "？";
    case '.':
        return "。";
    }
    return NULL;
}

static bool is_closing(gunichar c)
{
    return c == 0x300B || c == 0x3009 || c == 0x201D || c == 0x2019 || c == ')' || c == 0xFF09;
}

/* A full stop at an end only: "第二.A节" has one inside. */
static bool is_narrow(const struct passage *passage, int at)
{
    char c = passage->text[at];
    gunichar before = char_before(passage, at), next = char_at(passage, at + 1);
    bool behind_han = is_han(before) || (is_closing(before) && (is_han(next) || !next));
    if (c == '.')
        return behind_han && (!next || is_han(next) || is_closing(next));
    return behind_han || (is_han(next) && (g_unichar_isalnum(before) || is_closing(before)));
}

void narrow_marks(const struct copy *copy, const struct passage *passage)
{
    const char *text = passage->text;
    for (const char *p = text; (p = strpbrk(p, ",;:!?.")); p++) {
        int at = (int)(p - text);
        if (!is_narrow(passage, at) || in_address(passage, at))
            continue;
        find(copy, passage, at, at + 1, DIAG_MARK_WIDTH,
             "“%c” of half width stands in Chinese text, “%s” was wanted", *p, wide_of(*p));
        bool blank = p[1] == ' ' && !has_call(passage, at + 1) && is_typed(passage, at + 1);
        mend(copy, passage, at, at + 1 + blank, wide_of(*p));
    }
}

/* --- full width ----------------------------------------------------------------------- */

/* Marks that Chinese has in full width; brackets are another rule's. */
static bool is_own(enum language language, gunichar c)
{
    return language == ZH &&
           (c == 0xFF0C || c == 0xFF1A || c == 0xFF1B || c == 0xFF01 || c == 0xFF1F ||
            c == 0xFF08 || c == 0xFF09 || c == 0xFF02 || c == 0xFF07 || c == 0xFF0E);
}

static const char *narrow_of(gunichar c)
{
    switch (c) {
    case IDEOGRAPHIC_SPACE:
        return " ";
    case 0x3001:
        return ",";
    case 0x3002:
        return ".";
    }
    return NULL;
}

void wide_signs(const struct copy *copy, const struct passage *passage)
{
    const char *text = passage->text;
    for (const char *p = text; (p = strpbrk(p, "\xE3\xEF"));) {
        gunichar c = g_utf8_get_char(p);
        const char *begin = p;
        bool is_shifted = c >= FULL_FIRST && c <= FULL_LAST && !is_own(copy->language, c);
        bool is_other = c == IDEOGRAPHIC_SPACE ||
                        (copy->language != ZH && (c == 0x3001 || c == 0x3002) && narrow_of(c));
        p = g_utf8_next_char(p);
        if (!is_shifted && !is_other)
            continue;
        GString *narrow = g_string_new(is_other ? narrow_of(c) : NULL);
        if (is_shifted)
            g_string_append_c(narrow, (char)(c - FULL_SHIFT));
        for (gunichar next; is_shifted && (next = g_utf8_get_char(p)) >= FULL_FIRST &&
                            next <= FULL_LAST && !is_own(copy->language, next);
             p = g_utf8_next_char(p))
            g_string_append_c(narrow, (char)(next - FULL_SHIFT));
        int from = (int)(begin - text), to = (int)(p - text);
        find(copy, passage, from, to, DIAG_FULL_WIDTH,
             c == IDEOGRAPHIC_SPACE ? "a space of full width (U+3000) stands in the text"
                                    : "“%s” has full width, “%s” was wanted",
             cut(copy, passage, from, to), narrow->str);
        mend(copy, passage, from, to,
             c == IDEOGRAPHIC_SPACE && copy->language == ZH ? "" : narrow->str);
        g_string_free(narrow, TRUE);
    }
}

/* --- characters of other countries ---------------------------------------------------- */

void traditional_characters(const struct copy *copy, const struct passage *passage)
{
    const char *text = passage->text;
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        if ((unsigned char)*p < 0xE4 || (unsigned char)*p > 0xE9)
            continue;
        const char *wanted = lexicon_find(copy->lexicon, "traditional-characters", p, 3);
        if (!wanted)
            continue;
        int at = (int)(p - text);
        find(copy, passage, at, at + 3, DIAG_TRADITIONAL,
             "%s is a traditional character, %s was wanted", cut(copy, passage, at, at + 3),
             wanted);
        mend(copy, passage, at, at + 3, wanted);
    }
}

/* --- marks that look like Chinese ones ------------------------------------------------ */

static const char *han_mark_of(gunichar c)
{
    switch (c) {
    case 0x2022: /* • ‧ ・ ⋅ ∙ ･: between the parts of a name */
    case 0x2027:
    case 0x30FB:
    case 0x22C5:
    case 0x2219:
    case 0xFF65:
        return "·";
    case 0xFF0E: /* ． ｡ */
    case 0xFF61:
        return "。";
    case 0xFF64: /* ､ */
        return "、";
    case 0xFE50:
        return "，";
    case 0xFE54:
        return "；";
    case 0xFE55:
        return "：";
    }
    return NULL;
}

void strange_han_marks(const struct copy *copy, const struct passage *passage)
{
    const char *text = passage->text;
    for (const char *p = text; (p = strpbrk(p, "<>\xE2\xE3\xEF")); p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        int at = (int)(p - text), to = (int)(g_utf8_next_char(p) - text);
        gunichar before = char_before(passage, at), next = char_at(passage, to);
        const char *wanted = c == '<' ? "〈" : c == '>' ? "〉" : han_mark_of(c);
        bool near = c == '<' ? is_han(next) || is_han(before) : is_han(before);
        if (!wanted || !near)
            continue;
        find(copy, passage, at, to, DIAG_HAN_MARK, "“%s” stands in Chinese text, “%s” was wanted",
             shown(copy, c), wanted);
        mend(copy, passage, at, to, wanted);
    }
}
