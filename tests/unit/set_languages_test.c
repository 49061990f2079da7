/* set: what each language asks of its lines (composition.md F2, F6 to F11; un-layout.md 5.5, 5.6).
 * A "|" marks the place that a row is about. */
#include "stick.h"

/* A style of its own for each test that asks: they are cheap. */
#define ROWS(...) ((const char *const[]){__VA_ARGS__, NULL})

static void at_price(enum language language, int least, int most, const char *const *rows)
{
    struct stick s = stick_new(language);
    for (; *rows; rows++) {
        int price = stick_price(&s, *rows);
        ck_assert_msg(price >= least && price <= most, "%s costs %d, not %d to %d", *rows, price,
                      least, most);
    }
    stick_free(&s);
}

static void never(enum language language, const char *const *rows)
{
    at_price(language, FILL_NEVER, FILL_NEVER, rows);
}

static void freely(enum language language, const char *const *rows)
{
    at_price(language, 0, 0, rows);
}

/* --- French (F8) --------------------------------------------------------------------- */

/* From the end of "mot" to the mark behind it, in thousandths of an em; `words` begin with "mot".
 */
static int white_before(struct stick *s, const char *words, const char *mark)
{
    const struct line *line = stick_wide(s, words), *plain = stick_wide(s, "mot-");
    const char *text = stick_line(s, line);
    ck_assert_msg(g_str_has_prefix(words, text), "%s came back as %s", words, text);
    length at = stick_x(line, (uint32_t)(strstr(text, mark) - text));
    return (int)((int64_t)(at - stick_x(plain, 3)) * 1000 / s->em);
}

START_TEST(f8_marks_have_one_white_whatever_is_typed)
{
    static const char *const marks[] = {";", "!", "?", ":", "»"};
    struct stick s = stick_new(FR);
    for (size_t m = 0; m < G_N_ELEMENTS(marks); m++) {
        int wanted = strchr(";!?", *marks[m]) ? 167 : 250;
        const char *const spaces[] = {"", " ", "\u00A0", "\u202F"};
        for (size_t k = 0; k < G_N_ELEMENTS(spaces); k++) {
            const char *words = arena_printf(s.arena, "mot%s%s mot", spaces[k], marks[m]);
            int white = white_before(&s, words, marks[m]);
            ck_assert_msg(abs(white - wanted) <= 2, "%s: %d, not %d", words, white, wanted);
        }
    }
    stick_free(&s);
}
END_TEST

START_TEST(f8_no_white_within_times_addresses_and_runs_of_marks)
{
    struct stick s = stick_new(FR);
    ck_assert_int_eq(white_before(&s, "mot:30 mot", ":"), 0);
    ck_assert_int_eq(white_before(&s, "mot?id=1 mot", "?"), 0);
    const struct line *line = stick_wide(&s, "mot?! (!) mot");
    length step = stick_x(line, 4) - stick_x(line, 3), plain = stick_x(line, 7) - stick_x(line, 6);
    ck_assert_int_lt(step, s.em / 2);
    ck_assert_int_lt(plain, s.em / 2);
    stick_free(&s);
}
END_TEST

/* The white of a mark is the same in lines that are stretched. */
START_TEST(f8_white_is_not_stretched)
{
    struct stick s = stick_new(FR);
    const char *words = "mot ; un deux trois quatre cinq six sept huit neuf dix onze douze";
    for (int i = 0; i < 30; i++) {
        const struct para *para = stick_set(&s, words, 10 * s.em + i * s.em / 5);
        const struct line *line = &para->setting[1].lines[0];
        length natural = stick_x(stick_wide(&s, words), 4) * (1000 + line->expansion) / 1000;
        ck_assert_int_le(ABS(stick_x(line, 4) - natural), s.em / 100);
    }
    stick_free(&s);
}
END_TEST

/* Glyphs are widened beyond the common share in need only, and then lines do get less open. */
START_TEST(d15_glyphs_are_widest_last)
{
    struct stick s = stick_new(FR);
    const char *words = "Les A/RES/2010/413/CFSP, A/RES/2012/267/CFSP, A/RES/2013/497/CFSP et "
                        "A/RES/2015/1336/CFSP, A/RES/2016/37/CFSP demeurent ainsi en vigueur.";
    int widest = 0;
    for (int i = 0; i < 120; i++) {
        const struct para *para = stick_set(&s, words, 12 * s.em + i * s.em / 10);
        for (int k = 0; k < para->setting[1].line_count; k++)
            widest = MAX(widest, para->setting[1].lines[k].expansion);
    }
    ck_assert_int_gt(widest, 20);
    ck_assert_int_le(widest, 40);
    stick_free(&s);
}
END_TEST

