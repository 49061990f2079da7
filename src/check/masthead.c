/* masthead: rules about the form of each line of masthead and closing, and about the opening words.
 * In: fields, one after the other. Out: findings. The forms are data, styles/check/LANGUAGE.yaml:
 * "meeting-form-pattern", with an example under "meeting-form". */
#include <string.h>

#include "check/ending.h"
#include "check/families.h"
#include "check/signs.h"

/* --- whose document it is -------------------------------------------------------------- */

/* That of the symbol, where it says so: readers may know the organ by the opening words alone. */
static enum organ organ_of(const struct copy *copy)
{
    static const struct {
        const char *prefix;
        enum organ organ;
    } known[] = {{"A/RES/", ORGAN_GA},
                 {"S/RES/", ORGAN_SC},
                 {"E/RES/", ORGAN_ECOSOC},
                 {"A/HRC/RES/", ORGAN_HRC}};
    const struct node *field = doc_field(copy->doc, FIELD_SYMBOL);
    const char *symbol = field ? doc_plain_text(copy->arena, field) : "";
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
        if (g_str_has_prefix(symbol, known[i].prefix))
            return known[i].organ;
    return copy->doc->as.doc.organ;
}

/* --- lines that have a form ------------------------------------------------------------ */

struct line {
    enum field field;
    enum diag_slug slug;
    const char *pattern, *example; /* keys of the lexicon */
    const char *name;
};

static const struct line lines[] = {
    {FIELD_ISSUED, DIAG_MASTHEAD_FORM, "issued-form-pattern", "issued-form", "date of issue"},
    {FIELD_ITEM, DIAG_MASTHEAD_FORM, "item-form-pattern", "item-form", "agenda item"},
    {FIELD_ADOPTION, DIAG_MASTHEAD_FORM, "adoption-form-pattern", "adoption-form",
     "line of adoption"},
    {FIELD_PROPONENT, DIAG_MASTHEAD_FORM, "proponent-form-pattern", "proponent-form",
     "line of the report"},
    {FIELD_NUMBER, DIAG_MASTHEAD_FORM, "number-form-pattern", "number-form", "number"},
    {FIELD_MEETING, DIAG_CLOSING_FORM, "meeting-form-pattern", "meeting-form", "meeting"},
    {FIELD_ADOPTED, DIAG_CLOSING_FORM, "adopted-form-pattern", "adopted-form", "date"},
};

static const struct line *line_of(const struct passage *passage)
{
    if (passage->block->kind != NODE_FIELD || passage->note)
        return NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(lines); i++)
        if (lines[i].field == passage->block->as.field.field)
            return &lines[i];
    return NULL;
}

/* The Assembly alone adopts on reports of committees, and drafts have no number yet. */
static bool is_free(const struct copy *copy, enum field field)
{
    return (field == FIELD_PROPONENT && organ_of(copy) != ORGAN_GA) ||
           (field == FIELD_NUMBER && copy->doc->as.doc.kind == KIND_DRAFT);
}

/* Pages read by machine have spaces beside figures, which another rule tells. */
static const char *without_spaces(struct arena *arena, const char *text)
{
    char *copy = arena_strdup(arena, text), *end = copy;
    for (const char *p = text; *p; p++)
        if (*p != ' ')
            *end++ = *p;
    *end = '\0';
    return copy;
}

static bool has_form(const struct copy *copy, const struct passage *passage, const GRegex *pattern)
{
    const char *text =
        copy->language == ZH ? without_spaces(copy->arena, passage->text) : passage->text;
    return g_regex_match(pattern, text, 0, NULL);
}

static void check_line(const struct copy *copy, const struct passage *passage, enum diag_slug slug)
{
    const struct line *line = line_of(passage);
    const GRegex *pattern =
        line && line->slug == slug ? lexicon_pattern(copy->lexicon, line->pattern) : NULL;
    if (!pattern || !passage->size || is_free(copy, line->field) ||
        has_form(copy, passage, pattern))
        return;
    find(copy, passage, 0, passage->size, slug,
         "“%s” has not the form of the %s, something as “%s” was wanted", passage->text, line->name,
         lexicon_list(copy->lexicon, line->example)[0]);
}

static void masthead_form(const struct copy *copy, const struct passage *passage)
{
    check_line(copy, passage, DIAG_MASTHEAD_FORM);
}

static void closing_form(const struct copy *copy, const struct passage *passage)
{
    check_line(copy, passage, DIAG_CLOSING_FORM);
}

