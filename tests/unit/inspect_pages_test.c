/* Finished PDFs read back: where glyphs stand and what they say, lines, rectangles, marked content;
 * what the rules measure against the style. The files are written here, object by object. */
#include <math.h>
#include <string.h>

#include "inspect/compare.h"
#include "inspect/files.h"
#include "inspect/inspect.h"
#include "suite.h"

/* --- a PDF of one page ----------------------------------------------------------------------- */

#define BARE_FONT                                                                                  \
    "/Type /Font /Subtype /TrueType /BaseFont /Example /FirstChar 32 /LastChar 126 "               \
    "/FontDescriptor << /Type /FontDescriptor /FontName /Example /Flags 32 /MissingWidth 500 >> "
#define TREE "/StructTreeRoot << /K << /S /P /Pg 3 0 R /K 0 >> >>"
#define FONT BARE_FONT "/Encoding /WinAnsiEncoding"

static void add_object(GString *out, GArray *places, const char *text)
{
    gsize at = out->len;
    g_array_append_val(places, at);
    g_string_append_printf(out, "%u 0 obj\n%s\nendobj\n", places->len, text);
}

/* `page`: more keys of the page, `font`: those of its font F1; content is drawn by it. A sequence
 * 0 is a paragraph of a tagged file. */
static char *write_pdf(const char *content, const char *page, const char *font, gsize *size)
{
    GString *out = g_string_new("%PDF-1.7\n");
    GArray *places = g_array_new(FALSE, FALSE, sizeof(gsize));
    char *texts[] = {
        g_strdup_printf("<< /Type /Catalog /Pages 2 0 R /Lang (en) %s >>",
                        strstr(content, "/MCID 0>>") ? TREE : ""),
        g_strdup("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
        g_strdup_printf(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595.275 841.89] /Contents 4 0 R "
            "/Resources << /Font << /F1 5 0 R >> >> %s >>",
            page),
        g_strdup_printf("<< /Length %zu >>\nstream\n%s\nendstream", strlen(content), content),
        g_strdup_printf("<< %s >>", font),
    };
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        add_object(out, places, texts[i]);
        g_free(texts[i]);
    }
    gsize table = out->len;
    g_string_append_printf(out, "xref\n0 %u\n0000000000 65535 f \n", places->len + 1);
    for (guint i = 0; i < places->len; i++)
        g_string_append_printf(out, "%010zu 00000 n \n", g_array_index(places, gsize, i));
    g_string_append_printf(out, "trailer\n<< /Size %u /Root 1 0 R >>\nstartxref\n%zu\n%%%%EOF\n",
                           places->len + 1, table);
    g_array_unref(places);
    *size = out->len;
    return g_string_free(out, FALSE);
}

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

static struct inspection *read_page(const char *content, const char *page, const char *font)
{
    gsize size;
    char *bytes = write_pdf(content, page, font, &size);
    struct source *source = source_over(arena, "made.pdf", arena_strndup(arena, bytes, size), size);
    g_free(bytes);
    source->paged = true;
    struct inspection *inspection = inspect_read(arena, source, diag);
    ck_assert_ptr_nonnull(inspection);
    ck_assert_int_eq((int)inspection->sheets->len, 1);
    return inspection;
}

static const struct sheet *sheet_of(const char *content)
{
    return inspect_sheet(read_page(content, "", FONT), 0);
}

static const struct sheet_glyph *glyph_at(const struct sheet *sheet, guint index)
{
    ck_assert_uint_lt(index, sheet->glyphs->len);
    return &g_array_index(sheet->glyphs, struct sheet_glyph, index);
}

/* --- glyphs and lines ------------------------------------------------------------------------- */

