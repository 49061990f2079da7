/* galley: document → paragraphs set in their forms. In: the tree, a style, fonts. Out: a galley,
 * or NULL when a character is in no face. */
#include <glib.h>

#include "set/ending.h"
#include "set/notes.h"
#include "set/para.h"
#include "set/table.h"

static length measure_of(const struct compositor *compositor)
{
    return compositor->style->page.text_end - compositor->style->page.text_start;
}

/* --- blocks -------------------------------------------------------------------------- */

static enum form_name form_of_level(enum form_name first, enum form_name last, int level)
{
    int form = (int)first + (level > 1 ? level - 1 : 0);
    return form > (int)last ? last : (enum form_name)form;
}

static enum form_name form_of_field(enum field field)
{
    switch (field) {
    case FIELD_ORGANIZATION:
        return FORM_ORGANIZATION;
    case FIELD_SYMBOL:
        return FORM_SYMBOL;
    case FIELD_ORGAN:
        return FORM_ORGAN;
    case FIELD_DISTRIBUTION:
    case FIELD_ISSUED:
    case FIELD_ORIGINAL:
        return FORM_DISTRIBUTION;
    case FIELD_SESSION:
        return FORM_SESSION;
    case FIELD_ITEM:
        return FORM_ITEM;
    case FIELD_ITEM_TITLE:
        return FORM_ITEM_TITLE;
    case FIELD_ADOPTION:
        return FORM_ADOPTION;
    case FIELD_PROPONENT:
        return FORM_PROPONENT;
    case FIELD_NUMBER:
    case FIELD_TITLE:
        return FORM_TITLE;
    case FIELD_COMMITTEE:
        return FORM_COMMITTEE;
    case FIELD_TYPE:
        return FORM_TYPE;
    case FIELD_SPONSORS:
        return FORM_SPONSORS;
    case FIELD_MEETING:
    case FIELD_ADOPTED:
    case FIELD_VOTE:
        return FORM_CLOSING;
    case FIELD_JOB:
        return FORM_JOB;
    case FIELD_COUNT:
        break;
    }
    return FORM_PARAGRAPH;
}

static enum form_name form_of(const struct node *block)
{
    int level =
        block->parent && block->parent->kind == NODE_LIST ? block->parent->as.block.level : 1;
    switch (block->kind) {
    case NODE_FIELD:
        return form_of_field(block->as.field.field);
    case NODE_OPENING:
        return FORM_OPENING;
    case NODE_PREAMBULAR:
        return FORM_PREAMBULAR;
    case NODE_OPERATIVE:
        return FORM_OPERATIVE;
    case NODE_ITEM:
        return form_of_level(FORM_ITEM1, FORM_ITEM4, level);
    case NODE_HEADING:
        return form_of_level(FORM_HEADING1, FORM_HEADING3, block->as.block.level);
    case NODE_SEPARATOR:
        return FORM_SEPARATOR;
    case NODE_PARAGRAPH:
    case NODE_DOC:
    case NODE_PART:
    case NODE_ANNEX:
    case NODE_LIST:
    case NODE_CLOSING:
    case NODE_TABLE:
    case NODE_ROW:
    case NODE_CELL:
    case NODE_TEXT:
    case NODE_SPAN:
    case NODE_LINK:
    case NODE_NOTE:
    case NODE_BREAK:
    case NODE_KIND_COUNT:
        break;
    }
    return FORM_PARAGRAPH;
}

/* A number is the label of the title behind it. */
static bool is_label(const struct node *block)
{
    return block->as.field.field == FIELD_NUMBER && block->next &&
           block->next->kind == NODE_FIELD && block->next->as.field.field == FIELD_TITLE;
}

/* What stands in the masthead or with its neighbour, or nowhere: the style says which. */
static bool is_apart(const struct style *style, const struct node *block)
{
    if (block->kind != NODE_FIELD)
        return false;
    enum field field = block->as.field.field;
    if (block->parent->kind == NODE_CLOSING)
        return !style_lists(style->fields.closing, field);
    if (field == FIELD_NUMBER)
        return is_label(block);
    return !style_lists(style->fields.title, field);
}

/* Closing lines are one block, and so are the lines of a field that stands twice. */
static bool is_one_with(const struct node *block, const struct node *before)
{
    if (block->kind != NODE_FIELD || !before || before->kind != NODE_FIELD)
        return false;
    return block->parent->kind == NODE_CLOSING || block->as.field.field == before->as.field.field;
}

/* The number of a title, which stands before it and is set as its label; NULL: it has none. */
static const struct node *number_of(const struct node *block)
{
    bool title = block->kind == NODE_FIELD && block->as.field.field == FIELD_TITLE;
    const struct node *before = title ? block->prev : NULL;
    bool numbered = before && before->kind == NODE_FIELD && before->as.field.field == FIELD_NUMBER;
    return numbered ? before : NULL;
}

/* A title without a number hangs on nothing: it begins where the number would. */
static const struct form *form_of_title(const struct compositor *compositor,
                                        const struct form *form)
{
    struct form *bare = arena_copy(compositor->arena, form, sizeof *form);
    bare->first = bare->turn = form->label;
    return bare;
}

/* Text that goes on where a list has interrupted it: "and requests …". */
static bool goes_on(const struct compositor *compositor, const struct node *block)
{
    if (!block->prev || block->prev->kind != NODE_LIST)
        return false;
    return g_unichar_islower(g_utf8_get_char(doc_plain_text(compositor->arena, block)));
}