/* --- the language of the original ------------------------------------------------------ */

/* The name of a language as this one writes it. */
static const char *language_name(const struct copy *copy, enum language language)
{
    return style_word(copy->style,
                      arena_printf(copy->arena, "language-%s", language_tag(language)));
}

/* "Original: English" with another name in its place, as this language writes it. */
static const char *original_in(const struct copy *copy, const char *name)
{
    const char *pattern = style_word(copy->style, "original");
    return pattern && name ? style_fill(copy->arena, pattern, "language", name, NULL) : NULL;
}

/* Behind words that a text begins with, whatever its spaces are; NULL: it does not. */
static const char *behind(const char *text, const char *words)
{
    for (;;) {
        while (is_blank(g_utf8_get_char(text)))
            text = g_utf8_next_char(text);
        while (is_blank(g_utf8_get_char(words)))
            words = g_utf8_next_char(words);
        if (!*words)
            return text;
        if (g_utf8_get_char(text) != g_utf8_get_char(words))
            return NULL;
        text = g_utf8_next_char(text);
        words = g_utf8_next_char(words);
    }
}

/* The language whose name a text begins with, and what is behind it. */
static enum language take_language(const struct copy *copy, const char **text)
{
    for (enum language language = ZH; language < LANGUAGE_COUNT; language++) {
        const char *name = language_name(copy, language), *rest = name ? behind(*text, name) : NULL;
        if (!rest)
            continue;
        *text = rest;
        return language;
    }
    return LANGUAGE_NONE;
}

/* Whether names of languages are all that a text has; *only is the name when it is one. */
static bool is_languages(const struct copy *copy, const char *text, enum language *only)
{
    for (int count = 0;; count++) {
        enum language language = take_language(copy, &text);
        *only = count ? LANGUAGE_NONE : language;
        if (!language || !*text)
            return language != LANGUAGE_NONE;
        if (!strchr("/,", *text++))
            return false;
    }
}

/* "Français" above "Original : anglais": the first for translations alone. */
static void original_line(const struct copy *copy, const struct passage *passage)
{
    const struct node *block = passage->block;
    const char *line = style_word(copy->style, "language-line");
    const char *example = original_in(copy, language_name(copy, copy->language == EN ? FR : EN));
    if (block->kind != NODE_FIELD || block->as.field.field != FIELD_ORIGINAL || passage->note ||
        !passage->size || !line || !example)
        return;
    const char *below = behind(passage->text, line);
    const char *names = behind(below ? below : passage->text, original_in(copy, ""));
    enum language only = LANGUAGE_NONE;
    if (!names || !is_languages(copy, names, &only))
        find(copy, passage, 0, passage->size, DIAG_MASTHEAD_FORM,
             "“%s” has not the form of the language of the original, something as “%s” was wanted",
             below && *below ? below : passage->text, example);
    else if (below && only == copy->language)
        find(copy, passage, 0, passage->size, DIAG_MASTHEAD_FORM,
             "“%s” stands above the original of that language, the original alone was wanted",
             line);
}

/* --- the order of the closing ---------------------------------------------------------- */

/* YAML and JSON name the lines; they may have them in the order that is printed. */
static bool names_its_lines(const struct copy *copy)
{
    const char *text = copy->source->text;
    return *text == '{' || g_str_has_prefix(text, "plenary:");
}

/* Readers put the two into the order of the language, so the places in the source tell. */
static void closing_order(const struct copy *copy)
{
    for (const struct node *n = copy->doc; n; n = doc_next(n, copy->doc)) {
        if (n->kind != NODE_CLOSING || names_its_lines(copy))
            continue;
        const struct node *meeting = doc_field(n, FIELD_MEETING);
        const struct node *adopted = doc_field(n, FIELD_ADOPTED);
        if (!meeting || !adopted || meeting->at <= adopted->at)
            continue;
        find_node(copy, adopted, DIAG_CLOSING_ORDER,
                  "the closing has the date first, the meeting was wanted first");
        if (copy->language == ZH)
            diag_hint(copy->diag, "files of all languages have the meeting first; pages in Chinese "
                                  "are set with the date first all the same");
    }
}

/* --- opening words --------------------------------------------------------------------- */

