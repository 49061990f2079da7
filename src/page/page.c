/* page: galley → book. In: a galley, the document's fields, a style. Out: all pages, placed. The
 * function to read first is the last one here. */
#include "page/page.h"

#include <glib.h>

#include "page/makeup.h"
#include "page/masthead.h"
#include "page/picture.h"
#include "page/place.h"
#include "page/report.h"
#include "page/running.h"

/* --- the emblem ---------------------------------------------------------------------- */

/* False when there is one that cannot be read; *emblem is NULL when there is none. */
static bool read_emblem(const struct compositor *compositor, const char *path,
                        const struct picture **emblem)
{
    const struct style *style = compositor->style;
    if (!path)
        path = style->mast.emblem_file;
    *emblem = NULL;
    if (!path || !*path)
        return true;
    struct picture *picture =
        picture_read(compositor->arena, path, style->mast.emblem, compositor->diag);
    if (picture)
        picture->alternative = style_word(style, "emblem-alternative");
    *emblem = picture;
    return picture;
}

/* --- areas --------------------------------------------------------------------------- */

/* On page 1 the white above the text stays: the text does not begin at the sheet's head. */
static length first_top(const struct masthead *masthead, const struct galley *galley)
{
    length before = galley->para_count ? galley->paras[0].before : 0;
    return masthead->bottom + MAX(masthead->after, before);
}

/* --- pages --------------------------------------------------------------------------- */

struct making {
    const struct compositor *compositor;
    const struct column *column;
    const struct makeup *makeup;
    const struct running *running;
    struct area area;
    length first_top;
};

static struct frame frame_of(const struct making *making, int number, const struct fill *fill)
{
    const struct style *style = making->compositor->style;
    struct frame frame = {style->page.text_start, making->first_top, style->page.bottom_first};
    if (number == 1)
        return frame;
    frame.top = style->page.first_top;
    frame.bottom = frame.top + making->area.later + fill->run * making->column->line;
    return frame;
}

static bool make_page(const struct making *making, struct sheet *sheet, struct page *page)
{
    const struct compositor *compositor = making->compositor;
    const struct fill *fill = &making->makeup->pages[page->number - 1];
    struct frame frame = frame_of(making, page->number, fill);
    page->label = running_label(compositor, page->number, making->makeup->page_count);
    page->slack = fill->slack;
    page->stretched = fill->stretched;
    place_text(compositor->style, making->column, making->makeup, fill, &frame, sheet);
    bool all = true;
    if (page->number == 1)
        running_place_first(making->running, sheet);
    else
        all = running_place(making->running, page, sheet);
    report_page(compositor, making->column, page->number, fill);
    sheet_finish(sheet, page);
    return all;
}

static const struct page *make_pages(const struct making *making, struct sheet *sheet)
{
    int count = making->makeup->page_count;
    struct page *pages = ARENA_ARRAY(making->compositor->arena, struct page, count);
    for (int i = 0; i < count; i++) {
        pages[i].number = i + 1;
        if (!make_page(making, sheet, &pages[i]))
            return NULL;
    }
    return pages;
}

/* --- the book ------------------------------------------------------------------------ */

static const char *text_of(struct arena *arena, const struct node *doc, enum field field)
{
    const struct node *node = doc_field(doc, field);
    const char *text = node ? doc_plain_text(arena, node) : "";
    return *text ? text : NULL;
}

static const char *book_title(struct arena *arena, const struct node *doc)
{
    const char *symbol = text_of(arena, doc, FIELD_SYMBOL);
    const char *title = text_of(arena, doc, FIELD_TITLE);
    if (!title) /* drafts may have none */
        title = text_of(arena, doc, FIELD_SPONSORS);
    if (symbol && title)
        return arena_printf(arena, "%s: %s", symbol, title);
    return symbol ? symbol : title;
}

static struct date book_date(const struct node *doc)
{
    static const enum field fields[] = {FIELD_ISSUED, FIELD_ADOPTED};
    for (size_t i = 0; i < G_N_ELEMENTS(fields); i++) {
        const struct node *node = doc_field(doc, fields[i]);
        if (node && node->as.field.date.year)
            return node->as.field.date;
    }
    return (struct date){0, 0, 0};
}

static struct book *book_new(const struct compositor *compositor, const struct node *doc)
{
    struct book *book = ARENA_NEW(compositor->arena, struct book);
    book->doc = doc;
    book->style = compositor->style;
    book->source = compositor->source;
    book->width = compositor->style->page.width;
    book->height = compositor->style->page.height;
    book->title = book_title(compositor->arena, doc);
    book->symbol = text_of(compositor->arena, doc, FIELD_SYMBOL);
    book->language = compositor->style->language;
    book->date = book_date(doc);
    return book;
}

/* Masthead, make-up, pages; the masthead first, because it says where the text begins. */
static bool fill_book(const struct compositor *compositor, const struct galley *galley,
                      const struct picture *emblem, struct sheet *sheet, struct book *book)
{
    struct masthead masthead;
    if (!masthead_place(compositor, galley, emblem, sheet, &masthead))
        return false;
    galley = masthead.galley;
    const struct column *column = column_measure(compositor->arena, galley);
    struct making making = {.compositor = compositor, .column = column};
    making.first_top = first_top(&masthead, galley);
    making.area = makeup_area(compositor->style, column, making.first_top);
    making.makeup = makeup_find(compositor->arena, column, &making.area);
    making.running = running_set(compositor, galley->doc);
    book->page_count = making.makeup->page_count;
    book->pages = making.running ? make_pages(&making, sheet) : NULL;
    return book->pages;
}

const struct book *page_make_up(const struct compositor *compositor, const struct galley *galley,
                                const char *emblem)
{
    const struct picture *picture;
    if (!read_emblem(compositor, emblem, &picture))
        return NULL;
    struct sheet sheet = sheet_new(compositor->arena, compositor->style);
    struct book *book = book_new(compositor, galley->doc);
    bool made = fill_book(compositor, galley, picture, &sheet, book);
    g_array_free(sheet.items, TRUE);
    return made ? book : NULL;
}
