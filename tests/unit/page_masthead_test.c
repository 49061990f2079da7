/* page_masthead_test: what a reader finds at the head of page 1. */
#include "page_desk.h"

/* --- masthead ------------------------------------------------------------------------ */

START_TEST(the_symbol_ends_at_the_frame_on_one_baseline)
{
    add_head();
    const struct page *page = make_book(NULL)->pages;
    const struct placed *rest = want_run(page, "/RES/76/19"), *series = want_run(page, "A");
    ck_assert_int_eq(series->y, style->mast.row1_baseline);
    ck_assert_int_eq(rest->y, series->y);
    assert_about(end_of(rest), style->page.frame_end);
    assert_about(end_of(series), rest->x);
    ck_assert_int_gt(series->run->size, rest->run->size);
    ck_assert_ptr_eq(rest->run->owner, doc_field(doc, FIELD_SYMBOL));
}
END_TEST

START_TEST(fields_stand_in_their_places)
{
    add_head();
    const struct page *page = make_book(NULL)->pages;
    ck_assert_int_eq(want_run(page, "United")->x, style->mast.organ_x);
    ck_assert_int_eq(want_run(page, "General")->y, style->mast.organ_baseline);
    ck_assert_int_eq(want_run(page, "Distr.")->x, style->mast.right_x);
    ck_assert_int_eq(want_run(page, "8 Dec")->y - want_run(page, "Distr.")->y, PT(12));
    ck_assert_int_eq(want_run(page, "Seventy")->x, style->page.frame_start);
    ck_assert_int_eq(want_run(page, "Seventy")->y, style->mast.thick.y +
                                                       style->mast.thick.thickness +
                                                       style->mast.session_baseline);
}
END_TEST

START_TEST(a_blank_line_stands_above_the_original)
{
    add_head();
    add_field(FIELD_ORIGINAL, "Original: English");
    const struct page *page = make_book(NULL)->pages;
    ck_assert_int_eq(want_run(page, "Original")->y - want_run(page, "8 Dec")->y, PT(24));
}
END_TEST

START_TEST(a_date_alone_is_put_into_words)
{
    add_field(FIELD_ISSUED, "")->as.field.date = (struct date){2021, 12, 8};
    want_run(make_book(NULL)->pages, "8 December 2021");
}
END_TEST

START_TEST(the_thick_rule_gives_way_to_a_long_column)
{
    add_head();
    ck_assert_int_eq(rule_of(make_book(NULL)->pages, 1)->a[1], style->mast.thick.y);
    add_field(FIELD_ORIGINAL,
              "Original: Arabic, Chinese, English, French, Russian and Spanish, each "
              "of them equally authentic, as they were received, one after another");
    const struct page *page = make_book(NULL)->pages;
    ck_assert_int_gt(rule_of(page, 1)->a[1], style->mast.thick.y);
    ck_assert_int_gt(want_run(page, "Seventy")->y, rule_of(page, 1)->a[1]);
}
END_TEST

START_TEST(a_long_organization_begins_at_the_frame)
{
    add_field(FIELD_ORGANIZATION,
              "United Nations Educational, Scientific and Cultural Organization "
              "of the World");
    add_field(FIELD_SYMBOL, "A/RES/76/19");
    ck_assert_int_eq(want_run(make_book(NULL)->pages, "United")->x, style->page.frame_start);
}
END_TEST

START_TEST(what_is_lacking_leaves_its_place_empty)
{
    add_text("Only text.");
    const struct book *book = make_book(NULL);
    ck_assert_int_eq(book->page_count, 1);
    ck_assert_int_eq(count_kind(book->pages, PLACED_SHAPE, ARTIFACT_FOOTER), 2); /* recycling */
    ck_assert_ptr_null(book->symbol);
    ck_assert_ptr_null(book->title);
}
END_TEST

START_TEST(the_book_knows_its_title_symbol_and_date)
{
    add_head();
    const struct book *book = make_book(NULL);
    ck_assert_str_eq(book->title, "A/RES/76/19: Developments in the field of information");
    ck_assert_str_eq(book->symbol, "A/RES/76/19");
    ck_assert_int_eq(book->date.day, 8);
    ck_assert_int_eq(book->language, EN);
}
END_TEST

/* --- lists of the style -------------------------------------------------------------- */

START_TEST(head_matter_has_the_order_of_the_style)
{
    open_style("hrc-resolution", EN);
    add_head();
    add_field(FIELD_COMMITTEE, "Human Rights Council");
    const struct page *page = make_book(NULL)->pages;
    const struct placed *council = want_run(page, "Human Rights"), *item = want_run(page, "Agenda");
    const struct placed *session = want_run(page, "Seventy");
    ck_assert_int_lt(council->y, session->y);
    ck_assert_int_lt(session->y, item->y);
    ck_assert_int_eq(item->x, style->page.frame_start);
    ck_assert_int_gt(council->run->size, session->run->size);
}
END_TEST

START_TEST(a_session_has_its_dates_below_it)
{
    add_field(FIELD_SESSION, "Fiftieth session");
    add_field(FIELD_SESSION, "13 June to 8 July 2022");
    const struct page *page = make_book(NULL)->pages;
    const struct placed *session = want_run(page, "Fiftieth"), *dates = want_run(page, "13 June");
    ck_assert_int_eq(dates->y - session->y, style->forms[FORM_SESSION_DATES].leading);
    ck_assert_ptr_ne(dates->run->face, session->run->face); /* not bold */
}
END_TEST

