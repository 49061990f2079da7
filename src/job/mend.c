/* mend: findings in, a mended source out. */
#include "job/mend.h"

#include <glib.h>
#include <string.h>

enum { MOST_ROUNDS = 8 };

/* What a text is when it is read: by this a mending is judged. */
struct reading {
    const struct node *doc; /* NULL: it cannot be read */
    struct diag *diag;
    int count[DIAG_COUNT]; /* of messages, by slug */
    GHashTable *said;      /* how often each text was said */
    int broken;            /* errors that are no rule's */
};

/* One round: a source, what was found in it, what of it is mended. */
struct round {
    struct arena *arena;
    const struct check_job *job;
    const struct source *source;
    struct reading reading;
    GPtrArray *accepted; /* of const struct diag_message */
    int refused;
};

static void free_said(void *said)
{
    g_hash_table_unref(said);
}

static int times_said(const struct reading *reading, const struct diag_message *message)
{
    return GPOINTER_TO_INT(g_hash_table_lookup(reading->said, message->text));
}

static struct reading read_again(const struct round *round, const struct source *source)
{
    struct check_job job = *round->job;
    struct reading reading = {.diag = diag_new(round->arena)};
    job.source = source;
    job.pages = false;
    reading.doc = job_check(round->arena, NULL, &job, reading.diag);
    int count;
    const struct diag_message *const *messages = diag_messages(reading.diag, &count);
    reading.said = g_hash_table_new(g_str_hash, g_str_equal);
    arena_defer(round->arena, free_said, reading.said);
    for (int i = 0; i < count; i++) {
        int times = times_said(&reading, messages[i]) + 1;
        g_hash_table_insert(reading.said, (void *)(uintptr_t)messages[i]->text,
                            GINT_TO_POINTER(times));
        reading.count[messages[i]->slug]++;
        reading.broken += !diag_may_set(messages[i]->slug);
    }
    return reading;
}

/* --- edits ----------------------------------------------------------------------------- */

static bool overlap(const struct diag_edit *a, const struct diag_edit *b)
{
    return a->from <= b->to && b->from <= a->to;
}

static bool messages_overlap(const struct diag_message *a, const struct diag_message *b)
{
    for (int i = 0; i < a->edit_count; i++)
        for (int k = 0; k < b->edit_count; k++)
            if (overlap(&a->mend[i], &b->mend[k]))
                return true;
    return false;
}

/* Findings that can be mended, but none whose edits touch those of an earlier one. */
static GPtrArray *choose(const struct round *round)
{
    GPtrArray *chosen = g_ptr_array_new();
    int count;
    const struct diag_message *const *messages = diag_messages(round->reading.diag, &count);
    for (int i = 0; i < count; i++) {
        bool free = messages[i]->edit_count && messages[i]->source == round->source;
        for (guint k = chosen->len; free && k-- > 0;)
            free = !messages_overlap(chosen->pdata[k], messages[i]);
        if (free)
            g_ptr_array_add(chosen, (void *)(uintptr_t)messages[i]);
    }
    return chosen;
}

static int by_place(const void *left, const void *right)
{
    const struct diag_edit *a = *(const struct diag_edit *const *)left;
    const struct diag_edit *b = *(const struct diag_edit *const *)right;
    return a->from < b->from ? -1 : a->from > b->from;
}

/* The source with all edits of these messages made. */
static const struct source *apply(const struct round *round, const GPtrArray *messages)
{
    GPtrArray *edits = g_ptr_array_new();
    for (guint i = 0; i < messages->len; i++) {
        const struct diag_message *message = messages->pdata[i];
        for (int k = 0; k < message->edit_count; k++)
            g_ptr_array_add(edits, (void *)(uintptr_t)&message->mend[k]);
    }
    g_ptr_array_sort(edits, by_place);
    const struct source *source = round->source;
    GString *out = g_string_new(source->mark ? "\xEF\xBB\xBF" : "");
    uint32_t at = 0;
    for (guint i = 0; i < edits->len; i++) {
        const struct diag_edit *edit = edits->pdata[i];
        g_string_append_len(out, source->text + at, edit->from - at);
        g_string_append(out, edit->bytes);
        at = edit->to;
    }
    g_string_append_len(out, source->text + at, (gssize)(source->size - at));
    const char *text = arena_strndup(round->arena, out->str, out->len);
    struct source *after = source_over(round->arena, source->name, text, out->len);
    g_string_free(out, TRUE);
    g_ptr_array_free(edits, TRUE);
    return after;
}

