/* Imposition: which page lies where on which side, against tables worked out by hand; boxes, marks
 * and slug lines; what does not fit. */
#include "page/impose.h"
#include "page_desk.h"
#include "suite.h"

#define MM(x) PT((x)*72 / 25.4)
#define BLANK (-1)

static struct compositor desk_hand(void)
{
    return (struct compositor){arena, style, fonts, diag, source};
}

/* A book of empty pages. */
static struct book *blank_book(int count)
{
    struct book *book = ARENA_NEW(arena, struct book);
    struct page *pages = ARENA_ARRAY(arena, struct page, count);
    for (int i = 0; i < count; i++)
        pages[i].number = i + 1;
    *book = (struct book){.doc = doc,
                          .style = style,
                          .source = source,
                          .width = style->page.width,
                          .height = style->page.height,
                          .page_count = count,
                          .pages = pages,
                          .symbol = "A/RES/76/19",
                          .language = style->language,
                          .date = {2021, 12, 6}};
    return book;
}

static const struct imposition *impose(int count, const char *scheme, const char *sheet)
{
    struct print_order order = {0};
    struct compositor hand = desk_hand();
    if (scheme)
        ck_assert(impose_take_scheme(&order, scheme));
    if (sheet)
        ck_assert(impose_take_sheet(&order, sheet));
    return impose_book(&hand, blank_book(count), &order);
}

/* The page in the n-th place of a side, by rows: 1 is the first; BLANK: none. `places` is 2 or 4.
 */
static int page_in(const struct imposition *imposition, int side, int place, int places,
                   bool *turned)
{
    const struct book *sheets = &imposition->sheets;
    for (int i = 0; i < imposition->sides[side].cell_count; i++) {
        const struct cell *cell = &imposition->sides[side].cells[i];
        int column = cell->x + imposition->book->width / 2 > sheets->width / 2;
        int row = places == 4 && cell->y + imposition->book->height / 2 > sheets->height / 2;
        if (row * 2 + column == place) {
            *turned = cell->turned;
            return cell->page + 1;
        }
    }
    return BLANK;
}

/* Upside-down pages are written with 100 added. */
static void is_imposed(const struct imposition *imposition, int sides, int places,
                       const int *wanted)
{
    ck_assert_ptr_nonnull(imposition);
    ck_assert_int_eq(imposition->sheets.page_count, sides);
    for (int i = 0; i < sides; i++)
        for (int j = 0; j < places; j++) {
            bool turned = false;
            int page = page_in(imposition, i, j, places, &turned);
            ck_assert_msg(page + (turned ? 100 : 0) == wanted[i * places + j],
                          "side %d, place %d: page %d%s", i, j, page, turned ? " turned" : "");
        }
}

/* --- tables worked out by hand ------------------------------------------------------- */

/* A/RES/76/19 has 3 pages: one sheet, folded; page 4 is blank. */
START_TEST(three_pages_are_a_booklet_of_one_sheet)
{
    const int wanted[] = {BLANK, 1, 2, 3};
    is_imposed(impose(3, "booklet", NULL), 2, 2, wanted);
}
END_TEST

START_TEST(in_arabic_a_booklet_opens_from_the_right)
{
    const int wanted[] = {1, BLANK, 3, 2};
    open_language(AR);
    is_imposed(impose(3, "booklet", NULL), 2, 2, wanted);
}
END_TEST

START_TEST(forty_pages_are_a_booklet_of_ten_sheets)
{
    const int wanted[] = {
        40, 1,  2,  39, /* the outermost sheet, front and back */
        38, 3,  4,  37, 36, 5,  6,  35, 34, 7,  8,  33, 32, 9,  10, 31, 30, 11, 12,
        29, 28, 13, 14, 27, 26, 15, 16, 25, 24, 17, 18, 23, 22, 19, 20, 21, /* the heart of it */
    };
    is_imposed(impose(40, "booklet", "a3"), 20, 2, wanted);
}
END_TEST

START_TEST(forty_pages_are_three_signatures_the_last_one_short)
{
    const int wanted[] = {
        16, 1,  2,  15, 14, 3,  4,  13, 12, 5,  6,  11, 10, 7,  8,  9,  /* pages 1 to 16 */
        32, 17, 18, 31, 30, 19, 20, 29, 28, 21, 22, 27, 26, 23, 24, 25, /* 17 to 32 */
        40, 33, 34, 39, 38, 35, 36, 37,                                 /* 33 to 40 */
    };
    is_imposed(impose(40, "signature:16", NULL), 20, 2, wanted);
}
END_TEST

/* Folded twice: heads together, the upper row upside down. 1 and 8 are the outside, 4 and 5 the
 * middle, and behind each page its other side: 1 and 2, 3 and 4, … */
