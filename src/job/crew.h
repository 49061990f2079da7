/* crew: many jobs, a few hands. Threads with a set of fonts each take jobs, largest first; what
 * they make is handed over in the order of the jobs, so that one hand or eight give the same. */
#ifndef PLENARY_CREW_H
#define PLENARY_CREW_H

#include <stdbool.h>
#include <stdint.h>

#include "base/diag.h"
#include "set/fonts.h"

/* How far ahead of the oldest job that is not handed over yet others are taken: so many results
 * are in memory at most, and among so many jobs the largest comes first. */
#define CREW_WINDOW 256

/* Does job `index`, in any thread; `fonts` is the thread's own, NULL for a crew without fonts. What
 * it returns is passed on as it is. */
typedef void *crew_work(struct fonts *fonts, int index, void *user);

/* Takes over what job `index` became: called in order from 0, by the thread that called crew_run.
 */
typedef void crew_done(int index, void *result, void *user);

struct crew {
    int hands; /* threads, from 1 */
    bool sets; /* each has fonts */
    int count;
    const int64_t *sizes; /* of the jobs, whatever the unit; NULL: all alike */
    crew_work *work;
    crew_done *done; /* NULL: nothing is handed over */
    void *user;
};

/* Does all jobs. False, with an error filed and nothing done, when there are no fonts. */
bool crew_run(const struct crew *crew, struct diag *diag);

/* As many hands as this process may use processors. */
int crew_hands(void);

#endif
