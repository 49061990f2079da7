/* makeup_page: the pages that end at one cut. In: a trial, the states at its beginning. Out: states
 * at its end. */
#include "page/makeup_program.h"

/* --- states -------------------------------------------------------------------------- */

/* A note of very many pages can be divided in so many ways that not all are worth following: of
 * more than MANY at one cut, one that is dearer and owes no less than another is let go. */
static bool is_hopeless(const struct program *program, int at, const struct state *fresh)
{
    enum { MANY = 64 };
    int count = 0;
    bool beaten = false;
    for (int index = program->heads[at]; index != NONE; index = state_at(program, index)->next) {
        const struct state *old = state_at(program, index);
        beaten = beaten || (old->phase == fresh->phase && old->carry <= fresh->carry &&
                            old->cost <= fresh->cost);
        if (++count > MANY && beaten)
            return true;
    }
    return false;
}

void program_keep(struct program *program, int at, struct state fresh)
{
    if (is_hopeless(program, at, &fresh))
        return;
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

length program_height(const struct program *program, int8_t phase, int run)
{
    if (phase == PHASE_FIRST)
        return program->area->first;
    return program->area->later + run * program->column->line;
}

/* --- notes --------------------------------------------------------------------------- */

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

/* --- one page ------------------------------------------------------------------------ */

void trial_end(struct trial *trial, int index, int shift, const struct ending *ending)
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
    program_keep(trial->program, trial->to_at, fresh);
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
    trial_end(trial, index, shift, &ending);
    return true;
}

/* All pages of a run from one state to the trial's end; false when each of them is too high. */
static bool try_run(struct trial *trial, int index, int run, struct notes notes)
{
    const struct program *program = trial->program;
    const struct column *column = program->column;
    int8_t phase = state_at(program, index)->phase;
    int64_t room = program_height(program, phase, run) - trial->text,
            most = SHIFT_MOST * column->line;
    bool end = column_ends(column, trial->to), fits = false;
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

bool trial_run(struct trial *trial)
{
    const struct program *program = trial->program;
    bool fits = false;
    for (int i = program->heads[trial->from_at]; i != NONE; i = state_at(program, i)->next)
        fits |= try_state(trial, i);
    return fits;
}
