/* job: files are whole or not at all; one call renders a document or says why not. */
#include <check.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "job/job.h"
#include "job/output.h"
#include "plenary.h"

static struct arena *arena;
static struct diag *diag;
static char *folder;

static void set_up(void)
{
    arena = arena_new();
    diag = diag_new(arena);
    folder = g_dir_make_tmp("plenary-job-XXXXXX", NULL);
}

/* The names in the folder, in order, with a space behind each. */
static const char *names(void)
{
    GDir *dir = g_dir_open(folder, 0, NULL);
    GList *list = NULL;
    for (const char *name; (name = g_dir_read_name(dir));)
        list = g_list_insert_sorted(list, g_strdup(name), (GCompareFunc)strcmp);
    const char *all = "";
    for (GList *l = list; l; l = l->next)
        all = arena_printf(arena, "%s%s ", all, (char *)l->data);
    g_list_free_full(list, g_free);
    g_dir_close(dir);
    return all;
}

static const char *path_of(const char *name)
{
    return arena_printf(arena, "%s/%s", folder, name);
}

static void tear_down(void)
{
    char **each = g_strsplit(names(), " ", -1);
    for (char **name = each; *name; name++)
        if (**name)
            g_remove(path_of(*name));
    g_strfreev(each);
    g_rmdir(folder);
    g_free(folder);
    arena_free(arena);
}

static void free_bytes(void *bytes)
{
    g_byte_array_unref(bytes);
}

static struct output output_of(const char *path, const char *text)
{
    GByteArray *bytes = g_byte_array_new();
    g_byte_array_append(bytes, (const guint8 *)text, (guint)strlen(text));
    arena_defer(arena, free_bytes, bytes);
    return (struct output){path, bytes};
}

static const char *contents(const char *name)
{
    char *text = NULL;
    if (!g_file_get_contents(path_of(name), &text, NULL, NULL))
        return "(none)";
    const char *copy = arena_strdup(arena, text);
    g_free(text);
    return copy;
}

START_TEST(outputs_replace_what_was_there)
{
    g_file_set_contents(path_of("a"), "old, and longer", -1, NULL);
    g_chmod(path_of("a"), 0640);
    struct output outputs[] = {output_of(path_of("a"), "new"), output_of(path_of("b"), "")};
    ck_assert(output_write(arena, outputs, 2, diag));
    ck_assert_str_eq(contents("a"), "new");
    ck_assert_str_eq(contents("b"), "");
    ck_assert_str_eq(names(), "a b ");
    struct stat st;
    ck_assert_int_eq(stat(path_of("a"), &st), 0);
    ck_assert_int_eq(st.st_mode & 0777, 0640);
}
END_TEST

START_TEST(one_that_fails_leaves_all_as_they_were)
{
    g_file_set_contents(path_of("a"), "old", -1, NULL);
    struct output outputs[] = {output_of(path_of("a"), "new"), output_of(path_of("a/b"), "new")};
    ck_assert(!output_write(arena, outputs, 2, diag));
    ck_assert_str_eq(contents("a"), "old");
    ck_assert_str_eq(names(), "a ");
    ck_assert_int_eq(diag_count(diag, DIAG_FATAL), 1);
    ck_assert_ptr_nonnull(strstr(diag_text(diag), "a/b cannot be written: Not a directory"));
}
END_TEST

START_TEST(a_full_disk_is_an_error)
{
    struct output output = output_of("/dev/full", "new");
    ck_assert(!output_write(arena, &output, 1, diag));
    ck_assert_ptr_nonnull(strstr(diag_text(diag), "No space left"));
}
END_TEST

START_TEST(a_folder_is_no_file)
{
    struct output output = output_of(folder, "new");
    ck_assert(!output_write(arena, &output, 1, diag));
    ck_assert_str_eq(names(), "");
}
END_TEST

START_TEST(a_link_stays_a_link)
{
    g_file_set_contents(path_of("a"), "old", -1, NULL);
    ck_assert_int_eq(symlink("a", path_of("b")), 0);
    struct output output = output_of(path_of("b"), "new");
    ck_assert(output_write(arena, &output, 1, diag));
    ck_assert_str_eq(contents("a"), "new");
    ck_assert(g_file_test(path_of("b"), G_FILE_TEST_IS_SYMLINK));
}
END_TEST

START_TEST(forms_have_names)
{
    for (int form = 0; form < JOB_FORM_COUNT; form++)
        ck_assert_int_eq(job_form_of(job_form_name((enum job_form)form)), form);
    ck_assert_int_eq(job_form_of("docx"), JOB_FORM_COUNT);
}
END_TEST

/* --- the public interface ------------------------------------------------------------ */

