/* makeup: the dynamic program over page ends (composition.md 5.4). In: a measured column and the
 * heights of the text area. Out: the pages of least cost.
 *
 * A state is what the next page needs to know: where the text goes on (a cut, which holds the
 * setting of the paragraph that it divides), how many note lines are still owed, and whether the
 * page opens a spread or must follow the run of the one facing it. Notes come in the order of
 * their calls, so the lines owed are always the last ones called: a number says which. The
 * paragraphs that are whole on a page may be a line shorter or longer; the least cost of every
 * sum of such lines is kept in a table while a page grows. */
#include "page/makeup.h"

#include <assert.h>
#include <glib.h>
#include <string.h>

#include "page/settings.h"

enum phase {
    PHASE_FIRST,       /* page 1 */
    PHASE_VERSO,       /* opens a spread */
    PHASE_RECTO_SHORT, /* closes one that runs a line short, */
    PHASE_RECTO,       /* as the style says, */
    PHASE_RECTO_LONG   /* a line long */
};

enum { NONE = -1 };
enum { WINDOW = 3 }; /* lines that a page may be short while there is a fuller one */

struct state {
    int64_t cost;
    struct cut cut;
    int carry;    /* note lines called above the cut and not yet set */
    int previous; /* state at the page's beginning */
    int next;     /* another state at the same cut, of the same carry or less */
    length slack; /* of the page that ended here, before it was opened */
    int8_t phase;
    int8_t shift; /* lines that the whole paragraphs of that page gained */
    int8_t run;
    uint8_t broken;
};

struct program {
    const struct column *column;
    const struct area *area;
    bool rescue; /* rules may be broken, at their price */
    GArray *states;
    int *heads; /* first state at a cut */
};

/* A page being tried, whatever state it begins in. */
struct trial {
    struct program *program;
    struct cut from, to;
    int from_at, to_at;    /* numbers of the cuts */
    int called;            /* lines of the notes called above the end */
    int gaps, lines;       /* between the cuts */
    uint8_t flags;         /* of the cut at its end */
    int64_t text;          /* height, all paragraphs in their best setting */
    struct settings whole; /* the paragraphs whole on the page */
    int64_t divided;       /* cost of the setting of the one divided at its end */
    length most;           /* a page with more slack is not tried */
    bool found, legal;     /* a page has been found; one that breaks no rule of weight */
};

static struct state *state_at(const struct program *program, int index)
{
    return &g_array_index(program->states, struct state, index);
}

/* --- states ------------------------------------------------------------------------------- */

/* Keeps a new state unless one of the same cut, carry and phase is as cheap. States of a cut stand
 * by falling carry: a page of notes alone leads only further down the list. */
static void keep_state(struct program *program, int at, struct state fresh)
{
    int above = NONE, index = program->heads[at];
    for (; index != NONE && state_at(program, index)->carry >= fresh.carry;
         index = state_at(program, index)->next) {
        struct state *old = state_at(program, index);
        above = index;
        if (old->carry != fresh.carry || old->phase != fresh.phase)
            continue;
        fresh.next = old->next;
        if (fresh.cost < old->cost)
            *old = fresh;
        return;
    }
    fresh.next = index;
    *(above == NONE ? &program->heads[at] : &state_at(program, above)->next) =
        (int)program->states->len;
    g_array_append_val(program->states, fresh);
}

static int8_t phase_after(int8_t phase, int run)
{
    return phase == PHASE_VERSO ? (int8_t)(PHASE_RECTO + run) : PHASE_VERSO;
}

static length page_height(const struct program *program, int8_t phase, int run)
{
    if (phase == PHASE_FIRST)
        return program->area->first;
    return program->area->later + run * program->column->line;
}

/* --- notes -------------------------------------------------------------------------------- */

/* The line behind those of from…called-1 that go into `room`. */
static int notes_that_fit(const struct column *column, int from, int called, int64_t room)
{
    int fit = from, over = called + 1;
    while (over - fit > 1) {
        int middle = fit + (over - fit) / 2;
        if (column_note_height(column, from, middle) <= room)
            fit = middle;
        else
            over = middle;
    }
    return fit;
}

