/* set: tables: how wide their columns get, where what stands in their cells stands, their rules,
 * and what of them stays together. */
#include "stick.h"
#include "table_copy.h"

static struct stick en, ar;

static void set_up(void)
{
    en = stick_new(EN);
    ar = stick_new(AR);
}

static void tear_down(void)
{
    stick_free(&en);
    stick_free(&ar);
}

/* --- what is set --------------------------------------------------------------------- */

static const struct galley *galley_of(struct stick *s, struct node *table)
{
    struct node *doc = doc_new(s->arena, NODE_DOC, 0);
    doc->as.doc.language = s->style->language;
    doc_append(doc, table);
    doc_finish(s->arena, doc);
    const struct galley *galley = set_galley(&s->compositor, doc);
    ck_assert_msg(galley != NULL, "%s", diag_text(s->diag));
    return galley;
}

static const struct galley *set_copy(struct stick *s, const char *copy)
{
    return galley_of(s, copy_table(s->arena, copy));
}

/* The line and runs that begin with those words. */
static const struct run *find(const struct galley *galley, const char *words)
{
    for (int p = 0; p < galley->para_count; p++)
        for (int l = 0; l < galley->paras[p].setting[1].line_count; l++) {
            const struct line *line = &galley->paras[p].setting[1].lines[l];
            for (uint32_t r = 0; r < line->run_count; r++)
                if (strncmp(line->runs[r].text, words, strlen(words)) == 0)
                    return &line->runs[r];
        }
    ck_abort_msg("%s is nowhere", words);
    return NULL;
}

static length left(const struct galley *galley, const char *words)
{
    return find(galley, words)->x;
}

static length right(const struct galley *galley, const char *words)
{
    const struct run *run = find(galley, words);
    return run->x + run->width;
}

static length measure_of(const struct stick *s)
{
    return s->style->page.text_end - s->style->page.text_start;
}

static void want_columns(struct node *table, struct arena *arena, int count, const int *points)
{
    length *columns = ARENA_ARRAY(arena, length, count);
    for (int i = 0; i < count; i++)
        columns[i] = points[i] * LENGTH_PT;
    table->as.table.column_count = count;
    table->as.table.columns = columns;
}

/* --- widths -------------------------------------------------------------------------- */

START_TEST(columns_are_as_wide_as_the_source_says)
{
    struct node *table = copy_table(en.arena, "Alpha|Beta|Gamma\none|two|three");
    want_columns(table, en.arena, 3, (int[]){100, 120, 80});
    const struct galley *galley = galley_of(&en, table);
    length padding = en.style->table.padding;
    ck_assert_int_eq(left(galley, "Alpha"), 0); /* open sides have no white */
    ck_assert_int_eq(left(galley, "Beta"), PT(100) + padding);
    ck_assert_int_eq(left(galley, "three"), PT(220) + padding);
}
END_TEST

/* Widths are Word's, whose measure is some points off ours. */
START_TEST(a_table_of_nearly_the_measure_has_the_measure)
{
    struct node *table = copy_table(en.arena, "Alpha|7\nBeta|8");
    want_columns(table, en.arena, 2, (int[]){300, 66});
    ck_assert_int_eq(right(galley_of(&en, table), "7"), measure_of(&en));
}
END_TEST

START_TEST(a_table_too_wide_is_narrowed_to_the_frame)
{
    struct node *table = copy_table(en.arena, "Alpha|Beta|7\none|two|8");
    want_columns(table, en.arena, 3, (int[]){900, 900, 300});
    const struct galley *galley = galley_of(&en, table);
    const struct style *style = en.style;
    ck_assert_int_eq(left(galley, "Alpha"), style->page.frame_start - style->page.text_start);
    ck_assert_int_eq(right(galley, "7"), style->page.frame_end - style->page.text_start);
}
END_TEST

START_TEST(no_word_is_parted_while_there_is_room)
{
    struct node *table = copy_table(en.arena, "Internationalization|b\nInstitutionalization|d");
    want_columns(table, en.arena, 2, (int[]){20, 340});
    const struct galley *galley = galley_of(&en, table);
    for (int p = 0; p < galley->para_count; p++)
        ck_assert_int_eq(galley->paras[p].setting[1].line_count, 1);
    ck_assert_int_gt(left(galley, "b"), right(galley, "Internationalization"));
    ck_assert_str_eq(diag_text(en.diag), "");
}
END_TEST

