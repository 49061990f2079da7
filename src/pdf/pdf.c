/* pdf: book → file, for the archive or for print. The order is that of need: fonts first, because
 * codes depend on them; then pages, which make the structure; then everything that needs to know
 * where things came to be. */
#include "pdf/pdf.h"

#include "pdf/anchor.h"
#include "pdf/content.h"
#include "pdf/metadata.h"
#include "pdf/object.h"
#include "pdf/sides.h"
#include "pdf/syntax.h"

/* One file that is being written. */
struct writing {
    const struct press *press;
    struct objects *objects;
    const struct seats *seats;
    const struct sides *sides; /* of the print variant; NULL: for the archive */
    const struct profile *profile;
};

/* The resources are the same for all pages: one object. */
static void write_resources(const struct press *press, struct objects *objects, int number,
                            bool print)
{
    GString *out = g_string_new("<</Font<<");
    fontset_put_resources(press->fonts, out);
    g_string_append(out, ">>/XObject<<");
    pictures_put_resources(press->pictures, out);
    g_string_append(out, ">>");
    if (print)
        sides_put_colours(out);
    g_string_append(out, ">>");
    objects_set(objects, number, out);
    g_string_free(out, TRUE);
}

static int write_content(const struct press *press, struct objects *objects, int page)
{
    GString *operators = content_write(press, page);
    int number = objects_add_stream(objects, "", operators->str, operators->len, CODING_PAGE);
    g_string_free(operators, TRUE);
    return number;
}

/* Writes all pages and their tree; its object number. */
static int write_archive_pages(const struct press *press, struct objects *objects,
                               const int *page_objects, int resources)
{
    const struct book *book = press->book;
    int tree = objects_reserve(objects);
    int *contents = g_new(int, book->page_count);
    for (int i = 0; i < book->page_count; i++)
        contents[i] = write_content(press, objects, i);
    links_write(press->links); /* after all pages: a note may begin on a later one */
    GString *kids = g_string_new("<</Type/Pages/Kids["), *out = g_string_new(NULL);
    for (int i = 0; i < book->page_count; i++) {
        g_string_printf(out, "<</Type/Page/Parent %d 0 R/Resources %d 0 R/Contents %d 0 R", tree,
                        resources, contents[i]);
        g_string_append(out, "/MediaBox[0 0 ");
        put_points(out, book->width);
        g_string_append_c(out, ' ');
        put_points(out, book->height);
        g_string_append_printf(out, "]/StructParents %d/Tabs/S", i);
        links_put_annotations(press->links, i, out);
        g_string_append(out, ">>");
        objects_set(objects, page_objects[i], out);
        g_string_append_printf(kids, "%d 0 R ", page_objects[i]);
    }
    g_string_append_printf(kids, "]/Count %d>>", book->page_count);
    objects_set(objects, tree, kids);
    g_string_free(kids, TRUE);
    g_string_free(out, TRUE);
    g_free(contents);
    return tree;
}

static int write_pages(const struct writing *writing)
{
    const struct press *press = writing->press;
    struct objects *objects = writing->objects;
    int resources = objects_reserve(objects);
    int tree = writing->sides
                   ? sides_write(writing->sides, press, objects, resources)
                   : write_archive_pages(press, objects, writing->seats->pages, resources);
    write_resources(press, objects, resources, writing->sides);
    return tree;
}

/* True when the page's number is the one after that of the page before it. */
static bool goes_on(const struct book *book, int page)
{
    if (!page)
        return false;
    const struct page *this = &book->pages[page], *before = &book->pages[page - 1];
    return this->number == before->number + 1 && this->roman == before->roman;
}

/* "/PageLabels<<…>>": a stretch begins where numbers do not go on (12.4.2). */
static void put_labels(const struct book *book, GString *out)
{
    g_string_append(out, "/PageLabels<</Nums[");
    for (int i = 0; i < book->page_count; i++)
        if (!goes_on(book, i))
            g_string_append_printf(out, "%d<</S/%s/St %d>>", i, book->pages[i].roman ? "r" : "D",
                                   book->pages[i].number);
    g_string_append(out, book->page_count ? "]>>" : "0<</S/D>>]>>");
}

