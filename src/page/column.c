/* column: galley → prefix sums and the flags of every cut. In: a galley. Out: what make-up needs
 * to know about the height of any piece of it in constant time. */
#include "page/column.h"

#include <glib.h>
#include <string.h>

#include "set/fonts.h"

enum {
    HEADING_LINES = 4, /* more is text that was stressed */
    LEAST_AT_END = 3   /* lines */
};

static int best_lines(const struct column *column, int para)
{
    return column->galley->paras[para].setting[1].line_count;
}

static int least_lines(const struct column *column, int para)
{
    int setting = column_has_setting(column, para, 0) ? 0 : 1;
    return column->galley->paras[para].setting[setting].line_count;
}

static int most_lines(const struct column *column, int para)
{
    int most = 0;
    for (int setting = 0; setting < 3; setting++)
        if (column_has_setting(column, para, setting))
            most = MAX(most, column->galley->paras[para].setting[setting].line_count);
    return most;
}

bool column_has_setting(const struct column *column, int para, int setting)
{
    const struct para *p = &column->galley->paras[para];
    return setting == 1 || (p->setting[setting].line_count > 0 && p->leading == column->line);
}

/* The leading that most lines have, tables left out; of equals the smallest. */
static length text_leading(const struct galley *galley)
{
    GHashTable *counts = g_hash_table_new(NULL, NULL);
    length best = 0;
    int most = 0;
    for (int i = 0; i < galley->para_count; i++) {
        const struct para *para = &galley->paras[i];
        if (para->grid)
            continue;
        gpointer key = GINT_TO_POINTER(para->leading);
        int count = GPOINTER_TO_INT(g_hash_table_lookup(counts, key)) + para->setting[1].line_count;
        g_hash_table_insert(counts, key, GINT_TO_POINTER(count));
        if (count > most || (count == most && para->leading < best)) {
            most = count;
            best = para->leading;
        }
    }
    g_hash_table_destroy(counts);
    if (!best && galley->para_count) /* nothing but tables */
        best = galley->paras[0].leading;
    return MAX(best, 1);
}

/* --- heights ------------------------------------------------------------------------- */

static bool is_heading(const struct para *para)
{
    return para->node && para->node->kind == NODE_HEADING;
}

/* Two headings of one form in a row are two lines of one, such as "Rule 5" and its title. */
static bool goes_on(const struct para *above, const struct para *below)
{
    return is_heading(above) && is_heading(below) && above->form == below->form;
}

bool column_opens(const struct column *column, int para)
{
    const struct para *below = &column->galley->paras[para];
    if (!para || !column->white[para] || goes_on(below - 1, below))
        return false;
    return !below->grid || !below[-1].grid || below->grid->table != below[-1].grid->table;
}

length column_head_height(const struct column *column, int para)
{
    const struct para *row = &column->galley->paras[para];
    if (para == column->para_count || !row->grid || !row->grid->head_count)
        return 0;
    length height = 0;
    for (int i = 0; i < row->grid->head_count; i++) {
        const struct para *head = &row->grid->heads[i];
        const struct para *below = i + 1 < row->grid->head_count ? head + 1 : row;
        height += head->setting[1].line_count * head->leading + MAX(head->after, below->before);
    }
    return height;
}

static length white_above(const struct column *column, int para)
{
    if (!para)
        return 0;
    const struct para *above = &column->galley->paras[para - 1], *below = above + 1;
    return goes_on(above, below) ? above->after : MAX(above->after, below->before);
}

