/* table: a TABLE → rows of the galley. In: cells with what they hold and how they are to stand.
 * Out: a para a row, its lines made of those of the cells beside each other. */
#include "set/table.h"

#include "set/notes.h"
#include "set/para.h"
#include "set/table_parts.h"

/* --- forms --------------------------------------------------------------------------- */

static bool is_head(const struct table *table, const struct cell *cell)
{
    return cell->at->row < table->head_count;
}

/* Heads whose source says how they look are set so, not in the style's look. */
static bool heads_have_looks(const struct table *table)
{
    const unsigned looks = LOOK_BOLD | LOOK_ITALIC;
    for (int i = 0; i < table->plan->first[table->head_count]; i++) {
        const struct node *cell = table->cells[i].at->node;
        for (const struct node *n = cell; n; n = doc_next(n, cell))
            if (n->kind == NODE_SPAN && n->as.span.look & looks)
                return true;
    }
    return false;
}

static const struct form *form_in(struct arena *arena, const struct form *form, enum align align)
{
    struct form *copy = arena_copy(arena, form, sizeof *form);
    copy->label = copy->first = copy->turn = copy->end = 0;
    copy->align = align;
    return copy;
}

/* The forms of a table by what they are for and how they align. */
struct forms {
    const struct form *head[ALIGN_END + 1], *body[ALIGN_END + 1];
};

static struct forms forms_of(const struct table *table)
{
    const struct style *style = table->compositor->style;
    struct arena *arena = table->compositor->arena;
    struct form head = style->forms[FORM_TABLE_HEAD];
    const struct form *body = &style->forms[table->single ? FORM_PARAGRAPH : FORM_TABLE_CELL];
    struct forms forms;
    if (heads_have_looks(table))
        head.look = 0;
    for (int align = 0; align <= (int)ALIGN_END; align++) {
        forms.head[align] = form_in(arena, &head, (enum align)align);
        forms.body[align] = form_in(arena, body, (enum align)align);
    }
    return forms;
}

/* Lines of few words cannot be justified. */
static bool is_wide(const struct cell *cell)
{
    return cell->inner >= 20 * cell->form->size;
}

static enum align align_of(const struct table *table, const struct cell *cell)
{
    switch (cell->at->node->as.cell.align) {
    case CELL_ALIGN_NONE:
        break;
    case CELL_START:
        return ALIGN_START;
    case CELL_CENTRE:
        return ALIGN_CENTRE;
    case CELL_END:
        return ALIGN_END;
    case CELL_JUSTIFY:
        return is_wide(cell) ? ALIGN_JUSTIFY : ALIGN_START;
    }
    if (table->single)
        return table->compositor->style->forms[FORM_PARAGRAPH].align;
    return cell->figures ? ALIGN_END : cell->form->align;
}

static void choose_forms(struct table *table, const struct forms *forms)
{
    const struct style *style = table->compositor->style;
    for (int i = 0; i < table->plan->cell_count; i++) {
        struct cell *cell = &table->cells[i];
        bool head = is_head(table, cell);
        enum align usual = style->forms[head ? FORM_TABLE_HEAD : FORM_TABLE_CELL].align;
        cell->form = head ? forms->head[usual] : forms->body[usual];
    }
}

static void choose_aligns(struct table *table, const struct forms *forms)
{
    for (int i = 0; i < table->plan->cell_count; i++) {
        struct cell *cell = &table->cells[i];
        enum align align = align_of(table, cell);
        cell->form = is_head(table, cell) ? forms->head[align] : forms->body[align];
    }
}

/* --- cells --------------------------------------------------------------------------- */

/* Sets a block to the width of its cell. */
static bool set_block_in(const struct table *table, const struct cell *cell,
                         const struct node *block, struct para *para)
{
    bool found_all = true;
    const struct compositor *compositor = table->compositor;
    struct text *text = text_of_block(compositor, block, cell->form, block->label, block);
    const struct note *const *notes = notes_set(compositor, block, &found_all);
    *para = para_new(block, cell->form);
    return para_set(compositor, text, para, MAX(cell->inner, cell->form->size), notes) && found_all;
}

/* The lines of one paragraph more. Beside other cells there is no white of less than a line, so
 * only what would run together is parted by one: paragraphs of several lines, not lists of words.
 */
static void add_lines(const struct table *table, GPtrArray *lines, const struct setting *setting,
                      int above)
{
    static const struct line empty = {.spaces = 1000};
    if (!table->single && above && setting->line_count && MAX(above, setting->line_count) > 1)
        g_ptr_array_add(lines, (gpointer)&empty);
    for (int i = 0; i < setting->line_count; i++)
        g_ptr_array_add(lines, (gpointer)&setting->lines[i]);
}

