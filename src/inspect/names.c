/* names: codes and names of glyphs in, text out. Accented letters are composed: "eacute" is e and
 * an acute accent. */
#include "inspect/names.h"

#include <glib.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static const char *utf8(struct arena *arena, gunichar character)
{
    char buffer[7] = {0};
    g_unichar_to_utf8(character, buffer);
    return arena_strdup(arena, buffer);
}

const char *names_text_of_code(struct arena *arena, unsigned code)
{
    char byte = (char)code;
    if (code < 0x20 || code == 0x7F || code > 0xFF)
        return NULL;
    char *text = g_convert(&byte, 1, "UTF-8", "CP1252", NULL, NULL, NULL);
    const char *copy = text ? arena_strdup(arena, text) : NULL;
    g_free(text);
    return copy;
}

static const struct {
    const char *name;
    gunichar character;
} words[] = {
    {"space", ' '},
    {"exclam", '!'},
    {"quotedbl", '"'},
    {"numbersign", '#'},
    {"dollar", '$'},
    {"percent", '%'},
    {"ampersand", '&'},
    {"quotesingle", '\''},
    {"parenleft", '('},
    {"parenright", ')'},
    {"asterisk", '*'},
    {"plus", '+'},
    {"comma", ','},
    {"hyphen", '-'},
    {"period", '.'},
    {"slash", '/'},
    {"zero", '0'},
    {"one", '1'},
    {"two", '2'},
    {"three", '3'},
    {"four", '4'},
    {"five", '5'},
    {"six", '6'},
    {"seven", '7'},
    {"eight", '8'},
    {"nine", '9'},
    {"colon", ':'},
    {"semicolon", ';'},
    {"less", '<'},
    {"equal", '='},
    {"greater", '>'},
    {"question", '?'},
    {"at", '@'},
    {"bracketleft", '['},
    {"backslash", '\\'},
    {"bracketright", ']'},
    {"underscore", '_'},
    {"quoteleft", 0x2018},
    {"quoteright", 0x2019},
    {"quotedblleft", 0x201C},
    {"quotedblright", 0x201D},
    {"quotesinglbase", 0x201A},
    {"quotedblbase", 0x201E},
    {"endash", 0x2013},
    {"emdash", 0x2014},
    {"bullet", 0x2022},
    {"ellipsis", 0x2026},
    {"fi", 0xFB01},
    {"fl", 0xFB02},
    {"ff", 0xFB00},
    {"ffi", 0xFB03},
    {"ffl", 0xFB04},
    {"guillemotleft", 0xAB},
    {"guillemotright", 0xBB},
    {"section", 0xA7},
    {"degree", 0xB0},
    {"germandbls", 0xDF},
    {"ae", 0xE6},
    {"AE", 0xC6},
    {"oe", 0x153},
    {"OE", 0x152},
    {"oslash", 0xF8},
    {"Oslash", 0xD8},
    {"dotlessi", 0x131},
    {"nbspace", 0xA0},
    {"Euro", 0x20AC},
    {"copyright", 0xA9},
    {"trademark", 0x2122},
    {"minus", 0x2212},
    {"dagger", 0x2020},
    {"exclamdown", 0xA1},
    {"questiondown", 0xBF},
    {"nonbreakingspace", 0xA0},
    {"sfthyphen", 0xAD},
    {"periodcentered", 0xB7},
};

static const struct {
    const char *name;
    gunichar character;
} accents[] = {
    {"grave", 0x300},  {"acute", 0x301},        {"circumflex", 0x302}, {"tilde", 0x303},
    {"macron", 0x304}, {"breve", 0x306},        {"dotaccent", 0x307},  {"dieresis", 0x308},
    {"ring", 0x30A},   {"hungarumlaut", 0x30B}, {"caron", 0x30C},      {"cedilla", 0x327},
    {"ogonek", 0x328},
};

static const char *hexadecimal(struct arena *arena, const char *digits)
{
    char *end;
    unsigned long value = strtoul(digits, &end, 16);
    bool whole = *digits && (*end == 0 || *end == '.') && end - digits >= 4;
    return whole && g_unichar_validate((gunichar)value) && value ? utf8(arena, (gunichar)value)
                                                                 : NULL;
}

static const char *accented(struct arena *arena, const char *name)
{
    gunichar whole;
    for (size_t i = 0; i < G_N_ELEMENTS(accents); i++)
        if (strcmp(name + 1, accents[i].name) == 0 &&
            g_unichar_compose((gunichar)(unsigned char)*name, accents[i].character, &whole))
            return utf8(arena, whole);
    return NULL;
}

const char *names_text_of_name(struct arena *arena, const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (strcmp(words[i].name, name) == 0)
            return utf8(arena, words[i].character);
    if (g_ascii_isalpha(name[0]) && (!name[1] || name[1] == '.'))
        return utf8(arena, (gunichar)name[0]);
    const char *text = strncmp(name, "uni", 3) == 0 ? hexadecimal(arena, name + 3)
                       : name[0] == 'u'             ? hexadecimal(arena, name + 1)
                                                    : NULL;
    return text || !g_ascii_isalpha(name[0]) ? text : accented(arena, name);
}
