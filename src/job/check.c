/* check: one document through reading, the house style and make-up. In: a file. Out: messages. */
#include "job/check.h"

#include "check/check.h"
#include "job/job.h"
#include "page/page.h"
#include "read/read.h"
#include "set/set.h"

static bool make_up(const struct compositor *hand, const struct node *doc)
{
    const struct galley *galley = set_galley(hand, doc);
    return galley && page_make_up(hand, galley, NULL);
}

bool job_check(struct arena *arena, struct fonts *fonts, const struct check_job *job,
               struct diag *diag)
{
    const struct source *source = job->source ? job->source : source_read(arena, job->input, diag);
    struct node *doc = source ? read_document(arena, source, job->style, diag) : NULL;
    if (!doc)
        return false;
    const char *name = job->style ? job->style : job_default_style(doc);
    const struct style *style = style_load(arena, name, doc->as.doc.language, diag);
    if (!style)
        return false;
    diag_set_levels(diag, style->levels);
    style_arrange(arena, style, doc, diag);
    check_document(arena, style, doc, diag);
    if (!job->pages)
        return true;
    const struct compositor hand = {arena, style, fonts, diag, source};
    return fonts_open(fonts, style, diag) && make_up(&hand, doc);
}
