/* fill: the optimum-fit line breaker.
 * In: boxes and joints. Out: ends of lines. */
#include "set/fill.h"

#include <assert.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "set/justify.h"

#define BADNESS_ONE 64                              /* badness is counted in 1/64 */
#define BADNESS_MAX ((int64_t)BADNESS_ONE * 100000) /* of a line that is not overfull */

/* In an emergency, for each hyphen too many in a row: as bad as a line of three times its spaces.
 */
#define LADDER_DEMERITS 10000000

/* Glyphs as wide or narrow as they may be are a little worse than spaces at their least. */
#define EXPANSION_WEIGHT 30

/* Weights of composition.md 5.2 for shrink 1–6 and stretch 1–2. */
static const int shrink_weight[FILL_SHRINK_LEVELS + 1] = {0, 30, 40, 60, 80, 140, 600};
static const int stretch_weight[FILL_STRETCH_LEVELS + 1] = {0, 20, 60};

/* A feasible break: the line before it ends at joint `joint`. */
struct feasible {
    int joint; /* -1 is the start of the paragraph */
    int line;  /* lines set so far */
    int8_t fitness, hyphens;
    int64_t demerits;
    int before; /* index of the node before, -1: none */
};

struct breaker {
    const struct matter *matter;
    const struct fill_rules *rules;
    struct sums *sums;
    struct feasible *nodes;
    int node_count, node_room;
    int *active;
    int active_count, active_room;
    struct arena *arena;
};

/* weight · (used / cap)³ in 1/64; not above BADNESS_MAX. */
static int64_t cubic(int weight, int64_t used, int64_t cap)
{
    if (used <= 0)
        return 0;
    if (cap <= 0 || used / cap >= 64)
        return BADNESS_MAX;
    int64_t ratio = used * 4096 / cap; /* below 2^18 */
    int64_t badness = ratio * ratio / 4096 * ratio / 4096 * weight / (4096 / BADNESS_ONE);
    return badness < BADNESS_MAX ? badness : BADNESS_MAX;
}

static int64_t badness_by_levels(const struct fill_rules *rules, const struct sums *sums,
                                 const struct fill_line *line)
{
    int64_t badness = 0;
    for (int k = 1; k <= FILL_SHRINK_LEVELS; k++)
        badness +=
            cubic(shrink_weight[k], line->shrink[k], sums->shrink[k]) * sums->shrink[k] / rules->em;
    for (int k = 1; k <= FILL_STRETCH_LEVELS; k++)
        badness += cubic(stretch_weight[k], line->stretch[k], sums->stretch[k]) * sums->stretch[k] /
                   rules->em;
    return badness + cubic(100, line->opening, (int64_t)line->openings * rules->em / 20);
}

/* White that no level could take up: a line without a gap that opens. */
static bool cannot_fill(const struct fill_line *line)
{
    length white = line->target - line->natural;
    for (int k = 1; k <= FILL_STRETCH_LEVELS; k++)
        white -= line->stretch[k];
    return white > 0 && !line->openings;
}

/* In need, lines that no level makes good: the shorter, the worse. */
static int64_t desperate(const struct fill_line *line)
{
    int64_t white = line->target - line->natural;
    return BADNESS_MAX / 2 + BADNESS_MAX / 2 * white / (line->target > 0 ? line->target : 1);
}

static int64_t badness_han(const struct fill_rules *rules, const struct sums *sums,
                           const struct fill_line *line, bool last)
{
    if (!last && cannot_fill(line))
        return rules->emergency ? desperate(line) : -1;
    int64_t wanted = (int64_t)line->openings * rules->em / 20; /* 0.05 em each */
    if (!rules->emergency && line->opening * (int64_t)1000 > wanted * rules->tolerance)
        return -1;
    int64_t badness = badness_by_levels(rules, sums, line);
    return badness < BADNESS_MAX / 2 ? badness : desperate(line);
}

static int64_t badness_western(const struct fill_rules *rules, const struct sums *sums,
                               const struct fill_line *line, bool last)
{
    int64_t white = line->target - line->natural - justify_gain(sums, line);
    int64_t badness = cubic(EXPANSION_WEIGHT, abs(line->expansion), rules->expansion);
    if (white < 0)
        return badness + cubic(100, line->shrink[1], sums->shrink[1]);
    if (last)
        return badness;
    int64_t room = sums->stretch[1] ? sums->stretch[1] : (int64_t)line->openings * rules->em / 20;
    if (!rules->emergency && white * 1000 > room * rules->tolerance)
        return -1;
    badness += cubic(100, white, room);
    return badness < BADNESS_MAX ? badness : BADNESS_MAX + desperate(line) / 8;
}

