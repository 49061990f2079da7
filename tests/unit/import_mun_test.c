/* Model UN resolutions, as their authors meet them: numbers and marks are set, words are not
 * touched, whatever the program that saved them. */
#include <check.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "read/label_make.h"
#include "read/read.h"
#include "reading.h"

static const char *tree_of(const char *text)
{
    const struct source *source = source_over(arena, "a.json", text, strlen(text));
    const struct node *doc = read_document(arena, source, NULL, diag);
    ck_assert_msg(doc != NULL, "%s", diag_text(diag));
    return doc_print(arena, doc);
}

#define ASSERT_HAS(tree, words) ck_assert_msg(strstr(tree, words) != NULL, "%s", tree)
#define ASSERT_SAID(words) ck_assert_msg(strstr(diag_text(diag), words), "%s", diag_text(diag))

/* A resolution whose first operative clause is of that text, and whose second is the last. */
static const char *two_clauses(const char *content)
{
    return arena_printf(arena,
                        "{\"committeeName\": \"Committee of the Sea\", \"preamble\": [],"
                        "\"operative\": [{\"content\": \"%s\"},"
                        "{\"content\": \"Decides to remain seized of the matter of the tides\"}]}",
                        content);
}

/* --- marks --------------------------------------------------------------------------- */

START_TEST(marks_are_added_where_none_is)
{
    static const struct {
        const char *typed, *set;
    } ends[] = {{"Calls upon all ships to sail", "to sail;\""},
                {"Calls upon all ships to sail;", "to sail;\""},
                {"Calls upon all ships to sail  ", "to sail;\""},
                {"Calls upon all ships to sail (slowly)", "(slowly);\""},
                {"Calls upon all ships to “sail”", "“sail”;\""},
                {"Calls upon all ships to sail; and", "sail; and\""},
                {"Asks whether the ships will sail?", "sail?\""},
                {"Calls upon the ships of the United States", "United States;\""}};
    for (size_t i = 0; i < G_N_ELEMENTS(ends); i++) {
        const char *tree = tree_of(two_clauses(ends[i].typed));
        ASSERT_HAS(tree, ends[i].set);
        ASSERT_HAS(tree, "of the tides.\"");
    }
}
END_TEST

START_TEST(marks_that_were_typed_stay)
{
    ASSERT_HAS(tree_of(two_clauses("Calls upon all ships to sail.")), "to sail.\"");
}
END_TEST

START_TEST(each_language_has_its_marks)
{
    static const char chinese[] =
        "{\"committeeName\": \"大会\", \"preamble\": [{\"content\": "
        "\"回顾其关于海洋和灯塔的各项决议\"}], \"operative\": [{\"content\": "
        "\"促请所有会员国保护海洋\"}, {\"content\": \"决定继续处理此案\"}]}";
    const char *tree = tree_of(chinese);
    ASSERT_HAS(tree, "各项决议，\"");
    ASSERT_HAS(tree, "保护海洋；\"");
    ASSERT_HAS(tree, "继续处理此案。\"");
    ASSERT_HAS(tree, "span bold lead \"大会\"\n    text \"，\"");
}
END_TEST

/* --- clauses ------------------------------------------------------------------------- */

START_TEST(a_phrase_apart_is_joined)
{
    const char *tree = tree_of(
        "{\"resolution\": {\"clauses\": {\"preambulatory\": [], \"operative\": ["
        "{\"phrase\": \"Urges\", \"content\": \"*all* ships to obey the rule of the sea\"},"
        "{\"phrase\": \"Decides\", \"content\": \", without a vote, to return to the sea\"}]}}}");
    ASSERT_HAS(tree, "operative \"1.\"\n    span italic lead \"Urges\"\n    text \" \"\n"
                     "    span italic \"all\"\n    text \" ships to obey");
    ASSERT_HAS(tree, "span italic lead \"Decides\"\n    text \", without a vote,");
}
END_TEST

START_TEST(a_phrase_within_is_found)
{
    ASSERT_HAS(tree_of(two_clauses("Calls upon all ships to sail")), "lead \"Calls upon\"");
    ASSERT_HAS(tree_of(two_clauses("Swiftly facilitates the sailing")),
               "lead \"Swiftly facilitates\"");
    ASSERT_HAS(tree_of(two_clauses("Bids all ships to sail")), "lead \"Bids\"");
}
END_TEST

