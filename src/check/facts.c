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

static void add(struct taking *t, enum fact_kind kind, const char *text, int from, int to)
{
    struct fact fact = {kind, text, from, to, t->passage};
    g_array_append_val(t->facts, fact);
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

/* "A/RES/70/1" whole; "S-27/2" and "دإ-27/2" are both "27/2", "IX/16" is "9/16"; hyphens are left
 * out. */
static const char *canonical_symbol(struct arena *arena, const char *text, int size)
{
    const char *slash = memchr(text, '/', (size_t)size);
    int head = (int)(slash - text), roman = roman_value(text, head);
    if (roman)
        return arena_printf(arena, "%d%.*s", roman, size - head, slash);
    bool bare = !memchr(slash + 1, '/', (size_t)(text + size - slash - 1));
    while (bare && size && !g_ascii_isdigit(*text) && *text != '/')
        text++, size--;
    char *symbol = arena_alloc(arena, (size_t)size + 1), *to = symbol;
    for (int i = 0; i < size; i++)
        if (text[i] != '-')
            *to++ = g_ascii_toupper(text[i]);
    return symbol;
}

/* The size of a symbol that begins at `at`; 0 when there is none. */
static int symbol_size(const char *text, int at)
{
    const char *p = text + at, *end = p;
    while (is_of_symbol(end))
        end++;
    while (end > p && !g_ascii_isalnum(end[-1]))
        end--;
    const char *slash = memchr(p, '/', (size_t)(end - p));
    return slash && slash > p && g_ascii_isdigit(end[-1]) ? (int)(end - p) : 0;
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
        add(t, FACT_MONTH, digits + strspn(digits, "0"), from, *at);
    else
        add(t, count == 1 ? FACT_SMALL : FACT_NUMBER, digits, from, *at);
}

/* --- words ---------------------------------------------------------------------------- */

static void take_word(struct taking *t, int *at)
{
    const char *start = t->passage->text + *at, *end = start;
    while (g_unichar_isalpha(g_utf8_get_char(end)))
        end = g_utf8_next_char(end);
    const char *month =
        lexicon_find(t->copy->lexicon, "months-of-dates", start, (size_t)(end - start));
    if (month)
        add(t, FACT_MONTH, month, *at, *at + (int)(end - start));
    *at += (int)(end - start);
}

/* Numbers that stand beside a month are of a date. */
static void tell_dates(GArray *facts, guint first)
{
    enum { BETWEEN = 8 }; /* bytes: " de ", "er " */
    for (guint i = first; i < facts->len; i++) {
        struct fact *fact = &g_array_index(facts, struct fact, i);
        if (fact->kind != FACT_MONTH)
            continue;
        if (i > first && fact[-1].kind <= FACT_SMALL && fact->from - fact[-1].to <= BETWEEN)
            fact[-1].kind = fact[-1].kind == FACT_SMALL ? FACT_SMALL : FACT_DATE;
        if (i + 1 < facts->len && fact[1].kind == FACT_NUMBER && fact[1].from - fact->to <= BETWEEN)
            fact[1].kind = FACT_DATE;
    }
}

/* The sessions of old resolutions are Roman numbers, in Arabic figures: "(د-21)". */
static bool is_old_session(const struct taking *t, int at)
{
    return t->copy->language == AR && at >= 3 && memcmp(t->passage->text + at - 3, "د-", 3) == 0;
}

void facts_take(const struct copy *copy, const struct passage *passage, GArray *facts)
{
    struct taking t = {copy, passage, facts};
    guint first = facts->len;
    for (int at = 0; at < passage->size;) {
        const char *p = passage->text + at;
        int size = g_ascii_isalnum(*p) ? symbol_size(passage->text, at) : 0;
        if (size) {
            add(&t, FACT_SYMBOL, canonical_symbol(copy->arena, p, size), at, at + size);
            at += size;
        } else if (g_ascii_isdigit(*p) && is_old_session(&t, at)) {
            at += digit_count(p);
        } else if (g_ascii_isdigit(*p)) {
            take_number(&t, &at);
        } else if (g_unichar_isalpha(g_utf8_get_char(p)) && copy->language != ZH) {
            take_word(&t, &at);
        } else {
            at = (int)(g_utf8_next_char(p) - passage->text);
        }
    }
    tell_dates(facts, first);
}
