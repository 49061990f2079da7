/* turn: a model of the simple reader. It goes through a line from the right; whatever it meets
 * between a Latin letter, figure or comma and the next Arabic letter it takes from left to right.
 * In: characters in the order of the text. Out: marks that stop it. */
#include "pdf/turn.h"

#include <glib.h>
#include <string.h>

enum { LRM = 0x200E, RLM = 0x200F };

/* What the reader takes a character for. */
enum guess { GUESS_RIGHT, GUESS_LEFT, GUESS_NUMBER, GUESS_NEUTRAL };

static enum guess guess(uint32_t c)
{
    if (c == 0x060C || c == 0xA0 || (c < 0x80 && c && strchr("#$%+,-./:0123456789", (int)c)))
        return GUESS_NUMBER;
    if (!g_unichar_isalpha(c))
        return g_unichar_isdigit(c) ? GUESS_NUMBER : GUESS_NEUTRAL;
    bool right =
        (c >= 0x0590 && c < 0x0900) || (c >= 0xFB1D && c < 0xFE00) || (c >= 0xFE70 && c < 0xFF00);
    return right ? GUESS_RIGHT : GUESS_LEFT;
}

/* A hyphen that is the rightmost of its line would be taken for one that parts a word. */
static bool is_hyphen_at_edge(uint32_t c, bool first)
{
    return first && c == '-';
}

struct marks turn_character(uint32_t c, uint32_t next, bool first)
{
    enum guess taken = guess(c);
    bool starts = taken == GUESS_LEFT || taken == GUESS_NUMBER;
    return (struct marks){starts ? turn_left(next) : 0, is_hyphen_at_edge(c, first) ? RLM : 0};
}

uint32_t turn_left(uint32_t next)
{
    return next && guess(next) != GUESS_RIGHT ? RLM : 0;
}

uint32_t turn_right(uint32_t last, bool first)
{
    return guess(last) == GUESS_NEUTRAL || is_hyphen_at_edge(last, first) ? LRM : 0;
}
