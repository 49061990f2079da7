/* sides: imposition → page objects. What stands on a side comes first, its marks after that, in
 * every ink of the press (Separation All, ISO 32000-1, 8.6.6.4). */
#include "pdf/sides.h"

#include "pdf/syntax.h"

#define INK_ALL "/All cs 1 scn\n"

const struct sides *sides_reserve(struct arena *arena, const struct imposition *imposition,
                                  struct objects *objects)
{
    struct sides *sides = ARENA_NEW(arena, struct sides);
    int count = imposition->book->page_count;
    int *pages = ARENA_ARRAY(arena, int, count), *forms = ARENA_ARRAY(arena, int, count);
    sides->imposition = imposition;
    sides->objects = ARENA_ARRAY(arena, int, imposition->sheets.page_count);
    for (int i = 0; i < imposition->sheets.page_count; i++) {
        const struct side *side = &imposition->sides[i];
        sides->objects[i] = objects_reserve(objects);
        for (int j = 0; j < side->cell_count; j++) {
            int page = side->cells[j].page;
            pages[page] = sides->objects[i];
            forms[page] = imposition->single ? 0 : objects_reserve(objects);
        }
    }
    sides->seats.pages = pages;
    if (!imposition->single) {
        sides->seats.forms = forms;
        return sides;
    }
    const struct box *trim = &imposition->trim;
    sides->seats.left = trim->x;
    sides->seats.below = imposition->sheets.height - trim->y - trim->height;
    return sides;
}

/* --- content ------------------------------------------------------------------------- */

static void put_numbers(GString *out, const length *numbers, int count)
{
    for (int i = 0; i < count; i++) {
        put_points(out, numbers[i]);
        g_string_append_c(out, ' ');
    }
}

/* Left, bottom, right, top. */
static void put_box(GString *out, const char *key, const struct book *sheets, const struct box *box)
{
    length corners[] = {box->x, sheets->height - box->y - box->height, box->x + box->width,
                        sheets->height - box->y};
    g_string_append_printf(out, "/%s[", key);
    put_numbers(out, corners, 4);
    out->str[out->len - 1] = ']';
}

/* A page as a form: in its own coordinates, bleed and all. */
static void write_form(const struct sides *sides, const struct press *press,
                       struct objects *objects, int page, int resources)
{
    const struct book *book = press->book;
    length bleed = book->style->print.bleed;
    length box[] = {-bleed, -bleed, book->width + bleed, book->height + bleed};
    GString *content = content_write(press, page), *entries = g_string_new(NULL);
    g_string_printf(entries, "/Type/XObject/Subtype/Form/Resources %d 0 R/StructParents %d/BBox[",
                    resources, page);
    put_numbers(entries, box, 4);
    g_string_append_c(entries, ']');
    objects_set_stream(objects, sides->seats.forms[page], entries->str, content->str, content->len,
                       CODING_PAGE);
    g_string_free(entries, TRUE);
    g_string_free(content, TRUE);
}

/* "q … W n 1 0 0 1 x y cm /P0 Do Q": a page where it lies, upside down or not. */
static void put_cell(const struct sides *sides, const struct book *book, const struct cell *cell,
                     GString *out)
{
    const struct book *sheets = &sides->imposition->sheets;
    const struct box *clip = &cell->clip;
    length box[] = {clip->x, sheets->height - clip->y - clip->height, clip->width, clip->height};
    length left = cell->x, below = sheets->height - cell->y - book->height;
    length at[] = {cell->turned ? left + book->width : left,
                   cell->turned ? below + book->height : below};
    g_string_append(out, "q\n");
    put_numbers(out, box, 4);
    g_string_append_printf(out, "re W n\n%s ", cell->turned ? "-1 0 0 -1" : "1 0 0 1");
    put_numbers(out, at, 2);
    g_string_append_printf(out, "cm\n/P%d Do\nQ\n", cell->page);
}

/* The only page of a side, in place. */
static void put_single(const struct sides *sides, const struct press *press, int page, GString *out)
{
    length at[] = {sides->seats.left, sides->seats.below};
    GString *content = content_write(press, page);
    g_string_append(out, "q\n1 0 0 1 ");
    put_numbers(out, at, 2);
    g_string_append(out, "cm\n");
    g_string_append_len(out, content->str, (gssize)content->len);
    g_string_append(out, "Q\n");
    g_string_free(content, TRUE);
}

