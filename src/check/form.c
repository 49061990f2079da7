/* form: rules about the mark that a clause ends with. In: the clauses of a resolution in their
 * order. Out: findings. */
#include <string.h>

#include "check/families.h"
#include "check/stand.h"
#include "check/structure.h"
#include "doc/label.h"

/* --- what is no clause ----------------------------------------------------------------- */

/* Notes below a table stand in paragraphs of the body. */
static bool is_of_table(const struct node *block)
{
    const struct node *n = block;
    while (n && n->kind == NODE_PARAGRAPH)
        n = n->prev;
    return block->kind == NODE_PARAGRAPH &&
           (block->as.block.table_note || (n && n->kind == NODE_TABLE));
}

/* A line that heads what follows by its look alone. */
static bool is_heading_by_look(const struct passage *passage)
{
    unsigned look = LOOK_BOLD | LOOK_ITALIC | LOOK_UNDERLINE;
    for (int i = 0; i < passage->stretch_count; i++)
        look &= passage->stretches[i].look;
    return look != 0 && passage->stretch_count;
}

/* A few words that head a list. */
static bool is_title(const struct passage *passage, enum end end)
{
    return end == END_NONE && passage->lead_from < 0 && stand_opens_list(passage->block) &&
           g_utf8_strlen(passage->text, passage->size) < 40;
}

/* --- the rules ------------------------------------------------------------------------- */

/* Whether the list of an item is opened as lists are: one that has lost its colon may be none. */
static bool is_opened(const struct walk *walk, const struct node *item)
{
    const struct node *opener = item->parent->prev;
    return opener && g_hash_table_contains(walk->openers, opener);
}

/* A dash or dots at the end may be all that is left of words. */
static bool has_sure_mending(const struct walk *walk, const struct passage *passage,
                             struct ending ending)
{
    if (ending.end == END_OTHER && char_at(passage, ending.from) != 0x3001) /* 、 */
        return false;
    return passage->block->kind != NODE_ITEM || is_opened(walk, passage->block);
}

static void say(struct walk *walk, const struct passage *passage, struct ending ending,
                struct stand stand)
{
    const struct copy *copy = walk->copy;
    const char *mark = ending_mark(copy->language, stand.wanted);
    enum diag_slug slug = stand.wanted == END_COLON ? DIAG_LIST_INTRO : DIAG_CLAUSE_END;
    if (ending.end == END_NONE)
        find(copy, passage, ending.from, ending.to, slug, "no mark ends %s, “%s” was wanted",
             stand.name, mark);
    else
        find(copy, passage, ending.from, ending.to, slug, "“%.*s” ends %s, “%s” was wanted",
             ending.to - ending.from, passage->text + ending.from, stand.name, mark);
    if (!has_sure_mending(walk, passage, ending))
        return;
    bool high = copy->language == FR && strchr(";:", *mark) && !ending.closed;
    gunichar before = char_before(passage, ending.from);
    if (high && before != 0xA0)
        mark = arena_printf(copy->arena, "\u00A0%s", mark);
    int space = !high && before == 0xA0 ? (int)strlen("\u00A0") : 0; /* that of the mark before */
    mend(copy, passage, ending.from - space, ending.to, mark);
}

/* Texts that others are to take over, names, notes of a table. */
static bool is_told_by_its_look(const struct walk *walk, const struct passage *passage,
                                enum end end)
{
    const struct node *block = passage->block;
    if (is_of_table(block) || (walk->given && block->kind != NODE_OPERATIVE))
        return true;
    if (block->kind == NODE_PARAGRAPH && passage->lead_from < 0)
        return true;
    return is_heading_by_look(passage) || is_title(passage, end);
}

static void take_place(struct walk *walk, const struct passage *passage, enum end end)
{
    const struct node *block = passage->block, *next = stand_after(block);
    if (block->parent->kind != NODE_LIST)
        walk->preamble = block->kind == NODE_PREAMBULAR;
    if (block->kind == NODE_OPERATIVE)
        walk->given = false;
    if (end == END_COLON || end == END_COMMA)
        g_hash_table_add(walk->openers, (void *)block);
    if ((end == END_COLON || stand_announces(walk->copy, passage)) && !stand_opens_list(block) &&
        next && next->kind != NODE_OPERATIVE && next->kind != NODE_TABLE)
        walk->given = true;
}

/* Whether bytes from…to hold a word: a star there is a call, and must stay. */
static bool has_word(const char *text, int from, int to)
{
    for (const char *p = text + from; p < text + to; p = g_utf8_next_char(p))
        if (g_unichar_isalpha(g_utf8_get_char(p)))
            return true;
    return false;
}

/* The Council joins its items so; the Assembly does not. */
static void say_joined(const struct copy *copy, const struct passage *passage, struct ending ending)
{
    if (passage->block->kind != NODE_ITEM || copy->doc->as.doc.organ == ORGAN_SC ||
        ending.end != END_SEMICOLON)
        return;
    int end = ending_trimmed(passage->text, passage->size);
    if (!has_word(passage->text, ending.to, end))
        return;
    find(copy, passage, ending.to, end, DIAG_LIST_AND,
         "“%.*s” ends this item, “%.*s” alone was wanted", end - ending.from,
         passage->text + ending.from, ending.to - ending.from, passage->text + ending.from);
    mend(copy, passage, ending.to, end, "");
}

