/* hyphen: frequent words of UN resolutions, parted as two independent programs part them: what
 * both allow is found, what neither allows is not. Languages without patterns on this machine are
 * skipped and named. */
#include <stdio.h>

#include "conformance.h"
#include "set/hyphen.h"

#define TABLE "hyphen-words.tsv"

enum { MOST = 100 };

/* Not complete: libhyphen looks at the longest pattern only and wants the others written into it;
 * Debian's Russian patterns are as they came, so points are missed, and one
 * word in a hundred may get a wrong one. */
static const struct {
    const char *language, *patterns;
    int before, after;
    bool complete;
} programs[] = {
    {"en", "hyph_en_US.dic", 2, 3, true},
    {"fr", "hyph_fr.dic", 2, 2, true},
    {"es", "hyph_es_ES.dic", 2, 2, true},
    {"ru", "hyph_ru_RU.dic", 2, 2, false},
};

static struct {
    int words, wrong;
} tally[G_N_ELEMENTS(programs)];

static bool is_installed(const char *patterns)
{
    char *path = g_build_filename("/usr/share/hyphen", patterns, NULL);
    bool there = g_file_test(path, G_FILE_TEST_EXISTS);
    g_free(path);
    return there;
}

/* The places of the hyphens in a word that is written with them: points[i] is behind letter i. */
static void read_points(const char *parted, bool *points)
{
    int letter = 0;
    for (; *parted; parted = g_utf8_next_char(parted))
        if (*parted == '-')
            points[letter - 1] = true;
        else
            letter++;
}

static bool is_parted_alike(int program, char **columns)
{
    bool one[MOST] = {false}, two[MOST] = {false}, got[MOST] = {false};
    read_points(columns[2], one);
    read_points(columns[3], two);
    if (!hyphen_word(programs[program].patterns, columns[1], programs[program].before,
                     programs[program].after, got))
        return false;
    for (long i = 0; i < g_utf8_strlen(columns[1], -1); i++)
        if ((programs[program].complete && one[i] && two[i] && !got[i]) ||
            (!one[i] && !two[i] && got[i]))
            return false;
    return true;
}

static void check_row(char **columns)
{
    for (size_t k = 0; k < G_N_ELEMENTS(programs); k++) {
        if (strcmp(columns[0], programs[k].language) != 0 || !columns[4] ||
            strcmp(columns[4], "agree") != 0)
            continue;
        bool alike = !is_installed(programs[k].patterns) || is_parted_alike((int)k, columns);
        tally[k].words++;
        tally[k].wrong += !alike;
        if (!alike && tally[k].wrong <= 10)
            printf("%s %s: %s was wanted\n", columns[0], columns[1], columns[2]);
    }
}

START_TEST(words_are_parted_as_by_two_programs)
{
    conformance_rows(TABLE, check_row);
    bool alike = true;
    for (size_t k = 0; k < G_N_ELEMENTS(programs); k++) {
        if (!is_installed(programs[k].patterns)) {
            printf("%s: skipped, %s is not installed\n", programs[k].language,
                   programs[k].patterns);
            continue;
        }
        printf("%s: %d of %d words alike\n", programs[k].language, tally[k].words - tally[k].wrong,
               tally[k].words);
        ck_assert_int_gt(tally[k].words, 1000);
        alike = alike && tally[k].wrong * 100 <= (programs[k].complete ? 0 : tally[k].words);
    }
    fflush(stdout);
    ck_assert_msg(alike, "words are parted otherwise, see above");
}
END_TEST

/* The least letters before and behind a hyphen count, whatever the patterns say. */
START_TEST(least_letters_are_kept)
{
    bool points[MOST] = {false};
    if (!hyphen_word("hyph_en_US.dic", "international", 5, 6, points))
        return;
    for (int i = 0; i < 13; i++)
        ck_assert_msg(!points[i] || (i + 1 >= 5 && 13 - i - 1 >= 6), "behind letter %d", i + 1);
    ck_assert(!hyphen_word("hyph_nowhere.dic", "international", 2, 3, points));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("hyphens");
    TCase *tests = tcase_create("hyphens");
    tcase_add_test(tests, words_are_parted_as_by_two_programs);
    tcase_add_test(tests, least_letters_are_kept);
    suite_add_tcase(suite, tests);
    return conformance_run(suite, TABLE);
}
