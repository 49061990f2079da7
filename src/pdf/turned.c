/* turned: clusters from right to left → operators. In: a cluster in its place. Out: its glyphs, and
 * what readers of two kinds need to have its text back: those that go by the order of the file
 * take every glyph for what its font says, those that go by places put the characters of a line
 * together from the right (see turn.h). So a glyph that stands for several characters, or does not
 * stand at the left of the one before, comes with the words and places that make both right. */
#include "pdf/turned.h"

#include "pdf/turn.h"

bool turned_is(const struct content *content, const struct run *run)
{
    return run->rtl || language_is_rtl(content->press->book->language);
}

static void put_glyph(struct content *content, const struct placed *item, const struct font *font,
                      const struct glyph *glyph, struct sort sort)
{
    pen_put(&content->pen, font, item->run, sort, item->x + glyph->x,
            item->y - item->run->rise - glyph->y, 0);
}

static struct sort silent(const struct glyph *glyph)
{
    return (struct sort){glyph->id, SORT_SILENT, strlen(SORT_SILENT)};
}

static void put_space(struct content *content, const struct placed *item, const struct font *font,
                      length x)
{
    pen_put(&content->pen, font, item->run, (struct sort){.glyph = font_space(font)}, x,
            item->y - item->run->rise, 0);
}

/* --- marks of direction -------------------------------------------------------------- */

/* The next cluster of the line, of whatever block: a note's call belongs to the note. */
static bool step_on(const struct content *content, struct spot *spot)
{
    const struct placed *item = spot_item(content, *spot);
    spot->glyph += (uint32_t)run_cluster(item->run, spot->glyph).count;
    while (spot->glyph >= spot_item(content, *spot)->run->glyph_count) {
        *spot = (struct spot){spot->item + 1, 0};
        const struct placed *next = spot_item(content, *spot);
        if (spot->item >= content->page->count || next->kind != PLACED_RUN || next->y != item->y ||
            next->artifact != item->artifact)
            return false;
    }
    return true;
}

/* The first character behind a cluster in its line, or behind the stretch from left to right that
 * it is in; 0: none. */
static uint32_t next_character(const struct content *content, struct spot spot)
{
    bool rtl = spot_item(content, spot)->run->rtl;
    while (step_on(content, &spot)) {
        const struct run *run = spot_item(content, spot)->run;
        struct cluster cluster = run_cluster(run, spot.glyph);
        if (cluster.size && (rtl || run->rtl))
            return g_utf8_get_char(cluster.text);
    }
    return 0;
}

/* Whether nothing follows in the line but the white that was dropped at its end. */
static bool ends_line(const struct content *content, struct spot spot)
{
    while (step_on(content, &spot)) {
        struct cluster cluster = run_cluster(spot_item(content, spot)->run, spot.glyph);
        if (!cluster_is_blank(&cluster))
            return false;
    }
    return true;
}

static bool ends_foreign(const struct content *content, struct spot spot)
{
    if (ends_line(content, spot))
        return true;
    return step_on(content, &spot) && spot_item(content, spot)->run->rtl;
}

/* The marks that a cluster needs; clusters are seen in the order of the text. */
static struct marks marks_of(struct content *content, struct spot spot,
                             const struct cluster *cluster)
{
    const struct placed *item = spot_item(content, spot);
    bool first = item->y != content->baseline;
    bool within = content->within && !first;
    content->baseline = item->y;
    content->within = !item->run->rtl;
    uint32_t c = cluster->size ? g_utf8_get_char(cluster->text) : 0;
    if (item->run->rtl)
        return turn_character(c, next_character(content, spot), first);
    struct marks marks = {0, 0};
    if (!within)
        marks.left = turn_left(next_character(content, spot));
    bool dropped = cluster_is_blank(cluster) && ends_line(content, spot);
    if (!dropped && ends_foreign(content, spot))
        marks.right = turn_right(c, first);
    return marks;
}

