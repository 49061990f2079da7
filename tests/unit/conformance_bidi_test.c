/* Bidi: Pango's embedding levels (UAX #9) against a sample of the Unicode test, for the rooms that
 * will set Arabic. White space and what formats are left out: rule L1 resets their levels after
 * lines are known, and X9 removes the latter. */
#include <pango/pango.h>
#include <stdbool.h>
#include <stdio.h>

#include "conformance.h"

#define TABLE "uax9-bidi-sample.tsv"

/* Lines where Pango 1.50 differs, with the reason. */
static const struct {
    const char *codes, *why;
} known[] = {
    {"0061 202A 0062 202C 0020 0031 0020 0032",
     "X2, LRE in a text that runs left to right only: Pango looks at no embedding there and "
     "answers "
     "level 0 for all; the order that is seen is the same"},
};

static int passed, excepted, resolved;

static PangoDirection direction_of(const char *column)
{
    return *column == '0'   ? PANGO_DIRECTION_LTR
           : *column == '1' ? PANGO_DIRECTION_RTL
                            : PANGO_DIRECTION_WEAK_LTR;
}

static bool is_left_out(gunichar c, const char *level)
{
    GUnicodeType type = g_unichar_type(c);
    return *level == 'x' || type == G_UNICODE_SPACE_SEPARATOR || type == G_UNICODE_CONTROL ||
           type == G_UNICODE_LINE_SEPARATOR || type == G_UNICODE_PARAGRAPH_SEPARATOR ||
           type == G_UNICODE_FORMAT;
}

static const char *reason_of(const char *codes)
{
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
        if (strcmp(known[i].codes, codes) == 0)
            return known[i].why;
    return NULL;
}

static void check_row(char **columns)
{
    GString *text = g_string_new(NULL);
    char **codes = g_strsplit(columns[0], " ", -1), **wanted = g_strsplit(columns[3], " ", -1);
    for (int i = 0; codes[i]; i++)
        g_string_append_unichar(text, (gunichar)strtoul(codes[i], NULL, 16));
    PangoDirection direction = direction_of(columns[1]);
    guint8 *levels = pango_log2vis_get_embedding_levels(text->str, (int)text->len, &direction);
    bool same = true;
    for (int i = 0; codes[i]; i++)
        if (!is_left_out((gunichar)strtoul(codes[i], NULL, 16), wanted[i]))
            same = same && levels[i] == atoi(wanted[i]);
    const char *why = reason_of(columns[0]);
    ck_assert_msg(same || why, "%s, direction %s", columns[0], columns[1]);
    if (!same)
        printf("%s: %s\n", columns[0], why);
    passed += same;
    excepted += !same;
    resolved += (direction == PANGO_DIRECTION_RTL || direction == PANGO_DIRECTION_WEAK_RTL) ==
                (*columns[2] == '1');
    g_free(levels);
    g_strfreev(codes);
    g_strfreev(wanted);
    g_string_free(text, TRUE);
}

START_TEST(levels_are_those_of_unicode)
{
    conformance_rows(TABLE, check_row);
    printf("%s: %d lines pass, %d are known to differ\n", TABLE, passed, excepted);
    ck_assert_int_eq(passed + excepted, resolved); /* the paragraph's own direction too */
    ck_assert_int_eq(excepted, G_N_ELEMENTS(known));
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
