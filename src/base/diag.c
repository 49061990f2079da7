/* diag: the catalogue, the list, the text. */
#include "base/diag.h"

#include <glib.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

enum { LEVEL_STYLE = DIAG_STYLE_LEVEL, LEVEL_WARNING, LEVEL_ERROR, LEVEL_FATAL };

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

static const char *format_text(struct arena *arena, const char *format, va_list args)
{
    char *text = g_strdup_vprintf(format, args);
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

const struct diag_entry *diag_entry(enum diag_slug slug)
{
    return &catalogue[slug];
}

const char *diag_level_name(enum diag_level level)
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

/* The source line, shortened around the place when it is long, and a caret under the place. */
static void append_excerpt(GString *out, const struct source *source, uint32_t at)
{
    enum { BEFORE = 60, AFTER = 40 };
    size_t length;
    const char *line = source_line(source, at, &length);
    const char *place = source->text + (at < source->size ? at : source->size);
    const char *from = line, *to = line + length;
    int column = 0;
    if (place > to)
        place = to;
    for (const char *p = place; p > line; column++)
        for (p--; p > line && (*p & 0xC0) == 0x80;)
            p--;
    for (; column > BEFORE; column--)
        for (from++; from < place && (*from & 0xC0) == 0x80;)
            from++;
    const char *stop = place;
    for (int n = 0; n < AFTER && stop < to; n++)
        for (stop++; stop < to && (*stop & 0xC0) == 0x80;)
            stop++;

    bool valid = g_utf8_validate(from, stop - from, NULL);
    if (!valid)
        return;
    g_string_append_printf(out, "  %s", from > line ? "…" : "");
    for (const char *p = from; p < stop; p++)
        g_string_append_c(out, (unsigned char)*p < 0x20 ? ' ' : *p);
    g_string_append_printf(out, "%s\n  %s", stop < to ? "…" : "", from > line ? " " : "");
    for (const char *p = from; p < place; p = g_utf8_next_char(p))
        g_string_append(out, g_unichar_iswide(g_utf8_get_char(p)) ? "  " : " ");
    g_string_append(out, "^\n");
}

static void append_message(GString *out, const struct message *message)
{
    const struct diag_entry *entry = &catalogue[message->slug];
    const struct source *source = message->source;
    bool placed = source && message->at != SOURCE_NOWHERE;
    g_string_append(out, source ? source->name : "plenary");
    if (placed) {
        struct place place = source_place(source, message->at);
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
    for (int i = 0; i < count; i++)
        append_message(out, list[i]);
    const char *text = arena_strdup(diag->arena, out->str);
    g_string_free(out, TRUE);
    return text;
}
