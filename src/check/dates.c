/* dates: rules about dates. In: passages. Out: messages on dates that no calendar has and on those
 * in the way of another language. */
#include "check/dates.h"

#include <string.h>

#include "check/slips.h"

/* --- the dates that are said ----------------------------------------------------------- */

int month_of(const struct copy *copy, const char *name)
{
    const char *const *months = lexicon_list(copy->lexicon, "months");
    if (!months[0])
        months = lexicon_list(copy->lexicon, "month-names");
    char *folded = g_utf8_casefold(name, -1);
    int month = 0;
    for (int i = 0; months[i] && !month; i++) {
        char *other = g_utf8_casefold(months[i], -1);
        if (strcmp(folded, other) == 0)
            month = i + 1;
        g_free(other);
    }
    g_free(folded);
    return month;
}

static bool take(const struct copy *copy, struct said_date *said, bool found)
{
    if (!found)
        return false;
    int from, to;
    const struct matches *m = &said->matches;
    said->from = m->from;
    said->to = m->to;
    said->date =
        (struct date){match_number(m, "year"), match_number(m, "month"), match_number(m, "day")};
    if (!said->date.month && match_group(m, "month", &from, &to))
        said->date.month = month_of(copy, words_at(copy, m->passage, from, to));
    return true;
}

bool date_first(const struct copy *copy, const struct passage *passage, struct said_date *said)
{
    return take(
        copy, said,
        match_first(&said->matches, passage, lexicon_pattern(copy->lexicon, "date-pattern")));
}

bool date_next(const struct copy *copy, struct said_date *said)
{
    return take(copy, said, match_next(&said->matches));
}

struct date date_of_document(const struct copy *copy)
{
    static const enum field fields[] = {FIELD_ADOPTED, FIELD_ISSUED};
    for (size_t i = 0; i < G_N_ELEMENTS(fields); i++) {
        const struct node *field = doc_field(copy->doc, fields[i]);
        if (field && field->as.field.date.year)
            return field->as.field.date;
    }
    return (struct date){0};
}

/* --- days that no calendar has --------------------------------------------------------- */

static int days_of(struct date date)
{
    static const int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int year = date.year;
    if (date.month == 2 && year && !(year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)))
        return 28;
    return days[date.month - 1];
}

void impossible_date(const struct copy *copy, const struct passage *passage)
{
    struct said_date said;
    for (bool more = date_first(copy, passage, &said); more; more = date_next(copy, &said)) {
        struct date date = said.date;
        const char *words = words_at(copy, passage, said.from, said.to);
        if (!date.month && copy->language != ZH)
            continue;
        if (date.month < 1 || date.month > 12)
            find(copy, passage, said.from, said.to, DIAG_DATE_IMPOSSIBLE,
                 "“%s” is no date: a year has twelve months", words);
        else if (date.day < 1 || date.day > days_of(date))
            find(copy, passage, said.from, said.to, DIAG_DATE_IMPOSSIBLE,
                 "“%s” is no date: a day from 1 to %d was wanted", words, days_of(date));
    }
}

/* --- the form of a date ---------------------------------------------------------------- */

/* A date as the language writes it; NULL where no form is known. */
static const char *form_of(const struct copy *copy, struct date date)
{
    const char *const *months = lexicon_list(copy->lexicon, "month-names");
    if (date.month < 1 || date.month > 12 || date.day < 1 || g_strv_length((char **)months) != 12)
        return NULL;
    const char *month = months[date.month - 1];
    switch (copy->language) {
    case EN:
    case AR:
        return arena_printf(copy->arena, "%d %s %d", date.day, month, date.year);
    case FR:
        return arena_printf(copy->arena, "%d%s %s %d", date.day, date.day == 1 ? "er" : "", month,
                            date.year);
    case ES:
        return arena_printf(copy->arena, "%d de %s de %d", date.day, month, date.year);
    case RU:
        return arena_printf(copy->arena, "%d %s %d года", date.day, month, date.year);
    case ZH:
        return arena_printf(copy->arena, "%d年%d月%d日", date.year, date.month, date.day);
    case DE:
        return arena_printf(copy->arena, "%d. %s %d", date.day, month, date.year);
    case LANGUAGE_NONE:
    case LANGUAGE_COUNT:
        break;
    }
    return NULL;
}

static void leading_zero(const struct copy *copy, const struct passage *passage,
                         const struct matches *m, const char *group)
{
    int from, to;
    if (!match_group(m, group, &from, &to) || passage->text[from] != '0' || to - from < 2)
        return;
    find(copy, passage, from, to, DIAG_DATE_FORM,
         "“%s” of a date begins with a zero, “%s” was wanted", words_at(copy, passage, from, to),
         words_at(copy, passage, from + 1, to));
    mend(copy, passage, from, to, words_at(copy, passage, from + 1, to));
}

