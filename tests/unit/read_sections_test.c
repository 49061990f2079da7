/* read: what only shows when all blocks stand: mastheads by kind, titles that nothing marks,
 * sections, preambles, annexes, as published files of all languages have them. */
#include <check.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "read/read.h"
#include "reading.h"

static const struct node *read_text(const char *text)
{
    const struct node *doc =
        read_document(arena, source_over(arena, "a.xml", text, strlen(text)), NULL, diag);
    ck_assert_msg(doc != NULL, "%s", diag_text(diag));
    return doc;
}

/* All the lines stand in the tree, one after the other, whatever their depth. */
static void assert_lines(const char *text, const char *const *lines)
{
    const char *tree = doc_print(arena, read_text(text)), *rest = tree;
    for (; *lines; lines++) {
        const char *found = strstr(rest, *lines);
        ck_assert_msg(found != NULL, "no line '%s' behind the others in\n%s", *lines, tree);
        rest = found + strlen(*lines);
    }
}

#define ASSERT_TREE(text, ...) assert_lines(text, (const char *const[]){__VA_ARGS__, NULL})

#define AKN(kind, language, parts)                                                                 \
    "<akomaNtoso><statement name='" kind "'><meta><FRBRlanguage language='" language               \
    "'/></meta>" parts "</statement></akomaNtoso>"
#define BODY(language, blocks) AKN("resolution", language, "<mainBody>" blocks "</mainBody>")
#define ANNEX(language, blocks)                                                                    \
    AKN("resolution", language,                                                                    \
        "<mainBody>" P("\tDecides.") "</mainBody><attachments><attachment><doc name='annex'>"      \
                                     "<mainBody>" blocks "</mainBody></doc></attachment>"          \
                                     "</attachments>")
#define P(words) "<paragraph><content><p xml:space='preserve'>" words "</p></content></paragraph>"
#define N(label, words)                                                                            \
    "<paragraph><num>" label "</num><content><p>\t" words "</p></content></paragraph>"

/* --- mastheads ----------------------------------------------------------------------- */

START_TEST(decisions_have_their_type_and_committee)
{
    ASSERT_TREE(AKN("decision", "eng",
                    "<coverPage><p><docType>Decision</docType></p>"
                    "<p><docProponent>Second Committee</docProponent></p>"
                    "<p><inline name='agenda item'>Agenda item 9</inline></p>"
                    "<p><inline name='decision type'>Other decisions</inline></p></coverPage>"
                    "<mainBody>" P("\tAt its first meeting, the Assembly decided.") "</mainBody>"),
                "doc en decision", "field item \"Agenda item 9\"",
                "field committee \"Second Committee\"", "field type \"Decision\"",
                "field type \"Other decisions\"");
}
END_TEST

START_TEST(drafts_have_sponsors)
{
    ASSERT_TREE(AKN("draftResolution", "eng",
                    "<preface><p><docTitle refersTo='sponsors'>\t\tPeru and Chad: draft resolution"
                    "</docTitle></p></preface><mainBody>" P("\tAsks.") "</mainBody>"),
                "doc en draft", "field sponsors \"Peru and Chad: draft resolution\"");
}
END_TEST

START_TEST(a_dash_of_the_title_is_the_numbers)
{
    ASSERT_TREE(AKN("resolution", "ara",
                    "<preface><p><docNumber>99/1</docNumber><docTitle refersTo='#resolutionTitle'>"
                    "– \t\tعنوان</docTitle></p></preface><mainBody>" P("\tAsks.") "</mainBody>"),
                "field number \"99/1 –\"", "field title \"عنوان\"");
    ASSERT_TREE(AKN("resolution", "ara",
                    "<preface><p><docNumber>99/1</docNumber><docTitle refersTo='#resolutionTitle'>"
                    "-\tعنوان</docTitle></p></preface><mainBody>" P("\tAsks.") "</mainBody>"),
                "field number \"99/1 -\"", "field title \"عنوان\"");
}
END_TEST

