/* volume: a folder or a manifest becomes a book whose contents, lists and links lead to where the
 * documents are; what a manifest says wrong is told at its place. */
#include <check.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "suite.h"
#include "volume/volume.h"

static struct arena *arena;
static struct diag *diag;
static struct fonts *fonts;
static char *folder;
static GPtrArray *files;

static void set_up(void)
{
    arena = arena_new();
    diag = diag_new(arena);
    fonts = fonts_new(diag);
    folder = g_dir_make_tmp("plenary-volume-XXXXXX", NULL);
    files = g_ptr_array_new();
}

static void tear_down(void)
{
    for (guint i = 0; i < files->len; i++)
        g_remove(files->pdata[i]);
    g_ptr_array_free(files, TRUE);
    g_rmdir(folder);
    g_free(folder);
    fonts_free(fonts);
    arena_free(arena);
}

static const char *put(const char *name, const char *text)
{
    const char *path = arena_printf(arena, "%s/%s", folder, name);
    ck_assert(g_file_set_contents(path, text, -1, NULL));
    for (guint i = 0; i < files->len; i++)
        if (strcmp(files->pdata[i], path) == 0)
            return path;
    g_ptr_array_add(files, (gpointer)path);
    return path;
}

/* A short resolution of the ninety-ninth session. */
static const char *put_resolution(int number, const char *item, const char *proponent,
                                  const char *title)
{
    return put(arena_printf(arena, "%d.md", number),
               arena_printf(arena,
                            "---\nlanguage: en\norgan: General Assembly\nsymbol: A/RES/99/%d\n"
                            "distribution: general\nissued: 2044-12-14\njob: 44-21077\n---\n\n"
                            "## Ninety-ninth session\n\n## Agenda item %s\n\n"
                            "## The subject of item %s\n\n"
                            "## Resolution adopted by the General Assembly on 8 December 2044\n\n"
                            "[%s]\n\n99/%d. %s\n\n*The General Assembly*,\n\n"
                            "*Recalling* its resolution 99/1 of 8 December 2044,\n\n"
                            "1. *Decides* to meet again.\n\n45th plenary meeting\n\n"
                            "8 December 2044\n",
                            number, item, item, proponent, number, title));
}

static void put_session(void)
{
    put_resolution(10, "7", "on the report of the First Committee (A/99/4, para. 2)",
                   "Outer space and its peaceful uses");
    put_resolution(9, "23 (b)", "on the report of the Second Committee (A/99/5, para. 2)",
                   "Roads, bridges and ferries");
    put_resolution(2, "7", "on the report of the First Committee (A/99/4, para. 1)",
                   "Nets and lines");
    put_resolution(1, "3", "without reference to a Main Committee (A/99/L.1)", "Credentials");
}

static const char *bind(const char *input, struct volume_result *result)
{
    struct volume_job job = {.input = input, .pages = true};
    if (!volume_run(arena, fonts, &job, diag, result))
        return NULL;
    return arena_strndup(arena, (char *)result->books[0]->data, result->books[0]->len);
}

static const char *bind_folder(void)
{
    struct volume_result result;
    const char *pages = bind(folder, &result);
    ck_assert_msg(pages != NULL, "%s", diag_text(diag));
    return pages;
}

/* Where the words stand the nth time (from 0), as the line they are in. */
static const char *line_with(const char *pages, const char *words, int nth)
{
    const char *at = pages;
    while ((at = strstr(at, words)) && nth--)
        at += strlen(words);
    ck_assert_msg(at != NULL, "no %s in\n%.9000s", words, pages);
    const char *begin = at, *end = strchr(at, '\n');
    while (begin > pages && begin[-1] != '\n')
        begin--;
    return arena_strndup(arena, begin, (size_t)(end - begin));
}

static void expect_order(const char *pages, const char *const *words)
{
    for (const char *at = pages; *words; words++) {
        at = strstr(at, *words);
        ck_assert_msg(at != NULL, "%s is missing or out of order in\n%.9000s", *words, pages);
    }
}

START_TEST(a_folder_is_grouped_by_committee_and_ordered_by_number)
{
    put_session();
    const char *pages = bind_folder();
    expect_order(pages, (const char *const[]){
                            "\"Contents\"", "without reference to a Main Committee", "\"99/1 ",
                            "reports of the First Committee", "\"99/2 ", "\"99/10 ",
                            "reports of the Second Committee", "\"99/9 ", "page 1 \"1\"", NULL});
    ck_assert_str_eq(diag_text(diag), "");
}
END_TEST

START_TEST(pages_are_roman_before_the_body_and_arabic_in_it)
{
    put_session();
    const char *pages = bind_folder();
    expect_order(pages, (const char *const[]){"page 1 \"i\"", "page 3 \"iii\"", "page 5 \"v\"",
                                              "\"Contents\"", "page 1 \"1\"", "RESOLUTION 99/1\"",
                                              "page 3 \"3\"", "RESOLUTION 99/2\"", NULL});
}
END_TEST

START_TEST(a_resolution_has_the_head_of_a_volume)
{
    put_session();
    const char *pages = bind_folder();
    ck_assert_ptr_nonnull(line_with(pages, "Adopted at the 45th plenary meeting, on 8", 0));
    ck_assert_ptr_null(strstr(pages, "Distr.: General"));
    ck_assert_ptr_null(strstr(pages, "44-21077"));
}
END_TEST

