/* rules_text: pages without text, glyphs over each other. */
#include "inspect/inspect.h"

static bool has_ink(const struct sheet_glyph *glyph)
{
    gunichar c = glyph->text ? g_utf8_get_char(glyph->text) : 0;
    return glyph->seen && glyph->advance > 1 && c && !g_unichar_isspace(c) &&
           !g_unichar_iszerowidth(c) && !g_unichar_ismark(c) && !g_unichar_ispunct(c) &&
           g_unichar_get_script(c) != G_UNICODE_SCRIPT_ARABIC;
}

/* Half of the narrower glyph is more than any kerning. */
static bool covers(const struct sheet_glyph *a, const struct sheet_glyph *b)
{
    double shared = MIN(a->x + a->advance, b->x + b->advance) - MAX(a->x, b->x);
    double height = MIN(a->size, b->size) * 0.4;
    return shared > 0.55 * MIN(a->advance, b->advance) && a->y - b->y < height &&
           b->y - a->y < height;
}

static void look_at_line(const struct inspection *in, const struct sheet *sheet,
                         const struct sheet_line *line, bool *told)
{
    const struct sheet_glyph *before = NULL;
    for (guint i = 0; i < line->glyphs->len && !*told; i++) {
        const struct sheet_glyph *glyph = g_ptr_array_index(line->glyphs, i);
        if (!has_ink(glyph))
            continue;
        if (before && covers(before, glyph)) {
            diag_file(in->diag, in->source, (uint32_t)sheet->number, DIAG_INSPECT_OVERLAP,
                      "“%s” and “%s” stand over each other in “%s”", before->text, glyph->text,
                      inspect_words(in, line->text));
            *told = true;
        }
        before = glyph;
    }
}

static int count_text(const struct sheet *sheet)
{
    int count = 0;
    for (guint i = 0; i < sheet->glyphs->len; i++)
        count += g_array_index(sheet->glyphs, struct sheet_glyph, i).text != NULL;
    return count;
}

void inspect_text(const struct inspection *in)
{
    for (guint i = 0; i < in->sheets->len; i++) {
        const struct sheet *sheet = inspect_sheet(in, i);
        bool told = false;
        if (!count_text(sheet) && sheet->pictures)
            diag_file(in->diag, in->source, (uint32_t)sheet->number, DIAG_INSPECT_NO_TEXT,
                      "the page is a picture, it has no text that can be read");
        for (guint k = 0; k < sheet->lines->len; k++)
            look_at_line(in, sheet, inspect_line(sheet, k), &told);
    }
}
