/* crew, shift: everything is done once and handed over in order, by few hands or many; who breaks
 * is found out and nothing else suffers. */
#include <check.h>
#include <glib.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "batch/make.h"
#include "batch/shift.h"
#include "job/crew.h"
#include "suite.h"

static struct arena *arena;
static struct diag *diag;

static void set_up(void)
{
    arena = arena_new();
    diag = diag_new(arena);
}

static void tear_down(void)
{
    arena_free(arena);
}

/* --- crew ---------------------------------------------------------------------------------- */

enum { MANY = 2000 };

struct tally {
    int next;          /* that is to be handed over */
    int started[MANY]; /* the order in which jobs were begun */
    gint begun;
};

static void *work(struct fonts *fonts, int index, void *user)
{
    struct tally *tally = user;
    ck_assert_ptr_null(fonts);
    tally->started[index] = g_atomic_int_add(&tally->begun, 1);
    if (index % 17 == 0)
        g_usleep(200);
    return GINT_TO_POINTER(index * 3);
}

static void done(int index, void *result, void *user)
{
    struct tally *tally = user;
    ck_assert_int_eq(index, tally->next++);
    ck_assert_int_eq(GPOINTER_TO_INT(result), index * 3);
}

static struct tally run_crew(int hands, int count, const int64_t *sizes)
{
    struct tally tally = {0};
    const struct crew crew = {
        .hands = hands, .count = count, .sizes = sizes, .work = work, .done = done, .user = &tally};
    ck_assert(crew_run(&crew, diag));
    ck_assert_int_eq(tally.next, count);
    ck_assert_int_eq(tally.begun, count);
    return tally;
}

START_TEST(results_come_in_order)
{
    static const int hands[] = {1, 2, 8};
    run_crew(hands[_i], MANY, NULL);
    run_crew(hands[_i], 1, NULL);
    run_crew(hands[_i], 0, NULL);
}
END_TEST

START_TEST(the_largest_is_begun_first)
{
    int64_t sizes[CREW_WINDOW];
    for (int i = 0; i < CREW_WINDOW; i++)
        sizes[i] = i * 7 % CREW_WINDOW;
    struct tally tally = run_crew(1, CREW_WINDOW, sizes);
    for (int i = 0; i < CREW_WINDOW; i++)
        ck_assert_int_eq(tally.started[i], CREW_WINDOW - 1 - sizes[i]);
}
END_TEST

START_TEST(nothing_is_begun_far_ahead)
{
    int64_t sizes[MANY];
    for (int i = 0; i < MANY; i++)
        sizes[i] = i; /* the last would be first */
    struct tally tally = run_crew(1, MANY, sizes);
    for (int i = 0; i < MANY; i++)
        ck_assert_int_lt(abs(tally.started[i] - i), CREW_WINDOW);
}
END_TEST

/* --- shift --------------------------------------------------------------------------------- */

enum { JOBS = 40 };

struct ledger {
    int got[JOBS];  /* records */
    int died[JOBS]; /* without */
    const char *how;
    volatile sig_atomic_t stop;
    int stop_after;
    bool deadly;      /* nobody gets to a job */
    int breaks, kind; /* the job at which the process breaks, and how */
};

static GVariant *shift_one(struct fonts *fonts, int index, void *user)
{
    const struct ledger *ledger = user;
    (void)fonts;
    if (index == ledger->breaks && ledger->kind == 0)
        abort();
    if (index == ledger->breaks && ledger->kind == 1)
        raise(SIGKILL);
    if (index == ledger->breaks && ledger->kind == 2)
        _exit(3);
    return g_variant_new("(is)", index, "words of any length");
}

static void shift_take(int index, GVariant *record, const char *how, void *user)
{
    struct ledger *ledger = user;
    if (!record) {
        ledger->died[index]++;
        ledger->how = arena_strdup(arena, how);
        return;
    }
    int said;
    g_variant_get(record, "(i&s)", &said, NULL);
    ck_assert_int_eq(said, index);
    ledger->got[index]++;
    int all = 0;
    for (int i = 0; i < JOBS; i++)
        all += ledger->got[i];
    if (ledger->stop_after && all >= ledger->stop_after)
        ledger->stop = SIGINT;
}

static void die_early(void *user)
{
    if (((struct ledger *)user)->deadly)
        _exit(1);
}

static enum shift_end run_shift(struct ledger *ledger, int hands)
{
    const struct shift shift = {.hands = hands,
                                .count = JOBS,
                                .type = G_VARIANT_TYPE("(is)"),
                                .work = shift_one,
                                .arrived = shift_take,
                                .begin = die_early,
                                .stop = &ledger->stop,
                                .user = ledger};
    return shift_run(&shift, diag);
}

START_TEST(one_that_breaks_harms_nobody)
{
    static const char *const deaths[] = {"signal 6, Aborted", "signal 9, Killed", "exit status 3"};
    struct ledger ledger = {.breaks = 13, .kind = _i};
    ck_assert_int_eq(run_shift(&ledger, 4), SHIFT_DONE);
    for (int i = 0; i < JOBS; i++) {
        ck_assert_int_eq(ledger.got[i], i != 13);
        ck_assert_int_eq(ledger.died[i], i == 13);
    }
    ck_assert_str_eq(ledger.how, deaths[_i]);
}
END_TEST

START_TEST(all_come_back)
{
    struct ledger ledger = {.breaks = -1};
    ck_assert_int_eq(run_shift(&ledger, 1 + _i), SHIFT_DONE);
    for (int i = 0; i < JOBS; i++)
        ck_assert_int_eq(ledger.got[i], 1);
}
END_TEST

START_TEST(it_can_be_stopped)
{
    struct ledger ledger = {.breaks = -1, .stop_after = 5};
    ck_assert_int_eq(run_shift(&ledger, 2), SHIFT_STOPPED);
}
END_TEST

START_TEST(a_process_that_never_works_is_an_error)
{
    struct ledger ledger = {.breaks = -1, .deadly = true};
    ck_assert_int_eq(run_shift(&ledger, 2), SHIFT_FAILED);
    ck_assert(strstr(diag_text(diag), "exit status 1 [no-process]"));
}
END_TEST

START_TEST(who_broke_is_told)
{
    struct record record = record_empty(OUTCOME_CRASHED);
    batch_tell_crash(arena, "in/A.xml", "signal 6, Aborted", &record);
    ck_assert(g_str_has_prefix(record.messages, "in/A.xml:1:1: error: "));
    ck_assert(strstr(record.messages, "(signal 6, Aborted); the others went on [crashed]"));
    ck_assert_int_eq(record.finding_count, 1);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("crew");
    TCase *tests = tcase_create("crew");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, results_come_in_order, 0, 3);
    tcase_add_test(tests, the_largest_is_begun_first);
    tcase_add_test(tests, nothing_is_begun_far_ahead);
    tcase_add_loop_test(tests, one_that_breaks_harms_nobody, 0, 3);
    tcase_add_loop_test(tests, all_come_back, 0, 3);
    tcase_add_test(tests, it_can_be_stopped);
    tcase_add_test(tests, a_process_that_never_works_is_an_error);
    tcase_add_test(tests, who_broke_is_told);
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
