/* plenary render: documents in, pages out. */
#include <stdlib.h>

#include "cli/documents.h"
#include "cli/press.h"

/* A number within bounds, nothing behind it. */
static bool parse_number(const char *text, double least, double most, double *number)
{
    char *end;
    *number = g_ascii_strtod(text, &end);
    return end > text && !*end && *number >= least && *number <= most;
}

static struct press_request press; /* one command line a process */

static enum status take_option(struct request *request, int letter, const char *value)
{
    struct job *job = &request->job;
    double number = 0;
    switch (letter) {
    case 't':
        return documents_take_form(request, value, false);
    case PRESS_FOR:
    case PRESS_IMPOSE:
    case PRESS_SHEET:
        return press_take_option(&press, letter, value);
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
    default:
        return documents_take_option(request, letter, value);
    }
}

static enum status run(const struct cli_command *command, int argc, char **argv)
{
    struct request request = {.job = {.dpi = 150}};
    enum status status = documents_parse(command, argc, argv, &request, take_option);
    bool pictures = request.job.form == JOB_PNG || request.job.form == JOB_SVG;
    if (!status && !request.help && request.job.page && !pictures)
        return cli_usage(NULL, "--page is for --to png and --to svg, which have a file a page");
    if (!status && !request.help)
        status = press_finish(&press, request.job.form == JOB_PDF, &request.job.print);
    return status ? status : documents_run(command, &request);
}

static const struct cli_option options[] = {
    {'o', "output", "FILE|FOLDER",
     "where it goes (NAME.pdf in the current folder);\n"
     "several documents need a folder; - is standard output"},
    {'t', "to", "FORM",
     "pdf (PDF/A-2a and PDF/UA-1 at once), png, svg;\n"
     "tree, galley, pages: how far it got, as text"},
    PRESS_OPTIONS,
    {'s', "style", "NAME|FILE", "the house style (by the kind of the document)"},
    {'e', "emblem", "FILE", "the emblem on page 1, SVG or PNG (the style's, or none)"},
    {'D', "dpi", "N", "dots per inch of png (150)"},
    {'P', "page", "N", "only this page, of png and svg"},
    {0},
};

const struct cli_command render_command = {
    "render",
    "[OPTION]... FILE...",
    "sets documents (AKN4UN XML, YAML, JSON, Markdown) as pages",
    options,
    "Exit status: 0 done, 1 a document could not be rendered, 2 bad usage, 3 the system failed.",
    run,
};
