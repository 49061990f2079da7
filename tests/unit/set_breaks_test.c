/* set: where a line may end (composition.md A, F6, F7, F11). A "|" marks the place that a row is
 * about; spans, links and calls may stand anywhere without changing anything. */
#include "stick.h"

static struct stick zh, en;

static void set_up(void)
{
    zh = stick_new(ZH);
    en = stick_new(EN);
}

static void tear_down(void)
{
    stick_free(&zh);
    stick_free(&en);
}

/* --- asking -------------------------------------------------------------------------- */

#define ROWS(...) ((const char *const[]){__VA_ARGS__, NULL})

static void never(struct stick *s, const char *const *rows)
{
    for (; *rows; rows++) {
        int price = stick_price(s, *rows);
        ck_assert_msg(price >= FILL_NEVER, "%s may be parted, at %d", *rows, price);
    }
}

static void at_price(struct stick *s, int least, int most, const char *const *rows)
{
    for (; *rows; rows++) {
        int price = stick_price(s, *rows);
        ck_assert_msg(price >= least && price <= most, "%s costs %d, not %d to %d", *rows, price,
                      least, most);
    }
}

static void freely(struct stick *s, const char *const *rows)
{
    at_price(s, 0, 0, rows);
}

/* --- A: Chinese ---------------------------------------------------------------------- */

/* No character of these stands at the beginning of a line, whatever is before it. */
static const char starters[] =
    "、。，．：；！？‼⁇⁈⁉’”）》〉」』】〗〕］｝｠〙〛〞〟·・‧–—～/／々〻％%‰°′"
    "″℃℉￠﹪)]},.:;!?";

START_TEST(a1_marks_do_not_start_a_line)
{
    for (const char *p = starters; *p; p = g_utf8_next_char(p)) {
        const char *mark = arena_strndup(zh.arena, p, (size_t)(g_utf8_next_char(p) - p));
        never(&zh, ROWS(arena_printf(zh.arena, "国|%s国", mark),
                        arena_printf(zh.arena, "<b>国</>|%s国", mark),
                        arena_printf(zh.arena, "”|%s国", mark)));
    }
    never(&zh, ROWS("2021|-2025年", "2021|–2025年", "一|-二", "一|‐二", "）|—国"));
}
END_TEST

/* A footnote mark belongs to the word before it. */
START_TEST(a1_calls_do_not_start_a_line)
{
    never(&zh, ROWS("国|<n>国", "国，|<n>国", "会议。”|<n>国"));
    never(&en, ROWS("words|<n> go on", "words,|<n> go on"));
    freely(&zh, ROWS("国<n>|国", "国，<n>|国"));
    freely(&en, ROWS("words,<n> |go on"));
}
END_TEST

START_TEST(a2_openers_do_not_end_a_line)
{
    static const char openers[] = "‘“（《〈「『【〖〔［｛｟〘〚〝([{￥¥＄$£€№§#/／";
    for (const char *p = openers; *p; p = g_utf8_next_char(p)) {
        const char *mark = arena_strndup(zh.arena, p, (size_t)(g_utf8_next_char(p) - p));
        never(&zh, ROWS(arena_printf(zh.arena, "国%s|国", mark),
                        arena_printf(zh.arena, "国%s|（国", mark)));
    }
    never(&zh, ROWS("第|76届", "第|七十六届", "$|5国"));
}
END_TEST

START_TEST(a3_dashes_and_dots_are_one_unit)
{
    never(&zh, ROWS("国—|—国", "国…|…国", "国⋯|⋯国", "国<b>—</>|—国", "国—|<a>—</>国"));
    never(&zh, ROWS("国———|—国"));
    at_price(&zh, 0, FILL_NEVER - 1, ROWS("国——|——国"));
}
END_TEST

START_TEST(a4_dots_never_and_dashes_rarely_start_a_line)
{
    never(&zh, ROWS("国|……国", "国……|……国", "国|⋯⋯国"));
    at_price(&zh, 200, 200, ROWS("国|——国", "国|⸺国", "国<b>|——</>国"));
    freely(&zh, ROWS("国——|国", "国……|国"));
}
END_TEST

/* Quotation marks are brackets: a line may end before an opening and after a closing one. */
START_TEST(a5_quotation_marks_are_brackets)
{
    freely(&zh, ROWS("国|“国”", "国“国”|国", "国，|“国”", "国“国”|《国》", "是|‘国’", "”|“国"));
    never(&zh, ROWS("国“|国”", "国“国|”"));
}
END_TEST

START_TEST(a6_numbers_keep_their_company)
{
    never(&zh, ROWS("2021|年", "2021 |年", "12|月", "6|日", "43|号", "76|届", "5|%", "30|个",
                    "193|国", "第|43号", "第 |43 号", "第43|号", "7|段", "第|一百段"));
    never(&zh, ROWS("第一|次", "第七十|六届", "第|三委员会", "5 |km"));
    never(&zh, ROWS("1 |234", "3.|5", "3|.5", "1,|234", "2021-|2025", "2021–|2025年", "10—|12月",
                    "2021|<n>年", "<b>2021</>|年", "第<b>|76</>届"));
    never(&en, ROWS("5 |km", "1 |234 tons", "3.|5", "2021–|2025", "100 |°C"));
    freely(&zh, ROWS("2021年|国", "第76届|会议", "43号|决议"));
}
END_TEST

