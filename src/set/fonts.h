/* fonts: faces by role from a private fontconfig configuration (fonts/fonts.conf of the data
 * folder); opened once, lent to everyone. One font set a thread. */
#ifndef PLENARY_FONTS_H
#define PLENARY_FONTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/units.h"
#include "style/style.h"

typedef struct hb_face_t hb_face_t;
typedef struct hb_font_t hb_font_t;

struct face {
    const char *role;   /* "han", "han-bold", "western-italic", … */
    const char *family; /* as the font says */
    const char *file;
    int index; /* in a collection */
    const char *version;
    hb_face_t *hb_face; /* lent */
    hb_font_t *hb_font; /* lent; scale = units per em */
    int upem;
    int space;               /* advance of its space in units per em; -1: it has none */
    int number;              /* 0…n-1 in the font set, stable for a style */
    const struct face *full; /* the complete font behind a reduced house font, or NULL */
};

struct fonts;

/* Opens nothing yet; fails (NULL) when fontconfig cannot be set up. The caller frees it. */
struct fonts *fonts_new(struct diag *diag);
void fonts_free(struct fonts *fonts);

/* Opens the faces that a style needs for its language: han and western in regular, bold, italic,
 * bold italic as far as the style names families. False with an error that names the package to
 * install when a face is missing. */
bool fonts_open(struct fonts *fonts, const struct style *style, struct diag *diag);

/* The face of a role, after fonts_open; never NULL for SCRIPT_WESTERN, nor for the script of the
 * style's language. Han has no italic: upright. */
const struct face *fonts_face(const struct fonts *fonts, enum script script, unsigned look);

/* The face of the same look that has the character, or NULL: the wanted script's first, then the
 * others. */
const struct face *fonts_face_for(const struct fonts *fonts, enum script script, unsigned look,
                                  uint32_t character);

int fonts_count(const struct fonts *fonts);
const struct face *fonts_nth(const struct fonts *fonts, int number);

/* Advance of a glyph in units per em. */
int face_advance(const struct face *face, uint32_t glyph);

/* Roles, files, versions and what is missing, as text for `plenary fonts`; false when something
 * is missing. The arena's. */
bool fonts_describe(struct arena *arena, struct fonts *fonts, const struct style *style,
                    const char **text);

#endif
