/* reading: signs → characters of words. In: a text. Out: its characters, with the way back. */
#include "set/reading.h"

#include <glib.h>

#include "set/fill.h"

struct reading reading_make(struct text *text, const struct style *style)
{
    struct reading r = {style, text, 0,
                        ARENA_ARRAY(text->scratch, uint32_t, text->count + READING_AHEAD),
                        ARENA_ARRAY(text->scratch, int, text->count + 1)};
    for (int i = 0; i < text->count; i++) {
        const struct sign *sign = &text->signs[i];
        bool space = sign->class == CLASS_SPACE || sign->class == CLASS_TIE;
        if (text_is_call(text, i) || sign->class == CLASS_JOINER)
            continue;
        if (space && r.count && r.c[r.count - 1] == ' ')
            continue;
        r.c[r.count] = space ? ' ' : sign->c;
        r.sign[r.count++] = i;
    }
    return r;
}

void reading_price(struct reading *r, int i, int penalty)
{
    if (i < r->count && r->c[i] == ' ')
        i++;
    if (i <= 0 || i >= r->count)
        return;
    uint16_t *was = &r->text->signs[r->sign[i]].penalty;
    if (*was < penalty)
        *was = (uint16_t)penalty;
}

void reading_tie(struct reading *r, int from, int to)
{
    for (int i = from + 1; i < to; i++)
        reading_price(r, i, FILL_NEVER);
}

void reading_tie_softly(struct reading *r, int space, int penalty)
{
    int next = space + 1;
    if (r->c[space] != ' ' || next >= r->count)
        return;
    bool typed = false;
    for (int i = r->sign[space]; i < r->sign[next]; i++)
        typed = typed || r->text->signs[i].class == CLASS_TIE;
    if (typed && !r->text->chinese)
        r->text->signs[r->sign[next]].penalty = FILL_TYPED;
    reading_price(r, space, penalty);
}

bool reading_is_word(uint32_t c)
{
    return c && c != ' ' && g_unichar_isalnum(c) && !(c >= 0x2E80 && c < 0xA000);
}

bool reading_words_follow(const struct reading *r, int i, const char *words, int *end)
{
    if (i > 0 && reading_is_word(r->c[i - 1]) && reading_is_word(r->c[i]))
        return false;
    for (; *words; words = g_utf8_next_char(words), i++)
        if (r->c[i] != g_utf8_get_char(words))
            return false;
    *end = i;
    return !reading_is_word(r->c[i]) || !reading_is_word(r->c[i - 1]);
}
