/* akn_meta: <meta>: who, what, when, in which language; references; the vote; the job number. */
#include <string.h>

#include "write/akn.h"

/* --- names -------------------------------------------------------------------------------- */

static const char *code_of(enum language language)
{
    static const char *const codes[LANGUAGE_COUNT] = {"und", "zho", "eng", "fra",
                                                      "spa", "rus", "ara", "deu"};
    return codes[language];
}

struct body {
    const char *uri, *id, *ontology, *name;
};

/* The organ in addresses and in the list of references. */
static const struct body *body_of(enum organ organ)
{
    static const struct body bodies[] = {
        [ORGAN_NONE] = {"un", "un", "unitedNations", "United Nations"},
        [ORGAN_GA] = {"unga", "ga", "generalAssembly", "General Assembly"},
        [ORGAN_SC] = {"unsc", "sc", "securityCouncil", "Security Council"},
        [ORGAN_ECOSOC] = {"ecosoc", "ecosoc", "economicAndSocialCouncil",
                          "Economic and Social Council"},
        [ORGAN_HRC] = {"unhrc", "hrc", "humanRightsCouncil", "Human Rights Council"},
    };
    return &bodies[organ];
}

static const char *field_text(struct akn_sheet *sheet, enum field name)
{
    const struct node *field = doc_field(sheet->doc, name);
    return field ? doc_plain_text(sheet->arena, field) : "";
}

/* "76/19." is 76-19 in addresses, "S/RES/2664 (2022)" is 2664-2022. */
static const char *number_of(struct akn_sheet *sheet)
{
    static const char *const series[] = {"A/HRC/RES/", "A/HRC/DEC/", "A/RES/", "A/DEC/",
                                         "S/RES/",     "E/RES/",     "E/DEC/"};
    const char *text = field_text(sheet, FIELD_NUMBER);
    if (!*text)
        text = field_text(sheet, FIELD_SYMBOL);
    for (size_t i = 0; i < G_N_ELEMENTS(series); i++)
        if (g_str_has_prefix(text, series[i]))
            text += strlen(series[i]);
    GString *number = g_string_new(NULL);
    for (const char *p = text; *p; p++) {
        bool more = number->len && number->str[number->len - 1] != '-';
        if (g_ascii_isalnum(*p))
            g_string_append_c(number, *p);
        else if (more && strchr("/ -(", *p))
            g_string_append_c(number, '-');
    }
    while (number->len && number->str[number->len - 1] == '-')
        g_string_truncate(number, number->len - 1);
    const char *copy = arena_strdup(sheet->arena, number->len ? number->str : "0");
    g_string_free(number, TRUE);
    return copy;
}

/* --- dates -------------------------------------------------------------------------------- */

static const char no_date[] = "0001-01-01"; /* as published where none is known */

static const char *iso(struct akn_sheet *sheet, struct date date)
{
    return date.year ? arena_printf(sheet->arena, "%04d-%02d-%02d", date.year, date.month, date.day)
                     : no_date;
}

static struct date date_of(const struct node *doc, enum field name, enum field otherwise)
{
    const struct node *field = doc_field(doc, name);
    if (!field || !field->as.field.date.year)
        field = doc_field(doc, otherwise);
    return field ? field->as.field.date : (struct date){0};
}

/* --- identification ----------------------------------------------------------------------- */

/* Addresses of a work, of its expression in a language, of the file of that. */
struct address {
    const char *work, *expression;
    const char *part; /* "" or what follows on "!main" */
};

static struct address address_of(struct akn_sheet *sheet, const struct node *part)
{
    struct arena *arena = sheet->arena;
    const struct node *doc = sheet->doc;
    const char *heading = "", *annex = "";
    if (part && part->kind == NODE_PART)
        heading = arena_printf(arena, "%c", 'A' + (sheet->parts - 1) % 26);
    if (part && part->kind == NODE_ANNEX)
        annex = sheet->annexes > 1 ? arena_printf(arena, "annex%d", sheet->annexes) : "annex";
    const char *work = arena_printf(
        arena, "/akn/un/statement/deliberation/%s/%s/%s%s/", body_of(doc->as.doc.organ)->uri,
        iso(sheet, date_of(doc, FIELD_ADOPTED, FIELD_ISSUED)), number_of(sheet), heading);
    const char *expression = arena_printf(arena, "%s%s@", work, code_of(doc->as.doc.language));
    return (struct address){work, expression, annex};
}

static void write_value(struct akn_sheet *sheet, const char *element, const char *value)
{
    tags_empty(&sheet->tags, element, "value", value);
}

static void write_event(struct akn_sheet *sheet, const char *date, const char *name)
{
    tags_open(&sheet->tags, "FRBRdate");
    tags_attribute(&sheet->tags, "date", date);
    tags_attribute(&sheet->tags, "name", name);
    tags_close(&sheet->tags);
}

