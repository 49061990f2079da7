/* files: one PDF through reading and rules. In: a file. Out: messages by page. */
#include "inspect/files.h"

#include <glib.h>

#include "inspect/inspect.h"
#include "job/crew.h"

/* Symbols say what a document is; patterns in order. */
const char *files_style_of_symbol(const char *symbol)
{
    static const char *const styles[][2] = {
        {"^A/HRC/(.*/)?RES/", "hrc-resolution"},
        {"^A/HRC/.*L\\.", "hrc-draft"},
        {"^A/(.*/)?RES/", "ga-resolution"},
        {"^A/(.*/)?DEC/", "ga-decision"},
        {"^A/.*/L\\.", "ga-draft"},
        {"^S/RES/", "sc-resolution"},
        {"^S/PRST/", "sc-statement"},
        {"^S/[0-9]{4}/", "sc-draft"},
        {"^E/RES/", "ecosoc-resolution"},
    };
    for (size_t i = 0; symbol && i < G_N_ELEMENTS(styles); i++)
        if (g_regex_match_simple(styles[i][0], symbol, 0, 0))
            return styles[i][1];
    return "un";
}

bool files_inspect(struct arena *arena, struct fonts *fonts, const char *input, const char *style,
                   struct diag *diag)
{
    struct source *source = source_read(arena, input, diag);
    if (!source)
        return false;
    source->paged = true;
    struct inspection *inspection = inspect_read(arena, source, diag);
    if (!inspection)
        return false;
    const char *name = style ? style : files_style_of_symbol(inspection->symbol);
    enum language language = inspection->language == LANGUAGE_NONE ? EN : inspection->language;
    inspection->style = style_load(arena, name, language, diag);
    if (!inspection->style)
        return false;
    inspection->fonts = fonts;
    diag_set_levels(diag, inspection->style->levels);
    inspect_all(inspection);
    return true;
}

/* --- many files ---------------------------------------------------------------------------- */

static void *inspect_one(struct fonts *fonts, int index, void *user)
{
    const struct inspect_all *all = user;
    struct inspected *inspected = g_new0(struct inspected, 1);
    inspected->arena = arena_new();
    inspected->diag = diag_new(inspected->arena);
    inspected->read =
        files_inspect(inspected->arena, fonts, all->inputs[index], all->style, inspected->diag);
    return inspected;
}

static void hand_over(int index, void *result, void *user)
{
    const struct inspect_all *all = user;
    struct inspected *inspected = result;
    all->told(index, inspected, all->user);
    arena_free(inspected->arena);
    g_free(inspected);
}

bool files_inspect_all(const struct inspect_all *all, struct diag *diag)
{
    struct inspect_all copy = *all;
    const struct crew crew = {.hands = all->hands,
                              .sets = true,
                              .count = all->count,
                              .work = inspect_one,
                              .done = hand_over,
                              .user = &copy};
    return crew_run(&crew, diag);
}
