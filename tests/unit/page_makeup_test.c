/* page_makeup_test: where pages end, on galleys written by hand: what is kept together, and how
 * pages are filled to their last line. Notes are in page_makeup_notes_test.c. */
#include "page_galley.h"

/* --- widows, orphans, keeps ---------------------------------------------------------- */

START_TEST(one_page_when_all_fits)
{
    struct column *column;
    add(5, 6);
    add(5, 6);
    const struct makeup *makeup = make_up_checked(&column);
    ck_assert_int_eq(makeup->page_count, 1);
    ck_assert_int_eq(makeup->pages[0].stretched, 0);
}
END_TEST

START_TEST(an_empty_galley_has_one_page)
{
    ck_assert_int_eq(make_up()->page_count, 1);
}
END_TEST

START_TEST(no_line_stands_alone)
{
    struct column *column;
    for (int first = 12; first <= 20; first++) {
        g_array_set_size(paras, 0);
        add(first, 0);
        for (int i = 0; i < 30; i++)
            add(4 + i % 3, i % 2 ? 6 : 0);
        const struct makeup *makeup = make_up_checked(&column);
        for (int i = 0; i + 1 < makeup->page_count; i++) {
            struct cut to = makeup->pages[i].to;
            if (!to.line)
                continue;
            int count = para_at(to.para)->setting[1].line_count;
            ck_assert_int_ge(to.line, 2);
            ck_assert_int_ge(count - to.line, 2);
        }
    }
}
END_TEST

START_TEST(three_lines_are_not_divided)
{
    struct column *column;
    add(18, 0);
    add(3, 0);
    add(18, 0);
    const struct makeup *makeup = make_up_checked(&column);
    ck_assert_int_eq(makeup->pages[0].to.line, 0);
}
END_TEST

START_TEST(a_heading_takes_two_lines_along)
{
    struct column *column;
    add(16, 0);
    int heading = add(1, 12);
    para_at(heading)->keep_next = 2;
    add(10, 6);
    const struct makeup *makeup = make_up_checked(&column);
    ck_assert_int_eq(makeup->pages[0].to.para, heading);
}
END_TEST

START_TEST(a_lead_in_stays_with_its_list)
{
    struct column *column;
    add(17, 0);
    int lead = add(3, 0);
    struct node *list = doc_new(arena, NODE_LIST, 0);
    doc_append(doc, list);
    add(6, 0);
    add(8, 0);
    const struct makeup *makeup = make_up_checked(&column);
    ck_assert_int_eq(makeup->pages[0].to.para, lead);
}
END_TEST

START_TEST(a_whole_block_is_not_divided)
{
    struct column *column;
    add(15, 6);
    int whole = add(10, 6);
    para_at(whole)->keep_whole = true;
    add(10, 6);
    const struct makeup *makeup = make_up_checked(&column);
    ck_assert_int_eq(makeup->pages[0].to.para, whole);
}
END_TEST

static void add_closing(void)
{
    struct node *closing = doc_new(arena, NODE_CLOSING, 0);
    doc_append(doc, closing);
    for (int i = 0; i < 2; i++) {
        int number = add(1, 0);
        doc_append(closing, (struct node *)para_at(number)->node);
    }
}

START_TEST(a_closing_takes_two_lines_of_text_along)
{
    struct column *column;
    for (int last = 1; last <= 4; last++) {
        g_array_set_size(paras, 0);
        add(19 - last, 0);
        add(2, 0);
        add(last, 0);
        add_closing();
        const struct makeup *makeup = make_up_checked(&column);
        const struct fill *end = &makeup->pages[makeup->page_count - 1];
        struct cut closing = {(int)paras->len - 2, 0, 1};
        ck_assert_int_ge(column_lines(column, end->from, closing), 2);
    }
}
END_TEST

START_TEST(an_annex_begins_on_a_new_page)
{
    struct column *column;
    add(5, 6);
    struct node *annex = doc_new(arena, NODE_ANNEX, 0);
    doc_append(doc, annex);
    for (int i = 0; i < 2; i++)
        doc_append(annex, (struct node *)para_at(add(30, 6))->node);
    const struct makeup *makeup = make_up_in(&usual, &column);
    ck_assert_int_eq(makeup->pages[0].to.para, 1);
    ck_assert_int_eq(makeup->pages[0].to.line, 0);
    ck_assert_int_eq(makeup->pages[0].stretched, 0);
}
END_TEST

START_TEST(the_last_page_has_three_lines)
{
    struct column *column;
    add(20, 6);
    for (int i = 0; i < 5; i++)
        add(6, 6);
    add(4, 0);
    for (int i = 0; i < 3; i++)
        add(1, 0);
    const struct makeup *makeup = make_up_checked(&column);
    const struct fill *end = &makeup->pages[makeup->page_count - 1];
    ck_assert_int_ge(column_lines(column, end->from, end->to), 3);
}
END_TEST

START_TEST(a_hyphen_does_not_end_a_page)
{
    struct column *column;
    add(40, 0);
    line_at(0, 19)->hyphen = true;
    const struct makeup *makeup = make_up_checked(&column);
    ck_assert_int_ne(makeup->pages[0].to.line, 20);
}
END_TEST

