/* The parts of a batch: names, records on their way, findings at their places, events as JSON. */
#include <check.h>
#include <string.h>

#include "batch/finding.h"
#include "batch/pattern.h"
#include "batch/record.h"
#include "batch/report.h"
#include "job/json.h"
#include "page/page.h"
#include "suite.h"

static struct arena *arena;
static struct diag *diag;

static void set_up(void)
{
    arena = arena_new();
    diag = diag_new(arena);
}

static void tear_down(void)
{
    arena_free(arena);
}

/* --- names --------------------------------------------------------------------------------- */

static const char *name(const char *pattern, const char *symbol, const char *input)
{
    struct record record = record_empty(OUTCOME_READ);
    record.facts[FACT_SYMBOL] = symbol;
    record.facts[FACT_LANGUAGE] = "zh";
    record.facts[FACT_SESSION] = "76";
    return pattern_fill(arena, pattern, record.facts, input);
}

START_TEST(names_are_made_of_facts)
{
    ck_assert_str_eq(name(PATTERN_USUAL, "A/RES/76/19", "x.xml"), "A_RES_76_19.zh");
    ck_assert_str_eq(name(PATTERN_USUAL, "S/RES/2671 (2022)", "x.xml"), "S_RES_2671_2022.zh");
    ck_assert_str_eq(name(PATTERN_USUAL, "A/76/L.1/Rev.1", "x.xml"), "A_76_L.1_Rev.1.zh");
    ck_assert_str_eq(name("{session}/{language}/{input}", "", "in/deep/a b.xml"), "76/zh/a_b");
    ck_assert_str_eq(name("{organ}", "", "x"), "none");
}
END_TEST

START_TEST(an_input_stands_for_a_symbol)
{
    ck_assert_str_eq(name(PATTERN_USUAL, "", "in/A_RES_76_19.zh.md"), "A_RES_76_19.zh");
    ck_assert_str_eq(name(PATTERN_USUAL, "", "in/.hidden"), "hidden.zh");
}
END_TEST

START_TEST(no_name_leaves_the_folder)
{
    ck_assert_str_eq(name(PATTERN_USUAL, "../../etc/passwd", "x"), "etc_passwd.zh");
    ck_assert_str_eq(name("{symbol}", "/a//b/", "x"), "a_b");
}
END_TEST

START_TEST(patterns_are_checked)
{
    static const char *const bad[] = {"",     "a/",     "/a",      "../a",   "a/../b",
                                      "a/.b", "{what}", "{symbol", "symbol}"};
    const char *wrong;
    ck_assert(pattern_check(arena, PATTERN_USUAL, &wrong));
    ck_assert(pattern_check(arena, "plain", &wrong));
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
        ck_assert_msg(!pattern_check(arena, bad[i], &wrong), "%s", bad[i]);
        ck_assert_ptr_nonnull(wrong);
    }
}
END_TEST

/* --- records ------------------------------------------------------------------------------- */

START_TEST(a_record_comes_back_as_it_was)
{
    struct finding finding = {"warning", "loose", "a text\nof “two” lines", "", "x", 3, 7, 2, 1, 2,
                              3,         4};
    struct made made = {"A.zh.pdf", "00ff"};
    struct record record = record_empty(OUTCOME_DONE);
    record.facts[FACT_TITLE] = "标题 'x' \"y\"\t\\";
    record.key = "abc";
    record.pages = 5;
    record.microseconds = INT64_C(1) << 40;
    record.finding_count = record.made_count = 1;
    record.findings = &finding;
    record.made = &made;
    GVariant *packed = g_variant_ref_sink(record_pack(&record));
    char *printed = g_variant_print(packed, FALSE);
    ck_assert_ptr_null(strchr(printed, '\n')); /* a line of a journal */
    GVariant *parsed = g_variant_parse(record_type(), printed, NULL, NULL, NULL);
    ck_assert_ptr_nonnull(parsed);
    const struct record *back = record_unpack(arena, parsed);
    ck_assert_int_eq(back->outcome, OUTCOME_DONE);
    ck_assert_str_eq(back->facts[FACT_TITLE], record.facts[FACT_TITLE]);
    ck_assert_str_eq(back->facts[FACT_SYMBOL], "");
    ck_assert_str_eq(back->key, "abc");
    ck_assert_int_eq(back->pages, 5);
    ck_assert(back->microseconds == record.microseconds);
    ck_assert_str_eq(back->findings[0].text, finding.text);
    ck_assert_int_eq(back->findings[0].height, 4);
    ck_assert_str_eq(back->made[0].hash, "00ff");
    g_variant_unref(parsed);
    g_variant_unref(packed);
    g_free(printed);
}
END_TEST

