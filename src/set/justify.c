/* justify: how one line is brought to its measure, for the breaker and for the painter alike. In:
 * boxes and joints. Out: amounts by level, places of boxes. */
#include "set/justify.h"

/* Adds box i and the joint behind it. */
static void sums_add(struct sums *sums, const struct matter *matter, int i)
{
    const struct joint *joint = &matter->joint[i];
    sums->width += (int64_t)matter->box[i] + joint->space;
    sums->glyphs += i < matter->rigid ? 0 : matter->box[i];
    sums->shrink[joint->shrink_level] += joint->shrink;
    sums->stretch[joint->stretch_level] += joint->stretch;
    sums->openings += joint->opens;
    sums->letters += matter->letters ? matter->letters[i] : 1;
}

void justify_sum(const struct matter *matter, struct sums *sums)
{
    for (int i = 0; i < matter->count; i++) {
        sums[i + 1] = sums[i];
        sums_add(&sums[i + 1], matter, i);
    }
}

/* Sums of the line between a and b, whose last joint `end` is discarded. */
struct sums justify_line(const struct sums *a, const struct sums *b, const struct joint *end)
{
    struct sums line = {b->width - a->width - end->space, b->glyphs - a->glyphs,  {0}, {0},
                        b->openings - a->openings,        b->letters - a->letters};
    for (int k = 1; k <= FILL_SHRINK_LEVELS; k++)
        line.shrink[k] = b->shrink[k] - a->shrink[k];
    for (int k = 1; k <= FILL_STRETCH_LEVELS; k++)
        line.stretch[k] = b->stretch[k] - a->stretch[k];
    line.shrink[end->shrink_level] -= end->shrink;
    line.stretch[end->stretch_level] -= end->stretch;
    line.openings -= end->opens;
    if (end->penalty < FILL_NEVER)
        line.width += end->hyphen;
    return line;
}

/* The lesser of two amounts that are not negative; what no length holds is as good as endless. */
static length least(int64_t a, int64_t b)
{
    const int64_t endless = INT32_MAX / 2;
    int64_t lesser = a < b ? a : b;
    return (length)(lesser < endless ? lesser : endless);
}

/* Shares the deficit out over the levels: shrink 1…6, or stretch 1, 2, then the openings. */
static struct fill_line share_by_levels(const struct sums *sums, length target, bool last)
{
    struct fill_line line = {.natural = least(sums->width, INT32_MAX), .target = target};
    int64_t deficit = (int64_t)target - sums->width;
    line.openings = sums->openings;
    for (int k = 1; deficit < 0 && k <= FILL_SHRINK_LEVELS; k++) {
        line.shrink[k] = least(-deficit, sums->shrink[k]);
        deficit += line.shrink[k];
    }
    if (deficit < 0)
        line.overfull = least(-deficit, INT32_MAX);
    if (deficit <= 0 || last)
        return line;
    for (int k = 1; deficit > 0 && k <= FILL_STRETCH_LEVELS; k++) {
        line.stretch[k] = least(deficit, sums->stretch[k]);
        deficit -= line.stretch[k];
    }
    if (sums->openings)
        line.opening = (length)deficit;
    return line;
}

/* By how much glyphs change so that they take at most `wanted` more or, where that is below 0, at
 * least so much less, as far as the rules allow. */
static int expansion_for(const struct fill_rules *rules, const struct sums *sums, int64_t wanted)
{
    if (!rules->expansion || sums->glyphs <= 0)
        return 0;
    if (wanted > 0)
        return (int)least(wanted * 1000 / sums->glyphs, rules->expansion);
    return -(int)least((sums->glyphs - 1 - wanted * 1000) / sums->glyphs, rules->expansion);
}

int64_t justify_gain(const struct sums *sums, const struct fill_line *line)
{
    return sums->glyphs * line->expansion / 1000;
}

/* As in TeX: all stretch is one level, shrink another one; but a line that would be more holes than
 * words, FILL_LOOSEST times the stretch and more, is left short. Where the rules allow it, glyphs
 * do what spaces between their least and ratio 1 (F5) do not. */
