/* rules_file: what a file says of itself: tags, language, title. */
#include <string.h>

#include "inspect/inspect.h"
#include "inspect/tally.h"

static void tell(const struct inspection *in, enum diag_slug slug, const char *text)
{
    diag_file(in->diag, in->source, SOURCE_NOWHERE, slug, "%s", text);
}

static void look_at_damage(const struct inspection *in)
{
    const char *damage = file_damage(in->file);
    if (damage)
        diag_file(in->diag, in->source, SOURCE_NOWHERE, DIAG_INSPECT_DAMAGED,
                  "is damaged (%s), it was read as far as that goes", damage);
    for (guint i = 0; i < in->sheets->len; i++)
        if (inspect_sheet(in, i)->broken)
            diag_file(in->diag, in->source, i + 1, DIAG_INSPECT_DAMAGED,
                      "the content cannot be decoded");
    if (!in->sheets->len)
        tell(in, DIAG_INSPECT_DAMAGED, "no page was found");
    if (!inspect_is_whole(in))
        tell(in, DIAG_INSPECT_DAMAGED,
             "paints more than any document needs, the rest was not read");
}

/* How many pages the tree says, and how many there are. */
static void look_at_pages(const struct inspection *in)
{
    const struct object *root = file_get(in->file, file_catalog(in->file), "Pages");
    double said = file_number(in->file, root, "Count", -1);
    struct tally slips = {0};
    if (in->sheets->len >= SHEETS_MOST)
        diag_file(in->diag, in->source, SOURCE_NOWHERE, DIAG_INSPECT_DAMAGED,
                  "has more than %d pages, the rest was not read", SHEETS_MOST);
    else if (in->sheets->len && said != in->sheets->len)
        diag_file(in->diag, in->source, SOURCE_NOWHERE, DIAG_INSPECT_DAMAGED,
                  "says that it has %.0f pages and has %u", said, in->sheets->len);
    for (guint i = 0; i < in->sheets->len && inspect_is_whole(in); i++)
        if (inspect_sheet(in, i)->slip)
            tally_add(in, &slips, (int)i + 1, "%s", inspect_sheet(in, i)->slip);
    tally_tell(in, &slips, DIAG_INSPECT_CONTENT, "pages");
}

static void look_at_tags(const struct inspection *in)
{
    const struct object *marks = file_get(in->file, file_catalog(in->file), "MarkInfo");
    if (!in->tags)
        tell(in, DIAG_INSPECT_NO_TAGS, "has no structure tree, a tagged PDF was wanted");
    else if (!file_get(in->file, marks, "Marked")->number)
        tell(in, DIAG_INSPECT_NO_TAGS, "is not marked as tagged, /Marked true was wanted");
}

/* --- the language -------------------------------------------------------------------------- */

static enum script script_of(gunichar c)
{
    GUnicodeScript script = g_unichar_get_script(c);
    return script == G_UNICODE_SCRIPT_HAN      ? SCRIPT_HAN
           : script == G_UNICODE_SCRIPT_ARABIC ? SCRIPT_ARABIC
                                               : SCRIPT_WESTERN;
}

/* How many letters of each script the pages show; Cyrillic is counted as the last. */
static void count_letters(const struct inspection *in, int count[SCRIPT_COUNT + 1])
{
    for (guint i = 0; i < in->sheets->len; i++) {
        const struct sheet *sheet = inspect_sheet(in, i);
        for (guint k = 0; k < sheet->glyphs->len; k++) {
            const char *text = g_array_index(sheet->glyphs, struct sheet_glyph, k).text;
            gunichar c = text ? g_utf8_get_char(text) : 0;
            if (c && g_unichar_isalpha(c))
                count[g_unichar_get_script(c) == G_UNICODE_SCRIPT_CYRILLIC ? SCRIPT_COUNT
                                                                           : script_of(c)]++;
        }
    }
}

/* --- and of its words: how often those stand that every text has ----------------------------- */

static const struct {
    enum language language;
    const char *name, *words; /* a space around each */
} usual[] = {
    {EN, "English", " the of and to in its with by for that on as which "},
    {FR, "French", " le la les des et du dans que pour par sur aux une ses "},
    {ES, "Spanish", " el la los las del en y que por para con las su al "},
};

