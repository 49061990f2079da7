/* set: text from right to left (composition.md G1 to G5, G8) and small capitals. What is compared
 * is what a reader sees: the characters of a line from the left edge to the right. */
#include "stick.h"

static struct stick ar, en;

static void set_up(void)
{
    ar = stick_new(AR);
    en = stick_new(EN);
}

static void tear_down(void)
{
    stick_free(&ar);
    stick_free(&en);
}

struct shown {
    length x;
    const char *at;
};

static gint by_x(gconstpointer a, gconstpointer b)
{
    length left = ((const struct shown *)a)->x, right = ((const struct shown *)b)->x;
    return (left > right) - (left < right);
}

/* The characters of a line from the left, without spaces. */
static const char *seen(struct stick *s, const struct line *line)
{
    GArray *all = g_array_new(FALSE, FALSE, sizeof(struct shown));
    for (uint32_t r = 0; r < line->run_count; r++)
        for (uint32_t g = 0; g < line->runs[r].glyph_count; g++) {
            const struct run *run = &line->runs[r];
            struct shown one = {run->x + run->glyphs[g].x, run->text + run->glyphs[g].at};
            if (!g_unichar_isspace(g_utf8_get_char(one.at)))
                g_array_append_val(all, one);
        }
    g_array_sort(all, by_x);
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < all->len; i++)
        g_string_append_unichar(text, g_utf8_get_char(g_array_index(all, struct shown, i).at));
    const char *copy = arena_strdup(s->arena, text->str);
    g_array_free(all, TRUE);
    g_string_free(text, TRUE);
    return copy;
}

static const char *seen_of(struct stick *s, const char *marked)
{
    return seen(s, stick_wide(s, marked));
}

/* --- order --------------------------------------------------------------------------- */

START_TEST(g1_the_direction_is_that_of_the_language)
{
    ck_assert_str_eq(seen_of(&ar, "UN مرحبا"), "ابحرمUN");
    ck_assert_str_eq(seen_of(&ar, "مرحبا."), ".ابحرم");
    ck_assert_str_eq(seen_of(&en, "see مرحبا."), "seeابحرم.");
}
END_TEST

START_TEST(g2_symbols_keep_their_order_and_brackets_stay_outside)
{
    ck_assert_str_eq(seen_of(&ar, "رقم (A/76/439) هنا"), "انه)A/76/439(مقر");
    ck_assert_str_eq(seen_of(&ar, "رقم 76/19/Add.1 هنا"), "انه76/19/Add.1مقر");
    ck_assert_str_eq(seen_of(&ar, "رقم 43/78 H هنا"), "انه43/78Hمقر");
    ck_assert_str_eq(seen_of(&ar, "رقم 2200 A (XXI)، هنا"), "انه،2200A(XXI)مقر");
    ck_assert_str_eq(seen_of(&ar, "في www.un.org/ar/، هنا"), "انه،www.un.org/ar/يف");
}
END_TEST

START_TEST(g3_figures_are_read_from_the_left)
{
    ck_assert_str_eq(seen_of(&ar, "قرار 76/19 من"), "نم76/19رارق");
    ck_assert_str_eq(seen_of(&ar, "مبلغ 1 234 567 من"), "نم1234567غلبم");
    ck_assert_str_eq(seen_of(&ar, "مبلغ 1 234،5 من"), "نم1234،5غلبم");
    ck_assert_str_eq(seen_of(&ar, "مبلغ 1 234,56 من"), "نم1234,56غلبم");
    ck_assert_str_eq(seen_of(&ar, "مبلغ 1 234، من"), "نم،1234غلبم");
    ck_assert_str_eq(seen_of(&ar, "في 5 June 2021 هنا"), "انه5June2021يف");
    ck_assert_str_eq(seen_of(&ar, "قرار 1540 (2004) من"), "نم)2004(1540رارق");
    ck_assert_str_eq(seen_of(&ar, "فترة 2021-2025 من"), "نم2025-2021ةرتف");
}
END_TEST

START_TEST(g2_a_call_stands_behind_the_figure_that_it_follows)
{
    ck_assert_str_eq(seen_of(&ar, "عام 2030<n>، ثم"), "مث،)1(2030ماع");
    ck_assert_str_eq(seen_of(&ar, "رقم A/76/19<n>."), ".)1(A/76/19مقر");
}
END_TEST

START_TEST(g2_a_reference_in_english_is_one_piece)
{
    ck_assert_str_eq(seen_of(&ar, "United Nations, <i>Series</>, vol. 9."),
                     "UnitedNations,Series,vol.9.");
    ck_assert_str_eq(seen_of(&ar, "23-23995 (A) 041223"), "23-23995(A)041223");
    ck_assert_str_eq(seen_of(&ar, "A/75/816."), ".A/75/816");
}
END_TEST

/* --- lines --------------------------------------------------------------------------- */

