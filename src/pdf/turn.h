/* turn: what must be said of text from right to left to readers that put a line together by the
 * places of its characters, from the right, and guess by each character alone which way it runs:
 * pdftotext and the viewers that stand on it do. Marks of direction at a few places make their
 * guesses come out right; other readers take no notice of them (UAX #9, 2.6). */
#ifndef PLENARY_TURN_H
#define PLENARY_TURN_H

#include <stdbool.h>
#include <stdint.h>

/* The marks that such a reader must see at the two sides of a character: U+200E, U+200F, or 0. */
struct marks {
    uint32_t left, right;
};

/* For a character from right to left; `next` is the one after it, 0 at the line's end. `first`: it
 * is the first of its line. */
struct marks turn_character(uint32_t c, uint32_t next, bool first);

/* For the beginning and the end of a stretch from left to right: its left and its right; `next` is
 * what comes behind the stretch. */
uint32_t turn_left(uint32_t next);
uint32_t turn_right(uint32_t last, bool first);

#endif