static const char *masthead(const char *kind, const char *symbol, const char *more)
{
    return arena_printf(
        arena,
        "<akomaNtoso><statement name='%s'><meta><FRBRlanguage language='eng'/>"
        "</meta><coverPage><p><docNumber refersTo='#symbol'>%s</docNumber></p>%s"
        "</coverPage><mainBody>" P("\tAsks.") "</mainBody></statement></akomaNtoso>",
        kind, symbol, more);
}

/* In some files the element is there and holds nothing. */
START_TEST(the_council_calls_its_resolutions_by_number)
{
    ASSERT_TREE(masthead("resolution", "S/RES/3999 (2044)",
                         "<p><docTitle refersTo='#resolutionNumber'></docTitle></p>"),
                "field organ \"Security Council\"", "field title \"Resolution 3999 (2044)\"");
}
END_TEST

START_TEST(drafts_are_of_limited_distribution)
{
    ASSERT_TREE(masthead("draftResolution", "A/C.3/99/L.7",
                         "<p><inline name='original' refersTo='#original'>Original: French</inline>"
                         "</p>"),
                "field distribution \"Distr.: Limited\"", "field original \"Original: French\"");
}
END_TEST

START_TEST(other_councils_have_mastheads_too)
{
    ASSERT_TREE(masthead("resolution", "E/RES/2044/9",
                         "<p><docAuthority refersTo='#issuingBody'>Economic and Social Council"
                         "</docAuthority></p><p><session>2044 session</session></p><p><inline "
                         "name='agenda item'>Agenda item 12</inline></p>"),
                "resolution economic-and-social-council",
                "field organ \"Economic and Social Council\"", "field session \"2044 session\"",
                "field item \"Agenda item 12\"");
    ASSERT_TREE(masthead("resolution", "A/HRC/RES/99/4", ""), "resolution human-rights-council",
                "field organ \"Human Rights Council\"");
}
END_TEST

START_TEST(a_vote_may_be_marked_as_such)
{
    ASSERT_TREE(AKN("resolution", "eng",
                    "<mainBody>" P("\tAsks.") "</mainBody><conclusions><p><docStatus "
                                              "refersTo='#vote'>Adopted by mail</docStatus></p>"
                                              "</conclusions>"),
                "closing", "field vote \"Adopted by mail\"");
}
END_TEST

START_TEST(words_run_into_a_date_are_parted)
{
    ASSERT_TREE(AKN("resolution", "eng",
                    "<coverPage><p><docTitle refersTo='#resolutionNumber'>Resolution 1</docTitle>"
                    "</p><p><docTitle refersTo='#adoption'>Adopted at its"
                    "<inline name='adoptionMeeting'>4th meeting</inline>, on"
                    "<docDate date='2000-10-31'>31 October 2000</docDate></docTitle></p>"
                    "</coverPage><mainBody>" P("\tAsks.") "</mainBody>"),
                "field adoption \"Adopted at its 4th meeting, on 31 October 2000\"",
                "field title \"Resolution 1\"");
}
END_TEST

#define VOTING(outcome, steps)                                                                     \
    "<akomaNtoso><statement name='resolution'><meta><FRBRlanguage language='eng'/>"                \
    "<workflow>" steps "</workflow><analysis><voting outcome='" outcome "'>"                       \
    "<count value='02' refersTo='#inFavour'><voters><organization>CHAD</organization>"             \
    "<organization>PERU</organization></voters></count><count value='x' refersTo='against'/>"      \
    "</voting></analysis></meta><mainBody>" P("\tAsks.") "</mainBody></statement></akomaNtoso>"

START_TEST(votes_are_read)
{
    const struct vote *vote = read_text(VOTING("adoptedRecordedVote", ""))->as.doc.vote;
    ck_assert_ptr_nonnull(vote);
    ck_assert_int_eq(vote->outcome, VOTE_RECORDED);
    ck_assert_int_eq(vote->count[VOTE_FAVOUR], 2);
    ck_assert_int_eq(vote->count[VOTE_AGAINST], -1);
    ck_assert_int_eq(vote->count[VOTE_ABSTAINING], -1);
    ck_assert_str_eq(vote->voters[VOTE_FAVOUR][1], "PERU");
    ck_assert_ptr_null(vote->voters[VOTE_FAVOUR][2]);
    ck_assert_ptr_null(vote->voters[VOTE_AGAINST]);
    vote = read_text(VOTING("", "<step outcome='notAdopted'/>"))->as.doc.vote;
    ck_assert_int_eq(vote->outcome, VOTE_REJECTED);
}
END_TEST

