/* plenary render: documents in, pages out. */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/nearest.h"
#include "cli/cli.h"
#include "cli/naming.h"
#include "job/output.h"

struct request {
    struct job job; /* all but the input */
    struct naming naming;
    bool help;
};

static enum status say_no_form(const char *given)
{
    const char *names[JOB_FORM_COUNT];
    for (int i = 0; i < JOB_FORM_COUNT; i++)
        names[i] = job_form_name((enum job_form)i);
    const char *nearest = nearest_word(given, names, JOB_FORM_COUNT);
    char *hint = nearest ? g_strdup_printf("did you mean %s?", nearest)
                         : g_strdup("pdf, png, svg, tree, galley and pages are known");
    cli_usage(hint, "--to knows no %s", given);
    g_free(hint);
    return STATUS_USAGE;
}

/* A number within bounds, nothing behind it. */
static bool parse_number(const char *text, double least, double most, double *number)
{
    char *end;
    *number = g_ascii_strtod(text, &end);
    return end > text && !*end && *number >= least && *number <= most;
}

static enum status take_option(struct request *request, int letter, const char *value)
{
    struct job *job = &request->job;
    double number = 0;
    switch (letter) {
    case 'o':
        request->naming.target = value;
        return STATUS_DONE;
    case 't':
        job->form = request->naming.form = job_form_of(value);
        return job->form == JOB_FORM_COUNT ? say_no_form(value) : STATUS_DONE;
    case 's':
        job->style = value;
        return STATUS_DONE;
    case 'e':
        job->emblem = value;
        return STATUS_DONE;
    case 'D':
        if (!parse_number(value, 10, 1200, &job->dpi))
            return cli_usage(NULL, "--dpi takes a number from 10 to 1200, not %s", value);
        return STATUS_DONE;
    case 'P':
        if (!parse_number(value, 1, 1e6, &number) || number != (int)number)
            return cli_usage(NULL, "--page takes a whole number from 1, not %s", value);
        job->page = (int)number;
        request->naming.one_page = true;
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
    request->naming.count = argc - optind;
    request->naming.inputs = argv + optind;
    if (!request->help && !request->naming.count)
        return cli_usage("plenary render FILE; - is standard input", "no document given");
    return STATUS_DONE;
}

static bool write_outputs(struct arena *arena, const struct naming *naming, const char *input,
                          const struct job_result *result, struct diag *diag)
{
    struct output *outputs = ARENA_ARRAY(arena, struct output, result->output_count);
    for (int i = 0; i < result->output_count; i++)
        outputs[i] = (struct output){
            naming_path(arena, naming, input, result->first_page + i, result->output_count),
            result->outputs[i]};
    return naming_make_folder(naming, diag) &&
           output_write(arena, outputs, result->output_count, diag);
}

/* One document, on an arena of its own. */
static enum status render_one(const struct request *request, struct fonts *fonts, char *input)
{
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(arena);
    struct job job = request->job;
    struct job_result result;
    job.input = input;
    bool done = job_run(arena, fonts, &job, diag, &result) &&
                write_outputs(arena, &request->naming, input, &result, diag);
    enum status status = diag_count(diag, DIAG_FATAL) ? STATUS_SYSTEM
                         : done                       ? STATUS_DONE
                                                      : STATUS_FAILED;
    fputs(diag_text(diag), stderr);
    arena_free(arena);
    return status;
}

/* All documents: one that fails does not keep the others back. */
static enum status render_all(const struct request *request, struct diag *diag)
{
    struct fonts *fonts = fonts_new(diag);
    if (!fonts)
        return STATUS_SYSTEM;
    enum status worst = STATUS_DONE;
    for (int i = 0; i < request->naming.count; i++) {
        enum status status = render_one(request, fonts, request->naming.inputs[i]);
        worst = MAX(worst, status);
    }
    fonts_free(fonts);
    return worst;
}

static enum status run(const struct cli_command *command, int argc, char **argv)
{
    struct request request = {.job = {.dpi = 150}};
    enum status status = parse(command, argc, argv, &request);
    if (status)
        return status;
    if (request.help)
        return cli_help(command);

    bool pictures = request.job.form == JOB_PNG || request.job.form == JOB_SVG;
    if (request.job.page && !pictures)
        return cli_usage(NULL, "--page is for --to png and --to svg, which have a file a page");

    struct arena *arena = arena_new();
    struct diag *diag = diag_new(arena);
    status = naming_check(arena, &request.naming);
    if (!status)
        status = render_all(&request, diag);
    fputs(diag_text(diag), stderr);
    arena_free(arena);
    return status;
}

static const struct cli_option options[] = {
    {'o', "output", "FILE|FOLDER",
     "where it goes (NAME.pdf in the current folder);\n"
     "several documents need a folder; - is standard output"},
    {'t', "to", "FORM",
     "pdf (PDF/A-2a and PDF/UA-1 at once), png, svg;\n"
     "tree, galley, pages: how far it got, as text"},
    {'s', "style", "NAME|FILE", "the house style (by the kind of the document)"},
    {'e', "emblem", "FILE", "the emblem on page 1, SVG or PNG (the style's, or none)"},
    {'D', "dpi", "N", "dots per inch of png (150)"},
    {'P', "page", "N", "only this page, of png and svg"},
    {0},
};

const struct cli_command render_command = {
    "render",
    "[OPTION]... FILE...",
    "sets documents (AKN4UN XML, Markdown) as pages",
    options,
    "Exit status: 0 done, 1 a document could not be rendered, 2 bad usage, 3 the system failed.",
    run,
};
