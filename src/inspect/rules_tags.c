/* rules_tags: what is tagged, in which order, by which roles. */
#include <string.h>

#include "inspect/inspect.h"
#include "inspect/tally.h"

/* --- all text is tagged or an artifact ------------------------------------------------------ */

static void look_at_untagged(const struct inspection *in, const struct sheet *sheet)
{
    int count = 0;
    const struct sheet_glyph *first = NULL;
    for (guint i = 0; i < sheet->glyphs->len; i++) {
        const struct sheet_glyph *glyph = &g_array_index(sheet->glyphs, struct sheet_glyph, i);
        const struct mark *mark =
            glyph->mark >= 0 ? &g_array_index(sheet->marks, struct mark, glyph->mark) : NULL;
        bool loose = !mark || (!mark->artifact && mark->mcid < 0);
        if (loose && !count++)
            first = glyph;
    }
    if (count)
        diag_file(in->diag, in->source, (uint32_t)sheet->number, DIAG_INSPECT_UNTAGGED,
                  "%d glyphs are neither tagged nor an artifact, from “%s” on", count,
                  first->text ? first->text : "?");
}

static void look_at_stretches(const struct inspection *in)
{
    const struct tags *tags = in->tags;
    struct tally loose = {0}, lost = {0};
    for (guint i = 0; i < tags->stretches->len; i++) {
        const struct stretch *stretch = tags_stretch(tags, i);
        if (stretch->element < 0 && stretch->glyphs->len) {
            const struct sheet_glyph *first = g_ptr_array_index(stretch->glyphs, 0);
            tally_add(in, &loose, stretch->sheet,
                      "sequence %d, from “%s” on, belongs to no element of the structure",
                      stretch->mcid, first->text ? first->text : "?");
        } else if (stretch->element >= 0 && !stretch->on_page) {
            tally_add(in, &lost, stretch->sheet,
                      "an element %s of the structure owns sequence %d, which the page has not",
                      tags_element(tags, stretch->element)->role, stretch->mcid);
        }
    }
    tally_tell(in, &loose, DIAG_INSPECT_UNTAGGED, "sequences");
    tally_tell(in, &lost, DIAG_INSPECT_TAG_LOST, "sequences");
}

/* --- roles --------------------------------------------------------------------------------- */

static void look_at_roles(const struct inspection *in)
{
    GHashTable *told = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < in->tags->elements->len; i++) {
        const struct element *element = tags_element(in->tags, (int)i);
        if (!element->known && g_hash_table_add(told, (void *)(uintptr_t)element->role))
            diag_file(in->diag, in->source, SOURCE_NOWHERE, DIAG_INSPECT_ROLE,
                      "the structure has elements “%s”, no standard role is said for them",
                      element->role);
    }
    g_hash_table_unref(told);
}

/* ISO 14289-1, 7.1: standard types are what they are. */
static void look_at_map(const struct inspection *in)
{
    const struct object *root = file_get(in->file, file_catalog(in->file), "StructTreeRoot");
    const struct object *map = file_get(in->file, root, "RoleMap");
    for (int i = 0; map->kind == OBJECT_DICTIONARY && i < map->count; i++) {
        const char *other = object_bytes(file_follow(in->file, map->items[i]));
        if (tags_is_standard(map->keys[i]) && other && strcmp(other, map->keys[i]) != 0) {
            diag_file(in->diag, in->source, SOURCE_NOWHERE, DIAG_INSPECT_ROLE,
                      "the standard role %s is mapped to another, %s", map->keys[i],
                      inspect_words(in, other));
            return;
        }
    }
}

/* 1 to 6 of H1 to H6, else 0. */
static int level_of(const struct element *element)
{
    const char *role = element->role;
    return role[0] == 'H' && role[1] >= '1' && role[1] <= '6' && !role[2] ? role[1] - '0' : 0;
}

