/* set: whole paragraphs (composition.md A8, D11 to D13, E1, E2, F1 to F5) and the galley: what its
 * lines hold, what it says about them. */
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

static const char chinese[] = "大会，回顾其第43/78 H号、第76/19 A 和 "
                              "B号决议和1988年12月7日关于《联合国宪章》的“决定”，考虑到各国"
                              "在A/76/439号文件（第7段）中表示的意见——其中包括5 "
                              "km以内的区域——以及2021年以来30%的增长，深信“公开、"
                              "客观”的信息有助于增进信任；欢迎会员国作出的努力，请秘书长在现有资源"
                              "范围内继续提供协助，并就此向大会"
                              "第七十八届会议提出报告；又请会员国将其意见通知秘书长。";
static const char english[] =
    "Recalling its resolutions 43/78 H of 7 December 1988 and 76/19 of 6 December 2021, and "
    "considering the recommendations of the Disarmament Commission on confidence-building "
    "measures, "
    "reaffirming that international cooperation contributes to transparency and understanding, the "
    "General Assembly requests the Secretary-General, within existing resources, to continue to "
    "provide the necessary assistance (see A/76/439, para. 7) to Member States and to report.";

#define EACH_LINE(para, line)                                                                      \
    for (const struct line *line = (para)->setting[1].lines,                                       \
                           *line##_end = line + (para)->setting[1].line_count;                     \
         line < line##_end; line++)

/* --- D: edges and gaps --------------------------------------------------------------- */

/* D12: on every line but the last the text ends where the measure does, and what is told as the
 * end is where the last glyph ends. */
START_TEST(d12_both_edges_are_exact)
{
    for (int i = 0; i < 60; i++) {
        length measure = 20 * zh.em + i * zh.em / 3;
        EACH_LINE(stick_set(&zh, chinese, measure), line)
        if (!line->last)
            ck_assert_int_eq(line->width, measure);
        const struct para *para = stick_set(&en, english, measure);
        EACH_LINE(para, line)
        {
            const struct run *run = &line->runs[line->run_count - 1];
            ck_assert_int_eq(line->runs[0].x, 0);
            ck_assert_int_eq(line->measure, measure);
            if (!line->last)
                ck_assert_int_eq(line->width, measure);
            length off = run->x + run->width - line->width; /* glyphs are widened one by one */
            ck_assert_msg(off >= -1 && off <= 1, "line %.*s", (int)run->text_length, run->text);
        }
    }
}
END_TEST

START_TEST(d13_the_last_line_is_natural)
{
    for (int i = 0; i < 60; i++) {
        const struct para *para = stick_set(&zh, chinese, 20 * zh.em + i * zh.em / 3);
        const struct line *last = &para->setting[1].lines[para->setting[1].line_count - 1];
        ck_assert(last->last);
        ck_assert_int_le(last->width, last->natural);
        ck_assert_int_eq(last->opening, 0);
        ck_assert_int_eq(last->stretch_level, 0);
    }
}
END_TEST

/* The room of the stretch from one needle to another on the line that holds both; -1: none does. */
static length room_in(struct stick *s, const struct para *para, const char *from, const char *to)
{
    EACH_LINE(para, line)
    {
        const char *text = stick_line(s, line), *a = strstr(text, from);
        const char *b = a ? strstr(a + strlen(from), to) : NULL;
        if (b)
            return stick_x(line, (uint32_t)(b - text)) - stick_x(line, (uint32_t)(a - text));
    }
    return -1;
}

/* D11: however a line is opened or closed, nothing moves within these. */
START_TEST(d11_inside_of_tokens_is_fixed)
{
    static const char *const tokens[][2] = {{"43/78", " H"}, {"A/76", "439"}, {"—", "其中"},
                                            {"76", "/19"},   {"5", "km"},     {"30", "%"}};
    for (size_t t = 0; t < G_N_ELEMENTS(tokens); t++) {
        length wanted =
            room_in(&zh, stick_set(&zh, chinese, 900 * zh.em), tokens[t][0], tokens[t][1]);
        ck_assert_int_gt(wanted, 0);
        for (int i = 0; i < 60; i++) {
            const struct para *para = stick_set(&zh, chinese, 20 * zh.em + i * zh.em / 3);
            length room = room_in(&zh, para, tokens[t][0], tokens[t][1]);
            ck_assert_msg(room < 0 || abs(room - wanted) <= 1,
                          "%s to %s: %.3f em, by nature %.3f, at %d/3 em", tokens[t][0],
                          tokens[t][1], (double)room / zh.em, (double)wanted / zh.em, 60 + i);
        }
    }
}
END_TEST

/* A7: the space in 43/78 H is a fixed one too. */
START_TEST(d11_the_space_of_a_part_letter_is_fixed)
{
    static const char *const texts[] = {
        "国国国国43/78 H号国国国国国Member States of国国国国国国国国",
        "国国国国43/78 H号国国国国国国国国国国国国国国国国国国"};
    for (size_t k = 0; k < G_N_ELEMENTS(texts); k++) {
        length wanted = room_in(&zh, stick_set(&zh, texts[k], 900 * zh.em), "78", "H");
        for (int i = 0; i < 40; i++) {
            length measure = 12 * zh.em + i * zh.em / 5;
            length room = room_in(&zh, stick_set(&zh, texts[k], measure), "78", "H");
            ck_assert_msg(room < 0 || abs(room - wanted) <= 1, "%.3f em, by nature %.3f",
                          (double)room / zh.em, (double)wanted / zh.em);
        }
    }
}
END_TEST

/* Every gap that opens does so by as much: the eye compares neighbours. */
START_TEST(d10_gaps_open_alike)
{
    const struct para *para =
        stick_set(&zh, "国国国国国国国国国国国国国国国国国国国国国国", 10 * zh.em + 300);
    const struct line *line = &para->setting[1].lines[0];
    ck_assert_int_gt(line->opening, 0);
    for (uint32_t i = 1; i < 10; i++) {
        length gap = stick_x(line, 3 * i) - stick_x(line, 3 * i - 3) - zh.em;
        ck_assert_int_le(abs(gap - line->opening), 1);
    }
}
END_TEST

/* --- E: paragraphs ------------------------------------------------------------------- */

START_TEST(e1_first_lines_are_indented_by_two)
{
    struct stick s = stick_new(ZH);
    const struct style *house = style_load(s.arena, "ga-resolution", ZH, s.diag);
    s.style->forms[FORM_PREAMBULAR].first = house->forms[FORM_PREAMBULAR].first;
    const struct para *para = stick_set(&s, chinese, 30 * s.em);
    ck_assert_int_eq(para->setting[1].lines[0].runs[0].x, 2 * s.em);
    ck_assert_int_eq(para->setting[1].lines[1].runs[0].x, 0);
    ck_assert_int_eq(para->setting[1].lines[0].width, 30 * s.em);
    stick_free(&s);
}
END_TEST

START_TEST(e2_no_character_is_left_alone)
{
    for (int count = 11; count < 80; count++) {
        GString *text = g_string_new(NULL);
        for (int i = 0; i < count; i++)
            g_string_append(text, "国");
        g_string_append(text, "。");
        const struct para *para = stick_set(&zh, text->str, 10 * zh.em);
        for (int v = 0; v < 3; v++) {
            const struct setting *setting = &para->setting[v];
            if (!setting->line_count)
                continue;
            const struct line *last = &setting->lines[setting->line_count - 1];
            ck_assert_msg(g_utf8_strlen(stick_line(&zh, last), -1) > 2, "%d Han, variant %d: %s",
                          count, v, stick_line(&zh, last));
        }
        g_string_free(text, TRUE);
    }
}
END_TEST

/* --- F: Western words ---------------------------------------------------------------- */

static bool has_hyphen(struct stick *s, const struct para *para)
{
    (void)s;
    EACH_LINE(para, line)
    if (line->hyphen)
        return true;
    return false;
}

/* Lines that end in a hyphen of their own: at most two in a row, none before the last. */
START_TEST(f3_hyphens_are_few)
{
    for (int i = 0; i < 80; i++) {
        const struct para *para = stick_set(&en, english, 24 * en.em + i * en.em / 4);
        int ladder = 0;
        EACH_LINE(para, line)
        {
            ladder = line->hyphen ? ladder + 1 : 0;
            ck_assert_int_le(ladder, 2);
        }
    }
}
END_TEST

START_TEST(f2_parts_of_words_have_two_letters_and_three)
{
    for (int i = 0; i < 80; i++)
        EACH_LINE(stick_set(&en, english, 10 * en.em + i * en.em / 6), line)
        {
            if (!line->hyphen)
                continue;
            const char *text = stick_line(&en, line);
            size_t size = strlen(text) - 1, letters = 0;
            ck_assert_msg(text[size] == '-', "%s", text);
            while (letters < size && g_ascii_isalpha(text[size - 1 - letters]))
                letters++;
            const char *rest = english + line->to;
            size_t more = strspn(rest, "abcdefghijklmnopqrstuvwxyz");
            ck_assert_msg(letters >= 2 && more >= 3, "%s %.*s", text, (int)more, rest);
            bool compound = size > letters && strchr("-/", text[size - 1 - letters]);
            ck_assert_msg(!compound && rest[more] != '/', "%s %.*s", text, (int)more, rest);
        }
}
END_TEST

/* A8, F2, F6: words that never get a hyphen, at measures where one would help. */
START_TEST(f2_words_without_hyphens)
{
    static const char *const words[] = {"INTERNATIONALIZATION", "A/CONFERENCE/COMMITTEE/76",
                                        "https://international.organization.example",
                                        "covid2019international"};
    for (size_t w = 0; w < G_N_ELEMENTS(words); w++)
        for (int i = 0; i < 30; i++) {
            const char *text =
                arena_printf(en.arena, "the use of it as a sort of %s in all", words[w]);
            length measure = 12 * en.em + i * en.em / 5;
            ck_assert_msg(!has_hyphen(&en, stick_set(&en, text, measure)), "%s: %s", words[w],
                          stick_lines(&en, stick_set(&en, text, measure)));
        }
    ck_assert(!has_hyphen(&en, stick_set_form(&en, FORM_TITLE, english, 20 * en.em)));
}
END_TEST

START_TEST(a8_short_words_in_chinese_are_whole)
{
    for (int i = 0; i < 40; i++) {
        length measure = 9 * zh.em + i * zh.em / 7;
        const struct para *para =
            stick_set(&zh, "国国国国国国国国after国国国国国国UNITED国国", measure);
        ck_assert_msg(!has_hyphen(&zh, para), "%s", stick_lines(&zh, para));
    }
}
END_TEST

/* F5: word spaces of a line are alike, from two thirds of their width to twice. */
START_TEST(f5_word_spaces_stay_in_bounds)
{
    for (int i = 0; i < 30; i++)
        EACH_LINE(stick_set(&en, english, 32 * en.em + i * en.em / 3), line)
    if (!line->last)
        ck_assert_msg(line->spaces >= 660 && line->spaces <= 2000, "%d: %s", line->spaces,
                      stick_line(&en, line));
}
END_TEST

/* --- headings ------------------------------------------------------------------------ */

/* Nothing short is left for the last line of a heading, and its date is on one line. */
START_TEST(headings_end_in_more_than_a_word)
{
    for (int ems = 15; ems < 40; ems++) {
        length measure = ems * en.style->forms[FORM_HEADING1].size;
        const struct para *para = stick_set_form(
            &en, FORM_HEADING1,
            "Strengthening the coordination of assistance that the Assembly gave, on 22 July 2044, "
            "to the observatories of small islands",
            measure);
        const struct setting *setting = &para->setting[1];
        ck_assert_msg(setting->line_count == 1 ||
                          setting->lines[setting->line_count - 1].width >= measure / 5,
                      "%d em: %s", ems, stick_lines(&en, para));
        ck_assert_msg(strstr(stick_lines(&en, para), "22 July 2044"), "%d em: %s", ems,
                      stick_lines(&en, para));
    }
}
END_TEST

/* --- the galley ---------------------------------------------------------------------- */

/* Glyph by glyph where it stands. */
static const char *places_of(struct stick *s, const struct line *line)
{
    const char *places = "";
    for (uint32_t r = 0; r < line->run_count; r++)
        for (uint32_t g = 0; g < line->runs[r].glyph_count; g++)
            places = arena_printf(s->arena, "%s %d", places,
                                  line->runs[r].x + line->runs[r].glyphs[g].x);
    return places;
}

/* A mark of direction has no width and takes none from the space beside it: "paragraph 7". */
START_TEST(marks_of_direction_move_nothing)
{
    const char *plain = places_of(&en, stick_wide(&en, "see paragraph 7 of it"));
    ck_assert_str_eq(plain, places_of(&en, stick_wide(&en, "see paragraph \u20607 of it")));
    length seven = room_in(&en, stick_set(&en, "see paragraph 7 of it", 900 * en.em), "see", "of");
    const struct para *marked = stick_set(&en, "see paragraph \u200e7 of it", 900 * en.em);
    ck_assert_int_eq(seven, room_in(&en, marked, "see", "of"));
    ck_assert_int_eq(
        room_in(&en, marked, "see", "\u200e"),
        room_in(&en, stick_set(&en, "see paragraph 7 of it", 900 * en.em), "see", "7"));
}
END_TEST

static struct node *add_block(struct node *into, enum node_kind kind, const char *words)
{
    struct node *block = doc_new(en.arena, kind, 0);
    doc_append(into, block);
    if (words)
        doc_append_text(en.arena, block, words, strlen(words), 0);
    return block;
}

/* Text that goes on behind a list stands where the lines do, other text where labels do. */
START_TEST(paragraphs_among_items_stand_at_their_level)
{
    struct node *doc = doc_new(en.arena, NODE_DOC, 0);
    add_block(doc, NODE_OPERATIVE, "Requests the Secretary-General:");
    struct node *list = add_block(doc, NODE_LIST, NULL);
    list->as.block.level = 2;
    add_block(list, NODE_PARAGRAPH, "Reports");
    add_block(list, NODE_ITEM, "To report;");
    add_block(doc, NODE_PARAGRAPH, "and to do so each year;");
    const struct galley *galley = set_galley(&en.compositor, doc);
    ck_assert(galley && galley->para_count == 4);
    ck_assert_int_eq(galley->paras[1].setting[1].lines[0].runs[0].x,
                     en.style->forms[FORM_ITEM2].label);
    ck_assert_int_eq(galley->paras[3].setting[1].lines[0].runs[0].x, 0);
}
END_TEST

START_TEST(a_forced_break_ends_its_line)
{
    for (struct stick *s = &zh; s; s = s == &zh ? &en : NULL) {
        s->compositor.diag = s->diag = diag_new(s->arena);
        const char *text =
            arena_printf(s->arena, "%s<br>%s", "国国国", s == &zh ? chinese : english);
        const struct para *para = stick_set(s, text, 30 * s->em);
        ck_assert_msg(g_str_has_prefix(stick_lines(s, para), "国国国|"), "%s",
                      stick_lines(s, para));
        ck_assert_int_eq(para->setting[1].lines[0].width, para->setting[1].lines[0].natural);
        ck_assert_msg(!diag_count(s->diag, DIAG_STYLE_LEVEL), "it is no fault:\n%s",
                      diag_text(s->diag));
    }
}
END_TEST

START_TEST(notes_hang_on_the_lines_that_call_them)
{
    const struct para *para =
        stick_set(&zh, "国国国国国<n>国国国国国国国国国国，<n>国国<n>国国国国", 6 * zh.em);
    int calls = 0;
    EACH_LINE(para, line)
    {
        uint32_t seen = 0;
        for (uint32_t r = 0; r < line->run_count; r++)
            seen += line->runs[r].part == RUN_CALL;
        ck_assert_uint_eq(line->note_count, seen);
        for (uint32_t n = 0; n < seen; n++) {
            ck_assert_int_eq(line->notes[n]->line_count, 1);
            ck_assert_int_eq(line->notes[n]->paras[0].setting[1].lines[0].runs[0].part, RUN_LABEL);
        }
        calls += (int)seen;
    }
    ck_assert_int_eq(calls, 3);
}
END_TEST

START_TEST(calls_are_raised_and_small)
{
    const struct line *line = stick_wide(&zh, "国<n>国");
    ck_assert_int_eq(line->run_count, 3);
    ck_assert_int_lt(line->runs[1].size, zh.em * 3 / 4);
    ck_assert_int_gt(line->runs[1].rise, 0);
    ck_assert_int_eq(line->runs[0].rise, 0);
}
END_TEST

/* A symbol longer than the line breaks behind a solidus, and is told when it does not fit. */
START_TEST(a7_a_symbol_longer_than_half_a_line_breaks)
{
    const struct para *para =
        stick_set(&zh, "见A/C.1/76/WORKINGGROUP/CONFERENCE/PAPER/L.13号文件", 9 * zh.em);
    EACH_LINE(para, line)
    {
        const char *text = stick_line(&zh, line);
        ck_assert_msg(line->last || g_str_has_suffix(text, "/") || g_str_has_suffix(text, "见"),
                      "%s", stick_lines(&zh, para));
        ck_assert_int_le(line->width, 9 * zh.em);
    }
}
END_TEST

START_TEST(the_same_text_gives_the_same_galley)
{
    struct galley galley = {1, stick_set(&zh, chinese, 35 * zh.em), NULL};
    const char *once = galley_print(zh.arena, &galley);
    struct stick again = stick_new(ZH);
    galley.paras = stick_set(&again, chinese, 35 * again.em);
    ck_assert_str_eq(galley_print(again.arena, &galley), once);
    stick_free(&again);
}
END_TEST

/* --- bad copy ------------------------------------------------------------------------ */

/* Whatever is repeated without end is set, and all of it: nothing runs over, nothing is lost. What
 * it costs is for tests/bench/growth. */
START_TEST(parts_without_end_are_set)
{
    static const char *const parts[] = {"国",    "word ", "a",    "=",  "\u00a0", "“",  "”",
                                        "国<n>", "1/",    "《国", "第", "1 ",     "（", "国，"};
    enum { TIMES = 1000 };
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        GString *text = g_string_new("国");
        for (int k = 0; k < TIMES; k++)
            g_string_append(text, parts[i]);
        g_string_append(text, "国");
        const struct para *para = stick_set(&zh, text->str, 35 * zh.em);
        const struct setting *setting = &para->setting[1];
        const char *end = stick_line(&zh, &setting->lines[setting->line_count - 1]);
        ck_assert_msg(g_str_has_suffix(end, "国"), "“%s” ends with %s", parts[i], end);
        g_string_free(text, TRUE);
    }
}
END_TEST

