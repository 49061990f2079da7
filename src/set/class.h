/* class: what a character is to the compositor (composition.md A, B, C; clreq 3.1, GB/T 15834). */
#ifndef PLENARY_CLASS_H
#define PLENARY_CLASS_H

#include <stdbool.h>
#include <stdint.h>

enum sign_class {
    CLASS_HAN,    /* Han, kana, full-width letters and digits: 1 em */
    CLASS_OPEN,   /* O: full-width openers, blank at the left */
    CLASS_CLOSE,  /* C: full-width closers, blank at the right */
    CLASS_COMMA,  /* K: 、，；： */
    CLASS_STOP,   /* T: 。．！？ */
    CLASS_MIDDLE, /* M: · and - – / between Han, 1/2 em, centred */
    CLASS_WAVE,   /* W: single — … and ～: 1 em */
    CLASS_DOUBLE, /* D: —— ⸺ ……: one unit of 2 em */
    CLASS_IDEOGRAPHIC_SPACE,
    CLASS_LETTER, /* Western from here */
    CLASS_DIGIT,
    CLASS_SYMBOL, /* % ‰ ° # @ & + = $: Western where joined to a letter or digit */
    CLASS_MARK,   /* Western punctuation and everything else */
    CLASS_SPACE,  /* breaking spaces */
    CLASS_TIE,    /* U+00A0, U+2007, U+202F: spaces without a break */
    CLASS_JOINER, /* combining marks, variation selectors, controls without width: of their base */
    CLASS_BREAK   /* a forced line end */
};

/* By code point alone; marks that are Chinese or Western by context are given their Chinese
 * class when `chinese`, else CLASS_MARK. */
enum sign_class class_of(uint32_t c, bool chinese);

/* U+2018, 2019, 201C, 201D, 2014, 2026, 00B7, - – /: Chinese or Western by context (B1). */
bool class_depends(uint32_t c);

/* A1, A2: may not start, may not end a line. */
bool class_no_start(uint32_t c);
bool class_no_end(uint32_t c);

/* Whether a list of characters in UTF-8 (NULL: none) has that one; 0 is in no list. */
bool class_is_one_of(const char *list, uint32_t c);

static inline bool class_is_full_mark(enum sign_class c)
{
    return c >= CLASS_OPEN && c <= CLASS_STOP;
}
static inline bool class_is_closing(enum sign_class c)
{
    return c >= CLASS_CLOSE && c <= CLASS_STOP;
}
/* Set in the Chinese font. */
static inline bool class_is_chinese(enum sign_class c)
{
    return c <= CLASS_IDEOGRAPHIC_SPACE;
}
static inline bool class_is_word(enum sign_class c)
{
    return c == CLASS_LETTER || c == CLASS_DIGIT;
}

#endif