static void measure_paras(struct arena *arena, struct column *column)
{
    int n = column->para_count;
    column->white = ARENA_ARRAY(arena, length, n + 1);
    column->height = ARENA_ARRAY(arena, int64_t, n + 1);
    column->gaps = ARENA_ARRAY(arena, int, n + 1);
    column->lines = ARENA_ARRAY(arena, int, n + 1);
    column->slot = ARENA_ARRAY(arena, int, n + 1);
    const struct para *paras = column->galley->paras;
    for (int i = 0; i < n; i++) {
        length white = white_above(column, i);
        column->white[i] = white;
        column->gaps[i] = (i ? column->gaps[i - 1] : 0) + column_opens(column, i);
        column->height[i + 1] =
            column->height[i] + white + (int64_t)best_lines(column, i) * paras[i].leading;
        column->lines[i + 1] = column->lines[i] + best_lines(column, i);
        column->slot[i + 1] = column->slot[i] + 1 + 3 * MAX(most_lines(column, i) - 1, 0);
    }
    column->gaps[n] = n ? column->gaps[n - 1] : 0;
    column->cut_count = column->slot[n] + 1;
}

static void add_note(struct column *column, GArray *lines, GPtrArray *notes,
                     const struct note *note)
{
    int first = (int)lines->len;
    length after = 0;
    if (first) {
        const struct para *above = g_array_index(lines, struct note_line, first - 1).para;
        after = above->after;
    }
    for (int i = 0; i < note->para_count; i++) {
        const struct para *para = &note->paras[i];
        const struct setting *setting = &para->setting[1];
        for (int k = 0; k < setting->line_count; k++) {
            length white = k == 0 && lines->len ? MAX(after, para->before) : 0;
            struct note_line line = {para, &setting->lines[k], white, first, (int)notes->len};
            g_array_append_val(lines, line);
        }
        after = para->after;
    }
    g_ptr_array_add(notes, (gpointer)note);
    column->note_line_count = (int)lines->len;
}

static void gather_notes(struct arena *arena, struct column *column)
{
    GArray *lines = g_array_new(FALSE, FALSE, sizeof(struct note_line));
    GPtrArray *notes = g_ptr_array_new();
    for (int i = 0; i < column->para_count; i++) {
        const struct setting *setting = &column->galley->paras[i].setting[1];
        for (int k = 0; k < setting->line_count; k++)
            for (uint32_t m = 0; m < setting->lines[k].note_count; m++)
                add_note(column, lines, notes, setting->lines[k].notes[m]);
    }
    int n = column->note_line_count;
    column->note_lines = arena_copy(arena, lines->data, sizeof(struct note_line) * lines->len);
    column->note_height = ARENA_ARRAY(arena, int64_t, n + 1);
    for (int i = 0; i < n; i++)
        column->note_height[i + 1] = column->note_height[i] + column->note_lines[i].white +
                                     column->note_lines[i].para->leading;
    column->note_count = (int)notes->len;
    column->notes = arena_copy(arena, notes->pdata, sizeof(gpointer) * notes->len);
    g_array_free(lines, TRUE);
    g_ptr_array_free(notes, TRUE);
}

/* --- cuts ---------------------------------------------------------------------------- */

/* Line number behind the note `notes` of the document. */
static int note_end(const int *ends, int notes)
{
    return notes ? ends[notes - 1] : 0;
}

static int *ends_of_notes(const struct column *column)
{
    int *ends = g_new(int, column->note_count + 1);
    for (int i = 0; i < column->note_line_count; i++)
        ends[column->note_lines[i].note] = i + 1;
    for (int i = 1; i < column->note_count; i++) /* a note without lines ends where it began */
        ends[i] = MAX(ends[i], ends[i - 1]);
    return ends;
}

static void count_calls(struct arena *arena, struct column *column)
{
    column->called = ARENA_ARRAY(arena, int, column->cut_count);
    int *ends = ends_of_notes(column);
    int above = 0;
    for (int i = 0; i < column->para_count; i++) {
        column->called[column->slot[i]] = note_end(ends, above);
        int all = 0;
        for (int s = 0; s < 3; s++) {
            if (!column_has_setting(column, i, s))
                continue;
            const struct setting *setting = &column->galley->paras[i].setting[s];
            int notes = 0;
            for (int k = 0; k < setting->line_count; k++) {
                if (k)
                    column->called[column_cut(column, (struct cut){i, k, (unsigned)s})] =
                        note_end(ends, above + notes);
                notes += (int)setting->lines[k].note_count;
            }
            if (s == 1)
                all = notes;
        }
        above += all;
    }
    column->called[column->slot[column->para_count]] = column->note_line_count;
    g_free(ends);
}

