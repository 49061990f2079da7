/* class: tables of code points. In: a character. Out: its class, and whether it may stand at the
 * edge of a line. */
#include "set/class.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

struct range {
    uint32_t from, to;
    enum sign_class class;
};

/* Sorted. What is not here is decided by its general category. */
static const struct range chinese_ranges[] = {
    {0x2E3A, 0x2E3A, CLASS_DOUBLE},
    {0x2E80, 0x2FDF, CLASS_HAN},
    {0x3000, 0x3000, CLASS_IDEOGRAPHIC_SPACE},
    {0x3001, 0x3001, CLASS_COMMA},
    {0x3002, 0x3002, CLASS_STOP},
    {0x3003, 0x3007, CLASS_HAN},
    {0x3008, 0x3008, CLASS_OPEN},
    {0x3009, 0x3009, CLASS_CLOSE},
    {0x300A, 0x300A, CLASS_OPEN},
    {0x300B, 0x300B, CLASS_CLOSE},
    {0x300C, 0x300C, CLASS_OPEN},
    {0x300D, 0x300D, CLASS_CLOSE},
    {0x300E, 0x300E, CLASS_OPEN},
    {0x300F, 0x300F, CLASS_CLOSE},
    {0x3010, 0x3010, CLASS_OPEN},
    {0x3011, 0x3011, CLASS_CLOSE},
    {0x3012, 0x3013, CLASS_HAN},
    {0x3014, 0x3014, CLASS_OPEN},
    {0x3015, 0x3015, CLASS_CLOSE},
    {0x3016, 0x3016, CLASS_OPEN},
    {0x3017, 0x3017, CLASS_CLOSE},
    {0x3018, 0x3018, CLASS_OPEN},
    {0x3019, 0x3019, CLASS_CLOSE},
    {0x301A, 0x301A, CLASS_OPEN},
    {0x301B, 0x301B, CLASS_CLOSE},
    {0x301C, 0x301C, CLASS_WAVE},
    {0x301D, 0x301D, CLASS_OPEN},
    {0x301E, 0x301F, CLASS_CLOSE},
    {0x3020, 0x3029, CLASS_HAN},
    {0x302A, 0x302F, CLASS_JOINER},
    {0x3030, 0x30FA, CLASS_HAN},
    {0x30FB, 0x30FB, CLASS_MIDDLE},
    {0x30FC, 0x9FFF, CLASS_HAN}, /* kana, bopomofo, enclosed, compatibility, unified */
    {0xA000, 0xA4CF, CLASS_HAN},
    {0xAC00, 0xD7A3, CLASS_HAN},
    {0xF900, 0xFAFF, CLASS_HAN},
    {0xFE30, 0xFE4F, CLASS_HAN},
    {0xFF01, 0xFF01, CLASS_STOP},
    {0xFF02, 0xFF07, CLASS_HAN},
    {0xFF08, 0xFF08, CLASS_OPEN},
    {0xFF09, 0xFF09, CLASS_CLOSE},
    {0xFF0A, 0xFF0B, CLASS_HAN},
    {0xFF0C, 0xFF0C, CLASS_COMMA},
    {0xFF0D, 0xFF0D, CLASS_HAN},
    {0xFF0E, 0xFF0E, CLASS_STOP},
    {0xFF0F, 0xFF19, CLASS_HAN},
    {0xFF1A, 0xFF1B, CLASS_COMMA},
    {0xFF1C, 0xFF1E, CLASS_HAN},
    {0xFF1F, 0xFF1F, CLASS_STOP},
    {0xFF20, 0xFF3A, CLASS_HAN},
    {0xFF3B, 0xFF3B, CLASS_OPEN},
    {0xFF3C, 0xFF3C, CLASS_HAN},
    {0xFF3D, 0xFF3D, CLASS_CLOSE},
    {0xFF3E, 0xFF5A, CLASS_HAN},
    {0xFF5B, 0xFF5B, CLASS_OPEN},
    {0xFF5C, 0xFF5C, CLASS_HAN},
    {0xFF5D, 0xFF5D, CLASS_CLOSE},
    {0xFF5E, 0xFF5E, CLASS_WAVE},
    {0xFF5F, 0xFF5F, CLASS_OPEN},
    {0xFF60, 0xFF60, CLASS_CLOSE},
    {0xFFE0, 0xFFE6, CLASS_HAN},
    {0x1B000, 0x1B16F, CLASS_HAN},
    {0x1F200, 0x1F2FF, CLASS_HAN},
    {0x20000, 0x3FFFF, CLASS_HAN},
};

static int range_compare(const void *key, const void *element)
{
    uint32_t c = *(const uint32_t *)key;
    const struct range *range = element;
    return c < range->from ? -1 : c > range->to;
}

bool class_depends(uint32_t c)
{
    switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201C:
    case 0x201D:
    case 0x2014:
    case 0x2026:
    case 0x22EF:
    case 0x00B7:
    case 0x2027:
    case 0x2010:
    case '-':
    case 0x2013:
    case '/':
        return true;
    }
    return false;
}

