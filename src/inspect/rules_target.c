/* rules_target: outlines and links lead where their words say. */
#include <math.h>
#include <string.h>

#include "inspect/inspect.h"
#include "inspect/numbers.h"
#include "inspect/tally.h"
#include "inspect/targets.h"

#define MOST_ITEMS 100000
#define MOST_DEPTH 64
#define ABOVE 150.0 /* points of the page that may be seen above what is meant */
#define NEXT 30.0   /* a heading so near below a target is its own */
#define BELOW 3.0   /* a target may cut so much of its first line */

/* --- words alike, whatever stands between them ----------------------------------------------- */

/* Letters and figures only, in small letters. The caller's to free. */
static char *bare(const char *text)
{
    GString *out = g_string_new(NULL);
    char *plain = g_utf8_normalize(text, -1, G_NORMALIZE_ALL);
    for (const char *p = plain; p && *p; p = g_utf8_next_char(p))
        if (g_unichar_isalnum(g_utf8_get_char(p)))
            g_string_append_unichar(out, g_unichar_tolower(g_utf8_get_char(p)));
    g_free(plain);
    return g_string_free(out, FALSE);
}

/* One may be cut short. */
static bool is_alike(const char *a, const char *b)
{
    size_t shorter = MIN(strlen(a), strlen(b));
    return shorter && strncmp(a, b, shorter) == 0 && (shorter > 7 || strlen(a) == strlen(b));
}

/* --- the outline ----------------------------------------------------------------------------- */

struct heading {
    char *text; /* bare */
    int sheet;
    double y;
};

struct outline {
    const struct inspection *in;
    struct targets *targets;
    GArray *headings; /* of struct heading */
    GHashTable *met;
    int items;
    struct tally lost, wrong, deeds;
};

static bool is_heading(const char *role)
{
    return role[0] == 'H' && (!role[1] || (role[1] >= '1' && role[1] <= '6' && !role[2]));
}

static GArray *list_headings(const struct inspection *in)
{
    GArray *list = g_array_new(FALSE, FALSE, sizeof(struct heading));
    for (guint i = 0; in->tags && i < in->tags->elements->len; i++) {
        const struct element *element = tags_element(in->tags, (int)i);
        const struct stretch *first =
            is_heading(element->role) ? tags_first(in->tags, element) : NULL;
        if (!first)
            continue;
        char *text = tags_words(in->tags, in->sheets, element);
        const struct sheet_glyph *glyph = g_ptr_array_index(first->glyphs, 0);
        struct heading heading = {bare(text), first->sheet, glyph->y};
        g_array_append_val(list, heading);
        g_free(text);
    }
    return list;
}

static bool shows(const struct target *target, int sheet, double y)
{
    return target->sheet == sheet &&
           (!target->at_y || (target->y < y + BELOW && target->y > y - ABOVE));
}

/* Whether a heading of these words is shown; `meant`: one of them. */
static bool shows_heading(const struct outline *outline, const struct target *target,
                          const char *title, const struct heading **meant)
{
    *meant = NULL;
    for (guint i = 0; i < outline->headings->len; i++) {
        const struct heading *heading = &g_array_index(outline->headings, struct heading, i);
        if (!is_alike(heading->text, title))
            continue;
        if (shows(target, heading->sheet, heading->y))
            return true;
        *meant = *meant ? *meant : heading;
    }
    return false;
}

/* The heading where a target leads to; NULL: none. */
static const struct heading *heading_at(const struct outline *outline, const struct target *target)
{
    for (guint i = 0; i < outline->headings->len; i++) {
        const struct heading *heading = &g_array_index(outline->headings, struct heading, i);
        if (target->at_y && heading->sheet == target->sheet && heading->y > target->y - BELOW &&
            heading->y < target->y + NEXT)
            return heading;
    }
    return NULL;
}