START_TEST(an_index_has_items_in_their_order)
{
    put_session();
    const char *pages = bind_folder();
    expect_order(strstr(pages, "RESOLUTION 99/9\""),
                 (const char *const[]){"\"List of resolutions and decisions\"", "A/RES/99/1 ",
                                       "A/RES/99/2 ", "A/RES/99/9 ", "A/RES/99/10 ",
                                       "\"Index by agenda item\"", "The subject of item 3",
                                       "\"A/RES/99/1", "The subject of item 7", "\"A/RES/99/2",
                                       "\"A/RES/99/10", "\"23 (b) \"", "\"A/RES/99/9", NULL});
}
END_TEST

START_TEST(documents_run_on_where_the_manifest_says_so)
{
    put_session();
    const char *path = put("run-on.yaml", "language: en\nstart: run-on\nfiles: [.]\n");
    struct volume_result result;
    const char *pages = bind(path, &result);
    ck_assert_msg(pages != NULL, "%s", diag_text(diag));
    const char *head = line_with(pages, "A/RES/99/2–A/RES/99/10", 0);
    ck_assert_msg(strstr(head, "head") != NULL, "%s", head);
}
END_TEST

START_TEST(a_manifest_names_parts_annexes_and_volumes)
{
    put_session();
    const char *path = put("parts.yaml", "title: Texts of the session\n"
                                         "session: Ninety-ninth session\n"
                                         "supplement: 49\n"
                                         "split-after: A/RES/99/2\n"
                                         "parts:\n"
                                         "  - title: What came first\n"
                                         "    files: [2.md, 1.md]\n"
                                         "files: [9.md]\n"
                                         "annexes: [10.md]\n");
    struct volume_result result;
    const char *first = bind(path, &result);
    ck_assert_msg(first != NULL, "%s", diag_text(diag));
    ck_assert_int_eq(result.count, 2);
    ck_assert_int_eq(result.document_count[0], 1);
    ck_assert_int_eq(result.document_count[1], 3);
    expect_order(first, (const char *const[]){"Ninety-ninth session", "Supplement No. 49",
                                              "Texts of the session", "Volume I\"",
                                              "What came first", "99/2 ", NULL});
    const char *second = arena_strndup(arena, (char *)result.books[1]->data, result.books[1]->len);
    expect_order(second,
                 (const char *const[]){"Volume II\"", "What came first", "99/1 ",
                                       "Second Committee", "99/9 ", "Annexes", "99/10 ", NULL});
}
END_TEST

START_TEST(other_languages_are_passed_over)
{
    put_session();
    put("zh.md", "---\nlanguage: zh\n---\n\n99/3. 标题\n\n大会，\n\n1. 决定再次开会。\n");
    struct volume_result result;
    struct volume_job job = {.input = folder, .language = EN, .pages = true};
    ck_assert_msg(volume_run(arena, fonts, &job, diag, &result), "%s", diag_text(diag));
    ck_assert_int_eq(result.document_count[0], 4);
    ck_assert_str_eq(diag_text(diag), "");

    job.language = LANGUAGE_NONE;
    ck_assert(!volume_run(arena, fonts, &job, diag, &result));
    ck_assert_ptr_nonnull(strstr(diag_text(diag), "in more than one language"));
}
END_TEST

START_TEST(a_document_that_is_there_twice_is_told)
{
    put_session();
    char *text;
    ck_assert(g_file_get_contents(arena_printf(arena, "%s/1.md", folder), &text, NULL, NULL));
    put("again.md", text);
    g_free(text);
    struct volume_result result;
    ck_assert_ptr_nonnull(bind(folder, &result));
    ck_assert_int_eq(result.document_count[0], 4);
    ck_assert_ptr_nonnull(strstr(diag_text(diag), "[volume-twice]"));
}
END_TEST

static void expect_fault(const char *manifest, const char *said)
{
    struct volume_result result;
    ck_assert_ptr_null(bind(put("bad.yaml", manifest), &result));
    ck_assert_msg(strstr(diag_text(diag), said) != NULL, "no %s in %s", said, diag_text(diag));
    ck_assert_ptr_nonnull(strstr(diag_text(diag), "[volume]"));
}

START_TEST(what_a_manifest_says_wrong_is_told_at_its_place)
{
    put_session();
    expect_fault("titel: A\nfiles: [1.md]\n", "bad.yaml:1:1: error: `titel` is not a key");
    expect_fault("files: [1.md]\nstart: soon\n", "bad.yaml:2:8: error: this is no way to start");
    expect_fault("language: xx\n", "bad.yaml:1:11: error: this is no language");
    expect_fault("parts: 3\n", "bad.yaml:1:8: error: `parts` is no list");
    expect_fault("parts:\n  - committee: 9\n", "bad.yaml:2:16: error: this is no committee");
    expect_fault("title: [a\n", "bad.yaml");
    expect_fault("title: A\n", "there is no document in");
    expect_fault("files: [1.md]\nsplit-after: 99/7\n", "bad.yaml:2:14: error: no document of");
}
END_TEST

int main(void)
{
    TCase *tests = tcase_create("volume");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_set_timeout(tests, 120);
    tcase_add_test(tests, a_folder_is_grouped_by_committee_and_ordered_by_number);
    tcase_add_test(tests, pages_are_roman_before_the_body_and_arabic_in_it);
    tcase_add_test(tests, a_resolution_has_the_head_of_a_volume);
    tcase_add_test(tests, an_index_has_items_in_their_order);
    tcase_add_test(tests, documents_run_on_where_the_manifest_says_so);
    tcase_add_test(tests, a_manifest_names_parts_annexes_and_volumes);
    tcase_add_test(tests, other_languages_are_passed_over);
    tcase_add_test(tests, a_document_that_is_there_twice_is_told);
    tcase_add_test(tests, what_a_manifest_says_wrong_is_told_at_its_place);
    Suite *suite = suite_create("volume");
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
