/* data_value: where we are in a document of our own form, what is wrong there, and values of one
 * piece: numbers, lengths, dates, words of a choice. */
#include <glib.h>
#include <stdarg.h>
#include <string.h>

#include "base/nearest.h"
#include "read/data.h"

enum {
    MOST_ERRORS = 1000,   /* more than anybody reads */
    MOST_CHARACTERS = 40, /* of the source in a message */
    MOST_POINTS = 10000,  /* more than any sheet */
};

/* --- where ----------------------------------------------------------------------------- */

static void enter(struct data *data, struct data_step step)
{
    data->steps[data->step_count++] = step;
}

void data_enter_key(struct data *data, const struct yaml *pair)
{
    enter(data, (struct data_step){.key = pair->key});
}

void data_enter_item(struct data *data, int index)
{
    enter(data, (struct data_step){.index = index});
}

void data_leave(struct data *data)
{
    data->step_count--;
}

/* Words of the source for a message: no more than fit on a line. */
static const char *clip(struct arena *arena, const char *text)
{
    const char *end = text;
    int count = 0;
    for (; *end && count < MOST_CHARACTERS; count++)
        end = g_utf8_next_char(end);
    return *end ? arena_printf(arena, "%.*s…", (int)(end - text), text) : text;
}

static const char *path(struct data *data)
{
    if (!data->step_count)
        return "the document";
    GString *out = g_string_new("`");
    for (int i = 0; i < data->step_count; i++) {
        const struct data_step *step = &data->steps[i];
        if (step->key)
            g_string_append_printf(out, "%s%s", i ? "." : "", clip(data->arena, step->key));
        else
            g_string_append_printf(out, "[%d]", step->index);
    }
    g_string_append_c(out, '`');
    const char *copy = arena_strdup(data->arena, out->str);
    g_string_free(out, TRUE);
    return copy;
}

/* --- what is wrong ----------------------------------------------------------------------- */

bool data_fail(struct data *data, uint32_t at, const char *format, ...)
{
    if (++data->errors > MOST_ERRORS)
        return false;
    va_list args;
    va_start(args, format);
    char *words = g_strdup_vprintf(format, args);
    va_end(args);
    diag_file(data->diag, data->source, at, DIAG_DATA, "%s %s%s", path(data), words,
              data->errors == MOST_ERRORS ? "; no more errors are shown" : "");
    g_free(words);
    return false;
}

bool data_wanted(struct data *data, const struct yaml *node, const char *what)
{
    const char *found = node->kind == YAML_SEQUENCE  ? "a list"
                        : node->kind == YAML_MAPPING ? "a mapping"
                        : yaml_is_null(node) || !*node->text
                            ? "empty"
                            : arena_printf(data->arena, "“%s”", clip(data->arena, node->text));
    return data_fail(data, node->at, "is %s, %s was wanted", found, what);
}

/* "a, b or c" */
static const char *alternatives(struct arena *arena, const char *const *names, int count)
{
    GString *out = g_string_new(NULL);
    for (int i = 0; i < count; i++)
        g_string_append_printf(out, "%s%s", !i ? "" : i == count - 1 ? " or " : ", ", names[i]);
    const char *copy = arena_strdup(arena, out->str);
    g_string_free(out, TRUE);
    return copy;
}

static void hint_nearest(struct data *data, const char *word, const char *const *names, int count)
{
    const char *nearest = nearest_word(word, names, count);
    if (nearest && data->errors <= MOST_ERRORS)
        diag_hint(data->diag, "did you mean `%s`?", nearest);
}

void data_unknown_key(struct data *data, const struct yaml *pair, const char *const *names,
                      int count)
{
    data_enter_key(data, pair);
    data_fail(data, pair->key_at, "is not known here, %s was wanted",
              alternatives(data->arena, names, count));
    hint_nearest(data, pair->key, names, count);
    data_leave(data);
}

void data_check_keys(struct data *data, const struct yaml *mapping, const char *const *names)
{
    for (const struct yaml *pair = mapping->first; pair; pair = pair->next)
        if (!g_strv_contains(names, pair->key))
            data_unknown_key(data, pair, names, (int)g_strv_length((gchar **)names));
}

/* --- values ------------------------------------------------------------------------------ */

