/* compare: the pages of two PDFs side by side: what their lines say and where, how they look. */
#ifndef PLENARY_INSPECT_COMPARE_H
#define PLENARY_INSPECT_COMPARE_H

#include "inspect/sheet.h"

enum change_kind { CHANGE_SAME, CHANGE_LOST, CHANGE_NEW, CHANGE_MOVED };

/* A line of one page or both. */
struct change {
    enum change_kind kind;
    const char *text;
    double by; /* MOVED: so many points, the greater of right and down */
};

struct page_difference {
    int page;        /* from 1 */
    GArray *changes; /* of struct change, from above; all lines */
    int lost, added, moved;
    double share; /* of dots that look different, 0 to 1; below 0: not known */
};

/* Pages that both have, by their text; every page is listed. A line is moved when it stands more
 * than `near` points elsewhere. The array, of struct page_difference, is the arena's. */
GPtrArray *compare_text(struct arena *arena, const GPtrArray *want, const GPtrArray *got,
                        double near);

/* Looks at the pages as pictures, drawn by pdftoppm, a program of its own: its library is not for
 * programs under every licence. False when it is not installed or draws nothing. Greys that are no
 * more than `faint` of 255 apart are the same. */
bool compare_pictures(const char *want, const char *got, int faint, GPtrArray *pages);

/* Pages that are pictures already: how many of their dots differ, 0 to 1; below 0: one is none. */
bool compare_is_png(const char *path);
double compare_two_png(const char *want, const char *got, int faint);

/* A page as PNG, by the same program; NULL when that fails. The caller's to unref. */
GBytes *compare_png(const char *path, int page);

#endif
