/* section: galley → pages of a stretch of a larger book. In: a galley of one document or of several
 * that run on, the number of the first page. Out: the pages, heads and feet on each. */
#include <glib.h>
#include <string.h>

#include "page/makeup.h"
#include "page/page.h"
#include "page/place.h"
#include "page/report.h"
#include "page/running.h"

struct making {
    const struct compositor *compositor;
    const struct section *section;
    const struct column *column;
    const struct makeup *makeup;
    struct area area;
    const char *symbol; /* those of the head that was set last */
    const struct running *running;
};

/* --- numbers ------------------------------------------------------------------------- */

const char *page_number(struct arena *arena, int number, bool roman)
{
    static const struct {
        int value;
        const char *letters;
    } digits[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
                  {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},   {9, "ix"},
                  {5, "v"},    {4, "iv"},   {1, "i"}};
    if (!roman)
        return arena_printf(arena, "%d", number);
    const char *text = "";
    for (size_t i = 0; i < G_N_ELEMENTS(digits); i++)
        for (; number >= digits[i].value; number -= digits[i].value)
            text = arena_printf(arena, "%s%s", text, digits[i].letters);
    return text;
}

/* --- heads --------------------------------------------------------------------------- */

/* The symbol of the document that a paragraph belongs to; NULL: it has none. */
static const char *symbol_of(const struct making *making, int para)
{
    const struct node *node = making->column->galley->paras[para].node;
    while (node && node->kind != NODE_DOC)
        node = node->parent;
    bool within = node && node->parent; /* not what is the volume's own */
    const struct node *symbol = within ? doc_field(node, FIELD_SYMBOL) : NULL;
    return symbol ? doc_plain_text(making->compositor->arena, symbol) : NULL;
}

/* "A/RES/76/19", "A/RES/76/19–A/RES/76/21": what a page is looked up by. */
static const char *symbols_of(const struct making *making, const struct fill *fill)
{
    int last = fill->to.line ? fill->to.para : fill->to.para - 1;
    last = CLAMP(last, fill->from.para, making->column->para_count - 1);
    const char *from = NULL, *to = last < 0 ? NULL : symbol_of(making, last);
    for (int i = fill->from.para; !from && i <= last; i++) /* titles of parts have none */
        from = symbol_of(making, i);
    if (!from || !to || strcmp(from, to) == 0)
        return from;
    return arena_printf(making->compositor->arena, "%s–%s", from, to);
}

/* The head is set anew only where it changes. False when a character is in no face. */
static bool set_head(struct making *making, const struct fill *fill)
{
    const char *symbol = symbols_of(making, fill);
    if (making->running && g_strcmp0(symbol, making->symbol) == 0)
        return true;
    making->symbol = symbol;
    making->running = running_set_head(making->compositor, symbol, making->section->head);
    return making->running;
}

/* --- pages --------------------------------------------------------------------------- */

static bool make_page(struct making *making, int index, struct sheet *sheet, struct page *page)
{
    const struct compositor *compositor = making->compositor;
    const struct section *section = making->section;
    const struct style *style = compositor->style;
    const struct fill *fill = &making->makeup->pages[index];
    length top = index == 0 && section->top ? section->top : style->page.first_top;
    struct frame frame = {style->page.text_start, top, 0};
    frame.bottom = index == 0 ? top + making->area.first : top + making->area.later;
    frame.bottom += fill->run * making->column->line;
    page->number = section->first + index;
    page->roman = section->roman;
    page->label = page_number(compositor->arena, page->number, section->roman);
    page->slack = fill->slack;
    page->stretched = fill->stretched;
    place_text(style, making->column, making->makeup, fill, &frame, sheet);
    bool all =
        section->bare || (set_head(making, fill) && running_place(making->running, page, sheet));
    report_page(compositor, making->column, page->number, fill);
    sheet_finish(sheet, page);
    return all;
}

/* The first page is as high as all others, unless its text begins lower. */
static struct area area_of(const struct compositor *compositor, const struct column *column,
                           const struct section *section)
{
    length top = compositor->style->page.first_top;
    struct area area = makeup_area(compositor->style, column, section->top ? section->top : top);
    if (!section->top)
        area.first = area.later;
    area.verso = section->first % 2 == 0 && !section->top;
    return area;
}

static bool make_pages(struct making *making, struct book *book)
{
    struct arena *arena = making->compositor->arena;
    struct page *pages = ARENA_ARRAY(arena, struct page, making->makeup->page_count);
    struct sheet sheet = sheet_new(arena, making->compositor->style);
    bool all = true;
    for (int i = 0; i < making->makeup->page_count && all; i++)
        all = make_page(making, i, &sheet, &pages[i]);
    g_array_free(sheet.items, TRUE);
    book->page_count = making->makeup->page_count;
    book->pages = pages;
    return all;
}

const struct book *page_make_up_section(const struct compositor *compositor,
                                        const struct galley *galley, const struct section *section)
{
    struct making making = {.compositor = compositor, .section = section};
    making.column = column_measure(compositor->arena, galley);
    making.area = area_of(compositor, making.column, section);
    making.makeup = makeup_find(compositor->arena, making.column, &making.area);
    struct book *book = ARENA_NEW(compositor->arena, struct book);
    book->doc = galley->doc;
    book->style = compositor->style;
    book->source = compositor->source;
    book->width = compositor->style->page.width;
    book->height = compositor->style->page.height;
    book->language = compositor->style->language;
    return make_pages(&making, book) ? book : NULL;
}
