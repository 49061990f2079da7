/* picture: SVG or PNG → straight pixels. In: a file and the box that it shall fill. Out: a
 * picture. librsvg is loaded when an emblem is an SVG and not before: to link it would cost every
 * run of the program two milliseconds. */
#include "page/picture.h"

#include <cairo.h>
#include <dlfcn.h>
#include <glib.h>
#include <librsvg/rsvg.h>
#include <string.h>

enum {
    DPI = 600,
    MOST_BYTES = 16 << 20,  /* of a file */
    MOST_PIXELS = 64 << 20, /* of a PNG */
    MOST_SIDE = 16384       /* of a PNG, in pixels */
};

struct reading {
    const char *path;
    struct diag *diag;
    const unsigned char *bytes;
    gsize size;
    int width, height; /* of the box, in pixels */
};

static cairo_surface_t *refuse(const struct reading *reading, const char *reason)
{
    diag_file(reading->diag, NULL, SOURCE_NOWHERE, DIAG_EMBLEM, "%s: %s", reading->path, reason);
    return NULL;
}

/* --- sizes --------------------------------------------------------------------------- */

static int pixels_of(length l)
{
    return MAX(1, (int)(((int64_t)l * DPI + 72 * LENGTH_PT - 1) / (72 * LENGTH_PT)));
}

/* The largest size of this aspect within the box. */
static void fit(const struct reading *reading, double width, double height, int *w, int *h)
{
    double scale = MIN(reading->width / width, reading->height / height);
    *w = CLAMP((int)(width * scale + 0.5), 1, reading->width);
    *h = CLAMP((int)(height * scale + 0.5), 1, reading->height);
}

/* --- SVG ----------------------------------------------------------------------------- */

struct rsvg {
    __typeof__(&rsvg_handle_new_from_data) new_from_data;
    __typeof__(&rsvg_handle_get_intrinsic_size_in_pixels) size_in_pixels;
    __typeof__(&rsvg_handle_get_intrinsic_dimensions) dimensions;
    __typeof__(&rsvg_handle_render_document) render;
};

/* Loads the library once per process; NULL when it is not installed. */
static gpointer load_rsvg(gpointer unused)
{
    (void)unused;
    static struct rsvg rsvg;
    void *library = dlopen("librsvg-2.so.2", RTLD_NOW | RTLD_LOCAL);
    if (!library)
        return NULL;
    *(void **)&rsvg.new_from_data = dlsym(library, "rsvg_handle_new_from_data");
    *(void **)&rsvg.size_in_pixels = dlsym(library, "rsvg_handle_get_intrinsic_size_in_pixels");
    *(void **)&rsvg.dimensions = dlsym(library, "rsvg_handle_get_intrinsic_dimensions");
    *(void **)&rsvg.render = dlsym(library, "rsvg_handle_render_document");
    bool all = rsvg.new_from_data && rsvg.size_in_pixels && rsvg.dimensions && rsvg.render;
    return all ? &rsvg : NULL;
}

/* Size of a drawing in whatever unit; that of its view box when it gives none. */
static bool svg_size(const struct rsvg *rsvg, RsvgHandle *handle, double *width, double *height)
{
    gboolean has_width, has_height, has_box;
    RsvgLength w, h;
    RsvgRectangle box;
    if (!rsvg->size_in_pixels(handle, width, height)) {
        rsvg->dimensions(handle, &has_width, &w, &has_height, &h, &has_box, &box);
        if (!has_box)
            return false;
        *width = box.width;
        *height = box.height;
    }
    return *width > 0 && *height > 0 && *width < 1e9 && *height < 1e9;
}

static cairo_surface_t *draw_svg(const struct reading *reading, const struct rsvg *rsvg,
                                 RsvgHandle *handle)
{
    double width = 0, height = 0;
    int w, h;
    if (!svg_size(rsvg, handle, &width, &height))
        return refuse(reading, "an SVG without a size or a view box");
    fit(reading, width, height, &w, &h);
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, w, h);
    cairo_t *cairo = cairo_create(surface);
    RsvgRectangle viewport = {0, 0, w, h};
    GError *error = NULL;
    rsvg->render(handle, cairo, &viewport, &error);
    cairo_destroy(cairo);
    if (!error)
        return surface;
    cairo_surface_destroy(surface);
    refuse(reading, error->message);
    g_error_free(error);
    return NULL;
}

/* Without a base address librsvg reads no other file. */
static cairo_surface_t *read_svg(const struct reading *reading)
{
    static GOnce once = G_ONCE_INIT;
    const struct rsvg *rsvg = g_once(&once, load_rsvg, NULL);
    if (!rsvg) {
        refuse(reading, "an SVG, but librsvg is not installed");
        diag_hint(reading->diag, "install the package librsvg2-2, or give the emblem as a PNG");
        return NULL;
    }
    GError *error = NULL;
    RsvgHandle *handle = rsvg->new_from_data(reading->bytes, reading->size, &error);
    if (!handle) {
        refuse(reading, error->message);
        g_error_free(error);
        return NULL;
    }
    cairo_surface_t *surface = draw_svg(reading, rsvg, handle);
    g_object_unref(handle);
    return surface;
}

/* --- PNG ----------------------------------------------------------------------------- */

