/* text: the pages of a book as text, for goldens and for people. In: placed items. Out, in points
 * from the sheet's upper left corner:
 *
 *   page 1 "1/3" slack 0.00 stretched 2.40
 *     text  124.72   301.50  10.5 han-bold "回顾" 10.5 han+western "其第75/32号决议"
 *     head rule 56.70 71.00 481.90 0.24
 *
 * A row is what stands on one baseline and belongs to one block; a gap of more than three ems
 * begins a new one, so that columns can be told apart. Within it, what is set alike stands in one
 * pair of quotes, whatever its script. */
#include <string.h>

#include "proof/contour.h"
#include "proof/proof.h"

/* One row while it is being written; the words of its last style are held back until all the
 * scripts are known that they are in. */
struct row {
    const struct placed *last; /* NULL: none is open */
    GString *scripts, *words;
};

static const char *artifact_name(enum artifact artifact)
{
    switch (artifact) {
    case ARTIFACT_NONE:
        return "text";
    case ARTIFACT_HEADER:
        return "head";
    case ARTIFACT_FOOTER:
        return "foot";
    case ARTIFACT_LAYOUT:
        return "mark";
    case ARTIFACT_REPEATED:
        return "again";
    case ARTIFACT_PRESS:
        return "press";
    }
    return "";
}

/* Rounded to a hundredth of a point in integers: the same everywhere. */
static void append_points(GString *out, length l, int width)
{
    int64_t n = ((l < 0 ? -(int64_t)l : l) * 100 + LENGTH_PT / 2) / LENGTH_PT;
    char text[32];
    g_snprintf(text, sizeof text, "%s%d.%02d", l < 0 && n ? "-" : "", (int)(n / 100),
               (int)(n % 100));
    g_string_append_printf(out, "%*s", width, text);
}

/* A type size or a rise: no more decimals than it has. */
static void append_size(GString *out, length l)
{
    append_points(out, l, 0);
    while (out->str[out->len - 1] == '0')
        g_string_truncate(out, out->len - 1);
    if (out->str[out->len - 1] == '.')
        g_string_truncate(out, out->len - 1);
}

static const struct node *block_of(const struct placed *item)
{
    const struct node *owner = item->run->owner ? item->run->owner : item->owner;
    return owner ? doc_block_of(owner) : NULL;
}

static bool continues(const struct row *row, const struct placed *item)
{
    const struct placed *last = row->last;
    if (!last || last->y != item->y || last->artifact != item->artifact)
        return false;
    length gap = item->x - (last->x + last->run->width);
    if (gap < 0) /* right to left */
        gap = last->x - (item->x + item->run->width);
    return gap <= 3 * item->run->size && block_of(last) == block_of(item);
}

/* A role is a script and a look: "han" and "-bold". */
static size_t script_length(const struct face *face)
{
    return strcspn(face->role, "-");
}

static const char *look_of(const struct face *face)
{
    return face->role + script_length(face);
}

static bool is_set_like(const struct run *a, const struct run *b)
{
    return strcmp(look_of(a->face), look_of(b->face)) == 0 && a->size == b->size &&
           a->rise == b->rise && a->look == b->look && a->part == b->part;
}

static void append_quoted(GString *out, const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        if (text[i] == '"' || text[i] == '\\')
            g_string_append_c(out, '\\');
        if (text[i] == '\n')
            g_string_append(out, "\\n");
        else
            g_string_append_c(out, text[i]);
    }
}

static void add_script(GString *scripts, const struct face *face)
{
    char *script = g_strndup(face->role, script_length(face));
    if (!strstr(scripts->str, script))
        g_string_append_printf(scripts, "%s%s", scripts->len ? "+" : "", script);
    g_free(script);
}

/* Writes the words held back, in front of them how they are set. */
static void append_words(GString *out, struct row *row)
{
    const struct run *run = row->last->run;
    g_string_append_c(out, ' ');
    append_size(out, run->size);
    if (run->rise) {
        g_string_append(out, run->rise > 0 ? " +" : " ");
        append_size(out, run->rise);
    }
    g_string_append_printf(out, " %s%s%s%s%s \"%s\"", row->scripts->str, look_of(run->face),
                           run->look & LOOK_UNDERLINE ? " underline" : "",
                           run->look & LOOK_STRIKE ? " strike" : "",
                           run->part == RUN_HYPHEN ? " hyphen" : "", row->words->str);
    g_string_truncate(row->scripts, 0);
    g_string_truncate(row->words, 0);
}

