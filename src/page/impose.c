/* impose: which page stands where on which side. In: a book, an order. Out: sides, with their marks
 * and slug lines. The function to read first is the last one here. */
#include "page/impose.h"

#include <glib.h>
#include <string.h>

#include "page/impose_marks.h"
#include "page/page.h"

#define TENTH_MM(x) PT((x)*72 / 254.0)

/* --- orders -------------------------------------------------------------------------- */

static const struct paper {
    const char *name;
    length width, height;
} papers[] = {
    {"SRA3", TENTH_MM(3200), TENTH_MM(4500)},
    {"SRA2", TENTH_MM(4500), TENTH_MM(6400)},
    {"A3", TENTH_MM(2970), TENTH_MM(4200)},
    {"A2", TENTH_MM(4200), TENTH_MM(5940)},
};

static const struct paper *paper_of(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(papers); i++)
        if (g_ascii_strcasecmp(papers[i].name, name) == 0)
            return &papers[i];
    return NULL;
}

bool impose_take_sheet(struct print_order *order, const char *name)
{
    const struct paper *paper = paper_of(name);
    order->sheet = paper ? paper->name : NULL;
    return paper;
}

bool impose_take_scheme(struct print_order *order, const char *name)
{
    static const char signature[] = "signature:";
    guint64 pages = 0;
    if (strcmp(name, "2up") == 0 || strcmp(name, "4up") == 0) {
        order->scheme = SCHEME_LEAVES;
        order->up = *name - '0';
        return true;
    }
    bool numbered = g_str_has_prefix(name, signature);
    if (numbered &&
        (!g_ascii_string_to_unsigned(name + strlen(signature), 10, 4, 1024, &pages, NULL) ||
         pages % 4))
        return false;
    if (!numbered && strcmp(name, "booklet") != 0)
        return false;
    order->scheme = SCHEME_SIGNATURES;
    order->signature = (int)pages;
    return true;
}

/* --- where pages stand --------------------------------------------------------------- */

static length gap_between(length room, length pages, length wanted, int count)
{
    return count > 1 ? CLAMP((room - pages) / (count - 1), 0, wanted) : 0;
}

/* Folded sheets have no gap at the spine: those pages hang together. */
static void fill_gaps(struct forme *forme, length gutter)
{
    length across = forme->folded ? 0 : gutter;
    forme->gap_x =
        gap_between(forme->width, forme->columns * forme->page_width, across, forme->columns);
    forme->gap_y =
        gap_between(forme->height, forme->rows * forme->page_height, gutter, forme->rows);
    struct box box = forme_box(forme);
    forme->left = (forme->width - box.width) / 2;
    forme->top = (forme->height - box.height) / 2;
}

static bool has_room(const struct forme *forme)
{
    return forme->columns * forme->page_width <= forme->width &&
           forme->rows * forme->page_height <= forme->height;
}

/* Two or four pages on a sheet, which lies as it has room for them. */
static bool lay_out(const struct paper *paper, int up, struct forme *forme)
{
    forme->columns = 2;
    forme->rows = up / 2;
    forme->width = paper->height;
    forme->height = paper->width;
    if (has_room(forme))
        return true;
    forme->width = paper->width;
    forme->height = paper->height;
    return has_room(forme);
}

static int millimetres(length x)
{
    return (int)(((int64_t)x * 254 / 72 + 5 * LENGTH_PT) / (10 * LENGTH_PT));
}

static bool refuse(const struct compositor *compositor, const char *reason)
{
    diag_file(compositor->diag, compositor->source, SOURCE_NOWHERE, DIAG_IMPOSITION, "%s", reason);
    return false;
}

/* How many pages a side has: signatures have as many as the sheet holds. */
static int pages_up(const struct print_order *order, const struct paper *paper, struct forme *forme)
{
    if (order->scheme == SCHEME_LEAVES)
        return lay_out(paper, order->up, forme) ? order->up : 0;
    if (lay_out(paper, 4, forme))
        return 4;
    return lay_out(paper, 2, forme) ? 2 : 0;
}

