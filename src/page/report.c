/* report: what make-up could not do by the rules. In: a page's fill. Out: messages. */
#include "page/report.h"

#include <glib.h>

static const struct {
    enum broken broken;
    const char *text;
} complaints[] = {
    {BROKEN_NOTE_SHORT, "a footnote is divided with one line alone, two on each side were wanted"},
    {BROKEN_LONE_WIDE, "a paragraph is divided with one line alone, two were wanted"},
    {BROKEN_LONE, "a paragraph is divided with one short line alone, two were wanted"},
    {BROKEN_KEEP, "the page ends between lines that belong together"},
    {BROKEN_NOTE_AWAY, "a footnote begins after the page of its call"},
    {BROKEN_OVERFULL, "a line is higher than the page"},
};

/* The block that a cut divides or stands above; NULL: there is none. */
static const struct node *block_at(const struct column *column, struct cut cut)
{
    int para = MIN(cut.para, column->para_count - 1);
    return para < 0 ? NULL : column->galley->paras[para].node;
}

/* The source of a node: pages of a volume may hold more than one document. */
static const struct source *source_of(const struct compositor *compositor, const struct node *node)
{
    while (node && !(node->kind == NODE_DOC && node->as.doc.source))
        node = node->parent;
    return node ? node->as.doc.source : compositor->source;
}

static void report_notes(const struct compositor *compositor, const struct column *column,
                         int number, const struct fill *fill)
{
    int next = fill->note_to;
    if (next >= column->note_line_count || column->note_lines[next].first >= next)
        return;
    const struct node *note = column->notes[column->note_lines[next].note]->node;
    diag_file(compositor->diag, source_of(compositor, note), note ? note->at : SOURCE_NOWHERE,
              DIAG_NOTE_SPLIT, "footnote %s goes on on page %d",
              note && note->label ? note->label : "", number + 1);
}

void report_page(const struct compositor *compositor, const struct column *column, int number,
                 const struct fill *fill)
{
    const struct node *block = block_at(column, fill->to);
    for (size_t i = 0; i < G_N_ELEMENTS(complaints); i++)
        if (fill->broken & complaints[i].broken)
            diag_file(compositor->diag, source_of(compositor, block),
                      block ? block->at : SOURCE_NOWHERE, DIAG_PAGE_BROKEN, "page %d: %s", number,
                      complaints[i].text);
    report_notes(compositor, column, number, fill);
}
