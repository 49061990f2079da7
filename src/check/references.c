/* references: rules about resolutions that a text names. In: passages. Out: messages on their form,
 * on dates that are not of their session, on links that lead elsewhere. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/dates.h"
#include "check/families.h"
#include "check/matches.h"
#include "check/symbols.h"

/* --- the form of a reference ----------------------------------------------------------- */

/* Each match of a pattern of the language is wrong; what is wanted comes from the mapping beside
 * it ("resolution-capital": {Resolution: resolution}) for the group "word". */
static void wrong_words(const struct copy *copy, const struct passage *passage, const char *key,
                        const char *meanings, const char *message)
{
    struct matches m;
    const GRegex *pattern = lexicon_pattern(copy->lexicon, key);
    for (bool more = match_first(&m, passage, pattern); more; more = match_next(&m)) {
        int from, to;
        if (!match_group(&m, "word", &from, &to))
            continue;
        const char *wanted =
            lexicon_find(copy->lexicon, meanings, passage->text + from, (size_t)(to - from));
        if (!wanted)
            continue;
        find(copy, passage, from, to, DIAG_RESOLUTION_FORM, message,
             words_at(copy, passage, from, to), wanted);
        mend(copy, passage, from, to, wanted);
    }
}

static void capital_in_text(const struct copy *copy, const struct passage *passage)
{
    if (is_running(passage) && is_own(copy, passage) && !passage->note)
        wrong_words(copy, passage, "resolution-capital-pattern", "resolution-words",
                    "“%s” has a capital inside the text, “%s” was wanted");
}

/* "resolution 74/28 and 74/29" */
static void one_for_several(const struct copy *copy, const struct passage *passage)
{
    if (is_running(passage))
        wrong_words(copy, passage, "resolution-several-pattern", "resolution-plurals",
                    "“%s” stands before several numbers, “%s” was wanted");
}

/* Each match of resolution-form-pattern lacks something; where the group "place" stands, the words
 * under "resolution-form-words" for what the match ends with mend it. */
static void broken_form(const struct copy *copy, const struct passage *passage)
{
    struct matches m;
    if (!is_running(passage) && passage->block->kind != NODE_FIELD)
        return;
    const GRegex *pattern = lexicon_pattern(copy->lexicon, "resolution-form-pattern");
    const char *const *wanted = lexicon_list(copy->lexicon, "resolution-form-words");
    for (bool more = match_first(&m, passage, pattern); more; more = match_next(&m)) {
        static const char *const groups[] = {"first", "second", "third"};
        for (int i = 0; i < (int)G_N_ELEMENTS(groups) && wanted[i]; i++) {
            int from, to;
            if (!match_group(&m, groups[i], &from, &to))
                continue;
            find(copy, passage, m.from, m.to, DIAG_RESOLUTION_FORM,
                 "“%s” is not how a resolution is named, “%s” was wanted in it",
                 words_at(copy, passage, m.from, m.to), wanted[i]);
            mend(copy, passage, from, to, wanted[i]);
        }
    }
}

/* "43/78H": the letter of a part stands apart from the number. */
static void joined_letter(const struct copy *copy, const struct passage *passage)
{
    struct matches m;
    if (!is_running(passage))
        return;
    const GRegex *pattern = lexicon_pattern(copy->common, "resolution-letter-pattern");
    for (bool more = match_first(&m, passage, pattern); more; more = match_next(&m)) {
        int from, to;
        if (!match_group(&m, "letter", &from, &to))
            continue;
        find(copy, passage, m.from, m.to, DIAG_RESOLUTION_FORM,
             "the letter of a part is joined to the number, “%s %s” was wanted",
             words_at(copy, passage, m.from, from), words_at(copy, passage, from, to));
        mend(copy, passage, from, from, "\u00A0");
    }
}

/* --- the date of a reference ----------------------------------------------------------- */