START_TEST(a_single_clause_has_no_number)
{
    const char *tree = tree_of("{\"committeeName\": \"Committee of the Sea\", \"operative\": ["
                               "{\"content\": \"Decides to remain seized of the matter\"}]}");
    ASSERT_HAS(tree, "  paragraph\n    span italic lead \"Decides\"");
}
END_TEST

START_TEST(empty_clauses_are_left_out)
{
    const char *tree = tree_of("{\"committeeName\": \"Committee of the Sea\", \"operative\": ["
                               "{\"blocks\": []}, {\"content\": \" \"}, {\"content\": \"Sails to "
                               "the end of the sea\"}, {\"content\": \"Returns in the year of the "
                               "whale\", \"subClauses\": [{\"content\": \"\"}]}]}");
    ASSERT_HAS(tree, "operative \"1.\"\n    span italic lead \"Sails\"");
    ASSERT_HAS(tree, "operative \"2.\"\n    span italic lead \"Returns\"");
    ck_assert_ptr_null(strstr(tree, "list"));
}
END_TEST

START_TEST(known_organs_open_as_they_do)
{
    const char *tree = tree_of("{\"committeeName\": \"Security Council\", \"operative\": ["
                               "{\"content\": \"Decides to remain seized of the matter\"}]}");
    ASSERT_HAS(tree, "doc en resolution security-council");
    ASSERT_HAS(tree, "lead \"The Security Council\"\n    text \",\"");
}
END_TEST

/* --- labels -------------------------------------------------------------------------- */

START_TEST(labels_are_those_of_the_language)
{
    static const struct {
        enum language language;
        int level, ordinal;
        const char *label;
    } labels[] = {{EN, 0, 12, "12."},    {EN, 1, 1, "(a)"},  {EN, 1, 27, "(aa)"},
                  {EN, 1, 28, "(bb)"},   {EN, 2, 4, "(iv)"}, {EN, 2, 19, "(xix)"},
                  {EN, 3, 2, "b."},      {EN, 4, 9, "ix."},  {FR, 1, 3, "c)"},
                  {ZH, 2, 1, "㈠"},      {ZH, 2, 10, "㈩"},  {ZH, 2, 11, "(十一)"},
                  {ZH, 2, 20, "(二十)"}, {AR, 0, 1, "1 -"},  {AR, 1, 2, "(ب)"},
                  {AR, 2, 3, "’3‘"},     {EN, 9, 1, "(a)"}};
    for (size_t i = 0; i < G_N_ELEMENTS(labels); i++) {
        const struct style *style = style_load(arena, "un", labels[i].language, diag);
        ck_assert_str_eq(label_make(arena, style, labels[i].level, labels[i].ordinal),
                         labels[i].label);
    }
}
END_TEST

/* --- sample -------------------------------------------------------------------------- */

START_TEST(sample_of_the_program_is_read)
{
    const char *shared = g_getenv("PLENARY_SHARED");
    char *path = g_build_filename(shared ? shared : "", "corpus", "json-mun",
                                  "sample saved resolution.rso", NULL);
    if (!g_file_test(path, G_FILE_TEST_EXISTS)) {
        printf("sample_of_the_program_is_read: skipped, %s is not there\n", path);
    } else {
        const struct node *doc = read_document(arena, source_read(arena, path, diag), NULL, diag);
        ck_assert_msg(doc != NULL, "%s", diag_text(diag));
        const char *tree = doc_print(arena, doc);
        ASSERT_HAS(tree, "lead \"The Special Conference on Globalism\"");
        ASSERT_HAS(tree, "Amnesty International, Germany, Netherlands and Saudi Arabia");
        ASSERT_HAS(tree, "      item \"(ii)\" \"kjhhkjhkhjkgkkkkgjfh,lkfpffjhghh;\"");
    }
    g_free(path);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("import_mun");
    TCase *tests = add_case(suite, "clauses");
    tcase_add_test(tests, marks_are_added_where_none_is);
    tcase_add_test(tests, marks_that_were_typed_stay);
    tcase_add_test(tests, each_language_has_its_marks);
    tcase_add_test(tests, a_phrase_apart_is_joined);
    tcase_add_test(tests, a_phrase_within_is_found);
    tcase_add_test(tests, a_single_clause_has_no_number);
    tcase_add_test(tests, empty_clauses_are_left_out);
    tcase_add_test(tests, known_organs_open_as_they_do);
    tcase_add_test(tests, labels_are_those_of_the_language);
    tcase_add_test(tests, sample_of_the_program_is_read);
    return suite_run(suite);
}
