/* galley: document → paragraphs set in their forms. In: the tree, a style, fonts. Out: a galley,
 * or NULL when a character is in no face. */
#include <assert.h>
#include <glib.h>
#include <string.h>

#include "set/breaks.h"
#include "set/hyphen.h"
#include "set/lines.h"
#include "set/set.h"
#include "set/shape.h"

/* --- breaking ------------------------------------------------------------------------ */

/* The passes of the breaker, from the strictest (composition.md 5.3, F1). */
struct pass {
    int tolerance; /* per mille: of 0.05 em between Han, of ratio 1 of Western spaces */
    bool varies;   /* lines good enough to give one line less or more of them to make-up */
    bool hyphens, loosen, emergency;
};

static const struct pass han_passes[] = {
    {.tolerance = 700, .varies = true},   /* 0.035 em */
    {.tolerance = 1000, .varies = true},  /* 0.05 em: D10, wanted */
    {.tolerance = 2000, .hyphens = true}, /* 0.10 em: tolerated */
    {.tolerance = 5000, .hyphens = true, .loosen = true},
    {.tolerance = 5000, .hyphens = true, .loosen = true, .emergency = true},
};
static const struct pass western_passes[] = {
    {.tolerance = 1000, .varies = true},
    {.tolerance = 1700, .varies = true, .hyphens = true},
    {.tolerance = 3000, .hyphens = true, .loosen = true},
    {.tolerance = 3000, .hyphens = true, .loosen = true, .emergency = true},
};
static const struct pass ragged_passes[] = {
    {.tolerance = 1000, .loosen = true, .emergency = true},
};

static struct fill_rules rules_of(const struct text *text, const struct form *form,
                                  const struct row *row, length measure)
{
    struct fill_rules rules = {.em = text->em,
                               .first = measure - form->end - row->start,
                               .measure = measure - form->end - row->turn};
    if (form->align != ALIGN_JUSTIFY) {
        rules.policy = FILL_RAGGED;
        rules.line_penalty = 10;
        rules.least_letters = text->chinese ? 2 : 1;
        return rules;
    }
    rules.policy = text->chinese ? FILL_HAN : FILL_WESTERN;
    rules.line_penalty = text->chinese ? 1 : 10;
    rules.double_hyphen = 10000;
    rules.final_hyphen = 5000;
    rules.fitness = text->chinese ? 500 : 3000;
    rules.most_hyphens = 2;
    rules.least_letters = text->chinese ? 2 : 1; /* E2 */
    rules.short_last = text->chinese ? text->em * 4 : MAX(text->em * 5 / 2, form->first);
    rules.short_last_demerits = 5000;
    return rules;
}

struct broken {
    struct row *row;
    struct fill_rules rules;
    struct fill_setting setting[3];
};

static bool break_pass(const struct compositor *compositor, struct text *text,
                       const struct form *form, length measure, const struct pass *pass,
                       struct broken *broken)
{
    if (pass->hyphens && form->hyphenate)
        hyphen_mark(text, compositor->style);
    unsigned help =
        (pass->hyphens && form->hyphenate ? MATTER_HYPHENS : 0) | (pass->loosen ? MATTER_OPEN : 0);
    broken->row = matter_make(compositor, text, form, help);
    broken->rules = rules_of(text, form, broken->row, measure);
    broken->rules.tolerance = pass->tolerance;
    broken->rules.late = pass->hyphens;
    broken->rules.emergency = pass->emergency;
    if (pass->loosen && matter_loosen(text, broken->row, broken->rules.measure / 2))
        broken->row = matter_make(compositor, text, form, help);
    bool found = fill_lines(text->scratch, &broken->row->matter, &broken->rules, broken->setting);
    if (!pass->varies)
        broken->setting[0].count = broken->setting[2].count = 0;
    return found;
}

static void break_text(const struct compositor *compositor, struct text *text,
                       const struct form *form, length measure, struct broken *broken)
{
    const struct pass *passes = text->chinese ? han_passes : western_passes;
    size_t count = text->chinese ? G_N_ELEMENTS(han_passes) : G_N_ELEMENTS(western_passes);
    if (form->align != ALIGN_JUSTIFY) {
        passes = ragged_passes;
        count = G_N_ELEMENTS(ragged_passes);
    }
    bool found = false;
    for (size_t i = 0; i < count && !found; i++)
        found = break_pass(compositor, text, form, measure, &passes[i], broken);
    assert(found); /* the last pass takes any line */
}

