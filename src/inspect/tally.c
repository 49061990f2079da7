/* tally: the first of many faults, and their number. */
#include "inspect/tally.h"

#include <stdarg.h>

void tally_add(const struct inspection *in, struct tally *tally, int page, const char *format, ...)
{
    if (tally->count++)
        return;
    va_list words;
    va_start(words, format);
    char *what = g_strdup_vprintf(format, words);
    va_end(words);
    tally->page = page;
    tally->what = arena_strdup(in->arena, what);
    g_free(what);
}

void tally_tell(const struct inspection *in, const struct tally *tally, enum diag_slug slug,
                const char *what)
{
    uint32_t at = tally->page ? (uint32_t)tally->page : SOURCE_NOWHERE;
    if (tally->count == 1)
        diag_file(in->diag, in->source, at, slug, "%s", tally->what);
    else if (tally->count)
        diag_file(in->diag, in->source, at, slug, "%s (%d %s in all)", tally->what, tally->count,
                  what);
}
