/* lines: boxes in their places → runs of glyphs. In: signs, boxes, ends of lines. Out: lines. */
#include "set/lines.h"

#include <glib.h>

#include "set/shape.h"

/* The runs of one line as they grow. */
struct composing {
    const struct lining *lining;
    GArray *runs;   /* struct run; glyphs and text are filled in at the end of each */
    GArray *glyphs; /* struct glyph of the run in work */
    int piece;      /* of the run in work; -1: none */
    const struct face *face;
    uint32_t from, to; /* bytes of the run in work */
    length end;        /* where its last sign ended */
};

static void run_close(struct composing *c)
{
    if (c->piece < 0)
        return;
    struct arena *arena = c->lining->compositor->arena;
    struct run *run = &g_array_index(c->runs, struct run, c->runs->len - 1);
    run->glyph_count = c->glyphs->len;
    run->glyphs = arena_copy(arena, c->glyphs->data, sizeof(struct glyph) * c->glyphs->len);
    run->text = c->lining->text->bytes + c->from;
    run->text_length = c->to - c->from;
    run->width = c->end - run->x;
    g_array_set_size(c->glyphs, 0);
    c->piece = -1;
}

static void run_open(struct composing *c, int sign, length x)
{
    const struct text *text = c->lining->text;
    const struct sign *s = &text->signs[sign];
    const struct piece *piece = &text->pieces[s->piece];
    struct run run = {.face = s->face,
                      .size = piece->size,
                      .x = x,
                      .rise = piece->rise,
                      .owner = piece->owner,
                      .part = piece->part,
                      .language = piece->language,
                      .look = piece->look};
    g_array_append_val(c->runs, run);
    c->piece = (int)s->piece;
    c->face = s->face;
    c->from = s->at;
}

/* Adds a sign at x; a space that nothing shows is a space glyph without width, so that it can be
 * extracted again (C7). */
static void add_sign(struct composing *c, int sign, length x)
{
    const struct text *text = c->lining->text;
    const struct sign *s = &text->signs[sign];
    if (c->piece < 0 || (int)s->piece != c->piece || s->face != c->face) {
        run_close(c);
        run_open(c, sign, x);
    }
    const struct run *run = &g_array_index(c->runs, struct run, c->runs->len - 1);
    length shift = x + matter_sign_shift(text, sign) - run->x;
    for (uint32_t g = 0; g < s->glyph_count; g++) {
        struct glyph glyph = text->glyphs[s->glyph + g];
        glyph.at -= c->from;
        glyph.x += shift;
        g_array_append_val(c->glyphs, glyph);
    }
    if (s->class == CLASS_BREAK) {
        struct glyph glyph = {shape_glyph(s->face, ' '), s->at - c->from, shift, 0};
        g_array_append_val(c->glyphs, glyph);
    }
    c->to = s->at + s->size;
    c->end = x;
}

static length add_box(struct composing *c, const struct extent *box, length x)
{
    const struct text *text = c->lining->text;
    for (int i = box->from; i < box->to; i++) {
        add_sign(c, i, x);
        bool space = text->signs[i].class == CLASS_SPACE || text->signs[i].class == CLASS_TIE;
        x += space ? 0 : matter_sign_width(text, i);
        c->end = x;
    }
    return x;
}

static void add_hyphen(struct composing *c, int sign, length x, length width)
{
    struct arena *arena = c->lining->compositor->arena;
    run_close(c);
    const struct text *text = c->lining->text;
    const struct sign *s = &text->signs[sign];
    const struct piece *piece = &text->pieces[s->piece];
    struct glyph glyph = {shape_glyph(s->face, '-'), 0, 0, 0};
    struct run run = {.face = s->face,
                      .size = piece->size,
                      .x = x,
                      .rise = piece->rise,
                      .width = width,
                      .text = "",
                      .glyph_count = 1,
                      .glyphs = arena_copy(arena, &glyph, sizeof glyph),
                      .owner = piece->owner,
                      .part = RUN_HYPHEN,
                      .language = piece->language,
                      .look = piece->look};
    g_array_append_val(c->runs, run);
}

/* The notes whose calls are in signs from…to - 1; *passed counts the block's notes before. */
static void take_notes(const struct lining *lining, struct line *line, int from, int to,
                       int *passed)
{
    const struct text *text = lining->text;
    const struct node *last = NULL;
    int first = *passed;
    for (int i = from; i < to; i++) {
        const struct piece *piece = &text->pieces[text->signs[i].piece];
        if (piece->part != RUN_CALL || piece->owner == last)
            continue;
        last = piece->owner;
        (*passed)++;
    }
    line->note_count = (uint32_t)(*passed - first);
    line->notes = lining->notes + first;
}

