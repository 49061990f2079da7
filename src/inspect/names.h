/* names: the text of codes and glyph names of simple fonts (ISO 32000-1, annex D; Adobe's glyph
 * list, the part that Western documents use). */
#ifndef PLENARY_INSPECT_NAMES_H
#define PLENARY_INSPECT_NAMES_H

#include "base/arena.h"

/* Of WinAnsiEncoding; NULL: the code has no text. */
const char *names_text_of_code(struct arena *arena, unsigned code);

/* "eacute", "uni00E9", "space"; NULL for a name that is not known. */
const char *names_text_of_name(struct arena *arena, const char *name);

#endif
