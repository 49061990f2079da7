/* cli: what the subcommands share. */
#ifndef PLENARY_CLI_H
#define PLENARY_CLI_H

/* Exit statuses; of several documents the greatest counts. */
enum status {
    STATUS_DONE,
    STATUS_FAILED, /* a document could not be rendered */
    STATUS_USAGE,
    STATUS_SYSTEM /* cannot write, no memory */
};

struct cli_option {
    char letter; /* what cli_next_option returns; a capital: has no short form */
    const char *name;
    const char *argument; /* what it takes, for the help; NULL: nothing */
    const char *help;
};

struct cli_command {
    const char *name;
    const char *operands; /* for the usage line */
    const char *summary;
    const struct cli_option *options; /* ended by one without a name; --help is understood */
    const char *more;                 /* paragraphs below the options, or NULL */
    enum status (*run)(const struct cli_command *command, int argc, char **argv);
};

extern const struct cli_command render_command, convert_command, check_command, rules_command,
    fonts_command, volume_command;

extern const struct cli_command inspect_command, compare_command;

extern const struct cli_command batch_command, merge_report_command;

/* The letter of the next option, its argument in *value; 0 when only operands are left, from
 * optind; 'h' for --help; '?' after it said what is wrong. argv[0] is the command's name. */
int cli_next_option(const struct cli_command *command, int argc, char **argv, const char **value);

/* Prints a command's help to standard output. */
enum status cli_help(const struct cli_command *command);

/* Says what is wrong with the command line; the hint (or NULL) is a whole sentence.
 * Always STATUS_USAGE. */
enum status cli_usage(const char *hint, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
