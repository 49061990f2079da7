/* diag: the catalogue, the list, the text. */
#include "base/diag.h"

#include <glib.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

enum { LEVEL_STYLE = DIAG_STYLE_LEVEL, LEVEL_WARNING, LEVEL_ERROR, LEVEL_FATAL };

struct diag_entry {
    const char *slug, *meaning;
    enum diag_level level;
};

static const struct diag_entry catalogue[DIAG_COUNT] = {
#define DIAG(name, slug, level, meaning) {slug, meaning, (enum diag_level)LEVEL_##level},
#include "base/diag.def"
#undef DIAG
};

struct message {
    struct message *next;
    const struct source *source;
    uint32_t at;
    enum diag_slug slug;
    int order;
    const char *text, *hint;
};

struct diag {
    struct arena *arena;
    struct message *first, *last;
    int count[LEVEL_FATAL + 1];
    int total;
};

struct diag *diag_new(struct arena *arena)
{
    struct diag *diag = ARENA_NEW(arena, struct diag);
    diag->arena = arena;
    return diag;
}

/* Words of the source may hold what a terminal would obey: controls become U+FFFD. */
static char *without_controls(char *text)
{
    GString *out = g_string_new(NULL);
    char *valid = g_utf8_make_valid(text, -1);
    for (const char *p = valid; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        g_string_append_unichar(out, c < 0x20 || (c >= 0x7F && c < 0xA0) ? 0xFFFD : c);
    }
    g_free(valid);
    g_free(text);
    return g_string_free(out, FALSE);
}

static const char *format_text(struct arena *arena, const char *format, va_list args)
{
    char *text = without_controls(g_strdup_vprintf(format, args));
    const char *copy = arena_strdup(arena, text);
    g_free(text);
    return copy;
}

void diag_file(struct diag *diag, const struct source *source, uint32_t at, enum diag_slug slug,
               const char *format, ...)
{
    struct message *message = ARENA_NEW(diag->arena, struct message);
    va_list args;
    va_start(args, format);
    *message = (struct message){.source = source,
                                .at = at,
                                .slug = slug,
                                .order = diag->total++,
                                .text = format_text(diag->arena, format, args)};
    va_end(args);
    *(diag->last ? &diag->last->next : &diag->first) = message;
    diag->last = message;
    diag->count[catalogue[slug].level]++;
}

void diag_hint(struct diag *diag, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    diag->last->hint = format_text(diag->arena, format, args);
    va_end(args);
}

int diag_count(const struct diag *diag, enum diag_level at_least)
{
    int count = 0;
    for (int level = (int)at_least; level <= LEVEL_FATAL; level++)
        count += diag->count[level];
    return count;
}

static const char *diag_level_name(enum diag_level level)
{
    static const char *const names[] = {"style", "warning", "error", "error"};
    return names[level];
}

static int by_place(const void *left, const void *right)
{
    const struct message *a = *(struct message *const *)left, *b = *(struct message *const *)right;
    if (a->source != b->source) {
        int names = strcmp(a->source ? a->source->name : "", b->source ? b->source->name : "");
        if (names)
            return names;
    }
    if (a->at != b->at)
        return a->at + 1 < b->at + 1 ? -1 : 1; /* nowhere, the greatest offset, comes first */
    return a->order - b->order;
}

static const char *char_before(const char *p, const char *start)
{
    for (p--; p > start && (*p & 0xC0) == 0x80;)
        p--;
    return p;
}

static const char *char_after(const char *p, const char *end)
{
    for (p++; p < end && (*p & 0xC0) == 0x80;)
        p++;
    return p;
}

/* The source line, as much of it as stands around the place, and a caret under the place. */
static void append_excerpt(GString *out, const struct source *source, uint32_t at)
{
    enum { BEFORE = 60, AFTER = 40 };
    const char *start = source->text, *end = source->text + source->size;
    const char *place = start + (at < source->size ? at : source->size);
    const char *from = place, *to = place;
    for (int n = 0; n < BEFORE && from > start && from[-1] != '\n'; n++)
        from = char_before(from, start);
    for (int n = 0; n < AFTER && to < end && *to != '\n' && *to != '\r'; n++)
        to = char_after(to, end);
    if (!g_utf8_validate(from, to - from, NULL))
        return;

    bool cut_before = from > start && from[-1] != '\n';
    bool cut_after = to < end && *to != '\n' && *to != '\r';
    g_string_append_printf(out, "  %s", cut_before ? "…" : "");
    for (const char *p = from; p < to; p++)
        g_string_append_c(out, (unsigned char)*p < 0x20 ? ' ' : *p);
    g_string_append_printf(out, "%s\n  %s", cut_after ? "…" : "", cut_before ? " " : "");
    for (const char *p = from; p < place; p = g_utf8_next_char(p))
        g_string_append(out, g_unichar_iswide(g_utf8_get_char(p)) ? "  " : " ");
    g_string_append(out, "^\n");
}

/* How far lines and columns have been counted: messages are shown in the order of their places, so
 * that a source is read once however many there are. */
struct counted {
    const struct source *source;
    uint32_t at;
    struct place place;
};

static struct place count_to(struct counted *counted, const struct source *source, uint32_t at)
{
    if (counted->source != source || at < counted->at)
        *counted = (struct counted){source, 0, {1, 1}};
    uint32_t end = at < source->size ? at : (uint32_t)source->size;
    for (; counted->at < end; counted->at++) {
        char c = source->text[counted->at];
        if (c == '\n')
            counted->place = (struct place){counted->place.line + 1, 1};
        else
            counted->place.column += (c & 0xC0) != 0x80;
    }
    return counted->place;
}

static void append_message(GString *out, const struct message *message, struct counted *counted)
{
    const struct diag_entry *entry = &catalogue[message->slug];
    const struct source *source = message->source;
    bool placed = source && message->at != SOURCE_NOWHERE;
    g_string_append(out, source ? source->name : "plenary");
    if (placed) {
        struct place place = count_to(counted, source, message->at);
        g_string_append_printf(out, ":%d:%d", place.line, place.column);
    } else if (source) {
        g_string_append(out, ":1:1");
    }
    g_string_append_printf(out, ": %s: %s [%s]\n", diag_level_name(entry->level), message->text,
                           entry->slug);
    if (placed)
        append_excerpt(out, source, message->at);
    if (message->hint)
        g_string_append_printf(out, "  hint: %s\n", message->hint);
}

const char *diag_text(const struct diag *diag)
{
    struct message **list = ARENA_ARRAY(diag->arena, struct message *, diag->total + 1);
    int count = 0;
    for (struct message *m = diag->first; m; m = m->next)
        list[count++] = m;
    qsort(list, (size_t)count, sizeof *list, by_place);

    GString *out = g_string_new(NULL);
    struct counted counted = {0};
    for (int i = 0; i < count; i++)
        append_message(out, list[i], &counted);
    const char *text = arena_strdup(diag->arena, out->str);
    g_string_free(out, TRUE);
    return text;
}
