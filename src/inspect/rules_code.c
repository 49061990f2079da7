/* rules_code: bar code and QR code of page 1, read as a scanner does. In: filled rectangles, drawn
 * into a picture. libzbar is seen here only. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <zbar.h>

#include "inspect/inspect.h"

#define DOTS 6          /* of the picture, a point */
#define QUIET 24        /* white dots around a code */
#define MOST_SIDE 400.0 /* points: larger boxes are no codes */

/* --- the picture --------------------------------------------------------------------------- */

static void fill(unsigned char *picture, int width, int height, const struct patch *patch,
                 const struct box *box)
{
    double left = inspect_points(box->x), top = inspect_points(box->y);
    int x1 = (int)lround((patch->x - left) * DOTS) + QUIET;
    int x2 = (int)lround((patch->x + patch->width - left) * DOTS) + QUIET;
    int y1 = (int)lround((patch->y - top) * DOTS) + QUIET;
    int y2 = (int)lround((patch->y + patch->height - top) * DOTS) + QUIET;
    for (int y = MAX(y1, 0); y < MIN(y2, height); y++)
        for (int x = MAX(x1, 0); x < MIN(x2, width); x++)
            picture[(size_t)y * (size_t)width + (size_t)x] = patch->grey < 0.5 ? 0 : 255;
}

static bool is_within(const struct patch *patch, const struct box *box)
{
    const double near = 2;
    return patch->x >= inspect_points(box->x) - near && patch->y >= inspect_points(box->y) - near &&
           patch->x + patch->width <= inspect_points(box->x + box->width) + near &&
           patch->y + patch->height <= inspect_points(box->y + box->height) + near;
}

/* NULL when nothing is painted in the box. */
static unsigned char *draw(const struct sheet *sheet, const struct box *box, int width, int height)
{
    unsigned char *picture = NULL;
    for (guint i = 0; i < sheet->patches->len; i++) {
        const struct patch *patch = &g_array_index(sheet->patches, struct patch, i);
        if (!is_within(patch, box))
            continue;
        if (!picture) {
            picture = g_malloc((size_t)width * (size_t)height);
            memset(picture, 255, (size_t)width * (size_t)height);
        }
        fill(picture, width, height, patch, box);
    }
    return picture;
}

/* --- reading ------------------------------------------------------------------------------- */

/* The text of the first code; NULL when there is none. The caller's to free. */
static char *scan(unsigned char *picture, int width, int height)
{
    char *text = NULL;
    zbar_image_scanner_t *scanner = zbar_image_scanner_create();
    zbar_image_t *image = zbar_image_create();
    zbar_image_scanner_set_config(scanner, 0, ZBAR_CFG_ENABLE, 0);
    zbar_image_scanner_set_config(scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1);
    zbar_image_scanner_set_config(scanner, ZBAR_CODE39, ZBAR_CFG_ENABLE, 1);
    zbar_image_set_format(image, zbar_fourcc('Y', '8', '0', '0'));
    zbar_image_set_size(image, (unsigned)width, (unsigned)height);
    zbar_image_set_data(image, picture, (unsigned long)width * (unsigned long)height, NULL);
    if (zbar_scan_image(scanner, image) > 0)
        text = g_strdup(zbar_symbol_get_data(zbar_image_first_symbol(image)));
    zbar_image_destroy(image);
    zbar_image_scanner_destroy(scanner);
    return text;
}

enum reading { NOT_PAINTED, NOT_READ, READ };

static enum reading read_code(const struct sheet *sheet, const struct box *box, char **text)
{
    int width = (int)(inspect_points(box->width) * DOTS) + 2 * QUIET;
    int height = (int)(inspect_points(box->height) * DOTS) + 2 * QUIET;
    *text = NULL;
    if (box->width <= 0 || inspect_points(MAX(box->width, box->height)) > MOST_SIDE)
        return NOT_PAINTED;
    unsigned char *picture = draw(sheet, box, width, height);
    if (!picture)
        return NOT_PAINTED;
    *text = scan(picture, width, height);
    g_free(picture);
    return *text ? READ : NOT_READ;
}

static struct box mirrored(const struct inspection *in, struct box box)
{
    if (in->language == AR)
        box.x = in->style->page.width - box.x - box.width;
    return box;
}

/* --- the codes ----------------------------------------------------------------------------- */