/* The parts of a date hold together, but not at every cost. */
START_TEST(a6_dates_are_parted_at_a_price)
{
    at_price(&zh, 60, 100,
             ROWS("2021 年 |12 月", "2021年|12月", "12 月 |6 日", "12月|6日", "<b>2021</>年|12月"));
}
END_TEST

START_TEST(a7_symbols_are_whole)
{
    static const char *const symbols[] = {
        "A/RES/76/19", "A/76/439/Add.1", "A/C.1/76/L.13", "S/2021/1234",  "ES-11/1",
        "A/76/439",    "A/HRC/RES/49/1", "43/78 H",       "76/19 A 和 B", "S/RES/1325 (2000)"};
    for (size_t i = 0; i < G_N_ELEMENTS(symbols); i++)
        for (const char *p = symbols[i] + 1; *p; p = g_utf8_next_char(p)) {
            if (*p == ' ') /* the price stands before what follows the space */
                continue;
            const char *row =
                arena_printf(zh.arena, "见%.*s|%s号", (int)(p - symbols[i]), symbols[i], p);
            never(&zh, &(const char *const[]){row, NULL}[0]);
        }
    never(&zh, ROWS("第 |43/78 H 号", "43/78 |H 号", "43/<a>|78</> H", "A/<b>76</>|/439"));
    never(&en, ROWS("document A/|76/439", "resolution 43/78 |H of"));
}
END_TEST

START_TEST(a8_western_words_are_whole)
{
    never(&zh, ROWS("国Uni|ted国", "国UN|ESCO国", "国don’|t国", "国e-m|ail国"));
    freely(&zh, ROWS("国|United国", "国United|国", "United |Nations"));
}
END_TEST

START_TEST(a9_stop_quote_and_call_are_one_cluster)
{
    never(&zh, ROWS("国|。”<n>国", "国。|”<n>国", "国。”|<n>国", "国<b>。|”</><n>国"));
    freely(&zh, ROWS("国。”<n>|国"));
}
END_TEST

START_TEST(a10_labels_stay_with_their_text)
{
    never(&zh, ROWS("(a) |国家"));
    never(&en, ROWS("(a) |To take", "and (iv) |to take"));
}
END_TEST

/* The same words in one piece, in pieces of every look, and with calls left out of account, have
 * the same prices everywhere. */
START_TEST(a11_style_boundaries_change_nothing)
{
    static const char *const pieces[] = {"第",  "43",  "/",  "78", " ", "H",  " ",  "号", "，",
                                         "“",   "国",  "家", "”",  "—", "—",  "…",  "…",  "2021",
                                         "年",  "12",  "月", "。", "”", "A/", "C.", "1",  "（",
                                         "Uni", "ted", "）", "5",  " ", "km", "《", "国", "》"};
    static const char *const looks[] = {"<b>%s</>", "<a>%s</>", "<i>%s</>", "<u><b>%s</></>"};
    GString *plain = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(pieces); i++)
        g_string_append(plain, pieces[i]);
    const struct form *form = &zh.style->forms[FORM_PREAMBULAR];
    struct node *block = stick_block(&zh, NODE_PREAMBULAR, plain->str);
    struct text *wanted = text_of_block(&zh.compositor, block, form, NULL, NULL);
    breaks_find(wanted, zh.style);
    for (size_t k = 0; k < G_N_ELEMENTS(pieces) * G_N_ELEMENTS(looks); k++) {
        GString *spans = g_string_new(NULL);
        for (size_t i = 0; i < G_N_ELEMENTS(pieces); i++) {
            bool here = i == k / G_N_ELEMENTS(looks);
            g_string_append(spans,
                            here ? arena_printf(zh.arena, looks[k % G_N_ELEMENTS(looks)], pieces[i])
                                 : pieces[i]);
        }
        block = stick_block(&zh, NODE_PREAMBULAR, spans->str);
        struct text *text = text_of_block(&zh.compositor, block, form, NULL, NULL);
        breaks_find(text, zh.style);
        ck_assert_int_eq(text->count, wanted->count);
        for (int i = 0; i < text->count; i++)
            ck_assert_msg(text->signs[i].penalty == wanted->signs[i].penalty &&
                              text->signs[i].class == wanted->signs[i].class,
                          "%s: sign %d", spans->str, i);
        text_free(text);
        g_string_free(spans, TRUE);
    }
    text_free(wanted);
    g_string_free(plain, TRUE);
}
END_TEST

START_TEST(a12_short_titles_hold_together)
{
    at_price(&zh, 30, 30, ROWS("《宪|章》", "《人权宣|言》"));
    freely(&zh, ROWS("《世界人权|宣言》", "《宪章》|国"));
}
END_TEST

