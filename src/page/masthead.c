/* masthead: fields of the document → the head of page 1 (un-layout.md 1). In: fields, the style's
 * geometry. Out: placed items and where the text begins. */
#include "page/masthead.h"

#include <string.h>

struct placing {
    const struct compositor *compositor;
    const struct style *style;
    const struct node *doc;
    struct sheet *sheet;
    bool failed; /* a character is in no face: filed already */
};

/* --- setting fields ------------------------------------------------------------------ */

static const struct para *noted(struct placing *placing, const struct para *para)
{
    placing->failed |= !para;
    return para && para->setting[1].line_count ? para : NULL;
}

static const struct para *set_node(struct placing *placing, const struct node *node,
                                   enum form_name form, length measure)
{
    return noted(placing, set_block(placing->compositor, node, form, measure));
}

static const struct para *set_text(struct placing *placing, const char *words,
                                   const struct node *owner, enum form_name form, length measure)
{
    return noted(placing, set_words(placing->compositor, words, owner, form, measure));
}

/* A field, set; one that is only a date in the words of the language. NULL: there is nothing. */
static const struct para *set_field(struct placing *placing, enum field field, enum form_name form,
                                    length measure)
{
    const struct node *node = doc_field(placing->doc, field);
    if (!node)
        return NULL;
    if (node->first)
        return set_node(placing, node, form, measure);
    const char *date =
        style_date(placing->compositor->arena, placing->style, "issue-date", node->as.field.date);
    return date ? set_text(placing, date, node, form, measure) : NULL;
}

static length place(struct placing *placing, const struct para *para, length x, length baseline)
{
    return sheet_place_para(placing->sheet, para, x, baseline, ARTIFACT_NONE);
}

/* --- row 1: organization and symbol -------------------------------------------------- */

/* Places one line so that it ends at x. */
static void place_before(struct placing *placing, const struct para *para, length x)
{
    const struct line *line = &para->setting[1].lines[0];
    length edge = x - line_extent(line) - line_begin(line);
    place(placing, para, edge, placing->style->mast.row1_baseline);
}

/* The first part of a symbol is larger than the rest; NULL: there is none. */
struct symbol {
    const struct para *series, *rest;
};

static struct symbol set_symbol(struct placing *placing)
{
    const struct node *node = doc_field(placing->doc, FIELD_SYMBOL);
    struct symbol symbol = {NULL, NULL};
    if (!node)
        return symbol;
    struct arena *arena = placing->compositor->arena;
    const char *text = doc_plain_text(arena, node);
    const char *slash = strchr(text, '/');
    const char *series = slash ? arena_strndup(arena, text, (size_t)(slash - text)) : text;
    length measure = placing->style->page.frame_end - placing->style->page.frame_start;
    symbol.series = set_text(placing, series, node, FORM_SYMBOL_SERIES, measure);
    if (slash)
        symbol.rest = set_text(placing, slash, node, FORM_SYMBOL, measure);
    return symbol;
}

static length extent_of(const struct para *para)
{
    return para ? line_extent(&para->setting[1].lines[0]) : 0;
}

/* The symbol ends at the frame's edge, its parts on one baseline. */
static void place_symbol(struct placing *placing, const struct symbol *symbol)
{
    length end = placing->style->page.frame_end;
    if (symbol->series)
        place_before(placing, symbol->series, end - extent_of(symbol->rest));
    if (symbol->rest)
        place_before(placing, symbol->rest, end);
}

/* A name that would meet the symbol starts at the frame's edge. */
static void place_row1(struct placing *placing)
{
    const struct style *style = placing->style;
    struct symbol symbol = set_symbol(placing);
    length end = style->page.frame_end - extent_of(symbol.series) - extent_of(symbol.rest) -
                 style->forms[FORM_ORGANIZATION].size / 2;
    length x = style->mast.organization_x;
    const struct para *name = set_field(placing, FIELD_ORGANIZATION, FORM_ORGANIZATION, end - x);
    if (name && name->setting[1].line_count > 1) {
        x = style->page.frame_start;
        name = set_field(placing, FIELD_ORGANIZATION, FORM_ORGANIZATION, end - x);
    }
    if (name) {
        length above = (name->setting[1].line_count - 1) * name->leading;
        place(placing, name, x, style->mast.row1_baseline - above);
    }
    place_symbol(placing, &symbol);
}

