/* copy: the tree as passages. In: a finished document. Out: its text in the order of reading. */
#include "check/copy.h"

#include <string.h>

struct copying {
    struct copy *copy;
    GArray *passages;
    GArray *stretches, *calls; /* of the passage that is being made */
    GString *text;
    struct passage around; /* what blocks inherit: note, part, cell */
};

static void take_block(struct copying *c, const struct node *block);
static void take_blocks(struct copying *c, const struct node *parent);

/* --- one passage ---------------------------------------------------------------------- */

static void take_inlines(struct copying *c, const struct node *parent, unsigned look,
                         struct passage *passage)
{
    for (const struct node *n = parent->first; n; n = n->next) {
        int at = (int)c->text->len;
        if (n->kind == NODE_TEXT) {
            struct stretch stretch = {at, n, look};
            g_array_append_val(c->stretches, stretch);
            g_string_append(c->text, n->text);
        } else if (n->kind == NODE_BREAK) {
            g_string_append_c(c->text, ' ');
        } else if (n->kind == NODE_NOTE) {
            struct call call = {at, n};
            g_array_append_val(c->calls, call);
        } else {
            unsigned own = n->kind == NODE_SPAN ? n->as.span.look : 0;
            take_inlines(c, n, look | own, passage);
            if ((own & LOOK_LEAD) && passage->lead_from < 0) {
                passage->lead_from = at;
                passage->lead_to = (int)c->text->len;
            }
        }
    }
}

static void take_notes(struct copying *c, const struct passage *passage)
{
    struct passage around = c->around;
    for (int i = 0; i < passage->call_count; i++) {
        c->around.note = passage->calls[i].note;
        take_blocks(c, passage->calls[i].note);
    }
    c->around = around;
}

static void take_passage(struct copying *c, const struct node *block)
{
    struct arena *arena = c->copy->arena;
    struct passage passage = c->around;
    passage.block = block;
    passage.lead_from = passage.lead_to = -1;
    g_string_truncate(c->text, 0);
    g_array_set_size(c->stretches, 0);
    g_array_set_size(c->calls, 0);
    take_inlines(c, block, 0, &passage);
    passage.text = arena_strndup(arena, c->text->str, c->text->len);
    passage.size = (int)c->text->len;
    passage.stretch_count = (int)c->stretches->len;
    passage.stretches =
        arena_copy(arena, c->stretches->data, sizeof(struct stretch) * (size_t)c->stretches->len);
    passage.call_count = (int)c->calls->len;
    passage.calls = arena_copy(arena, c->calls->data, sizeof(struct call) * (size_t)c->calls->len);
    g_array_append_val(c->passages, passage);
    if (passage.call_count)
        take_notes(c, &passage);
}

/* --- the tree ------------------------------------------------------------------------- */

static void take_container(struct copying *c, const struct node *container)
{
    struct passage around = c->around;
    if (container->kind == NODE_LIST)
        c->around.level = container->as.block.level;
    else if (container->kind == NODE_CELL)
        c->around.cell = container;
    else if (container->kind == NODE_PART || container->kind == NODE_ANNEX)
        c->around.part = container;
    c->around.in_annex |= container->kind == NODE_ANNEX;
    take_blocks(c, container);
    c->around = around;
}

static void take_block(struct copying *c, const struct node *block)
{
    if (doc_is_container(block->kind))
        take_container(c, block);
    else if (doc_is_block(block->kind))
        take_passage(c, block);
}

static void take_blocks(struct copying *c, const struct node *parent)
{
    for (const struct node *n = parent->first; n; n = n->next)
        take_block(c, n);
}

struct copy *copy_of(struct arena *arena, const struct style *style, const struct node *doc,
                     struct diag *diag)
{
    struct copy *copy = ARENA_NEW(arena, struct copy);
    *copy = (struct copy){.arena = arena,
                          .style = style,
                          .lexicon = lexicon_of(doc->as.doc.language),
                          .common = lexicon_of(LANGUAGE_NONE),
                          .language = doc->as.doc.language,
                          .doc = doc,
                          .source = doc->as.doc.source,
                          .diag = diag};
    struct copying c = {.copy = copy,
                        .passages = g_array_new(FALSE, FALSE, sizeof(struct passage)),
                        .stretches = g_array_new(FALSE, FALSE, sizeof(struct stretch)),
                        .calls = g_array_new(FALSE, FALSE, sizeof(struct call)),
                        .text = g_string_new(NULL)};
    take_blocks(&c, doc);
    copy->passage_count = (int)c.passages->len;
    copy->passages =
        arena_copy(arena, c.passages->data, sizeof(struct passage) * (size_t)c.passages->len);
    copy->spots = ARENA_ARRAY(arena, const struct spot *, copy->passage_count + 1);
    g_array_free(c.passages, TRUE);
    g_array_free(c.stretches, TRUE);
    g_array_free(c.calls, TRUE);
    g_string_free(c.text, TRUE);
    return copy;
}

/* --- what rules ask ------------------------------------------------------------------- */

gunichar char_before(const struct passage *passage, int at)
{
    return at > 0 ? g_utf8_get_char(g_utf8_prev_char(passage->text + at)) : 0;
}

gunichar char_at(const struct passage *passage, int at)
{
    return g_utf8_get_char(passage->text + at);
}

unsigned look_at(const struct passage *passage, int at)
{
    unsigned look = 0;
    for (int i = 0; i < passage->stretch_count && passage->stretches[i].at <= at; i++)
        look = passage->stretches[i].look;
    return look;
}

bool match_from(const struct passage *passage, const GRegex *pattern, int start, int *from, int *to)
{
    GMatchInfo *info = NULL;
    bool found = pattern &&
                 g_regex_match_full(pattern, passage->text, passage->size, start, 0, &info, NULL) &&
                 g_match_info_fetch_pos(info, 0, from, to);
    if (info)
        g_match_info_unref(info);
    return found;
}

bool is_clause(const struct passage *passage)
{
    enum node_kind kind = passage->block->kind;
    return !passage->note && !passage->cell && !passage->in_annex &&
           (kind == NODE_PREAMBULAR || kind == NODE_OPERATIVE || kind == NODE_ITEM ||
            kind == NODE_PARAGRAPH);
}
