/* check: runs the rules. In: a document as it was read. Out: messages. */
#include "check/check.h"

#include <string.h>

#include "check/families.h"
#include "check/ignore.h"
#include "check/unmarked.h"

/* --- the catalogue of rules ------------------------------------------------------------ */

static const struct {
    enum diag_slug slug;
    const char *languages, *why, *source, *wrong, *right;
} entries[] = {
#define RULE(name, slug, level, languages, meaning, why, rule_source, wrong, right)                \
    {DIAG_##name, languages, why, rule_source, wrong, right},
#include "base/rules/all.def"
#undef RULE
};

/* Their places in the catalogue, from 1. */
enum {
    RULE_NONE,
#define RULE(name, slug, level, languages, meaning, why, rule_source, wrong, right) RULE_##name,
#include "base/rules/all.def"
#undef RULE
};

static unsigned languages_of(const char *tags)
{
    unsigned languages = 0;
    if (strcmp(tags, "all") == 0)
        return ~0u;
    char **tag = g_strsplit(tags, " ", -1);
    for (char **at = tag; *at; at++)
        languages |= 1u << language_of(*at);
    g_strfreev(tag);
    return languages;
}

static const struct rule *make_rules(void)
{
    struct rule *rules = g_new(struct rule, G_N_ELEMENTS(entries));
    for (size_t i = 0; i < G_N_ELEMENTS(entries); i++)
        rules[i] = (struct rule){entries[i].slug,  languages_of(entries[i].languages),
                                 entries[i].why,   entries[i].source,
                                 entries[i].wrong, entries[i].right};
    return rules;
}

const struct rule *check_rules(int *count)
{
    static const struct rule *rules;
    if (g_once_init_enter(&rules))
        g_once_init_leave(&rules, make_rules());
    *count = (int)G_N_ELEMENTS(entries);
    return rules;
}

const struct rule *check_rule_of(enum diag_slug slug)
{
    static const int of_slug[DIAG_COUNT + 1] = {
#define RULE(name, slug, level, languages, meaning, why, rule_source, wrong, right)                \
    [DIAG_##name] = RULE_##name,
#include "base/rules/all.def"
#undef RULE
    };
    int count;
    return of_slug[slug] ? &check_rules(&count)[of_slug[slug] - 1] : NULL;
}

bool check_mends(enum diag_slug slug)
{
    static const bool mends[DIAG_COUNT + 1] = {
#define MENDED(name) [DIAG_##name] = true,
#include "base/rules/mended.def"
#undef MENDED
    };
    return mends[slug];
}

/* --- running --------------------------------------------------------------------------- */

static const struct check *const families[] = {
    form_checks,      label_checks, masthead_checks, agreement_checks,
    structure_checks, lead_checks,  note_checks,     mark_checks,
    script_checks,    word_checks,  number_checks,   reference_checks};

static bool is_wanted(const struct copy *copy, const struct check *check)
{
    const struct rule *rule = check_rule_of(check->slug);
    return rule->languages & 1u << copy->language &&
           diag_level(copy->diag, check->slug) != DIAG_OFF;
}

static void run_check(const struct copy *copy, const struct check *check)
{
    if (check->of_copy)
        check->of_copy(copy);
    for (int i = 0; check->of_passage && i < copy->passage_count; i++)
        check->of_passage(copy, &copy->passages[i]);
}

void check_document(struct arena *arena, const struct style *style, const struct node *doc,
                    struct diag *diag)
{
    const struct copy *copy = copy_of(arena, style, doc, diag);
    ignore_take(copy);
    unmarked_complete(copy);
    for (size_t i = 0; i < G_N_ELEMENTS(families); i++)
        for (const struct check *check = families[i]; check->of_copy || check->of_passage; check++)
            if (is_wanted(copy, check))
                run_check(copy, check);
}
