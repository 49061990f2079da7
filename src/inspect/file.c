/* file: PDF objects by libqpdf. In: bytes. Out: plain data, each object turned once, when asked
 * for. Limits: depth of direct objects, objects of all, bytes of a stream. */
#include "inspect/file.h"

#include <glib.h>
#include <math.h>
#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#define MOST_DEPTH 48
#define MOST_OBJECTS 4000000
#define MOST_ALL_BYTES ((size_t)256 * 1024 * 1024) /* of all streams that are decoded */
#define MOST_PACKED                                                                                \
    ((size_t)128 * 1024) /* of a stream that only libqpdf can decode: it may swell */

struct file {
    struct arena *arena;
    qpdf_data qpdf;
    GHashTable *known; /* id → object */
    GHashTable *lost;  /* ids of streams that could not be decoded: once is enough */
    int objects;
    size_t bytes;
    const char *damage;
};

static const struct object nothing = {.kind = OBJECT_NULL};

/* --- turning ------------------------------------------------------------------------------ */

static const struct object *turn(struct file *file, qpdf_oh handle, int depth);

static const struct object *turn_array(struct file *file, struct object *object, qpdf_oh handle,
                                       int depth)
{
    int count = qpdf_oh_get_array_n_items(file->qpdf, handle);
    count = CLAMP(count, 0, MOST_OBJECTS - file->objects);
    const struct object **items = ARENA_ARRAY(file->arena, const struct object *, count + 1);
    for (int i = 0; i < count; i++)
        items[i] = turn(file, qpdf_oh_get_array_item(file->qpdf, handle, i), depth + 1);
    object->count = count;
    object->items = items;
    return object;
}

static GPtrArray *keys_of(struct file *file, qpdf_oh handle)
{
    GPtrArray *keys = g_ptr_array_new();
    qpdf_oh_begin_dict_key_iter(file->qpdf, handle);
    while (qpdf_oh_dict_more_keys(file->qpdf))
        g_ptr_array_add(keys, arena_strdup(file->arena, qpdf_oh_dict_next_key(file->qpdf)));
    return keys;
}

static const struct object *turn_dictionary(struct file *file, struct object *object,
                                            qpdf_oh handle, int depth)
{
    GPtrArray *found = keys_of(file, handle);
    const struct object **items = ARENA_ARRAY(file->arena, const struct object *, found->len + 1);
    const char **keys = ARENA_ARRAY(file->arena, const char *, found->len + 1);
    for (guint i = 0; i < found->len; i++) {
        const char *key = g_ptr_array_index(found, i);
        keys[i] = key + (*key == '/');
        items[i] = turn(file, qpdf_oh_get_key(file->qpdf, handle, key), depth + 1);
    }
    object->count = (int)found->len;
    object->items = items;
    object->keys = keys;
    g_ptr_array_free(found, TRUE);
    return object;
}

static const struct object *turn_stream(struct file *file, struct object *object, qpdf_oh handle,
                                        int depth)
{
    qpdf_oh dictionary = qpdf_oh_get_dict(file->qpdf, handle);
    turn_dictionary(file, object, dictionary, depth);
    qpdf_oh_release(file->qpdf, dictionary);
    object->kind = OBJECT_DICTIONARY;
    object->stream = true;
    return object;
}

static void turn_words(struct file *file, struct object *object, qpdf_oh handle, bool is_name)
{
    size_t size = 0;
    const char *bytes = is_name ? qpdf_oh_get_name(file->qpdf, handle)
                                : qpdf_oh_get_binary_string_value(file->qpdf, handle, &size);
    if (is_name) {
        bytes += *bytes == '/';
        size = strlen(bytes);
    }
    object->kind = is_name ? OBJECT_NAME : OBJECT_STRING;
    object->bytes = arena_strndup(file->arena, "", 0);
    char *copy = arena_alloc(file->arena, size + 1);
    memcpy(copy, bytes, size);
    object->bytes = copy;
    object->size = size;
}

