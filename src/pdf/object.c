/* object: numbering, streams, object streams and the cross-reference stream (ISO 32000-1, 7.5).
 *
 * Streams are written when they are set; all other objects wait and go to object streams, which
 * compress better and keep the file small. The order of bytes depends on the order of calls
 * alone. */
#include "pdf/object.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "pdf/flate.h"
#include "pdf/syntax.h"

/* Objects of one object stream: a reader unpacks all of them to see one. */
#define OBJECTS_A_STREAM 128

struct entry {
    enum { ENTRY_RESERVED, ENTRY_IN_FILE, ENTRY_IN_STREAM } kind;
    uint32_t place; /* byte offset, or the number of the object stream */
    uint32_t index; /* within the object stream */
};

struct objects {
    GByteArray *file;
    GArray *entries;  /* of struct entry, by object number; 0 is the head of the free list */
    GArray *waiting;  /* of int: the objects in the stream that is being filled */
    GString *bodies;  /* their texts */
    GString *offsets; /* their numbers and where they begin in bodies */
};

static void put_bytes(struct objects *objects, const void *bytes, size_t size)
{
    g_byte_array_append(objects->file, bytes, (guint)size);
}

static void put_string(struct objects *objects, const char *text)
{
    put_bytes(objects, text, strlen(text));
}

static struct entry *entry_of(struct objects *objects, int number)
{
    return &g_array_index(objects->entries, struct entry, number);
}

struct objects *objects_new(bool print)
{
    struct objects *objects = g_new0(struct objects, 1);
    objects->file = g_byte_array_sized_new(1 << 17);
    objects->entries = g_array_new(FALSE, TRUE, sizeof(struct entry));
    objects->waiting = g_array_new(FALSE, FALSE, sizeof(int));
    objects->bodies = g_string_new(NULL);
    objects->offsets = g_string_new(NULL);
    g_array_set_size(objects->entries, 1);
    /* the second line tells programs that move files about that this one is binary */
    put_string(objects, print ? "%PDF-1.6\n" : "%PDF-1.7\n");
    put_string(objects, "%\xE2\xE3\xCF\xD3\n");
    return objects;
}

void objects_free(struct objects *objects)
{
    if (!objects)
        return;
    if (objects->file)
        g_byte_array_free(objects->file, TRUE);
    g_array_free(objects->entries, TRUE);
    g_array_free(objects->waiting, TRUE);
    g_string_free(objects->bodies, TRUE);
    g_string_free(objects->offsets, TRUE);
    g_free(objects);
}

int objects_reserve(struct objects *objects)
{
    g_array_set_size(objects->entries, objects->entries->len + 1);
    return (int)objects->entries->len - 1;
}

/* NULL: it is not. */
static GByteArray *pack(const void *bytes, size_t size, enum coding coding)
{
    switch (coding) {
    case CODING_PLAIN:
        return NULL;
    case CODING_OUTLINES:
        return flate_pack(bytes, size, EFFORT_OUTLINES);
    case CODING_PAGE:
        return flate_pack(bytes, size, EFFORT_PAGE);
    case CODING_FLATE:
        return flate_pack(bytes, size, EFFORT_FULL);
    }
    return NULL;
}

void objects_set_stream(struct objects *objects, int number, const char *entries, const void *bytes,
                        size_t size, enum coding coding)
{
    GByteArray *packed = pack(bytes, size, coding);
    struct entry *entry = entry_of(objects, number);
    assert(entry->kind == ENTRY_RESERVED);
    *entry = (struct entry){.kind = ENTRY_IN_FILE, .place = objects->file->len};
    char *head = g_strdup_printf("%d 0 obj\n<<%s%s/Length %zu>>\nstream\n", number, entries,
                                 packed ? "/Filter/FlateDecode" : "", packed ? packed->len : size);
    put_string(objects, head);
    put_bytes(objects, packed ? packed->data : bytes, packed ? packed->len : size);
    put_string(objects, "\nendstream\nendobj\n");
    g_free(head);
    if (packed)
        g_byte_array_free(packed, TRUE);
}

