/* stick: a composing stick for tests. Words with a little mark-up become one block, set by the
 * house style with the real fonts; helpers read lines, places and break prices from it.
 *
 * Mark-up: <b> <i> <u> <a> … </>, <n> a footnote mark "1", <br>. */
#ifndef PLENARY_TEST_STICK_H
#define PLENARY_TEST_STICK_H

#include <check.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "set/breaks.h"
#include "set/fill.h"
#include "set/set.h"
#include "set/text.h"
#include "style/style.h"
#include "suite.h"

struct stick {
    struct arena *arena;
    struct diag *diag;
    struct fonts *fonts;
    struct style *style; /* a copy that a test may change; preambular paragraphs without indent */
    length em;           /* of preambular paragraphs */
    struct compositor compositor;
};

static inline struct stick stick_new(enum language language)
{
    struct stick s = {.arena = arena_new()};
    s.diag = diag_new(s.arena);
    const struct style *style = style_load(s.arena, "ga-resolution", language, s.diag);
    ck_assert_msg(style != NULL, "%s", diag_text(s.diag));
    s.style = arena_copy(s.arena, style, sizeof *style);
    s.style->forms[FORM_PREAMBULAR].first = 0;
    s.em = style->forms[FORM_PREAMBULAR].size;
    s.fonts = fonts_new(s.diag);
    ck_assert_msg(s.fonts && fonts_open(s.fonts, s.style, s.diag), "%s", diag_text(s.diag));
    s.compositor = (struct compositor){s.arena, s.style, s.fonts, s.diag, NULL};
    return s;
}

static inline void stick_free(struct stick *s)
{
    fonts_free(s->fonts);
    arena_free(s->arena);
}

/* --- copy ---------------------------------------------------------------------------- */

static inline struct node *stick_inline(struct stick *s, const char *tag, uint32_t at)
{
    struct node *node = doc_new(s->arena, NODE_SPAN, at);
    if (g_str_has_prefix(tag, "<a>")) {
        node->kind = NODE_LINK;
        node->as.link.target = "https://undocs.org/";
    } else if (g_str_has_prefix(tag, "<br>")) {
        node->kind = NODE_BREAK;
    } else if (g_str_has_prefix(tag, "<n>")) {
        node->kind = NODE_NOTE;
        node->label = "1";
        node->as.note.number = 1;
        struct node *words = doc_new(s->arena, NODE_PARAGRAPH, at);
        doc_append_text(s->arena, words, "A/76/1", 6, at);
        doc_append(node, words);
    } else {
        node->as.span.look = tag[1] == 'b'   ? LOOK_BOLD
                             : tag[1] == 'i' ? LOOK_ITALIC
                                             : LOOK_UNDERLINE;
    }
    return node;
}

/* The block of a marked text; it is also the source, so that places in messages can be tested. */
static inline struct node *stick_block(struct stick *s, enum node_kind kind, const char *marked)
{
    struct node *doc = doc_new(s->arena, NODE_DOC, 0), *block = doc_new(s->arena, kind, 0);
    struct node *into = block;
    doc_append(doc, block);
    s->compositor.source = source_over(s->arena, "test", marked, strlen(marked));
    for (const char *p = marked; *p;) {
        size_t size = strcspn(p, "<");
        uint32_t at = (uint32_t)(p - marked);
        if (size) {
            doc_append_text(s->arena, into, p, size, at);
            p += size;
        } else if (p[1] == '/') {
            into = into->parent;
            p += 3;
        } else {
            struct node *node = stick_inline(s, p, at);
            doc_append(into, node);
            into = node->kind == NODE_SPAN || node->kind == NODE_LINK ? node : into;
            p = strchr(p, '>') + 1;
        }
    }
    return block;
}

static inline const struct para *stick_set_form(struct stick *s, enum form_name form,
                                                const char *marked, length measure)
{
    const struct para *para =
        set_block(&s->compositor, stick_block(s, NODE_PREAMBULAR, marked), form, measure);
    ck_assert_msg(para != NULL, "%s", diag_text(s->diag));
    ck_assert_int_gt(para->setting[1].line_count, 0);
    return para;
}

static inline const struct para *stick_set(struct stick *s, const char *marked, length measure)
{
    return stick_set_form(s, FORM_PREAMBULAR, marked, measure);
}

/* --- what is seen -------------------------------------------------------------------- */

/* The text of a line as its runs have it; a hyphen of the break is written "-". */
static inline char *stick_line(struct stick *s, const struct line *line)
{
    GString *text = g_string_new(NULL);
    for (uint32_t r = 0; r < line->run_count; r++) {
        g_string_append_len(text, line->runs[r].text, line->runs[r].text_length);
        if (line->runs[r].part == RUN_HYPHEN)
            g_string_append_c(text, '-');
    }
    char *copy = arena_strdup(s->arena, g_strchomp(text->str));
    g_string_free(text, TRUE);
    return copy;
}

/* All lines of the best setting, with "|" between them. */
static inline const char *stick_lines(struct stick *s, const struct para *para)
{
    const struct setting *setting = &para->setting[1];
    const char *text = "";
    for (int i = 0; i < setting->line_count; i++)
        text =
            arena_printf(s->arena, "%s%s%s", text, i ? "|" : "", stick_line(s, &setting->lines[i]));
    return text;
}

/* Where the glyph of the character at a byte of the line's text has its origin. */
static inline length stick_x(const struct line *line, uint32_t byte)
{
    uint32_t passed = 0;
    for (uint32_t r = 0; r < line->run_count; passed += line->runs[r++].text_length) {
        const struct run *run = &line->runs[r];
        for (uint32_t g = 0; g < run->glyph_count && byte < passed + run->text_length; g++)
            if (run->glyphs[g].at + passed == byte)
                return run->x + run->glyphs[g].x;
    }
    ck_abort_msg("byte %u of the line has no glyph", byte);
    return 0;
}

/* The only line of a text in a measure that is wide enough. */
static inline const struct line *stick_wide(struct stick *s, const char *marked)
{
    const struct para *para = stick_set(s, marked, 400 * s->em);
    ck_assert_int_eq(para->setting[1].line_count, 1);
    return &para->setting[1].lines[0];
}

/* How much room `marked` takes between two Han, in thousandths of an em. */
static inline int stick_room(struct stick *s, const char *marked)
{
    const struct line *line = stick_wide(s, arena_printf(s->arena, "国%s国", marked));
    uint32_t size = 0;
    for (uint32_t r = 0; r < line->run_count; r++)
        size += line->runs[r].text_length;
    length room = stick_x(line, size - (uint32_t)strlen("国")) - stick_x(line, 0) - s->em;
    return (int)((room * 1000 + s->em / 2) / s->em);
}

/* The price of a line end at the "|" of a marked text: 0 free … FILL_NEVER. */
static inline int stick_price(struct stick *s, const char *marked)
{
    char **parts = g_strsplit(marked, "|", 2);
    struct node *before = stick_block(s, NODE_PREAMBULAR, parts[0]);
    struct node *whole =
        stick_block(s, NODE_PREAMBULAR, arena_printf(s->arena, "%s%s", parts[0], parts[1]));
    g_strfreev(parts);
    const struct form *form = &s->style->forms[FORM_PREAMBULAR];
    struct text *left = text_of_block(&s->compositor, before, form, NULL, NULL);
    struct text *text = text_of_block(&s->compositor, whole, form, NULL, NULL);
    breaks_find(text, s->style);
    ck_assert_int_lt(left->count, text->count);
    int price = text->signs[left->count].penalty;
    text_free(left);
    text_free(text);
    return price;
}

#endif
