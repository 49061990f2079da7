/* record: what is known of one document of a batch, as it crosses from the process that did the
 * work, is kept for the next run, and is reported. */
#ifndef PLENARY_RECORD_H
#define PLENARY_RECORD_H

#include <glib.h>

#include "base/diag.h"
#include "job/json.h"

enum outcome {
    OUTCOME_READ,    /* so far; the others are ends */
    OUTCOME_FOREIGN, /* no document at all */
    OUTCOME_DONE,
    OUTCOME_KEPT,   /* up to date: nothing had to be done */
    OUTCOME_FAILED, /* by what is wrong with it */
    OUTCOME_CRASHED,
    OUTCOME_SYSTEM, /* could not be written */
    OUTCOME_COUNT
};

/* What output names and reports say of a document. */
enum fact {
    FACT_SYMBOL,
    FACT_LANGUAGE,
    FACT_NUMBER,  /* 76/19 */
    FACT_SESSION, /* 76 */
    FACT_ORGAN,
    FACT_KIND,
    FACT_TITLE,
    FACT_STYLE, /* that it is set in */
    FACT_COUNT
};

/* A message with its places: in the source, and on a page in 1/10000 of width and height. */
struct finding {
    const char *level, *slug, *text, *hint, *excerpt; /* never NULL */
    int line, column;                                 /* 0: the file as a whole */
    int page, x, y, width, height;                    /* page 0: not on any */
};

struct made {
    const char *name; /* in the folder of outputs */
    const char *hash; /* SHA-256 of its bytes */
};

struct record {
    enum outcome outcome;
    const char *facts[FACT_COUNT]; /* "" when not known */
    const char *hash;              /* of the input */
    const char *key;               /* of all that the outputs depend on */
    const char *messages;          /* as on a terminal */
    int pages;
    int64_t microseconds;
    int finding_count;
    struct finding *findings;
    int made_count;
    struct made *made;
};

/* An empty one: nothing is known. */
struct record record_empty(enum outcome outcome);

/* The same as one value of record_type; floating. */
GVariant *record_pack(const struct record *record);
const GVariantType *record_type(void);
/* And back; everything is the arena's. */
struct record *record_unpack(struct arena *arena, GVariant *value);

/* The list of its findings, as events and reports have it. */
void record_add_findings(struct json *json, const char *key, const struct record *record);

const char *record_outcome_name(enum outcome outcome);
const char *record_fact_name(enum fact fact);

#endif
