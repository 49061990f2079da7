/* reading: memory and messages for the tests of readers and writers, fresh for each test. */
#ifndef PLENARY_TEST_READING_H
#define PLENARY_TEST_READING_H

#include "base/diag.h"
#include "suite.h"

static struct arena *arena;
static struct diag *diag;

static inline void set_up(void)
{
    arena = arena_new();
    diag = diag_new(arena);
}

static inline void tear_down(void)
{
    arena_free(arena);
}

/* A group of tests of the suite, each with memory of its own. */
static inline TCase *add_case(Suite *suite, const char *name)
{
    TCase *tests = tcase_create(name);
    tcase_add_checked_fixture(tests, set_up, tear_down);
    suite_add_tcase(suite, tests);
    return tests;
}

#endif
