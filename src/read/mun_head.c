/* mun_head: who adopts what, and whose draft it is → the masthead. Model UN programs keep that
 * apart from the clauses: .rso in `address`, munify in a header beside the resolution. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "read/mun.h"
#include "read/recognise.h"

static const struct yaml *add_text(struct mun *mun, const struct yaml *object, const char *key,
                                   enum field name)
{
    const struct yaml *text = import_text(&mun->import, object, key);
    if (text)
        import_add_field(&mun->import, name, text->text, import_text_at(text));
    return text;
}

/* --- the organ and its opening -------------------------------------------------------- */

/* "The Special Conference on Globalism,": English has its article, the other languages' depends on
 * a gender that nobody told. */
static const char *opening_of(struct mun *mun, const char *organ)
{
    struct arena *arena = mun->import.arena;
    const struct style *style = mun->import.style;
    static const char *const organs[] = {"ga", "sc", "ecosoc", "hrc"};
    for (size_t i = 0; i < G_N_ELEMENTS(organs); i++) {
        const char *name = style_word(style, arena_printf(arena, "organ-%s", organs[i]));
        if (name && strcmp(name, organ) == 0)
            return style_word(style, arena_printf(arena, "opening-%s", organs[i]));
    }
    char *words = g_strstrip(arena_strdup(arena, organ));
    bool article = style->language == EN && g_ascii_strncasecmp(words, "the ", 4) != 0;
    bool complete;
    const char *comma =
        mun_end_of(words, &complete) == END_COMMA ? "" : mun_mark(style->language, END_COMMA);
    return arena_printf(arena, "%s%s%s", article ? "The " : "", words, comma);
}

static const char *settle_opening(struct mun *mun, const char *organ)
{
    if (!organ)
        return NULL;
    const char *opening = opening_of(mun, organ);
    mun->import.doc->as.doc.organ = recognise_opening(mun->import.style, opening);
    return opening;
}

/* --- sponsors ------------------------------------------------------------------------ */

static void join_name(const struct style *style, GString *names, const char *name, bool last)
{
    const char *comma = style_word(style, "names-comma"), *final = style_word(style, "names-last");
    if (names->len)
        g_string_append(names, last ? (final ? final : ", ") : (comma ? comma : ", "));
    g_string_append(names, name);
}

/* "Albania, Belgium and Chad: draft resolution". */
static void add_sponsors(struct mun *mun, const char *names, uint32_t at)
{
    struct import *import = &mun->import;
    const char *pattern = style_word(import->style, "sponsors");
    const char *line = pattern ? style_fill(import->arena, pattern, "names", names, NULL) : names;
    import_add_field(import, FIELD_SPONSORS, line, at);
    import->doc->as.doc.kind = KIND_DRAFT;
}

static void read_sponsors(struct mun *mun, const struct yaml *sponsor)
{
    static const char *const known[] = {"main", "co", NULL};
    struct import *import = &mun->import;
    if (!sponsor)
        return;
    import_check_keys(import, sponsor, known);
    const struct yaml *main = import_text(import, sponsor, "main");
    const struct yaml *co = import_list(import, sponsor, "co");
    GString *names = g_string_new(main ? main->text : "");
    for (const struct yaml *name = co ? co->first : NULL; name; name = name->next) {
        if (name->kind != YAML_SCALAR)
            import_wrong(import, name, "the name of a sponsor");
        else if (*name->text)
            join_name(import->style, names, name->text, !name->next);
    }
    if (names->len)
        add_sponsors(mun, names->str, sponsor->at);
    g_string_free(names, TRUE);
}

/* --- votes --------------------------------------------------------------------------- */

static int votes_of(struct mun *mun, const struct yaml *votes, const char *key)
{
    enum { MOST = 100000 };
    const struct yaml *value = import_text(&mun->import, votes, key);
    if (!value)
        return -1;
    char *end;
    long count = strtol(value->text, &end, 10);
    if (!*end && count >= 0 && count <= MOST)
        return (int)count;
    import_wrong(&mun->import, value, "a number of votes");
    return -1;
}

static const char *decimal(struct arena *arena, int number)
{
    return arena_printf(arena, "%d", number);
}

