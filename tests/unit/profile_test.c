/* The colour profile of the print variant: which file is taken, and what is none. */
#include "pdf/profile.h"

#include <check.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "suite.h"

enum { SIZE = 200 };

static struct arena *arena;
static struct diag *diag;
static char *folder, *good, *other;

/* A file with the header of a profile; `at` a byte that is changed, -1: none. */
static char *write_file(const char *name, int at)
{
    char bytes[SIZE] = {0};
    bytes[8] = 2;
    memcpy(bytes + 12, "prtrCMYK", 8);
    memcpy(bytes + 36, "acsp", 4);
    if (at >= 0)
        bytes[at] = 'x';
    char *path = g_build_filename(folder, name, NULL);
    ck_assert(g_file_set_contents(path, bytes, SIZE, NULL));
    return path;
}

static void set_up(void)
{
    arena = arena_new();
    diag = diag_new(arena);
    folder = g_dir_make_tmp("plenary-profile-XXXXXX", NULL);
    good = write_file("good.icc", -1);
    other = write_file("other.icc", -1);
}

static void remove_file(char *path)
{
    g_unlink(path);
    g_free(path);
}

static void tear_down(void)
{
    remove_file(good);
    remove_file(other);
    g_rmdir(folder);
    g_free(folder);
    arena_free(arena);
}

static const struct profile *read_profile(const char *path, const char *substitute)
{
    struct style style = {
        .print = {.condition = "FOGRA39", .profile = path, .substitute = substitute}};
    return profile_read(arena, &style, diag);
}

START_TEST(the_profile_of_the_style_is_taken)
{
    const struct profile *profile = read_profile(good, other);
    ck_assert_ptr_nonnull(profile);
    ck_assert_int_eq(profile->size, SIZE);
    ck_assert_str_eq(profile->condition, "FOGRA39");
    ck_assert_str_eq(profile->name, "good.icc");
    ck_assert_str_eq(diag_text(diag), "");
}
END_TEST

START_TEST(where_it_is_not_there_another_is_and_that_is_told)
{
    const struct profile *profile = read_profile("/nowhere/FOGRA39.icc", other);
    ck_assert_ptr_nonnull(profile);
    ck_assert_ptr_null(profile->condition); /* it is not FOGRA39, and does not say so */
    ck_assert_str_eq(profile->name, "other.icc");
    ck_assert_ptr_nonnull(strstr(diag_text(diag), "[profile-substitute]"));
    ck_assert_int_eq(diag_count(diag, DIAG_ERROR), 0);
}
END_TEST

START_TEST(without_any_there_is_an_error)
{
    ck_assert_ptr_null(read_profile("/nowhere/FOGRA39.icc", "/nowhere/other.icc"));
    ck_assert_ptr_null(read_profile(NULL, NULL));
    ck_assert_int_eq(diag_count(diag, DIAG_ERROR), 2);
    ck_assert_ptr_nonnull(strstr(diag_text(diag), "[profile]"));
}
END_TEST

START_TEST(what_is_no_profile_of_a_press_is_refused)
{
    static const int faults[] = {8, 12, 16, 36}; /* version, class, colours, signature */
    for (size_t i = 0; i < G_N_ELEMENTS(faults); i++) {
        char *path = write_file("bad.icc", faults[i]);
        ck_assert_ptr_null(read_profile(path, other));
        ck_assert_int_eq(diag_count(diag, DIAG_ERROR), (int)i + 1);
        remove_file(path);
    }
    ck_assert_ptr_null(read_profile(folder, other));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("pdf: profile");
    TCase *tests = tcase_create("pdf: profile");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, the_profile_of_the_style_is_taken);
    tcase_add_test(tests, where_it_is_not_there_another_is_and_that_is_told);
    tcase_add_test(tests, without_any_there_is_an_error);
    tcase_add_test(tests, what_is_no_profile_of_a_press_is_refused);
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
