/* font: the faces of a book, reduced to the glyphs that it shows and embedded as Type 0 fonts,
 * so that every glyph is found again as text (ISO 32000-1, 9.7 and 9.10). */
#ifndef PLENARY_PDF_FONT_H
#define PLENARY_PDF_FONT_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/diag.h"
#include "page/book.h"
#include "pdf/object.h"

struct fontset;
struct font;

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

/* Embeds all faces of the book. NULL, with an error, when one cannot be embedded. The arena's. */
struct fontset *fontset_embed(struct arena *arena, const struct book *book, struct objects *objects,
                              struct diag *diag);

/* The fonts for a resource dictionary: "/F0 5 0 R/F1 9 0 R". */
void fontset_put_resources(const struct fontset *set, GString *out);

/* The font of a run of the book; never NULL. A face whose glyphs run both ways is two fonts: what
 * is an opening bracket in the one is a closing one in the other. */
const struct font *fontset_font(const struct fontset *set, const struct run *run);

int font_number(const struct font *font);

/* What a glyph of a cluster stands for: one by itself for all of it, or in a run from right to left
 * for its first character. Of several in a run from left to right each has one character and the
 * last one the rest. */
struct sort cluster_sort(const struct cluster *cluster, int nth, bool rtl);

/* How a glyph of the book is written, and how wide readers take it to be, in 1/1000 em. A text that
 * the book does not have there is said as the one that the glyph mostly stands for. */
unsigned font_code(const struct font *font, struct sort sort);
int font_width(const struct font *font, uint32_t glyph);

/* The face's glyph for a space, which is always embedded; 0 when it has none. */
uint32_t font_space(const struct font *font);

/* A font with U+200E and U+200F, which say which way text runs and take no place, and its glyph for
 * one of them; NULL when the book runs from left to right or no face of it has them. The glyph for
 * the latter may also be any character from right to left that has no glyph of its own. */
const struct font *fontset_marks(const struct fontset *set, bool rtl, uint32_t *glyph);

/* True when readers take the glyphs alone for the text of the cluster, from left to right. */
bool font_speaks(const struct font *font, const struct cluster *cluster);

#endif
