/* plenary batch: a session in one go. */
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "base/nearest.h"
#include "batch/batch.h"
#include "batch/pattern.h"
#include "cli/cli.h"
#include "cli/press.h"
#include "cli/progress.h"
#include "job/crew.h"

static volatile sig_atomic_t stop_signal;

static void take_signal(int signal_number)
{
    stop_signal = signal_number;
}

/* The first one asks the batch to stop; the second ends it as it would any program. */
static void catch_signals(void)
{
    static const int caught[] = {SIGINT, SIGTERM, SIGHUP};
    struct sigaction action = {.sa_handler = take_signal, .sa_flags = (int)SA_RESETHAND};
    for (size_t i = 0; i < G_N_ELEMENTS(caught); i++)
        sigaction(caught[i], &action, NULL);
    signal(SIGPIPE, SIG_IGN); /* who reads the events may leave; the work goes on */
}

/* --- options ------------------------------------------------------------------------------- */

struct request {
    struct batch batch;
    struct press_request press;
    struct progress progress;
};

static enum status take_shard(struct batch *batch, const char *value)
{
    char end;
    int read = sscanf(value, "%6d/%6d%c", &batch->shard, &batch->shards, &end);
    if (read != 2 || batch->shard < 1 || batch->shard > batch->shards)
        return cli_usage("--shard 2/4 is the second of four",
                         "--shard takes two whole numbers, not %s", value);
    return STATUS_DONE;
}

static enum status take_form(struct batch *batch, const char *value)
{
    const char *names[JOB_FORM_COUNT];
    for (int form = 0; form < JOB_FORM_COUNT; form++)
        names[form] = job_form_name((enum job_form)form);
    batch->job.form = job_form_of(value);
    if (batch->job.form != JOB_FORM_COUNT)
        return STATUS_DONE;
    const char *nearest = nearest_word(value, names, JOB_FORM_COUNT);
    char *hint = nearest ? g_strdup_printf("did you mean %s?", nearest) : NULL;
    cli_usage(hint, "--to knows no %s", value);
    g_free(hint);
    return STATUS_USAGE;
}

static enum status take_option(void *asked, int letter, const char *value)
{
    struct request *request = asked;
    struct batch *batch = &request->batch;
    switch (letter) {
    case 'o':
        batch->folder = value;
        return STATUS_DONE;
    case 'j':
        return cli_take_count("-j", value, CLI_MOST_HANDS, &batch->hands);
    case 't':
        return take_form(batch, value);
    case 's':
        batch->job.style = value;
        return STATUS_DONE;
    case 'e':
        batch->job.emblem = value;
        return STATUS_DONE;
    case 'D':
        return cli_take_number("--dpi", value, 10, 1200, &batch->job.dpi);
    case 'n':
        batch->pattern = value;
        return STATUS_DONE;
    case 'k':
        batch->job.check = true;
        return STATUS_DONE;
    case 'c':
        batch->changed = true;
        return STATUS_DONE;
    case 'R':
        batch->report = value;
        return STATUS_DONE;
    case 'H':
        return take_shard(batch, value);
    case 'Q':
        request->progress.form = PROGRESS_QUIET;
        return STATUS_DONE;
    case 'J':
        request->progress.form = PROGRESS_JSON;
        return STATUS_DONE;
    default:
        return press_take_option(&request->press, letter, value);
    }
}

static enum status check_pattern(struct arena *arena, const char *pattern)
{
    const char *wrong;
    if (pattern_check(arena, pattern, &wrong))
        return STATUS_DONE;
    return cli_usage("known are {symbol} {language} {number} {session} {organ} {kind} {style} "
                     "{input}",
                     "--name cannot be %s: %s", pattern, wrong);
}

static enum status parse(const struct cli_command *command, int argc, char **argv,
                         struct request *request)
{
    struct cli_operands operands;
    enum status status = cli_take_options(command, argc, argv, take_option, request, &operands);
    if (status)
        return status;
    request->batch.path_count = operands.count;
    request->batch.paths = operands.all;
    if (!operands.count)
        return cli_usage("plenary batch -o OUT FOLDER; - reads names from standard input",
                         "no document, folder or manifest given");
    struct job *job = &request->batch.job;
    return press_finish(&request->press, job->form == JOB_PDF, &job->print);
}

/* --- doing it ------------------------------------------------------------------------------ */

static enum status status_of(enum batch_end end)
{
    switch (end) {
    case BATCH_DONE:
        return STATUS_DONE;
    case BATCH_FAILED:
        return STATUS_FAILED;
    case BATCH_USAGE:
        return STATUS_USAGE;
    case BATCH_SYSTEM:
    case BATCH_STOPPED:
        break;
    }
    return STATUS_SYSTEM;
}

static enum status run_request(struct request *request)
{
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(arena);
    enum status status = check_pattern(arena, request->batch.pattern);
    if (!status) {
        catch_signals();
        request->batch.user = &request->progress;
        status = status_of(batch_run(arena, &request->batch, diag));
    }
    fputs(diag_text(diag), stderr);
    arena_free(arena);
    if (stop_signal)
        raise(stop_signal); /* as whoever sent it expects */
    return status;
}

static enum status run(const struct cli_command *command, int argc, char **argv)
{
    struct request request = {.batch = {.folder = ".",
                                        .pattern = PATTERN_USUAL,
                                        .job = {.dpi = 150},
                                        .hands = crew_hands(),
                                        .shard = 1,
                                        .shards = 1,
                                        .stop = &stop_signal,
                                        .tell = progress_tell},
                              .progress = {.form = progress_usual()}};
    enum status status = parse(command, argc, argv, &request);
    return status ? status : run_request(&request);
}

static const struct cli_option options[] = {
    {'o', "output", "FOLDER", "where outputs go (the current folder); it is made"},
    {'j', "jobs", "N", "how many are worked on at once (one a processor)"},
    {'t', "to", "FORM", "as of render (pdf) or convert"},
    {'s', "style", "NAME|FILE", "the house style (by the kind of each document)"},
    {'e', "emblem", "FILE", "the emblem on page 1, SVG or PNG"},
    {'D', "dpi", "N", "dots per inch of png (150)"},
    PRESS_OPTIONS,
    {'n', "name", "PATTERN",
     "names of outputs ({symbol}.{language}); also {number}\n"
     "{session} {organ} {kind} {style} {input}"},
    {'k', "check", NULL, "also tells what the house style finds, as check does"},
    {'c', "changed", NULL, "leaves alone what is up to date"},
    {'R', "report", "FOLDER", "a report for a browser: index.html with all pages and findings"},
    {'H', "shard", "I/N", "only part I of N, for several machines"},
    {'Q', "quiet", NULL, "messages only, no progress"},
    {'J', "json", NULL, "events on standard output, a JSON object a line"},
    {0},
};

const struct cli_command batch_command = {
    "batch",
    "[OPTION]... PATH...",
    "renders many documents at once: files, folders, manifests",
    options,
    "Exit status: 0 all done, 1 some failed, 2 bad usage or two documents of one name,\n"
    "3 the system failed.",
    run,
};
