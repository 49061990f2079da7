/* fill: matter made by hand. What a reader of the page would notice: where lines end, that their
 * edges are exact, which white gives way first, and that neither bad matter nor much of it upsets
 * the breaker. The paper's own paragraph is in conformance_fill_test.c. */
#include <check.h>
#include <glib.h>
#include <stdlib.h>

#include "set/fill.h"

enum { EM = 10 * 1024, MOST = 64 };

static struct arena *arena;

static void set_up(void)
{
    arena = arena_new();
}

static void tear_down(void)
{
    arena_free(arena);
}

/* --- making matter ------------------------------------------------------------------- */

struct heap {
    struct matter matter;
    length *box;
    struct joint *joint;
    uint8_t *letters;
};

static struct heap heap_new(int count, length box, struct joint joint)
{
    struct heap heap = {.box = ARENA_ARRAY(arena, length, count),
                        .joint = ARENA_ARRAY(arena, struct joint, count),
                        .letters = ARENA_ARRAY(arena, uint8_t, count)};
    for (int i = 0; i < count; i++) {
        heap.box[i] = box;
        heap.joint[i] = joint;
        heap.letters[i] = 1;
    }
    heap.joint[count - 1].penalty = FILL_ALWAYS;
    heap.matter = (struct matter){count, heap.box, heap.joint, heap.letters, 0};
    return heap;
}

static const struct joint han_gap = {.opens = true};
static const struct joint word_space = {
    .space = EM / 4, .shrink = EM / 12, .stretch = EM / 8, .shrink_level = 1, .stretch_level = 1};

static struct joint hyphen_joint(void)
{
    return (struct joint){.penalty = 50, .flagged = true, .late = true, .hyphen = EM / 3};
}

static struct fill_rules rules_new(enum fill_policy policy, length measure)
{
    return (struct fill_rules){.policy = policy,
                               .em = EM,
                               .first = measure,
                               .measure = measure,
                               .tolerance = 1000,
                               .late = true,
                               .line_penalty = 1};
}

static struct fill_setting best_of(const struct heap *heap, const struct fill_rules *rules)
{
    struct fill_setting setting[3];
    ck_assert_msg(fill_lines(arena, &heap->matter, rules, setting), "no setting was found");
    return setting[1];
}

/* --- justifying a line, level by level (D) ------------------------------------------- */

/* A line with one place of each shrink level, half an em each, between boxes of an em. */
static struct heap shrinking_line(void)
{
    struct heap heap = heap_new(8, EM, han_gap);
    for (int k = 1; k <= FILL_SHRINK_LEVELS; k++)
        heap.joint[k] =
            (struct joint){.space = EM / 2, .shrink = EM / 2, .shrink_level = (uint8_t)k};
    return heap;
}

/* The measure narrows by a quarter em at a time: each level gives all it has before the next
 * gives anything. */
START_TEST(shrink_levels_give_way_in_their_order)
{
    struct heap heap = shrinking_line();
    length natural = 8 * EM + FILL_SHRINK_LEVELS * EM / 2;
    struct fill_rules rules = rules_new(FILL_HAN, natural);
    for (int quarters = 0; quarters <= 2 * FILL_SHRINK_LEVELS; quarters++) {
        length less = quarters * EM / 4;
        struct fill_line line = fill_justify(&heap.matter, &rules, 0, 8, natural - less);
        for (int k = 1; k <= FILL_SHRINK_LEVELS; k++) {
            length wanted = CLAMP(less - (k - 1) * EM / 2, 0, EM / 2);
            ck_assert_msg(line.shrink[k] == wanted, "%d/4 em less: level %d gave %d, not %d",
                          quarters, k, line.shrink[k], wanted);
        }
        ck_assert_int_eq(line.overfull, 0);
    }
    struct fill_line line = fill_justify(&heap.matter, &rules, 0, 8, 8 * EM - 7);
    ck_assert_msg(line.overfull == 7, "what no level can take is told: %d", line.overfull);
}
END_TEST

/* Ten words of 3 em. What spaces cannot do well, glyphs help with, by as much as is allowed, and
 * the edge stays exact; a label keeps its width, and so does a line that needs no help. */
