/* notes: the notes of a block → paragraphs in the form of notes, each set once. In: a block. Out:
 * what make-up puts at the foot of the page of each call. */
#include "set/notes.h"

#include <glib.h>

#include "set/para.h"

const struct node *notes_next_block(const struct node *node, const struct node *root)
{
    const struct node *next =
        doc_is_block(node->kind) ? doc_skip(node, root) : doc_next(node, root);
    while (next && !doc_is_block(next->kind))
        next = doc_next(next, root);
    return next;
}

static const struct note *set_note(const struct compositor *compositor, const struct node *node,
                                   bool *found_all)
{
    struct arena *arena = compositor->arena;
    const struct style *style = compositor->style;
    const struct form *form = &style->forms[FORM_NOTE];
    length measure = style->page.text_end - style->page.text_start;
    struct note *note = ARENA_NEW(arena, struct note);
    note->node = node;
    int count = 0;
    for (const struct node *n = notes_next_block(node, node); n; n = notes_next_block(n, node))
        count++;
    struct para *paras = ARENA_ARRAY(arena, struct para, count + 1);
    for (const struct node *n = notes_next_block(node, node); n; n = notes_next_block(n, node)) {
        struct para *para = &paras[note->para_count];
        const struct node *labelled = note->para_count == 0 ? node : n;
        struct text *text = text_of_block(compositor, n, form, labelled->label, labelled);
        *para = para_new(n, form);
        *found_all = para_set(compositor, text, para, measure, NULL) && *found_all;
        note->line_count += para->setting[1].line_count;
        note->para_count++;
    }
    note->paras = paras;
    return note;
}

const struct note *const *notes_set(const struct compositor *compositor, const struct node *block,
                                    bool *found_all)
{
    GPtrArray *notes = g_ptr_array_new();
    for (const struct node *n = block; n;) {
        if (n->kind == NODE_NOTE && n->label)
            g_ptr_array_add(notes, (void *)set_note(compositor, n, found_all));
        n = n->kind == NODE_NOTE ? doc_skip(n, block) : doc_next(n, block);
    }
    const struct note **list =
        arena_copy(compositor->arena, notes->pdata, sizeof(struct note *) * notes->len);
    g_ptr_array_free(notes, TRUE);
    return list;
}
