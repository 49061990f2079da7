/* plenary inspect: PDFs in, what is not as the house style and the standards want it out. */
#include <getopt.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"
#include "job/crew.h"
#include "job/inspect.h"
#include "job/telling.h"

#define MOST_HANDS 256

struct request {
    struct inspect_all all;
    enum diag_level fail_on;
    enum telling_form form;
    const char *colour; /* auto, always, never */
    struct telling telling;
    enum status worst;
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

static enum status take_hands(struct request *request, const char *value)
{
    char *end;
    long hands = strtol(value, &end, 10);
    if (end == value || *end || hands < 1 || hands > MOST_HANDS)
        return cli_usage(NULL, "-j takes a number from 1 to %d, not %s", MOST_HANDS, value);
    request->all.hands = (int)hands;
    return STATUS_DONE;
}

static enum status take_option(struct request *request, int letter, const char *value)
{
    static const char *const colours[] = {"auto", "always", "never", NULL};
    switch (letter) {
    case 'F':
        return take_level(request, value);
    case 'f':
        request->form = telling_form_of(value);
        return request->form < TELLING_FORM_COUNT
                   ? STATUS_DONE
                   : cli_usage(NULL, "--format takes text, json or sarif, not %s", value);
    case 'C':
        request->colour = value;
        return g_strv_contains(colours, value)
                   ? STATUS_DONE
                   : cli_usage(NULL, "--color takes auto, always or never, not %s", value);
    case 'j':
        return take_hands(request, value);
    case 's':
        request->all.style = value;
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
    request->all.count = argc - optind;
    request->all.inputs = argv + optind;
    if (!request->help && !request->all.count)
        return cli_usage("plenary inspect FILE.pdf; - is standard input", "no PDF given");
    return STATUS_DONE;
}

/* See https://no-color.org. */
static bool wants_colour(const struct request *request)
{
    const char *none = g_getenv("NO_COLOR"), *terminal = g_getenv("TERM");
    if (strcmp(request->colour, "auto") != 0)
        return strcmp(request->colour, "always") == 0;
    return !(none && *none) && isatty(STDOUT_FILENO) && terminal && strcmp(terminal, "dumb") != 0;
}

static void print(struct request *request)
{
    GString *text = request->telling.json.text;
    fwrite(text->str, 1, text->len, stdout);
    g_string_truncate(text, 0);
}

static void tell(int index, const struct inspected *inspected, void *user)
{
    struct request *request = user;
    if (!inspected->read || diag_count(inspected->diag, request->fail_on))
        request->worst = STATUS_FAILED;
    telling_add(&request->telling, inspected->arena, request->all.inputs[index], inspected->diag);
    print(request);
}

static enum status run(const struct cli_command *command, int argc, char **argv)
{
    struct request request = {
        .all = {.hands = crew_hands()}, .fail_on = DIAG_WARNING, .colour = "auto"};
    enum status status = parse(command, argc, argv, &request);
    if (status || request.help)
        return status ? status : cli_help(command);
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(arena);
    request.telling = telling_begin(request.form, wants_colour(&request));
    request.all.told = tell;
    request.all.user = &request;
    bool done = job_inspect_all(&request.all, diag);
    telling_end(&request.telling);
    print(&request);
    g_string_free(request.telling.json.text, TRUE);
    fputs(diag_text(diag), stderr);
    arena_free(arena);
    return done ? request.worst : STATUS_SYSTEM;
}

static const struct cli_option options[] = {
    {'f', "format", "FORM", "text, json or sarif (SARIF 2.1.0)"},
    {'F', "fail-on", "LEVEL", "style, warning (without it), error or never"},
    {'s', "style", "NAME|FILE", "the house style (by the symbol of the document)"},
    {'j', "jobs", "N", "files at a time (as many as there are processors)"},
    {'C', "color", "WHEN", "auto (on a terminal), always or never; NO_COLOR is heeded"},
    {0},
};

const struct cli_command inspect_command = {
    "inspect",
    "[OPTION]... FILE.pdf...",
    "says what in finished PDFs, of any maker, is not as it should be",
    options,
    "Fonts, text, structure, page boxes, margins, heads and feet, notes and codes are looked at;\n"
    "'plenary rules' lists what is told. Exit status: 0 nothing was found of that level,\n"
    "1 something was, or a file is no PDF, 2 bad usage, 3 the system failed.",
    run,
};
