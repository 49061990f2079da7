/* rules_face: glyphs that have the text of other glyphs, as an installed font of the same name
 * shows them: their outlines are those of its characters. */
#include <string.h>

#include "inspect/inspect.h"
#include "inspect/tally.h"
#include "set/fonts.h"

/* --- the installed font ---------------------------------------------------------------------- */

/* "Noto Serif CJK SC" and "NotoSerifCJKsc-Bold" */
static bool is_of_family(const char *name, const char *family)
{
    for (; *family; family++) {
        if (*family == ' ')
            continue;
        if (g_ascii_tolower(*name++) != g_ascii_tolower(*family))
            return false;
    }
    return true;
}

static const struct program *installed(const struct inspection *in, const struct pdf_font *font)
{
    for (int i = 0; i < fonts_count(in->fonts); i++) {
        const struct face *face = fonts_nth(in->fonts, i);
        const struct face *whole = face->full ? face->full : face;
        const struct program *program =
            is_of_family(font->name, whole->family)
                ? program_open_file(in->arena, whole->file, whole->index, font->name)
                : NULL;
        if (program)
            return program;
    }
    return NULL;
}

/* --- codes against characters ---------------------------------------------------------------- */

struct seen {
    int same, other;
    int page;
    unsigned code, said, shown; /* of the first that has other text */
};

/* Forms of one letter are that letter, marks that are mirrored those that they mirror. */
static bool is_same_letter(gunichar a, gunichar b)
{
    gunichar mirrored;
    if (g_unichar_get_mirror_char(a, &mirrored) && mirrored == b)
        return true;
    char one[7] = {0}, other[7] = {0};
    g_unichar_to_utf8(a, one);
    g_unichar_to_utf8(b, other);
    char *x = g_utf8_normalize(one, -1, G_NORMALIZE_ALL);
    char *y = g_utf8_normalize(other, -1, G_NORMALIZE_ALL);
    bool same = strcmp(x, y) == 0;
    g_free(x);
    g_free(y);
    return same;
}

/* Languages have forms of dashes of their own, which are another character's in other fonts. */
static bool is_dash(gunichar c)
{
    return g_unichar_type(c) == G_UNICODE_DASH_PUNCTUATION;
}

static void look_at_code(const struct pdf_font *font, const struct program *whole, unsigned code,
                         int page, struct seen *seen)
{
    const char *text = pdf_font_text(font, code);
    if (!text || !*text || *g_utf8_next_char(text))
        return;
    gunichar said = g_utf8_get_char(text);
    int glyph = pdf_font_glyph_of_code(font, code);
    if (program_is_same_glyph(font->program, glyph, whole,
                              program_glyph_of_char(whole, said, said))) {
        seen->same++;
        return;
    }
    const GArray *chars = program_chars_of_glyph(whole, font->program, glyph);
    for (guint i = 0; chars && i < chars->len; i++)
        if (is_same_letter(said, g_array_index(chars, guint, i)) ||
            (is_dash(said) && is_dash(g_array_index(chars, guint, i))))
            return;
    if (!chars)
        return; /* a form that has no character of its own */
    bool first = !seen->other++ || code < seen->code;
    seen->page = seen->page ? MIN(seen->page, page) : page;
    seen->code = first ? code : seen->code;
    seen->said = first ? said : seen->said;
    seen->shown = first ? g_array_index(chars, guint, 0) : seen->shown;
}

static void look_at_font(const struct inspection *in, const struct pdf_font *font)
{
    const struct program *whole = font->program ? installed(in, font) : NULL;
    GHashTableIter iter;
    void *key, *page;
    struct seen seen = {0};
    g_hash_table_iter_init(&iter, font->read);
    while (whole && g_hash_table_iter_next(&iter, &key, &page))
        look_at_code(font, whole, GPOINTER_TO_UINT(key) - 1, GPOINTER_TO_INT(page), &seen);
    if (seen.other)
        diag_file(in->diag, in->source, (uint32_t)seen.page, DIAG_INSPECT_WRONG_UNICODE,
                  "font %s: %d codes have the text of other glyphs; code 0x%04X says U+%04X and "
                  "shows the glyph of U+%04X",
                  font->name, seen.other, seen.code, seen.said, seen.shown);
}

void inspect_faces(const struct inspection *in)
{
    struct diag *quiet = diag_new(in->arena);
    if (!in->fonts)
        return;
    fonts_open(in->fonts, in->style, quiet); /* those that are not installed show nothing */
    for (guint i = 0; i < in->shelf->fonts->len; i++)
        look_at_font(in, g_ptr_array_index(in->shelf->fonts, i));
}
