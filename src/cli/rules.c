/* plenary rules: the rules of the house style, listed or explained one by one; also as JSON and as
 * the manual plenary-rules(7). */
#include <glib.h>
#include <stdio.h>
#include <string.h>

#include "base/nearest.h"
#include "check/check.h"
#include "cli/cli.h"
#include "job/json.h"

enum listing { LIST_TEXT, LIST_JSON, LIST_MDOC, LIST_COUNT };

static const char *const form_names[LIST_COUNT] = {"text", "json", "mdoc"};

/* --- languages ------------------------------------------------------------------------- */

static unsigned all_languages(void)
{
    return (1u << LANGUAGE_COUNT) - 1 - (1u << LANGUAGE_NONE);
}

/* "en fr"; "all". The caller's to free. */
static char *languages_of(const struct rule *rule)
{
    GString *out = g_string_new(NULL);
    unsigned languages = rule->languages & all_languages();
    for (int language = LANGUAGE_NONE + 1; language < LANGUAGE_COUNT; language++)
        if (languages & 1u << language)
            g_string_append_printf(out, "%s%s", out->len ? " " : "",
                                   language_tag((enum language)language));
    if (languages == all_languages())
        g_string_assign(out, "all");
    return g_string_free(out, FALSE);
}

/* --- text ------------------------------------------------------------------------------ */

static void list_rule(const struct rule *rule)
{
    char *languages = languages_of(rule);
    printf("%-24s %-8s %-18s %s%s\n", diag_slug_name(rule->slug),
           diag_level_name(diag_slug_level(rule->slug)), languages, diag_slug_meaning(rule->slug),
           check_mends(rule->slug) ? " (--fix)" : "");
    g_free(languages);
}

static void explain_rule(const struct rule *rule)
{
    char *languages = languages_of(rule);
    printf("%s: %s\n\n%s\n\n", diag_slug_name(rule->slug), diag_slug_meaning(rule->slug),
           rule->why);
    printf("  wrong      %s\n  right      %s\n", rule->wrong, rule->right);
    printf("  source     %s\n  languages  %s\n", rule->source, languages);
    printf("  level      %s; `check: {%s: off}` in a style changes it\n",
           diag_level_name(diag_slug_level(rule->slug)), diag_slug_name(rule->slug));
    if (check_mends(rule->slug))
        puts("  mending    `plenary check --fix` mends it where there is one sure way");
    g_free(languages);
}

/* --- JSON ------------------------------------------------------------------------------ */

static void add_rule(struct json *json, const struct rule *rule)
{
    char *languages = languages_of(rule);
    json_open(json, NULL, '{');
    json_text(json, "slug", diag_slug_name(rule->slug));
    json_text(json, "level", diag_level_name(diag_slug_level(rule->slug)));
    json_text(json, "languages", languages);
    json_text(json, "meaning", diag_slug_meaning(rule->slug));
    json_text(json, "why", rule->why);
    json_text(json, "source", rule->source);
    json_text(json, "wrong", rule->wrong);
    json_text(json, "right", rule->right);
    json_number(json, "mends", check_mends(rule->slug));
    json_close(json, '}');
    g_free(languages);
}

static void print_json(const struct rule *rules, int count)
{
    struct json json = json_begin();
    json_open(&json, NULL, '[');
    for (int i = 0; i < count; i++)
        add_rule(&json, &rules[i]);
    json_close(&json, ']');
    puts(json.text->str);
    g_string_free(json.text, TRUE);
}

/* --- the manual ------------------------------------------------------------------------ */

/* A text of the table as mdoc(7) takes it: no sign of it is a macro or an escape. */
static void print_words(const char *words)
{
    for (const char *p = words; *p; p++)
        if (*p == '\\')
            fputs("\\e", stdout);
        else if ((*p == '.' || *p == '\'') && p == words)
            printf("\\&%c", *p);
        else
            putchar(*p);
    putchar('\n');
}

