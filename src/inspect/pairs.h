/* pairs: two finished PDFs, or two folders of them, page by page. */
#ifndef PLENARY_INSPECT_PAIRS_H
#define PLENARY_INSPECT_PAIRS_H

#include <glib.h>

#include "base/diag.h"

struct page_difference;

struct compare_job {
    const char *want, *got; /* PDFs or PNGs, or folders: files of the same name are compared */
    int faint;              /* greys of 255 that two dots may be apart */
    double tolerance;       /* share of dots of a page that may look different, 0 to 1 */
    double near;            /* points that a line may stand elsewhere */
    bool pictures;          /* pages are looked at too */
    GString *html;          /* takes a report; NULL: none is made */
};

struct compared_all {
    int pairs, differing;
};

/* Files a message for every page that differs, at its place in `got`. False when something could
 * not be read: then that is filed. */
bool pairs_compare(struct arena *arena, const struct compare_job *job, struct compared_all *counts,
                   struct diag *diag);

/* The report: its beginning, a pair, its end. Private to pairs*.c. */
void pairs_report_begin(GString *out);
void pairs_report_page(GString *out, const char *want, const char *got,
                       const struct page_difference *page);
void pairs_report_end(GString *out);

#endif
