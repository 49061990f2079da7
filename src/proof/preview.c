/* preview: one page as a small PNG of 16 greys (ISO/IEC 15948), for screens. In: placed items. Out:
 * bytes. */
#include <cairo.h>
#include <gio/gio.h>
#include <string.h>

#include "proof/proof.h"
#include "proof/raster.h"

/* The checksum of a chunk (PNG 5.5), four bits at a time. */
static guint32 chunk_sum(const guint8 *bytes, size_t size)
{
    static const guint32 table[16] = {0x00000000, 0x1db71064, 0x3b6e20c8, 0x26d930ac,
                                      0x76dc4190, 0x6b6b51f4, 0x4db26158, 0x5005713c,
                                      0xedb88320, 0xf00f9344, 0xd6d6a3e8, 0xcb61b38c,
                                      0x9b64c2b0, 0x86d3d2d4, 0xa00ae278, 0xbdbdf21c};
    guint32 sum = 0xFFFFFFFF;
    for (size_t i = 0; i < size; i++) {
        sum = table[(sum ^ bytes[i]) & 15] ^ sum >> 4;
        sum = table[(sum ^ bytes[i] >> 4) & 15] ^ sum >> 4;
    }
    return ~sum;
}

static void append_number(GByteArray *png, guint32 number)
{
    guint32 big = GUINT32_TO_BE(number);
    g_byte_array_append(png, (const guint8 *)&big, sizeof big);
}

static void append_chunk(GByteArray *png, const char *type, const void *bytes, size_t size)
{
    append_number(png, (guint32)size);
    guint begin = png->len;
    g_byte_array_append(png, (const guint8 *)type, 4);
    g_byte_array_append(png, bytes, (guint)size);
    append_number(png, chunk_sum(png->data + begin, png->len - begin));
}

/* Two pixels a byte; each row has a 0 before it: it is not filtered. */
static GByteArray *grey_rows(cairo_surface_t *surface)
{
    int width = cairo_image_surface_get_width(surface);
    int height = cairo_image_surface_get_height(surface);
    int stride = cairo_image_surface_get_stride(surface), bytes = (width + 1) / 2;
    const guint8 *data = cairo_image_surface_get_data(surface);
    GByteArray *rows = g_byte_array_new();
    g_byte_array_set_size(rows, (guint)(height * (bytes + 1)));
    memset(rows->data, 0, rows->len);
    for (int y = 0; y < height; y++) {
        const guint32 *from = (const guint32 *)(const void *)(data + y * stride);
        guint8 *row = rows->data + y * (bytes + 1) + 1;
        for (int x = 0; x < width; x++) {
            guint32 pixel = from[x];
            guint32 grey = ((pixel >> 16 & 255) * 77 + (pixel >> 8 & 255) * 150 +
                            (pixel & 255) * 29 + 8 * 256) /
                           (17 * 256);
            row[x / 2] |= (guint8)(x % 2 ? grey : grey << 4);
        }
    }
    return rows;
}

static GByteArray *deflated(const GByteArray *rows)
{
    GByteArray *packed = g_byte_array_new();
    g_byte_array_set_size(packed, rows->len + 1024); /* deflate adds no more than that */
    GConverter *zlib = G_CONVERTER(g_zlib_compressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 6));
    gsize read, written;
    GConverterResult result =
        g_converter_convert(zlib, rows->data, rows->len, packed->data, packed->len,
                            G_CONVERTER_INPUT_AT_END, &read, &written, NULL);
    g_object_unref(zlib);
    g_assert(result == G_CONVERTER_FINISHED);
    g_byte_array_set_size(packed, (guint)written);
    return packed;
}

GByteArray *proof_preview(const struct book *book, int page, double dpi)
{
    cairo_surface_t *surface = raster_page(book, page, dpi);
    if (!surface)
        return NULL;
    cairo_surface_flush(surface);
    GByteArray *rows = grey_rows(surface), *packed = deflated(rows);
    GByteArray *png = g_byte_array_new();
    g_byte_array_append(png, (const guint8 *)"\x89PNG\r\n\x1A\n", 8);
    guint32 size[2] = {GUINT32_TO_BE((guint32)cairo_image_surface_get_width(surface)),
                       GUINT32_TO_BE((guint32)cairo_image_surface_get_height(surface))};
    guint8 head[13] = {[8] = 4}; /* bits; of grey, deflated, not interlaced */
    memcpy(head, size, sizeof size);
    append_chunk(png, "IHDR", head, sizeof head);
    append_chunk(png, "IDAT", packed->data, packed->len);
    append_chunk(png, "IEND", NULL, 0);
    g_byte_array_unref(packed);
    g_byte_array_unref(rows);
    cairo_surface_destroy(surface);
    return png;
}
