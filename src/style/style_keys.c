/* style_keys: the keys of a style file, each with its place in struct style and its type; pairs
 * of YAML go in, values go into a table. What the keys mean is told in styles/un.yaml. */
#include "style/style_keys.h"

#include <glib.h>
#include <stddef.h>
#include <string.h>

#include "base/nearest.h"

#define AT(member) offsetof(struct style, member)
#define LENGTH(path, member)                                                                       \
    {                                                                                              \
        path, AT(member), VALUE_LENGTH, BOUND_ANY                                                  \
    }
#define BOX(path, member)                                                                          \
    LENGTH(path ".x", member.x), LENGTH(path ".y", member.y), LENGTH(path ".width", member.width), \
        LENGTH(path ".height", member.height)
#define RULE(path, member)                                                                         \
    LENGTH(path ".x", member.x), LENGTH(path ".y", member.y), LENGTH(path ".width", member.width), \
        LENGTH(path ".thickness", member.thickness)

const struct style_key style_keys[] = {
    {"page.width", AT(page.width), VALUE_LENGTH, BOUND_POSITIVE},
    {"page.height", AT(page.height), VALUE_LENGTH, BOUND_POSITIVE},
    LENGTH("page.text-start", page.text_start),
    LENGTH("page.text-end", page.text_end),
    LENGTH("page.frame-start", page.frame_start),
    LENGTH("page.frame-end", page.frame_end),
    LENGTH("page.first-top", page.first_top),
    LENGTH("page.bottom", page.bottom),
    LENGTH("page.bottom-first", page.bottom_first),

    LENGTH("mast.row1-baseline", mast.row1_baseline),
    LENGTH("mast.organ-x", mast.organ_x),
    LENGTH("mast.organ-baseline", mast.organ_baseline),
    LENGTH("mast.right-x", mast.right_x),
    LENGTH("mast.right-baseline", mast.right_baseline),
    RULE("mast.thin-rule", mast.thin),
    RULE("mast.thick-rule", mast.thick),
    BOX("mast.emblem", mast.emblem),
    LENGTH("mast.session-baseline", mast.session_baseline),
    LENGTH("mast.head-end", mast.head_end),
    {"mast.emblem-file", AT(mast.emblem_file), VALUE_FILE, BOUND_OPTIONAL},
    LENGTH("mast.organization-x", mast.organization_x),
    {"mast.organ", AT(mast.organ), VALUE_TEXT, BOUND_OPTIONAL},

    {"fields.column", AT(fields.column), VALUE_FIELDS, BOUND_ANY},
    {"fields.head", AT(fields.head), VALUE_FIELDS, BOUND_ANY},
    {"fields.title", AT(fields.title), VALUE_FIELDS, BOUND_ANY},
    {"fields.closing", AT(fields.closing), VALUE_FIELDS, BOUND_ANY},

    LENGTH("end-rule.width", end_rule.width),
    LENGTH("end-rule.thickness", end_rule.thickness),
    LENGTH("end-rule.before", end_rule.before),

    LENGTH("run.head-baseline", run.head_baseline),
    LENGTH("run.foot-baseline", run.foot_baseline),
    RULE("run.head-rule", run.head_rule),
    LENGTH("run.head-title-end", run.head_title_end),
    BOX("run.bar-code", run.bar_code),
    BOX("run.recycle-mark", run.recycle_mark),
    BOX("run.qr-code", run.qr_code),
    {"run.qr-series", AT(run.qr_series), VALUE_LIST, BOUND_ANY},
    LENGTH("run.job-x", run.job_x),
    LENGTH("run.job-baseline", run.job_baseline),
    LENGTH("run.recycle-x", run.recycle_x),
    LENGTH("run.recycle-baseline", run.recycle_baseline),

    LENGTH("notes.rule-width", notes.rule_width),
    LENGTH("notes.rule-thickness", notes.rule_thickness),
    LENGTH("notes.above-rule", notes.above_rule),
    LENGTH("notes.below-rule", notes.below_rule),
    {"notes.call-size", AT(notes.call_permille), VALUE_SHARE, BOUND_POSITIVE},
    LENGTH("notes.call-rise", notes.call_rise),

    LENGTH("table.padding", table.padding),
    LENGTH("table.before", table.before),
    LENGTH("table.after", table.after),
    LENGTH("table.most", table.most),
    LENGTH("table.row-gap", table.row_gap),
    LENGTH("table.rule", table.rule),
    LENGTH("table.thick-rule", table.thick_rule),

    {"set.punctuation", AT(set.punctuation), VALUE_PUNCTUATION, BOUND_ANY},
    {"set.tight", AT(set.tight), VALUE_YES_NO, BOUND_ANY},
    {"set.hang", AT(set.hang), VALUE_YES_NO, BOUND_ANY},
    {"set.hyphen-before", AT(set.hyphen_before), VALUE_NUMBER, BOUND_ANY},
    {"set.hyphen-after", AT(set.hyphen_after), VALUE_NUMBER, BOUND_ANY},
    {"set.hyphen-patterns", AT(set.hyphen_patterns), VALUE_TEXT, BOUND_OPTIONAL},
    {"set.hyphen-penalty", AT(set.hyphen_penalty), VALUE_NUMBER, BOUND_ANY},
    {"set.hyphen-compounds", AT(set.hyphen_compounds), VALUE_YES_NO, BOUND_ANY},
    {"set.expansion", AT(set.expansion), VALUE_SLIGHT, BOUND_OPTIONAL},
    {"set.expansion-most", AT(set.expansion_most), VALUE_SLIGHT, BOUND_OPTIONAL},
    {"set.counters", AT(set.counters), VALUE_TEXT, BOUND_ANY},
    {"set.number-prefixes", AT(set.number_prefixes), VALUE_TEXT, BOUND_ANY},
    {"set.ties", AT(set.ties), VALUE_LIST, BOUND_ANY},
    {"set.soft-ties", AT(set.soft_ties), VALUE_LIST, BOUND_ANY},
    {"set.units", AT(set.units), VALUE_LIST, BOUND_ANY},
    {"set.wholes", AT(set.wholes), VALUE_LIST, BOUND_ANY},
    {"set.short-words", AT(set.short_words), VALUE_LIST, BOUND_ANY},
    {"set.particles", AT(set.particles), VALUE_LIST, BOUND_ANY},
    {"set.short-word-penalty", AT(set.short_word_penalty), VALUE_NUMBER, BOUND_ANY},
    {"set.numerals", AT(set.numerals), VALUE_TEXT, BOUND_ANY},
    {"set.part-joiners", AT(set.part_joiners), VALUE_TEXT, BOUND_ANY},
    {"set.date-units", AT(set.date_units), VALUE_TEXT, BOUND_ANY},
    {"set.thin-before", AT(set.thin_before), VALUE_TEXT, BOUND_ANY},
    {"set.space-before", AT(set.space_before), VALUE_TEXT, BOUND_ANY},
    {"set.space-after", AT(set.space_after), VALUE_TEXT, BOUND_ANY},

    {"volume.cover-top", AT(volume.cover_top), VALUE_LENGTH, BOUND_OPTIONAL},
    {"volume.run-on", AT(volume.run_on), VALUE_YES_NO, BOUND_OPTIONAL},

    {"print.condition", AT(print.condition), VALUE_TEXT, BOUND_OPTIONAL},
    {"print.profile", AT(print.profile), VALUE_FILE, BOUND_OPTIONAL},
    {"print.substitute", AT(print.substitute), VALUE_FILE, BOUND_OPTIONAL},
    LENGTH("print.bleed", print.bleed),
    LENGTH("print.margin", print.margin),
    LENGTH("print.mark", print.mark),
    LENGTH("print.mark-thickness", print.mark_thickness),
    LENGTH("print.gutter", print.gutter),
    LENGTH("print.paper", print.paper),

    {"families.han", AT(families[SCRIPT_HAN]), VALUE_FAMILIES, BOUND_ANY},
    {"families.western", AT(families[SCRIPT_WESTERN]), VALUE_FAMILIES, BOUND_ANY},
    {"families.arabic", AT(families[SCRIPT_ARABIC]), VALUE_FAMILIES, BOUND_ANY},
    {"lead-look", AT(lead_look), VALUE_LOOK, BOUND_ANY},
};
const int style_key_count = G_N_ELEMENTS(style_keys);

