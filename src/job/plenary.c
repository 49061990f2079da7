/* plenary: the public interface over job_run. */
#include "plenary.h"

#include <glib.h>

#include "job/job.h"

struct plenary {
    struct fonts *fonts; /* NULL until something is set */
    struct arena *arena; /* of the last render */
    struct diag *diag;
    struct job_result result;
};

static const enum job_form forms[] = {
    [PLENARY_PDF] = JOB_PDF,           [PLENARY_PNG] = JOB_PNG,       [PLENARY_SVG] = JOB_SVG,
    [PLENARY_TREE] = JOB_TREE,         [PLENARY_GALLEY] = JOB_GALLEY, [PLENARY_PAGES] = JOB_PAGES,
    [PLENARY_YAML] = JOB_YAML,         [PLENARY_JSON] = JOB_JSON,     [PLENARY_AKN] = JOB_AKN,
    [PLENARY_MARKDOWN] = JOB_MARKDOWN,
};

static void begin(struct plenary *plenary)
{
    arena_free(plenary->arena);
    plenary->arena = arena_new();
    plenary->diag = diag_new(plenary->arena);
    plenary->result = (struct job_result){0};
}

static enum plenary_status render(struct plenary *plenary, struct job job,
                                  const struct plenary_options *options)
{
    static const struct plenary_options usual;
    if (!options)
        options = &usual;
    job.form = forms[options->form];
    job.style = options->style;
    job.emblem = options->emblem;
    job.dpi = options->dpi > 0 ? MIN(options->dpi, 1200) : 150;
    job.page = MAX(options->page, 0);
    if (job_form_needs_fonts(job.form) && !plenary->fonts &&
        !(plenary->fonts = fonts_new(plenary->diag)))
        return PLENARY_SYSTEM_FAILED;
    if (job_run(plenary->arena, plenary->fonts, &job, plenary->diag, &plenary->result))
        return PLENARY_DONE;
    plenary->result = (struct job_result){0};
    return diag_count(plenary->diag, DIAG_FATAL) ? PLENARY_SYSTEM_FAILED : PLENARY_FAILED;
}

struct plenary *plenary_new(void)
{
    struct plenary *plenary = g_new0(struct plenary, 1);
    begin(plenary);
    return plenary;
}

void plenary_free(struct plenary *plenary)
{
    if (!plenary)
        return;
    if (plenary->fonts)
        fonts_free(plenary->fonts);
    arena_free(plenary->arena);
    g_free(plenary);
}

enum plenary_status plenary_render(struct plenary *plenary, const char *path,
                                   const struct plenary_options *options)
{
    begin(plenary);
    return render(plenary, (struct job){.input = path}, options);
}

enum plenary_status plenary_render_bytes(struct plenary *plenary, const char *name,
                                         const void *bytes, size_t size,
                                         const struct plenary_options *options)
{
    begin(plenary);
    bool fits = size <= SOURCE_MAX_BYTES;
    const char *text = fits ? arena_strndup(plenary->arena, bytes, size) : "";
    const struct source *source =
        source_over(plenary->arena, arena_strdup(plenary->arena, name), text, fits ? size : 0);
    if (!fits)
        diag_file(plenary->diag, source, SOURCE_NOWHERE, DIAG_CANNOT_READ,
                  "cannot be read: larger than 256 MiB, the most that is read");
    else if (!source->size)
        diag_file(plenary->diag, source, SOURCE_NOWHERE, DIAG_EMPTY,
                  "is empty, a document was wanted");
    if (!source->size)
        return PLENARY_FAILED;
    return render(plenary, (struct job){.source = source}, options);
}

int plenary_output_count(const struct plenary *plenary)
{
    return plenary->result.output_count;
}

const void *plenary_output(const struct plenary *plenary, int n, size_t *size)
{
    bool exists = n >= 0 && n < plenary->result.output_count;
    const GByteArray *bytes = exists ? plenary->result.outputs[n] : NULL;
    *size = bytes ? bytes->len : 0;
    return bytes ? bytes->data : NULL;
}

const char *plenary_messages(const struct plenary *plenary)
{
    return diag_text(plenary->diag);
}

const char *plenary_version(void)
{
    return PLENARY_VERSION;
}
