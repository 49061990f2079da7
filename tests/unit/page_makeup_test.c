/* page_makeup_test: where pages end, on galleys written by hand. */
#include <stdlib.h>

#include "page_galley.h"

/* --- widows, orphans, keeps ------------------------------------------------------------ */

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

/* --- even ends
 ------------------------------------------------------------------------ */

START_TEST(whites_open_so_that_pages_end_on_the_last_line)
{
    struct column *column;
    struct area area = {30 * LINE, 54 * LINE, 8 * LENGTH_PT};
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
    struct area area = {7 * LINE, 20 * LINE, 8 * LENGTH_PT};
    struct column *column;
    add(40, 0);
    const struct makeup *makeup = make_up_in(&area, &column);
    check_pages(column, makeup, &area);
    ck_assert_int_eq(makeup->pages[0].to.line, 7);
    ck_assert_int_eq(makeup->pages[1].to.line, 27);
}
END_TEST

/* --- notes
 ---------------------------------------------------------------------------- */

/* The page that holds a line. */
static int page_of(const struct makeup *makeup, int para, int line)
{
    for (int i = 0; i < makeup->page_count; i++) {
        struct cut to = makeup->pages[i].to;
        if (para < to.para || (para == to.para && line < to.line))
            return i;
    }
    return -1;
}

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

/* --- no way by the rules
 -------------------------------------------------------------- */

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
    struct area area = {3 * LINE, 3 * LINE, 3 * LENGTH_PT};
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
    struct area area = {5 * LENGTH_PT, 20 * LINE, 8 * LENGTH_PT};
    struct column *column;
    add(10, 0);
    const struct makeup *makeup = make_up_in(&area, &column);
    check_pages(column, makeup, &area);
    ck_assert_int_eq(makeup->page_count, 2);
    ck_assert_int_eq(makeup->pages[0].to.para, 0);
}
END_TEST

/* --- the whole
 ------------------------------------------------------------------------ */

/* Paragraphs, variants and notes from a small generator of pseudo-random numbers. */
static void add_many(int count, unsigned seed)
{
    for (int i = 0; i < count; i++) {
        seed = seed * 1664525u + 1013904223u;
        unsigned dice = seed >> 16;
        int lines = 1 + (int)(dice % 9);
        int number = add(lines, dice & 64 ? 6 : 0);
        vary(number, lines > 3 && (dice & 128), lines > 2 && (dice & 256));
        if (dice % 11 == 0)
            para_at(number)->keep_next = 2;
        if (dice % 5 == 0)
            call(number, (int)(dice % 3) % lines, 1 + (int)(dice % 7));
    }
}

START_TEST(the_same_galley_gives_the_same_pages)
{
    struct column *first, *second;
    add_many(400, 7);
    const struct makeup *a = make_up_in(&usual, &first), *b = make_up_in(&usual, &second);
    ck_assert_int_eq(a->page_count, b->page_count);
    for (int i = 0; i < a->page_count; i++) {
        ck_assert_int_eq(a->pages[i].to.para, b->pages[i].to.para);
        ck_assert_int_eq(a->pages[i].to.line, b->pages[i].to.line);
        ck_assert_int_eq(a->pages[i].stretched, b->pages[i].stretched);
    }
    ck_assert_mem_eq(a->setting, b->setting, (size_t)first->para_count);
}
END_TEST

/* The cost of the best way from a cut to the end, by trying every one whose pages are no more than
 * seven lines short. Without notes and settings; `run` is that of the spread, RUN_FREE where the
 * page may choose. */
enum { RUN_FREE = 9, RUN_FIRST = 8 };

static int64_t best_cost(const struct column *column, struct cut from, int run);

static int64_t cost_of_page(const struct column *column, struct cut from, struct cut to, int run,
                            int page_run)
{
    int64_t room = 20 * LINE + page_run * LINE - column_height(column, from, to);
    uint8_t flags = column->flags[column_cut(column, to)];
    bool last = column_ends(column, to);
    if (room < 0 || (room > 7 * LINE && !last) || (flags & (CUT_VOID | CUT_LONE | CUT_KEEP)))
        return COST_NEVER;
    struct ending ending = {
        .last = last,
        .recto = run != RUN_FREE,
        .slack = room,
        .line = column->line,
        .gaps = column_gaps(column, from, to),
        .lines = column_lines(column, from, to),
        .run = page_run,
        .flags = flags,
    };
    int64_t rest = best_cost(column, to, run == RUN_FREE ? page_run : RUN_FREE);
    return rest == COST_NEVER ? rest : rest + ending_cost(&ending);
}

static int64_t best_cost(const struct column *column, struct cut from, int run)
{
    if (from.para == column->para_count)
        return 0;
    int64_t best = COST_NEVER;
    for (int para = from.para; para < column->para_count; para++) {
        int lines = column->galley->paras[para].setting[1].line_count;
        for (int line = para == from.para ? from.line + 1 : 1; line <= lines; line++) {
            struct cut to =
                line < lines ? (struct cut){para, line, 1} : (struct cut){para + 1, 0, 1};
            for (int page_run = -1; page_run <= 1; page_run++) {
                bool fixed = run != RUN_FREE && page_run != (run == RUN_FIRST ? 0 : run);
                if (!fixed)
                    best = MIN(best, cost_of_page(column, from, to, run, page_run));
            }
        }
        if (column_height(column, from, (struct cut){para, 0, 1}) > 22 * LINE)
            break;
    }
    return best;
}