/* Names, labels and outline: ways through the pages of a book, which a sheet is not. */
static void put_ways(const struct writing *writing, GString *out)
{
    const struct press *press = writing->press;
    if (writing->seats->forms)
        return;
    int outline = links_write_outline(press->links);
    int names = anchor_write_names(press->book, writing->objects, writing->seats);
    put_labels(press->book, out);
    if (names)
        g_string_append_printf(out, "/Names<</Dests %d 0 R>>", names);
    if (outline)
        g_string_append_printf(out, "/Outlines %d 0 R", outline);
}

static int write_catalog(const struct writing *writing, int pages)
{
    const struct book *book = writing->press->book;
    struct objects *objects = writing->objects;
    GString *out = g_string_new(NULL), *ways = g_string_new(NULL);
    put_ways(writing, ways);
    int structure = structure_write(writing->press->structure);
    int xmp = metadata_write_xmp(objects, book, writing->sides);
    g_string_printf(out,
                    "<</Type/Catalog/Pages %d 0 R/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R"
                    "/Lang(%s)/ViewerPreferences<</DisplayDocTitle true%s>>%s/Metadata %d 0 R"
                    "/OutputIntents",
                    pages, structure, language_tag(book->language),
                    book->language == AR ? "/Direction/R2L" : "", ways->str, xmp);
    metadata_put_intents(objects, writing->profile, out);
    g_string_append(out, ">>");
    int number = objects_add(objects, out);
    g_string_free(ways, TRUE);
    g_string_free(out, TRUE);
    return number;
}

static GByteArray *write_book(struct arena *arena, const struct book *book,
                              const struct fontset *fonts, struct writing *writing)
{
    struct objects *objects = writing->objects;
    struct press press = {.book = book, .fonts = fonts, .ink = INK_BLACK};
    writing->press = &press;
    press.pictures = pictures_new(objects, writing->sides);
    press.structure = structure_new(arena, book, objects, writing->seats);
    press.links = links_new(arena, book, objects, press.structure, writing->seats);
    int pages = write_pages(writing);
    int catalog = write_catalog(writing, pages);
    int info = metadata_write_info(objects, book, writing->sides);
    links_free(press.links);
    structure_free(press.structure);
    pictures_free(press.pictures);
    return objects_finish(objects, catalog, info);
}

GByteArray *pdf_write(struct arena *arena, const struct book *book, struct diag *diag)
{
    struct objects *objects = objects_new(false);
    const struct fontset *set = fontset_embed(arena, book, NULL, objects, diag);
    int *pages = ARENA_ARRAY(arena, int, book->page_count);
    for (int i = 0; i < book->page_count; i++)
        pages[i] = objects_reserve(objects);
    struct seats seats = {.pages = pages, .live = true};
    struct writing writing = {.objects = objects, .seats = &seats};
    GByteArray *file = set ? write_book(arena, book, set, &writing) : NULL;
    objects_free(objects);
    return file;
}

GByteArray *pdf_write_print(struct arena *arena, const struct imposition *imposition,
                            struct diag *diag)
{
    const struct book *book = imposition->book;
    const struct profile *profile = profile_read(arena, book->style, diag);
    if (!profile)
        return NULL;
    struct objects *objects = objects_new(true);
    const struct fontset *set = fontset_embed(arena, book, &imposition->sheets, objects, diag);
    const struct sides *sides = sides_reserve(arena, imposition, objects);
    struct writing writing = {
        .objects = objects, .seats = &sides->seats, .sides = sides, .profile = profile};
    GByteArray *file = set ? write_book(arena, book, set, &writing) : NULL;
    objects_free(objects);
    return file;
}