static int roman_value(const char *p, int size)
{
    static const char letters[] = "IVXLC";
    static const int values[] = {1, 5, 10, 50, 100};
    int sum = 0, last = 0;
    for (int i = size - 1; i >= 0; i--) {
        const char *letter = strchr(letters, p[i]);
        int value = letter && *letter ? values[letter - letters] : 0;
        sum += value < last ? -value : value;
        last = MAX(last, value);
    }
    return sum;
}

/* Sessions of the Assembly open in September of 1945 + n and close in September of the next year;
 * years of Economic and Social Council resolutions stand in the place of the session. */
static bool is_of_session(int session, struct date date)
{
    if (session >= 1946)
        return date.year == session || date.year == session + 1;
    int opening = 1945 + session;
    return (date.year == opening && (!date.month || date.month >= 9 || session <= 5)) ||
           (date.year == opening + 1 && date.month <= 9);
}

/* The Human Rights Council meets three times a year since June 2006, in sessions of its own. */
static bool is_of_rights_council(int session, struct date date)
{
    int year = 2006 + (session - 1) / 3;
    return session <= 80 && abs(date.year - year) <= 1;
}

/* Other bodies number sessions of their own: they are named in front. */
static bool is_of_other_body(const struct copy *copy, const struct passage *passage, int at)
{
    enum { NEAR = 160 };
    const GRegex *bodies = lexicon_pattern(copy->lexicon, "other-body-pattern");
    int from = MAX(0, at - NEAR);
    while (from > 0 && (passage->text[from] & 0xC0) == 0x80)
        from--;
    GMatchInfo *info = NULL;
    bool named = bodies && g_regex_match_full(bodies, passage->text, at, from, 0, &info, NULL);
    if (info)
        g_match_info_unref(info);
    return named;
}

static void tell_date(const struct copy *copy, const struct matches *m, struct date date)
{
    int from, to, number_from, number_to;
    match_group(m, "year", &from, &to);
    match_group(m, "number", &number_from, &number_to);
    const char *number = words_at(copy, m->passage, number_from, number_to);
    int council_year = match_number(m, "council"), session = match_number(m, "session");
    int roman_from, roman_to;
    if (match_group(m, "roman", &roman_from, &roman_to))
        session = roman_value(m->passage->text + roman_from, roman_to - roman_from);
    if (council_year) {
        if (council_year != date.year)
            find(copy, m->passage, from, to, DIAG_RESOLUTION_DATE,
                 "%s is dated %d, %d was wanted as in its number", number, date.year, council_year);
        return;
    }
    if (session < 1 || is_of_session(session, date) || is_of_rights_council(session, date))
        return;
    int expected = session >= 1946 ? session : 1945 + session;
    if ((abs(date.year - expected) > 5 || session < 31) && !match_group(m, "roman", &from, &to) &&
        is_of_other_body(copy, m->passage, m->from))
        return;
    match_group(m, "year", &from, &to);
    if (session >= 1946)
        find(copy, m->passage, from, to, DIAG_RESOLUTION_DATE,
             "%s is dated %d, %d was wanted as in its number", number, date.year, session);
    else
        find(copy, m->passage, from, to, DIAG_RESOLUTION_DATE,
             "%s is dated %d, but session %d sat from September %d to September %d", number,
             date.year, session, expected, expected + 1);
}

static void date_of_resolution(const struct copy *copy, const struct passage *passage)
{
    struct matches m;
    const GRegex *pattern = lexicon_pattern(copy->lexicon, "dated-resolution-pattern");
    for (bool more = match_first(&m, passage, pattern); more; more = match_next(&m)) {
        int from, to;
        struct date date = {match_number(&m, "year"), match_number(&m, "month"), 1};
        if (!date.month && match_group(&m, "month", &from, &to))
            date.month = month_of(copy, words_at(copy, passage, from, to));
        if (date.year && match_group(&m, "number", &from, &to))
            tell_date(copy, &m, date);
    }
}

/* --- links ----------------------------------------------------------------------------- */

