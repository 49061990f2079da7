/* plenary check: documents in, what the house style says of them out. */
#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include <glib.h>

#include "cli/cli.h"
#include "job/check.h"

struct request {
    struct check_job job; /* all but the input */
    enum diag_level fail_on;
    int count;
    char **inputs;
    bool help;
};

static enum status take_level(struct request *request, const char *value)
{
    static const struct {
        const char *name;
        enum diag_level level;
    } levels[] = {{"style", DIAG_STYLE_LEVEL},
                  {"warning", DIAG_WARNING},
                  {"error", DIAG_ERROR},
                  {"never", DIAG_FATAL}};
    for (size_t i = 0; i < G_N_ELEMENTS(levels); i++)
        if (strcmp(levels[i].name, value) == 0) {
            request->fail_on = levels[i].level;
            return STATUS_DONE;
        }
    return cli_usage(NULL, "--fail-on takes style, warning, error or never, not %s", value);
}

static enum status take_option(struct request *request, int letter, const char *value)
{
    switch (letter) {
    case 'F':
        return take_level(request, value);
    case 'N':
        request->job.pages = false;
        return STATUS_DONE;
    case 's':
        request->job.style = value;
        return STATUS_DONE;
    case 'h':
        request->help = true;
        return STATUS_DONE;
    default:
        return STATUS_USAGE;
    }
}

static enum status parse(const struct cli_command *command, int argc, char **argv,
                         struct request *request)
{
    const char *value;
    for (int letter; !request->help && (letter = cli_next_option(command, argc, argv, &value));) {
        enum status status = take_option(request, letter, value);
        if (status)
            return status;
    }
    request->count = argc - optind;
    request->inputs = argv + optind;
    if (!request->help && !request->count)
        return cli_usage("plenary check FILE; - is standard input", "no document given");
    return STATUS_DONE;
}

/* One document, on an arena of its own. */
static enum status check_one(const struct request *request, struct fonts *fonts, const char *input)
{
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(arena);
    struct check_job job = request->job;
    job.input = input;
    bool read = job_check(arena, fonts, &job, diag);
    bool good = read && !diag_count(diag, request->fail_on);
    fputs(diag_text(diag), stdout);
    arena_free(arena);
    return good ? STATUS_DONE : STATUS_FAILED;
}

static enum status check_all(const struct request *request, struct diag *diag)
{
    struct fonts *fonts = request->job.pages ? fonts_new(diag) : NULL;
    if (request->job.pages && !fonts)
        return STATUS_SYSTEM;
    enum status worst = STATUS_DONE;
    for (int i = 0; i < request->count; i++) {
        enum status status = check_one(request, fonts, request->inputs[i]);
        worst = MAX(worst, status);
    }
    if (fonts)
        fonts_free(fonts);
    return worst;
}

static enum status run(const struct cli_command *command, int argc, char **argv)
{
    struct request request = {.job = {.pages = true}, .fail_on = DIAG_WARNING};
    enum status status = parse(command, argc, argv, &request);
    if (status || request.help)
        return status ? status : cli_help(command);
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(arena);
    status = check_all(&request, diag);
    fputs(diag_text(diag), stderr);
    arena_free(arena);
    return status;
}

static const struct cli_option options[] = {
    {'F', "fail-on", "LEVEL", "style, warning (without it), error or never"},
    {'N', "no-pages", NULL, "checks the text only; no page is made up"},
    {'s', "style", "NAME|FILE", "the house style (by the kind of the document)"},
    {0},
};

const struct cli_command check_command = {
    "check",
    "[OPTION]... FILE...",
    "says what in documents is not as the house style wants it",
    options,
    "Exit status: 0 nothing was found of that level, 1 something was, or a document could not be\n"
    "read, 2 bad usage, 3 the system failed.",
    run,
};
