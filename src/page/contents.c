/* contents: entries with page numbers. In: items of text, a number at their end. Out: a galley in
 * which the numbers stand at the measure's end, with dots before them. */
#include "page/contents.h"

#include <glib.h>

#include "set/shape.h"

/* --- leaders ------------------------------------------------------------------------- */

/* From left to right of the box. */
struct span {
    length from, to;
};

static struct span span_of(const struct line *line)
{
    struct span span = {INT32_MAX, 0};
    for (uint32_t i = 0; i < line->run_count; i++) {
        span.from = MIN(span.from, line->runs[i].x);
        span.to = MAX(span.to, line->runs[i].x + line->runs[i].width);
    }
    return span;
}

/* Dots that stand below each other in all lines: their places are counted from the box's end.
 * False where there is no room for any. */
static bool make_dots(struct arena *arena, const struct line *line, const struct run *number,
                      struct span gap, struct run *dots)
{
    length pitch = number->size / 2, white = number->size / 2;
    length end = line->rtl ? 0 : line->box % pitch;
    uint32_t id = shape_glyph(number->face, '.');
    length first = ((gap.from + white - end) / pitch + 1) * pitch + end;
    int count = (gap.to - white - first) / pitch;
    if (count < 2 || !id)
        return false;
    struct glyph *glyphs = ARENA_ARRAY(arena, struct glyph, count);
    char *text = arena_alloc(arena, (size_t)count + 1);
    for (int i = 0; i < count; i++) {
        glyphs[i] = (struct glyph){.id = id, .at = (uint32_t)i, .x = i * pitch};
        text[i] = '.';
    }
    *dots = *number;
    dots->x = first;
    dots->width = count * pitch;
    dots->text = text;
    dots->text_length = dots->glyph_count = (uint32_t)count;
    dots->glyphs = glyphs;
    dots->part = RUN_LEADER;
    dots->rtl = false;
    return true;
}

/* Puts the runs of the number behind those of the line, at the measure's end, and dots between. */
static void lead(struct arena *arena, struct line *line, const struct line *number)
{
    struct span text = span_of(line), figures = span_of(number);
    length shift = line->rtl ? -figures.from : line->box - figures.to;
    struct span gap = line->rtl ? (struct span){figures.to + shift, text.from}
                                : (struct span){text.to, figures.from + shift};
    struct run *runs = ARENA_ARRAY(arena, struct run, line->run_count + number->run_count + 1);
    uint32_t count = 0;
    for (uint32_t i = 0; i < line->run_count; i++)
        runs[count++] = line->runs[i];
    const struct run *last = &number->runs[number->run_count - 1];
    if (make_dots(arena, line, last, gap, &runs[count]))
        count++;
    for (uint32_t i = 0; i < number->run_count; i++) {
        runs[count] = number->runs[i];
        runs[count++].x += shift;
    }
    line->runs = runs;
    line->run_count = count;
    line->width = line->box;
}

/* --- entries ------------------------------------------------------------------------- */

/* The link of an entry that has a page; NULL: it has none. */
static const struct node *link_of(const struct node *item)
{
    const struct node *link = item->last;
    return link && link->kind == NODE_LINK && link->label ? link : NULL;
}

/* Sets the number as a word of the link and leads the paragraph's last line to it: its column is
 * kept free by the form. False when a character is in no face. */
static bool lead_para(const struct compositor *compositor, const struct node *link,
                      enum form_name form, struct para *para)
{
    struct arena *arena = compositor->arena;
    struct setting *best = &para->setting[1];
    const struct para *number = set_words(compositor, link->label, link, form, best->lines[0].box);
    if (!number || !number->setting[1].line_count)
        return number;
    struct line *lines =
        arena_copy(arena, best->lines, sizeof(struct line) * (size_t)best->line_count);
    lead(arena, &lines[best->line_count - 1], &number->setting[1].lines[0]);
    best->lines = lines;
    para->setting[0].line_count = para->setting[2].line_count = 0;
    return true;
}

static enum form_name form_of(const struct node *block)
{
    if (block->kind == NODE_HEADING)
        return FORM_SECTION;
    static const enum form_name forms[] = {FORM_CONTENTS_PART, FORM_CONTENTS, FORM_CONTENTS_SYMBOL,
                                           FORM_CONTENTS_ITEM};
    int level = block->parent->as.block.level;
    return forms[CLAMP(level, 1, (int)G_N_ELEMENTS(forms)) - 1];
}

static bool add_block(const struct compositor *compositor, const struct node *block, GArray *paras)
{
    const struct style *style = compositor->style;
    enum form_name form = form_of(block);
    const struct node *link = link_of(block);
    const struct para *set =
        set_block(compositor, block, form, style->page.text_end - style->page.text_start);
    if (!set)
        return false;
    struct para para = *set;
    if (!para.setting[1].line_count)
        return true;
    if (link && !lead_para(compositor, link, form, &para))
        return false;
    g_array_append_val(paras, para);
    return true;
}

const struct galley *contents_set(const struct compositor *compositor, const struct node *doc)
{
    GArray *paras = g_array_new(FALSE, FALSE, sizeof(struct para));
    bool all = true;
    for (const struct node *n = doc->first; n;) {
        bool block = n->kind == NODE_HEADING || n->kind == NODE_ITEM;
        all = (!block || add_block(compositor, n, paras)) && all;
        n = doc_is_container(n->kind) ? doc_next(n, doc) : doc_skip(n, doc);
    }
    struct galley *galley = ARENA_NEW(compositor->arena, struct galley);
    galley->doc = doc;
    galley->para_count = (int)paras->len;
    galley->paras = arena_copy(compositor->arena, paras->data, sizeof(struct para) * paras->len);
    g_array_free(paras, TRUE);
    return all ? galley : NULL;
}
