/* rules_ink: the inks of text and rules; text that nobody sees. */
#include "inspect/inspect.h"
#include "inspect/tally.h"

static void look_at_rgb(const struct inspection *in, const struct sheet *sheet, struct tally *text,
                        struct tally *paths)
{
    int count = 0;
    const struct sheet_glyph *first = NULL;
    for (guint i = 0; i < sheet->glyphs->len; i++) {
        const struct sheet_glyph *glyph = &g_array_index(sheet->glyphs, struct sheet_glyph, i);
        if (glyph->seen && glyph->ink == INK_RGB && !count++)
            first = glyph;
    }
    if (count)
        tally_add(in, text, sheet->number,
                  "%d glyphs are in RGB, from “%s” on; black as grey or K was wanted", count,
                  first->text ? first->text : "?");
    if (sheet->rgb_paths)
        tally_add(in, paths, sheet->number,
                  "%d rules or shapes are in RGB, black as grey or K was wanted", sheet->rgb_paths);
}

/* Text in more inks than one shifts on the press. What is in Separation All is for the press. */
static void look_at_cmyk(const struct inspection *in, const struct sheet *sheet)
{
    struct tally tally = {0};
    for (guint i = 0; i < sheet->glyphs->len; i++) {
        const struct sheet_glyph *glyph = &g_array_index(sheet->glyphs, struct sheet_glyph, i);
        if (glyph->seen && glyph->ink == INK_CMYK && glyph->grey < 0.95)
            tally_add(in, &tally, sheet->number, "“%s” is in more inks than black, K was wanted",
                      glyph->text ? glyph->text : "?");
    }
    tally_tell(in, &tally, DIAG_INSPECT_COLOUR, "glyphs");
}

/* --- text that nobody sees ------------------------------------------------------------------- */

/* White on a dark patch is seen. */
static bool is_on_patch(const struct sheet *sheet, const struct sheet_glyph *glyph)
{
    double x = glyph->x + glyph->advance / 2, y = glyph->y - glyph->size / 4;
    for (guint i = 0; i < sheet->patches->len; i++) {
        const struct patch *patch = &g_array_index(sheet->patches, struct patch, i);
        if (patch->grey < 0.8 && x >= patch->x && x <= patch->x + patch->width && y >= patch->y &&
            y <= patch->y + patch->height)
            return true;
    }
    return false;
}

/* Under something light that was painted behind it. */
static bool is_covered(const struct sheet *sheet, const struct sheet_glyph *glyph, guint index,
                       int *left)
{
    double x = glyph->x + glyph->advance / 2, y = glyph->y - glyph->size / 4;
    for (guint i = sheet->patches->len; i-- > 0 && --*left > 0;) {
        const struct patch *patch = &g_array_index(sheet->patches, struct patch, i);
        if (patch->after <= index)
            return false;
        if (patch->clear && x >= patch->x && x <= patch->x + patch->width && y >= patch->y &&
            y <= patch->y + patch->height)
            return true;
    }
    return false;
}

/* Behind pictures, text is invisible on purpose: they are scans. */
static void look_at_hidden(const struct inspection *in, const struct sheet *sheet)
{
    int left = 2000, looks = 2000000; /* for patches */
    struct tally tally = {0};
    for (guint i = 0; i < sheet->glyphs->len && !sheet->pictures; i++) {
        const struct sheet_glyph *glyph = &g_array_index(sheet->glyphs, struct sheet_glyph, i);
        gunichar c = glyph->text ? g_utf8_get_char(glyph->text) : 0;
        if (!g_unichar_isalnum(c)) /* marks above letters may have their ink in another glyph */
            continue;
        bool white = glyph->ink != INK_SPOT && glyph->ink != INK_OTHER && glyph->grey > 0.97;
        if (!glyph->seen || glyph->cut || is_covered(sheet, glyph, i, &looks) ||
            (white && left-- > 0 && !sheet->shades && !is_on_patch(sheet, glyph)))
            tally_add(in, &tally, sheet->number, "“%s” is text that nobody sees", glyph->text);
    }
    tally_tell(in, &tally, DIAG_INSPECT_HIDDEN, "glyphs");
}

void inspect_inks(const struct inspection *in)
{
    struct tally text = {0}, paths = {0};
    for (guint i = 0; i < in->sheets->len; i++) {
        look_at_rgb(in, inspect_sheet(in, i), &text, &paths);
        look_at_cmyk(in, inspect_sheet(in, i));
        look_at_hidden(in, inspect_sheet(in, i));
    }
    tally_tell(in, &text, DIAG_INSPECT_COLOUR, "pages");
    tally_tell(in, &paths, DIAG_INSPECT_COLOUR, "pages");
}