static int count_usual(const struct inspection *in, const char *words, const char *others)
{
    int count = 0;
    for (guint i = 0; i < in->sheets->len; i++)
        for (guint k = 0; k < inspect_sheet(in, i)->lines->len; k++) {
            char **split = g_strsplit(inspect_line(inspect_sheet(in, i), k)->text, " ", -1);
            for (char **word = split; *word; word++) {
                char *wanted = g_strdup_printf(" %s ", *word);
                count += **word && strstr(words, wanted) && !(others && strstr(others, wanted));
                g_free(wanted);
            }
            g_strfreev(split);
        }
    return count;
}

static void look_at_words(const struct inspection *in, const char *tag)
{
    int said = -1;
    for (int i = 0; i < (int)G_N_ELEMENTS(usual); i++)
        said = usual[i].language == in->language ? i : said;
    for (int i = 0; said >= 0 && i < (int)G_N_ELEMENTS(usual); i++) {
        if (i == said)
            continue;
        int own = count_usual(in, usual[said].words, usual[i].words);
        int other = count_usual(in, usual[i].words, usual[said].words);
        if (other < 12 || other < own * 4)
            continue;
        diag_file(in->diag, in->source, SOURCE_NOWHERE, DIAG_INSPECT_LANGUAGE,
                  "says that its language is %s, most words are %s", tag, usual[i].name);
        return;
    }
}

static int script_of_language(enum language language)
{
    return language == ZH   ? SCRIPT_HAN
           : language == AR ? SCRIPT_ARABIC
           : language == RU ? SCRIPT_COUNT
                            : SCRIPT_WESTERN;
}

static void look_at_language(const struct inspection *in)
{
    static const char *const names[] = {"Chinese", "Latin", "Arabic", "Cyrillic"};
    const char *tag = file_text(in->file, file_get(in->file, file_catalog(in->file), "Lang"));
    if (!tag || !*tag) {
        tell(in, DIAG_INSPECT_LANGUAGE, "says no language, one for all text was wanted");
        return;
    }
    if (!g_regex_match_simple("^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$", tag, 0, 0))
        diag_file(in->diag, in->source, SOURCE_NOWHERE, DIAG_INSPECT_LANGUAGE,
                  "says the language “%s”, a tag as “en” or “zh-Hans” was wanted",
                  inspect_words(in, tag));
    int count[SCRIPT_COUNT + 1] = {0}, most = 0;
    count_letters(in, count);
    for (int i = 1; i <= SCRIPT_COUNT; i++)
        most = count[i] > count[most] ? i : most;
    if (in->language != LANGUAGE_NONE && count[most] > 20 &&
        count[script_of_language(in->language)] * 20 < count[most])
        diag_file(in->diag, in->source, SOURCE_NOWHERE, DIAG_INSPECT_LANGUAGE,
                  "says that its language is %s, most letters are %s", tag, names[most]);
    look_at_words(in, tag);
}

/* --- the title ----------------------------------------------------------------------------- */

static bool holds(const char *text, const char *symbol)
{
    char **parts = g_strsplit(text, " ", -1), *joined = g_strjoinv("", parts);
    char **words = g_strsplit(symbol, " ", -1), *wanted = g_strjoinv("", words);
    bool found = strstr(joined, wanted) != NULL;
    g_strfreev(parts);
    g_strfreev(words);
    g_free(joined);
    g_free(wanted);
    return found;
}

static void look_at_title(const struct inspection *in)
{
    const struct object *catalog = file_catalog(in->file);
    const struct object *view = file_get(in->file, catalog, "ViewerPreferences");
    const char *title = file_text(in->file, file_get(in->file, file_info(in->file), "Title"));
    if (!title || !*title)
        tell(in, DIAG_INSPECT_TITLE, "has no title, one with the symbol was wanted");
    else if (in->symbol && !holds(title, in->symbol))
        diag_file(in->diag, in->source, SOURCE_NOWHERE, DIAG_INSPECT_TITLE,
                  "has the title “%s”, one with the symbol %s was wanted", inspect_words(in, title),
                  in->symbol);
    if (title && *title && !file_get(in->file, view, "DisplayDocTitle")->number)
        tell(in, DIAG_INSPECT_TITLE, "is shown by its file name, /DisplayDocTitle true was wanted");
}

void inspect_file(const struct inspection *in)
{
    look_at_damage(in);
    look_at_tags(in);
    look_at_language(in);
    look_at_title(in);
    look_at_pages(in);
    inspect_metadata(in);
}
