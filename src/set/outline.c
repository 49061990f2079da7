/* outline: glyphs come from HarfBuzz, which shaped them; asking FreeType too would open every font
 * twice, and cairo 1.16 puts FreeType's glyphs on whole pixels only. */
#include "set/outline.h"

#include <glib.h>
#include <hb.h>

struct drawing {
    const struct outline_pen *pen;
    void *to;
};

static void move_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y,
                    void *user)
{
    (void)funcs, (void)state, (void)user;
    const struct drawing *drawing = data;
    drawing->pen->move(drawing->to, (double)x, (double)y);
}

static void line_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y,
                    void *user)
{
    (void)funcs, (void)state, (void)user;
    const struct drawing *drawing = data;
    drawing->pen->line(drawing->to, (double)x, (double)y);
}

static void cubic_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x1, float y1,
                     float x2, float y2, float x3, float y3, void *user)
{
    (void)funcs, (void)state, (void)user;
    const struct drawing *drawing = data;
    const double points[6] = {(double)x1, (double)y1, (double)x2,
                              (double)y2, (double)x3, (double)y3};
    drawing->pen->curve(drawing->to, points);
}

static void close_path(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, void *user)
{
    (void)funcs, (void)state, (void)user;
    const struct drawing *drawing = data;
    drawing->pen->close(drawing->to);
}

/* Made once per process. HarfBuzz itself raises quadratics to cubics. */
static hb_draw_funcs_t *draw_funcs(void)
{
    static hb_draw_funcs_t *made;
    if (g_once_init_enter(&made)) {
        hb_draw_funcs_t *funcs = hb_draw_funcs_create();
        hb_draw_funcs_set_move_to_func(funcs, move_to, NULL, NULL);
        hb_draw_funcs_set_line_to_func(funcs, line_to, NULL, NULL);
        hb_draw_funcs_set_cubic_to_func(funcs, cubic_to, NULL, NULL);
        hb_draw_funcs_set_close_path_func(funcs, close_path, NULL, NULL);
        hb_draw_funcs_make_immutable(funcs);
        g_once_init_leave(&made, funcs);
    }
    return made;
}

void outline_draw_glyph(const struct outline_pen *pen, void *to, const struct face *face,
                        uint32_t glyph)
{
    struct drawing drawing = {pen, to};
#if HB_VERSION_ATLEAST(7, 0, 0)
    hb_font_draw_glyph(face->hb_font, glyph, draw_funcs(), &drawing);
#else
    hb_font_get_glyph_shape(face->hb_font, glyph, draw_funcs(), &drawing);
#endif
}
