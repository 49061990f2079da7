/* shape: signs → glyphs, by runs of one face and size that the classes decide, never by fallback
 * (composition.md 5.1, 6.7 to 6.9). Nobody else shapes. */
#ifndef PLENARY_SHAPE_H
#define PLENARY_SHAPE_H

#include "set/text.h"

/* Gives every sign its face, glyphs and width. False when characters are in no face: an error
 * for each, with code point, place and the faces tried. */
bool shape_text(const struct compositor *compositor, struct text *text);

/* The glyph of one character, without shaping; 0 when the face has none. */
uint32_t shape_glyph(const struct face *face, uint32_t character);

/* The natural word space of a face at a size. */
length shape_space(const struct face *face, length size);

#endif
