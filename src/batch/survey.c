/* survey: bytes in, facts and a key out. Nothing is set. */
#include "batch/survey.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "batch/finding.h"
#include "batch/pattern.h"
#include "batch/report.h"
#include "read/read.h"

struct job survey_job(const struct survey *survey, const struct plan_item *item)
{
    struct job job = *survey->job;
    job.input = item->path;
    if (item->style)
        job.style = item->style;
    return job;
}

const char *survey_name(struct arena *arena, const struct survey *survey,
                        const struct plan_item *item, const struct record *record, int page)
{
    enum job_form form = survey->job->form;
    const char *suffix = job_form_suffix(form);
    const char *stem = item->output
                           ? item->output
                           : pattern_fill(arena, survey->pattern, record->facts, item->path);
    if (item->output && g_str_has_suffix(stem, arena_printf(arena, ".%s", suffix)))
        stem = arena_strndup(arena, stem, strlen(stem) - strlen(suffix) - 1);
    if (form == JOB_PNG || form == JOB_SVG)
        return arena_printf(arena, "%s-%d.%s", stem, page, suffix);
    return arena_printf(arena, "%s.%s", stem, suffix);
}

/* --- facts --------------------------------------------------------------------------------- */

static const char *field_text(struct arena *arena, const struct node *doc, enum field field)
{
    const struct node *node = doc_field(doc, field);
    return node ? doc_plain_text(arena, node) : "";
}

/* "76/19" of "76/19. ", "2671" of S/RES/2671 (2022). */
static const char *number_of(struct arena *arena, const char *number, const char *symbol)
{
    if (*number)
        return arena_strndup(arena, number, strcspn(number, ". "));
    const char *slash = strrchr(symbol, '/');
    return slash ? arena_strndup(arena, slash + 1, strcspn(slash + 1, " ")) : "";
}

/* "76" of A/RES/76/19, "ES-11" of A/RES/ES-11/1: the part that is a number with one behind it. */
static const char *session_of(struct arena *arena, const char *symbol)
{
    char **parts = g_strsplit(symbol, "/", -1);
    const char *found = "";
    for (char **part = parts; *part && !*found; part++) {
        size_t letters = strspn(*part, "ES-"), digits = strspn(*part + letters, "0123456789");
        if (part != parts && part[1] && digits && !(*part)[letters + digits])
            found = arena_strdup(arena, *part);
    }
    g_strfreev(parts);
    return found;
}

static void take_facts(struct arena *arena, const struct node *doc, const char *style,
                       struct record *record)
{
    const char *symbol = field_text(arena, doc, FIELD_SYMBOL);
    const char *number = field_text(arena, doc, FIELD_NUMBER);
    record->facts[FACT_SYMBOL] = symbol;
    record->facts[FACT_LANGUAGE] = language_tag(doc->as.doc.language);
    record->facts[FACT_NUMBER] = number_of(arena, number, symbol);
    record->facts[FACT_SESSION] = session_of(arena, symbol);
    record->facts[FACT_ORGAN] = doc_organ_name(doc->as.doc.organ);
    record->facts[FACT_KIND] = doc_type_name(doc->as.doc.kind);
    record->facts[FACT_TITLE] = field_text(arena, doc, FIELD_TITLE);
    record->facts[FACT_STYLE] = style ? style : job_default_style(doc);
}

/* --- what is up to date ---------------------------------------------------------------------- */

static bool is_there(struct arena *arena, const char *folder, const struct made *made)
{
    char *path = g_build_filename(folder, made->name, NULL);
    GMappedFile *file = g_mapped_file_new(path, FALSE, NULL);
    bool same = file && strcmp(edition_hash(arena, g_mapped_file_get_contents(file),
                                            g_mapped_file_get_length(file)),
                               made->hash) == 0;
    if (file)
        g_mapped_file_unref(file);
    g_free(path);
    return same;
}

