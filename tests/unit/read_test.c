/* read: the readers as an editor meets them: what comes of every way to write a thing down, and of
 * broken input. Words are in
 * read_words_test.c, whole documents in read_published_test.c. */
#include <check.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "read/read.h"
#include "reading.h"

static const struct node *read_text(const char *name, const char *text)
{
    return read_document(arena, source_over(arena, name, text, strlen(text)), NULL, diag);
}

static const char *tree_of(const char *name, const char *text)
{
    const struct node *doc = read_text(name, text);
    ck_assert_msg(doc != NULL, "%s", diag_text(diag));
    return doc_print(arena, doc);
}

/* True when all the lines stand in the tree, one after the other, whatever their depth. */
static bool has_lines(const char *tree, const char *const *lines)
{
    for (; *lines; lines++) {
        tree = strstr(tree, *lines);
        if (!tree)
            return false;
        tree += strlen(*lines);
    }
    return true;
}

#define ASSERT_TREE(tree, ...)                                                                     \
    ck_assert_msg(has_lines(tree, (const char *const[]){__VA_ARGS__, NULL}), "%s", tree)

#define ASSERT_SAID(words)                                                                         \
    ck_assert_msg(strstr(diag_text(diag), words) != NULL, "%s", diag_text(diag))

/* --- AKN4UN -------------------------------------------------------------------------- */

#define AKN(body)                                                                                  \
    "<akomaNtoso><statement name='resolution'><meta><FRBRlanguage language='eng'/></meta>"         \
    "<coverPage><p><docNumber refersTo='#symbol'>A/RES/76/19</docNumber></p></coverPage>" body     \
    "</statement></akomaNtoso>"

#define POINT(label, words)                                                                        \
    "<point><num>" label "</num><content><p>\t" words "</p></content></point>"
#define PARAGRAPH(label, words)                                                                    \
    "<paragraph><num>" label "</num><content><p>\t" words "</p></content></paragraph>"
#define TYPED(words)                                                                               \
    "<paragraph class='SingleTxt'><content><p>\t" words "</p></content></paragraph>"

static const char *const one_list[] = {
    "  operative \"1.\"\n",        "  list level=1\n",   "    item \"(a)\" \"one:\"\n",
    "    list level=2\n",          "      item \"(i)\"", "      item \"(ii)\"",
    "    item \"(b)\" \"two;\"\n", "  operative \"2.\"", NULL};

START_TEST(nested_lists_are_read)
{
    const char *tree = tree_of(
        "a.xml",
        AKN("<mainBody><paragraph><num>1.</num><list><intro><p>\tAsks:</p></intro>" POINT(
            "(a)", "one:") "<sublist>" POINT("(i)", "x;")
                POINT("(ii)", "y;") "</sublist>" POINT(
                    "(b)", "two;") "</list></paragraph>" PARAGRAPH("2.", "Ends.") "</mainBody>"));
    ck_assert_msg(has_lines(tree, one_list), "%s", tree);
}
END_TEST

START_TEST(flat_lists_with_numbers_are_read)
{
    const char *tree = tree_of("a.xml", AKN("<mainBody>" PARAGRAPH("1.", "Asks:")
                                                PARAGRAPH("(a)", "one:") PARAGRAPH("(i)", "x;")
                                                    PARAGRAPH("(ii)", "y;") PARAGRAPH("(b)", "two;")
                                                        PARAGRAPH("2.", "Ends.") "</mainBody>"));
    ck_assert_msg(has_lines(tree, one_list), "%s", tree);
}
END_TEST

START_TEST(lists_typed_in_the_text_are_read)
{
    const char *tree = tree_of(
        "a.xml", AKN("<mainBody>" TYPED("1.\tAsks:") TYPED("(a)\tone:") TYPED("(i)\tx;")
                         TYPED("(ii)\ty;") TYPED("(b)\ttwo;") TYPED("2.\tEnds.") "</mainBody>"));
    ck_assert_msg(has_lines(tree, one_list), "%s", tree);
}
END_TEST

