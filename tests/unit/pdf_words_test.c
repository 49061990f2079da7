/* pdf: the words come back out of the file as they were in the source. */
#include "pdf_desk.h"

START_TEST(white_without_a_space_is_none)
{
    struct node *block = add(desk.doc, NODE_PARAGRAPH, "");
    struct node *link = add(block, NODE_LINK, "43/78");
    put(han_bold, block, "其");
    desk_skip(&desk, 250);
    put_mixed(block, (const char *const[]){"2021", "年", "12", "月", "6", "日第", NULL});
    desk_skip(&desk, 250);
    put(western, link, "43/78");
    desk_skip(&desk, 400);
    put(han, block, "号，");
    desk_skip(&desk, -500); /* a mark that gave away its blank half */
    put(han, block, "（甲");
    check_words(desk_book(&desk, "x"), "其2021年12月6日第43/78号，（甲");
}
END_TEST

START_TEST(a_space_without_white_is_one)
{
    struct node *block = add(desk.doc, NODE_PARAGRAPH, "");
    const char *const pieces[] = {"第", " ", "43/78", " ", "H", " ", "号，", " ", "甲", NULL};
    for (int i = 0; pieces[i]; i++) {
        length before = desk.x;
        put(g_ascii_isalnum(*pieces[i]) || *pieces[i] == ' ' ? western : han, block, pieces[i]);
        if (*pieces[i] == ' ')
            desk.x = before + desk.size / 8;
    }
    check_words(desk_book(&desk, "x"), "第 43/78 H 号， 甲");
}
END_TEST

START_TEST(one_glyph_may_have_two_texts)
{
    struct node *block = add(desk.doc, NODE_PARAGRAPH, "");
    put(han, block, "一\u2F00一"); /* a radical with the glyph of the number one */
    put(western, block, "a\u00A0b office");
    const struct book *book = desk_book(&desk, "x");
    const char *content = content_of(open_book(book), 0);
    ck_assert_ptr_null(strstr(content, "/ActualText<FEFF2F00>")); /* has a code of its own */
    hb_codepoint_t space = 0, tied = 0; /* one glyph for both, in some faces: the page says which */
    hb_font_get_nominal_glyph(western->hb_font, ' ', &space);
    hb_font_get_nominal_glyph(western->hb_font, 0xA0, &tied);
    ck_assert(!!strstr(content, "/ActualText<FEFF00A0>") == (space == tied));
    check_words(book, "一\u2F00一a b office"); /* pdftotext knows one space only */
}
END_TEST

START_TEST(a_hyphen_of_the_line_break_is_no_text)
{
    desk.doc->as.doc.language = EN;
    struct node *block = add(desk.doc, NODE_PARAGRAPH, "example");
    put(western, block, "exam");
    put_part(western, block, RUN_HYPHEN, "-");
    struct placed *last = &g_array_index(desk.items, struct placed, desk.items->len - 1);
    ((struct run *)last->run)->text_length = 0; /* as the galley has it */
    desk_line(&desk);
    put(western, block, "ple");
    const struct book *book = desk_book(&desk, "x");
    const struct reader *r = open_book(book);
    ck_assert_str_eq(outline_of(r), "Document(P)");
    const char *content = content_of(r, 0);
    ck_assert_ptr_nonnull(strstr(content, "/Artifact<</Type/Layout>>BDC\n"));
    ck_assert_ptr_nonnull(strstr(content, "/P<</MCID 1>>BDC"));
    const char *words = words_of(book, "-nopgbrk");
    ck_assert_str_eq(words ? words : "example", "example"); /* joined by the reader */
}
END_TEST

START_TEST(a_hyphen_of_the_text_stays_at_a_line_end)
{
    desk.doc->as.doc.language = EN;
    struct node *block = add(desk.doc, NODE_PARAGRAPH, "consensus-based");
    put(western, block, "consensus-");
    desk_line(&desk);
    put(western, block, "based");
    check_words(desk_book(&desk, "x"), "consensus- \nbased");
}
END_TEST

int main(int argc, char **argv)
{
    const TTest *const all[] = {white_without_a_space_is_none,
                                a_space_without_white_is_one,
                                one_glyph_may_have_two_texts,
                                a_hyphen_of_the_line_break_is_no_text,
                                a_hyphen_of_the_text_stays_at_a_line_end,
                                NULL};
    return pdf_main("pdf words", all, argc, argv);
}
