/* tokens: a small lexer over the reading of a block. In: signs with the penalties of the break
 * table. Out: the same, raised inside tokens. */
#include "set/tokens.h"

#include <glib.h>
#include <string.h>

#include "set/fill.h"
#include "set/ties.h"

enum {
    PENALTY_DATE = 80,
    PENALTY_WHOLE_DATE = 600,
    PENALTY_SHORT_BRACKET = 300,
    PENALTY_ADDRESS = 100,
    PENALTY_ALTERNATIVE = 200,
    PENALTY_YEAR = 200
};

static bool is_capital(uint32_t c)
{
    return reading_is_latin_capital(c);
}

static bool is_digit(uint32_t c)
{
    return reading_is_digit(c);
}

/* --- numbers (A6) -------------------------------------------------------------------- */

static int digits_end(const struct reading *r, int i)
{
    while (is_digit(r->c[i]))
        i++;
    return i;
}

/* End of a number that starts at i: digits, groups parted by a point, a comma or, three by three,
 * a space. */
static int number_end(const struct reading *r, int i)
{
    int start = i, end = digits_end(r, i);
    while (is_digit(r->c[end]) || class_is_one_of(".,", r->c[end]) || r->c[end] == ' ') {
        int next = digits_end(r, end + 1), digits = next - end - 1;
        bool thousands = r->c[end] == ' ' && digits == 3 && end - start <= 3;
        if (!digits || (r->c[end] == ' ' && !thousands))
            break;
        start = end + 1;
        end = next;
    }
    return end;
}

static bool is_dash(uint32_t c)
{
    return c == '-' || c == 0x2013 || c == 0x2011 || c == 0x2012 || c == 0x2014 || c == 0xFF5E ||
           c == 0x301C;
}

/* A letter of a part after a resolution's number: "43/78 H", "76/19 A 和 B" (A7). */
static int part_letters_end(const struct reading *r, int i)
{
    for (int next; r->c[i] == ' '; i = next) {
        int letter = i + 1;
        if (class_is_one_of(r->style->set.part_joiners, r->c[letter]) || r->c[letter] == '-')
            letter = reading_skip_space(r, letter + 1);
        if (!is_capital(r->c[letter]) || reading_is_word(r->c[letter + 1]) ||
            r->c[letter + 1] == '/' || r->c[letter + 1] == '.')
            break;
        next = letter + 1;
    }
    return i;
}

/* A number with its range, part letters, roman session, year in brackets, and counter. A year
 * behind a space is for tie_numbers. */
static int number_with_company(const struct reading *r, int i)
{
    int end = number_end(r, i);
    bool resolution = false;
    while ((is_dash(r->c[end]) || r->c[end] == '/') && is_digit(r->c[end + 1])) {
        resolution = resolution || r->c[end] == '/';
        end = number_end(r, end + 1);
    }
    int letters = part_letters_end(r, end);
    if (letters > end && (resolution || letters == end + 2))
        end = resolution || r->text->chinese ? letters : end;
    int bracket = reading_skip_space(r, end);
    bool year = bracket > end && is_digit(r->c[bracket + 1]) && !r->text->chinese;
    if (r->c[bracket] == '(' && !year &&
        (is_digit(r->c[bracket + 1]) || is_capital(r->c[bracket + 1]))) {
        int close = bracket + 1;
        while (is_digit(r->c[close]) || is_capital(r->c[close]) || is_dash(r->c[close]))
            close++;
        if (r->c[close] == ')')
            end = close + 1;
    }
    int counter = reading_skip_space(r, end);
    if (class_is_one_of(r->style->set.counters, r->c[counter]))
        end = counter + 1;
    return end;
}

/* 第 with its number and counter, in figures or in numerals. */
static int ordinal_end(const struct reading *r, int i)
{
    int number = reading_skip_space(r, i + 1);
    if (is_digit(r->c[number]))
        return number_with_company(r, number);
    int end = number;
    while (class_is_one_of(r->style->set.numerals, r->c[end]))
        end++;
    if (end == number)
        return i + 1;
    return class_is_one_of(r->style->set.counters, r->c[end]) ? end + 1 : end;
}

