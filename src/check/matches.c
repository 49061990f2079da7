/* matches: patterns over passages. In: a passage, a pattern of the lexicon. Out: places. */
#include "check/matches.h"

#include <stdlib.h>
#include <string.h>

static bool take(struct matches *matches, bool found)
{
    if (found && g_match_info_fetch_pos(matches->info, 0, &matches->from, &matches->to))
        return true;
    match_end(matches);
    return false;
}

bool match_first(struct matches *matches, const struct passage *passage, const GRegex *pattern)
{
    *matches = (struct matches){.passage = passage};
    if (!pattern)
        return false;
    return take(matches, g_regex_match_full(pattern, passage->text, passage->size, 0, 0,
                                            &matches->info, NULL));
}

bool match_next(struct matches *matches)
{
    return take(matches, g_match_info_next(matches->info, NULL));
}

void match_end(struct matches *matches)
{
    if (matches->info)
        g_match_info_unref(matches->info);
    matches->info = NULL;
}

bool match_group(const struct matches *matches, const char *name, int *from, int *to)
{
    return g_match_info_fetch_named_pos(matches->info, name, from, to) && *from >= 0;
}

int match_number(const struct matches *matches, const char *name)
{
    int from, to;
    return match_group(matches, name, &from, &to) ? atoi(matches->passage->text + from) : 0;
}

const char *words_at(const struct copy *copy, const struct passage *passage, int from, int to)
{
    return arena_strndup(copy->arena, passage->text + from, (size_t)(to - from));
}

bool is_running(const struct passage *passage)
{
    return !passage->cell && passage->block->kind != NODE_FIELD &&
           passage->block->kind != NODE_SEPARATOR;
}

bool is_own(const struct copy *copy, const struct passage *passage)
{
    return !passage->in_annex || copy->doc->as.doc.organ != ORGAN_SC;
}