static bool make_forme(const struct compositor *compositor, const struct book *book,
                       const struct print_order *order, struct forme *forme)
{
    const struct style *style = compositor->style;
    *forme = (struct forme){.page_width = book->width,
                            .page_height = book->height,
                            .columns = 1,
                            .rows = 1,
                            .bleed = style->print.bleed};
    if (order->scheme == SCHEME_SINGLE) {
        length margin = MAX(style->print.margin, style->print.bleed);
        forme->width = book->width + 2 * margin;
        forme->height = book->height + 2 * margin;
        fill_gaps(forme, 0);
        return true;
    }
    const char *name = order->sheet                                       ? order->sheet
                       : order->scheme == SCHEME_LEAVES && order->up == 4 ? "SRA2"
                                                                          : "SRA3";
    forme->folded = order->scheme == SCHEME_SIGNATURES;
    int up = pages_up(order, paper_of(name), forme);
    if (!up)
        return refuse(compositor,
                      arena_printf(compositor->arena,
                                   "%s has no room for %d pages of %d by %d mm, a larger sheet was "
                                   "wanted",
                                   name, MAX(order->up, 2), millimetres(book->width),
                                   millimetres(book->height)));
    if (order->signature % (2 * up))
        return refuse(compositor, arena_printf(compositor->arena,
                                               "a signature of %d pages is no whole number of "
                                               "sheets, a multiple of %d was wanted for %s",
                                               order->signature, 2 * up, name));
    fill_gaps(forme, style->print.gutter);
    return true;
}

/* --- which page stands where --------------------------------------------------------- */

/* Sheets that are bound together: a signature; all leaves. */
struct gathering {
    int first, count; /* of its pages, from 0; blank ones are counted */
    int sheets;
};

struct imposing {
    const struct compositor *compositor;
    const struct print_order *order;
    struct forme forme;
    struct imposition *imposition;
    struct side *sides;
    struct page *pages; /* marks and slug lines */
    int side_count, sheet_count;
    struct sheet sheet;
};

/* A place on a side of a sheet. */
struct spot {
    int sheet; /* in its gathering: 0 is the outermost */
    bool back;
    int column, row;
};

/* What a folded side holds, by rows from the head: pages of the sheet's first half from 1, of its
 * second half from -1, which is its first page. */
static const signed char once[2][1][2] = {{{-2, 1}}, {{2, -1}}};
static const signed char twice[2][2][2] = {{{-1, 4}, {-4, 1}}, {{3, -2}, {2, -3}}};

/* Page of the gathering, from 0; *depth: how many leaves lie outside it. */
static int folded_page(const struct gathering *gathering, int rows, struct spot spot, int *depth)
{
    int half = 2 * rows;
    int number =
        rows == 1 ? once[spot.back][0][spot.column] : twice[spot.back][spot.row][spot.column];
    bool inner = rows == 2 && (number > 2 || (number < 0 && number >= -2));
    *depth = rows * spot.sheet + inner;
    if (number > 0)
        return half * spot.sheet + number - 1;
    return gathering->count - half * (spot.sheet + 1) - number - 1;
}

/* Leaf by leaf in rows; behind each its back, which is on the other half of the sheet. */
static int leaf_page(const struct forme *forme, struct spot spot)
{
    int column = spot.back ? forme->columns - 1 - spot.column : spot.column;
    int leaf = spot.row * forme->columns + column;
    return 2 * (spot.sheet * forme->columns * forme->rows + leaf) + spot.back;
}

