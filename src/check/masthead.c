/* masthead: rules about the form of each line of masthead and closing, and about the opening words.
 * In: fields, one after the other. Out: findings. The forms are data, styles/check/LANGUAGE.yaml:
 * "meeting-form-pattern", with an example under "meeting-form". */
#include <string.h>

#include "check/ending.h"
#include "check/families.h"

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
    if (!pattern || !passage->size || has_form(copy, passage, pattern))
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
    {DIAG_MASTHEAD_FORM, NULL, masthead_form},
    {DIAG_CLOSING_FORM, NULL, closing_form},
    {DIAG_CLOSING_ORDER, closing_order, NULL},
    {DIAG_OPENING_WORDS, NULL, opening_words},
    {DIAG_OPENING_MISSING, opening_missing, NULL},
    {DIAG_OPENING_END, NULL, opening_end},
    {0},
};
