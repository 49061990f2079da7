/* survey: a first look at each document of a batch, before anything is written: what it is, what
 * its outputs would be called, whether they are there and up to date. */
#ifndef PLENARY_SURVEY_H
#define PLENARY_SURVEY_H

#include "batch/edition.h"
#include "batch/journal.h"
#include "batch/plan.h"
#include "job/job.h"

/* The same for all documents. */
struct survey {
    const struct job *job; /* all but the input */
    const char *pattern;   /* of names */
    const char *folder;
    const struct journal *journal; /* NULL: everything is made anew */
    const char *report;            /* where pictures of pages go; NULL: none are made */
    struct editions *editions;
    int shard, shards; /* only documents of this shard, from 1 */
};

/* The job of one document. */
struct job survey_job(const struct survey *survey, const struct plan_item *item);

/* READ with facts, hash and key; KEPT as it is on record; FAILED with messages when it cannot be
 * read; FOREIGN when it is no document but was only found, or is one of another shard. The arena's.
 */
struct record *survey_document(struct arena *arena, struct fonts *fonts,
                               const struct survey *survey, const struct plan_item *item);

/* The name of output `page` (from 1; pictures only) of a document that was surveyed, within the
 * folder. The arena's. */
const char *survey_name(struct arena *arena, const struct survey *survey,
                        const struct plan_item *item, const struct record *record, int page);

#endif