/* What may be printed of a page that stands there: up to the middle of a gap. */
static struct box clip_of(const struct forme *forme, int column, int row)
{
    length x = forme_x(forme, column), y = forme_y(forme, row), bleed = forme->bleed;
    length left = column ? MIN(forme->gap_x / 2, bleed) : MIN(bleed, forme->left);
    length above = row ? MIN(forme->gap_y / 2, bleed) : MIN(bleed, forme->top);
    bool last = column == forme->columns - 1, lowest = row == forme->rows - 1;
    length right = last ? MIN(bleed, forme->left) : MIN(forme->gap_x / 2, bleed);
    length below = lowest ? MIN(bleed, forme->top) : MIN(forme->gap_y / 2, bleed);
    return (struct box){x - left, y - above, forme->page_width + left + right,
                        forme->page_height + above + below};
}

/* Puts what stands at a spot there, unless that is blank. In a book that is read from right to left
 * the spine is at the other side. */
static void fill_spot(const struct imposing *imposing, const struct gathering *gathering,
                      struct spot spot, struct side *side, struct cell *cells)
{
    const struct forme *forme = &imposing->forme;
    const struct book *book = imposing->imposition->book;
    int depth = 0;
    int page =
        forme->folded ? folded_page(gathering, forme->rows, spot, &depth) : leaf_page(forme, spot);
    page += gathering->first;
    if (page >= book->page_count)
        return;
    if (language_is_rtl(book->language))
        spot.column = forme->columns - 1 - spot.column;
    length creep = depth * imposing->compositor->style->print.paper;
    cells[side->cell_count++] = (struct cell){
        .page = page,
        .x = forme_x(forme, spot.column) + (spot.column ? -creep : creep),
        .y = forme_y(forme, spot.row),
        .turned = forme->folded && forme->rows == 2 && spot.row == 0,
        .clip = clip_of(forme, spot.column, spot.row),
    };
}

/* --- sides --------------------------------------------------------------------------- */

/* "A/RES/76/19   zh   2021-12-08   2/3"; what there is of it. */
static const char *slug_of(struct arena *arena, const struct book *book, const char *place)
{
    static const char gap[] = " · ";
    const char *symbol = book->symbol ? arena_printf(arena, "%s%s", book->symbol, gap) : "";
    const char *date = "";
    if (book->date.year)
        date = arena_printf(arena, "%04d-%02d-%02d%s", book->date.year, book->date.month,
                            book->date.day, gap);
    return arena_printf(arena, "%s%s%s%s%s", symbol, language_tag(book->language), gap, date,
                        place);
}

/* Adds a side with its marks and slug line. */
static bool add_side(struct imposing *imposing, const struct side *side, const char *place)
{
    const struct compositor *compositor = imposing->compositor;
    const char *slug = slug_of(compositor->arena, imposing->imposition->book, place);
    impose_place_marks(compositor->style, &imposing->forme, &imposing->sheet);
    if (!impose_place_slug(compositor, &imposing->forme, slug, &imposing->sheet))
        return false;
    struct page *page = &imposing->pages[imposing->side_count];
    *page = (struct page){.number = imposing->side_count + 1, .label = place};
    sheet_finish(&imposing->sheet, page);
    imposing->sides[imposing->side_count++] = *side;
    return true;
}

/* Leaves have no cell for a place where no page comes. */
static bool add_imposed_side(struct imposing *imposing, const struct gathering *gathering,
                             struct spot spot, const char *place)
{
    const struct forme *forme = &imposing->forme;
    struct side side = {0};
    struct cell *cells =
        ARENA_ARRAY(imposing->compositor->arena, struct cell, forme->columns * forme->rows);
    for (spot.row = 0; spot.row < forme->rows; spot.row++)
        for (spot.column = 0; spot.column < forme->columns; spot.column++)
            fill_spot(imposing, gathering, spot, &side, cells);
    side.cells = cells;
    return add_side(imposing, &side, place);
}

