/* form: rules about the mark that a clause ends with. In: the clauses of a resolution in their
 * order. Out: findings. A resolution is one sentence, so where a clause stands tells its mark. */
#include <stdlib.h>
#include <string.h>

#include "check/ending.h"
#include "check/families.h"
#include "check/labels.h"
#include "check/structure.h"

/* --- where a clause stands ------------------------------------------------------------- */

/* What is read after this block; NULL: the text is at its end. */
static const struct node *after(const struct node *block)
{
    const struct node *n = block;
    while (n && !n->next)
        n = n->parent && n->parent->kind == NODE_LIST ? n->parent : NULL;
    n = n ? n->next : NULL;
    while (n && n->kind == NODE_LIST && n->first)
        n = n->first;
    return n;
}

static bool is_end_of_text(const struct node *next)
{
    return !next || next->kind == NODE_CLOSING || next->kind == NODE_ANNEX ||
           next->kind == NODE_PART;
}

/* "Resolves that, for 2026:" before the numbered clauses. */
static bool opens_numbers(const struct node *block)
{
    const struct node *next = block->next;
    return block->kind == NODE_PARAGRAPH && next && next->kind == NODE_OPERATIVE && next->label &&
           atoi(next->label) == 1;
}

static bool opens_list(const struct node *block)
{
    const struct node *next = block->next;
    return next && next->kind == NODE_LIST && !labels_beside_astray(next);
}

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
    return end == END_NONE && passage->lead_from < 0 && opens_list(passage->block) &&
           g_utf8_strlen(passage->text, passage->size) < 40;
}

/* --- what its neighbours end with ------------------------------------------------------ */

/* Of the items of a list that neither end it nor open another, of the numbered clauses of a text.
 */
struct tally {
    int count[END_COUNT];
};

struct walk {
    const struct copy *copy;
    GHashTable *tallies; /* by the parent of the clauses */
    GHashTable *openers; /* the clauses so far that a colon or comma ends */
    bool preamble;       /* the clause before, of the first level, was preambular */
    bool given;          /* a text follows that is to be put somewhere, until the next number */
};

static bool is_counted(const struct node *block)
{
    bool labelled = block->kind == NODE_ITEM || block->kind == NODE_OPERATIVE;
    return labelled && block->next && !opens_list(block) && !is_end_of_text(after(block));
}

static struct tally *tally_of(struct walk *walk, const struct node *parent)
{
    struct tally *tally = g_hash_table_lookup(walk->tallies, parent);
    if (!tally) {
        tally = arena_alloc(walk->copy->arena, sizeof *tally);
        *tally = (struct tally){{0}};
        g_hash_table_insert(walk->tallies, (void *)parent, tally);
    }
    return tally;
}

static void count_ends(struct walk *walk)
{
    for (int i = 0; i < walk->copy->passage_count; i++) {
        const struct passage *passage = &walk->copy->passages[i];
        if (is_clause(passage) && is_counted(passage->block))
            tally_of(walk, passage->block->parent)
                ->count[ending_of(passage, walk->copy->language).end]++;
    }
}

/* The mark that all clauses of a list or text end with, but for one at most; a resolution that
 * declares is written in sentences, what a preambular clause lists has commas, and names have no
 * marks. */
static enum end usual_end(struct walk *walk, const struct node *parent)
{
    const struct tally *tally = tally_of(walk, parent);
    bool numbered = parent->kind != NODE_LIST;
    int all = 0, most = END_SEMICOLON;
    for (int end = 0; end < END_COUNT; end++) {
        all += tally->count[end];
        if (tally->count[end] > tally->count[most])
            most = end;
    }
    bool sure = numbered ? tally->count[most] * 2 > all : all >= 3 && tally->count[most] >= all - 1;
    return sure || (all == 2 && tally->count[most] == 2) ? (enum end)most : END_SEMICOLON;
}

/* What holds the clauses of the first level. */
static const struct node *text_around(const struct node *item)
{
    const struct node *n = item->parent;
    while (n->kind == NODE_LIST)
        n = n->parent;
    return n;
}

/* --- what is wanted -------------------------------------------------------------------- */

#define BIT(end) (1u << (end))

struct stand {
    unsigned allowed; /* BITs */
    enum end wanted;
    const char *name;
};

static struct stand stand_in_list(struct walk *walk, const struct node *item)
{
    enum end usual = usual_end(walk, item->parent);
    const struct node *next = after(item);
    if (next && next->kind == NODE_ITEM)
        return (struct stand){BIT(usual) | (usual == END_STOP ? BIT(END_OTHER) : 0), usual,
                              "this item"};
    if (walk->preamble)
        return (struct stand){BIT(END_COMMA) | BIT(END_SEMICOLON) | BIT(usual), END_COMMA,
                              "a list of the preamble"};
    bool sentences = usual_end(walk, text_around(item)) == END_STOP;
    return (struct stand){BIT(sentences ? END_STOP : END_SEMICOLON) | BIT(usual),
                          sentences ? END_STOP : END_SEMICOLON, "the last item"};
}

/* Whether a colon may stand before a heading: not when the numbers just go on below it. */
static bool heads_matter(const struct node *block, const struct node *heading)
{
    const struct node *n = heading;
    while (n && (n->kind == NODE_HEADING || n->kind == NODE_SEPARATOR))
        n = n->next;
    return block->kind != NODE_OPERATIVE || !n || n->kind != NODE_OPERATIVE || !n->label ||
           atoi(n->label) == 1;
}