START_TEST(columns_without_widths_share_the_measure)
{
    GString *copy = g_string_new("Station|What was found there\n");
    for (int i = 0; i < 40; i++)
        g_string_append(copy, "many words of a long report ");
    g_string_insert(copy, (gssize)strlen("Station|What was found there\n"), "North|");
    const struct galley *galley = set_copy(&en, copy->str);
    ck_assert_int_eq(galley->paras[0].setting[1].lines[0].width, measure_of(&en));
    ck_assert_int_lt(left(galley, "many"), measure_of(&en) / 4); /* the long one has the room */
    g_string_free(copy, TRUE);
}
END_TEST

/* --- places -------------------------------------------------------------------------- */

START_TEST(decimals_stand_beneath_each_other)
{
    const struct galley *galley =
        set_copy(&en, "!State|Share\nArd|10.25\nBel|3.5\nCor|1,200\nDun|–\nEsk|7");
    const struct run *a = find(galley, "10.25"), *b = find(galley, "3.5");
    ck_assert_int_eq(a->x + a->glyphs[2].x, b->x + b->glyphs[1].x);
    const struct run *whole = find(galley, "7");
    ck_assert_int_eq(whole->x + whole->width, a->x + a->glyphs[2].x);
    const struct run *thousand = find(galley, "1,200");
    ck_assert_int_eq(thousand->x + thousand->width, a->x + a->glyphs[2].x);
    ck_assert_int_eq(right(galley, "Share"), right(galley, "10.25"));
}
END_TEST

/* The bracket behind a figure stands at its left there. */
START_TEST(figures_in_brackets_line_up_from_right_to_left)
{
    const struct galley *galley = set_copy(&ar, "!دولة|رقم\nألف|12 300\nباء|(2 400)\nجيم|500");
    ck_assert_int_eq(right(galley, "12 300"), right(galley, "500"));
    const struct run *run = find(galley, "(");
    while (!g_ascii_isdigit(*run->text) && !memchr(run->text, '2', run->text_length))
        run++;
    int last = 0; /* the digit most to the right */
    for (uint32_t g = 0; g < run->glyph_count; g++)
        if (run->text[run->glyphs[g].at] == ')')
            last = (int)g;
    length end = last ? run->x + run->glyphs[last].x : run->x + run->width;
    ck_assert_int_le(abs(end - right(galley, "500")), PT(0.1));
}
END_TEST

START_TEST(words_are_no_figures)
{
    const struct galley *galley = set_copy(&en, "!State|Year\nArd|1998\nBel|unknown");
    ck_assert_int_eq(left(galley, "1998"), left(galley, "unknown"));
}
END_TEST

START_TEST(cells_stand_where_the_source_says)
{
    struct node *table = copy_table(en.arena, "low|one\ftwo\fthree|mid");
    want_columns(table, en.arena, 3, (int[]){100, 100, 100});
    copy_cell_at(table, 0, 0)->as.cell.place = CELL_BOTTOM;
    copy_cell_at(table, 0, 2)->as.cell.place = CELL_MIDDLE;
    copy_cell_at(table, 0, 2)->as.cell.align = CELL_END;
    const struct galley *galley = galley_of(&en, table);
    const struct line *lines = galley->paras[0].setting[1].lines;
    ck_assert_int_eq(galley->paras[0].setting[1].line_count, 3);
    ck_assert_uint_eq(lines[2].cells[1], 1); /* low */
    ck_assert_uint_eq(lines[0].run_count, 1);
    ck_assert_uint_eq(lines[1].run_count, 2); /* two, mid */
    ck_assert_int_eq(right(galley, "mid"), PT(300));
}
END_TEST

START_TEST(a_cell_over_rows_goes_on_beside_them)
{
    const struct galley *galley = set_copy(&en, "2vone\ftwo\fthree|x\ny");
    ck_assert_int_eq(galley->para_count, 2);
    ck_assert_int_eq(galley->paras[0].setting[1].line_count, 1);
    ck_assert_int_eq(galley->paras[1].setting[1].line_count, 2); /* what is missing is added */
    ck_assert_int_eq(left(galley, "two"), left(galley, "one"));
    ck_assert_int_eq(galley->paras[0].keep_next, 1);
}
END_TEST

