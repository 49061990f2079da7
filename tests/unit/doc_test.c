/* doc: what finishing makes of what a reader built, and the tree as text. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "doc/doc.h"
#include "suite.h"

static struct arena *arena;
static struct node *doc, *block;

static void set_up(void)
{
    arena = arena_new();
    doc = doc_new(arena, NODE_DOC, 0);
    block = doc_new(arena, NODE_PARAGRAPH, 0);
    doc_append(doc, block);
}

static void tear_down(void)
{
    arena_free(arena);
}

static void text(struct node *parent, const char *words)
{
    doc_append_text(arena, parent, words, strlen(words), 0);
}

static struct node *span(struct node *parent, unsigned look, const char *words)
{
    struct node *node = doc_new(arena, NODE_SPAN, 0);
    node->as.span.look = look;
    doc_append(parent, node);
    text(node, words);
    return node;
}

static struct node *link_to(struct node *parent, const char *target, const char *words)
{
    struct node *node = doc_new(arena, NODE_LINK, 0);
    node->as.link.target = target;
    doc_append(parent, node);
    text(node, words);
    return node;
}

static struct node *note(struct node *parent, const char *label, const char *words)
{
    struct node *node = doc_new(arena, NODE_NOTE, 0);
    struct node *paragraph = doc_new(arena, NODE_PARAGRAPH, 0);
    node->label = label;
    doc_append(parent, node);
    doc_append(node, paragraph);
    text(paragraph, words);
    return node;
}

/* The finished block as text, without the line of the document. */
static const char *finished(void)
{
    doc_finish(arena, doc);
    return strchr(doc_print(arena, doc), '\n') + 1;
}

START_TEST(white_space_is_folded)
{
    text(block, "\t one\r\n  two");
    text(block, "\t");
    text(block, " three\u00A0\u3000 ");
    ck_assert_str_eq(finished(), "  paragraph \"one two three\\u{A0}\\u{3000}\"\n");
}
END_TEST

START_TEST(spaces_move_out_of_spans)
{
    span(block, LOOK_ITALIC, "\tRecalling ");
    text(block, "its");
    span(block, LOOK_ITALIC, " also ");
    span(block, LOOK_BOLD, " again");
    ck_assert_str_eq(finished(), "  paragraph\n"
                                 "    span italic \"Recalling\"\n"
                                 "    text \" its \"\n"
                                 "    span italic \"also \"\n"
                                 "    span bold \"again\"\n");
}
END_TEST

START_TEST(a_space_of_its_own_stays_between_spans)
{
    span(block, LOOK_ITALIC, "a ");
    text(block, "  ");
    span(block, LOOK_BOLD, " b");
    ck_assert_str_eq(finished(), "  paragraph\n"
                                 "    span italic \"a\"\n"
                                 "    text \" \"\n"
                                 "    span bold \"b\"\n");
}
END_TEST

START_TEST(neighbours_are_merged)
{
    link_to(block, "https://undocs.org/A/RES/43/78", "43");
    link_to(block, "https://undocs.org/A/RES/43/78", "/");
    link_to(block, "https://undocs.org/A/RES/43/78", "78");
    text(block, " ");
    text(block, "H");
    span(block, LOOK_BOLD, "x");
    span(block, LOOK_BOLD, "y");
    span(block, LOOK_BOLD, " ");
    ck_assert_str_eq(finished(), "  paragraph\n"
                                 "    link <https://undocs.org/A/RES/43/78> \"43/78\"\n"
                                 "    text \" H\"\n"
                                 "    span bold \"xy\"\n");
}
END_TEST

START_TEST(a_span_in_a_span_is_one)
{
    struct node *outer = span(block, LOOK_ITALIC, "");
    span(outer, LOOK_BOLD, "both");
    ck_assert_str_eq(finished(), "  paragraph\n    span bold italic \"both\"\n");
}
END_TEST

START_TEST(a_raised_call_is_a_call)
{
    text(block, "word");
    struct node *raised = span(block, LOOK_SUPERIOR, "");
    note(raised, "7", " \tA/75/816. ");
    text(block, " ");
    ck_assert_str_eq(finished(), "  paragraph\n"
                                 "    text \"word\"\n"
                                 "    note \"7\" number=1\n"
                                 "      paragraph \"A/75/816.\"\n");
}
END_TEST

START_TEST(notes_are_numbered_by_their_calls)
{
    note(block, "3", "a");
    note(block, "*", "b");
    note(block, NULL, "c");
    ck_assert_str_eq(finished(), "  paragraph\n"
                                 "    note \"1\" number=1\n      paragraph \"a\"\n"
                                 "    note \"*\" number=0\n      paragraph \"b\"\n"
                                 "    note \"2\" number=2\n      paragraph \"c\"\n");
}
END_TEST

