/* batch: paths in, a folder of outputs out; the stages one after the other. */
#include "batch/batch.h"

#include <string.h>
#include <unistd.h>

#include "batch/journal.h"
#include "batch/make.h"
#include "batch/report.h"
#include "batch/shift.h"
#include "batch/survey.h"
#include "style/style.h"

struct work {
    const struct batch *batch;
    struct arena *arena;
    struct diag *diag;
    const struct plan *plan;
    struct survey survey;
    struct journal *journal;
    struct record **records; /* of the items of the plan; NULL: not there yet */
    struct batch_tally tally;
    enum batch_stage stage;
    int64_t begun;
    int told;  /* items before this one were told of */
    bool full; /* something could not be written */
    volatile sig_atomic_t stop;
    /* the stage that makes: the items that are left to be done */
    int count;
    int *items;
};

/* --- telling --------------------------------------------------------------------------------- */

static void tell(struct work *work, int item)
{
    work->tally.microseconds = g_get_monotonic_time() - work->begun;
    const struct batch_event event = {work->stage, &work->tally,
                                      item < 0 ? NULL : &work->plan->items[item],
                                      item < 0 ? NULL : work->records[item]};
    work->batch->tell(&event, work->batch->user);
}

static void tick(void *user)
{
    struct work *work = user;
    if (*work->batch->stop)
        work->stop = 1;
    tell(work, -1);
}

void batch_count(struct batch_tally *tally, const struct record *record)
{
    tally->count[record->outcome]++;
    tally->with_findings += record->finding_count > 0;
    tally->pages += record->pages;
}

void batch_add_tally(struct json *json, const struct batch_tally *tally)
{
    static const enum outcome told[] = {OUTCOME_DONE, OUTCOME_KEPT, OUTCOME_FAILED, OUTCOME_CRASHED,
                                        OUTCOME_SYSTEM};
    for (size_t i = 0; i < G_N_ELEMENTS(told); i++)
        json_number(json, record_outcome_name(told[i]), tally->count[told[i]]);
    json_number(json, "with-findings", tally->with_findings);
    json_number(json, "pages", tally->pages);
    json_number(json, "microseconds", tally->microseconds);
}

/* Tells of what has come to its end, as far as there is no gap. */
static void tell_finished(struct work *work)
{
    for (; work->told < work->plan->count; work->told++) {
        const struct record *record = work->records[work->told];
        if (!record || record->outcome == OUTCOME_READ)
            return;
        if (record->outcome != OUTCOME_FOREIGN)
            tell(work, work->told);
    }
}

/* --- the first look -------------------------------------------------------------------------- */

static GVariant *survey_work(struct fonts *fonts, int index, void *user)
{
    const struct work *work = user;
    struct arena *arena = arena_new();
    const struct record *record =
        survey_document(arena, fonts, &work->survey, &work->plan->items[index]);
    GVariant *value = record_pack(record);
    arena_free(arena);
    return value;
}

static struct record *crashed(struct work *work, const struct plan_item *item, const char *how)
{
    struct record *record = ARENA_NEW(work->arena, struct record);
    *record = record_empty(OUTCOME_CRASHED);
    batch_tell_crash(work->arena, item->path, how, record);
    return record;
}

static void survey_arrived(int index, GVariant *value, const char *how, void *user)
{
    struct work *work = user;
    struct record *record =
        value ? record_unpack(work->arena, value) : crashed(work, &work->plan->items[index], how);
    work->records[index] = record;
    work->tally.finished++;
}

static int64_t *sizes_of(const struct work *work)
{
    int64_t *sizes = ARENA_ARRAY(work->arena, int64_t, work->plan->count);
    for (int i = 0; i < work->plan->count; i++)
        sizes[i] = work->plan->items[i].size;
    return sizes;
}

