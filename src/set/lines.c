/* lines: boxes in their places → runs of glyphs. In: signs, boxes, ends of lines. Out: lines. */
#include "set/lines.h"

#include <glib.h>
#include <string.h>

#include "set/bidi.h"
#include "set/shape.h"

/* The runs of one line as they grow. */
struct composing {
    const struct lining *lining;
    GArray *runs;         /* struct run; glyphs and text are filled in at the end of each */
    struct glyph *glyphs; /* of the run in work, with room for all of the line behind them */
    uint32_t glyph_count;
    int piece; /* of the run in work; -1: none */
    const struct face *face;
    uint8_t level;
    uint32_t from, to;  /* bytes of the run in work */
    int expansion;      /* of the line's glyphs */
    length left, right; /* of what it holds so far */
};

static void run_close(struct composing *c)
{
    if (c->piece < 0)
        return;
    struct run *run = &g_array_index(c->runs, struct run, c->runs->len - 1);
    for (uint32_t i = 0; i < c->glyph_count; i++)
        c->glyphs[i].x -= c->left;
    run->glyph_count = c->glyph_count;
    run->glyphs = c->glyphs;
    run->text = c->lining->text->bytes + c->from;
    run->text_length = c->to - c->from;
    run->width = c->right - c->left;
    run->x = c->left;
    c->glyphs += c->glyph_count;
    c->glyph_count = 0;
    c->piece = -1;
}

/* The label keeps its width, and the text behind it its place. */
static int expansion_of(const struct text *text, int sign, int expansion)
{
    return sign < text->label_count ? 0 : expansion;
}

static length expanded(length width, int expansion)
{
    return expansion ? length_scale(width, 1000 + expansion, 1000) : width;
}

static void run_open(struct composing *c, int sign)
{
    const struct text *text = c->lining->text;
    const struct sign *s = &text->signs[sign];
    const struct piece *piece = &text->pieces[s->piece];
    struct run run = {.face = s->face,
                      .size = piece->size,
                      .rise = piece->rise,
                      .owner = piece->owner,
                      .part = piece->part,
                      .language = piece->language,
                      .look = piece->look,
                      .expansion = (int16_t)expansion_of(text, sign, c->expansion),
                      .rtl = s->level % 2 == 1};
    g_array_append_val(c->runs, run);
    c->piece = (int)s->piece;
    c->face = s->face;
    c->level = s->level;
    c->from = s->at;
    c->left = INT32_MAX;
    c->right = INT32_MIN;
}

/* What a sign that has no glyph shows: a space glyph without width for a line end and, where text
 * runs both ways, for a mark of direction, so that both can be extracted again (C7). */
static bool stands_empty(const struct text *text, const struct sign *sign)
{
    return sign->class == CLASS_BREAK || (text->mixed && bidi_is_control(sign->c));
}