static void write_author(struct akn_sheet *sheet, const char *who, const char *as)
{
    tags_open(&sheet->tags, "FRBRauthor");
    tags_attribute(&sheet->tags, "href", who);
    tags_attribute(&sheet->tags, "as", as);
    tags_close(&sheet->tags);
}

static void write_work(struct akn_sheet *sheet, const struct address *address)
{
    const struct node *doc = sheet->doc;
    tags_open(&sheet->tags, "FRBRWork");
    write_value(sheet, "FRBRthis",
                arena_printf(sheet->arena, "%s!main/%s", address->work, address->part));
    write_value(sheet, "FRBRuri", address->work);
    write_event(sheet, iso(sheet, date_of(doc, FIELD_ADOPTED, FIELD_ISSUED)), "adoption");
    write_author(sheet, body_of(doc->as.doc.organ)->id, "author");
    write_value(sheet, "FRBRcountry", "un");
    tags_close(&sheet->tags);
}

static void write_expression(struct akn_sheet *sheet, const struct address *address)
{
    const struct node *doc = sheet->doc;
    tags_open(&sheet->tags, "FRBRExpression");
    write_value(sheet, "FRBRthis",
                arena_printf(sheet->arena, "%s!main/%s", address->expression, address->part));
    write_value(sheet, "FRBRuri", arena_printf(sheet->arena, "%s/", address->expression));
    write_event(sheet, iso(sheet, date_of(doc, FIELD_ISSUED, FIELD_ADOPTED)), "publication");
    write_author(sheet, body_of(doc->as.doc.organ)->id, "issuer");
    tags_empty(&sheet->tags, "FRBRlanguage", "language", code_of(doc->as.doc.language));
    tags_close(&sheet->tags);
}

static void write_manifestation(struct akn_sheet *sheet, const struct address *address)
{
    const struct node *doc = sheet->doc;
    const char *slash = *address->part ? "/" : "";
    tags_open(&sheet->tags, "FRBRManifestation");
    write_value(
        sheet, "FRBRthis",
        arena_printf(sheet->arena, "%s/!main%s%s.xml", address->expression, slash, address->part));
    write_value(sheet, "FRBRuri", arena_printf(sheet->arena, "%s.xml", address->expression));
    write_event(sheet, iso(sheet, date_of(doc, FIELD_ISSUED, FIELD_ADOPTED)), "markup");
    write_author(sheet, "DGACM", "editor");
    tags_close(&sheet->tags);
}

static void write_identification(struct akn_sheet *sheet, const struct node *part)
{
    struct address address = address_of(sheet, part);
    tags_open(&sheet->tags, "identification");
    tags_attribute(&sheet->tags, "source", "#DGACM");
    write_work(sheet, &address);
    write_expression(sheet, &address);
    write_manifestation(sheet, &address);
    tags_close(&sheet->tags);
}

/* --- the vote ------------------------------------------------------------------------------ */

static const char *outcome_of(enum vote_outcome outcome)
{
    static const char *const names[] = {[VOTE_NONE] = NULL,
                                        [VOTE_WITHOUT] = "adoptedWithoutVote",
                                        [VOTE_RECORDED] = "adoptedRecordedVote",
                                        [VOTE_MAIL] = "VOTING BY MAIL",
                                        [VOTE_REJECTED] = "notAdopted"};
    return names[outcome];
}

static void write_voters(struct akn_sheet *sheet, const char *const *voters)
{
    tags_open(&sheet->tags, "akn4un:voters");
    for (; *voters; voters++) {
        tags_open(&sheet->tags, "organization");
        tags_attribute(&sheet->tags, "refersTo", "memberState");
        tags_hold_line(&sheet->tags);
        tags_text(&sheet->tags, *voters, strlen(*voters));
        tags_close(&sheet->tags);
    }
    tags_close(&sheet->tags);
}

static void write_count(struct akn_sheet *sheet, const struct vote *vote, enum vote_choice choice)
{
    static const char *const names[VOTE_CHOICE_COUNT] = {"inFavour", "against", "abstaining"};
    int count = vote->count[choice];
    if (count < 0 && !vote->voters[choice])
        return;
    tags_open(&sheet->tags, "count");
    tags_attribute(&sheet->tags, "value", count < 0 ? "" : arena_printf(sheet->arena, "%d", count));
    tags_attribute(&sheet->tags, "refersTo", names[choice]);
    if (vote->voters[choice])
        write_voters(sheet, vote->voters[choice]);
    tags_close(&sheet->tags);
}