/* --- closings ------------------------------------------------------------------------ */

START_TEST(a_closing_is_known_by_its_words)
{
    ASSERT_TREE(AKN("resolution", "eng",
                    "<mainBody>" P("\tDecides.") "</mainBody><conclusions><p>42nd plenary meeting"
                                                 "<eol/></p><p>8 October 2021</p><p>[Adopted "
                                                 "without a vote.]</p></conclusions>"),
                "  closing\n", "    field meeting \"42nd plenary meeting\"",
                "    field adopted 2021-10-08 \"8 October 2021\"",
                "    field vote \"[Adopted without a vote.]\"");
}
END_TEST

START_TEST(a_closing_may_be_left_in_the_body)
{
    ASSERT_TREE(AKN("resolution", "spa",
                    "<mainBody>" P("\tAprueba.")
                        P("<span class='italic'>Primera sesión plenaria"
                          "</span>") "</mainBody><conclusions><p>"
                                     "<docDate date='2021-06-02'>2 de junio de "
                                     "2021</docDate></p></conclusions>"),
                "  paragraph",
                "  closing\n    field meeting \"Primera sesión plenaria\"\n"
                "    field adopted 2021-06-02 \"2 de junio de 2021\"");
    ASSERT_TREE(AKN("resolution", "zho",
                    "<mainBody>" P("\t通过。") P("第1次全体会议") P("2021年6月2日") "</mainBody>"),
                "  closing\n    field adopted 2021-06-02 \"2021年6月2日\"\n"
                "    field meeting \"第1次全体会议\"");
}
END_TEST

/* --- titles and sections ------------------------------------------------------------- */

START_TEST(a_number_and_its_title_are_one_heading)
{
    ASSERT_TREE(BODY("zho", P("一") P("导言") N("1.", "请秘书长提出报告。")),
                "heading \"一\" level=1 \"导言\"", "operative \"1.\"");
    ASSERT_TREE(BODY("ara", P("\t\tخامس وعشرون") P("\t\tمقدمة") N("1 -", "تطلب ذلك.")),
                "heading \"خامس وعشرون\" level=1 \"مقدمة\"", "operative \"1 -\"");
    ASSERT_TREE(BODY("eng",
                     "<paragraph><subheading>\t\tI </subheading></paragraph>"
                     "<paragraph><subheading>\t\tIn brief</subheading></paragraph>" P("\tX.")),
                "heading \"I\" level=1 \"In brief\"");
}
END_TEST

START_TEST(a_title_may_be_marked_by_nothing)
{
    ASSERT_TREE(BODY("eng", P("Side matters") N("1.", "Asks;") P("Other matters") N("2.", "Ends.")),
                "heading level=2 \"Side matters\"", "heading level=2 \"Other matters\"");
}
END_TEST

START_TEST(lists_of_names_are_no_titles)
{
    ASSERT_TREE(BODY("eng", N("1.", "Invites:") P("The House") P("The Garden") P("The Gate")
                                N("2.", "Ends.")),
                "paragraph \"The House\"", "paragraph \"The Garden\"", "paragraph \"The Gate\"");
}
END_TEST

START_TEST(sentences_are_no_titles)
{
    ASSERT_TREE(AKN("presidentialStatement", "eng",
                    "<mainBody>" P("\t\t“The Council notes the matter.")
                        P("\t\t“The Council remains seized of it.”") "</mainBody>"),
                "doc en statement", "paragraph \"“The Council notes",
                "paragraph \"“The Council remains");
}
END_TEST

START_TEST(stars_and_rules_are_separators)
{
    ASSERT_TREE(
        BODY("eng", N("1.", "Asks;") P("\t* * *") N("2.", "Asks;") P("________") N("3.", "Ends.")),
        "separator \"* * *\"", "separator \"________\"");
}
END_TEST

/* --- preambles ----------------------------------------------------------------------- */

#define PREAMBLE(words) "<container><p>\t" words "</p></container>"

