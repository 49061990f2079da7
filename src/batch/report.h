/* report: what became of a batch, as a folder that a browser shows from the disk: index.html, its
 * data twice (report.json for programs, report.js for the page), and pictures of the pages. */
#ifndef PLENARY_REPORT_H
#define PLENARY_REPORT_H

#include "batch/batch.h"
#include "page/book.h"

struct report_entry {
    const char *input;
    const char *folder; /* of its outputs, from the report's folder or absolute */
    const struct record *record;
};

struct report {
    int count;
    const struct report_entry *entries;
    struct batch_tally tally;
};

/* Writes index.html, report.json and report.js into a folder, which is made. */
bool report_write(struct arena *arena, const char *folder, const struct report *report,
                  struct diag *diag);

/* Reads a report.json back; false with an error when it is none. The arena's. */
bool report_read(struct arena *arena, const char *folder, struct report *report, struct diag *diag);

/* The name of the picture of a page (from 1; 0: page 1, small) in the report's folder. */
const char *report_picture(struct arena *arena, const struct record *record, int page);

/* Writes pictures of all pages of a document. */
bool report_add_pages(struct arena *arena, const char *folder, const struct record *record,
                      const struct book *book, struct diag *diag);

/* Removes the pictures of documents that are not in the report: older ones, or none any more. */
void report_sweep(const char *folder, const struct report *report);

/* Whether all of them are there. */
bool report_has_pages(struct arena *arena, const char *folder, const struct record *record);

/* The way from one folder to another, "../out". The arena's. */
const char *report_way(struct arena *arena, const char *from, const char *to);

/* Joins reports, whose pictures are linked or copied, into one folder. Two documents of the same
 * output are an error. */
bool report_merge(struct arena *arena, const char *folder, char *const *folders, int count,
                  struct diag *diag);

#endif