/* H3: where the last note may be divided so that two lines stand on each side; NONE: nowhere. */
static int divide_note(const struct column *column, int from, int called, int fit)
{
    int first = column->note_lines[called - 1].first;
    int to = MIN(fit, called - 2);
    return called - first >= 4 && to - MAX(first, from) >= 2 ? to : NONE;
}

/* The line behind the last note line of a page that begins with line `from` and calls all before
 * `called`; NONE when there is no room for what must be on it. */
static int end_notes(const struct program *program, int from, int called, int64_t room,
                     unsigned *broken)
{
    const struct column *column = program->column;
    int fit = notes_that_fit(column, from, called, room);
    if (fit == called)
        return called;
    int to = divide_note(column, from, called, fit);
    if (to != NONE || !program->rescue)
        return to;
    *broken |= fit > column->note_lines[called - 1].first ? BROKEN_NOTE_SHORT : BROKEN_NOTE_AWAY;
    return fit;
}

/* Heights with the rule above: of all note lines from…called-1, and of those that must be on the
 * page. */
struct notes {
    int64_t all, least;
};

static struct notes measure_notes(const struct program *program, int from, int called)
{
    const struct column *column = program->column;
    struct notes notes = {0, 0};
    if (called <= from)
        return notes;
    notes.all = notes.least = program->area->rule + column_note_height(column, from, called);
    int to = divide_note(column, from, called, MAX(column->note_lines[called - 1].first, from) + 2);
    if (to != NONE)
        notes.least = program->area->rule + column_note_height(column, from, to);
    if (program->rescue)
        notes.least = 0;
    return notes;
}

/* --- one page ----------------------------------------------------------------------------- */

static void end_page(struct trial *trial, int index, int shift, const struct ending *ending)
{
    const struct state *from = state_at(trial->program, index);
    struct state fresh = {
        .cost = from->cost + trial->whole.cost[shift + SHIFT_MOST] + trial->divided +
                ending_cost(ending),
        .cut = trial->to,
        .carry = ending->carried,
        .previous = index,
        .slack = (length)ending->slack,
        .phase = phase_after(from->phase, ending->run),
        .shift = (int8_t)shift,
        .run = (int8_t)ending->run,
        .broken = (uint8_t)ending->broken,
    };
    trial->found = true;
    trial->legal |= !(ending->broken & ~BROKEN_SPREAD);
    keep_state(trial->program, trial->to_at, fresh);
}

/* Divides the last note of a page that lacks `-slack`: takes lines from the ending's notes until
 * the rest goes in. False when there is no such place. */
static bool divide_notes(const struct trial *trial, int owed, struct ending *ending)
{
    const struct program *program = trial->program;
    const struct column *column = program->column;
    int64_t room = ending->slack + column_note_height(column, owed, trial->called);
    int to = owed < trial->called ? end_notes(program, owed, trial->called, room, &ending->broken)
                                  : NONE;
    if (to == NONE)
        return false;
    room -= column_note_height(column, owed, to);
    if (to == owed)
        room += program->area->rule;
    ending->slack = room;
    ending->carried = trial->called - to;
    ending->notes = to > owed;
    ending->last = false;
    return room >= 0;
}

/* Ends the page after a state with `shift` lines gained; false when its content is higher than the
 * page, however the last note is divided. */
static bool try_shift(struct trial *trial, int index, int shift, struct ending ending)
{
    const struct state *from = state_at(trial->program, index);
    int owed = trial->program->column->called[trial->from_at] - from->carry;
    if (ending.slack < 0 && !divide_notes(trial, owed, &ending))
        return false;
    if (trial->to_at == trial->from_at && ending.carried == from->carry)
        return true; /* an empty page is no page */
    ending.lines += shift;
    end_page(trial, index, shift, &ending);
    return true;
}

