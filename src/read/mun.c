/* mun: resolutions of Model UN programs → document tree (formats.md 3): the save file .rso, and
 * what munify keeps of a resolution, with its header in the same object or beside it. */
#include "read/mun.h"

#include <string.h>

#include "read/read.h"

/* --- language ------------------------------------------------------------------------ */

/* All texts of the clauses, for the guess. */
static void gather_words(const struct clause *clause, GString *words)
{
    for (; clause; clause = clause->next) {
        if (clause->phrase)
            g_string_append_printf(words, "%s ", clause->phrase->text);
        for (const struct part *part = clause->parts; part; part = part->next) {
            if (part->text)
                g_string_append_printf(words, "%s\n", part->text->text);
            gather_words(part->clauses, words);
        }
    }
}

/* Most societies write English: so does one whose language nobody can tell. */
static bool begin(struct mun *mun)
{
    GString *words = g_string_new(NULL);
    gather_words(mun->preamble, words);
    gather_words(mun->operative, words);
    bool begun = import_begin(&mun->import, words->str, "en");
    g_string_free(words, TRUE);
    return begun;
}

/* --- the two forms ------------------------------------------------------------------- */

/* Lists of clauses by the names they have in `object`. */
static bool read_clauses(struct mun *mun, const struct yaml *object, const char *preamble,
                         const char *operative)
{
    mun->preamble = mun_read_clauses(mun, import_list(&mun->import, object, preamble));
    mun->operative = mun_read_clauses(mun, import_list(&mun->import, object, operative));
    if (mun->preamble || mun->operative)
        return true;
    diag_file(mun->import.diag, mun->import.source, object->at, DIAG_NO_TEXT,
              "there is no clause with text in `%s` or `%s`", preamble, operative);
    return false;
}

static void check_version(const struct mun *mun, const struct yaml *data)
{
    enum { NEWEST = 6 };
    const struct yaml *version = import_text(&mun->import, data, "version");
    if (version && g_ascii_strtoll(version->text, NULL, 10) > NEWEST)
        diag_file(mun->import.diag, mun->import.source, version->at, DIAG_DATA_UNKNOWN,
                  "this is format %s of the program's files, %d is the newest known", version->text,
                  NEWEST);
}

static void add_text(struct mun *mun, const char *opening)
{
    if (opening)
        doc_append(mun->import.doc, doc_new(mun->import.arena, NODE_OPENING, 0));
    if (opening)
        doc_append_text(mun->import.arena, mun->import.doc->last, opening, strlen(opening), 0);
    mun_add_clauses(mun);
}

static void read_rso(struct mun *mun, const struct yaml *data, const struct yaml *resolution)
{
    static const char *const of_file[] = {"magic",      "version",     "author",
                                          "resolution", "voteResults", NULL};
    static const char *const of_resolution[] = {"address", "clauses", NULL};
    static const char *const of_clauses[] = {"preambulatory", "operative", NULL};
    const struct yaml *clauses = import_object(&mun->import, resolution, "clauses");
    mun->marked = true;
    if (!clauses || !read_clauses(mun, clauses, "preambulatory", "operative") || !begin(mun))
        return;
    import_check_keys(&mun->import, data, of_file);
    import_check_keys(&mun->import, resolution, of_resolution);
    import_check_keys(&mun->import, clauses, of_clauses);
    check_version(mun, data);
    add_text(mun, mun_read_address(mun, import_object(&mun->import, resolution, "address")));
    mun_read_votes(mun, import_object(&mun->import, data, "voteResults"));
}

/* The header may stand around the resolution, in it, or in an object of its own. */
static const struct yaml *find_header(struct mun *mun, const struct yaml *data)
{
    static const char *const names[] = {"header", "headerData"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (yaml_get(data, names[i]))
            return import_object(&mun->import, data, names[i]);
    return data;
}

static void read_munify(struct mun *mun, const struct yaml *data, const struct yaml *resolution)
{
    static const char *const known[] = {"conferenceName",
                                        "conferenceTitle",
                                        "committeeAbbreviation",
                                        "committeeFullName",
                                        "committeeResolutionHeadline",
                                        "documentNumber",
                                        "topic",
                                        "authoringDelegation",
                                        "lastEdited",
                                        "conferenceEmblem",
                                        "committeeName",
                                        "preamble",
                                        "operative",
                                        "id",
                                        "resolution",
                                        "header",
                                        "headerData",
                                        NULL};
    const struct yaml *header = find_header(mun, data);
    if (!read_clauses(mun, resolution, "preamble", "operative") || !begin(mun))
        return;
    import_check_keys(&mun->import, data, known);
    import_check_keys(&mun->import, resolution, known);
    if (header)
        import_check_keys(&mun->import, header, known);
    add_text(mun, mun_read_header(mun, header, resolution));
}

/* Without clauses of its own the object around is no resolution. */
struct node *read_mun(struct arena *arena, const struct source *source, const struct yaml *data,
                      const char *style, struct diag *diag)
{
    struct mun mun = {
        .import = {.arena = arena, .source = source, .diag = diag, .style_name = style}};
    int errors = diag_count(diag, DIAG_ERROR);
    const struct yaml *resolution =
        yaml_get(data, "resolution") ? yaml_get(data, "resolution") : data;
    import_open(&mun.import);
    if (import_is_object(&mun.import, resolution, "a resolution (an object)")) {
        if (yaml_get(resolution, "clauses"))
            read_rso(&mun, data, resolution);
        else
            read_munify(&mun, data, resolution);
    }
    import_end(&mun.import);
    return diag_count(diag, DIAG_ERROR) > errors ? NULL : mun.import.doc;
}
