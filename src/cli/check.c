/* plenary check: documents in, what the house style says of them out. */
#include <getopt.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"
#include "job/check.h"
#include "job/concordance.h"
#include "job/crew.h"
#include "job/difference.h"
#include "job/mend.h"
#include "job/output.h"
#include "job/telling.h"

#define MOST_HANDS 256

struct request {
    struct check_all all;
    enum diag_level fail_on;
    enum telling_form form;
    const char *colour; /* auto, always, never */
    bool difference;
    const char
        *symbol; /* the languages of this document are compared; NULL: each file is checked */
    bool help;
    struct telling telling;
    enum status worst;
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

static enum status take_form(struct request *request, const char *value)
{
    request->form = telling_form_of(value);
    if (request->form == TELLING_FORM_COUNT)
        return cli_usage(NULL, "--format takes text, json or sarif, not %s", value);
    return STATUS_DONE;
}

static enum status take_colour(struct request *request, const char *value)
{
    static const char *const values[] = {"auto", "always", "never", NULL};
    if (!g_strv_contains(values, value))
        return cli_usage(NULL, "--color takes auto, always or never, not %s", value);
    request->colour = value;
    return STATUS_DONE;
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
    switch (letter) {
    case 'F':
        return take_level(request, value);
    case 'f':
        return take_form(request, value);
    case 'C':
        return take_colour(request, value);
    case 'j':
        return take_hands(request, value);
    case 'N':
        request->all.job.pages = false;
        return STATUS_DONE;
    case 'X':
        request->all.mends = true;
        return STATUS_DONE;
    case 'S':
        request->symbol = value;
        return STATUS_DONE;
    case 'D':
        request->difference = true;
        return STATUS_DONE;
    case 's':
        request->all.job.style = value;
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
        return cli_usage("plenary check FILE; - is standard input", "no document given");
    return STATUS_DONE;
}

/* --- telling --------------------------------------------------------------------------- */

/* Whether standard output is for what is mended: then messages go beside it. */
static bool prints_text(const struct request *request)
{
    bool from_stdin = g_strv_contains((const char *const *)request->all.inputs, "-");
    return request->difference || (request->all.mends && from_stdin);
}

/* See https://no-color.org. */
static bool wants_colour(const struct request *request)
{
    const char *none = g_getenv("NO_COLOR"), *terminal = g_getenv("TERM");
    if (strcmp(request->colour, "auto") != 0)
        return strcmp(request->colour, "always") == 0;
    int out = prints_text(request) ? STDERR_FILENO : STDOUT_FILENO;
    return !(none && *none) && isatty(out) && terminal && strcmp(terminal, "dumb") != 0;
}

/* Puts out what lies ready. */
static void print(struct request *request)
{
    GString *text = request->telling.json.text;
    fwrite(text->str, 1, text->len, prints_text(request) ? stderr : stdout);
    g_string_truncate(text, 0);
}

/* --- mending --------------------------------------------------------------------------- */

static void print_difference(const char *input, const struct mended *mended)
{
    GString *out = g_string_new(NULL);
    difference_append(out, input, mended->before, mended->after);
    fwrite(out->str, 1, out->len, stdout);
    g_string_free(out, TRUE);
}

static bool write_text(const struct checked *checked, const char *input)
{
    const struct source *after = checked->mended->after;
    GByteArray *bytes = g_byte_array_new();
    if (after->mark)
        g_byte_array_append(bytes, (const guint8 *)"\xEF\xBB\xBF", 3);
    g_byte_array_append(bytes, (const guint8 *)after->text, (guint)after->size);
    const struct output output = {input, bytes};
    bool written = output_write(checked->arena, &output, 1, checked->diag);
    g_byte_array_unref(bytes);
    return written;
}

/* False when a file could not be written. */
static bool put_mended(const struct request *request, const struct checked *checked,
                       const char *input)
{
    const struct mended *mended = checked->mended;
    bool changed = mended->count > 0, from_stdin = strcmp(input, "-") == 0;
    if (changed || mended->left)
        fprintf(stderr, "plenary: %s: %d %s, %d left\n", mended->before->name, mended->count,
                request->difference ? "can be mended" : "mended", mended->left);
    if (request->difference)
        print_difference(input, mended);
    return request->difference || !(changed || from_stdin) || write_text(checked, input);
}

static void tell(int index, const struct checked *checked, void *user)
{
    struct request *request = user;
    const char *input = request->all.inputs[index];
    if (checked->mended && !put_mended(request, checked, input))
        request->worst = STATUS_SYSTEM;
    if (!checked->read || diag_count(checked->diag, request->fail_on))
        request->worst = MAX(request->worst, STATUS_FAILED);
    telling_add(&request->telling, checked->arena, input, checked->diag);
    print(request);
}

/* --- the command ----------------------------------------------------------------------- */

/* The languages of documents side by side: one list of messages for all files. */
static bool compare_all(struct request *request)
{
    struct checked compared = {.arena = arena_new()};
    const struct concordance_job job = {
        request->all.count, request->all.inputs,
        strcmp(request->symbol, "all") == 0 ? NULL : request->symbol, request->all.job.style};
    compared.diag = diag_new(compared.arena);
    compared.read = job_concordance(compared.arena, &job, compared.diag);
    tell(0, &compared, request);
    arena_free(compared.arena);
    return true;
}

static enum status check_all(struct request *request, struct diag *diag)
{
    request->telling = telling_begin(request->form, wants_colour(request));
    request->all.told = tell;
    request->all.user = request;
    bool done = request->symbol ? compare_all(request) : job_check_all(&request->all, diag);
    telling_end(&request->telling);
    if (done)
        print(request);
    g_string_free(request->telling.json.text, TRUE);
    return done ? request->worst : STATUS_SYSTEM;
}

static enum status run(const struct cli_command *command, int argc, char **argv)
{
    struct request request = {.all = {.job = {.pages = true}, .hands = crew_hands()},
                              .fail_on = DIAG_WARNING,
                              .colour = "auto"};
    enum status status = parse(command, argc, argv, &request);
    if (status || request.help)
        return status ? status : cli_help(command);
    if (request.difference && !request.all.mends)
        return cli_usage(NULL, "--diff shows what --fix would do, and goes with it");
    if (request.symbol && request.all.mends)
        return cli_usage(NULL, "--concordance compares only, it does not go with --fix");
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(arena);
    status = check_all(&request, diag);
    fputs(diag_text(diag), stderr);
    arena_free(arena);
    return status;
}

static const struct cli_option options[] = {
    {'f', "format", "FORM", "text, json or sarif (SARIF 2.1.0)"},
    {'F', "fail-on", "LEVEL", "style, warning (without it), error or never"},
    {'X', "fix", NULL, "mends in the files what has one sure mending, and says the rest"},
    {'D', "diff", NULL, "with --fix: shows the changes and makes none"},
    {'S', "concordance", "SYMBOL|all",
     "compares the files that are this document in several\n"
     "languages, or all that are one document; nothing else"},
    {'N', "no-pages", NULL, "checks the text only; no page is made up"},
    {'s', "style", "NAME|FILE", "the house style (by the kind of the document)"},
    {'j', "jobs", "N", "documents at a time (as many as there are processors)"},
    {'C', "color", "WHEN", "auto (on a terminal), always or never; NO_COLOR is heeded"},
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
