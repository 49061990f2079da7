/* read: documents of our own form: what is left out is made, what is wrong is told in words, what
 * is hostile is refused. That documents come back as they were is convert_test's. */
#include <check.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "read/read.h"
#include "reading.h"

static const struct node *try_text(const char *text)
{
    diag = diag_new(arena);
    const struct source *source = source_over(arena, "test", text, strlen(text));
    return read_document(arena, source, NULL, diag);
}

static const struct node *read_text(const char *text)
{
    const struct node *doc = try_text(text);
    ck_assert_msg(doc != NULL, "%s", diag_text(diag));
    return doc;
}

/* --- what is left out ------------------------------------------------------------------ */

/* All labels of a document, with a space behind each; "-" where a block has none. */
static const char *labels_of(const char *language, const char *body)
{
    const struct node *doc =
        read_text(arena_printf(arena, "plenary: 1\nlanguage: %s\nbody: %s\n", language, body));
    const char *labels = "";
    for (const struct node *n = doc; n; n = doc_next(n, doc))
        if (n->kind == NODE_OPERATIVE || n->kind == NODE_ITEM)
            labels = arena_printf(arena, "%s%s ", labels, n->label ? n->label : "-");
    return labels;
}

START_TEST(labels_are_made_in_every_language)
{
    static const char body[] = "[{operative: x, list: [x, {item: x, list: [x, {item: x, list: "
                               "[{item: x, list: [x]}]}]}]}, {operative: x}]";
    static const struct {
        const char *language, *labels;
    } table[] = {{"en", "1. (a) (b) (i) (ii) a. i. 2. "},  {"fr", "1. a) b) i) ii) a. i. 2. "},
                 {"es", "1. a) b) i) ii) a. i. 2. "},      {"ru", "1. a) b) i) ii) a. i. 2. "},
                 {"zh", "1. (a) (b) ㈠ ㈡ a. i. 2. "},     {"de", "1. a) b) i) ii) a. i. 2. "},
                 {"ar", "1 - (أ) (ب) ’1‘ ’2‘ 1. (1) 2 - "}};
    for (size_t i = 0; i < G_N_ELEMENTS(table); i++)
        ck_assert_str_eq(labels_of(table[i].language, body), table[i].labels);
}
END_TEST

START_TEST(labels_count_on_from_those_given)
{
    ck_assert_str_eq(labels_of("en", "[{list: [{item: x, label: (h)}, x, x]}]"), "(h) (i) (j) ");
    ck_assert_str_eq(labels_of("en", "[{list: [{item: x, label: –}, x, x]}]"), "– – – ");
    ck_assert_str_eq(labels_of("en", "[{list: [{item: x, label: ~}, x]}]"), "- (a) ");
    ck_assert_str_eq(labels_of("en", "[{list: [{item: x, label: (z)}, x]}]"), "(z) (aa) ");
    ck_assert_str_eq(labels_of("en", "[{operative: x, label: 7.}, {operative: x}]"), "7. 8. ");
    ck_assert_str_eq(labels_of("en", "[{operative: x}, {annex: [{operative: x}]}]"), "1. 1. ");
    ck_assert_str_eq(labels_of("en", "[{list: [x]}, {paragraph: x}, {list: [x]}]"), "(a) (a) ");
}
END_TEST

START_TEST(dates_are_written_out)
{
    const struct node *doc =
        read_text("plenary: 1\nlanguage: fr\nmasthead: {issued: 2044-12-01}\n"
                  "body: [{closing: [{adopted: {date: 2044-11-30, text: hier}}]}]\n");
    const struct node *issued = doc_field(doc, FIELD_ISSUED);
    ck_assert_str_eq(doc_plain_text(arena, issued), "1er décembre 2044");
    ck_assert_int_eq(issued->as.field.date.day, 1);
    ck_assert_str_eq(doc_plain_text(arena, doc_field(doc, FIELD_ADOPTED)), "hier");
}
END_TEST

START_TEST(the_organ_may_be_named)
{
    const struct node *doc = read_text("plenary: 1\nlanguage: fr\norgan: security-council\n"
                                       "masthead: {symbol: A/1}\nbody: []\n");
    ck_assert_int_eq(doc->as.doc.organ, ORGAN_SC);
    ck_assert_str_eq(doc_plain_text(arena, doc_field(doc, FIELD_ORGAN)), "Conseil de sécurité");
}
END_TEST

START_TEST(words_mean_what_is_written)
{
    const struct node *doc = read_text(
        "plenary: 1\nlanguage: en\nbody: [{table: [[no, 1.0, 2044-12-14, \"null\", null]]}]");
    const struct node *cell = doc->last->first->first;
    static const char *const words[] = {"no", "1.0", "2044-12-14", "null", ""};
    for (int i = 0; i < 5; i++, cell = cell->next)
        ck_assert_str_eq(doc_plain_text(arena, cell), words[i]);
}
END_TEST

