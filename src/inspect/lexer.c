/* lexer: bytes of a content stream or CMap in, tokens out. */
#include "inspect/lexer.h"

#include <glib.h>
#include <stdint.h>
#include <string.h>

static bool is_white(char c)
{
    return c == 0 || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == ' ';
}

static bool is_delimiter(char c)
{
    return c && strchr("()<>[]{}/%", c);
}

static void skip_white(struct lexer *lexer)
{
    while (lexer->at < lexer->end) {
        if (*lexer->at == '%')
            while (lexer->at < lexer->end && *lexer->at != '\n' && *lexer->at != '\r')
                lexer->at++;
        else if (is_white(*lexer->at))
            lexer->at++;
        else
            return;
    }
}

static struct token keep(struct lexer *lexer, enum token_kind kind, const char *bytes, size_t size)
{
    char *copy = arena_alloc(lexer->arena, size + 1);
    if (size)
        memcpy(copy, bytes, size);
    return (struct token){.kind = kind, .bytes = copy, .size = size};
}

/* --- strings and names -------------------------------------------------------------------- */

static char take_escape(struct lexer *lexer)
{
    static const char from[] = "nrtbf", to[] = "\n\r\t\b\f";
    char c = *lexer->at++;
    const char *found = c ? strchr(from, c) : NULL;
    if (found)
        return to[found - from];
    if (c < '0' || c > '7')
        return c;
    int value = c - '0';
    for (int i = 0; i < 2 && lexer->at < lexer->end && *lexer->at >= '0' && *lexer->at <= '7'; i++)
        value = value * 8 + *lexer->at++ - '0';
    return (char)value;
}

static struct token take_string(struct lexer *lexer)
{
    GString *out = g_string_new(NULL);
    int depth = 1;
    while (lexer->at < lexer->end) {
        char c = *lexer->at++;
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (!depth)
            break;
        if (c == '\\' && lexer->at < lexer->end) {
            bool joins = *lexer->at == '\n' || *lexer->at == '\r';
            c = take_escape(lexer);
            if (joins)
                continue;
        }
        g_string_append_c(out, c);
    }
    struct token token = keep(lexer, TOKEN_STRING, out->str, out->len);
    g_string_free(out, TRUE);
    return token;
}

static struct token take_hex(struct lexer *lexer)
{
    GString *out = g_string_new(NULL);
    int digits = 0, value = 0;
    for (; lexer->at < lexer->end && *lexer->at != '>'; lexer->at++) {
        int digit = g_ascii_xdigit_value(*lexer->at);
        if (digit < 0)
            continue;
        value = value << 4 | digit;
        if (++digits % 2 == 0) {
            g_string_append_c(out, (char)value);
            value = 0;
        }
    }
    if (digits % 2)
        g_string_append_c(out, (char)(value << 4));
    lexer->at += lexer->at < lexer->end;
    struct token token = keep(lexer, TOKEN_STRING, out->str, out->len);
    g_string_free(out, TRUE);
    return token;
}

static const char *end_of_word(const struct lexer *lexer)
{
    const char *p = lexer->at;
    while (p < lexer->end && !is_white(*p) && !is_delimiter(*p))
        p++;
    return p;
}

/* Escapes #xx of names are rare and only matter for comparing: they are decoded. */
static struct token take_name(struct lexer *lexer)
{
    const char *end = end_of_word(lexer);
    GString *out = g_string_new(NULL);
    for (; lexer->at < end; lexer->at++) {
        bool escaped = *lexer->at == '#' && end - lexer->at > 2 && g_ascii_isxdigit(lexer->at[1]) &&
                       g_ascii_isxdigit(lexer->at[2]);
        if (escaped) {
            g_string_append_c(out, (char)(g_ascii_xdigit_value(lexer->at[1]) << 4 |
                                          g_ascii_xdigit_value(lexer->at[2])));
            lexer->at += 2;
        } else {
            g_string_append_c(out, *lexer->at);
        }
    }
    struct token token = keep(lexer, TOKEN_NAME, out->str, out->len);
    g_string_free(out, TRUE);
    return token;
}

/* --- numbers and words -------------------------------------------------------------------- */

static bool take_number(const char *p, const char *end, double *number)
{
    double value = 0, part = 1;
    bool minus = false, digits = false, fraction = false;
    for (; p < end && (*p == '-' || *p == '+'); p++)
        minus |= *p == '-';
    for (; p < end; p++) {
        if (*p == '.' && !fraction) {
            fraction = true;
        } else if (g_ascii_isdigit(*p)) {
            digits = true;
            if (fraction)
                value += (part /= 10) * (*p - '0');
            else if (value < 1e12)
                value = value * 10 + (*p - '0');
        } else if (*p != '-') {
            return false;
        }
    }
    *number = minus ? -value : value;
    return digits || fraction;
}

static struct token take_word(struct lexer *lexer)
{
    const char *start = lexer->at, *end = end_of_word(lexer);
    if (end == start)
        end++; /* a stray delimiter */
    lexer->at = end;
    struct token token = {.kind = TOKEN_NUMBER};
    if (strchr("+-.0123456789", *start) && *start && take_number(start, end, &token.number))
        return token;
    return keep(lexer, TOKEN_WORD, start, (size_t)(end - start));
}

static bool take_sign(struct lexer *lexer, const char *sign)
{
    size_t size = strlen(sign);
    if ((size_t)(lexer->end - lexer->at) < size || memcmp(lexer->at, sign, size) != 0)
        return false;
    lexer->at += size;
    return true;
}

struct token lexer_next(struct lexer *lexer)
{
    skip_white(lexer);
    if (lexer->at >= lexer->end)
        return (struct token){.kind = TOKEN_END};
    if (take_sign(lexer, "<<"))
        return (struct token){.kind = TOKEN_OPEN_DICTIONARY};
    if (take_sign(lexer, ">>"))
        return (struct token){.kind = TOKEN_CLOSE_DICTIONARY};
    if (take_sign(lexer, "["))
        return (struct token){.kind = TOKEN_OPEN_ARRAY};
    if (take_sign(lexer, "]"))
        return (struct token){.kind = TOKEN_CLOSE_ARRAY};
    if (take_sign(lexer, "("))
        return take_string(lexer);
    if (take_sign(lexer, "<"))
        return take_hex(lexer);
    if (take_sign(lexer, "/"))
        return take_name(lexer);
    return take_word(lexer);
}

void lexer_skip_image(struct lexer *lexer)
{
    for (lexer->at += lexer->at < lexer->end; lexer->end - lexer->at >= 3; lexer->at++)
        if (is_white(lexer->at[0]) && lexer->at[1] == 'E' && lexer->at[2] == 'I' &&
            (lexer->end - lexer->at == 3 || is_white(lexer->at[3]))) {
            lexer->at += 3;
            return;
        }
    lexer->at = lexer->end;
}