static int write_content(const struct sides *sides, const struct press *press,
                         struct objects *objects, int number)
{
    const struct side *side = &sides->imposition->sides[number];
    GString *out = g_string_new(NULL);
    for (int i = 0; i < side->cell_count; i++) {
        const struct cell *cell = &side->cells[i];
        if (sides->imposition->single) {
            put_single(sides, press, cell->page, out);
            continue;
        }
        put_cell(sides, press->book, cell, out);
    }
    struct press marks = *press;
    marks.book = &sides->imposition->sheets;
    marks.ink = INK_ALL;
    GString *beside = content_write(&marks, number);
    g_string_append_len(out, beside->str, (gssize)beside->len);
    int object = objects_add_stream(objects, "", out->str, out->len, CODING_PAGE);
    g_string_free(beside, TRUE);
    g_string_free(out, TRUE);
    return object;
}

/* --- page objects -------------------------------------------------------------------- */

/* Imposed pages are resources of their side alone. */
static void put_resources(const struct sides *sides, const struct side *side, GString *out)
{
    for (int i = 0; i < side->cell_count; i++) {
        int page = side->cells[i].page;
        g_string_append_printf(out, "/P%d %d 0 R", page, sides->seats.forms[page]);
    }
}

static void write_side(const struct sides *sides, const struct press *press,
                       struct objects *objects, int number, int tree, int content, int resources)
{
    const struct imposition *imposition = sides->imposition;
    const struct book *sheets = &imposition->sheets;
    const struct side *side = &imposition->sides[number];
    struct box media = {0, 0, sheets->width, sheets->height};
    GString *out = g_string_new(NULL);
    g_string_printf(out, "<</Type/Page/Parent %d 0 R/Contents %d 0 R/Resources", tree, content);
    if (imposition->single) {
        g_string_append_printf(out, " %d 0 R/StructParents %d/Tabs/S", resources,
                               side->cells[0].page);
    } else {
        g_string_append(out, "<</Font<<");
        fontset_put_resources(press->fonts, out);
        g_string_append(out, ">>");
        sides_put_colours(out);
        g_string_append(out, "/XObject<<");
        put_resources(sides, side, out);
        g_string_append(out, ">>>>");
    }
    put_box(out, "MediaBox", sheets, &media);
    put_box(out, "BleedBox", sheets, &imposition->bleed);
    put_box(out, "TrimBox", sheets, &imposition->trim);
    if (pictures_any(press->pictures)) /* a soft mask is blended in the inks of the press */
        g_string_append(out, "/Group<</S/Transparency/CS/DeviceCMYK>>");
    g_string_append(out, ">>");
    objects_set(objects, sides->objects[number], out);
    g_string_free(out, TRUE);
}

int sides_write(const struct sides *sides, const struct press *press, struct objects *objects,
                int resources)
{
    int count = sides->imposition->sheets.page_count, tree = objects_reserve(objects);
    int *contents = g_new(int, count);
    for (int page = 0; sides->seats.forms && page < press->book->page_count; page++)
        write_form(sides, press, objects, page, resources); /* in the order of reading */
    for (int i = 0; i < count; i++)
        contents[i] = write_content(sides, press, objects, i);
    GString *kids = g_string_new("<</Type/Pages/Kids[");
    for (int i = 0; i < count; i++) {
        write_side(sides, press, objects, i, tree, contents[i], resources);
        g_string_append_printf(kids, "%d 0 R ", sides->objects[i]);
    }
    g_string_append_printf(kids, "]/Count %d>>", count);
    objects_set(objects, tree, kids);
    g_string_free(kids, TRUE);
    g_free(contents);
    return tree;
}

void sides_put_colours(GString *out)
{
    g_string_append(out, "/ColorSpace<</All[/Separation/All/DeviceCMYK<</FunctionType 2"
                         "/Domain[0 1]/C0[0 0 0 0]/C1[1 1 1 1]/N 1>>]>>");
}
