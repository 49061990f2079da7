/* page_test: what a reader finds on the pages: heads and feet, emblem, text and notes in their
 * places. The masthead is in page_masthead_test.c, the codes and pictures themselves are in
 * page_marks_test.c. */
#include "page_desk.h"

/* --- heads and feet ------------------------------------------------------------------ */

START_TEST(symbol_and_number_stand_at_the_outer_edge)
{
    add_head();
    add_texts(40);
    const struct book *book = make_book(NULL);
    ck_assert_int_ge(book->page_count, 3);
    const struct page *even = &book->pages[1], *odd = &book->pages[2];
    assert_about(want_run(even, "A/RES/76/19")->x, style->page.frame_start);
    assert_about(want_run(even, even->label)->x, style->page.frame_start);
    assert_about(end_of(want_run(even, "Developments")), style->page.frame_end);
    assert_about(end_of(want_run(odd, "A/RES/76/19")), style->page.frame_end);
    assert_about(end_of(want_run(odd, odd->label)), style->page.frame_end);
    assert_about(want_run(odd, "21-18253")->x, style->page.frame_start);
    ck_assert_int_eq(want_run(odd, odd->label)->artifact, ARTIFACT_FOOTER);
    ck_assert_int_eq(want_run(odd, "A/RES/76/19")->artifact, ARTIFACT_HEADER);
}
END_TEST

START_TEST(pages_are_numbered_from_the_second)
{
    add_head();
    add_texts(40);
    const struct book *book = make_book(NULL);
    ck_assert_ptr_null(find_run(&book->pages[0], book->pages[0].label));
    ck_assert_str_eq(book->pages[1].label, arena_printf(arena, "2/%d", book->page_count));
}
END_TEST

/* The running title of page 2 for a title. */
static const char *running_title(const char *title)
{
    open_language(EN);
    add_field(FIELD_SYMBOL, "A/RES/76/19");
    add_field(FIELD_TITLE, title);
    add_texts(30);
    const struct page *page = &make_book(NULL)->pages[1];
    const struct placed *item = want_run(page, "Long");
    ck_assert_int_eq(item->artifact, ARTIFACT_HEADER);
    ck_assert_int_le(item->run->width, style->run.head_title_end);
    return arena_strndup(arena, item->run->text, item->run->text_length);
}

START_TEST(a_long_title_is_cut_behind_a_word_that_says_something)
{
    ck_assert_str_eq(running_title("Long"), "Long");
    const char *cut = running_title("Long years of the preservation of records, of sound and of "
                                    "paper, of film, and of all the " SENTENCE);
    ck_assert_str_eq(cut, "Long years of the preservation of records, of sound and of paper, of "
                          "film…");
    cut = running_title("Long" SENTENCE SENTENCE);
    ck_assert(g_str_has_suffix(cut, "…") && !g_str_has_suffix(cut, ",…"));
}
END_TEST

START_TEST(the_foot_of_page_one_has_number_and_codes)
{
    add_head();
    const struct page *page = make_book(NULL)->pages;
    const struct placed *job = want_run(page, "21-18253 (E)");
    ck_assert_int_eq(job->y, style->run.job_baseline);
    const struct placed *date = want_run(page, "081221"); /* behind a gap of four spaces */
    ck_assert_int_eq(date->y, job->y);
    assert_about(date->x - end_of(job), job->run->size);
    /* bar code, words and mark of recycling, QR code */
    ck_assert_int_eq(count_kind(page, PLACED_SHAPE, ARTIFACT_FOOTER), 4);
}
END_TEST

/* --- the emblem ---------------------------------------------------------------------- */

START_TEST(no_emblem_no_book)
{
    add_head();
    ck_assert_ptr_null(make_book("/nowhere/emblem.svg"));
    ck_assert_ptr_nonnull(strstr(diag_text(diag), "/nowhere/emblem.svg"));
}
END_TEST