static void write_vote(struct akn_sheet *sheet, const struct vote *vote)
{
    tags_open(&sheet->tags, "analysis");
    tags_attribute(&sheet->tags, "source", "#un");
    tags_open(&sheet->tags, "parliamentary");
    tags_open(&sheet->tags, "voting");
    tags_attribute(&sheet->tags, "outcome", outcome_of(vote->outcome));
    write_value(sheet, "quorum", "");
    for (int i = 0; i < VOTE_CHOICE_COUNT; i++)
        write_count(sheet, vote, (enum vote_choice)i);
    tags_close(&sheet->tags);
    tags_close(&sheet->tags);
    tags_close(&sheet->tags);
}

/* --- references, presentation --------------------------------------------------------------- */

static void write_reference(struct akn_sheet *sheet, const char *element, const char *id,
                            const char *href, const char *name)
{
    tags_open(&sheet->tags, element);
    tags_attribute(&sheet->tags, "eId", id);
    tags_attribute(&sheet->tags, "href", arena_printf(sheet->arena, "/akn/%s", href));
    tags_attribute(&sheet->tags, "showAs", name);
    tags_close(&sheet->tags);
}

static void write_references(struct akn_sheet *sheet)
{
    static const struct {
        const char *element, *id, *href, *name;
    } all[] = {
        {"TLCOrganization", "source", "ontology/organization/un/DGACM", "DGACM"},
        {"TLCConcept", "dateOfIssuance", "ontology/concept/un/dateOfIssuance", "Date of issuance"},
        {"TLCConcept", "dateOfAdoption", "ontology/concept/un/dateOfAdoption", "Date of adoption"},
        {"TLCConcept", "symbol", "ontology/reference/un/symbol", "Symbol"},
        {"TLCRole", "publisher", "ontology/role/un/publisher", "Publisher"},
        {"TLCRole", "issuingBody", "role/concept/un/issuingBody", "Issuing body"},
        {"TLCRole", "author", "ontology/role/un/author", "Author"},
        {"TLCRole", "editor", "ontology/role/un/editor", "Editor"},
        {"TLCRole", "distribution", "ontology/concept/un/generalDistribution",
         "General distribution"},
        {"TLCTerm", "resolutionTitle", "ontology/reference/un/resolutionTitle", "Resolution title"},
        {"TLCTerm", "memberState", "ontology/organization/un/memberState", "Member State"},
        {"TLCTerm", "inFavour", "ontology/concept/un/voting/inFavour", "In favour"},
        {"TLCTerm", "against", "ontology/concept/un/voting/against", "Against"},
        {"TLCTerm", "abstaining", "ontology/concept/un/voting/abstaining", "Abstaining"},
    };
    const struct body *body = body_of(sheet->doc->as.doc.organ);
    tags_open(&sheet->tags, "references");
    tags_attribute(&sheet->tags, "source", "#DGACM");
    for (size_t i = 0; i < G_N_ELEMENTS(all); i++)
        write_reference(sheet, all[i].element, all[i].id, all[i].href, all[i].name);
    write_reference(sheet, "TLCOrganization", body->id,
                    arena_printf(sheet->arena, "ontology/organization/un/%s", body->ontology),
                    body->name);
    tags_close(&sheet->tags);
}

/* The job number, and the letter of the language in brackets behind it. */
static void write_presentation(struct akn_sheet *sheet)
{
    static const char letters[LANGUAGE_COUNT] = {0, 'C', 'E', 'F', 'S', 'R', 'A', 'G'};
    char letter = letters[sheet->doc->as.doc.language];
    const char *job = field_text(sheet, FIELD_JOB);
    if (!*job)
        return;
    tags_open(&sheet->tags, "presentation");
    tags_attribute(&sheet->tags, "source", "#un");
    tags_open(&sheet->tags, "akn4un:footerFirstPage");
    tags_open(&sheet->tags, "akn4un:footerFirstPageLeft");
    tags_open(&sheet->tags, "akn4un:internalCode");
    tags_open(&sheet->tags, "docketNumber");
    tags_attribute(&sheet->tags, "refersTo", "#publicationJobNumber");
    tags_hold_line(&sheet->tags);
    job = letter ? arena_printf(sheet->arena, "%s (%c)", job, letter) : job;
    tags_text(&sheet->tags, job, strlen(job));
    for (int i = 0; i < 5; i++)
        tags_close(&sheet->tags);
}

void akn_write_meta(struct akn_sheet *sheet, const struct node *part)
{
    const struct vote *vote = sheet->doc->as.doc.vote;
    tags_open(&sheet->tags, "meta");
    write_identification(sheet, part);
    if (!part && vote)
        write_vote(sheet, vote);
    if (!part)
        write_references(sheet);
    if (!part)
        write_presentation(sheet);
    tags_close(&sheet->tags);
}