static const char resolution[] = "---\n"
                                 "language: en\n"
                                 "symbol: A/RES/76/19\n"
                                 "---\n\n"
                                 "# 76/19. A small resolution\n\n"
                                 "*The General Assembly*,\n\n"
                                 "*Recalling* its resolution 75/35 of 7 December 2020,\n\n"
                                 "1. *Decides* to remain seized of the matter.\n";

START_TEST(bytes_become_a_file)
{
    struct plenary *plenary = plenary_new();
    enum plenary_status status =
        plenary_render_bytes(plenary, "small.md", resolution, strlen(resolution), NULL);
    ck_assert_msg(status == PLENARY_DONE, "%s", plenary_messages(plenary));
    ck_assert_int_eq(plenary_output_count(plenary), 1);
    size_t size, again;
    const void *pdf = plenary_output(plenary, 0, &size);
    ck_assert_int_gt((int)size, 1000);
    ck_assert_mem_eq(pdf, "%PDF-", 5);
    const char *first = arena_copy(arena, pdf, size);

    plenary_render_bytes(plenary, "small.md", resolution, strlen(resolution), NULL);
    pdf = plenary_output(plenary, 0, &again);
    ck_assert_int_eq(size, again);
    ck_assert_mem_eq(pdf, first, size);
    ck_assert_ptr_null(plenary_output(plenary, 1, &size));
    plenary_free(plenary);
}
END_TEST

START_TEST(every_form_has_bytes)
{
    struct plenary *plenary = plenary_new();
    for (int form = PLENARY_PDF; form <= PLENARY_PAGES; form++) {
        struct plenary_options options = {.form = (enum plenary_form)form, .dpi = 40};
        size_t size = 0;
        ck_assert_int_eq(
            plenary_render_bytes(plenary, "small.md", resolution, strlen(resolution), &options),
            PLENARY_DONE);
        ck_assert_ptr_nonnull(plenary_output(plenary, 0, &size));
        ck_assert_int_gt((int)size, 100);
    }
    plenary_free(plenary);
}
END_TEST

START_TEST(a_page_that_is_not_there)
{
    struct plenary *plenary = plenary_new();
    struct plenary_options options = {.form = PLENARY_SVG, .page = 7};
    ck_assert_int_eq(
        plenary_render_bytes(plenary, "small.md", resolution, strlen(resolution), &options),
        PLENARY_FAILED);
    ck_assert_ptr_nonnull(strstr(plenary_messages(plenary), "[no-page]"));
    ck_assert_int_eq(plenary_output_count(plenary), 0);
    plenary_free(plenary);
}
END_TEST

START_TEST(what_is_no_document_has_a_message)
{
    static const struct {
        const char *bytes, *slug;
    } table[] = {{"", "[empty]"}, {"\xEF\xBB\xBF", "[empty]"}, {"<a>\n<b>\n</a>", "[xml]"}};
    struct plenary *plenary = plenary_new();
    for (size_t i = 0; i < G_N_ELEMENTS(table); i++) {
        ck_assert_int_eq(
            plenary_render_bytes(plenary, "x", table[i].bytes, strlen(table[i].bytes), NULL),
            PLENARY_FAILED);
        ck_assert_msg(strstr(plenary_messages(plenary), table[i].slug) != NULL, "%s",
                      plenary_messages(plenary));
        ck_assert_int_eq(plenary_output_count(plenary), 0);
    }
    ck_assert_int_eq(plenary_render(plenary, folder, NULL), PLENARY_FAILED);
    ck_assert_ptr_nonnull(strstr(plenary_messages(plenary), "it is a directory"));
    plenary_free(plenary);
    plenary_free(NULL);
}
END_TEST

static TCase *case_of(Suite *suite, const char *name)
{
    TCase *tests = tcase_create(name);
    tcase_add_checked_fixture(tests, set_up, tear_down);
    suite_add_tcase(suite, tests);
    return tests;
}

int main(void)
{
    Suite *suite = suite_create("job");
    TCase *output = case_of(suite, "output");
    tcase_add_test(output, outputs_replace_what_was_there);
    tcase_add_test(output, one_that_fails_leaves_all_as_they_were);
    tcase_add_test(output, a_full_disk_is_an_error);
    tcase_add_test(output, a_folder_is_no_file);
    tcase_add_test(output, a_link_stays_a_link);
    TCase *public = case_of(suite, "public");
    tcase_add_test(public, forms_have_names);
    tcase_add_test(public, bytes_become_a_file);
    tcase_add_test(public, every_form_has_bytes);
    tcase_add_test(public, a_page_that_is_not_there);
    tcase_add_test(public, what_is_no_document_has_a_message);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
