/* settings: which paragraphs of a page are set a line shorter or longer. The least cost of every
 * sum of lines gained, kept while a page grows. */
#ifndef PLENARY_SETTINGS_H
#define PLENARY_SETTINGS_H

#include "page/column.h"

enum { SHIFT_MOST = 2, SHIFT_COUNT = 2 * SHIFT_MOST + 1 }; /* lines that one page may gain */

struct settings {
    int64_t cost[SHIFT_COUNT];
};

/* No paragraph yet: no line gained, at no cost. */
void settings_begin(struct settings *settings);
void settings_add(struct settings *settings, const struct column *column, int para);

/* Writes into setting[from…to-1] the cheapest choice that gains `shift` lines; of equals the one
 * that changes the later paragraphs. */
void settings_choose(const struct column *column, int from, int to, int shift, uint8_t *setting);

#endif