START_TEST(from_right_to_left_the_first_column_is_the_right_one)
{
    struct node *table = copy_table(ar.arena, "أول|ثان");
    want_columns(table, ar.arena, 2, (int[]){200, 100});
    const struct galley *galley = galley_of(&ar, table);
    length measure = measure_of(&ar), padding = ar.style->table.padding;
    ck_assert_int_eq(right(galley, "أول"), measure);
    ck_assert_int_eq(right(galley, "ثان"), measure - PT(200) - padding);
}
END_TEST

START_TEST(a_head_in_italics_is_not_set_upright)
{
    struct node *table = copy_table(en.arena, "!Head\nBody|b");
    struct node *paragraph = copy_cell_at(table, 0, 0)->first;
    struct node *span = doc_new(en.arena, NODE_SPAN, 0);
    span->as.span.look = LOOK_ITALIC;
    doc_append(span, paragraph->first);
    doc_append(paragraph, span);
    ck_assert_str_eq(find(galley_of(&en, table), "Head")->face->role, "western-italic");
}
END_TEST

/* --- rules --------------------------------------------------------------------------- */

static const struct grid_rule *rule_at(const struct galley *galley, int para, enum grid_edge edge)
{
    const struct grid *grid = galley->paras[para].grid;
    for (int i = 0; i < grid->rule_count; i++)
        if (grid->rules[i].edge == edge)
            return &grid->rules[i];
    return NULL;
}

START_TEST(tables_that_say_nothing_have_the_rules_of_the_style)
{
    const struct galley *galley = set_copy(&en, "!a|b\nc|d\ne|f");
    ck_assert_int_eq(rule_at(galley, 0, GRID_ABOVE)->thickness, en.style->table.rule);
    ck_assert_int_eq(rule_at(galley, 0, GRID_BELOW)->thickness, en.style->table.thick_rule);
    ck_assert_ptr_null(rule_at(galley, 1, GRID_BELOW));
    ck_assert_int_eq(rule_at(galley, 2, GRID_BELOW)->thickness, en.style->table.thick_rule);
    ck_assert_ptr_null(rule_at(galley, 0, GRID_UPRIGHT));
}
END_TEST

START_TEST(tables_that_want_no_rules_have_none)
{
    struct node *table = copy_table(en.arena, "a|b\nc|d");
    table->as.table.bare = true;
    const struct galley *galley = galley_of(&en, table);
    for (int p = 0; p < galley->para_count; p++)
        ck_assert_int_eq(galley->paras[p].grid->rule_count, 0);
}
END_TEST

START_TEST(adjoining_edges_are_one_rule_the_thicker)
{
    struct node *table = copy_table(en.arena, "a|b\nc|d");
    want_columns(table, en.arena, 2, (int[]){100, 100});
    copy_cell_at(table, 0, 0)->as.cell.rules[EDGE_BOTTOM] = PT(0.5);
    copy_cell_at(table, 1, 0)->as.cell.rules[EDGE_TOP] = PT(1.5);
    copy_cell_at(table, 1, 1)->as.cell.rules[EDGE_TOP] = PT(1.5);
    copy_cell_at(table, 0, 1)->as.cell.rules[EDGE_START] = PT(0.5);
    const struct galley *galley = galley_of(&en, table);
    const struct grid_rule *rule = rule_at(galley, 0, GRID_BELOW);
    ck_assert_int_eq(rule->thickness, PT(1.5));
    ck_assert_int_eq(rule->width, PT(200));
    ck_assert_int_eq(rule_at(galley, 0, GRID_UPRIGHT)->x, PT(100));
    ck_assert_ptr_null(rule_at(galley, 1, GRID_UPRIGHT));
}
END_TEST