/* Word spaces as set, in per mille of what they are by nature. */
static int32_t spaces_of(const struct matter *matter, const struct fill_line *filled)
{
    int64_t natural = 0;
    for (int i = filled->from; i < filled->to - 1; i++)
        if (matter->joint[i].stretch_level == 1)
            natural += matter->joint[i].space;
    int64_t set = natural + filled->stretch[1] - filled->shrink[1];
    return natural ? (int32_t)(set * 1000 / natural) : 1000;
}

static void take_trace(struct line *line, const struct matter *matter,
                       const struct fill_line *filled)
{
    line->spaces = spaces_of(matter, filled);
    line->natural = filled->natural;
    line->opening = filled->openings ? filled->opening / filled->openings : 0;
    for (int k = 1; k <= FILL_SHRINK_LEVELS; k++)
        if (filled->shrink[k])
            line->shrink_level = (int8_t)k;
    for (int k = 1; k <= FILL_STRETCH_LEVELS; k++)
        if (filled->stretch[k])
            line->stretch_level = (int8_t)k;
    if (filled->opening)
        line->stretch_level = 3;
}

/* Where a line that is not justified starts. */
static length aligned(const struct lining *lining, const struct fill_line *filled)
{
    length white = filled->target - filled->natural;
    switch (lining->form->align) {
    case ALIGN_JUSTIFY:
    case ALIGN_START:
        return 0;
    case ALIGN_CENTRE:
        return white / 2;
    case ALIGN_END:
        return white;
    }
    return 0;
}

static struct line line_make(const struct lining *lining, int from, int to, bool first, int *notes)
{
    const struct text *text = lining->text;
    const struct row *row = lining->row;
    const struct fill_rules *rules = lining->rules;
    struct composing c = {.lining = lining, .piece = -1};
    c.runs = g_array_new(FALSE, FALSE, sizeof(struct run));
    c.glyphs = g_array_new(FALSE, FALSE, sizeof(struct glyph));

    struct fill_line filled =
        fill_justify(&row->matter, rules, from, to, first ? rules->first : rules->measure);
    length *x = g_new(length, (gsize)(to - from) + 1);
    fill_place(&row->matter, &filled, x);
    length start = (first ? row->start : row->turn) + aligned(lining, &filled), end = start;
    int last_sign = to < row->matter.count ? row->boxes[to].from : text->count;
    for (int b = from; b < to; b++) {
        end = add_box(&c, &row->boxes[b], start + x[b - from]);
        int next = b + 1 < to ? row->boxes[b + 1].from : last_sign;
        for (int i = row->boxes[b].to; i < next; i++) /* spaces between boxes and at the end */
            add_sign(&c, i, end);
    }
    const struct joint *joint = &row->matter.joint[to - 1];
    if (joint->flagged && to < row->matter.count) {
        add_hyphen(&c, row->boxes[to - 1].to - 1, end, joint->hyphen);
    }
    if (to < row->matter.count) /* the measure ends before a mark that hangs */
        end += joint->hyphen;
    run_close(&c);

    struct line line = {.run_count = c.runs->len,
                        .box = lining->measure,
                        .width = end,
                        .measure = lining->measure - lining->form->end,
                        .hyphen = joint->flagged && to < row->matter.count,
                        .last = to == row->matter.count,
                        .from = text->signs[row->boxes[from].from].at,
                        .to = last_sign < text->count ? text->signs[last_sign].at : text->size};
    line.runs =
        arena_copy(lining->compositor->arena, c.runs->data, sizeof(struct run) * c.runs->len);
    take_trace(&line, &row->matter, &filled);
    take_notes(lining, &line, row->boxes[from].from, last_sign, notes);
    g_array_free(c.runs, TRUE);
    g_array_free(c.glyphs, TRUE);
    g_free(x);
    return line;
}

struct setting lines_make(const struct lining *lining, const struct fill_setting *breaks)
{
    struct arena *arena = lining->compositor->arena;
    struct line *lines = ARENA_ARRAY(arena, struct line, breaks->count + 1);
    int from = 0, notes = 0;
    for (int i = 0; i < breaks->count; i++) {
        lines[i] = line_make(lining, from, breaks->ends[i], i == 0, &notes);
        from = breaks->ends[i];
    }
    return (struct setting){breaks->count, lines, breaks->demerits};
}
