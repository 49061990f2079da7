/* inspect: any PDF, ours or not, read back and held against a house style. Nothing is drawn: what
 * is told comes from objects, glyphs and their places. */
#ifndef PLENARY_INSPECT_H
#define PLENARY_INSPECT_H

#include "inspect/tags.h"
#include "style/style.h"

struct inspection {
    struct arena *arena;
    const struct style *style;
    const struct source *source; /* its places are pages */
    struct diag *diag;
    struct file *file;
    struct font_shelf *shelf;
    GPtrArray *sheets;       /* of struct sheet */
    const struct tags *tags; /* NULL: none */
    enum language language;  /* that the file says */
    const char *symbol;      /* that stands at the head of page 1; NULL: none */
    bool has_symbol;         /* one stands anywhere on page 1: books have it on their title page */
    struct fonts *fonts;     /* the installed ones, lent by who inspects; NULL: none */
};

/* Reads a PDF. NULL, with an error filed, when it is none. The style is set by who inspects:
 * language and symbol are known then. */
struct inspection *inspect_read(struct arena *arena, const struct source *source,
                                struct diag *diag);

/* Files what is not as the style and the standards want it. */
void inspect_all(const struct inspection *inspection);

/* --- private to the room: the families of rules */
void inspect_file(const struct inspection *inspection);
void inspect_metadata(const struct inspection *inspection); /* by inspect_file */
/* By inspect_metadata; `part` of PDF/A that the file says, 0: none; `accessible`: says PDF/UA. */
void inspect_archive(const struct inspection *inspection, int part, bool accessible);
void inspect_fonts(const struct inspection *inspection);
void inspect_faces(const struct inspection *inspection);
void inspect_boxes(const struct inspection *inspection);
void inspect_heads(const struct inspection *inspection);
void inspect_tags(const struct inspection *inspection);
void inspect_structure(const struct inspection *inspection);
void inspect_targets(const struct inspection *inspection);
void inspect_notes(const struct inspection *inspection);
void inspect_text(const struct inspection *inspection);
void inspect_paragraphs(const struct inspection *inspection);
void inspect_reading(const struct inspection *inspection);
void inspect_inks(const struct inspection *inspection);
void inspect_measure(const struct inspection *inspection);
void inspect_codes(const struct inspection *inspection);

/* What an action does that changes with the machine it is read on; NULL: nothing of that kind. */
const char *inspect_deed(const struct inspection *inspection, const struct object *action);

/* All that the pages paint was read. */
static inline bool inspect_is_whole(const struct inspection *inspection)
{
    return inspection->shelf->left > 0;
}

static inline const struct sheet *inspect_sheet(const struct inspection *inspection, guint index)
{
    return g_ptr_array_index(inspection->sheets, index);
}

static inline const struct sheet_line *inspect_line(const struct sheet *sheet, guint index)
{
    return g_ptr_array_index(sheet->lines, index);
}

/* The beginning of a text, for a message; the arena's. */
const char *inspect_words(const struct inspection *inspection, const char *text);

/* A place of a style in points. */
static inline double inspect_points(length a)
{
    return (double)a / LENGTH_PT;
}

#endif
