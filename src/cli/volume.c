/* plenary volume: the documents of a session in, a book out. */
#include <stdio.h>
#include <string.h>

#include "cli/cli.h"
#include "cli/press.h"
#include "job/output.h"
#include "volume/volume.h"

struct request {
    struct volume_job job;
    struct press_request press;
    const char *target;
};

static enum status take_option(void *asked, int letter, const char *value)
{
    struct request *request = asked;
    switch (letter) {
    case 'o':
        request->target = value;
        return STATUS_DONE;
    case 's':
        request->job.style = value;
        return STATUS_DONE;
    case 'l':
        request->job.language = language_of(value);
        if (request->job.language == LANGUAGE_NONE)
            return cli_usage("zh, en, fr, es, ru, ar and de are known", "--language knows no %s",
                             value);
        return STATUS_DONE;
    case 't':
        request->job.pages = strcmp(value, "pages") == 0;
        if (!request->job.pages && strcmp(value, "pdf") != 0)
            return cli_usage("pdf and pages are known", "--to knows no %s", value);
        return STATUS_DONE;
    default:
        return press_take_option(&request->press, letter, value);
    }
}

static enum status parse(const struct cli_command *command, int argc, char **argv,
                         struct request *request)
{
    struct cli_operands operands;
    enum status status = cli_take_options(command, argc, argv, take_option, request, &operands);
    if (status)
        return status;
    if (operands.count != 1)
        return cli_usage("plenary volume MANIFEST, or plenary volume FOLDER",
                         "one manifest or folder was wanted, %d were given", operands.count);
    request->job.input = operands.all[0];
    return press_finish(&request->press, !request->job.pages, &request->job.print);
}

/* Where the volume goes: NAME.pdf for NAME.yaml or the folder NAME, in the current folder. Of two
 * volumes each has its number behind the name. */
static const char *target_of(struct arena *arena, const struct request *request, int number,
                             int count)
{
    const char *suffix = request->job.pages ? "pages" : "pdf", *path = request->target;
    if (!path) {
        char *base = g_path_get_basename(request->job.input);
        char *dot = strrchr(base, '.');
        if (dot && dot > base)
            *dot = '\0';
        path = arena_printf(arena, "%s.%s", base, suffix);
        g_free(base);
    }
    if (count == 1 || strcmp(path, "-") == 0)
        return path;
    const char *dot = strrchr(path, '.'), *slash = strrchr(path, '/');
    int stem = dot && dot > slash ? (int)(dot - path) : (int)strlen(path);
    return arena_printf(arena, "%.*s-%d%s", stem, path, number, path + stem);
}

static bool write_all(struct arena *arena, const struct request *request,
                      const struct volume_result *result, struct diag *diag)
{
    struct output *outputs = ARENA_ARRAY(arena, struct output, result->count);
    for (int i = 0; i < result->count; i++)
        outputs[i] =
            (struct output){target_of(arena, request, i + 1, result->count), result->books[i]};
    return output_write(arena, outputs, result->count, diag);
}

static enum status make(const struct request *request)
{
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(arena);
    struct fonts *fonts = fonts_new(diag);
    struct volume_result result;
    bool done = fonts && volume_run(arena, fonts, &request->job, diag, &result) &&
                write_all(arena, request, &result, diag);
    enum status status = diag_count(diag, DIAG_FATAL) ? STATUS_SYSTEM
                         : done                       ? STATUS_DONE
                                                      : STATUS_FAILED;
    fputs(diag_text(diag), stderr);
    arena_free(arena);
    if (fonts)
        fonts_free(fonts);
    return status;
}

static enum status run(const struct cli_command *command, int argc, char **argv)
{
    struct request request = {.target = NULL};
    enum status status = parse(command, argc, argv, &request);
    return status ? status : make(&request);
}

static const struct cli_option options[] = {
    {'o', "output", "FILE",
     "where it goes (NAME.pdf in the current folder);\n- is standard output"},
    {'l', "language", "LANGUAGE",
     "of the documents; files in others are passed over\n"
     "(the manifest's, or that of all documents)"},
    {'s', "style", "NAME|FILE", "the house style (volume)"},
    PRESS_OPTIONS,
    {'t', "to", "FORM", "pdf (PDF/A-2a and PDF/UA-1 at once), or pages: as text"},
    {0},
};

const struct cli_command volume_command = {
    "volume",
    "[OPTION]... MANIFEST|FOLDER",
    "binds the documents of a session as one book",
    options,
    "Exit status: 0 done, 1 the volume could not be made, 2 bad usage, 3 the system failed.",
    run,
};