static const char arabic[] =
    "وإذ تشير إلى قرارها 76/19 المؤرخ 6 كانون الأول/ديسمبر 2021 وإلى تقرير اللجنة الأولى "
    "(A/76/439)، وإذ تضع في اعتبارها جميع الآراء التي أبدتها الدول في هذا الشأن، وإذ ترى أن من "
    "المفيد أن تواصل النظر في المسألة خلال دورتها المقبلة، وأن تقدم إليها التقارير المطلوبة.";

static length left_of(const struct line *line)
{
    length left = INT32_MAX;
    for (uint32_t r = 0; r < line->run_count; r++)
        for (uint32_t g = 0; g < line->runs[r].glyph_count; g++) {
            const struct run *run = &line->runs[r];
            if (!g_ascii_isspace(run->text[run->glyphs[g].at]))
                left = MIN(left, run->x + run->glyphs[g].x);
        }
    return left;
}

START_TEST(g8_lines_begin_at_the_right_and_end_at_the_left)
{
    for (int i = 0; i < 40; i++) {
        length measure = 20 * ar.em + i * ar.em / 3;
        const struct para *para = stick_set(&ar, arabic, measure);
        for (int k = 0; k < para->setting[1].line_count; k++) {
            const struct line *line = &para->setting[1].lines[k];
            const struct run *first = &line->runs[0];
            ck_assert(line->rtl);
            ck_assert_int_eq(line->box, measure);
            if (first->rtl)
                ck_assert_int_eq(first->x + first->width, measure);
            if (!line->last)
                ck_assert_int_le(abs(left_of(line)), ar.em / 10); /* a vowel may reach over */
        }
    }
}
END_TEST

START_TEST(g4_lines_end_at_spaces_only)
{
    for (int em = 8; em < 40; em++) {
        const struct para *para = stick_set(&ar, arabic, em * ar.em);
        for (int k = 0; k + 1 < para->setting[1].line_count; k++) {
            const char *next = arabic + para->setting[1].lines[k].to;
            ck_assert_msg(next[-1] == ' ' || next[-1] == '/', "before %s", next);
            ck_assert(!g_str_has_prefix(next, "،") && *next != '.' && *next != ')');
        }
    }
}
END_TEST

/* --- shapes -------------------------------------------------------------------------- */

static uint32_t glyph_at(const struct line *line, uint32_t run, uint32_t glyph)
{
    ck_assert_uint_lt(run, line->run_count);
    ck_assert_uint_lt(glyph, line->runs[run].glyph_count);
    return line->runs[run].glyphs[glyph].id;
}

START_TEST(letters_join_over_the_borders_of_styles)
{
    uint32_t whole = glyph_at(stick_wide(&ar, "كتاب"), 0, 0);
    uint32_t alone = glyph_at(stick_wide(&ar, "ك تاب"), 0, 0);
    ck_assert_uint_ne(whole, alone);
    ck_assert_uint_eq(glyph_at(stick_wide(&ar, "ك<b>تاب</>"), 0, 0), whole);
    ck_assert_uint_eq(glyph_at(stick_wide(&ar, "ك<u>تاب</>"), 0, 0), whole);
}
END_TEST

START_TEST(brackets_are_mirrored)
{
    const struct line *line = stick_wide(&ar, "(أ)"), *latin = stick_wide(&en, "(a)");
    ck_assert_uint_eq(glyph_at(line, 0, 0), glyph_at(latin, 0, 2));
}
END_TEST

START_TEST(small_capitals_keep_their_text)
{
    struct node *block = stick_block(&en, NODE_PREAMBULAR, "NAto, <i>Ünion</> on");
    block->first->next->as.span.look = LOOK_SMALL_CAPS;
    const struct para *para = set_block(&en.compositor, block, FORM_PREAMBULAR, 400 * en.em);
    const struct line *line = &para->setting[1].lines[0];
    ck_assert_str_eq(stick_line(&en, line), "NAto, Ünion on");
    const struct run *capital = &line->runs[1], *small = &line->runs[2];
    ck_assert_int_eq(small->size, capital->size * 4 / 5);
    ck_assert_int_eq((int)small->text_length, 4);
    ck_assert_uint_eq(small->glyphs[0].id, glyph_at(stick_wide(&en, "NION"), 0, 0));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("bidi");
    TCase *tests = tcase_create("bidi");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, g1_the_direction_is_that_of_the_language);
    tcase_add_test(tests, g2_symbols_keep_their_order_and_brackets_stay_outside);
    tcase_add_test(tests, g3_figures_are_read_from_the_left);
    tcase_add_test(tests, g2_a_call_stands_behind_the_figure_that_it_follows);
    tcase_add_test(tests, g2_a_reference_in_english_is_one_piece);
    tcase_add_test(tests, g8_lines_begin_at_the_right_and_end_at_the_left);
    tcase_add_test(tests, g4_lines_end_at_spaces_only);
    tcase_add_test(tests, letters_join_over_the_borders_of_styles);
    tcase_add_test(tests, brackets_are_mirrored);
    tcase_add_test(tests, small_capitals_keep_their_text);
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
