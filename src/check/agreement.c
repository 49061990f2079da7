/* agreement: rules about facts that a document says twice: symbol, number, session, report, dates,
 * organ. In: masthead and closing. Out: findings. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/dates.h"
#include "check/families.h"

/* --- the symbol ------------------------------------------------------------------------ */

struct symbol {
    const char *text;
    enum organ organ;
    const char *series;        /* behind the session's number: "", "S-", "ES-" */
    int session, number, year; /* 0: the symbol does not say */
};

static const struct {
    const char *prefix;
    enum organ organ;
} prefixes[] = {{"A/HRC/RES/", ORGAN_HRC}, {"A/HRC/DEC/", ORGAN_HRC}, {"A/HRC/", ORGAN_HRC},
                {"A/RES/", ORGAN_GA},      {"A/DEC/", ORGAN_GA},      {"A/C.1/", ORGAN_GA},
                {"A/C.2/", ORGAN_GA},      {"A/C.3/", ORGAN_GA},      {"A/C.4/", ORGAN_GA},
                {"A/C.5/", ORGAN_GA},      {"A/C.6/", ORGAN_GA},      {"A/", ORGAN_GA},
                {"S/RES/", ORGAN_SC},      {"S/PRST/", ORGAN_SC},     {"S/", ORGAN_SC},
                {"E/RES/", ORGAN_ECOSOC},  {"E/DEC/", ORGAN_ECOSOC},  {"E/", ORGAN_ECOSOC}};

static void read_numbers(struct symbol *symbol, const char *text)
{
    bool yearly = symbol->organ == ORGAN_SC || symbol->organ == ORGAN_ECOSOC;
    if (sscanf(text, "%4d (%4d)", &symbol->number, &symbol->year) == 2)
        return;
    symbol->series = g_str_has_prefix(text, "ES-")  ? "ES-"
                     : g_str_has_prefix(text, "S-") ? "S-"
                                                    : "";
    int *first = yearly ? &symbol->year : &symbol->session;
    symbol->number = 0;
    if (sscanf(text + strlen(symbol->series), "%4d/%4d", first, &symbol->number) < 1)
        *first = 0;
}

static struct symbol symbol_of(const struct copy *copy)
{
    const struct node *field = doc_field(copy->doc, FIELD_SYMBOL);
    struct symbol symbol = {.text = field ? doc_plain_text(copy->arena, field) : "", .series = ""};
    for (size_t i = 0; i < G_N_ELEMENTS(prefixes); i++)
        if (g_str_has_prefix(symbol.text, prefixes[i].prefix)) {
            symbol.organ = prefixes[i].organ;
            read_numbers(&symbol, symbol.text + strlen(prefixes[i].prefix));
            return symbol;
        }
    return symbol;
}

/* The passage of the first field of that sort; NULL. */
static const struct passage *passage_of(const struct copy *copy, enum field field)
{
    for (int i = 0; i < copy->passage_count; i++) {
        const struct passage *passage = &copy->passages[i];
        if (passage->block->kind == NODE_FIELD && !passage->note &&
            passage->block->as.field.field == field)
            return passage->size ? passage : NULL;
    }
    return NULL;
}

/* --- number and session ---------------------------------------------------------------- */

/* Figures of a text in their order; how many there are. */
static int take_figures(const char *text, int *figures, int most)
{
    int count = 0;
    for (const char *p = text; *p && count < most;) {
        p += strcspn(p, "0123456789");
        if (*p)
            figures[count++] = (int)strtol(p, (char **)&p, 10);
    }
    return count;
}

/* "76/19." is the number of A/RES/76/19, "Resolution 2664 (2022)" that of S/RES/2664 (2022). */
static void number_symbol(const struct copy *copy)
{
    struct symbol symbol = symbol_of(copy);
    bool council = symbol.organ == ORGAN_SC && strstr(symbol.text, "/RES/");
    const struct passage *passage = passage_of(copy, council ? FIELD_TITLE : FIELD_NUMBER);
    int first = council                        ? symbol.number
                : symbol.organ == ORGAN_ECOSOC ? symbol.year
                                               : symbol.session;
    int second = council ? symbol.year : symbol.number, figures[2];
    if (!passage || !first || !second || take_figures(passage->text, figures, 2) < 2)
        return;
    if (figures[0] == first && figures[1] == second)
        return;
    int end = (int)strlen(g_strchomp(arena_strdup(copy->arena, passage->text)));
    find(copy, passage, 0, end, DIAG_NUMBER_SYMBOL,
         "the number “%.*s” is not that of the symbol %s", end, passage->text, symbol.text);
}

static const char *session_line(const struct copy *copy, const struct symbol *symbol)
{
    const char *const *ordinals = lexicon_list(copy->lexicon, "ordinals");
    const char *key = strcmp(symbol->series, "ES-") == 0  ? "session-emergency"
                      : strcmp(symbol->series, "S-") == 0 ? "session-special"
                                                          : "session";
    int count = 0;
    while (ordinals[count])
        count++;
    const char *pattern = style_word(copy->style, key);
    if (!pattern || symbol->session < 1 || symbol->session > count)
        return NULL;
    return style_fill(copy->arena, pattern, "ordinal", ordinals[symbol->session - 1], NULL);
}

