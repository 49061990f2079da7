/* beside: two texts laid side by side, as cheaply as can be. */
#include "check/beside.h"

#include <stdlib.h>
#include <string.h>

/* --- units ---------------------------------------------------------------------------- */

static bool is_bold(const struct passage *passage)
{
    for (int i = 0; i < passage->stretch_count; i++)
        if (!(passage->stretches[i].look & (LOOK_BOLD | LOOK_ITALIC)))
            return false;
    return true;
}

static bool is_unit(const struct passage *passage)
{
    enum node_kind kind = passage->block->kind;
    return passage->cell || !(kind == NODE_FIELD || kind == NODE_SEPARATOR);
}

/* Headings are marked in one edition and typed as bold paragraphs in another. */
static bool is_heading(const struct passage *passage)
{
    enum node_kind kind = passage->block->kind;
    return !passage->cell && (kind == NODE_HEADING || (kind == NODE_PARAGRAPH && is_bold(passage)));
}

static const struct node *table_of(const struct passage *passage)
{
    const struct node *node = passage->cell;
    while (node && node->kind != NODE_TABLE)
        node = node->parent;
    return node;
}

/* Editions have empty rows, and rows of one cell, as they like. */
struct rows {
    const struct node *row, *cell;
    int filled, count;
};

static void count_row(struct rows *rows, const struct passage *passage)
{
    const struct node *row = passage->cell->parent;
    if (passage->cell == rows->cell || !passage->text[strspn(passage->text, " ")])
        return;
    rows->filled = row == rows->row ? rows->filled + 1 : 1;
    rows->count += rows->filled == 2;
    rows->row = row;
    rows->cell = passage->cell;
}

/* The passages from `at` on that make one unit; its end. */
static int take_unit(const struct copy *copy, int at, struct unit *unit, GArray *facts)
{
    const struct passage *first = &copy->passages[at];
    const struct node *table = table_of(first);
    *unit = (struct unit){.node = table ? table : first->block,
                          .first = first,
                          .level = first->level,
                          .heading = is_heading(first)};
    struct rows rows = {0};
    g_array_set_size(facts, 0);
    int end = at;
    for (; end < copy->passage_count; end++) {
        const struct passage *p = &copy->passages[end];
        bool own = table ? table_of(p) == table : end == at;
        if (!own && !p->note)
            break;
        if (p->note)
            continue;
        facts_take(copy, p, facts);
        unit->note_count += p->call_count;
        if (table)
            count_row(&rows, p);
    }
    unit->rows = rows.count;
    for (guint i = 0; i < facts->len; i++)
        unit->hard_count += !g_array_index(facts, struct fact, i).soft;
    unit->passage_count = end - at;
    unit->fact_count = (int)facts->len;
    unit->facts = arena_copy(copy->arena, facts->data, sizeof(struct fact) * facts->len);
    return end;
}

struct unit *beside_units(const struct copy *copy, int *count)
{
    struct unit *units = ARENA_ARRAY(copy->arena, struct unit, copy->passage_count + 1);
    GArray *facts = g_array_new(FALSE, FALSE, sizeof(struct fact));
    *count = 0;
    for (int at = 0; at < copy->passage_count;)
        if (is_unit(&copy->passages[at]))
            at = take_unit(copy, at, &units[(*count)++], facts);
        else
            at++;
    g_array_free(facts, TRUE);
    int64_t whole = 1;
    for (int i = 0; i < *count; i++)
        whole += units[i].first->size;
    for (int i = 0; i < *count; i++)
        units[i].whole = whole;
    return units;
}

/* --- costs ---------------------------------------------------------------------------- */

enum { COST_GAP = 6, COST_HEADING_GAP = 3, COST_KIND = 4, COST_LABEL = 3, COST_FACTS = 6 };

static bool are_alike(enum node_kind a, enum node_kind b)
{
    return a == b || (a != NODE_TABLE && b != NODE_TABLE && a != NODE_OPENING && b != NODE_OPENING);
}