/* --- messages ------------------------------------------------------------------------ */

static uint32_t place_of(const struct text *text, uint32_t byte)
{
    int low = 0, high = text->piece_count - 1;
    while (low < high) {
        int middle = (low + high + 1) / 2;
        if (text->pieces[middle].from <= byte)
            low = middle;
        else
            high = middle - 1;
    }
    const struct piece *piece = &text->pieces[low];
    return piece->at == SOURCE_NOWHERE ? piece->at : piece->at + byte - piece->from;
}

/* A line looser than D10 and F5 want, or wider than its measure, is told with its place. */
static void report_lines(const struct compositor *compositor, const struct text *text,
                         const struct setting *setting, const struct fill_rules *rules)
{
    for (int i = 0; i < setting->line_count; i++) {
        const struct line *line = &setting->lines[i];
        uint32_t at = place_of(text, line->from);
        length over = line->width - line->measure;
        if (over > rules->em / 50)
            diag_file(compositor->diag, compositor->source, at, DIAG_OVERFULL,
                      "line %d of the paragraph is %.1f pt wider than its measure", i + 1,
                      over / 1024.0);
        else if (rules->policy == FILL_HAN && line->opening > rules->em / 20)
            diag_file(compositor->diag, compositor->source, at, DIAG_LOOSE,
                      "line %d of the paragraph is opened by %.3f em between characters, 0.05 was "
                      "wanted",
                      i + 1, (double)line->opening / rules->em);
        else if (rules->policy == FILL_WESTERN && line->spaces > 2000)
            diag_file(compositor->diag, compositor->source, at, DIAG_LOOSE,
                      "line %d of the paragraph has word spaces of %d.%02d times their width, at "
                      "most 2.00 was wanted",
                      i + 1, line->spaces / 1000, line->spaces % 1000 / 10);
        else if (rules->policy != FILL_RAGGED && !line->last && text->bytes[line->to - 1] != '\n' &&
                 over < -rules->em / 50)
            diag_file(compositor->diag, compositor->source, at, DIAG_LOOSE,
                      "line %d of the paragraph ends %.1f pt short of its measure", i + 1,
                      -over / 1024.0);
    }
}

/* --- paragraphs ---------------------------------------------------------------------- */

/* Descent below the baseline is a fifth of the size; the rest of the leading is shared equally. */
static length baseline_of(const struct form *form)
{
    return (form->leading - form->size) / 2 + form->size * 4 / 5;
}

static struct para para_of(const struct node *node, const struct form *form)
{
    return (struct para){.node = node,
                         .form = form,
                         .leading = form->leading,
                         .size = form->size,
                         .baseline = baseline_of(form),
                         .before = form->before,
                         .after = form->after,
                         .keep_next = form->keep_next,
                         .keep_whole = form->keep_whole};
}

static bool is_blank(const struct text *text)
{
    for (int i = 0; i < text->count; i++)
        if (text->signs[i].class != CLASS_SPACE && text->signs[i].class != CLASS_TIE)
            return false;
    return true;
}

/* False when a character is in no face. */
static bool line_up(const struct compositor *compositor, struct text *text, struct para *para,
                    length measure, const struct note *const *notes)
{
    breaks_find(text, compositor->style);
    if (!shape_text(compositor, text))
        return false;
    struct broken broken;
    break_text(compositor, text, para->form, measure, &broken);
    struct lining lining = {compositor, text,    broken.row, &broken.rules,
                            para->form, measure, notes};
    for (int v = 0; v < 3; v++)
        if (broken.setting[v].count)
            para->setting[v] = lines_make(&lining, &broken.setting[v]);
    report_lines(compositor, text, &para->setting[1], &broken.rules);
    return true;
}

/* Sets a text, which is not needed any more then; of spaces alone nothing is set. */
static bool set_text(const struct compositor *compositor, struct text *text, struct para *para,
                     length measure, const struct note *const *notes)
{
    bool done = is_blank(text) || line_up(compositor, text, para, measure, notes);
    text_free(text);
    return done;
}

static length measure_of(const struct compositor *compositor)
{
    return compositor->style->page.text_end - compositor->style->page.text_start;
}

