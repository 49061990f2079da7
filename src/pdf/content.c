/* content: items in reading order → operators.
 *
 * Text comes back from the file as it was in the source. Readers guess spaces from the gap between
 * the end of one advance and the next origin; but there is white in a Chinese line where the
 * source has no space (between Han and figures), and none where it has one (beside a mark). Where
 * they would guess wrong, character spacing makes the advance end where it should, and as readers
 * take that out again, the characters are marked with the text they are. */
#include "pdf/content.h"

#include "pdf/syntax.h"
#include "pdf/turned.h"

/* In 1/1000 em. Less white than this, or so much overlap, is never taken for more than it is. */
#define HARMLESS_WHITE 80
/* Less white than this may not be taken for a space, where one should be. */
#define NARROW_SPACE 160
/* White that every reader takes for a space. */
#define CLEAR_SPACE 250
/* More white than this is taken for a new column whatever we do. */
#define COLUMN_WHITE 1500

/* --- runs ---------------------------------------------------------------------------- */

static length origin_at(const struct content *content, struct spot spot)
{
    const struct placed *item = spot_item(content, spot);
    return item->x + item->run->glyphs[spot.glyph].x;
}

/* What to add to the advance of a cluster, which ends at `end`, so that readers see a space
 * behind it when the text has one, and none when it has not. 0 when they do that anyway. */
static length correct_advance(const struct content *content, struct spot spot, length end)
{
    const struct run *run = spot_item(content, spot)->run;
    length origin = origin_at(content, spot);
    bool spaced = false;
    if (run->part == RUN_LABEL)
        return 0;
    for (;;) {
        if (!spot_step(content, &spot))
            return 0;
        struct cluster next = run_cluster(spot_item(content, spot)->run, spot.glyph);
        if (!cluster_is_blank(&next))
            break;
        spaced = true;
    }
    length white = origin_at(content, spot) - end;
    int64_t permille = (int64_t)white * 1000 / run->size;
    if (origin_at(content, spot) <= origin || permille > COLUMN_WHITE)
        return 0; /* a line that runs to the left, or a tabulator */
    if (spaced)
        return permille < NARROW_SPACE ? white - length_scale(run->size, CLEAR_SPACE, 1000) : 0;
    return permille > HARMLESS_WHITE || permille < -HARMLESS_WHITE ? white : 0;
}

/* A hyphen of the text itself where the line ends: readers that join parted words would drop it,
 * were it the line's last character. */
static bool ends_line_with_hyphen(const struct content *content, struct spot spot,
                                  const struct cluster *cluster)
{
    if (cluster->size != 1 || *cluster->text != '-')
        return false;
    while (spot_step(content, &spot)) { /* white that the line's end drops may follow */
        struct cluster next = run_cluster(spot_item(content, spot)->run, spot.glyph);
        if (!cluster_is_blank(&next))
            return false;
    }
    return true;
}

static void put_cluster(struct content *content, struct spot spot, const struct font *font,
                        const struct cluster *cluster)
{
    const struct placed *item = spot_item(content, spot);
    const struct run *run = item->run;
    const struct glyph *last = &cluster->glyphs[cluster->count - 1];
    length end = item->x + last->x + run_glyph_width(font, run, last->id), extra = 0;
    if (content->element && !cluster_is_blank(cluster))
        extra = correct_advance(content, spot, end);
    struct cluster spoken = *cluster;
    bool kept = content->element && ends_line_with_hyphen(content, spot, cluster);
    if (kept)
        spoken.text = "- ", spoken.size = 2;
    bool say = content->element && cluster->size && (extra || kept || !font_speaks(font, cluster));
    if (say)
        stretch_open(content, &spoken);
    else if (!content->open)
        stretch_open(content, NULL);
    for (int i = 0; i < cluster->count; i++) {
        const struct glyph *glyph = &cluster->glyphs[i];
        pen_put(&content->pen, font, run, cluster_sort(cluster, i, false), item->x + glyph->x,
                item->y - run->rise - glyph->y, glyph == last ? extra : 0);
    }
    if (say)
        stretch_close(content);
}

