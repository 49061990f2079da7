/* compare_pictures: pages as pictures, drawn by pdftoppm. In: files. Out: how many dots differ. A
 * hostile file may keep that program busy: its time and memory are limited. */
#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "inspect/compare.h"

#define AT_ONCE 16      /* pages drawn by one run */
#define MOST_SECONDS 60 /* of a run */
#define MOST_MEMORY ((rlim_t)2 << 30)
#define FAINT 32 /* two greys that the eye does not tell apart */

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
static double share_of(const struct grey *want, const struct grey *got)
{
    size_t size = (size_t)want->width * (size_t)want->height, count = 0;
    if (want->width != got->width || want->height != got->height || !size)
        return 1;
    for (size_t i = 0; i < size; i++)
        count += abs(want->dots[i] - got->dots[i]) > FAINT;
    return (double)count / (double)size;
}

static bool compare_some(const char *want, const char *got, GPtrArray *pages, guint first,
                         guint last)
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
            ((struct page_difference *)g_ptr_array_index(pages, i))->share = share_of(&x, &y);
            drawn = true;
        }
    }
    g_clear_pointer(&left, g_bytes_unref);
    g_clear_pointer(&right, g_bytes_unref);
    return drawn;
}

bool compare_pictures(const char *want, const char *got, GPtrArray *pages)
{
    char *program = g_find_program_in_path("pdftoppm");
    bool drawn = program != NULL;
    g_free(program);
    for (guint first = 0; drawn && first < pages->len; first += AT_ONCE)
        drawn = compare_some(want, got, pages, first, MIN(first + AT_ONCE, pages->len));
    return drawn;
}

GBytes *compare_png(const char *path, int page)
{
    GBytes *bytes = draw(path, "-png", "100", page, page);
    if (bytes && !g_bytes_get_size(bytes)) {
        g_bytes_unref(bytes);
        return NULL;
    }
    return bytes;
}
