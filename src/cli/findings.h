/* findings: the options of commands that say what they found, and the saying of it. */
#ifndef PLENARY_CLI_FINDINGS_H
#define PLENARY_CLI_FINDINGS_H

#include <stdio.h>

#include "cli/cli.h"
#include "job/telling.h"

struct findings {
    enum diag_level fail_on;
    enum telling_form form;
    const char *colour; /* auto, always, never */
    /* once begun */
    FILE *out;
    struct telling telling;
    enum status worst;
};

/* As it is when no option says otherwise. */
struct findings findings_usual(void);

#define FINDINGS_FORM                                                                              \
    {                                                                                              \
        'f', "format", "FORM", "text, json or sarif (SARIF 2.1.0)"                                 \
    }
#define FINDINGS_LEVEL                                                                             \
    {                                                                                              \
        'F', "fail-on", "LEVEL", "style, warning (without it), error or never"                     \
    }
#define FINDINGS_COLOUR                                                                            \
    {                                                                                              \
        'C', "color", "WHEN", "auto (on a terminal), always or never; NO_COLOR is heeded"          \
    }

/* Takes one of these options; STATUS_USAGE with the reason said. */
enum status findings_take_option(struct findings *findings, int letter, const char *value);

void findings_begin(struct findings *findings, FILE *out);

/* The messages of a document, which could be read or not. `input` is as the user gave it. */
void findings_add(struct findings *findings, struct arena *arena, const char *input,
                  const struct diag *diag, bool read);

/* STATUS_FAILED when something of the level was found or a document could not be read. */
enum status findings_end(struct findings *findings);

#endif