/* The Chinese class of a character that depends on its context. */
static enum sign_class class_dependent(uint32_t c)
{
    switch (c) {
    case 0x2018:
    case 0x201C:
        return CLASS_OPEN;
    case 0x2019:
    case 0x201D:
        return CLASS_CLOSE;
    case 0x2014:
    case 0x2026:
    case 0x22EF:
        return CLASS_WAVE;
    }
    return CLASS_MIDDLE;
}

static enum sign_class class_by_category(uint32_t c)
{
    switch (g_unichar_type(c)) {
    case G_UNICODE_SPACING_MARK:
    case G_UNICODE_ENCLOSING_MARK:
    case G_UNICODE_NON_SPACING_MARK:
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
        return CLASS_JOINER;
    case G_UNICODE_DECIMAL_NUMBER:
        return CLASS_DIGIT;
    case G_UNICODE_LOWERCASE_LETTER:
    case G_UNICODE_MODIFIER_LETTER:
    case G_UNICODE_OTHER_LETTER:
    case G_UNICODE_TITLECASE_LETTER:
    case G_UNICODE_UPPERCASE_LETTER:
    case G_UNICODE_LETTER_NUMBER:
    case G_UNICODE_OTHER_NUMBER:
        return CLASS_LETTER;
    case G_UNICODE_SPACE_SEPARATOR:
        return CLASS_SPACE;
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
        return CLASS_BREAK;
    case G_UNICODE_UNASSIGNED:
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_SURROGATE:
    case G_UNICODE_CONNECT_PUNCTUATION:
    case G_UNICODE_DASH_PUNCTUATION:
    case G_UNICODE_CLOSE_PUNCTUATION:
    case G_UNICODE_FINAL_PUNCTUATION:
    case G_UNICODE_INITIAL_PUNCTUATION:
    case G_UNICODE_OTHER_PUNCTUATION:
    case G_UNICODE_OPEN_PUNCTUATION:
    case G_UNICODE_CURRENCY_SYMBOL:
    case G_UNICODE_MODIFIER_SYMBOL:
    case G_UNICODE_MATH_SYMBOL:
    case G_UNICODE_OTHER_SYMBOL:
        return CLASS_MARK;
    }
    return CLASS_MARK;
}

enum sign_class class_of(uint32_t c, bool chinese)
{
    if (class_depends(c))
        return chinese ? class_dependent(c) : CLASS_MARK;
    if (c < 0x80) {
        if (g_ascii_isalpha((char)c))
            return CLASS_LETTER;
        if (g_ascii_isdigit((char)c))
            return CLASS_DIGIT;
        if (c == '\n')
            return CLASS_BREAK;
        if (c == ' ' || c == '\t')
            return CLASS_SPACE;
        if (c == '%' || c == '#' || c == '@' || c == '&' || c == '+' || c == '=' || c == '$')
            return CLASS_SYMBOL;
        return c < 0x20 || c == 0x7F ? CLASS_JOINER : CLASS_MARK;
    }
    if (c == 0x2030 || c == 0xB0)
        return CLASS_SYMBOL;
    if (c == 0xA0 || c == 0x2007 || c == 0x202F)
        return CLASS_TIE;
    if (c >= 0x4E00 && c <= 0x9FFF)
        return CLASS_HAN; /* most of a Chinese text, without a search */
    if (c < chinese_ranges[0].from)
        return class_by_category(c);
    const struct range *range = bsearch(&c, chinese_ranges, G_N_ELEMENTS(chinese_ranges),
                                        sizeof *chinese_ranges, range_compare);
    return range ? range->class : class_by_category(c);
}

bool class_is_one_of(const char *list, uint32_t c)
{
    char bytes[8] = {0};
    if (!list || !*list || !c)
        return false;
    if (c < 0x80)
        return strchr(list, (int)c) != NULL;
    g_unichar_to_utf8(c, bytes);
    const char *near = strchr(list, bytes[0]); /* mostly there is none of its alphabet */
    return near && strstr(near, bytes);
}

/* Most characters are Han or letters, from À to those of the last alphabet, which no list holds. */
static bool listed(const char *list, uint32_t c)
{
    if ((c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xC0 && c < 0x2000) ||
        (c < 0x80 && g_ascii_isalnum((char)c)))
        return false;
    return class_is_one_of(list, c);
}

bool class_no_start(uint32_t c)
{
    static const char list[] = "、。，．：；！？‼⁇⁈⁉’”）》〉」』】〗〕］｝｠〙〛〞〟·・‧–—～〜゠-"
                               "‐‑/／々〻〵％%‰°′″℃℉￠¢﹪﹐﹑﹒﹔﹕﹖﹗"
                               ")]},.:;!?"
                               "…⋯‥․･ヽヾゝゞーｰぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ"
                               "ㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯ»›";
    return listed(list, c);
}

bool class_no_end(uint32_t c)
{
    static const char list[] = "‘“‚„（《〈「『【〖〔［｛｟〘〚〝([{￥¥＄$£￡€№§#＃/／«‹¿¡";
    return listed(list, c);
}