const char *data_read_string(struct data *data, const struct yaml *node)
{
    if (node->kind == YAML_SCALAR && !yaml_is_null(node))
        return node->text;
    data_wanted(data, node, "text");
    return NULL;
}

/* The text of a value without spaces in it, "" for anything else. */
static const char *word_of(const struct yaml *node)
{
    return node->kind == YAML_SCALAR ? node->text : "";
}

bool data_read_number(struct data *data, const struct yaml *node, int least, int most, int *number)
{
    const char *text = word_of(node);
    gint64 value = strlen(text) <= 9 ? g_ascii_strtoll(text, NULL, 10) : -1;
    bool whole = node->plain && *text && strspn(text, "0123456789") == strlen(text);
    if (!whole || value < least || value > most)
        return data_wanted(data, node,
                           arena_printf(data->arena, "a whole number from %d to %d", least, most));
    *number = (int)value;
    return true;
}

bool data_read_yes_no(struct data *data, const struct yaml *node, bool *yes)
{
    static const char *const names[] = {"no", "false", "yes", "true"};
    for (int i = 0; i < 4; i++)
        if (node->plain && strcmp(word_of(node), names[i]) == 0) {
            *yes = i >= 2;
            return true;
        }
    return data_wanted(data, node, "yes or no");
}

/* A decimal number in ten-thousandths, which tell any two lengths apart; *end behind it, or at
 * `text` when there is none. */
static int64_t read_decimal(const char *text, const char **end)
{
    const char *p = text;
    int64_t value = 0, place = 10000;
    for (; g_ascii_isdigit(*p); p++)
        value = MIN(value * 10 + (*p - '0'), 10 * MOST_POINTS);
    value *= place;
    if (p > text && p[0] == '.' && g_ascii_isdigit(p[1]))
        for (p++; g_ascii_isdigit(*p); p++)
            value += (*p - '0') * (place /= 10);
    *end = p;
    return value;
}

bool data_read_length(struct data *data, const struct yaml *node, length *value)
{
    static const struct {
        const char *name;
        int num, den; /* in points */
    } units[] = {{"pt", 1, 1}, {"mm", 360, 127}, {"cm", 3600, 127}, {"in", 72, 1}};
    const char *text = word_of(node), *unit;
    int64_t number = read_decimal(text, &unit);
    if (unit > text && !number && !*unit) {
        *value = 0;
        return true;
    }
    for (size_t i = 0; unit > text && i < G_N_ELEMENTS(units); i++) {
        int64_t den = (int64_t)10000 * units[i].den;
        int64_t scaled = (number * units[i].num * LENGTH_PT + den / 2) / den;
        if (strcmp(unit, units[i].name) != 0)
            continue;
        if (scaled > (int64_t)MOST_POINTS * LENGTH_PT)
            return data_wanted(data, node, "a length that fits on a sheet");
        *value = (length)scaled;
        return true;
    }
    return data_wanted(data, node, "a length such as 40pt, 25mm or 0.5in");
}

int data_read_choice(struct data *data, const struct yaml *node, const char *const *names,
                     int count)
{
    const char *text = word_of(node);
    for (int i = 0; i < count; i++)
        if (strcmp(text, names[i]) == 0)
            return i;
    data_wanted(data, node, alternatives(data->arena, names, count));
    hint_nearest(data, text, names, count);
    return -1;
}

bool data_is_date(const struct yaml *node, struct date *date)
{
    static const char pattern[] = "0000-00-00";
    const char *text = word_of(node);
    if (strlen(text) != strlen(pattern))
        return false;
    for (size_t i = 0; pattern[i]; i++)
        if (pattern[i] == '-' ? text[i] != '-' : !g_ascii_isdigit(text[i]))
            return false;
    struct date found = {(int)g_ascii_strtoll(text, NULL, 10),
                         (int)g_ascii_strtoll(text + 5, NULL, 10),
                         (int)g_ascii_strtoll(text + 8, NULL, 10)};
    if (!found.year || found.month < 1 || found.month > 12 || found.day < 1 || found.day > 31)
        return false;
    *date = found;
    return true;
}

bool data_read_date(struct data *data, const struct yaml *node, struct date *date)
{
    return data_is_date(node, date) || data_wanted(data, node, "a date such as 2044-12-14");
}
