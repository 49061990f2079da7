/* makeup: the dynamic program over page ends (composition.md 5.4). In: a measured column and the
 * heights of the text area. Out: the pages of least cost.
 *
 * A state is what the next page needs to know: where the text goes on (a cut, which holds the
 * setting of the paragraph that it divides), how many note lines are still owed, and whether the
 * page opens a spread or must follow the run of the one facing it. Notes come in the order of
 * their calls, so the lines owed are always the last ones called: a number says which. The
 * paragraphs that are whole on a page may be a line shorter or longer; the least cost of every
 * sum of such lines is kept in a table while a page grows. */
#include "page/makeup_program.h"

#include <assert.h>

enum { WINDOW = 3 }; /* lines that a page may be short while there is a fuller one */

/* --- all pages from one cut
 ----------------------------------------------------------- */

/* True when no page that ends here is full enough to be tried. */
static bool trial_is_short(const struct trial *trial)
{
    const struct program *program = trial->program;
    const struct column *column = program->column;
    if (column_ends(column, trial->to))
        return false;
    int owed =
        column->called[trial->from_at] - state_at(program, program->heads[trial->from_at])->carry;
    int64_t highest = trial->text + SHIFT_MOST * column->line;
    if (trial->called > owed)
        highest += program->area->rule + column_note_height(column, owed, trial->called);
    length height = MIN(program->area->first, program->area->later) - column->line;
    return highest + trial->most < height;
}

/* Ends the trial's pages at a cut; false when they are all too high. */
static bool try_cut(struct trial *trial, struct cut to)
{
    const struct column *column = trial->program->column;
    trial->to = to;
    trial->to_at = column_cut(column, to);
    trial->flags = column->flags[trial->to_at];
    if ((trial->flags & CUT_VOID) || (flags_broken(trial->flags) && !trial->program->rescue))
        return true;
    trial->called = column->called[trial->to_at];
    trial->gaps = column_gaps(column, trial->from, to);
    trial->lines = column_lines(column, trial->from, to);
    trial->text = column_height(column, trial->from, to);
    trial->most = trial->window + trial->gaps * (column->line / 4);
    return trial_is_short(trial) || trial_run(trial);
}

/* Ends the trial's pages within a paragraph, set in one way. */
static void try_lines(struct trial *trial, int para, int setting)
{
    const struct para *p = &trial->program->column->galley->paras[para];
    bool begun = para == trial->from.para && trial->from.line;
    trial->divided = begun ? 0 : setting_cost(p, setting);
    for (int line = begun ? trial->from.line + 1 : 1; line < p->setting[setting].line_count; line++)
        if (!try_cut(trial, (struct cut){para, line, (unsigned)setting}))
            break;
    trial->divided = 0;
}

static void try_para(struct trial *trial, int para)
{
    const struct column *column = trial->program->column;
    for (int setting = 0; setting < 3; setting++) {
        bool begun = para == trial->from.para && trial->from.line;
        if (begun ? setting == (int)trial->from.setting : column_has_setting(column, para, setting))
            try_lines(trial, para, setting);
    }
}

/* True when the text alone, up to a paragraph's end, goes into no page. */
static bool text_is_over(const struct trial *trial, int para)
{
    const struct program *program = trial->program;
    struct cut end = {para + 1, 0, 1};
    int64_t least =
        column_height(program->column, trial->from, end) - SHIFT_MOST * program->column->line;
    return least > (int64_t)MAX(program->area->first, program->area->later) + program->column->line;
}

/* All pages that begin at the trial's `from` and have no more than its slack. */
static void try_pages(struct trial *trial)
{
    const struct column *column = trial->program->column;
    settings_begin(&trial->whole);
    if (trial->from.para == column->para_count || trial->program->rescue)
        try_cut(trial, trial->from); /* notes alone */
    for (int para = trial->from.para; para < column->para_count; para++) {
        try_para(trial, para);
        if (para > trial->from.para || !trial->from.line)
            settings_add(&trial->whole, column, para);
        bool fits = try_cut(trial, (struct cut){para + 1, 0, 1});
        if (!fits || column_ends(column, trial->to) || text_is_over(trial, para))
            break;
    }
}

/* The cut one line further on. */
static struct cut next_line(const struct column *column, struct cut cut)
{
    int lines = column->galley->paras[cut.para].setting[cut.setting].line_count;
    if (cut.line + 1 < lines)
        return (struct cut){cut.para, cut.line + 1, cut.setting};
    return (struct cut){cut.para + 1, 0, 1};
}

/* A line higher than the page stands alone, whatever it covers; page 1 stays empty instead. False
 * when page 1 has been left empty and the line may be tried again. */
