/* suite: runs the tests of a program. */
#ifndef PLENARY_TEST_SUITE_H
#define PLENARY_TEST_SUITE_H

#include <check.h>
#include <stdlib.h>

/* Runs all; the status of the program. */
static inline int suite_run(Suite *suite)
{
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

#endif
