/* operators: graphics state, paths and marked content. */
#include "inspect/operators.h"

#include <math.h>
#include <stdarg.h>
#include <string.h>

#define MOST_SAVED 512
#define MOST_MARKS 2000000

/* --- operands ----------------------------------------------------------------------------- */

const struct operand *painter_operand(const struct painter *painter, int index)
{
    int at = (int)painter->operands->len - 1 - index;
    return at >= 0 ? &g_array_index(painter->operands, struct operand, at) : NULL;
}

double painter_number(const struct painter *painter, int index)
{
    const struct operand *operand = painter_operand(painter, index);
    return operand && operand->kind == TOKEN_NUMBER ? operand->number : 0;
}

const char *painter_name(const struct painter *painter, int index)
{
    const struct operand *operand = painter_operand(painter, index);
    return operand && operand->kind == TOKEN_NAME ? operand->bytes : NULL;
}

void painter_slip(struct painter *painter, const char *format, ...)
{
    if (painter->sheet->slip)
        return;
    va_list words;
    va_start(words, format);
    char *slip = g_strdup_vprintf(format, words);
    char *valid = g_utf8_make_valid(slip, -1);
    painter->sheet->slip = arena_strdup(painter->shelf->arena, valid);
    va_end(words);
    g_free(valid);
    g_free(slip);
}

/* --- matrices ------------------------------------------------------------------------------ */

struct matrix matrix_times(struct matrix m, struct matrix n)
{
    return (struct matrix){m.a * n.a + m.b * n.c,       m.a * n.b + m.b * n.d,
                           m.c * n.a + m.d * n.c,       m.c * n.b + m.d * n.d,
                           m.e * n.a + m.f * n.c + n.e, m.e * n.b + m.f * n.d + n.f};
}

/* From user space to points from the upper left corner. */
struct gstate painter_initial(const struct sheet *sheet)
{
    return (struct gstate){.ctm = {1, 0, 0, -1, -sheet->cut.left, sheet->cut.top},
                           .stretch = 1,
                           .clip = {.x = -1e9, .y = -1e9, .width = 2e9, .height = 2e9}};
}

void painter_transform(struct painter *painter, const struct object *array)
{
    double n[6];
    if (array->kind != OBJECT_ARRAY || array->count != 6)
        return;
    for (int i = 0; i < 6; i++)
        n[i] = file_item(painter->shelf->file, array, i)->number;
    painter->state.ctm =
        matrix_times((struct matrix){n[0], n[1], n[2], n[3], n[4], n[5]}, painter->state.ctm);
}

/* --- state --------------------------------------------------------------------------------- */

static void save(struct painter *painter)
{
    if (painter->states->len < MOST_SAVED)
        g_array_append_val(painter->states, painter->state);
}

static void restore(struct painter *painter)
{
    guint count = painter->states->len;
    if (!count) {
        painter_slip(painter, "Q restores a state that no q saved");
        return;
    }
    painter->state = g_array_index(painter->states, struct gstate, count - 1);
    g_array_set_size(painter->states, count - 1);
}

static void transform(struct painter *painter)
{
    struct matrix m = {painter_number(painter, 5), painter_number(painter, 4),
                       painter_number(painter, 3), painter_number(painter, 2),
                       painter_number(painter, 1), painter_number(painter, 0)};
    painter->state.ctm = matrix_times(m, painter->state.ctm);
}

/* --- paths --------------------------------------------------------------------------------- */

static void add_rectangle(struct painter *painter, double x, double y, double right, double top)
{
    const struct matrix *m = &painter->state.ctm;
    double x1 = m->a * x + m->c * y + m->e, y1 = m->b * x + m->d * y + m->f;
    double x2 = m->a * right + m->c * top + m->e, y2 = m->b * right + m->d * top + m->f;
    struct patch patch = {MIN(x1, x2), MIN(y1, y2), fabs(x2 - x1), fabs(y2 - y1), 0, 0, false};
    if (isfinite(patch.x + patch.y + patch.width + patch.height))
        g_array_append_val(painter->rectangles, patch);
}

