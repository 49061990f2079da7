/* marks: what is drawn at the foot of page 1: bar code, QR code, recycling mark. Shapes that fill
 * their boxes; the arena's. */
#ifndef PLENARY_MARKS_H
#define PLENARY_MARKS_H

#include "page/book.h"

/* Code 39 (ISO/IEC 16388) without check character, wide elements three times the narrow ones;
 * start and stop are added. NULL when there is nothing to encode or a character that Code 39 does
 * not have. */
const struct shape *marks_bar_code(struct arena *arena, const char *characters, struct box box);

/* QR code (ISO/IEC 18004), level M, without quiet zone. NULL when it cannot hold the words. */
const struct shape *marks_qr_code(struct arena *arena, const char *words, struct box box);

/* Three arrows that chase each other round a triangle. */
const struct shape *marks_recycle(struct arena *arena, struct box box);

/* Words as outlines: those of a mark are a part of its drawing, not text of the document. (x, y)
 * is where the first line begins. */
const struct shape *marks_words(struct arena *arena, const struct para *words, length x, length y);

#endif