START_TEST(glyphs_stand_where_the_operators_say)
{
    const struct sheet *sheet =
        sheet_of("BT /F1 10 Tf 2 Tc 50 Tz 1 0 0 1 100 741.89 Tm [(ab) -1000 (c)] TJ ET");
    ck_assert_double_eq_tol(glyph_at(sheet, 0)->x, 100, 1e-6);
    ck_assert_double_eq_tol(glyph_at(sheet, 0)->y, 100, 1e-6);
    ck_assert_double_eq_tol(glyph_at(sheet, 0)->advance, 2.5, 1e-6);
    ck_assert_double_eq_tol(glyph_at(sheet, 1)->x, 103.5, 1e-6); /* (5 + 2) / 2 */
    ck_assert_double_eq_tol(glyph_at(sheet, 2)->x, 112, 1e-6);   /* and 10 / 2 */
}
END_TEST

START_TEST(gaps_are_spaces_and_raised_figures_in_the_line)
{
    const struct sheet *sheet = sheet_of(
        "BT /F1 10 Tf 1 0 0 1 100 700 Tm (one) Tj 20 0 Td (two) Tj /F1 6 Tf 15 3 Td (3) Tj "
        "/F1 10 Tf -35 -15 Td (four) Tj ET");
    ck_assert_int_eq((int)sheet->lines->len, 2);
    ck_assert_str_eq(inspect_line(sheet, 0)->text, "one two3");
    ck_assert_double_eq_tol(inspect_line(sheet, 0)->y, 141.89, 1e-6);
    ck_assert_str_eq(inspect_line(sheet, 1)->text, "four");
}
END_TEST

START_TEST(what_is_cut_off_is_in_no_line)
{
    static const char content[] = "/Artifact BMC BT /F1 10 Tf 1 0 0 1 20 20 Tm (slug) Tj ET EMC "
                                  "BT /F1 10 Tf 1 0 0 1 100 700 Tm (text) Tj ET";
    const struct inspection *in = read_page(content, "/TrimBox [50 50 545 791]", FONT);
    ck_assert_int_eq((int)inspect_sheet(in, 0)->lines->len, 1);
    ck_assert_str_eq(inspect_line(inspect_sheet(in, 0), 0)->text, "text");
    ck_assert_double_eq_tol(inspect_line(inspect_sheet(in, 0), 0)->left, 50, 1e-6);
}
END_TEST

START_TEST(four_lines_are_a_rectangle)
{
    const struct sheet *sheet = sheet_of(
        "0 g 10 20 30 40 re f 10 20 m 40 20 l 40 60 l 10 60 l h f 10 20 m 40 60 l 5 5 l f");
    ck_assert_int_eq((int)sheet->patches->len, 2);
    const struct patch *drawn = &g_array_index(sheet->patches, struct patch, 1);
    ck_assert_mem_eq(drawn, &g_array_index(sheet->patches, struct patch, 0),
                     offsetof(struct patch, after));
    ck_assert_double_eq_tol(drawn->height, 40, 1e-6);
    ck_assert_int_eq(sheet->shades, 1);
}
END_TEST

/* --- marked content, slips -------------------------------------------------------------------- */

START_TEST(marks_hand_their_number_down)
{
    const struct sheet *sheet = sheet_of("BT /F1 10 Tf /P << /MCID 4 >> BDC /Span << /ActualText "
                                         "(x) >> BDC (a) Tj EMC (b) Tj EMC (c) Tj ET");
    const struct mark *inner = &g_array_index(sheet->marks, struct mark, glyph_at(sheet, 0)->mark);
    ck_assert_int_eq(inner->mcid, 4);
    ck_assert(!inner->own);
    ck_assert_str_eq(inner->actual, "x");
    ck_assert(g_array_index(sheet->marks, struct mark, glyph_at(sheet, 1)->mark).own);
    ck_assert_int_eq(glyph_at(sheet, 2)->mark, -1);
    ck_assert_ptr_null(sheet->slip);
}
END_TEST

