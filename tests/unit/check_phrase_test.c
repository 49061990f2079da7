/* Words of lead phrases: what is known of them, and what a slip of the pen was to be. */
#include "check/phrase.h"

#include <string.h>

#include "suite.h"

static void assert_meant(enum language language, const char *word, const char *wanted)
{
    struct arena *arena = arena_new();
    const char *meant = phrase_meant(arena, language, word, (int)strlen(word));
    if (wanted)
        ck_assert_str_eq(meant, wanted);
    else
        ck_assert_ptr_null(meant);
    arena_free(arena);
}

/* A letter too few, too many, another, two in the wrong order. */
START_TEST(one_slip_is_seen_through)
{
    assert_meant(EN, "Recaling", "Recalling");
    assert_meant(EN, "Reecalling", "Recalling");
    assert_meant(EN, "Rekalling", "Recalling");
    assert_meant(EN, "Reaclling", "Recalling");
    assert_meant(ES, "recordnado", "recordando");
    assert_meant(RU, "отмечяая", "отмечая");
    assert_meant(ZH, "查顾", "回顾");
    assert_meant(EN, "Lighthouse", NULL);
}
END_TEST

/* Chinese has no spaces: the longest pieces that are known. */
START_TEST(words_know_their_place)
{
    struct word words[WORDS_MOST];
    const char *text = "Recalling requests lighthouses";
    ck_assert_int_eq(phrase_cut(EN, text, (int)strlen(text), words), 3);
    ck_assert_uint_eq(words[0].places, IN_PREAMBLE);
    ck_assert_uint_eq(words[1].places & IN_PREAMBLE, 0);
    ck_assert_uint_eq(words[2].places, 0);
    ck_assert_int_eq(phrase_cut(ZH, "又决定查灯", (int)strlen("又决定查灯"), words), 2);
    ck_assert_int_eq(words[0].to, (int)strlen("又决定"));
    ck_assert_uint_eq(words[1].places, 0);
}
END_TEST

/* The vowel signs of Arabic are set or not; the form for a Council is known by the Assembly's. */
START_TEST(arabic_is_known_in_all_its_spellings)
{
    struct word words[WORDS_MOST];
    ck_assert_int_eq(phrase_cut(AR, "تسلِّم", (int)strlen("تسلِّم"), words), 1);
    ck_assert_uint_ne(words[0].places, 0);
    ck_assert_int_eq(phrase_cut(AR, "يسترشد", (int)strlen("يسترشد"), words), 1);
    ck_assert_uint_ne(words[0].places, 0);
}
END_TEST

int main(void)
{
    TCase *words = tcase_create("words");
    tcase_add_test(words, one_slip_is_seen_through);
    tcase_add_test(words, words_know_their_place);
    tcase_add_test(words, arabic_is_known_in_all_its_spellings);
    Suite *suite = suite_create("phrase");
    suite_add_tcase(suite, words);
    return suite_run(suite);
}
