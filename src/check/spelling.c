/* spelling: words out of a passage. In: its text. Out: words, folded for tables. */
#include "check/spelling.h"

#include <string.h>

static bool is_arabic_mark(gunichar c)
{
    return (c >= 0x064B && c <= 0x0652) || c == 0x0640 || c == 0x0670;
}

static bool is_word_letter(gunichar c)
{
    return c < 0x80 ? g_ascii_isalpha((gchar)c) : g_unichar_isalpha(c) || is_arabic_mark(c);
}

/* A hyphen, also one that may not break, joins two letters. */
static bool is_joint(const char *p)
{
    gunichar c = g_utf8_get_char(p);
    return (c == '-' || c == 0x2010 || c == 0x2011) &&
           is_word_letter(g_utf8_get_char(g_utf8_next_char(p)));
}

static void fold(struct word *word, gunichar c)
{
    if (is_arabic_mark(c) || word->size > LONGEST_WORD)
        return;
    if (c == 0x2010 || c == 0x2011)
        c = '-';
    word->size += (size_t)g_unichar_to_utf8(c < 0x80 ? (gunichar)g_ascii_tolower((gchar)c)
                                                     : g_unichar_tolower(c),
                                            word->folded + word->size);
}

bool next_word(const struct passage *passage, struct word *word)
{
    const char *p = passage->text + word->to;
    while (*p && !is_word_letter(g_utf8_get_char(p)))
        p = g_utf8_next_char(p);
    word->from = (int)(p - passage->text);
    word->size = 0;
    while (*p && (is_word_letter(g_utf8_get_char(p)) || (word->size && is_joint(p)))) {
        fold(word, g_utf8_get_char(p));
        p = g_utf8_next_char(p);
    }
    word->to = (int)(p - passage->text);
    word->folded[word->size] = '\0';
    return word->to > word->from;
}
