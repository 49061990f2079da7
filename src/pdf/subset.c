/* subset: hb-subset, and the three ways in which glyphs are numbered in a PDF.
 *
 * A code of a Type 0 font with Identity-H is a CID. What glyph it is depends on the program
 * (ISO 32000-1, 9.7.4.2):
 *   - CFF with CIDs of its own: the charset of the program says which. The subset keeps the CIDs
 *     of the complete face although its glyphs are numbered anew.
 *   - CFF with glyph names: the CID is the number of the glyph in the subset.
 *   - TrueType: the same, with /CIDToGIDMap /Identity.
 * Checkers of syntax see nothing when this is wrong, only readers do. */
#include "pdf/subset.h"

#include <glib.h>
#include <hb-ot.h>
#include <hb-subset.h>

/* What a PDF has a use for: layout is done, text is in ToUnicode, variations are at default. */
static const char kept_tables[][5] = {"CFF ", "glyf", "loca", "head", "hhea", "hmtx", "maxp"};

struct bytes {
    const uint8_t *data;
    unsigned size;
};

static unsigned read_be(const struct bytes *in, unsigned at, unsigned count)
{
    unsigned value = 0;
    if (count > in->size || at > in->size - count)
        return 0;
    for (unsigned i = 0; i < count; i++)
        value = value << 8 | in->data[at + i];
    return value;
}

/* Where item `number` of a CFF INDEX begins; the item after the last one begins at its end. */
static unsigned index_item(const struct bytes *cff, unsigned at, unsigned number)
{
    unsigned count = read_be(cff, at, 2), width = read_be(cff, at + 2, 1);
    if (!count)
        return at + 2;
    return at + 2 + (count + 1) * width + read_be(cff, at + 3 + number * width, width);
}

static unsigned index_end(const struct bytes *cff, unsigned at)
{
    return index_item(cff, at, read_be(cff, at, 2));
}

/* The last operand before `operator` in a CFF dictionary; false when it is not there. Operators
 * of two bytes are written 0x0Cxx. */
static bool dictionary_find(const struct bytes *cff, unsigned at, unsigned end, unsigned operator,
                            unsigned * operand)
{
    unsigned value = 0;
    while (at < end) {
        unsigned b = read_be(cff, at, 1);
        if (b <= 21) {
            unsigned found = b == 12 ? 0x0C00 | read_be(cff, at + 1, 1) : b;
            if (found == operator) {
                *operand = value;
                return true;
            }
            at += b == 12 ? 2 : 1;
        } else if (b == 28) {
            value = read_be(cff, at + 1, 2);
            at += 3;
        } else if (b == 29) {
            value = read_be(cff, at + 1, 4);
            at += 5;
        } else if (b == 30) {
            for (at++; at < end && (read_be(cff, at, 1) & 15) != 15;)
                at++;
            at++;
        } else if (b <= 246) {
            value = b - 139;
            at++;
        } else {
            value = (b - (b <= 250 ? 247 : 251)) * 256 + read_be(cff, at + 1, 1) + 108;
            at += 2;
        }
    }
    return false;
}

/* The CID of every glyph from a charset (Adobe Technical Note 5176, 13). */
static void read_charset(const struct bytes *cff, unsigned at, uint16_t *cids, unsigned count)
{
    unsigned format = read_be(cff, at++, 1), glyph = 1;
    cids[0] = 0;
    while (glyph < count && at < cff->size) {
        unsigned cid = read_be(cff, at, 2), left = 0;
        at += 2;
        if (format > 0) {
            left = read_be(cff, at, format);
            at += format;
        }
        for (unsigned i = 0; i <= left && glyph < count; i++)
            cids[glyph++] = (uint16_t)(cid + i);
    }
}

/* The CIDs of a program that has its own; false when its glyphs have names. */
static bool read_cids(hb_blob_t *program, uint16_t *cids, unsigned count)
{
    enum { TOP_CHARSET = 15, TOP_ROS = 0x0C1E };
    struct bytes cff;
    cff.data = (const uint8_t *)hb_blob_get_data(program, &cff.size);
    unsigned names = read_be(&cff, 2, 1), dictionaries = index_end(&cff, names);
    unsigned at = index_item(&cff, dictionaries, 0), end = index_item(&cff, dictionaries, 1);
    unsigned charset, ros;
    if (end > cff.size || !dictionary_find(&cff, at, end, TOP_ROS, &ros) ||
        !dictionary_find(&cff, at, end, TOP_CHARSET, &charset))
        return false;
    read_charset(&cff, charset, cids, count);
    return true;
}