START_TEST(french_words_that_hold)
{
    never(FR, ROWS("mot |;", "mot |:", "« |mot", "mot |»", "n° |5", "art. |5", "M. |Dupont",
                   "no |5", "Mme |Curie", "il |y a", "mot|;", "«|mot"));
    freely(FR, ROWS("mot : |mot", "mot » |mot", "mot |« mot"));
    at_price(FR, 200, 200, ROWS("5 |décembre", "résolution 2254 |(2015)"));
}
END_TEST

/* --- Spanish (F9) -------------------------------------------------------------------- */

START_TEST(f9_spanish)
{
    never(ES, ROWS("¿|Qué", "¡|Viva", "Qué|?", "núm. |5", "párr. |5", "Sr. |Pérez", "p. |ej."));
    never(ES, ROWS("dice —|si puede", "puede|— y", "puede|—, y"));
    freely(ES, ROWS("dice |—si puede", "puede— |y", "(véase |¿Qué"));
}
END_TEST

/* --- Russian (F10) ------------------------------------------------------------------- */

START_TEST(f10_short_words_do_not_end_a_line_nor_particles_start_one)
{
    at_price(RU, 2000, 2000,
             ROWS("в |странах", "В |странах", "и в |странах", "(в |странах", "«о |мире", "на |мир",
                  "хотел |бы", "то |же", "едва |ли"));
    freely(RU, ROWS("между |стран", "мир |бытия", "вот |весь"));
}
END_TEST

START_TEST(f10_russian_words_that_hold)
{
    never(RU, ROWS("№ |5", "п. |7", "г. |Москва", "т. |е.", "и т. |д.", "и |т. д.", "2021 |г.",
                   "И. И. |Иванов", "5 |км", "слово |— слово", "слово|— слово"));
    freely(RU, ROWS("слово — |слово", "решения |Генеральной"));
}
END_TEST

/* A no-break space gives way in need, unless a rule ties there too. */
START_TEST(typed_ties_are_dear)
{
    at_price(RU, 200, 300, ROWS("2021 |года", "5 |декабря", "резолюции |76/19"));
    at_price(RU, FILL_DEAR, FILL_NEVER - 1,
             ROWS("2021\u00A0|года", "резолюции\u00A0|76/19", "мир\u00A0|стран"));
    at_price(ES, FILL_DEAR, FILL_NEVER - 1, ROWS("de\u00A0|151.456.000"));
    never(RU, ROWS("5\u00A0|км", "45‑|е", "1\u00A0|234", "№\u00A0|5", "мир\u00A0|, мир"));
    at_price(RU, FILL_DEAR, FILL_NEVER - 1, ROWS("по‑|прежнему"));
    at_price(EN, FILL_DEAR, FILL_NEVER - 1, ROWS("non‑|proliferation"));
    never(EN, ROWS("COVID‑|nineteen", "non|‑proliferation"));
}
END_TEST

/* --- quotation marks, alternatives --------------------------------------------------- */

START_TEST(quotation_marks_open_and_close_by_their_place)
{
    never(DE, ROWS("„|Wort", "Wort|“", "Wort|“,"));
    freely(DE, ROWS("und |„Wort“", "„Wort“ |und"));
    never(EN, ROWS("“|word", "word|”"));
    freely(EN, ROWS("the |“word”", "“word” |and"));
    never(RU, ROWS("«|слово", "слово|»", "„|слово", "слово|“"));
    freely(RU, ROWS("между |„слово“", "„слово“ |или"));
}
END_TEST

START_TEST(alternatives_are_parted_behind_the_solidus)
{
    at_price(EN, 200, 200, ROWS("rehabilitation/|reintegration programmes"));
    at_price(RU, 200, 200, ROWS("новый/|обновленный"));
    never(EN, ROWS("and/|or", "A/|RES/76/19", "rehabilitation|/reintegration", "CPLP/|ECOWAS"));
}
END_TEST

