/* batch: many documents in one go. What is to be done is planned, each document is looked at once
 * (survey), names are settled, and only then is anything written; the work is done by a crew in a
 * process of its own (shift). Messages, events and reports come in the order of the inputs, however
 * many hands there are. */
#ifndef PLENARY_BATCH_H
#define PLENARY_BATCH_H

#include <signal.h>

#include "batch/plan.h"
#include "batch/record.h"
#include "job/job.h"

enum batch_stage { BATCH_READING, BATCH_MAKING, BATCH_OVER };

struct batch_tally {
    int count[OUTCOME_COUNT]; /* of documents, by how they ended; READ: not yet */
    int documents;            /* all that are to be done; what is no document does not count */
    int finished;             /* of the stage; at first what is no document counts too */
    int with_findings;
    int64_t pages;
    int64_t microseconds; /* since the beginning */
};

/* Adds a document that has come to its end. */
void batch_count(struct batch_tally *tally, const struct record *record);

/* Its numbers as members of an object, as events and reports have them. */
void batch_add_tally(struct json *json, const struct batch_tally *tally);

/* What is told while a batch is at work: a document that is finished, in the order of the inputs;
 * or, without one, that time goes by. */
struct batch_event {
    enum batch_stage stage;
    const struct batch_tally *tally;
    const struct plan_item *item; /* NULL: time goes by */
    const struct record *record;
};

struct batch {
    int path_count;
    char *const *paths;  /* as of a plan */
    const char *folder;  /* where outputs go; is made */
    const char *pattern; /* of their names */
    struct job job;      /* all but the input */
    int hands;
    bool changed;                      /* what is up to date is left as it is */
    int shard, shards;                 /* shard I of N, from 1; 1 of 1: all */
    const char *report;                /* a folder; or NULL */
    const volatile sig_atomic_t *stop; /* not 0: stop as soon as may be */
    void (*tell)(const struct batch_event *event, void *user);
    void *user;
};

enum batch_end {
    BATCH_DONE,
    BATCH_FAILED, /* a document failed or was not found, or a manifest is wrong; else all is done */
    BATCH_USAGE,  /* two documents would become one output: nothing is written */
    BATCH_SYSTEM, /* an output could not be written: what came after it is not done */
    BATCH_STOPPED
};

/* Errors that are of no document are filed in `diag`; those of documents are in their records. */
enum batch_end batch_run(struct arena *arena, const struct batch *batch, struct diag *diag);

#endif
