/* tokens: a small lexer over the signs of a block, across all style boundaries. In: signs with
 * the penalties of the break table. Out: the same, raised inside tokens. */
#include "set/tokens.h"

#include <glib.h>
#include <string.h>

#include "set/fill.h"

enum { PENALTY_DATE = 80, PENALTY_SOFT_TIE = 200, PENALTY_LONG_SYMBOL = 500 };

/* The signs without calls and joiners: what the lexer reads. A run of spaces is one ' '. */
struct reading {
    const struct style *style;
    struct text *text;
    int count;
    uint32_t *c;
    int *sign; /* of the text, per character */
};

static struct reading reading_of(struct text *text, const struct style *style)
{
    struct reading r = {style, text, 0, g_new(uint32_t, (gsize)text->count + 1),
                        g_new(int, (gsize)text->count + 1)};
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
    r.c[r.count] = 0;
    return r;
}

/* The price of a line start at character i of the reading; through a space to what follows it. */
static void price(struct reading *r, int i, int penalty)
{
    if (i < r->count && r->c[i] == ' ')
        i++;
    if (i <= 0 || i >= r->count)
        return;
    uint16_t *was = &r->text->signs[r->sign[i]].penalty;
    if (*was < penalty)
        *was = (uint16_t)penalty;
}

static void tie(struct reading *r, int from, int to)
{
    for (int i = from + 1; i < to; i++)
        price(r, i, FILL_NEVER);
}

static bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

static bool is_latin(uint32_t c)
{
    return c < 0x80 && g_ascii_isalpha((char)c);
}

static bool is_capital(uint32_t c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_one_of(const char *list, uint32_t c)
{
    return list && c && g_utf8_strchr(list, -1, c) != NULL;
}

static bool is_word_sign(uint32_t c)
{
    return c && c != ' ' && g_unichar_isalnum(c) && !(c >= 0x2E80 && c < 0xA000);
}

static int skip_space(const struct reading *r, int i)
{
    return r->c[i] == ' ' ? i + 1 : i;
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
    while (is_digit(r->c[end]) || is_one_of(".,", r->c[end]) || r->c[end] == ' ') {
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
        if (is_one_of("和及与、", r->c[letter]) || r->c[letter] == '-')
            letter = skip_space(r, letter + 1);
        if (!is_capital(r->c[letter]) || is_word_sign(r->c[letter + 1]) ||
            r->c[letter + 1] == '/' || r->c[letter + 1] == '.')
            break;
        next = letter + 1;
    }
    return i;
}

/* A number with its range, part letters, roman session, year in brackets, and counter. */
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
    int bracket = skip_space(r, end);
    if (r->c[bracket] == '(' && (is_digit(r->c[bracket + 1]) || is_capital(r->c[bracket + 1]))) {
        int close = bracket + 1;
        while (is_digit(r->c[close]) || is_capital(r->c[close]) || is_dash(r->c[close]))
            close++;
        if (r->c[close] == ')')
            end = close + 1;
    }
    int counter = skip_space(r, end);
    if (is_one_of(r->style->set.counters, r->c[counter]))
        end = counter + 1;
    return end;
}

static bool is_han_numeral(uint32_t c)
{
    return is_one_of("〇零一二三四五六七八九十百千两", c);
}

/* 第 with its number and counter, in figures or in Han numerals. */
static int ordinal_end(const struct reading *r, int i)
{
    int number = skip_space(r, i + 1);
    if (is_digit(r->c[number]))
        return number_with_company(r, number);
    int end = number;
    while (is_han_numeral(r->c[end]))
        end++;
    if (end == number)
        return i + 1;
    return is_one_of(r->style->set.counters, r->c[end]) ? end + 1 : end;
}

/* 2021 年 | 12 月 | 6 日: at a price. */
static void price_dates(struct reading *r)
{
    for (int i = 0; i < r->count; i++) {
        if (r->c[i] != 0x5E74 && r->c[i] != 0x6708)
            continue;
        int next = skip_space(r, i + 1);
        if (i && is_digit(r->c[r->c[i - 1] == ' ' && i > 1 ? i - 2 : i - 1]) &&
            is_digit(r->c[next]))
            price(r, next, PENALTY_DATE);
    }
}

static void tie_numbers(struct reading *r)
{
    for (int i = 0; i < r->count;) {
        bool ordinal = is_one_of(r->style->set.number_prefixes, r->c[i]);
        bool starts = is_digit(r->c[i]) && (i == 0 || !is_word_sign(r->c[i - 1]));
        int end = ordinal ? ordinal_end(r, i) : starts ? number_with_company(r, i) : i + 1;
        tie(r, i, end);
        i = end > i ? end : i + 1;
    }
}