/* Worse than any line that is not, and the more so the further it sticks out, up to 32 em. */
static int64_t overfull_badness(const struct fill_rules *rules, const struct fill_line *line)
{
    return BADNESS_MAX * 2 + BADNESS_MAX / 32 * MIN(line->overfull / rules->em, 32);
}

/* What a line is worth: badness in 1/64, and -1 when it may not be. */
static int64_t badness_of(const struct fill_rules *rules, const struct sums *sums,
                          const struct fill_line *line, bool last)
{
    if (line->overfull)
        return rules->emergency ? overfull_badness(rules, line) : -1;
    switch (rules->policy) {
    case FILL_HAN:
        return badness_han(rules, sums, line, last);
    case FILL_WESTERN:
        return badness_western(rules, sums, line, last);
    case FILL_RAGGED:
        break;
    }
    return last ? 0 : cubic(100, line->target - line->natural, (int64_t)rules->em * 4);
}

/* Four classes of openness, for neighbours that should not differ much (D14). */
static int fitness_of(const struct fill_rules *rules, const struct sums *sums,
                      const struct fill_line *line, int64_t badness)
{
    bool tight = line->natural > line->target;
    if (rules->policy == FILL_HAN) {
        int64_t gap = line->openings ? (int64_t)line->opening * 1000 / line->openings : 0;
        bool wide_spaces = line->stretch[2] * (int64_t)2 > sums->stretch[2];
        if (tight)
            return line->shrink[4] + line->shrink[5] + line->shrink[6] ? 0 : 1;
        if (gap > (int64_t)rules->em * 40)
            return 3;
        return wide_spaces || gap > (int64_t)rules->em * 15 ? 2 : 1;
    }
    if (tight)
        return badness > 12 * BADNESS_ONE ? 0 : 1;
    return badness > 100 * BADNESS_ONE ? 3 : badness > 12 * BADNESS_ONE ? 2 : 1;
}

static int64_t square(int64_t x)
{
    return x * x;
}

static bool is_hyphened(const struct joint *end)
{
    return end->flagged || end->dashed;
}

/* One hyphen too many in a row. */
static bool is_ladder(const struct fill_rules *rules, const struct feasible *a,
                      const struct joint *end)
{
    return is_hyphened(end) && rules->most_hyphens && a->hyphens >= rules->most_hyphens;
}

/* Demerits of the line from node `a` to joint `joint`, in 1/4096 (BADNESS_ONE²). */
static int64_t demerits_of(const struct breaker *b, const struct feasible *a, int joint,
                           int64_t badness, int fitness, const struct sums *sums)
{
    const struct fill_rules *rules = b->rules;
    const struct joint *end = &b->matter->joint[joint];
    const int64_t one = (int64_t)BADNESS_ONE * BADNESS_ONE;
    bool last = joint == b->matter->count - 1;
    int64_t demerits = square((int64_t)rules->line_penalty * BADNESS_ONE + badness);
    if (end->penalty > FILL_ALWAYS && end->penalty < FILL_NEVER && !last)
        demerits += end->penalty * llabs(end->penalty) * one;
    const struct joint *before = a->joint >= 0 ? &b->matter->joint[a->joint] : NULL;
    if (before && is_hyphened(before) && is_hyphened(end))
        demerits += rules->double_hyphen * one;
    if (before && before->flagged && last)
        demerits += rules->final_hyphen * one;
    if (is_ladder(rules, a, end))
        demerits += LADDER_DEMERITS * one;
    if (a->joint >= 0 && abs(a->fitness - fitness) > 1)
        demerits += rules->fitness * one;
    if (last && a->joint >= 0 && sums->width < rules->short_last)
        demerits += rules->short_last_demerits * one;
    if (rules->emergency && last && a->joint >= 0 && sums->letters < rules->least_letters)
        demerits += 100000 * one;
    return demerits;
}

static int node_add(struct breaker *b, struct feasible node)
{
    if (b->node_count == b->node_room) {
        int room = b->node_room * 2;
        struct feasible *nodes = ARENA_ARRAY(b->arena, struct feasible, room);
        memcpy(nodes, b->nodes, sizeof *nodes * (size_t)b->node_count);
        b->nodes = nodes;
        b->node_room = room;
    }
    b->nodes[b->node_count] = node;
    return b->node_count++;
}

