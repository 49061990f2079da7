/* make: a document in, its outputs in the folder, a record out. */
#include "batch/make.h"

#include <errno.h>

#include "batch/finding.h"
#include "batch/report.h"
#include "job/output.h"

/* A pattern may name folders. */
static bool make_folder_of(const char *path, struct diag *diag)
{
    char *folder = g_path_get_dirname(path);
    bool made = g_mkdir_with_parents(folder, 0777) == 0;
    if (!made)
        diag_file(diag, NULL, SOURCE_NOWHERE, DIAG_CANNOT_WRITE, "the folder %s cannot be made: %s",
                  folder, g_strerror(errno));
    g_free(folder);
    return made;
}

static bool write_outputs(struct arena *arena, const struct survey *survey,
                          const struct plan_item *item, const struct job_result *result,
                          struct diag *diag, struct record *record)
{
    int count = result->output_count;
    struct output *outputs = ARENA_ARRAY(arena, struct output, count);
    record->made = ARENA_ARRAY(arena, struct made, count);
    for (int i = 0; i < count; i++) {
        const GByteArray *bytes = result->outputs[i];
        const char *name = survey_name(arena, survey, item, record, result->first_page + i);
        outputs[i] = (struct output){arena_printf(arena, "%s/%s", survey->folder, name), bytes};
        record->made[i] = (struct made){name, edition_hash(arena, bytes->data, bytes->len)};
    }
    if (!make_folder_of(outputs[0].path, diag) || !output_write(arena, outputs, count, diag))
        return false;
    record->made_count = count;
    return true;
}

static bool add_pages(struct arena *arena, const struct survey *survey,
                      const struct job_result *result, struct diag *diag, struct record *record)
{
    record->pages = result->book ? result->book->page_count : 0;
    return !survey->report || !result->book ||
           report_add_pages(arena, survey->report, record, result->book, diag);
}

struct record *batch_make(struct arena *arena, struct fonts *fonts, const struct survey *survey,
                          const struct plan_item *item, const struct record *surveyed)
{
    int64_t begun = g_get_monotonic_time();
    struct record *record = arena_copy(arena, surveyed, sizeof *surveyed);
    struct diag *diag = diag_new(arena);
    const struct job job = survey_job(survey, item);
    struct job_result result;
    bool done = job_run(arena, fonts, &job, diag, &result) &&
                add_pages(arena, survey, &result, diag, record) &&
                write_outputs(arena, survey, item, &result, diag, record);
    record->outcome = diag_count(diag, DIAG_FATAL) ? OUTCOME_SYSTEM
                      : done                       ? OUTCOME_DONE
                                                   : OUTCOME_FAILED;
    finding_take(arena, diag, result.book, record);
    record->microseconds = g_get_monotonic_time() - begun;
    return record;
}

void batch_tell_crash(struct arena *arena, const char *path, const char *how, struct record *record)
{
    struct diag *diag = diag_new(arena);
    const struct source *source = source_over(arena, path, "", 0);
    diag_file(diag, source, SOURCE_NOWHERE, DIAG_CRASHED,
              "the program broke at this document (%s); the others went on", how);
    diag_hint(diag, "this is a fault of plenary: please report it with the document");
    finding_take(arena, diag, NULL, record);
}