static struct stand stand_of_clause(struct walk *walk, const struct node *block)
{
    const struct node *next = after(block);
    if (is_end_of_text(next))
        return (struct stand){BIT(END_STOP) | BIT(END_OTHER), END_STOP, "the last clause"};
    if (next->kind == NODE_HEADING || next->kind == NODE_SEPARATOR)
        return (struct stand){BIT(END_STOP) | BIT(END_SEMICOLON) | BIT(END_OTHER) |
                                  (heads_matter(block, next) ? BIT(END_COLON) : 0),
                              END_SEMICOLON, "the last clause of a section"};
    if (next->kind == NODE_TABLE)
        return (struct stand){BIT(END_COLON) | BIT(END_STOP) | BIT(END_OTHER), END_COLON,
                              "what opens a table"};
    if (block->kind == NODE_ITEM)
        return stand_in_list(walk, block);
    if (next->kind == NODE_PARAGRAPH)
        return (struct stand){BIT(END_SEMICOLON) | BIT(END_STOP) | BIT(END_COLON), END_SEMICOLON,
                              "this operative clause"};
    if (opens_numbers(block))
        return (struct stand){BIT(END_COLON), END_COLON, "what opens the numbered clauses"};
    enum end usual = usual_end(walk, block->parent);
    usual = usual == END_STOP ? END_STOP : END_SEMICOLON;
    return (struct stand){BIT(usual) | (usual == END_STOP ? BIT(END_OTHER) : 0), usual,
                          "this operative clause"};
}

/* "to read as follows": words that want a colon wherever they stand. */
static bool announces(const struct copy *copy, const struct passage *passage)
{
    int from, to;
    return match_from(passage, lexicon_pattern(copy->lexicon, "announcing-pattern"), 0, &from, &to);
}

/* The last preambular clause, that a colon ends, reads like what opens the numbered clauses. */
static bool is_preambular_by_words(const struct copy *copy, const struct passage *passage)
{
    const struct node *block = passage->block;
    return passage->lead_from == 0 && opens_numbers(block) && block->prev &&
           block->prev->kind == NODE_PREAMBULAR &&
           style_lead_phrase(copy->language, false, passage->text) >
               style_lead_phrase(copy->language, true, passage->text);
}

static struct stand stand_of(struct walk *walk, const struct passage *passage)
{
    const struct node *block = passage->block;
    if (announces(walk->copy, passage))
        return (struct stand){BIT(END_COLON), END_COLON, "what announces a text"};
    if (opens_list(block))
        return (struct stand){BIT(END_COLON) | (walk->preamble ? BIT(END_COMMA) : 0), END_COLON,
                              "what opens a list"};
    if (block->kind == NODE_PREAMBULAR || is_preambular_by_words(walk->copy, passage))
        return (struct stand){BIT(END_COMMA), END_COMMA, "this preambular clause"};
    return stand_of_clause(walk, block);
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
    const struct node *block = passage->block, *next = after(block);
    if (block->parent->kind != NODE_LIST)
        walk->preamble = block->kind == NODE_PREAMBULAR;
    if (block->kind == NODE_OPERATIVE)
        walk->given = false;
    if (end == END_COLON || end == END_COMMA)
        g_hash_table_add(walk->openers, (void *)block);
    if ((end == END_COLON || announces(walk->copy, passage)) && !opens_list(block) && next &&
        next->kind != NODE_OPERATIVE && next->kind != NODE_TABLE)
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

/* "a, b and c" down the page. */
static bool is_joined_by_council(const struct copy *copy, const struct passage *passage,
                                 struct ending ending)
{
    return ending.joined >= 0 && copy->doc->as.doc.organ == ORGAN_SC &&
           passage->block->kind == NODE_ITEM && ending.end <= END_COMMA;
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
        is_joined_by_council(walk->copy, passage, ending))
        return;
    if (stand.wanted == END_NONE || stand.wanted == END_OTHER)
        return;
    say(walk, passage, ending, stand);
}

/* Readers take a clause that no mark ends for a heading; its lead phrase gives it away. */
static void check_heading(struct walk *walk, const struct passage *passage)
{
    const struct copy *copy = walk->copy;
    const struct node *block = passage->block, *first = block->first, *next = after(block);
    struct ending ending = ending_of(passage, copy->language);
    bool enumerates = ending.end == END_OTHER && char_at(passage, ending.from) == 0x3001; /* 、 */
    if (block->label || !first || first->kind != NODE_SPAN || first == block->last ||
        (ending.end != END_NONE && !enumerates))
        return;
    bool last = is_end_of_text(next); /* a heading heads something */
    bool operative = last || style_lead_phrase(copy->language, true, passage->text) > 0;
    if (!operative && !style_lead_phrase(copy->language, false, passage->text))
        return;
    operative = operative && (last || next->kind != NODE_PREAMBULAR);
    say(walk, passage, ending,
        !operative ? (struct stand){0, END_COMMA, "this preambular clause"}
        : last     ? (struct stand){0, END_STOP, "the last clause"}
                   : (struct stand){0, END_SEMICOLON, "this operative clause"});
}

static void check_passage(struct walk *walk, const struct passage *passage)
{
    if (!passage->size)
        return;
    if (is_clause(passage))
        check_clause(walk, passage);
    else if (passage->block->kind == NODE_HEADING && !passage->in_annex && !passage->note)
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
    count_ends(&walk);
    for (int i = 0; i < copy->passage_count; i++)
        check_passage(&walk, &copy->passages[i]);
    g_hash_table_destroy(walk.tallies);
    g_hash_table_destroy(walk.openers);
}

const struct check form_checks[] = {
    {DIAG_CLAUSE_END, clause_end, NULL},
    {0},
};
