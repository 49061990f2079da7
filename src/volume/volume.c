/* volume: a manifest or folder through all floors. The function to read first is the last one
 * here; what it does is in volume_manifest.c (what is to be in it), volume_parts.c (in which order)
 * and volume_bind.c (the pages). */
#include "volume/volume.h"

#include "pdf/pdf.h"
#include "proof/proof.h"
#include "volume/bind.h"

static void free_bytes(void *bytes)
{
    g_byte_array_unref(bytes);
}

static GByteArray *write_pages(struct arena *arena, const struct book *book)
{
    const char *text = proof_text(arena, book);
    GByteArray *bytes = g_byte_array_new();
    g_byte_array_append(bytes, (const guint8 *)text, (guint)strlen(text));
    return bytes;
}

/* Dresses every document; what a part is called depends on who reported. */
static void dress(struct volume_plan *plan, const struct style *style)
{
    for (guint i = 0; i < plan->pieces->len; i++)
        volume_piece_dress(plan->arena, style, plan->pieces->pdata[i]);
    for (guint i = 0; i < plan->parts->len; i++) {
        const struct volume_part *part = plan->parts->pdata[i];
        for (guint j = 0; j < part->pieces->len; j++)
            volume_piece_dress(plan->arena, style, part->pieces->pdata[j]);
    }
}

static int count_documents(const struct volume_plan *plan)
{
    int count = 0;
    for (guint i = 0; i < plan->parts->len; i++)
        count += (int)((const struct volume_part *)plan->parts->pdata[i])->pieces->len;
    return count;
}

static GByteArray *write_print(struct volume_plan *plan, const struct style *style,
                               struct fonts *fonts, const struct print_order *order,
                               const struct book *book)
{
    const struct compositor hand = {plan->arena, style, fonts, plan->diag, book->source};
    const struct imposition *imposition = impose_book(&hand, book, order);
    return imposition ? pdf_write_print(plan->arena, imposition, plan->diag) : NULL;
}

/* False when the volume could not be made. */
static bool add_book(struct volume_plan *plan, const struct style *style, struct fonts *fonts,
                     const struct volume_job *job, struct volume_result *result)
{
    const struct book *book = volume_bind(plan, style, fonts);
    GByteArray *bytes = !book        ? NULL
                        : job->pages ? write_pages(plan->arena, book)
                        : job->print ? write_print(plan, style, fonts, job->print, book)
                                     : pdf_write(plan->arena, book, plan->diag);
    if (!bytes)
        return false;
    arena_defer(plan->arena, free_bytes, bytes);
    result->document_count[result->count] = count_documents(plan);
    result->page_count[result->count] = book->page_count;
    result->books[result->count++] = bytes;
    return true;
}

bool volume_run(struct arena *arena, struct fonts *fonts, const struct volume_job *job,
                struct diag *diag, struct volume_result *result)
{
    *result = (struct volume_result){0};
    struct volume_plan *plan = volume_plan_read(arena, job, diag);
    if (!plan)
        return false;
    const char *name = job->style ? job->style : plan->style ? plan->style : "volume";
    const struct style *style = style_load(arena, name, plan->language, diag);
    if (!style || !fonts_open(fonts, style, diag))
        return false;
    diag_set_levels(diag, style->levels);
    dress(plan, style);
    volume_parts_group(plan, style);
    const GPtrArray *plans = volume_parts_split(plan, style);
    if (!plans)
        return false;
    result->books = ARENA_ARRAY(arena, GByteArray *, plans->len);
    result->document_count = ARENA_ARRAY(arena, int, plans->len);
    result->page_count = ARENA_ARRAY(arena, int, plans->len);
    for (guint i = 0; i < plans->len; i++)
        if (!add_book(plans->pdata[i], style, fonts, job, result))
            return false;
    return true;
}