static bool set_cell(const struct table *table, struct cell *cell)
{
    int above = 0; /* lines of the paragraph before */
    bool found_all = true;
    const struct node *node = cell->at->node;
    struct arena *arena = table->compositor->arena;
    GPtrArray *lines = g_ptr_array_new();
    GArray *ends = g_array_new(FALSE, FALSE, sizeof(int));
    for (const struct node *n = notes_next_block(node, node); n; n = notes_next_block(n, node)) {
        struct para para;
        found_all = set_block_in(table, cell, n, &para) && found_all;
        add_lines(table, lines, &para.setting[1], above);
        if (!para.setting[1].line_count)
            continue;
        int end = (int)lines->len;
        g_array_append_val(ends, end);
        above = para.setting[1].line_count;
    }
    cell->line_count = (int)lines->len;
    cell->lines = arena_copy(arena, lines->pdata, sizeof(gpointer) * lines->len);
    cell->para_count = (int)ends->len;
    cell->ends = arena_copy(arena, ends->data, sizeof(int) * ends->len);
    g_ptr_array_free(lines, TRUE);
    g_array_free(ends, TRUE);
    return found_all;
}

/* --- heights ------------------------------------------------------------------------- */

/* How many lines each row has: as many as its cells need; the last row of a cell that spans rows
 * has what that cell needs more. */
static void count_lines(struct table *table)
{
    const struct table_plan *plan = table->plan;
    int *need = g_new0(int, plan->row_count + 1); /* of the cells that end in a row: their first */
    GArray **ending = g_new0(GArray *, plan->row_count + 1);
    for (int i = 0; i < plan->cell_count; i++) {
        const struct table_cell *at = &plan->cells[i];
        if (at->rows == 1) {
            need[at->row] = MAX(need[at->row], table->cells[i].line_count);
            continue;
        }
        GArray **list = &ending[at->row + at->rows - 1];
        *list = *list ? *list : g_array_new(FALSE, FALSE, sizeof(int));
        g_array_append_val(*list, i);
    }
    for (int row = 0; row < plan->row_count; row++) {
        int lines = MAX(need[row], 1), from = table->row_line[row];
        for (guint k = 0; ending[row] && k < ending[row]->len; k++) {
            const struct cell *cell = &table->cells[g_array_index(ending[row], int, k)];
            lines = MAX(lines, cell->line_count - (from - table->row_line[cell->at->row]));
        }
        table->row_line[row + 1] = from + lines;
        if (ending[row])
            g_array_free(ending[row], TRUE);
    }
    g_free(ending);
    g_free(need);
}

/* Whole lines above what stands in a cell, by its place. */
static void place_cells(struct table *table)
{
    for (int i = 0; i < table->plan->cell_count; i++) {
        struct cell *cell = &table->cells[i];
        int from = table->row_line[cell->at->row];
        int spare = table->row_line[cell->at->row + cell->at->rows] - from - cell->line_count;
        switch (cell->at->node->as.cell.place) {
        case CELL_TOP:
            spare = 0;
            break;
        case CELL_MIDDLE:
            spare /= 2;
            break;
        case CELL_BOTTOM:
            break;
        }
        cell->first_line = from + spare;
    }
}

/* --- the table ----------------------------------------------------------------------- */

/* Rules stand upright at both sides of its first row. */
static bool is_boxed(const struct table_plan *plan)
{
    if (!plan->cell_count)
        return false;
    const struct table_cell *first = &plan->cells[0], *last = &plan->cells[plan->first[1] - 1];
    return first->node->as.cell.rules[EDGE_START] && last->node->as.cell.rules[EDGE_END];
}

static struct table table_begin(const struct compositor *compositor, const struct node *node)
{
    const struct style *style = compositor->style;
    struct arena *arena = compositor->arena;
    struct table table = {.compositor = compositor, .node = node, .plan = table_plan(arena, node)};
    table.cells = ARENA_ARRAY(arena, struct cell, table.plan->cell_count + 1);
    table.row_line = ARENA_ARRAY(arena, int, table.plan->row_count + 1);
    table.measure = style->page.text_end - style->page.text_start;
    table.head_count = table_head_rows(table.plan);
    table.single = table.plan->column_count == 1 && !table.head_count;
    table.boxed = is_boxed(table.plan);
    for (int i = 0; i < table.plan->cell_count; i++)
        table.cells[i].at = &table.plan->cells[i];
    return table;
}

bool table_set(const struct compositor *compositor, const struct node *node, GArray *paras)
{
    struct table table = table_begin(compositor, node);
    bool found_all = true;
    if (!table.plan->cell_count)
        return true;
    struct forms forms = forms_of(&table);
    choose_forms(&table, &forms);
    table_find_figures(&table);
    table_find_widths(&table);
    choose_aligns(&table, &forms);
    for (int i = 0; i < table.plan->cell_count; i++)
        found_all = set_cell(&table, &table.cells[i]) && found_all;
    table_line_up(&table);
    count_lines(&table);
    place_cells(&table);
    table_make_rows(&table, paras);
    return found_all;
}
