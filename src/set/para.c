/* para: one paragraph, from its signs to lines. In: a text, a form, a measure. Out: the lines of
 * its best setting and of those a line shorter and longer. */
#include "set/para.h"

#include <assert.h>
#include <glib.h>

#include "set/breaks.h"
#include "set/hyphen.h"
#include "set/lines.h"
#include "set/loosen.h"
#include "set/shape.h"
#include "set/tokens.h"

/* A heading whose last line would be less than this part of the measure gives it another word. */
enum { SHORT_RAGGED = 5 };

/* --- breaking ------------------------------------------------------------------------ */

/* The passes of the breaker, from the strictest (composition.md 5.3, F1). */
struct pass {
    int tolerance; /* per mille: of 0.05 em between Han, of ratio 1 of Western spaces */
    bool varies;   /* lines good enough to give one line less or more of them to make-up */
    bool no_dear, clean_end; /* of fill_rules: rules S hold */
    bool hyphens, loosen, emergency;
    enum { NATURAL, SLIGHT, MOST } expansion;
};

static const struct pass han_passes[] = {
    {.tolerance = 700, .varies = true},   /* 0.035 em */
    {.tolerance = 1000, .varies = true},  /* 0.05 em: D10, wanted */
    {.tolerance = 2000, .hyphens = true}, /* 0.10 em: tolerated */
    {.tolerance = 5000, .hyphens = true, .loosen = true},
    {.tolerance = 5000, .hyphens = true, .loosen = true, .emergency = true},
};
/* Short words stay off line ends (F10) even where spaces get a little wider than F5 wants. */
static const struct pass western_passes[] = {
    {.tolerance = 1000, .varies = true, .no_dear = true, .clean_end = true}, /* spaces of 1.5 */
    {.tolerance = 1500, .varies = true, .no_dear = true, .clean_end = true, .hyphens = true},
    {.tolerance = 1750, .varies = true, .no_dear = true, .hyphens = true, .expansion = SLIGHT},
    {.tolerance = 1800, .no_dear = true, .hyphens = true, .loosen = true, .expansion = SLIGHT},
    {.tolerance = 1800, .hyphens = true, .loosen = true, .expansion = SLIGHT},
    {.tolerance = 1800, .hyphens = true, .loosen = true, .expansion = MOST},
    {.tolerance = 2000, .hyphens = true, .loosen = true, .expansion = MOST},
    {.tolerance = 3000, .hyphens = true, .loosen = true, .expansion = MOST},
    {.tolerance = 3000, .hyphens = true, .loosen = true, .expansion = MOST, .emergency = true},
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
        if (!text->chinese && !form->hyphenate) { /* headings, not cells */
            rules.short_last = rules.measure / SHORT_RAGGED;
            rules.short_last_demerits = 500000; /* as a line that is 7.5 em short */
        }
        return rules;
    }
    rules.policy = text->chinese ? FILL_HAN : FILL_WESTERN;
    rules.line_penalty = text->chinese ? 1 : 10;
    rules.double_hyphen = 10000;
    rules.final_hyphen = text->chinese ? 5000 : 40000;
    rules.fitness = text->chinese ? 500 : 3000;
    rules.most_hyphens = 2;
    rules.least_letters = text->chinese ? 2 : 1; /* E2 */
    rules.short_last = text->chinese ? text->em * 4 : MAX(text->em * 5 / 2, form->first);
    rules.short_last_demerits = text->chinese ? 5000 : 15000;
    return rules;
}

struct broken {
    struct row *row;
    struct fill_rules rules;
    struct fill_setting setting[3];
};

static int expansion_of(const struct style *style, const struct pass *pass)
{
    switch (pass->expansion) {
    case NATURAL:
        return 0;
    case SLIGHT:
        return style->set.expansion;
    case MOST:
        return MAX(style->set.expansion, style->set.expansion_most);
    }
    return 0;
}

static bool break_pass(const struct compositor *compositor, struct text *text,
                       const struct form *form, length measure, const struct pass *pass,
                       struct broken *broken)
{
    if (pass->hyphens && form->hyphenate)
        hyphen_mark(text, compositor->style, pass->loosen);
    unsigned help =
        (pass->hyphens && form->hyphenate ? MATTER_HYPHENS : 0) | (pass->loosen ? MATTER_OPEN : 0);
    broken->row = matter_make(compositor, text, form, help);
    broken->rules = rules_of(text, form, broken->row, measure);
    broken->rules.tolerance = pass->tolerance;
    broken->rules.no_dear = pass->no_dear;
    broken->rules.clean_end = pass->clean_end;
    broken->rules.late = pass->hyphens;
    broken->rules.expansion = expansion_of(compositor->style, pass);
    broken->rules.emergency = pass->emergency;
    if (pass->loosen && loosen_text(text, broken->row, broken->rules.measure / 2))
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

struct para para_new(const struct node *node, const struct form *form)
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
    if (para->form->align != ALIGN_JUSTIFY)
        tokens_tie_phrases(text, compositor->style);
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

bool para_set(const struct compositor *compositor, struct text *text, struct para *para,
              length measure, const struct note *const *notes)
{
    bool done = is_blank(text) || line_up(compositor, text, para, measure, notes);
    text_free(text);
    return done;
}
