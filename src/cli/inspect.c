/* plenary inspect: PDFs in, what is not as the house style and the standards want it out. */
#include <stdio.h>

#include "cli/cli.h"
#include "cli/findings.h"
#include "inspect/files.h"
#include "job/crew.h"

struct request {
    struct inspect_all all;
    struct findings findings;
};

static enum status take_option(void *asked, int letter, const char *value)
{
    struct request *request = asked;
    switch (letter) {
    case 'j':
        return cli_take_count("-j", value, CLI_MOST_HANDS, &request->all.hands);
    case 's':
        request->all.style = value;
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
    request->all.count = operands.count;
    request->all.inputs = operands.all;
    if (!operands.count)
        return cli_usage("plenary inspect FILE.pdf; - is standard input", "no PDF given");
    return STATUS_DONE;
}

static void tell(int index, const struct inspected *inspected, void *user)
{
    struct request *request = user;
    findings_add(&request->findings, inspected->arena, request->all.inputs[index], inspected->diag,
                 inspected->read);
}

static enum status run(const struct cli_command *command, int argc, char **argv)
{
    struct request request = {.all = {.hands = crew_hands()}, .findings = findings_usual()};
    enum status status = parse(command, argc, argv, &request);
    if (status)
        return status;
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(arena);
    request.all.told = tell;
    request.all.user = &request;
    findings_begin(&request.findings, stdout);
    bool done = files_inspect_all(&request.all, diag);
    status = findings_end(&request.findings);
    fputs(diag_text(diag), stderr);
    arena_free(arena);
    return done ? status : STATUS_SYSTEM;
}

static const struct cli_option options[] = {
    FINDINGS_FORM,
    FINDINGS_LEVEL,
    {'s', "style", "NAME|FILE", "the house style (by the symbol of the document)"},
    {'j', "jobs", "N", "files at a time (as many as there are processors)"},
    FINDINGS_COLOUR,
    {0},
};

const struct cli_command inspect_command = {
    "inspect",
    "[OPTION]... FILE.pdf...",
    INSPECT_SUMMARY,
    options,
    "Fonts, text, structure, page boxes, margins, heads and feet, notes and codes are looked at;\n"
    "'plenary rules' lists what is told. Exit status: 0 nothing was found of that level,\n"
    "1 something was, or a file is no PDF, 2 bad usage, 3 the system failed.",
    run,
};
