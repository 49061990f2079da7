/* difference: two texts as a unified diff, as patch(1) takes it. */
#ifndef PLENARY_DIFFERENCE_H
#define PLENARY_DIFFERENCE_H

#include <glib.h>

#include "base/source.h"

/* Appends what differs, with three lines around; nothing when nothing does. */
void difference_append(GString *out, const char *name, const struct source *before,
                       const struct source *after);

#endif