static bool is_current(struct arena *arena, struct fonts *fonts, const struct survey *survey,
                       const struct plan_item *item, const struct record *known)
{
    const struct job job = survey_job(survey, item);
    const char *style = job.style ? job.style : known->facts[FACT_STYLE];
    const char *key = edition_key(arena, survey->editions, fonts, &job, known->hash, style,
                                  language_of(known->facts[FACT_LANGUAGE]));
    if (!*key || strcmp(key, known->key) != 0 ||
        strcmp(known->made[0].name, survey_name(arena, survey, item, known, 1)) != 0)
        return false;
    for (int i = 0; i < known->made_count; i++)
        if (!is_there(arena, survey->folder, &known->made[i]))
            return false;
    return !survey->report || !known->pages || report_has_pages(arena, survey->report, known);
}

/* The record of a document with that content whose outputs are as they would be made now. */
static struct record *find_current(struct arena *arena, struct fonts *fonts,
                                   const struct survey *survey, const struct plan_item *item,
                                   const char *hash)
{
    const struct record *known = NULL;
    while (survey->journal && (known = journal_next(survey->journal, hash, known)))
        if (is_current(arena, fonts, survey, item, known)) {
            struct record *kept = arena_copy(arena, known, sizeof *known);
            kept->outcome = OUTCOME_KEPT;
            return kept;
        }
    return NULL;
}

/* --- what is no document -----------------------------------------------------------------------
 */

/* A file that was only found and could not be read: XML and data count as documents that are broken
 * when they say that they are one, text never does. */
static bool is_foreign(const struct source *source, const struct diag *diag)
{
    static const char *const marks[] = {"akomaNtoso", "plenary:", "\"plenary\"", "\"operative\""};
    static const enum diag_slug strange[] = {DIAG_EMPTY, DIAG_NOT_UTF8, DIAG_UNKNOWN_FORMAT};
    enum { FRONT = 4096 };
    int count;
    const struct diag_message *const *messages = diag_messages(diag, &count);
    for (int i = 0; i < count; i++)
        for (size_t s = 0; s < G_N_ELEMENTS(strange); s++)
            if (messages[i]->slug == strange[s])
                return true;
    gssize front = (gssize)(source->size < FRONT ? source->size : FRONT);
    for (size_t m = 0; m < G_N_ELEMENTS(marks); m++)
        if (g_strstr_len(source->text, front, marks[m]))
            return false;
    return true;
}

static bool is_of_shard(const struct survey *survey, const char *hash)
{
    char digits[9] = {0};
    memcpy(digits, hash, 8);
    return strtoul(digits, NULL, 16) % (unsigned long)survey->shards ==
           (unsigned long)survey->shard - 1;
}

/* --- all of it ------------------------------------------------------------------------------- */

static void read_facts(struct arena *arena, struct fonts *fonts, const struct survey *survey,
                       const struct plan_item *item, const struct source *source,
                       struct record *record)
{
    const struct job job = survey_job(survey, item);
    struct diag *diag = diag_new(arena);
    const struct node *doc = read_document(arena, source, job.style, diag);
    if (doc) {
        take_facts(arena, doc, job.style, record);
        record->key = edition_key(arena, survey->editions, fonts, &job, record->hash,
                                  record->facts[FACT_STYLE], doc->as.doc.language);
    } else if (item->found && is_foreign(source, diag)) {
        record->outcome = OUTCOME_FOREIGN;
    } else {
        record->outcome = OUTCOME_FAILED;
        finding_take(arena, diag, NULL, record);
    }
}

struct record *survey_document(struct arena *arena, struct fonts *fonts,
                               const struct survey *survey, const struct plan_item *item)
{
    struct record *record = ARENA_NEW(arena, struct record);
    *record = record_empty(OUTCOME_READ);
    struct diag *diag = diag_new(arena);
    const struct source *source = source_read(arena, item->path, diag);
    if (!source) {
        record->outcome = OUTCOME_FAILED;
        finding_take(arena, diag, NULL, record);
        return record;
    }
    record->hash = edition_hash(arena, source->text, source->size);
    if (!is_of_shard(survey, record->hash)) {
        record->outcome = OUTCOME_FOREIGN;
        return record;
    }
    struct record *current = find_current(arena, fonts, survey, item, record->hash);
    if (current)
        return current;
    read_facts(arena, fonts, survey, item, source, record);
    return record;
}
