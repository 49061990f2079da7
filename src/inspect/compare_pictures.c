/* compare_pictures: pages as pictures, drawn by pdftoppm, or pictures (PNG) that are there already.
 * In: files. Out: how many dots differ. A hostile file may keep that program busy: its time and
 * memory are limited. */
#include <cairo.h>
#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "inspect/compare.h"

#define AT_ONCE 16      /* pages drawn by one run */
#define MOST_SECONDS 60 /* of a run */
#define MOST_MEMORY ((rlim_t)2 << 30)

static void limit(void *unused)
{
    struct rlimit seconds = {MOST_SECONDS, MOST_SECONDS};
    struct rlimit memory = {MOST_MEMORY, MOST_MEMORY};
    (void)unused;
    setrlimit(RLIMIT_CPU, &seconds);
    setrlimit(RLIMIT_AS, &memory);
}

/* What the program prints for pages first…last; NULL when it cannot be run. */
static GBytes *draw(const char *path, const char *form, const char *dots, int first, int last)
{
    char *from = g_strdup_printf("%d", first), *to = g_strdup_printf("%d", last);
    const char *const words[] = {"pdftoppm", form, "-r", dots, "-f", from, "-l", to, path, NULL};
    GSubprocessLauncher *launcher = g_subprocess_launcher_new(G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                                              G_SUBPROCESS_FLAGS_STDERR_SILENCE);
    g_subprocess_launcher_set_child_setup(launcher, limit, NULL, NULL);
    GSubprocess *process = g_subprocess_launcher_spawnv(launcher, words, NULL);
    GBytes *out = NULL;
    if (process) {
        g_subprocess_communicate(process, NULL, NULL, &out, NULL, NULL);
        g_object_unref(process);
    }
    g_object_unref(launcher);
    g_free(from);
    g_free(to);
    return out;
}

/* --- pictures (PGM, one after the other) ----------------------------------------------------- */

struct grey {
    int width, height;
    const unsigned char *dots;
};

/* The next picture; false when there is none. */
static bool next_grey(const unsigned char **at, const unsigned char *end, struct grey *grey)
{
    int number[3] = {0};
    const unsigned char *p = *at;
    if (end - p < 3 || p[0] != 'P' || p[1] != '5')
        return false;
    p += 2;
    for (int i = 0; i < 3; i++) {
        while (p < end && g_ascii_isspace(*p))
            p++;
        while (p < end && g_ascii_isdigit(*p) && number[i] < 100000)
            number[i] = number[i] * 10 + *p++ - '0';
    }
    p++;
    size_t size = (size_t)number[0] * (size_t)number[1];
    if (number[2] != 255 || p > end || (size_t)(end - p) < size)
        return false;
    *grey = (struct grey){number[0], number[1], p};
    *at = p + size;
    return true;
}

/* Pages of two sizes differ all over. */
static double share_of(const struct grey *want, const struct grey *got, int faint)
{
    size_t size = (size_t)want->width * (size_t)want->height, count = 0;
    if (want->width != got->width || want->height != got->height || !size)
        return 1;
    for (size_t i = 0; i < size; i++)
        count += abs(want->dots[i] - got->dots[i]) > faint;
    return (double)count / (double)size;
}

static bool compare_some(const char *want, const char *got, GPtrArray *pages, int faint,
                         guint first, guint last)
{
    GBytes *left = draw(want, "-gray", "100", (int)first + 1, (int)last);
    GBytes *right = draw(got, "-gray", "100", (int)first + 1, (int)last);
    bool drawn = false;
    if (left && right) {
        size_t left_size, right_size;
        const unsigned char *a = g_bytes_get_data(left, &left_size);
        const unsigned char *b = g_bytes_get_data(right, &right_size);
        const unsigned char *a_end = a + left_size, *b_end = b + right_size;
        struct grey x, y;
        for (guint i = first; i < last && next_grey(&a, a_end, &x) && next_grey(&b, b_end, &y);
             i++) {
            ((struct page_difference *)g_ptr_array_index(pages, i))->share =
                share_of(&x, &y, faint);
            drawn = true;
        }
    }
    g_clear_pointer(&left, g_bytes_unref);
    g_clear_pointer(&right, g_bytes_unref);
    return drawn;
}

bool compare_pictures(const char *want, const char *got, int faint, GPtrArray *pages)
{
    char *program = g_find_program_in_path("pdftoppm");
    bool drawn = program != NULL;
    g_free(program);
    for (guint first = 0; drawn && first < pages->len; first += AT_ONCE)
        drawn = compare_some(want, got, pages, faint, first, MIN(first + AT_ONCE, pages->len));
    return drawn;
}

/* --- pictures (PNG) -------------------------------------------------------------------------- */

bool compare_is_png(const char *path)
{
    return g_str_has_suffix(path, ".png");
}

/* The dots of an RGB24 surface in grey; the caller's to free. */
static unsigned char *grey_of(cairo_surface_t *surface, int width, int height)
{
    cairo_surface_flush(surface);
    const unsigned char *data = cairo_image_surface_get_data(surface);
    int stride = cairo_image_surface_get_stride(surface);
    unsigned char *dots = g_malloc((size_t)width * (size_t)height);
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++) {
            uint32_t dot = ((const uint32_t *)(const void *)(data + (ptrdiff_t)y * stride))[x];
            dots[(size_t)y * (size_t)width + (size_t)x] =
                (unsigned char)(((dot >> 16 & 255) * 299 + (dot >> 8 & 255) * 587 +
                                 (dot & 255) * 114) /
                                1000);
        }
    return dots;
}

/* The caller's to free; NULL when it is no picture. */
static unsigned char *read_grey(const char *path, int *width, int *height)
{
    cairo_surface_t *png = cairo_image_surface_create_from_png(path);
    if (cairo_surface_status(png) != CAIRO_STATUS_SUCCESS) {
        cairo_surface_destroy(png);
        return NULL;
    }
    *width = cairo_image_surface_get_width(png);
    *height = cairo_image_surface_get_height(png);
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, *width, *height);
    cairo_t *on_white = cairo_create(surface);
    cairo_set_source_rgb(on_white, 1, 1, 1);
    cairo_paint(on_white);
    cairo_set_source_surface(on_white, png, 0, 0);
    cairo_paint(on_white);
    unsigned char *dots = NULL;
    if (cairo_status(on_white) == CAIRO_STATUS_SUCCESS)
        dots = grey_of(surface, *width, *height);
    cairo_destroy(on_white);
    cairo_surface_destroy(surface);
    cairo_surface_destroy(png);
    return dots;
}

double compare_two_png(const char *want, const char *got, int faint)
{
    struct grey a = {0}, b = {0};
    unsigned char *a_dots = read_grey(want, &a.width, &a.height);
    unsigned char *b_dots = read_grey(got, &b.width, &b.height);
    a.dots = a_dots;
    b.dots = b_dots;
    double share = a_dots && b_dots ? share_of(&a, &b, faint) : -1;
    g_free(a_dots);
    g_free(b_dots);
    return share;
}

/* --- for a report ---------------------------------------------------------------------------- */

static GBytes *read_file(const char *path)
{
    char *bytes;
    gsize size;
    return g_file_get_contents(path, &bytes, &size, NULL) ? g_bytes_new_take(bytes, size) : NULL;
}

GBytes *compare_png(const char *path, int page)
{
    if (compare_is_png(path))
        return read_file(path);
    GBytes *bytes = draw(path, "-png", "100", page, page);
    if (bytes && !g_bytes_get_size(bytes)) {
        g_bytes_unref(bytes);
        return NULL;
    }
    return bytes;
}
