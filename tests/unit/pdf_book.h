/* Books made by hand for the tests of src/pdf: text is shaped with HarfBuzz and put where the test
 * wants it. */
#ifndef PLENARY_TEST_PDF_BOOK_H
#define PLENARY_TEST_PDF_BOOK_H

#include <fontconfig/fontconfig.h>
#include <hb-ot.h>
#include <string.h>

#include "page/book.h"

#define TEST_MARGIN PT(72)

struct desk {
    struct arena *arena;
    struct node *doc;
    GArray *items; /* of struct placed, of the page being made */
    GArray *pages; /* of struct page */
    /* what is put next is put with these */
    const struct face *face;
    length size, x, y, rise;
    enum artifact artifact;
    enum run_part part;
    enum language language;
};

static inline struct face *desk_face_of_file(struct desk *desk, const char *file, int index)
{
    struct face *face = ARENA_NEW(desk->arena, struct face);
    hb_blob_t *blob = hb_blob_create_from_file(file);
    face->file = arena_strdup(desk->arena, file);
    face->index = index;
    face->hb_face = hb_face_create(blob, (unsigned)index);
    face->hb_font = hb_font_create(face->hb_face);
    face->upem = (int)hb_face_get_upem(face->hb_face);
    hb_blob_destroy(blob);
    arena_defer(desk->arena, (void (*)(void *))hb_face_destroy, face->hb_face);
    arena_defer(desk->arena, (void (*)(void *))hb_font_destroy, face->hb_font);
    return face;
}

/* An installed face of exactly this family, or NULL. */
static inline struct face *desk_face(struct desk *desk, const char *family, int weight)
{
    FcPattern *wanted =
        FcPatternBuild(NULL, FC_FAMILY, FcTypeString, family, FC_WEIGHT, FcTypeInteger, weight,
                       FC_SLANT, FcTypeInteger, FC_SLANT_ROMAN, FC_FONTFORMAT, FcTypeString,
                       strstr(family, "Liberation") ? "TrueType" : "CFF", NULL);
    FcObjectSet *objects = FcObjectSetBuild(FC_FILE, FC_INDEX, NULL);
    FcConfig *config = FcInitLoadConfigAndFonts();
    FcFontSet *found = FcFontList(config, wanted, objects);
    struct face *face = NULL;
    FcChar8 *file;
    int index;
    if (found->nfont && FcPatternGetString(found->fonts[0], FC_FILE, 0, &file) == FcResultMatch &&
        FcPatternGetInteger(found->fonts[0], FC_INDEX, 0, &index) == FcResultMatch)
        face = desk_face_of_file(desk, (const char *)file, index);
    FcFontSetDestroy(found);
    FcObjectSetDestroy(objects);
    FcPatternDestroy(wanted);
    FcConfigDestroy(config);
    return face;
}

static inline void desk_begin(struct desk *desk, struct arena *arena, enum language language)
{
    *desk = (struct desk){.arena = arena, .size = PT(10.5), .x = TEST_MARGIN, .y = TEST_MARGIN};
    desk->doc = doc_new(arena, NODE_DOC, 0);
    desk->doc->as.doc.language = language;
    desk->items = g_array_new(FALSE, TRUE, sizeof(struct placed));
    desk->pages = g_array_new(FALSE, TRUE, sizeof(struct page));
}

static inline struct placed *desk_item(struct desk *desk, enum placed_kind kind,
                                       const struct node *owner)
{
    g_array_set_size(desk->items, desk->items->len + 1);
    struct placed *item = &g_array_index(desk->items, struct placed, desk->items->len - 1);
    item->kind = kind;
    item->artifact = desk->artifact;
    item->owner = owner;
    item->x = desk->x;
    item->y = desk->y;
    return item;
}

/* Shapes text with the desk's face and puts it behind what was put before. */
static inline struct run *desk_put(struct desk *desk, const struct node *owner, const char *text)
{
    hb_buffer_t *buffer = hb_buffer_create();
    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    hb_buffer_add_utf8(buffer, text, -1, 0, -1);
    hb_buffer_guess_segment_properties(buffer);
    hb_shape(desk->face->hb_font, buffer, NULL, 0);
    unsigned count;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(buffer, NULL);
    struct glyph *glyphs = ARENA_ARRAY(desk->arena, struct glyph, count);
    int64_t pen = 0, upem = desk->face->upem;
    for (unsigned i = 0; i < count; i++) {
        glyphs[i] = (struct glyph){infos[i].codepoint, infos[i].cluster,
                                   (length)((pen + positions[i].x_offset) * desk->size / upem),
                                   (length)(positions[i].y_offset * (int64_t)desk->size / upem)};
        pen += positions[i].x_advance;
    }
    hb_buffer_destroy(buffer);
    struct run *run = ARENA_NEW(desk->arena, struct run);
    *run = (struct run){.face = desk->face,
                        .size = desk->size,
                        .x = desk->x - TEST_MARGIN,
                        .rise = desk->rise,
                        .width = (length)(pen * desk->size / upem),
                        .text = arena_strdup(desk->arena, text),
                        .text_length = (uint32_t)strlen(text),
                        .glyph_count = count,
                        .glyphs = glyphs,
                        .owner = owner,
                        .part = desk->part,
                        .language = desk->language};
    desk_item(desk, PLACED_RUN, owner)->run = run;
    desk->x += run->width;
    return run;
}

/* White of so many thousandths of the size. */
static inline void desk_skip(struct desk *desk, int permille)
{
    desk->x += length_scale(desk->size, permille, 1000);
}

static inline void desk_line(struct desk *desk)
{
    desk->x = TEST_MARGIN;
    desk->y += desk->size * 3 / 2;
}

static inline void desk_page(struct desk *desk)
{
    struct page page = {.number = (int)desk->pages->len + 1, .count = (int)desk->items->len};
    page.items =
        arena_copy(desk->arena, desk->items->data, desk->items->len * sizeof(struct placed));
    g_array_append_val(desk->pages, page);
    g_array_set_size(desk->items, 0);
    desk->x = desk->y = TEST_MARGIN;
}

/* The book of all pages; the desk is then cleared. */
static inline struct book *desk_book(struct desk *desk, const char *title)
{
    if (desk->items->len)
        desk_page(desk);
    struct book *book = ARENA_NEW(desk->arena, struct book);
    *book = (struct book){
        .doc = desk->doc,
        .width = PT(595.276),
        .height = PT(841.89),
        .page_count = (int)desk->pages->len,
        .pages = arena_copy(desk->arena, desk->pages->data, desk->pages->len * sizeof(struct page)),
        .title = title,
        .symbol = "A/RES/76/19",
        .language = desk->doc->as.doc.language,
        .date = {2021, 12, 8}};
    g_array_free(desk->items, TRUE);
    g_array_free(desk->pages, TRUE);
    return book;
}

#endif
