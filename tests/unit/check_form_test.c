/* check/form, labels: what is told of a resolution whose clauses are made for it. */
#include <glib.h>
#include <string.h>

#include "check/check.h"
#include "read/read.h"
#include "style/style.h"
#include "suite.h"

static struct arena *arena;

/* The messages about a resolution with these blocks, in our own YAML. */
static const char *told(const char *language, const char *body)
{
    arena = arena_new();
    struct diag *diag = diag_new(arena);
    const char *text = arena_printf(arena,
                                    "plenary: 1\nlanguage: %s\nkind: resolution\n"
                                    "organ: security-council\nmasthead:\n  symbol: S/RES/9 (2044)\n"
                                    "body:\n%s",
                                    language, body);
    const struct source *source = source_over(arena, "test", text, strlen(text));
    struct node *doc = read_document(arena, source, NULL, diag);
    ck_assert_msg(doc != NULL, "%s", diag_text(diag));
    const struct style *style = style_load(arena, "un", doc->as.doc.language, diag);
    check_document(arena, style, doc, diag);
    return diag_text(diag);
}

#define ASSERT_TOLD(body, what)                                                                    \
    do {                                                                                           \
        const char *text = told("en", body);                                                       \
        ck_assert_msg(strstr(text, what) != NULL, "“%s” is not told: %s", what, text);             \
        arena_free(arena);                                                                         \
    } while (0)
#define ASSERT_NOT_TOLD(language, body, what)                                                      \
    do {                                                                                           \
        const char *text = told(language, body);                                                   \
        ck_assert_msg(strstr(text, what) == NULL, "“%s” is told: %s", what, text);                 \
        arena_free(arena);                                                                         \
    } while (0)

#define OPENING "- opening: [{lead: The Security Council}, \",\"]\n"
#define CLAUSE(label, text) "- label: \"" label "\"\n  operative: \"" text "\"\n"

START_TEST(marks_behind_quotations_count)
{
    ASSERT_NOT_TOLD("en",
                    OPENING CLAUSE("1.", "Calls the fog “a guest”;")
                        CLAUSE("2.", "Calls the sea “a house.”"),
                    "[clause-end]");
    ASSERT_TOLD(OPENING CLAUSE("1.", "Calls the fog “a guest”") CLAUSE("2.", "Decides to meet."),
                "no mark ends this operative clause");
}
END_TEST

START_TEST(declarations_are_written_in_sentences)
{
    ASSERT_NOT_TOLD("en",
                    OPENING CLAUSE("1.", "We met at sea.") CLAUSE("2.", "We kept the lamps.")
                        CLAUSE("3.", "We shall meet again."),
                    "[clause-end]");
}
END_TEST

START_TEST(the_council_joins_its_items)
{
    ASSERT_NOT_TOLD("en",
                    OPENING CLAUSE("1.", "Asks for:") "  list:\n"
                                                      "  - {label: (a), item: \"lamps; and\"}\n"
                                                      "  - {label: (b), item: bells;}\n" CLAUSE(
                                                          "2.", "Decides to meet."),
                    "clause-end]");
}
END_TEST

START_TEST(a_label_that_is_wrong_is_told_once)
{
    const char *text = told("en", OPENING CLAUSE("1.", "Asks;") CLAUSE("7.", "Notes;")
                                      CLAUSE("3.", "Calls;") CLAUSE("4.", "Decides."));
    const char *first = strstr(text, "[label-");
    ck_assert_msg(first && !strstr(first + 1, "[label-"), "%s", text);
    arena_free(arena);
}
END_TEST

START_TEST(letters_are_told_from_numerals)
{
    ASSERT_NOT_TOLD("en",
                    OPENING CLAUSE("1.", "Asks for:") "  list:\n"
                                                      "  - {label: (h), item: lamps;}\n"
                                                      "  - {label: (i), item: bells;}\n"
                                                      "  - {label: (j), item: ropes;}\n" CLAUSE(
                                                          "2.", "Decides to meet."),
                    "[label-order]");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("check_form");
    TCase *cases = tcase_create("check_form");
    tcase_add_test(cases, marks_behind_quotations_count);
    tcase_add_test(cases, declarations_are_written_in_sentences);
    tcase_add_test(cases, the_council_joins_its_items);
    tcase_add_test(cases, a_label_that_is_wrong_is_told_once);
    tcase_add_test(cases, letters_are_told_from_numerals);
    suite_add_tcase(suite, cases);
    return suite_run(suite);
}
