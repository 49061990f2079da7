/* lead_words: rules about the words of a lead phrase. In: a passage with a marked one. Out: what is
 * wrong with its spelling, its place, its agreement with the organ. */
#include <string.h>

#include "base/nearest.h"
#include "check/leads.h"
#include "style/phrases.h"

/* --- words that are not known ---------------------------------------------------------- */

/* Chinese may lead in with one more character: 却依然深为关切. */
static bool is_led_in(const struct copy *copy, const struct lead *lead)
{
    int first = (int)(g_utf8_next_char(lead->text) - lead->text);
    return copy->language == ZH && first < lead->size &&
           phrase_is_listed(ZH, lead->place, lead->text + first, lead->size - first);
}

static bool tell_slip(const struct copy *copy, const struct passage *passage,
                      const struct lead *lead, const struct word *word)
{
    const char *text = lead->text + word->from;
    int size = word->to - word->from, letters = (int)g_utf8_strlen(text, size);
    if (letters < (copy->language == ZH ? 2 : 5))
        return false;
    const char *meant = phrase_meant(copy->arena, copy->language, text, size);
    if (!meant || is_led_in(copy, lead))
        return false;
    int from = passage->lead_from + word->from;
    find(copy, passage, from, from + size, DIAG_LEAD_UNKNOWN,
         "“%.*s” is no word of a lead phrase, “%s” was probably meant", size, text, meant);
    if (letters > 5 && copy->language != ZH)
        mend(copy, passage, from, from + size, meant);
    return true;
}

static void tell_unknown(const struct copy *copy, const struct passage *passage,
                         const struct lead *lead)
{
    bool operative = lead->place == IN_OPERATIVE;
    find(copy, passage, passage->lead_from, passage->lead_to, DIAG_LEAD_UNKNOWN,
         "“%.*s” is not known as a lead phrase of %s paragraphs", lead->size, lead->text,
         operative ? "operative" : "preambular");
    int count;
    const char *const *list = style_lead_phrases(copy->language, operative, &count);
    const char *phrase = arena_strndup(copy->arena, lead->text, (size_t)lead->size);
    const char *nearest = nearest_word(phrase, list, count);
    if (nearest)
        diag_hint(copy->diag, "did you mean “%s”?", nearest);
}

void lead_unknown(const struct copy *copy, const struct passage *passage)
{
    struct lead lead;
    if (!lead_of(copy, passage, &lead) || !lead_looks_right(copy, passage) ||
        phrase_is_listed(copy->language, lead.place, lead.text, lead.size) ||
        (!lead.marks && lead_extent_fault(copy, passage, &lead)))
        return;
    struct word whole = {0, lead.size, 0};
    bool all_known = true;
    for (int i = 0; i < lead.word_count; i++)
        all_known &= lead.words[i].places != 0;
    if (all_known || (copy->language == ZH && tell_slip(copy, passage, &lead, &whole)))
        return;
    for (int i = 0; i < lead.word_count; i++)
        if (!lead.words[i].places && tell_slip(copy, passage, &lead, &lead.words[i]))
            return;
    if (passage->block->kind != NODE_PARAGRAPH && lead.head < lead.word_count &&
        !lead.words[lead.head].places && !is_led_in(copy, &lead))
        tell_unknown(copy, passage, &lead);
}

/* --- words of the other place ---------------------------------------------------------- */

static bool ends_with_one_of(const struct copy *copy, const char *key, const struct lead *lead)
{
    for (const char *const *end = lexicon_list(copy->lexicon, key); *end; end++) {
        int size = (int)strlen(*end);
        if (size <= lead->size && memcmp(lead->text + lead->size - size, *end, (size_t)size) == 0)
            return true;
    }
    return false;
}

/* "4. *Recognizing* the progress made, *encourages* …": the verb comes, with its mark, behind. */
static bool has_verb_behind(const struct copy *copy, const struct passage *passage)
{
    for (int i = 0; i < passage->stretch_count; i++) {
        const struct stretch *stretch = &passage->stretches[i];
        if (stretch->at < passage->lead_to || !(stretch->look & copy->style->lead_look))
            continue;
        const char *text = passage->text + stretch->at + strspn(passage->text + stretch->at, " ");
        if (style_lead_phrase(copy->language, true, text))
            return true;
    }
    return false;
}

/* A verb of the operative part in the preamble, or a participle in the operative part. Chinese has
 * one form for both: a few words are only said in one of them. */
