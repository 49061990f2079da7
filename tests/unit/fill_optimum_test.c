/* fill: the breaker against every possible setting. Small matter made by chance is set in each way
 * there is, priced by the formulas of the paper in floating point; fill_lines must find the best,
 * and the best with one line less and one more. */
#include <check.h>
#include <glib.h>
#include <math.h>
#include <stdlib.h>

#include "set/fill.h"
#include "suite.h"

enum { EM = 10 * 1024, COUNT = 14, ROUNDS = 1000 };

struct scene {
    length box[COUNT];
    struct joint joint[COUNT];
    uint8_t letters[COUNT];
    struct fill_rules rules;
};

/* The best of all settings with a number of lines. */
struct found {
    double demerits;
    unsigned breaks; /* bit i: a line ends after box i */
};

static struct joint joint_by_chance(GRand *chance, enum fill_policy policy)
{
    struct joint joint = {.space = EM / 4,
                          .shrink = EM / 12,
                          .stretch = EM / 8,
                          .shrink_level = 1,
                          .stretch_level = 1};
    int kind = g_rand_int_range(chance, 0, 6);
    if (kind == 0)
        joint = (struct joint){.penalty = FILL_NEVER};
    if (kind == 1)
        joint = (struct joint){.penalty = 50, .flagged = true, .hyphen = EM / 3};
    if (kind == 2)
        joint.penalty = 80;
    if (policy == FILL_HAN && kind > 2)
        joint = (struct joint){.opens = true};
    if (policy == FILL_HAN && kind == 5)
        joint = (struct joint){.space = EM / 2, .shrink = EM / 2, .shrink_level = 4};
    return joint;
}

static struct scene scene_by_chance(GRand *chance, enum fill_policy policy)
{
    struct scene scene;
    for (int i = 0; i < COUNT; i++) {
        scene.box[i] = policy == FILL_HAN ? EM : g_rand_int_range(chance, EM / 4, EM);
        scene.letters[i] = 1;
        scene.joint[i] = joint_by_chance(chance, policy);
    }
    scene.joint[COUNT - 1] = (struct joint){.penalty = FILL_ALWAYS};
    length measure = g_rand_int_range(chance, 4 * EM, 8 * EM);
    scene.rules = (struct fill_rules){.policy = policy,
                                      .em = EM,
                                      .first = measure - EM / 2,
                                      .measure = measure,
                                      .tolerance = policy == FILL_HAN ? 4000 : 9000,
                                      .late = true,
                                      .double_hyphen = 300,
                                      .final_hyphen = 200,
                                      .most_hyphens = 2,
                                      .line_penalty = 10,
                                      .least_letters = 2};
    return scene;
}

static double cube(double x)
{
    return x * x * x;
}

/* Badness of a line in 1/100 of ratio 1, or -1: it may not be. */
static double badness(const struct scene *scene, int from, int to, length target)
{
    static const double shrink_weight[] = {0, 30, 40, 60, 80, 140, 600}, /* of 5.2 */
        stretch_weight[] = {0, 20, 60};
    const struct fill_rules *rules = &scene->rules;
    double width = 0, shrink[FILL_SHRINK_LEVELS + 1] = {0}, stretch[FILL_STRETCH_LEVELS + 1] = {0};
    int openings = 0;
    for (int i = from; i < to; i++) {
        const struct joint *joint = &scene->joint[i];
        width += scene->box[i] + (i < to - 1 ? joint->space : joint->hyphen);
        if (i == to - 1)
            break;
        shrink[joint->shrink_level] += joint->shrink;
        stretch[joint->stretch_level] += joint->stretch;
        openings += joint->opens;
    }
    double white = target - width, bad = 0;
    bool last = to == COUNT, han = rules->policy == FILL_HAN;
    if (!han) {
        double room = white < 0 ? shrink[1] : stretch[1] ? stretch[1] : openings * EM / 20.0;
        if (white < 0 ? -white > room : !last && white * 1000 > room * rules->tolerance)
            return -1;
        return white == 0 || (last && white > 0) ? 0 : 100 * cube(fabs(white) / room);
    }
    for (int k = 1; k <= FILL_SHRINK_LEVELS && white < 0; k++) {
        double used = fmin(-white, shrink[k]);
        bad += used > 0 ? shrink_weight[k] * cube(used / shrink[k]) * shrink[k] / EM : 0;
        white += used;
    }
    if (white < 0)
        return -1;
    for (int k = 1; k <= FILL_STRETCH_LEVELS && white > 0 && !last; k++) {
        double used = fmin(white, stretch[k]);
        bad += used > 0 ? stretch_weight[k] * cube(used / stretch[k]) * stretch[k] / EM : 0;
        white -= used;
    }
    if (last || white <= 0)
        return bad;
    double wanted = openings * EM / 20.0;
    return white * 1000 > wanted * rules->tolerance ? -1 : bad + 100 * cube(white / wanted);
}

