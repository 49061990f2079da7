/* plenary-inspect: the commands for finished PDFs. */
#include <stddef.h>

#include "cli/cli.h"

const struct cli_command *const cli_commands[] = {&inspect_command, &compare_command, NULL};
