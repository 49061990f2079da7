/* arena: what passes rely on: zeroed memory, aligned for anything, whole until the end, in arenas
 * that hold little and in those that hold much. */
#include <check.h>
#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "suite.h"

static bool are_all(const unsigned char *bytes, size_t size, unsigned char byte)
{
    for (size_t i = 0; i < size; i++)
        if (bytes[i] != byte)
            return false;
    return true;
}

START_TEST(bytes_are_zeroed_aligned_and_apart)
{
    static const size_t sizes[] = {1,    7,  0,     500, 1023,  1024,  1025,
                                   4096, 17, 70000, 3,   16384, 250000};
    enum { SIZES = sizeof sizes / sizeof *sizes, ROUNDS = 20 };
    struct arena *arena = arena_new();
    unsigned char *pieces[ROUNDS * SIZES];
    for (int i = 0; i < ROUNDS * SIZES; i++) {
        size_t size = sizes[i % SIZES];
        pieces[i] = arena_alloc(arena, size);
        ck_assert_uint_eq((uintptr_t)pieces[i] % alignof(max_align_t), 0);
        ck_assert(are_all(pieces[i], size, 0));
        memset(pieces[i], i + 1, size);
    }
    for (int i = 0; i < ROUNDS * SIZES; i++)
        ck_assert(are_all(pieces[i], sizes[i % SIZES], (unsigned char)(i + 1)));
    arena_free(arena);
}
END_TEST

static void count(void *thing)
{
    int *number = thing;
    *number = *number * 10 + 1;
}

static void count_twos(void *thing)
{
    int *number = thing;
    *number = *number * 10 + 2;
}

START_TEST(what_is_deferred_runs_at_the_end_last_first)
{
    int number = 0;
    struct arena *arena = arena_new();
    arena_defer(arena, count, &number);
    arena_defer(arena, count_twos, &number);
    ck_assert_int_eq(number, 0);
    arena_free(arena);
    ck_assert_int_eq(number, 21);
    arena_free(arena_new()); /* one that was never used */
    arena_free(NULL);
}
END_TEST

START_TEST(copies_end_with_a_nul)
{
    struct arena *arena = arena_new();
    ck_assert_str_eq(arena_strndup(arena, "resolution", 3), "res");
    ck_assert_str_eq(arena_strndup(arena, NULL, 0), "");
    ck_assert_str_eq(arena_printf(arena, "A/RES/%d/%d", 76, 19), "A/RES/76/19");
    arena_free(arena);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("arena");
    TCase *tests = tcase_create("arena");
    tcase_add_test(tests, bytes_are_zeroed_aligned_and_apart);
    tcase_add_test(tests, what_is_deferred_runs_at_the_end_last_first);
    tcase_add_test(tests, copies_end_with_a_nul);
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