/* The glyph of a mark of direction at x, for that mark or another text. */
static void put_mark_as(struct content *content, const struct placed *item, bool rtl,
                        struct sort sort, length x)
{
    const struct font *font = fontset_marks(content->press->fonts, rtl, &sort.glyph);
    if (!font)
        return;
    if (content->element && !content->open)
        stretch_open(content, NULL);
    pen_flush(&content->pen);
    g_string_append(content->out, "3 Tr\n"); /* fonts draw it as a sign */
    pen_put(&content->pen, font, item->run, sort, x, item->y - item->run->rise, 0);
    pen_flush(&content->pen);
    g_string_append(content->out, "0 Tr\n");
}

/* A mark of direction at x; 0: none. */
static void put_mark(struct content *content, const struct placed *item, uint32_t mark, length x)
{
    if (mark)
        put_mark_as(content, item, mark == 0x200F, (struct sort){0}, x);
}

/* --- several characters in one place ------------------------------------------------- */

/* Characters that something else shows, each at the left of the one before, by so little that
 * readers see no gap. `left`: of what shows them. */
static void put_unseen(struct content *content, const struct placed *item, const char *text,
                       int size, length left)
{
    int nth = 1;
    const char *next, *end = text + size;
    for (const char *at = text; at < end; at = next, nth++) {
        next = g_utf8_next_char(at);
        put_mark_as(content, item, true, (struct sort){0, at, (int)(next - at)},
                    left - nth * item->run->size / 800);
    }
}

/* The widest glyph that is seen: that of a mark of direction is a space as far as fonts know. */
static const struct glyph *widest(const struct font *font, const struct cluster *cluster)
{
    const struct glyph *found = cluster->glyphs;
    for (int i = 1; i < cluster->count; i++) {
        const struct glyph *glyph = &cluster->glyphs[i];
        bool seen = font_has_ink(font, glyph->id), was_seen = font_has_ink(font, found->id);
        if (seen != was_seen ? seen : font_width(font, glyph->id) > font_width(font, found->id))
            found = glyph;
    }
    return found;
}

/* Several characters in one cluster, a ligature or a letter with its vowel: the widest glyph says
 * the first of them. */
static void put_ligature(struct content *content, struct spot spot, const struct font *font,
                         const struct cluster *cluster)
{
    const struct placed *item = spot_item(content, spot);
    const struct glyph *base = widest(font, cluster);
    if (content->element && !content->open)
        stretch_open(content, NULL);
    for (int g = 0; g < cluster->count; g++)
        if (&cluster->glyphs[g] != base)
            put_glyph(content, item, font, &cluster->glyphs[g], silent(&cluster->glyphs[g]));
    put_glyph(content, item, font, base,
              cluster_sort(cluster, (int)(base - cluster->glyphs), true));
    int first = cluster->size ? (int)(g_utf8_next_char(cluster->text) - cluster->text) : 0;
    put_unseen(content, item, cluster->text + first, cluster->size - first, item->x + base->x);
}

/* The right edge of the text behind an item in its line; 0 when there is none. */
static length text_edge(const struct content *content, int i)
{
    const struct placed *label = &content->page->items[i];
    length edge = 0;
    for (i++; i < content->page->count; i++) {
        const struct placed *item = &content->page->items[i];
        if (item->kind != PLACED_RUN || item->y != label->y || item->artifact != label->artifact)
            break;
        edge = MAX(edge, item->x + item->run->width);
    }
    return edge;
}

/* The space behind a label is as wide as the white there, or readers would take the labels of a
 * page for a column. False when no text follows. */
static bool put_label_space(struct content *content, struct spot spot, const struct font *font,
                            const struct cluster *cluster)
{
    const struct placed *item = spot_item(content, spot);
    bool last = spot.glyph + (uint32_t)cluster->count == item->run->glyph_count;
    if (item->run->part != RUN_LABEL || !item->run->rtl || !last)
        return false;
    length from = text_edge(content, spot.item);
    length to = item->x + cluster->glyphs[0].x - run_glyph_width(font, item->run, font_space(font));
    if (!from || from > to)
        return false;
    stretch_open_words(content, " \342\200\217", 4); /* alone it is dropped */
    put_space(content, item, font, from);
    put_space(content, item, font, to);
    stretch_close_words(content);
    return true;
}

/* Glyphs without width: a vowel, or the second letter of a ligature. `letter` is where the letter
 * begins that it stands on, `nth` its number on it, from 1. */
