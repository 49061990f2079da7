/* subset: a font program with a few glyphs of a face, and how these are numbered in it. */
#ifndef PLENARY_PDF_SUBSET_H
#define PLENARY_PDF_SUBSET_H

#include <hb.h>
#include <stdbool.h>
#include <stdint.h>

enum program { PROGRAM_CFF, PROGRAM_TRUETYPE };

struct subset {
    enum program program;
    hb_blob_t *bytes; /* a bare CFF table, or a TrueType file */
    uint16_t *codes;  /* the code of glyphs[i] in a text string of the PDF */
};

/* Makes a font program of `count` glyphs, ascending, glyph 0 among them. The reason why that
 * cannot be done, or NULL; `subset` is then for subset_free. */
const char *subset_make(hb_face_t *face, const uint32_t *glyphs, int count, struct subset *subset);
void subset_free(struct subset *subset);

#endif
