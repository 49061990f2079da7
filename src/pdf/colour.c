/* colour: an sRGB display profile made from the numbers of IEC 61966-2-1, laid out as ICC.1:2004
 * says. It is written here because it takes 500 bytes, and a file would need a licence. */
#include "pdf/colour.h"

#include <stdint.h>
#include <string.h>

enum { HEADER_SIZE = 128, TAG_ENTRY_SIZE = 12 };

#define FIXED(x) ((int32_t)((x)*65536 + ((x) < 0 ? -0.5 : 0.5))) /* s15Fixed16 */

/* The white of the profile's own space; media white in a version 4 profile is always this. */
#define D50 FIXED(0.96420), FIXED(1.0), FIXED(0.82491)

struct tag {
    char name[5];
    char type[5];
    const char *words; /* of a text */
    int count;         /* of numbers */
    int32_t numbers[9];
};

/* Primaries of sRGB, adapted to D50 by the Bradford matrix in chad; they add up to D50. The
 * curve is ((x + 0.055) / 1.055)^2.4 above 0.04045, x / 12.92 below (type 3, first number). */
static const struct tag tags[] = {
    {"desc", "mluc", "sRGB", 0, {0}},
    {"cprt", "mluc", "No copyright; use freely", 0, {0}},
    {"wtpt", "XYZ ", NULL, 3, {D50}},
    {"chad",
     "sf32",
     NULL,
     9,
     {FIXED(1.047882), FIXED(0.022918), FIXED(-0.050217), FIXED(0.029587), FIXED(0.990479),
      FIXED(-0.017059), FIXED(-0.009243), FIXED(0.015076), FIXED(0.751678)}},
    {"rXYZ", "XYZ ", NULL, 3, {0x6FA0, 0x38F5, 0x0390}},
    {"gXYZ", "XYZ ", NULL, 3, {0x6297, 0xB787, 0x18D9}},
    {"bXYZ", "XYZ ", NULL, 3, {0x249F, 0x0F84, 0xB6C4}},
    {"rTRC",
     "para",
     NULL,
     6,
     {3 << 16, FIXED(2.4), FIXED(1 / 1.055), FIXED(0.055 / 1.055), FIXED(1 / 12.92),
      FIXED(0.04045)}},
    {"gTRC", "", NULL, 0, {0}}, /* the same bytes as rTRC */
    {"bTRC", "", NULL, 0, {0}},
};

static void put_u16(GByteArray *out, uint32_t value)
{
    guint8 bytes[] = {(guint8)(value >> 8), (guint8)value};
    g_byte_array_append(out, bytes, sizeof bytes);
}

static void put_u32(GByteArray *out, uint32_t value)
{
    put_u16(out, value >> 16);
    put_u16(out, value & 0xFFFF);
}

static void put_signature(GByteArray *out, const char *name)
{
    g_byte_array_append(out, (const guint8 *)name, 4);
}

static void put_zeros(GByteArray *out, guint until)
{
    guint8 zero = 0;
    while (out->len < until)
        g_byte_array_append(out, &zero, 1);
}

static void put_header(GByteArray *out, guint size)
{
    put_u32(out, size);
    put_u32(out, 0);
    put_u32(out, 0x04200000); /* version 4.2 */
    put_signature(out, "mntr");
    put_signature(out, "RGB ");
    put_signature(out, "XYZ ");
    put_u16(out, 2000); /* a date is demanded: 1 January 2000 */
    put_u16(out, 1);
    put_u16(out, 1);
    put_zeros(out, 36);
    put_signature(out, "acsp");
    put_zeros(out, 68);
    put_u32(out, 0xF6D6); /* D50 */
    put_u32(out, 0x10000);
    put_u32(out, 0xD32D);
    put_zeros(out, HEADER_SIZE);
}

static void put_tag(GByteArray *out, const struct tag *tag)
{
    put_signature(out, tag->type);
    put_u32(out, 0);
    for (int i = 0; i < tag->count; i++)
        put_u32(out, (uint32_t)tag->numbers[i]);
    if (!tag->words)
        return;
    guint length = (guint)strlen(tag->words);
    put_u32(out, 1);  /* one text, */
    put_u32(out, 12); /* in records of 12 bytes: language, length, place */
    put_signature(out, "enUS");
    put_u32(out, length * 2);
    put_u32(out, 28);
    for (guint i = 0; i < length; i++)
        put_u16(out, (guint8)tag->words[i]);
    put_zeros(out, (out->len + 3) & ~3u);
}

GByteArray *colour_srgb_profile(void)
{
    guint start = HEADER_SIZE + 4 + G_N_ELEMENTS(tags) * TAG_ENTRY_SIZE;
    GByteArray *data = g_byte_array_new(), *directory = g_byte_array_new();
    guint at = 0, size = 0;
    put_u32(directory, G_N_ELEMENTS(tags));
    for (size_t i = 0; i < G_N_ELEMENTS(tags); i++) {
        if (*tags[i].type) {
            at = data->len;
            put_tag(data, &tags[i]);
            size = data->len - at;
        }
        put_signature(directory, tags[i].name);
        put_u32(directory, start + at);
        put_u32(directory, size);
    }
    GByteArray *profile = g_byte_array_new();
    put_header(profile, start + data->len);
    g_byte_array_append(profile, directory->data, directory->len);
    g_byte_array_append(profile, data->data, data->len);
    g_byte_array_free(directory, TRUE);
    g_byte_array_free(data, TRUE);
    return profile;
}
