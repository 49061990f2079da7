/* uax14: a table of pairs, and the few rules that look further. In: characters. Out: where lines
 * may start. The classes are GLib's, so what a new version of Unicode adds comes with it. */
#include "set/uax14.h"

#include <glib.h>

#define IN(name) (UINT64_C(1) << G_UNICODE_BREAK_##name)

#define ANY (~UINT64_C(0))
#define LETTERS (IN(ALPHABETIC) | IN(HEBREW_LETTER))
#define IDEOGRAPHS (IN(IDEOGRAPHIC) | IN(EMOJI_BASE) | IN(EMOJI_MODIFIER))
#define SYLLABLES                                                                                  \
    (IN(HANGUL_L_JAMO) | IN(HANGUL_V_JAMO) | IN(HANGUL_T_JAMO) | IN(HANGUL_LV_SYLLABLE) |          \
     IN(HANGUL_LVT_SYLLABLE))

/* LB4, LB5 */
#define ENDS_LINE (IN(MANDATORY) | IN(CARRIAGE_RETURN) | IN(LINE_FEED) | IN(NEXT_LINE))
/* LB6, LB7 */
#define WHITE (ENDS_LINE | IN(SPACE) | IN(ZERO_WIDTH_SPACE))
/* LB11, LB13: not even behind spaces */
#define NEVER_FIRST                                                                                \
    (IN(WORD_JOINER) | IN(CLOSE_PUNCTUATION) | IN(CLOSE_PARENTHESIS) | IN(EXCLAMATION) |           \
     IN(INFIX_SEPARATOR) | IN(SYMBOL))
/* LB21, LB22: not where nothing stands between */
#define NOT_FIRST (IN(AFTER) | IN(HYPHEN) | IN(NON_STARTER) | IN(INSEPARABLE))

/* What each class holds on to where nothing stands between. */
static const uint64_t held[] = {
    [G_UNICODE_BREAK_WORD_JOINER] = ANY,                             /* LB11 */
    [G_UNICODE_BREAK_NON_BREAKING_GLUE] = ANY,                       /* LB12 */
    [G_UNICODE_BREAK_OPEN_PUNCTUATION] = ANY,                        /* LB14 */
    [G_UNICODE_BREAK_BEFORE_AND_AFTER] = IN(BEFORE_AND_AFTER),       /* LB17 */
    [G_UNICODE_BREAK_QUOTATION] = ANY,                               /* LB19 */
    [G_UNICODE_BREAK_BEFORE] = ANY & ~IN(CONTINGENT),                /* LB21 */
    [G_UNICODE_BREAK_SYMBOL] = IN(HEBREW_LETTER),                    /* LB21b */
    [G_UNICODE_BREAK_IDEOGRAPHIC] = IN(POSTFIX),                     /* LB23a */
    [G_UNICODE_BREAK_EMOJI_BASE] = IN(POSTFIX) | IN(EMOJI_MODIFIER), /* LB23a, LB30b */
    [G_UNICODE_BREAK_EMOJI_MODIFIER] = IN(POSTFIX),
    [G_UNICODE_BREAK_PREFIX] = LETTERS | IN(NUMERIC) | IDEOGRAPHS | SYLLABLES, /* LB23a…25, LB27 */
    [G_UNICODE_BREAK_POSTFIX] = LETTERS | IN(NUMERIC),                         /* LB24, LB25 */
    [G_UNICODE_BREAK_HYPHEN] = IN(NUMERIC),                                    /* LB25 */
    [G_UNICODE_BREAK_HANGUL_L_JAMO] = IN(HANGUL_L_JAMO) | IN(HANGUL_V_JAMO) |  /* LB26, LB27 */
                                      IN(HANGUL_LV_SYLLABLE) | IN(HANGUL_LVT_SYLLABLE) |
                                      IN(POSTFIX),
    [G_UNICODE_BREAK_HANGUL_V_JAMO] = IN(HANGUL_V_JAMO) | IN(HANGUL_T_JAMO) | IN(POSTFIX),
    [G_UNICODE_BREAK_HANGUL_LV_SYLLABLE] = IN(HANGUL_V_JAMO) | IN(HANGUL_T_JAMO) | IN(POSTFIX),
    [G_UNICODE_BREAK_HANGUL_T_JAMO] = IN(HANGUL_T_JAMO) | IN(POSTFIX),
    [G_UNICODE_BREAK_HANGUL_LVT_SYLLABLE] = IN(HANGUL_T_JAMO) | IN(POSTFIX),
    [G_UNICODE_BREAK_ALPHABETIC] = LETTERS | IN(NUMERIC) | IN(PREFIX) | IN(POSTFIX), /* LB23…28 */
    [G_UNICODE_BREAK_HEBREW_LETTER] = LETTERS | IN(NUMERIC) | IN(PREFIX) | IN(POSTFIX),
    [G_UNICODE_BREAK_NUMERIC] = LETTERS,                         /* LB23 */
    [G_UNICODE_BREAK_INFIX_SEPARATOR] = LETTERS,                 /* LB29 */
    [G_UNICODE_BREAK_CLOSE_PARENTHESIS] = LETTERS | IN(NUMERIC), /* LB30 */
    [G_UNICODE_BREAK_ZERO_WIDTH_JOINER] = 0,                     /* the last class */
};

