/* ending: the rule below the text of a draft (un-layout.md 1). In: the style. Out: a line of the
 * galley, so that make-up finds room for it. */
#include <glib.h>

#include "set/ending.h"

/* A row of one line and no cells, with one rule above it. */
static const struct grid *rule_of(const struct compositor *compositor, length measure)
{
    struct arena *arena = compositor->arena;
    const struct style *style = compositor->style;
    struct grid_rule *rule = ARENA_NEW(arena, struct grid_rule);
    *rule = (struct grid_rule){.edge = GRID_ABOVE,
                               .x = (measure - style->end_rule.width) / 2,
                               .width = style->end_rule.width,
                               .thickness = style->end_rule.thickness};
    struct grid *grid = ARENA_NEW(arena, struct grid);
    *grid = (struct grid){.first = true, .rule_count = 1, .rules = rule};
    return grid;
}

static struct setting line_of(struct arena *arena, length measure)
{
    struct line *line = ARENA_NEW(arena, struct line);
    *line = (struct line){.box = measure,
                          .width = measure,
                          .measure = measure,
                          .natural = measure,
                          .spaces = 1000,
                          .last = true};
    return (struct setting){.line_count = 1, .lines = line};
}

void ending_add(const struct compositor *compositor, GArray *paras)
{
    const struct style *style = compositor->style;
    if (!style->end_rule.width || !paras->len)
        return;
    length measure = style->page.text_end - style->page.text_start;
    struct para *above = &g_array_index(paras, struct para, paras->len - 1);
    struct para para = {
        .node = above->node,
        .form = &style->forms[FORM_SEPARATOR],
        .size = style->forms[FORM_SEPARATOR].size,
        .leading = style->end_rule.thickness,
        .baseline = style->end_rule.thickness,
        .before = style->end_rule.before,
        .keep_whole = true,
        .grid = rule_of(compositor, measure),
    };
    para.setting[1] = line_of(compositor->arena, measure);
    above->keep_next = MAX(above->keep_next, 1);
    g_array_append_val(paras, para);
}