/* All pages of a run from one state to the trial's end; false when each of them is too high. */
static bool try_run(struct trial *trial, int index, int run, struct notes notes)
{
    const struct program *program = trial->program;
    const struct column *column = program->column;
    int8_t phase = state_at(program, index)->phase;
    int64_t room = page_height(program, phase, run) - trial->text, most = SHIFT_MOST * column->line;
    bool end = trial->to.para == column->para_count, fits = false;
    if (room - notes.all - most > trial->most && !end)
        return true;
    if (room - notes.least + most < 0)
        return false;
    bool spread_broken = phase >= PHASE_RECTO_SHORT && run != phase - PHASE_RECTO;
    struct ending ending = {
        .last = end,
        .recto = phase != PHASE_VERSO,
        .notes = notes.all > 0,
        .line = column->line,
        .gaps = trial->gaps,
        .lines = trial->lines,
        .run = run,
        .flags = trial->flags,
        .broken = flags_broken(trial->flags) | (spread_broken ? BROKEN_SPREAD : 0),
    };
    for (int shift = -SHIFT_MOST; shift <= SHIFT_MOST; shift++) {
        if (trial->whole.cost[shift + SHIFT_MOST] == COST_NEVER)
            continue;
        ending.slack = room - notes.all - shift * column->line;
        fits = fits || ending.slack >= 0;
        if (ending.slack > trial->most && !end)
            continue;
        if (!try_shift(trial, index, shift, ending))
            break; /* longer ones are not lower */
        fits = true;
    }
    return fits;
}

/* All pages from one state to the trial's end; false when each of them is too high. */
static bool try_state(struct trial *trial, int index)
{
    const struct program *program = trial->program;
    int8_t phase = state_at(program, index)->phase;
    int owed = program->column->called[trial->from_at] - state_at(program, index)->carry;
    struct notes notes = measure_notes(program, owed, trial->called);
    bool fits = false;
    if (phase == PHASE_FIRST)
        return try_run(trial, index, 0, notes);
    if (phase != PHASE_VERSO && !program->rescue)
        return try_run(trial, index, phase - PHASE_RECTO, notes);
    for (int run = -1; run <= 1; run++)
        fits |= try_run(trial, index, run, notes);
    return fits;
}

/* All pages of the trial; false when each of them is too high. */
static bool try_states(struct trial *trial)
{
    const struct program *program = trial->program;
    bool fits = false;
    for (int i = program->heads[trial->from_at]; i != NONE; i = state_at(program, i)->next)
        fits |= try_state(trial, i);
    return fits;
}

/* --- all pages from one cut
 * ------------------------------------------------------------------------ */

/* True when no page that ends here is full enough to be tried. */
static bool trial_is_short(const struct trial *trial)
{
    const struct program *program = trial->program;
    const struct column *column = program->column;
    if (trial->to.para == column->para_count)
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
    return trial_is_short(trial) || try_states(trial);
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
        if (!fits || text_is_over(trial, para))
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
        .last = trial->to.para == column->para_count && !carry,
        .slack = first ? page_height(trial->program, from.phase, 0) : 0,
        .line = column->line,
        .carried = carry,
        .broken = first ? 0 : BROKEN_OVERFULL,
    };
    end_page(trial, index, 0, &ending);
    return !first;
}

static void try_from(struct program *program, int at)
{
    struct trial trial = {.program = program, .from_at = at};
    trial.from = state_at(program, program->heads[at])->cut;
    trial.most = WINDOW * program->column->line;
    try_pages(&trial);
    if (trial.legal)
        return;
    trial.most = G_MAXINT32;
    try_pages(&trial);
    if (!trial.found && program->rescue && !force_page(&trial))
        try_from(program, at);
}

/* --- the whole way
 * ----------------------------------------------------------------------------------- */

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
    struct state start = {.cut = {0, 0, 1}, .previous = NONE, .next = NONE, .phase = PHASE_FIRST};
    keep_state(program, 0, start);
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
        .last = state->cut.para == column->para_count && !state->carry,
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
