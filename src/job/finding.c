/* finding: messages in, findings with places out. A message knows a byte of the source; the block
 * of text that begins last before it is the one that it is about. */
#include "job/finding.h"

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

void finding_take(struct arena *arena, const struct diag *diag, const struct book *book,
                  struct record *record)
{
    const struct diag_message *const *messages = diag_messages(diag, &record->finding_count);
    record->messages = diag_print(arena, diag);
    record->findings = ARENA_ARRAY(arena, struct finding, record->finding_count);
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
    }
    (void)book;
}
