/* brackets: rules about their pairs and, in Chinese, their width; Spanish questions too. */
#include <string.h>

#include "check/marks.h"
#include "check/signs.h"

/* --- pairs ---------------------------------------------------------------------------- */

static const struct {
    gunichar open, close;
} pairs[] = {{'(', ')'},       {'[', ']'},       {0xFF08, 0xFF09}, {0x3010, 0x3011},
             {0x3014, 0x3015}, {0xFF3B, 0xFF3D}, {0xBF, '?'},      {0xA1, '!'}};
enum { ROUND, SQUARE, ROUND_WIDE, QUESTION = 6, PAIR_COUNT = 8 };

struct bracket {
    const struct passage *passage;
    int from, to, pair;
    gunichar c;
};

static int pair_of(enum language language, gunichar c, bool *opens)
{
    int count = language == ES ? PAIR_COUNT : QUESTION;
    for (int i = 0; i < count; i++)
        if (pairs[i].open == c || pairs[i].close == c) {
            *opens = pairs[i].open == c;
            return i;
        }
    return -1;
}

static void tell_bracket(const struct copy *copy, const struct bracket *bracket)
{
    bool opens = bracket->c == pairs[bracket->pair].open;
    const char *c = shown(copy, bracket->c);
    const char *other = shown(copy, opens ? pairs[bracket->pair].close : pairs[bracket->pair].open);
    find(copy, bracket->passage, bracket->from, bracket->to, DIAG_BRACKET_PAIR,
         opens ? "“%s” has no “%s” behind it" : "“%s” has no “%s” before it", c, other);
}

/* The word before an offset: of letters and figures, no more than six. */
static int word_before(const struct passage *passage, int at)
{
    const char *text = passage->text, *p = text + at;
    for (int count = 0; p > text && count < 6; count++) {
        const char *before = g_utf8_prev_char(p);
        if (!g_unichar_isalnum(g_utf8_get_char(before)))
            break;
        p = before;
    }
    return (int)(p - text);
}

/* "12)" is one where something begins and behind a figure ("Artículo 2 4)"): "Article 32)" has lost
 * its bracket. */
static bool begins_part(const struct passage *passage, int at)
{
    gunichar blank = char_before(passage, at);
    if (!is_blank(blank))
        return !blank;
    gunichar mark = char_before(passage, at - g_unichar_to_utf8(blank, NULL));
    return g_unichar_isdigit(mark) || mark == ',' || mark == ';' || mark == ':' || mark == 0x60C ||
           mark == 0x61B;
}

/* "a)", "iv)", "12)" label what follows. */
static bool is_label(const struct passage *passage, const struct bracket *bracket)
{
    int from = word_before(passage, bracket->from), size = bracket->from - from;
    const char *word = passage->text + from;
    gunichar before = char_before(passage, from);
    bool apart = !before || is_blank(before) || before == '(' || before == '-' ||
                 before == 0x2011 || before == 0x2013 || before == 0x201C || before == 0xAB;
    if (bracket->c != ')' || !size || !apart)
        return false;
    if (g_utf8_next_char(word) == word + size && g_unichar_isalpha(g_utf8_get_char(word)))
        return !is_han(g_utf8_get_char(word));
    if ((int)strspn(word, "ivxl") >= size)
        return true;
    return size < 4 && (int)strspn(word, "0123456789") >= size && begins_part(passage, from);
}

/* "(" and "）" are a pair too: of width speaks another rule. */
static bool is_pair(int opened, int closed)
{
    return opened == closed || (opened == ROUND && closed == ROUND_WIDE) ||
           (opened == ROUND_WIDE && closed == ROUND);
}

/* What a bracket closes; what was opened inside of it and not closed is told. */
static bool close_bracket(const struct copy *copy, GArray *open, guint since, int pair)
{
    for (guint i = open->len; i > since; i--) {
        if (!is_pair(g_array_index(open, struct bracket, i - 1).pair, pair))
            continue;
        for (guint k = i; k < open->len; k++)
            tell_bracket(copy, &g_array_index(open, struct bracket, k));
        g_array_set_size(open, i - 1);
        return true;
    }
    return false;
}

/* Only text in square brackets, proposed or deleted, goes on over paragraphs. */
static bool goes_on(const struct bracket *bracket)
{
    return bracket->pair == SQUARE && !bracket->passage->note && !bracket->passage->cell &&
           bracket->passage->block->kind != NODE_FIELD;
}

static void end_passage(const struct copy *copy, GArray *open, guint since)
{
    guint kept = since;
    for (guint i = since; i < open->len; i++) {
        struct bracket bracket = g_array_index(open, struct bracket, i);
        if (goes_on(&bracket))
            g_array_index(open, struct bracket, kept++) = bracket;
        else
            tell_bracket(copy, &bracket);
    }
    g_array_set_size(open, kept);
}

static void take_bracket(const struct copy *copy, const struct bracket *bracket, bool opens,
                         GArray *open, guint since)
{
    if (opens)
        g_array_append_val(open, *bracket);
    else if (!close_bracket(copy, open, since, bracket->pair) &&
             !is_label(bracket->passage, bracket) && !in_address(bracket->passage, bracket->from) &&
             !(goes_on(bracket) && close_bracket(copy, open, 0, bracket->pair)))
        tell_bracket(copy, bracket);
}

static void take_brackets(const struct copy *copy, const struct passage *passage, GArray *open)
{
    guint since = open->len;
    const char *text = passage->text;
    const char *set = copy->language == ES ? "()[]\xC2?!\xE3\xEF" : "()[]\xE3\xEF";
    for (const char *p = text; (p = strpbrk(p, set)); p = g_utf8_next_char(p)) {
        struct bracket bracket = {.passage = passage,
                                  .from = (int)(p - text),
                                  .to = (int)(g_utf8_next_char(p) - text),
                                  .c = g_utf8_get_char(p)};
        bool opens;
        bracket.pair = pair_of(copy->language, bracket.c, &opens);
        if (bracket.pair >= 0)
            take_bracket(copy, &bracket, opens, open, MIN(since, open->len));
    }
    end_passage(copy, open, MIN(since, open->len));
}

void unpaired_brackets(const struct copy *copy)
{
    GArray *open = g_array_new(FALSE, FALSE, sizeof(struct bracket));
    for (int i = 0; i < copy->passage_count; i++)
        take_brackets(copy, &copy->passages[i], open);
    for (guint i = 0; i < open->len; i++)
        tell_bracket(copy, &g_array_index(open, struct bracket, i));
    g_array_free(open, TRUE);
}

/* --- width ---------------------------------------------------------------------------- */

/* Published Chinese text has round brackets of half width: 1,336 of 1,339. */
void wide_brackets(const struct copy *copy, const struct passage *passage)
{
    for (const char *p = passage->text; (p = strstr(p, "\xEF\xBC")); p += 3) {
        int at = (int)(p - passage->text);
        gunichar c = g_utf8_get_char(p);
        if (c != 0xFF08 && c != 0xFF09)
            continue;
        const char *wanted = c == 0xFF08 ? "(" : ")";
        find(copy, passage, at, at + 3, DIAG_BRACKET_WIDTH,
             "a bracket of full width, “%s” was wanted", wanted);
        mend(copy, passage, at, at + 3, wanted);
    }
}
