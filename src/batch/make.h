/* make: one document of a batch, from its survey to files in the folder. Private to batch. */
#ifndef PLENARY_BATCH_MAKE_H
#define PLENARY_BATCH_MAKE_H

#include "batch/survey.h"

/* Renders and writes a document that was surveyed. DONE, FAILED or SYSTEM, with messages; the
 * arena's. */
struct record *batch_make(struct arena *arena, struct fonts *fonts, const struct survey *survey,
                          const struct plan_item *item, const struct record *surveyed);

/* Puts into a record that the program broke at a document, and how. */
void batch_tell_crash(struct arena *arena, const char *path, const char *how,
                      struct record *record);

#endif
