/* ignore: what the source itself asks not to be told: a comment "plenary:ignore SLUG…" in XML,
 * Markdown or YAML, or an attribute plenary:ignore="SLUG…" of an XML element; without a slug, all.
 * A comment means the block that it stands in, or the next one when it stands between blocks, an
 * attribute its element. Private to this room. */
#ifndef PLENARY_CHECK_IGNORE_H
#define PLENARY_CHECK_IGNORE_H

#include "check/copy.h"

/* Looks through the source of a copy and drops messages about what is to be ignored, those that
 * are filed already and those to come. A slug that is not known is told. */
void ignore_take(const struct copy *copy);

#endif
