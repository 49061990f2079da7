/* set: widths of Chinese marks and the space between Han and Western text (composition.md B, C).
 * Room is what something takes between two Han, in thousandths of an em. */
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

struct room {
    const char *marked;
    int wanted; /* 1/1000 em */
};

#define ROOMS(...) ((const struct room[]){__VA_ARGS__, {NULL, 0}})

static void takes(const struct room *rows)
{
    for (; rows->marked; rows++) {
        int room = stick_room(&zh, rows->marked);
        ck_assert_msg(abs(room - rows->wanted) <= 2, "%s takes %d, not %d", rows->marked, room,
                      rows->wanted);
    }
}

/* Two ways to write the same thing take the same room. */
static void take_the_same(const char *const *marked)
{
    int first = stick_room(&zh, marked[0]);
    for (int i = 1; marked[i]; i++) {
        int room = stick_room(&zh, marked[i]);
        ck_assert_msg(room == first, "%s takes %d, %s takes %d", marked[0], first, marked[i], room);
    }
}

#define SAME(...) take_the_same((const char *const[]){__VA_ARGS__, NULL})

/* --- B: marks ------------------------------------------------------------------------ */

START_TEST(single_marks_fill_their_em)
{
    takes(ROOMS({"（", 1000}, {"）", 1000}, {"《", 1000}, {"》", 1000}, {"、", 1000}, {"，", 1000},
                {"；", 1000}, {"：", 1000}, {"。", 1000}, {"！", 1000}, {"？", 1000}, {"～", 1000},
                {"—", 1000}, {"　", 1000}));
    takes(ROOMS({"·", 500}, {"-", 500}, {"–", 500}, {"/", 500}));
    takes(ROOMS({"——", 2000}, {"……", 2000}, {"⋯⋯", 2000}, {"⸺", 2000}));
}
END_TEST

/* The class of a quotation mark goes by what stands in and around its pair, not by the font. */
START_TEST(b1_quotation_marks_are_full_width_in_chinese)
{
    takes(ROOMS({"“国”", 3000}, {"‘国’", 3000}, {"“国", 2000}));
    const struct line *line = stick_wide(&zh, "他说“联合国United Nations’s”");
    ck_assert_str_eq(line->runs[0].face->role, "han");
    ck_assert_str_eq(line->runs[line->run_count - 1].face->role, "han");
    line = stick_wide(&zh, "the term “peace” means");
    for (uint32_t r = 0; r < line->run_count; r++)
        ck_assert_str_eq(line->runs[r].face->role, "western");
    line = stick_wide(&zh, "国don’t国");
    ck_assert_int_eq(line->run_count, 3);
    ck_assert_str_eq(line->runs[1].face->role, "western");
    line = stick_wide(&en, "the term “国” means");
    ck_assert_str_eq(line->runs[1].face->role, "han");
    ck_assert_int_eq(line->runs[1].text_length, strlen("“国”"));
}
END_TEST

START_TEST(b2_adjacent_marks_lose_one_half)
{
    takes(ROOMS({"》》", 1500}, {"）、", 1500}, {"，”", 1500}, {"）。", 1500}, {"。”", 1500},
                {"》（", 1500}, {"，“", 1500}, {"。（", 1500}, {"（《", 1500}, {"“‘", 1500},
                {"）。”", 2000}, {"”）。", 2000}, {"》、《", 2000}, {"）·", 1000}, {"·（", 1000},
                {"，　", 1500}, {"　（", 1500}));
}
END_TEST

START_TEST(b2_what_is_left_alone)
{
    takes(ROOMS({"（）", 2000}, {"“”", 2000}, {"。。", 2000}, {"。！", 2000}, {"——（", 3000},
                {"）——", 3000}, {"～（", 2000}, {"……”", 3000}));
}
END_TEST

/* X, X3: two marks of asking and calling in the room of one, three in the room of two. */
START_TEST(b2_two_marks_of_asking_share_an_em)
{
    takes(ROOMS({"？！", 1000}, {"！？", 1000}, {"？？", 1000}, {"！！", 1000}));
    takes(ROOMS({"！！！", 2000}, {"？？？", 2000}));
}
END_TEST

START_TEST(b3_tight_pairs_take_an_em)
{
    zh.style->set.tight = true;
    takes(ROOMS({"》（", 1000}, {"，“", 1000}, {"。（", 1000}, {"）、", 1500}));
}
END_TEST

