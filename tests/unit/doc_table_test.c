/* doc: where the cells of a table stand, whatever their spans claim. */
#include <check.h>

#include "doc/table.h"
#include "suite.h"
#include "table_copy.h"

static struct arena *arena;

static void set_up(void)
{
    arena = arena_new();
}

static void tear_down(void)
{
    arena_free(arena);
}

static const struct table_plan *plan_of(const char *copy)
{
    struct node *doc = doc_new(arena, NODE_DOC, 0), *table = copy_table(arena, copy);
    doc_append(doc, table);
    doc_finish(arena, doc);
    return table_plan(arena, table);
}

/* "row,column" of each cell, with "+columns" and "x rows" where it spans. */
static const char *places_of(const char *copy)
{
    const struct table_plan *plan = plan_of(copy);
    GString *out = g_string_new(NULL);
    for (int i = 0; i < plan->cell_count; i++) {
        const struct table_cell *cell = &plan->cells[i];
        g_string_append_printf(out, "%s%d,%d", i ? " " : "", cell->row, cell->column);
        if (cell->columns > 1)
            g_string_append_printf(out, "+%d", cell->columns);
        if (cell->rows > 1)
            g_string_append_printf(out, "x%d", cell->rows);
    }
    const char *text = arena_strndup(arena, out->str, out->len);
    g_string_free(out, TRUE);
    return text;
}

START_TEST(a_cell_takes_the_first_free_place)
{
    ck_assert_str_eq(places_of("a|b\nc|d"), "0,0 0,1 1,0 1,1");
    ck_assert_str_eq(places_of("2va|b\nc"), "0,0x2 0,1 1,1");
    ck_assert_str_eq(places_of("a|2>b\nc|d|e"), "0,0 0,1+2 1,0 1,1 1,2");
    ck_assert_str_eq(places_of("a|2vb|c\nd|e"), "0,0 0,1x2 0,2 1,0 1,2");
}
END_TEST

START_TEST(spans_end_where_the_table_does)
{
    ck_assert_str_eq(places_of("9va|b\nc"), "0,0x2 0,1 1,1");
    ck_assert_str_eq(places_of("9>a\nb|c"), "0,0+2 1,0 1,1");
    ck_assert_int_eq(plan_of("9>a\n9>b")->column_count, 1);
}
END_TEST

START_TEST(no_cell_lies_on_another)
{
    /* the second row's cell would reach under the one from above */
    ck_assert_str_eq(places_of("a|2vb|c\n3>d|e"), "0,0 0,1x2 0,2 1,0 1,2");
}
END_TEST

START_TEST(rows_may_end_early)
{
    const struct table_plan *plan = plan_of("a\nb|c|d\ne|f");
    ck_assert_int_eq(plan->column_count, 3);
    ck_assert_int_eq(plan->row_count, 3);
    ck_assert_int_eq(plan->first[3], 6);
}
END_TEST

START_TEST(heads_are_those_at_the_beginning)
{
    ck_assert_int_eq(table_head_rows(plan_of("!a\n!b\nc\n!d")), 2);
    ck_assert_int_eq(table_head_rows(plan_of("!a\n!b")), 0); /* of nothing */
    ck_assert_int_eq(table_head_rows(plan_of("a\n!b\nc")), 0);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {a_cell_takes_the_first_free_place, spans_end_where_the_table_does,
                                  no_cell_lies_on_another, rows_may_end_early,
                                  heads_are_those_at_the_beginning};
    Suite *suite = suite_create("tables");
    TCase *all = tcase_create("plan");
    tcase_add_checked_fixture(all, set_up, tear_down);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        tcase_add_test(all, tests[i]);
    suite_add_tcase(suite, all);
    return suite_run(suite);
}
