/* slips: how far a word is from another one. In: two words. Out: whether one slip lies between. */
#include "check/slips.h"

#include <glib.h>

/* Behind what both words have alike in front. */
static void pass_common(const char **a, const char **b)
{
    while (**a && g_utf8_get_char(*a) == g_utf8_get_char(*b)) {
        *a = g_utf8_next_char(*a);
        *b = g_utf8_next_char(*b);
    }
}

static int slips_within(const char *word, const char *meant, int allowed)
{
    pass_common(&word, &meant);
    if (!*word && !*meant)
        return 0;
    if (allowed == 0)
        return 1;
    const char *word_next = *word ? g_utf8_next_char(word) : NULL;
    const char *meant_next = *meant ? g_utf8_next_char(meant) : NULL;
    int least = allowed + 1;
    if (word_next)
        least = MIN(least, 1 + slips_within(word_next, meant, allowed - 1));
    if (meant_next)
        least = MIN(least, 1 + slips_within(word, meant_next, allowed - 1));
    if (word_next && meant_next)
        least = MIN(least, 1 + slips_within(word_next, meant_next, allowed - 1));
    if (word_next && meant_next && *word_next && *meant_next &&
        g_utf8_get_char(word) == g_utf8_get_char(meant_next) &&
        g_utf8_get_char(word_next) == g_utf8_get_char(meant))
        least = MIN(least, 1 + slips_within(g_utf8_next_char(word_next),
                                            g_utf8_next_char(meant_next), allowed - 1));
    return least;
}

int slips_between(const char *word, const char *meant)
{
    return slips_within(word, meant, 2);
}

bool is_slip_of(const char *word, const char *meant)
{
    return slips_within(word, meant, 1) == 1;
}
