/* cluster: in: a run. Out: its clusters, and what each of their glyphs says. */
#include "pdf/cluster.h"

#include <glib.h>
#include <string.h>

/* A mark of direction shaped as one with the letter behind it: readers go by the letter. */
static uint32_t skip_marks(const struct run *run, uint32_t start, uint32_t end)
{
    static const char left[] = "\342\200\216", right[] = SORT_SILENT;
    uint32_t size = sizeof left - 1;
    while (start + size < end && (memcmp(run->text + start, left, size) == 0 ||
                                  memcmp(run->text + start, right, size) == 0))
        start += size;
    return start;
}

struct cluster run_cluster(const struct run *run, uint32_t from)
{
    uint32_t next = from + 1, start = from ? run->glyphs[from].at : 0;
    while (next < run->glyph_count && run->glyphs[next].at == run->glyphs[from].at)
        next++;
    uint32_t end = next < run->glyph_count ? run->glyphs[next].at : run->text_length;
    start = skip_marks(run, start, end);
    return (struct cluster){.glyphs = run->glyphs + from,
                            .count = (int)(next - from),
                            .text = run->text + start,
                            .size = end > start ? (int)(end - start) : 0};
}

static int first_size(const char *text)
{
    return (int)(g_utf8_next_char(text) - text);
}

struct sort cluster_sort(const struct cluster *cluster, int nth, bool rtl)
{
    struct sort sort = {cluster->glyphs[nth].id, cluster->text, cluster->size};
    const char *end = cluster->text + cluster->size;
    if (!sort.size)
        return sort;
    for (int i = 0; i < nth && !rtl && sort.text < end; i++)
        sort.text = g_utf8_next_char(sort.text);
    bool rest = !rtl && nth == cluster->count - 1;
    sort.size = sort.text == end ? 0 : rest ? (int)(end - sort.text) : first_size(sort.text);
    return sort;
}