START_TEST(glyphs_help_where_spaces_alone_would_not_do)
{
    struct heap heap = heap_new(10, 3 * EM, word_space);
    heap.matter.rigid = 1;
    struct fill_rules rules = rules_new(FILL_WESTERN, 0);
    rules.expansion = 20;
    length natural = 9 * 3 * EM + 8 * EM / 4, x[10]; /* of all but the last, on the next line */
    for (length more = -EM; more <= 3 * EM; more += EM / 16) {
        struct fill_line line = fill_justify(&heap.matter, &rules, 0, 9, natural + more);
        if (more >= -8 * EM / 12 && more <= EM)
            ck_assert_int_eq(line.expansion, 0);
        if (more > 2 * EM)
            ck_assert_int_eq(line.expansion, 20);
        ck_assert_int_le(abs(line.expansion), 20);
        if (more < -8 * EM / 12)
            ck_assert_int_lt(line.expansion, 0);
        ck_assert_int_eq(line.overfull, 0);
    }
    struct fill_line line = fill_justify(&heap.matter, &rules, 0, 9, natural + 2 * EM);
    fill_place(&heap.matter, &line, x);
    ck_assert_int_eq(x[9], natural + 2 * EM);
    ck_assert_int_lt(x[1] - x[0], x[2] - x[1]);
}
END_TEST

/* Word spaces first, then autospaces, and only then every gap of the line, all by the same. */
START_TEST(stretch_levels_give_way_in_their_order)
{
    struct heap heap = heap_new(11, EM, han_gap);
    heap.joint[2] = (struct joint){.space = EM / 4, .stretch = EM / 4, .stretch_level = 1};
    heap.joint[5] =
        (struct joint){.space = EM / 4, .stretch = EM / 8, .stretch_level = 2, .opens = true};
    heap.joint[10].penalty = 0;
    heap.matter.count = 10; /* box 10 would be the next line's */
    length natural = 10 * EM + EM / 2;
    struct fill_rules rules = rules_new(FILL_HAN, natural);
    struct matter more = {11, heap.box, heap.joint, heap.letters, 0};

    struct fill_line line = fill_justify(&more, &rules, 0, 10, natural + EM / 8);
    ck_assert_int_eq(line.stretch[1], EM / 8);
    ck_assert_int_eq(line.stretch[2] + line.opening, 0);
    line = fill_justify(&more, &rules, 0, 10, natural + EM / 4 + EM / 16);
    ck_assert_int_eq(line.stretch[1], EM / 4);
    ck_assert_int_eq(line.stretch[2], EM / 16);
    ck_assert_int_eq(line.opening, 0);
    line = fill_justify(&more, &rules, 0, 10, natural + EM / 4 + EM / 8 + 80);
    ck_assert_int_eq(line.opening, 80);
    ck_assert_int_eq(line.openings, 8);

    length x[MOST];
    fill_place(&more, &line, x);
    ck_assert_int_eq(x[1] - x[0], EM + 10);
    ck_assert_int_eq(x[6] - x[5], EM + EM / 4 + EM / 8 + 10);
}
END_TEST

/* Within a level every place gives the same share of what it has. */
START_TEST(places_of_a_level_share_by_what_they_have)
{
    struct heap heap = heap_new(3, EM, han_gap);
    heap.joint[0] = (struct joint){.space = EM / 2, .shrink = 3000, .shrink_level = 3};
    heap.joint[1] = (struct joint){.space = EM / 2, .shrink = 1000, .shrink_level = 3};
    struct fill_rules rules = rules_new(FILL_HAN, 4 * EM - 400);
    struct fill_line line = fill_justify(&heap.matter, &rules, 0, 3, 4 * EM - 400);
    length x[MOST];
    fill_place(&heap.matter, &line, x);
    ck_assert_int_eq(x[1], EM + EM / 2 - 300);
    ck_assert_int_eq(x[2] - x[1], EM + EM / 2 - 100);
}
END_TEST

/* D12: whatever is left over after division, the right edge is where it should be. */
START_TEST(edges_are_exact_at_every_measure)
{
    struct heap heap = heap_new(30, EM - 3, han_gap);
    for (int i = 4; i < 29; i += 7)
        heap.joint[i] = word_space;
    heap.joint[10] = (struct joint){.space = EM / 2, .shrink = EM / 2, .shrink_level = 4};
    struct fill_rules rules = rules_new(FILL_HAN, 20 * EM);
    length x[MOST], before = 0;
    for (length measure = 19 * EM; measure < 22 * EM; measure += 97) {
        struct fill_line line = fill_justify(&heap.matter, &rules, 0, 20, measure);
        fill_place(&heap.matter, &line, x);
        ck_assert_int_eq(x[0], 0);
        if (!line.overfull)
            ck_assert_msg(x[20] == measure, "%d is not the edge, %d is", x[20], measure);
        ck_assert_msg(x[20] >= before, "a wider measure gave a narrower line");
        before = x[20];
    }
}
END_TEST

