/* plenary: the commands of the tool. */
#include <stddef.h>

#include "cli/cli.h"

const struct cli_command *const cli_commands[] = {
    &render_command,
    &convert_command,
    &check_command,
    &rules_command,
    &inspect_away,
    &compare_away,
    &volume_command,
    &fonts_command,
    &batch_command,
    &merge_report_command,
    NULL,
};
