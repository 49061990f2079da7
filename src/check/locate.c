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

/* What stands for a character of words where it would be mark-up by itself; NULL: it is written. */
static const char *escaped(char c, enum writing writing)
{
    switch (writing) {
    case WRITING_XML:
        return c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : NULL;
    case WRITING_MARKDOWN:
        return c && strchr("\\*_[]<>`&", c) ? "\\" : NULL;
    case WRITING_SINGLE:
        return c == '\'' ? "'" : NULL;
    case WRITING_DOUBLE:
        return c == '"' || c == '\\' ? "\\" : NULL;
    case WRITING_CDATA:
    case WRITING_PLAIN:
        break;
    }
    return NULL;
}

/* The words as the source writes them: what would be mark-up is escaped. */
static char *written(const char *words, enum writing writing)
{
    GString *out = g_string_new(NULL);
    for (const char *p = words; *p; p++) {
        const char *before = escaped(*p, writing);
        if (before)
            g_string_append(out, before);
        if (!before || writing != WRITING_XML)
            g_string_append_c(out, *p);
    }
    return g_string_free(out, FALSE);
}

/* Whether XML says that it is not written in UTF-8: its bytes are read so because they are ASCII,
 * and must stay that. */
static bool says_other_encoding(const struct source *source)
{
    const char *end = g_str_has_prefix(source->text, "<?xml") ? strstr(source->text, "?>") : NULL;
    const char *name = end ? g_strstr_len(source->text, end - source->text, "encoding=") : NULL;
    return name && g_ascii_strncasecmp(name + strlen("encoding=\""), "UTF-8", 5) != 0;
}

/* Bytes as ASCII, with references to what is beyond it; NULL where there are none to be had. */
static char *in_ascii(char *bytes, enum writing writing)
{
    GString *out = g_string_new(NULL);
    bool plain = true;
    for (const char *p = bytes; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        plain &= c < 0x80;
        if (c < 0x80)
            g_string_append_c(out, *p);
        else
            g_string_append_printf(out, "&#x%X;", c);
    }
    g_free(bytes);
    return g_string_free(out, !plain && writing == WRITING_CDATA);
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
    enum writing writing = writing_at(copy, passage, from < to ? from + 1 : from);
    char *bytes = written(words, writing);
    if (says_other_encoding(copy->source))
        bytes = in_ascii(bytes, writing);
    if (bytes)
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
    case WRITING_CDATA:
        break; /* no mark-up can stand there */
    case WRITING_PLAIN:
    case WRITING_SINGLE:
    case WRITING_DOUBLE:
        mend_look_of_yaml(copy, at, end, look | LOOK_LEAD, writing);
        break;
    }
}
