/* mun_form: what a language has for the parts of a resolution that Model UN programs leave to the
 * program that prints: the marks at the ends of clauses (un-layout.md 5.1), the lead phrase. */
#include <string.h>

#include "read/mun.h"

/* --- marks --------------------------------------------------------------------------- */

const char *mun_mark(enum language language, enum clause_end end)
{
    static const char *const latin[] = {"", ",", ";", ":", "."};
    static const char *const french[] = {"", ",", "\u00A0;", "\u00A0:", "."};
    static const char *const chinese[] = {"", "，", "；", "：", "。"};
    static const char *const arabic[] = {"", "،", "؛", ":", "."};
    return (language == FR   ? french
            : language == ZH ? chinese
            : language == AR ? arabic
                             : latin)[end];
}

static enum clause_end end_of_character(gunichar c)
{
    static const char *const marks[] = {"", ",，،", ";；؛", ":：", ".。"};
    for (int i = END_COMMA; i <= END_STOP; i++)
        if (g_utf8_strchr(marks[i], -1, c))
            return (enum clause_end)i;
    return END_NONE;
}

/* "…; and", ", or": a short word behind a comma or semicolon joins the next item. */
static bool ends_with_joint(const char *text, const char *end)
{
    enum { LONGEST = 10 }; /* bytes */
    const char *word = end;
    while (word > text && end - word <= LONGEST && word[-1] != ' ')
        word--;
    return word > text + 1 && word[-1] == ' ' && word[-2] && strchr(",;", word[-2]) && word < end;
}

enum clause_end mun_end_of(const char *text, bool *complete)
{
    static const char closers[] = "”’»\")]）」』》*|";
    const char *end = text + strlen(text);
    gunichar last = 0;
    do {
        end = g_utf8_find_prev_char(text, end);
        last = end ? g_utf8_get_char(end) : 0;
    } while (end && g_unichar_isspace(last));
    *complete = !last || g_utf8_strchr("?!？！؟…–—-", -1, last) || end_of_character(last) ||
                ends_with_joint(text, g_utf8_next_char(end));
    if (last && g_utf8_strchr(closers, -1, last)) { /* a stop within closes a sentence, not this */
        const char *before = g_utf8_find_prev_char(text, end);
        *complete = before && end_of_character(g_utf8_get_char(before)) == END_STOP;
    }
    return end_of_character(last);
}

/* --- lead phrases -------------------------------------------------------------------- */

/* English puts an adverb first: "Strongly urges". */
static bool is_adverb(const char *word, size_t size)
{
    static const char *const others[] = {"Also", "Further", "Again", "Once", "Having", "Fully"};
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
        if (strlen(others[i]) == size && strncmp(word, others[i], size) == 0)
            return true;
    return size > 3 && strncmp(word + size - 2, "ly", 2) == 0;
}

size_t mun_lead_size(enum language language, bool operative, const char *text)
{
    size_t known = style_lead_phrase(language, operative, text);
    if (known || language == ZH || language == AR || !g_unichar_isalpha(g_utf8_get_char(text)))
        return known;
    enum { SHORTEST = 4 }; /* "in", "mit" are no verbs */
    size_t size = strcspn(text, " ,;:.");
    if (size < SHORTEST)
        return 0;
    if (language == EN && is_adverb(text, size) && text[size] == ' ')
        size += 1 + strcspn(text + size + 1, " ,;:.");
    return size;
}
