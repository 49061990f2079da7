/* page_makeup_notes_test: where notes stand and are divided, on galleys written by hand, and what
 * happens where there is no way by the rules. */
#include "page_galley.h"

/* --- notes --------------------------------------------------------------------------- */

START_TEST(notes_stand_on_the_page_of_their_call)
{
    struct column *column;
    for (int i = 0; i < 40; i++) {
        int number = add(4 + i % 4, 6);
        if (i % 3 == 0)
            call(number, i % 4, 1 + i % 3);
    }
    const struct makeup *makeup = make_up_checked(&column);
    int note = 0;
    for (int i = 0; i < 40; i += 3) {
        while (column->note_lines[note].note != i / 3)
            note++;
        const struct fill *fill = &makeup->pages[page_of(makeup, i, i % 4)];
        ck_assert_int_le(fill->note_from, note);
        ck_assert_int_gt(fill->note_to, note);
    }
}
END_TEST

START_TEST(a_line_with_two_notes_moves_when_they_do_not_fit)
{
    struct column *column;
    add(18, 0);
    add(10, 0);
    call(1, 0, 2);
    call(1, 0, 2);
    const struct makeup *makeup = make_up_checked(&column);
    ck_assert_int_eq(makeup->pages[0].note_to, 0);
    ck_assert_int_eq(page_of(makeup, 1, 0), 1);
}
END_TEST

START_TEST(a_long_note_is_divided_two_lines_at_least_on_each_side)
{
    struct column *column;
    add(40, 0);
    call(0, 16, 12);
    const struct makeup *makeup = make_up_checked(&column);
    int page = page_of(makeup, 0, 16);
    int here = makeup->pages[page].note_to - makeup->pages[page].note_from;
    ck_assert_int_ge(here, 2);
    ck_assert_int_le(here, 10);
    ck_assert_int_gt(makeup->pages[page + 1].note_to, makeup->pages[page].note_to);
}
END_TEST

START_TEST(a_note_of_three_lines_is_not_divided)
{
    struct column *column;
    add(40, 0);
    call(0, 17, 3);
    const struct makeup *makeup = make_up_checked(&column);
    const struct fill *fill = &makeup->pages[page_of(makeup, 0, 17)];
    ck_assert_int_eq(fill->note_to - fill->note_from, 3);
}
END_TEST

START_TEST(a_note_longer_than_a_page_goes_on)
{
    struct column *column;
    add(60, 0);
    call(0, 5, 50);
    const struct makeup *makeup = make_up_checked(&column);
    int pages = 0;
    for (int i = 0; i < makeup->page_count; i++)
        pages += makeup->pages[i].note_to > makeup->pages[i].note_from;
    ck_assert_int_ge(pages, 3);
}
END_TEST

START_TEST(a_note_of_the_last_line_goes_on_behind_the_text)
{
    struct column *column;
    add(10, 0);
    call(0, 9, 60);
    const struct makeup *makeup = make_up_checked(&column);
    ck_assert_int_ge(makeup->page_count, 3);
}
END_TEST

/* --- no way by the rules ------------------------------------------------------------- */

START_TEST(a_block_longer_than_a_page_is_divided_and_told)
{
    struct column *column;
    add(5, 6);
    int whole = add(50, 6);
    para_at(whole)->keep_whole = true;
    add(5, 6);
    const struct makeup *makeup = make_up_in(&usual, &column);
    check_pages(column, makeup, &usual);
    unsigned broken = 0;
    for (int i = 0; i < makeup->page_count; i++)
        broken |= makeup->pages[i].broken;
    ck_assert_uint_eq(broken & ~(unsigned)BROKEN_SPREAD, BROKEN_KEEP);
}
END_TEST

START_TEST(rules_are_broken_only_where_they_must_be)
{
    struct column *column;
    for (int i = 0; i < 30; i++) {
        int heading = add(1, 12);
        para_at(heading)->keep_next = 2;
        add(7, 6);
    }
    int whole = add(30, 6);
    para_at(whole)->keep_whole = true;
    const struct makeup *makeup = make_up_in(&usual, &column);
    check_pages(column, makeup, &usual);
    for (int i = 0; i < makeup->page_count; i++)
        if (makeup->pages[i].to.para < whole)
            ck_assert_uint_eq(makeup->pages[i].broken, 0);
}
END_TEST

START_TEST(a_line_with_notes_higher_than_a_page_loses_none)
{
    struct column *column;
    add(10, 0);
    for (int i = 0; i < 9; i++)
        call(0, 4, 3);
    const struct makeup *makeup = make_up_in(&usual, &column);
    check_pages(column, makeup, &usual);
    ck_assert_int_ge(makeup->page_count, 2);
}
END_TEST

START_TEST(a_line_higher_than_the_page_ends_the_hunt)
{
    struct column *column;
    struct area area = {3 * LINE, 3 * LINE, 3 * LENGTH_PT, false};
    add(9, 0);
    para_at(add(1, 0))->leading = 6 * LINE;
    call(1, 0, 2);
    add(9, 0);
    const struct makeup *makeup = make_up_in(&area, &column);
    check_pages(column, makeup, &area);
    unsigned broken = 0;
    for (int i = 0; i < makeup->page_count; i++)
        broken |= makeup->pages[i].broken;
    ck_assert_uint_ne(broken & BROKEN_OVERFULL, 0);
}
END_TEST

START_TEST(page_one_stays_empty_when_nothing_fits_on_it)
{
    struct area area = {5 * LENGTH_PT, 20 * LINE, 8 * LENGTH_PT, false};
    struct column *column;
    add(10, 0);
    const struct makeup *makeup = make_up_in(&area, &column);
    check_pages(column, makeup, &area);
    ck_assert_int_eq(makeup->page_count, 2);
    ck_assert_int_eq(makeup->pages[0].to.para, 0);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("make-up: notes");
    TCase *tests = tcase_create("make-up: notes");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, notes_stand_on_the_page_of_their_call);
    tcase_add_test(tests, a_line_with_two_notes_moves_when_they_do_not_fit);
    tcase_add_test(tests, a_long_note_is_divided_two_lines_at_least_on_each_side);
    tcase_add_test(tests, a_note_of_three_lines_is_not_divided);
    tcase_add_test(tests, a_note_longer_than_a_page_goes_on);
    tcase_add_test(tests, a_note_of_the_last_line_goes_on_behind_the_text);
    tcase_add_test(tests, a_block_longer_than_a_page_is_divided_and_told);
    tcase_add_test(tests, rules_are_broken_only_where_they_must_be);
    tcase_add_test(tests, a_line_with_notes_higher_than_a_page_loses_none);
    tcase_add_test(tests, a_line_higher_than_the_page_ends_the_hunt);
    tcase_add_test(tests, page_one_stays_empty_when_nothing_fits_on_it);
    return run_suite(suite, tests);
}
