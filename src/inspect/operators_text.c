/* operators_text: text (ISO 32000-1, 9) and colours (8.6). */
#include <math.h>
#include <string.h>

#include "inspect/operators.h"

/* --- fonts --------------------------------------------------------------------------------- */

static struct pdf_font *take_font(struct painter *painter, const char *name)
{
    struct font_shelf *shelf = painter->shelf;
    const struct object *fonts = file_get(shelf->file, painter->resources, "Font");
    const struct object *font = file_get(shelf->file, fonts, name);
    if (font->kind != OBJECT_DICTIONARY)
        return NULL;
    void *key = font->id ? GINT_TO_POINTER(font->id) : (void *)(uintptr_t)font;
    struct pdf_font *known = g_hash_table_lookup(shelf->by_id, key);
    if (!known) {
        known = pdf_font_load(shelf->arena, shelf->file, font);
        g_hash_table_insert(shelf->by_id, key, known);
        g_ptr_array_add(shelf->fonts, known);
    }
    return known;
}

static void set_font(struct painter *painter)
{
    const char *name = painter_name(painter, 1);
    painter->state.font = name ? take_font(painter, name) : NULL;
    if (!painter->state.font)
        painter_slip(painter, "Tf asks for a font /%s that the resources have not",
                     name ? name : "");
    painter->state.size = painter_number(painter, 0);
}

/* --- places -------------------------------------------------------------------------------- */

static void begin(struct painter *painter)
{
    painter->text = painter->line = (struct matrix){1, 0, 0, 1, 0, 0};
}

static void move_by(struct painter *painter, double x, double y)
{
    painter->line = matrix_times((struct matrix){1, 0, 0, 1, x, y}, painter->line);
    painter->text = painter->line;
}

static void move(struct painter *painter)
{
    move_by(painter, painter_number(painter, 1), painter_number(painter, 0));
}

static void move_leading(struct painter *painter)
{
    painter->state.leading = -painter_number(painter, 0);
    move(painter);
}

static void next_line(struct painter *painter)
{
    move_by(painter, 0, -painter->state.leading);
}

static void set_matrix(struct painter *painter)
{
    painter->line = (struct matrix){painter_number(painter, 5), painter_number(painter, 4),
                                    painter_number(painter, 3), painter_number(painter, 2),
                                    painter_number(painter, 1), painter_number(painter, 0)};
    painter->text = painter->line;
}

static void set_spacing(struct painter *painter)
{
    painter->state.spacing = painter_number(painter, 0);
}

static void set_word_spacing(struct painter *painter)
{
    painter->state.word_spacing = painter_number(painter, 0);
}

static void set_stretch(struct painter *painter)
{
    painter->state.stretch = painter_number(painter, 0) / 100;
}

static void set_leading(struct painter *painter)
{
    painter->state.leading = painter_number(painter, 0);
}

static void set_rise(struct painter *painter)
{
    painter->state.rise = painter_number(painter, 0);
}

static void set_render(struct painter *painter)
{
    painter->state.render = (int)CLAMP(painter_number(painter, 0), 0, 7);
}

/* --- showing ------------------------------------------------------------------------------- */

static void go_on(struct painter *painter, double by)
{
    painter->text = matrix_times((struct matrix){1, 0, 0, 1, by, 0}, painter->text);
}

static void note_use(const struct painter *painter, GHashTable *table, unsigned code)
{
    void *key = GUINT_TO_POINTER(code + 1);
    if (!g_hash_table_contains(table, key))
        g_hash_table_insert(table, key, GINT_TO_POINTER(painter->sheet->number));
}

static bool has_other_text(const struct painter *painter)
{
    return painter->mark >= 0 &&
           g_array_index(painter->sheet->marks, struct mark, painter->mark).actual;
}

/* Whether all of it stands out of what may be painted. */
static bool is_cut(const struct patch *clip, const struct sheet_glyph *glyph)
{
    double x = glyph->x + glyph->advance / 2, y = glyph->y - glyph->size / 4;
    return x < clip->x - glyph->size || x > clip->x + clip->width + glyph->size ||
           y < clip->y - glyph->size || y > clip->y + clip->height + glyph->size;
}

