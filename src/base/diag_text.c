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

static void append_message(GString *out, const struct diag_message *message,
                           struct counted *counted)
{
    const struct source *source = message->source;
    bool placed = source && message->at != SOURCE_NOWHERE;
    g_string_append(out, source ? source->name : "plenary");
    if (placed) {
        struct place place = count_to(counted, source, message->at);
        g_string_append_printf(out, ":%d:%d", place.line, place.column);
    } else if (source) {
        g_string_append(out, ":1:1");
    }
    g_string_append_printf(out, ": %s: %s [%s]\n", diag_level_name(message->level), message->text,
                           diag_slug_name(message->slug));
    if (placed)
        append_excerpt(out, source, message->at);
    if (message->hint)
        g_string_append_printf(out, "  hint: %s\n", message->hint);
}

const char *diag_print(struct arena *arena, const struct diag *diag)
{
    int count;
    const struct diag_message *const *messages = diag_messages(diag, &count);
    GString *out = g_string_new(NULL);
    struct counted counted = {0};
    for (int i = 0; i < count; i++)
        append_message(out, messages[i], &counted);
    const char *text = arena_strndup(arena, out->str, out->len);
    g_string_free(out, TRUE);
    return text;
}
