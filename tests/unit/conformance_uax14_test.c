/* uax14: UAX #14 of Unicode 17.0 against what we have (15.0), without tailoring. Every line of the
 * table that differs must have a cause that this test can name: a rule that came after 15.0,
 * or a character or class of one. */
#include <stdio.h>

#include "conformance.h"
#include "set/uax14.h"

#define TABLE "uax14-17.0.tsv"

enum { MOST = 512 };

enum cause {
    CAUSE_NONE, /* nothing differs */
    CAUSE_NUL,
    CAUSE_NEW_CHARACTER,
    CAUSE_NEW_CLASS,
    CAUSE_COMPLEX,
    CAUSE_QUOTATION,
    CAUSE_AKSARA,
    CAUSE_HYPHEN,
    CAUSE_NUMBER,
    CAUSE_POINT,
    CAUSE_HEBREW,
    CAUSE_UNNAMED,
    CAUSE_COUNT
};

static const char *const cause_names[CAUSE_COUNT] = {
    [CAUSE_NONE] = "as in 17.0",
    [CAUSE_NUL] = "U+0000, which no source has",
    [CAUSE_NEW_CLASS] = "a character that has had another class since 15.0",
    [CAUSE_COMPLEX] = "South-East Asian letters: LB1, LB28a",
    [CAUSE_NEW_CHARACTER] = "a character that 15.0 does not have",
    [CAUSE_QUOTATION] = "beside a quotation mark: LB15a to LB15d, LB19a",
    [CAUSE_AKSARA] = "within an orthographic syllable: LB28a",
    [CAUSE_HYPHEN] = "behind a hyphen at the start of a word: LB20a, class HH",
    [CAUSE_NUMBER] = "a number and its prefix or suffix: LB25 of 16.0",
    [CAUSE_POINT] = "before the point of a number such as .35: LB15c",
    [CAUSE_HEBREW] = "behind a space that a Hebrew letter held: LB21a",
    [CAUSE_UNNAMED] = "no cause is known",
};

struct row {
    gunichar c[MOST];
    bool wanted[MOST]; /* a line may start with c[i] */
    int count;
};

static struct row row_of(char **columns)
{
    struct row row = {.count = 0};
    char **codes = g_strsplit(columns[1], " ", -1);
    const char *mark = columns[2];
    for (; codes[row.count]; row.count++) {
        ck_assert_int_lt(row.count + 1, MOST);
        row.c[row.count] = (gunichar)strtoul(codes[row.count], NULL, 16);
        row.wanted[row.count + 1] = g_utf8_get_char(mark) == 0xF7;
        mark = g_utf8_next_char(mark);
    }
    g_strfreev(codes);
    return row;
}

/* --- causes -------------------------------------------------------------------------- */

static bool is_transparent(gunichar c)
{
    GUnicodeBreakType type = g_unichar_break_type(c);
    return type == G_UNICODE_BREAK_COMBINING_MARK || type == G_UNICODE_BREAK_ZERO_WIDTH_JOINER;
}

static bool is_space(gunichar c)
{
    return g_unichar_break_type(c) == G_UNICODE_BREAK_SPACE;
}

/* The character nearest to place `i` in a direction, over marks that combine and, if asked,
 * spaces; 0: none. */
static gunichar nearest(const struct row *row, int i, int step, bool spaces)
{
    for (i += step < 0 ? -1 : 0; i >= 0 && i < row->count; i += step)
        if (!is_transparent(row->c[i]) && !(spaces && is_space(row->c[i])))
            return row->c[i];
    return 0;
}

static bool is_type(gunichar c, GUnicodeBreakType type)
{
    return c && g_unichar_break_type(c) == type;
}

static bool is_hyphen(gunichar c)
{
    return c == '-' || c == 0x2010 || c == 0x2012 || c == 0x2013 || c == 0x58A || c == 0x5BE ||
           c == 0x1400;
}

/* Scripts whose letters 15.1 gave the classes AK, AP, AS, VF and VI. */
static bool is_aksara(gunichar c)
{
    static const GUnicodeScript scripts[] = {
        G_UNICODE_SCRIPT_BALINESE,   G_UNICODE_SCRIPT_BATAK,   G_UNICODE_SCRIPT_BRAHMI,
        G_UNICODE_SCRIPT_CHAM,       G_UNICODE_SCRIPT_GRANTHA, G_UNICODE_SCRIPT_JAVANESE,
        G_UNICODE_SCRIPT_KAWI,       G_UNICODE_SCRIPT_MAKASAR, G_UNICODE_SCRIPT_BUGINESE,
        G_UNICODE_SCRIPT_DIVES_AKURU};
    for (size_t i = 0; i < G_N_ELEMENTS(scripts); i++)
        if (g_unichar_get_script(c) == scripts[i])
            return true;
    return c == 0x25CC;
}

/* A letter of those scripts, or a mark of one with others on it, beside place `i`. */
static bool holds_aksara(const struct row *row, int i)
{
    for (int k = i - 1; k >= 0 && is_transparent(row->c[k]); k--)
        if (is_aksara(row->c[k]))
            return true;
    return is_aksara(row->c[i]) || is_aksara(nearest(row, i, -1, false)) ||
           is_aksara(nearest(row, i, 1, false));
}