START_TEST(a_sheet_for_four_pages_is_folded_twice)
{
    const int wanted[] = {
        105, 104, 8, 1, 103, 106, 2, 7, /* 8 pages: one sheet */
    };
    is_imposed(impose(8, "signature:8", "SRA2"), 2, 4, wanted);
    const int sixteen[] = {
        113, 104, 16, 1, 103, 114, 2, 15, /* the outer sheet of 16 pages */
        109, 108, 12, 5, 107, 110, 6, 11, /* the inner one */
    };
    is_imposed(impose(16, "booklet", "SRA2"), 4, 4, sixteen);
}
END_TEST

START_TEST(leaves_lie_in_order_when_they_are_cut_apart)
{
    const int two[] = {1, 3, 4, 2, 5, BLANK, BLANK, 6};
    const int four[] = {1, 3, 5, BLANK, 4, 2, BLANK, 6};
    is_imposed(impose(6, "2up", NULL), 4, 2, two);
    is_imposed(impose(6, "4up", NULL), 2, 4, four);
}
END_TEST

/* What a leaf has on its two sides lies back to back: the sheet is turned over sideways. */
START_TEST(the_two_sides_of_a_leaf_lie_back_to_back)
{
    static const char *const schemes[][2] = {
        {"booklet", "SRA3"}, {"signature:16", "SRA2"}, {"2up", "A3"}, {"4up", "A2"}};
    for (size_t i = 0; i < G_N_ELEMENTS(schemes); i++) {
        const struct imposition *imposition = impose(48, schemes[i][0], schemes[i][1]);
        length width = imposition->sheets.width - imposition->book->width;
        for (int s = 0; s < imposition->sheets.page_count; s += 2) {
            const struct side *front = &imposition->sides[s], *back = front + 1;
            ck_assert_int_eq(front->cell_count, back->cell_count);
            for (int f = 0; f < front->cell_count; f++) {
                const struct cell *a = &front->cells[f];
                bool found = false;
                for (int b = 0; b < back->cell_count; b++) {
                    const struct cell *c = &back->cells[b];
                    found |= c->page / 2 == a->page / 2 && c->page != a->page && c->y == a->y &&
                             ABS(c->x - (width - a->x)) <= 1 && c->turned == a->turned;
                }
                ck_assert_msg(found, "%s: page %d has not its own back", schemes[i][0],
                              a->page + 1);
            }
        }
    }
}
END_TEST

/* --- measures ------------------------------------------------------------------------ */

START_TEST(inner_sheets_creep_towards_the_fold)
{
    const struct imposition *imposition = impose(40, "booklet", "SRA3");
    length half = imposition->sheets.width / 2, wide = imposition->book->width;
    for (int sheet = 0; sheet < 10; sheet++) {
        const struct cell *left = &imposition->sides[2 * sheet].cells[0], *right = left + 1;
        length creep = sheet * style->print.paper;
        ck_assert_int_le(ABS(left->x + wide - half - creep), 1);
        ck_assert_int_le(ABS(half - creep - right->x), 1);
        ck_assert_int_le(ABS(left->clip.x + left->clip.width - half), 1); /* not over the fold */
    }
}
END_TEST

START_TEST(a_single_page_has_trim_bleed_and_margin)
{
    const struct imposition *imposition = impose(2, NULL, NULL);
    ck_assert(imposition->single);
    ck_assert_int_eq(imposition->sheets.page_count, 2);
    ck_assert_int_eq(imposition->sheets.width, style->page.width + 2 * style->print.margin);
    ck_assert_int_eq(imposition->trim.x, style->print.margin);
    ck_assert_int_eq(imposition->trim.width, style->page.width);
    ck_assert_int_eq(imposition->trim.height, style->page.height);
    ck_assert_int_eq(imposition->trim.x - imposition->bleed.x, MM(3));
    ck_assert_int_eq(imposition->bleed.height - imposition->trim.height, 2 * MM(3));
}
END_TEST

static void is_outside(const struct imposition *imposition, length x, length y)
{
    const struct box *bleed = &imposition->bleed;
    ck_assert(x >= 0 && x <= imposition->sheets.width);
    ck_assert(y >= 0 && y <= imposition->sheets.height);
    ck_assert_msg(x <= bleed->x || x >= bleed->x + bleed->width || y <= bleed->y ||
                      y >= bleed->y + bleed->height,
                  "a mark within the bleed");
}

