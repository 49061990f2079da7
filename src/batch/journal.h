/* journal: what a batch made in a folder, written line by line as it is made, so that a kill loses
 * nothing: the next batch into that folder knows what is up to date, and what the dead one left
 * lying about. One hidden file, locked while a batch is at work. */
#ifndef PLENARY_JOURNAL_H
#define PLENARY_JOURNAL_H

#include "batch/record.h"

struct journal;

/* Opens the journal of a folder, which is made when it is not there; `shard` of `shards` has one of
 * its own. Removes what a dead batch was writing, there and in `beside` (or NULL). NULL, with an
 * error, when the folder cannot be written or another batch is at work in it. */
struct journal *journal_open(const char *folder, int shard, int shards, const char *beside,
                             struct diag *diag);

/* What is on record of documents of that content, one after the other: NULL to begin with, then the
 * one before; NULL at the end. Lent; may be asked by many threads. */
const struct record *journal_next(const struct journal *journal, const char *hash,
                                  const struct record *before);

/* Notes the process that is about to write. */
bool journal_note_process(struct journal *journal);
/* Notes what was made. False when that cannot be written. */
bool journal_note(struct journal *journal, const struct record *record);

/* Removes what a process that was ended by force was writing. */
void journal_sweep(struct journal *journal);

/* Ends a batch that went to its end: the journal is written anew, in the order of names, without
 * what was replaced. False when that cannot be written. */
bool journal_settle(struct journal *journal, struct diag *diag);
/* Ends a batch that wrote nothing: no journal is left, nor the folder, if they were not there. */
void journal_abandon(struct journal *journal);
void journal_free(struct journal *journal);

#endif
