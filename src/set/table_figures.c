/* table_figures: columns of figures. In: the words of cells, later their lines. Out: which cells
 * hold figures, and how far each is moved so that decimals stand beneath each other. */
#include <glib.h>
#include <string.h>

#include "set/table_parts.h"

/* --- what is a figure ---------------------------------------------------------------- */

static bool is_in_figure(gunichar c)
{
    static const char signs[] = "+-.,()[]%/\u2010\u2011\u2012\u2013\u2014\u2212\u00B1\u2030\u066A"
                                "\u066B\u066C\u2026*";
    return g_unichar_isdigit(c) || g_unichar_isspace(c) || g_utf8_strchr(signs, -1, c);
}

/* Figures with their signs, or a dash that stands for none; a raised letter may follow. */
static bool is_figure(const char *text)
{
    bool any = false;
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        bool last = !*g_utf8_next_char(p);
        if (!is_in_figure(c) && !(any && last && g_unichar_islower(c)))
            return false;
        any = any || g_unichar_isdigit(c);
    }
    return any || (*text && g_utf8_strlen(text, -1) <= 3 && is_in_figure(g_utf8_get_char(text)));
}

static const char *words_of(const struct table *table, const struct cell *cell)
{
    const struct node *block = cell->at->node->first;
    bool one = block && !block->next && doc_is_block(block->kind);
    return one ? doc_plain_text(table->compositor->arena, block) : block ? "?" : "";
}

static bool has_digit(const char *text)
{
    for (const char *p = text; *p; p = g_utf8_next_char(p))
        if (g_unichar_isdigit(g_utf8_get_char(p)))
            return true;
    return false;
}

/* --- columns ------------------------------------------------------------------------- */

/* What the cells under the head say of their columns; the first column names its row. */
static void judge(const struct table *table, bool *broken, bool *found)
{
    for (int i = 0; i < table->plan->cell_count; i++) {
        const struct cell *cell = &table->cells[i];
        int column = cell->at->column;
        if (cell->at->row < table->head_count || cell->at->columns > 1)
            continue;
        const char *words = words_of(table, cell);
        if (*words && !is_figure(words))
            broken[column] = true;
        found[column] = found[column] || has_digit(words);
    }
    broken[0] = true;
}

void table_find_figures(struct table *table)
{
    int columns = table->plan->column_count;
    bool *broken = g_new0(bool, columns + 1), *found = g_new0(bool, columns + 1);
    judge(table, broken, found);
    for (int i = 0; i < table->plan->cell_count; i++) {
        struct cell *cell = &table->cells[i];
        int column = cell->at->column;
        cell->figures = cell->at->columns == 1 && found[column] && !broken[column];
    }
    g_free(broken);
    g_free(found);
}

/* --- decimals ------------------------------------------------------------------------ */

/* A figure as it is set: its line, and where its whole part ends. */
struct figure {
    struct cell *cell;
    const char *text;
    gsize comma; /* of the last comma or point; NONE: there is none */
    gsize end;   /* of the last digit */
};

#define NONE G_MAXSIZE

static bool is_comma(gunichar c)
{
    return c == '.' || c == ',' || c == 0x66B;
}

static struct figure read_figure(struct cell *cell, const char *text)
{
    struct figure figure = {cell, text, NONE, 0};
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (is_comma(c))
            figure.comma = (gsize)(p - text);
        if (g_unichar_isdigit(c))
            figure.end = (gsize)(g_utf8_next_char(p) - text);
    }
    if (figure.comma != NONE && figure.comma > figure.end)
        figure.comma = NONE;
    return figure;
}

/* True when the sign parts decimals, not thousands: what stands behind it is not three digits, or
 * nothing but a nought before. */
static bool parts_decimals(const struct figure *figure)
{
    if (figure->comma == NONE)
        return false;
    bool nought = figure->comma == 1 && figure->text[0] == '0';
    return nought || figure->end - figure->comma != 4;
}

/* The right edge of what stands in a line, from the left one of its box. */
static length right_edge(const struct line *line)
{
    length right = 0;
    for (uint32_t r = 0; r < line->run_count; r++)
        right = MAX(right, line->runs[r].x + line->runs[r].width);
    return right;
}

static length left_edge(const struct line *line)
{
    length left = line->box;
    for (uint32_t r = 0; r < line->run_count; r++)
        left = MIN(left, line->runs[r].x);
    return left;
}

/* Where the character at that byte of a line's text begins. */
static length place_of(const struct line *line, gsize byte)
{
    for (uint32_t r = 0; r < line->run_count; r++) {
        const struct run *run = &line->runs[r];
        for (uint32_t g = 0; byte < run->text_length && g < run->glyph_count; g++)
            if (run->glyphs[g].at >= byte)
                return run->x + run->glyphs[g].x;
        if (byte < run->text_length)
            return run->x + run->width;
        byte -= run->text_length;
    }
    return right_edge(line);
}

/* Where the whole part of a figure ends. */
static length end_of_whole(const struct figure *figure, bool decimals)
{
    gsize whole = decimals && figure->comma != NONE ? figure->comma : figure->end;
    return place_of(figure->cell->lines[0], whole);
}

/* False for figures that are not one stretch from left to right. */
static bool is_straight(const struct figure *figure)
{
    const struct line *line = figure->cell->lines[0];
    gsize first = strcspn(figure->text, "0123456789");
    return figure->end == 0 || first + 1 >= figure->end ||
           place_of(line, first) < place_of(line, figure->end - 1);
}

/* Figures stand at the end of their cells; all go as far from it as the one that needs most room
 * there. Where one would leave its cell, none does. */
static void line_up_column(const struct figure *figures, guint count, bool rtl)
{
    bool decimals = false;
    for (guint i = 0; i < count; i++)
        decimals = decimals || parts_decimals(&figures[i]);
    length target = end_of_whole(&figures[0], decimals);
    for (guint i = 1; i < count; i++) {
        length end = end_of_whole(&figures[i], decimals);
        target = rtl ? MAX(target, end) : MIN(target, end);
    }
    for (guint i = 0; i < count; i++) {
        const struct cell *cell = figures[i].cell;
        const struct line *line = cell->lines[0];
        length room = rtl ? cell->inner - right_edge(line) : left_edge(line);
        if (!is_straight(&figures[i]) || ABS(end_of_whole(&figures[i], decimals) - target) > room)
            return;
    }
    for (guint i = 0; i < count; i++)
        figures[i].cell->shift = ABS(end_of_whole(&figures[i], decimals) - target);
}

static bool lines_up(const struct table *table, const struct cell *cell)
{
    return cell->figures && cell->at->row >= table->head_count && cell->line_count == 1 &&
           cell->form->align == ALIGN_END && has_digit(words_of(table, cell));
}

void table_line_up(struct table *table)
{
    int columns = table->plan->column_count;
    bool rtl = language_is_rtl(table->compositor->style->language);
    GArray **figures = g_new0(GArray *, columns + 1);
    for (int i = 0; i < table->plan->cell_count; i++) {
        struct cell *cell = &table->cells[i];
        if (!lines_up(table, cell))
            continue;
        GArray **column = &figures[cell->at->column];
        *column = *column ? *column : g_array_new(FALSE, FALSE, sizeof(struct figure));
        struct figure figure = read_figure(cell, words_of(table, cell));
        g_array_append_val(*column, figure);
    }
    for (int c = 0; c < columns; c++) {
        if (!figures[c])
            continue;
        line_up_column((const struct figure *)(const void *)figures[c]->data, figures[c]->len, rtl);
        g_array_free(figures[c], TRUE);
    }
    g_free(figures);
}
