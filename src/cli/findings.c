/* findings: --format, --fail-on, --color; messages out, document by document. */
#include "cli/findings.h"

#include <string.h>
#include <unistd.h>

struct findings findings_usual(void)
{
    return (struct findings){.fail_on = DIAG_WARNING, .colour = "auto"};
}

static enum status take_level(struct findings *findings, const char *value)
{
    static const struct {
        const char *name;
        enum diag_level level;
    } levels[] = {{"style", DIAG_STYLE_LEVEL},
                  {"warning", DIAG_WARNING},
                  {"error", DIAG_ERROR},
                  {"never", DIAG_FATAL}};
    for (size_t i = 0; i < G_N_ELEMENTS(levels); i++)
        if (strcmp(levels[i].name, value) == 0) {
            findings->fail_on = levels[i].level;
            return STATUS_DONE;
        }
    return cli_usage(NULL, "--fail-on takes style, warning, error or never, not %s", value);
}

enum status findings_take_option(struct findings *findings, int letter, const char *value)
{
    static const char *const colours[] = {"auto", "always", "never", NULL};
    if (letter == 'F')
        return take_level(findings, value);
    if (letter == 'f') {
        findings->form = telling_form_of(value);
        return findings->form < TELLING_FORM_COUNT
                   ? STATUS_DONE
                   : cli_usage(NULL, "--format takes text, json or sarif, not %s", value);
    }
    findings->colour = value;
    return g_strv_contains(colours, value)
               ? STATUS_DONE
               : cli_usage(NULL, "--color takes auto, always or never, not %s", value);
}

/* See https://no-color.org. */
static bool wants_colour(const struct findings *findings)
{
    const char *none = g_getenv("NO_COLOR"), *terminal = g_getenv("TERM");
    if (strcmp(findings->colour, "auto") != 0)
        return strcmp(findings->colour, "always") == 0;
    return !(none && *none) && isatty(fileno(findings->out)) && terminal &&
           strcmp(terminal, "dumb") != 0;
}

/* Puts out what lies ready. */
static void print(struct findings *findings)
{
    GString *text = findings->telling.json.text;
    fwrite(text->str, 1, text->len, findings->out);
    g_string_truncate(text, 0);
}

void findings_begin(struct findings *findings, FILE *out)
{
    findings->out = out;
    findings->telling = telling_begin(findings->form, wants_colour(findings));
}

void findings_add(struct findings *findings, struct arena *arena, const char *input,
                  const struct diag *diag, bool read)
{
    if (!read || diag_count(diag, findings->fail_on))
        findings->worst = STATUS_FAILED;
    telling_add(&findings->telling, arena, input, diag);
    print(findings);
}

enum status findings_end(struct findings *findings)
{
    telling_end(&findings->telling);
    print(findings);
    g_string_free(findings->telling.json.text, TRUE);
    return findings->worst;
}
