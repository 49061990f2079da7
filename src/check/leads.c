/* leads: rules about the mark-up of lead phrases; those about their words and their order are in
 * lead_words.c and lead_order.c. */
#include "check/leads.h"

#include <string.h>
#include <wchar.h>

#include "check/families.h"

/* --- what the rules share -------------------------------------------------------------- */

/* An operative paragraph that is the only one, or that has no number for another reason. */
static bool is_unnumbered(const struct passage *passage)
{
    enum node_kind around = passage->block->parent->kind;
    return passage->block->kind == NODE_PARAGRAPH && is_clause(passage) &&
           passage->lead_from == 0 && (around == NODE_DOC || around == NODE_PART);
}

static bool is_lead_clause(const struct passage *passage)
{
    enum node_kind kind = passage->block->kind;
    return (kind == NODE_PREAMBULAR || kind == NODE_OPERATIVE) && is_clause(passage);
}

static bool is_same_word(const char *known, const char *word, int size)
{
    const char *end = word + size;
    for (; *known && word < end; known = g_utf8_next_char(known), word = g_utf8_next_char(word))
        if (g_unichar_tolower(g_utf8_get_char(word)) != g_utf8_get_char(known))
            return false;
    return !*known && word == end;
}

bool lead_is_one_of(const struct copy *copy, const char *key, const char *word, int size)
{
    for (const char *const *known = lexicon_list(copy->lexicon, key); *known; known++)
        if (is_same_word(*known, word, size))
            return true;
    return false;
}

static bool is_stop(gunichar c)
{
    return c && wcschr(L",;:.，；：。、،؛", (wchar_t)c);
}

bool lead_of(const struct copy *copy, const struct passage *passage, struct lead *lead)
{
    if (passage->lead_from < 0 || !(is_lead_clause(passage) || is_unnumbered(passage)) ||
        !phrase_has_lists(copy->language))
        return false;
    lead->text = passage->text + passage->lead_from;
    lead->size = passage->lead_to - passage->lead_from;
    lead->marks = 0;
    while (lead->size > 0 && is_stop(char_before(passage, passage->lead_from + lead->size))) {
        int at = passage->lead_from + lead->size;
        int before = (int)(g_utf8_prev_char(passage->text + at) - passage->text);
        lead->marks += at - before;
        lead->size = before - passage->lead_from;
    }
    lead->place = passage->block->kind == NODE_PREAMBULAR ? IN_PREAMBLE : IN_OPERATIVE;
    lead->word_count = phrase_cut(copy->language, lead->text, lead->size, lead->words);
    lead->head = 0;
    while (lead->head < lead->word_count &&
           lead_is_one_of(copy, "lead-modifiers", lead->text + lead->words[lead->head].from,
                          lead->words[lead->head].to - lead->words[lead->head].from))
        lead->head++;
    return lead->word_count > 0;
}

int lead_turn(const struct copy *copy, const char *word, int size)
{
    char *folded = g_utf8_strdown(word, size);
    const char *turn = lexicon_find(copy->lexicon, "lead-turns", folded, strlen(folded));
    g_free(folded);
    return turn ? *turn - '0' : 0;
}

enum { LOOK_OF_LEAD = LOOK_BOLD | LOOK_ITALIC };

bool lead_looks_right(const struct copy *copy, const struct passage *passage)
{
    unsigned look = look_at(passage, passage->lead_from);
    return (look & LOOK_OF_LEAD) == (copy->style->lead_look & LOOK_OF_LEAD);
}

/* The longest phrase of the lists from `from` on; 0 when there is none. */
static int longest_phrase(const struct copy *copy, const struct passage *passage, int from,
                          enum lead_place place)
{
    return (int)style_lead_phrase(copy->language, place == IN_OPERATIVE, passage->text + from);
}

/* --- look ------------------------------------------------------------------------------ */

static const char *name_of_look(unsigned look)
{
    switch (look & LOOK_OF_LEAD) {
    case LOOK_BOLD:
        return "bold";
    case LOOK_ITALIC:
        return "italic";
    case LOOK_OF_LEAD:
        return "bold and italic";
    }
    return "plain";
}

/* Underlining is how typescripts said italics; readers take it for no lead phrase. */
static bool tell_underlined(const struct copy *copy, const struct passage *passage)
{
    const struct node *block = passage->block;
    if (passage->lead_from >= 0 || !is_lead_clause(passage) || !passage->size ||
        (look_at(passage, 0) & (LOOK_UNDERLINE | LOOK_OF_LEAD)) != LOOK_UNDERLINE)
        return false;
    int size = longest_phrase(copy, passage, 0,
                              block->kind == NODE_PREAMBULAR ? IN_PREAMBLE : IN_OPERATIVE);
    if (size)
        find(copy, passage, 0, size, DIAG_LEAD_LOOK,
             "the lead phrase “%.*s” is underlined, %s was wanted", size, passage->text,
             name_of_look(copy->style->lead_look));
    return size > 0;
}

