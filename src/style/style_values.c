/* style_values: values of a style file, from text to numbers: lengths with units, shares, words
 * of a choice, lists, fields. One small reader a type; each says what it wanted. */
#include <glib.h>
#include <stdarg.h>
#include <string.h>

#include "base/nearest.h"
#include "style/style_keys.h"

#define MILLION 1000000
#define MAX_POINTS 10000 /* more than any sheet */

static bool wanted(const struct style_reading *reading, const struct yaml *node,
                   const struct style_key *key, const char *what)
{
    const char *kinds[] = {"empty", "a list", "a mapping"};
    const char *found = node->text && *node->text ? arena_printf(reading->arena, "`%s`", node->text)
                                                  : kinds[node->kind];
    diag_file(reading->diag, reading->source, node->at, DIAG_STYLE, "`%s` is %s, %s was wanted",
              key->path, found, what);
    return false;
}

/* --- numbers ------------------------------------------------------------------------- */

/* A decimal number in millionths; *end behind it, or at `text` when there is none. Digits after
 * the sixth place and numbers beyond a million million are cut. */
static int64_t read_decimal(const char *text, const char **end)
{
    const char *p = text + (*text == '-');
    int64_t value = 0;
    *end = text;
    if (!g_ascii_isdigit(*p))
        return 0;
    for (; g_ascii_isdigit(*p); p++)
        value = MIN(value * 10 + (*p - '0'), MILLION);
    value *= MILLION;
    if (p[0] == '.' && g_ascii_isdigit(p[1])) {
        int64_t place = MILLION / 10;
        for (p++; g_ascii_isdigit(*p); p++, place /= 10)
            value += (*p - '0') * place;
    }
    *end = p;
    return *text == '-' ? -value : value;
}

static int32_t round_ratio(int64_t number, int64_t den)
{
    return (int32_t)((number >= 0 ? number + den / 2 : number - den / 2) / den);
}

static bool read_length(const struct style_reading *reading, const struct yaml *node,
                        const struct style_key *key, struct style_value *value)
{
    static const struct {
        const char *name;
        int num, den; /* in points */
    } units[] = {{"pt", 1, 1}, {"mm", 360, 127}, {"cm", 3600, 127}, {"in", 72, 1}};
    bool form = !strchr(key->path, '.');
    const char *what =
        form ? "a length such as 10pt, 20mm, 0.5in or 2em" : "a length such as 10pt, 20mm or 0.5in";
    const char *unit;
    int64_t number = read_decimal(node->text ? node->text : "", &unit);
    if (!node->text || unit == node->text)
        return wanted(reading, node, key, what);
    if (key->bound == BOUND_POSITIVE && number <= 0)
        return wanted(reading, node, key, "a length greater than 0");
    if (number == 0 && !*unit)
        return true;
    if (strcmp(unit, "em") == 0 && form && key != &style_form_keys[FORM_KEY_SIZE]) {
        value->em = true;
        value->number = round_ratio(number, 1000);
        return ABS(value->number) <= 1000 * 1000 || wanted(reading, node, key, "at most 1000em");
    }
    for (size_t i = 0; i < G_N_ELEMENTS(units); i++) {
        if (strcmp(unit, units[i].name) != 0)
            continue;
        if (ABS(number) / MILLION * units[i].num / units[i].den > MAX_POINTS)
            return wanted(reading, node, key, "a length that fits on a sheet");
        value->number =
            round_ratio(number * LENGTH_PT * units[i].num, (int64_t)MILLION * units[i].den);
        return true;
    }
    return wanted(reading, node, key, what);
}

static bool read_number(const struct style_reading *reading, const struct yaml *node,
                        const struct style_key *key, struct style_value *value)
{
    const char *end;
    int64_t number = read_decimal(node->text ? node->text : "", &end);
    if (!node->text || end == node->text || *end || number % MILLION || number < 0 ||
        number / MILLION > 100000)
        return wanted(reading, node, key, "a whole number from 0 to 100000");
    value->number = (int32_t)(number / MILLION);
    return true;
}

/* Up to `most` percent, of which `example` is one. */
static bool read_percents(const struct style_reading *reading, const struct yaml *node,
                          const struct style_key *key, struct style_value *value, int most,
                          const char *example)
{
    const char *end;
    int64_t number = read_decimal(node->text ? node->text : "", &end);
    if (!node->text || end == node->text || strcmp(end, "%") != 0 || number <= 0 ||
        number > (int64_t)most * MILLION)
        return wanted(reading, node, key, example);
    value->number = round_ratio(number, MILLION / 10);
    return true;
}

