/* rules_font: fonts and the glyphs that are shown of them. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "inspect/inspect.h"

/* Widths of the file are whole thousandths, those of programs are not. */
#define WIDTH_TOLERANCE 2.0

struct shown {
    unsigned code;
    int page;
};

static int by_code(const void *left, const void *right)
{
    const struct shown *a = left, *b = right;
    return a->code < b->code ? -1 : a->code > b->code;
}

/* Codes and the pages that show them, in order. */
static GArray *list_codes(GHashTable *table)
{
    GHashTableIter iter;
    void *key, *page;
    GArray *codes = g_array_new(FALSE, FALSE, sizeof(struct shown));
    g_hash_table_iter_init(&iter, table);
    while (g_hash_table_iter_next(&iter, &key, &page)) {
        struct shown shown = {GPOINTER_TO_UINT(key) - 1, GPOINTER_TO_INT(page)};
        g_array_append_val(codes, shown);
    }
    g_array_sort(codes, by_code);
    return codes;
}

/* --- what is wrong with one glyph ----------------------------------------------------------- */

static bool is_blank(gunichar c)
{
    return g_unichar_isspace(c) || c == 0xA0 || c == 0xAD || c == 0x200B || c == 0x2060 ||
           c == 0xFEFF || c == 0x202F || (c >= 0x2000 && c <= 0x200F) ||
           g_unichar_type(c) == G_UNICODE_FORMAT;
}

static bool is_blank_text(const char *text)
{
    while (*text && is_blank(g_utf8_get_char(text)))
        text = g_utf8_next_char(text);
    return !*text;
}

static bool is_no_character(gunichar c)
{
    GUnicodeType type = g_unichar_type(c);
    return type == G_UNICODE_CONTROL || type == G_UNICODE_UNASSIGNED ||
           type == G_UNICODE_PRIVATE_USE || type == G_UNICODE_SURROGATE || c == 0xFFFD;
}

typedef bool fault_of(const struct pdf_font *font, unsigned code, char **why);

static bool lacks_text(const struct pdf_font *font, unsigned code, char **why)
{
    const char *text = pdf_font_text(font, code);
    if (text && *text && !is_no_character(g_utf8_get_char(text)))
        return false;
    *why =
        text && *text ? g_strdup_printf("text U+%04X", g_utf8_get_char(text)) : g_strdup("no text");
    return true;
}

static bool lacks_glyph(const struct pdf_font *font, unsigned code, char **why)
{
    struct glyph_facts facts;
    *why = g_strdup("no glyph");
    return pdf_font_glyph(font, code, &facts) && !facts.there;
}

static bool has_other_width(const struct pdf_font *font, unsigned code, char **why)
{
    struct glyph_facts facts;
    double said = pdf_font_width(font, code);
    if (!pdf_font_glyph(font, code, &facts) || !facts.there ||
        fabs(said - facts.width) <= WIDTH_TOLERANCE)
        return false;
    *why = g_strdup_printf("%.0f in the file, %.0f in the program", said, facts.width);
    return true;
}

/* A space with ink, a letter without: the text is that of another glyph. */
static bool has_other_text(const struct pdf_font *font, unsigned code, char **why)
{
    struct glyph_facts facts;
    const char *text = pdf_font_text(font, code);
    if (!text || !*text || !pdf_font_glyph(font, code, &facts) || !facts.there)
        return false;
    if (is_no_character(g_utf8_get_char(text)) || facts.blank == is_blank_text(text))
        return false;
    *why = g_strdup_printf("U+%04X for a glyph %s ink", g_utf8_get_char(text),
                           facts.blank ? "without" : "with");
    return true;
}

static const struct {
    enum diag_slug slug;
    fault_of *find;
    bool of_text;     /* not of codes that ActualText stands for */
    const char *what; /* follows "font NAME: N " */
} glyph_faults[] = {
    {DIAG_INSPECT_NO_UNICODE, lacks_text, true, "codes are shown that readers cannot read as text"},
    {DIAG_INSPECT_NO_GLYPH, lacks_glyph, false,
     "codes are shown that the font program has no glyph for"},
    {DIAG_INSPECT_WIDTH, has_other_width, false,
     "glyphs have another width than in the font program"},
    {DIAG_INSPECT_WRONG_UNICODE, has_other_text, true, "codes have text that is not their glyph's"},
};

