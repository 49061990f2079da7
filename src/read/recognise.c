/* recognise: lines by their words. */
#include "read/recognise.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "read/link.h"

enum { LINE_MAX_CHARACTERS = 90 }; /* fixed lines of a masthead are shorter */

/* Words that a fixed line holds and hardly anything else in head matter or closing. */
static const struct words {
    const char *session, *item, *adoption, *meeting;
} words_of[LANGUAGE_COUNT] = {
    [ZH] = {"届", "议程项目", "大会决议", "全体会议"},
    [EN] = {"session", "agenda item", "adopted by", "plenary meeting"},
    [FR] = {"session", "ordre du jour", "adoptée", "séance plénière"},
    [ES] = {"período", "del programa", "aprobada", "sesión plenaria"},
    [RU] = {"сессия", "повестки дня", "принят", "пленарное заседание"},
    [AR] = {"الدورة", "جدول الأعمال", "اتخذ", "الجلسة العامة"},
    [DE] = {"tagung", "tagesordnungspunkt", "verabschiedet", "plenarsitzung"},
};

static bool holds(const char *line, const char *words)
{
    char *folded = g_utf8_strdown(line, -1);
    bool found = words && strstr(folded, words);
    g_free(folded);
    return found;
}

static bool is_word(const struct style *style, const char *key, const char *line)
{
    const char *word = style_word(style, key);
    return word && strcmp(word, line) == 0;
}

static bool is_symbol(const char *line)
{
    size_t symbol = link_symbol_length(line);
    return symbol && !line[symbol];
}

static bool is_organ(const struct style *style, const char *line)
{
    return is_word(style, "organ-ga", line) || is_word(style, "organ-sc", line) ||
           is_word(style, "organ-ecosoc", line) || is_word(style, "organ-hrc", line);
}

enum field recognise_head(const struct style *style, const char *line)
{
    const struct words *words = &words_of[style->language];
    if (*line == '[' && g_str_has_suffix(line, "]"))
        return FIELD_PROPONENT;
    if (is_symbol(line))
        return FIELD_SYMBOL;
    if (is_word(style, "organization", line))
        return FIELD_ORGANIZATION;
    if (is_organ(style, line))
        return FIELD_ORGAN;
    if (g_str_has_prefix(line, "Distr"))
        return FIELD_DISTRIBUTION;
    if (g_str_has_prefix(line, "Original"))
        return FIELD_ORIGINAL;
    if (recognise_date(style, line).year)
        return FIELD_ISSUED;
    if (g_utf8_strlen(line, -1) > LINE_MAX_CHARACTERS)
        return FIELD_COUNT;
    if (holds(line, words->item))
        return FIELD_ITEM;
    if (holds(line, words->adoption))
        return FIELD_ADOPTION;
    return holds(line, words->session) ? FIELD_SESSION : FIELD_COUNT;
}

/* --- number and opening ------------------------------------------------------------------------
 */

static size_t span_of_digits(const char *text)
{
    return strspn(text, "0123456789");
}

size_t recognise_number(const char *line)
{
    const char *p = line;
    if (g_str_has_prefix(p, "S-") || g_str_has_prefix(p, "ES-"))
        p = strchr(p, '-') + 1;
    size_t session = span_of_digits(p);
    if (!session || p[session] != '/' || !span_of_digits(p + session + 1))
        return 0;
    p += session + 1;
    p += span_of_digits(p);
    if (*p == ' ' && g_ascii_isupper(p[1]) && (p[2] == '.' || (p[2] == '-' && p[3])))
        p += p[2] == '-' ? 4 : 2; /* 76/84 A. or A-B */
    if (*p == '.')
        p++;
    if (g_str_has_prefix(p, " - "))
        p += 2;
    return strchr(" \t", *p) && *p && p[1] ? (size_t)(p - line) : 0;
}

/* The words of a line without the comma at its end. */
static size_t length_without_comma(const char *line)
{
    static const char *const commas[] = {",", "，", "،"};
    for (size_t i = 0; i < G_N_ELEMENTS(commas); i++)
        if (g_str_has_suffix(line, commas[i]))
            return strlen(line) - strlen(commas[i]);
    return strlen(line);
}

enum organ recognise_opening(const struct style *style, const char *line)
{
    static const struct {
        const char *key;
        enum organ organ;
    } openings[] = {{"opening-ga", ORGAN_GA},
                    {"opening-sc", ORGAN_SC},
                    {"opening-ecosoc", ORGAN_ECOSOC},
                    {"opening-hrc", ORGAN_HRC}};
    size_t size = length_without_comma(line);
    for (size_t i = 0; i < G_N_ELEMENTS(openings); i++) {
        const char *words = style_word(style, openings[i].key);
        if (words && length_without_comma(words) == size && strncmp(words, line, size) == 0)
            return openings[i].organ;
    }
    return ORGAN_NONE;
}

/* --- closing ------------------------------------------------------------------------- */

bool recognise_meeting(const struct style *style, const char *line)
{
    return g_utf8_strlen(line, -1) <= LINE_MAX_CHARACTERS &&
           holds(line, words_of[style->language].meeting);
}

static bool is_valid(struct date date)
{
    return date.year >= 1945 && date.year < 2200 && date.month >= 1 && date.month <= 12 &&
           date.day >= 1 && date.day <= 31;
}

/* 2021年12月6日, with or without spaces between. */
static struct date chinese_date(const char *line)
{
    static const char *const marks[] = {"年", "月", "日"};
    int numbers[3] = {0};
    const char *p = line;
    for (int i = 0; i < 3; i++) {
        p += strspn(p, " ");
        size_t digits = span_of_digits(p);
        numbers[i] = digits && digits <= 4 ? atoi(p) : 0;
        p += digits;
        p += strspn(p, " ");
        if (!g_str_has_prefix(p, marks[i]))
            return (struct date){0};
        p += strlen(marks[i]);
    }
    struct date date = {numbers[0], numbers[1], numbers[2]};
    return *p || !is_valid(date) ? (struct date){0} : date;
}

/* The month whose name stands in the line, 0 when there is none. */
static int month_in(const struct style *style, const char *line)
{
    for (int month = 1; month <= 12; month++) {
        char key[24];
        g_snprintf(key, sizeof key, "months.%d", month);
        const char *name = style_word(style, key);
        if (name && strstr(line, name))
            return month;
    }
    return 0;
}

/* Day, month, year, as the other languages have it: "6 de diciembre de 2021", "1er juin 2021". */
struct date recognise_date(const struct style *style, const char *line)
{
    enum { DATE_MAX = 40 };
    if (g_utf8_strlen(line, -1) > DATE_MAX)
        return (struct date){0};
    struct date date = chinese_date(line);
    size_t day = span_of_digits(line);
    if (date.year || !day || day > 2)
        return date;
    const char *year = line + day;
    while (*year && span_of_digits(year) != 4)
        year++;
    if (!*year || (span_of_digits(year + 4) > 0))
        return (struct date){0};
    date = (struct date){atoi(year), month_in(style, line), atoi(line)};
    return is_valid(date) ? date : (struct date){0};
}

/* --- annexes ------------------------------------------------------------------------- */

bool recognise_annex(const struct style *style, const char *line)
{
    const char *word = style_word(style, "annex");
    if (!word || !g_str_has_prefix(line, word))
        return false;
    return !g_ascii_islower(line[strlen(word)]) && g_utf8_strlen(line, -1) <= LINE_MAX_CHARACTERS;
}