START_TEST(json_and_yaml_are_one_form)
{
    const char *yaml = doc_print(
        arena, read_text("# words\n---\nplenary: 1\nlanguage: en\nbody:\n- paragraph: |\n    Two\n"
                         "    lines.\n- {heading: 'It''s', level: 2}\n"));
    const char *json = doc_print(
        arena, read_text(" {\"plenary\": 1, \"language\": \"en\", \"body\": [{\"paragraph\": "
                         "\"Two lines.\"},\n{\"heading\": \"It\\u0027s\", \"level\": 2}]}"));
    ck_assert_str_eq(yaml, json);
}
END_TEST

/* --- what is wrong ----------------------------------------------------------------------- */

/* The body has an error, in these words, at its "|" (which is taken out). */
static void check_error(const char *body, const char *words)
{
    const char *mark = strchr(body, '|');
    const char *text = arena_printf(arena, "plenary: 1\nlanguage: en\nbody:\n%.*s%s\n",
                                    (int)(mark - body), body, mark + 1);
    ck_assert_msg(!try_text(text), "accepted: %.100s", body);
    const char *said = diag_text(diag);
    const char *place = arena_printf(arena, "test:4:%d: error: ", (int)(mark - body) + 1);
    ck_assert_msg(strstr(said, place) != NULL, "not at %s\n%.500s", place, said);
    ck_assert_msg(strstr(said, words) != NULL, "`%s` is not in:\n%.500s", words, said);
}

START_TEST(what_is_wrong_has_a_path)
{
    check_error("[{list: [{list: [{|itm: x}]}]}]", "`body[0].list[0].list[0].itm` is not");
    check_error("[{item: {bold: {note: [{list: [5, {|it: x}]}]}}}]",
                "`body[0].item.bold.note[0].list[1].it` is not");
    check_error("[{table: [[a], [a, {cell: x, columns: |-1}]]}]",
                "`body[0].table[1][1].columns` is “-1”, a whole number from 1 to 1000");
    check_error("[{closing: [{adopted: {date: |2044-02-40}}]}]", "a date such as");
    check_error("[{paragraph: {link: {|link: x, to: y}, to: z}}]", "a link within a link");
    check_error("[{paragraph: x, |lable: y}]", "did you mean `label`?");
    check_error("[{paragraph: x}, *|a]", "aliases");
    check_error("[{paragraph: x, |paragraph: y}]", "for the second time");
}
END_TEST

START_TEST(all_errors_are_told)
{
    GString *body = g_string_new("[{|x: y}, ");
    for (int i = 0; i < 3000; i++)
        g_string_append(body, "{x: y}, ");
    g_string_append_c(body, ']');
    const char *text = arena_strdup(arena, body->str);
    g_string_free(body, TRUE);
    check_error(text, "no more errors are shown");
}
END_TEST

/* --- what is hostile ----------------------------------------------------------------------- */

static const char *repeat(const char *piece, int times)
{
    GString *text = g_string_new(NULL);
    for (int i = 0; i < times; i++)
        g_string_append(text, piece);
    const char *copy = arena_strdup(arena, text->str);
    g_string_free(text, TRUE);
    return copy;
}

START_TEST(what_is_hostile_is_refused)
{
    check_error(arena_printf(arena, "%s|%s", repeat("[", 255), repeat("[", 100000)),
                "nested deeper than 256 levels");
    check_error(arena_printf(arena, "%s|%s", repeat("{x: ", 255), repeat("{x: ", 100000)),
                "nested deeper than 256 levels");
    check_error("[{heading: x, level: |99999999999999999999}]", "is “99999999999999999999”");
    check_error("[{table: [[{cell: x, rules: |99999999999999999999pt}]]}]", "fits on a sheet");
    check_error("[{paragraph: |\"\\0\"}]", "U+0000");
    check_error("[{paragraph: \"|\\ud800\"}]", "not YAML");
    check_error(arena_printf(arena, "[{|%s: x}]", repeat("k", 5000)), "kkkk…");
}
END_TEST

START_TEST(long_is_not_hostile)
{
    const char *words = repeat("word ", 400000);
    const struct node *doc = read_text(
        arena_printf(arena, "plenary: 1\nlanguage: en\nbody: [{paragraph: \"%s\"}, {list: [%s]}]",
                     words, repeat("x, ", 20000)));
    ck_assert_int_eq(strlen(doc->last->prev->first->text), strlen(words) - 1);
    ck_assert_str_eq(doc->last->last->label, "(20000)");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("read: data");
    TCase *tests = add_case(suite, "data");
    tcase_add_test(tests, labels_are_made_in_every_language);
    tcase_add_test(tests, labels_count_on_from_those_given);
    tcase_add_test(tests, dates_are_written_out);
    tcase_add_test(tests, the_organ_may_be_named);
    tcase_add_test(tests, words_mean_what_is_written);
    tcase_add_test(tests, json_and_yaml_are_one_form);
    tcase_add_test(tests, what_is_wrong_has_a_path);
    tcase_add_test(tests, all_errors_are_told);
    tcase_add_test(tests, what_is_hostile_is_refused);
    tcase_add_test(tests, long_is_not_hostile);
    return suite_run(suite);
}