static void add_glyph(struct painter *painter, unsigned code, double advance)
{
    const struct gstate *state = &painter->state;
    struct matrix m = matrix_times(painter->text, state->ctm);
    struct sheet_glyph glyph = {.x = m.c * state->rise + m.e,
                                .y = m.d * state->rise + m.f,
                                .advance = hypot(m.a, m.b) * advance,
                                .size = hypot(m.c, m.d) * fabs(state->size),
                                .text = pdf_font_text(state->font, code),
                                .font = state->font,
                                .code = code,
                                .mark = painter->mark,
                                .seen = state->render != 3 && state->render != 7,
                                .upright = fabs(m.b) < 1e-3 * (fabs(m.a) + 1e-9) && m.a > 0,
                                .ink = state->fill,
                                .grey = state->grey};
    glyph.cut = is_cut(&state->clip, &glyph);
    if (state->font->type3 || !isfinite(glyph.x + glyph.y + glyph.advance + glyph.size))
        return;
    note_use(painter, state->font->used, code);
    if (glyph.seen && !has_other_text(painter))
        note_use(painter, state->font->read, code);
    g_array_append_val(painter->sheet->glyphs, glyph);
    painter->shelf->left -= 2;
}

static void show_bytes(struct painter *painter, const char *bytes, size_t size)
{
    const struct gstate *state = &painter->state;
    while (size && state->font && painter->shelf->left > 0) {
        unsigned code;
        size_t taken = (size_t)pdf_font_next_code(state->font, bytes, size, &code);
        taken = MIN(taken, size);
        double own = pdf_font_width(state->font, code) / 1000 * state->size * state->stretch;
        double more = state->spacing + (taken == 1 && code == ' ' ? state->word_spacing : 0);
        add_glyph(painter, code, own);
        go_on(painter, own + more * state->stretch);
        bytes += taken;
        size -= taken;
    }
}

static void show(struct painter *painter)
{
    const struct operand *string = painter_operand(painter, 0);
    if (string && string->kind == TOKEN_STRING)
        show_bytes(painter, string->bytes, string->size);
}

static void show_pieces(struct painter *painter)
{
    for (guint i = 0; i < painter->pieces->len; i++) {
        const struct operand *piece = &g_array_index(painter->pieces, struct operand, i);
        if (piece->kind == TOKEN_STRING)
            show_bytes(painter, piece->bytes, piece->size);
        else
            go_on(painter, -piece->number / 1000 * painter->state.size * painter->state.stretch);
    }
}

static void show_next(struct painter *painter)
{
    next_line(painter);
    show(painter);
}

static void show_spaced(struct painter *painter)
{
    painter->state.word_spacing = painter_number(painter, 2);
    painter->state.spacing = painter_number(painter, 1);
    show_next(painter);
}

const struct painter_word text_words[] = {
    {"Tj", show},        {"TJ", show_pieces},  {"Tm", set_matrix},       {"Tf", set_font},
    {"Td", move},        {"TD", move_leading}, {"T*", next_line},        {"BT", begin},
    {"Tc", set_spacing}, {"Tr", set_render},   {"Tw", set_word_spacing}, {"Tz", set_stretch},
    {"TL", set_leading}, {"Ts", set_rise},     {"'", show_next},         {"\"", show_spaced},
    {NULL, NULL},
};

/* --- colours ------------------------------------------------------------------------------- */

static void set_fill(struct painter *painter, enum ink ink, double grey)
{
    painter->state.fill = ink;
    painter->state.grey = grey;
}

static void set_stroke(struct painter *painter, enum ink ink, double grey)
{
    painter->state.stroke = ink;
    painter->state.stroke_grey = grey;
}

static double mean_of_rgb(const struct painter *painter)
{
    return (painter_number(painter, 0) + painter_number(painter, 1) + painter_number(painter, 2)) /
           3;
}

static void fill_grey(struct painter *painter)
{
    set_fill(painter, INK_GREY, painter_number(painter, 0));
}

static void fill_rgb(struct painter *painter)
{
    set_fill(painter, INK_RGB, mean_of_rgb(painter));
}