/* --- notes --------------------------------------------------------------------------- */

/* The block after `node` within `root`, whatever lists it stands in. */
static const struct node *next_block(const struct node *node, const struct node *root)
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
    const struct form *form = &compositor->style->forms[FORM_NOTE];
    struct note *note = ARENA_NEW(arena, struct note);
    note->node = node;
    int count = 0;
    for (const struct node *n = next_block(node, node); n; n = next_block(n, node))
        count++;
    struct para *paras = ARENA_ARRAY(arena, struct para, count + 1);
    for (const struct node *n = next_block(node, node); n; n = next_block(n, node)) {
        struct para *para = &paras[note->para_count];
        const struct node *labelled = note->para_count == 0 ? node : n;
        struct text *text = text_of_block(compositor, n, form, labelled->label, labelled);
        *para = para_of(n, form);
        *found_all = set_text(compositor, text, para, measure_of(compositor), NULL) && *found_all;
        note->line_count += para->setting[1].line_count;
        note->para_count++;
    }
    note->paras = paras;
    return note;
}

/* The notes that a block calls, set, in the order of their calls. */
static const struct note *const *set_notes(const struct compositor *compositor,
                                           const struct node *block, bool *found_all)
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
    case FIELD_MEETING:
    case FIELD_ADOPTED:
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

/* What stands in the masthead or with its neighbour: placed by page/, or set as a label. */
static bool is_apart(const struct node *block)
{
    if (block->kind != NODE_FIELD)
        return false;
    switch (block->as.field.field) {
    case FIELD_ADOPTION:
    case FIELD_PROPONENT:
    case FIELD_TITLE:
    case FIELD_MEETING:
    case FIELD_ADOPTED:
        return false;
    case FIELD_ORGANIZATION:
    case FIELD_SYMBOL:
    case FIELD_ORGAN:
    case FIELD_DISTRIBUTION:
    case FIELD_ISSUED:
    case FIELD_ORIGINAL:
    case FIELD_SESSION:
    case FIELD_ITEM:
    case FIELD_ITEM_TITLE:
    case FIELD_NUMBER:
    case FIELD_JOB:
    case FIELD_COUNT:
        break;
    }
    return true;
}

static struct para set_para(const struct compositor *compositor, const struct node *block,
                            enum form_name name, length measure, bool *found_all)
{
    const struct form *form = &compositor->style->forms[name];
    const char *label = block->label;
    const struct node *label_owner = block;
    const struct node *number = block->prev;
    if (block->kind == NODE_FIELD && block->as.field.field == FIELD_TITLE && number &&
        number->kind == NODE_FIELD && number->as.field.field == FIELD_NUMBER) {
        label = doc_plain_text(compositor->arena, number);
        label_owner = number;
    }
    struct text *text = text_of_block(compositor, block, form, label, label_owner);
    struct para para = para_of(block, form);
    if (block->parent && block->parent->kind == NODE_CLOSING && block->prev)
        para.before = 0; /* the closing lines are one block */
    const struct note *const *notes = set_notes(compositor, block, found_all);
    *found_all = set_text(compositor, text, &para, measure, notes) && *found_all;
    return para;
}

const struct galley *set_galley(const struct compositor *compositor, const struct node *doc)
{
    GArray *paras = g_array_new(FALSE, FALSE, sizeof(struct para));
    bool found_all = true;
    for (const struct node *n = doc->first; n;) {
        if (doc_is_container(n->kind)) {
            n = doc_next(n, doc);
            continue;
        }
        if (!is_apart(n)) {
            struct para para =
                set_para(compositor, n, form_of(n), measure_of(compositor), &found_all);
            if (para.setting[1].line_count)
                g_array_append_val(paras, para);
        }
        n = doc_skip(n, doc);
    }
    struct galley *galley = ARENA_NEW(compositor->arena, struct galley);
    galley->doc = doc;
    galley->para_count = (int)paras->len;
    galley->paras = arena_copy(compositor->arena, paras->data, sizeof(struct para) * paras->len);
    g_array_free(paras, TRUE);
    return found_all ? galley : NULL;
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
    struct para para = para_of(NULL, form);
    struct text *text = text_of_words(compositor, words, owner, form);
    if (!set_text(compositor, text, &para, measure, NULL))
        return NULL;
    return arena_copy(compositor->arena, &para, sizeof para);
}