struct riding {
    length letter;
    int nth;
};

static bool rides(const struct content *content, struct spot spot, const struct font *font,
                  const struct cluster *cluster, struct riding *riding)
{
    enum { MOST = 8 };
    const struct placed *item = spot_item(content, spot);
    const struct glyph *glyphs = item->run->glyphs;
    if (!item->run->rtl)
        return false;
    for (int i = 0; i < cluster->count; i++)
        if (font_width(font, cluster->glyphs[i].id))
            return false;
    uint32_t letter = spot.glyph;
    while (letter && spot.glyph - letter < MOST && !font_width(font, glyphs[letter].id))
        letter--;
    *riding = (struct riding){item->x + glyphs[letter].x, (int)(spot.glyph - letter)};
    return font_width(font, glyphs[letter].id) > 0;
}

/* Readers that go by places must find it at the left of its letter. Where it is hardly seen to move
 * it is painted there; else spacing makes its advance go there, see the head of content.c; and what
 * is too far away for that says nothing itself. */
static void put_riding(struct content *content, struct spot spot, const struct font *font,
                       const struct cluster *cluster, const struct riding *riding)
{
    const struct placed *item = spot_item(content, spot);
    struct glyph glyph = cluster->glyphs[cluster->count - 1];
    length size = item->run->size, near = size / 200, left = riding->letter - near * riding->nth;
    length x = item->x + glyph.x, by = left - x;
    int first = cluster->size ? (int)(g_utf8_next_char(cluster->text) - cluster->text) : 0;
    bool far = by < -size * 2 / 5;
    bool say = by > size / 50 || by < -size / 50;
    if (say)
        stretch_open_words(content, cluster->text, far ? 0 : first);
    else if (content->element && !content->open)
        stretch_open(content, NULL);
    for (int i = 0; i + 1 < cluster->count; i++)
        put_glyph(content, item, font, &cluster->glyphs[i], silent(&cluster->glyphs[i]));
    struct sort sort = far ? silent(&glyph) : cluster_sort(cluster, cluster->count - 1, true);
    pen_put(&content->pen, font, item->run, sort, say ? x : left,
            item->y - item->run->rise - glyph.y, say && !far ? by : 0);
    if (say)
        stretch_close_words(content);
    int said = far ? 0 : first;
    put_unseen(content, item, cluster->text + said, cluster->size - said, left);
}

static void put_plain(struct content *content, const struct placed *item, const struct font *font,
                      const struct cluster *cluster)
{
    bool say = cluster->size && !font_speaks(font, cluster);
    if (say)
        stretch_open_words(content, cluster->text, cluster->size);
    else if (content->element && !content->open)
        stretch_open(content, NULL);
    for (int g = 0; g < cluster->count; g++)
        put_glyph(content, item, font, &cluster->glyphs[g],
                  cluster_sort(cluster, g, item->run->rtl));
    if (say)
        stretch_close_words(content);
}

void turned_put(struct content *content, struct spot spot, const struct font *font,
                const struct cluster *cluster)
{
    const struct placed *item = spot_item(content, spot);
    bool rtl = item->run->rtl;
    struct marks marks = marks_of(content, spot, cluster);
    struct riding riding;
    if (cluster_is_blank(cluster) && put_label_space(content, spot, font, cluster))
        return;
    if (rides(content, spot, font, cluster, &riding)) {
        put_riding(content, spot, font, cluster, &riding);
        return;
    }
    const struct glyph *last = &cluster->glyphs[cluster->count - 1];
    length near = item->run->size / 200, left = item->x + cluster->glyphs[0].x - near;
    length right = item->x + last->x + run_glyph_width(font, item->run, last->id) + near;
    put_mark(content, item, rtl ? marks.right : marks.left, rtl ? right : left);
    bool many = cluster->count > 1 || g_utf8_strlen(cluster->text, cluster->size) > 1;
    if (many && rtl)
        put_ligature(content, spot, font, cluster);
    else
        put_plain(content, item, font, cluster);
    put_mark(content, item, rtl ? marks.left : marks.right, rtl ? left : right);
}
