/* pairs: pairs of PDFs or pictures found and compared. In: two names. Out: messages and a report.
 */
#include "inspect/pairs.h"

#include <string.h>

#include "inspect/compare.h"

struct comparison {
    struct arena *arena;
    const struct compare_job *job;
    struct compared_all *counts;
    struct diag *diag;
    bool complete;
};

/* --- one pair ------------------------------------------------------------------------------- */

static GPtrArray *read_sheets(struct comparison *comparison, const char *path,
                              const struct source **source)
{
    struct source *read = source_read(comparison->arena, path, comparison->diag);
    if (!read)
        return NULL;
    read->paged = true;
    *source = read;
    struct file *file = file_open(comparison->arena, read, comparison->diag);
    return file ? sheets_read(shelf_new(comparison->arena, file)) : NULL;
}

static const char *first_of(const struct page_difference *page, enum change_kind kind)
{
    for (guint i = 0; i < page->changes->len; i++)
        if (g_array_index(page->changes, struct change, i).kind == kind)
            return g_array_index(page->changes, struct change, i).text;
    return "";
}

static bool tell_text(struct comparison *comparison, const struct source *source,
                      const struct page_difference *page)
{
    if (page->lost || page->added)
        diag_file(comparison->diag, source, (uint32_t)page->page, DIAG_COMPARE_TEXT,
                  "%d lines are lost, %d are new: “%s” became “%s”", page->lost, page->added,
                  first_of(page, CHANGE_LOST), first_of(page, CHANGE_NEW));
    if (page->moved)
        diag_file(comparison->diag, source, (uint32_t)page->page, DIAG_COMPARE_PLACE,
                  "%d lines stand elsewhere, the first is “%s”", page->moved,
                  first_of(page, CHANGE_MOVED));
    return page->lost || page->added || page->moved;
}

static bool tell_page(struct comparison *comparison, const struct source *source,
                      const struct page_difference *page)
{
    bool differs = tell_text(comparison, source, page);
    bool looks = page->share > comparison->job->tolerance;
    if (looks)
        diag_file(comparison->diag, source, (uint32_t)page->page, DIAG_COMPARE_PICTURE,
                  "%.3f per cent of the page look different", page->share * 100);
    return differs || looks;
}

static bool tell_counts(struct comparison *comparison, const struct source *source,
                        const GPtrArray *want, const GPtrArray *got)
{
    if (want->len == got->len)
        return false;
    diag_file(comparison->diag, source, SOURCE_NOWHERE, DIAG_COMPARE_PAGES,
              "has %u pages, %u were wanted", got->len, want->len);
    return true;
}

static void look(struct comparison *comparison, const struct source *source, const char *want,
                 const char *got, GPtrArray *pages)
{
    if (comparison->job->pictures && !compare_pictures(want, got, comparison->job->faint, pages))
        diag_file(comparison->diag, source, SOURCE_NOWHERE, DIAG_COMPARE_BLIND,
                  "was not looked at: pdftoppm is not installed or draws nothing");
}

static void report(struct comparison *comparison, const char *want, const char *got,
                   const struct page_difference *page)
{
    if (comparison->job->html)
        pairs_report_page(comparison->job->html, want, got, page);
}

static struct source *source_named(struct comparison *comparison, const char *name)
{
    struct source *source =
        source_over(comparison->arena, arena_strdup(comparison->arena, name), "", 0);
    source->paged = true;
    return source;
}

static void compare_two_pictures(struct comparison *comparison, const char *want, const char *got)
{
    struct source *source = source_named(comparison, got);
    struct page_difference page = {.page = 1,
                                   .changes = g_array_new(FALSE, FALSE, sizeof(struct change)),
                                   .share = compare_two_png(want, got, comparison->job->faint)};
    if (page.share < 0) {
        diag_file(comparison->diag, source, SOURCE_NOWHERE, DIAG_CANNOT_READ,
                  "one of the two pictures cannot be read as PNG");
        comparison->complete = false;
    } else if (tell_page(comparison, source, &page)) {
        comparison->counts->differing++;
        report(comparison, want, got, &page);
    }
    g_array_unref(page.changes);
}