static void look_at_headings(const struct inspection *in)
{
    int before = 0, plain = 0;
    for (guint i = 0; i < in->tags->elements->len; i++) {
        const struct element *element = tags_element(in->tags, (int)i);
        const struct stretch *first = tags_first(in->tags, element);
        int level = level_of(element);
        plain += strcmp(element->role, "H") == 0;
        if (level > before + 1)
            diag_file(in->diag, in->source, first ? (uint32_t)first->sheet : SOURCE_NOWHERE,
                      DIAG_INSPECT_HEADING,
                      "a heading H%d follows %s%.0d, no level may be left out", level,
                      before ? "one of level " : "none", before);
        before = level ? level : before;
    }
    if (!before && !plain)
        diag_file(in->diag, in->source, SOURCE_NOWHERE, DIAG_INSPECT_HEADING,
                  "the structure has no heading, the title as H1 was wanted");
}

/* --- order --------------------------------------------------------------------------------- */

/* Elements that stand on their own below each other: the order of what is in tables, and of labels
 * beside their text, is another matter. */
static bool is_block(const struct tags *tags, int index)
{
    const struct element *element = tags_element(tags, index);
    if (strcmp(element->role, "TR") == 0)
        return !tags_is_in(tags, index, "Note");
    return (strcmp(element->role, "P") == 0 || strcmp(element->role, "LI") == 0 ||
            level_of(element)) &&
           !tags_is_in(tags, index, "Table") && !tags_is_in(tags, index, "Note") &&
           !tags_is_in(tags, index, "TOC");
}

/* Where an element ends on the page where it begins. */
static double lowest(const struct stretch *stretch)
{
    double y = 0;
    for (guint i = 0; i < stretch->glyphs->len; i++)
        y = MAX(y, ((const struct sheet_glyph *)g_ptr_array_index(stretch->glyphs, i))->y);
    return y;
}

/* Text that reads on must stand on a later page, or below: columns of the masthead may begin at
 * the same height. */
static void look_at_order(const struct inspection *in)
{
    int sheet = 0;
    double y = 0;
    for (guint i = 0; i < in->tags->elements->len; i++) {
        const struct element *element = tags_element(in->tags, (int)i);
        const struct stretch *first =
            is_block(in->tags, (int)i) ? tags_first(in->tags, element) : NULL;
        const struct sheet_glyph *glyph = first ? g_ptr_array_index(first->glyphs, 0) : NULL;
        if (!glyph)
            continue;
        bool back = first->sheet < sheet || (first->sheet == sheet && glyph->y < y - 9);
        if (back && !(first->sheet == 1 && glyph->y < 200)) {
            char *text = g_strstrip(tags_words(in->tags, in->sheets, element));
            if (*text)
                diag_file(in->diag, in->source, (uint32_t)first->sheet, DIAG_INSPECT_ORDER,
                          "“%s” is read after what stands behind it on the page",
                          inspect_words(in, text));
            g_free(text);
        }
        sheet = first->sheet;
        y = MAX(glyph->y, lowest(first));
    }
}

/* --- links --------------------------------------------------------------------------------- */

static void look_at_links(const struct inspection *in, const struct sheet *sheet,
                          struct tally *loose, struct tally *silent)
{
    const struct object *list = file_get(in->file, sheet->page, "Annots");
    for (int i = 0; list->kind == OBJECT_ARRAY && i < list->count; i++) {
        const struct object *note = file_item(in->file, list, i);
        const char *words = file_text(in->file, file_get(in->file, note, "Contents"));
        if (!object_is(file_get(in->file, note, "Subtype"), "Link"))
            continue;
        if (!object_find(note, "StructParent") ||
            !g_hash_table_contains(in->tags->annotations, GINT_TO_POINTER(note->id)))
            tally_add(in, loose, sheet->number, "a link is outside the structure");
        if (!words || !*words)
            tally_add(in, silent, sheet->number,
                      "a link has no words for who does not see it, Contents were wanted");
    }
}

void inspect_tags(const struct inspection *in)
{
    struct tally loose = {0}, silent = {0};
    for (guint i = 0; i < in->sheets->len; i++) {
        look_at_untagged(in, inspect_sheet(in, i));
        look_at_links(in, inspect_sheet(in, i), &loose, &silent);
    }
    tally_tell(in, &loose, DIAG_INSPECT_LINK, "links");
    tally_tell(in, &silent, DIAG_INSPECT_LINK, "links");
    look_at_stretches(in);
    look_at_roles(in);
    look_at_map(in);
    look_at_headings(in);
    look_at_order(in);
}