START_TEST(the_emblem_stands_in_its_box)
{
    add_head();
    char *path = g_build_filename(g_get_tmp_dir(), "plenary-page-emblem.svg", NULL);
    ck_assert(g_file_set_contents(path,
                                  "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'>"
                                  "<circle cx='50' cy='50' r='50'/></svg>",
                                  -1, NULL));
    const struct page *page = make_book(path)->pages;
    g_remove(path);
    g_free(path);
    ck_assert_int_eq(count_kind(page, PLACED_PICTURE, ARTIFACT_NONE),
                     1); /* a figure: it has words */
    for (int i = 0; i < page->count; i++) {
        const struct placed *item = &page->items[i];
        if (item->kind != PLACED_PICTURE)
            continue;
        ck_assert_int_eq(item->x, style->mast.emblem.x);
        ck_assert_int_eq(item->width, item->height);
        ck_assert_int_le(item->width, style->mast.emblem.width);
        ck_assert_ptr_nonnull(item->picture->alternative);
    }
}
END_TEST

/* --- text and notes ------------------------------------------------------------------ */

/* The lowest baseline of text or notes. */
static length last_baseline(const struct page *page)
{
    length last = 0;
    for (int i = 0; i < page->count; i++)
        if (page->items[i].kind == PLACED_RUN && page->items[i].artifact == ARTIFACT_NONE)
            last = MAX(last, page->items[i].y);
    return last;
}

START_TEST(pages_end_on_the_same_line)
{
    add_head();
    add_texts(60);
    const struct book *book = make_book(NULL);
    ck_assert_int_ge(book->page_count, 5);
    for (int i = 2; i + 1 < book->page_count; i++) {
        ck_assert_int_eq(book->pages[i].slack, 0);
        length step = last_baseline(&book->pages[i]) - last_baseline(&book->pages[1]);
        ck_assert_int_eq(step % style->forms[FORM_PREAMBULAR].leading, 0);
    }
}
END_TEST

START_TEST(notes_stand_at_the_foot_below_their_rule)
{
    add_head();
    add_note(add_text(SENTENCE), "1", "A/75/816.");
    const struct book *book = make_book(NULL);
    const struct placed *note = want_run(book->pages, "A/75/816.");
    const struct form *form = &style->forms[FORM_NOTE];
    ck_assert_int_lt(note->y, style->page.bottom_first);
    ck_assert_int_gt(note->y, style->page.bottom_first - form->leading / 2);
    const struct stroke *rule = rule_of(book->pages, 2);
    ck_assert_int_eq(rule->a[2], style->notes.rule_width);
    ck_assert_int_lt(rule->a[1], note->y);
    ck_assert_int_gt(rule->a[1], want_run(book->pages, "Recalling")->y);
}
END_TEST

START_TEST(artifacts_come_after_text_and_notes)
{
    add_head();
    add_note(add_text(SENTENCE), "1", "A/75/816.");
    const struct page *page = make_book(NULL)->pages;
    ck_assert(want_run(page, "United") < want_run(page, "A"));
    ck_assert(want_run(page, "Recalling") < want_run(page, "A/75/816."));
    ck_assert(want_run(page, "A/75/816.") < want_run(page, "21-18253"));
}
END_TEST

START_TEST(a_divided_note_and_a_broken_rule_are_told)
{
    add_head();
    struct node *block = add_text(SENTENCE);
    GString *text = g_string_new(NULL);
    for (int i = 0; i < 40; i++)
        g_string_append(text, SENTENCE);
    add_note(block, "1", text->str);
    g_string_free(text, TRUE);
    struct node *heading = doc_new(arena, NODE_HEADING, 0);
    heading->as.block.level = 1;
    for (int i = 0; i < 120; i++) {
        doc_append_text(arena, heading, SENTENCE, strlen(SENTENCE), 0);
    }
    doc_append(doc, heading);
    add_text(SENTENCE);
    ck_assert_ptr_nonnull(make_book(NULL));
    ck_assert_ptr_nonnull(strstr(diag_text(diag), "[note-split]"));
    ck_assert_ptr_nonnull(strstr(diag_text(diag), "[page-broken]"));
}
END_TEST

