/* derive: completes the masthead. */
#include "read/derive.h"

#include <glib.h>
#include <string.h>

/* --- organ and symbol --------------------------------------------------------------------------
 */

static const struct {
    enum organ organ;
    const char *word, *opening; /* keys of the style's words */
    const char *resolution, *decision;
} organs[] = {
    {ORGAN_HRC, "organ-hrc", "opening-hrc", "A/HRC/RES/", "A/HRC/DEC/"},
    {ORGAN_GA, "organ-ga", "opening-ga", "A/RES/", "A/DEC/"},
    {ORGAN_SC, "organ-sc", "opening-sc", "S/RES/", NULL},
    {ORGAN_ECOSOC, "organ-ecosoc", "opening-ecosoc", "E/RES/", "E/DEC/"},
};

enum { ORGANS = G_N_ELEMENTS(organs), ORGAN_OF_COUNCIL = 2 };

static const char *field_text(struct arena *arena, const struct node *doc, enum field name)
{
    const struct node *field = doc_field(doc, name);
    return field ? doc_plain_text(arena, field) : "";
}

static int organ_of_symbol(const char *symbol)
{
    static const char *const prefixes[ORGANS] = {"A/HRC/", "A/", "S/", "E/"};
    for (int i = 0; i < ORGANS; i++)
        if (g_str_has_prefix(symbol, prefixes[i]))
            return i;
    return -1;
}

static int organ_of_opening(struct arena *arena, const struct node *doc, const struct style *style)
{
    const struct node *opening = doc->first;
    while (opening && opening->kind != NODE_OPENING)
        opening = opening->next;
    const char *text = opening ? doc_plain_text(arena, opening) : "";
    for (int i = 0; i < ORGANS; i++) {
        const char *words = style_word(style, organs[i].opening);
        if (words && strcmp(words, text) == 0)
            return i;
    }
    return -1;
}

/* The one that the source names, or the one that its symbol or its opening tells. */
static int find_organ(struct arena *arena, const struct node *doc, const struct style *style)
{
    for (int i = 0; i < ORGANS; i++)
        if (organs[i].organ == doc->as.doc.organ)
            return i;
    int organ = organ_of_symbol(field_text(arena, doc, FIELD_SYMBOL));
    return organ >= 0 ? organ : organ_of_opening(arena, doc, style);
}

/* "76/19." → "A/RES/76/19"; the number of a Council resolution holds its year. */
static const char *make_symbol(struct arena *arena, const struct node *doc, int organ)
{
    const char *number = field_text(arena, doc, FIELD_NUMBER);
    size_t size = strlen(number);
    while (size && strchr(". -", number[size - 1]))
        size--;
    const char *series = doc->as.doc.kind == KIND_RESOLUTION ? organs[organ].resolution
                         : doc->as.doc.kind == KIND_DECISION ? organs[organ].decision
                                                             : NULL;
    return size && series ? arena_printf(arena, "%s%.*s", series, (int)size, number) : NULL;
}

/* --- fields -------------------------------------------------------------------------- */

/* Sees to it that there is a field with text; false when there is no text for it. */
static bool complete(struct arena *arena, struct node *doc, enum field name, const char *text)
{
    struct node *field = doc_field(doc, name);
    if (field && field->first)
        return true;
    if (!text)
        return false;
    if (field)
        doc_append_text(arena, field, text, strlen(text), field->at);
    else
        doc_place_field(doc, doc_new_field(arena, name, text, doc->at));
    return true;
}

/* Documents of the Council have their number as title, which files leave out here and there. */
static const char *title_of_council(struct arena *arena, const struct node *doc,
                                    const struct style *style)
{
    const char *symbol = field_text(arena, doc, FIELD_SYMBOL);
    const char *series = organs[ORGAN_OF_COUNCIL].resolution;
    const char *pattern = style_word(style, "title-sc");
    bool numbered = doc->as.doc.organ == ORGAN_SC && doc->as.doc.kind == KIND_RESOLUTION &&
                    g_str_has_prefix(symbol, series) && !*field_text(arena, doc, FIELD_NUMBER);
    return numbered && pattern ? style_fill(arena, pattern, "number", symbol + strlen(series), NULL)
                               : NULL;
}

/* What is missing, and how to give it: a key and its value, and the element of AKN4UN. */
struct missing {
    enum diag_slug slug;
    const char *what, *key, *element, *otherwise;
};

struct masthead {
    struct arena *arena;
    struct node *doc;
    const struct style *style;
    const char *place; /* of keys in the source; NULL: there are elements */
    struct diag *diag;
};

