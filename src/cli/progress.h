/* progress: how far a batch is: a bar on a terminal, now and then a line elsewhere, events as JSON
 * for programs. */
#ifndef PLENARY_PROGRESS_H
#define PLENARY_PROGRESS_H

#include "batch/batch.h"

enum progress_form { PROGRESS_BAR, PROGRESS_LINES, PROGRESS_QUIET, PROGRESS_JSON };

struct progress {
    enum progress_form form;
    int64_t shown;     /* microseconds since the beginning, when something was said last */
    int64_t made_from; /* when the making began */
    int made_before;   /* documents that were finished by then */
    enum batch_stage stage;
    bool standing; /* a bar stands on the terminal's last line */
};

/* A bar when standard error is a terminal, else lines. */
enum progress_form progress_usual(void);

/* Shows an event, messages of the document first; `user` is the struct progress. */
void progress_tell(const struct batch_event *event, void *user);

#endif