/* A paragraph of a declaration may open with words that stand out and are no lead phrase. */
static void wrong_look(const struct copy *copy, const struct passage *passage)
{
    struct lead lead;
    if (tell_underlined(copy, passage) || !lead_of(copy, passage, &lead) ||
        lead_looks_right(copy, passage) || lead.head == lead.word_count ||
        !lead.words[lead.head].places ||
        (passage->block->kind == NODE_PARAGRAPH &&
         !phrase_is_listed(copy->language, lead.place, lead.text, lead.size)))
        return;
    find(copy, passage, passage->lead_from, passage->lead_to, DIAG_LEAD_LOOK,
         "the lead phrase “%.*s” is %s, %s was wanted", lead.size, lead.text,
         name_of_look(look_at(passage, passage->lead_from)), name_of_look(copy->style->lead_look));
}

/* --- extent ---------------------------------------------------------------------------- */

static bool is_letter(gunichar c)
{
    return g_unichar_isalpha(c) || g_unichar_ismark(c);
}

static bool cuts_word(const struct copy *copy, const struct passage *passage)
{
    if (copy->language == ZH)
        return false;
    return (is_letter(char_before(passage, passage->lead_from)) &&
            is_letter(char_at(passage, passage->lead_from))) ||
           (is_letter(char_before(passage, passage->lead_to)) &&
            is_letter(char_at(passage, passage->lead_to)));
}

/* Also *requests*: what stands before belongs to the phrase. In Chinese it may stand plain, but for
 * what takes turns. */
static bool begins_late(const struct copy *copy, const struct passage *passage,
                        const struct lead *lead)
{
    int from = passage->lead_from;
    return from > 0 && longest_phrase(copy, passage, 0, lead->place) > from &&
           (copy->language != ZH || lead_turn(copy, passage->text, from));
}

/* "Calls" alone says nothing where "upon" follows: words that are only marked together. */
static bool splits_unit(const struct copy *copy, const struct passage *passage,
                        const struct lead *lead)
{
    const char *text = passage->text + passage->lead_from;
    for (const char *const *unit = lexicon_list(copy->lexicon, "lead-units"); *unit; unit++)
        if ((int)strlen(*unit) > lead->size && g_str_has_prefix(text, *unit) &&
            (*unit)[lead->size] == ' ')
            return true;
    return false;
}

/* *Bearing* in mind, *Recalling* also: what follows belongs to the phrase. */
static bool ends_early(const struct copy *copy, const struct passage *passage,
                       const struct lead *lead)
{
    if (splits_unit(copy, passage, lead))
        return true;
    int longest = longest_phrase(copy, passage, passage->lead_from, lead->place);
    if (longest <= lead->size)
        return false;
    if (!phrase_is_listed(copy->language, lead->place, lead->text, lead->size))
        return true;
    const char *next = lead->text + lead->size + strspn(lead->text + lead->size, " ");
    return copy->language != ZH && lead_turn(copy, next, (int)strcspn(next, " ,")) != 0;
}

static bool is_little_word(const struct copy *copy, const struct lead *lead,
                           const struct word *word)
{
    return lead_is_one_of(copy, "lead-never-last", lead->text + word->from, word->to - word->from);
}

/* *Recalling its* resolution: the phrase is known, and what is marked behind it is no part of any.
 */
static bool ends_late(const struct copy *copy, const struct passage *passage,
                      const struct lead *lead)
{
    int longest = longest_phrase(copy, passage, passage->lead_from, lead->place);
    if (!longest || longest >= lead->size ||
        phrase_is_listed(copy->language, lead->place, lead->text, lead->size))
        return false;
    const struct word *last = &lead->words[lead->word_count - 1];
    if (is_little_word(copy, lead, last))
        return true;
    if (last->places ||
        phrase_meant(copy->arena, copy->language, lead->text + last->from, last->to - last->from))
        return false;
    bool has_article = copy->language == ZH;
    for (int i = 0; i < lead->word_count; i++)
        has_article |=
            lead->words[i].from >= longest && is_little_word(copy, lead, &lead->words[i]);
    return has_article;
}

const char *lead_extent_fault(const struct copy *copy, const struct passage *passage,
                              const struct lead *lead)
{
    if (cuts_word(copy, passage))
        return "is marked in the middle of a word";
    if (!lead_looks_right(copy, passage))
        return NULL;
    if (lead->marks)
        return "is marked with the mark that follows it";
    if (begins_late(copy, passage, lead))
        return "is marked without the words before it, which belong to it";
    if (ends_early(copy, passage, lead))
        return "is marked without the words behind it, which belong to it";
    if (ends_late(copy, passage, lead))
        return "is marked with words behind it that are no part of it";
    return NULL;
}

static void wrong_extent(const struct copy *copy, const struct passage *passage)
{
    struct lead lead;
    if (!lead_of(copy, passage, &lead) ||
        (lead.head == lead.word_count && !ends_early(copy, passage, &lead)) ||
        (passage->block->kind == NODE_PARAGRAPH &&
         (lead.head == lead.word_count || !lead.words[lead.head].places)))
        return;
    const char *what = lead_extent_fault(copy, passage, &lead);
    if (what)
        find(copy, passage, passage->lead_from, passage->lead_to, DIAG_LEAD_EXTENT,
             "the lead phrase “%.*s” %s", lead.size + lead.marks, lead.text, what);
}