/* The job number as the code has it: "21-18253 (C)" is 2118253. */
static char *job_on(const struct sheet *sheet)
{
    GRegex *regex = g_regex_new("(?<![\\w-])([0-9]{2})-([0-9]{5})(?![0-9])", 0, 0, NULL);
    char *job = NULL;
    for (guint i = sheet->lines->len; i-- > 0 && !job;) {
        GMatchInfo *match;
        if (inspect_line(sheet, i)->y <= sheet->height - 110)
            break;
        if (g_regex_match(regex, inspect_line(sheet, i)->text, 0, &match)) {
            char *year = g_match_info_fetch(match, 1), *number = g_match_info_fetch(match, 2);
            job = g_strconcat(year, number, NULL);
            g_free(year);
            g_free(number);
        }
        g_match_info_free(match);
    }
    g_regex_unref(regex);
    return job;
}

/* Word processors set the bar code as text in a font of bars: *2118253*. */
static bool is_set_in_bars(const struct sheet *sheet, const char *job)
{
    GString *foot = g_string_new(NULL);
    for (guint i = 0; i < sheet->glyphs->len; i++) {
        const struct sheet_glyph *glyph = &g_array_index(sheet->glyphs, struct sheet_glyph, i);
        gunichar c = glyph->text ? g_utf8_get_char(glyph->text) : ' ';
        if (glyph->y > sheet->height - 110)
            g_string_append_unichar(foot, c >= 0xF020 && c <= 0xF07E ? c - 0xF000 : c);
    }
    bool found = strstr(foot->str, job) != NULL;
    g_string_free(foot, TRUE);
    return found;
}

static void look_at_bars(const struct inspection *in, const struct sheet *sheet)
{
    char *text, *job = job_on(sheet);
    struct box box = mirrored(in, in->style->run.bar_code);
    enum reading reading = read_code(sheet, &box, &text);
    if (job && reading == NOT_PAINTED && !is_set_in_bars(sheet, job))
        diag_file(in->diag, in->source, 1, DIAG_INSPECT_BAR_CODE,
                  "the job number has no bar code under it, %s was wanted", job);
    else if (reading == NOT_READ)
        diag_file(in->diag, in->source, 1, DIAG_INSPECT_BAR_CODE, "the bar code cannot be read");
    else if (reading == READ && job && strncmp(text, job, strlen(job)) != 0)
        diag_file(in->diag, in->source, 1, DIAG_INSPECT_BAR_CODE,
                  "the bar code says %s, %s was wanted", text, job);
    g_free(text);
    g_free(job);
}

/* Parts of a resolution may follow: "A/RES/80/244A-C". */
static bool leads_to(const char *url, const char *symbol)
{
    char *plain = g_uri_unescape_string(url, NULL);
    char **parts = g_strsplit(symbol, " ", -1), *wanted = g_strjoinv("", parts);
    char **words = g_strsplit(plain ? plain : url, " ", -1), *joined = g_strjoinv("", words);
    const char *found = strstr(joined, wanted);
    bool is_it = found && !g_ascii_isdigit(found[strlen(wanted)]) && found[strlen(wanted)] != '/';
    g_strfreev(parts);
    g_strfreev(words);
    g_free(plain);
    g_free(wanted);
    g_free(joined);
    return is_it;
}

static bool wants_square(const struct inspection *in)
{
    const char *symbol = in->symbol;
    char *series = symbol ? g_strndup(symbol, strcspn(symbol, "/")) : NULL;
    bool wanted =
        series && in->style->run.qr_series && g_strv_contains(in->style->run.qr_series, series);
    g_free(series);
    return wanted;
}

static void look_at_square(const struct inspection *in, const struct sheet *sheet)
{
    char *text;
    struct box box = mirrored(in, in->style->run.qr_code);
    enum reading reading = read_code(sheet, &box, &text);
    if (reading == NOT_PAINTED && wants_square(in) && !sheet->pictures)
        diag_file(in->diag, in->source, 1, DIAG_INSPECT_QR_CODE,
                  "no QR code stands in its place, one with %s was wanted", in->symbol);
    else if (reading == NOT_READ)
        diag_file(in->diag, in->source, 1, DIAG_INSPECT_QR_CODE, "the QR code cannot be read");
    else if (reading == READ && in->symbol && !leads_to(text, in->symbol))
        diag_file(in->diag, in->source, 1, DIAG_INSPECT_QR_CODE,
                  "the QR code says %s, the symbol %s was wanted in it", text, in->symbol);
    g_free(text);
}

void inspect_codes(const struct inspection *in)
{
    if (!in->sheets->len)
        return;
    look_at_bars(in, inspect_sheet(in, 0));
    look_at_square(in, inspect_sheet(in, 0));
}