START_TEST(nesting_gone_wrong_is_mended)
{
    const char *tree = tree_of(
        "a.xml",
        AKN("<mainBody><paragraph><num>1.</num><list><intro><p>\tAsks:</p></intro>" POINT(
            "(a)",
            "o"
            "n"
            "e"
            ":") "<sublist>" POINT("(i)",
                                   "x;") "<sublist>" POINT("(ii)",
                                                           "y;") "</sublist></"
                                                                 "sublist>" POINT(
                                                                     "(b)",
                                                                     "two;") "<"
                                                                             "/"
                                                                             "l"
                                                                             "i"
                                                                             "s"
                                                                             "t"
                                                                             ">"
                                                                             "<"
                                                                             "/"
                                                                             "p"
                                                                             "a"
                                                                             "r"
                                                                             "a"
                                                                             "g"
                                                                             "r"
                                                                             "a"
                                                                             "p"
                                                                             "h"
                                                                             ">" PARAGRAPH(
                                                                                 "2.",
                                                                                 "Ends"
                                                                                 ".") "</"
                                                                                      "mainBody>"));
    ck_assert_msg(has_lines(tree, one_list), "%s", tree);
}
END_TEST

START_TEST(the_letter_i_is_told_from_the_numeral)
{
    const char *letter =
        tree_of("a.xml", AKN("<mainBody>" PARAGRAPH("1.", "Asks:") PARAGRAPH("(h)", "one;")
                                 PARAGRAPH("(i)", "two;") "</mainBody>"));
    const char *numeral =
        tree_of("b.xml", AKN("<mainBody>" PARAGRAPH("1.", "Asks:") PARAGRAPH("(h)", "one:")
                                 PARAGRAPH("(i)", "two;") "</mainBody>"));
    ASSERT_TREE(letter, "    item \"(h)\"", "\n    item \"(i)\"");
    ASSERT_TREE(numeral, "    item \"(h)\"", "\n    list level=2\n      item \"(i)\"");
}
END_TEST

START_TEST(text_goes_on_after_a_list)
{
    const char *tree = tree_of(
        "a.xml",
        AKN("<mainBody><paragraph><num>1.</num><list><intro><p>Asks:</p></intro>" POINT(
            "(a)", "x;") "<wrapUp><p>and so on;</p></wrapUp></list></paragraph></mainBody>"));
    ASSERT_TREE(tree, "  list level=1\n", "    item \"(a)\"", "\n  paragraph \"and so on;\"");
}
END_TEST

START_TEST(a_lead_behind_a_label_needs_no_space)
{
    const char *tree = tree_of(
        "a.xml", AKN("<mainBody><paragraph><num>1.</num><content><p>\u00A0<i>Asks</i> them.</p>"
                     "</content></paragraph></mainBody>"));
    ASSERT_TREE(tree, "  operative \"1.\"\n    span italic lead \"Asks\"");
}
END_TEST

START_TEST(sections_have_their_number_as_label)
{
    const char *tree =
        tree_of("a.xml", AKN("<mainBody><section><subheading>\t\tI</subheading><subheading>\t\t"
                             "Money</subheading><crossHeading refersTo='#preamble'><span "
                             "class='italic'>Recalling</span> it,</crossHeading>" PARAGRAPH(
                                 "1.", "Pays.") "</section></mainBody>"));
    ASSERT_TREE(tree, "  heading \"I\" level=1 \"Money\"\n", "  preambular\n",
                "    span italic lead \"Recalling\"\n", "  operative \"1.\" \"Pays.\"\n");
}
END_TEST

START_TEST(tables_keep_their_text)
{
    const char *tree = tree_of("a.xml", AKN("<mainBody><container name='table'><table><tr><th><p>"
                                            "(a)\tHead</p></th><td/></tr></table></container>"
                                            "</mainBody>"));
    ASSERT_TREE(tree, "  table\n    row\n      cell head\n        paragraph \"(a) Head\"\n",
                "      cell\n");
}
END_TEST

START_TEST(annexes_and_parts_are_containers)
{
    const char *annex = tree_of(
        "a.xml", AKN("<mainBody><p>Text.</p></mainBody><attachments><attachment><doc "
                     "name='annex'><mainBody><paragraph class='H1'><heading>Annex</heading>"
                     "</paragraph><p>More.</p></mainBody></doc></attachment></attachments>"));
    ASSERT_TREE(annex, "  annex\n    heading level=1 \"Annex\"\n    paragraph \"More.\"\n");
    const char *part = tree_of(
        "b.xml",
        "<akomaNtoso><documentCollection "
        "name='publication'><preface><p><docNumber>80/1.</docNumber>"
        "<docTitle>Whole</docTitle></p></preface></documentCollection><components><component>"
        "<statement name='resolution'><meta><FRBRlanguage language='eng'/></meta><preface><p>"
        "<docNumber>A</docNumber> <docTitle>First</docTitle></p></preface><mainBody><p>Text.</p>"
        "</mainBody></statement></component></components></akomaNtoso>");
    ASSERT_TREE(part, "  field title \"Whole\"\n", "  part\n    heading \"A\" level=1 \"First\"\n");
}
END_TEST

