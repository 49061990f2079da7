/* cluster: which glyphs of a run stand for which text. */
#ifndef PLENARY_PDF_CLUSTER_H
#define PLENARY_PDF_CLUSTER_H

#include <stdbool.h>
#include <stdint.h>

#include "set/galley.h"

/* Glyphs that stand for one piece of text, next to each other in a run. */
struct cluster {
    const struct glyph *glyphs;
    int count;
    const char *text; /* not NUL-terminated; empty for a hyphen of the line break */
    int size;         /* of the text, in bytes */
};

/* A glyph and the text that it stands for in one place; size 0: what it mostly stands for. */
struct sort {
    uint32_t glyph;
    const char *text; /* not NUL-terminated */
    int size;
};

/* The text of a glyph that must not say anything: a mark of direction, which readers pass over. */
#define SORT_SILENT "\342\200\217"

/* The cluster that begins at glyph `from`, which is less than the run's glyph count. */
struct cluster run_cluster(const struct run *run, uint32_t from);

/* What a glyph of a cluster stands for: one by itself for all of it, or in a run from right to left
 * for its first character. Of several in a run from left to right each has one character and the
 * last one the rest. */
struct sort cluster_sort(const struct cluster *cluster, int nth, bool rtl);

#endif
