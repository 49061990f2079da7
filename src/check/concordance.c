/* concordance: what differs between two languages that were laid side by side. */
#include "check/concordance.h"

#include <stdlib.h>
#include <string.h>

#include "check/pair.h"

/* --- saying ---------------------------------------------------------------------------- */

void pair_hint(const struct pair *pair, const struct passage *passage, int around)
{
    enum { BEFORE = 24, SHOWN = 64 };
    const struct copy *copy = pair->reference.copy;
    const char *text = passage->text, *from = text + MIN(around, passage->size);
    for (int n = 0; n < BEFORE && from > text; n++)
        from = g_utf8_prev_char(from);
    const char *to = from;
    for (int n = 0; n < SHOWN && *to; n++)
        to = g_utf8_next_char(to);
    struct place place = source_place(pair->reference.lines, copy->source, passage->block->at);
    diag_hint(copy->diag, "%s:%d: %s%.*s%s", copy->source->name, place.line, from > text ? "…" : "",
              (int)(to - from), from, *to ? "…" : "");
}

const char *pair_language(const struct pair *pair)
{
    return language_tag(pair->reference.copy->language);
}

/* Where editions were marked up in different ways everything differs: the first few are told. */
static bool may_tell_shape(const struct pair *pair)
{
    enum { MOST = 5 };
    return ++*pair->shapes <= MOST;
}

/* --- lead phrases ----------------------------------------------------------------------- */

/* A lead phrase without the adverbs that say only that it was used before, and `more` bytes behind
 * it. */
static const char *bare_lead(const struct copy *copy, const struct passage *passage, int more)
{
    if (passage->lead_from < 0)
        return NULL;
    int to = MIN(passage->lead_to + more, passage->size);
    while (more && to < passage->size && ((unsigned char)passage->text[to] & 0xC0) == 0x80)
        to++;
    char *lead = arena_strndup(copy->arena, passage->text + passage->lead_from,
                               (size_t)(to - passage->lead_from));
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
    enum { MORE = 48 }; /* bytes: whether all of the phrase is marked is another rule's matter */
    const char *here = bare_lead(pair->other.copy, unit->first, 0);
    const char *whole = bare_lead(pair->other.copy, unit->first, MORE);
    const char *there = bare_lead(pair->reference.copy, beside->first, 0);
    const char *known =
        here && there ? lexicon_find(pair->other.copy->lexicon, "renderings", there, strlen(there))
                      : NULL;
    if (!known || has_rendering(pair->other.copy->arena, whole, known))
        return;
    find(pair->other.copy, unit->first, unit->first->lead_from, unit->first->lead_to,
         DIAG_CONCORD_LEAD, "“%s” for “%s”, “%s” was wanted", here, there, known);
    pair_hint(pair, beside->first, 0);
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
                  pair_language(pair), beside->node->label ? beside->node->label : "");
        pair_hint(pair, beside->first, 0);
    }
    if (unit->rows != beside->rows && may_tell_shape(pair)) {
        find_node(pair->other.copy, unit->node, DIAG_CONCORD_TABLES,
                  "this table has %d rows, in the %s text %d", unit->rows, pair_language(pair),
                  beside->rows);
        pair_hint(pair, beside->first, 0);
    }
    bool tables = unit->node->kind == NODE_TABLE && beside->node->kind == NODE_TABLE;
    bool differs = tables ? pair_compare_rows(pair, unit, beside)
                          : pair_compare_facts(pair, unit->first, beside->first, unit->facts,
                                               unit->fact_count, beside->facts, beside->fact_count);
    if (!unit->heading && !beside->heading) /* one language calls them in the text below */
        differs |= pair_compare_notes(pair, unit, beside);
    if (!differs)
        pair_compare_targets(pair, unit, beside);
    compare_leads(pair, unit, beside);
}

static const char *name_of(const struct unit *unit)
{
    return unit->node->kind == NODE_TABLE ? "table" : "paragraph";
}

/* What of the reference has no counterpart between two units, `after` NULL at the end. */
static void tell_lost(const struct pair *pair, const struct unit *after, const struct unit *before,
                      int from, int to)
{
    const struct side *other = &pair->other, *reference = &pair->reference;
    while (from < to && reference->units[from].heading)
        from++;
    if (from == to || !may_tell_shape(pair))
        return;
    const struct unit *lost = &reference->units[from], *place = after ? after : before;
    find_node(other->copy, place ? place->node : other->copy->doc, DIAG_CONCORD_PARAGRAPHS,
              to - from == 1 ? "a %s of the %s text is missing %s this"
                             : "a %s of the %s text, and what follows it, is missing %s this",
              name_of(lost), pair_language(pair), after ? "before" : "behind");
    pair_hint(pair, lost->first, 0);
}

static void tell_added(const struct pair *pair, const struct unit *unit)
{
    if (!unit->heading && may_tell_shape(pair))
        find_node(pair->other.copy, unit->node, DIAG_CONCORD_PARAGRAPHS,
                  "this %s is not in the %s text", name_of(unit), pair_language(pair));
}

static void tell_swapped(const struct pair *pair, const struct unit *unit,
                         const struct unit *beside)
{
    find_node(pair->other.copy, unit->node, DIAG_CONCORD_PARAGRAPHS,
              "this paragraph and the next one stand in another order in the %s text",
              pair_language(pair));
    pair_hint(pair, beside->first, 0);
}

/* Whether a table of the reference stands beside nothing: then it is one of paragraphs here, which
 * are not told one by one. */
static bool has_lost_table(const struct side *reference, const int *beside, int count)
{
    int tables = 0;
    for (int i = 0; i < reference->count; i++)
        tables += reference->units[i].node->kind == NODE_TABLE;
    for (int i = 0; i < count; i++)
        tables -= beside[i] >= 0 && reference->units[beside[i]].node->kind == NODE_TABLE;
    return tables > 0;
}

/* Runs of what has no counterpart are told once, by the first of them. */
static void compare(const struct pair *pair)
{
    const struct side *other = &pair->other, *reference = &pair->reference;
    int *beside = g_new(int, other->count + 1);
    beside_lay(other->units, other->count, reference->units, reference->count, beside);
    int expected = 0;
    const struct unit *last = NULL;
    bool untabled = has_lost_table(reference, beside, other->count);
    for (int i = 0; i < other->count; i++) {
        const struct unit *unit = &other->units[i];
        if (!untabled && beside[i] < 0 &&
            (i == 0 || beside[i - 1] >= 0 || other->units[i - 1].heading))
            tell_added(pair, unit);
        if (beside[i] < 0)
            continue;
        if (beside[i] > expected)
            tell_lost(pair, unit, last, expected, beside[i]);
        expected = beside[i] + 1;
        last = unit;
        bool next = i + 1 < other->count && beside[i + 1] == expected;
        if (next && beside_are_swapped(unit, &reference->units[beside[i]])) {
            tell_swapped(pair, unit, &reference->units[beside[i]]);
            last = &other->units[++i];
            expected++;
            continue;
        }
        compare_units(pair, unit, &reference->units[beside[i]]);
    }
    if (expected < reference->count)
        tell_lost(pair, NULL, last, expected, reference->count);
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
        sides[i].lines = ARENA_NEW(arena, struct source_count);
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
