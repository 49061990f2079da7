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
    bool help;
};

/* Takes one option of a command; STATUS_USAGE with the reason said. */
typedef enum status documents_option(struct request *request, int letter, const char *value);

/* Takes -o, -s and --help. */
documents_option documents_take_option;

/* Takes the form that --to names, which must be data or must not. */
enum status documents_take_form(struct request *request, const char *name, bool data);

/* Reads the command line into the request, whose form is what is made when none is said. */
enum status documents_parse(const struct cli_command *command, int argc, char **argv,
                            struct request *request, documents_option *take);

/* Does what was asked for. */
enum status documents_run(const struct cli_command *command, const struct request *request);

#endif
