/* lead_order: rules about lead phrases that follow one another: Recalling, Recalling also,
 * Recalling further, and then Recalling again. In: the clauses of a document. Out: those that are
 * out of turn.
 */
#include <string.h>

#include "check/leads.h"

/* A clause with its phrase without also and further. */
struct step {
    const struct passage *passage;
    const char *core; /* folded, without what takes turns */
    const char *verb; /* the first word of it that is no adverb */
    int turn;         /* 0 bare, 1 also, 2 further */
};

/* What may stand right behind the mark-up counts as well: *Rappelle* également. */
static int turn_behind(const struct copy *copy, const struct passage *passage)
{
    const char *at = passage->text + passage->lead_to;
    at += strspn(at, " ");
    return lead_turn(copy, at, (int)strcspn(at, " ,"));
}

/* Chinese writes it before the verb and without a space; the lists have both as one. */
static int turn_before(const struct copy *copy, struct lead *lead)
{
    const char *const *words = lexicon_list(copy->lexicon, "lead-turns");
    for (; copy->language == ZH && *words; words++) {
        int size = (int)strlen(*words);
        if (lead->size <= size || memcmp(lead->text, *words, (size_t)size) != 0)
            continue;
        lead->text += size;
        lead->size -= size;
        lead->word_count = phrase_cut(ZH, lead->text, lead->size, lead->words);
        lead->head = 0;
        return lead_turn(copy, *words, size);
    }
    return 0;
}

static struct step step_of(const struct copy *copy, const struct passage *passage,
                           struct lead *lead)
{
    struct step step = {passage, "", "",
                        copy->language == ZH ? turn_before(copy, lead)
                                             : turn_behind(copy, passage)};
    GString *core = g_string_new(NULL);
    for (int i = 0; i < lead->word_count; i++) {
        const char *word = lead->text + lead->words[i].from;
        int size = lead->words[i].to - lead->words[i].from;
        int turn = lead_turn(copy, word, size);
        if (turn) {
            step.turn = turn;
            continue;
        }
        char *folded = g_utf8_strdown(word, size);
        if (i >= lead->head && !*step.verb)
            step.verb = arena_strdup(copy->arena, folded);
        g_string_append_printf(core, "%s%s", core->len && copy->language != ZH ? " " : "", folded);
        g_free(folded);
    }
    step.core = arena_strdup(copy->arena, core->str);
    g_string_free(core, TRUE);
    return step;
}

/* All clauses with a lead phrase, one after the other; a core of NULL where the row is broken. */
static GArray *steps_of(const struct copy *copy)
{
    GArray *steps = g_array_new(FALSE, FALSE, sizeof(struct step));
    for (int i = 0; i < copy->passage_count; i++) {
        const struct passage *passage = &copy->passages[i];
        enum node_kind kind = passage->block->kind;
        struct lead lead;
        struct step step = {passage, NULL, NULL, 0};
        if (passage->note || passage->cell ||
            (kind != NODE_PREAMBULAR && kind != NODE_OPERATIVE && kind != NODE_HEADING))
            continue;
        if (lead_of(copy, passage, &lead))
            step = step_of(copy, passage, &lead);
        g_array_append_val(steps, step);
    }
    return steps;
}

static bool are_neighbours(const struct step *before, const struct step *step)
{
    return before->core && step->core &&
           before->passage->block->kind == step->passage->block->kind &&
           before->passage->part == step->passage->part;
}

/* The word of the language for a turn: “also”, “further”. */
static const char *word_of_turn(const struct copy *copy, int turn)
{
    const char *const *words = lexicon_list(copy->lexicon, "lead-turns");
    for (; *words; words++)
        if (lexicon_find(copy->lexicon, "lead-turns", *words, strlen(*words))[0] == '0' + turn)
            return *words;
    return "";
}

/* --- repeated -------------------------------------------------------------------------- */

/* After "further" the phrase may stand bare again. */
static int turn_wanted(const struct step *before)
{
    return before->turn == 0 ? 1 : before->turn == 1 ? 2 : 0;
}

static bool is_repeated(const struct step *before, const struct step *step)
{
    return strcmp(before->core, step->core) == 0 && step->turn == before->turn;
}

/* The Security Council repeats without also, and so do some texts of the Assembly throughout. */
static bool takes_turns(const struct copy *copy, const GArray *steps)
{
    int with = 0, bare = 0;
    for (guint i = 1; i < steps->len; i++) {
        const struct step *step = &g_array_index(steps, struct step, i);
        if (!are_neighbours(step - 1, step) || strcmp(step[-1].core, step->core) != 0)
            continue;
        *(step->turn ? &with : &bare) += !(step[-1].turn == 2 && !step->turn);
    }
    return copy->doc->as.doc.organ != ORGAN_SC && bare <= 2 + with / 4;
}

void lead_repeated(const struct copy *copy)
{
    GArray *steps = steps_of(copy);
    bool wanted = takes_turns(copy, steps);
    for (guint i = 1; wanted && i < steps->len; i++) {
        const struct step *step = &g_array_index(steps, struct step, i), *before = step - 1;
        if (!are_neighbours(before, step) || strcmp(before->core, step->core) != 0)
            continue;
        bool falls_back = before->turn == 1 && step->turn == 0;
        if (!is_repeated(before, step) && !falls_back)
            continue;
        const struct passage *p = step->passage;
        int turn = turn_wanted(before);
        find(copy, p, p->lead_from, p->lead_to, DIAG_LEAD_REPEATED,
             turn ? "“%.*s” repeats the paragraph before, “%s” was wanted with it"
                  : "“%.*s” repeats the paragraph before%s",
             p->lead_to - p->lead_from, p->text + p->lead_from,
             turn ? word_of_turn(copy, turn) : "");
    }
    g_array_free(steps, TRUE);
}

/* --- out of turn ------------------------------------------------------------------------ */

/* Chinese says adverb and verb in one: a part of the other is the same. */
static bool is_same_verb(const struct copy *copy, const struct step *before,
                         const struct step *step)
{
    return copy->language == ZH
               ? strstr(before->core, step->verb) || strstr(step->core, before->verb)
               : strcmp(before->verb, step->verb) == 0;
}

void lead_out_of_turn(const struct copy *copy)
{
    GArray *steps = steps_of(copy);
    for (guint i = 0; i < steps->len; i++) {
        const struct step *step = &g_array_index(steps, struct step, i);
        const struct step *before = i && are_neighbours(step - 1, step) ? step - 1 : NULL;
        if (!step->core || !step->turn)
            continue;
        bool follows = before && is_same_verb(copy, before, step);
        if (follows && step->turn == before->turn + 1)
            continue;
        if (follows && (step->turn == before->turn || before->turn == 2))
            continue; /* lead-repeated tells */
        const struct passage *p = step->passage;
        if (follows)
            find(copy, p, p->lead_from, p->lead_to, DIAG_LEAD_ORDER,
                 "“%.*s” follows the bare phrase, “%s” was wanted before it",
                 p->lead_to - p->lead_from, p->text + p->lead_from, word_of_turn(copy, 1));
        else if (before &&
                 !(i > 1 && are_neighbours(step - 2, before) && is_same_verb(copy, step - 2, step)))
            find(copy, p, p->lead_from, p->lead_to, DIAG_LEAD_ORDER,
                 "“%.*s” follows another phrase: there is nothing that it goes on with",
                 p->lead_to - p->lead_from, p->text + p->lead_from);
    }
    g_array_free(steps, TRUE);
}
