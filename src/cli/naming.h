/* naming: where the outputs of a command line go. */
#ifndef PLENARY_NAMING_H
#define PLENARY_NAMING_H

#include "cli/cli.h"
#include "job/job.h"

struct naming {
    enum job_form form;
    bool one_page;      /* of the pages that a picture could show, one was asked for */
    const char *target; /* as given with -o, or NULL */
    int count;          /* of inputs */
    char **inputs;
};

/* STATUS_USAGE, with the reason said, when the outputs would not fit where they are to go: many
 * documents in one file, two of one name, a picture of many pages in one stream, an output over an
 * input. Nothing is written. */
enum status naming_check(struct arena *arena, const struct naming *naming);

/* The path for one of `count` outputs of an input: a picture of page `page` (from 1), or the
 * document; - for standard output. The arena's. */
const char *naming_path(struct arena *arena, const struct naming *naming, const char *input,
                        int page, int count);

/* Makes the folder that -o asks for with a slash at its end; false with an error. */
bool naming_make_folder(const struct naming *naming, struct diag *diag);

#endif
