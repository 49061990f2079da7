/* bidi: signs → levels of embedding; levels → order on the line. */
#include "set/bidi.h"

#include <fribidi.h>
#include <glib.h>

#include "set/foreign.h"

enum { LRI = 0x2066, RLI = 0x2067, PDI = 0x2069, LINE_SEPARATOR = 0x2028 };

bool bidi_is_control(uint32_t c)
{
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
           (c >= LRI && c <= PDI);
}

/* --- isolates (G2) ------------------------------------------------------------------- */

/* What FriBidi is given: the signs, and isolates that no text has around some of them. */
struct wrapping {
    struct text *text;
    uint16_t *opens; /* per sign: LRI or RLI before it, or 0 */
    bool *closes;    /* … PDI behind it */
};

static void isolate(struct wrapping *w, int from, int to, uint16_t opener)
{
    if (from >= to)
        return;
    w->opens[from] = opener;
    w->closes[to - 1] = true;
}

static bool is_space(const struct sign *sign)
{
    return sign->class == CLASS_SPACE || sign->class == CLASS_TIE;
}

/* The end of the stretch of calls of one note, or of other signs, that begins at `from`. */
static int stretch_end(const struct text *text, int from)
{
    bool call = text_is_call(text, from);
    int to = from + 1;
    while (to < text->count && text_is_call(text, to) == call &&
           (!call || text->signs[to].piece == text->signs[from].piece))
        to++;
    return to;
}

/* True when the signs from `from` on are words from left to right and nothing else: a reference in
 * English, not a document symbol alone. */
static bool is_foreign(const struct text *text, int from)
{
    bool letters = false, spaces = false, parted = false;
    for (int i = from; i < text->count; i++) {
        FriBidiCharType type = fribidi_get_bidi_type(text->signs[i].c);
        if (FRIBIDI_IS_RTL(type) || bidi_is_control(text->signs[i].c))
            return false;
        spaces = spaces || (letters && is_space(&text->signs[i]));
        parted = parted || (spaces && (FRIBIDI_IS_STRONG(type) || type == FRIBIDI_TYPE_EN));
        letters = letters || FRIBIDI_IS_STRONG(type);
    }
    return parted;
}

static void isolate_words(struct wrapping *w)
{
    struct foreign *found;
    int count = foreign_find(w->text, w->text->label_count, &found);
    for (int k = 0; k < count; k++)
        isolate(w, found[k].from, found[k].to, LRI);
}

static void isolate_parts(struct wrapping *w)
{
    const struct text *text = w->text;
    uint16_t along = text->rtl ? RLI : LRI;
    int label = text->label_count;
    while (label && is_space(&text->signs[label - 1]))
        label--;
    isolate(w, 0, label, along);
    bool foreign = text->rtl && is_foreign(text, text->label_count);
    for (int from = text->label_count, to; from < text->count; from = to) {
        to = stretch_end(text, from);
        if (text_is_call(text, from))
            isolate(w, from, to, along);
        else if (foreign)
            isolate(w, from, to, LRI);
    }
    if (!foreign)
        isolate_words(w);
}

/* --- levels -------------------------------------------------------------------------- */

/* The signs with their isolates; origin[k] is the sign of character k, or -1. */
static int write_out(const struct wrapping *w, FriBidiChar *out, int *origin)
{
    int count = 0;
    for (int i = 0; i < w->text->count; i++) {
        uint32_t c = w->text->signs[i].c;
        if (w->opens[i]) {
            origin[count] = -1;
            out[count++] = w->opens[i];
        }
        origin[count] = i;
        out[count++] = w->text->signs[i].class == CLASS_BREAK ? LINE_SEPARATOR : c;
        if (w->closes[i]) {
            origin[count] = -1;
            out[count++] = PDI;
        }
    }
    return count;
}

/* UAX #9 up to rule I2. */
static void settle(struct text *text, const FriBidiChar *c, const int *origin, int count)
{
    FriBidiCharType *types = g_new(FriBidiCharType, (gsize)count);
    FriBidiBracketType *brackets = g_new(FriBidiBracketType, (gsize)count);
    FriBidiLevel *levels = g_new0(FriBidiLevel, (gsize)count);
    FriBidiParType along = text->rtl ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
    fribidi_get_bidi_types(c, count, types);
    fribidi_get_bracket_types(c, count, types, brackets);
    bool done = fribidi_get_par_embedding_levels_ex(types, brackets, count, &along, levels);
    uint8_t fence = 0;
    for (int k = 0; k < count; k++) {
        uint8_t level = done ? (uint8_t)levels[k] : text->rtl;
        if (origin[k] < 0) {
            fence = level + 1;
            continue;
        }
        struct sign *sign = &text->signs[origin[k]];
        sign->level = level;
        sign->fence = fence;
        fence = 0;
        text->mixed = text->mixed || level;
    }
    g_free(types);
    g_free(brackets);
    g_free(levels);
}

/* Most text has no character that runs from right to left. */
static bool is_plain(const struct text *text)
{
    for (int i = 0; i < text->count; i++) {
        uint32_t c = text->signs[i].c;
        if (c < 0x590 || (c >= 0x2E80 && c <= 0x9FFF))
            continue;
        if (FRIBIDI_IS_RTL(fribidi_get_bidi_type(c)) || bidi_is_control(c))
            return false;
    }
    return true;
}

void bidi_find_levels(struct text *text, const struct style *style)
{
    text->rtl = language_is_rtl(style->language);
    if (!text->count || (!text->rtl && is_plain(text)))
        return;
    struct wrapping w = {text, g_new0(uint16_t, (gsize)text->count),
                         g_new0(bool, (gsize)text->count)};
    isolate_parts(&w);
    FriBidiChar *c = g_new(FriBidiChar, (gsize)text->count * 3);
    int *origin = g_new(int, (gsize)text->count * 3);
    settle(text, c, origin, write_out(&w, c, origin));
    g_free(w.opens);
    g_free(w.closes);
    g_free(c);
    g_free(origin);
}

/* --- lines --------------------------------------------------------------------------- */

static void reverse(int *order, int from, int to)
{
    for (to--; from < to; from++, to--) {
        int left = order[from];
        order[from] = order[to];
        order[to] = left;
    }
}

void bidi_order(const uint8_t *levels, int count, int *order)
{
    int highest = 0;
    for (int i = 0; i < count; i++) {
        order[i] = i;
        highest = MAX(highest, levels[i]);
    }
    for (int level = highest; level > 0; level--)
        for (int from = 0, to; from < count; from = to) {
            for (to = from; to < count && levels[to] >= level;)
                to++;
            reverse(order, from, to);
            to = MAX(to, from + 1);
        }
}