/* --- runs in their elements ---------------------------------------------------------- */

/* Two texts in one element (a number and its title, a label and its paragraph) are two words:
 * paints a space that ends, or begins, at x. */
static void part_words(struct content *content, const struct placed *item, const struct font *font,
                       length x)
{
    if (!font_space(font))
        return;
    if (!content->open)
        stretch_open(content, NULL);
    pen_put(&content->pen, font, item->run, (struct sort){.glyph = font_space(font)}, x,
            item->y - item->run->rise, 0);
}

/* All glyphs of a run. */
static void put_glyphs(struct content *content, const struct placed *item, const struct font *font)
{
    const struct run *run = item->run;
    for (uint32_t at = 0; at < run->glyph_count;) {
        struct cluster cluster = run_cluster(run, at);
        for (int i = 0; i < cluster.count; i++)
            pen_put(&content->pen, font, run, cluster_sort(&cluster, i, false),
                    item->x + cluster.glyphs[i].x, item->y - run->rise - cluster.glyphs[i].y, 0);
        at += (uint32_t)cluster.count;
    }
}

/* The hyphen of a line break is an artifact and no text of the element. It stays a plain hyphen,
 * not U+00AD: readers that take all text join a word that a plain one parts (pdftotext does), and
 * leave a soft one in it. */
static void put_hyphen(struct content *content, const struct placed *item, const struct font *font)
{
    put_glyphs(content, item, font);
}

/* The text that a label stands before, on the same line; NULL when there is none. */
static const struct placed *labelled(const struct content *content, int i)
{
    const struct placed *item = &content->page->items[i];
    const struct placed *next = i + 1 < content->page->count ? item + 1 : NULL;
    bool follows = next && next->kind == PLACED_RUN && next->y == item->y &&
                   next->artifact == item->artifact && next->run->part != RUN_LABEL &&
                   next->run->glyph_count && next->x > item->x;
    return follows ? next : NULL;
}

/* A label and the tabulator behind it are one word as wide as both: readers that look for columns
 * would take the labels of a page for one, and its text for another. */
static void put_label(struct content *content, const struct placed *item, const struct font *font,
                      const struct placed *next)
{
    const struct run *run = item->run;
    struct cluster spoken = {.text = run->text, .size = run->text_length};
    stretch_open(content, &spoken);
    put_glyphs(content, item, font);
    const struct run *text = next->run; /* in its type, or a raised figure stands for itself */
    const struct font *type = fontset_font(content->press->fonts, text);
    uint32_t space = font_space(type);
    length end = next->x + text->glyphs[0].x - run_glyph_width(type, text, space);
    pen_put(&content->pen, type, text, (struct sort){.glyph = space}, end, item->y - text->rise, 0);
    stretch_close(content);
}

static void put_run(struct content *content, int i)
{
    const struct placed *item = &content->page->items[i];
    const struct run *run = item->run;
    const struct font *font = fontset_font(content->press->fonts, run);
    if (!run->glyph_count)
        return;
    if (run->part == RUN_HYPHEN) {
        put_hyphen(content, item, font);
        return;
    }
    bool turned = turned_is(content, run);
    length before =
        run->rtl ? run->width : run->glyphs[0].x - run_glyph_width(font, run, font_space(font));
    if (content->block && placed_block(item) != content->block)
        part_words(content, item, font, item->x + before);
    const struct placed *next = run->part == RUN_LABEL && !turned ? labelled(content, i) : NULL;
    if (next && content->element && font_space(fontset_font(content->press->fonts, next->run))) {
        put_label(content, item, font, next);
        content->block = placed_block(item);
        return;
    }
    for (uint32_t at = 0; at < run->glyph_count;) {
        struct cluster cluster = run_cluster(run, at);
        if (turned)
            turned_put(content, (struct spot){i, at}, font, &cluster);
        else
            put_cluster(content, (struct spot){i, at}, font, &cluster);
        at += (uint32_t)cluster.count;
    }
    if (content->element && run->part == RUN_LABEL && !turned)
        part_words(content, item, font, item->x + run->width);
    content->block = content->element ? placed_block(item) : NULL;
}

