/* plenary fonts: which files stand for the typefaces of a style, and which are missing. */
#include <stdio.h>

#include "cli/cli.h"
#include "set/fonts.h"

struct request {
    const char *style;
    enum language language;
};

static enum status describe(struct arena *arena, const struct request *request, struct diag *diag)
{
    const struct style *style = style_load(arena, request->style, request->language, diag);
    if (!style)
        return STATUS_FAILED;
    struct fonts *fonts = fonts_new(diag);
    if (!fonts)
        return STATUS_SYSTEM;
    const char *text;
    bool complete = fonts_describe(arena, fonts, style, &text);
    fputs(text, stdout);
    fonts_free(fonts);
    return complete ? STATUS_DONE : STATUS_FAILED;
}

static enum status take_option(void *asked, int letter, const char *value)
{
    struct request *request = asked;
    if (letter == 's')
        request->style = value;
    else if (!(request->language = language_of(value)))
        return cli_usage("zh, en, fr, es, ru, ar and de are known", "%s is no language known here",
                         value);
    return STATUS_DONE;
}

static enum status run(const struct cli_command *command, int argc, char **argv)
{
    struct request request = {"un", ZH};
    struct cli_operands operands;
    enum status status = cli_take_options(command, argc, argv, take_option, &request, &operands);
    if (status)
        return status;
    if (operands.count)
        return cli_usage(NULL, "fonts takes no file: %s", operands.all[0]);
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(arena);
    status = describe(arena, &request, diag);
    fputs(diag_text(diag), stderr);
    arena_free(arena);
    return status;
}

static const struct cli_option options[] = {
    {'s', "style", "NAME|FILE", "the typefaces of this style (un)"},
    {'l', "language", "TAG", "as it is set in this language (zh)"},
    {0},
};

const struct cli_command fonts_command = {
    "fonts",
    "[OPTION]...",
    "lists the typefaces of a style, their files and what is missing",
    options,
    "Exit status 1 when one is missing; the message names the package to install.",
    run,
};