START_TEST(no_rule_goes_through_a_cell)
{
    struct node *table = copy_table(en.arena, "2va|b\nc");
    want_columns(table, en.arena, 2, (int[]){100, 100});
    copy_cell_at(table, 0, 1)->as.cell.rules[EDGE_BOTTOM] = PT(0.5);
    copy_cell_at(table, 0, 0)->as.cell.rules[EDGE_BOTTOM] = PT(0.5);
    const struct grid_rule *rule = rule_at(galley_of(&en, table), 0, GRID_BELOW);
    ck_assert_int_eq(rule->x, PT(100));
    ck_assert_int_eq(rule->width, PT(100));
}
END_TEST

/* --- what stays together -------------------------------------------------------------- */

START_TEST(heads_are_repeated_above_every_row)
{
    const struct galley *galley = set_copy(&en, "!a|b\n!c|d\ne|f\ng|h");
    ck_assert_int_eq(galley->paras[0].grid->head_count, 0);
    for (int p = 2; p < 4; p++) {
        ck_assert_int_eq(galley->paras[p].grid->head_count, 2);
        ck_assert_ptr_eq(galley->paras[p].grid->heads[1].grid->row, galley->paras[1].grid->row);
    }
}
END_TEST

START_TEST(long_rows_may_be_parted_short_ones_not)
{
    GString *copy = g_string_new("a|b\nlong|");
    for (int i = 0; i < 20; i++)
        g_string_append_printf(copy, "%sparagraph", i ? "\f" : "");
    const struct galley *galley = set_copy(&en, copy->str);
    ck_assert(galley->paras[0].keep_whole);
    ck_assert(!galley->paras[1].keep_whole);
    g_string_free(copy, TRUE);
}
END_TEST

#define LONG_WORDS "Words that go on and on so that they need a second line and perhaps a third one"

START_TEST(paragraphs_beside_cells_are_parted_when_they_are_long)
{
    const struct galley *galley =
        set_copy(&en, "One\fTwo|b\n" LONG_WORDS "\f" LONG_WORDS "|" LONG_WORDS);
    ck_assert_int_eq(galley->paras[0].setting[1].line_count, 2);
    ck_assert_int_eq(galley->paras[1].setting[1].line_count % 2, 1);
    ck_assert_int_ge(galley->paras[1].setting[1].line_count, 5);
}
END_TEST

START_TEST(a_row_of_one_cell_stays_with_the_rows_below)
{
    GString *copy = g_string_new("!Section|Amount");
    for (int i = 0; i < 9; i++)
        g_string_append(copy, "\n2>Part I\nPolicy|100\nLaw|200");
    const struct galley *galley = set_copy(&en, copy->str);
    g_string_free(copy, TRUE);
    for (int row = 4; row < 22; row++) /* the first ones and the last ones stand together anyway */
        ck_assert_int_eq(galley->paras[row].keep_next, row % 3 == 1);
}
END_TEST

START_TEST(a_box_parts_its_paragraphs)
{
    struct node *table = copy_table(en.arena, "Title\fText of the box.");
    for (int i = 0; i < EDGE_COUNT; i++)
        copy_cell_at(table, 0, 0)->as.cell.rules[i] = PT(0.5);
    const struct galley *galley = galley_of(&en, table);
    ck_assert_int_eq(galley->para_count, 2);
    ck_assert_ptr_nonnull(rule_at(galley, 0, GRID_ABOVE));
    ck_assert_ptr_null(rule_at(galley, 0, GRID_BELOW));
    ck_assert_ptr_nonnull(rule_at(galley, 0, GRID_UPRIGHT));
    ck_assert_ptr_null(rule_at(galley, 1, GRID_ABOVE));
    ck_assert_ptr_nonnull(rule_at(galley, 1, GRID_BELOW));
    ck_assert_int_eq(left(galley, "Title"), en.style->table.padding);
    ck_assert_int_eq(galley->paras[0].keep_next, 1);
}
END_TEST

START_TEST(notes_are_called_in_the_order_of_reading)
{
    const struct galley *galley = set_copy(&en, "one\ftwo\f*three|*four");
    int number = 0;
    const struct setting *setting = &galley->paras[0].setting[1];
    for (int l = 0; l < setting->line_count; l++)
        for (uint32_t n = 0; n < setting->lines[l].note_count; n++)
            ck_assert_int_eq(setting->lines[l].notes[n]->node->as.note.number, ++number);
    ck_assert_int_eq(number, 2);
}
END_TEST