/* At a line's end a mark takes half an em exactly, at its start an opener begins with its ink. */
START_TEST(b4_b5_marks_at_the_edges_take_half_an_em)
{
    static const char *const ends[] = {"，", "。", "）", "”", "、"};
    length half = zh.em / 2;
    for (size_t i = 0; i < G_N_ELEMENTS(ends); i++) {
        const char *text = arena_printf(zh.arena, "国国国国国%s国国国", ends[i]);
        const struct line *line = &stick_set(&zh, text, 5 * zh.em + half)->setting[1].lines[0];
        ck_assert_int_eq(line->natural, 5 * zh.em + half);
        ck_assert_int_eq(line->opening, 0);
        ck_assert_int_eq(stick_x(line, 3), zh.em);
    }
    const struct para *para = stick_set(&zh, "国国国国国（国国国）", 5 * zh.em);
    const struct line *line = &para->setting[1].lines[1];
    ck_assert_str_eq(stick_line(&zh, line), "（国国国）");
    ck_assert_int_le(abs(stick_x(line, 0) + half), 2); /* the glyph's left half is blank */
    ck_assert_int_le(abs(stick_x(line, 3) - half), 2);
    ck_assert_int_le(abs(line->width - 4 * zh.em), 2);
}
END_TEST

START_TEST(b5_an_opener_begins_behind_the_indent)
{
    zh.style->forms[FORM_PREAMBULAR].first = 2 * zh.em;
    const struct line *line = stick_wide(&zh, "《国》");
    ck_assert_int_eq(stick_x(line, 3), 2 * zh.em + zh.em / 2);
}
END_TEST

/* The footnote mark stands close to the ink of the mark before it. */
START_TEST(b6_calls_stand_close)
{
    const struct line *line = stick_wide(&zh, "国，<n>国");
    ck_assert_int_le(abs(stick_x(line, 6) - stick_x(line, 3) - zh.em / 2), 2);
    line = stick_wide(&zh, "国。”<n>国");
    ck_assert_int_le(abs(stick_x(line, 9) - stick_x(line, 3) - zh.em), 2);
    line = stick_wide(&zh, "国）<n>。");
    ck_assert_int_le(abs(stick_x(line, 6) - stick_x(line, 3) - zh.em / 2), 2);
}
END_TEST

/* Trimming moves glyphs; it never puts others in their place. */
START_TEST(b7_trimming_keeps_the_glyphs)
{
    const struct line *alone = stick_wide(&zh, "国（国）国，国");
    const struct line *close = stick_wide(&zh, "国）（国），国");
    uint32_t opener = alone->runs[0].glyphs[1].id, closer = alone->runs[0].glyphs[3].id;
    uint32_t comma = alone->runs[0].glyphs[5].id;
    ck_assert_uint_eq(close->runs[0].glyphs[1].id, closer);
    ck_assert_uint_eq(close->runs[0].glyphs[2].id, opener);
    ck_assert_uint_eq(close->runs[0].glyphs[5].id, comma);
}
END_TEST

START_TEST(b8_styles_of_punctuation)
{
    zh.style->set.punctuation = "kaiming";
    takes(ROOMS({"，", 500}, {"（", 500}, {"）", 500}, {"、", 500}, {"。", 1000}, {"！", 1000}));
    zh.style->set.punctuation = "banjiao";
    takes(ROOMS({"，", 500}, {"（", 500}, {"。", 500}, {"——", 2000}));
}
END_TEST

/* B9: only where the style says so a mark stands in the margin, and then one. */
START_TEST(b9_marks_hang_where_the_style_says_so)
{
    static const char text[] = "国国国国国，国国国国国。”国国国国国";
    const struct para *para = stick_set(&zh, text, 6 * zh.em);
    for (int i = 0; i < para->setting[1].line_count; i++)
        ck_assert_int_le(para->setting[1].lines[i].width, 6 * zh.em);

    zh.style->set.hang = true;
    zh.compositor.diag = zh.diag = diag_new(zh.arena);
    para = stick_set(&zh, "国国国国国，国国国国国，国国国国", 5 * zh.em);
    ck_assert_str_eq(stick_lines(&zh, para), "国国国国国，|国国国国国，|国国国国");
    const struct line *line = &para->setting[1].lines[0];
    ck_assert_int_eq(stick_x(line, 15), 5 * zh.em);
    ck_assert_int_eq(line->opening, 0);
    ck_assert_msg(diag_count(zh.diag, DIAG_STYLE_LEVEL) == 0, "a mark that hangs is no fault:\n%s",
                  diag_text(zh.diag));
}
END_TEST