START_TEST(addresses_come_without_references)
{
    const char *tree = tree_of(
        "a.xml", AKN("<mainBody><p>See <a href='https://un.org/?j=N1&amp;t=doc&#38;l=&quot;'>this"
                     "</a>.</p></mainBody>"));
    ASSERT_TREE(tree, "link <https://un.org/?j=N1&t=doc&l=\"> \"this\"");
}
END_TEST

/* "3." behind the items 1. and 2. is no paragraph; nor is "No. 1", that nobody knows as a label. */
START_TEST(what_stands_in_a_list_is_an_item)
{
    const char *tree = tree_of(
        "a.xml", AKN("<mainBody>" PARAGRAPH("1.", "One.") PARAGRAPH(
                     "2.", "Two.") "<paragraph><num>3.</num><list><intro><p>\tAsks:</p></"
                                   "intro>" POINT("(a)", "this:") "<sublist>" POINT(
                                       "1.", "x;") POINT("2.", "y;") POINT("3.", "z;")
                                       POINT("4.", "u;") "</sublist>" POINT(
                                           "(b)", "that:") "<sublist>" POINT("No. 1", "v;")
                                           POINT("No. 2", "w.") "</sublist></list></"
                                                                "paragraph>" PARAGRAPH(
                                                                    "4.", "Four.") "</mainBody>"));
    ASSERT_TREE(tree, "  operative \"3.\"", "      item \"2.\" \"y;\"", "      item \"3.\" \"z;\"",
                "      item \"4.\" \"u;\"", "    item \"(b)\"", "      item \"No. 1\" \"v;\"",
                "      item \"No. 2\" \"w.\"", "  operative \"4.\" \"Four.\"");
}
END_TEST

START_TEST(unknown_elements_keep_their_text)
{
    const char *tree = tree_of("a.xml", AKN("<mainBody><p>one <thing>two</thing></p></mainBody>"));
    ASSERT_TREE(tree, "  paragraph \"one two\"\n");
    ASSERT_SAID("warning: <thing> is not known here, its text is kept [xml-unknown]");
}
END_TEST

START_TEST(line_ends_between_elements_are_no_spaces)
{
    const char *tree = tree_of("a.xml", AKN("<mainBody><p>\n  <span class='bold'>Word</span>\n  "
                                            "<authorialNote marker='1'>\n<p> x</p></authorialNote>"
                                            "\n</p><p><span class='italic'>a</span>\n  <a "
                                            "href='https://un.org/'>b</a></p></mainBody>"));
    ASSERT_TREE(tree, "\"Word\"\n    note \"1\" number=1\n      paragraph \"x\"\n",
                "\"a\"\n    text \" \"\n    link <https://un.org/> \"b\"\n");
}
END_TEST

START_TEST(messages_point_at_the_place)
{
    read_text("a.xml", "<akomaNtoso>\n  <statement a='x'>\n    <p>äö<q/></r></p>");
    ASSERT_SAID("a.xml:3:14: error: this is not well-formed XML");
}
END_TEST

/* --- Markdown ------------------------------------------------------------------------ */

#define MD                                                                                         \
    "## Seventy-sixth session\n\n## Agenda item 95\n\n## Peace\n\n76/19. Peace\n\n"                \
    "*The General Assembly*,\n\n*Recalling* the Charter of the United Nations,\n\n"

START_TEST(markdown_lists_are_read)
{
    const char *tree = tree_of("a.md", MD "1. *Asks*:\n\n- (a) one:\n   - (i) x;\n- (b) two;\n\n"
                                          "2. *Ends* it;\n\n   going on.\n");
    ASSERT_TREE(tree, "  operative \"1.\"\n", "  list level=1\n    item \"(a)\"",
                "    list level=2\n      item \"(i)\"", "\n    item \"(b)\"",
                "\n  operative \"2.\"\n", "  paragraph \"going on.\"\n");
}
END_TEST