/* --- row 2: emblem, organ, distribution ---------------------------------------------- */

static length place_emblem(struct placing *placing, const struct picture *emblem)
{
    if (!emblem)
        return 0;
    struct box box = placing->style->mast.emblem;
    length width = length_scale(box.height, emblem->width, emblem->height);
    if (width <= box.width)
        box.width = width;
    else
        box.height = length_scale(box.width, emblem->height, emblem->width);
    sheet_place_picture(placing->sheet, emblem, box, ARTIFACT_HEADER);
    return box.y + box.height;
}

static length place_organ(struct placing *placing)
{
    const struct style *style = placing->style;
    length measure = style->mast.right_x - style->mast.organ_x;
    const struct para *organ = set_field(placing, FIELD_ORGAN, FORM_ORGAN, measure);
    return organ ? place(placing, organ, style->mast.organ_x, style->mast.organ_baseline) : 0;
}

/* Distribution, date, a blank line, original. */
static length place_column(struct placing *placing)
{
    static const enum field fields[] = {FIELD_DISTRIBUTION, FIELD_ISSUED, FIELD_ORIGINAL};
    const struct style *style = placing->style;
    length x = style->mast.right_x, measure = style->page.frame_end - x;
    length baseline = style->mast.right_baseline, bottom = 0;
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        const struct para *para = set_field(placing, fields[i], FORM_DISTRIBUTION, measure);
        if (!para)
            continue;
        if (fields[i] == FIELD_ORIGINAL && bottom)
            baseline += para->leading;
        bottom = place(placing, para, x, baseline);
        baseline = bottom + para->baseline;
    }
    return bottom;
}

static length lower(length a, length b)
{
    return a > b ? a : b;
}

/* Returns the lower edge of the thick rule, which gives way to a long row 2. */
static length place_row2(struct placing *placing, const struct picture *emblem)
{
    const struct style *style = placing->style;
    length bottom = place_emblem(placing, emblem);
    bottom = lower(bottom, place_organ(placing));
    bottom = lower(bottom, place_column(placing));
    struct rule_at thick = style->mast.thick;
    thick.y = lower(thick.y, bottom + style->forms[FORM_DISTRIBUTION].leading / 2);
    sheet_place_rule(placing->sheet, style->mast.thin, ARTIFACT_LAYOUT);
    sheet_place_rule(placing->sheet, thick, ARTIFACT_LAYOUT);
    return thick.y + thick.thickness;
}

/* --- head matter: session, agenda item, its title ------------------------------------ */

static bool head_form(enum field field, enum form_name *form)
{
    if (field == FIELD_SESSION)
        *form = FORM_SESSION;
    else if (field == FIELD_ITEM)
        *form = FORM_ITEM;
    else if (field == FIELD_ITEM_TITLE)
        *form = FORM_ITEM_TITLE;
    else
        return false;
    return true;
}

static struct masthead place_head_matter(struct placing *placing, length thick)
{
    const struct style *style = placing->style;
    struct masthead head = {thick, 0};
    bool first = true;
    enum form_name form = FORM_SESSION;
    for (const struct node *n = placing->doc->first; n; n = n->next) {
        if (n->kind != NODE_FIELD || !head_form(n->as.field.field, &form))
            continue;
        length measure = form == FORM_ITEM_TITLE ? style->mast.item_title_end
                                                 : style->page.frame_end - style->page.frame_start;
        const struct para *para = set_node(placing, n, form, measure);
        if (!para)
            continue;
        length baseline = first ? thick + style->mast.session_baseline
                                : head.bottom + lower(head.after, para->before) + para->baseline;
        head.bottom = place(placing, para, style->page.frame_start, baseline);
        head.after = para->after;
        first = false;
    }
    return head;
}

bool masthead_place(const struct compositor *compositor, const struct node *doc,
                    const struct picture *emblem, struct sheet *sheet, struct masthead *masthead)
{
    struct placing placing = {compositor, compositor->style, doc, sheet, false};
    place_row1(&placing);
    length thick = place_row2(&placing, emblem);
    *masthead = place_head_matter(&placing, thick);
    return !placing.failed;
}
