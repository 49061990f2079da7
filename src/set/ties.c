/* ties: the lists `set.ties`, `units`, `soft-ties`, `wholes`, `short-words` and `particles` of the
 * style, initials and labels. In: a reading with the penalties of the break table. Out: the same,
 * raised. Which words these are is the style's business, not this file's. */
#include "set/ties.h"

#include <glib.h>
#include <string.h>

#include "set/fill.h"

enum {
    PENALTY_SOFT_TIE = 200,
    SHORT_FORM = 3, /* letters of a word that is an abbreviation though it has no full stop: "no" */
    PENALTY_WORD_TIE = 300, /* "resolution 76/19": a word that is not short */
    LONGEST_ORDINAL = 5
};

typedef const char *const *word_list;

/* --- a word and what it counts (F7) -------------------------------------------------- */

/* A letter of a part or a Roman figure: "annex I", "section XIV", "resolution A". */
static bool is_ordinal(const struct reading *r, int i)
{
    int end = i;
    while (reading_is_latin_capital(r->c[end]) && end - i < LONGEST_ORDINAL)
        end++;
    return end > i && !reading_is_word(r->c[end]);
}

/* What such a word holds on to: figures, ordinals, "(a)"; and, if it is an abbreviation or a
 * sign, names: "Mr. Guterres", "Mme Curie", "№ А/76". A full word is parted from its figure in
 * need. */
static void tie_to_next(struct reading *r, int i)
{
    int end = 0;
    for (word_list w = r->style->set.ties; w && *w; w++) {
        if (!reading_word_at(r, i, *w, &end) || r->c[end] != ' ')
            continue;
        uint32_t next = r->c[end + 1];
        bool short_form = !reading_is_word(r->c[end - 1]) || end - i <= SHORT_FORM;
        bool counts = reading_is_digit(next) || next == '(' || is_ordinal(r, end + 1);
        if (short_form && (counts || g_unichar_isupper(next)))
            reading_price(r, end, FILL_NEVER);
        else if (counts)
            reading_tie_softly(r, end, PENALTY_WORD_TIE);
    }
}

/* Behind a figure: "5 km" never parted, "6 December" only in need. */
static void tie_to_figure(struct reading *r, int i)
{
    int end = 0;
    if (i < 2 || r->c[i - 1] != ' ' || !reading_is_digit(r->c[i - 2]))
        return;
    for (word_list w = r->style->set.soft_ties; w && *w; w++) {
        if (!reading_word_at(r, i, *w, &end))
            continue;
        for (int k = i - 1; k < end; k++)
            reading_tie_softly(r, k, PENALTY_SOFT_TIE);
    }
    for (word_list w = r->style->set.units; w && *w; w++)
        if (reading_word_at(r, i, *w, &end))
            reading_tie(r, i - 1, end);
}

/* "и т. д.", "per cent": never parted within. */
static void tie_whole(struct reading *r, int i)
{
    int end = 0;
    for (word_list w = r->style->set.wholes; w && *w; w++)
        if (reading_word_at(r, i, *w, &end))
            reading_tie(r, i, end);
}

/* --- words at the edges of lines (F10, F11) ------------------------------------------ */

/* The word as it stands, or with a small letter for its capital. */
static bool is_listed(const struct reading *r, int i, word_list list, int *end)
{
    uint32_t was = r->c[i], small = g_unichar_tolower(was);
    for (word_list w = list; w && *w; w++) {
        bool found = reading_word_at(r, i, *w, end);
        if (!found && small != was && g_utf8_get_char(*w) == small) {
            r->c[i] = small;
            found = reading_word_at(r, i, *w, end);
            r->c[i] = was;
        }
        if (found)
            return true;
    }
    return false;
}

static void price_edges(struct reading *r, int i)
{
    int end = 0, penalty = MIN(r->style->set.short_word_penalty, FILL_NEVER);
    if (is_listed(r, i, r->style->set.short_words, &end) && r->c[end] == ' ')
        reading_price(r, end, penalty);
    if (i > 0 && r->c[i - 1] == ' ' && is_listed(r, i, r->style->set.particles, &end))
        reading_price(r, i, penalty);
}

/* --- labels and initials (A10, F7) --------------------------------------------------- */

/* "(a)" and "(iv)" with the word after them. */
static void tie_label(struct reading *r, int i)
{
    int end = i + 1;
    while (reading_is_latin(r->c[end]) && end - i <= 4)
        end++;
    if (end > i + 1 && r->c[end] == ')' && r->c[end + 1] == ' ')
        reading_price(r, end + 1, FILL_NEVER);
}

/* "J. Smith", "И. И. Иванов". */
static void tie_initial(struct reading *r, int i)
{
    if (g_unichar_isupper(r->c[i]) && r->c[i + 1] == '.' && r->c[i + 2] == ' ' &&
        g_unichar_isupper(r->c[i + 3]))
        reading_price(r, i + 2, FILL_NEVER);
}

void ties_price(struct reading *r)
{
    for (int i = 0; i < r->count; i++) {
        if (r->c[i] == ' ' || (i > 0 && reading_is_word(r->c[i - 1])))
            continue; /* words begin behind what is no word sign */
        tie_to_next(r, i);
        tie_to_figure(r, i);
        tie_whole(r, i);
        price_edges(r, i);
        if (i > 0 && r->c[i - 1] != ' ')
            continue;
        if (r->c[i] == '(')
            tie_label(r, i);
        else
            tie_initial(r, i);
    }
}
