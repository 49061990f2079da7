/* table_rows: cells whose lines stand → rows of a galley. In: of each cell its lines and which of
 * the table's lines they stand in. Out: a para a row with its grid: lines of one leading, rules,
 * and what has to stay on one page. */
#include "set/para.h"
#include "set/table_parts.h"

enum {
    WHOLE_LINES = 8, /* a row of no more lines stays on one page */
    SHORT_LINES = 4, /* two rows of no more lines stand together at a table's ends */
    HEAD_LINES = 12  /* a head of more lines is not repeated */
};

/* What is the same for all rows. */
struct making {
    struct table *table;
    const struct row_rules *rules;
    GArray **in_row; /* of a row: the cells with a line in it, in reading order */
    const struct para *heads;
    int head_count;
};

static int lines_of(const struct table *table, int row)
{
    return table->row_line[row + 1] - table->row_line[row];
}

/* --- lines --------------------------------------------------------------------------- */

/* A cell's own line that stands in a line of the table; NULL: none. */
static const struct line *line_in(const struct cell *cell, int line)
{
    int own = line - cell->first_line;
    return own >= 0 && own < cell->line_count ? cell->lines[own] : NULL;
}

/* From the left edge of the text to that of what stands in the cell. */
static length left_edge(const struct table *table, const struct cell *cell, const struct line *line)
{
    if (language_is_rtl(table->compositor->style->language))
        return table->measure - cell->start - line->box + cell->shift;
    return cell->start - cell->shift;
}

static struct line join_line(const struct making *m, const GArray *cells, int number)
{
    struct arena *arena = m->table->compositor->arena;
    uint32_t *begins = ARENA_ARRAY(arena, uint32_t, cells->len + 1);
    struct line joined = {.box = m->table->measure, .spaces = 1000, .cells = begins};
    GArray *runs = g_array_new(FALSE, FALSE, sizeof(struct run));
    for (guint i = 0; i < cells->len; i++) {
        const struct cell *cell = &m->table->cells[g_array_index(cells, int, i)];
        const struct line *line = line_in(cell, number);
        begins[i] = runs->len;
        for (uint32_t k = 0; line && k < line->run_count; k++) {
            struct run run = line->runs[k];
            run.x += left_edge(m->table, cell, line);
            g_array_append_val(runs, run);
        }
        joined.hyphen = joined.hyphen || (line && line->hyphen);
    }
    begins[cells->len] = joined.run_count = runs->len;
    joined.width = joined.measure = m->table->x[m->table->plan->column_count];
    joined.runs = arena_copy(arena, runs->data, sizeof(struct run) * runs->len);
    g_array_free(runs, TRUE);
    return joined;
}

/* --- notes --------------------------------------------------------------------------- */

static void add_note(GPtrArray **of_line, int line, const struct note *note)
{
    of_line[line] = of_line[line] ? of_line[line] : g_ptr_array_new();
    g_ptr_array_add(of_line[line], (gpointer)note);
}

/* Notes stand at the foot in the order of reading, cell by cell. Where a row stays on one page, a
 * line that would call its notes too early calls them with those before. */
static void take_notes(const struct making *m, const GArray *cells, int row, struct line *lines)
{
    int count = lines_of(m->table, row), first = m->table->row_line[row], at = 0;
    GPtrArray **of_line = g_new0(GPtrArray *, count);
    for (guint i = 0; i < cells->len; i++) {
        const struct cell *cell = &m->table->cells[g_array_index(cells, int, i)];
        for (int k = MAX(cell->first_line, first);
             k < MIN(cell->first_line + cell->line_count, first + count); k++) {
            const struct line *line = line_in(cell, k);
            at = count <= WHOLE_LINES ? MAX(at, k - first) : k - first;
            for (uint32_t n = 0; n < line->note_count; n++)
                add_note(of_line, at, line->notes[n]);
        }
    }
    for (int k = 0; k < count; k++) {
        if (!of_line[k])
            continue;
        lines[k].note_count = of_line[k]->len;
        lines[k].notes = arena_copy(m->table->compositor->arena, of_line[k]->pdata,
                                    sizeof(gpointer) * of_line[k]->len);
        g_ptr_array_free(of_line[k], TRUE);
    }
    g_free(of_line);
}

