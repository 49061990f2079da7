/* font: dictionaries of fonts in, what their codes mean out. */
#include "inspect/font.h"

#include <string.h>

#include "inspect/names.h"

#define MOST_WIDTHS 100000

/* --- names -------------------------------------------------------------------------------- */

static bool has_tag(const char *name)
{
    for (int i = 0; i < 6; i++)
        if (name[i] < 'A' || name[i] > 'Z')
            return false;
    return name[6] == '+';
}

static void take_name(struct arena *arena, struct pdf_font *font, const char *name)
{
    font->subset = name && has_tag(name);
    char *valid = g_utf8_make_valid(name ? name + (font->subset ? 7 : 0) : "without a name", -1);
    font->name = arena_strdup(arena, valid);
    g_free(valid);
}

/* --- widths ------------------------------------------------------------------------------- */

static void set_width(struct arena *arena, struct pdf_font *font, double code, double width)
{
    if (code < 0 || code > 0xFFFF || g_hash_table_size(font->widths) > MOST_WIDTHS)
        return;
    double *kept = ARENA_NEW(arena, double);
    *kept = width;
    g_hash_table_insert(font->widths, GUINT_TO_POINTER((unsigned)code + 1), kept);
}

/* 9.7.4.3: c [w1 w2 …], c_first c_last w */
static void take_cid_widths(struct arena *arena, struct file *file, struct pdf_font *font,
                            const struct object *cid_font)
{
    const struct object *list = file_get(file, cid_font, "W");
    font->missing_width = file_number(file, cid_font, "DW", 1000);
    for (int i = 0; i + 1 < list->count && list->kind == OBJECT_ARRAY;) {
        double first = file_item(file, list, i)->number;
        const struct object *next = file_item(file, list, i + 1);
        if (next->kind == OBJECT_ARRAY) {
            for (int k = 0; k < next->count; k++)
                set_width(arena, font, first + k, file_item(file, next, k)->number);
            i += 2;
            continue;
        }
        double width = file_item(file, list, i + 2)->number;
        for (double code = MAX(first, 0); code <= next->number && code <= 0xFFFF; code++)
            set_width(arena, font, code, width);
        i += 3;
    }
}

static void take_simple_widths(struct arena *arena, struct file *file, struct pdf_font *font,
                               const struct object *dictionary, const struct object *descriptor)
{
    const struct object *list = file_get(file, dictionary, "Widths");
    double first = file_number(file, dictionary, "FirstChar", 0);
    font->missing_width = file_number(file, descriptor, "MissingWidth", 0);
    for (int i = 0; list->kind == OBJECT_ARRAY && i < list->count && i < 256; i++)
        set_width(arena, font, first + i, file_item(file, list, i)->number);
}

double pdf_font_width(const struct pdf_font *font, unsigned code)
{
    int cid = font->composite && font->encoding ? cmap_cid(font->encoding, code) : (int)code;
    const double *width = g_hash_table_lookup(font->widths, GUINT_TO_POINTER((unsigned)cid + 1));
    return width ? *width : font->missing_width;
}

/* --- text --------------------------------------------------------------------------------- */

static const struct cmap *load_cmap(struct arena *arena, struct file *file,
                                    const struct object *stream)
{
    size_t size;
    const char *bytes = file_bytes(file, stream, &size);
    return bytes ? cmap_read(arena, bytes, size) : NULL;
}

/* Names of glyphs by code: a base encoding, then differences (9.6.6). */
static const char **load_names(struct arena *arena, struct file *file,
                               const struct object *dictionary, bool symbolic)
{
    const char **texts = ARENA_ARRAY(arena, const char *, 256);
    const struct object *encoding = file_get(file, dictionary, "Encoding");
    for (unsigned code = 0; code < 256; code++)
        if (!symbolic || encoding->kind != OBJECT_NULL)
            texts[code] = names_text_of_code(arena, code);
    const struct object *list = file_get(file, encoding, "Differences");
    unsigned code = 0;
    for (int i = 0; list->kind == OBJECT_ARRAY && i < list->count && i < 1024; i++) {
        const struct object *item = file_item(file, list, i);
        if (item->kind == OBJECT_NUMBER)
            code = (unsigned)CLAMP(item->number, 0, 255);
        else if (code < 256 && object_bytes(item))
            texts[code++] = names_text_of_name(arena, object_bytes(item));
    }
    return texts;
}

const char *pdf_font_text(const struct pdf_font *font, unsigned code)
{
    const char *text = font->text ? cmap_text(font->text, code) : NULL;
    return text ? text : font->names && code < 256 ? font->names[code] : NULL;
}

/* --- codes and glyphs --------------------------------------------------------------------- */

int pdf_font_next_code(const struct pdf_font *font, const char *bytes, size_t size, unsigned *code)
{
    int wanted = !font->composite                               ? 1
                 : font->encoding && font->encoding->code_bytes ? font->encoding->code_bytes
                                                                : 2;
    *code = 0;
    int taken = 0;
    for (; taken < wanted && (size_t)taken < size; taken++)
        *code = *code << 8 | (unsigned char)bytes[taken];
    return MAX(taken, 1);
}

static int simple_glyph(const struct pdf_font *font, unsigned code)
{
    const char *text = font->names && code < 256 ? font->names[code] : NULL;
    return program_glyph_of_char(font->program, text ? g_utf8_get_char(text) : 0, code);
}

/* 9.7.4.2: a stream of two bytes a CID. */
static int mapped_glyph(const struct pdf_font *font, unsigned cid)
{
    if ((size_t)cid * 2 + 1 >= font->glyph_map_size)
        return -1;
    const unsigned char *bytes = (const unsigned char *)font->glyph_map + (size_t)cid * 2;
    return bytes[0] << 8 | bytes[1];
}

