/* masthead: fields of the document → the head of page 1 (un-layout.md 1). In: fields, the style's
 * geometry. Out: placed items and where the text begins. */
#include "page/masthead.h"

#include <string.h>

struct placing {
    const struct compositor *compositor;
    const struct style *style;
    const struct node *doc;
    struct sheet *sheet;
    GPtrArray *notes; /* struct note: called in what was placed */
    bool failed;      /* a character is in no face: filed already */
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
static const struct para *set_field(struct placing *placing, const struct node *node,
                                    enum form_name form, length measure)
{
    if (!node)
        return NULL;
    if (node->first)
        return set_node(placing, node, form, measure);
    const char *date =
        style_date(placing->compositor->arena, placing->style, "issue-date", node->as.field.date);
    return date ? set_text(placing, date, node, form, measure) : NULL;
}

static void collect_notes(struct placing *placing, const struct para *para)
{
    for (int i = 0; i < para->setting[1].line_count; i++) {
        const struct line *line = &para->setting[1].lines[i];
        for (uint32_t j = 0; j < line->note_count; j++)
            g_ptr_array_add(placing->notes, (void *)line->notes[j]);
    }
}

static length place(struct placing *placing, const struct para *para, length x, length baseline)
{
    collect_notes(placing, para);
    return sheet_place_para(placing->sheet, para, x, baseline, ARTIFACT_NONE);
}

/* --- row 1: organization and symbol -------------------------------------------------- */

/* Places one line from left to right so that its outer edge is at x, counted as all x are. */
static void place_before(struct placing *placing, const struct para *para, length x)
{
    const struct line *line = &para->setting[1].lines[0];
    length edge = x - line_extent(line) - line_begin(line);
    if (placing->sheet->mirror)
        edge = x - line->box + line_begin(line);
    place(placing, para, edge, placing->style->mast.row1_baseline);
}

/* The first part of a symbol is larger than the rest; NULL: there is none. */
struct symbol {
    const struct para *series, *rest;
};

/* The calls in a symbol, an asterisk for a reissue say, stand on its line; its notes are kept. */
static const char *calls_of(struct placing *placing, const struct node *node)
{
    const char *calls = "";
    for (const struct node *n = node->first; n; n = doc_skip(n, node))
        if (n->kind == NODE_NOTE && n->label)
            calls = arena_printf(placing->compositor->arena, "%s%s", calls, n->label);
    if (*calls) {
        const struct para *para = set_node(placing, node, FORM_SYMBOL, INT32_MAX / 4);
        if (para)
            collect_notes(placing, para);
    }
    return calls;
}

/* Words that run from left to right on any page. */
static const struct para *set_western(struct placing *placing, const char *words,
                                      const struct node *owner, enum form_name form)
{
    const struct style *style = placing->style;
    struct compositor compositor = *placing->compositor;
    if (language_is_rtl(style->language)) {
        struct style *western = arena_copy(compositor.arena, style, sizeof *style);
        western->language = EN;
        compositor.style = western;
    }
    length measure = style->page.frame_end - style->page.frame_start;
    return noted(placing, set_words(&compositor, words, owner, form, measure));
}

static struct symbol set_symbol(struct placing *placing)
{
    const struct node *node = doc_field(placing->doc, FIELD_SYMBOL);
    struct symbol symbol = {NULL, NULL};
    if (!node)
        return symbol;
    struct arena *arena = placing->compositor->arena;
    const char *text = doc_plain_text(arena, node);
    text = arena_printf(arena, "%s%s", text, calls_of(placing, node));
    const char *slash = strchr(text, '/');
    const char *series = slash ? arena_strndup(arena, text, (size_t)(slash - text)) : text;
    symbol.series = set_western(placing, series, node, FORM_SYMBOL_SERIES);
    if (slash)
        symbol.rest = set_western(placing, slash, node, FORM_SYMBOL);
    return symbol;
}

static length extent_of(const struct para *para)
{
    return para ? line_extent(&para->setting[1].lines[0]) : 0;
}

/* The symbol ends at the frame's edge, its parts on one baseline. It runs from left to right in all
 * languages: on a mirrored page its first part is the outer one. */
static void place_symbol(struct placing *placing, const struct symbol *symbol)
{
    bool mirrored = placing->sheet->mirror;
    const struct para *outer = mirrored ? symbol->series : symbol->rest;
    const struct para *inner = mirrored ? symbol->rest : symbol->series;
    length end = placing->style->page.frame_end;
    if (mirrored && outer)
        place_before(placing, outer, end);
    if (inner)
        place_before(placing, inner, end - extent_of(outer));
    if (!mirrored && outer)
        place_before(placing, outer, end);
}

/* A name that would meet the symbol starts at the frame's edge. */
static void place_row1(struct placing *placing)
{
    const struct style *style = placing->style;
    struct symbol symbol = set_symbol(placing);
    length end = style->page.frame_end - extent_of(symbol.series) - extent_of(symbol.rest) -
                 style->forms[FORM_ORGANIZATION].size / 2;
    length x = style->mast.organization_x;
    const struct node *node = doc_field(placing->doc, FIELD_ORGANIZATION);
    length least = (style->page.frame_end - x) / 4; /* even beside an endless symbol */
    const struct para *name = set_field(placing, node, FORM_ORGANIZATION, MAX(end - x, least));
    if (name && name->setting[1].line_count > 1) {
        x = style->page.frame_start;
        name = set_field(placing, node, FORM_ORGANIZATION, MAX(end - x, least));
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
    const struct node *node = doc_field(placing->doc, FIELD_ORGAN);
    const struct para *organ = set_field(placing, node, FORM_ORGAN, measure);
    return organ ? place(placing, organ, style->mast.organ_x, style->mast.organ_baseline) : 0;
}

/* The next field of that name among the children of the document, from `node` on. */
static const struct node *field_from(const struct node *node, enum field field)
{
    while (node && (node->kind != NODE_FIELD || node->as.field.field != field))
        node = node->next;
    return node;
}

/* A blank line parts the original language from the date; in a translation its own language, which
 * stands in the same field, takes that line. */
static bool wants_blank(const struct node *node)
{
    if (node->as.field.field != FIELD_ORIGINAL)
        return false;
    for (const struct node *n = node->first; n; n = n->next)
        if (n->kind == NODE_BREAK)
            return false;
    return true;
}

/* Distribution, date, original. */
static length place_column(struct placing *placing)
{
    const struct style *style = placing->style;
    length x = style->mast.right_x, measure = style->page.frame_end - x;
    length baseline = style->mast.right_baseline, bottom = 0;
    for (const enum field *f = style->fields.column; *f != FIELD_COUNT; f++) {
        const struct node *node = placing->doc->first;
        for (; (node = field_from(node, *f)); node = node->next) {
            const struct para *para = set_field(placing, node, FORM_DISTRIBUTION, measure);
            if (!para)
                continue;
            if (bottom && wants_blank(node))
                baseline += para->leading;
            bottom = place(placing, para, x, baseline);
            baseline = bottom + para->baseline;
        }
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

static const enum form_name head_forms[FIELD_COUNT] = {
    [FIELD_SESSION] = FORM_SESSION,   [FIELD_COMMITTEE] = FORM_COMMITTEE,
    [FIELD_ITEM] = FORM_ITEM,         [FIELD_ITEM_TITLE] = FORM_ITEM_TITLE,
    [FIELD_TYPE] = FORM_TYPE,         [FIELD_SPONSORS] = FORM_SPONSORS,
    [FIELD_ADOPTION] = FORM_ADOPTION, [FIELD_PROPONENT] = FORM_PROPONENT,
    [FIELD_TITLE] = FORM_TITLE,
};

/* A field that stands twice goes on: the session in the days that it lasted. */
static bool goes_on(const struct node *node)
{
    return node->prev && node->prev->kind == NODE_FIELD &&
           node->prev->as.field.field == node->as.field.field;
}

static void place_head_field(struct placing *placing, const struct node *node, length thick,
                             struct masthead *head)
{
    const struct style *style = placing->style;
    enum form_name form = head_forms[node->as.field.field];
    if (form == FORM_SESSION && goes_on(node))
        form = FORM_SESSION_DATES;
    const struct para *para = set_node(placing, node, form, style->mast.head_end);
    if (!para)
        return;
    bool first = head->bottom == thick;
    length white = lower(head->after, goes_on(node) ? 0 : para->before);
    length baseline =
        first ? thick + style->mast.session_baseline : head->bottom + white + para->baseline;
    head->bottom = place(placing, para, style->page.frame_start, baseline);
    head->after = para->after;
}

static struct masthead place_head_matter(struct placing *placing, length thick)
{
    struct masthead head = {.bottom = thick};
    for (const enum field *f = placing->style->fields.head; *f != FIELD_COUNT; f++) {
        const struct node *node = placing->doc->first;
        for (; (node = field_from(node, *f)); node = node->next)
            place_head_field(placing, node, thick, &head);
    }
    return head;
}

/* --- notes --------------------------------------------------------------------------- */

/* A line that calls `notes` before its own. */
static void call_before(struct arena *arena, const GPtrArray *notes, struct line *line)
{
    const struct note **all =
        ARENA_ARRAY(arena, const struct note *, notes->len + line->note_count);
    for (guint i = 0; i < notes->len; i++)
        all[i] = notes->pdata[i];
    for (uint32_t i = 0; i < line->note_count; i++)
        all[notes->len + i] = line->notes[i];
    line->notes = all;
    line->note_count += notes->len;
}

/* The notes of the masthead are made up with the first line of the text: both are on page 1. */
static const struct galley *call_notes(struct arena *arena, const GPtrArray *notes,
                                       const struct galley *galley)
{
    if (!notes->len || !galley->para_count)
        return galley;
    struct galley *calling = arena_copy(arena, galley, sizeof *galley);
    struct para *paras =
        arena_copy(arena, galley->paras, sizeof(struct para) * (size_t)galley->para_count);
    for (int i = 0; i < 3; i++) {
        struct setting *setting = &paras[0].setting[i];
        if (!setting->line_count)
            continue;
        struct line *lines =
            arena_copy(arena, setting->lines, sizeof(struct line) * (size_t)setting->line_count);
        call_before(arena, notes, &lines[0]);
        setting->lines = lines;
    }
    calling->paras = paras;
    return calling;
}

/* What does not fit hangs below the page, and the text begins on page 2. */
static void check_height(const struct placing *placing, const struct masthead *head)
{
    const struct style *style = placing->style;
    const struct compositor *compositor = placing->compositor;
    if (head->bottom <= style->page.bottom_first)
        return;
    diag_file(compositor->diag, compositor->source, placing->doc->at, DIAG_MASTHEAD_FULL,
              "masthead and head matter are %d pt high, at most %d pt were wanted",
              head->bottom / LENGTH_PT, style->page.bottom_first / LENGTH_PT);
    diag_hint(compositor->diag, "is text in a field of the masthead that belongs to the body?");
}

bool masthead_place(const struct compositor *compositor, const struct galley *galley,
                    const struct picture *emblem, struct sheet *sheet, struct masthead *masthead)
{
    struct placing placing = {.compositor = compositor,
                              .style = compositor->style,
                              .doc = galley->doc,
                              .sheet = sheet,
                              .notes = g_ptr_array_new()};
    place_row1(&placing);
    length thick = place_row2(&placing, emblem);
    *masthead = place_head_matter(&placing, thick);
    check_height(&placing, masthead);
    masthead->galley = call_notes(compositor->arena, placing.notes, galley);
    g_ptr_array_free(placing.notes, TRUE);
    return !placing.failed;
}
