/* Bidi: the embedding levels of FriBidi (UAX #9) against a sample of the Unicode test. */
#include <fribidi.h>
#include <stdbool.h>
#include <stdio.h>

#include "conformance.h"

#define TABLE "uax9-bidi-sample.tsv"

static int passed;

static FriBidiParType direction_of(const char *column)
{
    return *column == '0' ? FRIBIDI_PAR_LTR : *column == '1' ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_ON;
}

/* Every level but those that rule X9 removes, written x. */
static bool same_levels(const FriBidiLevel *levels, char **wanted)
{
    for (int i = 0; wanted[i]; i++)
        if (*wanted[i] != 'x' && levels[i] != atoi(wanted[i]))
            return false;
    return true;
}

static void check_row(char **columns)
{
    enum { LONGEST = 256 };
    FriBidiChar text[LONGEST];
    FriBidiCharType types[LONGEST];
    FriBidiBracketType brackets[LONGEST];
    FriBidiLevel levels[LONGEST];
    char **codes = g_strsplit(columns[0], " ", -1), **wanted = g_strsplit(columns[3], " ", -1);
    int count = (int)g_strv_length(codes);
    ck_assert_int_le(count, LONGEST);
    for (int i = 0; i < count; i++)
        text[i] = (FriBidiChar)strtoul(codes[i], NULL, 16);
    FriBidiParType direction = direction_of(columns[1]);
    fribidi_get_bidi_types(text, count, types);
    fribidi_get_bracket_types(text, count, types, brackets);
    FriBidiLevel most =
        fribidi_get_par_embedding_levels_ex(types, brackets, count, &direction, levels);
    ck_assert_int_gt(most, 0);
    ck_assert_msg(same_levels(levels, wanted), "%s, direction %s", columns[0], columns[1]);
    ck_assert_msg(!!FRIBIDI_IS_RTL(direction) == (*columns[2] == '1'), "%s: the paragraph's own",
                  columns[0]);
    passed++;
    g_strfreev(codes);
    g_strfreev(wanted);
}

START_TEST(levels_are_those_of_unicode)
{
    conformance_rows(TABLE, check_row);
    printf("%s: %d lines pass, all of them\n", TABLE, passed);
    ck_assert_int_gt(passed, 4100);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("UAX 9");
    TCase *tests = tcase_create("UAX 9");
    tcase_add_test(tests, levels_are_those_of_unicode);
    suite_add_tcase(suite, tests);
    return conformance_run(suite, TABLE);
}
