/* impose_marks: crop, fold and registration marks, slug line. In: where the pages stand. Out:
 * shapes and a line, outside the bleed. */
#include "page/impose_marks.h"

#define MM(x) PT((x)*72 / 25.4)
#define RING MM(1.75)  /* radius of a registration mark */
#define CROSS MM(2.75) /* half of its cross */
#define SHORTEST_MARK MM(1)

/* --- the forme ------------------------------------------------------------------------ */

length forme_x(const struct forme *forme, int column)
{
    return forme->left + column * (forme->page_width + forme->gap_x);
}

length forme_y(const struct forme *forme, int row)
{
    return forme->top + row * (forme->page_height + forme->gap_y);
}

struct box forme_box(const struct forme *forme)
{
    return (struct box){
        forme->left,
        forme->top,
        forme->columns * forme->page_width + (forme->columns - 1) * forme->gap_x,
        forme->rows * forme->page_height + (forme->rows - 1) * forme->gap_y,
    };
}

/* --- marks at edges ------------------------------------------------------------------ */

/* One axis of a sheet: marks stand at places along it, in the margins before and behind what is
 * printed across it. */
struct axis {
    struct sheet *sheet;
    bool upright;           /* the marks are */
    length start, end, far; /* across: what is printed, the sheet's other edge */
    length bleed, longest, thickness;
};

static void place_tick(const struct axis *axis, length at, length from, length to)
{
    length half = axis->thickness / 2;
    struct rule_at rule = {at - half, from, axis->thickness, to - from};
    if (!axis->upright)
        rule = (struct rule_at){from, at - half, to - from, axis->thickness};
    sheet_place_rule(axis->sheet, rule, ARTIFACT_PRESS);
}

/* How long marks are in a margin of that width. */
static length mark_of(const struct axis *axis, length margin)
{
    length mark = MIN(axis->longest, margin - axis->bleed);
    return mark < SHORTEST_MARK ? 0 : mark;
}

/* In both margins; a fold is dashed. */
static void place_pair(const struct axis *axis, length at, bool fold)
{
    enum { DASHES = 3, PARTS = 2 * DASHES - 1 };
    length before = mark_of(axis, axis->start), behind = mark_of(axis, axis->far - axis->end);
    length first = axis->start - axis->bleed - before, second = axis->end + axis->bleed;
    for (int i = 0; i < PARTS; i += 2) {
        int to = fold ? i + 1 : PARTS;
        if (before)
            place_tick(axis, at, first + before * i / PARTS, first + before * to / PARTS);
        if (behind)
            place_tick(axis, at, second + behind * i / PARTS, second + behind * to / PARTS);
        if (!fold)
            return;
    }
}

/* At the edges of `count` pages of that size, and where the sheet is folded between them. */
static void place_edges(const struct axis *axis, length at, length size, length gap, int count,
                        bool folded)
{
    for (int i = 0; i < count; i++, at += size + gap) {
        bool first = i == 0, last = i == count - 1;
        if (first || gap)
            place_pair(axis, at, false);
        if (!first && folded)
            place_pair(axis, at - gap / 2, true);
        if (last || gap || !folded)
            place_pair(axis, at + size, false);
    }
}

/* --- registration marks -------------------------------------------------------------- */

/* A circle, the other way round for the inner edge of a ring. */
static void put_circle(struct stroke *strokes, length x, length y, length r, int way)
{
    length k = length_scale(r, 5523, 10000), w = way * r, j = way * k;
    strokes[0] = (struct stroke){'m', {x + r, y}};
    strokes[1] = (struct stroke){'c', {x + r, y + j, x + k, y + w, x, y + w}};
    strokes[2] = (struct stroke){'c', {x - k, y + w, x - r, y + j, x - r, y}};
    strokes[3] = (struct stroke){'c', {x - r, y - j, x - k, y - w, x, y - w}};
    strokes[4] = (struct stroke){'c', {x + k, y - w, x + r, y - j, x + r, y}};
    strokes[5] = (struct stroke){'z', {0}};
}

static void place_target(struct sheet *sheet, length x, length y, length thickness)
{
    enum { CIRCLE = 6 };
    struct stroke *strokes = ARENA_ARRAY(sheet->arena, struct stroke, 2 * CIRCLE);
    put_circle(strokes, x, y, RING + thickness / 2, 1);
    put_circle(strokes + CIRCLE, x, y, RING - thickness / 2, -1);
    struct shape *ring = ARENA_NEW(sheet->arena, struct shape);
    *ring = (struct shape){2 * CIRCLE, strokes};
    struct rule_at across = {x - CROSS, y - thickness / 2, 2 * CROSS, thickness};
    struct rule_at down = {x - thickness / 2, y - CROSS, thickness, 2 * CROSS};
    sheet_place_shape(sheet, ring, ARTIFACT_PRESS);
    sheet_place_rule(sheet, across, ARTIFACT_PRESS);
    sheet_place_rule(sheet, down, ARTIFACT_PRESS);
}

/* One in each margin that has room, beside the middle of a page: between pages there may be a
 * fold. */
static void place_targets(const struct forme *forme, length thickness, struct sheet *sheet)
{
    struct box box = forme_box(forme);
    length x = forme_x(forme, forme->columns - 1) + forme->page_width / 2;
    length y = forme->top + forme->page_height / 2;
    length right = box.x + box.width + forme->bleed, below = box.y + box.height + forme->bleed;
    length left = box.x - forme->bleed, above = box.y - forme->bleed;
    if (above >= 2 * CROSS)
        place_target(sheet, x, above / 2, thickness);
    if (forme->height - below >= 2 * CROSS)
        place_target(sheet, x, (forme->height + below) / 2, thickness);
    if (left >= 2 * CROSS)
        place_target(sheet, left / 2, y, thickness);
    if (forme->width - right >= 2 * CROSS)
        place_target(sheet, (forme->width + right) / 2, y, thickness);
}

/* --- all of them --------------------------------------------------------------------- */

void impose_place_marks(const struct style *style, const struct forme *forme, struct sheet *sheet)
{
    struct box box = forme_box(forme);
    length mark = style->print.mark, thickness = style->print.mark_thickness;
    struct axis across = {sheet,         true,         box.y, box.y + box.height,
                          forme->height, forme->bleed, mark,  thickness};
    struct axis down = {sheet,        false,        box.x, box.x + box.width,
                        forme->width, forme->bleed, mark,  thickness};
    place_edges(&across, box.x, forme->page_width, forme->gap_x, forme->columns, forme->folded);
    place_edges(&down, box.y, forme->page_height, forme->gap_y, forme->rows, forme->folded);
    place_targets(forme, thickness, sheet);
}

bool impose_place_slug(const struct compositor *compositor, const struct forme *forme,
                       const char *words, struct sheet *sheet)
{
    const struct box box = forme_box(forme);
    const struct form *form = &compositor->style->forms[FORM_SLUG];
    length below = box.y + box.height + forme->bleed;
    if (forme->height - below < form->leading)
        return true;
    const struct para *para =
        set_words(compositor, words, NULL, FORM_SLUG, forme->page_width / 2 - 2 * CROSS);
    if (!para)
        return false;
    if (!para->setting[1].line_count || !para->setting[1].lines[0].run_count)
        return true;
    const struct line *line = &para->setting[1].lines[0];
    length start = line->runs[0].x; /* not 0 where lines begin at the right */
    for (uint32_t i = 1; i < line->run_count; i++)
        start = MIN(start, line->runs[i].x);
    sheet_place_line(sheet, line, box.x + CROSS - start, below + form->leading, ARTIFACT_PRESS);
    return true;
}
