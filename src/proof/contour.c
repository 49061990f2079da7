/* contour: glyphs come from HarfBuzz, which shaped them; asking FreeType too would open every font
 * twice, and cairo 1.16 puts FreeType's glyphs on whole pixels only. */
#include "proof/contour.h"

#include <glib.h>
#include <hb.h>

struct drawing {
    const struct contour_pen *pen;
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

double contour_points(length l)
{
    return l / (double)LENGTH_PT;
}

void contour_draw_glyph(const struct contour_pen *pen, void *to, const struct face *face,
                        uint32_t glyph)
{
    struct drawing drawing = {pen, to};
#if HB_VERSION_ATLEAST(7, 0, 0)
    hb_font_draw_glyph(face->hb_font, glyph, draw_funcs(), &drawing);
#else
    hb_font_get_glyph_shape(face->hb_font, glyph, draw_funcs(), &drawing);
#endif
}

static void draw_rectangle(const struct contour_pen *pen, void *to, const double a[6])
{
    pen->move(to, a[0], a[1]);
    pen->line(to, a[0] + a[2], a[1]);
    pen->line(to, a[0] + a[2], a[1] + a[3]);
    pen->line(to, a[0], a[1] + a[3]);
    pen->close(to);
}

void contour_draw_shape(const struct contour_pen *pen, void *to, const struct shape *shape)
{
    for (int i = 0; i < shape->count; i++) {
        const struct stroke *stroke = &shape->strokes[i];
        double a[6];
        for (int n = 0; n < 6; n++)
            a[n] = contour_points(stroke->a[n]);
        if (stroke->op == 'm')
            pen->move(to, a[0], a[1]);
        else if (stroke->op == 'l')
            pen->line(to, a[0], a[1]);
        else if (stroke->op == 'c')
            pen->curve(to, a);
        else if (stroke->op == 'r')
            draw_rectangle(pen, to, a);
        else
            pen->close(to);
    }
}
