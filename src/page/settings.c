/* settings: a small knapsack over the paragraphs of one page. In: paragraphs with up to three
 * settings. Out: costs and choices for a number of lines gained. */
#include "page/settings.h"

#include <assert.h>
#include <glib.h>

#include "page/makeup.h"

void settings_begin(struct settings *settings)
{
    for (int i = 0; i < SHIFT_COUNT; i++)
        settings->cost[i] = COST_NEVER;
    settings->cost[SHIFT_MOST] = 0;
}

/* The least cost of gaining `shift` lines; COST_NEVER when that cannot be done. */
static int64_t cost_of(const struct settings *settings, int shift)
{
    return shift >= -SHIFT_MOST && shift <= SHIFT_MOST ? settings->cost[shift + SHIFT_MOST]
                                                       : COST_NEVER;
}

/* Lines that a setting gains over the best one. */
static int gain(const struct para *para, int setting)
{
    return para->setting[setting].line_count - para->setting[1].line_count;
}

/* The least cost of a shift with one more paragraph; its setting goes to *best. */
static int64_t cost_with(const struct settings *before, const struct column *column, int para,
                         int shift, int *best)
{
    static const int order[] = {1, 0, 2};
    const struct para *p = &column->galley->paras[para];
    int64_t least = COST_NEVER;
    for (size_t i = 0; i < G_N_ELEMENTS(order); i++) {
        if (!column_has_setting(column, para, order[i]))
            continue;
        int64_t cost = cost_of(before, shift - gain(p, order[i]));
        if (cost == COST_NEVER || cost + setting_cost(p, order[i]) >= least)
            continue;
        least = cost + setting_cost(p, order[i]);
        *best = order[i];
    }
    return least;
}

void settings_add(struct settings *settings, const struct column *column, int para)
{
    if (!column_has_setting(column, para, 0) && !column_has_setting(column, para, 2))
        return;
    struct settings before = *settings;
    for (int shift = -SHIFT_MOST, best = 1; shift <= SHIFT_MOST; shift++)
        settings->cost[shift + SHIFT_MOST] = cost_with(&before, column, para, shift, &best);
}

void settings_choose(const struct column *column, int from, int to, int shift, uint8_t *setting)
{
    struct settings *before = g_new(struct settings, MAX(to - from, 0) + 1);
    settings_begin(&before[0]);
    for (int i = from; i < to; i++) {
        before[i - from + 1] = before[i - from];
        settings_add(&before[i - from + 1], column, i);
    }
    for (int i = to - 1; i >= from; i--) {
        int best = 1;
        cost_with(&before[i - from], column, i, shift, &best);
        setting[i] = (uint8_t)best;
        shift -= gain(&column->galley->paras[i], best);
    }
    assert(shift == 0);
    g_free(before);
}
