/* contents: entries with page numbers. In: items of text, a number at their end. Out: a galley in
 * which the numbers stand at the measure's end, with dots before them. */
#include "page/contents.h"

#include <glib.h>

#include "set/shape.h"

/* --- leaders ------------------------------------------------------------------------- */

/* Where the text of a line and its number stand, from the left edge of the box. */
struct gap {
    length from, to;
};

/* The number goes to the measure's end; what is left between it and the text. */
static struct gap move_number(struct line *line, struct run *runs, const struct node *number)
{
    struct gap gap = {line->rtl ? line->box : 0, line->rtl ? 0 : line->box};
    length left = INT32_MAX, right = INT32_MIN;
    for (uint32_t i = 0; i < line->run_count; i++)
        if (runs[i].owner == number) {
            left = MIN(left, runs[i].x);
            right = MAX(right, runs[i].x + runs[i].width);
        }
    length shift = line->rtl ? -left : line->box - right;
    for (uint32_t i = 0; i < line->run_count; i++) {
        struct run *run = &runs[i];
        if (run->owner == number)
            run->x += shift;
        else if (line->rtl)
            gap.from = MIN(gap.from, run->x);
        else
            gap.from = MAX(gap.from, run->x + run->width);
    }
    gap.to = line->rtl ? right + shift : left + shift;
    return line->rtl ? (struct gap){gap.to, gap.from} : gap;
}

/* Dots that stand below each other in all lines: their places are counted from the box's end. */
static bool make_dots(struct arena *arena, const struct line *line, const struct run *number,
                      struct gap gap, struct run *dots)
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

static uint32_t first_run_of(const struct line *line, const struct node *owner)
{
    uint32_t i = 0;
    while (i < line->run_count && line->runs[i].owner != owner)
        i++;
    return i;
}

/* The line with its number at the end and dots before it. */
static void lead(struct arena *arena, struct line *line, const struct node *number)
{
    uint32_t at = first_run_of(line, number), count = line->run_count;
    if (at == count)
        return;
    struct run *runs = ARENA_ARRAY(arena, struct run, count + 1);
    for (uint32_t i = 0; i < count; i++)
        runs[i] = line->runs[i];
    struct gap gap = move_number(line, runs, number);
    struct run dots;
    line->runs = runs;
    line->width = line->box;
    if (!make_dots(arena, line, &runs[at], gap, &dots))
        return;
    for (uint32_t i = count; i > at; i--)
        runs[i] = runs[i - 1];
    runs[at] = dots;
    line->run_count++;
}

/* --- entries ------------------------------------------------------------------------- */

/* NULL: the item has no number. */
static const struct node *number_of(const struct node *item)
{
    const struct node *link = item->last, *number = link ? link->last : NULL;
    bool has = link && link->kind == NODE_LINK && number && number->kind == NODE_SPAN;
    return has ? number : NULL;
}

/* A copy whose best setting has leaders. */
static struct para lead_para(struct arena *arena, const struct para *para,
                             const struct node *number)
{
    struct para led = *para;
    struct setting *best = &led.setting[1];
    struct line *lines =
        arena_copy(arena, best->lines, sizeof(struct line) * (size_t)best->line_count);
    for (int i = 0; i < best->line_count; i++)
        lead(arena, &lines[i], number);
    best->lines = lines;
    led.setting[0].line_count = led.setting[2].line_count = 0;
    return led;
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
    length measure = style->page.text_end - style->page.text_start;
    const struct para *para = set_block(compositor, block, form_of(block), measure);
    if (!para)
        return false;
    const struct node *number = number_of(block);
    struct para led = number ? lead_para(compositor->arena, para, number) : *para;
    if (led.setting[1].line_count)
        g_array_append_val(paras, led);
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
