/* diag_text: messages as compilers show them. */
#include <glib.h>
#include <string.h>

#include "base/diag.h"

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

/* How messages are dressed for a terminal; all empty elsewhere. */
struct dress {
    const char *place, *level[DIAG_FATAL + 1], *caret, *end;
};

static const struct dress plain = {"", {"", "", "", "", ""}, "", ""};
static const struct dress coloured = {"\033[1m",
                                      {"", "\033[1;36m", "\033[1;35m", "\033[1;31m", "\033[1;31m"},
                                      "\033[1;32m",
                                      "\033[0m"};

/* Columns of a terminal that the characters up to `end` take. */
static int width_of(const char *p, const char *end)
{
    int width = 0;
    for (; p < end; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        width += g_unichar_iszerowidth(c) ? 0 : g_unichar_iswide(c) ? 2 : 1;
    }
    return width;
}

/* A caret under the place, and a line under the rest of what is meant. */
static void append_caret(GString *out, const char *from, const char *place, const char *end,
                         const struct dress *dress)
{
    g_string_append_printf(out, "%*s%s^", width_of(from, place), "", dress->caret);
    for (int rest = width_of(place, end) - 1; rest > 0; rest--)
        g_string_append_c(out, '~');
    g_string_append_printf(out, "%s\n", dress->end);
}

/* The source line, as much of it as stands around the place, and a caret under the place. */
static void append_excerpt(GString *out, const struct source *source, uint32_t at, uint32_t until,
                           const struct dress *dress)
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
    append_caret(out, from, place, MIN(start + until, to), dress);
}

static void append_message(GString *out, const struct diag_message *message,
                           struct source_count *count, const struct dress *dress)
{
    const struct source *source = message->source;
    bool placed = source && message->at != SOURCE_NOWHERE;
    g_string_append_printf(out, "%s%s", dress->place, source ? source->name : "plenary");
    if (source && source->paged) {
        if (placed)
            g_string_append_printf(out, ": page %u", message->at);
    } else if (placed) {
        struct place place = source_place(count, source, message->at);
        g_string_append_printf(out, ":%d:%d", place.line, place.column);
    } else if (source) {
        g_string_append(out, ":1:1");
    }
    g_string_append_printf(out, ":%s %s%s:%s %s [%s]\n", dress->end, dress->level[message->level],
                           diag_level_name(message->level), dress->end, message->text,
                           diag_slug_name(message->slug));
    if (placed && !source->paged)
        append_excerpt(out, source, message->at, message->end, dress);
    if (message->hint)
        g_string_append_printf(out, "  hint: %s\n", message->hint);
}

const char *diag_show(struct arena *arena, const struct diag *diag, bool colour)
{
    int count;
    const struct diag_message *const *messages = diag_messages(diag, &count);
    GString *out = g_string_new(NULL);
    struct source_count places = {0};
    for (int i = 0; i < count; i++)
        append_message(out, messages[i], &places, colour ? &coloured : &plain);
    const char *text = arena_strndup(arena, out->str, out->len);
    g_string_free(out, TRUE);
    return text;
}

const char *diag_print(struct arena *arena, const struct diag *diag)
{
    return diag_show(arena, diag, false);
}