int pdf_font_glyph_of_code(const struct pdf_font *font, unsigned code)
{
    if (!font->program || !font->known_codes)
        return -1;
    if (!font->composite)
        return simple_glyph(font, code);
    int cid = font->encoding ? cmap_cid(font->encoding, code) : (int)code;
    if (cid < 0)
        return -1;
    return font->glyph_map ? mapped_glyph(font, (unsigned)cid)
                           : program_glyph_of_cid(font->program, (unsigned)cid);
}

bool pdf_font_glyph(const struct pdf_font *font, unsigned code, struct glyph_facts *facts)
{
    if (!font->program || !font->known_codes)
        return false;
    int glyph = pdf_font_glyph_of_code(font, code);
    if (!font->composite)
        return glyph > 0 && program_facts(font->program, glyph, facts);
    return program_facts(font->program, glyph == 0 ? -1 : glyph, facts);
}

/* --- loading ------------------------------------------------------------------------------ */

static void take_program(struct arena *arena, struct file *file, struct pdf_font *font,
                         const struct object *descriptor)
{
    static const char *const keys[] = {"FontFile2", "FontFile3", "FontFile"};
    for (size_t i = 0; i < G_N_ELEMENTS(keys) && !font->embedded; i++) {
        const struct object *stream = file_get(file, descriptor, keys[i]);
        size_t size;
        font->embedded = stream->stream;
        const char *bytes = file_bytes(file, stream, &size);
        font->program = bytes ? program_open(arena, bytes, size) : NULL;
    }
}

static void take_composite(struct arena *arena, struct file *file, struct pdf_font *font,
                           const struct object *dictionary)
{
    const struct object *cid_font =
        file_item(file, file_get(file, dictionary, "DescendantFonts"), 0);
    const struct object *encoding = file_get(file, dictionary, "Encoding");
    const struct object *map = file_get(file, cid_font, "CIDToGIDMap");
    font->encoding = encoding->stream ? load_cmap(arena, file, encoding) : NULL;
    font->glyph_map = map->stream ? file_bytes(file, map, &font->glyph_map_size) : NULL;
    font->known_codes =
        (font->encoding || object_is(encoding, "Identity-H")) && (!map->stream || font->glyph_map);
    take_cid_widths(arena, file, font, cid_font);
    take_program(arena, file, font, file_get(file, cid_font, "FontDescriptor"));
}

static void take_simple(struct arena *arena, struct file *file, struct pdf_font *font,
                        const struct object *dictionary)
{
    const struct object *descriptor = file_get(file, dictionary, "FontDescriptor");
    bool symbolic = (int)file_number(file, descriptor, "Flags", 0) & 4;
    font->known_codes = true;
    font->names = load_names(arena, file, dictionary, symbolic);
    take_simple_widths(arena, file, font, dictionary, descriptor);
    take_program(arena, file, font, descriptor);
}

/* Of an embedded font (ISO 32000-1, 9.7.4.2 and 9.8.1; ISO 19005-2, 6.2.11). */
static const char *slip_of(struct arena *arena, struct file *file, const struct object *dictionary)
{
    const struct object *cid_font =
        file_item(file, file_get(file, dictionary, "DescendantFonts"), 0);
    bool composite = cid_font->kind == OBJECT_DICTIONARY;
    const struct object *descriptor =
        file_get(file, composite ? cid_font : dictionary, "FontDescriptor");
    const char *called =
        object_bytes(file_get(file, composite ? cid_font : dictionary, "BaseFont"));
    const char *said = object_bytes(file_get(file, descriptor, "FontName"));
    if (object_is(file_get(file, dictionary, "Encoding"), "Identity-V"))
        return "its text runs downwards (Identity-V), lines were wanted";
    if (object_is(file_get(file, cid_font, "Subtype"), "CIDFontType2") &&
        !object_find(cid_font, "CIDToGIDMap"))
        return "it does not say which glyphs its codes show, CIDToGIDMap was wanted";
    if (!called || !said || strcmp(called, said) == 0)
        return NULL;
    char *slip = g_strdup_printf("its descriptor is that of %.60s", said);
    char *valid = g_utf8_make_valid(slip, -1);
    const char *copy = arena_strdup(arena, valid);
    g_free(valid);
    g_free(slip);
    return copy;
}

static void free_tables(void *user)
{
    struct pdf_font *font = user;
    g_hash_table_unref(font->widths);
    g_hash_table_unref(font->used);
    g_hash_table_unref(font->read);
}

struct pdf_font *pdf_font_load(struct arena *arena, struct file *file,
                               const struct object *dictionary)
{
    struct pdf_font *font = ARENA_NEW(arena, struct pdf_font);
    const struct object *subtype = file_get(file, dictionary, "Subtype");
    font->widths = g_hash_table_new(NULL, NULL);
    font->used = g_hash_table_new(NULL, NULL);
    font->read = g_hash_table_new(NULL, NULL);
    arena_defer(arena, free_tables, font);
    font->composite = object_is(subtype, "Type0");
    font->type3 = object_is(subtype, "Type3");
    take_name(arena, font, object_bytes(file_get(file, dictionary, "BaseFont")));
    font->text = load_cmap(arena, file, file_get(file, dictionary, "ToUnicode"));
    if (font->composite)
        take_composite(arena, file, font, dictionary);
    else
        take_simple(arena, file, font, dictionary);
    font->slip = font->embedded ? slip_of(arena, file, dictionary) : NULL;
    font->embedded |= font->type3;
    return font;
}