void lead_misplaced(const struct copy *copy, const struct passage *passage)
{
    struct lead lead;
    const struct node *block = passage->block;
    bool only = block->prev && block->prev->kind == NODE_PREAMBULAR && block->next &&
                block->next->kind == NODE_CLOSING;
    if (!lead_of(copy, passage, &lead) || lead.head == lead.word_count ||
        (block->kind == NODE_PARAGRAPH && !only))
        return;
    unsigned other = (IN_PREAMBLE | IN_OPERATIVE) ^ lead.place;
    const struct word *head = &lead.words[lead.head];
    bool wrong;
    if (copy->language == ZH) {
        wrong = ends_with_one_of(
            copy, other == IN_OPERATIVE ? "lead-operative-only" : "lead-preamble-only", &lead);
    } else {
        if (phrase_is_listed(copy->language, lead.place, lead.text, lead.size))
            return;
        wrong =
            head->places == other || phrase_is_listed(copy->language, other, lead.text, lead.size);
        for (int i = 0; i < lead.word_count; i++)
            wrong &= lead.words[i].places != lead.place;
    }
    if (wrong && !(lead.place == IN_OPERATIVE && has_verb_behind(copy, passage)))
        find(copy, passage, passage->lead_from, passage->lead_to, DIAG_LEAD_PLACE,
             "“%.*s” is a lead phrase of %s paragraphs, this one is %s", lead.size, lead.text,
             other == IN_OPERATIVE ? "operative" : "preambular",
             other == IN_OPERATIVE ? "preambular" : "operative");
}

/* --- agreement with the organ ---------------------------------------------------------- */

enum gender { NEUTER, FEMININE, MASCULINE };

static enum gender gender_of_organ(const struct copy *copy)
{
    switch (copy->doc->as.doc.organ) {
    case ORGAN_GA:
        return FEMININE;
    case ORGAN_SC:
    case ORGAN_ECOSOC:
        return MASCULINE;
    case ORGAN_HRC: /* the Council, or a text of it that the Assembly adopts */
    case ORGAN_NONE:
        break;
    }
    return NEUTER;
}

/* The mapping has masculine forms and their feminine ones. */
static const char *mapped_form(const struct copy *copy, enum gender wanted, const char *word)
{
    if (wanted == FEMININE)
        return lexicon_find(copy->lexicon, "lead-genders", word, strlen(word));
    for (const char *const *form = lexicon_list(copy->lexicon, "lead-genders"); *form; form++)
        if (strcmp(lexicon_find(copy->lexicon, "lead-genders", *form, strlen(*form)), word) == 0)
            return *form;
    return NULL;
}

/* Arabic verbs change their first letter, what is the organ's its end: يشير تشير, قلقه قلقها. The
 * form counts that lead phrases are known to have. */
static const char *arabic_form(const struct copy *copy, enum gender wanted, const char *word)
{
    const char *from = wanted == FEMININE ? "ي" : "ت", *to = wanted == FEMININE ? "ت" : "ي";
    const char *form = NULL;
    if (g_str_has_suffix(word, "ورها")) /* يساورها القلق agrees with the worry */
        return NULL;
    if (g_str_has_prefix(word, from))
        form = arena_printf(copy->arena, "%s%s", to, word + strlen(from));
    else if (wanted == FEMININE && g_str_has_suffix(word, "ه"))
        form = arena_printf(copy->arena, "%sا", word);
    else if (wanted == MASCULINE && g_str_has_suffix(word, "ها"))
        form = arena_strndup(copy->arena, word, strlen(word) - strlen("ا"));
    struct word known;
    return form && phrase_cut(AR, form, (int)strlen(form), &known) == 1 && known.places ? form
                                                                                        : NULL;
}

/* The form of a word for the other gender; NULL when it has none. */
static const char *other_form(const struct copy *copy, enum gender wanted, const char *word,
                              int size)
{
    char *folded = g_utf8_strdown(word, size);
    const char *form = copy->language == AR ? arabic_form(copy, wanted, folded)
                                            : mapped_form(copy, wanted, folded);
    g_free(folded);
    if (!form || !g_unichar_isupper(g_utf8_get_char(word)))
        return form;
    char letter[8] = {0};
    g_unichar_to_utf8(g_unichar_toupper(g_utf8_get_char(form)), letter);
    return arena_printf(copy->arena, "%s%s", letter, g_utf8_next_char(form));
}

/* Words that agree may stand right behind what is marked: *Se déclare* préoccupée. */
static int end_of_agreeing(const struct copy *copy, const struct passage *passage)
{
    if (copy->language == AR)
        return passage->lead_to;
    const char *at = passage->text + passage->lead_to;
    for (int words = 0; words < 2 && *at == ' '; words++)
        at += 1 + strcspn(at + 1, " ,;:");
    return (int)(at - passage->text);
}

