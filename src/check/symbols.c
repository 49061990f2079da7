/* symbols: rules about document symbols. In: passages. Out: messages. A symbol is read loosely, in
 * whatever way it may have been typed, and written strictly: what differs is the fault. */
#include "check/symbols.h"

#include <string.h>

#include "check/dates.h"
#include "check/matches.h"

/* --- writing a symbol strictly --------------------------------------------------------- */

/* What may stand between the parts of a symbol that somebody typed. */
static bool is_gap(gunichar c)
{
    return c == '/' || c == '\\' || c == '-' || c == 0xFF0F || c == 0x2044 || c == 0x2215 ||
           c == 0x2010 || c == 0x2011 || c == 0x2013 || g_unichar_isspace(c);
}

/* A part with the letters of its series: RES, Add, HRC. */
static void append_letters(const struct copy *copy, GString *form, const char *letters, size_t size)
{
    const char *const *series = lexicon_list(copy->common, "symbol-series");
    for (int i = 0; series[i]; i++)
        if (strlen(series[i]) == size && g_ascii_strncasecmp(series[i], letters, size) == 0) {
            g_string_append(form, series[i]);
            return;
        }
    for (size_t i = 0; i < size; i++)
        g_string_append_c(form, g_ascii_toupper(letters[i]));
}

static bool is_dotted(const char *letters, size_t size)
{
    static const char *const dotted[] = {"Add", "Corr", "Rev", "Amend", "L", "PV",
                                         "SR",  "CRP",  "C",   "CONF",  "CN"};
    for (size_t i = 0; i < G_N_ELEMENTS(dotted); i++)
        if (strlen(dotted[i]) == size && g_ascii_strncasecmp(dotted[i], letters, size) == 0)
            return true;
    return false;
}

/* The year in brackets of a Council's resolution, the letter of a part: a space before them. */
static const char *append_tail(GString *form, const char *p, bool tight)
{
    const char *tail = p;
    while (*tail == ' ' || g_str_has_prefix(tail, "\302\240"))
        tail += *tail == ' ' ? 1 : 2;
    if (*tail != '(' && !(g_ascii_isupper(*tail) && !g_ascii_isalnum(tail[1]) && tail[1] != '.'))
        return NULL;
    if (tail > p)
        g_string_append_len(form, p, tail - p);
    else if (!tight || *tail != '(')
        g_string_append_c(form, ' ');
    return tail;
}

/* S-27, ES-11: a special session; "A-76/5" has only lost its solidus. */
static bool is_session_mark(const GString *form, const char *letters, size_t size)
{
    return form->len > size && (g_ascii_strncasecmp(letters, "S", size) == 0 ||
                                (size == 2 && g_ascii_strncasecmp(letters, "ES", 2) == 0));
}

/* One part, letters with or without figures ("RES", "Add.1", "S-27") or figures alone; behind it.
 */
static const char *append_part(const struct copy *copy, GString *form, const char *p)
{
    size_t size = 0;
    while (g_ascii_isalpha(p[size]))
        size++;
    append_letters(copy, form, p, size);
    const char *figures = p + size;
    bool dotted = is_dotted(p, size);
    if (dotted || (size && *figures == '.')) {
        figures += *figures == '.';
        figures += *figures == ' ';
        g_string_append_c(form, '.');
    } else if (size && *figures == '-' && is_session_mark(form, p, size)) {
        g_string_append_c(form, '-');
        figures++;
    } else if (size) {
        return figures; /* RES76: the figures are another part */
    }
    size_t digits = strspn(figures, "0123456789");
    g_string_append_len(form, figures, (gssize)digits);
    return figures + digits;
}

/* The strict form of a loose symbol: its parts with one solidus between them. */
static const char *strict_form(const struct copy *copy, const char *words)
{
    GString *form = g_string_new(NULL);
    for (const char *p = words, *before = NULL; *p && p != before;) {
        const char *tail = form->len && g_ascii_isdigit(form->str[form->len - 1])
                               ? append_tail(form, p, copy->language == ZH)
                               : NULL;
        if (tail) {
            g_string_append(form, tail);
            break;
        }
        before = p;
        while (*p && is_gap(g_utf8_get_char(p)))
            p = g_utf8_next_char(p);
        if (*p && form->len)
            g_string_append_c(form, '/');
        p = append_part(copy, form, p);
    }
    const char *strict = arena_strdup(copy->arena, form->str);
    g_string_free(form, TRUE);
    return strict;
}

void form_of_symbol(const struct copy *copy, const struct passage *passage)
{
    struct matches m;
    const GRegex *pattern = lexicon_pattern(copy->common, "symbol-loose-pattern");
    const GRegex *sound = lexicon_pattern(copy->common, "symbol-pattern");
    for (bool more = match_first(&m, passage, pattern); more; more = match_next(&m)) {
        const char *words = words_at(copy, passage, m.from, m.to);
        const char *strict = strict_form(copy, words);
        if (strcmp(words, strict) == 0 || !sound || !g_regex_match(sound, strict, 0, NULL))
            continue;
        find(copy, passage, m.from, m.to, DIAG_SYMBOL_FORM,
             "“%s” is not how a symbol is written, “%s” was wanted", words, strict);
        mend(copy, passage, m.from, m.to, strict);
    }
}

/* A symbol of a series that no organ has, or a letter that stands for a figure. */
void unknown_symbol(const struct copy *copy, const struct passage *passage)
{
    struct matches m;
    const GRegex *pattern = lexicon_pattern(copy->common, "symbol-wrong-pattern");
    for (bool more = match_first(&m, passage, pattern); more; more = match_next(&m))
        find(copy, passage, m.from, m.to, DIAG_SYMBOL_FORM,
             "“%s” is not a symbol of any series that is known",
             words_at(copy, passage, m.from, m.to));
}

/* --- sessions and years ---------------------------------------------------------------- */

/* The last year that a document may speak of; one that has no date may speak of any. */
static int last_year(const struct copy *copy)
{
    struct date date = date_of_document(copy);
    return date.year ? date.year + 1 : 2099;
}

void impossible_session(const struct copy *copy, const struct passage *passage)
{
    struct matches m;
    int last = last_year(copy);
    const GRegex *pattern = lexicon_pattern(copy->common, "symbol-session-pattern");
    for (bool more = match_first(&m, passage, pattern); more; more = match_next(&m)) {
        int session = match_number(&m, "session"), year = match_number(&m, "year");
        int from, to;
        bool resolution = match_group(&m, "resolution", &from, &to);
        const char *words = words_at(copy, passage, m.from, m.to);
        if (session && session > last - 1945)
            find(copy, passage, m.from, m.to, DIAG_SYMBOL_SESSION,
                 "“%s” is of session %d, which is still to come", words, session);
        else if (session && resolution && session < 31)
            find(copy, passage, m.from, m.to, DIAG_SYMBOL_SESSION,
                 "“%s” is of session %d, symbols of this form begin with session 31", words,
                 session);
        else if (year && (year < 1946 || year > last))
            find(copy, passage, m.from, m.to, DIAG_SYMBOL_SESSION,
                 "“%s” is of the year %d, one from 1946 to %d was wanted", words, year, last);
    }
}
