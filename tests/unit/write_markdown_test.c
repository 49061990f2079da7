/* write: Markdown. What is written reads as the same tree but for what was said to be lost, no word
 * is lost ever, and it looks like something that a person would have typed. */
#include "write_desk.h"

START_TEST(every_file_comes_back_or_is_told)
{
    desk_check_files(WRITE_MARKDOWN, 70);
}
END_TEST

START_TEST(anything_comes_back_or_is_told)
{
    desk_check_random(WRITE_MARKDOWN);
}
END_TEST

/* --- the form --------------------------------------------------------------------------- */

#define FRONT                                                                                      \
    "---\nlanguage: en\nsymbol: A/RES/99/7\norgan: General Assembly\n"                             \
    "distribution: \"Distr.: General\"\nissued: 2044-12-14\njob: \"44-21077\"\n---\n\n"            \
    "# 99/7. Title\n\n*The General Assembly*,\n"

/* What is typed as the writer would have it is written just so. */
static void stays(const char *text)
{
    struct desk desk = desk_new();
    const char *whole = arena_printf(desk.arena, "%s%s", FRONT, text);
    desk.doc = desk_read(&desk, "sample.md", whole);
    ck_assert(desk_there_and_back(&desk, WRITE_MARKDOWN));
    ck_assert_str_eq(desk.text, whole);
    ck_assert_str_eq(diag_text(desk.told), "");
    desk_free(&desk);
}

START_TEST(plain_documents_need_no_marks)
{
    stays(
        "\n*Recalling* its words,[^1] and [a page](<https://un.org/>),\n\n"
        "1. *Decides*:\n\n(a) To begin;\n\n(i) Soon;\n\n(b) To end.\n\n2. *Requests* more.\n\n"
        "10th plenary meeting\\\n7 December 2044\n\n## Annex\n\n## Title of the annex\n\nText.\n\n"
        "[^1]: A note.\n\n    It goes on.\n");
}
END_TEST

START_TEST(tables_are_of_pipes)
{
    stays("\n1. *Decides*:\n\n| Post | Number |\n| :--- | ---: |\n| P\\|4 | 12 |\n| P-5 | 3 |\n\n"
          "|  |  |\n| --- | --- |\n| No head<br><br>Two | here |\n");
}
END_TEST

START_TEST(looks_are_stars_or_tags)
{
    stays("\n1. *Decides* on **bold**, *italic*, ***both***, <u>underlined</u>, <s>struck</s>, "
          "<small>capitals</small>, H<sub>2</sub>O, a<b>,b</b>c and <b>in <i>in</i></b>.\n");
}
END_TEST

START_TEST(what_would_mean_something_is_escaped)
{
    stays("\n1. *Decides* \\*not\\* \\[^1\\] \\`so\\` \\<b> \\&amp; \\\\ a_b \\_c\\_ & d.\n\n"
          "\\# no head\n\n\\+ no list\n\n\\> no quotation\n\n1986. A year.\n");
}
END_TEST

START_TEST(marks_say_what_words_do_not)
{
    stays("\n<!-- paragraph -->\n\n(a) is a letter.\n\n1. *Decides*:\n\n(a) To begin;\n\n"
          "<!-- paragraph in=1 -->\n\nand to go on;\n\n<!-- operative label=\"No. 2\" "
          "-->\n\nText.\n\n"
          "<!-- annex -->\n\n## No word for it\n\n<!-- separator -->\n\n\\_\\_\n");
}
END_TEST

START_TEST(footnotes_keep_their_names)
{
    stays("\n1. *Decides*[^2] so[^5] and[^*] that[^*-2].\n\n[^2]: Two.\n\n[^5]: Five.\n\n"
          "[^*]: Star.\n\n[^*-2]: Another.\n");
}
END_TEST

START_TEST(what_the_form_cannot_say_is_told)
{
    static const char xml[] =
        "<akomaNtoso><statement name='resolution'><meta><identification><FRBRExpression>"
        "<FRBRlanguage language='eng'/></FRBRExpression></identification></meta><mainBody>"
        "<paragraph><num>1.</num><content><p>Text.</p></content></paragraph>"
        "<table><tr><td colspan='2'><p>wide</p></td></tr><tr><td><p>a</p></td><td><p>b</p></td>"
        "</tr></table></mainBody></statement></akomaNtoso>";
    struct desk desk = desk_new();
    desk.doc = desk_read(&desk, "sample.xml", xml);
    ck_assert(!desk_there_and_back(&desk, WRITE_MARKDOWN));
    ck_assert(strstr(diag_text(desk.told), "Markdown cannot say the spans, rules and places of a "
                                           "cell"));
    ck_assert(strstr(diag_text(desk.told), "[write-lost]"));
    desk_free(&desk);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("write_markdown");
    TCase *files = tcase_create("files"), *form = tcase_create("form");
    tcase_set_timeout(files, 280);
    tcase_add_test(files, every_file_comes_back_or_is_told);
    tcase_add_test(files, anything_comes_back_or_is_told);
    tcase_add_test(form, plain_documents_need_no_marks);
    tcase_add_test(form, tables_are_of_pipes);
    tcase_add_test(form, looks_are_stars_or_tags);
    tcase_add_test(form, what_would_mean_something_is_escaped);
    tcase_add_test(form, marks_say_what_words_do_not);
    tcase_add_test(form, footnotes_keep_their_names);
    tcase_add_test(form, what_the_form_cannot_say_is_told);
    suite_add_tcase(suite, files);
    suite_add_tcase(suite, form);
    return suite_run(suite);
}