/* Demerits of one whole setting, or -1: a line of it may not be. */
static double price(const struct scene *scene, unsigned breaks, int *lines)
{
    const struct fill_rules *rules = &scene->rules;
    double demerits = 0;
    int ladder = 0; /* lines in a row that end with a hyphen */
    *lines = 0;
    for (int from = 0, to; from < COUNT; from = to) {
        for (to = from + 1; to < COUNT && !(breaks >> (to - 1) & 1);)
            to++;
        const struct joint *end = &scene->joint[to - 1];
        bool last = to == COUNT;
        double bad = badness(scene, from, to, *lines ? rules->measure : rules->first);
        if (bad < 0 || (end->flagged && ladder == rules->most_hyphens) ||
            (last && *lines && to - from < 2))
            return -1;
        demerits += (rules->line_penalty + bad) * (rules->line_penalty + bad);
        demerits += last ? (ladder ? rules->final_hyphen : 0) : (double)end->penalty * end->penalty;
        demerits += ladder && end->flagged ? rules->double_hyphen : 0;
        ladder = end->flagged ? ladder + 1 : 0;
        (*lines)++;
    }
    return demerits;
}

static void try_all(const struct scene *scene, struct found best[COUNT + 1])
{
    unsigned never = 0;
    for (int i = 0; i < COUNT - 1; i++)
        never |= scene->joint[i].penalty >= FILL_NEVER ? 1u << i : 0;
    for (int k = 0; k <= COUNT; k++)
        best[k] = (struct found){INFINITY, 0};
    for (unsigned breaks = 0; breaks < 1u << (COUNT - 1); breaks++) {
        int lines;
        double demerits = breaks & never ? -1 : price(scene, breaks, &lines);
        if (demerits >= 0 && demerits < best[lines].demerits)
            best[lines] = (struct found){demerits, breaks};
    }
}

static unsigned breaks_of(const struct fill_setting *setting)
{
    unsigned breaks = 0;
    for (int i = 0; i < setting->count - 1; i++)
        breaks |= 1u << (setting->ends[i] - 1);
    return breaks;
}

/* Rounding of badness to 1/64 may change places of settings that are nearly as good. */
static bool is_as_good(const struct scene *scene, const struct fill_setting *setting, double wanted)
{
    int lines;
    double got = price(scene, breaks_of(setting), &lines);
    return got >= 0 && lines == setting->count && got <= wanted * 1.02 + 2;
}

static void compare(const struct scene *scene, int round, int *feasible)
{
    struct found best[COUNT + 1];
    try_all(scene, best);
    int k = 1;
    for (int i = 1; i <= COUNT; i++)
        k = best[i].demerits < best[k].demerits ? i : k;
    struct arena *arena = arena_new();
    struct matter matter = {COUNT, scene->box, scene->joint, scene->letters, 0};
    struct fill_setting setting[3];
    bool done = fill_lines(arena, &matter, &scene->rules, setting);
    bool possible = !isinf(best[k].demerits);
    ck_assert_msg(done == possible, "round %d: %s", round,
                  possible ? "a setting exists that was not found" : "a line breaks the rules");
    if (done) {
        (*feasible)++;
        ck_assert_msg(is_as_good(scene, &setting[1], best[k].demerits),
                      "round %d: breaks %x, %x is better", round, breaks_of(&setting[1]),
                      best[k].breaks);
        k = setting[1].count;
        for (int v = -1; v <= 1; v += 2) {
            double other = k + v <= COUNT ? best[k + v].demerits : INFINITY;
            ck_assert_msg((setting[1 + v].count > 0) == !isinf(other),
                          "round %d: with %d lines: %s", round, k + v,
                          isinf(other) ? "breaks the rules" : "not found");
            if (setting[1 + v].count)
                ck_assert_msg(is_as_good(scene, &setting[1 + v], other), "round %d: %d lines",
                              round, k + v);
        }
    }
    arena_free(arena);
}

/* Every second place becomes a hyphen, or none is one. */
static void set_hyphens(struct scene *scene, bool wanted)
{
    for (int i = 0; i < COUNT - 1; i++)
        if (wanted && i % 2)
            scene->joint[i] = (struct joint){.penalty = 50, .flagged = true, .hyphen = EM / 3};
        else
            scene->joint[i].flagged = false;
}

static void compare_many(enum fill_policy policy, bool hyphens)
{
    GRand *chance = g_rand_new_with_seed(1981);
    int feasible = 0;
    for (int round = 0; round < ROUNDS; round++) {
        struct scene scene = scene_by_chance(chance, policy);
        set_hyphens(&scene, hyphens);
        compare(&scene, round, &feasible);
    }
    g_rand_free(chance);
    ck_assert_msg(feasible > ROUNDS / 10, "only %d of %d could be set", feasible, ROUNDS);
}

START_TEST(western_lines_are_the_best_there_are)
{
    compare_many(FILL_WESTERN, false);
}
END_TEST

START_TEST(han_lines_are_the_best_there_are)
{
    compare_many(FILL_HAN, false);
}
END_TEST

/* The rule on hyphens in a row must not hide a setting that keeps it. */
START_TEST(hyphens_in_a_row_hide_no_setting)
{
    compare_many(FILL_WESTERN, true);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("fill optimum");
    TCase *tests = tcase_create("fill optimum");
    tcase_add_test(tests, western_lines_are_the_best_there_are);
    tcase_add_test(tests, han_lines_are_the_best_there_are);
    tcase_add_test(tests, hyphens_in_a_row_hide_no_setting);
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
