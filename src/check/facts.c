/* facts: reads figures, months and symbols out of a text. */
#include "check/facts.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

struct taking {
    const struct copy *copy;
    const struct passage *passage;
    GArray *facts;
};

static struct fact *add(struct taking *t, enum fact_kind kind, const char *text, int from, int to)
{
    struct fact fact = {kind, text, from, to, false, t->passage};
    g_array_append_val(t->facts, fact);
    return &g_array_index(t->facts, struct fact, t->facts->len - 1);
}

/* April is another thing than 4. */
static void add_month(struct taking *t, const char *number, int from, int to)
{
    add(t, FACT_MONTH, arena_printf(t->copy->arena, "m%s", number), from, to);
}

/* --- symbols -------------------------------------------------------------------------- */

static bool is_of_symbol(const char *p)
{
    return g_ascii_isalnum(*p) || (strchr("/.-", *p) && *p);
}

/* The value of a Roman number of `size` letters; 0 when it is none. */
static int roman_value(const char *text, int size)
{
    static const char letters[] = "IVXLC";
    static const int values[] = {1, 5, 10, 50, 100};
    int value = 0, before = 0;
    for (int i = size - 1; i >= 0; i--) {
        const char *letter = memchr(letters, text[i], sizeof letters - 1);
        if (!letter)
            return 0;
        int one = values[letter - letters];
        value += one < before ? -one : one;
        before = MAX(one, before);
    }
    return value;
}

/* Where a symbol begins that has letters just before its first figure, "LEG110/18/1", "S-27/2",
 * "دإ-27/2": other languages have them by themselves or not at all. */
static int head_size(const char *text, int size)
{
    int head = 0;
    while (head < size && !g_ascii_isdigit(text[head]) && text[head] != '/')
        head++;
    return head < size && g_ascii_isdigit(text[head]) ? head : 0;
}

/* "2025/2026" is "2025/26" elsewhere. */
static bool is_span(const char *text, int size)
{
    enum { WHOLE = 9, YEAR = 4 };
    return size == WHOLE && strspn(text, "0123456789") == YEAR && text[YEAR] == '/' &&
           atoi(text + YEAR + 1) == atoi(text) + 1;
}

/* "A/RES/70/1" whole; "IX/16" is "9/16"; hyphens, spaces and what stands in parentheses are left
 * out. */
static const char *canonical_symbol(struct arena *arena, const char *text, int size)
{
    const char *slash = memchr(text, '/', (size_t)size);
    int head = (int)(slash - text), roman = roman_value(text, head);
    if (roman)
        return arena_printf(arena, "%d%.*s", roman, size - head, slash);
    if (is_span(text, size))
        return arena_printf(arena, "%.5s%.2s", text, text + size - 2);
    head = head_size(text, size);
    char *symbol = arena_alloc(arena, (size_t)size + 1), *to = symbol;
    for (int i = head, depth = 0; i < size; i++) {
        depth += (text[i] == '(') - (i > head && text[i - 1] == ')');
        if (!depth && (g_ascii_isalnum(text[i]) || text[i] == '/' || text[i] == '.'))
            *to++ = g_ascii_toupper(text[i]);
    }
    *to = '\0';
    return symbol;
}

/* Corrigenda are a matter of each language: only what they correct is compared, and that only with
 * other corrigenda. Half and half, "50/50", is often said in words. */
static void add_symbol(struct taking *t, int from, int to)
{
    char *symbol =
        (char *)(uintptr_t)canonical_symbol(t->copy->arena, t->passage->text + from, to - from);
    char *corrigendum = strstr(symbol, "/CORR"), *slash = strchr(symbol, '/');
    if (corrigendum)
        *corrigendum = '\0';
    bool halves = slash && strlen(symbol) == (size_t)(2 * (slash - symbol) + 1) &&
                  strncmp(symbol, slash + 1, (size_t)(slash - symbol)) == 0;
    add(t, FACT_SYMBOL, symbol, from, to)->soft = corrigendum || halves;
}