/* The cost of a make-up as found. */
static int64_t found_cost(const struct column *column, const struct makeup *makeup)
{
    int64_t cost = 0;
    for (int i = 0; i < makeup->page_count; i++) {
        const struct fill *fill = &makeup->pages[i];
        struct ending ending = {
            .last = column_ends(column, fill->to),
            .recto = i % 2 == 0,
            .slack = fill->slack + fill->stretched,
            .line = column->line,
            .gaps = column_gaps(column, fill->from, fill->to),
            .lines = column_lines(column, fill->from, fill->to),
            .run = fill->run,
            .flags = column->flags[column_cut(column, fill->to)],
        };
        cost += ending_cost(&ending);
    }
    return cost;
}

START_TEST(no_way_is_cheaper_than_the_one_found)
{
    for (unsigned seed = 1; seed <= 12; seed++) {
        struct column *column;
        g_array_set_size(paras, 0);
        for (unsigned i = 0, dice = seed * 7919; i < 17; i++, dice = dice * 75 + 74)
            para_at(add(2 + (int)(dice / 7 % 6), dice / 11 % 2 ? 6 : 0))->keep_next =
                dice / 13 % 5 ? 0 : 2;
        const struct makeup *makeup = make_up_checked(&column);
        int64_t best = best_cost(column, (struct cut){0, 0, 1}, RUN_FIRST);
        ck_assert_int_eq(found_cost(column, makeup), best);
    }
}
END_TEST

START_TEST(random_galleys_keep_every_rule)
{
    for (unsigned seed = 1; seed <= 40; seed++) {
        struct column *column;
        g_array_set_size(paras, 0);
        add_many(120, seed);
        make_up_checked(&column);
    }
}
END_TEST

START_TEST(thousands_of_pages_are_made_up)
{
    struct column *column;
    struct area area = {30 * LINE, 54 * LINE, 8 * LENGTH_PT};
    add_many(20000, 99);
    const struct makeup *makeup = make_up_in(&area, &column);
    check_pages(column, makeup, &area);
    ck_assert_int_gt(makeup->page_count, 1000);
}
END_TEST

static Suite *makeup_suite(void)
{
    Suite *suite = suite_create("page make-up");
    TCase *pages = tcase_create("make-up");
    tcase_add_checked_fixture(pages, set_up, tear_down);
    tcase_add_test(pages, one_page_when_all_fits);
    tcase_add_test(pages, an_empty_galley_has_one_page);
    tcase_add_test(pages, no_line_stands_alone);
    tcase_add_test(pages, three_lines_are_not_divided);
    tcase_add_test(pages, a_heading_takes_two_lines_along);
    tcase_add_test(pages, a_lead_in_stays_with_its_list);
    tcase_add_test(pages, a_whole_block_is_not_divided);
    tcase_add_test(pages, a_closing_takes_two_lines_of_text_along);
    tcase_add_test(pages, an_annex_begins_on_a_new_page);
    tcase_add_test(pages, the_last_page_has_three_lines);
    tcase_add_test(pages, a_hyphen_does_not_end_a_page);
    tcase_add_test(pages, whites_open_so_that_pages_end_on_the_last_line);
    tcase_add_test(pages, the_last_page_is_not_opened);
    tcase_add_test(pages, a_shorter_setting_saves_a_widow);
    tcase_add_test(pages, a_longer_setting_fills_a_page);
    tcase_add_test(pages, a_bad_setting_costs_more_than_a_good_one);
    tcase_add_test(pages, a_divided_paragraph_keeps_its_setting);
    tcase_add_test(pages, a_spread_runs_short_or_long_together);
    tcase_add_test(pages, page_one_is_smaller);
    tcase_add_test(pages, notes_stand_on_the_page_of_their_call);
    tcase_add_test(pages, a_line_with_two_notes_moves_when_they_do_not_fit);
    tcase_add_test(pages, a_long_note_is_divided_two_lines_at_least_on_each_side);
    tcase_add_test(pages, a_note_of_three_lines_is_not_divided);
    tcase_add_test(pages, a_note_longer_than_a_page_goes_on);
    tcase_add_test(pages, a_note_of_the_last_line_goes_on_behind_the_text);
    tcase_add_test(pages, a_block_longer_than_a_page_is_divided_and_told);
    tcase_add_test(pages, rules_are_broken_only_where_they_must_be);
    tcase_add_test(pages, a_line_with_notes_higher_than_a_page_loses_none);
    tcase_add_test(pages, a_line_higher_than_the_page_ends_the_hunt);
    tcase_add_test(pages, page_one_stays_empty_when_nothing_fits_on_it);
    tcase_add_test(pages, the_same_galley_gives_the_same_pages);
    tcase_add_test(pages, no_way_is_cheaper_than_the_one_found);
    tcase_add_test(pages, random_galleys_keep_every_rule);
    tcase_add_test(pages, thousands_of_pages_are_made_up);
    suite_add_tcase(suite, pages);
    return suite;
}

int main(void)
{
    SRunner *runner = srunner_create(makeup_suite());
    srunner_set_fork_status(runner, CK_NOFORK);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? 1 : 0;
}