/* --- hyphens (F2) -------------------------------------------------------------------- */

/* Whether some measure gives a line that ends in `part`, its hyphen included. */
static bool is_parted(enum language language, const char *words, const char *part)
{
    struct stick s = stick_new(language);
    bool found = false;
    for (int i = 0; i < 60 && !found; i++) {
        const struct para *para = stick_set(&s, words, 6 * s.em + i * s.em / 5);
        for (int k = 0; k < para->setting[1].line_count; k++)
            found = found || g_str_has_suffix(stick_line(&s, &para->setting[1].lines[k]), part);
    }
    stick_free(&s);
    return found;
}

START_TEST(f2_compounds_get_a_hyphen_before_their_own)
{
    ck_assert(is_parted(EN, "the aims of all confidence-building measures are good", "confi-"));
    ck_assert(!is_parted(EN, "the aims of all confidence-building measures are good", "-build-"));
    ck_assert(is_parted(RU, "роль информационно-коммуникационных технологий в мире велика",
                        "информационно-комму-"));
}
END_TEST

/* The call of a note is no part of the word before it. */
START_TEST(words_before_a_call_are_parted)
{
    ck_assert(is_parted(EN, "the work and international cooperation<n> of all is good", "cooper-"));
}
END_TEST

/* --- need ---------------------------------------------------------------------------- */

/* No line has holes: one that cannot be filled ends before its measure, and none is too wide. */
START_TEST(lines_are_left_short_rather_than_full_of_holes)
{
    struct stick s = stick_new(EN);
    for (int i = 0; i < 80; i++) {
        const struct para *para =
            stick_set(&s,
                      "See the UNINTERRUPTEDLINESOFCAPITALS and the A/CONF.48/14/Rev.1/Add.12 "
                      "of the MULTIDIMENSIONALINTEGRATED one",
                      16 * s.em + i * s.em / 5);
        for (int k = 0; k < para->setting[1].line_count; k++) {
            const struct line *line = &para->setting[1].lines[k];
            ck_assert_msg(line->spaces <= 3000, "%s: %d", stick_line(&s, line), line->spaces);
            ck_assert_msg(line->width <= line->measure, "%s", stick_line(&s, line));
        }
    }
    stick_free(&s);
}
END_TEST

/* Ties all through a sentence hold until a line cannot be made with them. */
START_TEST(chains_of_ties_give_way)
{
    struct stick s = stick_new(RU);
    const struct para *para = stick_set(&s,
                                        "утверждаются ассигнования\u00A0на\u00A0общую\u00A0сумму"
                                        "\u00A03\u00A0450\u00A0426\u00A0300\u00A0долл. США",
                                        20 * s.em);
    ck_assert_int_gt(para->setting[1].line_count, 1);
    for (int k = 0; k < para->setting[1].line_count; k++)
        ck_assert_int_le(para->setting[1].lines[k].spaces, 2500);
    ck_assert(strstr(stick_lines(&s, para), "3\u00A0450\u00A0426\u00A0300") != NULL);
    stick_free(&s);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("set: languages");
    TCase *tests = tcase_create("set: languages");
    tcase_add_test(tests, f8_marks_have_one_white_whatever_is_typed);
    tcase_add_test(tests, f8_no_white_within_times_addresses_and_runs_of_marks);
    tcase_add_test(tests, f8_white_is_not_stretched);
    tcase_add_test(tests, d15_glyphs_are_widest_last);
    tcase_add_test(tests, french_words_that_hold);
    tcase_add_test(tests, f9_spanish);
    tcase_add_test(tests, f10_short_words_do_not_end_a_line_nor_particles_start_one);
    tcase_add_test(tests, f10_russian_words_that_hold);
    tcase_add_test(tests, typed_ties_are_dear);
    tcase_add_test(tests, quotation_marks_open_and_close_by_their_place);
    tcase_add_test(tests, alternatives_are_parted_behind_the_solidus);
    tcase_add_test(tests, f2_compounds_get_a_hyphen_before_their_own);
    tcase_add_test(tests, words_before_a_call_are_parted);
    tcase_add_test(tests, lines_are_left_short_rather_than_full_of_holes);
    tcase_add_test(tests, chains_of_ties_give_way);
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
