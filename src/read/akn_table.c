/* akn_table: <table> → TABLE with its rows and cells (formats.md 2.10). Widths, spans, rules and
 * places are in attributes that Word's tables left there; all of them are read tolerantly, none
 * can make a table fail. */
#include <glib.h>
#include <string.h>

#include "doc/table.h"
#include "read/akn.h"

/* --- widths -------------------------------------------------------------------------- */

#define WIDEST PT(5000)
#define WORD_MEASURE PT(366) /* what per cents in these files are of: their text's measure */

/* "3712-dxa" is in twentieths of a point, "2500-pct" in fiftieths of a per cent; 0: auto. */
static length read_width(const struct xml *element)
{
    const char *word = xml_attribute(element, "data-width-type");
    char *unit;
    int64_t value = g_ascii_strtoll(word, &unit, 10);
    unit += strcspn(unit, "-"); /* decimals, should there be any */
    if (value <= 0)
        return 0;
    value = MIN(value, 1000000);
    if (strcmp(unit, "-pct") == 0)
        return (length)(MIN(value, 5000) * WORD_MEASURE / 5000);
    return strcmp(unit, "-dxa") == 0 ? (length)MIN(value * LENGTH_PT / 20, WIDEST) : 0;
}

/* --- rules --------------------------------------------------------------------------- */

enum { NOT_SAID = -1 };

/* Edges of a table or cell; of a table also the rules within it. */
enum { INNER_ACROSS = EDGE_COUNT, INNER_UPRIGHT, BORDER_COUNT };

static const char *const border_names[BORDER_COUNT] = {
    [EDGE_TOP] = "Top",
    [EDGE_BOTTOM] = "Bottom",
    [EDGE_START] = "Left",
    [EDGE_END] = "Right",
    [INNER_ACROSS] = "InsideHorizontal",
    [INNER_UPRIGHT] = "InsideVertical",
};

/* The text of the value of a key in a JSON object, NULL when it is not there. */
static const char *json_value(const char *json, const char *key)
{
    char *quoted = g_strdup_printf("\"%s\"", key);
    const char *at = strstr(json, quoted);
    if (at)
        at += strlen(quoted);
    g_free(quoted);
    if (!at)
        return NULL;
    at += strspn(at, " \t\r\n");
    return *at == ':' ? at + 1 + strspn(at + 1, " \t\r\n") : NULL;
}

/* {"Style":"single","Size":12,…}: Size in eighths of a point; null says nothing. */
static length read_border(const char *object)
{
    if (!object || *object != '{')
        return NOT_SAID;
    char *json = g_strndup(object, strcspn(object, "}"));
    const char *style = json_value(json, "Style"), *size = json_value(json, "Size");
    length thickness = NOT_SAID;
    if (style && (g_str_has_prefix(style, "\"n") || g_str_has_prefix(style, "\"N")))
        thickness = 0; /* nil, none */
    else if (style && *style == '"')
        thickness = size && g_ascii_isdigit(*size)
                        ? (length)MIN(g_ascii_strtoll(size, NULL, 10), 48) * PT(1) / 8
                        : PT(0.5);
    g_free(json);
    return thickness;
}

static void read_borders(const struct xml *element, length borders[BORDER_COUNT])
{
    const char *json = xml_attribute(element, "data-borders-info");
    for (int i = 0; i < BORDER_COUNT; i++)
        borders[i] = read_border(json_value(json, border_names[i]));
}

/* --- cells --------------------------------------------------------------------------- */

/* What a table is read into. */
struct reading {
    struct akn *akn;
    struct node *table;
    length borders[BORDER_COUNT];
    bool told;          /* the source says something about rules */
    GHashTable *widths; /* of cells, where they are said */
};

static int read_span(const struct xml *element, const char *name)
{
    int64_t span = g_ascii_strtoll(xml_attribute(element, name), NULL, 10);
    return (int)CLAMP(span, 1, 10000);
}