int objects_add_stream(struct objects *objects, const char *entries, const void *bytes, size_t size,
                       enum coding coding)
{
    int number = objects_reserve(objects);
    objects_set_stream(objects, number, entries, bytes, size, coding);
    return number;
}

/* Writes the object stream that is being filled, and begins another. */
static void write_waiting(struct objects *objects)
{
    if (!objects->waiting->len)
        return;
    int number = objects_reserve(objects);
    for (guint i = 0; i < objects->waiting->len; i++) {
        struct entry *entry = entry_of(objects, g_array_index(objects->waiting, int, i));
        *entry = (struct entry){ENTRY_IN_STREAM, (uint32_t)number, i};
    }
    char *entries = g_strdup_printf("/Type/ObjStm/N %u/First %zu", objects->waiting->len,
                                    objects->offsets->len);
    g_string_append_len(objects->offsets, objects->bodies->str, (gssize)objects->bodies->len);
    objects_set_stream(objects, number, entries, objects->offsets->str, objects->offsets->len,
                       CODING_FLATE);
    g_free(entries);
    g_array_set_size(objects->waiting, 0);
    g_string_truncate(objects->bodies, 0);
    g_string_truncate(objects->offsets, 0);
}

void objects_set(struct objects *objects, int number, const GString *text)
{
    assert(entry_of(objects, number)->kind == ENTRY_RESERVED);
    put_integer(objects->offsets, number);
    g_string_append_c(objects->offsets, ' ');
    put_integer(objects->offsets, (int64_t)objects->bodies->len);
    g_string_append_c(objects->offsets, ' ');
    g_string_append_len(objects->bodies, text->str, (gssize)text->len);
    g_string_append_c(objects->bodies, '\n');
    g_array_append_val(objects->waiting, number);
    if (objects->waiting->len == OBJECTS_A_STREAM)
        write_waiting(objects);
}

int objects_add(struct objects *objects, const GString *text)
{
    int number = objects_reserve(objects);
    objects_set(objects, number, text);
    return number;
}

static void put_be(GByteArray *table, uint32_t value, int bytes)
{
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
        guint8 byte = (guint8)(value >> shift);
        g_byte_array_append(table, &byte, 1);
    }
}

/* One row an object: kind, place, index (7.5.8.3). */
static GByteArray *cross_reference(struct objects *objects)
{
    GByteArray *table = g_byte_array_sized_new(objects->entries->len * 7);
    put_be(table, 0, 1);
    put_be(table, 0, 4);
    put_be(table, 0xFFFF, 2);
    for (guint i = 1; i < objects->entries->len; i++) {
        const struct entry *entry = entry_of(objects, (int)i);
        assert(entry->kind != ENTRY_RESERVED);
        put_be(table, entry->kind == ENTRY_IN_FILE ? 1 : 2, 1);
        put_be(table, entry->place, 4);
        put_be(table, entry->index, 2);
    }
    return table;
}

char *objects_hash(const struct objects *objects)
{
    return g_compute_checksum_for_data(G_CHECKSUM_MD5, objects->file->data, objects->file->len);
}

GByteArray *objects_finish(struct objects *objects, int catalog, int info)
{
    write_waiting(objects);
    char *id = objects_hash(objects);
    int number = objects_reserve(objects);
    guint start = objects->file->len;
    /* its own row must be there before the table is made */
    *entry_of(objects, number) = (struct entry){.kind = ENTRY_IN_FILE, .place = start};
    GByteArray *table = cross_reference(objects);
    char *entries = g_strdup_printf("/Type/XRef/W[1 4 2]/Size %u/Root %d 0 R/Info %d 0 R"
                                    "/ID[<%s><%s>]",
                                    objects->entries->len, catalog, info, id, id);
    *entry_of(objects, number) = (struct entry){.kind = ENTRY_RESERVED};
    objects_set_stream(objects, number, entries, table->data, table->len, CODING_FLATE);
    char *tail = g_strdup_printf("startxref\n%u\n%%%%EOF\n", start);
    put_string(objects, tail);
    g_free(tail);
    g_free(entries);
    g_free(id);
    g_byte_array_free(table, TRUE);
    GByteArray *file = objects->file;
    objects->file = NULL;
    return file;
}
