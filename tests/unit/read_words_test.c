/* read: small things that are known by their words: labels, symbols, job numbers, languages. */
#include <check.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "doc/label.h"
#include "read/derive.h"
#include "read/guess.h"
#include "read/link.h"
#include "suite.h"

/* --- labels -------------------------------------------------------------------------- */

static int reading_of(const char *text, enum label_series series)
{
    struct label label;
    return label_read_whole(text, &label) ? label_ordinal(&label, series) : -1;
}

START_TEST(labels_are_read_in_every_language)
{
    ck_assert_int_eq(reading_of("12.", LABEL_NUMBER), 12);
    ck_assert_int_eq(reading_of("3 -", LABEL_NUMBER), 3);
    ck_assert_int_eq(reading_of("1.2.", LABEL_DECIMAL), 2);
    ck_assert_int_eq(reading_of("(c)", LABEL_LETTER), 3);
    ck_assert_int_eq(reading_of("c)", LABEL_LETTER), 3);
    ck_assert_int_eq(reading_of("(bb)", LABEL_LETTER), 28);
    ck_assert_int_eq(reading_of("с)", LABEL_LETTER), 17); /* Cyrillic, or Latin c */
    ck_assert_int_eq(reading_of("(i)", LABEL_LETTER), 9);
    ck_assert_int_eq(reading_of("(i)", LABEL_ROMAN), 1);
    ck_assert_int_eq(reading_of("xiv)", LABEL_ROMAN), 14);
    ck_assert_int_eq(reading_of("㈢", LABEL_HAN), 3);
    ck_assert_int_eq(reading_of("(十二)", LABEL_HAN), 12);
    ck_assert_int_eq(reading_of("二十一、", LABEL_HAN_SECTION), 21);
    ck_assert_int_eq(reading_of("(هـ)", LABEL_ABJAD), 5);
    ck_assert_int_eq(reading_of("’2‘", LABEL_NUMBER_QUOTED), 2);
    ck_assert_int_eq(reading_of("IV.", LABEL_CAPITAL_ROMAN), 4);
    ck_assert_int_eq(reading_of("B.", LABEL_CAPITAL), 2);
    ck_assert_int_eq(reading_of("ثالثا -", LABEL_ARABIC_ORDINAL), 3);
    ck_assert_int_eq(reading_of("حادي عشر", LABEL_ARABIC_ORDINAL), 11);
    ck_assert_int_eq(reading_of("عشرون", LABEL_ARABIC_ORDINAL), 20);
    ck_assert_int_eq(reading_of("سادس وعشرون -", LABEL_ARABIC_ORDINAL), 26);
    ck_assert_int_eq(reading_of("أولاً", LABEL_ARABIC_ORDINAL), 1);
    ck_assert_int_eq(reading_of("А.", LABEL_CAPITAL), 1); /* Cyrillic */
    ck_assert_int_eq(reading_of("③", LABEL_NUMBER_CIRCLED), 3);
    ck_assert_int_eq(reading_of("–", LABEL_BULLET), 0x2013);
}
END_TEST

START_TEST(words_are_no_labels)
{
    ck_assert_int_eq(reading_of("Se", LABEL_LETTER), -1);
    ck_assert_int_eq(reading_of("(XXX)", LABEL_LETTER), -1);
    ck_assert_int_eq(reading_of("-5", LABEL_BULLET), -1);
    ck_assert_int_eq(reading_of("目标1.", LABEL_NUMBER), -1);
    ck_assert_int_eq(reading_of("خامس", LABEL_ARABIC_ORDINAL), -1);
    ck_assert_int_eq(reading_of("Да", LABEL_CAPITAL), -1);
    ck_assert_int_eq(reading_of("", LABEL_NUMBER), -1);
}
END_TEST

/* --- small things -------------------------------------------------------------------- */

START_TEST(symbols_end_where_they_should)
{
    ck_assert_uint_eq(link_symbol_length("A/76/135."), strlen("A/76/135"));
    ck_assert_uint_eq(link_symbol_length("A/C.1/76/L.13, and"), strlen("A/C.1/76/L.13"));
    ck_assert_uint_eq(link_symbol_length("S/RES/2254 (2015)号"), strlen("S/RES/2254 (2015)"));
    ck_assert_uint_eq(link_symbol_length("A/RES/3363(XXX)"), strlen("A/RES/3363(XXX)"));
    ck_assert_uint_eq(link_symbol_length("A/76/439 (2021)"), strlen("A/76/439"));
    ck_assert_uint_eq(link_symbol_length("S/PV.8000"), strlen("S/PV.8000"));
    ck_assert_uint_eq(link_symbol_length("A/B"), 0);
    ck_assert_uint_eq(link_symbol_length("E/mail"), 0);
    ck_assert_uint_eq(link_symbol_length("A"), 0);
}
END_TEST

START_TEST(job_numbers_stand_in_file_names)
{
    struct arena *arena = arena_new();
    ck_assert_str_eq(derive_job_number(arena, "x/A_RES_76_19-2118253C.xml"), "21-18253");
    ck_assert_str_eq(derive_job_number(arena, "A_RES_ES-11_4_2223239A.xml"), "22-23239");
    ck_assert_str_eq(derive_job_number(arena, "S_RES_1540_N0432843.xml"), "04-32843");
    ck_assert_ptr_null(derive_job_number(arena, "75_1_C.xml"));
    ck_assert_ptr_null(derive_job_number(arena, "2118253.xml"));
    ck_assert_ptr_null(derive_job_number(arena, "<stdin>"));
    arena_free(arena);
}
END_TEST

START_TEST(languages_are_told_from_text)
{
    static const struct {
        const char *text;
        enum language language;
    } texts[] = {
        {"The General Assembly, recalling the purposes of the Charter and of its resolutions", EN},
        {"Rappelant les buts et les principes du Statut, et aux fins de la présente", FR},
        {"Recordando los propósitos del Estatuto y el informe al que se refiere", ES},
        {"ссылаясь на свои резолюции о международной безопасности", RU},
        {"إذ تشير إلى قراراتها المتخذة في هذا الشأن", AR},
        {"回顾其1988年12月7日第43/78号决议", ZH},
        {"Lorem ipsum dolor sit amet consectetur adipiscing", LANGUAGE_NONE},
        {"76/19", LANGUAGE_NONE},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        ck_assert_int_eq(guess_language(texts[i].text, strlen(texts[i].text)), texts[i].language);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("read: words");
    TCase *words = tcase_create("words");
    tcase_add_test(words, labels_are_read_in_every_language);
    tcase_add_test(words, words_are_no_labels);
    tcase_add_test(words, symbols_end_where_they_should);
    tcase_add_test(words, job_numbers_stand_in_file_names);
    tcase_add_test(words, languages_are_told_from_text);
    suite_add_tcase(suite, words);
    return suite_run(suite);
}