START_TEST(notes_are_found_wherever_they_stand)
{
    const char *tree = tree_of("a.md", MD "1. *Asks*<sup>2</sup> all of the States;[^x]\n\n"
                                          "<sup>1</sup> Never.\n<sup>2</sup> A/76/135.\n\n"
                                          "2. *Ends*.<sup>9</sup>\n\n[^x]: Body *of* it.\n");
    ASSERT_TREE(tree, "    note \"1\" number=1\n", "<https://undocs.org/en/A/76/135>",
                "    note \"2\" number=2\n", "        text \"Body \"\n", "span superior \"9\"\n");
    ASSERT_SAID("a.md:15:1: warning: the footnote 1 is never called");
    ASSERT_SAID("warning: the footnote 9 has no body");
    ck_assert_ptr_null(strstr(tree, "Never"));
}
END_TEST

START_TEST(the_closing_is_known_by_its_words)
{
    const char *tree =
        tree_of("a.md", MD "1. *Asks*.\n\n6 December 2021  \n45th plenary meeting\n\n## Annex\n\n"
                           "Text of the annex\n");
    ASSERT_TREE(tree, "  closing\n    field meeting \"45th plenary meeting\"\n",
                "    field adopted 2021-12-06 \"6 December 2021\"\n",
                "  annex\n    heading level=1 \"Annex\"\n    paragraph \"Text of the annex\"\n");
}
END_TEST

START_TEST(the_only_operative_paragraph_has_no_number)
{
    const char *tree = tree_of("a.md", MD "*Decides* to do all of that.\n");
    ASSERT_TREE(tree, "  preambular\n", "  paragraph\n    span italic lead \"Decides\"\n");
}
END_TEST

START_TEST(leads_look_as_the_language_has_them)
{
    const char *tree = tree_of("a.md", MD "1. **Asks** all of them;\n\n2. Decides to go.\n");
    ASSERT_TREE(tree, "    span italic lead \"Asks\"\n", "    span italic lead \"Decides\"\n");
    ASSERT_SAID("a.md:15:4: style: the lead phrase “Decides” is not marked");
}
END_TEST

START_TEST(front_matter_fills_the_masthead)
{
    const char *tree = tree_of("a.md", "---\nlanguage: fr\nsymbol: A/RES/76/19\ndistribution: "
                                       "general\nissued: 2021-12-08\njob: 21-18253\noriginal: en\n"
                                       "organ: ga\n---\n76/19. Titre\n\nTexte du document.\n");
    ASSERT_TREE(tree, "doc fr resolution general-assembly\n", "  field symbol \"A/RES/76/19\"\n",
                "  field organ \"Assemblée générale\"\n",
                "  field distribution \"Distr. générale\"\n",
                "  field issued 2021-12-08 \"8 décembre 2021\"\n", "  field original \"",
                "  field job \"21-18253\"\n");
    ck_assert_int_eq(diag_count(diag, DIAG_WARNING), 0);
}
END_TEST

START_TEST(what_has_no_place_is_said)
{
    const char *tree = tree_of("a.md", MD "> A quotation.\n\n`code` of the ![picture](a.png)\n\n"
                                          "<div>block <b>of</b> it</div>\n\n1. Asks.\n");
    ASSERT_TREE(tree, "A quotation.", "code of the picture", "block of it");
    ASSERT_SAID("a quotation has no place in a document, its text is kept [markdown-lost]");
    ASSERT_SAID("code has no place");
    ASSERT_SAID("a picture has no place");
    ASSERT_SAID("HTML has no place");
}
END_TEST

/* --- bad input ----------------------------------------------------------------------- */

static void assert_refused(const char *name, const char *text, const char *said)
{
    ck_assert_ptr_null(read_text(name, text));
    ck_assert_int_eq(diag_count(diag, DIAG_ERROR), 1);
    ASSERT_SAID(said);
}

