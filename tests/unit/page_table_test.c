/* page_table_test: tables in make-up, on galleys written by hand, and on the page: heads come
 * again, rows stay whole, nothing within a table opens, what is cut is cut. */
#include "page/book.h"
#include "page/place.h"
#include "page_galley.h"

#define ROW_GAP (4 * LENGTH_PT)

static const struct node *table;
static const struct para *heads;

/* A row of so many lines, two cells in each, and a rule above, below and beside it. */
static int add_row(int lines, bool is_head, bool first)
{
    int number = add(lines, 0);
    struct para *para = para_at(number);
    struct grid *grid = ARENA_NEW(arena, struct grid);
    struct grid_rule *rules = ARENA_ARRAY(arena, struct grid_rule, 3);
    for (int i = 0; i < 3; i++)
        rules[i] = (struct grid_rule){(enum grid_edge)i, 0, 100 * LENGTH_PT, LENGTH_PT};
    *grid = (struct grid){.table = table,
                          .row = para->node,
                          .cell_count = 2,
                          .heads = is_head ? NULL : heads,
                          .head_count = heads && !is_head,
                          .first = first,
                          .above = ROW_GAP / 2,
                          .below = ROW_GAP / 2,
                          .rule_count = 3,
                          .rules = rules};
    para->grid = grid;
    para->before = para->after = ROW_GAP;
    para->keep_whole = lines <= 8;
    for (int i = 0; i < lines; i++) {
        struct run *runs = ARENA_ARRAY(arena, struct run, 2);
        uint32_t *cells = ARENA_ARRAY(arena, uint32_t, 3);
        cells[1] = 1, cells[2] = 2;
        for (int k = 0; k < 2; k++)
            runs[k] = (struct run){.text = k ? "right" : "left", .text_length = 4, .x = k * LINE};
        struct line *line = line_at(number, i);
        line->runs = runs;
        line->run_count = 2;
        line->cells = cells;
    }
    return number;
}

static void begin_table(int head_lines)
{
    table = doc_new(arena, NODE_TABLE, 0);
    heads = NULL;
    if (!head_lines)
        return;
    int head = add_row(head_lines, true, true);
    para_at(head)->keep_next = 1;
    heads = arena_copy(arena, para_at(head), sizeof(struct para));
}

/* --- make-up ------------------------------------------------------------------------- */

START_TEST(a_head_that_comes_again_has_its_height)
{
    struct column *column;
    begin_table(2);
    int first = add_row(1, false, false);
    add_row(3, false, false);
    make_up_in(&usual, &column);
    length head = 2 * LINE + ROW_GAP;
    struct cut top = {first, 0, 1}, below = {first + 1, 0, 1}, within = {first + 1, 1, 1};
    ck_assert_int_eq(column_head_height(column, first), head);
    ck_assert_int_eq(column_height(column, top, top), 0);
    ck_assert_int_eq(column_height(column, top, below), head + LINE);
    ck_assert_int_eq(column_height(column, top, within), head + LINE + ROW_GAP + LINE);
    ck_assert_int_eq(column_height(column, within, (struct cut){first + 1, 3, 1}), head + 2 * LINE);
    ck_assert_int_eq(column_height(column, (struct cut){0, 0, 1}, top), 2 * LINE);
}
END_TEST

/* What stands on a page, heads that come again included. */
static int64_t height_of(const struct column *column, const struct fill *fill)
{
    return column_height(column, fill->from, fill->to);
}

START_TEST(pages_of_rows_are_full_and_no_more)
{
    struct column *column;
    begin_table(1);
    for (int i = 0; i < 200; i++)
        add_row(1 + i % 3, false, false);
    const struct makeup *makeup = make_up_in(&usual, &column);
    for (int i = 0; i < makeup->page_count; i++) {
        const struct fill *fill = &makeup->pages[i];
        ck_assert_int_eq(fill->to.line, 0); /* short rows are not parted */
        ck_assert_uint_eq(fill->broken, 0);
        ck_assert_int_eq(fill->stretched, 0); /* white between rows does not open */
        ck_assert_int_le(height_of(column, fill), usual.later + fill->run * LINE);
        if (i + 1 < makeup->page_count)
            ck_assert_int_ge(height_of(column, fill), usual.later - 4 * LINE);
    }
}
END_TEST

START_TEST(a_head_is_never_alone)
{
    struct column *column;
    for (int above = 10; above <= 20; above++) {
        g_array_set_size(paras, 0);
        add(above, 6);
        begin_table(1);
        int first = add_row(2, false, false);
        add_row(2, false, false);
        add(30, 6);
        const struct makeup *makeup = make_up_in(&usual, &column);
        ck_assert_int_eq(page_of(makeup, first - 1, 0), page_of(makeup, first, 1));
    }
}
END_TEST

START_TEST(a_row_longer_than_pages_is_parted)
{
    struct column *column;
    begin_table(1);
    add_row(100, false, false);
    const struct makeup *makeup = make_up_in(&usual, &column);
    ck_assert_int_ge(makeup->page_count, 6);
    for (int i = 0; i < makeup->page_count; i++)
        ck_assert_uint_eq(makeup->pages[i].broken, 0);
}
END_TEST