/* "a, b and c" down the page; "a b and c" where its neighbours have no semicolons. */
static bool is_joined_by_council(const struct copy *copy, const struct passage *passage,
                                 struct ending ending, struct stand stand)
{
    return ending.joined >= 0 && copy->doc->as.doc.organ == ORGAN_SC &&
           passage->block->kind == NODE_ITEM &&
           (ending.end == END_COMMA || (ending.end == END_NONE && stand.wanted != END_SEMICOLON));
}

/* A call without a note, which other rules tell, stands behind the mark. */
static bool ends_in_call(const struct passage *passage)
{
    const struct stretch *last =
        passage->stretch_count ? &passage->stretches[passage->stretch_count - 1] : NULL;
    if (last && (last->look & LOOK_SUPERIOR) && g_ascii_isdigit(passage->text[last->at]))
        return true;
    const char *call = strrchr(passage->text, '[');
    return call && call[1] == '^' && call[strlen(call) - 1] == ']';
}

static void check_clause(struct walk *walk, const struct passage *passage)
{
    struct ending ending = ending_of(passage, walk->copy->language);
    bool told = is_told_by_its_look(walk, passage, ending.end);
    take_place(walk, passage, ending.end);
    if (ending.joined >= 0)
        say_joined(walk->copy, passage, ending);
    struct stand stand = stand_of(walk, passage);
    told |= structure_is_astray(walk->copy, passage) || ends_in_call(passage);
    if (told || stand.allowed & BIT(ending.end) ||
        is_joined_by_council(walk->copy, passage, ending, stand))
        return;
    if (stand.wanted == END_NONE || stand.wanted == END_OTHER)
        return;
    say(walk, passage, ending, stand);
}

/* Readers take a clause that no mark ends for a heading; its lead phrase gives it away. */
static void check_heading(struct walk *walk, const struct passage *passage)
{
    const struct copy *copy = walk->copy;
    const struct node *block = passage->block, *first = block->first, *next = stand_after(block);
    struct ending ending = ending_of(passage, copy->language);
    bool enumerates = ending.end == END_OTHER && char_at(passage, ending.from) == 0x3001; /* 、 */
    if (block->label || !first || first->kind != NODE_SPAN || first == block->last ||
        (ending.end != END_NONE && !enumerates))
        return;
    bool last = stand_is_end_of_text(next); /* a heading heads something */
    bool operative = last || style_lead_phrase(copy->language, true, passage->text) > 0;
    if (!operative && !style_lead_phrase(copy->language, false, passage->text))
        return;
    operative = operative && (last || next->kind != NODE_PREAMBULAR);
    say(walk, passage, ending,
        !operative ? (struct stand){0, END_COMMA, "this preambular clause"}
        : last     ? (struct stand){0, END_STOP, "the last clause"}
                   : (struct stand){0, END_SEMICOLON, "this operative clause"});
}

/* "(a)" and "(b)": what the list is marked as, not what readers made of numbers in the text. */
static bool begins_with_letters(const struct node *list)
{
    struct label first, second;
    const struct node *item = list ? list->first : NULL;
    if (!item || !item->next || !item->label || !item->next->label ||
        !label_read_whole(item->label, &first) || !label_read_whole(item->next->label, &second) ||
        label_is_number(&first))
        return false;
    for (int i = 0; i < first.count; i++)
        if (first.readings[i].ordinal == 1 && label_ordinal(&second, first.readings[i].series) == 2)
            return true;
    return false;
}

/* Annexes are written in many ways, but what opens their lists has a colon. */
static void check_annex(struct walk *walk, const struct passage *passage)
{
    enum { SENTENCE = 40 }; /* characters: shorter ones may be titles */
    const struct node *block = passage->block;
    struct ending ending = ending_of(passage, walk->copy->language);
    bool is_text =
        block->kind == NODE_OPERATIVE || block->kind == NODE_PARAGRAPH || block->kind == NODE_ITEM;
    if (!is_text || passage->note || passage->cell || !stand_opens_list(block) ||
        !begins_with_letters(block->next) || ending.end >= END_COLON ||
        is_heading_by_look(passage) || g_utf8_strlen(passage->text, passage->size) < SENTENCE)
        return;
    take_place(walk, passage, END_COLON);
    say(walk, passage, ending, (struct stand){BIT(END_COLON), END_COLON, "what opens a list"});
}

static void check_passage(struct walk *walk, const struct passage *passage)
{
    if (!passage->size)
        return;
    if (is_clause(passage))
        check_clause(walk, passage);
    else if (passage->in_annex)
        check_annex(walk, passage);
    else if (passage->block->kind == NODE_HEADING && !passage->note)
        check_heading(walk, passage);
}

static bool is_one_sentence(const struct copy *copy)
{
    enum doc_kind kind = copy->doc->as.doc.kind;
    return kind == KIND_RESOLUTION || kind == KIND_DRAFT;
}

static void clause_end(const struct copy *copy)
{
    if (!is_one_sentence(copy))
        return;
    struct walk walk = {.copy = copy,
                        .tallies = g_hash_table_new(NULL, NULL),
                        .openers = g_hash_table_new(NULL, NULL)};
    stand_count_ends(&walk);
    for (int i = 0; i < copy->passage_count; i++)
        check_passage(&walk, &copy->passages[i]);
    g_hash_table_destroy(walk.tallies);
    g_hash_table_destroy(walk.openers);
}

const struct check form_checks[] = {
    {DIAG_CLAUSE_END, clause_end, NULL},
    {0},
};