static void look_at_glyphs(const struct inspection *in, const struct pdf_font *font,
                           const GArray *used, const GArray *read)
{
    for (size_t f = 0; f < G_N_ELEMENTS(glyph_faults); f++) {
        const GArray *codes = glyph_faults[f].of_text ? read : used;
        int count = 0;
        struct shown first = {0};
        char *first_why = NULL;
        for (guint i = 0; i < codes->len; i++) {
            struct shown shown = g_array_index(codes, struct shown, i);
            char *why = NULL;
            if (glyph_faults[f].find(font, shown.code, &why) && !count++) {
                first = shown;
                first_why = g_steal_pointer(&why);
            }
            g_free(why);
        }
        if (count)
            diag_file(in->diag, in->source, (uint32_t)first.page, glyph_faults[f].slug,
                      "font %s: %d %s; code 0x%04X has %s", font->name, count, glyph_faults[f].what,
                      first.code, first_why);
        g_free(first_why);
    }
}

/* --- figures -------------------------------------------------------------------------------- */

/* Faces have raised figures, and figures as wide as they are drawn: a figure of two codes, or three
 * widths among the figures, and nothing can be told. */
static bool has_forms(const struct pdf_font *font, const GArray *codes, double narrow, double wide)
{
    unsigned met = 0;
    for (guint i = 0; i < codes->len; i++) {
        unsigned code = g_array_index(codes, struct shown, i).code;
        const char *text = pdf_font_text(font, code);
        struct glyph_facts facts;
        if (!text || !g_ascii_isdigit(*text) || text[1] || !pdf_font_glyph(font, code, &facts))
            continue;
        bool between =
            facts.width > narrow + WIDTH_TOLERANCE && facts.width < wide - WIDTH_TOLERANCE;
        unsigned figure = 1u << (*text - '0');
        if (between || met & figure)
            return true;
        met |= figure;
    }
    return false;
}

/* Figures of text faces are all of one width: one that is not has another figure's text, or is
 * shown too narrow. */
static void look_at_figures(const struct inspection *in, const struct pdf_font *font,
                            const GArray *codes)
{
    double widest = 0, narrowest = 1e9;
    int page = 0, seen = 0;
    for (guint i = 0; i < codes->len; i++) {
        struct shown shown = g_array_index(codes, struct shown, i);
        const char *text = pdf_font_text(font, shown.code);
        struct glyph_facts facts;
        if (!text || !g_ascii_isdigit(*text) || text[1] ||
            !pdf_font_glyph(font, shown.code, &facts))
            continue;
        seen++;
        page = page ? MIN(page, shown.page) : shown.page;
        widest = MAX(widest, facts.width);
        narrowest = MIN(narrowest, facts.width);
    }
    if (seen > 2 && widest - narrowest > 30 && !has_forms(font, codes, narrowest, widest))
        diag_file(in->diag, in->source, (uint32_t)page, DIAG_INSPECT_WRONG_UNICODE,
                  "font %s: its figures are from %.0f to %.0f wide, one width was wanted: some are "
                  "the glyphs of other characters",
                  font->name, narrowest, widest);
}

/* --- the font ------------------------------------------------------------------------------- */

static void look_at_font(const struct inspection *in, const struct pdf_font *font)
{
    GArray *codes = list_codes(font->used), *read = list_codes(font->read);
    uint32_t page = 0;
    for (guint i = 0; i < codes->len; i++) {
        uint32_t at = (uint32_t)g_array_index(codes, struct shown, i).page;
        page = page ? MIN(page, at) : at;
    }
    if (page && !font->embedded)
        diag_file(in->diag, in->source, page, DIAG_INSPECT_FONT_MISSING, "font %s is not embedded",
                  font->name);
    else if (page && font->embedded && !font->program && !font->type3)
        diag_file(in->diag, in->source, page, DIAG_INSPECT_FONT_BROKEN,
                  "the program of font %s cannot be read", font->name);
    else if (page && font->embedded && !font->subset && !font->type3)
        diag_file(in->diag, in->source, page, DIAG_INSPECT_FONT_WHOLE,
                  "font %s is embedded whole or without the tag of a subset", font->name);
    if (page && font->slip)
        diag_file(in->diag, in->source, page, DIAG_INSPECT_FONT_BROKEN, "font %s: %s", font->name,
                  font->slip);
    look_at_glyphs(in, font, codes, read);
    look_at_figures(in, font, read);
    g_array_unref(codes);
    g_array_unref(read);
}

void inspect_fonts(const struct inspection *in)
{
    for (guint i = 0; i < in->shelf->fonts->len; i++)
        look_at_font(in, g_ptr_array_index(in->shelf->fonts, i));
}
