/* stand: a resolution is one sentence, so where a clause stands tells its mark. In: the clauses in
 * their order. Out: what each should end with. */
#include "check/stand.h"

#include <stdlib.h>

#include "check/labels.h"

/* --- where a clause stands ------------------------------------------------------------- */

const struct node *stand_after(const struct node *block)
{
    const struct node *n = block;
    while (n && !n->next)
        n = n->parent && n->parent->kind == NODE_LIST ? n->parent : NULL;
    n = n ? n->next : NULL;
    while (n && n->kind == NODE_LIST && n->first)
        n = n->first;
    return n;
}

bool stand_is_end_of_text(const struct node *next)
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

bool stand_opens_list(const struct node *block)
{
    const struct node *next = block->next;
    return next && next->kind == NODE_LIST && !labels_beside_astray(next);
}

/* --- what its neighbours end with ------------------------------------------------------ */

/* Of the items of a list that neither end it nor open another, of the numbered clauses of a text.
 */
struct tally {
    int count[END_COUNT];
};

static bool is_counted(const struct node *block)
{
    bool labelled = block->kind == NODE_ITEM || block->kind == NODE_OPERATIVE;
    return labelled && block->next && !stand_opens_list(block) &&
           !stand_is_end_of_text(stand_after(block));
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

void stand_count_ends(struct walk *walk)
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

static struct stand stand_in_list(struct walk *walk, const struct node *item)
{
    enum end usual = usual_end(walk, item->parent);
    const struct node *next = stand_after(item);
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
    const struct node *next = stand_after(block);
    if (stand_is_end_of_text(next))
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

bool stand_announces(const struct copy *copy, const struct passage *passage)
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

struct stand stand_of(struct walk *walk, const struct passage *passage)
{
    const struct node *block = passage->block;
    if (stand_announces(walk->copy, passage))
        return (struct stand){BIT(END_COLON), END_COLON, "what announces a text"};
    if (stand_opens_list(block))
        return (struct stand){BIT(END_COLON) | (walk->preamble ? BIT(END_COMMA) : 0), END_COLON,
                              "what opens a list"};
    if (block->kind == NODE_PREAMBULAR || is_preambular_by_words(walk->copy, passage))
        return (struct stand){BIT(END_COMMA), END_COMMA, "this preambular clause"};
    return stand_of_clause(walk, block);
}
