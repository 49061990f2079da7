/* plenary check: documents in, what the house style says of them out. */
#include <glib.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/cli.h"
#include "cli/findings.h"
#include "job/check.h"
#include "job/concordance.h"
#include "job/crew.h"
#include "job/difference.h"
#include "job/mend.h"
#include "job/output.h"

struct request {
    struct check_all all;
    struct findings findings;
    bool difference;
    const char *symbol; /* its languages are compared; NULL: each file is checked */
    bool unwritten;     /* a mended file could not be written */
};

static enum status take_option(void *asked, int letter, const char *value)
{
    struct request *request = asked;
    switch (letter) {
    case 'j':
        return cli_take_count("-j", value, CLI_MOST_HANDS, &request->all.hands);
    case 'N':
        request->all.job.pages = false;
        return STATUS_DONE;
    case 'X':
        request->all.mends = true;
        return STATUS_DONE;
    case 'S':
        request->symbol = value;
        return STATUS_DONE;
    case 'D':
        request->difference = true;
        return STATUS_DONE;
    case 's':
        request->all.job.style = value;
        return STATUS_DONE;
    default:
        return findings_take_option(&request->findings, letter, value);
    }
}

/* Leaves out names of files that were named before: each is mended, and written, once. */
static void name_once(struct cli_operands *operands)
{
    GHashTable *seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    int count = 0;
    for (int i = 0; i < operands->count; i++) {
        char *name = operands->all[i];
        struct stat st;
        bool is_file = strcmp(name, "-") != 0 && stat(name, &st) == 0;
        char *file = is_file
                         ? g_strdup_printf("%ju %ju", (uintmax_t)st.st_dev, (uintmax_t)st.st_ino)
                         : g_strdup(name);
        if (g_hash_table_add(seen, file))
            operands->all[count++] = name;
    }
    operands->count = count;
    operands->all[count] = NULL;
    g_hash_table_destroy(seen);
}

static enum status parse(const struct cli_command *command, int argc, char **argv,
                         struct request *request)
{
    struct cli_operands operands;
    enum status status = cli_take_options(command, argc, argv, take_option, request, &operands);
    if (status)
        return status;
    if (request->all.mends)
        name_once(&operands);
    request->all.count = operands.count;
    request->all.inputs = operands.all;
    if (!operands.count)
        return cli_usage("plenary check FILE; - is standard input", "no document given");
    if (request->difference && !request->all.mends)
        return cli_usage(NULL, "--diff shows what --fix would do, and goes with it");
    if (request->symbol && request->all.mends)
        return cli_usage(NULL, "--concordance compares only, it does not go with --fix");
    return STATUS_DONE;
}

/* Where messages go: standard output, if it is not for what is mended. */
static FILE *place_of_findings(const struct request *request)
{
    bool from_stdin = g_strv_contains((const char *const *)request->all.inputs, "-");
    return request->difference || (request->all.mends && from_stdin) ? stderr : stdout;
}

/* --- mending --------------------------------------------------------------------------- */

static void print_difference(const char *input, const struct mended *mended)
{
    GString *out = g_string_new(NULL);
    difference_append(out, input, mended->before, mended->after);
    fwrite(out->str, 1, out->len, stdout);
    g_string_free(out, TRUE);
}

static bool write_text(const struct checked *checked, const char *input)
{
    const struct source *after = checked->mended->after;
    GByteArray *bytes = g_byte_array_new();
    if (after->mark)
        g_byte_array_append(bytes, (const guint8 *)"\xEF\xBB\xBF", 3);
    g_byte_array_append(bytes, (const guint8 *)after->text, (guint)after->size);
    const struct output output = {input, bytes};
    bool written = output_write(checked->arena, &output, 1, checked->diag);
    g_byte_array_unref(bytes);
    return written;
}

static void say_mended(const struct request *request, const struct mended *mended)
{
    if (mended->count || mended->left)
        fprintf(stderr, "plenary: %s: %d %s, %d left\n", mended->before->name, mended->count,
                request->difference ? "can be mended" : "mended", mended->left);
}

/* False when a file could not be written. */
static bool put_mended(const struct request *request, const struct checked *checked,
                       const char *input)
{
    const struct mended *mended = checked->mended;
    bool goes_out = mended->count > 0 || strcmp(input, "-") == 0;
    if (request->difference)
        print_difference(input, mended);
    else if (goes_out && !write_text(checked, input))
        return false;
    say_mended(request, mended);
    return true;
}

static void tell(int index, const struct checked *checked, void *user)
{
    struct request *request = user;
    const char *input = request->all.inputs[index];
    if (checked->mended && !put_mended(request, checked, input))
        request->unwritten = true;
    findings_add(&request->findings, checked->arena, input, checked->diag, checked->read);
}

/* --- the command ----------------------------------------------------------------------- */

/* The languages of documents side by side: one list of messages for all files. */
static bool compare_all(struct request *request)
{
    struct checked compared = {.arena = arena_new()};
    const struct concordance_job job = {
        request->all.count, request->all.inputs,
        strcmp(request->symbol, "all") == 0 ? NULL : request->symbol, request->all.job.style};
    compared.diag = diag_new(compared.arena);
    compared.read = job_concordance(compared.arena, &job, compared.diag);
    tell(0, &compared, request);
    arena_free(compared.arena);
    return true;
}

static enum status run(const struct cli_command *command, int argc, char **argv)
{
    struct request request = {.all = {.job = {.pages = true}, .hands = crew_hands()},
                              .findings = findings_usual()};
    enum status status = parse(command, argc, argv, &request);
    if (status)
        return status;
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(arena);
    request.all.told = tell;
    request.all.user = &request;
    findings_begin(&request.findings, place_of_findings(&request));
    bool done = request.symbol ? compare_all(&request) : job_check_all(&request.all, diag);
    status = findings_end(&request.findings);
    fputs(diag_text(diag), stderr);
    arena_free(arena);
    return done && !request.unwritten ? status : STATUS_SYSTEM;
}

static const struct cli_option options[] = {
    FINDINGS_FORM,
    FINDINGS_LEVEL,
    {'X', "fix", NULL, "mends in the files what has one sure mending, and says the rest"},
    {'D', "diff", NULL, "with --fix: shows the changes and makes none"},
    {'S', "concordance", "SYMBOL|all",
     "compares the files that are this document in several\n"
     "languages, or all that are one document; nothing else"},
    {'N', "no-pages", NULL, "checks the text only; no page is made up"},
    {'s', "style", "NAME|FILE", "the house style (by the kind of the document)"},
    {'j', "jobs", "N", "documents at a time (as many as there are processors)"},
    FINDINGS_COLOUR,
    {0},
};

const struct cli_command check_command = {
    "check",
    "[OPTION]... FILE...",
    "says what in documents is not as the house style wants it",
    options,
    "Exit status: 0 nothing was found of that level, 1 something was, or a document could not be\n"
    "read, 2 bad usage, 3 the system failed.",
    run,
};
