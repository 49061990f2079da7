/* conformance: the tables of the conformance folder beside the checkout. Where the folder is not
 * there a test says so and ends with status 77, which CMake counts as skipped. */
#ifndef PLENARY_TEST_CONFORMANCE_H
#define PLENARY_TEST_CONFORMANCE_H

#include <check.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CONFORMANCE_SKIPPED = 77 };

static inline char *conformance_path(const char *name)
{
    const char *shared = g_getenv("PLENARY_SHARED");
    return g_build_filename(shared ? shared : PLENARY_SHARED, "conformance", name, NULL);
}

/* The bytes of a table; NULL, said on standard output, when it is not there. */
static inline char *conformance_read(const char *name)
{
    char *path = conformance_path(name), *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, NULL))
        printf("skipped: %s is not there\n", path);
    g_free(path);
    return text;
}

/* Calls `row` with the columns of each line but the first. */
static inline void conformance_rows(const char *name, void (*row)(char **columns))
{
    char *text = conformance_read(name);
    ck_assert(text != NULL);
    char **lines = g_strsplit(text, "\n", -1);
    for (int i = 1; lines[0] && lines[i]; i++) {
        char **columns = g_strsplit(lines[i], "\t", -1);
        if (*lines[i])
            row(columns);
        g_strfreev(columns);
    }
    g_strfreev(lines);
    g_free(text);
}

/* Runs the suite, or skips it where the table is not there: the status for main. */
static inline int conformance_run(Suite *suite, const char *table)
{
    SRunner *runner = srunner_create(suite);
    int status = CONFORMANCE_SKIPPED;
    char *text = conformance_read(table);
    if (text) {
        srunner_run_all(runner, CK_ENV);
        status = srunner_ntests_failed(runner) ? EXIT_FAILURE : EXIT_SUCCESS;
    }
    g_free(text);
    srunner_free(runner);
    return status;
}

#endif
