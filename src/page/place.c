/* place: text and notes of one page. In: the lines that make-up gave it. Out: items. */
#include "page/place.h"

#include <glib.h>

#include "page/place_table.h"

/* The part of what is opened that falls to the white number `nth` of `count`: all of it is spent,
 * to the last unit. */
static length opened(length all, int nth, int count)
{
    return (length)((int64_t)all * (nth + 1) / count - (int64_t)all * nth / count);
}

/* The lines of a paragraph that stand on the page, the first slot's top at y; returns the lower
 * edge of the last. */
static length place_lines(const struct para *para, int setting, int from, int to, length x,
                          length y, struct sheet *sheet)
{
    for (int i = from; i < to; i++, y += para->leading)
        sheet_place_line(sheet, &para->setting[setting].lines[i], x, y + para->baseline,
                         ARTIFACT_NONE);
    return y;
}

static bool is_cut(const struct fill *fill, int para)
{
    return para == fill->to.para && fill->to.line;
}

static void place_paras(const struct column *column, const struct makeup *makeup,
                        const struct fill *fill, const struct frame *frame, struct sheet *sheet)
{
    length y = frame->top;
    int gaps = column_gaps(column, fill->from, fill->to), gap = 0;
    int last = fill->to.line ? fill->to.para : fill->to.para - 1;
    for (int i = fill->from.para; i <= last; i++) {
        const struct para *para = &column->galley->paras[i];
        bool first = i == fill->from.para;
        if (!first)
            y += column->white[i];
        if (!first && column_opens(column, i))
            y += opened(fill->stretched, gap++, gaps);
        int setting = makeup->setting[i];
        int from = first ? fill->from.line : 0;
        int to = is_cut(fill, i) ? fill->to.line : para->setting[setting].line_count;
        if (para->grid)
            y = table_place_row(&(struct part_of_row){para, from, to, first, i == last}, frame->x,
                                y, sheet);
        else
            y = place_lines(para, setting, from, to, frame->x, y, sheet);
    }
}

/* The rule begins where the notes do. */
static void place_note_rule(const struct style *style, length x, length notes_top,
                            struct sheet *sheet)
{
    const struct form *form = &style->forms[FORM_NOTE];
    struct rule_at rule = {
        .x = x + MIN(form->label, MIN(form->first, form->turn)),
        .y = notes_top - style->notes.below_rule - style->notes.rule_thickness,
        .width = style->notes.rule_width,
        .thickness = style->notes.rule_thickness,
    };
    sheet_place_rule(sheet, rule, ARTIFACT_LAYOUT);
}

static void place_notes(const struct style *style, const struct column *column,
                        const struct fill *fill, const struct frame *frame, struct sheet *sheet)
{
    length y = frame->bottom - (length)column_note_height(column, fill->note_from, fill->note_to);
    if (fill->note_from < fill->note_to)
        place_note_rule(style, frame->x, y, sheet);
    for (int i = fill->note_from; i < fill->note_to; i++) {
        const struct note_line *note = &column->note_lines[i];
        if (i > fill->note_from)
            y += note->white;
        sheet_place_line(sheet, note->line, frame->x, y + note->para->baseline, ARTIFACT_NONE);
        y += note->para->leading;
    }
}

void place_text(const struct style *style, const struct column *column, const struct makeup *makeup,
                const struct fill *fill, const struct frame *frame, struct sheet *sheet)
{
    place_paras(column, makeup, fill, frame, sheet);
    place_notes(style, column, fill, frame, sheet);
}
