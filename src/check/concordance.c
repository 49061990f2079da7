/* concordance: what differs between two languages that were laid side by side. */
#include "check/concordance.h"

#include <stdlib.h>
#include <string.h>

#include "check/beside.h"

struct side {
    const struct copy *copy;
    struct unit *units;
    int count;
};

/* The language that the others are laid beside, and one of the others. */
struct pair {
    struct side reference, other;
    int *shapes; /* how many differences of shape were found */
};

/* --- saying ---------------------------------------------------------------------------- */

static int line_of(const struct source *source, uint32_t at)
{
    int line = 1;
    for (uint32_t i = 0; i < at && i < source->size; i++)
        line += source->text[i] == '\n';
    return line;
}

/* The words of a unit, for a hint: as many as an editor needs to find them. */
static const char *words_of(const struct copy *copy, const struct unit *unit, int around)
{
    enum { BEFORE = 24, SHOWN = 64 };
    const char *text = unit->first->text, *from = text + MIN(around, unit->first->size);
    for (int n = 0; n < BEFORE && from > text; n++)
        from = g_utf8_prev_char(from);
    const char *to = from;
    for (int n = 0; n < SHOWN && *to; n++)
        to = g_utf8_next_char(to);
    return arena_printf(copy->arena, "%s%.*s%s", from > text ? "…" : "", (int)(to - from), from,
                        *to ? "…" : "");
}

static void hint_at(const struct pair *pair, const struct unit *unit, int around)
{
    const struct copy *copy = pair->reference.copy;
    diag_hint(copy->diag, "%s:%d: %s", copy->source->name,
              line_of(copy->source, unit->first->block->at), words_of(copy, unit, around));
}

static const char *language_name(const struct side *side)
{
    return language_tag(side->copy->language);
}

/* Where editions were marked up in different ways everything differs: the first few are told. */
static bool may_tell_shape(const struct pair *pair)
{
    enum { MOST = 5 };
    return ++*pair->shapes <= MOST;
}

/* --- what differs between two units ----------------------------------------------------- */

static int by_text(const void *left, const void *right)
{
    const struct fact *a = *(struct fact *const *)left, *b = *(struct fact *const *)right;
    int order = strcmp(a->text, b->text);
    return order ? order : a->from - b->from;
}

static bool is_small(const struct fact *fact)
{
    return fact->kind == FACT_SMALL;
}

static const struct fact **sorted(const struct copy *copy, const struct fact *facts, int count,
                                  bool small, int *taken)
{
    const struct fact **list = ARENA_ARRAY(copy->arena, const struct fact *, count + 1);
    *taken = 0;
    for (int i = 0; i < count; i++)
        if (is_small(&facts[i]) == small)
            list[(*taken)++] = &facts[i];
    qsort(list, (size_t)*taken, sizeof *list, by_text);
    return list;
}

/* Facts that only one of two sorted lists has, moved to its front. */
static void cancel(const struct fact **a, int *a_count, const struct fact **b, int *b_count)
{
    int i = 0, j = 0, left = 0, right = 0;
    while (i < *a_count || j < *b_count) {
        int order = i == *a_count ? 1 : j == *b_count ? -1 : strcmp(a[i]->text, b[j]->text);
        if (order == 0)
            i++, j++;
        else if (order < 0)
            a[left++] = a[i++];
        else
            b[right++] = b[j++];
    }
    *a_count = left;
    *b_count = right;
}

/* A language may say a number in words, and a year with other words ("by then"); it has none for
 * dates, symbols and large numbers. Decisions of other bodies ("1/CP.21") are written in the
 * letters of each language. */