static void add_vote_line(struct mun *mun, const struct vote *vote, uint32_t at)
{
    struct arena *arena = mun->import.arena;
    const char *pattern = style_word(mun->import.style, "vote-recorded");
    if (!pattern)
        return;
    const char *line =
        style_fill(arena, pattern, "favour", decimal(arena, vote->count[VOTE_FAVOUR]), "against",
                   decimal(arena, vote->count[VOTE_AGAINST]), "abstaining",
                   decimal(arena, vote->count[VOTE_ABSTAINING]), NULL);
    struct node *closing = doc_new(arena, NODE_CLOSING, at);
    doc_append(closing, doc_new_field(arena, FIELD_VOTE, line, at));
    doc_append(mun->import.doc, closing);
}

void mun_read_votes(struct mun *mun, const struct yaml *votes)
{
    static const char *const keys[] = {"inFavor", "against", "abstention", NULL};
    if (!votes)
        return;
    import_check_keys(&mun->import, votes, keys);
    struct vote *vote = ARENA_NEW(mun->import.arena, struct vote);
    vote->outcome = VOTE_RECORDED;
    bool whole = true;
    for (int i = 0; i < VOTE_CHOICE_COUNT; i++) {
        vote->count[i] = votes_of(mun, votes, keys[i]);
        whole &= vote->count[i] >= 0;
    }
    mun->import.doc->as.doc.vote = vote;
    if (whole && vote->count[VOTE_FAVOUR] > vote->count[VOTE_AGAINST])
        add_vote_line(mun, vote, votes->at);
}

/* --- .rso ---------------------------------------------------------------------------- */

const char *mun_read_address(struct mun *mun, const struct yaml *address)
{
    static const char *const known[] = {"forum", "questionOf", "sponsor", NULL};
    if (!address)
        return NULL;
    import_check_keys(&mun->import, address, known);
    const struct yaml *forum = add_text(mun, address, "forum", FIELD_ORGAN);
    add_text(mun, address, "questionOf", FIELD_TITLE);
    read_sponsors(mun, import_object(&mun->import, address, "sponsor"));
    return settle_opening(mun, forum ? forum->text : NULL);
}

/* --- munify -------------------------------------------------------------------------- */

/* "WHO" and "2/15" make WHO/2/15. */
static void add_symbol(struct mun *mun, const struct yaml *header)
{
    struct import *import = &mun->import;
    const struct yaml *series = import_text(import, header, "committeeAbbreviation");
    const struct yaml *number = import_text(import, header, "documentNumber");
    if (!number)
        return;
    bool apart = series && !g_str_has_prefix(number->text, series->text);
    const char *symbol =
        apart ? arena_printf(import->arena, "%s/%s", series->text, number->text) : number->text;
    import_add_field(import, FIELD_SYMBOL, symbol, import_text_at(number));
}

/* "2025-03-09" or "2025-03-09T10:12:00.000Z". */
static void add_date(struct mun *mun, const struct yaml *header)
{
    struct import *import = &mun->import;
    const struct yaml *value = import_text(import, header, "lastEdited");
    struct date date = {0};
    if (!value)
        return;
    bool read = sscanf(value->text, "%4d-%2d-%2d", &date.year, &date.month, &date.day) == 3;
    if (!read || date.year < 1900 || date.month < 1 || date.month > 12 || date.day < 1 ||
        date.day > 31) {
        diag_file(import->diag, import->source, value->at, DIAG_DATA,
                  "`lastEdited` is “%s”, a date as in 2025-03-09 was wanted", value->text);
        return;
    }
    struct node *field = import_add_field(import, FIELD_ISSUED, "", value->at);
    if (field)
        field->as.field.date = date;
}

const char *mun_read_header(struct mun *mun, const struct yaml *header,
                            const struct yaml *resolution)
{
    struct import *import = &mun->import;
    add_text(mun, header, "conferenceTitle", FIELD_ORGANIZATION);
    add_text(mun, header, "conferenceName", FIELD_ORGANIZATION);
    const struct yaml *organ = add_text(mun, header, "committeeFullName", FIELD_ORGAN);
    const struct yaml *name = add_text(mun, resolution, "committeeName", FIELD_ORGAN);
    const struct yaml *headline = import_text(import, header, "committeeResolutionHeadline");
    const struct yaml *authors = import_text(import, header, "authoringDelegation");
    organ = headline ? headline : organ ? organ : name;
    add_symbol(mun, header);
    add_date(mun, header);
    add_text(mun, header, "topic", FIELD_TITLE);
    if (authors)
        add_sponsors(mun, authors->text, import_text_at(authors));
    if (headline && mun->import.style->language != EN)
        return settle_opening(mun, headline->text);
    return settle_opening(mun, organ ? organ->text : NULL);
}