static void look_at_item(struct outline *outline, const struct object *item)
{
    const struct inspection *in = outline->in;
    const char *title = file_text(in->file, file_get(in->file, item, "Title"));
    struct target target = targets_of(outline->targets, item);
    const struct heading *meant;
    const char *deed = inspect_deed(in, file_get(in->file, item, "A"));
    if (deed)
        tally_add(in, &outline->deeds, 0, "the item “%s” of the outline runs a program (%s)",
                  inspect_words(in, title ? title : ""), deed);
    if (target.kind == TARGET_LOST)
        tally_add(in, &outline->lost, 0, "the item “%s” of the outline leads nowhere",
                  inspect_words(in, title ? title : ""));
    if (target.kind != TARGET_PAGE || !title)
        return;
    char *words = bare(title);
    bool shown = shows_heading(outline, &target, words, &meant);
    if (!shown && meant)
        tally_add(in, &outline->wrong, target.sheet,
                  "the item “%s” of the outline leads here, its heading stands %s %d",
                  inspect_words(in, title),
                  meant->sheet == target.sheet ? "elsewhere on page" : "on page", meant->sheet);
    else if (!shown && heading_at(outline, &target))
        tally_add(in, &outline->wrong, target.sheet,
                  "the item “%s” of the outline leads to a heading of other words",
                  inspect_words(in, title));
    g_free(words);
}

static void walk_items(struct outline *outline, const struct object *first, int depth)
{
    struct file *file = outline->in->file;
    for (const struct object *item = file_follow(file, first);
         item->kind == OBJECT_DICTIONARY && depth < MOST_DEPTH && outline->items++ < MOST_ITEMS;
         item = file_get(file, item, "Next")) {
        if (item->id && !g_hash_table_add(outline->met, GINT_TO_POINTER(item->id)))
            return;
        look_at_item(outline, item);
        walk_items(outline, object_find(item, "First"), depth + 1);
    }
}

static void look_at_outline(const struct inspection *in, struct targets *targets)
{
    const struct object *root = file_get(in->file, file_catalog(in->file), "Outlines");
    struct outline outline = {.in = in,
                              .targets = targets,
                              .headings = list_headings(in),
                              .met = g_hash_table_new(NULL, NULL)};
    walk_items(&outline, object_find(root, "First"), 0);
    if (!outline.items && outline.headings->len > 1 && in->sheets->len > 1)
        diag_file(in->diag, in->source, SOURCE_NOWHERE, DIAG_INSPECT_OUTLINE,
                  "has %u headings and no outline, one was wanted", outline.headings->len);
    tally_tell(in, &outline.lost, DIAG_INSPECT_OUTLINE, "items");
    tally_tell(in, &outline.wrong, DIAG_INSPECT_OUTLINE, "items");
    tally_tell(in, &outline.deeds, DIAG_INSPECT_ARCHIVE, "items");
    for (guint i = 0; i < outline.headings->len; i++)
        g_free(g_array_index(outline.headings, struct heading, i).text);
    g_array_unref(outline.headings);
    g_hash_table_unref(outline.met);
}

/* --- links ----------------------------------------------------------------------------------- */

struct links {
    const struct inspection *in;
    struct targets *targets;
    GHashTable *notes; /* number → pointer to struct place of the first note of it, or to none */
    GArray *calls;     /* of struct call */
    struct tally lost, beside, other;
};

struct call {
    const char *number;
    int page, note_page;
    bool reached;  /* the link leads to the page of the note */
    double offset; /* points from there down to the note */
};

/* The words of a link as far as they stand on this page. */
struct linked {
    GString *text;
    int glyphs, covered;
};

static bool rectangle_of(const struct inspection *in, const struct sheet *sheet,
                         const struct object *note, struct page_box *box)
{
    const struct object *rect = file_get(in->file, note, "Rect");
    double side[4];
    if (rect->kind != OBJECT_ARRAY || rect->count != 4)
        return false;
    for (int i = 0; i < 4; i++)
        side[i] = file_item(in->file, rect, i)->number;
    *box = (struct page_box){
        true, MIN(side[0], side[2]) - sheet->cut.left, sheet->cut.top - MIN(side[1], side[3]),
        MAX(side[0], side[2]) - sheet->cut.left, sheet->cut.top - MAX(side[1], side[3])};
    return true;
}