/* --- rows ---------------------------------------------------------------------------- */

/* Rows that stand together with the next one: those of the head, the first two and the last two
 * of a table, the whole of a small one. */
static bool keeps_next(const struct table *table, int row)
{
    int rows = table->plan->row_count;
    if (row + 1 == rows)
        return false;
    if (row < table->head_count || table->row_line[rows] <= WHOLE_LINES)
        return true;
    bool end = row == table->head_count || row + 2 == rows;
    return end && lines_of(table, row) <= SHORT_LINES && lines_of(table, row + 1) <= SHORT_LINES;
}

static const struct grid *grid_of(const struct making *m, int row, int cell_count)
{
    const struct table *table = m->table;
    struct grid *grid = ARENA_NEW(table->compositor->arena, struct grid);
    length half = table->compositor->style->table.row_gap / 2;
    *grid = (struct grid){
        .table = table->node,
        .row = table->plan->rows[row],
        .cell_count = cell_count,
        .first = row == 0,
        .above = half,
        .below = half,
        .rule_count = m->rules[row].count,
        .rules = m->rules[row].rules,
    };
    if (row >= table->head_count) {
        grid->heads = m->heads;
        grid->head_count = m->head_count;
    }
    return grid;
}

static struct para row_para(const struct making *m, int row)
{
    const struct table *table = m->table;
    const struct style *style = table->compositor->style;
    const struct form *form =
        &style->forms[row < table->head_count ? FORM_TABLE_HEAD : FORM_TABLE_CELL];
    struct para para = para_new(table->plan->rows[row], form);
    length gap = style->table.row_gap;
    para.before = row == 0 ? style->table.before + gap / 2 : gap;
    para.after = row + 1 == table->plan->row_count ? style->table.after + gap / 2 : gap;
    if (row + 1 == table->head_count && !table->boxed)
        para.after += gap / 2;
    para.keep_next = keeps_next(table, row);
    para.keep_whole = lines_of(table, row) <= WHOLE_LINES;
    return para;
}

static void make_row(const struct making *m, int row, GArray *paras)
{
    const struct table *table = m->table;
    struct arena *arena = table->compositor->arena;
    const GArray *cells = m->in_row[row];
    struct para para = row_para(m, row);
    int count = lines_of(table, row);
    struct line *lines = ARENA_ARRAY(arena, struct line, count);
    for (int i = 0; i < count; i++) {
        lines[i] = join_line(m, cells, table->row_line[row] + i);
        lines[i].last = i + 1 == count;
    }
    take_notes(m, cells, row, lines);
    if (!cells->len) { /* an empty row is white */
        para.leading = para.baseline = MAX(table->compositor->style->table.row_gap, 1);
    }
    para.grid = grid_of(m, row, (int)cells->len);
    para.setting[1] = (struct setting){count, lines, 0};
    g_array_append_val(paras, para);
}

/* Which cells have a line in each row. */
static void sort_cells(struct making *m)
{
    const struct table *table = m->table;
    m->in_row = g_new0(GArray *, table->plan->row_count);
    for (int row = 0; row < table->plan->row_count; row++)
        m->in_row[row] = g_array_new(FALSE, FALSE, sizeof(int));
    for (int i = 0; i < table->plan->cell_count; i++) {
        const struct cell *cell = &table->cells[i];
        int end = cell->first_line + cell->line_count;
        for (int row = cell->at->row; row < cell->at->row + cell->at->rows; row++)
            if (table->row_line[row] < end && table->row_line[row + 1] > cell->first_line)
                g_array_append_val(m->in_row[row], i);
    }
}

void table_make_rows(struct table *table, GArray *paras)
{
    struct making m = {.table = table, .rules = table_find_rules(table)};
    guint first = paras->len;
    sort_cells(&m);
    for (int row = 0; row < table->plan->row_count; row++) {
        make_row(&m, row, paras);
        g_array_free(m.in_row[row], TRUE);
        if (row + 1 == table->head_count && table->row_line[row + 1] <= HEAD_LINES) {
            m.heads =
                arena_copy(table->compositor->arena, &g_array_index(paras, struct para, first),
                           sizeof(struct para) * (gsize)table->head_count);
            m.head_count = table->head_count;
        }
    }
    g_free(m.in_row);
}
