/* descriptor: what a font looks like, for readers that have to do without it. In: a face and its
 * subset. Out: a font descriptor (ISO 32000-1, 9.8) and the program that it embeds. */
#include "pdf/descriptor.h"

#include <hb-ot.h>
#include <math.h>

static int to_permille(const struct face *face, double units)
{
    return (int)lround(units * 1000 / face->upem);
}

static int read_i16(hb_face_t *face, hb_tag_t tag, unsigned at)
{
    hb_blob_t *table = hb_face_reference_table(face, tag);
    unsigned size;
    const uint8_t *data = (const uint8_t *)hb_blob_get_data(table, &size);
    int value = at + 2 <= size ? (int16_t)(data[at] << 8 | data[at + 1]) : 0;
    hb_blob_destroy(table);
    return value;
}

int descriptor_add(const struct face *of, const char *name, const struct subset *subset,
                   struct objects *objects)
{
    hb_face_t *face = of->hb_face;
    hb_font_t *hb_font = of->hb_font;
    unsigned size;
    const char *bytes = hb_blob_get_data(subset->bytes, &size);
    bool cff = subset->program == PROGRAM_CFF;
    char *lengths = g_strdup_printf("/Length1 %u", size);
    int program = objects_add_stream(objects, cff ? "/Subtype/CIDFontType0C" : lengths, bytes, size,
                                     CODING_OUTLINES);
    g_free(lengths);

    hb_font_extents_t extents = {0};
    hb_font_get_h_extents(hb_font, &extents);
    hb_position_t capitals = extents.ascender;
    hb_ot_metrics_get_position(hb_font, HB_OT_METRICS_TAG_CAP_HEIGHT, &capitals);
    float weight = hb_style_get_value(hb_font, HB_STYLE_TAG_WEIGHT) / 65;
    hb_tag_t head = HB_TAG('h', 'e', 'a', 'd');
    GString *out = g_string_new(NULL);
    /* Flags 4: glyphs are not chosen by names of a standard alphabet */
    g_string_printf(
        out, "<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[%d %d %d %d]", name,
        to_permille(of, read_i16(face, head, 36)), to_permille(of, read_i16(face, head, 38)),
        to_permille(of, read_i16(face, head, 40)), to_permille(of, read_i16(face, head, 42)));
    g_string_append_printf(out, "/ItalicAngle %d/Ascent %d/Descent %d/CapHeight %d/StemV %d/%s %d",
                           read_i16(face, HB_TAG('p', 'o', 's', 't'), 4),
                           to_permille(of, extents.ascender), to_permille(of, extents.descender),
                           to_permille(of, capitals), (int)(50 + weight * weight),
                           cff ? "FontFile3" : "FontFile2", program);
    g_string_append(out, " 0 R>>");
    int number = objects_add(objects, out);
    g_string_free(out, TRUE);
    return number;
}