static const struct {
    enum organ organ;
    const char *word, *opening; /* keys of the style's words */
} organs[] = {{ORGAN_GA, "organ-ga", "opening-ga"},
              {ORGAN_SC, "organ-sc", "opening-sc"},
              {ORGAN_ECOSOC, "organ-ecosoc", "opening-ecosoc"},
              {ORGAN_HRC, "organ-hrc", "opening-hrc"}};

static const char *opening_of(const struct copy *copy, enum organ organ)
{
    for (size_t i = 0; i < G_N_ELEMENTS(organs); i++)
        if (organs[i].organ == organ)
            return style_word(copy->style, organs[i].opening);
    return NULL;
}

/* The letters of a text, without what marks or parts them. */
static char *letters_of(const char *text)
{
    GString *letters = g_string_new(NULL);
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (g_unichar_isalnum(c) || g_unichar_type(c) == G_UNICODE_NON_SPACING_MARK)
            g_string_append_unichar(letters, c);
    }
    return g_string_free(letters, FALSE);
}

static bool has_letters_of(const char *text, const char *other)
{
    char *a = letters_of(text), *b = letters_of(other);
    bool same = strcmp(a, b) == 0;
    g_free(a);
    g_free(b);
    return same;
}

static void opening_words(const struct copy *copy, const struct passage *passage)
{
    if (passage->block->kind != NODE_OPENING || passage->in_annex)
        return;
    const char *wanted = opening_of(copy, organ_of(copy));
    if (!wanted || has_letters_of(passage->text, wanted))
        return;
    find(copy, passage, 0, passage->size, DIAG_OPENING_WORDS,
         "“%s” opens the resolution, “%s” was wanted for its organ", passage->text, wanted);
}

static const struct node *first_of(const struct node *text, enum node_kind kind)
{
    const struct node *n = text->first;
    while (n && n->kind != kind)
        n = n->next;
    return n;
}

/* The first clause of a text; NULL when it has none. */
static const struct node *first_clause(const struct node *text)
{
    const struct node *n = text->first;
    while (n && n->kind != NODE_PREAMBULAR && n->kind != NODE_OPERATIVE &&
           !(n->kind == NODE_PARAGRAPH && n->first && n->first->kind == NODE_SPAN &&
             (n->first->as.span.look & LOOK_LEAD)))
        n = n->next;
    return n;
}

/* A resolution says first who speaks. */
static void check_opening(const struct copy *copy, const struct node *text)
{
    const struct node *clause = first_clause(text);
    const char *wanted = opening_of(copy, organ_of(copy));
    if (clause && wanted && !first_of(text, NODE_OPENING))
        find_node(copy, clause, DIAG_OPENING_MISSING,
                  "the text begins without opening words, “%s” was wanted", wanted);
}

static void opening_missing(const struct copy *copy)
{
    enum doc_kind kind = copy->doc->as.doc.kind;
    if (kind != KIND_RESOLUTION && kind != KIND_DRAFT)
        return;
    check_opening(copy, copy->doc);
    for (const struct node *n = copy->doc->first; n; n = n->next)
        if (n->kind == NODE_PART)
            check_opening(copy, n);
}

static void opening_end(const struct copy *copy, const struct passage *passage)
{
    if (passage->block->kind != NODE_OPENING || !passage->size)
        return;
    const struct node *next = passage->block->next;
    bool complete = next && next->kind != NODE_PREAMBULAR; /* subject and verb, nothing between */
    struct ending ending = ending_of(passage, copy->language);
    const char *comma = ending_mark(copy->language, END_COMMA);
    if (ending.end == END_COMMA || (complete && ending.end == END_NONE))
        return;
    find(copy, passage, ending.from, ending.to, DIAG_OPENING_END,
         ending.end == END_NONE ? "no mark ends the opening words%.*s, “%s” was wanted"
                                : "“%.*s” ends the opening words, “%s” was wanted",
         ending.to - ending.from, passage->text + ending.from, comma);
    mend(copy, passage, ending.from, ending.to, comma);
}

const struct check masthead_checks[] = {
    {DIAG_MASTHEAD_FORM, NULL, masthead_form}, {DIAG_MASTHEAD_FORM, NULL, original_line},
    {DIAG_CLOSING_FORM, NULL, closing_form},   {DIAG_CLOSING_ORDER, closing_order, NULL},
    {DIAG_OPENING_WORDS, NULL, opening_words}, {DIAG_OPENING_MISSING, opening_missing, NULL},
    {DIAG_OPENING_END, NULL, opening_end},     {0},
};
