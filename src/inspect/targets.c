/* targets: destinations, explicit and named, found by their pages. */
#include "inspect/targets.h"

#include "inspect/numbers.h"

struct targets {
    const struct inspection *in;
    GHashTable *sheets; /* id of a page → number */
    GHashTable *names;  /* of the name tree */
    const struct object *dests;
};

static void free_table(void *table)
{
    g_hash_table_unref(table);
}

struct targets *targets_new(const struct inspection *in)
{
    struct targets *targets = ARENA_NEW(in->arena, struct targets);
    const struct object *catalog = file_catalog(in->file);
    const struct object *names = file_get(in->file, catalog, "Names");
    targets->in = in;
    targets->dests = file_get(in->file, catalog, "Dests");
    targets->names = names_read(in->file, file_get(in->file, names, "Dests"));
    targets->sheets = g_hash_table_new(NULL, NULL);
    arena_defer(in->arena, free_table, targets->names);
    arena_defer(in->arena, free_table, targets->sheets);
    for (guint i = 0; i < in->sheets->len; i++)
        g_hash_table_insert(targets->sheets, GINT_TO_POINTER(inspect_sheet(in, i)->page->id),
                            GINT_TO_POINTER(inspect_sheet(in, i)->number));
    return targets;
}

/* What a name stands for: an array, or a dictionary with one (12.3.2.3). */
static const struct object *resolve(struct targets *targets, const struct object *place)
{
    struct file *file = targets->in->file;
    const char *name = object_bytes(place);
    if (name && place->kind == OBJECT_NAME)
        place = file_get(file, targets->dests, name);
    else if (name)
        place = file_follow(file, g_hash_table_lookup(targets->names, name));
    return place->kind == OBJECT_DICTIONARY ? file_get(file, place, "D") : place;
}

/* [page /XYZ left top zoom], [page /FitH top], [page /FitBH top], [page /FitR l b r top] */
static void take_height(struct targets *targets, const struct object *array, struct target *target)
{
    struct file *file = targets->in->file;
    const struct object *way = file_item(file, array, 1);
    int at = object_is(way, "XYZ")                               ? 3
             : object_is(way, "FitH") || object_is(way, "FitBH") ? 2
             : object_is(way, "FitR")                            ? 5
                                                                 : 0;
    const struct object *top = file_item(file, array, at);
    target->at_y = at && top->kind == OBJECT_NUMBER;
    target->y = inspect_sheet(targets->in, (guint)target->sheet - 1)->cut.top - top->number;
}

static struct target target_of(struct targets *targets, const struct object *place)
{
    struct target target = {.kind = TARGET_LOST};
    const struct object *array = resolve(targets, place);
    if (array->kind != OBJECT_ARRAY || !array->count)
        return target;
    const struct object *page = file_item(targets->in->file, array, 0);
    target.sheet =
        page->id ? GPOINTER_TO_INT(g_hash_table_lookup(targets->sheets, GINT_TO_POINTER(page->id)))
                 : 0;
    if (!target.sheet)
        return target;
    target.kind = TARGET_PAGE;
    take_height(targets, array, &target);
    return target;
}

struct target targets_of(struct targets *targets, const struct object *holder)
{
    struct file *file = targets->in->file;
    const struct object *place = file_get(file, holder, "Dest");
    const struct object *action = file_get(file, holder, "A");
    if (place->kind != OBJECT_NULL)
        return target_of(targets, place);
    if (object_is(file_get(file, action, "S"), "GoTo"))
        return target_of(targets, file_get(file, action, "D"));
    return (struct target){.kind = TARGET_NONE};
}
