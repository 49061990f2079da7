/* documents: what the commands share that take documents: where outputs go, one by one, the worst
 * status last. */
#ifndef PLENARY_DOCUMENTS_H
#define PLENARY_DOCUMENTS_H

#include "cli/cli.h"
#include "cli/naming.h"
#include "job/job.h"

struct request {
    struct job job; /* all but the input */
    struct naming naming;
};

/* Takes -o and -s. */
cli_take documents_take_option;

/* Takes the form that --to names, which must be data or must not. */
enum status documents_take_form(struct request *request, const char *name, bool data);

/* Reads the command line into the request, whose form is what is made when none is said. */
enum status documents_parse(const struct cli_command *command, int argc, char **argv,
                            struct request *request, cli_take *take);

/* Does what was asked for. */
enum status documents_run(const struct request *request);

#endif