static void destroy_face(void *face)
{
    hb_face_destroy(face);
}

/* The face without its other tables; lent, made once. A plan of HarfBuzz reads all characters of
 * the cmap and all rules of layout, which takes longer than to copy the outlines. */
static hb_face_t *outlines_of(hb_face_t *face)
{
    static hb_user_data_key_t key;
    hb_face_t *outlines = hb_face_get_user_data(face, &key);
    if (outlines)
        return outlines;
    outlines = hb_face_builder_create();
    for (size_t i = 0; i < G_N_ELEMENTS(kept_tables); i++) {
        hb_tag_t tag = hb_tag_from_string(kept_tables[i], 4);
        hb_blob_t *table = hb_face_reference_table(face, tag);
        if (hb_blob_get_length(table))
            hb_face_builder_add_table(outlines, tag, table);
        hb_blob_destroy(table);
    }
    hb_face_set_user_data(face, &key, outlines, destroy_face, true);
    return outlines;
}

static hb_subset_plan_t *make_plan(hb_face_t *face, const uint32_t *glyphs, int count)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        return NULL;
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE |
                                         HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
    hb_set_add_sorted_array(hb_subset_input_glyph_set(input), glyphs, (unsigned)count);
    hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(outlines_of(face), input);
    hb_subset_input_destroy(input);
    return plan;
}

static bool has_table(hb_face_t *face, hb_tag_t tag)
{
    hb_blob_t *table = hb_face_reference_table(face, tag);
    bool there = hb_blob_get_length(table) > 0;
    hb_blob_destroy(table);
    return there;
}

/* True when the foundry lets the face be embedded (OpenType, OS/2 fsType). */
static bool may_embed(hb_face_t *face)
{
    enum { USAGE = 0x000F, RESTRICTED = 0x0002, BITMAP_ONLY = 0x0200 };
    hb_blob_t *os2 = hb_face_reference_table(face, HB_TAG('O', 'S', '/', '2'));
    struct bytes table;
    table.data = (const uint8_t *)hb_blob_get_data(os2, &table.size);
    unsigned type = read_be(&table, 8, 2);
    hb_blob_destroy(os2);
    return (type & USAGE) != RESTRICTED && !(type & BITMAP_ONLY);
}

static void number_glyphs(struct subset *subset, hb_subset_plan_t *plan, hb_face_t *made,
                          const uint32_t *glyphs, int count)
{
    unsigned total = hb_face_get_glyph_count(made);
    uint16_t *cids = g_new0(uint16_t, total + 1);
    bool own = subset->program == PROGRAM_CFF && read_cids(subset->bytes, cids, total);
    const hb_map_t *numbers = hb_subset_plan_old_to_new_glyph_mapping(plan);
    subset->codes = g_new(uint16_t, count);
    for (int i = 0; i < count; i++) {
        hb_codepoint_t number = hb_map_get(numbers, glyphs[i]);
        subset->codes[i] = own && number < total ? cids[number] : (uint16_t)number;
    }
    g_free(cids);
}

const char *subset_make(hb_face_t *face, const uint32_t *glyphs, int count, struct subset *subset)
{
    *subset = (struct subset){0};
    hb_tag_t cff = HB_TAG('C', 'F', 'F', ' ');
    if (has_table(face, cff))
        subset->program = PROGRAM_CFF;
    else if (has_table(face, HB_TAG('g', 'l', 'y', 'f')))
        subset->program = PROGRAM_TRUETYPE;
    else
        return "it has no outlines of the kinds that PDF/A knows, glyf or CFF";
    if (!may_embed(face))
        return "its licence forbids embedding";
    hb_subset_plan_t *plan = make_plan(face, glyphs, count);
    hb_face_t *made = plan ? hb_subset_plan_execute_or_fail(plan) : NULL;
    if (made) {
        subset->bytes = subset->program == PROGRAM_CFF ? hb_face_reference_table(made, cff)
                                                       : hb_face_reference_blob(made);
        number_glyphs(subset, plan, made, glyphs, count);
    }
    hb_face_destroy(made);
    hb_subset_plan_destroy(plan);
    return made ? NULL : "its outlines are damaged";
}

void subset_free(struct subset *subset)
{
    hb_blob_destroy(subset->bytes);
    g_free(subset->codes);
    *subset = (struct subset){0};
}