static enum shift_end survey_all(struct work *work)
{
    const struct shift shift = {.hands = work->batch->hands,
                                .sets = job_form_needs_fonts(work->batch->job.form),
                                .count = work->plan->count,
                                .sizes = sizes_of(work),
                                .type = record_type(),
                                .work = survey_work,
                                .arrived = survey_arrived,
                                .tick = tick,
                                .stop = &work->stop,
                                .user = work};
    work->stage = BATCH_READING;
    work->tally.documents = work->plan->count;
    return shift_run(&shift, work->diag);
}

/* --- names ----------------------------------------------------------------------------------- */

static bool check_names(struct work *work)
{
    GHashTable *taken = g_hash_table_new(g_str_hash, g_str_equal);
    bool good = true;
    for (int i = 0; i < work->plan->count; i++) {
        const struct plan_item *item = &work->plan->items[i];
        const struct record *record = work->records[i];
        if (record->outcome != OUTCOME_READ && record->outcome != OUTCOME_KEPT)
            continue;
        const char *name = survey_name(work->arena, &work->survey, item, record, 1);
        const char *other = g_hash_table_lookup(taken, name);
        g_hash_table_insert(taken, (char *)name, (char *)(other ? other : item->path));
        if (!other)
            continue;
        diag_file(work->diag, NULL, SOURCE_NOWHERE, DIAG_NAME_TAKEN,
                  "%s and %s would both become %s", other, item->path, name);
        diag_hint(work->diag, "--name '{input}' keeps the names of the inputs");
        good = false;
    }
    g_hash_table_unref(taken);
    return good;
}

/* --- making ---------------------------------------------------------------------------------- */

static void note_process(void *user)
{
    journal_note_process(((struct work *)user)->journal);
}

static GVariant *make_work(struct fonts *fonts, int index, void *user)
{
    const struct work *work = user;
    int item = work->items[index];
    struct arena *arena = arena_new();
    const struct record *record =
        batch_make(arena, fonts, &work->survey, &work->plan->items[item], work->records[item]);
    GVariant *value = record_pack(record);
    arena_free(arena);
    return value;
}

static void make_arrived(int index, GVariant *value, const char *how, void *user)
{
    struct work *work = user;
    int item = work->items[index];
    struct record *record =
        value ? record_unpack(work->arena, value) : crashed(work, &work->plan->items[item], how);
    if (!value)
        memcpy(record->facts, work->records[item]->facts, sizeof record->facts);
    work->records[item] = record;
    work->tally.count[OUTCOME_READ]--;
    work->tally.finished++;
    batch_count(&work->tally, record);
    bool noted = record->outcome != OUTCOME_DONE || journal_note(work->journal, record);
    if (!noted || record->outcome == OUTCOME_SYSTEM) {
        work->full = true;
        work->stop = 1;
    }
    tell_finished(work);
}

/* Documents that are left to be done, and the tally of the others. */
static void settle_items(struct work *work)
{
    work->items = ARENA_ARRAY(work->arena, int, work->plan->count);
    work->tally = (struct batch_tally){0};
    for (int i = 0; i < work->plan->count; i++) {
        batch_count(&work->tally, work->records[i]);
        if (work->records[i]->outcome == OUTCOME_READ)
            work->items[work->count++] = i;
    }
    work->tally.documents = work->plan->count - work->tally.count[OUTCOME_FOREIGN];
    work->tally.finished = work->tally.documents - work->count;
}

static enum shift_end make_all(struct work *work)
{
    int64_t *sizes = ARENA_ARRAY(work->arena, int64_t, work->count);
    for (int i = 0; i < work->count; i++)
        sizes[i] = work->plan->items[work->items[i]].size;
    const struct shift shift = {.hands = work->batch->hands,
                                .sets = job_form_needs_fonts(work->batch->job.form),
                                .count = work->count,
                                .sizes = sizes,
                                .type = record_type(),
                                .work = make_work,
                                .arrived = make_arrived,
                                .begin = note_process,
                                .tick = tick,
                                .stop = &work->stop,
                                .user = work};
    work->stage = BATCH_MAKING;
    tell_finished(work);
    return shift_run(&shift, work->diag);
}