START_TEST(odd_copy_is_set)
{
    static const char *const texts[] = {
        "，",        "“",        "<n>",      "<n>国",  " ",        "—",    "/",      "第",
        "(",         "1 ",       "\u0301",   "\u200b", "\u2060国", "<br>", "国<br>", "<br>国",
        "<b> </>国", "）））",   "“”‘’”“",   "1/",     "/1",       "A/",   "43/78 ", "…",
        "\u00ad",    "a\u00adb", "https://", "www.",   "2021年 ",  "(a)",  "第 "};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        struct stick *both[] = {&zh, &en};
        for (int k = 0; k < 2; k++)
            for (int ems = 1; ems < 12; ems += 5)
                set_block(&both[k]->compositor, stick_block(both[k], NODE_PREAMBULAR, texts[i]),
                          FORM_PREAMBULAR, ems * zh.em);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("set: lines");
    TCase *tests = tcase_create("set: lines");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, d12_both_edges_are_exact);
    tcase_add_test(tests, d13_the_last_line_is_natural);
    tcase_add_test(tests, d11_inside_of_tokens_is_fixed);
    tcase_add_test(tests, d11_the_space_of_a_part_letter_is_fixed);
    tcase_add_test(tests, d10_gaps_open_alike);
    tcase_add_test(tests, e1_first_lines_are_indented_by_two);
    tcase_add_test(tests, e2_no_character_is_left_alone);
    tcase_add_test(tests, f3_hyphens_are_few);
    tcase_add_test(tests, f2_parts_of_words_have_two_letters_and_three);
    tcase_add_test(tests, f2_words_without_hyphens);
    tcase_add_test(tests, a8_short_words_in_chinese_are_whole);
    tcase_add_test(tests, f5_word_spaces_stay_in_bounds);
    tcase_add_test(tests, headings_end_in_more_than_a_word);
    tcase_add_test(tests, marks_of_direction_move_nothing);
    tcase_add_test(tests, paragraphs_among_items_stand_at_their_level);
    tcase_add_test(tests, a_forced_break_ends_its_line);
    tcase_add_test(tests, notes_hang_on_the_lines_that_call_them);
    tcase_add_test(tests, calls_are_raised_and_small);
    tcase_add_test(tests, a7_a_symbol_longer_than_half_a_line_breaks);
    tcase_add_test(tests, the_same_text_gives_the_same_galley);
    tcase_add_test(tests, parts_without_end_are_set);
    tcase_add_test(tests, odd_copy_is_set);
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