/* " (Part I)" or " (Sect. 3)" where the symbol goes on behind it: its size; 0: there is none. */
static int inset_size(const char *p)
{
    enum { LONGEST = 16 };
    const char *open = p + (*p == ' ' ? 1 : g_str_has_prefix(p, "\u00A0") ? 2 : 0);
    const char *close = *open == '(' ? memchr(open, ')', strnlen(open, LONGEST)) : NULL;
    return close && close[1] == '/' && g_ascii_isalpha(close[2]) ? (int)(close + 1 - p) : 0;
}

/* Numbers of resolutions in a row, "1267/1989/2253", are no symbol. */
static bool is_row(const char *text, int size)
{
    enum { FOUR = 4 };
    for (int at = 0; at < size; at += FOUR + 1)
        if (strspn(text + at, "0123456789") != FOUR || (at + FOUR < size && text[at + FOUR] != '/'))
            return false;
    return size > 2 * (FOUR + 1);
}

/* The size of a symbol that begins at `at`; 0 when there is none. */
static int symbol_size(const char *text, int at)
{
    const char *p = text + at, *end = p;
    if (at && p[-1] == '/')
        return 0;
    for (int inset; is_of_symbol(end) || (end > p && (inset = inset_size(end)));)
        end += is_of_symbol(end) ? 1 : inset;
    while (end > p && !g_ascii_isalnum(end[-1]))
        end--;
    const char *slash = memchr(p, '/', (size_t)(end - p));
    int size = (int)(end - p);
    return slash && slash > p && g_ascii_isdigit(end[-1]) && !is_row(p, size) ? size : 0;
}

/* --- numbers -------------------------------------------------------------------------- */

static int separator_size(const char *p)
{
    static const char *const separators[] = {",", ".", " ", "\u00A0", "\u202F", "\u2009"};
    for (size_t i = 0; i < G_N_ELEMENTS(separators); i++)
        if (g_str_has_prefix(p, separators[i]))
            return (int)strlen(separators[i]);
    return 0;
}

static int digit_count(const char *p)
{
    return (int)strspn(p, "0123456789");
}

/* The power of ten of the word behind a number, "1.2 million"; 0: none. */
static int scale_at(const struct copy *copy, const char *p, int *size)
{
    const char *start = p;
    p += g_str_has_prefix(p, "\u00A0") ? 2 : *p == ' ';
    const char *end = p;
    enum { LONGEST_HAN = 2 };
    if (copy->language == ZH) {
        static const char *const abouts[] = {"多", "余"}; /* "100多万": more than a million */
        for (size_t i = 0; i < G_N_ELEMENTS(abouts); i++)
            p += g_str_has_prefix(p, abouts[i]) ? strlen(abouts[i]) : 0;
        for (int n = LONGEST_HAN; n; n--) {
            const char *after = g_utf8_offset_to_pointer(p, MIN(n, g_utf8_strlen(p, 12)));
            const char *power = lexicon_find(copy->lexicon, "scales", p, (size_t)(after - p));
            if (power) {
                *size = (int)(after - start);
                return atoi(power);
            }
        }
        return 0;
    }
    while (g_unichar_isalpha(g_utf8_get_char(end)))
        end = g_utf8_next_char(end);
    const char *power = lexicon_find(copy->lexicon, "scales", p, (size_t)(end - p));
    *size = (int)(end - start);
    return power ? atoi(power) : 0;
}

/* The groups of a whole number in threes from the right: "15000000" is 15; naughts do not count, as
 * a language may have the word "million". */
static void add_groups(struct taking *t, const char *digits, int from, int to)
{
    int count = (int)strlen(digits);
    for (int at = 0, size = count % 3 ? count % 3 : 3; at < count; at += size, size = 3) {
        const char *group = arena_strndup(t->copy->arena, digits + at, (size_t)size);
        if (strcmp(group, "000") != 0)
            add(t, size == 1 ? FACT_SMALL : FACT_NUMBER, group, from, to);
    }
}