/* Gaps of level 3 differ by the smallest unit at most: nobody sees where the rest went. */
START_TEST(openings_differ_by_one_unit_at_most)
{
    struct heap heap = heap_new(41, EM, han_gap);
    struct fill_rules rules = rules_new(FILL_HAN, 40 * EM + 1234);
    struct fill_line line = fill_justify(&heap.matter, &rules, 0, 40, 40 * EM + 1234);
    length x[MOST];
    fill_place(&heap.matter, &line, x);
    for (int i = 1; i < 40; i++)
        ck_assert_int_le(abs(x[i] - x[i - 1] - EM - 1234 / 39), 1);
}
END_TEST

/* D13: a last line keeps its natural widths; it may give way where it would be too wide. */
START_TEST(last_lines_are_never_stretched)
{
    struct heap heap = heap_new(10, EM, word_space);
    for (enum fill_policy policy = FILL_WESTERN; policy <= FILL_RAGGED; policy++) {
        struct fill_rules rules = rules_new(policy, 30 * EM);
        struct fill_line line = fill_justify(&heap.matter, &rules, 0, 10, 30 * EM);
        length x[MOST];
        fill_place(&heap.matter, &line, x);
        ck_assert_int_eq(x[10], 10 * EM + 9 * (EM / 4));
        if (policy == FILL_RAGGED)
            continue;
        length narrow = x[10] - EM / 8;
        line = fill_justify(&heap.matter, &rules, 0, 10, narrow);
        fill_place(&heap.matter, &line, x);
        ck_assert_int_eq(x[10], narrow);
    }
}
END_TEST

/* What stood at a line's end or start has no width there: the joint goes with the break. */
START_TEST(the_joint_of_a_break_vanishes)
{
    struct heap heap = heap_new(8, EM, han_gap);
    heap.joint[3] = (struct joint){.space = EM / 2, .shrink = EM / 2, .shrink_level = 3};
    struct fill_rules rules = rules_new(FILL_HAN, 4 * EM);
    struct fill_setting setting = best_of(&heap, &rules);
    ck_assert_int_eq(setting.count, 2);
    ck_assert_int_eq(setting.ends[0], 4);
    struct fill_line line = fill_justify(&heap.matter, &rules, 0, 4, 4 * EM);
    ck_assert_int_eq(line.natural, 4 * EM);
}
END_TEST

/* --- choosing breaks ----------------------------------------------------------------- */

/* E2: thirteen characters in lines of six leave one over; it is never left alone. */
START_TEST(a_last_line_is_never_a_runt)
{
    for (int count = 7; count < 60; count++) {
        struct heap heap = heap_new(count, EM, han_gap);
        struct fill_rules rules = rules_new(FILL_HAN, 12 * EM);
        rules.tolerance = 5000;
        rules.least_letters = 2;
        struct fill_setting setting[3];
        ck_assert(fill_lines(arena, &heap.matter, &rules, setting));
        for (int v = 0; v < 3; v++) {
            int lines = setting[v].count;
            if (lines > 1)
                ck_assert_msg(count - setting[v].ends[lines - 2] >= 2, "%d characters, variant %d",
                              count, v);
        }
    }
}
END_TEST

/* A paragraph of one single character is not a runt: there is no other way to set it. */
START_TEST(one_character_is_a_paragraph)
{
    struct heap heap = heap_new(1, EM, han_gap);
    struct fill_rules rules = rules_new(FILL_HAN, 12 * EM);
    rules.least_letters = 2;
    ck_assert_int_eq(best_of(&heap, &rules).count, 1);
}
END_TEST