static void take_linked(const struct inspection *in, const struct sheet *sheet, int owner,
                        const struct page_box *box, struct linked *linked)
{
    const double near = 2;
    const struct element *element = tags_element(in->tags, owner);
    for (guint i = element->first; i < element->end; i++) {
        const struct stretch *stretch = tags_stretch(in->tags, i);
        for (guint k = 0; stretch->sheet == sheet->number && k < stretch->glyphs->len; k++) {
            const struct sheet_glyph *glyph = g_ptr_array_index(stretch->glyphs, k);
            double x = glyph->x + glyph->advance / 2;
            linked->glyphs++;
            linked->covered += x > box->left - near && x < box->right + near &&
                               glyph->y > box->top - near && glyph->y < box->bottom + near;
            g_string_append(linked->text, glyph->text ? glyph->text : "");
        }
    }
}

/* A symbol in the words of a link that leads to a document must be in its address. */
static const char *other_symbol(const struct inspection *in, const char *words, const char *uri)
{
    static const char pattern[] =
        "(?<![\\w/])(?:[A-Z][A-Za-z.]*/)*(?:ES-|S-)?[0-9]{1,3}/[0-9]{1,4}(?![\\w/])";
    GMatchInfo *match;
    const char *other = NULL;
    if (!strstr(uri, "undocs.org") && !strstr(uri, "docs.un.org"))
        return NULL;
    GRegex *regex = g_regex_new(pattern, 0, 0, NULL);
    if (g_regex_match(regex, words, 0, &match)) {
        char *symbol = g_match_info_fetch(match, 0);
        g_match_info_next(match, NULL);
        if (!g_match_info_matches(match) && !strstr(uri, symbol))
            other = arena_strdup(in->arena, symbol);
        g_free(symbol);
    }
    g_match_info_free(match);
    g_regex_unref(regex);
    return other;
}

static void look_at_words(struct links *links, const struct sheet *sheet, const struct object *note,
                          const struct linked *linked)
{
    const struct inspection *in = links->in;
    const struct object *action = file_get(in->file, note, "A");
    const char *uri = object_bytes(file_get(in->file, action, "URI"));
    const char *other = uri ? other_symbol(in, linked->text->str, uri) : NULL;
    if (linked->glyphs && !linked->covered)
        tally_add(in, &links->beside, sheet->number, "a link stands beside its words “%s”",
                  inspect_words(in, linked->text->str));
    if (uri && !*uri)
        tally_add(in, &links->lost, sheet->number, "the link “%s” leads nowhere",
                  inspect_words(in, linked->text->str));
    if (other)
        tally_add(in, &links->other, sheet->number, "the link %s leads to %s", other,
                  inspect_words(in, uri));
}

/* --- calls lead to their notes */

/* The number that a text begins with, after marks; "" when it begins with a word. */
static char *digits_of(const char *text)
{
    while (*text && !g_unichar_isalnum(g_utf8_get_char(text)))
        text = g_utf8_next_char(text);
    return g_strndup(text, strspn(text, "0123456789"));
}

static GHashTable *list_notes(const struct inspection *in)
{
    GHashTable *notes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < in->tags->elements->len; i++) {
        const struct element *element = tags_element(in->tags, (int)i);
        const struct stretch *first =
            strcmp(element->role, "Note") == 0 ? tags_first(in->tags, element) : NULL;
        if (!first)
            continue;
        char *text = tags_words(in->tags, in->sheets, element), *digits = digits_of(text);
        bool again = g_hash_table_contains(notes, digits);
        g_hash_table_insert(notes, digits, again ? NULL : (void *)(uintptr_t)first);
        g_free(text);
    }
    return notes;
}