START_TEST(a_preamble_goes_on_in_the_body)
{
    ASSERT_TREE(AKN("resolution", "eng",
                    "<preamble>" PREAMBLE("Given one,") "</preamble><mainBody>" P("\tGiven two,")
                        N("1.", "Asks.") "</mainBody>"),
                "preambular \"Given one,\"", "preambular \"Given two,\"", "operative \"1.\"");
}
END_TEST

START_TEST(what_ends_with_a_stop_is_no_preamble)
{
    ASSERT_TREE(AKN("resolution", "eng",
                    "<preamble>" PREAMBLE("Given one,") PREAMBLE("Decides so.") "</preamble>"),
                "preambular \"Given one,\"", "paragraph \"Decides so.\"");
    ASSERT_TREE(AKN("resolution", "zho",
                    "<preamble>" PREAMBLE("决定：") "</preamble><mainBody>" N(
                        "1.", "核准。") "</mainBody>"),
                "paragraph \"决定：\"", "operative \"1.\"");
}
END_TEST

START_TEST(a_title_in_a_preamble_is_a_heading)
{
    ASSERT_TREE(
        AKN("resolution", "zho",
            "<preamble>" PREAMBLE("有一，") "<container><p>社会方面</p></container>" PREAMBLE(
                "有二，") "</preamble>"),
        "preambular \"有一，\"", "heading level=2 \"社会方面\"", "preambular \"有二，\"");
}
END_TEST

/* --- numbers ------------------------------------------------------------------------- */

START_TEST(numbers_within_a_number_are_a_list)
{
    ASSERT_TREE(BODY("eng", N("1.", "Asks;") N("2.", "Has these ends:") N("1.", "one;")
                                N("2.", "two;") N("3.", "three.") N("3.", "Ends.")),
                "  operative \"1.\"", "  operative \"2.\"", "    item \"1.\"", "    item \"2.\"",
                "    item \"3.\" \"three.\"", "  operative \"3.\" \"Ends.\"");
}
END_TEST

START_TEST(decimals_are_lists_within_their_number)
{
    ASSERT_TREE(BODY("eng", N("1.", "Measures.") N("1.1.", "On banks.") N("1.1.", "1. Transfers.")
                                N("1.1.2.", "Cards.") N("1.2.", "On oil.") N("2.", "Effects.")),
                "  operative \"1.\"", "  list level=1\n    item \"1.1.\" \"On banks.\"",
                "    list level=2\n      item \"1.1.1.\" \"Transfers.\"\n      item \"1.1.2.\"",
                "\n    item \"1.2.\"", "\n  operative \"2.\"");
    ASSERT_TREE(BODY("eng", N("1.1", "First regulation.") N("1.2", "Second regulation.")),
                "  operative \"1.1\"", "  operative \"1.2\"");
}
END_TEST

START_TEST(a_letter_may_look_like_a_number)
{
    ASSERT_TREE(BODY("eng", N("H.", "Hours") N("1.", "Asks.") N("I.", "Intervals") N("2.", "Asks.")
                                N("J.", "Journeys") N("3.", "Asks.")),
                "heading \"H.\" level=2", "heading \"I.\" level=2", "heading \"J.\" level=2");
    ASSERT_TREE(BODY("eng", N("I.", "Introduction") N("1.", "Asks.") N("II.", "Intervals")),
                "heading \"I.\" level=1", "heading \"II.\" level=1");
}
END_TEST

START_TEST(an_empty_number_takes_the_next_text)
{
    ASSERT_TREE(BODY("fra", "<paragraph><num>1.</num><content><p/></content></paragraph>" P(
                                "Les États sont priés.") N("2.", "Fin.")),
                "operative \"1.\" \"Les États sont priés.\"", "operative \"2.\"");
}
END_TEST

START_TEST(chinese_numbers_need_no_tab)
{
    ASSERT_TREE(BODY("zho", P("一、各国应当遵守。") P("二、各国可以保留。")),
                "operative \"一、\" \"各国应当遵守。\"", "operative \"二、\" \"各国可以保留。\"");
}
END_TEST

