/* options: a command's table of options, read by getopt, printed as its help. */
#include <getopt.h>
#include <glib.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/nearest.h"
#include "cli/cli.h"

#define MOST_OPTIONS 24

static const char help_name[] = "help";

enum status cli_usage(const char *hint, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fputs("plenary: error: ", stderr);
    vfprintf(stderr, format, args);
    va_end(args);
    fputc('\n', stderr);
    if (hint)
        fprintf(stderr, "  hint: %s\n", hint);
    return STATUS_USAGE;
}

/* The options of a command and --help. */
static int option_names(const struct cli_command *command, const char *names[MOST_OPTIONS])
{
    int count = 0;
    for (const struct cli_option *o = command->options; o->name; o++)
        names[count++] = o->name;
    names[count++] = help_name;
    return count;
}

static void say_unknown(const struct cli_command *command, const char *option)
{
    const char *names[MOST_OPTIONS];
    int count = option_names(command, names);
    bool is_long = strncmp(option, "--", 2) == 0;
    const char *nearest = is_long ? nearest_word(option + 2, names, count) : NULL;
    char *hint = nearest ? g_strdup_printf("did you mean --%s?", nearest)
                         : g_strdup_printf("'plenary %s --help' lists the options", command->name);
    cli_usage(hint, "%s has no option %s", command->name, option);
    g_free(hint);
}

/* What getopt stumbled over: an argument that is missing, one too many, or an unknown option. */
static int say_wrong(const struct cli_command *command, int found, char **argv)
{
    char letter[3] = {'-', (char)optopt, '\0'};
    char *given = argv[optind - 1];
    bool is_long = strncmp(given, "--", 2) == 0;
    if (found == ':')
        cli_usage(NULL, "option %s needs an argument", is_long ? given : letter);
    else if (is_long && optopt)
        cli_usage(NULL, "option %.*s takes no argument", (int)strcspn(given, "="), given);
    else
        say_unknown(command, is_long || !optopt ? given : letter);
    return '?';
}

/* The letter of the next option, its argument in *value; 0 when only operands are left. */
static int next_option(const struct cli_command *command, int argc, char **argv, const char **value)
{
    struct option longs[MOST_OPTIONS + 1] = {{help_name, no_argument, NULL, 'h'}};
    char letters[2 * MOST_OPTIONS + 2] = ":h";
    int count = 1;
    for (const struct cli_option *o = command->options; o->name; o++) {
        longs[count++] = (struct option){o->name, o->argument ? required_argument : no_argument,
                                         NULL, o->letter};
        if (g_ascii_islower(o->letter))
            sprintf(letters + strlen(letters), "%c%s", o->letter, o->argument ? ":" : "");
    }
    opterr = 0;
    int found = getopt_long(argc, argv, letters, longs, NULL);
    *value = optarg;
    if (found == '?' || found == ':')
        return say_wrong(command, found, argv);
    return found < 0 ? 0 : found;
}

enum status cli_take_options(const struct cli_command *command, int argc, char **argv,
                             cli_take *take, void *request, struct cli_operands *operands)
{
    const char *value;
    for (int letter; (letter = next_option(command, argc, argv, &value));) {
        if (letter == 'h') {
            cli_help(command);
            return STATUS_HELPED;
        }
        enum status status = letter == '?' ? STATUS_USAGE : take(request, letter, value);
        if (status)
            return status;
    }
    *operands = (struct cli_operands){argc - optind, argv + optind};
    return STATUS_DONE;
}

/* --- arguments ------------------------------------------------------------------------- */

enum status cli_take_number(const char *option, const char *value, double least, double most,
                            double *number)
{
    char *end;
    *number = g_ascii_strtod(value, &end);
    if (end == value || *end || !(*number >= least && *number <= most))
        return cli_usage(NULL, "%s takes a number from %g to %g, not %s", option, least, most,
                         value);
    return STATUS_DONE;
}

enum status cli_take_count(const char *option, const char *value, int most, int *count)
{
    char *end;
    long number = strtol(value, &end, 10);
    *count = (int)number;
    if (end == value || *end || number < 1 || number > most)
        return cli_usage(NULL, "%s takes a whole number from 1 to %d, not %s", option, most, value);
    return STATUS_DONE;
}

/* --- help ------------------------------------------------------------------------------ */

static void print_option(const struct cli_option *option)
{
    char names[64], letter[] = {'-', option->letter, ',', '\0'};
    snprintf(names, sizeof names, "  %3s --%s%s%s", g_ascii_islower(option->letter) ? letter : "",
             option->name, option->argument ? " " : "", option->argument ? option->argument : "");
    printf("%-28s", names);
    for (const char *line = option->help; line;) {
        const char *end = strchr(line, '\n');
        printf("%*s%.*s\n", line == option->help ? 0 : 28, "",
               end ? (int)(end - line) : (int)strlen(line), line);
        line = end ? end + 1 : NULL;
    }
}

enum status cli_help(const struct cli_command *command)
{
    printf("usage: plenary %s %s\n\n%s\n\n", command->name, command->operands, command->summary);
    for (const struct cli_option *o = command->options; o->name; o++)
        print_option(o);
    print_option(&(struct cli_option){'h', help_name, NULL, "says this"});
    if (command->more)
        printf("\n%s\n", command->more);
    return STATUS_DONE;
}