/* The pair is one unbroken rule of 2 em whatever stands around it: one glyph, or two that touch. */
START_TEST(b10_dashes_join)
{
    static const char *const rows[] = {"国——国", "“——”", "国<b>——</>国", "国—<b>—</>国", "A——B国"};
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        const struct line *line = stick_wide(&zh, rows[i]);
        length width = 0;
        for (uint32_t r = 0; r < line->run_count; r++)
            for (uint32_t g = 0; g < line->runs[r].glyph_count; g++) {
                const struct run *run = &line->runs[r];
                const char *at = run->text + run->glyphs[g].at;
                if (g_utf8_get_char(at) == 0x2014)
                    width += length_scale(run->size, face_advance(run->face, run->glyphs[g].id),
                                          run->face->upem);
            }
        ck_assert_msg(abs(width - 2 * zh.em) < 64, "%s: the glyphs fill %.2f em", rows[i],
                      (double)width / zh.em);
    }
}
END_TEST

/* --- C: Han and Western -------------------------------------------------------------- */

/* The room of Western text alone, by the same ruler: between two brackets nothing is added. */
static int bare(const char *western)
{
    return stick_room(&zh, arena_printf(zh.arena, "（%s）", western)) - 2000;
}

START_TEST(c1_a_quarter_em_between_han_and_western)
{
    static const char *const words[] = {"A", "5", "km", "Ω", "Ж", "5%", "#5", "+3", "$5", "5°"};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        int space = stick_room(&zh, words[i]) - bare(words[i]);
        ck_assert_msg(abs(space - 500) <= 3, "国%s国: %d around it, not 500", words[i], space);
    }
}
END_TEST

START_TEST(c2_exactly_one_space)
{
    SAME("第43/78 H号", "第 43/78 H 号", "第 43/78 H号", "第43/78 H 号", "第  43/78 H\u00a0号",
         "第\u2009"
         "43/78 H\u202f号",
         "第\u00a0"
         "43/78 H\u2005号");
    SAME("A", " A ", " A", "A ",
         "\u00a0"
         "A\u2006");
}
END_TEST

START_TEST(c3_nothing_beside_full_width_marks)
{
    SAME("，第", "， 第", "， 第", "，<b> 第</>");
    SAME("，A国", "， A国", "，A 国");
    SAME("（5）", "（ 5 ）", "（5 ）");
    SAME("“A”", "“ A ”");
    SAME("（A）国", "（A） 国");
}
END_TEST

START_TEST(c3_nothing_beside_brackets_and_calls)
{
    ck_assert_int_eq(stick_room(&zh, "(") - bare("("), 0);
    ck_assert_int_eq(stick_room(&zh, "(A)"), bare("(A)"));
    SAME("(A)", " (A) ");
    SAME("国<n>国", "国<n> 国", "国 <n>国");
    int call = stick_room(&zh, "<n>");
    ck_assert_int_eq(stick_room(&zh, "<n>A（"), call + bare("A") + 1000);
}
END_TEST

START_TEST(c4_no_space_at_the_edges)
{
    length measure = 4 * zh.em + zh.em / 4;
    const struct para *para = stick_set(&zh, "国国国国 Axm 国国国国", measure);
    const struct setting *setting = &para->setting[1];
    for (int i = 0; i < setting->line_count; i++) {
        ck_assert_int_eq(setting->lines[i].runs[0].x, 0);
        if (!setting->lines[i].last)
            ck_assert_int_eq(setting->lines[i].width, measure);
    }
    ck_assert_str_eq(stick_lines(&zh, para), "国国国国|Axm 国国|国国");
}
END_TEST

START_TEST(c5_a_space_between_two_han_is_an_autospace)
{
    takes(ROOMS({" ", 250}, {"国 国", 2250}, {"　", 1000}));
}
END_TEST

START_TEST(c6_combining_marks_belong_to_their_base)
{
    SAME("e\u0301", "\u00e9", " e\u0301 ");
    ck_assert_int_eq(stick_room(&zh, "\ufe00"), 0); /* a variation selector of the Han before it */
    SAME("国\ufe00"
         "A",
         "国A");
}
END_TEST

/* A letter and its accent, typed as two characters or as one, are the same letter. */
START_TEST(c6_accents_are_composed)
{
    const struct line *one = stick_wide(&zh, "caf\u00e9"), *two = stick_wide(&zh, "cafe\u0301");
    ck_assert_uint_eq(two->run_count, 1);
    ck_assert_uint_eq(two->runs[0].glyphs[3].id, one->runs[0].glyphs[3].id);
    ck_assert_int_eq(two->width, one->width);
}
END_TEST

