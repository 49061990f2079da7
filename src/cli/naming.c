/* naming: inputs and -o in, paths out.
 *
 *   no -o         NAME.pdf in the current folder; text forms and the document on standard input
 *                 go to standard output
 *   -o -          standard output
 *   -o FILE       that file, for one document
 *   -o FOLDER[/]  NAME.pdf in that folder
 *   pictures      NAME-1.png, NAME-2.png …; -o FILE is FILE itself where there is but one */
#include "cli/naming.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool is_dash(const char *path)
{
    return strcmp(path, "-") == 0;
}

static bool ends_with_slash(const char *path)
{
    return g_str_has_suffix(path, "/");
}

static bool is_folder(const char *path)
{
    struct stat st;
    return ends_with_slash(path) || (stat(path, &st) == 0 && S_ISDIR(st.st_mode));
}

static bool is_picture(enum job_form form)
{
    return form == JOB_PNG || form == JOB_SVG;
}

static bool to_stdout(const struct naming *naming, const char *input)
{
    if (naming->target)
        return is_dash(naming->target);
    return job_form_is_text(naming->form) || is_dash(input);
}

/* The name without folder and suffix: "a/b.zh.md" gives "b.zh". */
static const char *stem_of(struct arena *arena, const char *path)
{
    if (is_dash(path))
        return "stdin";
    char *base = g_path_get_basename(path);
    char *dot = strrchr(base, '.');
    const char *stem = arena_strndup(arena, base, dot > base ? (size_t)(dot - base) : strlen(base));
    g_free(base);
    return stem;
}

/* The path that a page number and the suffix are added to. */
static const char *path_stem(struct arena *arena, const struct naming *naming, const char *input)
{
    const char *target = naming->target;
    if (!target)
        return stem_of(arena, input);
    if (is_folder(target))
        return arena_printf(arena, "%s%s%s", target, ends_with_slash(target) ? "" : "/",
                            stem_of(arena, input));
    const char *suffix = arena_printf(arena, ".%s", job_form_suffix(naming->form));
    size_t cut = g_str_has_suffix(target, suffix) ? strlen(suffix) : 0;
    return arena_strndup(arena, target, strlen(target) - cut);
}

const char *naming_path(struct arena *arena, const struct naming *naming, const char *input,
                        int page, int count)
{
    if (to_stdout(naming, input))
        return "-";
    if (naming->target && !is_folder(naming->target) && count == 1)
        return naming->target;
    const char *stem = path_stem(arena, naming, input);
    const char *suffix = job_form_suffix(naming->form);
    return is_picture(naming->form) ? arena_printf(arena, "%s-%d.%s", stem, page, suffix)
                                    : arena_printf(arena, "%s.%s", stem, suffix);
}

static bool same_file(const char *a, const char *b)
{
    struct stat one, two;
    return stat(a, &one) == 0 && stat(b, &two) == 0 && S_ISREG(one.st_mode) &&
           one.st_dev == two.st_dev && one.st_ino == two.st_ino;
}

/* What can be wrong with one input's output, seen beside the inputs before it. */
static enum status check_one(struct arena *arena, const struct naming *naming, int nth)
{
    const char *input = naming->inputs[nth];
    const char *path = naming_path(arena, naming, input, 1, 1);
    if (is_dash(path))
        return STATUS_DONE;
    for (int i = 0; i < nth; i++)
        if (strcmp(path, naming_path(arena, naming, naming->inputs[i], 1, 1)) == 0)
            return cli_usage("write them into two folders", "%s and %s would both become %s",
                             naming->inputs[i], input, path);
    for (int i = 0; i < naming->count; i++)
        if (same_file(path, naming->inputs[i]))
            return cli_usage(NULL, "the output %s is one of the inputs", path);
    return STATUS_DONE;
}

/* Whether a stream takes it: one document unless it is text, and not a terminal. */
static enum status check_stream(const struct naming *naming)
{
    int documents = 0;
    for (int i = 0; i < naming->count; i++)
        documents += to_stdout(naming, naming->inputs[i]);
    if (!documents || job_form_is_text(naming->form))
        return STATUS_DONE;
    if (documents > 1)
        return cli_usage("name a folder: -o FOLDER/", "%d documents do not fit in one stream",
                         documents);
    if (is_picture(naming->form) && !naming->one_page)
        return cli_usage("--page 1 gives the first", "all pages do not fit in one stream of %s",
                         job_form_name(naming->form));
    if (!job_form_is_data(naming->form) && isatty(STDOUT_FILENO))
        return cli_usage("name a file: -o FILE", "a terminal does not show %s",
                         job_form_name(naming->form));
    return STATUS_DONE;
}

static enum status check_target(const struct naming *naming)
{
    const char *target = naming->target;
    if (target && !*target)
        return cli_usage(NULL, "-o needs the name of a file or folder");
    if (target && naming->count > 1 && !is_dash(target) && !is_folder(target))
        return cli_usage("with a slash at its end the folder is made",
                         "%d documents need a folder, %s is none", naming->count, target);
    return STATUS_DONE;
}

enum status naming_check(struct arena *arena, const struct naming *naming)
{
    int dashes = 0;
    for (int i = 0; i < naming->count; i++)
        dashes += is_dash(naming->inputs[i]);
    if (dashes > 1)
        return cli_usage(NULL, "standard input can be read only once");
    enum status status = check_target(naming);
    if (!status)
        status = check_stream(naming);
    for (int i = 0; i < naming->count && !status; i++)
        status = check_one(arena, naming, i);
    return status;
}

bool naming_make_folder(const struct naming *naming, struct diag *diag)
{
    if (!naming->target || !ends_with_slash(naming->target))
        return true;
    if (g_mkdir_with_parents(naming->target, 0777) == 0)
        return true;
    diag_file(diag, NULL, SOURCE_NOWHERE, DIAG_CANNOT_WRITE, "the folder %s cannot be made: %s",
              naming->target, g_strerror(errno));
    return false;
}
