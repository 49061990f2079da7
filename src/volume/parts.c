/* parts: which document stands in which part, and in which volume. In: documents. Out: parts
 * in the order of the book. */
#include <string.h>

#include "volume/plan.h"

/* --- parts --------------------------------------------------------------------------- */

/* How often a part of that sort may stand in a book: for each committee, or once. */
static const char *part_title(const struct volume_plan *plan, const struct style *style,
                              enum volume_kind kind, int committee)
{
    const char *key = "volume-other";
    switch (kind) {
    case VOLUME_RESOLUTIONS:
        if (committee == COMMITTEE_PLENARY)
            key = "volume-plenary";
        else if (committee > COMMITTEE_PLENARY)
            key = arena_printf(plan->arena, "volume-committees.%d", committee);
        break;
    case VOLUME_DECISIONS:
        key = "volume-decisions";
        break;
    case VOLUME_ANNEXES:
        key = "volume-annexes";
        break;
    }
    const char *title = style_word(style, key);
    return title ? title : "";
}

static struct volume_part *part_new(const struct volume_plan *plan, enum volume_kind kind,
                                    int committee)
{
    struct volume_part *part = ARENA_NEW(plan->arena, struct volume_part);
    part->kind = kind;
    part->committee = committee;
    part->pieces = volume_array(plan->arena);
    return part;
}

static bool belongs(const struct volume_piece *piece, const struct volume_part *part)
{
    if (part->kind == VOLUME_ANNEXES || piece->decision != (part->kind == VOLUME_DECISIONS))
        return false;
    return piece->decision || piece->committee == part->committee;
}

/* Moves the loose pieces that belong there into a part. */
static void fill_part(struct volume_plan *plan, struct volume_part *part)
{
    guint left = 0;
    for (guint i = 0; i < plan->pieces->len; i++) {
        struct volume_piece *piece = plan->pieces->pdata[i];
        if (belongs(piece, part))
            g_ptr_array_add(part->pieces, piece);
        else
            plan->pieces->pdata[left++] = piece;
    }
    g_ptr_array_set_size(plan->pieces, (int)left);
}

/* Where a part that no manifest asked for stands: before decisions and annexes of one. */
static void insert_part(struct volume_plan *plan, struct volume_part *part)
{
    guint at = 0;
    while (at < plan->parts->len) {
        const struct volume_part *other = plan->parts->pdata[at];
        if (other->kind > part->kind)
            break;
        at++;
    }
    g_ptr_array_insert(plan->parts, (int)at, part);
}

static void add_part(struct volume_plan *plan, enum volume_kind kind, int committee)
{
    struct volume_part *part = part_new(plan, kind, committee);
    fill_part(plan, part);
    if (part->pieces->len)
        insert_part(plan, part);
}

static void drop_empty(struct volume_plan *plan)
{
    for (guint i = plan->parts->len; i-- > 0;) {
        struct volume_part *part = plan->parts->pdata[i];
        if (!part->pieces->len)
            g_ptr_array_remove_index(plan->parts, i);
    }
}

void volume_parts_group(struct volume_plan *plan, const struct style *style)
{
    g_ptr_array_sort(plan->pieces, volume_piece_compare);
    for (guint i = 0; i < plan->parts->len; i++) { /* those that the manifest asks for */
        struct volume_part *part = plan->parts->pdata[i];
        if (!part->pieces->len)
            fill_part(plan, part);
    }
    for (int committee = COMMITTEE_PLENARY; committee < COMMITTEE_COUNT; committee++)
        add_part(plan, VOLUME_RESOLUTIONS, committee);
    add_part(plan, VOLUME_RESOLUTIONS, COMMITTEE_NONE);
    add_part(plan, VOLUME_DECISIONS, COMMITTEE_NONE);
    drop_empty(plan);
    for (guint i = 0; i < plan->parts->len; i++) {
        struct volume_part *part = plan->parts->pdata[i];
        part->target = arena_printf(plan->arena, "#part-%u", i + 1);
        if (!part->title)
            part->title = part_title(plan, style, part->kind, part->committee);
    }
}

/* --- volumes ------------------------------------------------------------------------- */

static struct volume_plan *plan_copy(const struct volume_plan *plan, const struct style *style,
                                     int number)
{
    struct volume_plan *copy = arena_copy(plan->arena, plan, sizeof *plan);
    copy->number = style_word(style, arena_printf(plan->arena, "volume-numbers.%d", number));
    copy->parts = volume_array(plan->arena);
    return copy;
}

/* The pieces from…to - 1 of a part, as a part of another volume. */
static void take_pieces(struct volume_plan *plan, const struct volume_part *part, guint from,
                        guint to)
{
    if (from == to)
        return;
    struct volume_part *taken = arena_copy(plan->arena, part, sizeof *part);
    taken->pieces = volume_array(plan->arena);
    for (guint i = from; i < to; i++)
        g_ptr_array_add(taken->pieces, part->pieces->pdata[i]);
    g_ptr_array_add(plan->parts, taken);
}

static bool is_named(const struct volume_piece *piece, const char *name)
{
    return strcmp(piece->symbol, name) == 0 || strcmp(piece->number, name) == 0;
}

/* Where the second volume begins; false when no document has that name. */
static bool find_split(const struct volume_plan *plan, guint *part, guint *piece)
{
    for (*part = 0; *part < plan->parts->len; ++*part) {
        const struct volume_part *p = plan->parts->pdata[*part];
        for (*piece = 0; *piece < p->pieces->len; ++*piece)
            if (is_named(p->pieces->pdata[*piece], plan->split_after)) {
                ++*piece;
                return true;
            }
    }
    diag_file(plan->diag, plan->source, plan->split_at, DIAG_VOLUME,
              "no document of the volume is `%s`, the symbol or number of the last one of the "
              "first volume was wanted",
              plan->split_after);
    return false;
}

GPtrArray *volume_parts_split(struct volume_plan *plan, const struct style *style)
{
    GPtrArray *plans = volume_array(plan->arena);
    guint at_part, at_piece;
    if (!plan->split_after) {
        g_ptr_array_add(plans, plan);
        return plans;
    }
    if (!find_split(plan, &at_part, &at_piece))
        return NULL;
    struct volume_plan *first = plan_copy(plan, style, 1), *second = plan_copy(plan, style, 2);
    for (guint i = 0; i < plan->parts->len; i++) {
        const struct volume_part *part = plan->parts->pdata[i];
        guint count = part->pieces->len;
        guint cut = i < at_part ? count : i > at_part ? 0 : at_piece;
        take_pieces(first, part, 0, cut);
        take_pieces(second, part, cut, count);
    }
    g_ptr_array_add(plans, first);
    if (second->parts->len)
        g_ptr_array_add(plans, second);
    return plans;
}