/* --- findings ------------------------------------------------------------------------------ */

static const char text[] = "one\ntwo words\n\xE4\xB8\x89 three\n";

/* A page with two paragraphs, which begin at bytes 4 and 14 of the source. */
static struct book *make_book(const struct source *source)
{
    static struct node first = {.kind = NODE_PARAGRAPH, .at = 4};
    static struct node second = {.kind = NODE_PARAGRAPH, .at = 14};
    static const struct run runs[] = {{.size = 10240, .width = 30720, .owner = &first},
                                      {.size = 10240, .width = 20480, .owner = &first},
                                      {.size = 10240, .width = 51200, .owner = &second}};
    static const struct placed items[] = {
        {.kind = PLACED_RUN, .run = &runs[0], .x = 10240, .y = 20480},
        {.kind = PLACED_RUN, .run = &runs[1], .x = 10240, .y = 40960},
        {.kind = PLACED_RUN, .run = &runs[2], .x = 20480, .y = 61440}};
    static const struct page page = {.number = 1, .count = 3, .items = items};
    struct book *book = ARENA_NEW(arena, struct book);
    *book = (struct book){
        .source = source, .width = 102400, .height = 102400, .page_count = 1, .pages = &page};
    return book;
}

START_TEST(findings_know_their_places)
{
    const struct source *source = source_over(arena, "x", text, sizeof text - 1);
    diag_file(diag, source, 8, DIAG_LOOSE, "words");
    diag_hint(diag, "a hint");
    diag_file(diag, source, 18, DIAG_LOOSE, "three");
    diag_file(diag, source, 0, DIAG_LOOSE, "before all text");
    diag_file(diag, source, SOURCE_NOWHERE, DIAG_NO_SYMBOL, "the file");
    struct record record = record_empty(OUTCOME_DONE);
    finding_take(arena, diag, make_book(source), &record);
    ck_assert_int_eq(record.finding_count, 4);
    const struct finding *f = record.findings;
    ck_assert_int_eq(f[0].line, 0);
    ck_assert_int_eq(f[0].page, 0);
    ck_assert_int_eq(f[1].page, 0);
    ck_assert_int_eq(f[1].line, 1);
    ck_assert_int_eq(f[2].line, 2);
    ck_assert_int_eq(f[2].column, 5);
    ck_assert_str_eq(f[2].excerpt, "two words");
    ck_assert_str_eq(f[2].hint, "a hint");
    ck_assert_int_eq(f[2].page, 1);
    ck_assert_int_eq(f[2].x, 1000);
    ck_assert_int_eq(f[2].y, 1000);
    ck_assert_int_eq(f[2].width, 3000);
    ck_assert_int_ge(f[2].height, 3000);
    ck_assert_int_eq(f[3].line, 3);
    ck_assert_int_eq(f[3].column, 3);
    ck_assert_int_eq(f[3].x, 2000);
    ck_assert_int_eq(f[3].width, 5000);
}
END_TEST

/* --- reports ------------------------------------------------------------------------------- */

START_TEST(json_holds_any_text)
{
    struct json json = json_begin();
    json_open(&json, NULL, '{');
    json_text(&json, "a", "“x” \"\\\n\t</script>\x01");
    json_text(&json, "b", "\xFFz");
    json_open(&json, "c", '[');
    json_number(&json, NULL, -5);
    json_number(&json, NULL, 6);
    json_close(&json, ']');
    json_close(&json, '}');
    ck_assert_str_eq(json.text->str, "{\"a\":\"“x” \\\"\\\\\\n\\u0009\\u003c/script>\\u0001\","
                                     "\"b\":\"\xEF\xBF\xBDz\",\"c\":[-5,6]}");
    g_string_free(json.text, TRUE);
}
END_TEST

START_TEST(ways_lead_from_folder_to_folder)
{
    ck_assert_str_eq(report_way(arena, "/a/report", "/a/out"), "../out");
    ck_assert_str_eq(report_way(arena, "/a", "/a/b/c"), "b/c");
    ck_assert_str_eq(report_way(arena, "/a/b/", "/c"), "../../c");
    ck_assert_str_eq(report_way(arena, "/a/b", "/a/b"), ".");
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("batch");
    TCase *tests = tcase_create("batch");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, names_are_made_of_facts);
    tcase_add_test(tests, an_input_stands_for_a_symbol);
    tcase_add_test(tests, no_name_leaves_the_folder);
    tcase_add_test(tests, patterns_are_checked);
    tcase_add_test(tests, a_record_comes_back_as_it_was);
    tcase_add_test(tests, findings_know_their_places);
    tcase_add_test(tests, json_holds_any_text);
    tcase_add_test(tests, ways_lead_from_folder_to_folder);
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
