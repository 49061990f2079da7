/* pair_facts: figures, dates and symbols of two texts that say the same. In: facts. Out: messages.
 *
 * What both have is struck off. Of what is left, that is told which has something of its sort in
 * the other text to stand against, and what no language says in words. How often a text names the
 * same thing is its own affair. */
#include <stdlib.h>
#include <string.h>

#include "check/pair.h"

/* Facts of one sort that only one text has. */
struct rest {
    const struct fact **list;
    int count;
};

static int by_text(const void *left, const void *right)
{
    const struct fact *a = *(struct fact *const *)left, *b = *(struct fact *const *)right;
    int order = strcmp(a->text, b->text);
    order = order ? order : (int)a->soft - (int)b->soft;
    return order ? order : a->from - b->from;
}

static struct rest sorted(const struct copy *copy, const struct fact *facts, int count)
{
    struct rest rest = {ARENA_ARRAY(copy->arena, const struct fact *, count + 1), count};
    for (int i = 0; i < count; i++)
        rest.list[i] = &facts[i];
    qsort(rest.list, (size_t)count, sizeof *rest.list, by_text);
    return rest;
}

/* Strikes off what both have; what is left of each moves to its front. Sets `doubled` of what is
 * left though the other text has it too. */
static void cancel(struct rest *a, struct rest *b, GHashTable *doubled)
{
    int i = 0, j = 0, left = 0, right = 0;
    const char *last = NULL;
    while (i < a->count || j < b->count) {
        int order = i == a->count   ? 1
                    : j == b->count ? -1
                                    : strcmp(a->list[i]->text, b->list[j]->text);
        if (order == 0) {
            last = a->list[i]->text;
            i++, j++;
            continue;
        }
        const struct fact *fact = order < 0 ? a->list[i++] : b->list[j++];
        if (last && strcmp(last, fact->text) == 0)
            g_hash_table_add(doubled, (void *)(uintptr_t)fact);
        if (order < 0)
            a->list[left++] = fact;
        else
            b->list[right++] = fact;
    }
    a->count = left;
    b->count = right;
}

enum sort { SORT_NUMBER, SORT_SMALL, SORT_DATE, SORT_MONTH, SORT_SYMBOL, SORT_COUNT };

static enum sort sort_of(const struct fact *fact)
{
    static const enum sort sorts[] = {[FACT_NUMBER] = SORT_NUMBER,
                                      [FACT_SMALL] = SORT_SMALL,
                                      [FACT_DATE] = SORT_DATE,
                                      [FACT_MONTH] = SORT_MONTH,
                                      [FACT_SYMBOL] = SORT_SYMBOL};
    return sorts[fact->kind];
}

static const enum diag_slug slugs[] = {[SORT_NUMBER] = DIAG_CONCORD_NUMBERS,
                                       [SORT_SMALL] = DIAG_CONCORD_NUMBERS,
                                       [SORT_DATE] = DIAG_CONCORD_DATES,
                                       [SORT_MONTH] = DIAG_CONCORD_DATES,
                                       [SORT_SYMBOL] = DIAG_CONCORD_SYMBOLS};

/* A language may say a number in words, and a year with other words ("by then"); it has none for
 * dates, symbols and large numbers. Decisions of other bodies ("1/CP.21") are written in the
 * letters of each language. */