/* --- all of it ------------------------------------------------------------------------------- */

static enum batch_end end_of(const struct work *work, enum shift_end end)
{
    const int *count = work->tally.count;
    if (work->full || end == SHIFT_FAILED)
        return BATCH_SYSTEM;
    if (end == SHIFT_STOPPED)
        return BATCH_STOPPED;
    bool failed = work->plan->missing || count[OUTCOME_FAILED] || count[OUTCOME_CRASHED];
    return failed ? BATCH_FAILED : BATCH_DONE;
}

/* What was finished is told even when there is a gap before it: nothing comes after. */
static void tell_rest(struct work *work)
{
    for (int i = work->told; i < work->plan->count; i++)
        if (work->records[i]->outcome != OUTCOME_READ &&
            work->records[i]->outcome != OUTCOME_FOREIGN)
            tell(work, i);
    work->stage = BATCH_OVER;
    tell(work, -1);
}

/* What became of all, also when the end came early. */
static bool write_report(const struct work *work)
{
    const char *folder = work->batch->report;
    struct report report = {.tally = work->tally};
    struct report_entry *entries = ARENA_ARRAY(work->arena, struct report_entry, work->plan->count);
    const char *outputs = folder ? report_way(work->arena, folder, work->batch->folder) : NULL;
    for (int i = 0; folder && i < work->plan->count; i++)
        if (work->records[i]->outcome != OUTCOME_READ &&
            work->records[i]->outcome != OUTCOME_FOREIGN)
            entries[report.count++] =
                (struct report_entry){work->plan->items[i].path, outputs, work->records[i]};
    report.entries = entries;
    if (!folder)
        return true;
    if (!work->stop) /* else what is not done yet may have pictures already */
        report_sweep(folder, &report);
    return report_write(work->arena, folder, &report, work->diag);
}

static enum batch_end run(struct work *work)
{
    enum shift_end end = survey_all(work);
    if (end != SHIFT_DONE)
        return end_of(work, end);
    if (!check_names(work))
        return BATCH_USAGE;
    settle_items(work);
    end = make_all(work);
    journal_sweep(work->journal);
    tell_rest(work);
    if (!write_report(work))
        return BATCH_SYSTEM;
    if (end == SHIFT_DONE && !journal_settle(work->journal, work->diag))
        return BATCH_SYSTEM;
    return end_of(work, end);
}

/* A style that cannot be used is told once, not of every document, and before anything is made. */
static bool check_style(struct arena *arena, const char *style, struct diag *diag)
{
    return !style || style_load(arena, style, EN, diag);
}

enum batch_end batch_run(struct arena *arena, const struct batch *batch, struct diag *diag)
{
    struct work work = {.batch = batch, .arena = arena, .diag = diag};
    work.begun = g_get_monotonic_time();
    if (!check_style(arena, batch->job.style, diag))
        return BATCH_FAILED;
    work.plan = plan_make(arena, batch->paths, batch->path_count, diag);
    if (!work.plan)
        return BATCH_FAILED;
    work.journal = journal_open(batch->folder, batch->shard, batch->shards, batch->report, diag);
    if (!work.journal)
        return BATCH_SYSTEM;
    work.records = ARENA_ARRAY(arena, struct record *, work.plan->count);
    work.survey = (struct survey){.job = &batch->job,
                                  .pattern = batch->pattern,
                                  .folder = batch->folder,
                                  .journal = batch->changed ? work.journal : NULL,
                                  .report = batch->report,
                                  .editions = editions_new(),
                                  .shard = batch->shard,
                                  .shards = batch->shards};
    enum batch_end end = run(&work);
    if (end == BATCH_USAGE)
        journal_abandon(work.journal);
    editions_free(work.survey.editions);
    journal_free(work.journal);
    return end;
}
