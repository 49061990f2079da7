/* shift: a crew at work in a process of its own, so that a document that breaks the program breaks
 * nothing else. When the process dies, those that were being worked on are tried again, each in a
 * process of its own; the one that dies again is reported, and a new process goes on with the
 * rest. The caller has no threads and opens no fonts. */
#ifndef PLENARY_SHIFT_H
#define PLENARY_SHIFT_H

#include <glib.h>
#include <signal.h>

#include "job/crew.h"

/* Does job `index` in a thread of the other process; the record (a floating reference will do) of
 * the shift's type is what comes back. */
typedef GVariant *shift_work(struct fonts *fonts, int index, void *user);

/* Takes a record as soon as it is there, in any order, each job once. A NULL record: the job died,
 * `how` says of what ("signal 11, Segmentation fault"). Called by the caller's thread. */
typedef void shift_arrived(int index, GVariant *record, const char *how, void *user);

struct shift {
    int hands;
    bool sets;
    int count;
    const int64_t *sizes;     /* as of a crew */
    const GVariantType *type; /* of records */
    shift_work *work;
    shift_arrived *arrived;
    void (*begin)(void *user);         /* first, in each process; or NULL */
    void (*tick)(void *user);          /* some times a second, in the caller; or NULL */
    const volatile sig_atomic_t *stop; /* not 0: the work is to be stopped; or NULL */
    void *user;
};

enum shift_end { SHIFT_DONE, SHIFT_STOPPED, SHIFT_FAILED };

/* Does all jobs. STOPPED: the other process is gone, what it was doing is left as it stood. FAILED:
 * no process could be begun, or none that gets as far as a job; an error is filed. */
enum shift_end shift_run(const struct shift *shift, struct diag *diag);

#endif
