/* phrases: the lead phrases of preambular and operative paragraphs, a list a language
 * (styles/phrases/LANGUAGE.txt), read when first asked for and kept for the process. */
#include "style/phrases.h"

#include <glib.h>
#include <string.h>

#include "style/style.h"

enum phrase_place { PREAMBULAR, OPERATIVE, PLACE_COUNT };

struct phrases {
    char *text;                   /* the file, cut into lines; the lists point into it */
    GPtrArray *list[PLACE_COUNT]; /* longer phrases before shorter ones */
};

static int longer_first(const void *left, const void *right)
{
    size_t a = strlen(*(const char *const *)left), b = strlen(*(const char *const *)right);
    return a < b ? 1 : a > b ? -1 : strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* Takes the lines of the file: "[preambular]" and "[operative]" begin a list, "#" a comment. */
static void take_lines(struct phrases *phrases)
{
    enum phrase_place place = PREAMBULAR;
    for (char *line = phrases->text, *next; line; line = next) {
        next = strchr(line, '\n');
        if (next)
            *next++ = '\0';
        g_strstrip(line);
        if (strcmp(line, "[preambular]") == 0)
            place = PREAMBULAR;
        else if (strcmp(line, "[operative]") == 0)
            place = OPERATIVE;
        else if (*line && *line != '#')
            g_ptr_array_add(phrases->list[place], line);
    }
}

/* Lists that are missing are empty: the words of a document do not depend on them. */
static struct phrases *read_phrases(enum language language)
{
    struct phrases *phrases = g_new0(struct phrases, 1);
    for (int place = 0; place < PLACE_COUNT; place++)
        phrases->list[place] = g_ptr_array_new();
    char *path =
        g_strdup_printf("%s/styles/phrases/%s.txt", style_data_folder(), language_tag(language));
    gsize size;
    if (g_file_get_contents(path, &phrases->text, &size, NULL) &&
        g_utf8_validate(phrases->text, (gssize)size, NULL))
        take_lines(phrases);
    g_free(path);
    for (int place = 0; place < PLACE_COUNT; place++)
        g_ptr_array_sort(phrases->list[place], longer_first);
    return phrases;
}

static const struct phrases *phrases_of(enum language language)
{
    static const struct phrases *of_language[LANGUAGE_COUNT];
    const struct phrases **kept = &of_language[language];
    if (g_once_init_enter(kept))
        g_once_init_leave(kept, read_phrases(language));
    return *kept;
}

/* Whether a word may end before `text`: Chinese has no spaces, elsewhere no letter, digit or
 * vowel sign may follow. */
static bool word_ends(enum language language, const char *text)
{
    gunichar next = g_utf8_get_char_validated(text, -1);
    return language == ZH || next >= (gunichar)-2 ||
           !(g_unichar_isalnum(next) || g_unichar_ismark(next));
}

size_t style_lead_phrase(enum language language, bool operative, const char *text)
{
    if (language <= LANGUAGE_NONE || language >= LANGUAGE_COUNT)
        return 0;
    const GPtrArray *list = phrases_of(language)->list[operative ? OPERATIVE : PREAMBULAR];
    for (guint i = 0; i < list->len; i++) {
        const char *phrase = list->pdata[i];
        if (g_str_has_prefix(text, phrase) && word_ends(language, text + strlen(phrase)))
            return strlen(phrase);
    }
    return 0;
}

const char *const *style_lead_phrases(enum language language, bool operative, int *count)
{
    *count = 0;
    if (language <= LANGUAGE_NONE || language >= LANGUAGE_COUNT)
        return NULL;
    const GPtrArray *list = phrases_of(language)->list[operative ? OPERATIVE : PREAMBULAR];
    *count = (int)list->len;
    return (const char *const *)list->pdata;
}
