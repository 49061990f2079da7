/* rules_page: size and boxes of pages, margins and type area. */
#include <math.h>

#include "inspect/inspect.h"
#include "inspect/tally.h"

#define SLACK 1.0 /* points that a measure may be off: glyphs stand out of their width */

/* --- boxes --------------------------------------------------------------------------------- */

static bool is_inside(const struct page_box *inner, const struct page_box *outer)
{
    const double near = 0.01;
    return !inner->there ||
           (inner->left >= outer->left - near && inner->bottom >= outer->bottom - near &&
            inner->right <= outer->right + near && inner->top <= outer->top + near);
}

static void look_at_boxes(const struct inspection *in, const struct sheet *sheet)
{
    uint32_t page = (uint32_t)sheet->number;
    if (!sheet->media.there || sheet->width <= 0 || sheet->height <= 0) {
        diag_file(in->diag, in->source, page, DIAG_INSPECT_BOX,
                  "the page has no MediaBox of four numbers: its size is not known");
        return;
    }
    if (sheet->turned != 0)
        diag_file(in->diag, in->source, page, DIAG_INSPECT_BOX,
                  "the page is turned by %.0f degrees, an upright one was wanted", sheet->turned);
    if (sheet->unit != 1)
        diag_file(in->diag, in->source, page, DIAG_INSPECT_BOX,
                  "a unit of the page is %g points, one was wanted", sheet->unit);
    if (!is_inside(&sheet->crop, &sheet->media))
        diag_file(in->diag, in->source, page, DIAG_INSPECT_BOX,
                  "the CropBox reaches beyond the MediaBox");
    if (!is_inside(&sheet->bleed, &sheet->media))
        diag_file(in->diag, in->source, page, DIAG_INSPECT_BOX,
                  "the BleedBox reaches beyond the MediaBox");
    if (!is_inside(&sheet->trim, sheet->bleed.there ? &sheet->bleed : &sheet->media))
        diag_file(in->diag, in->source, page, DIAG_INSPECT_BOX, "the TrimBox reaches beyond the %s",
                  sheet->bleed.there ? "BleedBox" : "MediaBox");
}

/* A page for print says where it is cut (ISO 15930-7, 6.1.1). */
static void look_at_print(const struct inspection *in)
{
    const struct object *intents = file_get(in->file, file_catalog(in->file), "OutputIntents");
    bool for_print = false;
    struct tally tally = {0};
    for (int i = 0; intents->kind == OBJECT_ARRAY && i < intents->count; i++)
        for_print |=
            object_is(file_get(in->file, file_item(in->file, intents, i), "S"), "GTS_PDFX");
    for (guint i = 0; for_print && i < in->sheets->len; i++)
        if (!inspect_sheet(in, i)->trim.there &&
            file_get(in->file, inspect_sheet(in, i)->page, "ArtBox")->kind == OBJECT_NULL)
            tally_add(in, &tally, (int)i + 1, "a page for print has no TrimBox, one was wanted");
    tally_tell(in, &tally, DIAG_INSPECT_BOX, "pages");
}

static bool has_size(const struct inspection *in, const struct sheet *sheet)
{
    return fabs(sheet->width - inspect_points(in->style->page.width)) <= SLACK &&
           fabs(sheet->height - inspect_points(in->style->page.height)) <= SLACK;
}

static void look_at_size(const struct inspection *in)
{
    int count = 0;
    const struct sheet *first = NULL;
    for (guint i = 0; i < in->sheets->len; i++) {
        const struct sheet *sheet = inspect_sheet(in, i);
        if (sheet->media.there && !has_size(in, sheet) && !count++)
            first = sheet;
    }
    if (!count)
        return;
    diag_file(in->diag, in->source, (uint32_t)first->number, DIAG_INSPECT_PAGE_SIZE,
              "the page is %.1f × %.1f pt, %.1f × %.1f was wanted (%d of %u pages)", first->width,
              first->height, inspect_points(in->style->page.width),
              inspect_points(in->style->page.height), count, in->sheets->len);
}

/* --- margins ------------------------------------------------------------------------------- */

struct edges {
    double left, right;
};

static struct edges edges_of(const struct inspection *in, length start, length end)
{
    double width = inspect_points(in->style->page.width);
    double a = inspect_points(start), b = inspect_points(end);
    return in->language == AR ? (struct edges){width - b, width - a} : (struct edges){a, b};
}

/* The first line that stands beyond the frame. */
static void look_at_margin(const struct inspection *in, const struct sheet *sheet,
                           struct tally *tally)
{
    struct edges frame = edges_of(in, in->style->page.frame_start, in->style->page.frame_end);
    for (guint i = 0; i < sheet->lines->len; i++) {
        const struct sheet_line *line = inspect_line(sheet, i);
        double beyond = MAX(frame.left - line->left, line->right - frame.right);
        if (beyond <= SLACK)
            continue;
        tally_add(in, tally, sheet->number, "“%s” reaches %.1f pt into the margin",
                  inspect_words(in, line->text), beyond);
        return;
    }
}

/* Tagged text ends above the foot; both pages of a spread may run a line longer. */
static void look_at_area(const struct inspection *in, const struct sheet *sheet,
                         struct tally *tally)
{
    bool first = sheet->number == 1;
    double bottom = inspect_points(first ? in->style->page.bottom_first : in->style->page.bottom);
    bottom += inspect_points(in->style->forms[FORM_PARAGRAPH].leading);
    double foot =
        inspect_points(first ? in->style->run.job_baseline : in->style->run.foot_baseline);
    for (guint i = 0; i < sheet->lines->len; i++) {
        const struct sheet_line *line = inspect_line(sheet, i);
        bool in_foot = !in->tags && line->y > foot - 20;
        if (line->artifact || in_foot || line->y <= bottom + SLACK)
            continue;
        tally_add(in, tally, sheet->number, "“%s” stands %.1f pt below the type area",
                  inspect_words(in, line->text), line->y - bottom);
        return;
    }
}

/* From page 2 on, text begins below the head. */
static void look_at_top(const struct inspection *in, const struct sheet *sheet, struct tally *tally)
{
    double top = inspect_points(in->style->page.first_top);
    for (guint i = 0; sheet->number > 1 && in->tags && i < sheet->lines->len; i++) {
        const struct sheet_line *line = inspect_line(sheet, i);
        if (line->artifact || line->y >= top)
            continue;
        tally_add(in, tally, sheet->number, "“%s” stands %.1f pt above the type area",
                  inspect_words(in, line->text), top - line->y);
        return;
    }
}

void inspect_boxes(const struct inspection *in)
{
    struct tally margin = {0}, below = {0}, above = {0};
    look_at_size(in);
    look_at_print(in);
    for (guint i = 0; i < in->sheets->len; i++) {
        const struct sheet *sheet = inspect_sheet(in, i);
        look_at_boxes(in, sheet);
        if (!sheet->media.there || !has_size(in, sheet))
            continue;
        look_at_margin(in, sheet, &margin);
        look_at_area(in, sheet, &below);
        look_at_top(in, sheet, &above);
    }
    tally_tell(in, &margin, DIAG_INSPECT_MARGIN, "pages");
    tally_tell(in, &below, DIAG_INSPECT_TYPE_AREA, "pages");
    tally_tell(in, &above, DIAG_INSPECT_TYPE_AREA, "pages");
}