/* --- missing --------------------------------------------------------------------------- */

/* The verb may stand behind what it is said with: "Pending …, *calls upon*". */
static bool has_mark_up(const struct passage *passage)
{
    for (int i = 0; i < passage->stretch_count; i++)
        if (passage->stretches[i].look & (LOOK_OF_LEAD | LOOK_UNDERLINE))
            return true;
    return false;
}

/* Text that goes on after a list, and paragraphs that are not numbered, need none. */
static bool wants_lead(const struct passage *passage)
{
    const struct node *block = passage->block;
    if (!is_lead_clause(passage) || !passage->size)
        return false;
    if (block->kind == NODE_OPERATIVE)
        return block->label != NULL;
    return block->parent->kind != NODE_LIST && (!block->prev || block->prev->kind != NODE_LIST);
}

struct lead_count {
    const struct node *part;
    int with, without;
};

/* Told where nearly all others of the same part have one: declarations and budgets have none. */
static void report_missing(const struct copy *copy, const struct lead_count *count,
                           enum node_kind kind)
{
    if (!count->without || count->with < 2 * count->without)
        return;
    for (int i = 0; i < copy->passage_count; i++) {
        const struct passage *p = &copy->passages[i];
        if (p->part != count->part || p->block->kind != kind || !wants_lead(p) ||
            p->lead_from >= 0 || has_mark_up(p))
            continue;
        int end = (int)strcspn(p->text, " ,");
        find(copy, p, 0, MIN(end, p->size), DIAG_LEAD_MISSING,
             "this %s paragraph has no lead phrase",
             kind == NODE_OPERATIVE ? "operative" : "preambular");
    }
}

/* Bytes of the operative phrase that a text begins with, were its first letter a capital; 0. */
static int size_with_capital(enum language language, const char *text)
{
    if (!g_unichar_islower(g_utf8_get_char(text)))
        return 0;
    char first[8] = {0};
    g_unichar_to_utf8(g_unichar_toupper(g_utf8_get_char(text)), first);
    char *large = g_strconcat(first, g_utf8_next_char(text), NULL);
    int size = (int)style_lead_phrase(language, true, large);
    g_free(large);
    return size;
}

/* The one operative paragraph of a resolution has no number, and no others that show the way: it
 * is told by the phrase that it begins with. */
static void tell_first_clause(const struct copy *copy, const struct passage *passage)
{
    const struct node *before = passage->block->prev;
    if (passage->block->kind != NODE_PARAGRAPH || !is_clause(passage) || has_mark_up(passage) ||
        !before || (before->kind != NODE_PREAMBULAR && before->kind != NODE_OPENING))
        return;
    int size = longest_phrase(copy, passage, 0, IN_OPERATIVE);
    if (!size)
        size = size_with_capital(copy->language, passage->text);
    if (size)
        find(copy, passage, 0, size, DIAG_LEAD_MISSING,
             "“%.*s” is not marked as the lead phrase of this paragraph", size, passage->text);
}

static void missing_lead(const struct copy *copy)
{
    for (int i = 0; i < copy->passage_count; i++)
        tell_first_clause(copy, &copy->passages[i]);
    static const enum node_kind kinds[] = {NODE_PREAMBULAR, NODE_OPERATIVE};
    for (size_t k = 0; k < G_N_ELEMENTS(kinds); k++) {
        struct lead_count count = {0};
        for (int i = 0; i <= copy->passage_count; i++) {
            const struct passage *p = i < copy->passage_count ? &copy->passages[i] : NULL;
            if (p && (p->block->kind != kinds[k] || !wants_lead(p)))
                continue;
            if (!p || p->part != count.part) {
                report_missing(copy, &count, kinds[k]);
                count = (struct lead_count){p ? p->part : NULL, 0, 0};
            }
            if (p)
                *(p->lead_from >= 0 || has_mark_up(p) ? &count.with : &count.without) += 1;
        }
    }
}

const struct check lead_checks[] = {
    {DIAG_LEAD_MISSING, missing_lead, NULL},
    {DIAG_LEAD_LOOK, NULL, wrong_look},
    {DIAG_LEAD_EXTENT, NULL, wrong_extent},
    {DIAG_LEAD_UNKNOWN, NULL, lead_unknown},
    {DIAG_LEAD_PLACE, NULL, lead_misplaced},
    {DIAG_LEAD_GENDER, NULL, lead_wrong_gender},
    {DIAG_LEAD_CASE, NULL, lead_wrong_case},
    {DIAG_LEAD_ADVERB, NULL, lead_late_adverb},
    {DIAG_LEAD_REPEATED, lead_repeated, NULL},
    {DIAG_LEAD_ORDER, lead_out_of_turn, NULL},
    {0},
};