/* What is copied has a space where the source had one, and none where it had none. */
START_TEST(c7_the_text_comes_back)
{
    static const char *const rows[] = {"第43/78 H号", "第 43/78 H 号",  "，第",   "， 第",
                                       "国 国",       "United Nations", "（ A ）"};
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        const struct line *line = stick_wide(&zh, rows[i]);
        ck_assert_str_eq(stick_line(&zh, line), rows[i]);
        for (const char *p = rows[i]; *p; p = g_utf8_next_char(p))
            stick_x(line, (uint32_t)(p - rows[i])); /* a glyph for each character, spaces too */
    }
    const struct para *para = stick_set(&zh, "国国国国 Axm 国国国国", 4 * zh.em);
    GString *text = g_string_new(NULL);
    for (int i = 0; i < para->setting[1].line_count; i++)
        for (uint32_t r = 0; r < para->setting[1].lines[i].run_count; r++) {
            const struct run *run = &para->setting[1].lines[i].runs[r];
            g_string_append_len(text, run->text, run->text_length);
        }
    ck_assert_str_eq(text->str, "国国国国 Axm 国国国国");
    g_string_free(text, TRUE);
}
END_TEST

/* C8, A11: with and without spans every glyph stands at the same place. Han are as wide in bold;
 * Western words are only linked and underlined here, since bold ones are wider. */
START_TEST(c8_style_boundaries_move_nothing)
{
    static const char *const pieces[] = {"第", "43/78 H", "号", "，",     "“",    "国", "”",  "。",
                                         "）", "（",      "——", "A/76/1", " 和 ", "……", "》", "国"};
    GString *plain = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(pieces); i++)
        g_string_append(plain, pieces[i]);
    const struct line *wanted = stick_wide(&zh, plain->str);
    for (size_t k = 0; k < 2 * G_N_ELEMENTS(pieces); k++) {
        GString *spans = g_string_new(NULL);
        for (size_t i = 0; i < G_N_ELEMENTS(pieces); i++) {
            bool western = g_ascii_isalnum(*pieces[i]);
            const char *span = k % 2 && !western ? "<b>%s</>" : "<a><u>%s</></>";
            g_string_append(spans,
                            i == k / 2 ? arena_printf(zh.arena, span, pieces[i]) : pieces[i]);
        }
        const struct line *line = stick_wide(&zh, spans->str);
        for (const char *p = plain->str; *p; p = g_utf8_next_char(p)) {
            uint32_t byte = (uint32_t)(p - plain->str);
            if (g_str_has_prefix(p, "—") && byte && g_str_has_prefix(p - 3, "——"))
                continue; /* of one glyph with the dash before it */
            ck_assert_msg(abs(stick_x(line, byte) - stick_x(wanted, byte)) <= 1, "%s: byte %u",
                          spans->str, byte);
        }
        g_string_free(spans, TRUE);
    }
    g_string_free(plain, TRUE);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("set: widths");
    TCase *tests = tcase_create("set: widths");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, single_marks_fill_their_em);
    tcase_add_test(tests, b1_quotation_marks_are_full_width_in_chinese);
    tcase_add_test(tests, b2_adjacent_marks_lose_one_half);
    tcase_add_test(tests, b2_what_is_left_alone);
    tcase_add_test(tests, b2_two_marks_of_asking_share_an_em);
    tcase_add_test(tests, b3_tight_pairs_take_an_em);
    tcase_add_test(tests, b4_b5_marks_at_the_edges_take_half_an_em);
    tcase_add_test(tests, b5_an_opener_begins_behind_the_indent);
    tcase_add_test(tests, b6_calls_stand_close);
    tcase_add_test(tests, b7_trimming_keeps_the_glyphs);
    tcase_add_test(tests, b8_styles_of_punctuation);
    tcase_add_test(tests, b9_marks_hang_where_the_style_says_so);
    tcase_add_test(tests, b10_dashes_join);
    tcase_add_test(tests, c1_a_quarter_em_between_han_and_western);
    tcase_add_test(tests, c2_exactly_one_space);
    tcase_add_test(tests, c3_nothing_beside_full_width_marks);
    tcase_add_test(tests, c3_nothing_beside_brackets_and_calls);
    tcase_add_test(tests, c4_no_space_at_the_edges);
    tcase_add_test(tests, c5_a_space_between_two_han_is_an_autospace);
    tcase_add_test(tests, c6_combining_marks_belong_to_their_base);
    tcase_add_test(tests, c6_accents_are_composed);
    tcase_add_test(tests, c7_the_text_comes_back);
    tcase_add_test(tests, c8_style_boundaries_move_nothing);
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
