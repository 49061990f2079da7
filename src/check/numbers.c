/* numbers: rules about ranges, large numbers, ordinals and per cent. In: passages. Out: messages.
 * What is looked for is data of the language (styles/check), how it is mended is said here. */
#include <stdlib.h>
#include <string.h>

#include "check/dates.h"
#include "check/families.h"
#include "check/matches.h"

/* --- ranges ---------------------------------------------------------------------------- */

/* English and Russian join with an en dash, the other languages with a hyphen. */
static const char *range_dash(enum language language)
{
    return language == EN || language == RU || language == DE ? "–" : "-";
}

static const char *dash_name(const char *dash)
{
    return strcmp(dash, "-") == 0 ? "a hyphen" : "an en dash";
}

/* A hyphen that may not break stands for a hyphen. */
static bool is_range_dash(enum language language, const char *dash)
{
    const char *wanted = range_dash(language);
    return strcmp(dash, wanted) == 0 || (*wanted == '-' && strcmp(dash, "\342\200\221") == 0);
}

static void range_form(const struct copy *copy, const struct passage *passage)
{
    struct matches m;
    if (!is_running(passage) || !is_own(copy, passage))
        return;
    const char *wanted = range_dash(copy->language);
    const GRegex *pattern = lexicon_pattern(copy->lexicon, "range-pattern");
    for (bool more = match_first(&m, passage, pattern); more; more = match_next(&m)) {
        int from, to;
        if (!match_group(&m, "dash", &from, &to))
            continue;
        const char *dash = words_at(copy, passage, from, to);
        if (is_range_dash(copy->language, dash))
            continue;
        find(copy, passage, m.from, m.to, DIAG_RANGE_FORM,
             "“%s” joins this range, %s without spaces was wanted", dash, dash_name(wanted));
        mend(copy, passage, from, to, wanted);
    }
}

static void tell_order(const struct copy *copy, const struct passage *passage,
                       const GRegex *pattern)
{
    struct matches m;
    for (bool more = match_first(&m, passage, pattern); more; more = match_next(&m)) {
        int first = match_number(&m, "first"), last = match_number(&m, "last");
        if (last && first >= last)
            find(copy, passage, m.from, m.to, DIAG_RANGE_ORDER,
                 "this range goes from %d to %d, the smaller number was wanted first", first, last);
    }
}

static void range_order(const struct copy *copy, const struct passage *passage)
{
    if (!is_running(passage))
        return;
    tell_order(copy, passage, lexicon_pattern(copy->lexicon, "range-pattern"));
    tell_order(copy, passage, lexicon_pattern(copy->lexicon, "span-pattern"));
}

/* --- large numbers --------------------------------------------------------------------- */

static const char *thousands_mark(enum language language)
{
    switch (language) {
    case EN:
        return ",";
    case ES:
    case DE:
        return ".";
    case FR:
    case RU:
    case ZH:
    case AR:
        return "\302\240";
    case LANGUAGE_NONE:
    case LANGUAGE_COUNT:
        break;
    }
    return "";
}

/* The same digits in groups of three. */
static const char *in_thousands(const struct copy *copy, const char *words)
{
    GString *digits = g_string_new(NULL);
    for (const char *p = words; *p; p++)
        if (g_ascii_isdigit(*p))
            g_string_append_c(digits, *p);
    for (gssize at = (gssize)digits->len - 3; at > 0; at -= 3)
        g_string_insert(digits, at, thousands_mark(copy->language));
    const char *form = arena_strdup(copy->arena, digits->str);
    g_string_free(digits, TRUE);
    return form;
}

static void thousands_form(const struct copy *copy, const struct passage *passage)
{
    struct matches m;
    if (!is_running(passage) || !is_own(copy, passage))
        return;
    const GRegex *pattern = lexicon_pattern(copy->lexicon, "thousands-wrong-pattern");
    for (bool more = match_first(&m, passage, pattern); more; more = match_next(&m)) {
        const char *words = words_at(copy, passage, m.from, m.to);
        const char *form = in_thousands(copy, words);
        find(copy, passage, m.from, m.to, DIAG_THOUSANDS_FORM,
             "“%s” is not how a large number is written, “%s”%s was wanted", words, form,
             strstr(form, "\302\240") ? " with no-break spaces (U+00A0)" : "");
        mend(copy, passage, m.from, m.to, form);
    }
}

/* A figure, then a decimal mark of another language, then what is counted. */
static void decimal_mark(const struct copy *copy, const struct passage *passage)
{
    struct matches m;
    if (!is_running(passage) || !is_own(copy, passage))
        return;
    const GRegex *pattern = lexicon_pattern(copy->lexicon, "decimal-wrong-pattern");
    for (bool more = match_first(&m, passage, pattern); more; more = match_next(&m)) {
        int from, to;
        if (!match_group(&m, "mark", &from, &to))
            continue;
        const char *wanted = passage->text[from] == ',' ? "." : ",";
        find(copy, passage, m.from, m.to, DIAG_DECIMAL_MARK,
             "“%s” marks the decimals here, “%s” was wanted", words_at(copy, passage, from, to),
             wanted);
        mend(copy, passage, from, to, wanted);
    }
}

/* --- per cent -------------------------------------------------------------------------- */