static struct fill_line share_by_ratio(const struct fill_rules *rules, const struct sums *sums,
                                       length target, bool last)
{
    struct fill_line line = {.natural = least(sums->width, INT32_MAX), .target = target};
    int64_t deficit = (int64_t)target - sums->width;
    int64_t widen = deficit - sums->stretch[1];
    int64_t narrow = deficit + sums->shrink[1];
    line.openings = sums->openings;
    if (narrow < 0 || (widen > 0 && !last))
        line.expansion = expansion_for(rules, sums, narrow < 0 ? narrow : widen);
    deficit -= justify_gain(sums, &line);
    if (deficit < 0) {
        line.shrink[1] = least(-deficit, sums->shrink[1]);
        line.overfull = least(-deficit - line.shrink[1], INT32_MAX);
    } else if (!last) {
        if (sums->stretch[1] && deficit <= sums->stretch[1] * FILL_LOOSEST)
            line.stretch[1] = (length)deficit;
        else if (!sums->stretch[1] && sums->openings)
            line.opening = (length)deficit;
    }
    return line;
}

struct fill_line justify_share(const struct fill_rules *rules, const struct sums *sums,
                               length target, bool last)
{
    switch (rules->policy) {
    case FILL_HAN:
        return share_by_levels(sums, target, last);
    case FILL_WESTERN:
        return share_by_ratio(rules, sums, target, last);
    case FILL_RAGGED:
        break;
    }
    struct fill_line line = {.natural = least(sums->width, INT32_MAX), .target = target};
    line.overfull = line.natural > target ? line.natural - target : 0;
    return line;
}

struct fill_line fill_justify(const struct matter *matter, const struct fill_rules *rules, int from,
                              int to, length measure)
{
    const struct joint *end = &matter->joint[to - 1];
    struct sums none = {0}, all = {0};
    for (int i = from; i < to; i++)
        sums_add(&all, matter, i);
    struct sums whole = justify_line(&none, &all, end);
    bool last = to == matter->count || end->penalty == FILL_ALWAYS;
    struct fill_line line = justify_share(rules, &whole, measure, last);
    line.from = from;
    line.to = to;
    return line;
}

/* How the total of one level is shared by the joints so far: exact at the end of the line. */
struct quota {
    int64_t used, capacity, passed;
};

static length quota_after(struct quota *quota, length capacity)
{
    if (!quota->capacity)
        return 0;
    int64_t before = quota->used * quota->passed / quota->capacity;
    quota->passed += capacity;
    return (length)(quota->used * quota->passed / quota->capacity - before);
}

void fill_place(const struct matter *matter, const struct fill_line *line, length *x)
{
    struct quota shrink[FILL_SHRINK_LEVELS + 1] = {{0}}, stretch[FILL_STRETCH_LEVELS + 1] = {{0}};
    struct quota opening = {line->opening, line->openings, 0}, glyphs = {0};
    for (int i = line->from; i < line->to; i++)
        glyphs.capacity += i < matter->rigid ? 0 : matter->box[i];
    glyphs.used = glyphs.capacity * line->expansion / 1000;
    for (int i = line->from; i < line->to - 1; i++) {
        const struct joint *joint = &matter->joint[i];
        shrink[joint->shrink_level].capacity += joint->shrink;
        stretch[joint->stretch_level].capacity += joint->stretch;
    }
    for (int k = 1; k <= FILL_SHRINK_LEVELS; k++)
        shrink[k].used = line->shrink[k];
    for (int k = 1; k <= FILL_STRETCH_LEVELS; k++)
        stretch[k].used = line->stretch[k];

    length at = 0;
    for (int i = line->from; i < line->to; i++) {
        const struct joint *joint = &matter->joint[i];
        x[i - line->from] = at;
        at += matter->box[i] + quota_after(&glyphs, i < matter->rigid ? 0 : matter->box[i]);
        if (i == line->to - 1)
            break;
        at += joint->space;
        if (joint->shrink_level)
            at -= quota_after(&shrink[joint->shrink_level], joint->shrink);
        if (joint->stretch_level)
            at += quota_after(&stretch[joint->stretch_level], joint->stretch);
        if (joint->opens)
            at += quota_after(&opening, 1);
    }
    x[line->to - line->from] = at;
}
