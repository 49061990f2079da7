/* plenary convert: documents in, the same documents out in another form. Nothing is set. */
#include "cli/documents.h"

static enum status take_option(void *request, int letter, const char *value)
{
    return letter == 't' ? documents_take_form(request, value, true)
                         : documents_take_option(request, letter, value);
}

static enum status run(const struct cli_command *command, int argc, char **argv)
{
    struct request request = {.job = {.form = JOB_YAML}};
    enum status status = documents_parse(command, argc, argv, &request, take_option);
    return status ? status : documents_run(&request);
}

static const struct cli_option options[] = {
    {'o', "output", "FILE|FOLDER",
     "where it goes (NAME.yaml in the current folder);\n"
     "several documents need a folder; - is standard output"},
    {'t', "to", "FORM",
     "yaml or json (our own form, see plenary-document(5)),\n"
     "akn (AKN4UN XML), markdown"},
    {'s', "style", "NAME|FILE", "the style whose words complete a document (un)"},
    {0},
};

const struct cli_command convert_command = {
    "convert",
    "[OPTION]... FILE...",
    "writes documents in another form, to be read again",
    options,
    "Exit status: 0 done, 1 a document could not be read, 2 bad usage, 3 the system failed.",
    run,
};