START_TEST(marks_stand_outside_the_bleed_and_on_the_sheet)
{
    static const char *const schemes[] = {NULL, "booklet", "2up", "4up"};
    for (size_t i = 0; i < G_N_ELEMENTS(schemes); i++) {
        const struct imposition *imposition = impose(5, schemes[i], NULL);
        const struct page *side = imposition->sheets.pages;
        int shapes = 0;
        for (int j = 0; j < side->count; j++) {
            const struct placed *item = &side->items[j];
            ck_assert_int_eq(item->artifact, ARTIFACT_PRESS);
            if (item->kind == PLACED_RUN)
                is_outside(imposition, item->x, item->y - item->run->size);
            for (int k = 0; item->kind == PLACED_SHAPE && k < item->shape->count; k++) {
                const struct stroke *stroke = &item->shape->strokes[k];
                if (stroke->op == 'z')
                    continue;
                is_outside(imposition, stroke->a[0], stroke->a[1]);
                if (stroke->op == 'r')
                    is_outside(imposition, stroke->a[0] + stroke->a[2],
                               stroke->a[1] + stroke->a[3]);
            }
            shapes += item->kind == PLACED_SHAPE;
        }
        ck_assert_int_ge(shapes, 8 + 4 * 3); /* corners; rings and crosses in four margins */
    }
}
END_TEST

static const char *slug_text(const struct imposition *imposition, int side)
{
    const struct page *page = &imposition->sheets.pages[side];
    GString *text = g_string_new(NULL);
    for (int i = 0; i < page->count; i++)
        if (page->items[i].kind == PLACED_RUN)
            g_string_append_len(text, page->items[i].run->text, page->items[i].run->text_length);
    const char *copy = arena_strdup(arena, text->str);
    g_string_free(text, TRUE);
    return copy;
}

START_TEST(the_slug_line_says_what_it_is)
{
    ck_assert_str_eq(slug_text(impose(2, NULL, NULL), 1), "A/RES/76/19 · en · 2021-12-06 · 2");
    const struct imposition *booklet = impose(7, "booklet", NULL);
    ck_assert_str_eq(slug_text(booklet, 3), "A/RES/76/19 · en · 2021-12-06 · 2/2 B");
    const struct imposition *signatures = impose(20, "signature:16", NULL);
    ck_assert_str_eq(slug_text(signatures, 8), "A/RES/76/19 · en · 2021-12-06 · 2: 1/1 A");
}
END_TEST

START_TEST(a3_has_room_for_two_pages_and_no_marks)
{
    const struct imposition *imposition = impose(4, "booklet", "A3");
    ck_assert_ptr_nonnull(imposition);
    ck_assert_int_eq(imposition->sheets.pages[0].count, 0);
    ck_assert_int_eq(imposition->sheets.width, MM(420));
    ck_assert_int_eq(imposition->bleed.width, imposition->trim.width);
}
END_TEST

/* --- what cannot be ------------------------------------------------------------------ */

START_TEST(what_does_not_fit_is_an_error)
{
    ck_assert_ptr_null(impose(4, "4up", "A3"));
    ck_assert_ptr_null(impose(40, "signature:12", "SRA2")); /* 8 pages a sheet */
    ck_assert_int_eq(diag_count(diag, DIAG_ERROR), 2);
    ck_assert_ptr_nonnull(strstr(diag_text(diag), "[imposition]"));
    ck_assert_ptr_nonnull(strstr(diag_text(diag), "A3 has no room for 4 pages of 210 by 297 mm"));
}
END_TEST

START_TEST(other_words_are_no_schemes)
{
    struct print_order order;
    static const char *const bad[] = {
        "",        "3up", "signature", "signature:", "signature:6", "signature:0", "signature:9999",
        "Booklets"};
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++)
        ck_assert_msg(!impose_take_scheme(&order, bad[i]), "%s was taken", bad[i]);
    ck_assert(!impose_take_sheet(&order, "A4"));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("page: imposition");
    TCase *tests = tcase_create("page: imposition");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, three_pages_are_a_booklet_of_one_sheet);
    tcase_add_test(tests, in_arabic_a_booklet_opens_from_the_right);
    tcase_add_test(tests, forty_pages_are_a_booklet_of_ten_sheets);
    tcase_add_test(tests, forty_pages_are_three_signatures_the_last_one_short);
    tcase_add_test(tests, a_sheet_for_four_pages_is_folded_twice);
    tcase_add_test(tests, leaves_lie_in_order_when_they_are_cut_apart);
    tcase_add_test(tests, the_two_sides_of_a_leaf_lie_back_to_back);
    tcase_add_test(tests, inner_sheets_creep_towards_the_fold);
    tcase_add_test(tests, a_single_page_has_trim_bleed_and_margin);
    tcase_add_test(tests, marks_stand_outside_the_bleed_and_on_the_sheet);
    tcase_add_test(tests, the_slug_line_says_what_it_is);
    tcase_add_test(tests, a3_has_room_for_two_pages_and_no_marks);
    tcase_add_test(tests, what_does_not_fit_is_an_error);
    tcase_add_test(tests, other_words_are_no_schemes);
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