#define IN(member) offsetof(struct form, member)
const struct style_key style_form_keys[] = {
    [FORM_KEY_SIZE] = {"size", IN(size), VALUE_LENGTH, BOUND_POSITIVE},
    {"leading", IN(leading), VALUE_LENGTH, BOUND_POSITIVE},
    {"before", IN(before), VALUE_LENGTH, BOUND_OPTIONAL},
    {"after", IN(after), VALUE_LENGTH, BOUND_OPTIONAL},
    {"label", IN(label), VALUE_LENGTH, BOUND_OPTIONAL},
    {"first", IN(first), VALUE_LENGTH, BOUND_OPTIONAL},
    {"turn", IN(turn), VALUE_LENGTH, BOUND_OPTIONAL},
    {"end", IN(end), VALUE_LENGTH, BOUND_OPTIONAL},
    {"align", IN(align), VALUE_ALIGN, BOUND_OPTIONAL},
    {"look", IN(look), VALUE_LOOK, BOUND_OPTIONAL},
    {"keep-next", IN(keep_next), VALUE_NUMBER, BOUND_OPTIONAL},
    {"keep-whole", IN(keep_whole), VALUE_YES_NO, BOUND_OPTIONAL},
    {"hyphenate", IN(hyphenate), VALUE_YES_NO, BOUND_OPTIONAL},
};
const int style_form_key_count = G_N_ELEMENTS(style_form_keys);