/* --- even ends ----------------------------------------------------------------------- */

START_TEST(whites_open_so_that_pages_end_on_the_last_line)
{
    struct column *column;
    struct area area = {30 * LINE, 54 * LINE, 8 * LENGTH_PT, false};
    for (int i = 0; i < 150; i++)
        add(3 + i % 5, 6);
    const struct makeup *makeup = make_up_in(&area, &column);
    check_pages(column, makeup, &area);
    ck_assert_int_gt(makeup->page_count, 10);
    for (int i = 1; i + 1 < makeup->page_count; i++) {
        const struct fill *fill = &makeup->pages[i];
        int gaps = column_gaps(column, fill->from, fill->to);
        ck_assert_int_eq(fill->slack, 0);
        ck_assert_int_le(fill->stretched, gaps * (LINE / 4));
    }
}
END_TEST

START_TEST(the_last_page_is_not_opened)
{
    struct column *column;
    for (int i = 0; i < 9; i++)
        add(4, 6);
    const struct makeup *makeup = make_up_checked(&column);
    ck_assert_int_eq(makeup->pages[makeup->page_count - 1].stretched, 0);
}
END_TEST

START_TEST(a_shorter_setting_saves_a_widow)
{
    struct column *column;
    add(17, 0); /* 17 + 4: the fourth line would stand alone on page 2 */
    add(4, 0);
    add(30, 0);
    vary(1, true, false);
    const struct makeup *makeup = make_up_checked(&column);
    ck_assert_uint_eq(makeup->setting[1], 0);
    ck_assert_int_eq(makeup->pages[0].to.para, 2);
    ck_assert_int_eq(makeup->pages[0].slack, 0);
}
END_TEST

START_TEST(a_longer_setting_fills_a_page)
{
    struct column *column;
    add(16, 0);
    add(3, 0);
    add(3, 0);
    add(30, 0);
    vary(0, false, true);
    const struct makeup *makeup = make_up_checked(&column);
    ck_assert_uint_eq(makeup->setting[0], 2);
    ck_assert_int_eq(makeup->pages[0].slack, 0);
}
END_TEST

START_TEST(a_bad_setting_costs_more_than_a_good_one)
{
    add(16, 0);
    add(3, 0);
    add(3, 0);
    add(30, 0);
    vary(0, false, true);
    vary(1, false, true);
    para_at(0)->setting[2].demerits = 1000000;
    const struct makeup *makeup = make_up();
    ck_assert_uint_eq(makeup->setting[0], 1);
    ck_assert_uint_eq(makeup->setting[1], 2);
}
END_TEST

START_TEST(a_divided_paragraph_keeps_its_setting)
{
    struct column *column;
    for (int i = 0; i < 12; i++) {
        int number = add(7, 0);
        vary(number, true, true);
    }
    make_up_checked(&column); /* content heights are checked with the settings chosen */
}
END_TEST

START_TEST(a_spread_runs_short_or_long_together)
{
    struct column *column;
    add(20, 0);
    for (int i = 0; i < 14; i++) /* 19 or 22, never 20: 3-line paragraphs only */
        add(i == 6 || i == 13 ? 1 : 3, 0);
    const struct makeup *makeup = make_up_checked(&column);
    ck_assert_int_eq(makeup->pages[1].run, makeup->pages[2].run);
}
END_TEST

START_TEST(page_one_is_smaller)
{
    struct area area = {7 * LINE, 20 * LINE, 8 * LENGTH_PT, false};
    struct column *column;
    add(40, 0);
    const struct makeup *makeup = make_up_in(&area, &column);
    check_pages(column, makeup, &area);
    ck_assert_int_eq(makeup->pages[0].to.line, 7);
    ck_assert_int_eq(makeup->pages[1].to.line, 27);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("make-up");
    TCase *tests = tcase_create("make-up");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, one_page_when_all_fits);
    tcase_add_test(tests, an_empty_galley_has_one_page);
    tcase_add_test(tests, no_line_stands_alone);
    tcase_add_test(tests, three_lines_are_not_divided);
    tcase_add_test(tests, a_heading_takes_two_lines_along);
    tcase_add_test(tests, a_lead_in_stays_with_its_list);
    tcase_add_test(tests, a_whole_block_is_not_divided);
    tcase_add_test(tests, a_closing_takes_two_lines_of_text_along);
    tcase_add_test(tests, an_annex_begins_on_a_new_page);
    tcase_add_test(tests, the_last_page_has_three_lines);
    tcase_add_test(tests, a_hyphen_does_not_end_a_page);
    tcase_add_test(tests, whites_open_so_that_pages_end_on_the_last_line);
    tcase_add_test(tests, the_last_page_is_not_opened);
    tcase_add_test(tests, a_shorter_setting_saves_a_widow);
    tcase_add_test(tests, a_longer_setting_fills_a_page);
    tcase_add_test(tests, a_bad_setting_costs_more_than_a_good_one);
    tcase_add_test(tests, a_divided_paragraph_keeps_its_setting);
    tcase_add_test(tests, a_spread_runs_short_or_long_together);
    tcase_add_test(tests, page_one_is_smaller);
    return run_suite(suite, tests);
}