/* One line fewer and one more are offered where the tolerance allows, never others. */
START_TEST(variants_are_one_line_fewer_and_one_more)
{
    struct heap heap = heap_new(100, EM, word_space);
    struct fill_rules rules = rules_new(FILL_WESTERN, 12 * EM + EM / 2);
    rules.tolerance = 4000;
    struct fill_setting setting[3];
    ck_assert(fill_lines(arena, &heap.matter, &rules, setting));
    ck_assert_int_gt(setting[1].count, 1);
    ck_assert_int_eq(setting[2].count, setting[1].count + 1);
    ck_assert_int_ge(setting[2].demerits, setting[1].demerits);
    if (setting[0].count)
        ck_assert_int_eq(setting[0].count, setting[1].count - 1);
    for (int v = 0; v < 3; v++)
        if (setting[v].count)
            ck_assert_int_eq(setting[v].ends[setting[v].count - 1], 100);

    rules.tolerance = 0; /* nothing may open: neither more nor fewer */
    heap = heap_new(40, EM, han_gap);
    rules = rules_new(FILL_HAN, 10 * EM);
    ck_assert(fill_lines(arena, &heap.matter, &rules, setting));
    ck_assert_int_eq(setting[1].count, 4);
    ck_assert_int_eq(setting[0].count, 0);
}
END_TEST

/* A forced break ends its line where it stands, however short, and the paragraph is set with the
 * same care as any other. */
START_TEST(a_forced_break_ends_a_line)
{
    struct heap heap = heap_new(40, EM, han_gap);
    heap.joint[4].penalty = FILL_ALWAYS;
    struct fill_rules rules = rules_new(FILL_HAN, 10 * EM);
    rules.emergency = true; /* whether it needs this is asked in the next test */
    struct fill_setting setting = best_of(&heap, &rules);
    ck_assert_int_eq(setting.ends[0], 5);
    struct fill_line line = fill_justify(&heap.matter, &rules, 0, 5, 10 * EM);
    ck_assert_msg(line.opening == 0, "a line before a forced break is stretched");
}
END_TEST

START_TEST(a_forced_break_is_no_emergency)
{
    struct heap heap = heap_new(40, EM, han_gap);
    heap.joint[4].penalty = FILL_ALWAYS;
    for (enum fill_policy policy = FILL_WESTERN; policy <= FILL_RAGGED; policy++) {
        struct fill_rules rules = rules_new(policy, 10 * EM);
        struct fill_setting setting[3];
        ck_assert_msg(fill_lines(arena, &heap.matter, &rules, setting),
                      "policy %d finds no setting: the short line counts as a loose one", policy);
    }
}
END_TEST

/* F3: three lines may not end in hyphens one after the other, whatever it costs otherwise. */
START_TEST(hyphens_do_not_make_ladders)
{
    struct heap heap = heap_new(90, EM, hyphen_joint());
    for (int i = 0; i < 89; i++)
        if (i % 3 == 2)
            heap.joint[i] = word_space; /* words of three syllables */
    for (length measure = 7 * EM; measure < 12 * EM; measure += EM / 5) {
        struct fill_rules rules = rules_new(FILL_WESTERN, measure);
        rules.tolerance = 9000;
        rules.most_hyphens = 2;
        struct fill_setting setting[3];
        if (!fill_lines(arena, &heap.matter, &rules, setting))
            continue;
        for (int i = 0, ladder = 0; i < setting[1].count - 1; i++) {
            ladder = heap.joint[setting[1].ends[i] - 1].flagged ? ladder + 1 : 0;
            ck_assert_msg(ladder <= 2, "line %d at measure %d", i + 1, measure);
        }
    }
}
END_TEST

START_TEST(hyphens_are_left_alone_in_the_early_passes)
{
    struct heap heap = heap_new(40, EM, hyphen_joint());
    for (int i = 3; i < 39; i += 4)
        heap.joint[i] = word_space;
    struct fill_rules rules = rules_new(FILL_WESTERN, 9 * EM);
    rules.tolerance = 20000;
    rules.late = false;
    struct fill_setting setting = best_of(&heap, &rules);
    for (int i = 0; i < setting.count - 1; i++)
        ck_assert(!heap.joint[setting.ends[i] - 1].flagged);
}
END_TEST

/* --- where no good setting exists ---------------------------------------------------- */

/* A box wider than the measure: nothing outside the emergency pass, and there the box has a line
 * to itself, so that as little as can be sticks out. */