/* Four lines may be one too. */
static void close_lines(struct painter *painter)
{
    double(*c)[2] = painter->corner;
    int count = painter->corners;
    painter->corners = 0;
    if (count == 5 && c[4][0] == c[0][0] && c[4][1] == c[0][1])
        count = 4;
    bool across =
        c[0][1] == c[1][1] && c[1][0] == c[2][0] && c[2][1] == c[3][1] && c[3][0] == c[0][0];
    bool down =
        c[0][0] == c[1][0] && c[1][1] == c[2][1] && c[2][0] == c[3][0] && c[3][1] == c[0][1];
    if (count == 4 && (across || down))
        add_rectangle(painter, c[0][0], c[0][1], c[2][0], c[2][1]);
    else if (count > 1)
        painter->other_path = true;
}

static void rectangle(struct painter *painter)
{
    double x = painter_number(painter, 3), y = painter_number(painter, 2);
    close_lines(painter);
    add_rectangle(painter, x, y, x + painter_number(painter, 1), y + painter_number(painter, 0));
}

static void add_corner(struct painter *painter)
{
    if (painter->corners == 5) {
        painter->other_path = true;
        return;
    }
    painter->corner[painter->corners][0] = painter_number(painter, 1);
    painter->corner[painter->corners++][1] = painter_number(painter, 0);
}

static void begin_lines(struct painter *painter)
{
    close_lines(painter);
    add_corner(painter);
}

static void curve(struct painter *painter)
{
    painter->other_path = true;
}

static void clip(struct painter *painter)
{
    painter->clips = true;
}

/* The part that both have. */
static void narrow(struct patch *clip, const struct patch *by)
{
    double right = MIN(clip->x + clip->width, by->x + by->width);
    double bottom = MIN(clip->y + clip->height, by->y + by->height);
    clip->x = MAX(clip->x, by->x);
    clip->y = MAX(clip->y, by->y);
    clip->width = MAX(right - clip->x, 0);
    clip->height = MAX(bottom - clip->y, 0);
}

static void end_path(struct painter *painter)
{
    close_lines(painter);
    if (painter->clips && painter->rectangles->len == 1 && !painter->other_path)
        narrow(&painter->state.clip, &g_array_index(painter->rectangles, struct patch, 0));
    else if (painter->clips)
        painter->state.clipped = true;
    painter->clips = false;
}

/* By gs: what its dictionary changes is not looked at. */
static void alter(struct painter *painter)
{
    painter->state.altered = true;
}

static void forget_path(struct painter *painter)
{
    end_path(painter);
    g_array_set_size(painter->rectangles, 0);
    painter->other_path = false;
    painter->corners = 0;
}

static void count_colour(struct painter *painter, enum ink ink, double grey)
{
    bool something = painter->rectangles->len || painter->other_path;
    painter->sheet->rgb_paths += something && ink == INK_RGB && grey < 0.999;
}

static void fill(struct painter *painter)
{
    close_lines(painter);
    count_colour(painter, painter->state.fill, painter->state.grey);
    painter->sheet->shades += painter->other_path;
    for (guint i = 0; i < painter->rectangles->len; i++) {
        struct patch patch = g_array_index(painter->rectangles, struct patch, i);
        patch.grey = painter->state.grey;
        patch.after = painter->sheet->glyphs->len;
        patch.clear = !painter->state.clipped && !painter->state.altered &&
                      painter->state.fill != INK_OTHER && painter->state.fill != INK_SPOT;
        narrow(&patch, &painter->state.clip);
        g_array_append_val(painter->sheet->patches, patch);
    }
    forget_path(painter);
}

static void stroke(struct painter *painter)
{
    close_lines(painter);
    count_colour(painter, painter->state.stroke, painter->state.stroke_grey);
    forget_path(painter);
}