static uint8_t inner_flags(const struct para *para, const struct setting *setting, int line,
                           int bound)
{
    if (line >= setting->line_count)
        return CUT_VOID;
    uint8_t flags = 0;
    int below = setting->line_count - line;
    if (line < 2 || below < 2)
        flags |= CUT_LONE;
    const struct line *last = &setting->lines[setting->line_count - 1];
    if (below < 2 && (int64_t)last->width * 3 < (int64_t)last->measure * 2)
        flags |= CUT_SHORT;
    if (para->keep_whole || line < bound)
        flags |= CUT_KEEP;
    if (setting->lines[line - 1].hyphen)
        flags |= CUT_HYPHEN;
    return flags;
}

static void flag_para(struct column *column, int para, int bound)
{
    const struct para *p = &column->galley->paras[para];
    column->flags[column->slot[para]] = bound > 0 ? CUT_KEEP : 0;
    for (int at = column->slot[para] + 1; at < column->slot[para + 1]; at++) {
        int line = (at - column->slot[para] - 1) / 3 + 1;
        int setting = (at - column->slot[para] - 1) % 3;
        column->flags[at] = column_has_setting(column, para, setting)
                                ? inner_flags(p, &p->setting[setting], line, bound)
                                : CUT_VOID;
    }
}

static const struct node *parent_of(const struct column *column, int para)
{
    const struct node *node = column->galley->paras[para].node;
    return node ? node->parent : NULL;
}

static bool in_closing(const struct column *column, int para)
{
    const struct node *parent = parent_of(column, para);
    return parent && parent->kind == NODE_CLOSING;
}

static bool is_bold(const struct line *line)
{
    for (uint32_t i = 0; i < line->run_count; i++)
        if (!strstr(line->runs[i].face->role, "bold"))
            return false;
    return line->run_count;
}

/* A short paragraph that is bold to its end is a heading by its look, whatever it was read as. */
static bool looks_like_heading(const struct para *para)
{
    const struct setting *best = &para->setting[1];
    if (para->grid || best->line_count > HEADING_LINES)
        return false;
    for (int i = 0; i < best->line_count; i++)
        if (!is_bold(&best->lines[i]))
            return false;
    return best->line_count;
}

/* An entry of contents looks as it does because of its form, which says what it keeps. */
static bool is_entry(const struct para *para)
{
    const struct node *list = para->node ? para->node->parent : NULL;
    return list && list->kind == NODE_LIST && list->as.block.contents;
}

/* True when a paragraph heads the one below. Of a row of them the last one does, so that a text
 * which is bold throughout can be divided. */
static bool heads_next(const struct column *column, int para)
{
    const struct para *p = &column->galley->paras[para];
    if (para + 1 >= column->para_count || is_entry(p))
        return false;
    return looks_like_heading(p) && !looks_like_heading(p + 1);
}

/* Lines of what follows that belong to a paragraph: those of its form, two below a heading that is
 * one by its look only, at least the first line of a list that it leads into, all of a closing that
 * goes on. */
static int lines_to_keep(const struct column *column, int para)
{
    const struct para *p = &column->galley->paras[para];
    int keep = p->keep_next;
    if (heads_next(column, para))
        keep = MAX(keep, 2);
    if (p->node && p->node->next && p->node->next->kind == NODE_LIST)
        keep = MAX(keep, 1);
    if (para + 1 < column->para_count && in_closing(column, para) &&
        parent_of(column, para) == parent_of(column, para + 1))
        keep = MAX(keep, 1);
    return keep;
}

