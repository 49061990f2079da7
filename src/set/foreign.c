/* foreign: a lexer for the Latin words and figures of Arabic text. In: signs. Out: stretches of
 * signs that UAX #9 alone would set in pieces, some of them before others. */
#include "set/foreign.h"

#include <fribidi.h>
#include <glib.h>

enum kind {
    KIND_LETTER, /* of a script that runs from left to right */
    KIND_DIGIT,
    KIND_MARK, /* ASCII */
    KIND_SPACE,
    KIND_OTHER /* Arabic; calls, line ends */
};

static enum kind kind_of(const struct text *text, int i)
{
    if (i >= text->count || text_is_call(text, i))
        return KIND_OTHER;
    const struct sign *sign = &text->signs[i];
    if (sign->class == CLASS_SPACE || sign->class == CLASS_TIE)
        return KIND_SPACE;
    if (sign->c >= '0' && sign->c <= '9')
        return KIND_DIGIT;
    if (sign->c > ' ' && sign->c < 0x7F)
        return g_ascii_isalpha((char)sign->c) ? KIND_LETTER : KIND_MARK;
    return fribidi_get_bidi_type(sign->c) == FRIBIDI_TYPE_LTR ? KIND_LETTER : KIND_OTHER;
}

static uint32_t at(const struct text *text, int i)
{
    return i < text->count ? text->signs[i].c : 0;
}

static bool is_in_word(enum kind kind)
{
    return kind == KIND_LETTER || kind == KIND_DIGIT || kind == KIND_MARK;
}

static int space_end(const struct text *text, int i)
{
    while (kind_of(text, i) == KIND_SPACE)
        i++;
    return i;
}

/* --- words --------------------------------------------------------------------------- */

/* A word without the marks of the sentence around it. */
struct word {
    int from, to, end; /* `end` is where its marks end */
    bool letters, marks, slash;
    int open; /* brackets */
};

/* True for a mark that belongs to what it stands behind: a bracket whose opener is within, the
 * solidus of an address. Counts the openers. */
static bool is_held(struct word *word, uint32_t mark)
{
    if (mark == '(')
        word->open++;
    if (mark == ')' && word->open > 0)
        return word->open--;
    return mark == '/' && word->letters && word->marks;
}

/* The word at i, which is a letter, digit or mark. */
static struct word word_at(const struct text *text, int i)
{
    struct word word = {.from = i};
    for (enum kind kind; is_in_word(kind = kind_of(text, i)); i++) {
        bool empty = word.to == 0;
        if (kind == KIND_MARK && empty)
            word.from = i + 1;
        else if (kind != KIND_MARK || is_held(&word, at(text, i)))
            word.to = i + 1;
        word.letters |= kind == KIND_LETTER;
        word.marks |= kind == KIND_MARK && !empty;
        word.slash |= at(text, i) == '/';
    }
    word.end = i;
    return word;
}

/* --- what belongs to it -------------------------------------------------------------- */

static int figures_end(const struct text *text, int i)
{
    while (kind_of(text, i) == KIND_DIGIT)
        i++;
    return i;
}

/* The end of the decimals that follow at `to`, behind a comma of either script or a stop. */
static int decimals_end(const struct text *text, int to)
{
    uint32_t c = at(text, to);
    bool mark = c == ',' || c == '.' || c == 0x060C || c == 0x066B;
    return mark && kind_of(text, to + 1) == KIND_DIGIT ? figures_end(text, to + 1) : to;
}

/* A group of three figures behind a space: its end; else `to`. */
static int group_end(const struct text *text, int to)
{
    int i = space_end(text, to), digits = figures_end(text, i);
    bool ends = kind_of(text, digits) != KIND_LETTER && at(text, digits) != '/';
    return i > to && digits == i + 3 && ends ? digits : to;
}

/* The end of the Latin words and figures that follow at `to`, the first of them Latin; "(XXI)" is
 * one of them, a symbol is none. */
static int words_end(const struct text *text, int to)
{
    bool letters = false;
    for (int next = space_end(text, to); next > to; next = space_end(text, to)) {
        enum kind kind = kind_of(text, next);
        bool bracket = at(text, next) == '(' && kind_of(text, next + 1) == KIND_LETTER;
        if (!is_in_word(kind) || (kind == KIND_MARK && !bracket))
            break;
        struct word word = word_at(text, next);
        if (word.slash || (!letters && !word.letters))
            break;
        letters = true;
        bool closed = bracket && at(text, word.to) == ')';
        to = word.to + closed;
        if (to < word.end || (bracket && !closed))
            break;
    }
    return to;
}

static int company_end(const struct text *text, const struct word *word)
{
    if (word->to < word->end || kind_of(text, word->to - 1) != KIND_DIGIT)
        return word->to;
    int to = word->to;
    for (int next; !word->letters && (next = group_end(text, to)) > to;)
        to = next;
    to = to > word->to ? decimals_end(text, to) : to;
    return words_end(text, to);
}

int foreign_find(const struct text *text, int from, struct foreign **found)
{
    GArray *list = g_array_new(FALSE, FALSE, sizeof(struct foreign));
    for (int i = from; i < text->count;) {
        if (!is_in_word(kind_of(text, i))) {
            i++;
            continue;
        }
        struct word word = word_at(text, i);
        if (word.to <= word.from) {
            i = word.end;
            continue;
        }
        struct foreign foreign = {word.from, company_end(text, &word)};
        if (foreign.to > word.to || (word.letters && word.marks))
            g_array_append_val(list, foreign);
        i = MAX(foreign.to, word.end);
    }
    int count = (int)list->len;
    *found = arena_copy(text->scratch, list->data, sizeof(struct foreign) * list->len);
    g_array_free(list, TRUE);
    return count;
}