/* --- marked content ------------------------------------------------------------------------ */

/* A property list may stand in the resources under a name. */
static void properties_of(struct painter *painter, struct mark *mark)
{
    const struct operand *list = painter_operand(painter, 0);
    if (!list)
        return;
    if (list->kind == TOKEN_OPEN_DICTIONARY) {
        mark->own = list->mcid >= 0;
        mark->mcid = mark->own ? list->mcid : mark->mcid;
        mark->actual = list->actual;
        return;
    }
    struct file *file = painter->shelf->file;
    const struct object *named =
        list->kind == TOKEN_NAME
            ? file_get(file, file_get(file, painter->resources, "Properties"), list->bytes)
            : NULL;
    double mcid = named ? file_number(file, named, "MCID", -1) : -1;
    mark->own = mcid >= 0 && mcid < 1e7;
    mark->mcid = mark->own ? (int)mcid : mark->mcid;
    mark->actual = named ? file_text(file, file_get(file, named, "ActualText")) : NULL;
}

static void open_mark(struct painter *painter, const char *tag, bool has_list)
{
    const struct mark *around =
        painter->mark >= 0 ? &g_array_index(painter->sheet->marks, struct mark, painter->mark)
                           : NULL;
    struct mark mark = {.parent = painter->mark,
                        .mcid = around ? around->mcid : -1,
                        .in_form = painter->form_depth > 0,
                        .artifact =
                            (around && around->artifact) || g_strcmp0(tag, "Artifact") == 0};
    if (painter->sheet->marks->len >= MOST_MARKS)
        return;
    if (has_list)
        properties_of(painter, &mark);
    g_array_append_val(painter->sheet->marks, mark);
    painter->mark = (int)painter->sheet->marks->len - 1;
}

static void mark_plain(struct painter *painter)
{
    open_mark(painter, painter_name(painter, 0), false);
}

static void mark_listed(struct painter *painter)
{
    open_mark(painter, painter_name(painter, 1), true);
}

static void close_mark(struct painter *painter)
{
    if (painter->mark < 0)
        painter_slip(painter, "EMC ends marked content that nothing began");
    else
        painter->mark = g_array_index(painter->sheet->marks, struct mark, painter->mark).parent;
}

/* --- the table ----------------------------------------------------------------------------- */

static const struct painter_word words[] = {
    {"q", save},         {"Q", restore},       {"cm", transform},   {"re", rectangle},
    {"m", begin_lines},  {"l", add_corner},    {"h", close_lines},  {"c", curve},
    {"v", curve},        {"y", curve},         {"f", fill},         {"F", fill},
    {"f*", fill},        {"B", fill},          {"B*", fill},        {"b", fill},
    {"b*", fill},        {"S", stroke},        {"s", stroke},       {"n", forget_path},
    {"BMC", mark_plain}, {"BDC", mark_listed}, {"EMC", close_mark}, {"W", clip},
    {"W*", clip},        {"gs", alter},        {NULL, NULL},
};

/* Those that change nothing that is told of. */
static bool is_operator(const char *word)
{
    static const char *const others[] = {"c",  "l",  "v",    "y",     "h",    "W",  "W*", "gs",
                                         "w",  "J",  "j",    "M",     "d",    "ri", "i",  "sh",
                                         "ET", "BX", "EX",   "MP",    "DP",   "d0", "d1", "BI",
                                         "ID", "EI", "true", "false", "null", NULL};
    return g_strv_contains(others, word);
}

void operator_obey(struct painter *painter, const char *word)
{
    const struct painter_word *const tables[] = {text_words, colour_words, words};
    for (size_t t = 0; t < G_N_ELEMENTS(tables); t++)
        for (const struct painter_word *entry = tables[t]; entry->word; entry++)
            if (strcmp(entry->word, word) == 0) {
                entry->obey(painter);
                return;
            }
    if (!is_operator(word))
        painter_slip(painter, "“%.20s” is no operator", word);
}
