/* reading: the text as the rules about words read it: without calls and joiners, a run of spaces
 * as one, across all style boundaries (A11). Private to tokens.c and ties.c. */
#ifndef PLENARY_READING_H
#define PLENARY_READING_H

#include "set/text.h"

enum { READING_AHEAD = 4 };

struct reading {
    const struct style *style;
    struct text *text;
    int count;
    uint32_t *c; /* READING_AHEAD zeros at the end: a rule may look so far ahead */
    int *sign;   /* of the text, per character */
};

struct reading reading_make(struct text *text, const struct style *style);

/* Raises the price of a line start at character i; where that is a space, at what follows it. */
void reading_price(struct reading *reading, int i, int penalty);

/* No line starts within characters from…to - 1. */
void reading_tie(struct reading *reading, int from, int to);

/* The same at one space, at a price: a dear one where the source has a no-break space there, which
 * only need may part (Western). */
void reading_tie_softly(struct reading *reading, int space, int penalty);

/* The character after the space at i, or i. */
static inline int reading_skip_space(const struct reading *reading, int i)
{
    return reading->c[i] == ' ' ? i + 1 : i;
}

/* The same where the first byte is as it should be. */
bool reading_words_follow(const struct reading *reading, int i, const char *words, int *end);

/* True when the words (UTF-8, one space between them) stand whole at i; their end to *end. Lists
 * are long, and most of their words begin in another way: these are not called for. */
static inline bool reading_word_at(const struct reading *reading, int i, const char *words,
                                   int *end)
{
    uint32_t c = reading->c[i];
    uint32_t byte = c < 0x80 ? c : c < 0x800 ? 0xC0 | c >> 6 : c < 0x10000 ? 0xE0 | c >> 12 : 0xF0;
    return ((uint8_t)*words == byte || c >= 0x10000) &&
           reading_words_follow(reading, i, words, end);
}

/* Kinds of characters. A word sign is a letter or digit that is not Han. */
bool reading_is_word(uint32_t c);

static inline bool reading_is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}
static inline bool reading_is_latin(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
static inline bool reading_is_latin_capital(uint32_t c)
{
    return c >= 'A' && c <= 'Z';
}

#endif
