/* page_desk: a desk for tests of page/: documents by hand, made up into a book with the real fonts,
 * and what is looked for on its pages. */
#ifndef PAGE_DESK_H
#define PAGE_DESK_H

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
static inline void open_style(const char *name, enum language language)
{
    style = style_load(arena, name, language, diag);
    ck_assert_ptr_nonnull(style);
    ck_assert(fonts_open(fonts, style, diag));
    doc = doc_new(arena, NODE_DOC, 0);
    doc->as.doc.language = language;
    doc->as.doc.source = source;
}

static inline void open_language(enum language language)
{
    open_style("un", language);
}

static inline void set_up(void)
{
    arena = arena_new();
    diag = diag_new(arena);
    fonts = fonts_new(diag);
    source = source_over(arena, "test", "", 0);
    open_language(EN);
}

static inline void tear_down(void)
{
    fonts_free(fonts);
    arena_free(arena);
}

/* --- documents by hand --------------------------------------------------------------- */

static inline struct node *add_field(enum field field, const char *text)
{
    struct node *node = doc_new_field(arena, field, text, 0);
    doc_append(doc, node);
    return node;
}

static inline void add_head(void)
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

static inline struct node *add_text(const char *text)
{
    struct node *node = doc_new(arena, NODE_PREAMBULAR, 0);
    doc_append_text(arena, node, text, strlen(text), 0);
    doc_append(doc, node);
    return node;
}

#define SENTENCE                                                                                   \
    "Recalling its resolutions on the matter and all that was said about it in the years since "   \
    "then, in this place and in others, by those who know and by those who do not, "

static inline void add_texts(int count)
{
    for (int i = 0; i < count; i++)
        add_text(i % 3 ? SENTENCE SENTENCE : SENTENCE SENTENCE SENTENCE);
}

static inline void add_note(struct node *block, const char *label, const char *text)
{
    struct node *note = doc_new(arena, NODE_NOTE, 0);
    struct node *para = doc_new(arena, NODE_PARAGRAPH, 0);
    note->label = label;
    note->as.note.number = atoi(label);
    doc_append_text(arena, para, text, strlen(text), 0);
    doc_append(note, para);
    doc_append(block, note);
}

static inline const struct book *make_book(const char *emblem)
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
static inline const struct placed *find_run(const struct page *page, const char *text)
{
    for (int i = 0; i < page->count; i++) {
        const struct placed *item = &page->items[i];
        if (item->kind == PLACED_RUN && item->run->text_length >= strlen(text) &&
            !strncmp(item->run->text, text, strlen(text)))
            return item;
    }
    return NULL;
}

static inline const struct placed *want_run(const struct page *page, const char *text)
{
    const struct placed *item = find_run(page, text);
    ck_assert_msg(item != NULL, "\"%s\" is not on page %d", text, page->number);
    return item;
}

static inline length end_of(const struct placed *item)
{
    return item->x + item->run->width;
}

static inline int count_kind(const struct page *page, enum placed_kind kind, enum artifact artifact)
{
    int count = 0;
    for (int i = 0; i < page->count; i++)
        count += page->items[i].kind == kind && page->items[i].artifact == artifact;
    return count;
}

/* The n-th rule (a shape of one rectangle) of a page. */
static inline const struct stroke *rule_of(const struct page *page, int n)
{
    for (int i = 0; i < page->count; i++)
        if (page->items[i].kind == PLACED_SHAPE && page->items[i].shape->count == 1 && n-- == 0)
            return page->items[i].shape->strokes;
    ck_abort_msg("no such rule on page %d", page->number);
    return NULL;
}

#define assert_about(a, b) ck_assert_int_le(abs((a) - (b)), 8)

/* Runs tests of one case; the program's exit status. */
static inline int run_pages(const char *name, const TTest *const *tests, int count)
{
    Suite *suite = suite_create(name);
    TCase *pages = tcase_create(name);
    tcase_add_checked_fixture(pages, set_up, tear_down);
    for (int i = 0; i < count; i++)
        tcase_add_test(pages, tests[i]);
    suite_add_tcase(suite, pages);
    SRunner *runner = srunner_create(suite);
    srunner_set_fork_status(runner, CK_NOFORK);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

#endif