/* French: the first of a month is 1er, no other day has such an ending. */
static void first_of_month(const struct copy *copy, const struct passage *passage,
                           const struct matches *m)
{
    int from, to, ending_from, ending_to;
    if (copy->language != FR || !match_group(m, "day", &from, &to))
        return;
    bool ended = match_group(m, "first", &ending_from, &ending_to) && ending_to > ending_from;
    if (match_number(m, "day") == 1 && !ended) {
        find(copy, passage, from, to, DIAG_DATE_FORM,
             "“1” begins this date, “1er” was wanted for the first of a month");
        mend(copy, passage, from, to, "1er");
    } else if (match_number(m, "day") != 1 && ended) {
        find(copy, passage, from, ending_to, DIAG_DATE_FORM,
             "“%s” begins this date, only the first of a month has such an ending",
             words_at(copy, passage, from, ending_to));
        mend(copy, passage, ending_from, ending_to, "");
    }
}

/* Russian: a year has its word behind it, unless a second year shares it. */
static void year_word(const struct copy *copy, const struct passage *passage,
                      const struct matches *m)
{
    int from, to;
    const GRegex *shared = lexicon_pattern(copy->lexicon, "year-word-pattern");
    if (copy->language != RU || !shared || !match_group(m, "year", &from, &to) ||
        g_regex_match_full(shared, passage->text, passage->size, to, G_REGEX_MATCH_ANCHORED, NULL,
                           NULL))
        return;
    find(copy, passage, m->from, to, DIAG_DATE_FORM,
         "the year of this date has no word, “%s года” was wanted",
         words_at(copy, passage, from, to));
    mend(copy, passage, to, to, "\302\240года");
}

void form_of_date(const struct copy *copy, const struct passage *passage)
{
    if (!is_running(passage))
        return;
    struct said_date said;
    for (bool more = date_first(copy, passage, &said); more; more = date_next(copy, &said)) {
        leading_zero(copy, passage, &said.matches, "day");
        if (copy->language == ZH)
            leading_zero(copy, passage, &said.matches, "month");
        first_of_month(copy, passage, &said.matches);
        year_word(copy, passage, &said.matches);
    }
}

/* A date written in another way: its parts tell what was meant. */
void other_form_of_date(const struct copy *copy, const struct passage *passage)
{
    struct matches m;
    if (!is_running(passage) || !is_own(copy, passage))
        return;
    const GRegex *pattern = lexicon_pattern(copy->lexicon, "date-wrong-pattern");
    for (bool more = match_first(&m, passage, pattern); more; more = match_next(&m)) {
        int from, to;
        struct date date = {match_number(&m, "year"), match_number(&m, "month"),
                            match_number(&m, "day")};
        if (!date.month && match_group(&m, "month", &from, &to))
            date.month = month_of(copy, words_at(copy, passage, from, to));
        const char *form = form_of(copy, date);
        const char *words = words_at(copy, passage, m.from, m.to);
        if (form && date.year && strcmp(form, words) != 0) {
            find(copy, passage, m.from, m.to, DIAG_DATE_FORM,
                 "“%s” is not how a date is written, “%s” was wanted", words, form);
            mend(copy, passage, m.from, m.to, form);
        } else if (!form || !date.year) {
            find(copy, passage, m.from, m.to, DIAG_DATE_FORM, "“%s” is not how a date is written",
                 words);
        }
    }
}

/* A word between a day and a year that is nearly a month. */
void misspelt_month(const struct copy *copy, const struct passage *passage)
{
    struct matches m;
    const char *const *months = lexicon_list(copy->lexicon, "month-names");
    const GRegex *pattern = lexicon_pattern(copy->lexicon, "month-place-pattern");
    for (bool more = match_first(&m, passage, pattern); more; more = match_next(&m)) {
        int from, to, best = 3;
        bool sure = true;
        const char *meant = NULL;
        if (!match_group(&m, "month", &from, &to))
            continue;
        const char *word = words_at(copy, passage, from, to);
        for (int i = 0; months[i] && best > 0; i++) {
            int slips = slips_between(word, months[i]);
            sure = slips < best || (sure && slips > best);
            if (slips < best) {
                best = slips;
                meant = months[i];
            }
        }
        if (best == 0 || !meant || (best == 2 && g_utf8_strlen(word, -1) < 6))
            continue;
        find(copy, passage, from, to, DIAG_DATE_FORM, "“%s” is no month, “%s” was %swanted", word,
             meant, sure ? "" : "perhaps ");
        if (sure)
            mend(copy, passage, from, to, meant);
    }
}