/* --- F: Western ---------------------------------------------------------------------- */

START_TEST(f6_compounds_break_behind_their_hyphen)
{
    at_price(&en, 50, 50, ROWS("long-|term aims", "East–|West"));
    never(&en, ROWS("long|-term", "words|—and", "East|–West"));
    freely(&en, ROWS("words—|and"));
}
END_TEST

START_TEST(f6_addresses_break_behind_their_marks)
{
    const char *const rows[] = {"https://documents.|un.org/doc/page", NULL};
    at_price(&en, 1, FILL_NEVER - 1, rows);
    at_price(&en, 1, FILL_NEVER - 1,
             ROWS("https://documents.un.org/|doc/page", "https://undocs.org/doc?|page=3&x=4",
                  "https://undocs.org/doc?page=|3&x=4"));
    never(&en,
          ROWS("https:/|/undocs.org/doc", "https://undocs|.org/doc", "https://und|ocs.org/doc"));
}
END_TEST

START_TEST(f7_words_that_hold)
{
    never(&en, ROWS("para. |5", "paras. |5 and 6", "No. |5", "J. |Smith", "J. S. |Mill",
                    "Mr. |Annan", "5 |kg", "(a) |the"));
    at_price(&en, 300, 300,
             ROWS("article |5", "annex |I", "Part |II", "paragraph |(a)", "resolution |76/19"));
    at_price(&en, 200, 200, ROWS("resolution 2254 |(2015)"));
    at_price(&en, 1, 200, ROWS("6 |December", "10 |per cent", "10 per |cent", "24 |hours"));
    freely(&en, ROWS("of |December", "the |article", "article |on", "decision |General"));
}
END_TEST

START_TEST(f11_short_words_do_not_end_a_line)
{
    at_price(&en, 30, 30, ROWS("with a |view", "and I |say", "A |new one"));
    freely(&en, ROWS("with the |view"));
}
END_TEST

/* --- real lines ---------------------------------------------------------------------- */

/* Every line end of a dense text at many measures, against the lists above. */
START_TEST(no_line_of_a_dense_text_breaks_a_rule)
{
    static const char text[] =
        "大会，回顾其第43/78 H号决议（A/RES/76/19）和“联合国”——即《宪章》所称的‘组织’——的作用……"
        "又回顾2021年12月6日第 76/19 A 和 B 号决议，其中请秘书长“尽快”提出报告；<n>强调必须在5 "
        "km范围内"
        "（见A/76/439/"
        "Add.1，第7段）采取行动：第七十六届会议、第一委员会。”<n>并注意到约·纳·斯密先生所提"
        "30%的建议？！以及A/C.1/76/L.13号文件／草案。";
    for (int quarters = 4 * 14; quarters < 4 * 40; quarters++) {
        const struct para *para = stick_set(&zh, text, quarters * zh.em / 4);
        const struct setting *setting = &para->setting[1];
        for (int i = 0; i < setting->line_count; i++) {
            const char *line = stick_line(&zh, &setting->lines[i]);
            gunichar first = g_utf8_get_char(line);
            gunichar last = g_utf8_get_char(g_utf8_prev_char(line + strlen(line)));
            ck_assert_msg(!i || first == 0x2014 || !g_utf8_strchr(starters, -1, first),
                          "%d/4 em: a line begins: %s", quarters, line);
            ck_assert_msg(!g_utf8_strchr("‘“（《/／第", -1, last), "%d/4 em: a line ends: %s",
                          quarters, line);
        }
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("set: breaks");
    TCase *tests = tcase_create("set: breaks");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a1_marks_do_not_start_a_line);
    tcase_add_test(tests, a1_calls_do_not_start_a_line);
    tcase_add_test(tests, a2_openers_do_not_end_a_line);
    tcase_add_test(tests, a3_dashes_and_dots_are_one_unit);
    tcase_add_test(tests, a4_dots_never_and_dashes_rarely_start_a_line);
    tcase_add_test(tests, a5_quotation_marks_are_brackets);
    tcase_add_test(tests, a6_numbers_keep_their_company);
    tcase_add_test(tests, a6_dates_are_parted_at_a_price);
    tcase_add_test(tests, a7_symbols_are_whole);
    tcase_add_test(tests, a8_western_words_are_whole);
    tcase_add_test(tests, a9_stop_quote_and_call_are_one_cluster);
    tcase_add_test(tests, a10_labels_stay_with_their_text);
    tcase_add_test(tests, a11_style_boundaries_change_nothing);
    tcase_add_test(tests, a12_short_titles_hold_together);
    tcase_add_test(tests, f6_compounds_break_behind_their_hyphen);
    tcase_add_test(tests, f6_addresses_break_behind_their_marks);
    tcase_add_test(tests, f7_words_that_hold);
    tcase_add_test(tests, f11_short_words_do_not_end_a_line);
    tcase_add_test(tests, no_line_of_a_dense_text_breaks_a_rule);
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