/* Spaces may be of any kind; the first letter of any case. */
static bool is_same_line(const char *text, const char *wanted)
{
    while (*text && *wanted) {
        gunichar a = g_utf8_get_char(text), b = g_utf8_get_char(wanted);
        if (g_unichar_tolower(a) != g_unichar_tolower(b) &&
            !(g_unichar_isspace(a) && g_unichar_isspace(b)))
            return false;
        text = g_utf8_next_char(text);
        wanted = g_utf8_next_char(wanted);
    }
    return !*text && !*wanted;
}

static void session_symbol(const struct copy *copy)
{
    struct symbol symbol = symbol_of(copy);
    const struct passage *passage = passage_of(copy, FIELD_SESSION);
    const char *wanted = passage && (symbol.organ == ORGAN_GA || symbol.organ == ORGAN_HRC)
                             ? session_line(copy, &symbol)
                             : NULL;
    if (!wanted || is_same_line(passage->text, wanted))
        return;
    find(copy, passage, 0, passage->size, DIAG_SESSION_SYMBOL,
         "“%s” is not the session of the symbol %s, “%s” was wanted", passage->text, symbol.text,
         wanted);
    mend(copy, passage, 0, passage->size, wanted);
}

/* A report is one of the same session: "A/76/439", "A/ES-11/L.1". */
static void report_session(const struct copy *copy)
{
    struct symbol symbol = symbol_of(copy);
    const struct passage *passage = passage_of(copy, FIELD_PROPONENT);
    if (!passage || !symbol.session || symbol.organ != ORGAN_GA)
        return;
    const char *wanted = arena_printf(copy->arena, "A/%s%d/", symbol.series, symbol.session);
    for (const char *p = passage->text; (p = strstr(p, "A/")); p += 2) {
        bool symbol_starts = p == passage->text || !g_ascii_isalnum(p[-1]);
        if (!symbol_starts || g_str_has_prefix(p, wanted))
            continue;
        int from = (int)(p - passage->text);
        find(copy, passage, from, from + (int)strcspn(p, " ,)]"), DIAG_REPORT_REFERENCE,
             "“%.*s” is not of the session of the symbol %s, “%s…” was wanted",
             (int)strcspn(p, " ,)]\302\357\330"), p, symbol.text, wanted);
    }
}

/* --- dates ----------------------------------------------------------------------------- */

static long day_of(struct date date)
{
    return date.year * 10000L + date.month * 100L + date.day;
}

static bool says_date(const struct copy *copy, const struct passage *passage, struct date date)
{
    struct said_date said;
    bool found = false;
    for (bool more = date_first(copy, passage, &said); more; more = date_next(copy, &said))
        found |= day_of(said.date) == day_of(date);
    return found;
}

static struct date first_date(const struct copy *copy, const struct passage *passage)
{
    struct said_date said;
    if (!passage || !date_first(copy, passage, &said))
        return (struct date){0};
    struct date date = said.date;
    while (date_next(copy, &said))
        ;
    return date.month && date.day ? date : (struct date){0};
}

static void check_adopted(const struct copy *copy, const struct passage *adopted,
                          const struct passage *adoption)
{
    struct date date = first_date(copy, adopted), meant = adopted->block->as.field.date;
    if (!date.year)
        return;
    if (adoption && first_date(copy, adoption).year && !says_date(copy, adoption, date))
        find(copy, adopted, 0, adopted->size, DIAG_ADOPTION_DATE,
             "the closing says “%s”, the line of adoption says otherwise: “%s”", adopted->text,
             adoption->text);
    else if (meant.year && day_of(meant) != day_of(date))
        find(copy, adopted, 0, adopted->size, DIAG_ADOPTION_DATE,
             "the closing says “%s”, the metadata %04d-%02d-%02d", adopted->text, meant.year,
             meant.month, meant.day);
}

static void adoption_date(const struct copy *copy)
{
    const struct passage *adoption = passage_of(copy, FIELD_ADOPTION);
    for (int i = 0; i < copy->passage_count; i++) {
        const struct passage *passage = &copy->passages[i];
        if (passage->block->kind == NODE_FIELD && passage->size && !passage->note &&
            passage->block->as.field.field == FIELD_ADOPTED)
            check_adopted(copy, passage, adoption);
    }
}

/* A resolution of the Council is numbered in the year of its adoption. */
static void symbol_year(const struct copy *copy)
{
    struct symbol symbol = symbol_of(copy);
    const struct passage *adoption = passage_of(copy, FIELD_ADOPTION);
    struct date date = first_date(copy, adoption);
    if (symbol.organ == ORGAN_SC && symbol.year && date.year && date.year != symbol.year)
        find(copy, adoption, 0, adoption->size, DIAG_NUMBER_SYMBOL,
             "“%s” is not of the year of the symbol %s", adoption->text, symbol.text);
}

