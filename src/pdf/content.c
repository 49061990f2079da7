/* content: items in reading order → operators.
 *
 * Text comes back from the file as it was in the source: a space that the source has is a glyph,
 * and white that the source does not have (the quarter em between Han and figures) must not be
 * taken for one. Readers guess spaces from the gap between one advance and the next origin. So
 * such white is made a part of the advance, as character spacing, and as readers take that out
 * again, the characters before it are marked with the text they are. */
#include "pdf/content.h"

#include <string.h>

#include "pdf/pen.h"
#include "pdf/syntax.h"

/* White of this share of an em, and more, may be taken for a space; above the other one it is
 * taken for a new column whatever we do. */
#define GAP_PERMILLE 80
#define COLUMN_PERMILLE 1500

struct content {
    const struct press *press;
    const struct page *page;
    int number;
    GString *out;
    struct pen pen;
    /* what is painted belongs to */
    bool begun;
    struct element *element; /* NULL: an artifact */
    enum artifact artifact;
    bool open;                /* its marked content */
    const struct node *block; /* of the last run */
};

/* --- marked content ------------------------------------------------------------------------ */

static const char *artifact_properties(enum artifact artifact) {
    switch (artifact) {
    case ARTIFACT_HEADER:
        return "<</Type/Pagination/Subtype/Header>>";
    case ARTIFACT_FOOTER:
        return "<</Type/Pagination/Subtype/Footer>>";
    case ARTIFACT_NONE:
    case ARTIFACT_LAYOUT:
        break;
    }
    return "<</Type/Layout>>";
}

static void close_mark(struct content *content) {
    pen_flush(&content->pen);
    if (content->open)
        g_string_append(content->out, "EMC\n");
    content->open = false;
}

static void open_artifact(struct content *content, enum artifact artifact) {
    close_mark(content);
    g_string_append_printf(content->out, "/Artifact%s BDC\n", artifact_properties(artifact));
}

/* Opens the next stretch of content of an element, which may say what its text is. */
static void open_stretch(struct content *content, const struct cluster *spoken) {
    struct element *element = content->element;
    int mark = structure_add_content(content->press->structure, element, content->number);
    close_mark(content);
    g_string_append_printf(content->out, "/%s<</MCID %d", spoken ? "Span" : structure_type(element),
                           mark);
    if (spoken) {
        g_string_append(content->out, "/ActualText");
        put_text(content->out, spoken->text, spoken->size);
    }
    g_string_append(content->out, ">>BDC\n");
    content->open = true;
}

/* Makes what comes next content of an element or an artifact. Marked content lies within a text
 * object or around what is no text; it never crosses the border, nor another marked content. */