static bool is_always_figure(const struct fact *fact)
{
    bool mixed = g_ascii_isdigit(*fact->text) && strpbrk(fact->text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    return (fact->kind == FACT_SYMBOL && !mixed) || fact->kind == FACT_DATE ||
           (fact->kind == FACT_NUMBER && strlen(fact->text) == 3);
}

static enum diag_slug slug_of(const struct fact *fact)
{
    return fact->kind == FACT_SYMBOL                             ? DIAG_CONCORD_SYMBOLS
           : fact->kind == FACT_DATE || fact->kind == FACT_MONTH ? DIAG_CONCORD_DATES
                                                                 : DIAG_CONCORD_NUMBERS;
}

/* The fact of the same sort that may stand in its place; NULL: none is left. */
static const struct fact *partner(const struct fact *fact, const struct fact **list, int count)
{
    const struct fact *found = NULL;
    for (int i = 0; i < count; i++)
        if (slug_of(list[i]) == slug_of(fact) &&
            (!found || abs(list[i]->from - fact->from) < abs(found->from - fact->from)))
            found = list[i];
    return found;
}

static void tell_fact(const struct pair *pair, const struct unit *beside, const struct fact *fact,
                      const struct fact *wanted)
{
    find(pair->other.copy, fact->passage, fact->from, fact->to, slug_of(fact),
         wanted ? "“%s” is not in the %s text, which has “%s”" : "“%s” is not in the %s text",
         fact->text, language_name(&pair->reference), wanted ? wanted->text : "");
    hint_at(pair, beside, wanted ? wanted->from : 0);
}

static void tell_missing(const struct pair *pair, const struct unit *unit,
                         const struct unit *beside, const struct fact *fact)
{
    find_node(pair->other.copy, unit->first->block, slug_of(fact),
              "“%s” of the %s text is not here", fact->text, language_name(&pair->reference));
    hint_at(pair, beside, fact->from);
}

/* The first of each sort: what goes wrong once in a paragraph often goes wrong in a row. */
static bool tell_facts(const struct pair *pair, const struct unit *unit, const struct unit *beside,
                       const struct fact **here, int here_count, const struct fact **there,
                       int there_count)
{
    bool told[DIAG_COUNT] = {false};
    bool any = false;
    for (int i = 0; i < here_count; i++) {
        const struct fact *wanted = partner(here[i], there, there_count);
        if (told[slug_of(here[i])] || (!wanted && !is_always_figure(here[i])))
            continue;
        tell_fact(pair, beside, here[i], wanted);
        told[slug_of(here[i])] = any = true;
    }
    for (int i = 0; i < there_count; i++) {
        if (told[slug_of(there[i])] || !is_always_figure(there[i]))
            continue;
        tell_missing(pair, unit, beside, there[i]);
        told[slug_of(there[i])] = any = true;
    }
    return any;
}

/* Figures of two texts; single digits only where both have as many, so that none is a word. True
 * when something differs. */
static bool compare_facts(const struct pair *pair, const struct unit *unit,
                          const struct unit *beside, const struct fact *here, int here_count,
                          const struct fact *there, int there_count)
{
    bool differs = false;
    for (int small = 0; small < 2; small++) {
        int a_count, b_count;
        const struct fact **a = sorted(pair->other.copy, here, here_count, small, &a_count);
        const struct fact **b = sorted(pair->reference.copy, there, there_count, small, &b_count);
        bool same = a_count == b_count;
        cancel(a, &a_count, b, &b_count);
        if (!small || (same && a_count == 1))
            differs |= tell_facts(pair, unit, beside, a, a_count, b, b_count);
    }
    return differs;
}

/* --- notes, links, leads ---------------------------------------------------------------- */

/* The next passage of a unit that is a note's; NULL at the end. */
static const struct passage *next_note(const struct unit *unit, int *at)
{
    while (*at < unit->passage_count) {
        const struct passage *passage = &unit->first[(*at)++];
        if (passage->note)
            return passage;
    }
    return NULL;
}

static bool compare_notes(const struct pair *pair, const struct unit *unit,
                          const struct unit *beside)
{
    if (unit->note_count != beside->note_count) {
        find_node(pair->other.copy, unit->first->block, DIAG_CONCORD_NOTES,
                  "here are %d notes, in the %s text %d", unit->note_count,
                  language_name(&pair->reference), beside->note_count);
        hint_at(pair, beside, 0);
        return true;
    }
    bool differs = false;
    int i = 0, j = 0;
    const struct passage *note, *other;
    GArray *a = g_array_new(FALSE, FALSE, sizeof(struct fact));
    GArray *b = g_array_new(FALSE, FALSE, sizeof(struct fact));
    while ((note = next_note(unit, &i)) && (other = next_note(beside, &j))) {
        g_array_set_size(a, 0);
        g_array_set_size(b, 0);
        facts_take(pair->other.copy, note, a);
        facts_take(pair->reference.copy, other, b);
        struct unit one = {.first = note}, two = {.first = other};
        differs |= compare_facts(pair, &one, &two, (struct fact *)(void *)a->data, (int)a->len,
                                 (struct fact *)(void *)b->data, (int)b->len);
    }
    g_array_free(a, TRUE);
    g_array_free(b, TRUE);
    return differs;
}

/* Where a link leads, without the language: "https://undocs.org/en/A/RES/70/1" is "A/RES/70/1". */
static const char *target_of(const struct node *link)
{
    const char *target = strstr(link->as.link.target, "undocs.org/");
    if (!target)
        return NULL;
    target += strlen("undocs.org/");
    return strlen(target) > 3 && target[2] == '/' ? target + 3 : target;
}

static GPtrArray *targets_of(const struct node *root)
{
    GPtrArray *targets = g_ptr_array_new();
    for (const struct node *n = root; n; n = doc_next(n, root))
        if (n->kind == NODE_LINK && target_of(n))
            g_ptr_array_add(targets, (void *)(uintptr_t)n);
    return targets;
}

static bool has_target(const GPtrArray *links, const char *target)
{
    for (guint i = 0; i < links->len; i++)
        if (g_ascii_strcasecmp(target_of(links->pdata[i]), target) == 0)
            return true;
    return false;
}

/* Only where both texts have as many links: not all editions are linked. */
static void compare_targets(const struct pair *pair, const struct unit *unit,
                            const struct unit *beside)
{
    GPtrArray *here = targets_of(unit->node), *there = targets_of(beside->node);
    for (guint i = 0; here->len == there->len && i < here->len; i++)
        if (!has_target(there, target_of(here->pdata[i]))) {
            find_node(pair->other.copy, here->pdata[i], DIAG_CONCORD_TARGETS,
                      "this link leads to %s, no link of the %s text does",
                      target_of(here->pdata[i]), language_name(&pair->reference));
            hint_at(pair, beside, 0);
        }
    g_ptr_array_free(here, TRUE);
    g_ptr_array_free(there, TRUE);
}

/* A lead phrase without the adverbs that say only that it was used before. */
static const char *bare_lead(const struct copy *copy, const struct passage *passage)
{
    if (passage->lead_from < 0)
        return NULL;
    char *lead = arena_strndup(copy->arena, passage->text + passage->lead_from,
                               (size_t)(passage->lead_to - passage->lead_from));
    for (const char *const *adverb = lexicon_list(copy->lexicon, "rendering-adverbs"); *adverb;
         adverb++) {
        char *place = strstr(lead, *adverb);
        if (place)
            memmove(place, place + strlen(*adverb), strlen(place + strlen(*adverb)) + 1);
    }
    return g_strstrip(lead);
}

/* Whether a lead phrase has one of the renderings in a list, "подтверждая | вновь подтверждая". */
static bool has_rendering(struct arena *arena, const char *lead, const char *list)
{
    for (const char *p = list; *p;) {
        size_t size = strcspn(p, "|"), bare = size;
        while (bare && p[bare - 1] == ' ')
            bare--;
        if (strstr(lead, arena_strndup(arena, p, bare)))
            return true;
        p += size;
        p += strspn(p, "| ");
    }
    return false;
}

/* Only phrases whose renderings are settled are listed: 95 in a hundred and more have one of them.
 */
static void compare_leads(const struct pair *pair, const struct unit *unit,
                          const struct unit *beside)
{
    if (pair->reference.copy->language != EN || pair->reference.copy->doc->as.doc.organ != ORGAN_GA)
        return;
    const char *here = bare_lead(pair->other.copy, unit->first);
    const char *there = bare_lead(pair->reference.copy, beside->first);
    const char *known =
        here && there ? lexicon_find(pair->other.copy->lexicon, "renderings", there, strlen(there))
                      : NULL;
    if (!known || has_rendering(pair->other.copy->arena, here, known))
        return;
    find(pair->other.copy, unit->first, unit->first->lead_from, unit->first->lead_to,
         DIAG_CONCORD_LEAD, "“%s” for “%s”, “%s” was wanted", here, there, known);
    hint_at(pair, beside, 0);
}

/* --- two languages ---------------------------------------------------------------------- */

static int number_of(const struct unit *unit)
{
    const char *label = unit->node->label;
    return label ? atoi(label) : 0;
}

static void compare_units(const struct pair *pair, const struct unit *unit,
                          const struct unit *beside)
{
    int here = number_of(unit), there = number_of(beside);
    bool levels = unit->node->kind == NODE_ITEM && beside->node->kind == NODE_ITEM;
    if ((unit->node->kind == NODE_OPERATIVE && here != there && here && there) ||
        (levels && unit->level != beside->level)) {
        find_node(pair->other.copy, unit->node, DIAG_CONCORD_LABELS,
                  "this is “%s”, in the %s text “%s”", unit->node->label ? unit->node->label : "",
                  language_name(&pair->reference), beside->node->label ? beside->node->label : "");
        hint_at(pair, beside, 0);
    }
    if (unit->rows != beside->rows && may_tell_shape(pair)) {
        find_node(pair->other.copy, unit->node, DIAG_CONCORD_TABLES,
                  "this table has %d rows, in the %s text %d", unit->rows,
                  language_name(&pair->reference), beside->rows);
        hint_at(pair, beside, 0);
    }
    bool differs = compare_facts(pair, unit, beside, unit->facts, unit->fact_count, beside->facts,
                                 beside->fact_count);
    differs |= compare_notes(pair, unit, beside);
    if (!differs)
        compare_targets(pair, unit, beside);
    compare_leads(pair, unit, beside);
}

static const char *name_of(const struct unit *unit)
{
    return unit->node->kind == NODE_TABLE ? "table" : "paragraph";
}

static void tell_lost(const struct pair *pair, const struct unit *next, int from, int to)
{
    const struct side *other = &pair->other, *reference = &pair->reference;
    const struct unit *lost = &reference->units[from];
    if (!may_tell_shape(pair))
        return;
    find_node(other->copy, next ? next->node : other->copy->doc, DIAG_CONCORD_PARAGRAPHS,
              to - from == 1 ? "a %s of the %s text is missing before this"
                             : "a %s of the %s text, and what follows it, is missing before this",
              name_of(lost), language_name(reference));
    hint_at(pair, lost, 0);
}

static void tell_added(const struct pair *pair, const struct unit *unit)
{
    if (may_tell_shape(pair))
        find_node(pair->other.copy, unit->node, DIAG_CONCORD_PARAGRAPHS,
                  "this %s is not in the %s text", name_of(unit), language_name(&pair->reference));
}

/* Runs of what has no counterpart are told once, by the first of them. */
static void compare(const struct pair *pair)
{
    const struct side *other = &pair->other, *reference = &pair->reference;
    int *beside = g_new(int, other->count + 1);
    beside_lay(other->units, other->count, reference->units, reference->count, beside);
    int expected = 0;
    for (int i = 0; i < other->count; i++) {
        if (beside[i] < 0 && (i == 0 || beside[i - 1] >= 0))
            tell_added(pair, &other->units[i]);
        if (beside[i] < 0)
            continue;
        if (beside[i] > expected)
            tell_lost(pair, &other->units[i], expected, beside[i]);
        compare_units(pair, &other->units[i], &reference->units[beside[i]]);
        expected = beside[i] + 1;
    }
    if (expected < reference->count)
        tell_lost(pair, NULL, expected, reference->count);
    g_free(beside);
}

static int rank(enum language language)
{
    return language == EN ? -1 : (int)language;
}

void check_concordance(struct arena *arena, const struct edition *editions, int count,
                       struct diag *diag)
{
    int first = 0;
    struct side *sides = ARENA_ARRAY(arena, struct side, count);
    for (int i = 0; i < count; i++) {
        sides[i].copy = copy_of(arena, editions[i].style, editions[i].doc, diag);
        sides[i].units = beside_units(sides[i].copy, &sides[i].count);
        if (rank(sides[i].copy->language) < rank(sides[first].copy->language))
            first = i;
    }
    for (int i = 0; i < count; i++)
        if (sides[i].copy->language != sides[first].copy->language) {
            int shapes = 0;
            const struct pair pair = {sides[first], sides[i], &shapes};
            compare(&pair);
        }
}