/* 2021 年 | 12 月 | 6 日: parted behind the units at a price. */
static void price_dates(struct reading *r)
{
    for (int i = 0; i < r->count; i++) {
        if (!i || !is_digit(r->c[r->c[i - 1] == ' ' && i > 1 ? i - 2 : i - 1]))
            continue;
        int next = reading_skip_space(r, i + 1);
        if (is_digit(r->c[next]) && class_is_one_of(r->style->set.date_units, r->c[i]))
            reading_price(r, next, PENALTY_DATE);
    }
}

static void tie_numbers(struct reading *r)
{
    for (int i = 0; i < r->count;) {
        bool ordinal = class_is_one_of(r->style->set.number_prefixes, r->c[i]);
        bool starts = is_digit(r->c[i]) && (i == 0 || !reading_is_word(r->c[i - 1]));
        int end = ordinal ? ordinal_end(r, i) : starts ? number_with_company(r, i) : i + 1;
        reading_tie(r, i, end);
        if (starts && r->c[end] == ' ' && r->c[end + 1] == '(' && is_digit(r->c[end + 2]))
            reading_tie_softly(r, end, PENALTY_YEAR); /* "resolution 2254 (2015)" */
        i = end > i ? end : i + 1;
    }
}

/* --- document symbols (A7) ----------------------------------------------------------- */

static bool is_symbol_sign(uint32_t c)
{
    return reading_is_latin(c) || is_digit(c) ||
           (c && strchr("./()-", (int)(c < 0x80 ? c : 'x')) && c < 0x80);
}

/* Letters, digits, dots and brackets joined by "/": end, without the marks of the sentence. `i`
 * when there is no "/", nor in any part of it; where it was looked for goes to *reach. */
static int symbol_end(const struct reading *r, int i, int *reach)
{
    int end = i, depth = 0;
    bool slash = false;
    while (is_symbol_sign(r->c[end])) {
        depth += r->c[end] == '(' ? 1 : r->c[end] == ')' ? -1 : 0;
        if (depth < 0)
            break;
        slash = slash || r->c[end] == '/';
        end++;
    }
    *reach = end;
    while (end > i && (r->c[end - 1] == '.' || r->c[end - 1] == '-' || r->c[end - 1] == '('))
        end--;
    return slash ? end : i;
}

static bool is_url(const struct reading *r, int i, int end)
{
    for (int k = i; k + 2 < end; k++)
        if (r->c[k] == ':' && r->c[k + 1] == '/' && r->c[k + 2] == '/')
            return true;
    return r->c[i] == 'w' && r->c[i + 1] == 'w' && r->c[i + 2] == 'w' && r->c[i + 3] == '.';
}

/* F6: an address breaks after / . ? & = and nowhere else. */
static void price_url(struct reading *r, int i, int end)
{
    for (int k = i + 1; k < end; k++) {
        uint32_t before = r->c[k - 1];
        bool inner = before == '/' ? r->c[k] != '/' : class_is_one_of(".?&=", before);
        uint16_t *penalty = &r->text->signs[r->sign[k]].penalty;
        *penalty = inner && k - i > 8 && end - k > 2 ? PENALTY_ADDRESS : FILL_NEVER;
    }
}

/* --- words joined by a mark ----------------------------------------------------------- */

/* Letters from i on in the direction of `step`, of which one at least is small; 0 when they touch
 * a figure or a mark of addresses. */
static int letters_beside(const struct reading *r, int i, int step)
{
    int letters = 0;
    bool small = false;
    for (; i >= 0 && i < r->count && g_unichar_isalpha(r->c[i]); i += step, letters++)
        small = small || g_unichar_islower(r->c[i]);
    bool joined = i >= 0 && (reading_is_digit(r->c[i]) || class_is_one_of("@_", r->c[i]));
    return small && !joined ? letters : 0;
}

/* In need a line ends behind the solidus of "rehabilitation/reintegration", which is no symbol, and
 * behind a no-break hyphen of a compound ("non‑proliferation", not "45‑е"). */