static void turn_to(struct content *content, struct element *element, enum artifact artifact,
                    bool text) {
    if (content->begun && element == content->element && text == content->pen.down &&
        (element || artifact == content->artifact))
        return;
    close_mark(content);
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

/* --- runs ---------------------------------------------------------------------------------- */

/* The run whose text follows that of item `i` in the same line; NULL when there is none. */
static const struct placed *next_in_line(const struct content *content, int i) {
    const struct placed *item = &content->page->items[i];
    for (int j = i + 1; j < content->page->count; j++) {
        const struct placed *next = &content->page->items[j];
        if (next->kind != PLACED_RUN || next->y != item->y || next->artifact != item->artifact)
            return NULL;
        if (next->run->glyph_count)
            return next;
    }
    return NULL;
}

static bool is_blank(const char *text, int size) {
    for (const char *at = text; at < text + size; at = g_utf8_next_char(at))
        if (!g_unichar_isspace(g_utf8_get_char(at)))
            return false;
    return true;
}

static length glyph_width(const struct font *font, const struct run *run, uint32_t glyph) {
    return length_scale(run->size, font_width(font, glyph), 1000);
}

static const struct node *block_of(const struct placed *item) {
    const struct node *owner = item->run->owner ? item->run->owner : item->owner;
    return owner ? doc_block_of(owner) : NULL;
}

/* The white behind a cluster, when readers could take it for a space that the source does not
 * have; else 0. */
static length misleading_white(const struct content *content, int i, const struct cluster *cluster,
                               length end) {
    const struct placed *item = &content->page->items[i], *next = item;
    const struct run *run = item->run;
    uint32_t at = (uint32_t)(cluster->glyphs + cluster->count - run->glyphs);
    if (at == run->glyph_count) {
        next = next_in_line(content, i);
        at = 0;
    }
    if (!next || run->part == RUN_LABEL || block_of(next) != block_of(item))
        return 0;
    struct cluster following = run_cluster(next->run, at);
    length white = next->x + following.glyphs[0].x - end;
    bool spaced =
        is_blank(cluster->text, cluster->size) || is_blank(following.text, following.size);
    return !spaced && white >= length_scale(run->size, GAP_PERMILLE, 1000) &&
                   white <= length_scale(run->size, COLUMN_PERMILLE, 1000)
               ? white
               : 0;
}

static void put_cluster(struct content *content, int i, const struct font *font,
                        const struct cluster *cluster) {
    const struct placed *item = &content->page->items[i];
    const struct run *run = item->run;
    const struct glyph *last = &cluster->glyphs[cluster->count - 1];
    length end = item->x + last->x + glyph_width(font, run, last->id);
    length white = content->element ? misleading_white(content, i, cluster, end) : 0;
    bool say = content->element && cluster->size && (white || !font_speaks(font, cluster));
    if (say)
        open_stretch(content, cluster);
    else if (!content->open)
        open_stretch(content, NULL);
    for (const struct glyph *glyph = cluster->glyphs; glyph <= last; glyph++)
        pen_put(&content->pen, font, run->size, glyph->id, item->x + glyph->x,
                item->y - run->rise - glyph->y, glyph == last ? white : 0);
    if (say)
        close_mark(content);
}

/* Two texts in one element (a number and its title, a label and its paragraph) are two words:
 * paints a space that ends, or begins, at x. */
static void part_words(struct content *content, const struct placed *item, const struct font *font,
                       length x) {
    if (!font_space(font))
        return;
    if (!content->open)
        open_stretch(content, NULL);
    pen_put(&content->pen, font, item->run->size, font_space(font), x, item->y - item->run->rise,
            0);
}

static void put_run(struct content *content, int i) {
    const struct placed *item = &content->page->items[i];
    const struct run *run = item->run;
    const struct font *font = fontset_font(content->press->fonts, run->face);
    if (!run->glyph_count)
        return;
    if (content->block && block_of(item) != content->block)
        part_words(content, item, font,
                   item->x + run->glyphs[0].x - glyph_width(font, run, font_space(font)));
    for (uint32_t at = 0; at < run->glyph_count;) {
        struct cluster cluster = run_cluster(run, at);
        put_cluster(content, i, font, &cluster);
        at += (uint32_t)cluster.count;
    }
    if (content->element && run->part == RUN_LABEL)
        part_words(content, item, font, item->x + run->width);
    content->block = content->element ? block_of(item) : NULL;
}

/* --- shapes and pictures ------------------------------------------------------------------- */

static void put_pair(struct content *content, length x, length y) {
    put_points(content->out, x);
    g_string_append_c(content->out, ' ');
    put_points(content->out, content->press->book->height - y);
    g_string_append_c(content->out, ' ');
}

static void put_stroke(struct content *content, const struct stroke *stroke) {
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

static void put_shape(struct content *content, const struct shape *shape) {
    if (!shape->count)
        return;
    for (int i = 0; i < shape->count; i++)
        put_stroke(content, &shape->strokes[i]);
    g_string_append(content->out, "f\n");
}

static void put_picture(struct content *content, const struct placed *item) {
    g_string_append(content->out, "q ");
    put_points(content->out, item->width);
    g_string_append(content->out, " 0 0 ");
    put_points(content->out, item->height);
    g_string_append_c(content->out, ' ');
    put_pair(content, item->x, item->y + item->height);
    g_string_append_printf(content->out, "cm /I%d Do Q\n",
                           pictures_number(content->press->pictures, item->picture));
}

static void tell_box(struct content *content, struct element *figure, const struct placed *item) {
    length height = content->press->book->height;
    length box[] = {item->x, height - item->y - item->height, item->x + item->width,
                    height - item->y};
    structure_set_box(content->press->structure, figure, box);
}

static void put_item(struct content *content, int i) {
    const struct placed *item = &content->page->items[i];
    struct element *element = structure_element(content->press->structure, item);
    turn_to(content, element, item->artifact, item->kind == PLACED_RUN);
    if (item->kind != PLACED_RUN && !content->open)
        open_stretch(content, NULL);
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

GString *content_write(const struct press *press, int page) {
    struct content content = {.press = press,
                              .page = &press->book->pages[page],
                              .number = page,
                              .out = g_string_sized_new(1 << 14)};
    content.pen = (struct pen){.out = content.out, .page_height = press->book->height};
    g_string_append(content.out, "0 g\n"); /* black as black ink alone */
    for (int i = 0; i < content.page->count; i++)
        put_item(&content, i);
    close_mark(&content);
    pen_up(&content.pen);
    return content.out;
}
