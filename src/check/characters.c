/* characters: rules about characters that no text should have: what conversion damaged or left
 * behind, what cannot be seen, forms that Unicode has for old character sets only. */
#include <string.h>

#include "check/marks.h"
#include "check/signs.h"

static int size_of(gunichar c)
{
    return g_unichar_to_utf8(c, NULL);
}

/* --- damage --------------------------------------------------------------------------- */

static bool is_private(gunichar c)
{
    return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0x10FFFF);
}

static bool is_damage(gunichar c)
{
    return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0) || c == 0xFFFD ||
           c == 0xFFFC || is_private(c) || (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
}

/* UTF-8 that was read as Latin-1 or Windows-1252: "Ã©", "â€™", "Ð°". */
static bool is_misread(gunichar c, gunichar next)
{
    bool trail = (next >= 0x80 && next <= 0xBF) || next == 0x20AC || next == 0x2122;
    return ((c == 0xC3 || c == 0xC2) && trail && next != 0xA0 && next != 0xBB) ||
           (c == 0xE2 && next == 0x20AC) ||
           ((c == 0xD0 || c == 0xD1) && next >= 0x80 && next <= 0xBF);
}

/* "r?solution": what a conversion could not say became a question mark. */
static void lost_letters(const struct copy *copy, const struct passage *passage)
{
    for (const char *p = passage->text; (p = strchr(p, '?')); p++) {
        int at = (int)(p - passage->text);
        if (g_unichar_islower(char_before(passage, at)) &&
            g_unichar_islower(char_at(passage, at + 1)) && !in_address(passage, at))
            find(copy, passage, at, at + 1, DIAG_DAMAGED_TEXT,
                 "“?” stands inside of a word: a letter was lost");
    }
}

void damaged_text(const struct copy *copy, const struct passage *passage)
{
    const char *text = passage->text;
    lost_letters(copy, passage);
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = (unsigned char)*p < 0x80 ? (gunichar)*p : g_utf8_get_char(p);
        if (c >= 0x20 && c < 0x7F)
            continue;
        const char *next = g_utf8_next_char(p);
        int from = (int)(p - text), to = (int)(next - text);
        if (is_damage(c))
            find(copy, passage, from, to, DIAG_DAMAGED_TEXT,
                 "U+%04X stands for a character that %s", c,
                 is_private(c) ? "only one font has" : "was lost");
        else if (is_misread(c, g_utf8_get_char(next)))
            find(copy, passage, from, (int)(g_utf8_next_char(next) - text), DIAG_DAMAGED_TEXT,
                 "“%s” is a character that was read in the wrong encoding",
                 cut(copy, passage, from, (int)(g_utf8_next_char(next) - text)));
    }
}

/* --- what cannot be seen -------------------------------------------------------------- */

static const char *invisible_name(gunichar c)
{
    switch (c) {
    case 0xAD:
        return "a soft hyphen";
    case 0x200B:
        return "a space of no width";
    case 0x200C:
    case 0x200D:
        return "a joiner";
    case 0x2060:
    case 0xFEFF:
        return "a no-break space of no width";
    case 0x2028:
    case 0x2029:
        return "a line separator";
    case 0x180E:
    case 0x034F:
    case 0x115F:
    case 0x3164:
        return "a character that cannot be seen";
    }
    if ((c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0000 && c <= 0xE01EF))
        return "a variation selector";
    if ((c >= 0x2061 && c <= 0x2064) || (c >= 0x206A && c <= 0x206F))
        return "a character that cannot be seen";
    if (c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069))
        return "a direction mark";
    return NULL;
}

/* Marks of direction belong to Arabic; elsewhere published texts have them at edges of words,
 * where they do no harm. */
static bool is_harmless(const struct copy *copy, const struct passage *passage, int from, int to,
                        gunichar c)
{
    bool is_direction = c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x2069 && c != 0x2060);
    if (!is_direction)
        return false;
    return copy->language == AR || !g_unichar_isalnum(char_before(passage, from)) ||
           !g_unichar_isalnum(char_at(passage, to));
}

