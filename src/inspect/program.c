/* program: an embedded font program asked by FreeType. In: its bytes. Out: widths, whether a glyph
 * is there and whether it has ink. */
#include <ft2build.h>
#include <glib.h>
#include FT_FREETYPE_H
#include FT_CID_H
#include FT_OUTLINE_H

#include "inspect/font.h"

struct program {
    FT_Library library;
    FT_Face face;
    GHashTable *cids;     /* CID + 1 → glyph + 1; NULL: glyphs are asked for by their index */
    GHashTable *outlines; /* hash of an outline → GArray of characters; made when it is asked for */
};

static void close_program(void *user)
{
    struct program *program = user;
    FT_Done_FreeType(program->library);
    g_clear_pointer(&program->cids, g_hash_table_unref);
    g_clear_pointer(&program->outlines, g_hash_table_unref);
}

static void list_cids(struct program *program)
{
    FT_UInt cid;
    program->cids = g_hash_table_new(NULL, NULL);
    for (FT_Long glyph = 0; glyph < program->face->num_glyphs && glyph < 0x10000; glyph++)
        if (!FT_Get_CID_From_Glyph_Index(program->face, (FT_UInt)glyph, &cid))
            g_hash_table_insert(program->cids, GUINT_TO_POINTER(cid + 1),
                                GINT_TO_POINTER((int)glyph + 1));
}

static void take_cids(struct program *program)
{
    FT_Bool is_cid = 0;
    if (!FT_Get_CID_Is_Internally_CID_Keyed(program->face, &is_cid) && is_cid)
        list_cids(program);
}

const struct program *program_open(struct arena *arena, const char *bytes, size_t size)
{
    struct program *program = ARENA_NEW(arena, struct program);
    if (FT_Init_FreeType(&program->library))
        return NULL;
    arena_defer(arena, close_program, program);
    if (FT_New_Memory_Face(program->library, (const FT_Byte *)bytes, (FT_Long)size, 0,
                           &program->face))
        return NULL;
    take_cids(program);
    return program;
}

const struct program *program_open_file(struct arena *arena, const char *path, int index,
                                        const char *name)
{
    struct program *program = ARENA_NEW(arena, struct program);
    if (FT_Init_FreeType(&program->library))
        return NULL;
    arena_defer(arena, close_program, program);
    if (FT_New_Face(program->library, path, index, &program->face) ||
        g_strcmp0(FT_Get_Postscript_Name(program->face), name) != 0)
        return NULL;
    take_cids(program);
    return program;
}

/* FreeType takes CIDs, not glyphs, of a bare CFF program that has CIDs. */
int program_glyph_of_cid(const struct program *program, unsigned cid)
{
    if (!program->cids)
        return cid < (unsigned)program->face->num_glyphs ? (int)cid : -1;
    int glyph = GPOINTER_TO_INT(g_hash_table_lookup(program->cids, GUINT_TO_POINTER(cid + 1))) - 1;
    return glyph >= 0 && !FT_IS_SFNT(program->face) ? (int)cid : glyph;
}

int program_glyph_of_char(const struct program *program, unsigned character, unsigned code)
{
    FT_Face face = program->face;
    if (!FT_Select_Charmap(face, FT_ENCODING_UNICODE) && character)
        return (int)FT_Get_Char_Index(face, character);
    if (!FT_Select_Charmap(face, FT_ENCODING_MS_SYMBOL)) {
        int glyph = (int)FT_Get_Char_Index(face, 0xF000 + code);
        return glyph ? glyph : (int)FT_Get_Char_Index(face, code);
    }
    if (!FT_Select_Charmap(face, FT_ENCODING_APPLE_ROMAN))
        return (int)FT_Get_Char_Index(face, code);
    return 0;
}

bool program_has_characters(const struct program *program)
{
    return !FT_Select_Charmap(program->face, FT_ENCODING_UNICODE);
}

bool program_facts(const struct program *program, int glyph, struct glyph_facts *facts)
{
    FT_Face face = program->face;
    *facts = (struct glyph_facts){0};
    bool bare = program->cids && !FT_IS_SFNT(face);
    if (glyph < 0 || (!bare && glyph >= face->num_glyphs) || !face->units_per_EM)
        return true;
    if (FT_Load_Glyph(face, (FT_UInt)glyph, FT_LOAD_NO_SCALE | FT_LOAD_NO_HINTING))
        return false;
    facts->there = true;
    facts->width = (double)face->glyph->metrics.horiAdvance * 1000 / face->units_per_EM;
    facts->blank =
        face->glyph->format == FT_GLYPH_FORMAT_OUTLINE && face->glyph->outline.n_contours == 0;
    return true;
}

/* --- outlines ------------------------------------------------------------------------------ */

/* NULL: the glyph has none. It is the face's until its next glyph. */
static const FT_Outline *outline_of(const struct program *program, int glyph)
{
    FT_Face face = program->face;
    if (glyph <= 0 || FT_Load_Glyph(face, (FT_UInt)glyph, FT_LOAD_NO_SCALE | FT_LOAD_NO_HINTING) ||
        face->glyph->format != FT_GLYPH_FORMAT_OUTLINE || !face->glyph->outline.n_points)
        return NULL;
    return &face->glyph->outline;
}

bool program_is_same_glyph(const struct program *a, int a_glyph, const struct program *b,
                           int b_glyph)
{
    const FT_Outline *one = outline_of(a, a_glyph), *other = outline_of(b, b_glyph);
    if (!one || !other || one->n_points != other->n_points || one->n_contours != other->n_contours)
        return false;
    for (int i = 0; i < one->n_points; i++)
        if (one->points[i].x != other->points[i].x || one->points[i].y != other->points[i].y)
            return false;
    return true;
}

static guint hash_of(const FT_Outline *outline)
{
    guint hash = (guint)outline->n_points;
    for (int i = 0; i < outline->n_points; i++)
        hash = (hash * 31 + (guint)outline->points[i].x) * 31 + (guint)outline->points[i].y;
    return hash;
}

static void free_chars(void *chars)
{
    g_array_unref(chars);
}

static void add_char(GHashTable *outlines, guint hash, guint c)
{
    GArray *chars = g_hash_table_lookup(outlines, GUINT_TO_POINTER(hash));
    if (!chars) {
        chars = g_array_new(FALSE, FALSE, sizeof(guint));
        g_hash_table_insert(outlines, GUINT_TO_POINTER(hash), chars);
    }
    g_array_append_val(chars, c);
}

static void list_outlines(struct program *whole)
{
    FT_UInt glyph;
    whole->outlines = g_hash_table_new_full(NULL, NULL, NULL, free_chars);
    if (FT_Select_Charmap(whole->face, FT_ENCODING_UNICODE))
        return;
    for (FT_ULong c = FT_Get_First_Char(whole->face, &glyph); glyph;
         c = FT_Get_Next_Char(whole->face, c, &glyph)) {
        const FT_Outline *outline = outline_of(whole, (int)glyph);
        if (outline)
            add_char(whole->outlines, hash_of(outline), (guint)c);
    }
}

const GArray *program_chars_of_glyph(const struct program *whole, const struct program *program,
                                     int glyph)
{
    const FT_Outline *outline = outline_of(program, glyph);
    guint hash = outline ? hash_of(outline) : 0;
    if (!outline)
        return NULL;
    if (!whole->outlines)
        list_outlines((struct program *)(uintptr_t)whole);
    return g_hash_table_lookup(whole->outlines, GUINT_TO_POINTER(hash));
}