static void activate(struct breaker *b, int index)
{
    if (b->active_count == b->active_room) {
        int room = b->active_room * 2;
        int *active = ARENA_ARRAY(b->arena, int, room);
        memcpy(active, b->active, sizeof *active * (size_t)b->active_count);
        b->active = active;
        b->active_room = room;
    }
    b->active[b->active_count++] = index;
}

/* Candidates of one joint: the best node for each line count and fitness. */
enum { CANDIDATES = 64 };

struct candidates {
    struct feasible best[CANDIDATES]; /* not zeroed: there is one for each joint */
    int count;
};

/* Where the node goes: on one of its kind, behind the others, or, when all places are taken, on the
 * dearest. */
static int candidates_place(const struct candidates *c, const struct feasible *node)
{
    int dearest = 0;
    for (int i = 0; i < c->count; i++) {
        if (c->best[i].line == node->line && c->best[i].fitness == node->fitness &&
            c->best[i].hyphens == node->hyphens)
            return i;
        if (c->best[i].demerits > c->best[dearest].demerits)
            dearest = i;
    }
    return c->count < CANDIDATES ? c->count : dearest;
}

static void candidates_offer(struct candidates *c, const struct feasible *node)
{
    int place = candidates_place(c, node);
    if (place == c->count)
        c->best[c->count++] = *node;
    else if (node->demerits < c->best[place].demerits)
        c->best[place] = *node;
}

/* Keeps the line counts within one of that of the cheapest: what k - 1, k, k + 1 need. */
static void candidates_activate(struct breaker *b, const struct candidates *c)
{
    const struct feasible *best = NULL;
    for (int i = 0; i < c->count; i++)
        if (!best || c->best[i].demerits < best->demerits)
            best = &c->best[i];
    for (int i = 0; i < c->count; i++)
        if (abs(c->best[i].line - best->line) <= 1)
            activate(b, node_add(b, c->best[i]));
}

/* What only an emergency, or only passes with a clean end, rule out for the line from `a` to
 * `joint`. */
static bool is_forbidden(const struct breaker *b, const struct feasible *a, int joint,
                         const struct sums *sums)
{
    const struct fill_rules *rules = b->rules;
    bool only = a->joint < 0, last = joint == b->matter->count - 1;
    if (is_ladder(rules, a, &b->matter->joint[joint]))
        return true;
    if (!last || only)
        return false;
    if (sums->letters < rules->least_letters)
        return true;
    return rules->clean_end &&
           (b->matter->joint[a->joint].flagged || sums->width < rules->short_last);
}

/* Whether the line between a and b stays too short however far it is opened: most lines that are
 * tried do, and need no closer look. What its last joint gives is counted as if it stayed. */
static bool is_too_short(const struct fill_rules *rules, const struct sums *a, const struct sums *b,
                         length target, const struct joint *end)
{
    int64_t white = target - (b->width - a->width) - MAX(end->hyphen, 0);
    int64_t stretch = b->stretch[1] - a->stretch[1];
    int64_t opening = (int64_t)(b->openings - a->openings) * rules->em / 20;
    switch (rules->policy) {
    case FILL_HAN:
        white -= stretch + b->stretch[2] - a->stretch[2];
        return white > 0 && white * 1000 > opening * rules->tolerance;
    case FILL_WESTERN:
        white -= (b->glyphs - a->glyphs) * rules->expansion / 1000;
        return white > 0 && white * 1000 > MAX(stretch, opening) * rules->tolerance;
    case FILL_RAGGED:
        break;
    }
    return false;
}

/* Tries the line from node `a` to `joint`. True when `a` is too far back for this and every later
 * joint. */
