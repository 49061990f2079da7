/* cli: what the subcommands share. */
#ifndef PLENARY_CLI_H
#define PLENARY_CLI_H

/* Exit statuses; of several documents the greatest counts. */
enum status {
    STATUS_HELPED = -1, /* help was asked for and given: nothing else is to be done */
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
    fonts_command, volume_command, batch_command, merge_report_command;

/* The commands for finished PDFs are a program of their own, plenary-inspect, that only starts with
 * the libraries that it needs; `away` stands for them in plenary and becomes that program. */
extern const struct cli_command inspect_command, compare_command, inspect_away, compare_away;

#define INSPECT_SUMMARY "says what in finished PDFs, of any maker, is not as it should be"
#define COMPARE_SUMMARY "says what changed between two PDFs, page by page"

/* All commands of a program, and NULL. */
extern const struct cli_command *const cli_commands[];

/* What stands behind the options. */
struct cli_operands {
    int count;
    char **all;
};

/* Takes an option, and its argument, into the request of a command; STATUS_USAGE with the reason
 * said. */
typedef enum status cli_take(void *request, int letter, const char *value);

/* Gives the options of a command line to `take`, one by one. argv[0] is the command's name.
 * STATUS_USAGE with the reason said, or STATUS_HELPED, as soon as one says so. */
enum status cli_take_options(const struct cli_command *command, int argc, char **argv,
                             cli_take *take, void *request, struct cli_operands *operands);

/* The argument of an option that is a number, or a whole number from 1. */
enum status cli_take_number(const char *option, const char *value, double least, double most,
                            double *number);
enum status cli_take_count(const char *option, const char *value, int most, int *count);

/* How many documents may be asked to be worked on at a time. */
#define CLI_MOST_HANDS 256

/* Prints a command's help to standard output. */
enum status cli_help(const struct cli_command *command);

/* Says what is wrong with the command line; the hint (or NULL) is a whole sentence.
 * Always STATUS_USAGE. */
enum status cli_usage(const char *hint, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