static uint32_t big_endian(const unsigned char *b)
{
    return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

struct stream {
    const unsigned char *at;
    gsize left;
};

static cairo_status_t read_bytes(void *closure, unsigned char *data, unsigned count)
{
    struct stream *stream = closure;
    if (count > stream->left)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(data, stream->at, count);
    stream->at += count;
    stream->left -= count;
    return CAIRO_STATUS_SUCCESS;
}

/* A picture finer than the box needs is drawn smaller; a coarser one stays as it is. */
static cairo_surface_t *reduce(const struct reading *reading, cairo_surface_t *png)
{
    int width = cairo_image_surface_get_width(png), height = cairo_image_surface_get_height(png);
    int w, h;
    fit(reading, width, height, &w, &h);
    if (w >= width) {
        w = width;
        h = height;
    }
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, w, h);
    cairo_t *cairo = cairo_create(surface);
    cairo_scale(cairo, (double)w / width, (double)h / height);
    cairo_set_source_surface(cairo, png, 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_BEST);
    cairo_pattern_set_extend(cairo_get_source(cairo), CAIRO_EXTEND_PAD);
    cairo_paint(cairo);
    cairo_destroy(cairo);
    return surface;
}

static cairo_surface_t *read_png(const struct reading *reading)
{
    uint32_t width = reading->size > 24 ? big_endian(reading->bytes + 16) : 0;
    uint32_t height = reading->size > 24 ? big_endian(reading->bytes + 20) : 0;
    if (width > MOST_SIDE || height > MOST_SIDE || (uint64_t)width * height > MOST_PIXELS)
        return refuse(reading, "a PNG of more pixels than any sheet needs");
    struct stream stream = {reading->bytes, reading->size};
    cairo_surface_t *png = cairo_image_surface_create_from_png_stream(read_bytes, &stream);
    cairo_status_t status = cairo_surface_status(png);
    cairo_surface_t *surface = NULL;
    if (status == CAIRO_STATUS_SUCCESS)
        surface = reduce(reading, png);
    else
        refuse(reading, status == CAIRO_STATUS_READ_ERROR ? "a PNG that is damaged"
                                                          : cairo_status_to_string(status));
    cairo_surface_destroy(png);
    return surface;
}

/* --- pixels -------------------------------------------------------------------------- */

static unsigned char straight(uint32_t channel, uint32_t alpha)
{
    return alpha ? (unsigned char)MIN(255, (channel * 255 + alpha / 2) / alpha) : 0;
}

static void copy_row(const uint32_t *from, int width, unsigned char *to, bool *grey)
{
    for (int x = 0; x < width; x++, to += 4) {
        uint32_t pixel = from[x], alpha = pixel >> 24;
        to[0] = straight(pixel >> 16 & 255, alpha);
        to[1] = straight(pixel >> 8 & 255, alpha);
        to[2] = straight(pixel & 255, alpha);
        to[3] = (unsigned char)alpha;
        *grey = *grey && to[0] == to[1] && to[1] == to[2];
    }
}

static struct picture *take_pixels(struct arena *arena, cairo_surface_t *surface)
{
    struct picture *picture = ARENA_NEW(arena, struct picture);
    cairo_surface_flush(surface);
    picture->width = cairo_image_surface_get_width(surface);
    picture->height = cairo_image_surface_get_height(surface);
    picture->grey = true;
    const unsigned char *data = cairo_image_surface_get_data(surface);
    int stride = cairo_image_surface_get_stride(surface);
    size_t row = (size_t)picture->width * 4;
    unsigned char *pixels = arena_alloc(arena, row * (size_t)picture->height);
    for (int y = 0; y < picture->height; y++)
        copy_row((const uint32_t *)(data + (size_t)y * (size_t)stride), picture->width,
                 pixels + (size_t)y * row, &picture->grey);
    picture->pixels = pixels;
    return picture;
}

/* --- the file ------------------------------------------------------------------------ */

static bool holds(const struct reading *reading, const char *words)
{
    return g_strstr_len((const char *)reading->bytes, (gssize)reading->size, words);
}

static bool looks_like_svg(const struct reading *reading)
{
    static const unsigned char gzip[] = {0x1f, 0x8b};
    if (reading->size > sizeof gzip && !memcmp(reading->bytes, gzip, sizeof gzip))
        return true;
    return holds(reading, "<svg") || holds(reading, ":svg");
}

static cairo_surface_t *read_surface(const struct reading *reading)
{
    static const unsigned char png[] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    if (!reading->size)
        return refuse(reading, "an empty file");
    if (reading->size > MOST_BYTES)
        return refuse(reading, "larger than 16 MB, which no emblem needs");
    if (reading->size > sizeof png && !memcmp(reading->bytes, png, sizeof png))
        return read_png(reading);
    if (looks_like_svg(reading) && holds(reading, "<!ENTITY")) {
        refuse(reading, "an SVG with entities of its own, which are never read");
        diag_hint(reading->diag, "save it as plain SVG");
        return NULL;
    }
    if (looks_like_svg(reading))
        return read_svg(reading);
    return refuse(reading, "neither an SVG nor a PNG");
}

struct picture *picture_read(struct arena *arena, const char *path, struct box box,
                             struct diag *diag)
{
    struct reading reading = {.path = path, .diag = diag};
    reading.width = pixels_of(box.width);
    reading.height = pixels_of(box.height);
    GError *error = NULL;
    if (g_file_test(path, G_FILE_TEST_EXISTS) && !g_file_test(path, G_FILE_TEST_IS_REGULAR)) {
        refuse(&reading, "it is no file, a picture in SVG or PNG was wanted");
        return NULL;
    }
    GMappedFile *file = g_mapped_file_new(path, FALSE, &error);
    if (!file) {
        refuse(&reading, error->message);
        g_error_free(error);
        return NULL;
    }
    reading.size = g_mapped_file_get_length(file);
    reading.bytes = (const unsigned char *)g_mapped_file_get_contents(file);
    cairo_surface_t *surface = read_surface(&reading);
    struct picture *picture = surface ? take_pixels(arena, surface) : NULL;
    if (surface)
        cairo_surface_destroy(surface);
    g_mapped_file_unref(file);
    return picture;
}
