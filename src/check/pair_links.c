/* pair_links: notes and links of two units. In: units. Out: messages. */
#include <stdlib.h>
#include <string.h>

#include "check/pair.h"

/* --- notes ---------------------------------------------------------------------------- */

/* A note with its facts, and one key for all of them. */
struct body {
    const struct passage *passage;
    const struct fact *facts;
    int count;
    const char *key;
};

static int by_text(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* Without numbers in words; in no order, as languages put the day before the month or behind. */
static const char *key_of(struct arena *arena, const struct fact *facts, int count)
{
    const char **texts = g_new(const char *, count + 1);
    int taken = 0;
    for (int i = 0; i < count; i++)
        if (!facts[i].soft)
            texts[taken++] = facts[i].text;
    qsort(texts, (size_t)taken, sizeof *texts, by_text);
    texts[taken] = NULL;
    char *joined = g_strjoinv(" ", (char **)(uintptr_t)texts);
    const char *kept = arena_strdup(arena, joined);
    g_free(joined);
    g_free(texts);
    return kept;
}

/* The notes of a unit in its order; how many there are. */
static int bodies_of(const struct copy *copy, const struct unit *unit, struct body *bodies)
{
    int count = 0;
    GArray *facts = g_array_new(FALSE, FALSE, sizeof(struct fact));
    for (int i = 0; i < unit->passage_count; i++) {
        const struct passage *passage = &unit->first[i];
        if (!passage->note)
            continue;
        g_array_set_size(facts, 0);
        facts_take(copy, passage, facts);
        const struct fact *kept =
            arena_copy(copy->arena, facts->data, sizeof(struct fact) * facts->len);
        bodies[count++] = (struct body){passage, kept, (int)facts->len,
                                        key_of(copy->arena, kept, (int)facts->len)};
    }
    g_array_free(facts, TRUE);
    return count;
}

static int by_key(const void *left, const void *right)
{
    const struct body *a = left, *b = right;
    int order = strcmp(a->key, b->key);
    return order ? order : (a->passage > b->passage) - (a->passage < b->passage);
}

static int by_place(const void *left, const void *right)
{
    const struct body *a = left, *b = right;
    return (a->passage > b->passage) - (a->passage < b->passage);
}

/* Drops the notes that both have, wherever they are called; the rest stays in the order of the
 * text. */
static void strike(struct body *a, int *a_count, struct body *b, int *b_count)
{
    int i = 0, j = 0, left = 0, right = 0;
    qsort(a, (size_t)*a_count, sizeof *a, by_key);
    qsort(b, (size_t)*b_count, sizeof *b, by_key);
    while (i < *a_count || j < *b_count) {
        int order = i == *a_count ? 1 : j == *b_count ? -1 : strcmp(a[i].key, b[j].key);
        if (order == 0)
            i++, j++;
        else if (order < 0)
            a[left++] = a[i++];
        else
            b[right++] = b[j++];
    }
    qsort(a, (size_t)(*a_count = left), sizeof *a, by_place);
    qsort(b, (size_t)(*b_count = right), sizeof *b, by_place);
}

bool pair_compare_notes(const struct pair *pair, const struct unit *unit, const struct unit *beside)
{
    const struct copy *copy = pair->other.copy;
    if (unit->note_count != beside->note_count) {
        find_node(copy, unit->first->block, DIAG_CONCORD_NOTES,
                  "here are %d notes, in the %s text %d", unit->note_count, pair_language(pair),
                  beside->note_count);
        pair_hint(pair, beside->first, 0);
        return true;
    }
    if (!unit->note_count)
        return false;
    struct body *a = ARENA_ARRAY(copy->arena, struct body, unit->passage_count);
    struct body *b = ARENA_ARRAY(copy->arena, struct body, beside->passage_count);
    int a_count = bodies_of(copy, unit, a);
    int b_count = bodies_of(pair->reference.copy, beside, b);
    strike(a, &a_count, b, &b_count);
    bool differs = false;
    for (int i = 0; i < a_count && i < b_count; i++)
        differs |= pair_compare_facts(pair, a[i].passage, b[i].passage, a[i].facts, a[i].count,
                                      b[i].facts, b[i].count);
    return differs;
}

/* --- rows ----------------------------------------------------------------------------- */

/* The rows of a table with their facts. */
static int rows_of(const struct copy *copy, const struct unit *unit, struct body *rows)
{
    int count = 0;
    for (int from = 0, to; from < unit->fact_count; from = to) {
        const struct fact *facts = &unit->facts[from];
        for (to = from + 1; to < unit->fact_count; to++)
            if (unit->facts[to].passage->cell->parent != facts->passage->cell->parent)
                break;
        rows[count++] =
            (struct body){facts->passage, facts, to - from, key_of(copy->arena, facts, to - from)};
    }
    return count;
}

static struct fact *gather(struct arena *arena, const struct body *rows, int count, int *facts)
{
    *facts = 0;
    for (int i = 0; i < count; i++)
        *facts += rows[i].count;
    struct fact *all = ARENA_ARRAY(arena, struct fact, *facts + 1), *to = all;
    for (int i = 0; i < count; i++)
        for (int k = 0; k < rows[i].count; k++)
            *to++ = rows[i].facts[k];
    return all;
}

/* How many facts of a row stand in the other in the same order. */
static int shared(const struct body *a, const struct body *b)
{
    int count = 0;
    for (int i = 0, j = 0; i < a->count && j < b->count; i++)
        for (int k = j; k < b->count; k++)
            if (strcmp(a->facts[i].text, b->facts[k].text) == 0) {
                count++;
                j = k + 1;
                break;
            }
    return count;
}

/* Compares the rows that have most figures alike, and drops them. */
static bool compare_alike(const struct pair *pair, struct body *a, int *a_count, struct body *b,
                          int *b_count)
{
    enum { AHEAD = 6 };
    bool differs = false;
    int left = 0, first = 0; /* of those of b that are left */
    for (int i = 0; i < *a_count; i++) {
        int at = -1;
        for (int j = first; at < 0 && j < *b_count && j < first + AHEAD; j++)
            if (a[i].count == b[j].count && 2 * shared(&a[i], &b[j]) > a[i].count)
                at = j;
        if (at < 0) {
            a[left++] = a[i];
            continue;
        }
        differs |= pair_compare_facts(pair, a[i].passage, b[at].passage, a[i].facts, a[i].count,
                                      b[at].facts, b[at].count);
        memmove(&b[first + 1], &b[first], sizeof *b * (size_t)(at - first));
        first++;
    }
    *a_count = left;
    *b_count -= first;
    memmove(b, b + first, sizeof *b * (size_t)*b_count);
    return differs;
}

bool pair_compare_rows(const struct pair *pair, const struct unit *unit, const struct unit *beside)
{
    struct arena *arena = pair->other.copy->arena;
    struct body *a = ARENA_ARRAY(arena, struct body, unit->fact_count + 1);
    struct body *b = ARENA_ARRAY(arena, struct body, beside->fact_count + 1);
    int a_count = rows_of(pair->other.copy, unit, a);
    int b_count = rows_of(pair->reference.copy, beside, b);
    strike(a, &a_count, b, &b_count);
    bool differs = compare_alike(pair, a, &a_count, b, &b_count);
    if (unit->rows != beside->rows) /* told as that */
        return true;
    struct fact *here = gather(arena, a, a_count, &a_count);
    struct fact *there = gather(arena, b, b_count, &b_count);
    return pair_compare_facts(pair, unit->first, beside->first, here, a_count, there, b_count) ||
           differs;
}

/* --- links ---------------------------------------------------------------------------- */

/* Cuts off what an address has or not: the letters of parts ("A/RES/70/248B", "A/RES/55/5B-F",
 * but not "(V)"), a corrigendum, "(SUPP)". */
static void cut_tail(GString *form)
{
    char *corrigendum = strstr(form->str, "/CORR");
    if (corrigendum)
        g_string_truncate(form, (gsize)(corrigendum - form->str));
    if (g_str_has_suffix(form->str, "(SUPP)"))
        g_string_truncate(form, form->len - strlen("(SUPP)"));
    gsize end = form->len;
    while (end && (g_ascii_isalpha(form->str[end - 1]) || form->str[end - 1] == '-'))
        end--;
    if (end && g_ascii_isdigit(form->str[end - 1]))
        g_string_truncate(form, end);
}

/* Where a link leads, without the language and in one form: "https://undocs.org/en/A/RES/70/1" is
 * "A/RES/70/1"; "A/RES/377 A (V)" is "A/RES/377(V)". */
static const char *target_of(struct arena *arena, const struct node *link)
{
    const char *target = strstr(link->as.link.target, "undocs.org/");
    if (!target)
        return NULL;
    target += strlen("undocs.org/");
    target += strlen(target) > 3 && target[2] == '/' ? 3 : 0;
    GString *form = g_string_new(NULL);
    for (const char *p = target; *p; p++) {
        bool space = *p == ' ' || *p == '+' || g_str_has_prefix(p, "%20");
        if (*p == '(' && form->len > 1 && g_ascii_isalpha(form->str[form->len - 1]) &&
            g_ascii_isdigit(form->str[form->len - 2]))
            g_string_truncate(form, form->len - 1);
        if (!space)
            g_string_append_c(form, g_ascii_toupper(*p));
        p += *p == '%' && space ? strlen("%20") - 1 : 0;
    }
    cut_tail(form);
    const char *kept = arena_strndup(arena, form->str, form->len);
    g_string_free(form, TRUE);
    return kept;
}

struct aim {
    const struct node *link;
    const char *target;
};

static GArray *aims_of(struct arena *arena, const struct node *root)
{
    GArray *aims = g_array_new(FALSE, FALSE, sizeof(struct aim));
    for (const struct node *n = root; n; n = doc_next(n, root)) {
        struct aim aim = {n, n->kind == NODE_LINK ? target_of(arena, n) : NULL};
        if (aim.target)
            g_array_append_val(aims, aim);
    }
    return aims;
}

/* Not all editions are linked, and not as often. */
void pair_compare_targets(const struct pair *pair, const struct unit *unit,
                          const struct unit *beside)
{
    struct arena *arena = pair->other.copy->arena;
    GArray *here = aims_of(arena, unit->node), *there = aims_of(arena, beside->node);
    GHashTable *known = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < there->len; i++)
        g_hash_table_add(known, (void *)(uintptr_t)g_array_index(there, struct aim, i).target);
    for (guint i = 0; here->len == there->len && i < here->len; i++) {
        const struct aim *aim = &g_array_index(here, struct aim, i);
        if (g_hash_table_contains(known, aim->target))
            continue;
        find_node(pair->other.copy, aim->link, DIAG_CONCORD_TARGETS,
                  "this link leads to %s, no link of the %s text does", aim->target,
                  pair_language(pair));
        pair_hint(pair, beside->first, 0);
    }
    g_hash_table_destroy(known);
    g_array_free(here, TRUE);
    g_array_free(there, TRUE);
}
