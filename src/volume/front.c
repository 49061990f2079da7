/* front: cover, title page and what stands on their backs. In: what the manifest says and
 * the documents have. Out: galleys of a page each, their nodes children of the volume's document.
 */
#include "volume/bind.h"

/* --- words --------------------------------------------------------------------------- */

static const char *filled(const struct volume_binding *b, const char *key, const char *number)
{
    const char *pattern = style_word(b->hand.style, key);
    if (!pattern || !number)
        return NULL;
    return style_fill(b->hand.arena, pattern, "number", number, NULL);
}

enum organ volume_front_organ(const struct volume_plan *plan)
{
    const struct volume_part *part = plan->parts->pdata[0];
    const struct volume_piece *piece = part->pieces->pdata[0];
    return piece->doc->as.doc.organ;
}

/* The session that all documents with a session are of; NULL: there are several, or none. */
static const char *common_session(const struct volume_plan *plan)
{
    const char *session = NULL;
    for (guint i = 0; i < plan->parts->len; i++) {
        const struct volume_part *part = plan->parts->pdata[i];
        for (guint j = 0; j < part->pieces->len; j++) {
            const char *own = ((const struct volume_piece *)part->pieces->pdata[j])->session;
            if (*own && session && g_strcmp0(own, session) != 0)
                return NULL;
            session = *own ? own : session;
        }
    }
    return session;
}

static const char *organ_of(const struct volume_binding *b)
{
    static const char *const keys[] = {[ORGAN_NONE] = "organization",
                                       [ORGAN_GA] = "organ-ga",
                                       [ORGAN_SC] = "organ-sc",
                                       [ORGAN_ECOSOC] = "organ-ecosoc",
                                       [ORGAN_HRC] = "organ-hrc"};
    return style_word(b->hand.style, keys[volume_front_organ(b->plan)]);
}

static const char *title_of(const struct volume_binding *b)
{
    bool assembly = volume_front_organ(b->plan) == ORGAN_GA;
    if (b->plan->title)
        return b->plan->title;
    return style_word(b->hand.style, assembly ? "volume-title-ga" : "volume-title");
}

/* --- lines --------------------------------------------------------------------------- */

struct leaf {
    struct volume_binding *b;
    struct node *home;
    GArray *paras;
    bool all;
};

/* A line of its own; words that are not known leave no gap. */
static void add_line(struct leaf *leaf, struct node *node, enum form_name form, const char *words)
{
    const struct compositor *hand = &leaf->b->hand;
    const struct style *style = hand->style;
    if (!words || !*words)
        return;
    doc_append_text(hand->arena, node, words, strlen(words), 0);
    doc_append(leaf->home, node);
    const struct para *para =
        set_block(hand, node, form, style->page.text_end - style->page.text_start);
    leaf->all = leaf->all && para;
    if (para)
        g_array_append_val(leaf->paras, *para);
}

static void add_paragraph(struct leaf *leaf, enum form_name form, const char *words)
{
    add_line(leaf, doc_new(leaf->b->hand.arena, NODE_PARAGRAPH, 0), form, words);
}

static const struct galley *finish(struct leaf *leaf)
{
    struct arena *arena = leaf->b->hand.arena;
    struct galley *galley = ARENA_NEW(arena, struct galley);
    galley->doc = leaf->home;
    galley->para_count = (int)leaf->paras->len;
    galley->paras = arena_copy(arena, leaf->paras->data, sizeof(struct para) * leaf->paras->len);
    g_array_free(leaf->paras, TRUE);
    return leaf->all ? galley : NULL;
}

static struct leaf leaf_new(struct volume_binding *b)
{
    struct node *home = doc_new(b->hand.arena, NODE_DOC, 0);
    home->as.doc.language = b->hand.style->language;
    doc_append(b->root, home);
    return (struct leaf){b, home, g_array_new(FALSE, FALSE, sizeof(struct para)), true};
}

/* --- pages --------------------------------------------------------------------------- */

/* Both pages say the same; the title of the book is that of the first of them. */
const struct galley *volume_front_title(struct volume_binding *b, bool cover)
{
    const struct volume_plan *plan = b->plan;
    const struct style *style = b->hand.style;
    const char *title = title_of(b);
    const char *session = plan->session ? plan->session : common_session(plan);
    struct leaf leaf = leaf_new(b);
    if (cover)
        leaf.home = b->root;
    add_paragraph(&leaf, FORM_COVER_LINE, plan->symbol);
    add_paragraph(&leaf, FORM_COVER_ORGAN, organ_of(b));
    add_paragraph(&leaf, FORM_COVER_LINE, style_word(style, "volume-records"));
    add_paragraph(&leaf, FORM_COVER_LINE, session);
    add_paragraph(&leaf, FORM_COVER_LINE, filled(b, "volume-supplement", plan->supplement));
    struct node *node = doc_new(b->hand.arena, cover ? NODE_FIELD : NODE_PARAGRAPH, 0);
    if (cover)
        node->as.field.field = FIELD_TITLE;
    add_line(&leaf, node, FORM_COVER_TITLE, title);
    add_paragraph(&leaf, FORM_COVER_LINE, filled(b, "volume-number", plan->number));
    add_paragraph(&leaf, FORM_COVER_LINE, style_word(style, "organization"));
    add_paragraph(&leaf, FORM_COVER_LINE, plan->published);
    return finish(&leaf);
}

const struct galley *volume_front_note(struct volume_binding *b)
{
    struct leaf leaf = leaf_new(b);
    add_paragraph(&leaf, FORM_PARAGRAPH, style_word(b->hand.style, "volume-note"));
    return finish(&leaf);
}

const char *volume_front_name(const struct volume_binding *b)
{
    const struct volume_plan *plan = b->plan;
    const char *title = title_of(b);
    const char *session = plan->session ? plan->session : common_session(plan);
    const char *number = filled(b, "volume-number", plan->number);
    if (session)
        title = arena_printf(b->hand.arena, "%s. %s", title, session);
    return number ? arena_printf(b->hand.arena, "%s. %s", title, number) : title;
}
