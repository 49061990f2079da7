/* lexicon: the files of styles/check/ are understood whole. */
#include "style/lexicon.h"

#include "suite.h"

START_TEST(files_of_all_languages_are_understood)
{
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(arena);
    for (int language = LANGUAGE_NONE; language < LANGUAGE_COUNT; language++)
        lexicon_check(arena, (enum language)language, diag);
    ck_assert_str_eq(diag_text(diag), "");
    arena_free(arena);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("lexicon");
    TCase *tests = tcase_create("lexicon");
    tcase_add_test(tests, files_of_all_languages_are_understood);
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
