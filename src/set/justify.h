/* justify: the arithmetic of one line. Private to fill.c and justify.c. */
#ifndef PLENARY_JUSTIFY_H
#define PLENARY_JUSTIFY_H

#include "set/fill.h"

/* Prefix sums: entry i is about boxes 0…i - 1 and joints 0…i - 1. */
struct sums {
    int64_t width;
    int64_t glyphs; /* of that, what may be widened or narrowed */
    int64_t shrink[FILL_SHRINK_LEVELS + 1];
    int64_t stretch[FILL_STRETCH_LEVELS + 1];
    int32_t openings;
    int32_t letters;
};

/* sums[0 … count]; sums[0] is all zero already. */
void justify_sum(const struct matter *matter, struct sums *sums);

/* Sums of the line between a and b, whose last joint `end` is discarded. */
struct sums justify_line(const struct sums *a, const struct sums *b, const struct joint *end);

/* What each level takes to bring such a line to `target`; the last line is not stretched. */
struct fill_line justify_share(const struct fill_rules *rules, const struct sums *sums,
                               length target, bool last);

/* What the glyphs of the line take more than by nature. */
int64_t justify_gain(const struct sums *sums, const struct fill_line *line);

#endif