static void lone_sign(const struct copy *copy, const struct passage *passage, int from, int to,
                      gunichar c)
{
    gunichar before = char_before(passage, from);
    if (!g_unichar_ismark(c) || g_unichar_isalpha(before) || g_unichar_ismark(before) ||
        before == 0x640 || g_unichar_isdigit(before))
        return;
    find(copy, passage, from, to, DIAG_STRAY_CHARACTER,
         "U+%04X, a sign that stands on a letter, has none before it", c);
    mend(copy, passage, from, to, "");
}

void stray_characters(const struct copy *copy, const struct passage *passage)
{
    static const char set[] = "\xC2\xCC\xCD\xD9\xE1\xE2\xE3\xEF\xF3";
    const char *text = passage->text;
    for (const char *p = text; (p = strpbrk(p, set)); p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        const char *name = invisible_name(c);
        int from = (int)(p - text), to = from + size_of(c);
        if (!name) {
            lone_sign(copy, passage, from, to, c);
            continue;
        }
        if (is_harmless(copy, passage, from, to, c))
            continue;
        find(copy, passage, from, to, DIAG_STRAY_CHARACTER, "%s (U+%04X) stands in the text", name,
             c);
        mend(copy, passage, from, to, "");
    }
}

/* --- what conversion left ------------------------------------------------------------- */

static int entity_size(const char *p)
{
    const char *q = p + 1;
    if (*q == '#')
        q++;
    const char *name = q;
    while (g_ascii_isalnum(*q))
        q++;
    return *q == ';' && q - name > 1 && q - name < 9 ? (int)(q + 1 - p) : 0;
}

static int tag_size(const char *p)
{
    const char *q = p + 1 + (p[1] == '/');
    const char *name = q;
    while (g_ascii_isalnum(*q) || *q == '-')
        q++;
    size_t size = (size_t)(q - name);
    while (*q == ' ' || *q == '/')
        q++;
    return *q == '>' && size && size < 12 && g_ascii_isalpha(*name) ? (int)(q + 1 - p) : 0;
}

/* "**word**", "__word__", "[word](target)", "{{word}}". */
static int sign_size(const char *p)
{
    if (strncmp(p, "**", 2) == 0 || strncmp(p, "__", 2) == 0 || strncmp(p, "{{", 2) == 0 ||
        strncmp(p, "}}", 2) == 0 || strncmp(p, "](", 2) == 0)
        return 2;
    return *p == '\\' || strncmp(p, "~~", 2) == 0 ? 1 : 0;
}

/* "*word*", "_word_". */
static bool is_emphasis(const struct passage *passage, int at)
{
    const char *text = passage->text, *end;
    if ((text[at] != '*' && text[at] != '_') || !g_unichar_isalpha(char_at(passage, at + 1)) ||
        g_unichar_isalnum(char_before(passage, at)))
        return false;
    end = strchr(text + at + 1, text[at]);
    return end && g_unichar_isalpha(g_utf8_get_char(g_utf8_prev_char(end))) &&
           !g_unichar_isalnum(g_utf8_get_char(end + 1)) && !in_address(passage, at);
}

void left_markup(const struct copy *copy, const struct passage *passage)
{
    const char *text = passage->text;
    if (passage->block->kind == NODE_SEPARATOR)
        return;
    for (const char *p = text; (p = strpbrk(p, "&<*_[]{}\\~"));) {
        int size = *p == '&' ? entity_size(p) : *p == '<' ? tag_size(p) : sign_size(p);
        int at = (int)(p - text);
        if (!size && is_emphasis(passage, at))
            size = 1;
        if (size && !in_address(passage, at) && p[size] != *p)
            find(copy, passage, at, at + size, DIAG_LEFT_MARKUP,
                 "“%s” is mark-up that was not read", cut(copy, passage, at, at + size));
        p += size ? size : 1;
        while (size && *p == p[-1])
            p++;
    }
}

/* --- letters and their accents -------------------------------------------------------- */