static void compare_two_pdfs(struct comparison *comparison, const char *want, const char *got)
{
    const struct source *want_source, *got_source;
    GPtrArray *left = read_sheets(comparison, want, &want_source);
    GPtrArray *right = read_sheets(comparison, got, &got_source);
    if (!left || !right) {
        comparison->complete = false;
        return;
    }
    GPtrArray *pages = compare_text(comparison->arena, left, right, comparison->job->near);
    look(comparison, got_source, want, got, pages);
    bool differs = tell_counts(comparison, got_source, left, right);
    for (guint i = 0; i < pages->len; i++) {
        const struct page_difference *page = g_ptr_array_index(pages, i);
        bool told = tell_page(comparison, got_source, page);
        if (told)
            report(comparison, want, got, page);
        differs |= told;
    }
    comparison->counts->differing += differs;
}

static void compare_pair(struct comparison *comparison, const char *want, const char *got)
{
    comparison->counts->pairs++;
    if (compare_is_png(want) && compare_is_png(got))
        compare_two_pictures(comparison, want, got);
    else
        compare_two_pdfs(comparison, want, got);
}

/* --- folders -------------------------------------------------------------------------------- */

static int by_name(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static GPtrArray *list_files(const char *folder)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    GDir *dir = g_dir_open(folder, 0, NULL);
    for (const char *name; dir && (name = g_dir_read_name(dir));)
        if (g_str_has_suffix(name, ".pdf") || compare_is_png(name))
            g_ptr_array_add(names, g_strdup(name));
    if (dir)
        g_dir_close(dir);
    g_ptr_array_sort(names, by_name);
    return names;
}

static void tell_alone(struct comparison *comparison, const char *name, bool is_want)
{
    diag_file(comparison->diag, source_named(comparison, name), SOURCE_NOWHERE,
              DIAG_COMPARE_MISSING,
              is_want ? "is in the first folder only" : "is in the second folder only");
    comparison->counts->pairs++;
    comparison->counts->differing++;
}

static void compare_names(struct comparison *comparison, const char *name)
{
    char *want = g_build_filename(comparison->job->want, name, NULL);
    char *got = g_build_filename(comparison->job->got, name, NULL);
    compare_pair(comparison, arena_strdup(comparison->arena, want),
                 arena_strdup(comparison->arena, got));
    g_free(want);
    g_free(got);
}

static void compare_folders(struct comparison *comparison)
{
    GPtrArray *want = list_files(comparison->job->want), *got = list_files(comparison->job->got);
    guint i = 0, k = 0;
    while (i < want->len || k < got->len) {
        const char *left = i < want->len ? g_ptr_array_index(want, i) : NULL;
        const char *right = k < got->len ? g_ptr_array_index(got, k) : NULL;
        int order = !left ? 1 : !right ? -1 : strcmp(left, right);
        if (order == 0)
            compare_names(comparison, left);
        else
            tell_alone(comparison, order < 0 ? left : right, order < 0);
        i += order <= 0;
        k += order >= 0;
    }
    g_ptr_array_unref(want);
    g_ptr_array_unref(got);
}

bool pairs_compare(struct arena *arena, const struct compare_job *job, struct compared_all *counts,
                   struct diag *diag)
{
    struct comparison comparison = {arena, job, counts, diag, true};
    bool folders = g_file_test(job->want, G_FILE_TEST_IS_DIR);
    if (job->html)
        pairs_report_begin(job->html);
    if (folders && g_file_test(job->got, G_FILE_TEST_IS_DIR))
        compare_folders(&comparison);
    else
        compare_pair(&comparison, job->want, job->got);
    if (job->html)
        pairs_report_end(job->html);
    return comparison.complete;
}