/* A paragraph among items begins where their labels do; one that goes on, where their lines do. */
static const struct form *form_among_items(const struct compositor *compositor,
                                           const struct node *block, const struct form *form)
{
    bool inside = block->parent && block->parent->kind == NODE_LIST,
         on = goes_on(compositor, block);
    if (!inside && !on)
        return form;
    struct form *among = arena_copy(compositor->arena, form, sizeof *form);
    if (inside) {
        int level = block->parent->as.block.level;
        const struct form *item =
            &compositor->style->forms[form_of_level(FORM_ITEM1, FORM_ITEM4, level)];
        among->first = item->label;
        among->turn = item->turn;
    }
    if (on)
        among->first = among->turn;
    return among;
}

static struct para set_para(const struct compositor *compositor, const struct node *block,
                            enum form_name name, length measure, bool *found_all)
{
    const struct form *form = &compositor->style->forms[name];
    const struct node *number = number_of(block);
    const char *label = number ? doc_plain_text(compositor->arena, number) : block->label;
    if (name == FORM_TITLE && !label)
        form = form_of_title(compositor, form);
    if (name == FORM_PARAGRAPH)
        form = form_among_items(compositor, block, form);
    struct text *text = text_of_block(compositor, block, form, label, number ? number : block);
    struct para para = para_new(block, form);
    if (is_one_with(block, block->prev))
        para.before = 0;
    const struct note *const *notes = notes_set(compositor, block, found_all);
    *found_all = para_set(compositor, text, &para, measure, notes) && *found_all;
    return para;
}

/* --- around tables ------------------------------------------------------------------- */

enum { CAPTION_LINES = 2, CAPTION_BLOCKS = 3 };

/* What stands above a table leads into it; short lines above that are its caption too. */
static void keep_caption(GArray *paras)
{
    for (guint i = 1; i <= CAPTION_BLOCKS && i <= paras->len; i++) {
        struct para *para = &g_array_index(paras, struct para, paras->len - i);
        bool is_short = para->setting[1].line_count <= CAPTION_LINES && para->node &&
                        para->node->kind == NODE_PARAGRAPH;
        if (para->grid || (i > 1 && !is_short))
            return;
        para->keep_next = MAX(para->keep_next, 1);
        if (!is_short)
            return;
    }
}

/* --- the galley ---------------------------------------------------------------------- */

struct galleying {
    const struct compositor *compositor;
    GArray *paras;
    bool below_table; /* a table or a note of it was added last */
    bool found_all;
};

/* What is said of a table stands with it, in small type and close to it. */
static void join_note(struct galleying *g, struct para *note)
{
    const struct style *style = g->compositor->style;
    struct para *above = &g_array_index(g->paras, struct para, g->paras->len - 1);
    above->keep_next = 1;
    above->after = above->grid ? above->grid->below + style->table.row_gap : note->form->after;
    note->after = style->table.after;
}

static void add_block(struct galleying *g, const struct node *block)
{
    if (is_apart(g->compositor->style, block))
        return;
    bool is_note = g->below_table && block->kind == NODE_PARAGRAPH && block->as.block.table_note;
    g->below_table = is_note;
    struct para para = set_para(g->compositor, block, is_note ? FORM_TABLE_NOTE : form_of(block),
                                measure_of(g->compositor), &g->found_all);
    if (!para.setting[1].line_count)
        return;
    if (is_note)
        join_note(g, &para);
    g_array_append_val(g->paras, para);
}

static void add_table(struct galleying *g, const struct node *table)
{
    keep_caption(g->paras);
    g->found_all = table_set(g->compositor, table, g->paras) && g->found_all;
    g->below_table = g->paras->len > 0;
}

const struct galley *set_galley(const struct compositor *compositor, const struct node *doc)
{
    struct galleying g = {.compositor = compositor, .found_all = true};
    g.paras = g_array_new(FALSE, FALSE, sizeof(struct para));
    for (const struct node *n = doc->first; n;) {
        if (n->kind == NODE_TABLE)
            add_table(&g, n);
        else if (!doc_is_container(n->kind))
            add_block(&g, n);
        n = doc_is_container(n->kind) && n->kind != NODE_TABLE ? doc_next(n, doc)
                                                               : doc_skip(n, doc);
    }
    ending_add(compositor, g.paras);
    struct galley *galley = ARENA_NEW(compositor->arena, struct galley);
    galley->doc = doc;
    galley->para_count = (int)g.paras->len;
    galley->paras =
        arena_copy(compositor->arena, g.paras->data, sizeof(struct para) * g.paras->len);
    g_array_free(g.paras, TRUE);
    return g.found_all ? galley : NULL;
}

const struct para *set_block(const struct compositor *compositor, const struct node *block,
                             enum form_name form, length measure)
{
    bool found_all = true;
    struct para para = set_para(compositor, block, form, measure, &found_all);
    return found_all ? arena_copy(compositor->arena, &para, sizeof para) : NULL;
}

const struct para *set_words(const struct compositor *compositor, const char *words,
                             const struct node *owner, enum form_name name, length measure)
{
    const struct form *form = &compositor->style->forms[name];
    struct para para = para_new(NULL, form);
    struct text *text = text_of_words(compositor, words, owner, form);
    if (!para_set(compositor, text, &para, measure, NULL))
        return NULL;
    return arena_copy(compositor->arena, &para, sizeof para);
}
