/* plenary merge-report: the reports of several shards as one. */
#include <glib.h>
#include <stdio.h>

#include "batch/report.h"
#include "cli/cli.h"

static enum status merge(const char *folder, char *const *folders, int count)
{
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(arena);
    bool merged = report_merge(arena, folder, folders, count, diag);
    enum status status = diag_count(diag, DIAG_FATAL) ? STATUS_SYSTEM
                         : merged                     ? STATUS_DONE
                                                      : STATUS_FAILED;
    fputs(diag_text(diag), stderr);
    arena_free(arena);
    return status;
}

static enum status take_option(void *folder, int letter, const char *value)
{
    (void)letter; /* -o is all there is */
    *(const char **)folder = value;
    return STATUS_DONE;
}

static enum status run(const struct cli_command *command, int argc, char **argv)
{
    const char *folder = NULL;
    struct cli_operands operands;
    enum status status = cli_take_options(command, argc, argv, take_option, &folder, &operands);
    if (status)
        return status;
    if (!folder)
        return cli_usage("plenary merge-report -o ALL REPORT1 REPORT2", "-o names no folder");
    if (!operands.count)
        return cli_usage("plenary merge-report -o ALL REPORT1 REPORT2", "no report given");
    return merge(folder, operands.all, operands.count);
}

static const struct cli_option options[] = {
    {'o', "output", "FOLDER", "where the report goes; it is made"},
    {0},
};

const struct cli_command merge_report_command = {
    "merge-report",
    "-o FOLDER REPORT...",
    "joins the reports of batches into one",
    options,
    "A REPORT is a folder that 'plenary batch --report' has made.\n"
    "Exit status: 0 done, 1 a report could not be read or two documents became one output,\n"
    "2 bad usage, 3 the system failed.",
    run,
};