/* A number with a word of scale: its digits, moved by the power. False when there is none. */
static bool take_scaled(struct taking *t, int *at)
{
    enum { MOST = 40 };
    const char *text = t->passage->text;
    char digits[MOST + 1];
    int count = 0, decimals = 0, p = *at;
    char mark = t->copy->language == EN || t->copy->language == ZH ? '.' : ',';
    for (bool fraction = false; count < MOST - 16;) {
        int more = MIN(digit_count(text + p), MOST - 16 - count);
        memcpy(digits + count, text + p, (size_t)more);
        count += more;
        decimals += fraction ? more : 0;
        p += more;
        int gap = separator_size(text + p);
        int next = gap ? digit_count(text + p + gap) : 0;
        if (!next || fraction || (next != 3 && text[p] != mark))
            break;
        fraction = text[p] == mark;
        p += gap;
    }
    int size = 0, power = scale_at(t->copy, text + p, &size);
    if (!power || power < decimals || count >= MOST - 16)
        return false;
    for (; power > decimals; power--)
        digits[count++] = '0';
    digits[count] = '\0';
    const char *first = digits + strspn(digits, "0");
    add_groups(t, *first ? first : "0", *at, p + size);
    *at = p + size;
    return true;
}

static void take_number(struct taking *t, int *at)
{
    const char *text = t->passage->text;
    if (take_scaled(t, at))
        return;
    int count = digit_count(text + *at);
    const char *digits = arena_strndup(t->copy->arena, text + *at, (size_t)count);
    int from = *at, value = count < 9 ? atoi(digits) : INT_MAX;
    *at += count;
    enum { FIRST_YEAR = 1800, LAST_YEAR = 2100 };
    if (count > 3 && (value < FIRST_YEAR || value > LAST_YEAR)) {
        add_groups(t, digits, from, *at); /* "9400" is "9,400" elsewhere */
        return;
    }
    if (strcmp(digits, "000") == 0 || text[*at] == ':' || (from && text[from - 1] == ':'))
        return; /* naughts of a large number; hours, which languages count in their own way */
    if (g_str_has_prefix(text + *at, "月"))
        add_month(t, digits + strspn(digits, "0"), from, *at);
    else
        add(t, count == 1 ? FACT_SMALL : FACT_NUMBER, digits, from, *at);
}

/* --- Chinese numbers ------------------------------------------------------------------ */

static int han_digit(const char *p)
{
    static const char *const digits[] = {"〇", "一", "二", "三", "四", "五",
                                         "六", "七", "八", "九", "零"};
    for (size_t i = 0; i < G_N_ELEMENTS(digits); i++)
        if (g_str_has_prefix(p, digits[i]))
            return (int)(i % 10);
    return -1;
}

static int han_power(const char *p)
{
    return g_str_has_prefix(p, "十")   ? 10
           : g_str_has_prefix(p, "百") ? 100
           : g_str_has_prefix(p, "千") ? 1000
                                       : 0;
}

/* "一百零一" and "一〇一": articles and sessions are counted in words, others have figures. */
static void take_han(struct taking *t, int *at)
{
    enum { HAN = 3, MOST = 7 };
    const char *start = t->passage->text + *at, *p = start;
    int value = 0, digit = 0, power = 0;
    bool powers = false;
    for (int n = 0; n < MOST && (han_digit(p) >= 0 || (power = han_power(p))); n++, p += HAN) {
        if (han_digit(p) >= 0) {
            digit = (n && han_digit(p - HAN) >= 0 ? 10 * digit : 0) + han_digit(p);
            continue;
        }
        value += MAX(digit, 1) * power;
        digit = 0;
        powers = true;
    }
    int to = *at + (int)(p - start);
    value += powers && digit > 9 ? digit % 10 : digit;
    const char *text = arena_printf(t->copy->arena, "%d", value);
    if (value)
        add(t, text[1] ? FACT_NUMBER : FACT_SMALL, text, *at, to)->soft = true;
    *at = to;
}

/* --- words ---------------------------------------------------------------------------- */