static enum cell_align align_of(const char *word)
{
    static const struct {
        const char *word;
        enum cell_align align;
    } words[] = {
        {"Left", CELL_START},      {"Start", CELL_START},        {"Right", CELL_END},
        {"End", CELL_END},         {"Center", CELL_CENTRE},      {"Both", CELL_JUSTIFY},
        {"Justify", CELL_JUSTIFY}, {"Distribute", CELL_JUSTIFY},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (g_ascii_strcasecmp(word, words[i].word) == 0)
            return words[i].align;
    return g_str_has_suffix(word, "Kashida") ? CELL_JUSTIFY : CELL_ALIGN_NONE;
}

static enum cell_place place_of(const char *word)
{
    if (g_ascii_strcasecmp(word, "bottom") == 0)
        return CELL_BOTTOM;
    return g_ascii_strcasecmp(word, "center") == 0 ? CELL_MIDDLE : CELL_TOP;
}

static void read_cell_look(struct reading *r, const struct xml *element, struct node *cell)
{
    length borders[BORDER_COUNT];
    read_borders(element, borders);
    for (int i = 0; i < EDGE_COUNT; i++) {
        cell->as.cell.rules[i] = borders[i];
        r->told = r->told || borders[i] != NOT_SAID;
    }
    cell->as.cell.columns = read_span(element, "colspan");
    cell->as.cell.rows = read_span(element, "rowspan");
    cell->as.cell.align = align_of(xml_attribute(element, "data-justification"));
    cell->as.cell.place = place_of(xml_attribute(element, "data-vertical-align"));
    length width = read_width(element);
    if (width)
        g_hash_table_insert(r->widths, cell, GINT_TO_POINTER(width));
}

/* A td or th; anything else in a row is a cell of its own. */
static void read_cell(struct reading *r, const struct xml *node, struct node *row)
{
    struct akn *akn = r->akn;
    struct node *cell = doc_new(akn->arena, NODE_CELL, node->at);
    struct akn_place before = akn_enter(akn, cell);
    akn->place.guesses = false;
    bool plain = xml_is(node, "td") || xml_is(node, "th");
    if (plain)
        akn_read_blocks(akn, node);
    else
        akn_read_block(akn, node);
    akn->place = before;
    read_cell_look(r, node, cell);
    cell->as.cell.head = !row->as.row.head && xml_is(node, "th");
    doc_append(row, cell);
}

/* --- rows ---------------------------------------------------------------------------- */

static bool is_head(const struct xml *row)
{
    bool any = false;
    for (const struct xml *n = row->first; n; n = n->next) {
        if (n->name && !xml_is(n, "th"))
            return false;
        any = any || n->name;
    }
    return any;
}

static bool is_blank_row(const struct node *row)
{
    for (const struct node *cell = row->first; cell; cell = cell->next)
        if (cell->first || cell->as.cell.rows > 1)
            return false;
    return true;
}

/* A row of empty heads under a head is Word's way to a thick rule and some white below it: the
 * rule is the head's, and no row is left. False when the row has to stay. */
static bool join_blank_head(struct node *row)
{
    struct node *above = row->prev;
    if (!row->as.row.head || !above || !above->as.row.head || !is_blank_row(row))
        return false;
    length thick = 0;
    for (const struct node *cell = row->first; cell; cell = cell->next)
        thick = MAX(thick, cell->as.cell.rules[EDGE_TOP]);
    for (struct node *cell = above->first; cell; cell = cell->next)
        if (cell->as.cell.rows > 1)
            return false;
    for (struct node *cell = above->first; cell && thick; cell = cell->next)
        cell->as.cell.rules[EDGE_BOTTOM] = MAX(cell->as.cell.rules[EDGE_BOTTOM], thick);
    doc_unlink(row);
    return true;
}

static void read_row(struct reading *r, const struct xml *element)
{
    struct node *row = doc_new(r->akn->arena, NODE_ROW, element->at);
    const struct node *above = r->table->last;
    row->as.row.head = is_head(element) && (!above || above->as.row.head);
    for (const struct xml *n = element->first; n; n = n->next)
        if (n->name || !xml_is_blank(n))
            read_cell(r, n, row);
    if (!row->first)
        return;
    doc_append(r->table, row);
    join_blank_head(row);
}

static bool is_part_of_table(const struct xml *node)
{
    return xml_is(node, "tbody") || xml_is(node, "thead") || xml_is(node, "tfoot");
}

static void read_rows(struct reading *r, const struct xml *element)
{
    for (const struct xml *n = element->first; n; n = n->next) {
        if (xml_is(n, "tr"))
            read_row(r, n);
        else if (is_part_of_table(n))
            read_rows(r, n);
        else if (n->name || !xml_is_blank(n))
            akn_read_block(r->akn, n); /* a caption, before the table */
    }
}

/* --- what only the whole table says -------------------------------------------------- */

/* An edge of which a cell says nothing is the table's: its outer rule, or the one within. */
static length inherited(const struct reading *r, const struct table_plan *plan,
                        const struct table_cell *cell, enum cell_edge edge)
{
    bool outer[EDGE_COUNT] = {
        [EDGE_TOP] = cell->row == 0,
        [EDGE_BOTTOM] = cell->row + cell->rows == plan->row_count,
        [EDGE_START] = cell->column == 0,
        [EDGE_END] = cell->column + cell->columns == plan->column_count,
    };
    int inner = edge == EDGE_TOP || edge == EDGE_BOTTOM ? INNER_ACROSS : INNER_UPRIGHT;
    return MAX(r->borders[outer[edge] ? (int)edge : inner], 0);
}

static void settle_cells(const struct reading *r, const struct table_plan *plan)
{
    bool any = false;
    for (int i = 0; i < plan->cell_count; i++) {
        const struct table_cell *cell = &plan->cells[i];
        struct node *node = (struct node *)cell->node;
        node->as.cell.columns = cell->columns;
        node->as.cell.rows = cell->rows;
        for (int e = 0; e < EDGE_COUNT; e++) {
            length *rule = &node->as.cell.rules[e];
            if (*rule == NOT_SAID)
                *rule = inherited(r, plan, cell, (enum cell_edge)e);
            any = any || *rule;
        }
    }
    r->table->as.table.bare = r->told && !any;
}

static length width_of(const struct reading *r, const struct table_cell *cell)
{
    return GPOINTER_TO_INT(g_hash_table_lookup(r->widths, cell->node));
}

/* Shares what a spanning cell says among those of its columns that nobody spoke of. */
static void share_width(length *columns, const struct table_cell *cell, length width)
{
    int silent = 0;
    for (int i = cell->column; i < cell->column + cell->columns; i++) {
        width -= columns[i];
        silent += !columns[i];
    }
    if (!silent || width <= 0)
        return;
    for (int i = cell->column; i < cell->column + cell->columns; i++)
        if (!columns[i])
            columns[i] = width / silent;
}

static void settle_columns(const struct reading *r, const struct table_plan *plan)
{
    length *columns = ARENA_ARRAY(r->akn->arena, length, plan->column_count);
    for (int i = 0; i < plan->cell_count; i++) {
        const struct table_cell *cell = &plan->cells[i];
        if (cell->columns == 1 && !columns[cell->column])
            columns[cell->column] = width_of(r, cell);
    }
    for (int i = 0; i < plan->cell_count; i++)
        if (plan->cells[i].columns > 1)
            share_width(columns, &plan->cells[i], width_of(r, &plan->cells[i]));
    bool any = false;
    for (int i = 0; i < plan->column_count; i++)
        any = any || columns[i];
    r->table->as.table.column_count = any ? plan->column_count : 0;
    r->table->as.table.columns = any ? columns : NULL;
}

void akn_read_table(struct akn *akn, const struct xml *element)
{
    struct reading r = {.akn = akn, .table = doc_new(akn->arena, NODE_TABLE, element->at)};
    read_borders(element, r.borders);
    for (int i = 0; i < BORDER_COUNT; i++)
        r.told = r.told || r.borders[i] != NOT_SAID;
    r.widths = g_hash_table_new(NULL, NULL);
    read_rows(&r, element);
    const struct table_plan *plan = table_plan(akn->arena, r.table);
    settle_cells(&r, plan);
    settle_columns(&r, plan);
    g_hash_table_destroy(r.widths);
    if (!r.table->first)
        return;
    if (akn->place.lists)
        outline_continue(&akn->place.outline, r.table);
    else
        outline_add(&akn->place.outline, r.table);
}
