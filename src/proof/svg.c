/* svg: one page of a book as SVG 1.1. In: placed items. Out: the file's bytes: first the outlines
 * of the glyphs that the page uses, in units of their em, then the page, which calls them. */
#include <math.h>

#include "proof/contour.h"
#include "proof/proof.h"
#include "proof/raster.h"

/* A number with at most `places` (to 6) decimals, no zeros at its end, whatever the locale. */
static void append_number(GString *out, double value, int places)
{
    int64_t unit = 1;
    for (int i = 0; i < places; i++)
        unit *= 10;
    int64_t n = llround(fabs(value) * (double)unit);
    if (value < 0 && n)
        g_string_append_c(out, '-');
    g_string_append_printf(out, "%" G_GINT64_FORMAT, n / unit);
    if (n % unit == 0)
        return;
    g_string_append_printf(out, ".%0*" G_GINT64_FORMAT, places, n % unit);
    while (out->str[out->len - 1] == '0')
        g_string_truncate(out, out->len - 1);
}

static void append_length(GString *out, length l)
{
    append_number(out, contour_points(l), 3);
}

static void append_attribute(GString *out, const char *name, length l)
{
    g_string_append_printf(out, " %s=\"", name);
    append_length(out, l);
    g_string_append_c(out, '"');
}

static void append_step(GString *out, char op, const double *points, int count)
{
    g_string_append_c(out, op);
    for (int i = 0; i < count; i++) {
        if (i)
            g_string_append_c(out, ' ');
        append_number(out, points[i], 2);
    }
}

static void data_move(void *out, double x, double y)
{
    append_step(out, 'M', (const double[]){x, y}, 2);
}

static void data_line(void *out, double x, double y)
{
    append_step(out, 'L', (const double[]){x, y}, 2);
}

static void data_curve(void *out, const double points[6])
{
    append_step(out, 'C', points, 6);
}

static void data_close(void *out)
{
    g_string_append_c(out, 'Z');
}

static const struct outline_pen path_data = {data_move, data_line, data_curve, data_close};

static void append_glyph_name(GString *out, const struct face *face, uint32_t glyph)
{
    g_string_append_printf(out, "f%dg%u", face->number, glyph);
}

/* The outlines of a run's glyphs that are not `known` yet. */
static void define_glyphs(GString *out, GHashTable *known, const struct run *run)
{
    for (uint32_t i = 0; i < run->glyph_count; i++) {
        gint64 key = (gint64)run->face->number << 32 | run->glyphs[i].id;
        if (g_hash_table_contains(known, &key))
            continue;
        g_hash_table_add(known, g_memdup2(&key, sizeof key));
        g_string_append(out, "<path id=\"");
        append_glyph_name(out, run->face, run->glyphs[i].id);
        g_string_append(out, "\" d=\"");
        outline_draw_glyph(&path_data, out, run->face, run->glyphs[i].id);
        g_string_append(out, "\"/>\n");
    }
}

static void append_definitions(GString *out, const struct page *page)
{
    GHashTable *known = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    g_string_append(out, "<defs>\n");
    for (int i = 0; i < page->count; i++)
        if (page->items[i].kind == PLACED_RUN)
            define_glyphs(out, known, page->items[i].run);
    g_string_append(out, "</defs>\n");
    g_hash_table_unref(known);
}

static void append_run(GString *out, const struct placed *item)
{
    const struct run *run = item->run;
    double scale = contour_points(run->size) / run->face->upem;
    double along = scale * (1000 + run->expansion) / 1000;
    g_string_append(out, "<g transform=\"translate(");
    append_length(out, item->x);
    g_string_append_c(out, ' ');
    append_length(out, item->y - run->rise);
    g_string_append(out, ") scale(");
    append_number(out, along, 6);
    g_string_append(out, " -");
    append_number(out, scale, 6);
    g_string_append(out, ")\">");
    for (uint32_t i = 0; i < run->glyph_count; i++) {
        const struct glyph *glyph = &run->glyphs[i];
        g_string_append(out, "<use xlink:href=\"#");
        append_glyph_name(out, run->face, glyph->id);
        g_string_append(out, "\" x=\"");
        append_number(out, contour_points(glyph->x) / along, 2);
        if (glyph->y) {
            g_string_append(out, "\" y=\"");
            append_number(out, contour_points(glyph->y) / scale, 2);
        }
        g_string_append(out, "\"/>");
    }
    g_string_append(out, "</g>\n");
}

static void append_shape(GString *out, const struct shape *shape)
{
    g_string_append(out, "<path d=\"");
    contour_draw_shape(&path_data, out, shape);
    g_string_append(out, "\"/>\n");
}

static void append_escaped(GString *out, const char *text)
{
    char *escaped = g_markup_escape_text(text, -1);
    g_string_append(out, escaped);
    g_free(escaped);
}

/* The pixels travel inside the file, as a PNG. */
static void append_picture(GString *out, const struct placed *item)
{
    cairo_surface_t *surface = raster_surface(item->picture);
    GByteArray *png = surface ? raster_png(surface) : NULL;
    if (png) {
        char *base64 = g_base64_encode(png->data, png->len);
        g_string_append(out, "<image");
        append_attribute(out, "x", item->x);
        append_attribute(out, "y", item->y);
        append_attribute(out, "width", item->width);
        append_attribute(out, "height", item->height);
        g_string_append_printf(out,
                               " preserveAspectRatio=\"none\" "
                               "xlink:href=\"data:image/png;base64,%s\">",
                               base64);
        if (item->picture->alternative) {
            g_string_append(out, "<title>");
            append_escaped(out, item->picture->alternative);
            g_string_append(out, "</title>");
        }
        g_string_append(out, "</image>\n");
        g_free(base64);
        g_byte_array_unref(png);
    }
    if (surface)
        cairo_surface_destroy(surface);
}

static void append_item(GString *out, const struct placed *item)
{
    switch (item->kind) {
    case PLACED_RUN:
        append_run(out, item);
        break;
    case PLACED_SHAPE:
        append_shape(out, item->shape);
        break;
    case PLACED_PICTURE:
        append_picture(out, item);
        break;
    }
}

static void append_head(GString *out, const struct book *book, const struct page *page)
{
    g_string_append(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                         "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\"\n"
                         "     xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"");
    append_length(out, book->width);
    g_string_append(out, "pt\" height=\"");
    append_length(out, book->height);
    g_string_append(out, "pt\" viewBox=\"0 0 ");
    append_length(out, book->width);
    g_string_append_c(out, ' ');
    append_length(out, book->height);
    g_string_append_printf(out, "\" xml:lang=\"%s\">\n<title>", language_tag(book->language));
    append_escaped(out, book->title ? book->title : "");
    g_string_append(out, ", ");
    append_escaped(out, page->label ? page->label : "");
    g_string_append(out, "</title>\n");
}

GByteArray *proof_svg(const struct book *book, int page)
{
    const struct page *drawn = &book->pages[page];
    GString *out = g_string_new(NULL);
    append_head(out, book, drawn);
    append_definitions(out, drawn);
    g_string_append(out, "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
    for (int i = 0; i < drawn->count; i++)
        append_item(out, &drawn->items[i]);
    g_string_append(out, "</svg>\n");
    gsize size = out->len;
    return g_byte_array_new_take((guint8 *)g_string_free(out, FALSE), size);
}