/* --- shapes and pictures ------------------------------------------------------------- */

static void put_pair(struct content *content, length x, length y)
{
    put_points(content->out, x);
    g_string_append_c(content->out, ' ');
    put_points(content->out, content->press->book->height - y);
    g_string_append_c(content->out, ' ');
}

static void put_stroke(struct content *content, const struct stroke *stroke)
{
    const length *a = stroke->a;
    switch (stroke->op) {
    case 'm':
    case 'l':
        put_pair(content, a[0], a[1]);
        break;
    case 'c':
        for (int i = 0; i < 6; i += 2)
            put_pair(content, a[i], a[i + 1]);
        break;
    case 'r':
        put_pair(content, a[0], a[1] + a[3]);
        put_points(content->out, a[2]);
        g_string_append_c(content->out, ' ');
        put_points(content->out, a[3]);
        g_string_append(content->out, " re\n");
        return;
    case 'z':
        g_string_append(content->out, "h\n");
        return;
    }
    g_string_append_c(content->out, stroke->op);
    g_string_append_c(content->out, '\n');
}

static void put_shape(struct content *content, const struct shape *shape)
{
    if (!shape->count)
        return;
    for (int i = 0; i < shape->count; i++)
        put_stroke(content, &shape->strokes[i]);
    g_string_append(content->out, "f\n");
}

static void put_picture(struct content *content, const struct placed *item)
{
    g_string_append(content->out, "q ");
    put_points(content->out, item->width);
    g_string_append(content->out, " 0 0 ");
    put_points(content->out, item->height);
    g_string_append_c(content->out, ' ');
    put_pair(content, item->x, item->y + item->height);
    g_string_append_printf(content->out, "cm /I%d Do Q\n",
                           pictures_number(content->press->pictures, item->picture));
}

static void tell_box(struct content *content, struct element *figure, const struct placed *item)
{
    length height = content->press->book->height;
    length box[] = {item->x, height - item->y - item->height, item->x + item->width,
                    height - item->y};
    structure_set_box(content->press->structure, figure, box);
}

/* A hyphen of the line break behind which the paragraph goes on on another page is not said at
 * all: readers join what it parts only with the line below. */
static enum artifact artifact_of(const struct content *content, int i)
{
    const struct placed *item = &content->page->items[i];
    if (item->kind != PLACED_RUN || item->run->part != RUN_HYPHEN ||
        item->artifact != ARTIFACT_LAYOUT)
        return item->artifact;
    for (int k = i + 1; k < content->page->count; k++)
        if (item[k - i].kind == PLACED_RUN)
            return placed_block(&item[k - i]) == placed_block(item) ? ARTIFACT_LAYOUT
                                                                    : ARTIFACT_REPEATED;
    return ARTIFACT_REPEATED;
}

static void put_item(struct content *content, int i)
{
    const struct placed *item = &content->page->items[i];
    struct element *element = structure_element(content->press->structure, item);
    stretch_turn_to(content, element, artifact_of(content, i), item->kind == PLACED_RUN);
    if (item->kind != PLACED_RUN && !content->open)
        stretch_open(content, NULL);
    switch (item->kind) {
    case PLACED_RUN:
        put_run(content, i);
        if (element)
            links_see_run(content->press->links, element, item, content->number);
        return;
    case PLACED_SHAPE:
        put_shape(content, item->shape);
        return;
    case PLACED_PICTURE:
        put_picture(content, item);
        if (element)
            tell_box(content, element, item);
        return;
    }
}

GString *content_write(const struct press *press, int page)
{
    struct content content = {.press = press,
                              .page = &press->book->pages[page],
                              .number = page,
                              .out = g_string_sized_new(1 << 14)};
    content.pen = (struct pen){.out = content.out, .page_height = press->book->height};
    g_string_append(content.out, press->ink);
    for (int i = 0; i < content.page->count; i++)
        put_item(&content, i);
    stretch_close(&content);
    pen_up(&content.pen);
    return content.out;
}