/* --- document symbols (A7) ----------------------------------------------------------- */

static bool is_symbol_sign(uint32_t c)
{
    return is_latin(c) || is_digit(c) ||
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
        bool inner = before == '/' ? r->c[k] != '/' : is_one_of(".?&=", before);
        uint16_t *penalty = &r->text->signs[r->sign[k]].penalty;
        *penalty = inner && k - i > 8 && end - k > 2 ? PENALTY_LONG_SYMBOL / 5 : FILL_NEVER;
    }
}

/* The year behind a symbol, "S/RES/2254 (2015)"; `end` when there is none. */
static int year_end(const struct reading *r, int end)
{
    int year = skip_space(r, end);
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
        bool starts = i >= reach && (is_latin(r->c[i]) || is_digit(r->c[i])) &&
                      (i == 0 || !is_word_sign(r->c[i - 1]));
        int end = starts ? symbol_end(r, i, &reach) : i;
        if (end > i) {
            reach = 0;
            end = part_letters_end(r, year_end(r, end));
            tie(r, i, end);
        }
        i = end > i ? end : i + 1;
    }
}

/* --- words that hold (F7) ------------------------------------------------------------ */

/* True when the word (UTF-8) stands at i as a whole word; its end goes to *end. */
static bool word_at(const struct reading *r, int i, const char *word, int *end)
{
    if (i > 0 && is_word_sign(r->c[i - 1]) && g_unichar_isalpha(g_utf8_get_char(word)))
        return false;
    for (; *word; word = g_utf8_next_char(word), i++)
        if (r->c[i] != g_utf8_get_char(word))
            return false;
    *end = i;
    return !is_word_sign(r->c[i]) || !g_unichar_isalpha(r->c[i - 1]);
}

static void tie_words(struct reading *r)
{
    for (int i = 0; i < r->count; i++) {
        bool starts = i == 0 || !is_word_sign(r->c[i - 1]);
        int end = 0;
        for (const char *const *w = r->style->set.ties; starts && w && *w; w++)
            if (word_at(r, i, *w, &end) && r->c[end] == ' ' &&
                (is_digit(r->c[end + 1]) || is_capital(r->c[end + 1]) || r->c[end + 1] == '('))
                price(r, end, FILL_NEVER);
        bool after_number = i >= 2 && r->c[i - 1] == ' ' && is_digit(r->c[i - 2]);
        for (const char *const *w = r->style->set.soft_ties; after_number && w && *w; w++)
            if (word_at(r, i, *w, &end)) {
                price(r, i, PENALTY_SOFT_TIE);
                for (int k = i; k < end; k++)
                    if (r->c[k] == ' ')
                        price(r, k, PENALTY_SOFT_TIE);
            }
    }
}

/* Units of measure after a number: letters, at most three, that are not a word of the text. */
static void tie_units(struct reading *r)
{
    static const char *const units[] = {"km",  "m",   "cm",  "mm", "kg", "g",  "mg",
                                        "t",   "ha",  "l",   "kW", "MW", "GW", "Hz",
                                        "kHz", "MHz", "GHz", "°C", "°F", "%"};
    for (int i = 2; i < r->count; i++) {
        int end;
        if (r->c[i - 1] != ' ' || !is_digit(r->c[i - 2]))
            continue;
        for (size_t u = 0; u < G_N_ELEMENTS(units); u++)
            if (word_at(r, i, units[u], &end))
                price(r, i, FILL_NEVER);
    }
}

/* "(a)" and "(iv)" with the word after them, and initials with the name (F7, A10). */
static void tie_labels(struct reading *r)
{
    for (int i = 0; i < r->count; i++) {
        bool starts = i == 0 || r->c[i - 1] == ' ';
        if (starts && r->c[i] == '(') {
            int end = i + 1;
            while (is_latin(r->c[end]) && end - i <= 4)
                end++;
            if (end > i + 1 && r->c[end] == ')' && r->c[end + 1] == ' ')
                price(r, end + 1, FILL_NEVER);
        }
        if (starts && is_capital(r->c[i]) && r->c[i + 1] == '.' && r->c[i + 2] == ' ' &&
            (is_capital(r->c[i + 3])))
            price(r, i + 2, FILL_NEVER);
    }
}

void tokens_tie(struct text *text, const struct style *style)
{
    struct reading reading = reading_of(text, style);
    price_dates(&reading);
    tie_numbers(&reading);
    tie_symbols(&reading);
    tie_words(&reading);
    tie_units(&reading);
    tie_labels(&reading);
    g_free(reading.c);
    g_free(reading.sign);
}
