/* check/ignore: what a source asks not to be told is not told, in each of its forms. */
#include "check/ignore.h"

#include <stdio.h>
#include <string.h>

#include "read/read.h"
#include "style/style.h"
#include "suite.h"

static struct arena *arena;
static struct diag *diag;

/* Files a message about every passage that has the word FAULT, and one about the whole; how many
 * are told. */
static int told(const char *text)
{
    arena = arena_new();
    diag = diag_new(arena);
    const struct source *source = source_over(arena, "test", text, strlen(text));
    struct node *doc = read_document(arena, source, NULL, diag);
    ck_assert_msg(doc != NULL, "%s", diag_text(diag));
    const struct style *style = style_load(arena, "un", doc->as.doc.language, diag);
    diag = diag_new(arena);
    struct copy *copy = copy_of(arena, style, doc, diag);
    ignore_take(copy);
    find_node(copy, doc, DIAG_NO_ISSUE_DATE, "whole");
    for (int i = 0; i < copy->passage_count; i++) {
        const char *fault = strstr(copy->passages[i].text, "FAULT");
        int at = fault ? (int)(fault - copy->passages[i].text) : 0;
        if (fault)
            find(copy, &copy->passages[i], at, at + 5, DIAG_CLAUSE_END, "fault");
    }
    return diag_count(diag, DIAG_STYLE_LEVEL);
}

#define check_told(wanted, text)                                                                   \
    do {                                                                                           \
        int found = told(text);                                                                    \
        ck_assert_msg(found == wanted, "%d messages for %s\n%s", found, text, diag_text(diag));    \
        arena_free(arena);                                                                         \
    } while (0)

#define MARKDOWN                                                                                   \
    "---\nlanguage: en\nsymbol: A/RES/76/19\n---\n\n76/19. A title\n\nThe General Assembly,\n\n"
#define YAML(head)                                                                                 \
    head "plenary: 1\nlanguage: en\nmasthead: {title: A title}\nbody:\n- opening: \"The "          \
         "Assembly,\"\n"

START_TEST(comments_in_markdown)
{
    const char *both = MARKDOWN "Noting one FAULT,\n\nNoting two FAULT,\n";
    check_told(3, both);
    check_told(2, MARKDOWN "Noting one FAULT, <!-- plenary:ignore -->\n\nNoting two FAULT,\n");
    check_told(2, MARKDOWN "Noting one\n<!-- plenary:ignore clause-end: so it is -->\nFAULT,\n\n"
                           "Noting two FAULT,\n");
    check_told(2, MARKDOWN "<!-- plenary:ignore clause-end -->\n\nNoting one FAULT,\n\n"
                           "Noting two FAULT,\n");
    check_told(3, MARKDOWN "<!-- plenary:ignore overfull -->\n\nNoting one FAULT,\n\n"
                           "Noting two FAULT,\n");
    check_told(1, "---\n# plenary:ignore no-issue-date\nlanguage: en\nsymbol: A/RES/76/19\n---\n\n"
                  "76/19. A title\n\nThe General Assembly,\n\nNoting one FAULT,\n");
}
END_TEST

START_TEST(comments_in_yaml)
{
    check_told(3, YAML("") "- preambular: \"one FAULT,\"\n- preambular: \"two FAULT,\"\n");
    check_told(2, YAML("") "- preambular: \"one FAULT,\" # plenary:ignore clause-end\n"
                           "- preambular: \"two FAULT,\"\n");
    check_told(2, YAML("") "# plenary:ignore clause-end\n- preambular: \"one FAULT,\"\n"
                           "- preambular: \"two FAULT,\"\n");
    check_told(2, YAML("# plenary:ignore no-issue-date\n") "- preambular: \"one FAULT,\"\n"
                                                           "- preambular: \"two FAULT,\"\n");
    check_told(3, YAML("") "- preambular: \"one FAULT plenary:ignore,\"\n"
                           "- preambular: \"two FAULT,\"\n");
}
END_TEST

static const char *xml(const char *root, const char *first, const char *rest)
{
    static char text[2000];
    snprintf(
        text, sizeof text,
        "<akomaNtoso%s><statement><meta><identification><FRBRExpression>"
        "<FRBRlanguage language=\"eng\"/></FRBRExpression></identification></meta><mainBody><p>The "
        "General Assembly,</p>%s<p>%s</p>"
        "<p>two FAULT,</p></mainBody></statement></akomaNtoso>",
        root, first, rest);
    return text;
}

START_TEST(comments_and_attributes_in_xml)
{
    check_told(3, xml("", "", "one FAULT,"));
    check_told(2, xml("", "", "one FAULT,<!-- plenary:ignore clause-end -->"));
    check_told(2, xml("", "", "<!-- plenary:ignore clause-end --> one <b>FAULT</b>,"));
    check_told(2, xml("", "<!-- plenary:ignore -->", "one FAULT,"));
    check_told(2, xml("", "<p plenary:ignore=\"clause-end\">three <b>FAULT</b>,</p>", "one,"));
    check_told(1, xml(" plenary:ignore=\"clause-end\"", "", "one FAULT,"));
    check_told(0, xml(" plenary:ignore=\"clause-end no-issue-date\"", "", "one FAULT,"));
    check_told(3, xml("", "<!-- plenary:ignore overfull -->", "one FAULT,"));
}
END_TEST

START_TEST(slugs_that_are_not_known_are_told)
{
    told(MARKDOWN "Noting one, <!-- plenary:ignore clause-ends -->\n");
    ck_assert_ptr_nonnull(strstr(diag_text(diag), "test:10:33: warning: “clause-ends”"));
    ck_assert_ptr_nonnull(strstr(diag_text(diag), "did you mean clause-end?"));
    arena_free(arena);
    told(YAML("") "- preambular: \"one,\" # plenary:ignore cannot-read\n");
    ck_assert_ptr_nonnull(strstr(diag_text(diag), "[ignore-unknown]"));
    arena_free(arena);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("check_ignore");
    TCase *tests = tcase_create("check_ignore");
    tcase_add_test(tests, comments_in_markdown);
    tcase_add_test(tests, comments_in_yaml);
    tcase_add_test(tests, comments_and_attributes_in_xml);
    tcase_add_test(tests, slugs_that_are_not_known_are_told);
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
