/* check: one document through reading, the house style and make-up. In: a file. Out: messages. */
#include "job/check.h"

#include <glib.h>

#include "check/check.h"
#include "job/crew.h"
#include "job/job.h"
#include "job/mend.h"
#include "page/page.h"
#include "read/read.h"
#include "set/set.h"

static bool make_up(const struct compositor *hand, const struct node *doc)
{
    const struct galley *galley = set_galley(hand, doc);
    return galley && page_make_up(hand, galley, NULL);
}

const struct node *job_check(struct arena *arena, struct fonts *fonts, const struct check_job *job,
                             struct diag *diag)
{
    const struct source *source = job->source ? job->source : source_read(arena, job->input, diag);
    struct node *doc = source ? read_document(arena, source, job->style, diag) : NULL;
    if (!doc)
        return NULL;
    const char *name = job->style ? job->style : job_default_style(doc);
    const struct style *style = style_load(arena, name, doc->as.doc.language, diag);
    if (!style)
        return NULL;
    diag_set_levels(diag, style->levels);
    style_arrange(arena, style, doc, diag);
    check_document(arena, style, doc, diag);
    if (!job->pages)
        return doc;
    const struct compositor hand = {arena, style, fonts, diag, source};
    return fonts_open(fonts, style, diag) && make_up(&hand, doc) ? doc : NULL;
}

/* --- many documents -------------------------------------------------------------------- */

/* False when the file cannot be opened; then that is told already. */
static bool mend(struct checked *checked, struct check_job *job)
{
    struct mended *mended = ARENA_NEW(checked->arena, struct mended);
    if (!job_mend(checked->arena, job, mended, checked->diag))
        return false;
    checked->mended = mended;
    job->source = mended->after;
    return true;
}

static void *check_one(struct fonts *fonts, int index, void *user)
{
    const struct check_all *all = user;
    struct checked *checked = g_new0(struct checked, 1);
    struct check_job job = all->job;
    checked->arena = arena_new();
    checked->diag = diag_new(checked->arena);
    job.input = all->inputs[index];
    checked->read = (!all->mends || mend(checked, &job)) &&
                    job_check(checked->arena, fonts, &job, checked->diag);
    return checked;
}

static void hand_over(int index, void *result, void *user)
{
    const struct check_all *all = user;
    struct checked *checked = result;
    all->told(index, checked, all->user);
    arena_free(checked->arena);
    g_free(checked);
}

bool job_check_all(const struct check_all *all, struct diag *diag)
{
    struct check_all copy = *all;
    const struct crew crew = {.hands = all->hands,
                              .sets = all->job.pages,
                              .count = all->count,
                              .work = check_one,
                              .done = hand_over,
                              .user = &copy};
    return crew_run(&crew, diag);
}