void lead_wrong_gender(const struct copy *copy, const struct passage *passage)
{
    struct lead lead;
    enum gender wanted = gender_of_organ(copy);
    if (wanted == NEUTER || !lead_of(copy, passage, &lead))
        return;
    struct word words[WORDS_MOST];
    int size = end_of_agreeing(copy, passage) - passage->lead_from;
    int count = phrase_cut(copy->language, lead.text, size, words);
    for (int i = 0; i < count; i++) {
        if (copy->language == AR && i != lead.head)
            continue;
        const char *word = lead.text + words[i].from;
        if (i && lead_is_one_of(copy, "lead-never-last", word, words[i].to - words[i].from))
            return; /* "son appui résolu": what follows is said of something else */
        int from = passage->lead_from + words[i].from, to = passage->lead_from + words[i].to;
        const char *form = other_form(copy, wanted, word, to - from);
        if (!form)
            continue;
        find(copy, passage, from, to, DIAG_LEAD_GENDER,
             "“%.*s” is %s, “%s” was wanted: the %s is meant", to - from, word,
             wanted == FEMININE ? "masculine" : "feminine", form,
             wanted == FEMININE ? "Assembly" : "Council");
        mend(copy, passage, from, to, form);
        return;
    }
}

/* --- first letter ---------------------------------------------------------------------- */

static bool is_small_first(enum language language)
{
    return language == RU || language == DE;
}

/* CALLS UPON: mended into the phrase as the lists have it. */
static bool tell_capitals(const struct copy *copy, const struct passage *passage,
                          const struct lead *lead)
{
    int letters = 0;
    for (const char *p = lead->text; p < lead->text + lead->size; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (g_unichar_islower(c))
            return false;
        letters += g_unichar_isupper(c);
    }
    if (letters < 4)
        return false;
    char *small = g_utf8_strdown(lead->text, lead->size);
    char first[8] = {0};
    gunichar letter = g_utf8_get_char(is_small_first(copy->language) ? small : lead->text);
    g_unichar_to_utf8(letter, first);
    find(copy, passage, passage->lead_from, passage->lead_from + lead->size, DIAG_LEAD_CASE,
         "“%.*s” is in capitals", lead->size, lead->text);
    mend(copy, passage, passage->lead_from, passage->lead_from + lead->size,
         arena_printf(copy->arena, "%s%s", first, g_utf8_next_char(small)));
    g_free(small);
    return true;
}

void lead_wrong_case(const struct copy *copy, const struct passage *passage)
{
    struct lead lead;
    if (copy->language == ZH || copy->language == AR || passage->lead_from != 0 ||
        !lead_of(copy, passage, &lead) || !lead_looks_right(copy, passage) ||
        !lead.words[0].places || tell_capitals(copy, passage, &lead))
        return;
    gunichar letter = g_utf8_get_char(lead.text);
    bool small = is_small_first(copy->language);
    gunichar wanted = small ? g_unichar_tolower(letter) : g_unichar_totitle(letter);
    if (letter == wanted)
        return;
    char mended[8] = {0};
    g_unichar_to_utf8(wanted, mended);
    int size = (int)(g_utf8_next_char(lead.text) - lead.text);
    find(copy, passage, 0, lead.words[0].to, DIAG_LEAD_CASE,
         "“%.*s” begins with a %s letter, a %s one was wanted", lead.words[0].to, lead.text,
         small ? "capital" : "small", small ? "small" : "capital");
    mend(copy, passage, 0, size, mended);
}

/* --- place of the adverb ---------------------------------------------------------------- */

/* Also requests, but: Recalling also. */
void lead_late_adverb(const struct copy *copy, const struct passage *passage)
{
    struct lead lead;
    if (!lead_of(copy, passage, &lead) || lead.word_count != 2)
        return;
    bool operative = lead.place == IN_OPERATIVE;
    const struct word *adverb = &lead.words[operative], *verb = &lead.words[!operative];
    const char *adverb_text = lead.text + adverb->from, *verb_text = lead.text + verb->from;
    int adverb_size = adverb->to - adverb->from, verb_size = verb->to - verb->from;
    if (!lead_turn(copy, adverb_text, adverb_size) || lead_turn(copy, verb_text, verb_size))
        return;
    const char *first = operative ? adverb_text : verb_text;
    const char *last = operative ? verb_text : adverb_text;
    int first_size = operative ? adverb_size : verb_size;
    int last_size = operative ? verb_size : adverb_size;
    const char *wanted =
        arena_printf(copy->arena, "%c%.*s %c%.*s", g_ascii_toupper(*first), first_size - 1,
                     first + 1, g_ascii_tolower(*last), last_size - 1, last + 1);
    find(copy, passage, passage->lead_from, passage->lead_to, DIAG_LEAD_ADVERB,
         "“%.*s” in %s paragraph, “%s” was wanted", lead.size, lead.text,
         operative ? "an operative" : "a preambular", wanted);
    mend(copy, passage, passage->lead_from, passage->lead_to, wanted);
}
