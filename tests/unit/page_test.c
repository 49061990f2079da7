/* page_test: what a reader finds on the pages: masthead, heads and feet, emblem, text and
 * notes in their places. The codes and pictures themselves are in page_marks_test.c. */
#include <check.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "page/page.h"

static struct arena *arena;
static struct diag *diag;
static struct fonts *fonts;
static const struct style *style;
static struct source *source;
static struct node *doc;

/* A document of that language without a word in it. */
static void open_language(enum language language)
{
    style = style_load(arena, "un", language, diag);
    ck_assert_ptr_nonnull(style);
    ck_assert(fonts_open(fonts, style, diag));
    doc = doc_new(arena, NODE_DOC, 0);
    doc->as.doc.language = language;
    doc->as.doc.source = source;
}

static void set_up(void)
{
    arena = arena_new();
    diag = diag_new(arena);
    fonts = fonts_new(diag);
    source = source_over(arena, "test", "", 0);
    open_language(EN);
}

static void tear_down(void)
{
    fonts_free(fonts);
    arena_free(arena);
}

/* --- documents by hand --------------------------------------------------------------- */

static struct node *add_field(enum field field, const char *text)
{
    struct node *node = doc_new_field(arena, field, text, 0);
    doc_append(doc, node);
    return node;
}

static void add_head(void)
{
    add_field(FIELD_ORGANIZATION, "United Nations");
    add_field(FIELD_SYMBOL, "A/RES/76/19");
    add_field(FIELD_ORGAN, "General Assembly");
    add_field(FIELD_DISTRIBUTION, "Distr.: General");
    add_field(FIELD_ISSUED, "8 December 2021")->as.field.date = (struct date){2021, 12, 8};
    add_field(FIELD_SESSION, "Seventy-sixth session");
    add_field(FIELD_ITEM, "Agenda item 95");
    add_field(FIELD_TITLE, "Developments in the field of information");
    add_field(FIELD_JOB, "21-18253");
}

static struct node *add_text(const char *text)
{
    struct node *node = doc_new(arena, NODE_PREAMBULAR, 0);
    doc_append_text(arena, node, text, strlen(text), 0);
    doc_append(doc, node);
    return node;
}

#define SENTENCE                                                                                   \
    "Recalling its resolutions on the matter and all that was said about it in the years since "   \
    "then, in this place and in others, by those who know and by those who do not, "

static void add_texts(int count)
{
    for (int i = 0; i < count; i++)
        add_text(i % 3 ? SENTENCE SENTENCE : SENTENCE SENTENCE SENTENCE);
}

static void add_note(struct node *block, const char *label, const char *text)
{
    struct node *note = doc_new(arena, NODE_NOTE, 0);
    struct node *para = doc_new(arena, NODE_PARAGRAPH, 0);
    note->label = label;
    note->as.note.number = atoi(label);
    doc_append_text(arena, para, text, strlen(text), 0);
    doc_append(note, para);
    doc_append(block, note);
}

static const struct book *make_book(const char *emblem)
{
    struct compositor compositor = {arena, style, fonts, diag, source};
    doc_finish(arena, doc);
    const struct galley *galley = set_galley(&compositor, doc);
    ck_assert_ptr_nonnull(galley);
    struct compositor *lent = arena_copy(arena, &compositor, sizeof compositor);
    return page_make_up(lent, galley, emblem);
}

/* --- looking for things -------------------------------------------------------------- */

/* The item whose run begins with that text; NULL when there is none. */
static const struct placed *find_run(const struct page *page, const char *text)
{
    for (int i = 0; i < page->count; i++) {
        const struct placed *item = &page->items[i];
        if (item->kind == PLACED_RUN && item->run->text_length >= strlen(text) &&
            !strncmp(item->run->text, text, strlen(text)))
            return item;
    }
    return NULL;
}

static const struct placed *want_run(const struct page *page, const char *text)
{
    const struct placed *item = find_run(page, text);
    ck_assert_msg(item != NULL, "\"%s\" is not on page %d", text, page->number);
    return item;
}

static length end_of(const struct placed *item)
{
    return item->x + item->run->width;
}

static int count_kind(const struct page *page, enum placed_kind kind, enum artifact artifact)
{
    int count = 0;
    for (int i = 0; i < page->count; i++)
        count += page->items[i].kind == kind && page->items[i].artifact == artifact;
    return count;
}

/* The n-th rule (a shape of one rectangle) of a page. */
static const struct stroke *rule_of(const struct page *page, int n)
{
    for (int i = 0; i < page->count; i++)
        if (page->items[i].kind == PLACED_SHAPE && page->items[i].shape->count == 1 && n-- == 0)
            return page->items[i].shape->strokes;
    ck_abort_msg("no such rule on page %d", page->number);
    return NULL;
}

#define assert_about(a, b) ck_assert_int_le(abs((a) - (b)), 8)

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

START_TEST(a_long_title_is_cut)
{
    add_field(FIELD_TITLE, "Long " SENTENCE SENTENCE);
    add_texts(30);
    const struct page *page = &make_book(NULL)->pages[1];
    const struct placed *title = want_run(page, "Long Recalling its");
    ck_assert_int_eq(title->artifact, ARTIFACT_HEADER);
    ck_assert_int_le(title->run->width, style->run.head_title_end);
    ck_assert_ptr_nonnull(g_strstr_len(title->run->text, title->run->text_length, "…"));
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

static Suite *page_suite(void)
{
    Suite *suite = suite_create("page");
    TCase *pages = tcase_create("pages");
    tcase_add_checked_fixture(pages, set_up, tear_down);
    tcase_add_test(pages, the_symbol_ends_at_the_frame_on_one_baseline);
    tcase_add_test(pages, fields_stand_in_their_places);
    tcase_add_test(pages, a_blank_line_stands_above_the_original);
    tcase_add_test(pages, a_date_alone_is_put_into_words);
    tcase_add_test(pages, the_thick_rule_gives_way_to_a_long_column);
    tcase_add_test(pages, a_long_organization_begins_at_the_frame);
    tcase_add_test(pages, what_is_lacking_leaves_its_place_empty);
    tcase_add_test(pages, the_book_knows_its_title_symbol_and_date);
    tcase_add_test(pages, symbol_and_number_stand_at_the_outer_edge);
    tcase_add_test(pages, pages_are_numbered_from_the_second);
    tcase_add_test(pages, a_long_title_is_cut);
    tcase_add_test(pages, the_foot_of_page_one_has_number_and_codes);
    tcase_add_test(pages, no_emblem_no_book);
    tcase_add_test(pages, the_emblem_stands_in_its_box);
    tcase_add_test(pages, pages_end_on_the_same_line);
    tcase_add_test(pages, notes_stand_at_the_foot_below_their_rule);
    tcase_add_test(pages, artifacts_come_after_text_and_notes);
    tcase_add_test(pages, a_divided_note_and_a_broken_rule_are_told);
    tcase_add_test(pages, chinese_pages_are_made_up_too);
    suite_add_tcase(suite, pages);
    return suite;
}

int main(void)
{
    SRunner *runner = srunner_create(page_suite());
    srunner_set_fork_status(runner, CK_NOFORK);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
