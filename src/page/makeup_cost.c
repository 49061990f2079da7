/* makeup_cost: what a page costs. In: a page's ending in numbers. Out: one sum. All weights of
 * make-up stand here; 1 is the smallest thing worth a thought, 200 a page that ends one line
 * short. Costs from RESCUE on are paid only where no way keeps the rules. */
#include "page/makeup.h"

#include <glib.h>

enum {
    SHORT_LINE = 200,    /* a page one line short; grows with the square */
    RAGGED = 400,        /* a page that does not end on the last line at all */
    NOTE_GAP = 100,      /* one line more than wanted between text and notes (H5) */
    NOTE_GAP_WIDE = 800, /* more than one line */
    OPENED = 60,         /* all whites opened by a quarter line */
    RUN = 500,           /* a page that runs a line short or long with its spread */
    SPLIT = 1000,        /* a note that goes on */
    SPLIT_LINE = 200,    /* each line of it carried over */
    HYPHEN = 500,        /* a hyphen at a page's end */
    HYPHEN_RECTO = 5000, /* and the page is turned there */
    LAST_LINES = 3,      /* least lines on the last page (I5) */
    LAST_SHORT = 3000,
    SETTING = 100, /* a paragraph one line shorter or longer than its best */
    SETTING_MOST = 900,
    SETTING_SHARE = 4096 * 8, /* of the demerits that a line of it has more, 1/4096 each */
};

/* In the order in which rules are given up (5.4); each more than a document of short pages. */
#define RESCUE INT64_C(10000000)
static const struct {
    enum broken broken;
    int64_t cost;
} rescues[] = {
    {BROKEN_SPREAD, RESCUE / 100},      {BROKEN_NOTE_SHORT, RESCUE},
    {BROKEN_LONE_WIDE, RESCUE * 4},     {BROKEN_LONE, RESCUE * 10},
    {BROKEN_KEEP, RESCUE * 100},        {BROKEN_NOTE_AWAY, RESCUE * 1000},
    {BROKEN_OVERFULL, RESCUE * 100000},
};

length ending_stretch(const struct ending *ending)
{
    if (ending->last || ending->slack <= 0)
        return 0;
    int64_t most = (int64_t)ending->gaps * (ending->line / 4);
    return (length)MIN(ending->slack, most);
}

/* `weight` for a whole line, growing with the square. */
static int64_t square(int64_t slack, length line, int64_t weight)
{
    return weight * slack / line * slack / line;
}

static int64_t slack_cost(const struct ending *ending)
{
    length stretch = ending_stretch(ending);
    int64_t left = ending->slack - stretch;
    int64_t cost = 0;
    if (stretch)
        cost += square(stretch, ending->gaps * (ending->line / 4), OPENED);
    if (left <= 0)
        return cost;
    if (!ending->notes)
        return cost + RAGGED + square(left, ending->line, SHORT_LINE);
    cost += square(left, ending->line, NOTE_GAP);
    return left > ending->line ? cost + NOTE_GAP_WIDE + square(left, ending->line, SHORT_LINE)
                               : cost;
}

static int64_t broken_cost(unsigned broken)
{
    int64_t cost = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(rescues); i++)
        if (broken & rescues[i].broken)
            cost += rescues[i].cost;
    return cost;
}

int64_t ending_cost(const struct ending *ending)
{
    int64_t cost = broken_cost(ending->broken);
    if (ending->carried)
        cost += SPLIT + (int64_t)SPLIT_LINE * ending->carried;
    if (ending->last)
        return cost + (ending->lines < LAST_LINES ? LAST_SHORT : 0);
    cost += slack_cost(ending) + (ending->run ? RUN : 0);
    if (ending->flags & CUT_HYPHEN)
        cost += ending->recto ? HYPHEN_RECTO : HYPHEN;
    return cost;
}

/* Demerits are squares of badness: a paragraph whose lines get as bad as the breaker allows at
 * all costs more than a page one line short, one that hardly shows it much less. */
int64_t setting_cost(const struct para *para, int setting)
{
    if (setting == 1)
        return 0;
    int64_t more = para->setting[setting].demerits - para->setting[1].demerits;
    int64_t each = MAX(more, 0) / MAX(para->setting[setting].line_count, 1);
    return SETTING + MIN(each / SETTING_SHARE, SETTING_MOST - SETTING);
}

unsigned flags_broken(uint8_t flags)
{
    unsigned broken = 0;
    if (flags & CUT_LONE)
        broken |= flags & CUT_SHORT ? BROKEN_LONE : BROKEN_LONE_WIDE;
    if (flags & CUT_KEEP)
        broken |= BROKEN_KEEP;
    return broken;
}