static const struct object *turn_value(struct file *file, struct object *object, qpdf_oh handle,
                                       int depth)
{
    switch (qpdf_oh_get_type_code(file->qpdf, handle)) {
    case ot_boolean:
        object->kind = OBJECT_BOOL;
        object->number = qpdf_oh_get_bool_value(file->qpdf, handle) ? 1 : 0;
        return object;
    case ot_integer:
    case ot_real:
        object->kind = OBJECT_NUMBER;
        object->number = qpdf_oh_get_numeric_value(file->qpdf, handle);
        if (!isfinite(object->number))
            object->number = 0;
        return object;
    case ot_name:
        turn_words(file, object, handle, true);
        return object;
    case ot_string:
        turn_words(file, object, handle, false);
        return object;
    case ot_array:
        object->kind = OBJECT_ARRAY;
        return turn_array(file, object, handle, depth);
    case ot_dictionary:
        object->kind = OBJECT_DICTIONARY;
        return turn_dictionary(file, object, handle, depth);
    case ot_stream:
        return turn_stream(file, object, handle, depth);
    default: /* an enum of libqpdf's, which may grow */
        return &nothing;
    }
}

/* Gives the handle back. */
static const struct object *turn(struct file *file, qpdf_oh handle, int depth)
{
    const struct object *made = &nothing;
    if (depth <= MOST_DEPTH && file->objects < MOST_OBJECTS) {
        struct object *object = ARENA_NEW(file->arena, struct object);
        file->objects++;
        object->id = qpdf_oh_get_object_id(file->qpdf, handle);
        object->generation = qpdf_oh_get_generation(file->qpdf, handle);
        made = object;
        if (depth > 0 && object->id > 0)
            object->kind = OBJECT_REFERENCE;
        else
            made = turn_value(file, object, handle, depth);
    }
    qpdf_oh_release(file->qpdf, handle);
    return made;
}

/* --- asking ------------------------------------------------------------------------------- */

const struct object *file_follow(struct file *file, const struct object *object)
{
    if (!object)
        return &nothing;
    if (object->kind != OBJECT_REFERENCE)
        return object;
    void *key = GINT_TO_POINTER(object->id);
    const struct object *known = g_hash_table_lookup(file->known, key);
    if (!known) {
        known = turn(file, qpdf_get_object_by_id(file->qpdf, object->id, object->generation), 0);
        g_hash_table_insert(file->known, key, (void *)(uintptr_t)known);
    }
    return known;
}

const struct object *object_find(const struct object *dictionary, const char *key)
{
    if (!dictionary || dictionary->kind != OBJECT_DICTIONARY)
        return NULL;
    for (int i = 0; i < dictionary->count; i++)
        if (strcmp(dictionary->keys[i], key) == 0)
            return dictionary->items[i];
    return NULL;
}

const struct object *file_get(struct file *file, const struct object *dictionary, const char *key)
{
    return file_follow(file, object_find(file_follow(file, dictionary), key));
}

const struct object *file_item(struct file *file, const struct object *array, int index)
{
    array = file_follow(file, array);
    bool there = array->kind == OBJECT_ARRAY && index >= 0 && index < array->count;
    return there ? file_follow(file, array->items[index]) : &nothing;
}

double file_number(struct file *file, const struct object *object, const char *key, double other)
{
    const struct object *value = file_get(file, object, key);
    return value->kind == OBJECT_NUMBER ? value->number : other;
}

bool object_is(const struct object *object, const char *name)
{
    return object && object->kind == OBJECT_NAME && strcmp(object->bytes, name) == 0;
}

const char *object_bytes(const struct object *object)
{
    return object && (object->kind == OBJECT_NAME || object->kind == OBJECT_STRING) ? object->bytes
                                                                                    : NULL;
}

