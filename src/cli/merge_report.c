/* plenary merge-report: the reports of several shards as one. */
#include <getopt.h>
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

static enum status run(const struct cli_command *command, int argc, char **argv)
{
    const char *folder = NULL, *value;
    for (int letter; (letter = cli_next_option(command, argc, argv, &value));) {
        if (letter == 'h')
            return cli_help(command);
        if (letter == '?')
            return STATUS_USAGE;
        folder = value;
    }
    if (!folder)
        return cli_usage("plenary merge-report -o ALL REPORT1 REPORT2", "-o names no folder");
    if (optind == argc)
        return cli_usage("plenary merge-report -o ALL REPORT1 REPORT2", "no report given");
    return merge(folder, argv + optind, argc - optind);
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
