/* png: one page of a book on a cairo image surface. In: placed items. Out: bytes of a PNG file,
 * black on white, every glyph exactly where it was placed. */
#include <cairo.h>
#include <math.h>

#include "proof/contour.h"
#include "proof/proof.h"
#include "proof/raster.h"

static void path_move(void *cr, double x, double y)
{
    cairo_move_to(cr, x, y);
}

static void path_line(void *cr, double x, double y)
{
    cairo_line_to(cr, x, y);
}

static void path_curve(void *cr, const double p[6])
{
    cairo_curve_to(cr, p[0], p[1], p[2], p[3], p[4], p[5]);
}

static void path_close(void *cr)
{
    cairo_close_path(cr);
}

static const struct outline_pen path = {path_move, path_line, path_curve, path_close};

static void draw_run(cairo_t *cr, const struct placed *item)
{
    const struct run *run = item->run;
    double scale = contour_points(run->size) / run->face->upem;
    for (uint32_t i = 0; i < run->glyph_count; i++) {
        const struct glyph *glyph = &run->glyphs[i];
        cairo_save(cr);
        cairo_translate(cr, contour_points(item->x + glyph->x),
                        contour_points(item->y - run->rise - glyph->y));
        cairo_scale(cr, scale * (1000 + run->expansion) / 1000, -scale);
        outline_draw_glyph(&path, cr, run->face, glyph->id);
        cairo_restore(cr);
    }
    cairo_fill(cr);
}

static void draw_picture(cairo_t *cr, const struct placed *item)
{
    cairo_surface_t *surface = raster_surface(item->picture);
    if (!surface)
        return;
    cairo_save(cr);
    cairo_translate(cr, contour_points(item->x), contour_points(item->y));
    cairo_scale(cr, contour_points(item->width) / item->picture->width,
                contour_points(item->height) / item->picture->height);
    cairo_set_source_surface(cr, surface, 0, 0);
    cairo_pattern_set_extend(cairo_get_source(cr), CAIRO_EXTEND_PAD);
    cairo_rectangle(cr, 0, 0, item->picture->width, item->picture->height);
    cairo_fill(cr);
    cairo_restore(cr);
    cairo_surface_destroy(surface);
}

static void draw_item(cairo_t *cr, const struct placed *item)
{
    switch (item->kind) {
    case PLACED_RUN:
        draw_run(cr, item);
        break;
    case PLACED_SHAPE:
        contour_draw_shape(&path, cr, item->shape);
        cairo_fill(cr);
        break;
    case PLACED_PICTURE:
        draw_picture(cr, item);
        break;
    }
}

/* Pixels that a length takes: a part of one counts, a rounding error of one does not. */
static int whole_pixels(length l, double scale)
{
    return (int)ceil(contour_points(l) * scale - 0.001);
}

cairo_surface_t *raster_page(const struct book *book, int page, double dpi)
{
    double scale = dpi / 72;
    cairo_surface_t *surface = cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, whole_pixels(book->width, scale), whole_pixels(book->height, scale));
    cairo_t *cr = cairo_create(surface);
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    cairo_set_source_rgb(cr, 0, 0, 0);
    cairo_scale(cr, scale, scale);
    for (int i = 0; i < book->pages[page].count; i++)
        draw_item(cr, &book->pages[page].items[i]);
    bool drawn = cairo_status(cr) == CAIRO_STATUS_SUCCESS;
    cairo_destroy(cr);
    if (!drawn)
        g_clear_pointer(&surface, cairo_surface_destroy);
    return surface;
}

GByteArray *proof_png(const struct book *book, int page, double dpi)
{
    cairo_surface_t *surface = raster_page(book, page, dpi);
    GByteArray *png = surface ? raster_png(surface) : NULL;
    g_clear_pointer(&surface, cairo_surface_destroy);
    return png;
}
