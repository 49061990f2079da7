/* finding: messages in, findings with places out. A message knows a byte of the source; the block
 * of text that begins last before it is the one that it is about. */
#include "batch/finding.h"

#include <string.h>

/* --- in the source ------------------------------------------------------------------------- */

/* Counted on from the message before: messages come in the order of their places. */
struct counted {
    const struct source *source;
    uint32_t at;
    int line, column;
};

static void count_to(struct counted *counted, const struct source *source, uint32_t at)
{
    if (counted->source != source || at < counted->at)
        *counted = (struct counted){source, 0, 1, 1};
    uint32_t end = MIN(at, (uint32_t)source->size);
    for (; counted->at < end; counted->at++) {
        char c = source->text[counted->at];
        counted->line += c == '\n';
        counted->column = c == '\n' ? 1 : counted->column + ((c & 0xC0) != 0x80);
    }
}

/* The source around a place: as much of its line as an eye takes in. */
static const char *excerpt(struct arena *arena, const struct source *source, uint32_t at)
{
    enum { BEFORE = 120, AFTER = 160 };
    const char *text = source->text, *place = text + MIN(at, (uint32_t)source->size);
    const char *from = place, *to = place;
    while (from > text && from[-1] != '\n' && place - from < BEFORE)
        from--;
    while (*to && *to != '\n' && *to != '\r' && to - place < AFTER)
        to++;
    while (from < place && ((unsigned char)*from & 0xC0) == 0x80)
        from++;
    while (to > place && ((unsigned char)*to & 0xC0) == 0x80)
        to--;
    char *valid = g_utf8_make_valid(from, to - from);
    const char *kept = arena_strdup(arena, g_strstrip(valid));
    g_free(valid);
    return kept;
}

/* --- on the page --------------------------------------------------------------------------- */

/* Where a block of text begins in the source, and an item of it on a page. */
struct spot {
    uint32_t at;
    int page, item;
};

static int by_source(const void *left, const void *right)
{
    const struct spot *a = left, *b = right;
    if (a->at != b->at)
        return a->at < b->at ? -1 : 1;
    return a->page != b->page ? a->page - b->page : a->item - b->item;
}

/* The node of a run that belongs to the text, NULL for what has no place in the source. */
static const struct node *owner_of(const struct placed *item)
{
    bool is_text = item->kind == PLACED_RUN && item->artifact == ARTIFACT_NONE;
    const struct node *owner = is_text ? item->run->owner : NULL;
    return owner && owner->at != SOURCE_NOWHERE ? owner : NULL;
}

/* All runs of the book in the order of the source. */
static GArray *list_spots(const struct book *book)
{
    GArray *spots = g_array_new(FALSE, FALSE, sizeof(struct spot));
    for (int p = 0; p < book->page_count; p++)
        for (int i = 0; i < book->pages[p].count; i++) {
            const struct node *owner = owner_of(&book->pages[p].items[i]);
            if (owner) {
                struct spot spot = {doc_block_of(owner)->at, p, i};
                g_array_append_val(spots, spot);
            }
        }
    g_array_sort(spots, by_source);
    return spots;
}

/* The last spot that begins at or before a byte of the source: its first run; -1 for none. */
static int find_spot(const GArray *spots, uint32_t at)
{
    int low = 0, high = (int)spots->len;
    while (low < high) {
        int middle = (low + high) / 2;
        if (g_array_index(spots, struct spot, middle).at <= at)
            low = middle + 1;
        else
            high = middle;
    }
    if (!low)
        return -1;
    uint32_t begin = g_array_index(spots, struct spot, low - 1).at;
    while (low > 1 && g_array_index(spots, struct spot, low - 2).at == begin)
        low--;
    return low - 1;
}

static int parts(length l, length whole)
{
    return (int)((int64_t)l * 10000 / whole);
}

/* The box around the runs of a block on the first page that it stands on. */
static void place(const struct book *book, const GArray *spots, uint32_t at,
                  struct finding *finding)
{
    int first = find_spot(spots, at);
    if (first < 0)
        return;
    const struct spot *begin = &g_array_index(spots, struct spot, first);
    length left = book->width, right = 0, top = book->height, bottom = 0;
    for (guint i = (guint)first; i < spots->len; i++) {
        const struct spot *spot = &g_array_index(spots, struct spot, i);
        if (spot->at != begin->at || spot->page != begin->page)
            break;
        const struct placed *item = &book->pages[spot->page].items[spot->item];
        left = MIN(left, item->x);
        right = MAX(right, item->x + item->run->width);
        top = MIN(top, item->y - item->run->size);
        bottom = MAX(bottom, item->y + item->run->size / 3);
    }
    finding->page = begin->page + 1;
    finding->x = parts(left, book->width);
    finding->y = parts(top, book->height);
    finding->width = parts(right - left, book->width);
    finding->height = parts(bottom - top, book->height);
}

/* --- all of it ------------------------------------------------------------------------------- */

void finding_take(struct arena *arena, const struct diag *diag, const struct book *book,
                  struct record *record)
{
    const struct diag_message *const *messages = diag_messages(diag, &record->finding_count);
    record->messages = diag_print(arena, diag);
    record->findings = ARENA_ARRAY(arena, struct finding, record->finding_count);
    GArray *spots = book && record->finding_count ? list_spots(book) : NULL;
    struct counted counted = {0};
    for (int i = 0; i < record->finding_count; i++) {
        const struct diag_message *message = messages[i];
        struct finding *finding = &record->findings[i];
        *finding = (struct finding){.level = diag_level_name(message->level),
                                    .slug = diag_slug_name(message->slug),
                                    .text = message->text,
                                    .hint = message->hint ? message->hint : "",
                                    .excerpt = ""};
        if (!message->source || message->at == SOURCE_NOWHERE)
            continue;
        count_to(&counted, message->source, message->at);
        finding->line = counted.line;
        finding->column = counted.column;
        finding->excerpt = excerpt(arena, message->source, message->at);
        if (spots && message->source == book->source)
            place(book, spots, message->at, finding);
    }
    if (spots)
        g_array_unref(spots);
}
