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

/* --- decimals ------------------------------------------------------------------------ */

/* Bytes up to the end of the last digit, and up to the last comma or point; 0: there is none. */
struct figure {
    int end, comma;
    bool nought; /* nothing but 0 stands before the comma */
};

static bool is_comma(gunichar c)
{
    return c == '.' || c == ',' || c == 0x66B;
}

static struct figure read_figure(const char *text)
{
    struct figure figure = {0};
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (g_unichar_isdigit(c))
            figure.end = (int)(g_utf8_next_char(p) - text);
        else if (is_comma(c))
            figure.comma = (int)(p - text);
    }
    if (figure.comma > figure.end)
        figure.comma = 0;
    figure.nought = figure.comma == 1 && *text == '0';
    return figure;
}

/* True when the comma parts decimals, not thousands: three digits behind it could be either. */
static bool has_decimals(const struct figure *figure)
{
    return figure->comma && (figure->nought || figure->end - figure->comma != 4);
}

static bool is_alone(const struct table *table, const struct cell *cell)
{
    return cell->figures && cell->at->row >= table->head_count && has_digit(words_of(table, cell));
}

/* Where the whole part of each figure ends. `decimals`: of a column, the sign that parts them; what
 * one figure tells holds for all. */
static void find_wholes(struct table *table, gunichar *decimals)
{
    for (int pass = 0; pass < 2; pass++)
        for (int i = 0; i < table->plan->cell_count; i++) {
            struct cell *cell = &table->cells[i];
            if (!is_alone(table, cell))
                continue;
            const char *words = words_of(table, cell);
            struct figure figure = read_figure(words);
            gunichar sign = g_utf8_get_char(words + figure.comma);
            gunichar *column = &decimals[cell->at->column];
            if (has_decimals(&figure))
                *column = sign;
            cell->whole = figure.comma && sign == *column ? figure.comma : figure.end;
        }
}

void table_find_figures(struct table *table)
{
    int columns = table->plan->column_count;
    bool *broken = g_new0(bool, columns + 1), *found = g_new0(bool, columns + 1);
    gunichar *decimals = g_new0(gunichar, columns + 1);
    judge(table, broken, found);
    for (int i = 0; i < table->plan->cell_count; i++) {
        struct cell *cell = &table->cells[i];
        int column = cell->at->column;
        cell->figures = cell->at->columns == 1 && found[column] && !broken[column];
    }
    find_wholes(table, decimals);
    g_free(broken);
    g_free(found);
    g_free(decimals);
}

/* --- lining up ----------------------------------------------------------------------- */

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

/* Where the character that has that byte of a line's text ends, in a run from left to right. */
static length end_of(const struct line *line, gsize byte)
{
    for (uint32_t r = 0; r < line->run_count; r++) {
        const struct run *run = &line->runs[r];
        if (byte >= run->text_length) {
            byte -= run->text_length;
            continue;
        }
        for (uint32_t g = 0; g < run->glyph_count; g++)
            if (run->glyphs[g].at > byte)
                return run->x + run->glyphs[g].x;
        return run->x + run->width;
    }
    return right_edge(line);
}

/* Not where what follows begins: from right to left the bracket behind a figure stands before it.
 */
static length end_of_whole(const struct cell *cell)
{
    return end_of(cell->lines[0], (gsize)cell->whole - 1);
}

/* False for figures that are not one stretch from left to right. */
static bool is_straight(const struct table *table, const struct cell *cell)
{
    const struct line *line = cell->lines[0];
    gsize first = strcspn(words_of(table, cell), "0123456789"), last = (gsize)cell->whole - 1;
    return first >= last || place_of(line, first) < place_of(line, last);
}

/* Where the whole parts of a column's figures end, and whether all can end there. */
struct target {
    bool any, never;
    length x;
};

static bool lines_up(const struct cell *cell)
{
    return cell->whole && cell->line_count == 1 && cell->form->align == ALIGN_END;
}

static length room_of(const struct cell *cell, bool rtl)
{
    return rtl ? cell->inner - right_edge(cell->lines[0]) : left_edge(cell->lines[0]);
}

/* Figures stand at the end of their cells; all go as far from it as the one that needs most room
 * there. Where one would leave its cell, none does. */
void table_line_up(struct table *table)
{
    bool rtl = language_is_rtl(table->compositor->style->language);
    struct target *targets = g_new0(struct target, table->plan->column_count + 1);
    for (int pass = 0; pass < 3; pass++)
        for (int i = 0; i < table->plan->cell_count; i++) {
            struct cell *cell = &table->cells[i];
            struct target *target = &targets[cell->at->column];
            if (!lines_up(cell))
                continue;
            length end = end_of_whole(cell), shift = ABS(end - target->x);
            if (pass == 0)
                target->x = !target->any ? end : rtl ? MAX(target->x, end) : MIN(target->x, end);
            else if (pass == 1)
                target->never |= shift > room_of(cell, rtl) || !is_straight(table, cell);
            else
                cell->shift = target->never ? 0 : shift;
            target->any = true;
        }
    g_free(targets);
}