static void take_word(struct taking *t, int *at)
{
    const char *start = t->passage->text + *at, *end = start;
    bool latin = g_ascii_isalpha(*start); /* Arabic "and" touches the symbol behind it */
    while (g_unichar_isalpha(g_utf8_get_char(end)) && (latin || !g_ascii_isalpha(*end)))
        end = g_utf8_next_char(end);
    const char *month =
        lexicon_find(t->copy->lexicon, "months-of-dates", start, (size_t)(end - start));
    const char *number =
        month ? NULL : lexicon_find(t->copy->lexicon, "number-words", start, (size_t)(end - start));
    if (month)
        add_month(t, month, *at, *at + (int)(end - start));
    else if (number)
        add(t, number[1] ? FACT_NUMBER : FACT_SMALL, number, *at, *at + (int)(end - start))->soft =
            true;
    *at += (int)(end - start);
}

/* The next fact on one side that is no number in words and no other name of the month; NULL. */
static struct fact *neighbour(GArray *facts, guint first, guint at, int step)
{
    for (guint i = at + (guint)step; i >= first && i < facts->len && i != G_MAXUINT;
         i += (guint)step) {
        struct fact *fact = &g_array_index(facts, struct fact, i);
        if (!fact->soft && fact->kind != FACT_MONTH)
            return fact;
    }
    return NULL;
}

/* Numbers that stand beside a month are of a date: the day before it and the year behind it, in
 * Chinese the other way round. */
static void tell_dates(const struct copy *copy, GArray *facts, guint first)
{
    enum { YEAR = 4 };
    /* bytes: " de ", "er "; of the two names that Arabic months have, one may be of two words */
    const int between = copy->language == AR ? 40 : 8;
    bool year_first = copy->language == ZH;
    for (guint i = first; i < facts->len; i++) {
        struct fact *fact = &g_array_index(facts, struct fact, i);
        if (fact->kind != FACT_MONTH)
            continue;
        struct fact *before = neighbour(facts, first, i, -1),
                    *after = neighbour(facts, first, i, 1);
        struct fact *year = year_first ? before : after, *day = year_first ? after : before;
        if (year && year->kind == FACT_NUMBER && strlen(year->text) == YEAR &&
            MAX(year->from - fact->to, fact->from - year->to) <= between)
            year->kind = FACT_DATE;
        if (day && day->kind <= FACT_SMALL && strlen(day->text) <= 2 &&
            MAX(day->from - fact->to, fact->from - day->to) <= between)
            day->kind = FACT_DATE;
    }
}

/* The sessions of old resolutions are Roman numbers, in Arabic figures: "(د-21)". */
static bool is_old_session(const struct taking *t, int at)
{
    return t->copy->language == AR && at >= 3 && memcmp(t->passage->text + at - 3, "د-", 3) == 0;
}

/* The letters of a place on the web. */
#define ADDRESS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:/.-_~?#&=%+"

void facts_take(const struct copy *copy, const struct passage *passage, GArray *facts)
{
    struct taking t = {copy, passage, facts};
    const GRegex *pattern = lexicon_pattern(copy->lexicon, "not-compared-pattern");
    int from = -1, to = 0;
    guint first = facts->len;
    if (!match_from(passage, pattern, 0, &from, &to))
        from = passage->size;
    for (int at = 0; at < passage->size;) {
        const char *p = passage->text + at;
        int size = g_ascii_isalnum(*p) ? symbol_size(passage->text, at) : 0;
        if (g_str_has_prefix(p, "http")) {
            at += (int)strspn(p, ADDRESS);
        } else if (at >= from) {
            at = MAX(at, to);
            if (!match_from(passage, pattern, at, &from, &to))
                from = passage->size;
        } else if (size) {
            add_symbol(&t, at, at + size);
            at += size;
        } else if (g_ascii_isdigit(*p) && is_old_session(&t, at)) {
            at += digit_count(p);
        } else if (g_ascii_isdigit(*p)) {
            take_number(&t, &at);
        } else if (g_unichar_isalpha(g_utf8_get_char(p)) && copy->language != ZH) {
            take_word(&t, &at);
        } else if (copy->language == ZH && (han_digit(p) > 0 || han_power(p))) {
            take_han(&t, &at);
        } else {
            at = (int)(g_utf8_next_char(p) - passage->text);
        }
    }
    tell_dates(copy, facts, first);
}
