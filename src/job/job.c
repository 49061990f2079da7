/* job: one document through all floors; the function to read first is the last one here. */
#include "job/job.h"

#include <string.h>

#include "check/check.h"
#include "page/page.h"
#include "pdf/pdf.h"
#include "proof/proof.h"
#include "read/read.h"
#include "set/set.h"
#include "write/write.h"

enum sort { PAGES, TEXT, DATA };

static const struct {
    const char *name, *suffix;
    enum sort sort;
} forms[JOB_FORM_COUNT] = {
    [JOB_PDF] = {"pdf", "pdf", PAGES},         [JOB_PNG] = {"png", "png", PAGES},
    [JOB_SVG] = {"svg", "svg", PAGES},         [JOB_TREE] = {"tree", "tree", TEXT},
    [JOB_GALLEY] = {"galley", "galley", TEXT}, [JOB_PAGES] = {"pages", "pages", TEXT},
    [JOB_YAML] = {"yaml", "yaml", DATA},       [JOB_JSON] = {"json", "json", DATA},
    [JOB_AKN] = {"akn", "xml", DATA},          [JOB_MARKDOWN] = {"markdown", "md", DATA},
};

const char *job_form_name(enum job_form form)
{
    return forms[form].name;
}

const char *job_form_suffix(enum job_form form)
{
    return forms[form].suffix;
}

enum job_form job_form_of(const char *name)
{
    int form = 0;
    while (form < JOB_FORM_COUNT && strcmp(forms[form].name, name) != 0)
        form++;
    return (enum job_form)form;
}

bool job_form_is_text(enum job_form form)
{
    return forms[form].sort == TEXT;
}

bool job_form_is_data(enum job_form form)
{
    return forms[form].sort == DATA;
}

bool job_form_needs_fonts(enum job_form form)
{
    return form != JOB_TREE && !job_form_is_data(form);
}

const char *job_default_style(const struct node *doc)
{
    static const char *const styles[][KIND_STATEMENT + 1] = {
        [ORGAN_NONE] = {[KIND_DRAFT] = "ga-draft"},
        [ORGAN_GA] = {[KIND_RESOLUTION] = "ga-resolution",
                      [KIND_DECISION] = "ga-decision",
                      [KIND_DRAFT] = "ga-draft"},
        [ORGAN_SC] = {[KIND_RESOLUTION] = "sc-resolution",
                      [KIND_DRAFT] = "sc-draft",
                      [KIND_STATEMENT] = "sc-statement"},
        [ORGAN_ECOSOC] = {[KIND_RESOLUTION] = "ecosoc-resolution",
                          [KIND_DECISION] = "ga-decision",
                          [KIND_DRAFT] = "ga-draft"},
        [ORGAN_HRC] = {[KIND_RESOLUTION] = "hrc-resolution",
                       [KIND_DECISION] = "hrc-resolution",
                       [KIND_DRAFT] = "hrc-draft",
                       [KIND_STATEMENT] = "hrc-resolution"},
    };
    const char *name = styles[doc->as.doc.organ][doc->as.doc.kind];
    return name ? name : "un";
}

static void free_bytes(void *bytes)
{
    g_byte_array_unref(bytes);
}

/* False when there are no bytes: the error is filed already. */
static bool add_output(struct arena *arena, struct job_result *result, GByteArray *bytes)
{
    if (!bytes)
        return false;
    arena_defer(arena, free_bytes, bytes);
    result->outputs[result->output_count++] = bytes;
    return true;
}

static bool add_text(struct arena *arena, struct job_result *result, const char *text)
{
    result->outputs = ARENA_NEW(arena, GByteArray *);
    GByteArray *bytes = g_byte_array_new();
    g_byte_array_append(bytes, (const guint8 *)text, (guint)strlen(text));
    return add_output(arena, result, bytes);
}

static bool add_data(struct arena *arena, const struct node *doc, enum job_form form,
                     struct diag *diag, struct job_result *result)
{
    const char *text = write_document(arena, doc, (enum write_form)(form - JOB_YAML), diag);
    return add_text(arena, result, text);
}

static GByteArray *make_print(const struct compositor *hand, const struct print_order *order,
                              const struct book *book)
{
    const struct imposition *imposition = impose_book(hand, book, order);
    return imposition ? pdf_write_print(hand->arena, imposition, hand->diag) : NULL;
}

static bool add_pdf(const struct compositor *hand, const struct print_order *print,
                    const struct book *book, struct job_result *result)
{
    result->outputs = ARENA_NEW(hand->arena, GByteArray *);
    GByteArray *bytes =
        print ? make_print(hand, print, book) : pdf_write(hand->arena, book, hand->diag);
    return add_output(hand->arena, result, bytes);
}

static GByteArray *make_proof(const struct job *job, const struct book *book, int page,
                              struct diag *diag)
{
    if (job->form == JOB_SVG)
        return proof_svg(book, page);
    GByteArray *png = proof_png(book, page, job->dpi);
    if (!png)
        diag_file(diag, book->source, SOURCE_NOWHERE, DIAG_CANNOT_WRITE,
                  "there is no memory for a picture of page %d at %g dpi", page + 1, job->dpi);
    return png;
}

static bool add_proofs(const struct compositor *hand, const struct job *job,
                       const struct book *book, struct job_result *result)
{
    if (job->page > book->page_count) {
        diag_file(hand->diag, book->source, SOURCE_NOWHERE, DIAG_NO_PAGE,
                  "page %d was asked for, the document has %d", job->page, book->page_count);
        return false;
    }
    int first = job->page ? job->page - 1 : 0;
    int end = job->page ? job->page : book->page_count;
    result->first_page = first + 1;
    result->outputs = ARENA_ARRAY(hand->arena, GByteArray *, end - first);
    for (int page = first; page < end; page++)
        if (!add_output(hand->arena, result, make_proof(job, book, page, hand->diag)))
            return false;
    return true;
}

bool job_run(struct arena *arena, struct fonts *fonts, const struct job *job, struct diag *diag,
             struct job_result *result)
{
    *result = (struct job_result){.first_page = 1};
    const struct source *source = job->source ? job->source : source_read(arena, job->input, diag);
    struct node *doc = source ? read_document(arena, source, job->style, diag) : NULL;
    if (!doc)
        return false;
    result->language = doc->as.doc.language;
    if (job->form == JOB_TREE)
        return add_text(arena, result, doc_print(arena, doc));
    if (job_form_is_data(job->form))
        return add_data(arena, doc, job->form, diag, result);

    const char *name = job->style ? job->style : job_default_style(doc);
    const struct style *style = style_load(arena, name, result->language, diag);
    if (!style || !fonts_open(fonts, style, diag))
        return false;
    diag_set_levels(diag, style->levels);
    style_arrange(arena, style, doc, diag);
    if (job->check)
        check_document(arena, style, doc, diag);

    const struct compositor hand = {arena, style, fonts, diag, source};
    const struct galley *galley = set_galley(&hand, doc);
    if (!galley)
        return false;
    if (job->form == JOB_GALLEY)
        return add_text(arena, result, galley_print(arena, galley));

    const struct book *book = page_make_up(&hand, galley, job->emblem);
    if (!book)
        return false;
    result->symbol = book->symbol;
    result->book = book;
    if (job->form == JOB_PAGES)
        return add_text(arena, result, proof_text(arena, book));
    if (job->form == JOB_PDF)
        return add_pdf(&hand, job->print, book, result);
    return add_proofs(&hand, job, book, result);
}