/* The two lines above a closing go with it (I3). */
static void bind_above(struct column *column, int closing)
{
    int need = 2;
    for (int para = closing; para > 0 && need > 0; para--) {
        column->flags[column->slot[para]] |= CUT_KEEP;
        need -= least_lines(column, para - 1);
    }
}

/* The last page has more on it than a line or two. */
static void bind_end(struct column *column)
{
    int lines = 0;
    for (int para = column->para_count - 1; para > 0; para--) {
        lines += least_lines(column, para);
        if (lines >= LEAST_AT_END)
            return;
        column->flags[column->slot[para]] |= CUT_KEEP;
    }
}

/* The annex that a paragraph stands in; NULL: none. */
static const struct node *annex_of(const struct column *column, int para)
{
    const struct node *node = column->galley->paras[para].node;
    while (node && node->kind != NODE_ANNEX)
        node = node->parent;
    return node;
}

static void flag_cuts(struct arena *arena, struct column *column)
{
    column->flags = ARENA_ARRAY(arena, uint8_t, column->cut_count);
    int bound = 0; /* lines from here on that belong to what stands above */
    for (int i = 0; i < column->para_count; i++) {
        flag_para(column, i, bound);
        bound = MAX(bound - least_lines(column, i), lines_to_keep(column, i));
        bound = MAX(bound, 0);
    }
    for (int i = 1; i < column->para_count; i++)
        if (in_closing(column, i) && parent_of(column, i) != parent_of(column, i - 1))
            bind_above(column, i);
    bind_end(column);
    for (int i = 1; i < column->para_count; i++)
        if (annex_of(column, i) && annex_of(column, i) != annex_of(column, i - 1))
            column->flags[column->slot[i]] = CUT_TURN;
}

/* --- asked by make-up ---------------------------------------------------------------- */

struct column *column_measure(struct arena *arena, const struct galley *galley)
{
    struct column *column = ARENA_NEW(arena, struct column);
    column->galley = galley;
    column->line = text_leading(galley);
    column->para_count = galley->para_count;
    measure_paras(arena, column);
    gather_notes(arena, column);
    count_calls(arena, column);
    flag_cuts(arena, column);
    return column;
}

bool column_ends(const struct column *column, struct cut cut)
{
    return cut.para == column->para_count || (column->flags[column_cut(column, cut)] & CUT_TURN);
}

int column_cut(const struct column *column, struct cut cut)
{
    int slot = column->slot[cut.para];
    return cut.line ? slot + 1 + (cut.line - 1) * 3 + (int)cut.setting : slot;
}

int64_t column_height(const struct column *column, struct cut from, struct cut to)
{
    const struct para *paras = column->galley->paras;
    if (from.para == to.para && from.line == to.line)
        return 0;
    int64_t head = column_head_height(column, from.para);
    if (from.para == to.para)
        return head + (int64_t)(to.line - from.line) * paras[from.para].leading;
    const struct para *first = &paras[from.para];
    int64_t height = head + column->height[to.para] - column->height[from.para + 1];
    int lines = from.line ? first->setting[from.setting].line_count - from.line
                          : first->setting[1].line_count;
    height += (int64_t)lines * first->leading;
    if (to.line)
        height += column->white[to.para] + (int64_t)to.line * paras[to.para].leading;
    return height;
}

int column_gaps(const struct column *column, struct cut from, struct cut to)
{
    int last = to.line ? to.para : to.para - 1;
    return last > from.para ? column->gaps[last] - column->gaps[from.para] : 0;
}

int column_lines(const struct column *column, struct cut from, struct cut to)
{
    if (from.para == to.para)
        return to.line - from.line;
    int lines = column->lines[to.para] - column->lines[from.para] + to.line;
    if (!from.line)
        return lines;
    const struct para *first = &column->galley->paras[from.para];
    return lines - first->setting[1].line_count + first->setting[from.setting].line_count -
           from.line;
}

int64_t column_note_height(const struct column *column, int from, int to)
{
    if (from >= to)
        return 0;
    return column->note_height[to] - column->note_height[from] - column->note_lines[from].white;
}