START_TEST(a_table_does_not_say_what_the_leading_is)
{
    struct column *column;
    add(3, 6);
    vary(0, false, true);
    begin_table(0);
    for (int i = 0; i < 50; i++)
        para_at(add_row(1, false, false))->leading = 11 * LENGTH_PT;
    make_up_in(&usual, &column);
    ck_assert_int_eq(column->line, LINE);
    ck_assert(column_has_setting(column, 0, 2));
}
END_TEST

START_TEST(many_rows_cost_no_more_states_a_row)
{
    struct column *column;
    begin_table(1);
    for (int i = 0; i < 5000; i++)
        add_row(1, false, false);
    const struct makeup *makeup = make_up_in(&usual, &column);
    int rows = 0;
    for (int i = 0; i < makeup->page_count; i++)
        rows += makeup->pages[i].to.para - makeup->pages[i].from.para;
    ck_assert_int_eq(rows, 5001);
}
END_TEST

/* --- on the page --------------------------------------------------------------------- */

static const struct page *place_page(int number)
{
    struct column *column;
    struct style *style = ARENA_NEW(arena, struct style);
    const struct makeup *makeup = make_up_in(&usual, &column);
    struct sheet sheet = sheet_new(arena, style);
    struct frame frame = {.top = 0, .bottom = usual.later};
    struct page *page = ARENA_NEW(arena, struct page);
    place_text(style, column, makeup, &makeup->pages[number - 1], &frame, &sheet);
    sheet_finish(&sheet, page);
    g_array_free(sheet.items, TRUE);
    return page;
}

static int count_items(const struct page *page, enum artifact artifact, enum placed_kind kind)
{
    int count = 0;
    for (int i = 0; i < page->count; i++)
        count += page->items[i].artifact == artifact && page->items[i].kind == kind;
    return count;
}

START_TEST(cells_are_placed_one_after_the_other)
{
    begin_table(0);
    add_row(3, false, true);
    const struct page *page = place_page(1);
    static const char order[] = "lllrrr";
    for (int i = 0; i < 6; i++)
        ck_assert_int_eq(page->items[i].run->text[0], order[i]);
    ck_assert_int_eq(page->items[2].y - page->items[0].y, 2 * LINE);
    ck_assert_int_eq(page->items[3].y, page->items[0].y);
}
END_TEST

START_TEST(a_head_is_placed_again_as_an_artifact)
{
    begin_table(1);
    for (int i = 0; i < 40; i++)
        add_row(1, false, false);
    ck_assert_int_eq(count_items(place_page(1), ARTIFACT_REPEATED, PLACED_RUN), 0);
    const struct page *second = place_page(2);
    ck_assert_int_eq(count_items(second, ARTIFACT_REPEATED, PLACED_RUN), 2);
    ck_assert_int_eq(second->items[0].artifact, ARTIFACT_REPEATED);
}
END_TEST

START_TEST(rules_are_cut_with_their_row)
{
    begin_table(0);
    add_row(50, false, true);
    /* above and beside; beside; beside and below */
    static const int rules[] = {2, 1, 2};
    for (int i = 0; i < 3; i++)
        ck_assert_int_eq(count_items(place_page(i + 1), ARTIFACT_LAYOUT, PLACED_SHAPE), rules[i]);
}
END_TEST

START_TEST(a_box_is_closed_where_a_page_cuts_it)
{
    begin_table(0);
    struct para *para = para_at(add_row(50, false, true));
    struct grid_rule *rules = ARENA_ARRAY(arena, struct grid_rule, 4);
    for (int i = 0; i < 3; i++)
        rules[i] = para->grid->rules[i];
    rules[3] = (struct grid_rule){GRID_UPRIGHT, 100 * LENGTH_PT, 0, LENGTH_PT};
    struct grid *grid = arena_copy(arena, para->grid, sizeof *grid);
    grid->rules = rules;
    grid->rule_count = 4;
    para->grid = grid;
    for (int i = 0; i < 3; i++)
        ck_assert_int_eq(count_items(place_page(i + 1), ARTIFACT_LAYOUT, PLACED_SHAPE), 4);
    const struct page *page = place_page(2);
    const struct stroke *foot = page->items[page->count - 1].shape->strokes;
    ck_assert_int_eq(foot->a[2], 100 * LENGTH_PT);
    ck_assert_int_ge(foot->a[1], page->items[page->count - 5].y);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        a_head_that_comes_again_has_its_height,
        pages_of_rows_are_full_and_no_more,
        a_head_is_never_alone,
        a_row_longer_than_pages_is_parted,
        a_table_does_not_say_what_the_leading_is,
        many_rows_cost_no_more_states_a_row,
        cells_are_placed_one_after_the_other,
        a_head_is_placed_again_as_an_artifact,
        rules_are_cut_with_their_row,
        a_box_is_closed_where_a_page_cuts_it,
    };
    TCase *all = tcase_create("tables");
    tcase_add_checked_fixture(all, set_up, tear_down);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        tcase_add_test(all, tests[i]);
    return run_suite(suite_create("page: tables"), all);
}
