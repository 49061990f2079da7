/* outline: the outlines of glyphs, for what draws them itself. */
#ifndef PLENARY_OUTLINE_H
#define PLENARY_OUTLINE_H

#include "set/fonts.h"

/* What takes an outline; `to` is handed through. */
struct outline_pen {
    void (*move)(void *to, double x, double y);
    void (*line)(void *to, double x, double y);
    void (*curve)(void *to, const double points[6]); /* a cubic: two controls, the end */
    void (*close)(void *to);
};

/* The outline of a glyph as the font has it, not hinted: units of the em, y upwards. Nothing for a
 * space. */
void outline_draw_glyph(const struct outline_pen *pen, void *to, const struct face *face,
                        uint32_t glyph);

#endif