START_TEST(slips_of_content_are_named)
{
    static const char *const slips[][2] = {
        {"Q", "Q restores a state that no q saved"},
        {"q", "q saves a state that no Q restores"},
        {"EMC", "EMC ends marked content that nothing began"},
        {"/P BMC", "marked content is begun that EMC never ends"},
        {"BT /F9 10 Tf ET", "Tf asks for a font /F9 that the resources have not"},
        {"/Im1 Do", "Do asks for an object /Im1 that the resources have not"},
        {"1 2 tm", "“tm” is no operator"},
        {"q 1 0 0 1 0 0 cm Q 0 0 m 1 1 l S", NULL},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(slips); i++)
        ck_assert_pstr_eq(sheet_of(slips[i][0])->slip, slips[i][1]);
}
END_TEST

/* --- fonts ------------------------------------------------------------------------------------ */

START_TEST(codes_have_text_and_widths)
{
    const struct inspection *in =
        read_page("BT /F1 10 Tf ( abc) Tj ET", "",
                  BARE_FONT "/Widths [250] /Encoding << /BaseEncoding /WinAnsiEncoding "
                            "/Differences [97 /eacute /uni0416] >>");
    const struct sheet *sheet = inspect_sheet(in, 0);
    ck_assert_str_eq(glyph_at(sheet, 1)->text, "é");
    ck_assert_str_eq(glyph_at(sheet, 2)->text, "Ж");
    ck_assert_str_eq(glyph_at(sheet, 3)->text, "c");
    ck_assert_double_eq_tol(glyph_at(sheet, 0)->advance, 2.5, 1e-6);
    ck_assert_double_eq_tol(glyph_at(sheet, 1)->advance, 5, 1e-6);
}
END_TEST

START_TEST(tables_of_text_have_ranges)
{
    static const char table[] =
        "1 begincodespacerange <0000><FFFF> endcodespacerange 1 beginbfchar <0001><00660069> "
        "endbfchar 2 beginbfrange <0002><0004><0061> <0010><0011>[<4E00><D840DC00>] endbfrange";
    const struct cmap *cmap = cmap_read(arena, table, sizeof table - 1);
    ck_assert_str_eq(cmap_text(cmap, 1), "fi");
    ck_assert_str_eq(cmap_text(cmap, 4), "c");
    ck_assert_str_eq(cmap_text(cmap, 0x11), "\xF0\xA0\x80\x80");
    ck_assert_ptr_null(cmap_text(cmap, 5));
}
END_TEST

/* --- against the style ------------------------------------------------------------------------ */

static bool tells(const char *content, enum diag_slug slug)
{
    struct inspection *in = read_page(content, "", FONT);
    in->diag = diag_new(arena);
    in->style = style_load(arena, "un", EN, diag);
    inspect_all(in);
    int count;
    const struct diag_message *const *messages = diag_messages(in->diag, &count);
    for (int i = 0; i < count; i++)
        if (messages[i]->slug == slug)
            return true;
    return false;
}

static bool tells_at(double x, double y, enum diag_slug slug)
{
    char *content =
        g_strdup_printf("BT /F1 10 Tf 1 0 0 1 %.3f %.3f Tm (word) Tj ET", x, 841.89 - y);
    bool told = tells(content, slug);
    g_free(content);
    return told;
}

START_TEST(margins_end_where_the_style_says)
{
    const struct style *style = style_load(arena, "un", EN, diag);
    double start = inspect_points(style->page.frame_start);
    double end = inspect_points(style->page.frame_end) - 20; /* the word is 20 wide */
    ck_assert(!tells_at(start - 0.5, 400, DIAG_INSPECT_MARGIN));
    ck_assert(tells_at(start - 1.5, 400, DIAG_INSPECT_MARGIN));
    ck_assert(!tells_at(end + 0.5, 400, DIAG_INSPECT_MARGIN));
    ck_assert(tells_at(end + 1.5, 400, DIAG_INSPECT_MARGIN));
}
END_TEST

