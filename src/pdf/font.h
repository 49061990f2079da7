/* font: the faces of a book, reduced to the glyphs that it shows and embedded as Type 0 fonts,
 * so that every glyph is found again as text (ISO 32000-1, 9.7 and 9.10). */
#ifndef PLENARY_PDF_FONT_H
#define PLENARY_PDF_FONT_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/diag.h"
#include "page/book.h"
#include "pdf/cluster.h"
#include "pdf/object.h"

struct fontset;
struct font;

/* Embeds all faces of the book, and of `beside`, which may be NULL: what is on its sheets besides.
 * NULL, with an error, when one cannot be embedded. The arena's. */
struct fontset *fontset_embed(struct arena *arena, const struct book *book,
                              const struct book *beside, struct objects *objects,
                              struct diag *diag);

/* The fonts for a resource dictionary: "/F0 5 0 R/F1 9 0 R". */
void fontset_put_resources(const struct fontset *set, GString *out);

/* The font of a run of the book; never NULL. A face whose glyphs run both ways is two fonts: what
 * is an opening bracket in the one is a closing one in the other. */
const struct font *fontset_font(const struct fontset *set, const struct run *run);

int font_number(const struct font *font);

/* How a glyph of the book is written, and how wide readers take it to be, in 1/1000 em. A text that
 * the book does not have there is said as the one that the glyph mostly stands for. */
unsigned font_code(const struct font *font, struct sort sort);
int font_width(const struct font *font, uint32_t glyph);
bool font_has_ink(const struct font *font, uint32_t glyph);

/* The face's glyph for a space, which is always embedded; 0 when it has none. */
uint32_t font_space(const struct font *font);

/* A font with U+200E and U+200F, which say which way text runs and take no place, and its glyph for
 * one of them; NULL when the book runs from left to right or no face of it has them. The glyph for
 * the latter may also be any character from right to left that has no glyph of its own. */
const struct font *fontset_marks(const struct fontset *set, bool rtl, uint32_t *glyph);

/* True when readers take the glyphs alone for the text of the cluster, from left to right. */
bool font_speaks(const struct font *font, const struct cluster *cluster);

#endif
