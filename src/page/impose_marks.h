/* impose_marks: what stands on a sheet beside its pages. Private to impose.c. */
#ifndef PLENARY_IMPOSE_MARKS_H
#define PLENARY_IMPOSE_MARKS_H

#include "page/impose.h"
#include "page/sheet.h"

/* How pages stand on every side: in columns and rows. */
struct forme {
    length width, height; /* of the sheet */
    length left, top;     /* of the first page, trimmed */
    length page_width, page_height;
    int columns, rows;
    length gap_x, gap_y; /* between pages */
    bool folded;         /* not cut, between columns and between rows */
    length bleed;
};

/* The edges of a column or row of pages; of all of them. */
length forme_x(const struct forme *forme, int column);
length forme_y(const struct forme *forme, int row);
struct box forme_box(const struct forme *forme);

/* Crop, fold and registration marks; those for which a sheet has no room are left out. */
void impose_place_marks(const struct style *style, const struct forme *forme, struct sheet *sheet);

/* The slug line, outside the bleed. False when a character of it is in no face. */
bool impose_place_slug(const struct compositor *compositor, const struct forme *forme,
                       const char *words, struct sheet *sheet);

#endif