START_TEST(the_type_area_ends_where_the_style_says)
{
    const struct style *style = style_load(arena, "un", EN, diag);
    double bottom = inspect_points(style->page.bottom_first) +
                    inspect_points(style->forms[FORM_PARAGRAPH].leading);
    double foot = inspect_points(style->run.job_baseline) - 20;
    ck_assert(!tells_at(200, bottom + 0.5, DIAG_INSPECT_TYPE_AREA));
    if (bottom + 1.5 < foot)
        ck_assert(tells_at(200, bottom + 1.5, DIAG_INSPECT_TYPE_AREA));
    ck_assert(
        !tells_at(200, foot + 1, DIAG_INSPECT_TYPE_AREA)); /* the foot of a file without tags */
}
END_TEST

START_TEST(inks_and_hidden_text_are_told)
{
    ck_assert(!tells("BT /F1 10 Tf 1 0 0 1 100 700 Tm (a) Tj ET", DIAG_INSPECT_COLOUR));
    ck_assert(!tells("0 0 0 1 k BT /F1 10 Tf 100 700 Td (a) Tj ET", DIAG_INSPECT_COLOUR));
    ck_assert(tells(".1 0 0 1 k BT /F1 10 Tf 100 700 Td (a) Tj ET", DIAG_INSPECT_COLOUR));
    ck_assert(tells("0 0 0 rg BT /F1 10 Tf 100 700 Td (a) Tj ET", DIAG_INSPECT_COLOUR));
    ck_assert(tells("BT 3 Tr /F1 10 Tf 100 700 Td (a) Tj ET", DIAG_INSPECT_HIDDEN));
    ck_assert(tells("1 g BT /F1 10 Tf 100 700 Td (a) Tj ET", DIAG_INSPECT_HIDDEN));
    ck_assert(
        tells("BT /F1 10 Tf 100 700 Td (a) Tj ET 1 g 90 690 40 30 re f", DIAG_INSPECT_HIDDEN));
    ck_assert(
        !tells("1 g 90 690 40 30 re f 0 g BT /F1 10 Tf 100 700 Td (a) Tj ET", DIAG_INSPECT_HIDDEN));
    ck_assert(tells("q 0 0 9 9 re W n BT /F1 10 Tf 100 700 Td (a) Tj ET Q", DIAG_INSPECT_HIDDEN));
    ck_assert(!tells("q 0 0 9 9 re W n Q BT /F1 10 Tf 100 700 Td (a) Tj ET", DIAG_INSPECT_HIDDEN));
    ck_assert(
        !tells("0 g 90 690 40 30 re f 1 g BT /F1 10 Tf 100 700 Td (a) Tj ET", DIAG_INSPECT_HIDDEN));
}
END_TEST

/* Marks that hang out of the measure, in all lines that end with one, are meant. */
static char *write_paragraphs(int hung, int astray)
{
    GString *content = g_string_new("/P <</MCID 0>> BDC BT /F1 10 Tf ");
    for (int i = 0; i < 40; i++)
        g_string_append_printf(content, "1 0 0 1 %.1f %d Tm (word%s) Tj ",
                               i < hung            ? 102.0
                               : i < hung + astray ? 103.0
                                                   : 100.0,
                               780 - 14 * i, i < hung ? "," : "s");
    g_string_append(content, "ET EMC");
    return g_string_free(content, FALSE);
}

START_TEST(marks_may_hang_and_letters_not)
{
    char *hung = write_paragraphs(5, 0), *astray = write_paragraphs(5, 1);
    char *one = write_paragraphs(1, 0);
    ck_assert(!tells(hung, DIAG_INSPECT_MEASURE));
    ck_assert(tells(astray, DIAG_INSPECT_MEASURE));
    ck_assert(tells(one, DIAG_INSPECT_MEASURE));
    g_free(hung);
    g_free(astray);
    g_free(one);
}
END_TEST

