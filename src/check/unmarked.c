/* unmarked: completes what the reader said of lead phrases. In: its messages. Out: the same, with
 * range and mending. */
#include "check/unmarked.h"

/* Passages with a lead phrase, by the place where it begins. */
static GHashTable *leads_by_place(const struct copy *copy)
{
    GHashTable *leads = g_hash_table_new(g_direct_hash, g_direct_equal);
    for (int i = 0; i < copy->passage_count; i++) {
        const struct passage *passage = &copy->passages[i];
        for (int k = 0; k < passage->stretch_count; k++)
            if (passage->stretches[k].at == passage->lead_from)
                g_hash_table_insert(leads, GUINT_TO_POINTER(passage->stretches[k].text->at),
                                    (void *)(uintptr_t)passage);
    }
    return leads;
}

static void complete(const struct copy *copy, const struct passage *passage,
                     const struct diag_message *message)
{
    uint32_t at, end;
    diag_resume(copy->diag, message);
    if (!locate(copy, passage, passage->lead_from, passage->lead_to, &at, &end))
        return;
    diag_range(copy->diag, end);
    mend_look(copy, passage, passage->lead_from, passage->lead_to,
              copy->style->lead_look | LOOK_LEAD);
}

void unmarked_complete(const struct copy *copy)
{
    int count;
    const struct diag_message *const *messages = diag_messages(copy->diag, &count);
    GHashTable *leads = NULL;
    for (int i = 0; i < count; i++) {
        if (messages[i]->slug != DIAG_LEAD_UNMARKED || messages[i]->source != copy->source)
            continue;
        leads = leads ? leads : leads_by_place(copy);
        const struct passage *passage =
            g_hash_table_lookup(leads, GUINT_TO_POINTER(messages[i]->at));
        if (passage)
            complete(copy, passage, messages[i]);
    }
    if (leads)
        g_hash_table_unref(leads);
}
