/* codes: bar code and QR code, by libzint; nobody else includes its header. In: words and a box.
 * Out: one rectangle for every bar or run of dark modules. */
#include <glib.h>
#include <string.h>
#include <zint.h>

#include "page/marks.h"

/* LOGMARS is Code 39 at a ratio of 3:1, as modules. */
enum { CODE_BARS = BARCODE_LOGMARS, CODE_QR = BARCODE_QRCODE, QR_LEVEL_M = 2 };

static bool is_dark(const struct zint_symbol *symbol, int row, int column)
{
    return symbol->encoded_data[row][column / 8] >> (column % 8) & 1;
}

/* A part of a box's extent; parts next to each other share their edge. */
static length share(length extent, int part, int parts)
{
    return (length)((int64_t)extent * part / parts);
}

static struct stroke dark_run(const struct zint_symbol *symbol, const struct box *box, int row,
                              int from, int to)
{
    length left = share(box->width, from, symbol->width);
    length right = share(box->width, to, symbol->width);
    length top = share(box->height, row, symbol->rows);
    length bottom = share(box->height, row + 1, symbol->rows);
    return (struct stroke){'r', {box->x + left, box->y + top, right - left, bottom - top}};
}

static void draw_row(GArray *strokes, const struct zint_symbol *symbol, const struct box *box,
                     int row)
{
    for (int from = 0, to; from < symbol->width; from = to) {
        bool dark = is_dark(symbol, row, from);
        for (to = from + 1; to < symbol->width && is_dark(symbol, row, to) == dark;)
            to++;
        if (!dark)
            continue;
        struct stroke stroke = dark_run(symbol, box, row, from, to);
        g_array_append_val(strokes, stroke);
    }
}

static const struct shape *draw(struct arena *arena, const struct zint_symbol *symbol,
                                const struct box *box)
{
    GArray *strokes = g_array_new(FALSE, FALSE, sizeof(struct stroke));
    for (int row = 0; row < symbol->rows; row++)
        draw_row(strokes, symbol, box, row);
    struct shape *shape = ARENA_NEW(arena, struct shape);
    shape->count = (int)strokes->len;
    shape->strokes = arena_copy(arena, strokes->data, sizeof(struct stroke) * strokes->len);
    g_array_free(strokes, TRUE);
    return shape;
}

static const struct shape *encode(struct arena *arena, int symbology, int level, const char *words,
                                  const struct box *box)
{
    struct zint_symbol *symbol = ZBarcode_Create();
    if (!symbol || !*words) {
        ZBarcode_Delete(symbol);
        return NULL;
    }
    symbol->symbology = symbology;
    symbol->option_1 = level;
    symbol->input_mode = UNICODE_MODE;
    const struct shape *shape = NULL;
    if (ZBarcode_Encode(symbol, (const unsigned char *)words, 0) < ZINT_ERROR)
        shape = draw(arena, symbol, box);
    ZBarcode_Delete(symbol);
    return shape;
}

const struct shape *marks_bar_code(struct arena *arena, const char *characters, struct box box)
{
    return encode(arena, CODE_BARS, -1, characters, &box);
}

const struct shape *marks_qr_code(struct arena *arena, const char *words, struct box box)
{
    return encode(arena, CODE_QR, QR_LEVEL_M, words, &box);
}
