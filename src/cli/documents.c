/* documents: one or many through a job each; one that fails does not keep the others back. */
#include "cli/documents.h"

#include <stdio.h>

#include "base/nearest.h"
#include "job/output.h"

/* --- options ------------------------------------------------------------------------------- */

/* Forms of the other sort are those of the other command. */
static enum status say_no_form(const char *given, enum job_form found, bool data)
{
    const char *names[JOB_FORM_COUNT];
    int count = 0;
    GString *all = g_string_new(NULL);
    for (int form = 0; form < JOB_FORM_COUNT; form++)
        if (job_form_is_data((enum job_form)form) == data) {
            names[count++] = job_form_name((enum job_form)form);
            g_string_append_printf(all, "%s%s", count > 1 ? ", " : "", names[count - 1]);
        }
    const char *nearest = nearest_word(given, names, count);
    char *hint = found != JOB_FORM_COUNT
                     ? g_strdup_printf("plenary %s --to %s", data ? "render" : "convert", given)
                 : nearest ? g_strdup_printf("did you mean %s?", nearest)
                           : g_strdup_printf("these are known: %s", all->str);
    cli_usage(hint, "--to knows no %s", given);
    g_free(hint);
    g_string_free(all, TRUE);
    return STATUS_USAGE;
}

enum status documents_take_form(struct request *request, const char *name, bool data)
{
    enum job_form form = job_form_of(name);
    if (form == JOB_FORM_COUNT || job_form_is_data(form) != data)
        return say_no_form(name, form, data);
    request->job.form = form;
    return STATUS_DONE;
}

enum status documents_take_option(void *asked, int letter, const char *value)
{
    struct request *request = asked;
    if (letter == 'o')
        request->naming.target = value;
    else
        request->job.style = value;
    return STATUS_DONE;
}

enum status documents_parse(const struct cli_command *command, int argc, char **argv,
                            struct request *request, cli_take *take)
{
    struct cli_operands operands;
    enum status status = cli_take_options(command, argc, argv, take, request, &operands);
    if (status)
        return status;
    request->naming.form = request->job.form;
    request->naming.count = operands.count;
    request->naming.inputs = operands.all;
    if (!operands.count) {
        char *hint = g_strdup_printf("plenary %s FILE; - is standard input", command->name);
        cli_usage(hint, "no document given");
        g_free(hint);
        return STATUS_USAGE;
    }
    return STATUS_DONE;
}

/* --- documents ----------------------------------------------------------------------------- */

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
static enum status run_one(const struct request *request, struct fonts *fonts, char *input)
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

static enum status run_all(const struct request *request, struct diag *diag)
{
    bool sets = job_form_needs_fonts(request->job.form);
    struct fonts *fonts = sets ? fonts_new(diag) : NULL;
    if (sets && !fonts)
        return STATUS_SYSTEM;
    enum status worst = STATUS_DONE;
    for (int i = 0; i < request->naming.count; i++) {
        enum status status = run_one(request, fonts, request->naming.inputs[i]);
        worst = MAX(worst, status);
    }
    if (fonts)
        fonts_free(fonts);
    return worst;
}

enum status documents_run(const struct request *request)
{
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(arena);
    enum status status = naming_check(arena, &request->naming);
    if (!status)
        status = run_all(request, diag);
    fputs(diag_text(diag), stderr);
    arena_free(arena);
    return status;
}