/* Black alone, or with colours. */
static enum ink ink_of_parts(const struct painter *painter)
{
    return painter_number(painter, 1) || painter_number(painter, 2) || painter_number(painter, 3)
               ? INK_CMYK
               : INK_K;
}

static double grey_of_cmyk(const struct painter *painter)
{
    double ink =
        painter_number(painter, 0) +
        (painter_number(painter, 1) + painter_number(painter, 2) + painter_number(painter, 3)) / 3;
    return 1 - MIN(ink, 1);
}

static void fill_cmyk(struct painter *painter)
{
    set_fill(painter, ink_of_parts(painter), grey_of_cmyk(painter));
}

static void stroke_grey(struct painter *painter)
{
    set_stroke(painter, INK_GREY, painter_number(painter, 0));
}

static void stroke_rgb(struct painter *painter)
{
    set_stroke(painter, INK_RGB, mean_of_rgb(painter));
}

static void stroke_cmyk(struct painter *painter)
{
    set_stroke(painter, ink_of_parts(painter), grey_of_cmyk(painter));
}

/* Of a colour space by name, or of a family by the first item of an array (8.6.3). */
static enum ink ink_of_family(struct painter *painter, const struct object *space)
{
    struct file *file = painter->shelf->file;
    const struct object *family = space->kind == OBJECT_ARRAY ? file_item(file, space, 0) : space;
    if (object_is(family, "DeviceGray") || object_is(family, "CalGray"))
        return INK_GREY;
    if (object_is(family, "DeviceRGB") || object_is(family, "CalRGB"))
        return INK_RGB;
    if (object_is(family, "DeviceCMYK"))
        return INK_CMYK;
    if (object_is(family, "Separation") || object_is(family, "DeviceN"))
        return INK_SPOT;
    if (!object_is(family, "ICCBased"))
        return INK_OTHER;
    double parts = file_number(file, file_item(file, space, 1), "N", 0);
    return parts == 1 ? INK_GREY : parts == 3 ? INK_RGB : parts == 4 ? INK_CMYK : INK_OTHER;
}

static enum ink ink_of_space(struct painter *painter)
{
    struct file *file = painter->shelf->file;
    const char *name = painter_name(painter, 0);
    if (!name)
        return INK_OTHER;
    const struct object plain = {.kind = OBJECT_NAME, .bytes = name, .size = strlen(name)};
    const struct object *spaces = file_get(file, painter->resources, "ColorSpace");
    const struct object *found = file_get(file, spaces, name);
    return ink_of_family(painter, found->kind == OBJECT_NULL ? &plain : found);
}

static void fill_space(struct painter *painter)
{
    set_fill(painter, ink_of_space(painter), 0);
}

static void stroke_space(struct painter *painter)
{
    set_stroke(painter, ink_of_space(painter), 0);
}

static double grey_of(const struct painter *painter, enum ink ink)
{
    switch (ink) {
    case INK_GREY:
        return painter_number(painter, 0);
    case INK_RGB:
        return mean_of_rgb(painter);
    case INK_K:
    case INK_CMYK:
        return grey_of_cmyk(painter);
    case INK_SPOT:
    case INK_OTHER:
        break;
    }
    return 1 - painter_number(painter, 0);
}

static void fill_parts(struct painter *painter)
{
    struct gstate *state = &painter->state;
    if (state->fill == INK_CMYK || state->fill == INK_K)
        state->fill = ink_of_parts(painter);
    state->grey = grey_of(painter, state->fill);
}

static void stroke_parts(struct painter *painter)
{
    painter->state.stroke_grey = grey_of(painter, painter->state.stroke);
}

const struct painter_word colour_words[] = {
    {"g", fill_grey},   {"rg", fill_rgb},    {"k", fill_cmyk},     {"G", stroke_grey},
    {"RG", stroke_rgb}, {"K", stroke_cmyk},  {"cs", fill_space},   {"CS", stroke_space},
    {"sc", fill_parts}, {"scn", fill_parts}, {"SC", stroke_parts}, {"SCN", stroke_parts},
    {NULL, NULL},
};