START_TEST(the_symbol_chooses_the_style)
{
    ck_assert_str_eq(files_style_of_symbol("A/RES/76/19"), "ga-resolution");
    ck_assert_str_eq(files_style_of_symbol("S/PRST/2015/1"), "sc-statement");
    ck_assert_str_eq(files_style_of_symbol("A/HRC/RES/50/1"), "hrc-resolution");
    ck_assert_str_eq(files_style_of_symbol("ECE/TRADE/C/1"), "un");
    ck_assert_str_eq(files_style_of_symbol(NULL), "un");
}
END_TEST

/* --- two pages -------------------------------------------------------------------------------- */

START_TEST(lines_are_the_same_moved_or_lost)
{
    const struct inspection *want = read_page(
        "BT /F1 10 Tf 14 TL 1 0 0 1 100 700 Tm (one) Tj T* (two) Tj T* (three) Tj ET", "", FONT);
    const struct inspection *got = read_page(
        "BT /F1 10 Tf 14 TL 1 0 0 1 100 700 Tm (one) Tj 2 -14 Td (two) Tj T* (four) Tj ET", "",
        FONT);
    GPtrArray *pages = compare_text(arena, want->sheets, got->sheets, 0.5);
    ck_assert_int_eq((int)pages->len, 1);
    const struct page_difference *page = g_ptr_array_index(pages, 0);
    ck_assert_int_eq(page->moved, 1);
    ck_assert_int_eq(page->lost, 1);
    ck_assert_int_eq(page->added, 1);
    ck_assert_int_eq((int)page->changes->len, 4);
}
END_TEST

static char *write_lines(int count, int other)
{
    GString *content = g_string_new("BT /F1 1 Tf 1 TL 1 0 0 1 100 790 Tm ");
    for (int i = 0; i < count; i++)
        g_string_append_printf(content, "(%s %d) Tj T* ", i == other ? "new" : "line", i);
    g_string_append(content, "ET");
    return g_string_free(content, FALSE);
}

START_TEST(long_pages_are_compared_to_their_end)
{
    char *one = write_lines(700, -1), *two = write_lines(700, 690);
    const struct inspection *want = read_page(one, "", FONT), *got = read_page(two, "", FONT);
    GPtrArray *same = compare_text(arena, want->sheets, want->sheets, 0.5);
    ck_assert_int_eq(((struct page_difference *)g_ptr_array_index(same, 0))->lost, 0);
    GPtrArray *pages = compare_text(arena, want->sheets, got->sheets, 0.5);
    const struct page_difference *page = g_ptr_array_index(pages, 0);
    ck_assert_int_eq(page->lost, page->added);
    ck_assert_int_le(page->lost, 10);
    g_free(one);
    g_free(two);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("inspect: pages");
    TCase *pages = tcase_create("pages");
    tcase_add_checked_fixture(pages, set_up, tear_down);
    tcase_add_test(pages, glyphs_stand_where_the_operators_say);
    tcase_add_test(pages, gaps_are_spaces_and_raised_figures_in_the_line);
    tcase_add_test(pages, what_is_cut_off_is_in_no_line);
    tcase_add_test(pages, four_lines_are_a_rectangle);
    tcase_add_test(pages, marks_hand_their_number_down);
    tcase_add_test(pages, slips_of_content_are_named);
    tcase_add_test(pages, codes_have_text_and_widths);
    tcase_add_test(pages, tables_of_text_have_ranges);
    tcase_add_test(pages, margins_end_where_the_style_says);
    tcase_add_test(pages, the_type_area_ends_where_the_style_says);
    tcase_add_test(pages, inks_and_hidden_text_are_told);
    tcase_add_test(pages, marks_may_hang_and_letters_not);
    tcase_add_test(pages, the_symbol_chooses_the_style);
    tcase_add_test(pages, lines_are_the_same_moved_or_lost);
    tcase_add_test(pages, long_pages_are_compared_to_their_end);
    suite_add_tcase(suite, pages);
    return suite_run(suite);
}
