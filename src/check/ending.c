/* ending: what a clause ends with. In: a passage. Out: its mark and where that stands. */
#include "check/ending.h"

#include <string.h>

static const char *const marks[LANGUAGE_COUNT][END_COUNT] = {
    [ZH] = {"", "，", "；", "：", "。", ""}, [EN] = {"", ",", ";", ":", ".", ""},
    [FR] = {"", ",", ";", ":", ".", ""},     [ES] = {"", ",", ";", ":", ".", ""},
    [RU] = {"", ",", ";", ":", ".", ""},     [AR] = {"", "،", "؛", ":", ".", ""},
    [DE] = {"", ",", ";", ":", ".", ""},
};

/* Marks of all scripts: one that is not of the language is still that mark. */
static enum end end_of_mark(gunichar mark)
{
    static const char *const all[END_COUNT] = {
        "", ",，،", ";；؛;", ":：︰∶", ".。．｡", "?？؟!！…-–—―*、､",
    };
    for (enum end end = END_COMMA; end < END_COUNT; end++)
        if (mark && g_utf8_strchr(all[end], -1, mark))
            return end;
    return END_NONE;
}

static bool is_unseen(gunichar c)
{
    return g_unichar_isspace(c) || g_unichar_type(c) == G_UNICODE_FORMAT;
}

/* What may close behind the mark of the clause. */
static bool is_closer(gunichar c)
{
    return c && g_utf8_strchr("”“’‘»\"')]）］」』》", -1, c);
}

/* Where a mark that an asterisk follows ends, "benefits;*": the asterisk calls a note that is no
 * note of the format. `at` itself when none stands there. */
static int before_star(const struct passage *passage, int at)
{
    int mark = at;
    while (mark > 0 && char_before(passage, mark) == '*')
        mark--;
    return end_of_mark(char_before(passage, mark)) != END_NONE ? mark : at;
}

/* What joins the last item of a list to the others. */
static const char *const conjunctions[LANGUAGE_COUNT][5] = {
    [ZH] = {"以及", "和", "并", "或"}, [EN] = {" and", " or", " and/or", " but"},
    [FR] = {" et", " ou", "\u00A0et"}, [ES] = {" y", " e", " o", " u"},
    [RU] = {" и", " или", " а также"}, [AR] = {" و", " أو"},
    [DE] = {" und", " oder"},
};

int ending_trimmed(const char *text, int size)
{
    while (size > 0) {
        const char *before = g_utf8_find_prev_char(text, text + size);
        if (!is_unseen(g_utf8_get_char(before)))
            break;
        size = (int)(before - text);
    }
    return size;
}

/* Where the conjunction that the text ends with begins; -1 when it ends otherwise. */
static int conjunction_at(const struct passage *passage, enum language language)
{
    int size = ending_trimmed(passage->text, passage->size);
    if (end_of_mark(char_before(passage, size)) == END_COMMA)
        size = ending_trimmed(passage->text, size - 1);
    for (int i = 0; i < 5 && conjunctions[language][i]; i++) {
        const char *word = conjunctions[language][i];
        int from = size - (int)strlen(word);
        if (from > 0 && strncmp(passage->text + from, word, strlen(word)) == 0)
            return ending_trimmed(passage->text, from);
    }
    return -1;
}

struct ending ending_of(const struct passage *passage, enum language language)
{
    int joined = conjunction_at(passage, language);
    int at = joined >= 0 ? joined : passage->size;
    struct ending ending = {.from = at, .to = at, .joined = joined};
    while (at > 0) {
        gunichar c = char_before(passage, at);
        if (!is_unseen(c) && !is_closer(c))
            break;
        ending.closed |= is_closer(c);
        at = (int)(g_utf8_prev_char(passage->text + at) - passage->text);
        if (is_unseen(c) && !ending.closed)
            ending.from = ending.to = at;
    }
    at = before_star(passage, at);
    ending.end = end_of_mark(char_before(passage, at));
    if (ending.end != END_NONE) {
        ending.from = (int)(g_utf8_prev_char(passage->text + at) - passage->text);
        ending.to = at;
    }
    return ending;
}

const char *ending_mark(enum language language, enum end end)
{
    return marks[language][end] ? marks[language][end] : "";
}