/* The date of issue is typed in the form of the language; metadata have it once more. */
static void check_issued(const struct copy *copy, const struct passage *issued)
{
    struct date date = issued->block->as.field.date;
    const char *wanted =
        date.year ? style_date(copy->arena, copy->style, "issue-date", date) : NULL;
    if (wanted && !is_same_line(issued->text, wanted))
        find(copy, issued, 0, issued->size, DIAG_ISSUE_DATE,
             "“%s” is the date of issue here, “%s” in the metadata", issued->text, wanted);
}

static void issue_date(const struct copy *copy)
{
    const struct passage *issued = passage_of(copy, FIELD_ISSUED);
    if (issued)
        check_issued(copy, issued);
    struct date adopted = first_date(copy, passage_of(copy, FIELD_ADOPTION));
    if (!adopted.year)
        adopted = first_date(copy, passage_of(copy, FIELD_ADOPTED));
    struct date date = issued ? issued->block->as.field.date : (struct date){0};
    if (date.year && adopted.year && day_of(date) < day_of(adopted))
        find(copy, issued, 0, issued->size, DIAG_ISSUE_DATE,
             "“%s” is before the adoption on %04d-%02d-%02d", issued->text, adopted.year,
             adopted.month, adopted.day);
}

/* --- organ and distribution ------------------------------------------------------------ */

static const char *word_of_organ(const struct copy *copy, enum organ organ)
{
    static const char *const keys[] = {[ORGAN_GA] = "organ-ga",
                                       [ORGAN_SC] = "organ-sc",
                                       [ORGAN_ECOSOC] = "organ-ecosoc",
                                       [ORGAN_HRC] = "organ-hrc"};
    return keys[organ] ? style_word(copy->style, keys[organ]) : NULL;
}

static void check_organization(const struct copy *copy)
{
    const struct passage *passage = passage_of(copy, FIELD_ORGANIZATION);
    const char *wanted = style_word(copy->style, "organization");
    if (!passage || !wanted || copy->language == AR || is_same_line(passage->text, wanted))
        return; /* Arabic has tatweels for the look of it */
    find(copy, passage, 0, passage->size, DIAG_ORGAN_SYMBOL,
         "“%s” heads the document, “%s” was wanted", passage->text, wanted);
}

/* The Human Rights Council has the Assembly's masthead. */
static void organ_symbol(const struct copy *copy)
{
    check_organization(copy);
    struct symbol symbol = symbol_of(copy);
    const struct passage *passage = passage_of(copy, FIELD_ORGAN);
    const char *wanted = word_of_organ(copy, symbol.organ);
    if (!passage || !wanted || is_same_line(passage->text, wanted))
        return;
    const char *assembly = word_of_organ(copy, ORGAN_GA);
    if (symbol.organ == ORGAN_HRC && assembly && is_same_line(passage->text, assembly))
        return;
    find(copy, passage, 0, passage->size, DIAG_ORGAN_SYMBOL,
         "“%s” is not the organ of the symbol %s, “%s” was wanted", passage->text, symbol.text,
         wanted);
}

static bool is_draft_symbol(const char *symbol)
{
    const char *last = strrchr(symbol, '/');
    return strstr(symbol, "/L.") || (last && g_str_has_prefix(last, "/CRP."));
}

static void distribution_symbol(const struct copy *copy)
{
    struct symbol symbol = symbol_of(copy);
    const struct passage *passage = passage_of(copy, FIELD_DISTRIBUTION);
    bool draft = is_draft_symbol(symbol.text), resolution = strstr(symbol.text, "/RES/") != NULL;
    const char *wanted =
        style_word(copy->style, draft ? "distribution-limited" : "distribution-general");
    if (!passage || !wanted || !(draft || resolution) || is_same_line(passage->text, wanted))
        return;
    find(copy, passage, 0, passage->size, DIAG_DISTRIBUTION_SYMBOL,
         "“%s” stands with the symbol %s, “%s” was wanted", passage->text, symbol.text, wanted);
}

/* --- the symbol itself ----------------------------------------------------------------- */

static void masthead_symbol(const struct copy *copy)
{
    const struct passage *passage = passage_of(copy, FIELD_SYMBOL);
    const GRegex *pattern = lexicon_pattern(copy->common, "masthead-symbol-pattern");
    int from, to;
    if (passage && pattern && !match_from(passage, pattern, 0, &from, &to))
        find(copy, passage, 0, passage->size, DIAG_SYMBOL_FORM,
             "“%s” has the form of no document symbol, something as “A/RES/76/19” was wanted",
             passage->text);
}

const struct check agreement_checks[] = {
    {DIAG_SYMBOL_FORM, masthead_symbol, NULL},
    {DIAG_NUMBER_SYMBOL, number_symbol, NULL},
    {DIAG_NUMBER_SYMBOL, symbol_year, NULL},
    {DIAG_SESSION_SYMBOL, session_symbol, NULL},
    {DIAG_REPORT_REFERENCE, report_session, NULL},
    {DIAG_ADOPTION_DATE, adoption_date, NULL},
    {DIAG_ISSUE_DATE, issue_date, NULL},
    {DIAG_ORGAN_SYMBOL, organ_symbol, NULL},
    {DIAG_DISTRIBUTION_SYMBOL, distribution_symbol, NULL},
    {0},
};
