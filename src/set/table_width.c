/* table_width: how wide the columns of a table are. In: what the source says, what stands in the
 * cells. Out: edges of columns. A column keeps the width of the source unless the table has to be
 * narrowed to its place or a word would not go in; one of which nothing is said gets a share of
 * what is left between the widths of its longest word and of its longest line. */
#include <glib.h>

#include "set/breaks.h"
#include "set/matter.h"
#include "set/notes.h"
#include "set/shape.h"
#include "set/table_parts.h"

/* Widths this near to each other are meant to be the same, in per mille. */
enum { NEAR = 30 };

/* --- contents ------------------------------------------------------------------------ */

/* What is wider than any page may be as wide as it likes. */
static length within_reason(int64_t width)
{
    return (length)MIN(width, PT(20000));
}

/* Longest stretch without a place to part it, and longest line. */
static void measure_row(const struct row *row, struct cell *cell)
{
    const struct matter *matter = &row->matter;
    int64_t word = 0, line = 0;
    for (int i = 0; i < matter->count; i++) {
        const struct joint *joint = &matter->joint[i];
        word += matter->box[i];
        line += matter->box[i];
        cell->least = MAX(cell->least, within_reason(word));
        cell->most = MAX(cell->most, within_reason(line));
        word = joint->penalty < FILL_NEVER ? 0 : word + joint->space;
        line = joint->penalty == FILL_ALWAYS ? 0 : line + joint->space;
    }
}

/* The decimals of a figure and what follows them. */
static length measure_tail(const struct text *text, const struct cell *cell)
{
    int64_t tail = 0;
    for (int i = 0; i < text->count && cell->whole; i++)
        if (text->signs[i].at >= (uint32_t)cell->whole)
            tail += matter_sign_width(text, i);
    return within_reason(tail);
}

/* Messages are filed when the cell is set, not here. */
static void measure_cell(const struct table *table, struct cell *cell)
{
    struct compositor silent = *table->compositor;
    silent.diag = diag_new(silent.arena);
    const struct node *node = cell->at->node;
    for (const struct node *n = notes_next_block(node, node); n; n = notes_next_block(n, node)) {
        struct text *text = text_of_block(&silent, n, cell->form, n->label, n);
        breaks_find(text, silent.style);
        if (shape_text(&silent, text))
            measure_row(matter_make(&silent, text, cell->form, 0), cell);
        cell->tail = measure_tail(text, cell);
        text_free(text);
    }
}

/* --- columns ------------------------------------------------------------------------- */

struct column_width {
    length wanted;      /* by the source; 0: nothing */
    length whole, tail; /* of its figures, when they stand with their decimals beneath each other */
    length least, most; /* by what stands in it, white included */
    length width;
};

struct widths {
    struct table *table;
    int count;
    struct column_width *columns;
    bool at_frame; /* the table begins at the frame's edge */
};

/* White between an edge of a column and what stands in it: none at the table's open sides. */
static length padding(const struct table *table, int edge)
{
    bool outer = edge == 0 || edge == table->plan->column_count;
    return outer && !table->boxed ? 0 : table->compositor->style->table.padding;
}

static length padding_of(const struct table *table, const struct table_cell *at)
{
    return padding(table, at->column) + padding(table, at->column + at->columns);
}

static void take_cells(struct widths *w)
{
    for (int i = 0; i < w->table->plan->cell_count; i++) {
        struct cell *cell = &w->table->cells[i];
        struct column_width *column = &w->columns[cell->at->column];
        measure_cell(w->table, cell);
        length white = padding_of(w->table, cell->at);
        if (cell->at->columns > 1 || !cell->most)
            continue;
        column->tail = MAX(column->tail, cell->tail);
        if (cell->whole)
            column->whole = MAX(column->whole, cell->most - cell->tail + white);
        column->least = MAX(column->least, cell->least + white);
        column->most = MAX(column->most, cell->most + white);
    }
    for (int c = 0; c < w->count; c++) {
        struct column_width *column = &w->columns[c];
        column->most = MAX(column->most, column->whole + column->tail);
    }
}

/* A cell over several columns may need more than they do: each gets its part of the rest. */
static void take_spans(struct widths *w)
{
    for (int i = 0; i < w->table->plan->cell_count; i++) {
        const struct cell *cell = &w->table->cells[i];
        int from = cell->at->column, count = cell->at->columns;
        if (count == 1 || !cell->most)
            continue;
        int64_t least = cell->least + padding_of(w->table, cell->at), most = least - cell->least;
        most += cell->most;
        for (int c = from; c < from + count; c++) {
            least -= w->columns[c].least;
            most -= w->columns[c].most;
        }
        for (int c = from; c < from + count; c++) {
            w->columns[c].least += least > 0 ? (length)(least / count) : 0;
            w->columns[c].most += most > 0 ? (length)(most / count) : 0;
        }
    }
    for (int c = 0; c < w->count; c++)
        w->columns[c].most = MAX(w->columns[c].most, w->columns[c].least);
}