static void per_cent(const struct copy *copy, const struct passage *passage)
{
    struct matches m;
    const char *const *wanted = lexicon_list(copy->lexicon, "per-cent");
    if (!is_running(passage) || !is_own(copy, passage) || !wanted[0])
        return;
    const GRegex *pattern = lexicon_pattern(copy->lexicon, "per-cent-wrong-pattern");
    for (bool more = match_first(&m, passage, pattern); more; more = match_next(&m)) {
        int from = m.from, to = m.to;
        match_group(&m, "sign", &from, &to);
        bool spaced = copy->language == ZH || !g_ascii_isdigit(passage->text[from - 1]);
        find(copy, passage, from, to, DIAG_PER_CENT,
             "“%s” stands %sbehind this figure, %s“%s” was wanted",
             words_at(copy, passage, from, to), spaced ? "" : "right ",
             spaced ? "" : "a no-break space (U+00A0) and ", wanted[0]);
        if (!wanted[1]) /* else the figure decides on one of them */
            mend(copy, passage, from, to,
                 arena_printf(copy->arena, "%s%s", spaced ? "" : "\302\240", wanted[0]));
    }
}

/* --- currencies ------------------------------------------------------------------------ */

/* Codes of banks: "1,000 USD", "US$ 5 million"; tables may have them. */
static void currency_code(const struct copy *copy, const struct passage *passage)
{
    struct matches m;
    if (!is_running(passage) || !is_own(copy, passage))
        return;
    const GRegex *pattern = lexicon_pattern(copy->common, "currency-code-pattern");
    for (bool more = match_first(&m, passage, pattern); more; more = match_next(&m))
        find(copy, passage, m.from, m.to, DIAG_CURRENCY,
             "“%s” stands with a figure, the name of the currency was wanted",
             words_at(copy, passage, m.from, m.to));
}

/* --- ordinals -------------------------------------------------------------------------- */

static const char *english_ending(int number)
{
    if (number % 100 >= 11 && number % 100 <= 13)
        return "th";
    switch (number % 10) {
    case 1:
        return "st";
    case 2:
        return "nd";
    case 3:
        return "rd";
    default:
        return "th";
    }
}

/* English: 21th. */
static void ordinal_ending(const struct copy *copy, const struct passage *passage)
{
    struct matches m;
    const GRegex *pattern = lexicon_pattern(copy->lexicon, "ordinal-pattern");
    for (bool more = match_first(&m, passage, pattern); more; more = match_next(&m)) {
        int from, to;
        if (!match_group(&m, "ending", &from, &to))
            continue;
        const char *ending = words_at(copy, passage, from, to);
        const char *wanted = english_ending(match_number(&m, "number"));
        if (strcmp(ending, wanted) == 0)
            continue;
        find(copy, passage, m.from, m.to, DIAG_ORDINAL_FORM,
             "“%s” ends this ordinal, “%s” was wanted", ending, wanted);
        mend(copy, passage, from, to, wanted);
    }
}

/* --- places without a break ------------------------------------------------------------ */

enum { PLACES = 4 }; /* kinds of them */

/* How often the document has a no-break space in a kind of place, and how often a plain one. */
static void count_places(const struct copy *copy, const GRegex *pattern, int *kept, int *plain)
{
    *kept = *plain = 0;
    for (int i = 0; pattern && i < copy->passage_count; i++) {
        struct matches m;
        const struct passage *passage = &copy->passages[i];
        bool more = is_running(passage) && match_first(&m, passage, pattern);
        for (; more; more = match_next(&m)) {
            int from, to;
            if (match_group(&m, "space", &from, &to))
                *(passage->text[from] == ' ' ? plain : kept) += 1;
        }
    }
}

static void tell_plain_spaces(const struct copy *copy, const GRegex *pattern)
{
    for (int i = 0; i < copy->passage_count; i++) {
        struct matches m;
        const struct passage *passage = &copy->passages[i];
        bool more = is_running(passage) && match_first(&m, passage, pattern);
        for (; more; more = match_next(&m)) {
            int from, to;
            if (!match_group(&m, "space", &from, &to) || passage->text[from] != ' ')
                continue;
            find(copy, passage, from, to, DIAG_NO_BREAK,
                 "a line may break at this space of “%s”, a no-break space (U+00A0) was wanted as "
                 "elsewhere in the document",
                 words_at(copy, passage, m.from, m.to));
            mend(copy, passage, from, to, "\302\240");
        }
    }
}

/* Only a document that has no-break spaces in most of its places has forgotten one: plain sources
 * leave them to the make-up, which keeps such places together anyway. */
static void plain_space(const struct copy *copy)
{
    const GRegex *patterns[PLACES];
    int plain[PLACES], all_kept = 0;
    for (int place = 0; place < PLACES; place++) {
        char key[32];
        int kept;
        g_snprintf(key, sizeof key, "no-break-%d-pattern", place + 1);
        patterns[place] = lexicon_pattern(copy->lexicon, key);
        count_places(copy, patterns[place], &kept, &plain[place]);
        all_kept += kept;
    }
    for (int place = 0; place < PLACES; place++)
        if (plain[place] && all_kept >= 2 * plain[place])
            tell_plain_spaces(copy, patterns[place]);
}

const struct check number_checks[] = {
    {DIAG_DATE_IMPOSSIBLE, NULL, impossible_date},
    {DIAG_DATE_FORM, NULL, form_of_date},
    {DIAG_DATE_FORM, NULL, other_form_of_date},
    {DIAG_DATE_FORM, NULL, misspelt_month},
    {DIAG_RANGE_FORM, NULL, range_form},
    {DIAG_RANGE_ORDER, NULL, range_order},
    {DIAG_THOUSANDS_FORM, NULL, thousands_form},
    {DIAG_DECIMAL_MARK, NULL, decimal_mark},
    {DIAG_PER_CENT, NULL, per_cent},
    {DIAG_CURRENCY, NULL, currency_code},
    {DIAG_ORDINAL_FORM, NULL, ordinal_ending},
    {DIAG_NO_BREAK, plain_space, NULL},
    {0},
};
