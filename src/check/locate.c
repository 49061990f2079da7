/* locate: from a passage's text back to the bytes of the source, and what is to be changed there.
 */
#include <string.h>

#include "check/align.h"

/* --- places --------------------------------------------------------------------------- */

static const struct stretch *stretch_at(const struct passage *passage, int at)
{
    const struct stretch *found = NULL;
    for (int i = 0; i < passage->stretch_count && passage->stretches[i].at <= at; i++)
        found = &passage->stretches[i];
    return found;
}

/* The nearest place that is known: behind the last character before, or where the text begins. */
static uint32_t near(const struct passage *passage, const struct spot *spots, int at)
{
    const struct stretch *stretch = stretch_at(passage, at);
    for (int i = MIN(at, passage->size - 1); stretch && i >= stretch->at; i--)
        if (spots[i].piece)
            return i == at ? spots[i].from : spots[i].to;
    return stretch ? stretch->text->at : passage->block->at;
}

static bool locate_point(const struct passage *passage, const struct spot *spots, int at,
                         uint32_t *place)
{
    if (at > 0 && spots[at - 1].piece)
        *place = spots[at - 1].to;
    else if (at < passage->size && spots[at].piece)
        *place = spots[at].from;
    else
        return false;
    return true;
}

bool locate(const struct copy *copy, const struct passage *passage, int from, int to, uint32_t *at,
            uint32_t *end)
{
    const struct spot *spots = align_passage(copy, passage);
    *at = *end = near(passage, spots, from);
    if (from >= to) {
        bool known = locate_point(passage, spots, from, at);
        *end = *at;
        return known;
    }
    const struct spot *last = &spots[to - 1];
    if (last->piece && last->to > *at)
        *end = last->to;
    return spots[from].piece && spots[from].piece == last->piece;
}

/* --- mendings ------------------------------------------------------------------------- */

/* The words as the source writes them: what would be mark-up is escaped. */
static char *written(const char *words, enum writing writing)
{
    GString *out = g_string_new(NULL);
    for (const char *p = words; *p; p++) {
        const char *escaped = NULL;
        if (writing == WRITING_XML)
            escaped = *p == '&' ? "&amp;" : *p == '<' ? "&lt;" : *p == '>' ? "&gt;" : NULL;
        else if (writing == WRITING_SINGLE && *p == '\'')
            escaped = "''";
        else if ((writing == WRITING_DOUBLE && strchr("\"\\", *p)) ||
                 (writing == WRITING_MARKDOWN && strchr("\\*_[]<>`&", *p)))
            g_string_append_c(out, '\\');
        if (escaped)
            g_string_append(out, escaped);
        else
            g_string_append_c(out, *p);
    }
    return g_string_free(out, FALSE);
}

static enum writing writing_at(const struct copy *copy, const struct passage *passage, int at)
{
    const struct spot *spots = align_passage(copy, passage);
    return spots[at > 0 ? at - 1 : 0].writing;
}

void mend(const struct copy *copy, const struct passage *passage, int from, int to,
          const char *words)
{
    uint32_t at, end;
    if (!locate(copy, passage, from, to, &at, &end))
        return;
    char *bytes = written(words, writing_at(copy, passage, from < to ? from + 1 : from));
    diag_mend(copy->diag, at, end, bytes);
    g_free(bytes);
}

/* --- looks ---------------------------------------------------------------------------- */

static void mend_look_of_xml(const struct copy *copy, uint32_t at, uint32_t end, unsigned look)
{
    bool bold = look & LOOK_BOLD, italic = look & LOOK_ITALIC;
    char *tag = g_strdup_printf("<span class=\"%s%s%s\">", bold ? "bold" : "",
                                bold && italic ? " " : "", italic ? "italic" : "");
    diag_mend(copy->diag, at, at, tag);
    diag_mend(copy->diag, end, end, "</span>");
    g_free(tag);
}

static void mend_look_of_markdown(const struct copy *copy, uint32_t at, uint32_t end, unsigned look)
{
    bool bold = look & LOOK_BOLD, italic = look & LOOK_ITALIC;
    const char *mark = bold && italic ? "***" : bold ? "**" : "*";
    diag_mend(copy->diag, at, at, mark);
    diag_mend(copy->diag, end, end, mark);
}

/* "Recalling its…" becomes [{lead: "Recalling"}, " its…"]: where the phrase begins the text of a
 * value in quotation marks. */
static void mend_look_of_yaml(const struct copy *copy, uint32_t at, uint32_t end, unsigned look,
                              enum writing writing)
{
    const struct source *source = copy->source;
    char quote = writing == WRITING_DOUBLE ? '"' : '\'';
    if (writing == WRITING_PLAIN || !at || source->text[at - 1] != quote || !(look & LOOK_LEAD))
        return;
    uint32_t close = end;
    struct unit unit;
    while ((unit = unit_at(source, writing, close, 0)).kind != UNIT_END)
        close = unit.to;
    bool json = strspn(source->text, " \t\r\n") == strcspn(source->text, "{[");
    char *between = g_strdup_printf("%c}, %c", quote, quote);
    diag_mend(copy->diag, at - 1, at - 1, json ? "[{\"lead\": " : "[{lead: ");
    diag_mend(copy->diag, end, end, between);
    diag_mend(copy->diag, close + 1, close + 1, "]");
    g_free(between);
}

void mend_look(const struct copy *copy, const struct passage *passage, int from, int to,
               unsigned look)
{
    uint32_t at, end;
    if (from >= to || !locate(copy, passage, from, to, &at, &end))
        return;
    enum writing writing = writing_at(copy, passage, from + 1);
    unsigned seen = look & (LOOK_BOLD | LOOK_ITALIC);
    if (!seen)
        seen = copy->style->lead_look;
    switch (writing) {
    case WRITING_XML:
        mend_look_of_xml(copy, at, end, seen);
        break;
    case WRITING_MARKDOWN:
        mend_look_of_markdown(copy, at, end, seen);
        break;
    case WRITING_PLAIN:
    case WRITING_SINGLE:
    case WRITING_DOUBLE:
        mend_look_of_yaml(copy, at, end, look | LOOK_LEAD, writing);
        break;
    }
}
