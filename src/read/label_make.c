/* label_make: labels that a source leaves to whoever prints it, by the patterns of the style's
 * words `operative-label` and `item-labels`. */
#include "read/label_make.h"

#include <glib.h>
#include <string.h>

/* a … z, aa, bb: the letter again for each time round. */
static const char *letters(struct arena *arena, const char *const *alphabet, int size, int ordinal)
{
    const char *letter = alphabet[(ordinal - 1) % size], *label = letter;
    for (int round = 0; round < (ordinal - 1) / size; round++)
        label = arena_printf(arena, "%s%s", label, letter);
    return label;
}

static const char *latin_letter(struct arena *arena, int ordinal)
{
    static const char *const alphabet[] = {"a", "b", "c", "d", "e", "f", "g", "h", "i",
                                           "j", "k", "l", "m", "n", "o", "p", "q", "r",
                                           "s", "t", "u", "v", "w", "x", "y", "z"};
    return letters(arena, alphabet, G_N_ELEMENTS(alphabet), ordinal);
}

static const char *abjad_letter(struct arena *arena, int ordinal)
{
    static const char *const alphabet[] = {"أ", "ب", "ج", "د", "ه", "و", "ز", "ح", "ط", "ي",
                                           "ك", "ل", "م", "ن", "س", "ع", "ف", "ص", "ق", "ر",
                                           "ش", "ت", "ث", "خ", "ذ", "ض", "ظ", "غ"};
    return letters(arena, alphabet, G_N_ELEMENTS(alphabet), ordinal);
}

static const char *roman_numeral(struct arena *arena, int ordinal)
{
    static const struct {
        int value;
        const char *digits;
    } parts[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
                 {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},   {9, "ix"},
                 {5, "v"},    {4, "iv"},   {1, "i"}};
    const char *numeral = "";
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        for (; ordinal >= parts[i].value && strlen(numeral) < 16; ordinal -= parts[i].value)
            numeral = arena_printf(arena, "%s%s", numeral, parts[i].digits);
    return numeral;
}

/* ㈠ to ㈩, which is as far as there are such characters, then (十一). */
static const char *han_numeral(struct arena *arena, int ordinal)
{
    static const char *const digits[] = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    if (ordinal <= 10) {
        char circled[8] = "";
        circled[g_unichar_to_utf8(0x3220 + (gunichar)ordinal - 1, circled)] = '\0';
        return arena_strdup(arena, circled);
    }
    if (ordinal > 99)
        return arena_printf(arena, "(%d)", ordinal);
    return arena_printf(arena, "(%s十%s)", ordinal < 20 ? "" : digits[ordinal / 10],
                        digits[ordinal % 10]);
}

/* Deeper than the style goes its labels begin again. */
static const char *pattern_of(struct arena *arena, const struct style *style, int level)
{
    int levels = 0;
    if (!level)
        return style_word(style, "operative-label");
    while (style_word(style, arena_printf(arena, "item-labels.%d", levels + 1)))
        levels++;
    return levels
               ? style_word(style, arena_printf(arena, "item-labels.%d", (level - 1) % levels + 1))
               : NULL;
}

const char *label_make(struct arena *arena, const struct style *style, int level, int ordinal)
{
    enum { MOST_COUNTED = 500 }; /* letters and numerals beyond that are nobody's */
    const char *pattern = pattern_of(arena, style, level);
    const char *number = arena_printf(arena, "%d", ordinal);
    if (!pattern)
        return arena_printf(arena, "%s.", number);
    if (ordinal > MOST_COUNTED)
        return style_fill(arena, pattern, "number", number, "letter", number, "roman", number,
                          "han", number, "abjad", number, NULL);
    return style_fill(arena, pattern, "number", number, "letter", latin_letter(arena, ordinal),
                      "roman", roman_numeral(arena, ordinal), "han", han_numeral(arena, ordinal),
                      "abjad", abjad_letter(arena, ordinal), NULL);
}