static void take_source(struct widths *w)
{
    const struct node *node = w->table->node;
    int said = MIN(node->as.table.column_count, w->count);
    for (int c = 0; c < said; c++)
        w->columns[c].wanted = MAX(node->as.table.columns[c], 0);
}

/* --- the table's width --------------------------------------------------------------- */

static bool is_near(int64_t a, length b)
{
    return ABS(a - b) * 1000 < (int64_t)b * NEAR;
}

static length frame_width(const struct style *style)
{
    return style->page.frame_end - style->page.frame_start;
}

/* The width of a table whose columns want that much: the measure or the frame where it was meant
 * to be one of them, else itself, if there is room. */
static length settle_width(struct widths *w, int64_t wanted)
{
    const struct style *style = w->table->compositor->style;
    length measure = w->table->measure, most = MAX(style->table.most, measure);
    if (is_near(wanted, measure))
        return measure;
    if (wanted <= most || is_near(wanted, most))
        return (length)MIN(wanted, most);
    w->at_frame = frame_width(style) > most;
    return MAX(frame_width(style), most);
}

/* Columns of which nothing is said: between their least and their most, by the room there is. */
static void share_room(struct widths *w)
{
    int64_t room = w->table->measure, least = 0, most = 0;
    for (int c = 0; c < w->count; c++) {
        room -= w->columns[c].wanted;
        least += w->columns[c].wanted ? 0 : w->columns[c].least;
        most += w->columns[c].wanted ? 0 : w->columns[c].most;
    }
    room = CLAMP(room, least, most);
    for (int c = 0; c < w->count; c++) {
        struct column_width *column = &w->columns[c];
        if (column->wanted)
            continue;
        int64_t more = column->most - column->least;
        column->wanted = column->least;
        if (most > least)
            column->wanted += (length)(more * (room - least) / (most - least));
    }
}

/* Brings the columns to a width all together, each by its part of `share`. */
static void scale(struct widths *w, length width, bool by_least)
{
    int64_t all = 0, passed = 0;
    for (int c = 0; c < w->count; c++)
        all += by_least ? w->columns[c].least : w->columns[c].wanted;
    for (int c = 0; c < w->count; c++) {
        struct column_width *column = &w->columns[c];
        int64_t before = all ? passed * width / all : (int64_t)width * c / w->count;
        passed += by_least ? column->least : column->wanted;
        int64_t after = all ? passed * width / all : (int64_t)width * (c + 1) / w->count;
        column->width = (length)(after - before);
    }
}

/* Columns too narrow for a word take from those that have more than they need. */
static void give_way(struct widths *w)
{
    int64_t lack = 0, spare = 0;
    for (int c = 0; c < w->count; c++) {
        length over = w->columns[c].width - w->columns[c].least;
        lack += over < 0 ? -over : 0;
        spare += over > 0 ? over : 0;
    }
    int64_t given = 0, passed = 0;
    for (int c = 0; c < w->count && lack; c++) {
        struct column_width *column = &w->columns[c];
        length over = column->width - column->least;
        if (over < 0)
            column->width = column->least;
        if (over <= 0)
            continue;
        passed += over;
        int64_t share = passed * lack / spare;
        column->width -= (length)(share - given);
        given = share;
    }
}

static void settle_columns(struct widths *w)
{
    share_room(w);
    int64_t wanted = 0, least = 0;
    for (int c = 0; c < w->count; c++) {
        wanted += w->columns[c].wanted;
        least += w->columns[c].least;
    }
    length width = settle_width(w, wanted);
    if (least > width)
        width = settle_width(w, least);
    scale(w, width, least > width);
    if (least <= width)
        give_way(w);
}

/* --- places -------------------------------------------------------------------------- */

static void place_columns(struct widths *w)
{
    struct table *table = w->table;
    const struct style *style = table->compositor->style;
    table->x = ARENA_ARRAY(table->compositor->arena, length, w->count + 1);
    table->x[0] = w->at_frame ? style->page.frame_start - style->page.text_start : 0;
    for (int c = 0; c < w->count; c++)
        table->x[c + 1] = table->x[c] + w->columns[c].width;
    for (int i = 0; i < table->plan->cell_count; i++) {
        struct cell *cell = &table->cells[i];
        int from = cell->at->column, to = from + cell->at->columns;
        cell->start = table->x[from] + padding(table, from);
        cell->inner = table->x[to] - padding(table, to) - cell->start;
    }
}

void table_find_widths(struct table *table)
{
    struct widths w = {.table = table, .count = table->plan->column_count};
    w.columns = g_new0(struct column_width, w.count + 1);
    take_source(&w);
    if (!table->single)
        take_cells(&w);
    else if (!w.columns[0].wanted)
        w.columns[0].wanted = table->measure;
    take_spans(&w);
    settle_columns(&w);
    place_columns(&w);
    g_free(w.columns);
}
