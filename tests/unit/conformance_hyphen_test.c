/* hyphen: frequent words of UN resolutions, parted as two independent programs part them: what
 * both allow is found, what neither allows is not. Languages without patterns on this machine are
 * skipped and named. */
#include <stdio.h>

#include "conformance.h"
#include "set/hyphen.h"

#define TABLE "hyphen-words.tsv"

enum { MOST = 100 };

static const struct {
    const char *language, *patterns;
    int before, after;
    bool exceptions; /* the file holds the list of exceptions that the table has */
} programs[] = {
    {"en", "hyph_en_US.dic", 2, 3, false},
    {"fr", "hyph_fr.dic", 2, 2, false},
    {"es", "hyph_es_ES.dic", 2, 2, false},
    {"ru", "hyph_ru_RU.dic", 2, 2, true},
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

/* The second program is silent about exceptions. */
static bool is_parted_alike(int program, char **columns)
{
    bool one[MOST] = {false}, two[MOST] = {false}, got[MOST] = {false};
    read_points(columns[2], one);
    read_points(*columns[3] ? columns[3] : columns[2], two);
    if (!hyphen_word(programs[program].patterns, columns[1], programs[program].before,
                     programs[program].after, got))
        return false;
    for (long i = 0; i < g_utf8_strlen(columns[1], -1); i++)
        if ((one[i] && two[i] && !got[i]) || (!one[i] && !two[i] && got[i]))
            return false;
    return true;
}

static void check_row(char **columns)
{
    for (size_t k = 0; k < G_N_ELEMENTS(programs); k++) {
        if (strcmp(columns[0], programs[k].language) != 0 || !columns[4])
            continue;
        bool exception = programs[k].exceptions && strcmp(columns[4], "exception list") == 0;
        if (strcmp(columns[4], "agree") != 0 && !exception)
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
        alike = alike && !tally[k].wrong;
    }
    fflush(stdout);
    ck_assert_msg(alike, "words are parted otherwise, see above");
}
END_TEST

/* Compounds of German, which has no table: by two levels of patterns. */
START_TEST(german_compounds_are_parted_at_their_seams)
{
    static const char *const words[] = {"Sicherheits-rat", "General-ver-samm-lung",
                                        "Tages-ord-nungs-punkt"};
    if (!is_installed("hyph_de_DE.dic")) {
        printf("de: skipped, hyph_de_DE.dic is not installed\n");
        return;
    }
    for (size_t k = 0; k < G_N_ELEMENTS(words); k++) {
        bool wanted[MOST] = {false}, got[MOST] = {false};
        char **parts = g_strsplit(words[k], "-", -1), *word = g_strjoinv("", parts);
        read_points(words[k], wanted);
        ck_assert(hyphen_word("hyph_de_DE.dic", word, 2, 2, got));
        for (size_t i = 0; i < strlen(word); i++)
            ck_assert_msg(!wanted[i] || got[i], "%s behind letter %zu", words[k], i + 1);
        g_strfreev(parts);
        g_free(word);
    }
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

/* What is remembered of a word is of its language, and nothing of the limits that were asked for.
 */
START_TEST(words_are_remembered_rightly)
{
    static const char *const files[] = {"hyph_en_US.dic", "hyph_fr.dic", "hyph_en_US.dic"};
    bool first[2][MOST] = {{false}}, points[MOST] = {false};
    for (int k = 0; k < 3; k++) {
        if (!is_installed(files[k]))
            return;
        ck_assert(hyphen_word(files[k], "nations", 6, 6, points)); /* nowhere so near the edge */
        ck_assert_int_eq(memchr(points, true, sizeof points) != NULL, false);
        bool *got = k == 2 ? points : first[k];
        ck_assert(hyphen_word(files[k], "international", 2, 2, got));
    }
    ck_assert_int_eq(memcmp(first[0], points, sizeof points), 0);
    ck_assert_int_ne(memcmp(first[0], first[1], sizeof points), 0);
    for (int k = 0; k < 40000; k++) { /* more words than are remembered */
        char word[32];
        g_snprintf(word, sizeof word, "word%c%c%c%c", 'a' + k % 26, 'a' + k / 26 % 26,
                   'a' + k / 676 % 26, 'a' + k / 17576);
        bool any[MOST] = {false};
        ck_assert(hyphen_word(files[0], word, 2, 2, any));
    }
    ck_assert(hyphen_word(files[0], "international", 2, 2, first[1]));
    ck_assert_int_eq(memcmp(first[0], first[1], sizeof points), 0);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("hyphens");
    TCase *tests = tcase_create("hyphens");
    tcase_add_test(tests, words_are_parted_as_by_two_programs);
    tcase_add_test(tests, german_compounds_are_parted_at_their_seams);
    tcase_add_test(tests, least_letters_are_kept);
    tcase_add_test(tests, words_are_remembered_rightly);
    suite_add_tcase(suite, tests);
    return conformance_run(suite, TABLE);
}