static bool read_share(const struct style_reading *reading, const struct yaml *node,
                       const struct style_key *key, struct style_value *value)
{
    return read_percents(reading, node, key, value, 100, "a share such as 62%");
}

static bool read_slight(const struct style_reading *reading, const struct yaml *node,
                        const struct style_key *key, struct style_value *value)
{
    return read_percents(reading, node, key, value, 5, "a share up to 5%");
}

/* --- choices ------------------------------------------------------------------------- */

struct choice {
    const char *name;
    int number;
};

/* The choice that the node names; NULL, with an error that lists them, when it names none. */
static const struct choice *read_choice(const struct style_reading *reading,
                                        const struct yaml *node, const struct style_key *key,
                                        const struct choice *choices)
{
    GString *names = g_string_new(NULL);
    const struct choice *choice = choices;
    for (; choice->name; choice++) {
        if (node->text && strcmp(node->text, choice->name) == 0)
            break;
        g_string_append_printf(names, "%s%s", choice == choices ? "" : ", ", choice->name);
    }
    if (!choice->name)
        wanted(reading, node, key, arena_printf(reading->arena, "one of %s", names->str));
    g_string_free(names, TRUE);
    return choice->name ? choice : NULL;
}

static bool read_named(const struct style_reading *reading, const struct yaml *node,
                       const struct style_key *key, struct style_value *value)
{
    static const struct choice yes_no[] = {{"yes", 1}, {"no", 0}, {"true", 1}, {"false", 0}, {0}};
    static const struct choice aligns[] = {{"justify", ALIGN_JUSTIFY},
                                           {"start", ALIGN_START},
                                           {"centre", ALIGN_CENTRE},
                                           {"end", ALIGN_END},
                                           {0}};
    static const struct choice looks[] = {{"plain", 0},
                                          {"bold", LOOK_BOLD},
                                          {"italic", LOOK_ITALIC},
                                          {"bold italic", LOOK_BOLD | LOOK_ITALIC},
                                          {0}};
    static const struct choice punctuation[] = {
        {"quanjiao", 0}, {"kaiming", 0}, {"banjiao", 0}, {0}};
    static const struct choice *const of_type[] = {[VALUE_YES_NO] = yes_no,
                                                   [VALUE_ALIGN] = aligns,
                                                   [VALUE_LOOK] = looks,
                                                   [VALUE_PUNCTUATION] = punctuation};
    const struct choice *choice = read_choice(reading, node, key, of_type[key->type]);
    if (!choice)
        return false;
    value->number = choice->number;
    value->text = choice->name;
    return true;
}

/* --- texts and lists ----------------------------------------------------------------- */

static bool read_text(const struct style_reading *reading, const struct yaml *node,
                      const struct style_key *key, struct style_value *value)
{
    if (!node->text)
        return wanted(reading, node, key, "text");
    value->text = node->text;
    return true;
}

static bool read_file(const struct style_reading *reading, const struct yaml *node,
                      const struct style_key *key, struct style_value *value)
{
    if (!node->text || !*node->text)
        return wanted(reading, node, key, "a file name");
    char *folder = g_path_get_dirname(reading->source->name);
    value->text = g_path_is_absolute(node->text)
                      ? node->text
                      : arena_printf(reading->arena, "%s/%s", folder, node->text);
    g_free(folder);
    return true;
}

static bool read_list(const struct style_reading *reading, const struct yaml *node,
                      const struct style_key *key, struct style_value *value)
{
    if (node->kind != YAML_SEQUENCE)
        return wanted(reading, node, key, "a list such as [one, two]");
    if (key->type == VALUE_FAMILIES && (node->count < 1 || node->count > STYLE_MAX_FAMILIES))
        return wanted(reading, node, key, "a list of one to four families");
    const char **list = ARENA_ARRAY(reading->arena, const char *, node->count + 1);
    int count = 0;
    for (const struct yaml *item = node->first; item; item = item->next) {
        if (!item->text || !*item->text)
            return wanted(reading, item, key, "a list of words");
        list[count++] = item->text;
    }
    value->list = list;
    return true;
}

/* --- fields -------------------------------------------------------------------------- */