static void close_row(GString *out, struct row *row)
{
    if (!row->last)
        return;
    append_words(out, row);
    g_string_append_c(out, '\n');
    row->last = NULL;
}

static void append_run(GString *out, struct row *row, const struct placed *item)
{
    if (!continues(row, item)) {
        close_row(out, row);
        g_string_append_printf(out, "  %s ", artifact_name(item->artifact));
        append_points(out, item->x, 7);
        append_points(out, item->y, 8);
        g_string_append_c(out, ' ');
    } else if (!is_set_like(row->last->run, item->run)) {
        append_words(out, row);
    }
    add_script(row->scripts, item->run->face);
    append_quoted(row->words, item->run->text, item->run->text_length);
    row->last = item;
}

/* The least upright box around all points of a shape, controls included. */
static struct box shape_box(const struct shape *shape)
{
    length x0 = INT32_MAX, y0 = INT32_MAX, x1 = INT32_MIN, y1 = INT32_MIN;
    for (int i = 0; i < shape->count; i++) {
        const struct stroke *s = &shape->strokes[i];
        int points = s->op == 'z' ? 0 : s->op == 'c' ? 3 : s->op == 'r' ? 2 : 1;
        for (int n = 0; n < points; n++) {
            bool corner = s->op == 'r' && n == 1;
            length x = corner ? s->a[0] + s->a[2] : s->a[2 * n];
            length y = corner ? s->a[1] + s->a[3] : s->a[2 * n + 1];
            x0 = MIN(x0, x), y0 = MIN(y0, y), x1 = MAX(x1, x), y1 = MAX(y1, y);
        }
    }
    return x1 < x0 ? (struct box){0} : (struct box){x0, y0, x1 - x0, y1 - y0};
}

static void append_box(GString *out, const struct placed *item, const char *name, struct box box)
{
    g_string_append_printf(out, "  %s %s", artifact_name(item->artifact), name);
    const length lengths[] = {box.x, box.y, box.width, box.height};
    for (int i = 0; i < 4; i++) {
        g_string_append_c(out, ' ');
        append_points(out, lengths[i], 0);
    }
}

static void append_shape(GString *out, const struct placed *item)
{
    const struct shape *shape = item->shape;
    bool rule = shape->count == 1 && shape->strokes[0].op == 'r';
    append_box(out, item, rule ? "rule" : "shape", shape_box(shape));
    g_string_append_c(out, '\n');
}

static void append_picture(GString *out, const struct placed *item)
{
    const struct picture *picture = item->picture;
    append_box(out, item, "picture", (struct box){item->x, item->y, item->width, item->height});
    g_string_append_printf(out, " of %d x %d pixels", picture->width, picture->height);
    if (picture->alternative) {
        g_string_append(out, " \"");
        append_quoted(out, picture->alternative, strlen(picture->alternative));
        g_string_append_c(out, '"');
    }
    g_string_append_c(out, '\n');
}

static void append_item(GString *out, struct row *row, const struct placed *item)
{
    if (item->kind != PLACED_RUN)
        close_row(out, row);
    switch (item->kind) {
    case PLACED_RUN:
        append_run(out, row, item);
        break;
    case PLACED_SHAPE:
        append_shape(out, item);
        break;
    case PLACED_PICTURE:
        append_picture(out, item);
        break;
    }
}

static void append_page(GString *out, const struct page *page)
{
    g_string_append_printf(out, "page %d \"%s\" slack ", page->number,
                           page->label ? page->label : "");
    append_points(out, page->slack, 0);
    g_string_append(out, " stretched ");
    append_points(out, page->stretched, 0);
    g_string_append_c(out, '\n');
    struct row row = {NULL, g_string_new(NULL), g_string_new(NULL)};
    for (int i = 0; i < page->count; i++)
        append_item(out, &row, &page->items[i]);
    close_row(out, &row);
    g_string_free(row.scripts, TRUE);
    g_string_free(row.words, TRUE);
}

const char *proof_text(struct arena *arena, const struct book *book)
{
    GString *out = g_string_new(NULL);
    for (int i = 0; i < book->page_count; i++)
        append_page(out, &book->pages[i]);
    const char *text = arena_strndup(arena, out->str, out->len);
    g_string_free(out, TRUE);
    return text;
}