START_TEST(the_first_word_of_a_name_is_no_label)
{
    ASSERT_TREE(BODY("eng", N("Y.A.S.", "Company.") N("1 bis.", "Ends.")),
                "paragraph \"Y.A.S. Company.\"", "operative \"1 bis.\" \"Ends.\"");
}
END_TEST

START_TEST(parentheses_of_calls_are_the_styles)
{
    ASSERT_TREE(BODY("ara", "<paragraph><num>1 -</num><content><p>\tنص<sup>(</sup>"
                            "<authorialNote marker='1'><p>\t()\tحاشية.</p></authorialNote>"
                            "<sup>) </sup>وآخر<sup>)</sup><authorialNote marker='2'><p>ثانية.</p>"
                            "</authorialNote><sup>)</sup>.</p></content></paragraph>"),
                "text \"نص\"\n", "note \"1\"", "paragraph \"حاشية.\"", "text \" وآخر\"\n",
                "note \"2\"", "text \".\"");
}
END_TEST

/* Only an empty pair is of the call. */
START_TEST(parentheses_of_a_note_are_its_own)
{
    ASSERT_TREE(BODY("ara", "<paragraph><num>1 -</num><content><p>\tنص<authorialNote marker='1'><p>"
                            "\t((القرار 5)).</p></authorialNote> ثان<authorialNote marker='2'><p>\t"
                            ")( انظر.</p></authorialNote>.</p></content></paragraph>"),
                "paragraph \"((القرار 5)).\"", "paragraph \"انظر.\"");
}
END_TEST

/* --- annexes ------------------------------------------------------------------------- */

START_TEST(annexes_are_parted_in_every_language)
{
    ASSERT_TREE(ANNEX("zho", P("附件一") P("议程") N("1.", "开幕。") P("附件二") P("工作安排")
                                 N("1.", "闭幕。")),
                "  annex\n    heading level=1 \"附件一\"\n    heading level=1 \"议程\"\n",
                "  annex\n    heading level=1 \"附件二\"\n    heading level=1 \"工作安排\"\n");
    ASSERT_TREE(ANNEX("ara", P("\t\tالمرفق الأول") P("\t\tجدول الأعمال") N("1 -", "افتتاح.")
                                 P("\t\tالمرفق الثاني") P("\t\tالتنظيم") N("1 -", "اختتام.")),
                "  annex\n    heading level=1 \"المرفق الأول\"",
                "  annex\n    heading level=1 \"المرفق الثاني\"");
    ASSERT_TREE(ANNEX("rus", P("\t\tПриложение I") N("1.", "Открытие.") P("\t\tПриложение II")
                                 N("1.", "Закрытие.")),
                "  annex\n    heading level=1 \"Приложение I\"",
                "  annex\n    heading level=1 \"Приложение II\"");
    ASSERT_TREE(ANNEX("eng", P("\t\tAnnex A – Things") N("1.", "Doors.") P("\t\tAnnex B: Others")
                                 N("1.", "Windows.")),
                "  annex\n    heading level=1 \"Annex A – Things\"",
                "  annex\n    heading level=1 \"Annex B: Others\"");
}
END_TEST

/* Only as a heading: a paragraph mentions it. */
START_TEST(an_annex_may_be_called_by_its_title)
{
    ASSERT_TREE(
        ANNEX("zho",
              "<paragraph class='H23'><content><p>附件</p></content></paragraph>" P(
                  "\t正文载于图书公约附件一") "<paragraph "
                                              "class='H23'><content><p><subheading>图书公约附件一"
                                              "</subheading></p></content></paragraph>" P(
                                                  "\t附件正文。")),
        "  annex\n", "heading level=1 \"附件\"", "paragraph \"正文载于图书公约附件一\"",
        "  annex\n    heading level=1 \"图书公约附件一\"\n    paragraph \"附件正文。\"");
}
END_TEST

START_TEST(an_annex_may_begin_in_the_body)
{
    ASSERT_TREE(
        AKN("resolution", "fra",
            "<mainBody>" N("1.", "Adopte.") P("\t\tAnnexe") P("\t\tTitre")
                P("\tTexte.") "</mainBody><conclusions><p><inline name='adoptionMeeting'>1re séance"
                              "</inline></p></conclusions>"),
        "  closing\n", "  annex\n    heading level=1 \"Annexe\"\n    heading level=1 \"Titre\"",
        "    paragraph \"Texte.\"");
}
END_TEST

