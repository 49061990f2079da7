/* signs: classes of characters and their neighbours. */
#include "check/signs.h"

#include <string.h>

bool is_han(gunichar c)
{
    return (c >= 0x4E00 && c <= 0x9FFF) || c == 0x3007 || (c >= 0x3400 && c <= 0x4DBF) ||
           (c >= 0x20000 && c <= 0x323AF);
}

bool is_latin(gunichar c)
{
    return (c | 0x20) - 'a' < 26 || (c > 0xBF && c < 0x250 && c != 0xD7 && c != 0xF7) ||
           (c >= 0x1E00 && c <= 0x1EFF);
}

bool is_cyrillic(gunichar c)
{
    return c >= 0x400 && c <= 0x52F;
}

bool is_greek(gunichar c)
{
    return c >= 0x370 && c <= 0x3FF;
}

bool is_arabic(gunichar c)
{
    return (c >= 0x620 && c <= 0x65F) || (c >= 0x66E && c <= 0x6D3) || c == 0x6D5;
}

bool is_blank(gunichar c)
{
    return c == ' ' || c == NO_BREAK_SPACE || c == NARROW_SPACE || (c >= 0x2000 && c <= 0x200A) ||
           c == 0x3000;
}

bool is_wide_mark(gunichar c)
{
    static const gunichar marks[] = {0x3001, 0x3002, 0x3008, 0x3009, 0x300A, 0x300B, 0xFF01,
                                     0xFF08, 0xFF09, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF1F};
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++)
        if (marks[i] == c)
            return true;
    return false;
}

bool is_word(gunichar c)
{
    return c >= 0x80 ? g_unichar_isalnum(c) || g_unichar_ismark(c) : g_ascii_isalnum((char)c);
}

static const struct stretch *stretch_of(const struct passage *passage, int at)
{
    int low = 0, high = passage->stretch_count;
    while (high - low > 1) {
        int middle = (low + high) / 2;
        if (passage->stretches[middle].at <= at)
            low = middle;
        else
            high = middle;
    }
    return passage->stretch_count ? &passage->stretches[low] : NULL;
}

bool is_typed(const struct passage *passage, int at)
{
    const struct stretch *stretch = stretch_of(passage, at);
    return stretch && at - stretch->at < (int)strlen(stretch->text->text);
}

bool has_call(const struct passage *passage, int at)
{
    for (int i = 0; i < passage->call_count && passage->calls[i].at <= at; i++)
        if (passage->calls[i].at == at)
            return true;
    return false;
}

bool in_address(const struct passage *passage, int at)
{
    int from = at, to = at;
    while (from > 0 && passage->text[from - 1] != ' ')
        from--;
    while (passage->text[to] && passage->text[to] != ' ')
        to++;
    const char *token = passage->text + from;
    return g_strstr_len(token, to - from, "//") || g_strstr_len(token, to - from, "www.") ||
           memchr(token, '@', (size_t)(to - from));
}

const char *shown(const struct copy *copy, gunichar c)
{
    char bytes[7] = "";
    if (!g_unichar_isprint(c) || g_unichar_ismark(c) || is_blank(c))
        return arena_printf(copy->arena, "U+%04X", c);
    g_unichar_to_utf8(c, bytes);
    return arena_strndup(copy->arena, bytes, strlen(bytes));
}

const char *cut(const struct copy *copy, const struct passage *passage, int from, int to)
{
    return arena_strndup(copy->arena, passage->text + from, (size_t)(to - from));
}
