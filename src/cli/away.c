/* away: commands of another program, which stands beside this one or where it was installed. */
#include <errno.h>
#include <glib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"

static const char program[] = "plenary-inspect";

/* Becomes that program; comes back only if it is not there. */
static void become(const char *folder, const char *way, char **argv)
{
    char *path = g_build_filename(folder, way, program, NULL);
    execv(path, argv);
    g_free(path);
}

static enum status run(const struct cli_command *command, int argc, char **argv)
{
    (void)command;
    char **all = g_new0(char *, argc + 2);
    all[0] = (char *)program;
    memcpy(all + 1, argv, sizeof *argv * (size_t)argc);
    char *own = g_file_read_link("/proc/self/exe", NULL);
    char *folder = own ? g_path_get_dirname(own) : g_strdup(".");
    become(folder, "", all);
    become(folder, PLENARY_WAY_TO_LIBEXEC, all);
    become(PLENARY_INSTALL_LIBEXEC, "", all);
    fprintf(stderr, "plenary: error: %s, a part of plenary, cannot be started: %s\n", program,
            g_strerror(errno));
    g_free(folder);
    g_free(own);
    g_free(all);
    return STATUS_SYSTEM;
}

static const struct cli_option options[] = {{0}};

const struct cli_command inspect_away = {"inspect", "", INSPECT_SUMMARY, options, NULL, run};
const struct cli_command compare_away = {"compare", "", COMPARE_SUMMARY, options, NULL, run};