START_TEST(a_box_wider_than_the_measure_gets_its_own_line)
{
    struct heap heap = heap_new(9, 2 * EM, word_space);
    heap.box[4] = 15 * EM;
    struct fill_rules rules = rules_new(FILL_WESTERN, 10 * EM);
    struct fill_setting setting[3];
    ck_assert(!fill_lines(arena, &heap.matter, &rules, setting));
    ck_assert_int_eq(setting[1].count, 0);

    rules.emergency = true;
    ck_assert(fill_lines(arena, &heap.matter, &rules, setting));
    for (int i = 0, from = 0; i < setting[1].count; from = setting[1].ends[i++]) {
        length measure = rules.measure;
        struct fill_line line =
            fill_justify(&heap.matter, &rules, from, setting[1].ends[i], measure);
        ck_assert_msg(line.overfull <= 5 * EM, "boxes %d to %d stick out by %d, 5 em would do",
                      from, setting[1].ends[i], line.overfull);
    }
}
END_TEST

START_TEST(an_emergency_always_ends_with_a_setting)
{
    for (enum fill_policy policy = FILL_WESTERN; policy <= FILL_RAGGED; policy++) {
        struct heap heap = heap_new(5000, 15 * EM, han_gap);
        struct fill_rules rules = rules_new(policy, 10 * EM);
        rules.emergency = true;
        struct fill_setting setting = best_of(&heap, &rules);
        ck_assert_int_eq(setting.ends[setting.count - 1], 5000);
        ck_assert_msg(setting.demerits >= 0, "policy %d: demerits ran over", policy);
    }
}
END_TEST

/* --- much of it ---------------------------------------------------------------------- */

START_TEST(five_thousand_boxes_are_set)
{
    struct heap heap = heap_new(5000, EM, han_gap);
    for (int i = 0; i < 4999; i += 9)
        heap.joint[i] = (struct joint){.space = EM / 2, .shrink = EM / 2, .shrink_level = 4};
    struct fill_rules rules = rules_new(FILL_HAN, 36 * EM);
    rules.fitness = 500;
    struct fill_setting setting = best_of(&heap, &rules);
    ck_assert_int_eq(setting.ends[setting.count - 1], 5000);
    for (int i = 0, from = 0; i < setting.count; from = setting.ends[i++])
        ck_assert_int_eq(
            fill_justify(&heap.matter, &rules, from, setting.ends[i], rules.measure).overfull, 0);
}
END_TEST

START_TEST(the_same_matter_breaks_the_same)
{
    GRand *chance = g_rand_new_with_seed(19);
    struct heap heap = heap_new(2000, EM, word_space);
    for (int i = 0; i < 2000; i++)
        heap.box[i] = g_rand_int_range(chance, EM / 2, 3 * EM);
    g_rand_free(chance);
    struct fill_rules rules = rules_new(FILL_WESTERN, 30 * EM);
    rules.emergency = true;
    rules.fitness = 3000;
    struct fill_setting one = best_of(&heap, &rules), two = best_of(&heap, &rules);
    ck_assert_int_eq(one.count, two.count);
    ck_assert_mem_eq(one.ends, two.ends, sizeof(int) * (size_t)one.count);
}
END_TEST

static Suite *fill_suite(void)
{
    Suite *suite = suite_create("fill");
    TCase *tests = tcase_create("fill");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, shrink_levels_give_way_in_their_order);
    tcase_add_test(tests, stretch_levels_give_way_in_their_order);
    tcase_add_test(tests, glyphs_help_where_spaces_alone_would_not_do);
    tcase_add_test(tests, places_of_a_level_share_by_what_they_have);
    tcase_add_test(tests, edges_are_exact_at_every_measure);
    tcase_add_test(tests, openings_differ_by_one_unit_at_most);
    tcase_add_test(tests, last_lines_are_never_stretched);
    tcase_add_test(tests, the_joint_of_a_break_vanishes);
    tcase_add_test(tests, a_last_line_is_never_a_runt);
    tcase_add_test(tests, one_character_is_a_paragraph);
    tcase_add_test(tests, variants_are_one_line_fewer_and_one_more);
    tcase_add_test(tests, a_forced_break_ends_a_line);
    tcase_add_test(tests, a_forced_break_is_no_emergency);
    tcase_add_test(tests, hyphens_do_not_make_ladders);
    tcase_add_test(tests, hyphens_are_left_alone_in_the_early_passes);
    tcase_add_test(tests, a_box_wider_than_the_measure_gets_its_own_line);
    tcase_add_test(tests, an_emergency_always_ends_with_a_setting);
    tcase_add_test(tests, five_thousand_boxes_are_set);
    tcase_add_test(tests, the_same_matter_breaks_the_same);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void)
{
    SRunner *runner = srunner_create(fill_suite());
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