/* Adds a sign whose left edge is at x and which takes `width`. */
static void add_sign(struct composing *c, int sign, length x, length width)
{
    const struct text *text = c->lining->text;
    const struct sign *s = &text->signs[sign];
    bool joins =
        c->piece == (int)s->piece && s->face == c->face && s->level == c->level && !s->fence;
    if (!joins) {
        run_close(c);
        run_open(c, sign);
    }
    length shift = x + matter_sign_shift(text, sign);
    for (uint32_t g = 0; g < s->glyph_count; g++) {
        struct glyph *glyph = &c->glyphs[c->glyph_count++];
        *glyph = text->glyphs[s->glyph + g];
        glyph->at -= c->from;
        glyph->x = shift + expanded(glyph->x, expansion_of(text, sign, c->expansion));
    }
    if (stands_empty(text, s))
        c->glyphs[c->glyph_count++] =
            (struct glyph){shape_glyph(s->face, ' '), s->at - c->from, shift, 0};
    c->to = s->at + s->size;
    c->left = MIN(c->left, x);
    c->right = MAX(c->right, x + width);
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
    line->expansion = filled->expansion;
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

/* --- places -------------------------------------------------------------------------- */

/* The signs of one line: where each begins and, in places[count], where the line ends, from the
 * line's start; how wide each is without the white behind it. */
struct signs_set {
    int from, count;
    int expansion;
    length *places, *widths;
};

static struct signs_set signs_set_new(struct arena *scratch, int from, int to)
{
    return (struct signs_set){.from = from,
                              .count = to - from,
                              .places = ARENA_ARRAY(scratch, length, to - from + 1),
                              .widths = ARENA_ARRAY(scratch, length, to - from + 1)};
}

/* Places the signs of box `b` at x, and behind it the spaces up to sign `next`. Widths are summed
 * before they are expanded, so that roundings do not add up. */
static void place_box(const struct lining *lining, struct signs_set *set, int b, int next, length x)
{
    const struct text *text = lining->text;
    const struct extent *box = &lining->row->boxes[b];
    length natural = 0, end = x;
    for (int i = box->from; i < next; i++) {
        bool space = text->signs[i].class == CLASS_SPACE || text->signs[i].class == CLASS_TIE;
        length begin = set->places[i - set->from] = end;
        if (i >= box->to || space)
            continue;
        natural += matter_sign_width(text, i);
        end = x + expanded(natural, expansion_of(text, i, set->expansion));
        set->widths[i - set->from] = end - begin;
    }
    set->places[next - set->from] = end;
}

/* Boxes from…to - 1 by the arithmetic of the line. Where the last of them ends. */
static length place_boxes(const struct lining *lining, const struct fill_line *filled,
                          struct signs_set *set, length start)
{
    const struct row *row = lining->row;
    length *x = ARENA_ARRAY(lining->text->scratch, length, filled->to - filled->from + 1);
    fill_place(&row->matter, filled, x);
    for (int b = filled->from; b < filled->to; b++) {
        int next = b + 1 < filled->to ? row->boxes[b + 1].from : set->from + set->count;
        place_box(lining, set, b, next, start + x[b - filled->from]);
    }
    length end = start + x[filled->to - filled->from];
    set->places[set->count] = end;
    return end;
}

/* Rule L1: spaces at the line's end are of the paragraph's level. */
static int first_of_end(const struct text *text, const struct signs_set *set)
{
    int i = set->count;
    for (; i > 0; i--) {
        const struct sign *sign = &text->signs[set->from + i - 1];
        if (sign->class != CLASS_SPACE && sign->class != CLASS_TIE && sign->class != CLASS_BREAK &&
            !bidi_is_control(sign->c))
            break;
    }
    return i;
}

/* What rule L2 puts in order: a sign of the line with the white behind it; white alone, of no sign
 * (-1), between text that runs one way and text that runs the other; a fence, without extent. */
struct element {
    int sign;
    length extent;
};

static bool is_white(const struct sign *sign)
{
    return sign->class == CLASS_SPACE || sign->class == CLASS_TIE || sign->class == CLASS_BREAK;
}

/* White that nobody typed behind sign i, where the level changes. */
static length white_between(const struct text *text, const struct signs_set *set, int i)
{
    const struct sign *sign = &text->signs[set->from + i];
    if (i + 1 >= set->count || is_white(sign) || sign[1].level == sign->level)
        return 0;
    return MAX(set->places[i + 1] - set->places[i] - set->widths[i], 0);
}

static int list_elements(const struct text *text, const struct signs_set *set,
                         struct element *elements, uint8_t *levels)
{
    int count = 0, end = first_of_end(text, set);
    for (int i = 0; i < set->count; i++) {
        const struct sign *sign = &text->signs[set->from + i];
        length white = white_between(text, set, i);
        if (sign->fence) {
            elements[count] = (struct element){-1, 0};
            levels[count++] = sign->fence - 1;
        }
        elements[count] = (struct element){i, set->places[i + 1] - set->places[i] - white};
        levels[count++] = i < end ? sign->level : text->rtl;
        if (white) {
            elements[count] = (struct element){-1, white};
            levels[count++] = MIN(sign->level, sign[1].level);
        }
    }
    return count;
}

/* From the line's start to the left edge of its box, where text runs both ways: the white behind a
 * sign goes with it, so what runs the other way stays whole. */
static void turn_places(const struct lining *lining, struct signs_set *set)
{
    const struct text *text = lining->text;
    gsize most = (gsize)set->count * 3 + 1;
    uint8_t *levels = g_new(uint8_t, most);
    struct element *elements = g_new(struct element, most);
    int *order = g_new(int, most);
    int count = list_elements(text, set, elements, levels);
    bidi_order(levels, count, order);
    length *places = g_new(length, (gsize)set->count + 1);
    length x = text->rtl ? lining->measure - set->places[set->count] : set->places[0];
    for (int v = 0; v < count; v++) {
        const struct element *element = &elements[order[v]];
        int i = element->sign;
        if (i >= 0) {
            length width = set->widths[i] ? set->widths[i] : text->signs[set->from + i].width;
            places[i] = levels[order[v]] % 2 ? x + element->extent - width : x;
        }
        x += element->extent;
    }
    memcpy(set->places, places, sizeof(length) * (gsize)set->count);
    g_free(levels);
    g_free(elements);
    g_free(order);
    g_free(places);
}

static void add_signs(struct composing *c, const struct signs_set *set)
{
    const struct text *text = c->lining->text;
    uint32_t most = 0;
    for (int i = set->from; i < set->from + set->count; i++)
        most += text->signs[i].glyph_count + stands_empty(text, &text->signs[i]);
    c->glyphs = ARENA_ARRAY(c->lining->compositor->arena, struct glyph, most);
    for (int i = 0; i < set->count; i++)
        add_sign(c, set->from + i, set->places[i], set->widths[i]);
}

static struct line line_make(const struct lining *lining, int from, int to, bool first, int *notes)
{
    const struct text *text = lining->text;
    const struct row *row = lining->row;
    const struct fill_rules *rules = lining->rules;
    struct composing c = {.lining = lining, .piece = -1};
    c.runs = g_array_new(FALSE, FALSE, sizeof(struct run));

    struct fill_line filled =
        fill_justify(&row->matter, rules, from, to, first ? rules->first : rules->measure);
    int last_sign = to < row->matter.count ? row->boxes[to].from : text->count;
    struct signs_set set = signs_set_new(text->scratch, row->boxes[from].from, last_sign);
    set.expansion = c.expansion = filled.expansion;
    length start = (first ? row->start : row->turn) + aligned(lining, &filled);
    length end = place_boxes(lining, &filled, &set, start);
    if (text->mixed)
        turn_places(lining, &set);
    add_signs(&c, &set);
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
                        .rtl = text->rtl,
                        .hyphen = joint->flagged && to < row->matter.count,
                        .last = to == row->matter.count,
                        .from = text->signs[row->boxes[from].from].at,
                        .to = last_sign < text->count ? text->signs[last_sign].at : text->size};
    line.runs =
        arena_copy(lining->compositor->arena, c.runs->data, sizeof(struct run) * c.runs->len);
    take_trace(&line, &row->matter, &filled);
    take_notes(lining, &line, row->boxes[from].from, last_sign, notes);
    g_array_free(c.runs, TRUE);
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
