/* akn_table: TABLE → <table> with widths, rules and alignment in attributes (formats.md 2.10). */
#include "doc/table.h"
#include "write/akn.h"

/* Twentieths of a point, eighths of a point: as the word processor counts. */
enum { DXA = 20, RULE = 8, POINT = 1024 };

static int in_units(length size, int units)
{
    return (int)(((int64_t)size * units + POINT / 2) / POINT);
}

static const char *rule_of(struct arena *arena, length thickness)
{
    if (!thickness)
        return "null";
    return arena_printf(arena, "{\"Style\":\"single\",\"Size\":%d,\"Space\":0}",
                        in_units(thickness, RULE));
}

#define NO_RULE "{\"Style\":\"none\",\"Size\":0,\"Space\":0}"

static const char no_borders[] =
    "{\"Top\":" NO_RULE ",\"Right\":" NO_RULE ",\"Bottom\":" NO_RULE ",\"Left\":" NO_RULE
    ",\"InsideHorizontal\":" NO_RULE ",\"InsideVertical\":" NO_RULE "}";

/* Of a table from right to left too, its start is called left. */
static const char *borders_of(struct arena *arena, const struct node *cell)
{
    const length *rules = cell->as.cell.rules;
    bool any = false;
    for (int i = 0; i < EDGE_COUNT; i++)
        any = any || rules[i];
    if (!any)
        return NULL;
    return arena_printf(arena,
                        "{\"Top\":%s,\"Right\":%s,\"Bottom\":%s,\"Left\":%s,"
                        "\"InsideHorizontal\":null,\"InsideVertical\":null}",
                        rule_of(arena, rules[EDGE_TOP]), rule_of(arena, rules[EDGE_END]),
                        rule_of(arena, rules[EDGE_BOTTOM]), rule_of(arena, rules[EDGE_START]));
}

static const char *align_of(enum cell_align align)
{
    static const char *const names[] = {[CELL_ALIGN_NONE] = NULL,
                                        [CELL_START] = "Left",
                                        [CELL_CENTRE] = "Center",
                                        [CELL_END] = "Right",
                                        [CELL_JUSTIFY] = "Both"};
    return names[align];
}

static const char *place_of(enum cell_place place)
{
    static const char *const names[] = {
        [CELL_TOP] = NULL, [CELL_MIDDLE] = "center", [CELL_BOTTOM] = "bottom"};
    return names[place];
}

static const char *count_of(struct arena *arena, int count)
{
    return count > 1 ? arena_printf(arena, "%d", count) : NULL;
}

/* The width of the columns that a cell spans; NULL when one of them finds its own. */
static const char *width_of(struct arena *arena, const struct node *table, int column, int count)
{
    length width = 0;
    for (int i = column; i < column + count; i++) {
        if (i >= table->as.table.column_count || !table->as.table.columns[i])
            return NULL;
        width += table->as.table.columns[i];
    }
    return arena_printf(arena, "%d-dxa", in_units(width, DXA));
}

/* --- cells and rows ------------------------------------------------------------------- */

static void write_cell(struct akn_sheet *sheet, const struct node *cell, const char *width)
{
    struct arena *arena = sheet->arena;
    struct tags *tags = &sheet->tags;
    tags_open(tags, cell->parent->as.row.head || cell->as.cell.head ? "th" : "td");
    tags_attribute(tags, "colspan", count_of(arena, cell->as.cell.columns));
    tags_attribute(tags, "rowspan", count_of(arena, cell->as.cell.rows));
    tags_attribute(tags, "akn4un:data-borders-info", borders_of(arena, cell));
    tags_attribute(tags, "akn4un:data-width-type", width);
    tags_attribute(tags, "akn4un:data-vertical-align", place_of(cell->as.cell.place));
    tags_attribute(tags, "akn4un:data-justification", align_of(cell->as.cell.align));
    akn_write_narrow(sheet, cell);
    tags_close(tags);
}

static void write_row(struct akn_sheet *sheet, const struct table_plan *plan, int *next,
                      const struct node *row)
{
    const struct node *table = row->parent;
    tags_open(&sheet->tags, "tr");
    for (; *next < plan->cell_count && plan->cells[*next].node->parent == row; ++*next) {
        const struct table_cell *cell = &plan->cells[*next];
        const char *width = width_of(sheet->arena, table, cell->column, cell->columns);
        write_cell(sheet, cell->node, width);
    }
    tags_close(&sheet->tags);
}

void akn_write_table(struct akn_sheet *sheet, const struct node *table)
{
    const struct table_plan *plan = table_plan(sheet->arena, table);
    int next = 0;
    tags_open(&sheet->tags, "table");
    tags_attribute(&sheet->tags, "eId", arena_printf(sheet->arena, "table_%d", ++sheet->blocks));
    if (table->as.table.bare)
        tags_attribute(&sheet->tags, "akn4un:data-borders-info", no_borders);
    for (const struct node *row = table->first; row; row = row->next)
        if (row->first)
            write_row(sheet, plan, &next, row);
    tags_close(&sheet->tags);
}
