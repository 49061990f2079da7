/* descriptor: the font descriptor of a face and its embedded program. */
#ifndef PLENARY_PDF_DESCRIPTOR_H
#define PLENARY_PDF_DESCRIPTOR_H

#include "pdf/object.h"
#include "pdf/subset.h"
#include "set/fonts.h"

/* Adds both; `name` is that of the subset, with its tag. The number of the descriptor. */
int descriptor_add(const struct face *of, const char *name, const struct subset *subset,
                   struct objects *objects);

#endif