START_TEST(numbers_of_notes_that_count_up_are_the_documents_own)
{
    note(block, "2", "a");
    note(block, "5", "b");
    ck_assert_str_eq(finished(), "  paragraph\n"
                                 "    note \"2\" number=1\n      paragraph \"a\"\n"
                                 "    note \"5\" number=2\n      paragraph \"b\"\n");
}
END_TEST

START_TEST(a_space_before_a_note_stays_before_it)
{
    text(block, "《条约》 ");
    note(block, NULL, "a");
    text(block, " 和");
    ck_assert_str_eq(finished(), "  paragraph\n"
                                 "    text \"《条约》 \"\n"
                                 "    note \"1\" number=1\n      paragraph \"a\"\n"
                                 "    text \" 和\"\n");
}
END_TEST

START_TEST(breaks_have_no_spaces_beside_them)
{
    doc_append(block, doc_new(arena, NODE_BREAK, 0));
    text(block, "one ");
    doc_append(block, doc_new(arena, NODE_BREAK, 0));
    text(block, " two");
    doc_append(block, doc_new(arena, NODE_BREAK, 0));
    ck_assert_str_eq(finished(), "  paragraph\n"
                                 "    text \"one\"\n    break\n    text \"two\"\n");
}
END_TEST

START_TEST(finishing_twice_does_no_harm)
{
    span(block, LOOK_ITALIC, "\tRecalling ");
    note(block, NULL, "a");
    const char *once = finished();
    ck_assert_str_eq(finished(), once);
}
END_TEST

START_TEST(texts_know_where_their_first_letter_stands)
{
    doc_append_text(arena, block, "\t\tword", 6, 100);
    doc_finish(arena, doc);
    ck_assert_uint_eq(block->first->at, 102);
}
END_TEST

START_TEST(many_texts_take_no_time)
{
    for (int i = 0; i < 200000; i++)
        text(block, "a ");
    doc_finish(arena, doc);
    ck_assert_uint_eq(strlen(block->first->text), 399999);
    ck_assert_ptr_eq(block->first, block->last);
}
END_TEST

START_TEST(fields_stand_in_order)
{
    doc_place_field(doc, doc_new_field(arena, FIELD_TITLE, "title", 0));
    doc_place_field(doc, doc_new_field(arena, FIELD_SYMBOL, "A/1", 0));
    doc_place_field(doc, doc_new_field(arena, FIELD_ADOPTION, "adopted", 0));
    text(block, "text \"quoted\" \\ \u200E");
    ck_assert_str_eq(finished(), "  field symbol \"A/1\"\n"
                                 "  field adoption \"adopted\"\n"
                                 "  field title \"title\"\n"
                                 "  paragraph \"text \\\"quoted\\\" \\\\ \\u{200E}\"\n");
    ck_assert_str_eq(doc_field(doc, FIELD_TITLE)->first->text, "title");
}
END_TEST

START_TEST(plain_text_leaves_notes_out)
{
    text(block, "one");
    doc_append(block, doc_new(arena, NODE_BREAK, 0));
    span(block, LOOK_BOLD, "two");
    note(block, NULL, "three");
    ck_assert_str_eq(doc_plain_text(arena, block), "one two");
    ck_assert_str_eq(doc_plain_text(arena, block->last), "three");
}
END_TEST

START_TEST(languages_have_three_names)
{
    ck_assert_int_eq(language_of("zho"), ZH);
    ck_assert_int_eq(language_of("zh-Hans"), ZH);
    ck_assert_int_eq(language_of("FR"), FR);
    ck_assert_int_eq(language_of("xx"), LANGUAGE_NONE);
    ck_assert_str_eq(language_tag(AR), "ar");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("doc");
    TCase *cases = tcase_create("doc");
    tcase_add_checked_fixture(cases, set_up, tear_down);
    tcase_add_test(cases, white_space_is_folded);
    tcase_add_test(cases, spaces_move_out_of_spans);
    tcase_add_test(cases, a_space_of_its_own_stays_between_spans);
    tcase_add_test(cases, neighbours_are_merged);
    tcase_add_test(cases, a_span_in_a_span_is_one);
    tcase_add_test(cases, a_raised_call_is_a_call);
    tcase_add_test(cases, notes_are_numbered_by_their_calls);
    tcase_add_test(cases, numbers_of_notes_that_count_up_are_the_documents_own);
    tcase_add_test(cases, a_space_before_a_note_stays_before_it);
    tcase_add_test(cases, breaks_have_no_spaces_beside_them);
    tcase_add_test(cases, finishing_twice_does_no_harm);
    tcase_add_test(cases, texts_know_where_their_first_letter_stands);
    tcase_add_test(cases, many_texts_take_no_time);
    tcase_add_test(cases, fields_stand_in_order);
    tcase_add_test(cases, plain_text_leaves_notes_out);
    tcase_add_test(cases, languages_have_three_names);
    suite_add_tcase(suite, cases);
    return suite_run(suite);
}