static void price_joined_words(struct reading *r)
{
    for (int i = 1; i + 1 < r->count && !r->text->chinese; i++) {
        if (r->c[i] != '/' && r->c[i] != 0x2011)
            continue;
        bool solidus = r->c[i] == '/';
        int least = solidus ? 4 : 2;
        if (letters_beside(r, i - 1, -1) >= least && letters_beside(r, i + 1, 1) >= 4)
            r->text->signs[r->sign[i + 1]].penalty = solidus ? PENALTY_ALTERNATIVE : FILL_TYPED;
    }
}

/* The year behind a symbol, "S/RES/2254 (2015)"; `end` when there is none. */
static int year_end(const struct reading *r, int end)
{
    int year = reading_skip_space(r, end);
    if (year == end || r->c[year] != '(' || !is_digit(r->c[year + 1]))
        return end;
    int close = year + 1;
    while (is_digit(r->c[close]) || is_dash(r->c[close]))
        close++;
    return r->c[close] == ')' ? close + 1 : end;
}

static void tie_symbols(struct reading *r)
{
    int reach = 0; /* no symbol begins before this place */
    for (int i = 0, word = 0; i < r->count;) {
        bool begins = i >= word; /* a word is looked at once, however long */
        word = begins ? i : word;
        while (begins && word < r->count && r->c[word] > ' ' && r->c[word] < 0x80)
            word++;
        if (begins && is_url(r, i, word)) {
            price_url(r, i, word);
            i = word;
            continue;
        }
        bool starts = i >= reach && (reading_is_latin(r->c[i]) || is_digit(r->c[i])) &&
                      (i == 0 || !reading_is_word(r->c[i - 1]));
        int end = starts ? symbol_end(r, i, &reach) : i;
        if (end > i) {
            reach = 0;
            end = part_letters_end(r, year_end(r, end));
            reading_tie(r, i, end);
        }
        i = end > i ? end : i + 1;
    }
}

void tokens_tie(struct text *text, const struct style *style)
{
    struct reading reading = reading_make(text, style);
    price_dates(&reading);
    tie_numbers(&reading);
    tie_symbols(&reading);
    price_joined_words(&reading);
    ties_price(&reading);
}

/* --- whole phrases --------------------------------------------------------------------- */

/* End of a word that starts at i. */
static int word_end(const struct reading *r, int i)
{
    while (r->c[i] && r->c[i] != ' ')
        i++;
    return i;
}

/* The year of a date whose day starts at i: at most two figures, then one to three words without
 * any; 0: it is none. */
static int year_of(const struct reading *r, int i)
{
    enum { MOST_WORDS = 3 };
    int end = digits_end(r, i);
    if (end == i || end - i > 2)
        return 0;
    end = word_end(r, end);
    for (int words = 0; r->c[end] == ' '; words++) {
        int next = end + 1, digits = digits_end(r, next) - next;
        if (digits)
            return words && digits == 4 ? next : 0;
        if (words == MOST_WORDS || !reading_is_word(r->c[next]))
            return 0;
        end = word_end(r, next);
    }
    return 0;
}

/* The end of a bracket that opens at i, when it is short. */
static int bracket_end(const struct reading *r, int i)
{
    enum { SHORT = 40 };
    int end = i + 1;
    while (r->c[end] && r->c[end] != ')' && end - i < SHORT)
        end++;
    return r->c[end] == ')' ? end : i;
}

static void price_spaces(struct reading *r, int from, int to, int penalty)
{
    for (int i = from; i < to; i++)
        if (r->c[i] == ' ')
            reading_price(r, i, penalty);
}

void tokens_tie_phrases(struct text *text, const struct style *style)
{
    struct reading r = reading_make(text, style);
    for (int i = 0; i < r.count; i++) {
        if (i == 0 || !reading_is_word(r.c[i - 1]))
            price_spaces(&r, i, year_of(&r, i), PENALTY_WHOLE_DATE);
        if (r.c[i] == '(')
            price_spaces(&r, i, bracket_end(&r, i), PENALTY_SHORT_BRACKET);
    }
}