/* What each list may hold: what is set in that place. */
static bool may_stand(const struct style_key *key, enum field field)
{
    if (g_str_has_suffix(key->path, ".column"))
        return field >= FIELD_DISTRIBUTION && field <= FIELD_ORIGINAL;
    if (g_str_has_suffix(key->path, ".closing"))
        return field >= FIELD_MEETING && field <= FIELD_VOTE;
    return field >= FIELD_SESSION && field <= FIELD_TITLE && field != FIELD_NUMBER;
}

/* FIELD_COUNT, with an error that lists what may stand there, when the item names none. */
static enum field read_field(const struct style_reading *reading, const struct yaml *item,
                             const struct style_key *key)
{
    const char *names[FIELD_COUNT + 1];
    int count = 0;
    for (int field = 0; field < FIELD_COUNT; field++) {
        if (!may_stand(key, (enum field)field))
            continue;
        const char *name = doc_field_name((enum field)field);
        if (item->text && strcmp(item->text, name) == 0)
            return (enum field)field;
        names[count++] = name;
    }
    names[count] = NULL;
    char *list = g_strjoinv(", ", (char **)(void *)names);
    wanted(reading, item, key, arena_printf(reading->arena, "one of %s", list));
    g_free(list);
    const char *nearest = item->text ? nearest_word(item->text, names, count) : NULL;
    if (nearest)
        diag_hint(reading->diag, "did you mean `%s`?", nearest);
    return FIELD_COUNT;
}

static bool read_fields(const struct style_reading *reading, const struct yaml *node,
                        const struct style_key *key, struct style_value *value)
{
    if (node->kind != YAML_SEQUENCE)
        return wanted(reading, node, key, "a list of fields such as [session, item]");
    enum field *fields = ARENA_ARRAY(reading->arena, enum field, node->count + 1);
    int count = 0;
    for (const struct yaml *item = node->first; item; item = item->next) {
        fields[count] = read_field(reading, item, key);
        fields[count + 1] = FIELD_COUNT;
        if (fields[count++] == FIELD_COUNT)
            return false;
    }
    fields[count] = FIELD_COUNT;
    value->fields = fields;
    return true;
}

/* --- in and out ---------------------------------------------------------------------- */

bool style_read_value(const struct style_reading *reading, const struct yaml *node,
                      const struct style_key *key, struct style_value *value)
{
    static bool (*const readers[])(const struct style_reading *, const struct yaml *,
                                   const struct style_key *, struct style_value *) = {
        [VALUE_LENGTH] = read_length,     [VALUE_NUMBER] = read_number,
        [VALUE_SHARE] = read_share,       [VALUE_SLIGHT] = read_slight,
        [VALUE_YES_NO] = read_named,      [VALUE_ALIGN] = read_named,
        [VALUE_PUNCTUATION] = read_named, [VALUE_LOOK] = read_named,
        [VALUE_TEXT] = read_text,         [VALUE_FILE] = read_file,
        [VALUE_LIST] = read_list,         [VALUE_FAMILIES] = read_list,
        [VALUE_FIELDS] = read_fields,
    };
    *value = (struct style_value){.set = true, .source = reading->source, .at = node->at};
    if (key->bound == BOUND_OPTIONAL && yaml_is_null(node))
        return true;
    return readers[key->type](reading, node, key, value);
}

void style_store_value(const struct style_key *key, const struct style_value *value, length em,
                       void *into)
{
    void *place = (char *)into + key->offset;
    switch (key->type) {
    case VALUE_LENGTH:
        *(length *)place = value->em ? length_scale(em, value->number, 1000) : value->number;
        return;
    case VALUE_NUMBER:
    case VALUE_SHARE:
    case VALUE_SLIGHT:
        *(int *)place = value->number;
        return;
    case VALUE_YES_NO:
        *(bool *)place = value->number != 0;
        return;
    case VALUE_ALIGN:
        *(enum align *)place = (enum align)value->number;
        return;
    case VALUE_LOOK:
        *(unsigned *)place = (unsigned)value->number;
        return;
    case VALUE_PUNCTUATION:
    case VALUE_TEXT:
    case VALUE_FILE:
        *(const char **)place = value->text;
        return;
    case VALUE_LIST:
        *(const char *const **)place = value->list;
        return;
    case VALUE_FIELDS:
        *(const enum field **)place = value->fields;
        return;
    case VALUE_FAMILIES:
        for (int i = 0; value->list && value->list[i]; i++)
            ((const char **)place)[i] = value->list[i];
        return;
    }
}
