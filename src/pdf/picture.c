/* picture: pixels as DeviceGray, so that black is printed with black alone, or DeviceRGB when
 * there is colour; alpha becomes a soft mask. */
#include "pdf/picture.h"

#include "pdf/metadata.h"

#include <stdbool.h>
#include <stddef.h>

struct pictures {
    struct objects *objects;
    GPtrArray *pictures; /* of const struct picture, by number */
    GArray *numbers;     /* of int: their objects */
    bool print;
    int profile; /* the object of the sRGB profile; 0: not there yet */
};

struct pictures *pictures_new(struct objects *objects, bool print)
{
    struct pictures *pictures = g_new(struct pictures, 1);
    *pictures = (struct pictures){objects, g_ptr_array_new(),
                                  g_array_new(FALSE, FALSE, sizeof(int)), print, 0};
    return pictures;
}

void pictures_free(struct pictures *pictures)
{
    g_ptr_array_free(pictures->pictures, TRUE);
    g_array_free(pictures->numbers, TRUE);
    g_free(pictures);
}

/* `count` channels of every pixel from channel `first`; the caller frees them. */
static GByteArray *take_channels(const struct picture *picture, int first, int count)
{
    size_t pixels = (size_t)picture->width * (size_t)picture->height;
    GByteArray *bytes = g_byte_array_sized_new((guint)(pixels * (size_t)count));
    for (size_t i = 0; i < pixels; i++)
        g_byte_array_append(bytes, picture->pixels + 4 * i + first, (guint)count);
    return bytes;
}

static bool is_opaque(const GByteArray *alpha)
{
    for (guint i = 0; i < alpha->len; i++)
        if (alpha->data[i] != 255)
            return false;
    return true;
}

static int add_image(struct objects *objects, const struct picture *picture, const char *colours,
                     const GByteArray *bytes, int mask)
{
    GString *entries = g_string_new(NULL);
    g_string_printf(entries,
                    "/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8"
                    "/ColorSpace%s",
                    picture->width, picture->height, colours);
    if (mask)
        g_string_append_printf(entries, "/SMask %d 0 R", mask);
    int number = objects_add_stream(objects, entries->str, bytes->data, bytes->len, CODING_FLATE);
    g_string_free(entries, TRUE);
    return number;
}

/* The name of the colour space of pixels with three channels; the caller frees it. */
static char *colours_of(struct pictures *pictures)
{
    if (!pictures->print)
        return g_strdup("/DeviceRGB");
    if (!pictures->profile)
        pictures->profile = metadata_write_srgb(pictures->objects);
    return g_strdup_printf("[/ICCBased %d 0 R]", pictures->profile);
}

static int add_picture(struct pictures *pictures, const struct picture *picture)
{
    struct objects *objects = pictures->objects;
    GByteArray *alpha = take_channels(picture, 3, 1);
    GByteArray *colour = take_channels(picture, 0, picture->grey ? 1 : 3);
    int mask = is_opaque(alpha) ? 0 : add_image(objects, picture, "/DeviceGray", alpha, 0);
    char *colours = picture->grey ? g_strdup("/DeviceGray") : colours_of(pictures);
    int number = add_image(objects, picture, colours, colour, mask);
    g_free(colours);
    g_byte_array_free(alpha, TRUE);
    g_byte_array_free(colour, TRUE);
    return number;
}

int pictures_number(struct pictures *pictures, const struct picture *picture)
{
    guint number;
    if (g_ptr_array_find(pictures->pictures, picture, &number))
        return (int)number;
    int object = add_picture(pictures, picture);
    g_ptr_array_add(pictures->pictures, (gpointer)picture);
    g_array_append_val(pictures->numbers, object);
    return (int)pictures->pictures->len - 1;
}

bool pictures_any(const struct pictures *pictures)
{
    return pictures->pictures->len;
}

void pictures_put_resources(const struct pictures *pictures, GString *out)
{
    for (guint i = 0; i < pictures->numbers->len; i++)
        g_string_append_printf(out, "/I%u %d 0 R", i, g_array_index(pictures->numbers, int, i));
}