const char *const style_form_names[FORM_COUNT + 2] = {
#define F(name, key) [FORM_##name] = key,
    STYLE_FORMS(F)
#undef F
        [FORM_COUNT] = "default",
};

/* --- unknown keys -------------------------------------------------------------------- */

static const char *join(struct arena *arena, const char *const *words)
{
    char *joined = g_strjoinv(", ", (char **)(void *)words);
    const char *list = arena_strdup(arena, joined);
    g_free(joined);
    return list;
}

bool style_unknown_key(const struct style_reading *reading, const struct yaml *pair,
                       const char *where, const char *const *wanted)
{
    enum { FEW = 16 };
    int count = (int)g_strv_length((char **)(void *)wanted);
    const char *nearest = nearest_word(pair->key, wanted, count);
    const char *list = join(reading->arena, wanted);
    bool few = count <= FEW;
    diag_file(reading->diag, reading->source, pair->key_at, DIAG_STYLE,
              "`%s` is not a key %s, %s%s was wanted", pair->key, where,
              few ? "one of " : "another", few ? list : "");
    if (nearest)
        diag_hint(reading->diag, "did you mean `%s`?", nearest);
    else if (!few)
        diag_hint(reading->diag, "the keys are: %s", list);
    return false;
}

/* The next steps of all paths of the table that begin with `prefix`, each once. */
static const char *const *steps_after(struct arena *arena, const struct style_table *table,
                                      const char *prefix)
{
    const char **steps = ARENA_ARRAY(arena, const char *, table->count + 1);
    int count = 0;
    size_t skip = strlen(prefix);
    for (int i = 0; i < table->count; i++) {
        if (strncmp(table->keys[i].path, prefix, skip) != 0)
            continue;
        const char *step = table->keys[i].path + skip;
        char *name = arena_strndup(arena, step, strcspn(step, "."));
        if (!count || strcmp(steps[count - 1], name) != 0)
            steps[count++] = name;
    }
    return steps;
}

static bool unknown_step(const struct style_reading *reading, const struct yaml *pair,
                         const char *prefix, const struct style_table *table)
{
    const char *where = arena_printf(reading->arena, "of `%s%s", table->name, prefix);
    where = arena_printf(reading->arena, "%.*s`", (int)strlen(where) - 1, where);
    return style_unknown_key(reading, pair, where, steps_after(reading->arena, table, prefix));
}

/* --- pairs --------------------------------------------------------------------------- */

static int find_key(const struct style_table *table, const char *path)
{
    int i = 0;
    while (i < table->count && strcmp(table->keys[i].path, path) != 0)
        i++;
    return i < table->count ? i : -1;
}

/* Whether the path, which ends in a full stop, leads to keys. */
static bool is_group(const struct style_table *table, const char *path)
{
    for (int i = 0; i < table->count; i++)
        if (g_str_has_prefix(table->keys[i].path, path))
            return true;
    return false;
}

bool style_take_pair(const struct style_reading *reading, const struct yaml *pair,
                     const char *prefix, const struct style_table *table)
{
    const char *path = arena_printf(reading->arena, "%s%s", prefix, pair->key);
    int index = find_key(table, path);
    if (index >= 0)
        return style_read_value(reading, pair, &table->keys[index], &table->values[index]);

    const char *group = arena_printf(reading->arena, "%s.", path);
    if (!is_group(table, group))
        return unknown_step(reading, pair, prefix, table);
    return style_take_pairs(reading, pair, group, table);
}

bool style_take_pairs(const struct style_reading *reading, const struct yaml *mapping,
                      const char *prefix, const struct style_table *table)
{
    if (yaml_is_null(mapping))
        return true;
    if (mapping->kind != YAML_MAPPING) {
        diag_file(reading->diag, reading->source, mapping->at, DIAG_STYLE,
                  "a single value stands here, keys with values were wanted");
        if (table->count)
            diag_hint(reading->diag, "the keys are: %s",
                      join(reading->arena, steps_after(reading->arena, table, prefix)));
        return false;
    }
    bool good = true;
    for (const struct yaml *pair = mapping->first; pair; pair = pair->next)
        good &= style_take_pair(reading, pair, prefix, table);
    return good;
}