static bool is_always_figure(const struct fact *fact)
{
    bool mixed = g_ascii_isdigit(*fact->text) && strpbrk(fact->text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    return (fact->kind == FACT_SYMBOL && !mixed) || fact->kind == FACT_DATE ||
           (fact->kind == FACT_NUMBER && strlen(fact->text) == 3);
}

/* Whether one may stand for the other: a date may be said without its month. */
static bool are_of_one_sort(const struct fact *a, const struct fact *b)
{
    enum sort one = sort_of(a), two = sort_of(b);
    bool numbers = one <= SORT_DATE && two <= SORT_DATE && one != SORT_SMALL && two != SORT_SMALL;
    return a->soft == b->soft && (one == two || (numbers && strlen(a->text) == strlen(b->text)));
}

/* The nearest fact of the same sort; NULL: none is left. */
static const struct fact *partner(const struct fact *fact, const struct rest *rest)
{
    const struct fact *found = NULL;
    for (int i = 0; i < rest->count; i++)
        if (are_of_one_sort(rest->list[i], fact) &&
            (!found || abs(rest->list[i]->from - fact->from) < abs(found->from - fact->from)))
            found = rest->list[i];
    return found;
}

/* As the text has it. */
static const char *words_of(const struct pair *pair, const struct fact *fact)
{
    return arena_strndup(pair->other.copy->arena, fact->passage->text + fact->from,
                         (size_t)(fact->to - fact->from));
}

static void tell_fact(const struct pair *pair, const struct passage *beside,
                      const struct fact *fact, const struct fact *wanted)
{
    find(pair->other.copy, fact->passage, fact->from, fact->to, slugs[sort_of(fact)],
         wanted ? "“%s” is not in the %s text, which has “%s”" : "“%s” is not in the %s text",
         words_of(pair, fact), pair_language(pair), wanted ? words_of(pair, wanted) : "");
    pair_hint(pair, wanted ? wanted->passage : beside, wanted ? wanted->from : 0);
}

static void tell_missing(const struct pair *pair, const struct passage *first,
                         const struct fact *fact)
{
    find(pair->other.copy, first, 0, 0, slugs[sort_of(fact)], "“%s” of the %s text is not here",
         words_of(pair, fact), pair_language(pair));
    pair_hint(pair, fact->passage, fact->from);
}

/* Single digits are told only one against one: more of them are likely to be words. */
static bool may_tell_small(const struct rest *here, const struct rest *there)
{
    int counts[2] = {0};
    const struct rest *both[] = {here, there};
    for (int side = 0; side < 2; side++)
        for (int i = 0; i < both[side]->count; i++)
            counts[side] += both[side]->list[i]->kind == FACT_SMALL && !both[side]->list[i]->soft;
    return counts[0] == 1 && counts[1] == 1;
}

/* The first of each sort, of symbols and dates two: what goes wrong once in a paragraph often goes
 * wrong in a row. */
static bool tell_rest(const struct pair *pair, const struct passage *first,
                      const struct passage *beside, const struct rest *here,
                      const struct rest *there, GHashTable *doubled)
{
    enum { MOST = 2 };
    int told[SORT_COUNT] = {0};
    bool any = false;
    told[SORT_NUMBER] = MOST - 1;
    told[SORT_SMALL] = may_tell_small(here, there) ? MOST - 1 : MOST;
    for (int i = 0; i < here->count; i++) {
        const struct fact *fact = here->list[i];
        if (told[sort_of(fact)] == MOST)
            continue;
        const struct fact *wanted = partner(fact, there);
        bool alone = is_always_figure(fact) && !fact->soft && !g_hash_table_contains(doubled, fact);
        bool in_words = wanted && fact->soft && fact->kind != FACT_SYMBOL;
        if (in_words || (!wanted && !alone))
            continue;
        tell_fact(pair, beside, fact, wanted);
        told[sort_of(fact)]++;
        any = true;
        if (wanted && sort_of(wanted) != sort_of(fact))
            told[sort_of(wanted)] = MOST;
    }
    for (int i = 0; i < there->count; i++) {
        const struct fact *fact = there->list[i];
        if (told[sort_of(fact)] > (sort_of(fact) == SORT_NUMBER) * (MOST - 1) ||
            !is_always_figure(fact) || fact->soft || g_hash_table_contains(doubled, fact))
            continue;
        tell_missing(pair, first, fact);
        told[sort_of(fact)]++;
        any = true;
    }
    return any;
}

bool pair_compare_facts(const struct pair *pair, const struct passage *first,
                        const struct passage *beside, const struct fact *here, int here_count,
                        const struct fact *there, int there_count)
{
    struct rest a = sorted(pair->other.copy, here, here_count);
    struct rest b = sorted(pair->other.copy, there, there_count);
    GHashTable *doubled = g_hash_table_new(NULL, NULL);
    cancel(&a, &b, doubled);
    bool differs = (a.count || b.count) && tell_rest(pair, first, beside, &a, &b, doubled);
    g_hash_table_destroy(doubled);
    return differs;
}
