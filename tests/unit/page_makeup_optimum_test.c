/* page_makeup_optimum_test: the make-up as a whole, on galleys from a small generator: no way is
 * cheaper, every rule is kept, the same galley gives the same pages, and long ones are no matter.
 */
#include <string.h>

#include "page_galley.h"

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
 * page may choose. A way once tried is remembered: there are only so many ends of pages. */
enum { RUN_FREE = 2, RUN_FIRST = 3, RUNS = 5 };

static int64_t *known; /* by cut and run, RUNS a cut; -1: not yet tried */

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

static int64_t try_every_end(const struct column *column, struct cut from, int run)
{
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

static int64_t best_cost(const struct column *column, struct cut from, int run)
{
    if (from.para == column->para_count)
        return 0;
    int64_t *told = &known[column_cut(column, from) * RUNS + run + 1];
    if (*told < 0)
        *told = try_every_end(column, from, run);
    return *told;
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
        known = ARENA_ARRAY(arena, int64_t, column->cut_count * RUNS);
        memset(known, 0xff, sizeof *known * (size_t)column->cut_count * RUNS);
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

START_TEST(hundreds_of_pages_are_made_up)
{
    struct column *column;
    struct area area = {30 * LINE, 54 * LINE, 8 * LENGTH_PT, false};
    add_many(5000, 99);
    const struct makeup *makeup = make_up_in(&area, &column);
    check_pages(column, makeup, &area);
    ck_assert_int_gt(makeup->page_count, 250);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("make-up: the whole");
    TCase *tests = tcase_create("make-up: the whole");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, the_same_galley_gives_the_same_pages);
    tcase_add_test(tests, no_way_is_cheaper_than_the_one_found);
    tcase_add_test(tests, random_galleys_keep_every_rule);
    tcase_add_test(tests, hundreds_of_pages_are_made_up);
    return run_suite(suite, tests);
}
