/* breaks: UAX #14, the two-sided table, the rules of each language. In: signs with classes. Out:
 * a penalty before every sign. */
#include "set/breaks.h"

#include <glib.h>

#include "set/fill.h"
#include "set/tokens.h"
#include "set/uax14.h"

enum { PENALTY_COMPOUND = 50, PENALTY_DASH_START = 200, PENALTY_SHORT_TITLE = 30 };

static bool is_space(const struct sign *sign)
{
    return sign->class == CLASS_SPACE || sign->class == CLASS_TIE;
}

/* UAX #14 over the text without its calls, which take no part in it. */
static void ground(const struct text *text, bool *allowed)
{
    uint32_t *characters = ARENA_ARRAY(text->scratch, uint32_t, text->count);
    bool *without = ARENA_ARRAY(text->scratch, bool, text->count);
    int count = 0;
    for (int i = 0; i < text->count; i++)
        if (!text_is_call(text, i))
            characters[count++] = text->signs[i].c;
    uax14_find(characters, count, without);
    for (int i = 0, k = 0; i < text->count; i++)
        if (!text_is_call(text, i))
            allowed[i] = without[k++];
}

/* --- the two-sided table -------------------------------------------------------------- */

static bool is_western_quote(const struct sign *sign)
{
    return sign->class == CLASS_MARK &&
           (sign->c == 0x2018 || sign->c == 0x2019 || sign->c == 0x201C || sign->c == 0x201D);
}

static bool is_dash(const struct sign *sign)
{
    return sign->class == CLASS_MARK && (sign->c == '-' || sign->c == 0x2010 || sign->c == 0x2212 ||
                                         sign->c == 0x2013 || sign->c == 0x2014);
}

/* The sign in the direction of `step` that is no call or joiner; NULL at the edge. */
static const struct sign *beside(const struct text *text, int i, int step)
{
    for (i += step; i >= text->label_count && i < text->count; i += step)
        if (text->signs[i].class != CLASS_JOINER && !text_is_call(text, i))
            return &text->signs[i];
    return NULL;
}

/* White at its left and none at its right: it opens something, whatever it is by itself. */
static bool opens(const struct text *text, int i)
{
    const struct sign *left = beside(text, i, -1), *right = beside(text, i, 1);
    return (!left || is_space(left) || class_no_end(left->c)) && right && !is_space(right) &&
           !class_no_start(right->c);
}

static bool closes(const struct text *text, int i)
{
    const struct sign *left = beside(text, i, -1), *right = beside(text, i, 1);
    return left && !is_space(left) && !class_no_end(left->c) &&
           (!right || is_space(right) || class_no_start(right->c));
}

/* Quotation marks of Western text open or close by what stands around them: “ closes in German and
 * Arabic, ’ may open. A dash in front of a word is of that word: "—palabra—", "-5". */
static bool no_start(const struct text *text, int i)
{
    const struct sign *sign = &text->signs[i];
    if (is_western_quote(sign) && (opens(text, i) || closes(text, i)))
        return closes(text, i);
    return class_no_start(sign->c) && !(is_dash(sign) && opens(text, i));
}

static bool no_end(const struct text *text, int i)
{
    const struct sign *sign = &text->signs[i];
    if (is_western_quote(sign) && (opens(text, i) || closes(text, i)))
        return opens(text, i);
    return class_no_end(sign->c) || (is_dash(sign) && opens(text, i));
}

/* The solidus of a URL, and the dash of ranges, are the tokens' business. */
static int edge_penalty(const struct text *text, int left, int right, bool allowed)
{
    const struct sign *before = &text->signs[left], *sign = &text->signs[right];
    enum sign_class a = (enum sign_class)before->class, b = (enum sign_class)sign->class;
    if (no_start(text, right) && !(sign->c == 0x2014 && b == CLASS_DOUBLE))
        return FILL_NEVER;
    if (no_end(text, left))
        return FILL_NEVER;
    if (a == CLASS_DOUBLE && left + 1 == right && sign->c == before->c)
        return FILL_NEVER; /* A3, pairs; see settle_units */
    if (b == CLASS_DOUBLE && (sign->c == 0x2014 || sign->c == 0x2E3A))
        return PENALTY_DASH_START;
    if (class_is_chinese(a) || class_is_chinese(b))
        return !allowed && (b == CLASS_MARK && !class_depends(sign->c))
                   ? FILL_NEVER
                   : 0; /* A5: breaks around quotes, which UAX #14 before 16.0 forbids */
    return allowed ? 0 : FILL_NEVER;
}

/* A3: in a run of dashes or dots breaks fall between whole units of two. */
static void settle_units(struct text *text)
{
    for (int i = 0; i < text->count;) {
        int end = i + 1;
        if (text->signs[i].class == CLASS_DOUBLE)
            while (end < text->count && text->signs[end].class == CLASS_DOUBLE &&
                   text->signs[end].c == text->signs[i].c)
                end++;
        for (int k = i + 2; k < end && text->signs[i].c == 0x2014; k += 2)
            text->signs[k].penalty = PENALTY_DASH_START;
        i = end;
    }
}

/* F6: a price on a break after the hyphen or en dash of a compound, none before it. */
static void settle_compounds(struct text *text)
{
    for (int i = 1; i < text->count; i++) {
        uint32_t before = text->signs[i - 1].c;
        bool hyphen = before == '-' || before == 0x2010 || before == 0x2013;
        if (hyphen && text->signs[i].penalty < PENALTY_COMPOUND)
            text->signs[i].penalty = PENALTY_COMPOUND;
    }
}

/* A12: a short quoted title stays together if it can. */
static void settle_titles(struct text *text)
{
    enum { SHORT = 6 };
    for (int i = 0; i < text->count; i++) {
        if (text->signs[i].c != 0x300A)
            continue;
        int end = i + 1;
        while (end < text->count && end - i <= SHORT && text->signs[end].c != 0x300B)
            end++;
        if (end == text->count || end - i > SHORT)
            continue;
        for (int k = i + 1; k <= end; k++)
            if (text->signs[k].penalty < PENALTY_SHORT_TITLE)
                text->signs[k].penalty = PENALTY_SHORT_TITLE;
    }
}

/* Of a line that starts with sign i, the next seen behind `before`. What the source ties with a
 * no-break space is parted in need, unless a rule ties it too; never in Chinese. */
static int break_penalty(const struct text *text, int before, int i, bool allowed, bool tied)
{
    if (before < text->label_count || i < text->label_count)
        return FILL_NEVER; /* A10 */
    if (!tied)
        return edge_penalty(text, before, i, allowed);
    return text->chinese ? FILL_NEVER : MAX(edge_penalty(text, before, i, true), FILL_TYPED);
}

void breaks_find(struct text *text, const struct style *style)
{
    bool *allowed = ARENA_ARRAY(text->scratch, bool, text->count + 1);
    ground(text, allowed);
    int before = -1;   /* last sign that is neither space, joiner nor call */
    bool tied = false; /* a no-break space since */
    for (int i = 0; i < text->count; i++) {
        struct sign *sign = &text->signs[i];
        sign->penalty = FILL_NEVER;
        if (is_space(sign)) {
            tied = tied || sign->class == CLASS_TIE;
            continue;
        }
        if (sign->class == CLASS_JOINER || text_is_call(text, i))
            continue;
        if (before >= 0)
            sign->penalty =
                (uint16_t)break_penalty(text, before, i, allowed[i] || allowed[before + 1], tied);
        before = i;
        tied = false;
    }
    settle_units(text);
    settle_compounds(text);
    settle_titles(text);
    tokens_tie(text, style);
}
