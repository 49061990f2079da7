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
    GArray **in_row;  /* of a row: the cells with a line in it, in reading order */
    bool *joined;     /* of a row: a cell goes on in the next one, and is not high */
    bool is_repeated; /* the head, on every page */
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
static void take_notes(const struct making *m, const GArray *cells, int first, int end,
                       struct line *lines)
{
    int count = end - first, at = 0;
    GPtrArray **of_line = g_new0(GPtrArray *, count);
    for (guint i = 0; i < cells->len; i++) {
        const struct cell *cell = &m->table->cells[g_array_index(cells, int, i)];
        int to = MIN(cell->first_line + cell->line_count, end);
        for (int k = MAX(cell->first_line, first); k < to; k++) {
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

/* What becomes one para: all lines of a row, or those of one paragraph of a box. */
struct slice {
    int row, from, to; /* lines of the table */
    bool first, last;  /* of its row */
};

/* A row of one cell among rows of several heads those below: "Part I. Overall policymaking". */
static bool heads_rows(const struct making *m, int row)
{
    return m->in_row[row]->len == 1 && m->in_row[row + 1]->len > 1 &&
           lines_of(m->table, row) <= SHORT_LINES;
}

/* Rows that stand together with the next one: those of a head, those that a cell spans, those that
 * head others, the first two and the last two of a table, the whole of a small one. */
static bool keeps_next(const struct making *m, const struct slice *slice)
{
    const struct table *table = m->table;
    int row = slice->row, rows = table->plan->row_count;
    if (!slice->last)
        return slice->to - slice->from <= SHORT_LINES;
    if (row + 1 == rows)
        return false;
    if (row < table->head_count)
        return m->is_repeated;
    if (m->joined[row] || table->row_line[rows] <= WHOLE_LINES || heads_rows(m, row))
        return true;
    bool end = row == table->head_count || row + 2 == rows;
    return end && lines_of(table, row) <= SHORT_LINES && lines_of(table, row + 1) <= SHORT_LINES;
}

/* A box stands a little off its text. */
static length edge_of(const struct table *table)
{
    length gap = table->compositor->style->table.row_gap;
    return table->single && table->boxed ? gap : gap / 2;
}

/* The rules around a slice: those above a row stand at its first one, those below at its last. */
static void take_rules(const struct making *m, const struct slice *slice, struct grid *grid)
{
    const struct row_rules *all = &m->rules[slice->row];
    struct grid_rule *rules =
        ARENA_ARRAY(m->table->compositor->arena, struct grid_rule, all->count);
    grid->rules = rules;
    for (int i = 0; i < all->count; i++) {
        bool here = all->rules[i].edge == GRID_ABOVE   ? slice->first
                    : all->rules[i].edge == GRID_BELOW ? slice->last
                                                       : true;
        if (here)
            rules[grid->rule_count++] = all->rules[i];
    }
}

static const struct grid *grid_of(const struct making *m, const struct slice *slice, int cell_count)
{
    const struct table *table = m->table;
    struct grid *grid = ARENA_NEW(table->compositor->arena, struct grid);
    length half = table->compositor->style->table.row_gap / 2;
    bool begins = slice->row == 0 && slice->first;
    bool ends = slice->row + 1 == table->plan->row_count && slice->last;
    *grid = (struct grid){
        .table = table->node,
        .row = table->plan->rows[slice->row],
        .cell_count = cell_count,
        .first = begins,
        .above = begins ? edge_of(table) : half,
        .below = ends ? edge_of(table) : half,
    };
    take_rules(m, slice, grid);
    if (slice->row >= table->head_count) {
        grid->heads = m->heads;
        grid->head_count = m->head_count;
    }
    return grid;
}

static struct para para_of(const struct making *m, const struct slice *slice)
{
    const struct table *table = m->table;
    const struct style *style = table->compositor->style;
    enum form_name name = slice->row < table->head_count ? FORM_TABLE_HEAD
                          : table->single                ? FORM_PARAGRAPH
                                                         : FORM_TABLE_CELL;
    struct para para = para_new(table->plan->rows[slice->row], &style->forms[name]);
    bool begins = slice->row == 0 && slice->first;
    bool ends = slice->row + 1 == table->plan->row_count && slice->last;
    length gap = style->table.row_gap;
    para.before = begins ? style->table.before + edge_of(table) : gap;
    para.after = ends ? style->table.after + edge_of(table) : gap;
    if (slice->row + 1 == table->head_count && !table->boxed)
        para.after += gap / 2;
    para.keep_next = keeps_next(m, slice);
    para.keep_whole = slice->to - slice->from <= WHOLE_LINES;
    return para;
}

static void make_para(const struct making *m, const struct slice *slice, GArray *paras)
{
    const GArray *cells = m->in_row[slice->row];
    struct para para = para_of(m, slice);
    int count = slice->to - slice->from;
    struct line *lines = ARENA_ARRAY(m->table->compositor->arena, struct line, count);
    for (int i = 0; i < count; i++) {
        lines[i] = join_line(m, cells, slice->from + i);
        lines[i].last = i + 1 == count;
    }
    take_notes(m, cells, slice->from, slice->to, lines);
    if (!cells->len) /* an empty row is white; at the table's end there is enough of it */
        para.leading = para.baseline = slice->row + 1 == m->table->plan->row_count
                                           ? 1
                                           : MAX(m->table->compositor->style->table.row_gap, 1);
    para.grid = grid_of(m, slice, (int)cells->len);
    para.setting[1] = (struct setting){count, lines, 0};
    g_array_append_val(paras, para);
}

/* In a box each paragraph is a slice of its own, so that white parts them. */
static void make_row(const struct making *m, int row, GArray *paras)
{
    const struct table *table = m->table;
    int from = table->row_line[row], to = table->row_line[row + 1];
    const struct cell *cell = &table->cells[table->plan->first[row]];
    bool parted = table->single && table->plan->first[row] < table->plan->first[row + 1] &&
                  cell->at->rows == 1 && cell->para_count > 1;
    int count = parted ? cell->para_count : 1;
    for (int i = 0; i < count; i++) {
        struct slice slice = {row, from, to, i == 0, i + 1 == count};
        if (parted && i)
            slice.from = from + cell->ends[i - 1];
        if (parted && !slice.last)
            slice.to = from + cell->ends[i];
        make_para(m, &slice, paras);
    }
}

/* --- the table ----------------------------------------------------------------------- */

/* Which cells have a line in each row. */
static void sort_cells(struct making *m)
{
    const struct table *table = m->table;
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

/* Few lines that cells span stay on one page. */
static void join_rows(struct making *m)
{
    const struct table *table = m->table;
    for (int i = 0; i < table->plan->cell_count; i++) {
        const struct table_cell *at = table->cells[i].at;
        if (table->row_line[at->row + at->rows] - table->row_line[at->row] <= WHOLE_LINES)
            for (int row = at->row; row + 1 < at->row + at->rows; row++)
                m->joined[row] = true;
    }
}

static void take_heads(struct making *m, const GArray *paras, guint first)
{
    if (!m->is_repeated)
        return;
    m->head_count = m->table->head_count;
    m->heads = arena_copy(m->table->compositor->arena, &g_array_index(paras, struct para, first),
                          sizeof(struct para) * (gsize)m->head_count);
}

void table_make_rows(struct table *table, GArray *paras)
{
    int rows = table->plan->row_count;
    struct making m = {.table = table, .rules = table_find_rules(table)};
    m.is_repeated = table->head_count && table->row_line[table->head_count] <= HEAD_LINES;
    m.in_row = g_new0(GArray *, rows);
    m.joined = g_new0(bool, rows);
    guint first = paras->len;
    sort_cells(&m);
    join_rows(&m);
    for (int row = 0; row < rows; row++) {
        make_row(&m, row, paras);
        g_array_free(m.in_row[row], TRUE);
        if (row + 1 == table->head_count)
            take_heads(&m, paras, first);
    }
    g_free(m.in_row);
    g_free(m.joined);
}