/* "1/4 A": sheet and side; "2: 1/4 A": of signature 2. */
static bool add_gathering(struct imposing *imposing, const struct gathering *gathering, int number)
{
    struct arena *arena = imposing->compositor->arena;
    const char *signature = number ? arena_printf(arena, "%d: ", number) : "";
    for (int sheet = 0; sheet < gathering->sheets; sheet++)
        for (int back = 0; back < 2; back++) {
            const char *place = arena_printf(arena, "%s%d/%d %c", signature, sheet + 1,
                                             gathering->sheets, back ? 'B' : 'A');
            struct spot spot = {.sheet = sheet, .back = back};
            if (!add_imposed_side(imposing, gathering, spot, place))
                return false;
        }
    return true;
}

/* All signatures but the last are full; that one has as many sheets as it needs. */
static bool add_gatherings(struct imposing *imposing)
{
    const struct print_order *order = imposing->order;
    int count = imposing->imposition->book->page_count;
    int sheet = 2 * imposing->forme.columns * imposing->forme.rows;
    int size = order->signature ? order->signature : count;
    for (int first = 0; first < count; first += size) {
        int sheets = (MIN(size, count - first) + sheet - 1) / sheet;
        struct gathering gathering = {first, sheets * sheet, sheets};
        if (!add_gathering(imposing, &gathering, size < count ? first / size + 1 : 0))
            return false;
    }
    return true;
}

static bool add_singles(struct imposing *imposing)
{
    const struct book *book = imposing->imposition->book;
    struct arena *arena = imposing->compositor->arena;
    const struct forme *forme = &imposing->forme;
    for (int i = 0; i < book->page_count; i++) {
        const struct page *page = &book->pages[i];
        struct cell *cell = ARENA_NEW(arena, struct cell);
        *cell = (struct cell){
            .page = i, .x = forme->left, .y = forme->top, .clip = clip_of(forme, 0, 0)};
        struct side side = {1, cell};
        const char *label = page->label && *page->label
                                ? page->label
                                : page_number(arena, page->number, page->roman);
        if (!add_side(imposing, &side, label))
            return false;
    }
    return true;
}

/* --- the imposition ------------------------------------------------------------------ */

static struct box widened(struct box box, length by, const struct forme *forme)
{
    length x = MIN(by, forme->left), y = MIN(by, forme->top);
    return (struct box){box.x - x, box.y - y, box.width + 2 * x, box.height + 2 * y};
}

static void finish(const struct imposing *imposing)
{
    struct imposition *imposition = imposing->imposition;
    const struct forme *forme = &imposing->forme;
    imposition->single = imposing->order->scheme == SCHEME_SINGLE;
    imposition->sides = imposing->sides;
    imposition->trim = forme_box(forme);
    imposition->bleed = widened(imposition->trim, forme->bleed, forme);
    imposition->sheets = *imposition->book;
    imposition->sheets.width = forme->width;
    imposition->sheets.height = forme->height;
    imposition->sheets.pages = imposing->pages;
    imposition->sheets.page_count = imposing->side_count;
}

const struct imposition *impose_book(const struct compositor *compositor, const struct book *book,
                                     const struct print_order *order)
{
    struct arena *arena = compositor->arena;
    struct imposing imposing = {.compositor = compositor, .order = order};
    if (!make_forme(compositor, book, order, &imposing.forme))
        return NULL;
    struct imposition *imposition = ARENA_NEW(arena, struct imposition);
    imposition->book = book;
    imposing.imposition = imposition;
    /* the last sheet may be nearly empty: 8 pages of which 7 are blank */
    int most = 2 * book->page_count + 2;
    imposing.sides = ARENA_ARRAY(arena, struct side, most);
    imposing.pages = ARENA_ARRAY(arena, struct page, most);
    imposing.sheet = sheet_new(arena, compositor->style);
    imposing.sheet.mirror = 0; /* a sheet has no reading direction */
    bool added =
        order->scheme == SCHEME_SINGLE ? add_singles(&imposing) : add_gatherings(&imposing);
    g_array_free(imposing.sheet.items, TRUE);
    if (!added)
        return NULL;
    finish(&imposing);
    return imposition;
}