static bool try_line(struct breaker *b, int index, int joint, struct candidates *candidates)
{
    const struct feasible *a = &b->nodes[index];
    const struct fill_rules *rules = b->rules;
    int from = a->joint + 1, to = joint + 1;
    bool last = to == b->matter->count;
    bool ends = last || b->matter->joint[joint].penalty == FILL_ALWAYS; /* not stretched */
    length target = a->line == 0 ? rules->first : rules->measure;
    const struct joint *end = &b->matter->joint[joint];
    if (!ends && !rules->emergency &&
        is_too_short(rules, &b->sums[from], &b->sums[to], target, end))
        return false;
    struct sums sums = justify_line(&b->sums[from], &b->sums[to], end);
    struct fill_line line = justify_share(rules, &sums, target, ends);
    int64_t badness = badness_of(rules, &sums, &line, ends);
    bool gone = line.overfull > MAX(end->hyphen, 0);
    if (badness < 0)
        return gone;
    if (!rules->emergency && is_forbidden(b, a, joint, &sums))
        return gone;

    int fitness = fitness_of(rules, &sums, &line, badness);
    struct feasible node = {
        .joint = joint,
        .line = a->line + 1,
        .fitness = (int8_t)fitness,
        .hyphens = (int8_t)(is_hyphened(end) ? (a->hyphens < 100 ? a->hyphens + 1 : 100) : 0),
        .demerits = a->demerits + demerits_of(b, a, joint, badness, fitness, &sums),
        .before = index,
    };
    candidates_offer(candidates, &node);
    return gone;
}

/* In the emergency pass the last node left is never given up without having been used. */
static void try_joint(struct breaker *b, int joint)
{
    struct candidates candidates;
    int kept = 0;
    candidates.count = 0;
    for (int i = 0; i < b->active_count; i++) {
        int index = b->active[i];
        bool gone = try_line(b, index, joint, &candidates);
        if (!gone)
            b->active[kept++] = index;
    }
    b->active_count = kept;
    if (candidates.count)
        candidates_activate(b, &candidates);
}

static bool may_break(const struct breaker *b, int joint)
{
    const struct joint *j = &b->matter->joint[joint];
    int most = b->rules->no_dear ? FILL_DEAR : FILL_NEVER;
    return j->penalty < most && (!j->late || b->rules->late);
}

static void trace_back(struct breaker *b, int index, struct fill_setting *setting)
{
    setting->count = b->nodes[index].line;
    setting->demerits = b->nodes[index].demerits;
    setting->ends = ARENA_ARRAY(b->arena, int, setting->count);
    for (int n = index; b->nodes[n].before >= 0; n = b->nodes[n].before)
        setting->ends[b->nodes[n].line - 1] = b->nodes[n].joint + 1;
}

/* The cheapest active node with that many lines, or of all when lines is 0; -1: none. */
static int cheapest(const struct breaker *b, int lines)
{
    int best = -1;
    for (int i = 0; i < b->active_count; i++) {
        const struct feasible *node = &b->nodes[b->active[i]];
        if (lines && node->line != lines)
            continue;
        if (best < 0 || node->demerits < b->nodes[best].demerits)
            best = b->active[i];
    }
    return best;
}

bool fill_lines(struct arena *arena, const struct matter *matter, const struct fill_rules *rules,
                struct fill_setting setting[3])
{
    memset(setting, 0, sizeof *setting * 3);
    assert(matter->count > 0);
    struct breaker b = {.matter = matter, .rules = rules, .arena = arena};
    b.sums = ARENA_ARRAY(arena, struct sums, matter->count + 1);
    justify_sum(matter, b.sums);
    b.node_room = matter->count / 4 + 16;
    b.nodes = ARENA_ARRAY(arena, struct feasible, b.node_room);
    b.active_room = 64;
    b.active = ARENA_ARRAY(arena, int, b.active_room);
    activate(&b, node_add(&b, (struct feasible){.joint = -1, .fitness = 1, .before = -1}));

    int end = matter->count - 1;
    for (int joint = 0; joint < end && b.active_count; joint++) {
        if (!may_break(&b, joint))
            continue;
        try_joint(&b, joint);
        if (matter->joint[joint].penalty == FILL_ALWAYS) { /* nothing may go over a forced break */
            int kept = 0;
            for (int i = 0; i < b.active_count; i++)
                if (b.nodes[b.active[i]].joint == joint)
                    b.active[kept++] = b.active[i];
            b.active_count = kept;
        }
    }
    struct candidates candidates;
    candidates.count = 0;
    for (int i = 0; i < b.active_count; i++)
        try_line(&b, b.active[i], end, &candidates);
    b.active_count = 0;
    for (int i = 0; i < candidates.count; i++)
        activate(&b, node_add(&b, candidates.best[i]));

    int best = cheapest(&b, 0);
    if (best < 0)
        return false;
    trace_back(&b, best, &setting[1]);
    int fewer = setting[1].count > 1 ? cheapest(&b, setting[1].count - 1) : -1;
    int more = cheapest(&b, setting[1].count + 1);
    if (fewer >= 0)
        trace_back(&b, fewer, &setting[0]);
    if (more >= 0)
        trace_back(&b, more, &setting[2]);
    return true;
}