START_TEST(what_no_list_has_is_not_printed)
{
    open_style("ga-resolution", EN);
    add_head();
    add_field(FIELD_ORIGINAL, "Original: English");
    ck_assert_ptr_null(find_run(make_book(NULL)->pages, "Original"));
}
END_TEST

START_TEST(a_language_takes_the_blank_line_above_the_original)
{
    add_head();
    struct node *original = add_field(FIELD_ORIGINAL, "French");
    doc_append(original, doc_new(arena, NODE_BREAK, 0));
    doc_append_text(arena, original, "Original: English", 17, 0);
    const struct page *page = make_book(NULL)->pages;
    ck_assert_int_eq(want_run(page, "French")->y - want_run(page, "8 Dec")->y, PT(12));
    ck_assert_int_eq(want_run(page, "Original")->y - want_run(page, "8 Dec")->y, PT(24));
}
END_TEST

START_TEST(lines_of_a_field_that_stands_twice_are_one_block)
{
    open_style("ga-decision", EN);
    add_field(FIELD_TYPE, "Decision");
    add_field(FIELD_TYPE, "Other decisions");
    const struct page *page = make_book(NULL)->pages;
    ck_assert_int_eq(want_run(page, "Other")->y - want_run(page, "Decision")->y,
                     style->forms[FORM_TYPE].leading);
}
END_TEST

START_TEST(head_matter_higher_than_the_page_is_told)
{
    GString *text = g_string_new(NULL);
    for (int i = 0; i < 40; i++)
        g_string_append(text, SENTENCE);
    add_head();
    struct node *title = add_field(FIELD_ITEM_TITLE, text->str);
    g_string_free(text, TRUE);
    add_text("The text is on page 2.");
    const struct book *book = make_book(NULL);
    ck_assert_ptr_nonnull(title);
    ck_assert_ptr_nonnull(strstr(diag_text(diag), "[masthead-full]"));
    want_run(&book->pages[book->page_count - 1], "The text");
}
END_TEST

START_TEST(a_long_symbol_leaves_room_for_the_organization)
{
    add_field(FIELD_ORGANIZATION, "United Nations");
    add_field(FIELD_SYMBOL,
              "A/C.4/99/L.21/Add.1/Corr.1/Rev.2 and A/C.4/99/L.22/Add.1/Corr.1/Rev.2 and "
              "A/C.4/99/L.23");
    const struct page *page = make_book(NULL)->pages;
    want_run(page, "United");
    ck_assert_ptr_null(strstr(diag_text(diag), "[overfull]"));
}
END_TEST

/* --- notes --------------------------------------------------------------------------- */

START_TEST(notes_of_head_matter_stand_at_the_foot)
{
    add_head();
    add_note(doc_field(doc, FIELD_ITEM), "*", "See A/76/251.");
    add_note(add_text(SENTENCE), "1", "A/75/816.");
    const struct page *page = make_book(NULL)->pages;
    const struct placed *first = want_run(page, "See A/76/251."), *second = want_run(page, "A/75");
    ck_assert_int_lt(first->y, second->y);
    ck_assert_int_gt(first->y, want_run(page, "Recalling")->y);
    ck_assert_int_eq(want_run(page, "*")->run->part, RUN_CALL);
}
END_TEST

START_TEST(a_reissue_has_an_asterisk_on_its_symbol_and_a_note)
{
    add_head();
    add_note(doc_field(doc, FIELD_SYMBOL), "*", "Reissued for technical reasons.");
    add_text(SENTENCE);
    const struct page *page = make_book(NULL)->pages;
    assert_about(end_of(want_run(page, "/RES/76/19*")), style->page.frame_end);
    want_run(page, "Reissued");
}
END_TEST

/* --- mirrored pages ------------------------------------------------------------------ */

START_TEST(a_symbol_runs_from_left_to_right_on_a_mirrored_page)
{
    open_style("un", AR);
    add_field(FIELD_SYMBOL, "S/RES/3412 (2044)");
    const struct page *page = make_book(NULL)->pages;
    const struct placed *series = want_run(page, "S"), *rest = want_run(page, "/RES/3412 (2044)");
    assert_about(series->x, style->page.width - style->page.frame_end);
    assert_about(end_of(series), rest->x);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {the_symbol_ends_at_the_frame_on_one_baseline,
                                  fields_stand_in_their_places,
                                  a_blank_line_stands_above_the_original,
                                  a_date_alone_is_put_into_words,
                                  the_thick_rule_gives_way_to_a_long_column,
                                  a_long_organization_begins_at_the_frame,
                                  what_is_lacking_leaves_its_place_empty,
                                  the_book_knows_its_title_symbol_and_date,
                                  head_matter_has_the_order_of_the_style,
                                  what_no_list_has_is_not_printed,
                                  head_matter_higher_than_the_page_is_told,
                                  a_long_symbol_leaves_room_for_the_organization,
                                  a_session_has_its_dates_below_it,
                                  a_language_takes_the_blank_line_above_the_original,
                                  lines_of_a_field_that_stands_twice_are_one_block,
                                  notes_of_head_matter_stand_at_the_foot,
                                  a_reissue_has_an_asterisk_on_its_symbol_and_a_note,
                                  a_symbol_runs_from_left_to_right_on_a_mirrored_page};
    return run_pages("page-masthead", tests, G_N_ELEMENTS(tests));
}