/* A paragraph bold to its end, as published texts have instead of a heading. */
static void add_bold(const char *words)
{
    struct node *block = doc_new(arena, NODE_PARAGRAPH, 0);
    struct node *span = doc_new(arena, NODE_SPAN, 0);
    span->as.span.look = LOOK_BOLD;
    doc_append_text(arena, span, words, strlen(words), 0);
    doc_append(block, span);
    doc_append(doc, block);
}

START_TEST(a_bold_paragraph_is_not_alone_at_the_foot)
{
    add_head();
    for (int i = 0; i < 60; i++) {
        add_bold("Action. We will go on");
        add_texts(1 + i % 2);
    }
    const struct book *book = make_book(NULL);
    ck_assert_int_ge(book->page_count, 5);
    for (int n = 0; n + 1 < book->page_count; n++) {
        length foot = last_baseline(&book->pages[n]);
        for (int i = 0; i < book->pages[n].count; i++) {
            const struct placed *item = &book->pages[n].items[i];
            if (item->kind == PLACED_RUN && item->y == foot)
                ck_assert_ptr_null(strstr(item->run->face->role, "bold"));
        }
    }
}
END_TEST

static void add_heading(const char *words, int level)
{
    struct node *heading = doc_new(arena, NODE_HEADING, 0);
    heading->as.block.level = level;
    doc_append_text(arena, heading, words, strlen(words), 0);
    doc_append(doc, heading);
}

START_TEST(two_lines_of_a_heading_stand_close)
{
    add_head();
    add_text(SENTENCE);
    add_heading("Chapter", 1);
    add_heading("Rule 5", 2);
    add_heading("Alternates", 2);
    add_text(SENTENCE);
    const struct page *page = make_book(NULL)->pages;
    const struct form *form = &style->forms[FORM_HEADING2];
    length apart = want_run(page, "Alternates")->y - want_run(page, "Rule 5")->y;
    assert_about(apart, form->leading + form->after);
    apart = want_run(page, "Rule 5")->y - want_run(page, "Chapter")->y;
    ck_assert_int_ge(apart, form->leading + form->before - LENGTH_PT);
}
END_TEST

START_TEST(a_text_bold_throughout_is_divided)
{
    add_head();
    for (int i = 0; i < 200; i++)
        add_bold("Action. We will go on");
    ck_assert_int_ge(make_book(NULL)->page_count, 4);
    ck_assert_ptr_null(strstr(diag_text(diag), "[page-broken]"));
}
END_TEST

START_TEST(chinese_pages_are_made_up_too)
{
    open_language(ZH);
    add_field(FIELD_ORGANIZATION, "联合国");
    add_field(FIELD_SYMBOL, "A/RES/76/19");
    add_text("回顾其1988年12月7日第43/78 H号决议，");
    const struct page *page = make_book(NULL)->pages;
    want_run(page, "联合国");
    ck_assert_int_eq(count_kind(page, PLACED_SHAPE, ARTIFACT_FOOTER), 3); /* recycling, QR code */
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {symbol_and_number_stand_at_the_outer_edge,
                                  pages_are_numbered_from_the_second,
                                  a_long_title_is_cut_behind_a_word_that_says_something,
                                  the_foot_of_page_one_has_number_and_codes,
                                  no_emblem_no_book,
                                  the_emblem_stands_in_its_box,
                                  pages_end_on_the_same_line,
                                  notes_stand_at_the_foot_below_their_rule,
                                  artifacts_come_after_text_and_notes,
                                  a_divided_note_and_a_broken_rule_are_told,
                                  a_bold_paragraph_is_not_alone_at_the_foot,
                                  two_lines_of_a_heading_stand_close,
                                  a_text_bold_throughout_is_divided,
                                  chinese_pages_are_made_up_too};
    return run_pages("page", tests, G_N_ELEMENTS(tests));
}
