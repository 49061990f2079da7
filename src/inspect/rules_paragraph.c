/* rules_paragraph: lines of paragraphs: forbidden line starts and ends of Chinese (clreq 3.1.2),
 * single lines at the head and foot of a page. */
#include <string.h>

#include "inspect/inspect.h"

struct text_line {
    int sheet;
    double y;
    gunichar first, last;
    double left, right;
};

static bool is_listed(const char *list, gunichar c)
{
    char character[7] = {0};
    g_unichar_to_utf8(c, character);
    return c && strstr(list, character) != NULL;
}

static void take_glyph(GArray *lines, int sheet, const struct sheet_glyph *glyph)
{
    gunichar c = glyph->text ? g_utf8_get_char(glyph->text) : 0;
    struct text_line *line =
        lines->len ? &g_array_index(lines, struct text_line, lines->len - 1) : NULL;
    if (!c || g_unichar_isspace(c))
        return;
    if (!line || line->sheet != sheet || glyph->y > line->y + 7) {
        struct text_line next = {sheet, glyph->y, c, c, glyph->x, glyph->x + glyph->advance};
        g_array_append_val(lines, next);
        return;
    }
    line->y = MAX(line->y, glyph->y);
    if (glyph->x < line->left) {
        line->left = glyph->x;
        line->first = c;
    }
    if (glyph->x + glyph->advance >= line->right) {
        line->right = glyph->x + glyph->advance;
        line->last = c;
    }
}

/* Lines of an element, in the order of its text. */
static GArray *lines_of(const struct inspection *in, const struct element *element)
{
    GArray *lines = g_array_new(FALSE, FALSE, sizeof(struct text_line));
    for (guint i = element->first; i < element->end; i++) {
        const struct stretch *stretch = tags_stretch(in->tags, i);
        for (guint k = 0; k < stretch->glyphs->len; k++)
            take_glyph(lines, stretch->sheet, g_ptr_array_index(stretch->glyphs, k));
    }
    return lines;
}

/* --- Chinese ------------------------------------------------------------------------------- */

static void look_at_chinese(const struct inspection *in, const GArray *lines)
{
    static const char starts[] = "，。、；：！？）》〉」』】〕”’…％·";
    static const char ends[] = "（《〈「『【〔“‘";
    for (guint i = 0; i < lines->len; i++) {
        const struct text_line *line = &g_array_index(lines, struct text_line, i);
        char character[7] = {0};
        g_unichar_to_utf8(i && is_listed(starts, line->first) ? line->first : line->last,
                          character);
        if (i && is_listed(starts, line->first))
            diag_file(in->diag, in->source, (uint32_t)line->sheet, DIAG_INSPECT_LINE_START,
                      "a line begins with “%s”, which belongs to the line before", character);
        if (i + 1 < lines->len && is_listed(ends, line->last))
            diag_file(in->diag, in->source, (uint32_t)line->sheet, DIAG_INSPECT_LINE_END,
                      "a line ends with “%s”, which belongs to the next line", character);
    }
}

/* --- single lines -------------------------------------------------------------------------- */

static guint lines_on(const GArray *lines, int sheet)
{
    guint count = 0;
    for (guint i = 0; i < lines->len; i++)
        count += g_array_index(lines, struct text_line, i).sheet == sheet;
    return count;
}

static void look_at_breaks(const struct inspection *in, const GArray *lines)
{
    const struct text_line *first = &g_array_index(lines, struct text_line, 0);
    const struct text_line *last = &g_array_index(lines, struct text_line, lines->len - 1);
    if (first->sheet == last->sheet)
        return;
    if (lines_on(lines, first->sheet) == 1)
        diag_file(in->diag, in->source, (uint32_t)first->sheet, DIAG_INSPECT_ORPHAN,
                  "the first line of a paragraph stands alone at the foot of the page");
    if (lines_on(lines, last->sheet) == 1)
        diag_file(in->diag, in->source, (uint32_t)last->sheet, DIAG_INSPECT_WIDOW,
                  "the last line of a paragraph stands alone at the head of the page");
}

void inspect_paragraphs(const struct inspection *in)
{
    for (guint i = 0; i < in->tags->elements->len; i++) {
        if (strcmp(tags_element(in->tags, (int)i)->role, "P") != 0 ||
            tags_is_in(in->tags, (int)i, "Table"))
            continue;
        GArray *lines = lines_of(in, tags_element(in->tags, (int)i));
        if (lines->len && in->language == ZH)
            look_at_chinese(in, lines);
        if (lines->len)
            look_at_breaks(in, lines);
        g_array_unref(lines);
    }
}
