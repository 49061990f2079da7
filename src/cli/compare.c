/* plenary compare: what changed between two PDFs, or two folders of them. */
#include <getopt.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"
#include "job/compare.h"
#include "job/output.h"
#include "job/telling.h"

struct request {
    struct compare_job job;
    enum telling_form form;
    const char *html;
    bool help;
};

static enum status take_share(struct request *request, const char *value)
{
    char *end;
    double share = g_ascii_strtod(value, &end);
    if (end == value || *end || !(share >= 0 && share <= 100))
        return cli_usage(NULL, "--tolerance takes per cent from 0 to 100, not %s", value);
    request->job.tolerance = share / 100;
    return STATUS_DONE;
}

static enum status take_option(struct request *request, int letter, const char *value)
{
    switch (letter) {
    case 't':
        return take_share(request, value);
    case 'H':
        request->html = value;
        return STATUS_DONE;
    case 'T':
        request->job.pictures = false;
        return STATUS_DONE;
    case 'f':
        request->form = telling_form_of(value);
        return request->form < TELLING_FORM_COUNT
                   ? STATUS_DONE
                   : cli_usage(NULL, "--format takes text, json or sarif, not %s", value);
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
    if (!request->help && argc - optind != 2)
        return cli_usage("plenary compare WANT.pdf GOT.pdf", "two files or two folders are wanted");
    request->job.want = argv[optind];
    request->job.got = request->help ? NULL : argv[optind + 1];
    return STATUS_DONE;
}

static bool write_html(struct arena *arena, const struct request *request, struct diag *diag)
{
    if (!request->html)
        return true;
    GByteArray *bytes = g_byte_array_new();
    g_byte_array_append(bytes, (const guint8 *)request->job.html->str,
                        (guint)request->job.html->len);
    const struct output output = {request->html, bytes};
    bool written = output_write(arena, &output, 1, diag);
    g_byte_array_unref(bytes);
    return written;
}

static void tell(const struct request *request, struct arena *arena, const struct diag *diag)
{
    struct telling telling = telling_begin(request->form, false);
    telling_add(&telling, arena, request->job.got, diag);
    telling_end(&telling);
    fwrite(telling.json.text->str, 1, telling.json.text->len, stdout);
    g_string_free(telling.json.text, TRUE);
}

static enum status run(const struct cli_command *command, int argc, char **argv)
{
    struct request request = {.job = {.near = 0.5, .pictures = true}};
    enum status status = parse(command, argc, argv, &request);
    if (status || request.help)
        return status ? status : cli_help(command);
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(arena);
    struct compared_all counts = {0};
    request.job.html = request.html ? g_string_new(NULL) : NULL;
    bool read = job_compare(arena, &request.job, &counts, diag);
    bool written = write_html(arena, &request, diag);
    tell(&request, arena, diag);
    if (request.job.html)
        g_string_free(request.job.html, TRUE);
    arena_free(arena);
    return !written ? STATUS_SYSTEM : !read || counts.differing ? STATUS_FAILED : STATUS_DONE;
}

static const struct cli_option options[] = {
    {'t', "tolerance", "PERCENT", "so much of a page may look different (0)"},
    {'H', "html", "FILE", "writes a report: want, difference, got, and a slider"},
    {'T', "text-only", NULL, "compares what pages say and where, not how they look"},
    {'f', "format", "FORM", "text, json or sarif (SARIF 2.1.0)"},
    {0},
};

const struct cli_command compare_command = {
    "compare",
    "[OPTION]... WANT.pdf|FOLDER GOT.pdf|FOLDER",
    "says what changed between two PDFs, page by page",
    options,
    "Pages are drawn by pdftoppm, where it is installed. Exit status: 0 they are the same,\n"
    "1 they differ or cannot be read, 2 bad usage, 3 the system failed.",
    run,
};
