/* plenary compare: what changed between two PDFs, or two folders of them. */
#include <glib.h>
#include <stdio.h>
#include <string.h>

#include "cli/cli.h"
#include "cli/findings.h"
#include "inspect/pairs.h"
#include "job/output.h"

#define FAINT 32 /* two greys that the eye does not tell apart */

struct request {
    struct compare_job job;
    struct findings findings;
    const char *html;
};

static enum status take_option(void *asked, int letter, const char *value)
{
    struct request *request = asked;
    enum status status;
    switch (letter) {
    case 't':
        status = cli_take_number("--tolerance", value, 0, 100, &request->job.tolerance);
        request->job.tolerance /= 100; /* given in per cent */
        return status;
    case 'F':
        return cli_take_count("--faint", value, 255, &request->job.faint);
    case 'H':
        request->html = value;
        return STATUS_DONE;
    case 'T':
        request->job.pictures = false;
        return STATUS_DONE;
    default:
        return findings_take_option(&request->findings, letter, value);
    }
}

static enum status parse(const struct cli_command *command, int argc, char **argv,
                         struct request *request)
{
    struct cli_operands operands;
    enum status status = cli_take_options(command, argc, argv, take_option, request, &operands);
    if (status)
        return status;
    if (operands.count != 2)
        return cli_usage("plenary compare WANT.pdf GOT.pdf", "two files or two folders are wanted");
    request->job.want = operands.all[0];
    request->job.got = operands.all[1];
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

static enum status run(const struct cli_command *command, int argc, char **argv)
{
    struct request request = {.job = {.near = 0.5, .pictures = true, .faint = FAINT},
                              .findings = findings_usual()};
    enum status status = parse(command, argc, argv, &request);
    if (status)
        return status;
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(arena);
    struct compared_all counts = {0};
    request.job.html = request.html ? g_string_new(NULL) : NULL;
    bool read = pairs_compare(arena, &request.job, &counts, diag);
    bool written = write_html(arena, &request, diag);
    findings_begin(&request.findings, stdout);
    findings_add(&request.findings, arena, request.job.got, diag, read);
    findings_end(&request.findings);
    if (request.job.html)
        g_string_free(request.job.html, TRUE);
    arena_free(arena);
    return !written ? STATUS_SYSTEM : !read || counts.differing ? STATUS_FAILED : STATUS_DONE;
}

static const struct cli_option options[] = {
    {'t', "tolerance", "PERCENT", "so much of a page may look different (0)"},
    {'F', "faint", "GREY", "so many greys of 255 are no difference (32)"},
    {'H', "html", "FILE", "writes a report: want, difference, got, and a slider"},
    {'T', "text-only", NULL, "compares what pages say and where, not how they look"},
    FINDINGS_FORM,
    FINDINGS_COLOUR,
    {0},
};

const struct cli_command compare_command = {
    "compare",
    "[OPTION]... WANT.pdf|FOLDER GOT.pdf|FOLDER",
    COMPARE_SUMMARY,
    options,
    "Pages are drawn by pdftoppm, where it is installed. Exit status: 0 they are the same,\n"
    "1 they differ or cannot be read, 2 bad usage, 3 the system failed.",
    run,
};