/* Numbers that a link says or leads to: the figures apart from all else, "70/1", "2254/2015". */
static const char *figures_of(struct arena *arena, const char *words)
{
    GString *figures = g_string_new(NULL);
    for (const char *p = words; *p; p++)
        if (g_ascii_isdigit(*p))
            g_string_append_c(figures, *p);
        else if (figures->len && figures->str[figures->len - 1] != '/')
            g_string_append_c(figures, '/');
    if (figures->len && figures->str[figures->len - 1] == '/')
        g_string_truncate(figures, figures->len - 1);
    const char *kept = arena_strdup(arena, figures->str);
    g_string_free(figures, TRUE);
    return kept;
}

/* The symbol in an address of the Organization's documents; NULL when it is none of them. */
static const char *symbol_of_address(const struct copy *copy, const char *target)
{
    const char *const *places = lexicon_list(copy->common, "symbol-addresses");
    for (int i = 0; places[i]; i++) {
        const char *place = strstr(target, places[i]);
        if (!place)
            continue;
        const char *language = place + strlen(places[i]);
        const char *symbol = strchr(language, '/');
        if (!symbol)
            return NULL;
        return symbol - language == 2 ? symbol + 1 : language; /* /en/A/RES/70/1 */
    }
    return NULL;
}

/* A text may say less than its target (A/76/1 of A/76/1/Rev.1), or name a second symbol. */
static bool is_part_of(const char *less, const char *more)
{
    size_t size = strlen(less);
    return strncmp(less, more, size) == 0 && (more[size] == '\0' || more[size] == '/');
}

/* "76-19" that leads to A/RES/76/19: the figures are right, the solidus was lost. */
static void lost_solidus(const struct copy *copy, const struct node *link, const char *text,
                         const char *symbol)
{
    int session = 0, number = 0;
    char dash[8] = "", behind = 0;
    if (strncmp(symbol, "A/RES/", 6) != 0 ||
        sscanf(text, "%3d%7[-–‑\\. ]%4d%c", &session, dash, &number, &behind) != 3 ||
        !is_part_of(
            arena_printf(copy->arena, "%d/%d", session, number),
            arena_printf(copy->arena, "%.*s", (int)strspn(symbol + 6, "0123456789/"), symbol + 6)))
        return;
    find_node(copy, link, DIAG_RESOLUTION_FORM,
              "“%s” is not how a resolution is named, “%d/%d” was wanted", text, session, number);
}

static void target_of_link(const struct copy *copy)
{
    for (const struct node *n = copy->doc; n; n = doc_next(n, copy->doc)) {
        const char *symbol =
            n->kind == NODE_LINK ? symbol_of_address(copy, n->as.link.target) : NULL;
        if (!symbol)
            continue;
        char *plain = g_uri_unescape_string(symbol, NULL);
        const char *text = doc_plain_text(copy->arena, n);
        lost_solidus(copy, n, text, symbol);
        const char *said = figures_of(copy->arena, text);
        const char *meant = figures_of(copy->arena, plain ? plain : symbol);
        g_free(plain);
        if (strchr(said, '/') && strchr(meant, '/') && !is_part_of(said, meant) &&
            !is_part_of(meant, said))
            find_node(copy, n, DIAG_LINK_TARGET,
                      "“%s” leads to %s, the text and its target should say the same", text,
                      symbol);
    }
}

const struct check reference_checks[] = {
    {DIAG_SYMBOL_FORM, NULL, form_of_symbol},
    {DIAG_SYMBOL_FORM, NULL, unknown_symbol},
    {DIAG_SYMBOL_SESSION, NULL, impossible_session},
    {DIAG_RESOLUTION_FORM, NULL, capital_in_text},
    {DIAG_RESOLUTION_FORM, NULL, one_for_several},
    {DIAG_RESOLUTION_FORM, NULL, broken_form},
    {DIAG_RESOLUTION_FORM, NULL, joined_letter},
    {DIAG_RESOLUTION_DATE, NULL, date_of_resolution},
    {DIAG_LINK_TARGET, target_of_link, NULL},
    {0},
};