const char *file_text(struct file *file, const struct object *string)
{
    if (!string || string->kind != OBJECT_STRING)
        return NULL;
    const char *from = "ISO-8859-1", *bytes = string->bytes;
    size_t size = string->size;
    if (size >= 2 && memcmp(bytes, "\xFE\xFF", 2) == 0)
        from = "UTF-16BE", bytes += 2, size -= 2;
    else if (size >= 2 && memcmp(bytes, "\xFF\xFE", 2) == 0)
        from = "UTF-16LE", bytes += 2, size -= 2;
    else if (size >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
        from = "UTF-8", bytes += 3, size -= 3;
    char *text =
        g_convert_with_fallback(bytes, (gssize)size, "UTF-8", from, NULL, NULL, NULL, NULL);
    const char *copy = text ? arena_strdup(file->arena, text) : NULL;
    g_free(text);
    return copy;
}

/* --- streams ------------------------------------------------------------------------------ */

/* Inflates, but no more than `most`; a stream that breaks off gives what there is. */
static GByteArray *inflate_bytes(const unsigned char *packed, size_t size, size_t most)
{
    GByteArray *out = g_byte_array_new();
    unsigned char buffer[32768];
    z_stream stream = {.next_in = (unsigned char *)(uintptr_t)packed, .avail_in = (uInt)size};
    if (inflateInit(&stream) != Z_OK)
        return out;
    int status = Z_OK;
    while (status == Z_OK && out->len <= most) {
        stream.next_out = buffer;
        stream.avail_out = sizeof buffer;
        status = inflate(&stream, Z_NO_FLUSH);
        g_byte_array_append(out, buffer, (guint)(sizeof buffer - stream.avail_out));
    }
    inflateEnd(&stream);
    return out;
}

static bool is_plain_flate(struct file *file, const struct object *stream)
{
    const struct object *filter = file_get(file, stream, "Filter");
    if (filter->kind == OBJECT_ARRAY && filter->count == 1)
        filter = file_item(file, filter, 0);
    return object_is(filter, "FlateDecode") && !object_find(stream, "DecodeParms");
}

/* Whether what is packed is packed again: no maker does so, and it swells without bounds. */
static bool is_packed_twice(struct file *file, const struct object *stream)
{
    static const char *const names[] = {"FlateDecode", "LZWDecode", "RunLengthDecode",
                                        "Fl",          "LZW",       "RL"};
    const struct object *filters = file_get(file, stream, "Filter");
    int count = 0;
    for (int i = 0; filters->kind == OBJECT_ARRAY && i < filters->count; i++)
        for (size_t k = 0; k < G_N_ELEMENTS(names); k++)
            count += object_is(file_item(file, filters, i), names[k]);
    return count > 1;
}

static const char *keep(struct file *file, const void *bytes, size_t size, size_t *kept)
{
    bool few = size <= FILE_MOST_BYTES && file->bytes + size <= MOST_ALL_BYTES;
    file->bytes += MIN(size, MOST_ALL_BYTES); /* what is not kept has cost as much */
    if (!few)
        return NULL;
    char *copy = arena_alloc(file->arena, size + 1);
    if (size)
        memcpy(copy, bytes, size);
    *kept = size;
    return copy;
}

/* By libqpdf: filters beside Flate, predictors. */
static const char *decode(struct file *file, qpdf_oh handle, size_t packed, size_t *size)
{
    unsigned char *bytes = NULL;
    QPDF_BOOL filtered = QPDF_FALSE;
    size_t got = 0;
    if (packed > MOST_PACKED ||
        qpdf_oh_get_stream_data(file->qpdf, handle, qpdf_dl_generalized, &filtered, &bytes, &got) &
            QPDF_ERRORS ||
        !filtered)
        return free(bytes), NULL;
    const char *copy = keep(file, bytes, got, size);
    free(bytes);
    return copy;
}

static const char *unpack(struct file *file, const struct object *stream, qpdf_oh handle,
                          const unsigned char *packed, size_t packed_size, size_t *size)
{
    if (file_get(file, stream, "Filter")->kind == OBJECT_NULL)
        return keep(file, packed, packed_size, size);
    if (is_packed_twice(file, stream) || file->bytes > MOST_ALL_BYTES)
        return NULL;
    if (!is_plain_flate(file, stream))
        return decode(file, handle, packed_size, size);
    GByteArray *plain = inflate_bytes(packed, packed_size, FILE_MOST_BYTES);
    const char *copy = keep(file, plain->data, plain->len, size);
    g_byte_array_unref(plain);
    return copy;
}

const char *file_bytes(struct file *file, const struct object *stream, size_t *size)
{
    *size = 0;
    if (!stream || !stream->stream || !stream->id ||
        g_hash_table_contains(file->lost, GINT_TO_POINTER(stream->id)))
        return NULL;
    qpdf_oh handle = qpdf_get_object_by_id(file->qpdf, stream->id, stream->generation);
    unsigned char *packed = NULL;
    size_t packed_size = 0;
    const char *bytes = NULL;
    QPDF_BOOL filtered;
    if (!(qpdf_oh_get_stream_data(file->qpdf, handle, qpdf_dl_none, &filtered, &packed,
                                  &packed_size) &
          QPDF_ERRORS))
        bytes = unpack(file, stream, handle, packed, packed_size, size);
    free(packed);
    if (!bytes)
        g_hash_table_add(file->lost, GINT_TO_POINTER(stream->id));
    qpdf_oh_release(file->qpdf, handle);
    return bytes;
}

/* --- opening ------------------------------------------------------------------------------ */

static void close_file(void *user)
{
    struct file *file = user;
    if (qpdf_has_error(file->qpdf))
        qpdf_get_error(file->qpdf); /* else it is complained of on standard error */
    qpdf_cleanup(&file->qpdf);
    g_hash_table_unref(file->known);
    g_hash_table_unref(file->lost);
}

/* What libqpdf says of its first warning, without the name of the file. */
static const char *first_warning(struct file *file)
{
    qpdf_error error = qpdf_next_warning(file->qpdf);
    return arena_strdup(file->arena, qpdf_get_error_message_detail(file->qpdf, error));
}

static bool has_pages(struct file *file)
{
    return file_get(file, file_catalog(file), "Pages")->kind == OBJECT_DICTIONARY;
}

struct file *file_open(struct arena *arena, const struct source *source, struct diag *diag)
{
    struct file *file = ARENA_NEW(arena, struct file);
    file->arena = arena;
    file->known = g_hash_table_new(NULL, NULL);
    file->lost = g_hash_table_new(NULL, NULL);
    file->qpdf = qpdf_init();
    arena_defer(arena, close_file, file);
    qpdf_silence_errors(file->qpdf);
    qpdf_set_suppress_warnings(file->qpdf, QPDF_TRUE);
    QPDF_ERROR_CODE code =
        qpdf_read_memory(file->qpdf, source->name, source->text, source->size, "");
    if (code & QPDF_ERRORS) {
        qpdf_error error = qpdf_get_error(file->qpdf);
        bool locked = qpdf_get_error_code(file->qpdf, error) == qpdf_e_password;
        diag_file(diag, source, SOURCE_NOWHERE, DIAG_PDF, "%s",
                  locked ? "is locked by a password, an open PDF was wanted"
                         : "is no PDF that can be read");
        return NULL;
    }
    if (qpdf_more_warnings(file->qpdf))
        file->damage = first_warning(file);
    if (!has_pages(file)) {
        diag_file(diag, source, SOURCE_NOWHERE, DIAG_PDF, "has no pages, a PDF was wanted");
        return NULL;
    }
    return file;
}

const char *file_damage(struct file *file)
{
    if (!file->damage && qpdf_more_warnings(file->qpdf))
        file->damage = first_warning(file);
    return file->damage;
}

const struct object *file_catalog(struct file *file)
{
    return turn(file, qpdf_get_root(file->qpdf), 0);
}

const struct object *file_trailer(struct file *file)
{
    return turn(file, qpdf_get_trailer(file->qpdf), 0);
}

const struct object *file_info(struct file *file)
{
    return file_get(file, file_trailer(file), "Info");
}
