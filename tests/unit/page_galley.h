/* page_galley: galleys written by hand for the tests of page/, and what holds for every make-up.
 * A galley here is a row of paragraphs of so many lines; a usual page holds 20 of them. */
#ifndef PAGE_GALLEY_H
#define PAGE_GALLEY_H

#include <check.h>
#include <glib.h>
#include <stdlib.h>

#include "page/makeup.h"

#define LINE (12 * LENGTH_PT)
#define NOTE_LINE (11 * LENGTH_PT)

static struct arena *arena;
static GArray *paras; /* struct para */
static struct node *doc;

static inline void set_up(void)
{
    arena = arena_new();
    paras = g_array_new(FALSE, TRUE, sizeof(struct para));
    doc = doc_new(arena, NODE_DOC, 0);
}

static inline void tear_down(void)
{
    g_array_free(paras, TRUE);
    arena_free(arena);
}

/* --- galleys by hand ----------------------------------------------------------------- */

static inline struct setting a_setting(int lines)
{
    struct line *line = ARENA_ARRAY(arena, struct line, lines);
    for (int i = 0; i < lines; i++) {
        line[i].measure = line[i].width = 360 * LENGTH_PT;
        line[i].last = i == lines - 1;
    }
    return (struct setting){lines, line, 0};
}

/* A paragraph of so many lines with `white` points above and below; returns its number. */
static inline int add(int lines, int white)
{
    struct para para = {.leading = LINE, .before = white * LENGTH_PT, .after = white * LENGTH_PT};
    para.setting[1] = a_setting(lines);
    para.node = doc_new(arena, NODE_PARAGRAPH, 0);
    doc_append(doc, (struct node *)para.node);
    g_array_append_val(paras, para);
    return (int)paras->len - 1;
}

static inline struct para *para_at(int number)
{
    return &g_array_index(paras, struct para, number);
}

static inline struct line *line_at(int para, int line)
{
    return (struct line *)&para_at(para)->setting[1].lines[line];
}

/* Lets a paragraph be one line shorter or longer. */
static inline void vary(int number, bool shorter, bool longer)
{
    struct para *para = para_at(number);
    int lines = para->setting[1].line_count;
    if (shorter)
        para->setting[0] = a_setting(lines - 1);
    if (longer)
        para->setting[2] = a_setting(lines + 1);
}

/* A note of so many lines, called in a line of every setting. */
static inline const struct note *call(int number, int line, int note_lines)
{
    struct note *note = ARENA_NEW(arena, struct note);
    struct para *set = ARENA_NEW(arena, struct para);
    set->leading = NOTE_LINE;
    set->setting[1] = a_setting(note_lines);
    *note = (struct note){doc_new(arena, NODE_NOTE, 0), 1, set, note_lines};
    for (int s = 0; s < 3; s++) {
        const struct setting *setting = &para_at(number)->setting[s];
        if (!setting->line_count)
            continue;
        struct line *caller = (struct line *)&setting->lines[MIN(line, setting->line_count - 1)];
        const struct note **notes = ARENA_ARRAY(arena, const struct note *, caller->note_count + 1);
        for (uint32_t i = 0; i < caller->note_count; i++)
            notes[i] = caller->notes[i];
        notes[caller->note_count++] = note;
        caller->notes = notes;
    }
    return note;
}

static const struct area usual = {20 * LINE, 20 * LINE, 8 * LENGTH_PT, false};

static inline const struct makeup *make_up_in(const struct area *area, struct column **column)
{
    struct galley *galley = ARENA_NEW(arena, struct galley);
    galley->para_count = (int)paras->len;
    galley->paras = arena_copy(arena, paras->data, sizeof(struct para) * paras->len);
    galley->doc = doc;
    *column = column_measure(arena, galley);
    return makeup_find(arena, *column, area);
}

static inline const struct makeup *make_up(void)
{
    struct column *column;
    return make_up_in(&usual, &column);
}

/* Height of what a page holds, opened whites included. */
static inline int64_t content_height(const struct column *column, const struct makeup *makeup,
                                     int page, const struct area *area)
{
    const struct fill *fill = &makeup->pages[page];
    int64_t height = fill->stretched;
    struct cut at = fill->from;
    while (at.para < fill->to.para || (at.para == fill->to.para && at.line < fill->to.line)) {
        const struct para *para = &column->galley->paras[at.para];
        int count = para->setting[makeup->setting[at.para]].line_count;
        int end = at.para == fill->to.para ? fill->to.line : count;
        bool top = at.para == fill->from.para;
        height += (int64_t)(end - at.line) * para->leading + (top ? 0 : column->white[at.para]);
        at = (struct cut){at.para + 1, 0, 1};
    }
    int64_t notes = column_note_height(column, fill->note_from, fill->note_to);
    return height + notes + (notes ? area->rule : 0);
}

/* What holds for every make-up: pages follow each other, nothing is lost, notes begin on the page
 * of their call, the heights are as told. */
static inline void check_pages(const struct column *column, const struct makeup *makeup,
                               const struct area *area)
{
    struct cut at = {0, 0, 1};
    int note = 0;
    for (int i = 0; i < makeup->page_count; i++) {
        const struct fill *fill = &makeup->pages[i];
        ck_assert_int_eq(fill->from.para, at.para);
        ck_assert_int_eq(fill->from.line, at.line);
        ck_assert_int_eq(fill->note_from, note);
        if (fill->from.line)
            ck_assert_int_eq(fill->from.setting, makeup->setting[at.para]);
        at = fill->to;
        note = fill->note_to;
        length height = (i ? area->later : area->first) + fill->run * column->line;
        bool last = i == makeup->page_count - 1;
        if (!(fill->broken & BROKEN_OVERFULL) && !last)
            ck_assert_int_eq(content_height(column, makeup, i, area) + fill->slack, height);
        ck_assert_int_le(content_height(column, makeup, i, area),
                         fill->broken & BROKEN_OVERFULL ? INT32_MAX : height);
    }
    ck_assert_int_eq(at.para, column->para_count);
    ck_assert_int_eq(note, column->note_line_count);
}

static inline const struct makeup *make_up_checked(struct column **column)
{
    const struct makeup *makeup = make_up_in(&usual, column);
    check_pages(*column, makeup, &usual);
    for (int i = 0; i < makeup->page_count; i++)
        ck_assert_uint_eq(makeup->pages[i].broken, 0);
    return makeup;
}

/* The page that holds a line; -1: none does. */
static inline int page_of(const struct makeup *makeup, int para, int line)
{
    for (int i = 0; i < makeup->page_count; i++) {
        struct cut to = makeup->pages[i].to;
        if (para < to.para || (para == to.para && line < to.line))
            return i;
    }
    return -1;
}

/* Runs a suite of one case; the program's exit status. */
static inline int run_suite(Suite *suite, TCase *tests)
{
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_set_fork_status(runner, CK_NOFORK);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

#endif