START_TEST(mention_of_an_annex_begins_none)
{
    ASSERT_TREE(ANNEX("eng", P("\t\tAnnex") P("\t\tTitle") P("\tText.") P("Annexes to the text")
                                 P("\tMore.")),
                "  annex\n",
                "    heading level=2 \"Annexes to the text\"\n    paragraph \"More.\"");
}
END_TEST

START_TEST(an_annex_of_an_annex_stands_behind_it)
{
    ASSERT_TREE(AKN("resolution", "eng",
                    "<mainBody>" P("\tDecides.") "</"
                                                 "mainBody><attachments><attachment><doc><"
                                                 "mainBody>" P("\tOuter.") "</"
                                                                           "mainBody><attachments><"
                                                                           "attachment><doc><"
                                                                           "mainBody>" P(
                                                                               "\tInner.") "</"
                                                                                           "mainBod"
                                                                                           "y></"
                                                                                           "doc></"
                                                                                           "attachm"
                                                                                           "ent></"
                                                                                           "attachm"
                                                                                           "ents></"
                                                                                           "doc></"
                                                                                           "attachm"
                                                                                           "ent>"
                                                                                           "</"
                                                                                           "attachm"
                                                                                           "ents>"),
                "  annex\n    paragraph \"Outer.\"\n  annex\n    paragraph \"Inner.\"");
}
END_TEST

/* --- suite --------------------------------------------------------------------------- */

static void add_section_tests(TCase *tests)
{
    tcase_add_test(tests, a_number_and_its_title_are_one_heading);
    tcase_add_test(tests, a_title_may_be_marked_by_nothing);
    tcase_add_test(tests, lists_of_names_are_no_titles);
    tcase_add_test(tests, sentences_are_no_titles);
    tcase_add_test(tests, stars_and_rules_are_separators);
    tcase_add_test(tests, a_preamble_goes_on_in_the_body);
    tcase_add_test(tests, what_ends_with_a_stop_is_no_preamble);
    tcase_add_test(tests, a_title_in_a_preamble_is_a_heading);
    tcase_add_test(tests, numbers_within_a_number_are_a_list);
    tcase_add_test(tests, decimals_are_lists_within_their_number);
    tcase_add_test(tests, a_letter_may_look_like_a_number);
    tcase_add_test(tests, an_empty_number_takes_the_next_text);
    tcase_add_test(tests, chinese_numbers_need_no_tab);
    tcase_add_test(tests, parentheses_of_calls_are_the_styles);
    tcase_add_test(tests, the_first_word_of_a_name_is_no_label);
}

int main(void)
{
    Suite *suite = suite_create("read: sections");
    TCase *heads = add_case(suite, "mastheads and closings"), *annexes = add_case(suite, "annexes");
    tcase_add_test(heads, decisions_have_their_type_and_committee);
    tcase_add_test(heads, drafts_have_sponsors);
    tcase_add_test(heads, a_dash_of_the_title_is_the_numbers);
    tcase_add_test(heads, words_run_into_a_date_are_parted);
    tcase_add_test(heads, the_council_calls_its_resolutions_by_number);
    tcase_add_test(heads, drafts_are_of_limited_distribution);
    tcase_add_test(heads, other_councils_have_mastheads_too);
    tcase_add_test(heads, a_vote_may_be_marked_as_such);
    tcase_add_test(heads, parentheses_of_a_note_are_its_own);
    tcase_add_test(heads, votes_are_read);
    tcase_add_test(heads, a_closing_is_known_by_its_words);
    tcase_add_test(heads, a_closing_may_be_left_in_the_body);
    add_section_tests(add_case(suite, "sections"));
    tcase_add_test(annexes, annexes_are_parted_in_every_language);
    tcase_add_test(annexes, an_annex_may_be_called_by_its_title);
    tcase_add_test(annexes, an_annex_may_begin_in_the_body);
    tcase_add_test(annexes, mention_of_an_annex_begins_none);
    tcase_add_test(annexes, an_annex_of_an_annex_stands_behind_it);
    return suite_run(suite);
}