/* How much of the facts of two units differs, 0 to COST_FACTS. */
static int facts_cost(const struct unit *a, const struct unit *b)
{
    enum { AHEAD = 4 };
    int common = 0, total = a->hard_count + b->hard_count;
    if (!total)
        return 0;
    for (int i = 0, j = 0; i < a->fact_count && j < b->fact_count; i++)
        for (int k = j; k < b->fact_count && k < j + AHEAD && !a->facts[i].soft; k++)
            if (!b->facts[k].soft && strcmp(a->facts[i].text, b->facts[k].text) == 0) {
                common += 2;
                j = k + 1;
                break;
            }
    int cost = COST_FACTS * (total - common) / total;
    return total <= 2 ? cost / 2 : cost;
}

/* How far two sizes are from the proportion that the languages have, in steps. */
static int size_cost(const struct unit *a, const struct unit *b)
{
    static const int steps[] = {130, 170, 230, 320}; /* per cent */
    int64_t left = (int64_t)(a->first->size + 8) * b->whole;
    int64_t right = (int64_t)(b->first->size + 8) * a->whole;
    int64_t least = MIN(left, right), most = MAX(left, right);
    int cost = 0;
    while (cost < (int)G_N_ELEMENTS(steps) && most / 100 > least / 10000 * steps[cost])
        cost++;
    return cost;
}

static int cost_of(const struct unit *a, const struct unit *b)
{
    enum node_kind left = a->node->kind, right = b->node->kind;
    if (a->heading != b->heading && left != NODE_PARAGRAPH && right != NODE_PARAGRAPH)
        return 2 * COST_GAP + 1;
    if (!are_alike(left, right))
        return 2 * COST_GAP + 1; /* never side by side */
    int cost = a->heading != b->heading ? 1 : a->heading || left == right ? 0 : COST_KIND;
    if (left == NODE_ITEM && right == NODE_ITEM)
        cost += a->level == b->level ? 0 : COST_LABEL;
    const char *one = a->node->label, *two = b->node->label;
    if (left == NODE_OPERATIVE && right == NODE_OPERATIVE)
        cost += (one ? atoi(one) : 0) == (two ? atoi(two) : 0) ? 0 : COST_LABEL;
    if (left == NODE_TABLE)
        cost += a->rows == b->rows ? 0 : COST_LABEL;
    if ((a->first->part != NULL) != (b->first->part != NULL))
        cost += COST_KIND;
    cost += a->note_count == b->note_count ? 0 : 2;
    cost += left == NODE_TABLE ? 0 : size_cost(a, b);
    return cost + facts_cost(a, b);
}

/* --- the cheapest way ------------------------------------------------------------------ */

enum step { STEP_BOTH, STEP_LEFT, STEP_RIGHT };

struct way {
    int width; /* of a row of the table: 2 × band + 1 */
    int band;
    int left, right; /* how many there are */
    uint8_t *steps;
};

static int middle(const struct way *way, int i)
{
    return way->left ? (int)((int64_t)i * way->right / way->left) : 0;
}

static void follow(const struct way *way, int i, int j, int *other)
{
    while (i > 0 || j > 0) {
        enum step step =
            way->steps[(size_t)i * (size_t)way->width + (size_t)(j - middle(way, i) + way->band)];
        if (step == STEP_BOTH)
            other[--i] = --j;
        else if (step == STEP_LEFT)
            other[--i] = -1;
        else
            j--;
    }
}

enum { NEVER = 1 << 28 };

static int gap_of(const struct unit *unit)
{
    return unit->heading ? COST_HEADING_GAP : COST_GAP;
}

/* One row of the table, from the one before. */
static void fill_row(const struct way *way, const struct unit *left, const struct unit *right,
                     int i, const int *before, int *now)
{
    int shift = i ? middle(way, i) - middle(way, i - 1) : 0;
    for (int k = 0; k < way->width; k++) {
        int j = middle(way, i) - way->band + k, up = k + shift;
        now[k] = NEVER;
        if (j < 0 || j > way->right)
            continue;
        int best = i == 0 && j == 0 ? 0 : NEVER;
        enum step step = STEP_BOTH;
        if (i && j && up >= 1 && up - 1 < way->width && before[up - 1] < NEVER)
            best = before[up - 1] + cost_of(&left[i - 1], &right[j - 1]);
        if (i && up < way->width && before[up] + gap_of(&left[i - 1]) < best) {
            best = before[up] + gap_of(&left[i - 1]);
            step = STEP_LEFT;
        }
        if (j && k && now[k - 1] + gap_of(&right[j - 1]) < best) {
            best = now[k - 1] + gap_of(&right[j - 1]);
            step = STEP_RIGHT;
        }
        now[k] = MIN(best, NEVER);
        way->steps[(size_t)i * (size_t)way->width + (size_t)k] = (uint8_t)step;
    }
}

