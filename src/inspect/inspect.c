/* inspect: a file read for its rules, and the rules in turn. */
#include "inspect/inspect.h"

#include <string.h>

#define HEAD 130.0 /* points: the head of page 1 */

/* --- what the file is ---------------------------------------------------------------------- */

static enum language language_in(struct arena *arena, struct file *file)
{
    const char *tag = file_text(file, file_get(file, file_catalog(file), "Lang"));
    if (!tag)
        return LANGUAGE_NONE;
    char *primary = arena_strndup(arena, tag, strcspn(tag, "-_"));
    for (char *p = primary; *p; p++)
        *p = g_ascii_tolower(*p);
    return language_of(primary);
}

/* "A/RES/76/19", "S/RES/2671 (2022)"; the first in lines above a height. */
static const char *symbol_above(struct arena *arena, const struct sheet *sheet, double height)
{
    GRegex *regex = g_regex_new("(?<![\\w/])[A-Z][A-Za-z0-9.]*(/[A-Za-z0-9.()-]*[A-Za-z0-9)*]){2,}"
                                "( \\([12][0-9]{3}\\))?",
                                0, 0, NULL);
    const char *symbol = NULL;
    for (guint i = 0; !symbol && i < sheet->lines->len; i++) {
        const struct sheet_line *line = g_ptr_array_index(sheet->lines, i);
        GMatchInfo *match;
        if (line->y > height)
            break;
        if (g_regex_match(regex, line->text, 0, &match)) {
            char *found = g_match_info_fetch(match, 0);
            symbol = arena_strdup(arena, found);
            g_free(found);
        }
        g_match_info_free(match);
    }
    g_regex_unref(regex);
    return symbol;
}

struct inspection *inspect_read(struct arena *arena, const struct source *source, struct diag *diag)
{
    struct file *file = file_open(arena, source, diag);
    if (!file)
        return NULL;
    struct inspection *inspection = ARENA_NEW(arena, struct inspection);
    struct font_shelf *shelf = shelf_new(arena, file);
    *inspection = (struct inspection){.arena = arena,
                                      .source = source,
                                      .diag = diag,
                                      .file = file,
                                      .shelf = shelf,
                                      .sheets = sheets_read(shelf)};
    inspection->tags = tags_read(arena, file, inspection->sheets);
    inspection->language = language_in(arena, file);
    const struct sheet *first = inspection->sheets->len ? inspect_sheet(inspection, 0) : NULL;
    inspection->symbol = first ? symbol_above(arena, first, HEAD) : NULL;
    inspection->has_symbol = first && symbol_above(arena, first, first->height);
    return inspection;
}

const char *inspect_words(const struct inspection *in, const char *text)
{
    enum { MOST = 40 };
    const char *end = text;
    for (int i = 0; *end && i < MOST; i++)
        end = g_utf8_next_char(end);
    return arena_printf(in->arena, "%.*s%s", (int)(end - text), text, *end ? "…" : "");
}

/* --- the rules ----------------------------------------------------------------------------- */

void inspect_all(const struct inspection *inspection)
{
    inspect_file(inspection);
    inspect_fonts(inspection);
    inspect_faces(inspection);
    inspect_boxes(inspection);
    inspect_inks(inspection);
    if (!inspect_is_whole(inspection))
        return; /* what is missing was perhaps not read */
    inspect_heads(inspection);
    inspect_text(inspection);
    inspect_codes(inspection);
    inspect_targets(inspection);
    if (!inspection->tags)
        return;
    inspect_tags(inspection);
    inspect_structure(inspection);
    inspect_reading(inspection);
    inspect_notes(inspection);
    inspect_paragraphs(inspection);
    inspect_measure(inspection);
}
