/* label: one small reader for each kind, tried in turn. */
#include "doc/label.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

/* --- counting ------------------------------------------------------------------------ */

static void add_reading(struct label *label, enum label_series series, int ordinal)
{
    if (ordinal > 0 && label->count < LABEL_MAX_READINGS)
        label->readings[label->count++] = (struct label_reading){series, ordinal};
}

/* The place of a character in an alphabet, from 1; 0 when it is not in it. */
static int place_in(const char *alphabet, gunichar c)
{
    int place = 1;
    for (const char *p = alphabet; *p; p = g_utf8_next_char(p), place++)
        if (g_utf8_get_char(p) == c)
            return place;
    return 0;
}

/* Lower-case Roman numerals up to 39, which is as far as lists go; 0 for anything else. */
static int roman_value(const char *digits, size_t length)
{
    static const char *const ones[] = {"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};
    size_t tens = 0;
    while (tens < 3 && tens < length && digits[tens] == 'x')
        tens++;
    for (int one = 0; one < 10; one++)
        if (strlen(ones[one]) == length - tens && !memcmp(ones[one], digits + tens, length - tens))
            return (int)tens * 10 + one;
    return 0;
}

/* Han numerals 一 to 九十九; 0 for anything else. */
static int han_value(const char *digits, size_t length)
{
    int value = 0, one = 0;
    for (const char *p = digits; p < digits + length; p = g_utf8_next_char(p)) {
        int digit = place_in("一二三四五六七八九十", g_utf8_get_char(p));
        if (!digit || (digit < 10 && one))
            return 0;
        if (digit == 10) {
            if (value)
                return 0;
            value = (one ? one : 1) * 10;
            one = 0;
        } else {
            one = digit;
        }
    }
    return value + one;
}

/* a = 1, aa = 27: Latin letters, or the same letter over and over. */
static int letters_value(const char *letters, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (!g_ascii_islower(letters[i]) || letters[i] != letters[0])
            return 0;
    return length <= 3 ? letters[0] - 'a' + 1 + 26 * ((int)length - 1) : 0;
}

/* Cyrillic letters as labels, and the Latin ones that Russian files mix with their twins. */
static void add_cyrillic(struct label *label, gunichar c, enum label_series series)
{
    static const char twins[] = "а с е"; /* Cyrillic, meant as Latin a, c, e */
    add_reading(label, series, place_in("абвгдежзиклмнопрстуфхцчшщэюя", c));
    if (c != ' ')
        add_reading(label, series, place_in(twins, c));
}

/* --- the core: what stands between the punctuation ----------------------------------------------
 */

static size_t span_of_digits(const char *text)
{
    return strspn(text, "0123456789");
}

static size_t span_of_lower(const char *text)
{
    return strspn(text, "abcdefghijklmnopqrstuvwxyz");
}

static size_t span_of_han(const char *text)
{
    const char *p = text;
    while (place_in("一二三四五六七八九十", g_utf8_get_char(p)))
        p = g_utf8_next_char(p);
    return (size_t)(p - text);
}

/* The bytes of a letter or numeral at the start of `text`, its readings as an enclosed label. */
static size_t read_core(const char *text, struct label *label)
{
    size_t length = span_of_digits(text);
    if (length) {
        add_reading(label, LABEL_NUMBER_ENCLOSED, length <= 4 ? atoi(text) : 0);
        return length;
    }
    if ((length = span_of_lower(text))) {
        add_reading(label, LABEL_LETTER, letters_value(text, length));
        add_reading(label, LABEL_ROMAN, roman_value(text, length));
        return length;
    }
    if ((length = span_of_han(text))) {
        add_reading(label, LABEL_HAN, han_value(text, length));
        return length;
    }
    gunichar c = g_utf8_get_char(text);
    const char *next = *text ? g_utf8_next_char(text) : text;
    add_cyrillic(label, c, LABEL_LETTER);
    add_reading(label, LABEL_ABJAD, place_in("أبجدهوزحطيكلمنسعفصقرشتثخذضظغ", c));
    while (g_utf8_get_char(next) == 0x640) /* tatweel: هـ */
        next = g_utf8_next_char(next);
    return (size_t)(next - text);
}

/* --- the kinds ----------------------------------------------------------------------- */

typedef size_t reader(const char *text, struct label *label);

static size_t read_enclosed(const char *text, struct label *label)
{
    const char *p = text + (*text == '(');
    size_t length = read_core(p, label);
    return label->count && p[length] == ')' ? (size_t)(p - text) + length + 1 : 0;
}

/* "-" or "–" after a number or a heading's letter, as Arabic has it; 0 when there is none. */
static size_t span_of_dash(const char *text)
{
    size_t spaces = strspn(text, " ");
    const char *p = text + spaces;
    size_t dash = *p == '-' ? 1 : g_str_has_prefix(p, "–") ? strlen("–") : 0;
    return dash ? spaces + dash : 0;
}

static size_t read_number(const char *text, struct label *label)
{
    size_t length = span_of_digits(text), more;
    if (!length || length > 4)
        return 0;
    int ordinal = atoi(text), numbers = 1;
    for (; text[length] == '.' && (more = span_of_digits(text + length + 1)); numbers++)
        length += more + 1;
    bool decimal = numbers > 1;
    add_reading(label, decimal ? LABEL_DECIMAL : LABEL_NUMBER, decimal ? numbers : ordinal);
    if (text[length] == '.')
        return length + 1;
    size_t dash = span_of_dash(text + length);
    label->bare = !dash && !decimal;
    return length + dash;
}

static size_t read_quoted(const char *text, struct label *label)
{
    static const char open[] = "’", close[] = "‘";
    if (!g_str_has_prefix(text, open))
        return 0;
    const char *digits = text + strlen(open);
    size_t length = span_of_digits(digits);
    if (!length || length > 3 || !g_str_has_prefix(digits + length, close))
        return 0;
    add_reading(label, LABEL_NUMBER_QUOTED, atoi(digits));
    return strlen(open) + length + strlen(close);
}

static size_t read_circled(const char *text, struct label *label)
{
    gunichar c = g_utf8_get_char(text);
    if (c < 0x2460 || c > 0x2473)
        return 0;
    add_reading(label, LABEL_NUMBER_CIRCLED, (int)(c - 0x2460) + 1);
    return (size_t)(g_utf8_next_char(text) - text);
}

static size_t read_dotted(const char *text, struct label *label)
{
    size_t length = span_of_lower(text);
    if (!length || text[length] != '.')
        return 0;
    add_reading(label, LABEL_LETTER_DOTTED, length == 1 ? letters_value(text, 1) : 0);
    add_reading(label, LABEL_ROMAN_DOTTED, roman_value(text, length));
    return length + 1;
}

static size_t read_capital(const char *text, struct label *label)
{
    size_t length = strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    char lower[8] = "";
    if (!length || length >= sizeof lower)
        return 0;
    for (size_t i = 0; i < length; i++)
        lower[i] = g_ascii_tolower(text[i]);
    add_reading(label, LABEL_CAPITAL_ROMAN, roman_value(lower, length));
    add_reading(label, LABEL_CAPITAL, length == 1 ? lower[0] - 'a' + 1 : 0);
    label->bare = text[length] != '.';
    return length + !label->bare;
}

/* Russian files mix Cyrillic capitals with the Latin ones that look the same. */
static size_t read_cyrillic_capital(const char *text, struct label *label)
{
    gunichar c = g_utf8_get_char(text);
    size_t length = *text ? (size_t)(g_utf8_next_char(text) - text) : 0;
    add_reading(label, LABEL_CAPITAL, place_in("АБВГДЕЖЗИКЛМН", c));
    add_reading(label, LABEL_CAPITAL, place_in("АВС", c)); /* meant as A, B, C */
    label->bare = text[length] != '.';
    return label->count ? length + !label->bare : 0;
}

static size_t read_han(const char *text, struct label *label)
{
    gunichar c = g_utf8_get_char(text);
    if (c >= 0x3220 && c <= 0x3229) {
        add_reading(label, LABEL_HAN, (int)(c - 0x3220) + 1);
        return (size_t)(g_utf8_next_char(text) - text);
    }
    size_t length = span_of_han(text);
    if (!length)
        return 0;
    add_reading(label, LABEL_HAN_SECTION, han_value(text, length));
    size_t mark = text[length] == '.' ? 1 : g_str_has_prefix(text + length, "、") ? 3 : 0;
    label->bare = !mark;
    return length + mark;
}

static size_t read_bullet(const char *text, struct label *label)
{
    gunichar c = g_utf8_get_char(text);
    if (!place_in("–—•-●▪○", c))
        return 0;
    add_reading(label, LABEL_BULLET, (int)c);
    return (size_t)(g_utf8_next_char(text) - text);
}

/* The place in a list of the word that `text` begins with, from 1, and its size; else 0. */
static int word_in(const char *const *words, size_t count, const char *text, size_t *size)
{
    for (size_t i = 0; i < count; i++)
        if (g_str_has_prefix(text, words[i])) {
            *size = strlen(words[i]);
            return (int)i + 1;
        }
    return 0;
}

/* Tens behind a unit: "حادي عشر", "رابع وعشرون"; alone: "عشرون". */
static int arabic_tens(const char *text, size_t *size)
{
    static const char *const tens[] = {"عشر", "عشرون", "ثلاثون"};
    for (int i = 2; i >= 0; i--)
        if (g_str_has_prefix(text, tens[i])) {
            *size = strlen(tens[i]);
            return (i + 1) * 10;
        }
    return 0;
}

/* أولا to عاشرا, then compounds up to تاسع وثلاثون; 0 for anything else. */
static int arabic_ordinal(const char *text, size_t *size)
{
    static const char *const simple[] = {"أولا",  "ثانيا", "ثالثا", "رابعا", "خامسا",
                                         "سادسا", "سابعا", "ثامنا", "تاسعا", "عاشرا"};
    static const char *const units[] = {"حادي", "ثاني", "ثالث", "رابع", "خامس",
                                        "سادس", "سابع", "ثامن", "تاسع"};
    static const char and[] = "و";
    size_t tens_size = 0;
    int ordinal = word_in(simple, G_N_ELEMENTS(simple), text, size);
    if (ordinal)
        return ordinal;
    int tens = arabic_tens(text, size), unit = 0;
    if (tens)
        return tens > 10 ? tens : 0;
    if (!(unit = word_in(units, G_N_ELEMENTS(units), text, size)) || text[*size] != ' ')
        return 0;
    const char *rest = text + *size + 1;
    size_t joined = g_str_has_prefix(rest, and) ? strlen(and) : 0;
    tens = arabic_tens(rest + joined, &tens_size);
    *size += 1 + joined + tens_size;
    return tens ? unit + tens : 0;
}

static size_t read_arabic_word(const char *text, struct label *label)
{
    static const char *const names[] = {"ألف", "باء", "جيم", "دال", "هاء", "واو",
                                        "زاي", "حاء", "طاء", "ياء", "كاف", "لام"};
    static const char tanween[] = "\u064B";
    size_t length = 0;
    int ordinal = arabic_ordinal(text, &length);
    add_reading(label, LABEL_ARABIC_ORDINAL, ordinal);
    if (!ordinal)
        add_reading(label, LABEL_ARABIC_NAME, word_in(names, G_N_ELEMENTS(names), text, &length));
    if (!label->count)
        return 0;
    if (g_str_has_prefix(text + length, tanween))
        length += strlen(tanween);
    size_t dash = span_of_dash(text + length);
    label->bare = !dash;
    return length + dash;
}

/* --- public -------------------------------------------------------------------------- */

/* Behind "一、" the text may follow at once. */
static bool is_closed_by_mark(const char *end)
{
    static const char mark[] = "、";
    return g_str_has_prefix(end - strlen(mark), mark);
}

bool label_read(const char *text, struct label *label)
{
    static reader *const readers[] = {
        read_enclosed, read_number, read_quoted, read_circled,     read_dotted,
        read_capital,  read_han,    read_bullet, read_arabic_word, read_cyrillic_capital};
    for (size_t i = 0; i < G_N_ELEMENTS(readers); i++) {
        *label = (struct label){0};
        label->length = readers[i](text, label);
        if (label->length && label->count)
            return (label->length > 3 && is_closed_by_mark(text + label->length)) ||
                   !g_unichar_isalnum(g_utf8_get_char(text + label->length));
    }
    return false;
}

bool label_read_whole(const char *text, struct label *label)
{
    return label_read(text, label) && text[label->length] == '\0';
}

bool label_is_number(const struct label *label)
{
    enum label_series series = label->readings[0].series;
    return series == LABEL_NUMBER || series == LABEL_DECIMAL;
}

bool label_is_section(const struct label *label)
{
    return label->readings[0].series >= LABEL_CAPITAL;
}

int label_ordinal(const struct label *label, enum label_series series)
{
    for (int i = 0; i < label->count; i++)
        if (label->readings[i].series == series)
            return label->readings[i].ordinal;
    return 0;
}

int label_heading_level(const struct label *label)
{
    switch (label->readings[0].series) {
    case LABEL_CAPITAL_ROMAN:
    case LABEL_HAN_SECTION:
    case LABEL_ARABIC_ORDINAL:
        return 1;
    case LABEL_CAPITAL:
    case LABEL_ARABIC_NAME:
        return 2;
    case LABEL_NUMBER:
    case LABEL_DECIMAL:
    case LABEL_NUMBER_ENCLOSED:
    case LABEL_NUMBER_QUOTED:
    case LABEL_NUMBER_CIRCLED:
    case LABEL_LETTER:
    case LABEL_LETTER_DOTTED:
    case LABEL_ROMAN:
    case LABEL_ROMAN_DOTTED:
    case LABEL_ABJAD:
    case LABEL_HAN:
    case LABEL_BULLET:
        break;
    }
    return 3;
}