START_TEST(what_is_said_of_a_table_stands_under_it)
{
    struct node *doc = doc_new(en.arena, NODE_DOC, 0);
    doc_append(doc, copy_paragraph(en.arena, "Caption"));
    doc_append(doc, copy_table(en.arena, "a|b\nc|d"));
    struct node *note = doc_new(en.arena, NODE_PARAGRAPH, 0);
    struct node *letter = doc_new(en.arena, NODE_SPAN, 0);
    letter->as.span.look = LOOK_SUPERIOR;
    note->as.block.table_note = true;
    doc_append_text(en.arena, letter, "a", 1, 0);
    doc_append(note, letter);
    doc_append_text(en.arena, note, " Said of it.", 12, 0);
    doc_append(doc, note);
    doc_append(doc, copy_paragraph(en.arena, "Text again."));
    doc_finish(en.arena, doc);
    const struct galley *galley = set_galley(&en.compositor, doc);
    ck_assert_int_eq(galley->paras[0].keep_next, 1);
    ck_assert_int_eq(galley->paras[2].keep_next, 1);
    ck_assert_ptr_eq(galley->paras[3].form, &en.style->forms[FORM_TABLE_NOTE]);
    ck_assert_ptr_eq(galley->paras[4].form, &en.style->forms[FORM_PARAGRAPH]);
}
END_TEST

/* --- what no table should be ---------------------------------------------------------- */

START_TEST(nothing_is_lost_of_odd_tables)
{
    static const char *const copies[] = {"", "|\n|", "a\nb|c|d|e\nf|g", "9va|9>b\nc",
                                         "!only\n!heads"};
    for (size_t i = 0; i < G_N_ELEMENTS(copies); i++) {
        const struct galley *galley = set_copy(&en, copies[i]);
        for (const char *p = copies[i]; *p; p++)
            if (g_ascii_isalpha(*p) && *p != 'v' && (p == copies[i] || !g_ascii_isalpha(p[-1])))
                find(galley, (char[]){*p, 0});
    }
}
END_TEST

START_TEST(a_thousand_rows_are_a_thousand_rows)
{
    GString *copy = g_string_new("!Station|One|Two|Three|Four");
    for (int i = 0; i < 1000; i++)
        g_string_append_printf(copy, "\nStation %d|%d.5|%d.25|word|%d", i, i, i * 7, i % 9);
    const struct galley *galley = set_copy(&en, copy->str);
    ck_assert_int_eq(galley->para_count, 1001);
    ck_assert_int_eq(right(galley, "999.5"), right(galley, "1.5"));
    g_string_free(copy, TRUE);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        columns_are_as_wide_as_the_source_says,
        a_table_of_nearly_the_measure_has_the_measure,
        a_table_too_wide_is_narrowed_to_the_frame,
        no_word_is_parted_while_there_is_room,
        columns_without_widths_share_the_measure,
        decimals_stand_beneath_each_other,
        figures_in_brackets_line_up_from_right_to_left,
        words_are_no_figures,
        cells_stand_where_the_source_says,
        a_cell_over_rows_goes_on_beside_them,
        from_right_to_left_the_first_column_is_the_right_one,
        a_head_in_italics_is_not_set_upright,
        tables_that_say_nothing_have_the_rules_of_the_style,
        tables_that_want_no_rules_have_none,
        adjoining_edges_are_one_rule_the_thicker,
        no_rule_goes_through_a_cell,
        heads_are_repeated_above_every_row,
        long_rows_may_be_parted_short_ones_not,
        paragraphs_beside_cells_are_parted_when_they_are_long,
        a_row_of_one_cell_stays_with_the_rows_below,
        a_box_parts_its_paragraphs,
        notes_are_called_in_the_order_of_reading,
        what_is_said_of_a_table_stands_under_it,
        nothing_is_lost_of_odd_tables,
        a_thousand_rows_are_a_thousand_rows,
    };
    Suite *suite = suite_create("set: tables");
    TCase *all = tcase_create("set: tables");
    tcase_add_checked_fixture(all, set_up, tear_down);
    tcase_set_timeout(all, 60);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        tcase_add_test(all, tests[i]);
    suite_add_tcase(suite, all);
    return suite_run(suite);
}