static void warn(const struct masthead *m, const struct missing *missing)
{
    const char *otherwise = missing->otherwise ? missing->otherwise : "";
    diag_file(m->diag, m->doc->as.doc.source, SOURCE_NOWHERE, missing->slug, "%s", missing->what);
    if (m->place)
        diag_hint(m->diag, "give `%s` %s%s", missing->key, m->place, otherwise);
    else
        diag_hint(m->diag, "give %s%s", missing->element, otherwise);
}

static void complete_organ(const struct masthead *m)
{
    static const struct missing no_organ = {
        DIAG_NO_ORGAN, "the organ is neither given nor told by the opening words", "organ",
        "<docAuthority refersTo=\"#issuingBody\">", NULL};
    static const struct missing no_symbol = {DIAG_NO_SYMBOL,
                                             "the document symbol is neither given nor derivable",
                                             "symbol", "<docNumber refersTo=\"#symbol\">", NULL};
    struct arena *arena = m->arena;
    int organ = find_organ(arena, m->doc, m->style);
    if (organ >= 0)
        m->doc->as.doc.organ = organs[organ].organ;
    complete(arena, m->doc, FIELD_ORGANIZATION, style_word(m->style, "organization"));
    if (!complete(arena, m->doc, FIELD_ORGAN,
                  organ >= 0 ? style_word(m->style, organs[organ].word) : NULL))
        warn(m, &no_organ);
    const char *symbol = organ >= 0 ? make_symbol(arena, m->doc, organ) : NULL;
    if (!complete(arena, m->doc, FIELD_SYMBOL, symbol))
        warn(m, &no_symbol);
    complete(arena, m->doc, FIELD_TITLE, title_of_council(arena, m->doc, m->style));
}

static const char *issue_date(struct arena *arena, const struct node *doc,
                              const struct style *style)
{
    const struct node *field = doc_field(doc, FIELD_ISSUED);
    if (!field || !field->as.field.date.year)
        return NULL;
    return style_date(arena, style, "issue-date", field->as.field.date);
}

/* Drafts are distributed to those who talk about them. Decisions are not issued one by one: they
 * have none of these. */
static void complete_issue(const struct masthead *m)
{
    static const struct missing distribution = {DIAG_NO_DISTRIBUTION,
                                                "the distribution is not given", "distribution",
                                                "<docStatus>", NULL},
                                date = {DIAG_NO_ISSUE_DATE, "the date of issue is not given",
                                        "issued: 2021-12-08", "<docDate> in <coverPage>", NULL},
                                job = {DIAG_NO_JOB_NUMBER,
                                       "the job number is not given: there is no bar code",
                                       "job: 21-18253", "<docketNumber> in <meta>",
                                       ", or name the file as it was published"};
    struct arena *arena = m->arena;
    struct node *doc = m->doc;
    bool told = doc->as.doc.kind == KIND_DECISION, draft = doc->as.doc.kind == KIND_DRAFT;
    const char *limited = draft ? style_word(m->style, "distribution-limited") : NULL;
    if (!complete(arena, doc, FIELD_DISTRIBUTION, limited) && !told)
        warn(m, &distribution);
    if (!complete(arena, doc, FIELD_ISSUED, issue_date(arena, doc, m->style)) && !told)
        warn(m, &date);
    const char *number = derive_job_number(arena, doc->as.doc.source->name);
    if (!complete(arena, doc, FIELD_JOB, number) && !told)
        warn(m, &job);
}

void derive_masthead(struct arena *arena, struct node *doc, const struct style *style,
                     const char *place, struct diag *diag)
{
    const struct masthead m = {arena, doc, style, place, diag};
    complete_organ(&m);
    complete_issue(&m);
}

/* --- file names, closing ------------------------------------------------------------------------
 */

/* Seven digits behind a hyphen, an underline or N, then perhaps a letter for the language. */
const char *derive_job_number(struct arena *arena, const char *file_name)
{
    const char *dot = strrchr(file_name, '.');
    const char *end = dot && !strchr(dot, '/') ? dot : file_name + strlen(file_name);
    if (end > file_name && strchr("ACEFRSG", end[-1]))
        end--;
    const char *start = end;
    while (start > file_name && g_ascii_isdigit(start[-1]))
        start--;
    if (end - start != 7 || start == file_name || !strchr("-_N", start[-1]))
        return NULL;
    return arena_printf(arena, "%.2s-%.5s", start, start + 2);
}

void derive_closing_order(struct node *closing, enum language language)
{
    struct node *meeting = doc_field(closing, FIELD_MEETING);
    struct node *adopted = doc_field(closing, FIELD_ADOPTED);
    if (!meeting || !adopted)
        return;
    if (language == ZH)
        doc_insert_before(meeting, adopted);
    else
        doc_insert_before(adopted, meeting);
}