static void take_call(struct links *links, const struct sheet *sheet, int owner,
                      const struct target *target, const char *text)
{
    const struct inspection *in = links->in;
    if (!tags_is_in(in->tags, owner, "Reference") || tags_is_in(in->tags, owner, "Note") ||
        tags_is_in(in->tags, owner, "TOC"))
        return;
    char *digits = digits_of(text);
    const struct stretch *note = *digits ? g_hash_table_lookup(links->notes, digits) : NULL;
    if (note) {
        const struct sheet_glyph *glyph = g_ptr_array_index(note->glyphs, 0);
        struct call call = {arena_strdup(in->arena, digits), sheet->number, note->sheet,
                            target->sheet == note->sheet, glyph->y - target->y};
        call.offset = target->at_y ? call.offset : 0;
        g_array_append_val(links->calls, call);
    }
    g_free(digits);
}

static int by_offset(const void *left, const void *right)
{
    const struct call *a = left, *b = right;
    return a->offset < b->offset ? -1 : a->offset > b->offset;
}

/* How far above a note links lead is its maker's affair; but most do it alike. */
static void look_at_calls(struct links *links)
{
    g_array_sort(links->calls, by_offset);
    double usual = links->calls->len
                       ? g_array_index(links->calls, struct call, links->calls->len / 2).offset
                       : 0;
    for (guint i = 0; i < links->calls->len; i++) {
        const struct call *call = &g_array_index(links->calls, struct call, i);
        if (!call->reached || fabs(call->offset - usual) > 4)
            tally_add(links->in, &links->other, call->page,
                      "the call of note %s leads elsewhere, the note stands on page %d",
                      call->number, call->note_page);
    }
}

static void look_at_link(struct links *links, const struct sheet *sheet, const struct object *note)
{
    const struct inspection *in = links->in;
    struct target target = targets_of(links->targets, note);
    struct linked linked = {.text = g_string_new(NULL)};
    struct page_box box;
    int owner =
        in->tags
            ? GPOINTER_TO_INT(g_hash_table_lookup(in->tags->annotations, GINT_TO_POINTER(note->id)))
            : 0;
    if (owner && note->id && rectangle_of(in, sheet, note, &box)) {
        take_linked(in, sheet, owner - 1, &box, &linked);
        look_at_words(links, sheet, note, &linked);
        if (target.kind == TARGET_PAGE)
            take_call(links, sheet, owner - 1, &target, linked.text->str);
    }
    if (target.kind == TARGET_LOST)
        tally_add(in, &links->lost, sheet->number, "the link “%s” leads nowhere",
                  inspect_words(in, linked.text->str));
    g_string_free(linked.text, TRUE);
}

static void look_at_links(const struct inspection *in, struct targets *targets)
{
    struct links links = {.in = in, .targets = targets};
    links.calls = g_array_new(FALSE, FALSE, sizeof(struct call));
    links.notes = in->tags ? list_notes(in) : g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < in->sheets->len; i++) {
        const struct sheet *sheet = inspect_sheet(in, i);
        const struct object *list = file_get(in->file, sheet->page, "Annots");
        for (int k = 0; list->kind == OBJECT_ARRAY && k < list->count; k++) {
            const struct object *note = file_item(in->file, list, k);
            if (object_is(file_get(in->file, note, "Subtype"), "Link"))
                look_at_link(&links, sheet, note);
        }
    }
    look_at_calls(&links);
    tally_tell(in, &links.lost, DIAG_INSPECT_TARGET, "links");
    tally_tell(in, &links.beside, DIAG_INSPECT_TARGET, "links");
    tally_tell(in, &links.other, DIAG_INSPECT_TARGET, "links");
    g_hash_table_unref(links.notes);
    g_array_unref(links.calls);
}

void inspect_targets(const struct inspection *in)
{
    struct targets *targets = targets_new(in);
    look_at_outline(in, targets);
    look_at_links(in, targets);
}
