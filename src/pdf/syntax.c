/* syntax: numbers, strings and references as PDF spells them. */
#include "pdf/syntax.h"

#include <stdlib.h>
#include <string.h>

/* Pages are made of numbers: printf would take a tenth of all the time. */
void put_integer(GString *out, int64_t integer)
{
    char digits[24], *first = digits + sizeof digits;
    uint64_t value = integer < 0 ? -(uint64_t)integer : (uint64_t)integer;
    do
        *--first = (char)('0' + value % 10);
    while (value /= 10);
    if (integer < 0)
        *--first = '-';
    g_string_append_len(out, first, digits + sizeof digits - first);
}

void put_thousandths(GString *out, int64_t thousandths)
{
    char digits[24], *end = digits + sizeof digits, *first = end;
    uint64_t value = (uint64_t)llabs(thousandths);
    for (int places = 3; places; places--, value /= 10)
        *--first = (char)('0' + value % 10);
    while (end > first && end[-1] == '0')
        end--;
    if (end > first)
        *--first = '.';
    do
        *--first = (char)('0' + value % 10);
    while (value /= 10);
    if (thousandths < 0)
        *--first = '-';
    g_string_append_len(out, first, end - first);
}

void put_points(GString *out, length value)
{
    int64_t scaled = (int64_t)value * 1000;
    put_thousandths(out, (scaled + (scaled < 0 ? -512 : 512)) / 1024);
}

static bool is_plain(const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (text[i] < 0x20 || text[i] > 0x7E)
            return false;
    return true;
}

static void put_literal(GString *out, const char *text, size_t size)
{
    g_string_append_c(out, '(');
    for (size_t i = 0; i < size; i++) {
        if (strchr("()\\", text[i]))
            g_string_append_c(out, '\\');
        g_string_append_c(out, text[i]);
    }
    g_string_append_c(out, ')');
}

void put_unit(GString *out, unsigned unit)
{
    static const char digits[] = "0123456789ABCDEF";
    const char hex[] = {digits[unit >> 12 & 15], digits[unit >> 8 & 15], digits[unit >> 4 & 15],
                        digits[unit & 15]};
    g_string_append_len(out, hex, sizeof hex);
}

void put_utf16(GString *out, const char *text, gssize size)
{
    const char *end = text + (size < 0 ? (gssize)strlen(text) : size);
    for (const char *at = text; at < end; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (c > 0xFFFF) {
            put_unit(out, 0xD800 + ((c - 0x10000) >> 10));
            put_unit(out, 0xDC00 + ((c - 0x10000) & 0x3FF));
        } else {
            put_unit(out, c);
        }
    }
}

void put_text(GString *out, const char *text, gssize size)
{
    size_t count = size < 0 ? strlen(text) : (size_t)size;
    if (is_plain(text, count)) {
        put_literal(out, text, count);
        return;
    }
    g_string_append(out, "<FEFF");
    put_utf16(out, text, (gssize)count);
    g_string_append_c(out, '>');
}

void put_uri(GString *out, const char *uri)
{
    /* g_uri_escape_string would also escape the % of what is escaped already */
    GString *ascii = g_string_new(NULL);
    for (const char *at = uri; *at; at++) {
        unsigned char byte = (unsigned char)*at;
        if (byte <= 0x20 || byte >= 0x7F)
            g_string_append_printf(ascii, "%%%02X", byte);
        else
            g_string_append_c(ascii, *at);
    }
    put_literal(out, ascii->str, ascii->len);
    g_string_free(ascii, TRUE);
}

void put_reference(GString *out, int object)
{
    put_integer(out, object);
    g_string_append(out, " 0 R");
}
