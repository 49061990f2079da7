/* uax14: a "|" stands where a line may start; the table of Unicode, where it is at hand, is
 * conformance_uax14_test's. */
#include <check.h>
#include <glib.h>

#include "set/uax14.h"

/* The text of `marked` with a bar at every place where we say that a line may start. */
static char *barred(const char *marked)
{
    uint32_t characters[100] = {0};
    bool allowed[100];
    int count = 0;
    for (const char *at = marked; *at; at = g_utf8_next_char(at))
        if (*at != '|')
            characters[count++] = g_utf8_get_char(at);
    uax14_find(characters, count, allowed);
    GString *out = g_string_new(NULL);
    for (int i = 0; i < count; i++) {
        if (allowed[i])
            g_string_append_c(out, '|');
        g_string_append_unichar(out, characters[i]);
    }
    return g_string_free(out, FALSE);
}

static void check_all(const char *const *texts)
{
    for (; *texts; texts++) {
        char *found = barred(*texts);
        ck_assert_str_eq(found, *texts);
        g_free(found);
    }
}

START_TEST(words_are_parted_at_spaces_and_hyphens)
{
    static const char *const texts[] = {"the |keeper’s |lamp",
                                        "a |well-|lit |coast",
                                        "no\u00a0break |here",
                                        "“the |sea” (at |night)",
                                        "what |is |this ?!",
                                        "lamp|\u2014|light",
                                        "sea\u2060side",
                                        "soft\u00ad|hyphen",
                                        "zero\u200b|width",
                                        "one\n|two",
                                        "one\r\n|two",
                                        "e\u0301te\u0301 |chaud",
                                        "[ a ]",
                                        NULL};
    check_all(texts);
}
END_TEST

START_TEST(numbers_are_whole)
{
    static const char *const texts[] = {"76/19 |and |1,234.56",
                                        "a/|5 |or |a,|5",
                                        "(35)% |but |(a)|%",
                                        "$(5) |but |$|(a)",
                                        "-5 |° |5°",
                                        "€100 |№5",
                                        "5% |of |3|国",
                                        NULL};
    check_all(texts);
}
END_TEST

START_TEST(chinese_is_parted_everywhere_but_at_its_marks)
{
    static const char *const texts[] = {
        "国|家，|大|会", "（国", "灯|塔|《海|岸》、|船", "国|5", "《 国", "灯っ", NULL};
    check_all(texts);
}
END_TEST

START_TEST(other_scripts_keep_their_units)
{
    static const char *const texts[] = {"المنارة |(ب)، |ثم",
                                        "ש-ל |ש",
                                        "가|각|한",
                                        "\u1100\u1161\u11a8|\u1100",
                                        "\U0001F1EB\U0001F1F7|"
                                        "\U0001F1E9\U0001F1EA",
                                        "\U0001F44D\U0001F3FD|国",
                                        NULL};
    check_all(texts);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("uax14");
    TCase *tests = tcase_create("uax14");
    tcase_add_test(tests, words_are_parted_at_spaces_and_hyphens);
    tcase_add_test(tests, numbers_are_whole);
    tcase_add_test(tests, chinese_is_parted_everywhere_but_at_its_marks);
    tcase_add_test(tests, other_scripts_keep_their_units);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