void decomposed_letters(const struct copy *copy, const struct passage *passage)
{
    const char *text = passage->text;
    for (const char *p = text; (p = strpbrk(p, "\xCC\xCD\xD9\xE3")); p = g_utf8_next_char(p)) {
        gunichar sign = g_utf8_get_char(p), composed;
        int at = (int)(p - text);
        gunichar letter = char_before(passage, at);
        bool is_arabic_sign = sign >= 0x653 && sign <= 0x655;
        if (!g_unichar_ismark(sign) || !letter || !g_unichar_compose(letter, sign, &composed) ||
            (sign > 0x36F && !is_arabic_sign && sign < 0x3000))
            continue;
        int from = at - size_of(letter), to = at + size_of(sign);
        find(copy, passage, from, to, DIAG_DECOMPOSED,
             "%s is written as two characters (U+%04X U+%04X), U+%04X was wanted",
             shown(copy, composed), letter, sign, composed);
        mend(copy, passage, from, to, shown(copy, composed));
    }
}

/* --- forms of old character sets ------------------------------------------------------ */

static const struct {
    gunichar first, last;
} old_forms[] = {
    {0x132, 0x133},   {0x13F, 0x140},     {0x149, 0x149},     {0x1C4, 0x1CC},   {0x1F1, 0x1F3},
    {0x2024, 0x2025}, {0x2160, 0x217F},   {0x2E80, 0x2FDF},   {0x3131, 0x318E}, {0x3200, 0x321E},
    {0x3371, 0x33FF}, {0xF900, 0xFAFF},   {0xFB00, 0xFB06},   {0xFB50, 0xFDCF}, {0xFDF0, 0xFDFB},
    {0xFE30, 0xFE4F}, {0xFE51, 0xFE53},   {0xFE56, 0xFE6F},   {0xFE70, 0xFEFC}, {0xFF66, 0xFFDC},
    {0xFFE0, 0xFFE6}, {0x1D400, 0x1D7FF}, {0x2F800, 0x2FA1F},
};

static bool is_old_form(gunichar c)
{
    for (size_t i = 0; i < G_N_ELEMENTS(old_forms); i++)
        if (c >= old_forms[i].first && c <= old_forms[i].last)
            return true;
    return false;
}

void compatible_characters(const struct copy *copy, const struct passage *passage)
{
    static const char set[] = "\xC4\xC5\xC7\xE2\xE3\xEF\xF0";
    const char *text = passage->text;
    for (const char *p = text; (p = strpbrk(p, set)); p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (!is_old_form(c))
            continue;
        int at = (int)(p - text), to = at + size_of(c);
        char *wanted = g_utf8_normalize(p, size_of(c), G_NORMALIZE_NFKC);
        find(copy, passage, at, to, DIAG_LIGATURE,
             "%s (U+%04X) is one character for old character sets, “%s” was wanted", shown(copy, c),
             c, wanted);
        mend(copy, passage, at, to, arena_strndup(copy->arena, wanted, strlen(wanted)));
        g_free(wanted);
    }
}

/* --- raised figures ------------------------------------------------------------------- */

static bool is_raised(gunichar c)
{
    return c == 0xB9 || c == 0xB2 || c == 0xB3 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079) ||
           c == 0x207D;
}

/* "m²", "km³", "CO²", "10⁶": a power behind a unit of few letters or a short number. */
static bool is_power(const struct passage *passage, int at)
{
    const char *p = passage->text + at;
    int letters = 0, digits = 0;
    while (p > passage->text) {
        p = g_utf8_prev_char(p);
        gunichar c = g_utf8_get_char(p);
        if (!is_word(c) && c != 0x207B)
            break;
        letters += g_unichar_isalpha(c);
        digits += g_unichar_isdigit(c);
    }
    gunichar unit = char_before(passage, at);
    return (digits && digits < 3 && !letters) || unit == 0x207B || unit == 0x7C73 ||
           (letters && letters < 3 && !digits);
}

void typed_superiors(const struct copy *copy, const struct passage *passage)
{
    const char *text = passage->text;
    for (const char *p = text; (p = strpbrk(p, "\xC2\xE2"));) {
        gunichar c = g_utf8_get_char(p);
        int at = (int)(p - text);
        if (!is_raised(c) || is_power(passage, at)) {
            p = g_utf8_next_char(p);
            continue;
        }
        while (is_raised(g_utf8_get_char(p)) || g_utf8_get_char(p) == 0x207E)
            p = g_utf8_next_char(p);
        int to = (int)(p - text);
        find(copy, passage, at, to, DIAG_TYPED_SUPERIOR,
             "“%s” is typed as a figure, a call of a note was wanted", cut(copy, passage, at, to));
    }
}