static void print_entry(const struct rule *rule)
{
    char *languages = languages_of(rule);
    printf(".It %s Pq %s; %s%s\n", diag_slug_name(rule->slug),
           diag_level_name(diag_slug_level(rule->slug)), languages,
           check_mends(rule->slug) ? "; mended by --fix" : "");
    print_words(diag_slug_meaning(rule->slug));
    print_words(rule->why);
    puts(".Bd -unfilled -compact");
    fputs("wrong: ", stdout);
    print_words(rule->wrong);
    fputs("right: ", stdout);
    print_words(rule->right);
    puts(".Ed");
    fputs("Source: ", stdout);
    print_words(rule->source);
    g_free(languages);
}

static void print_manual(const struct rule *rules, int count)
{
    puts(".\\\" Made by plenary rules --format mdoc.\n"
         ".Dd November 22, 2026\n.Dt PLENARY-RULES 7\n.Os\n.Sh NAME\n.Nm plenary-rules\n"
         ".Nd the house style that plenary checks\n.Sh DESCRIPTION\n"
         "These are the rules of\n.Ql plenary check ,\n"
         "each with its level, the languages it is for, its reason, an example and its source.\n"
         "A style changes levels,\n.Ql plenary:ignore\nin a source passes places over; see\n"
         ".Xr plenary 1 .\n.Bl -tag -width Ds");
    for (int i = 0; i < count; i++)
        print_entry(&rules[i]);
    puts(".El\n.Sh SEE ALSO\n.Xr plenary 1 ,\n.Xr plenary-style 5 ,\n.Xr plenary 7");
}

/* --- the command ----------------------------------------------------------------------- */

static enum status say_unknown(const struct rule *rules, int count, const char *word)
{
    const char **names = g_new(const char *, count);
    for (int i = 0; i < count; i++)
        names[i] = diag_slug_name(rules[i].slug);
    const char *nearest = nearest_word(word, names, count);
    char *hint =
        diag_slug_of(word) < DIAG_COUNT
            ? g_strdup_printf("it is a message, no rule: %s", diag_slug_meaning(diag_slug_of(word)))
        : nearest ? g_strdup_printf("did you mean %s?", nearest)
                  : g_strdup("'plenary rules' lists them");
    cli_usage(hint, "there is no rule %s", word);
    g_free(hint);
    g_free(names);
    return STATUS_USAGE;
}

static enum status explain_all(const struct rule *rules, int count, int word_count, char **words)
{
    for (int i = 0; i < word_count; i++) {
        const struct rule *rule = check_rule_of(diag_slug_of(words[i]));
        if (!rule)
            return say_unknown(rules, count, words[i]);
        if (i)
            putchar('\n');
        explain_rule(rule);
    }
    return STATUS_DONE;
}

static enum status print_all(const struct rule *rules, int count, enum listing form)
{
    if (form == LIST_JSON)
        print_json(rules, count);
    else if (form == LIST_MDOC)
        print_manual(rules, count);
    else
        for (int i = 0; i < count; i++)
            list_rule(&rules[i]);
    return STATUS_DONE;
}

static enum status take_option(void *request, int letter, const char *value)
{
    (void)letter; /* --format is all there is */
    enum listing *form = request;
    int found = 0;
    while (found < LIST_COUNT && strcmp(form_names[found], value) != 0)
        found++;
    *form = (enum listing)found;
    return found < LIST_COUNT ? STATUS_DONE
                              : cli_usage(NULL, "--format takes text, json or mdoc, not %s", value);
}

static enum status run(const struct cli_command *command, int argc, char **argv)
{
    enum listing form = LIST_TEXT;
    struct cli_operands operands;
    enum status status = cli_take_options(command, argc, argv, take_option, &form, &operands);
    if (status)
        return status;
    int count;
    const struct rule *rules = check_rules(&count);
    if (!operands.count)
        return print_all(rules, count, form);
    if (form != LIST_TEXT)
        return cli_usage(NULL, "--format is for the list of all rules");
    return explain_all(rules, count, operands.count, operands.all);
}

static const struct cli_option options[] = {
    {'f', "format", "FORM", "text, json, or mdoc: the manual plenary-rules(7)"},
    {0},
};

const struct cli_command rules_command = {
    "rules",
    "[OPTION]... [SLUG]...",
    "lists the rules of the house style, or explains some",
    options,
    NULL,
    run,
};
