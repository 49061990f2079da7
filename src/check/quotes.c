/* quotes: finds quotation marks, tells which of them open and which close, and pairs them. In: a
 * passage. Out: an array of them. What a mark does is told by where it stands (behind a space it
 * opens, before a mark it closes), because its form may be just what is wrong; where its place
 * does not tell, and in Chinese, by its form. */
#include "check/quotes.h"

#include <string.h>

#include "check/signs.h"

/* --- forms ---------------------------------------------------------------------------- */

static const struct {
    gunichar c;
    enum quote_sort sort;
    enum quote_role role;
} forms[] = {
    {'"', QUOTE_DOUBLE, QUOTE_UNKNOWN},   {0x201C, QUOTE_DOUBLE, QUOTE_OPENS},
    {0x201D, QUOTE_DOUBLE, QUOTE_CLOSES}, {0x201E, QUOTE_DOUBLE, QUOTE_OPENS},
    {0x201F, QUOTE_DOUBLE, QUOTE_OPENS},  {0x2033, QUOTE_DOUBLE, QUOTE_UNKNOWN},
    {0x301D, QUOTE_DOUBLE, QUOTE_OPENS},  {0x301E, QUOTE_DOUBLE, QUOTE_CLOSES},
    {0x301F, QUOTE_DOUBLE, QUOTE_CLOSES}, {0xFF02, QUOTE_DOUBLE, QUOTE_UNKNOWN},
    {'\'', QUOTE_SINGLE, QUOTE_UNKNOWN},  {0x2018, QUOTE_SINGLE, QUOTE_OPENS},
    {0x2019, QUOTE_SINGLE, QUOTE_CLOSES}, {0x201A, QUOTE_SINGLE, QUOTE_OPENS},
    {0x201B, QUOTE_SINGLE, QUOTE_OPENS},  {0xFF07, QUOTE_SINGLE, QUOTE_UNKNOWN},
    {0xAB, QUOTE_ANGLE, QUOTE_OPENS},     {0xBB, QUOTE_ANGLE, QUOTE_CLOSES},
    {0x2039, QUOTE_SMALL, QUOTE_OPENS},   {0x203A, QUOTE_SMALL, QUOTE_CLOSES},
    {0x300A, QUOTE_TITLE, QUOTE_OPENS},   {0x300B, QUOTE_TITLE, QUOTE_CLOSES},
    {0x3008, QUOTE_INNER, QUOTE_OPENS},   {0x3009, QUOTE_INNER, QUOTE_CLOSES},
    {0x300C, QUOTE_CORNER, QUOTE_OPENS},  {0x300D, QUOTE_CORNER, QUOTE_CLOSES},
    {0x300E, QUOTE_CORNER2, QUOTE_OPENS}, {0x300F, QUOTE_CORNER2, QUOTE_CLOSES},
};

static int form_of(gunichar c)
{
    for (int i = 0; i < (int)G_N_ELEMENTS(forms); i++)
        if (forms[i].c == c)
            return i;
    return -1;
}

static enum quote_role swapped(enum quote_role role)
{
    if (role == QUOTE_UNKNOWN)
        return role;
    return role == QUOTE_OPENS ? QUOTE_CLOSES : QUOTE_OPENS;
}

/* What a mark of this form does in a language: Arabic and German turn some of them round. */
static enum quote_role role_of_form(enum language language, int form)
{
    gunichar c = forms[form].c;
    if (language == AR && (c == 0x201C || c == 0x201D || c == 0x2018 || c == 0x2019))
        return swapped(forms[form].role);
    if (language == DE && (c == 0x201C || c == 0x2018))
        return QUOTE_CLOSES;
    return forms[form].role;
}

gunichar quote_wanted(enum language language, enum quote_role role, int depth)
{
    static const gunichar marks[LANGUAGE_COUNT][4] = {
        [ZH] = {0x201C, 0x201D, 0x2018, 0x2019}, [EN] = {0x201C, 0x201D, 0x2018, 0x2019},
        [ES] = {0x201C, 0x201D, 0x2018, 0x2019}, [FR] = {0xAB, 0xBB, 0x201C, 0x201D},
        [RU] = {0xAB, 0xBB, 0x201C, 0x201D},     [AR] = {0x201D, 0x201C, 0x2019, 0x2018},
        [DE] = {0x201E, 0x201C, 0x201A, 0x2018},
    };
    return marks[language][(depth % 2) * 2 + (role == QUOTE_CLOSES)];
}

/* --- places --------------------------------------------------------------------------- */

static bool begins_after(enum language language, gunichar before)
{
    int form = form_of(before);
    if (form >= 0 && before != 0x2019) /* "l’“" is an apostrophe */
        return role_of_form(language, form) != QUOTE_CLOSES;
    return !before || is_blank(before) || (before < 0x80 && strchr("([{/-", (int)before)) ||
           before == 0x2013 || before == 0x2014;
}

static bool ends_before(enum language language, gunichar next)
{
    static const char marks[] = ",.;:!?)]}/-";
    int form = form_of(next);
    if (form >= 0)
        return role_of_form(language, form) != QUOTE_OPENS;
    return !next || is_blank(next) || (next < 0x80 && strchr(marks, (int)next)) || next == 0x2026 ||
           next == 0x2013 || next == 0x2014 || next == 0x60C || next == 0x61B || next == 0x61F;
}

