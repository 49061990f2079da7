/* plenary render: documents in, pages out. */
#include "cli/documents.h"
#include "cli/press.h"

struct rendering {
    struct request request;
    struct press_request press;
};

static enum status take_option(void *asked, int letter, const char *value)
{
    struct rendering *rendering = asked;
    struct request *request = &rendering->request;
    switch (letter) {
    case 't':
        return documents_take_form(request, value, false);
    case PRESS_FOR:
    case PRESS_IMPOSE:
    case PRESS_SHEET:
        return press_take_option(&rendering->press, letter, value);
    case 'e':
        request->job.emblem = value;
        return STATUS_DONE;
    case 'D':
        return cli_take_number("--dpi", value, 10, 1200, &request->job.dpi);
    case 'P':
        request->naming.one_page = true;
        return cli_take_count("--page", value, 1000000, &request->job.page);
    default:
        return documents_take_option(request, letter, value);
    }
}

static enum status run(const struct cli_command *command, int argc, char **argv)
{
    struct rendering rendering = {.request.job.dpi = 150};
    struct request *request = &rendering.request;
    enum status status = documents_parse(command, argc, argv, request, take_option);
    if (status)
        return status;
    bool pictures = request->job.form == JOB_PNG || request->job.form == JOB_SVG;
    if (request->job.page && !pictures)
        return cli_usage(NULL, "--page is for --to png and --to svg, which have a file a page");
    status = press_finish(&rendering.press, request->job.form == JOB_PDF, &request->job.print);
    return status ? status : documents_run(request);
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
