/* main: finds the subcommand; each has a file of its own. */
#include <glib.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/nearest.h"
#include "cli/cli.h"
#include "plenary.h"

#define MOST_COMMANDS 16

static enum status print_help(void)
{
    puts("usage: plenary COMMAND [OPTION]... [FILE]...\n\n"
         "Turns the data of United Nations documents into print-ready A4 pages.\n");
    for (const struct cli_command *const *c = cli_commands; *c; c++)
        printf("  %-13s %s\n", (*c)->name, (*c)->summary);
    puts("\n'plenary COMMAND --help' tells more about a command, 'man plenary' the rest.");
    return STATUS_DONE;
}

static enum status print_version(void)
{
    printf("plenary %s\n", plenary_version());
    return STATUS_DONE;
}

static const struct cli_command *find_command(const char *name)
{
    const struct cli_command *const *c = cli_commands;
    while (*c && strcmp((*c)->name, name) != 0)
        c++;
    return *c;
}

static enum status say_unknown(const char *word)
{
    const char *names[MOST_COMMANDS + 2] = {"--help", "--version"};
    int count = 2;
    for (const struct cli_command *const *c = cli_commands; *c; c++)
        names[count++] = (*c)->name;
    const char *nearest = nearest_word(word, names, count);
    char *hint = nearest ? g_strdup_printf("did you mean 'plenary %s'?", nearest)
                 : access(word, F_OK) == 0 && word[0] != '-'
                     ? g_strdup_printf("did you mean 'plenary render %s'?", word)
                     : g_strdup("'plenary --help' lists the commands");
    enum status status = cli_usage(hint, "there is no command %s", word);
    g_free(hint);
    return status;
}

static enum status run(int argc, char **argv)
{
    const char *word = argc > 1 ? argv[1] : NULL;
    if (!word)
        return cli_usage("'plenary --help' lists the commands", "no command given");
    if (strcmp(word, "--version") == 0 || strcmp(word, "-V") == 0)
        return print_version();
    const struct cli_command *asked = argc > 2 ? find_command(argv[2]) : NULL;
    if (strcmp(word, "help") == 0 && asked)
        return asked->run(asked, 2, (char *[]){argv[2], (char *)"--help", NULL});
    if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0 || strcmp(word, "help") == 0)
        return print_help();
    const struct cli_command *command = find_command(word);
    return command ? command->run(command, argc - 1, argv + 1) : say_unknown(word);
}

int main(int argc, char **argv)
{
    signal(SIGXFSZ, SIG_IGN); /* a file that may not grow is a write that failed, and is said */
    enum status status = run(argc, argv);
    if (fflush(stdout) != 0 || ferror(stdout)) {
        perror("plenary: error: standard output cannot be written");
        return STATUS_SYSTEM;
    }
    return status == STATUS_HELPED ? STATUS_DONE : (int)status;
}