static enum quote_role role_of(const struct copy *copy, const struct passage *passage,
                               const struct quote *quote, int form)
{
    enum quote_role by_form = role_of_form(copy->language, form);
    if (copy->language == ZH || quote->sort == QUOTE_ANGLE) /* nobody turns these round */
        return by_form;
    bool begins = begins_after(copy->language, char_before(passage, quote->from));
    bool ends =
        ends_before(copy->language, char_at(passage, quote->to)) || has_call(passage, quote->to);
    if (begins == ends)
        return by_form;
    return begins ? QUOTE_OPENS : QUOTE_CLOSES;
}

/* Letters at both sides make it an apostrophe, and so does a word's end when no single quotation
 * is open; a figure behind it a year ("’90s"), and one before it a measure (5'). */
static bool is_apostrophe(const struct copy *copy, const struct passage *passage,
                          const struct quote *quote, const int *open)
{
    gunichar before = char_before(passage, quote->from), next = char_at(passage, quote->to);
    bool letter = is_latin(before) || is_cyrillic(before);
    if ((letter || g_unichar_isdigit(before)) && (is_latin(next) || is_cyrillic(next)))
        return true;
    if (open[QUOTE_SINGLE] || (copy->language == AR && !letter))
        return false;
    return (letter && quote->role != QUOTE_OPENS) ||
           (quote->c != 0x2018 && g_unichar_isdigit(next));
}

static bool is_measure(const struct passage *passage, const struct quote *quote, const int *open)
{
    return (quote->c == '"' || quote->c == '\'' || quote->c == 0x2033) && !open[quote->sort] &&
           g_unichar_isdigit(char_before(passage, quote->from));
}

/* --- pairs ---------------------------------------------------------------------------- */

struct pairing {
    GArray *quotes;
    int stack[16], depth;
    int open[QUOTE_CORNER2 + 1]; /* by sort */
};

static bool is_title(enum quote_sort sort)
{
    return sort == QUOTE_TITLE || sort == QUOTE_INNER;
}

static void open_quote(struct pairing *p, struct quote *quote)
{
    for (int i = 0; i < p->depth; i++) {
        enum quote_sort sort = g_array_index(p->quotes, struct quote, p->stack[i]).sort;
        quote->depth += is_title(sort) == is_title(quote->sort);
    }
    if (p->depth < (int)G_N_ELEMENTS(p->stack)) {
        p->stack[p->depth++] = (int)p->quotes->len;
        p->open[quote->sort]++;
    }
}

/* The innermost one that a mark can close: of its sort, or another one of quotations ("« … ”"). */
static int opened_by(const struct pairing *p, const struct quote *quote)
{
    for (int i = p->depth - 1; i >= 0; i--)
        if (g_array_index(p->quotes, struct quote, p->stack[i]).sort == quote->sort)
            return i;
    if (!p->depth || is_title(quote->sort))
        return -1;
    enum quote_sort top = g_array_index(p->quotes, struct quote, p->stack[p->depth - 1]).sort;
    return is_title(top) || quote->sort == QUOTE_SINGLE || top == QUOTE_SINGLE ? -1 : p->depth - 1;
}

static void close_quote(struct pairing *p, struct quote *quote)
{
    int at = opened_by(p, quote);
    if (at < 0)
        return;
    struct quote *partner = &g_array_index(p->quotes, struct quote, p->stack[at]);
    partner->partner = (int)p->quotes->len;
    quote->partner = p->stack[at];
    quote->depth = partner->depth;
    while (p->depth > at)
        p->open[g_array_index(p->quotes, struct quote, p->stack[--p->depth]).sort]--;
}

/* A straight mark whose place does not tell closes what is open of its sort. */
static void place_quote(struct pairing *p, struct quote *quote)
{
    if (quote->role == QUOTE_UNKNOWN)
        quote->role = p->open[quote->sort] ? QUOTE_CLOSES : QUOTE_OPENS;
    if (quote->role == QUOTE_OPENS)
        open_quote(p, quote);
    else
        close_quote(p, quote);
    g_array_append_val(p->quotes, *quote);
}

GArray *quotes_of(const struct copy *copy, const struct passage *passage)
{
    struct pairing pairing = {0};
    const char *text = passage->text;
    for (const char *p = text; (p = strpbrk(p, "\"'\xC2\xE2\xE3\xEF")); p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        int form = form_of(c);
        if (form < 0)
            continue;
        struct quote quote = {.from = (int)(p - text),
                              .to = (int)(g_utf8_next_char(p) - text),
                              .c = c,
                              .sort = forms[form].sort,
                              .partner = -1};
        quote.role = role_of(copy, passage, &quote, form);
        if ((quote.sort == QUOTE_SINGLE && is_apostrophe(copy, passage, &quote, pairing.open)) ||
            is_measure(passage, &quote, pairing.open))
            continue;
        if (!pairing.quotes)
            pairing.quotes = g_array_new(FALSE, FALSE, sizeof(struct quote));
        place_quote(&pairing, &quote);
    }
    return pairing.quotes;
}
