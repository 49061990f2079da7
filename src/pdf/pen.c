/* pen: glyphs as TJ operators. The pen knows where a reader believes to be, from the widths that
 * the file gives it, and corrects whenever that is off by half a thousandth of an em. */
#include "pdf/pen.h"

#include <math.h>

#include "pdf/syntax.h"

/* A jump longer than this starts anew; some readers take adjustments as 16 bits. */
#define LONGEST_JUMP 30000

static void close_string(struct pen *pen)
{
    if (pen->string)
        g_string_append_c(pen->out, '>');
    pen->string = false;
}

void pen_flush(struct pen *pen)
{
    close_string(pen);
    if (pen->array)
        g_string_append(pen->out, "]TJ\n");
    pen->array = false;
}

void pen_down(struct pen *pen)
{
    if (pen->down)
        return;
    g_string_append(pen->out, "BT\n");
    pen->down = true;
    pen->placed = false;
}

void pen_up(struct pen *pen)
{
    if (!pen->down)
        return;
    pen_flush(pen);
    g_string_append(pen->out, "ET\n");
    pen->down = false;
}

static void set_font(struct pen *pen, const struct font *font, length size)
{
    if (font == pen->font && size == pen->size)
        return;
    pen_flush(pen);
    g_string_append_printf(pen->out, "/F%d ", font_number(font));
    put_points(pen->out, size);
    g_string_append(pen->out, " Tf\n");
    pen->font = font;
    pen->size = size;
}

static void place(struct pen *pen, length x, length y)
{
    pen_flush(pen);
    g_string_append(pen->out, "1 0 0 1 ");
    put_points(pen->out, x);
    g_string_append_c(pen->out, ' ');
    put_points(pen->out, pen->page_height - y);
    g_string_append(pen->out, " Tm\n");
    pen->x = round(x * 1000.0 / LENGTH_PT) / 1000;
    pen->y = y;
    pen->placed = true;
}

/* Makes glyphs wider or narrower, and whatever else is counted along the line. */
static void set_expansion(struct pen *pen, int expansion)
{
    if (expansion == pen->expansion)
        return;
    pen_flush(pen);
    int percents = (1000 + expansion) / 10, tenths = (1000 + expansion) % 10;
    g_string_append_printf(pen->out, tenths ? "%d.%d Tz\n" : "%d Tz\n", percents, tenths);
    pen->expansion = expansion;
}

/* What 1 em is along the line, in points. */
static double em_along(const struct pen *pen)
{
    return (double)pen->size / LENGTH_PT * (1000 + pen->expansion) / 1000;
}

/* Moves within the line, by an adjustment in 1/1000 em. */
static void move(struct pen *pen, length x, length y)
{
    double em = em_along(pen);
    double back = pen->placed ? round((pen->x - (double)x / LENGTH_PT) * 1000 / em) : 0;
    if (!pen->placed || y != pen->y || fabs(back) > LONGEST_JUMP) {
        place(pen, x, y);
        return;
    }
    if (back == 0)
        return;
    close_string(pen);
    if (!pen->array)
        g_string_append_c(pen->out, '[');
    put_integer(pen->out, (int64_t)back);
    pen->array = true;
    pen->x -= back * em / 1000;
}

/* Character spacing around one glyph, which is widened as glyphs are; back at 0 before anyone asks.
 */
static void set_spacing(struct pen *pen, length extra)
{
    pen_flush(pen);
    put_points(pen->out, length_scale(extra, 1000, 1000 + pen->expansion));
    g_string_append(pen->out, " Tc\n");
}

void pen_put(struct pen *pen, const struct font *font, const struct run *run, struct sort sort,
             length x, length y, length extra)
{
    set_font(pen, font, run->size);
    set_expansion(pen, run->expansion);
    move(pen, x, y);
    if (extra)
        set_spacing(pen, extra);
    if (!pen->array)
        g_string_append_c(pen->out, '[');
    if (!pen->string)
        g_string_append_c(pen->out, '<');
    pen->array = pen->string = true;
    put_unit(pen->out, font_code(font, sort));
    pen->x += font_width(font, sort.glyph) * em_along(pen) / 1000;
    if (!extra)
        return;
    set_spacing(pen, 0);
    double told =
        round(length_scale(extra, 1000, 1000 + run->expansion) * 1000.0 / LENGTH_PT) / 1000;
    pen->x += told * (1000 + run->expansion) / 1000;
}
