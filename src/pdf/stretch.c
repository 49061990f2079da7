/* stretch: marked content (ISO 32000-1, 14.6 and 14.7.4), and the way from cluster to cluster. */
#include "pdf/stretch.h"

#include "pdf/syntax.h"

/* --- marked content ------------------------------------------------------------------ */

static const char *artifact_properties(enum artifact artifact)
{
    switch (artifact) {
    case ARTIFACT_HEADER:
        return "<</Type/Pagination/Subtype/Header>>";
    case ARTIFACT_FOOTER:
        return "<</Type/Pagination/Subtype/Footer>>";
    case ARTIFACT_PRESS:
        return "<</Type/Page>>";
    case ARTIFACT_NONE:
    case ARTIFACT_LAYOUT:
    case ARTIFACT_REPEATED:
        break;
    }
    return "<</Type/Layout>>";
}

void stretch_close(struct content *content)
{
    pen_flush(&content->pen);
    if (content->open)
        g_string_append(content->out, "EMC\n");
    if (content->open && !content->element && content->artifact == ARTIFACT_REPEATED)
        g_string_append(content->out, "EMC\n");
    content->open = false;
}

static void open_artifact(struct content *content, enum artifact artifact)
{
    stretch_close(content);
    g_string_append_printf(content->out, "/Artifact%sBDC\n", artifact_properties(artifact));
    if (artifact == ARTIFACT_REPEATED) /* or readers of all text find it twice */
        g_string_append(content->out, "/Span<</ActualText()>>BDC\n");
}

void stretch_open(struct content *content, const struct cluster *spoken)
{
    struct element *element = content->element;
    int mark = structure_add_content(content->press->structure, element, content->number);
    stretch_close(content);
    g_string_append_c(content->out, '/');
    g_string_append(content->out, spoken ? "Span" : structure_type(element));
    g_string_append(content->out, "<</MCID ");
    put_integer(content->out, mark);
    if (spoken) {
        g_string_append(content->out, "/ActualText");
        put_text(content->out, spoken->text, spoken->size);
    }
    g_string_append(content->out, ">>BDC\n");
    content->open = true;
}

void stretch_open_words(struct content *content, const char *text, int size)
{
    struct cluster spoken = {.text = text, .size = size};
    if (content->element) {
        stretch_open(content, &spoken);
        return;
    }
    if (content->artifact == ARTIFACT_REPEATED)
        return; /* nothing is said of it at all */
    pen_flush(&content->pen);
    g_string_append(content->out, "/Span<</ActualText");
    put_text(content->out, text, size);
    g_string_append(content->out, ">>BDC\n");
}

void stretch_close_words(struct content *content)
{
    if (content->element) {
        stretch_close(content);
        return;
    }
    if (content->artifact == ARTIFACT_REPEATED)
        return;
    pen_flush(&content->pen);
    g_string_append(content->out, "EMC\n");
}

void stretch_turn_to(struct content *content, struct element *element, enum artifact artifact,
                     bool text)
{
    if (content->begun && element == content->element && text == content->pen.down &&
        (element || artifact == content->artifact))
        return;
    stretch_close(content);
    if (text)
        pen_down(&content->pen);
    else
        pen_up(&content->pen);
    if (element != content->element)
        content->block = NULL;
    content->begun = true;
    content->element = element;
    content->artifact = artifact;
    if (!element)
        open_artifact(content, artifact);
    content->open = !element;
}

/* --- clusters ------------------------------------------------------------------------ */

static bool is_white(const char *at)
{
    return (guchar)*at < 0x80 ? g_ascii_isspace(*at) : g_unichar_isspace(g_utf8_get_char(at));
}

bool cluster_is_blank(const struct cluster *cluster)
{
    const char *end = cluster->text + cluster->size;
    for (const char *at = cluster->text; at < end; at = g_utf8_next_char(at))
        if (!is_white(at))
            return false;
    return true;
}

length run_glyph_width(const struct font *font, const struct run *run, uint32_t glyph)
{
    length width = length_scale(run->size, font_width(font, glyph), 1000);
    return run->expansion ? length_scale(width, 1000 + run->expansion, 1000) : width;
}

const struct node *placed_block(const struct placed *item)
{
    const struct node *owner = item->run->owner ? item->run->owner : item->owner;
    return owner ? doc_block_of(owner) : NULL;
}

bool spot_step(const struct content *content, struct spot *spot)
{
    const struct placed *item = spot_item(content, *spot);
    const struct run *run = item->run;
    for (uint32_t at = run->glyphs[spot->glyph++].at; spot->glyph < run->glyph_count; spot->glyph++)
        if (run->glyphs[spot->glyph].at != at)
            return true;
    for (int i = spot->item + 1; i < content->page->count; i++) {
        const struct placed *next = &content->page->items[i];
        if (next->kind != PLACED_RUN || next->y != item->y || next->artifact != item->artifact ||
            placed_block(next) != placed_block(item))
            return false;
        *spot = (struct spot){i, 0};
        if (next->run->glyph_count)
            return true;
    }
    return false;
}