/* … and what it holds on to over spaces. */
static uint64_t held_over_spaces(int class)
{
    switch (class) {
    case G_UNICODE_BREAK_OPEN_PUNCTUATION: /* LB14 */
        return ANY;
    case G_UNICODE_BREAK_QUOTATION: /* LB15 */
        return IN(OPEN_PUNCTUATION);
    case G_UNICODE_BREAK_CLOSE_PUNCTUATION: /* LB16 */
    case G_UNICODE_BREAK_CLOSE_PARENTHESIS:
        return IN(NON_STARTER);
    case G_UNICODE_BREAK_BEFORE_AND_AFTER: /* LB17 */
        return IN(BEFORE_AND_AFTER);
    }
    return 0;
}

/* --- classes -------------------------------------------------------------------------- */

/* LB1 */
static int class_of_character(uint32_t c)
{
    GUnicodeBreakType class = g_unichar_break_type(c);
    switch ((int)class) {
    case G_UNICODE_BREAK_AMBIGUOUS:
    case G_UNICODE_BREAK_SURROGATE:
    case G_UNICODE_BREAK_UNKNOWN:
        return G_UNICODE_BREAK_ALPHABETIC;
    case G_UNICODE_BREAK_COMPLEX_CONTEXT:
        return g_unichar_ismark(c) ? G_UNICODE_BREAK_COMBINING_MARK : G_UNICODE_BREAK_ALPHABETIC;
    case G_UNICODE_BREAK_CONDITIONAL_JAPANESE_STARTER:
        return G_UNICODE_BREAK_NON_STARTER;
    }
    return (int)class;
}

static bool is_in(int class, uint64_t set)
{
    return set >> class & 1;
}

static bool is_mark(int class)
{
    return class == G_UNICODE_BREAK_COMBINING_MARK || class == G_UNICODE_BREAK_ZERO_WIDTH_JOINER;
}

/* LB30 is for brackets that are not of Chinese width. */
static bool is_wide(uint32_t c)
{
    return g_unichar_iswide(c) || c == 0xFF62;
}

/* --- the text so far ------------------------------------------------------------------ */

enum number { NO_NUMBER, IN_NUMBER, CLOSED_NUMBER }; /* LB25: digits and signs; a bracket behind */

struct line_breaker {
    const uint32_t *characters;
    int count;
    int before;         /* class of the last character that is no space or mark; -1: none */
    bool spaces;        /* … and spaces stand behind it */
    bool joiner;        /* the character before is U+200D */
    bool hebrew_hyphen; /* a Hebrew letter stands before `before`, a hyphen (LB21a) */
    bool paired;        /* regional indicators so far are pairs (LB30a) */
    enum number number;
};

/* Whether a digit stands behind character i and the marks on it. */
static bool leads_number(const struct line_breaker *b, int i)
{
    for (i++; i < b->count && is_mark(class_of_character(b->characters[i]));)
        i++;
    return i < b->count && class_of_character(b->characters[i]) == G_UNICODE_BREAK_NUMERIC;
}