/* --- judging --------------------------------------------------------------------------- */

static const struct node *next_block(const struct node *node, const struct node *doc)
{
    do
        node = doc_next(node, doc);
    while (node && !doc_is_block(node->kind));
    return node;
}

static int edits_of(const GPtrArray *messages)
{
    int count = 0;
    for (guint i = 0; i < messages->len; i++)
        count += ((const struct diag_message *)messages->pdata[i])->edit_count;
    return count;
}

/* A clause without its mark may have been read as a heading, and one that a colon ends as what
 * opens the numbered clauses: with its mark it is a clause. */
static bool is_same_block(const struct node *before, const struct node *after)
{
    return before->kind == after->kind ||
           (before->kind == NODE_HEADING && after->kind != NODE_FIELD) ||
           (before->kind == NODE_PARAGRAPH && after->kind == NODE_PREAMBULAR);
}

/* How many blocks have other words than before; INT_MAX when they are not the same blocks. Fields
 * may follow from others: only that they are there counts. */
static int blocks_changed(struct arena *arena, const struct node *before, const struct node *after)
{
    int changed = 0;
    const struct node *a = next_block(before, before), *b = next_block(after, after);
    for (; a && b && is_same_block(a, b); a = next_block(a, before), b = next_block(b, after))
        if (a->kind != NODE_FIELD)
            changed += strcmp(doc_plain_text(arena, a), doc_plain_text(arena, b)) != 0 ||
                       g_strcmp0(a->label, b->label) != 0;
    return a || b ? G_MAXINT : changed;
}

static bool is_sound(const struct round *round, const GPtrArray *messages)
{
    struct reading after = read_again(round, apply(round, messages));
    if (!after.doc || after.broken > round->reading.broken)
        return false;
    for (guint i = 0; i < messages->len; i++) {
        const struct diag_message *message = messages->pdata[i];
        bool gone = times_said(&after, message) < times_said(&round->reading, message);
        if (!gone || after.count[message->slug] > round->reading.count[message->slug])
            return false; /* a place may have another fault of the kind, which shows only now */
    }
    return blocks_changed(round->arena, round->reading.doc, after.doc) <= edits_of(messages);
}

/* Accepts all of count messages that may be mended together with those accepted before: halves
 * them where the whole is not sound. */
static void accept(struct round *round, void **messages, guint count)
{
    guint before = round->accepted->len;
    for (guint i = 0; i < count; i++)
        g_ptr_array_add(round->accepted, messages[i]);
    if (!count || is_sound(round, round->accepted))
        return;
    g_ptr_array_set_size(round->accepted, (gint)before);
    if (count == 1) {
        round->refused++;
        return;
    }
    accept(round, messages, count / 2);
    accept(round, messages + count / 2, count - count / 2);
}

/* --- rounds ---------------------------------------------------------------------------- */

/* Mends once; how many findings were mended. */
static int run_round(struct round *round, struct mended *mended)
{
    GPtrArray *chosen = choose(round);
    round->accepted = g_ptr_array_new();
    round->refused = 0;
    accept(round, chosen->pdata, chosen->len);
    int count = (int)round->accepted->len;
    if (count)
        mended->after = apply(round, round->accepted);
    mended->count += count;
    mended->left = round->refused;
    g_ptr_array_free(round->accepted, TRUE);
    g_ptr_array_free(chosen, TRUE);
    return count;
}

bool job_mend(struct arena *arena, const struct check_job *job, struct mended *mended,
              struct diag *diag)
{
    const struct source *source = job->source ? job->source : source_read(arena, job->input, diag);
    *mended = (struct mended){source, source, 0, 0};
    if (!source)
        return false;
    struct round round = {.arena = arena, .job = job};
    for (int i = 0; i < MOST_ROUNDS; i++) {
        round.source = mended->after;
        round.reading = read_again(&round, round.source);
        if (!round.reading.doc || !run_round(&round, mended))
            break;
    }
    return true;
}
