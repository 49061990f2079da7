/* read: tables as AKN4UN has them (formats.md 2.10): what comes of their attributes, and of those
 * that make no sense. */
#include <check.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "read/read.h"
#include "reading.h"

/* The tree of the tables of a body, from the first one on. */
static const char *tree_of(const char *body)
{
    const char *text = arena_printf(
        arena,
        "<akomaNtoso xmlns:u='u'><statement name='resolution'><meta><FRBRlanguage language='eng'/>"
        "</meta><coverPage><p><docNumber refersTo='#symbol'>A/RES/76/19</docNumber></p></coverPage>"
        "<mainBody>%s</mainBody></statement></akomaNtoso>",
        body);
    const struct node *doc =
        read_document(arena, source_over(arena, "a.xml", text, strlen(text)), NULL, diag);
    ck_assert_msg(doc != NULL, "%s", diag_text(diag));
    const char *tree = strstr(doc_print(arena, doc), "  table");
    return tree ? tree : "";
}

#define SINGLE(size) "{&quot;Style&quot;:&quot;single&quot;,&quot;Size&quot;:" #size "}"
#define NIL "{&quot;Style&quot;:&quot;nil&quot;,&quot;Size&quot;:null}"
#define BORDERS(pairs) " u:data-borders-info='{" pairs "}'"
#define TOP "&quot;Top&quot;:"
#define BOTTOM "&quot;Bottom&quot;:"
#define LEFT "&quot;Left&quot;:"
#define RIGHT "&quot;Right&quot;:"
#define INNER "&quot;InsideHorizontal&quot;:"

START_TEST(widths_are_twentieths_or_parts)
{
    const char *tree =
        tree_of("<table><tr><td u:data-width-type='2000-dxa'><p>a</p></td>"
                "<td u:data-width-type='2500-pct'><p>b</p></td><td u:data-width-type='0-auto'>"
                "<p>c</p></td></tr></table>");
    ck_assert_msg(g_str_has_prefix(tree, "  table columns=100.0,183.0,-\n"), "%s", tree);
}
END_TEST

START_TEST(a_spanning_cell_speaks_for_silent_columns)
{
    const char *tree = tree_of("<table><tr><td colspan='2' u:data-width-type='4000-dxa'/><td/></tr>"
                               "<tr><td u:data-width-type='1000-dxa'><p>a</p></td><td><p>b</p></td>"
                               "<td><p>c</p></td></tr></table>");
    ck_assert_msg(g_str_has_prefix(tree, "  table columns=50.0,150.0,-\n"), "%s", tree);
}
END_TEST

START_TEST(edges_are_the_cells_or_the_tables)
{
    const char *tree =
        tree_of("<table" BORDERS(TOP SINGLE(4) "," BOTTOM SINGLE(8) "," LEFT "null," INNER SINGLE(
            2)) ">"
                "<tr><td" BORDERS(
                    TOP SINGLE(12) "," BOTTOM NIL) "><p>a</p></td></tr>"
                                                   "<tr><td" BORDERS(RIGHT SINGLE(
                                                       4)) "><p>b</p></td></tr></table>");
    ck_assert_str_eq(tree, "  table\n    row\n      cell t1.5\n        paragraph \"a\"\n"
                           "    row\n      cell t0.2 b1.0 e0.5\n        paragraph \"b\"\n");
}
END_TEST

START_TEST(a_table_that_wants_no_rules_says_so)
{
    ck_assert(g_str_has_prefix(tree_of("<table" BORDERS(TOP NIL) "><tr><td><p>a</p></td></tr>"
                                                                 "</table>"),
                               "  table bare\n"));
    ck_assert(g_str_has_prefix(tree_of("<table><tr><td><p>a</p></td></tr></table>"), "  table\n"));
}
END_TEST

/* Word's way to a thick rule under a head is a row of nothing. */
START_TEST(a_row_of_empty_heads_is_a_rule)
{
    const char *tree = tree_of("<table><tr><th><p>Head</p></th></tr><tr><th" BORDERS(
        TOP SINGLE(12)) "/></tr><tr><td><p>a</p></td></tr></table>");
    ck_assert_str_eq(tree, "  table\n    row head\n      cell b1.5\n        paragraph \"Head\"\n"
                           "    row\n      cell\n        paragraph \"a\"\n");
}
END_TEST

