/* data_label: labels that a document leaves out. What they look like is said by the style's words
 * operative-label and item-labels; what they count on from is the label before. */
#include <glib.h>
#include <string.h>

#include "read/data.h"
#include "read/label.h"

/* --- numbers as letters ------------------------------------------------------------------ */

/* (a) … (z), (aa) …: the same letter over and over, as lists have it. */
static const char *letters_of(struct arena *arena, int number)
{
    int times = (number - 1) / 26 + 1;
    char *text = arena_alloc(arena, (size_t)times + 1);
    memset(text, 'a' + (number - 1) % 26, (size_t)times);
    return text;
}

static const char *roman_of(struct arena *arena, int number)
{
    static const struct {
        int value;
        const char *digits;
    } parts[] = {{100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"},
                 {9, "ix"},  {5, "v"},   {4, "iv"}, {1, "i"}};
    const char *text = "";
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        for (; number >= parts[i].value; number -= parts[i].value)
            text = arena_printf(arena, "%s%s", text, parts[i].digits);
    return text;
}

/* ㈠ … ㈩; beyond these a number in parentheses. */
static const char *han_of(struct arena *arena, int number)
{
    char text[8] = "";
    if (number > 10)
        return arena_printf(arena, "(%d)", number);
    g_unichar_to_utf8(0x3220 + (gunichar)number - 1, text);
    return arena_strdup(arena, text);
}

static const char *abjad_of(struct arena *arena, int number)
{
    static const char *const letters[] = {"أ", "ب", "ج", "د", "ه", "و", "ز", "ح", "ط", "ي",
                                          "ك", "ل", "م", "ن", "س", "ع", "ف", "ص", "ق", "ر",
                                          "ش", "ت", "ث", "خ", "ذ", "ض", "ظ", "غ"};
    int count = G_N_ELEMENTS(letters), times = (number - 1) / count + 1;
    const char *text = letters[(number - 1) % count];
    for (int i = 1; i < times; i++)
        text = arena_printf(arena, "%s%s", text, letters[(number - 1) % count]);
    return text;
}

/* --- the next label ---------------------------------------------------------------------- */

enum { MOST_COUNTED = 500 }; /* letters and numerals beyond that are nobody's */

static const char *number_of(struct arena *arena, int number)
{
    return arena_printf(arena, "%d", number);
}

/* The pattern with the number in it, written as the name in braces asks for. */
static const char *fill(struct arena *arena, const char *pattern, int number)
{
    static const struct {
        const char *name;
        const char *(*write)(struct arena *arena, int number);
    } counts[] = {{"letter", letters_of},
                  {"roman", roman_of},
                  {"han", han_of},
                  {"abjad", abjad_of},
                  {"number", number_of}};
    const char *brace = strchr(pattern, '{');
    size_t i = 0;
    while (i + 1 < G_N_ELEMENTS(counts) && !(brace && g_str_has_prefix(brace + 1, counts[i].name)))
        i++;
    const char *text =
        number > MOST_COUNTED ? number_of(arena, number) : counts[i].write(arena, number);
    return style_fill(arena, pattern, counts[i].name, text, NULL);
}

/* The pattern of items in so many lists; deeper than the style goes they begin again. */
static const char *item_pattern(const struct data *data)
{
    int levels = 0, level = MAX(data->around.lists, 1);
    while (style_word(data->style, arena_printf(data->arena, "item-labels.%d", levels + 1)))
        levels++;
    return levels ? style_word(data->style, arena_printf(data->arena, "item-labels.%d",
                                                         (level - 1) % levels + 1))
                  : "{number}.";
}

const char *data_next_label(struct data *data, struct data_labels *labels, enum node_kind kind)
{
    const char *pattern = style_word(data->style, "operative-label");
    if (kind == NODE_OPERATIVE)
        return fill(data->arena, pattern ? pattern : "{number}.", ++labels->number);
    if (kind != NODE_ITEM)
        return NULL;
    return labels->bullet ? labels->bullet : fill(data->arena, item_pattern(data), ++labels->item);
}

/* What the label says that comes next to `before`; failing that, its first reading. */
static int ordinal_after(const struct label *label, int before)
{
    for (int i = 0; i < label->count; i++)
        if (label->readings[i].ordinal == before + 1)
            return before + 1;
    return label->readings[0].ordinal;
}

void data_count_label(struct data_labels *labels, const struct node *block)
{
    struct label label;
    if (!block->label || !label_read_whole(block->label, &label))
        return;
    bool bullet = label.readings[0].series == LABEL_BULLET;
    if (block->kind == NODE_OPERATIVE && !bullet)
        labels->number = ordinal_after(&label, labels->number);
    if (block->kind != NODE_ITEM)
        return;
    labels->bullet = bullet ? block->label : NULL;
    labels->item = bullet ? 0 : ordinal_after(&label, labels->item);
}