START_TEST(bad_input_is_one_clear_error)
{
    static const struct {
        const char *name, *text, *said;
    } inputs[] = {
        {"a", "\xFF\xFE<\n", "a:1:1: error: byte 0xFF is not UTF-8 here"},
        {"a", "text\001", "a:1:5: error: byte 0x01 is of no text"},
        {"a", " \n \t\r\n", "a:1:1: error: holds nothing but white space"},
        {"a", "{\"type\": 1}", "a:1:1: error: this JSON is no document"},
        {"a", "<html><body/></html>", "a:1:1: error: <html> is no Akoma Ntoso document"},
        {"a", "<akomaNtoso/>", "a:1:1: error: <akomaNtoso> is no Akoma Ntoso document"},
        {"a", "<akomaNtoso><statement>", "a:1:24: error: this is not well-formed XML"},
        {"a", "<p>x</p>y", "a:1:9: error: this is not well-formed XML"},
        {"a", "<a b=\"<\"/>", "error: this is not well-formed XML"},
        {"a", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
         "a:1:1: error: a document type is never read"},
        {"a", "<!-- <!DOCTYPE x> --><!DOCTYPE a SYSTEM 'http://x/'><a/>",
         "a:1:22: error: a document type is never read"},
        {"a", "<a>&nbsp;</a>", "a:1:4: error: the entity &nbsp; is not known here"},
        {"a", "<akomaNtoso><statement><mainBody/></statement></akomaNtoso>",
         "error: the language is not given in FRBRlanguage"},
        {"a", "76/19. Lorem ipsum\n\ndolor sit\n", "a:1:1: error: the language is not given"},
        {"a", "---\nlanguage: en\n",
         "a:1:1: error: the front matter that begins here does not end"},
        {"a", "---\ncolour: red\n---\nThe end of the beginning, and of the rest\n",
         "a:2:1: error: `colour` is no key of the front matter"},
        {"a", "---\nlanguage: xx\n---\n", "a:2:11: error: `language` is “xx”"},
        {"a", "---\nlanguage: en\nissued: 2021-13-01\n---\nx\n", "a:3:9: error: `issued` is"},
        {"a", "---\nlanguage: en\n---\nWords only.\n", "error: no line before this gives number"},
        {"a", "---\nlanguage: en\n---\n76/19. Title\n", "error: nothing follows the title"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(inputs); i++) {
        diag = diag_new(arena);
        assert_refused(inputs[i].name, inputs[i].text, inputs[i].said);
    }
}
END_TEST

static const char *repeated(const char *front, const char *what, int times, const char *back)
{
    GString *out = g_string_new(front);
    for (int i = 0; i < times; i++)
        g_string_append(out, what);
    g_string_append(out, back);
    const char *text = arena_strdup(arena, out->str);
    g_string_free(out, TRUE);
    return text;
}

START_TEST(depth_has_a_limit)
{
    assert_refused("a", repeated("", "<p>", 5000, ""), "[too-deep]");
    diag = diag_new(arena);
    assert_refused("a", repeated(MD, "> ", 5000, "x\n"), "[too-deep]");
}
END_TEST

/* --- all ----------------------------------------------------------------------------- */

static void add_akn_tests(TCase *tests)
{
    tcase_add_test(tests, nested_lists_are_read);
    tcase_add_test(tests, flat_lists_with_numbers_are_read);
    tcase_add_test(tests, lists_typed_in_the_text_are_read);
    tcase_add_test(tests, nesting_gone_wrong_is_mended);
    tcase_add_test(tests, the_letter_i_is_told_from_the_numeral);
    tcase_add_test(tests, text_goes_on_after_a_list);
    tcase_add_test(tests, sections_have_their_number_as_label);
    tcase_add_test(tests, a_lead_behind_a_label_needs_no_space);
    tcase_add_test(tests, tables_keep_their_text);
    tcase_add_test(tests, annexes_and_parts_are_containers);
    tcase_add_test(tests, unknown_elements_keep_their_text);
    tcase_add_test(tests, addresses_come_without_references);
    tcase_add_test(tests, what_stands_in_a_list_is_an_item);
    tcase_add_test(tests, line_ends_between_elements_are_no_spaces);
    tcase_add_test(tests, messages_point_at_the_place);
}

static void add_markdown_tests(TCase *tests)
{
    tcase_add_test(tests, markdown_lists_are_read);
    tcase_add_test(tests, notes_are_found_wherever_they_stand);
    tcase_add_test(tests, the_closing_is_known_by_its_words);
    tcase_add_test(tests, the_only_operative_paragraph_has_no_number);
    tcase_add_test(tests, leads_look_as_the_language_has_them);
    tcase_add_test(tests, front_matter_fills_the_masthead);
    tcase_add_test(tests, what_has_no_place_is_said);
}

int main(void)
{
    Suite *suite = suite_create("read");
    TCase *bad = add_case(suite, "bad input");
    tcase_add_test(bad, bad_input_is_one_clear_error);
    tcase_add_test(bad, depth_has_a_limit);
    add_akn_tests(add_case(suite, "AKN4UN"));
    add_markdown_tests(add_case(suite, "Markdown"));
    return suite_run(suite);
}
