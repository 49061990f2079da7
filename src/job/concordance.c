/* concordance: reads the editions of documents, groups them, has them compared. */
#include "job/concordance.h"

#include <stdlib.h>
#include <string.h>

#include "check/concordance.h"
#include "job/job.h"
#include "read/read.h"

struct entry {
    struct edition edition;
    const char *symbol; /* "" when it has none: then alone */
};

/* "A/RES/76/19*" is A/RES/76/19 in another printing. */
static const char *symbol_of(struct arena *arena, const struct node *doc)
{
    const struct node *field = doc_field(doc, FIELD_SYMBOL);
    const char *text = field ? doc_plain_text(arena, field) : "";
    return arena_strndup(arena, text, strcspn(text, "*"));
}

static bool read_edition(struct arena *arena, const struct concordance_job *job, const char *input,
                         struct entry *entry, struct diag *diag)
{
    const struct source *source = source_read(arena, input, diag);
    /* what each file says by itself is told by its own check */
    struct node *doc = source ? read_document(arena, source, job->style, diag_new(arena)) : NULL;
    if (source && !doc)
        read_document(arena, source, job->style, diag);
    if (!doc)
        return false;
    const char *name = job->style ? job->style : job_default_style(doc);
    const struct style *style = style_load(arena, name, doc->as.doc.language, diag);
    *entry = (struct entry){{doc, style}, symbol_of(arena, doc)};
    return style != NULL;
}

static int by_symbol(const void *left, const void *right)
{
    const struct entry *a = left, *b = right;
    int order = strcmp(a->symbol, b->symbol);
    return order ? order
                 : (int)a->edition.doc->as.doc.language - (int)b->edition.doc->as.doc.language;
}

static void compare_group(struct arena *arena, const struct entry *entries, int count,
                          struct diag *diag)
{
    struct edition *editions = ARENA_ARRAY(arena, struct edition, count);
    for (int i = 0; i < count; i++)
        editions[i] = entries[i].edition;
    if (*entries->symbol)
        check_concordance(arena, editions, count, diag);
}

bool job_concordance(struct arena *arena, const struct concordance_job *job, struct diag *diag)
{
    struct entry *entries = ARENA_ARRAY(arena, struct entry, job->count);
    int count = 0;
    bool read_all = true;
    for (int i = 0; i < job->count; i++) {
        bool read = read_edition(arena, job, job->inputs[i], &entries[count], diag);
        read_all &= read;
        if (read && (!job->symbol || strcmp(entries[count].symbol, job->symbol) == 0))
            count++;
    }
    if (!count && read_all) {
        diag_file(diag, NULL, SOURCE_NOWHERE, DIAG_NO_SYMBOL, "no document has the symbol %s",
                  job->symbol ? job->symbol : "");
        return false;
    }
    qsort(entries, (size_t)count, sizeof *entries, by_symbol);
    for (int first = 0, end; first < count; first = end) {
        for (end = first + 1; end < count; end++)
            if (strcmp(entries[end].symbol, entries[first].symbol) != 0)
                break;
        compare_group(arena, &entries[first], end - first, diag);
    }
    return read_all;
}
