/* sheet: what stands on a page, item by item. In: lines, shapes, pictures and their places. Out:
 * the items of a page in the order in which they were placed. */
#include "page/sheet.h"

struct sheet sheet_new(struct arena *arena, const struct style *style)
{
    length mirror = language_is_rtl(style->language) ? style->page.width : 0;
    return (struct sheet){arena, g_array_new(FALSE, FALSE, sizeof(struct placed)), mirror};
}

length sheet_left(const struct sheet *sheet, length x, length width)
{
    return sheet->mirror ? sheet->mirror - x - width : x;
}

void sheet_finish(struct sheet *sheet, struct page *page)
{
    page->count = (int)sheet->items->len;
    page->items =
        arena_copy(sheet->arena, sheet->items->data, sizeof(struct placed) * sheet->items->len);
    g_array_set_size(sheet->items, 0);
}

/* --- shapes -------------------------------------------------------------------------- */

/* Calls `visit` with every x of a stroke. */
static void each_x(struct stroke *stroke, void (*visit)(length *x, void *with), void *with)
{
    int points = stroke->op == 'c' ? 3 : stroke->op == 'z' ? 0 : 1;
    for (int i = 0; i < points; i++)
        visit(&stroke->a[2 * i], with);
}

struct extent_x {
    length left, right;
};

static void widen(length *x, void *with)
{
    struct extent_x *extent = with;
    extent->left = MIN(extent->left, *x);
    extent->right = MAX(extent->right, *x);
}

static void shift(length *x, void *with)
{
    *x += *(const length *)with;
}

/* The shape at its place from the other edge: bars and letters are not turned round. */
static const struct shape *mirrored(const struct sheet *sheet, const struct shape *shape)
{
    struct stroke *strokes =
        arena_copy(sheet->arena, shape->strokes, sizeof(struct stroke) * (size_t)shape->count);
    struct extent_x extent = {INT32_MAX, INT32_MIN};
    for (int i = 0; i < shape->count; i++) {
        each_x(&strokes[i], widen, &extent);
        if (strokes[i].op == 'r')
            extent.right = MAX(extent.right, strokes[i].a[0] + strokes[i].a[2]);
    }
    length by = sheet_left(sheet, extent.left, extent.right - extent.left) - extent.left;
    for (int i = 0; i < shape->count; i++)
        each_x(&strokes[i], shift, &by);
    struct shape *moved = ARENA_NEW(sheet->arena, struct shape);
    *moved = (struct shape){shape->count, strokes};
    return moved;
}

static void add_shape(struct sheet *sheet, const struct shape *shape, enum artifact artifact)
{
    struct placed item = {.kind = PLACED_SHAPE, .artifact = artifact, .shape = shape};
    g_array_append_val(sheet->items, item);
}

void sheet_place_shape(struct sheet *sheet, const struct shape *shape, enum artifact artifact)
{
    if (sheet->mirror && shape->count)
        shape = mirrored(sheet, shape);
    add_shape(sheet, shape, artifact);
}

static void add_rule(struct sheet *sheet, struct rule_at rule, enum artifact artifact)
{
    struct stroke *stroke = ARENA_NEW(sheet->arena, struct stroke);
    *stroke = (struct stroke){'r', {rule.x, rule.y, rule.width, rule.thickness}};
    struct shape *shape = ARENA_NEW(sheet->arena, struct shape);
    *shape = (struct shape){1, stroke};
    add_shape(sheet, shape, artifact);
}

void sheet_place_rule(struct sheet *sheet, struct rule_at rule, enum artifact artifact)
{
    rule.x = sheet_left(sheet, rule.x, rule.width);
    add_rule(sheet, rule, artifact);
}

void sheet_place_picture(struct sheet *sheet, const struct picture *picture, struct box box,
                         enum artifact artifact)
{
    struct placed item = {
        .kind = PLACED_PICTURE,
        .artifact = picture->alternative ? ARTIFACT_NONE : artifact,
        .x = sheet_left(sheet, box.x, box.width),
        .y = box.y,
        .picture = picture,
        .width = box.width,
        .height = box.height,
    };
    g_array_append_val(sheet->items, item);
}

/* --- lines --------------------------------------------------------------------------- */

/* Rules under and through a run: a twentieth of the size thick. */
static void place_rules(struct sheet *sheet, const struct run *run, length x, length y)
{
    struct rule_at rule = {x, y, run->width, run->size / 20};
    if (run->look & LOOK_UNDERLINE) {
        rule.y = y - run->rise + run->size / 8;
        add_rule(sheet, rule, ARTIFACT_LAYOUT);
    }
    if (run->look & LOOK_STRIKE) {
        rule.y = y - run->rise - run->size / 4;
        add_rule(sheet, rule, ARTIFACT_LAYOUT);
    }
}

void sheet_place_line(struct sheet *sheet, const struct line *line, length x, length y,
                      enum artifact artifact)
{
    x = sheet_left(sheet, x, line->box);
    for (uint32_t i = 0; i < line->run_count; i++) {
        const struct run *run = &line->runs[i];
        bool hyphen = run->part == RUN_HYPHEN || run->part == RUN_LEADER;
        struct placed item = {
            .kind = PLACED_RUN,
            .artifact = hyphen && !artifact ? ARTIFACT_LAYOUT : artifact,
            .owner = run->owner,
            .x = x + run->x,
            .y = y,
            .run = run,
        };
        g_array_append_val(sheet->items, item);
    }
    for (uint32_t i = 0; i < line->run_count; i++)
        place_rules(sheet, &line->runs[i], x + line->runs[i].x, y);
}

length sheet_place_para(struct sheet *sheet, const struct para *para, length x, length y,
                        enum artifact artifact)
{
    const struct setting *setting = &para->setting[1];
    for (int i = 0; i < setting->line_count; i++)
        sheet_place_line(sheet, &setting->lines[i], x, y + i * para->leading, artifact);
    return y - para->baseline + setting->line_count * para->leading;
}

length line_begin(const struct line *line)
{
    length right = 0;
    if (!line->rtl)
        return line->run_count ? line->runs[0].x : 0;
    for (uint32_t i = 0; i < line->run_count; i++)
        right = MAX(right, line->runs[i].x + line->runs[i].width);
    return line->box - right;
}

length line_extent(const struct line *line)
{
    return line->width - line_begin(line);
}