static bool is_point_of_number(const struct row *row, int i)
{
    return is_space(row->c[i - 1]) && is_type(row->c[i], G_UNICODE_BREAK_INFIX_SEPARATOR) &&
           i + 1 < row->count && is_type(row->c[i + 1], G_UNICODE_BREAK_NUMERIC);
}

static bool is_behind_hebrew(const struct row *row, int i)
{
    return i > 1 && is_type(row->c[i - 1], G_UNICODE_BREAK_AFTER) &&
           is_type(row->c[i - 2], G_UNICODE_BREAK_HEBREW_LETTER);
}

static bool is_of_number(gunichar c)
{
    return is_type(c, G_UNICODE_BREAK_NUMERIC) || is_type(c, G_UNICODE_BREAK_PREFIX) ||
           is_type(c, G_UNICODE_BREAK_POSTFIX) || is_type(c, G_UNICODE_BREAK_INFIX_SEPARATOR) ||
           is_type(c, G_UNICODE_BREAK_OPEN_PUNCTUATION) ||
           is_type(c, G_UNICODE_BREAK_CLOSE_PUNCTUATION) ||
           is_type(c, G_UNICODE_BREAK_CLOSE_PARANTHESIS) || is_type(c, G_UNICODE_BREAK_SYMBOL);
}

static bool holds_complex(const struct row *row, int i)
{
    gunichar before = nearest(row, i, -1, false), after = nearest(row, i, 1, false);
    return is_type(before, G_UNICODE_BREAK_COMPLEX_CONTEXT) ||
           is_type(after, G_UNICODE_BREAK_COMPLEX_CONTEXT) ||
           is_type(row->c[i], G_UNICODE_BREAK_COMPLEX_CONTEXT) ||
           is_type(row->c[i - 1], G_UNICODE_BREAK_COMPLEX_CONTEXT);
}

/* The filler of Khitan, which glues since 16.0. */
static bool has_new_class(gunichar c)
{
    return c == 0x16FE4;
}

static enum cause cause_at(const struct row *row, int i)
{
    gunichar before = nearest(row, i, -1, false), after = nearest(row, i, 1, false);
    gunichar far = nearest(row, i, -1, true), next = nearest(row, i, 1, true);
    for (int k = 0; k < row->count; k++)
        if (!row->c[k])
            return CAUSE_NUL;
        else if (!g_unichar_isdefined(row->c[k]))
            return CAUSE_NEW_CHARACTER;
    if (has_new_class(row->c[i]) || has_new_class(row->c[i - 1]))
        return CAUSE_NEW_CLASS;
    if (holds_complex(row, i))
        return CAUSE_COMPLEX;
    if (is_type(far, G_UNICODE_BREAK_QUOTATION) || is_type(next, G_UNICODE_BREAK_QUOTATION))
        return CAUSE_QUOTATION;
    if (holds_aksara(row, i))
        return CAUSE_AKSARA;
    if (is_hyphen(before) || is_hyphen(after))
        return CAUSE_HYPHEN;
    if (is_of_number(before) && is_of_number(after))
        return CAUSE_NUMBER;
    if (is_point_of_number(row, i))
        return CAUSE_POINT;
    if (is_behind_hebrew(row, i))
        return CAUSE_HEBREW;
    return CAUSE_UNNAMED;
}

/* --- rows ---------------------------------------------------------------------------- */

static int tally[CAUSE_COUNT], shown;

static void check_row(char **columns)
{
    struct row row = row_of(columns);
    bool allowed[MOST];
    uax14_find(row.c, row.count, allowed);
    enum cause cause = CAUSE_NONE;
    for (int i = 1; i < row.count; i++) {
        enum cause here = allowed[i] == row.wanted[i] ? CAUSE_NONE : cause_at(&row, i);
        cause = MAX(cause, here);
    }
    tally[cause]++;
    if (cause == CAUSE_UNNAMED && shown++ < 40)
        printf("line %s, no cause: %s %s\n", columns[0], columns[1], columns[2]);
}

START_TEST(every_difference_has_a_cause)
{
    conformance_rows(TABLE, check_row);
    int total = 0;
    for (int i = 0; i < CAUSE_COUNT; i++)
        total += tally[i];
    for (int i = 0; i < CAUSE_COUNT; i++)
        printf("%6d of %d, %.1f %%: %s\n", tally[i], total, 100.0 * tally[i] / total,
               cause_names[i]);
    fflush(stdout);
    ck_assert_int_gt(total, 19000);
    ck_assert_msg(tally[CAUSE_UNNAMED] == 0, "%d lines differ without a cause",
                  tally[CAUSE_UNNAMED]);
    ck_assert_int_gt(tally[CAUSE_NONE], total * 9 / 10);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("UAX 14");
    TCase *tests = tcase_create("UAX 14");
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, every_difference_has_a_cause);
    suite_add_tcase(suite, tests);
    return conformance_run(suite, TABLE);
}
