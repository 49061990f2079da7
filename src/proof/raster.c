/* raster: pixels in, a surface or a file out. */
#include "proof/raster.h"

/* red, green, blue, alpha → cairo's word: alpha on top, colours premultiplied. */
static uint32_t premultiplied(const unsigned char *pixel)
{
    uint32_t alpha = pixel[3], word = alpha;
    for (int i = 0; i < 3; i++)
        word = word << 8 | (pixel[i] * alpha + 127) / 255;
    return word;
}

cairo_surface_t *raster_surface(const struct picture *picture)
{
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, picture->width, picture->height);
    if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS) {
        cairo_surface_destroy(surface);
        return NULL;
    }
    unsigned char *data = cairo_image_surface_get_data(surface);
    int stride = cairo_image_surface_get_stride(surface);
    for (int y = 0; y < picture->height; y++) {
        const unsigned char *from = picture->pixels + (size_t)y * (size_t)picture->width * 4;
        uint32_t *to = (uint32_t *)(void *)(data + (ptrdiff_t)y * stride);
        for (int x = 0; x < picture->width; x++)
            to[x] = premultiplied(from + 4 * x);
    }
    cairo_surface_mark_dirty(surface);
    return surface;
}

static cairo_status_t append_bytes(void *bytes, const unsigned char *data, unsigned size)
{
    g_byte_array_append(bytes, data, size);
    return CAIRO_STATUS_SUCCESS;
}

GByteArray *raster_png(cairo_surface_t *surface)
{
    GByteArray *bytes = g_byte_array_new();
    if (cairo_surface_write_to_png_stream(surface, append_bytes, bytes) == CAIRO_STATUS_SUCCESS)
        return bytes;
    g_byte_array_unref(bytes);
    return NULL;
}