/* LB25 beyond pairs. */
static bool is_of_number(const struct line_breaker *b, int i, int class)
{
    if (is_in(b->before, IN(PREFIX) | IN(POSTFIX)) && class == G_UNICODE_BREAK_OPEN_PUNCTUATION)
        return leads_number(b, i);
    if (class == G_UNICODE_BREAK_NUMERIC)
        return b->number == IN_NUMBER;
    return b->number != NO_NUMBER && is_in(class, IN(PREFIX) | IN(POSTFIX));
}

/* Whether character i of that class stands with the one before, nothing between. */
static bool is_held(const struct line_breaker *b, int i, int class)
{
    int before = b->before;
    if (is_in(class, IN(WORD_JOINER) | IN(QUOTATION)) || is_in(class, held[before]))
        return true;
    if (class == G_UNICODE_BREAK_NON_BREAKING_GLUE && !is_in(before, IN(AFTER) | IN(HYPHEN)))
        return true; /* LB12a */
    if (is_in(before, IN(CONTINGENT)) || is_in(class, IN(CONTINGENT)))
        return false; /* LB20 */
    if (is_in(class, NOT_FIRST) || b->hebrew_hyphen)
        return true;
    if (class == G_UNICODE_BREAK_OPEN_PUNCTUATION && is_in(before, LETTERS | IN(NUMERIC)))
        return !is_wide(b->characters[i]); /* LB30 */
    if (class == G_UNICODE_BREAK_REGIONAL_INDICATOR && before == class)
        return !b->paired;
    return is_of_number(b, i, class);
}

static bool may_start(const struct line_breaker *b, int i, int class)
{
    if (b->before >= 0 && is_in(b->before, ENDS_LINE))
        return b->before != G_UNICODE_BREAK_CARRIAGE_RETURN || class != G_UNICODE_BREAK_LINE_FEED;
    if (is_in(class, WHITE))
        return false;
    if (b->before == G_UNICODE_BREAK_ZERO_WIDTH_SPACE)
        return true; /* LB8 */
    if (b->joiner || is_in(class, NEVER_FIRST))
        return false; /* LB8a */
    if (b->before < 0)
        return b->spaces;
    if (b->spaces)
        return !is_in(class, held_over_spaces(b->before));
    return !is_held(b, i, class);
}

/* LB25: digits, signs and separators between them, one closing bracket. */
static enum number number_with(enum number number, int class)
{
    if (class == G_UNICODE_BREAK_NUMERIC)
        return IN_NUMBER;
    if (number == IN_NUMBER && is_in(class, IN(SYMBOL) | IN(INFIX_SEPARATOR)))
        return IN_NUMBER;
    if (number == IN_NUMBER && is_in(class, IN(CLOSE_PUNCTUATION) | IN(CLOSE_PARENTHESIS)))
        return CLOSED_NUMBER;
    return NO_NUMBER;
}

static void step(struct line_breaker *b, int class)
{
    if (class == G_UNICODE_BREAK_SPACE) {
        b->before = b->before >= 0 && is_in(b->before, ENDS_LINE) ? -1 : b->before;
        b->spaces = true;
        b->number = NO_NUMBER;
        return;
    }
    b->hebrew_hyphen = b->before == G_UNICODE_BREAK_HEBREW_LETTER && !b->spaces &&
                       is_in(class, IN(HYPHEN) | IN(AFTER));
    b->paired = class == G_UNICODE_BREAK_REGIONAL_INDICATOR && b->before == class && !b->spaces &&
                !b->paired;
    b->number = number_with(b->number, class);
    b->before = class;
    b->spaces = false;
}

/* LB9: a mark is of what it stands on. */
static bool stands_on(const struct line_breaker *b, int class)
{
    return is_mark(class) && b->before >= 0 && !b->spaces &&
           !is_in(b->before, ENDS_LINE | IN(ZERO_WIDTH_SPACE));
}

void uax14_find(const uint32_t *characters, int count, bool *allowed)
{
    struct line_breaker b = {.characters = characters, .count = count, .before = -1};
    for (int i = 0; i < count; i++) {
        int class = class_of_character(characters[i]), was = class;
        allowed[i] = false;
        if (!stands_on(&b, class)) {
            class = is_mark(class) ? G_UNICODE_BREAK_ALPHABETIC : class; /* LB10 */
            allowed[i] = i > 0 && may_start(&b, i, class);
            step(&b, class);
        }
        b.joiner = was == G_UNICODE_BREAK_ZERO_WIDTH_JOINER;
    }
}