static bool force_page(struct trial *trial)
{
    const struct column *column = trial->program->column;
    int index = trial->program->heads[trial->from_at];
    while (state_at(trial->program, index)->next != NONE)
        index = state_at(trial->program, index)->next;
    const struct state from = *state_at(trial->program, index);
    bool first = from.phase == PHASE_FIRST, over = from.cut.para == column->para_count;
    trial->to = first || over ? from.cut : next_line(column, from.cut);
    trial->to_at = column_cut(column, trial->to);
    int carry = from.carry + column->called[trial->to_at] - column->called[trial->from_at] - over;
    struct ending ending = {
        .last = column_ends(column, trial->to) && !carry,
        .slack = first ? program_height(trial->program, from.phase, 0) : 0,
        .line = column->line,
        .carried = carry,
        .broken = first ? 0 : BROKEN_OVERFULL,
    };
    trial_end(trial, index, 0, &ending);
    return !first;
}

static void try_from(struct program *program, int at)
{
    struct trial trial = {.program = program, .from_at = at};
    trial.from = state_at(program, program->heads[at])->cut;
    trial.window = WINDOW * program->column->line;
    try_pages(&trial);
    if (trial.legal)
        return;
    trial.window = G_MAXINT32 / 2;
    try_pages(&trial);
    if (!trial.found && program->rescue && !force_page(&trial))
        try_from(program, at);
}

/* --- the whole way
 -------------------------------------------------------------------- */

/* The cheapest state at the end with nothing owed; NONE when there is no way. */
static int best_end(const struct program *program)
{
    int best = NONE;
    for (int i = program->heads[program->column->cut_count - 1]; i != NONE;
         i = state_at(program, i)->next) {
        const struct state *state = state_at(program, i);
        if (!state->carry && (best == NONE || state->cost < state_at(program, best)->cost))
            best = i;
    }
    return best;
}

static int run_program(struct program *program)
{
    int end = program->column->cut_count - 1;
    g_array_set_size(program->states, 0);
    for (int at = 0; at <= end; at++)
        program->heads[at] = NONE;
    struct state start = {.cut = {0, 0, 1}, .previous = NONE, .next = NONE};
    start.phase = program->area->verso ? PHASE_VERSO : PHASE_FIRST;
    program_keep(program, 0, start);
    for (int at = 0; at < end; at++)
        if (program->heads[at] != NONE)
            try_from(program, at);
    int owing = program->heads[end];
    if (owing != NONE && state_at(program, owing)->carry)
        try_from(program, end);
    return best_end(program);
}

static struct fill fill_of(const struct program *program, int index)
{
    const struct column *column = program->column;
    const struct state *state = state_at(program, index);
    const struct state *from = state_at(program, state->previous);
    struct fill fill = {
        .from = from->cut,
        .to = state->cut,
        .note_from = column->called[column_cut(column, from->cut)] - from->carry,
        .note_to = column->called[column_cut(column, state->cut)] - state->carry,
        .run = state->run,
        .broken = state->broken,
    };
    struct ending ending = {
        .last = column_ends(column, state->cut) && !state->carry,
        .slack = state->slack,
        .line = column->line,
        .gaps = column_gaps(column, fill.from, fill.to),
    };
    fill.stretched = ending_stretch(&ending);
    fill.slack = state->slack - fill.stretched;
    return fill;
}

/* Settings of the paragraphs that begin on a page. */
static void choose_settings(const struct program *program, int index, const struct fill *fill,
                            uint8_t *setting)
{
    int from = fill->from.para + (fill->from.line > 0);
    settings_choose(program->column, from, fill->to.para, state_at(program, index)->shift, setting);
    if (fill->to.line)
        setting[fill->to.para] = (uint8_t)fill->to.setting;
}

static const struct makeup *trace_back(struct arena *arena, const struct program *program, int end)
{
    struct makeup *makeup = ARENA_NEW(arena, struct makeup);
    for (int i = end; state_at(program, i)->previous != NONE; i = state_at(program, i)->previous)
        makeup->page_count++;
    int page = makeup->page_count;
    makeup->page_count = MAX(page, 1); /* a galley without lines has one empty page */
    struct fill *pages = ARENA_ARRAY(arena, struct fill, makeup->page_count);
    uint8_t *setting = ARENA_ARRAY(arena, uint8_t, program->column->para_count + 1);
    for (int i = end; page > 0; i = state_at(program, i)->previous) {
        pages[--page] = fill_of(program, i);
        choose_settings(program, i, &pages[page], setting);
    }
    makeup->pages = pages;
    makeup->setting = setting;
    return makeup;
}

struct area makeup_area(const struct style *style, const struct column *column, length top)
{
    length later = style->page.bottom - style->page.first_top;
    return (struct area){
        .first = style->page.bottom_first - top,
        .later = later - later % column->line,
        .rule = style->notes.above_rule + style->notes.rule_thickness + style->notes.below_rule,
    };
}

const struct makeup *makeup_find(struct arena *arena, const struct column *column,
                                 const struct area *area)
{
    struct program program = {.column = column, .area = area};
    program.states = g_array_new(FALSE, FALSE, sizeof(struct state));
    program.heads = g_new(int, column->cut_count);
    int end = run_program(&program);
    if (end == NONE) {
        program.rescue = true;
        end = run_program(&program);
    }
    assert(end != NONE);
    const struct makeup *makeup = trace_back(arena, &program, end);
    g_array_free(program.states, TRUE);
    g_free(program.heads);
    return makeup;
}