void beside_lay(const struct unit *left, int left_count, const struct unit *right, int right_count,
                int *other)
{
    enum { LEAST_BAND = 80 };
    struct way way = {.band = LEAST_BAND + abs(left_count - right_count),
                      .left = left_count,
                      .right = right_count};
    way.width = 2 * way.band + 1;
    way.steps = g_malloc0((size_t)(left_count + 1) * (size_t)way.width);
    int *before = g_new(int, way.width), *now = g_new(int, way.width);
    for (int i = 0; i <= left_count; i++) {
        fill_row(&way, left, right, i, before, now);
        int *swap = before;
        before = now;
        now = swap;
    }
    follow(&way, left_count, right_count, other);
    g_free(before);
    g_free(now);
    g_free(way.steps);
}

/* --- swapped -------------------------------------------------------------------------- */

static int by_text(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static bool is_prose(const struct unit *unit)
{
    return unit->node->kind != NODE_TABLE && unit->node->kind != NODE_OPENING && !unit->heading;
}

/* What a paragraph can be known by: not by numbers in words and single digits. */
static bool is_mark(const struct fact *fact)
{
    return !fact->soft && fact->kind != FACT_SMALL && fact->kind != FACT_MONTH;
}

/* Writes the marks of a unit, sorted; how many there are, at most `most`. */
static int marks_of(const struct unit *unit, const char **marks, int most)
{
    int count = 0;
    for (int i = 0; i < unit->fact_count && count < most; i++)
        if (is_mark(&unit->facts[i]))
            marks[count++] = unit->facts[i].text;
    qsort(marks, (size_t)count, sizeof *marks, by_text);
    return count;
}

static bool have_same_marks(const struct unit *a, const struct unit *b)
{
    enum { MOST = 64 };
    const char *left[MOST], *right[MOST];
    int count = marks_of(a, left, MOST);
    if (marks_of(b, right, MOST) != count)
        return false;
    for (int i = 0; i < count; i++)
        if (strcmp(left[i], right[i]) != 0)
            return false;
    return true;
}

static bool share_marks(const struct unit *a, const struct unit *b)
{
    enum { MOST = 64 };
    const char *left[MOST], *right[MOST];
    int i = 0, j = 0, left_count = marks_of(a, left, MOST), right_count = marks_of(b, right, MOST);
    while (i < left_count && j < right_count) {
        int order = strcmp(left[i], right[j]);
        if (order == 0)
            return true;
        i += order < 0;
        j += order > 0;
    }
    return false;
}

static bool may_be_beside(const struct unit *a, const struct unit *b)
{
    return share_marks(a, b) || have_same_marks(a, b);
}

/* Sizes of two paragraphs in another language keep their proportion; these have it the other way
 * round, by far. */
static bool sizes_are_swapped(const struct unit *left, const struct unit *right)
{
    enum { LEAST = 60, FAR = 3 };
    int64_t a = left[0].first->size, b = left[1].first->size;
    int64_t c = right[0].first->size, d = right[1].first->size;
    if (MAX(a, b) < LEAST || MAX(c, d) < LEAST)
        return false;
    return (a > FAR * b && d > FAR * c) || (b > FAR * a && c > FAR * d);
}

bool beside_are_swapped(const struct unit *left, const struct unit *right)
{
    for (int i = 0; i < 2; i++)
        if (!is_prose(&left[i]) || !is_prose(&right[i]) || left[i].level != left[0].level ||
            right[i].level != left[0].level)
            return false;
    if (!may_be_beside(&left[0], &right[1]) || !may_be_beside(&left[1], &right[0]))
        return false;
    bool notes =
        left[0].note_count == right[1].note_count && left[1].note_count == right[0].note_count;
    if (!have_same_marks(&left[0], &right[0]))
        return notes && !share_marks(&left[0], &right[0]) && !share_marks(&left[1], &right[1]);
    return notes && (left[0].note_count != right[0].note_count || sizes_are_swapped(left, right));
}