START_TEST(heads_are_repeated_only_at_the_beginning)
{
    const char *tree = tree_of("<table><tr><td><p>a</p></td></tr><tr><th><p>b</p></th></tr>"
                               "</table>");
    ck_assert_ptr_null(strstr(tree, "row head"));
    ck_assert_ptr_nonnull(strstr(tree, "cell head\n        paragraph \"b\""));
}
END_TEST

START_TEST(places_and_spans_are_read)
{
    const char *tree = tree_of(
        "<table><tr><td rowspan='2' u:data-vertical-align='bottom'><p>a</p></td>"
        "<td colspan='2' u:data-justification='Right' u:data-vertical-align='center'><p>b</p></td>"
        "</tr><tr><td u:data-justification='Center'><p>c</p></td>"
        "<td u:data-justification='Both'><p>d</p></td></tr></table>");
    ck_assert_str_eq(tree, "  table\n    row\n      cell rows=2 bottom\n        paragraph \"a\"\n"
                           "      cell columns=2 end middle\n        paragraph \"b\"\n"
                           "    row\n      cell centre\n        paragraph \"c\"\n"
                           "      cell justify\n        paragraph \"d\"\n");
}
END_TEST

#define BELOW(class, words)                                                                        \
    "<paragraph class='" class "'><content><p>" words "</p></content></paragraph>"

/* By a raised mark, a word, the style of the paragraph, or because the table calls it. */
START_TEST(notes_of_a_table_are_told)
{
    const char *tree = tree_of(
        "<table><tr><td>1<sup>(c)</sup></td></tr></table>" BELOW("X", "<sup>a</sup> One.")
            BELOW("X", "Note: two.") BELOW("FootnoteText", "Three.") BELOW("X", "(c)\tFour;")
                BELOW("X", "(d)\tFive;") BELOW("FootnoteText", "Six."));
    ck_assert_msg(strstr(tree, "paragraph table-note\n    span superior \"a\"") &&
                      strstr(tree, "paragraph table-note \"Three.\"") &&
                      strstr(tree, "paragraph table-note\n    span superior \"(c)\"\n"
                                   "    text \" Four;\"") &&
                      strstr(tree, "    item \"(d)\" \"Five;\"") &&
                      strstr(tree, "paragraph \"Six.\""),
                  "%s", tree);
}
END_TEST

START_TEST(nothing_in_a_table_is_lost)
{
    const char *tree =
        tree_of("<table>one<caption><p>two</p></caption><tr>three<td>four<p>five</p>six</td>"
                "<thing>seven</thing></tr><tbody><tr><td><table><tr><td><p>eight</p></td></tr>"
                "</table></td></tr></tbody></table>");
    static const char *const words[] = {"three", "four", "five", "six", "seven", "eight"};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        ck_assert_msg(strstr(tree, words[i]) != NULL, "%s of %s", words[i], tree);
}
END_TEST

START_TEST(what_makes_no_sense_says_nothing)
{
    static const char *const attributes[] = {
        "colspan='-1'",
        "rowspan='99999999999999999999'",
        "colspan='many'",
        "u:data-width-type='99999999999999999999-dxa'",
        "u:data-width-type='-dxa'",
        "u:data-width-type='-5-dxa'",
        "u:data-borders-info='[[[{'",
        "u:data-borders-info='{&quot;Top&quot;:{&quot;Style&quot;'",
        "u:data-borders-info='&quot;Top&quot;'",
        "u:data-justification='Sideways'",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(attributes); i++) {
        const char *tree = tree_of(arena_printf(
            arena, "<table><tr><td %s><p>a</p></td><td><p>b</p></td></tr></table>", attributes[i]));
        ck_assert_msg(strstr(tree, "paragraph \"a\"") != NULL, "%s", tree);
        ck_assert_msg(strstr(tree, "      cell") != NULL, "%s", tree);
    }
    ck_assert_str_eq(tree_of("<p>words</p><table><tr/><tr></tr></table>"), "");
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        widths_are_twentieths_or_parts,    a_spanning_cell_speaks_for_silent_columns,
        edges_are_the_cells_or_the_tables, a_table_that_wants_no_rules_says_so,
        a_row_of_empty_heads_is_a_rule,    heads_are_repeated_only_at_the_beginning,
        places_and_spans_are_read,         nothing_in_a_table_is_lost,
        notes_of_a_table_are_told,         what_makes_no_sense_says_nothing,
    };
    Suite *suite = suite_create("read: tables");
    TCase *all = add_case(suite, "read: tables");
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        tcase_add_test(all, tests[i]);
    return suite_run(suite);
}
