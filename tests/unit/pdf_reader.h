/* A reader of PDF files for tests: values, objects, streams. It knows what plenary writes
 * (cross-reference stream, object streams, Flate without predictors), no more, and shares no code
 * with the writer. */
#ifndef PLENARY_TEST_PDF_READER_H
#define PLENARY_TEST_PDF_READER_H

#include <glib.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "base/arena.h"

enum value_kind { V_END, V_NUMBER, V_NAME, V_STRING, V_ARRAY, V_DICT, V_REF, V_OPERATOR };

struct value {
    enum value_kind kind;
    double number;    /* NUMBER; REF: the object */
    const char *text; /* NAME without /, STRING, OPERATOR */
    size_t size;      /* of a STRING */
    GPtrArray *items; /* ARRAY; DICT: names and values in turn */
};

struct reader {
    struct arena *arena;
    const char *bytes;
    size_t size;
    GPtrArray *objects; /* of struct value by number; NULL: not there */
    GPtrArray *streams; /* of GString by number; NULL: no stream */
    struct value *trailer;
};

struct lexer {
    struct arena *arena;
    const char *at, *end;
};

static struct value *read_value(struct lexer *lexer);

static struct value *new_value(struct lexer *lexer, enum value_kind kind)
{
    struct value *value = ARENA_NEW(lexer->arena, struct value);
    value->kind = kind;
    return value;
}

static void free_items(void *items)
{
    g_ptr_array_free(items, TRUE);
}

static struct value *read_items(struct lexer *lexer, enum value_kind kind, const char *close)
{
    struct value *list = new_value(lexer, kind);
    list->items = g_ptr_array_new();
    arena_defer(lexer->arena, free_items, list->items);
    for (struct value *v; (v = read_value(lexer))->kind != V_END;) {
        if (v->kind == V_OPERATOR && strcmp(v->text, close) == 0)
            return list;
        if (v->kind == V_OPERATOR && strcmp(v->text, "R") == 0) {
            g_ptr_array_set_size(list->items, (int)list->items->len - 1); /* the generation */
            struct value *object = g_ptr_array_index(list->items, list->items->len - 1);
            object->kind = V_REF;
            continue;
        }
        g_ptr_array_add(list->items, v);
    }
    return list;
}

static struct value *read_literal(struct lexer *lexer)
{
    GString *out = g_string_new(NULL);
    for (; lexer->at < lexer->end && *lexer->at != ')'; lexer->at++) {
        if (*lexer->at == '\\')
            lexer->at++;
        g_string_append_c(out, *lexer->at);
    }
    lexer->at++;
    struct value *value = new_value(lexer, V_STRING);
    value->text = arena_strndup(lexer->arena, out->str, out->len);
    value->size = out->len;
    g_string_free(out, TRUE);
    return value;
}

static struct value *read_hex(struct lexer *lexer)
{
    GString *out = g_string_new(NULL);
    for (; lexer->at < lexer->end && *lexer->at != '>'; lexer->at += 2)
        g_string_append_c(out, (char)(g_ascii_xdigit_value(lexer->at[0]) * 16 +
                                      g_ascii_xdigit_value(lexer->at[1])));
    lexer->at++;
    struct value *value = new_value(lexer, V_STRING);
    value->text = arena_copy(lexer->arena, out->str, out->len + 1);
    value->size = out->len;
    g_string_free(out, TRUE);
    return value;
}

static struct value *read_word(struct lexer *lexer)
{
    const char *start = lexer->at++;
    if (strchr("[]", *start) == NULL)
        while (lexer->at < lexer->end && !strchr("[]<>()/ \n\r\t", *lexer->at))
            lexer->at++;
    char *end, *word = arena_strndup(lexer->arena, start, (size_t)(lexer->at - start));
    double number = g_ascii_strtod(word, &end);
    struct value *value = new_value(lexer, *end || end == word ? V_OPERATOR : V_NUMBER);
    if (*word == '/')
        value->kind = V_NAME;
    value->number = number;
    value->text = *word == '/' ? word + 1 : word;
    return value;
}

static struct value *read_value(struct lexer *lexer)
{
    while (lexer->at < lexer->end && strchr(" \n\r\t", *lexer->at))
        lexer->at++;
    if (lexer->at >= lexer->end)
        return new_value(lexer, V_END);
    if (g_str_has_prefix(lexer->at, "<<")) {
        lexer->at += 2;
        return read_items(lexer, V_DICT, ">>");
    }
    if (g_str_has_prefix(lexer->at, ">>")) {
        lexer->at += 2;
        struct value *close = new_value(lexer, V_OPERATOR);
        close->text = ">>";
        return close;
    }
    switch (*lexer->at) {
    case '[':
        lexer->at++;
        return read_items(lexer, V_ARRAY, "]");
    case '(':
        lexer->at++;
        return read_literal(lexer);
    case '<':
        lexer->at++;
        return read_hex(lexer);
    }
    return read_word(lexer);
}

/* --- access -------------------------------------------------------------------------- */

static struct value *object(const struct reader *reader, int number)
{
    return g_ptr_array_index(reader->objects, number);
}

/* The value behind a reference. */
static struct value *resolve(const struct reader *reader, struct value *value)
{
    return value && value->kind == V_REF ? object(reader, (int)value->number) : value;
}

/* What a dictionary has under a key, as written; NULL when it is not there. */
static struct value *entry(const struct value *dictionary, const char *key)
{
    for (guint i = 0; dictionary && dictionary->kind == V_DICT && i + 1 < dictionary->items->len;
         i += 2) {
        const struct value *name = g_ptr_array_index(dictionary->items, i);
        if (strcmp(name->text, key) == 0)
            return g_ptr_array_index(dictionary->items, i + 1);
    }
    return NULL;
}

static struct value *get(const struct reader *reader, const struct value *dictionary,
                         const char *key)
{
    return resolve(reader, entry(dictionary, key));
}

static int count(const struct value *array)
{
    return array ? (int)array->items->len : 0;
}

static struct value *nth(const struct reader *reader, const struct value *array, int i)
{
    return resolve(reader, g_ptr_array_index(array->items, i));
}

static int get_int(const struct reader *reader, const struct value *dictionary, const char *key)
{
    const struct value *value = get(reader, dictionary, key);
    return value ? (int)value->number : -1;
}

static bool is_name(const struct value *value, const char *name)
{
    return value && value->kind == V_NAME && strcmp(value->text, name) == 0;
}

static const GString *stream_of(const struct reader *reader, const struct value *reference)
{
    return g_ptr_array_index(reader->streams, (int)reference->number);
}

/* --- the file ------------------------------------------------------------------------ */

static GString *inflate_bytes(const char *bytes, size_t size)
{
    z_stream z = {.next_in = (Bytef *)bytes, .avail_in = (uInt)size};
    GString *out = g_string_new(NULL);
    char room[65536];
    int status = inflateInit(&z);
    while (status == Z_OK) {
        z.next_out = (Bytef *)room;
        z.avail_out = sizeof room;
        status = inflate(&z, Z_NO_FLUSH);
        g_string_append_len(out, room, (gssize)(sizeof room - z.avail_out));
    }
    inflateEnd(&z);
    return status == Z_STREAM_END ? out : NULL;
}

/* Reads "N 0 obj" at a place; its stream, when it has one, too. */
static void read_object(struct reader *reader, size_t at, int number)
{
    struct lexer lexer = {reader->arena, reader->bytes + at, reader->bytes + reader->size};
    g_assert_cmpint((int)read_value(&lexer)->number, ==, number);
    read_value(&lexer);
    g_assert_cmpstr(read_value(&lexer)->text, ==, "obj");
    struct value *value = read_value(&lexer);
    g_ptr_array_index(reader->objects, number) = value;
    const struct value *keyword = read_value(&lexer);
    if (strcmp(keyword->text, "stream") != 0)
        return;
    const char *start = lexer.at + 1;
    size_t size = (size_t)entry(value, "Length")->number;
    g_assert_true(g_str_has_prefix(start + size, "\nendstream\nendobj\n"));
    g_ptr_array_index(reader->streams, number) =
        entry(value, "Filter") ? inflate_bytes(start, size) : g_string_new_len(start, (gssize)size);
    g_assert_nonnull(g_ptr_array_index(reader->streams, number));
}

static void read_from_stream(struct reader *reader, int stream, int index, int number)
{
    const struct value *dictionary = object(reader, stream);
    const GString *bytes = g_ptr_array_index(reader->streams, stream);
    struct lexer heads = {reader->arena, bytes->str, bytes->str + bytes->len};
    for (int i = 0; i < index * 2; i++)
        read_value(&heads);
    g_assert_cmpint((int)read_value(&heads)->number, ==, number);
    size_t at = (size_t)(read_value(&heads)->number + entry(dictionary, "First")->number);
    struct lexer lexer = {reader->arena, bytes->str + at, bytes->str + bytes->len};
    g_ptr_array_index(reader->objects, number) = read_value(&lexer);
}

static unsigned be(const GString *bytes, size_t at, int size)
{
    unsigned value = 0;
    for (int i = 0; i < size; i++)
        value = value << 8 | (unsigned char)bytes->str[at + (size_t)i];
    return value;
}

static void free_stream(void *stream)
{
    if (stream)
        g_string_free(stream, TRUE);
}

/* Reads all objects; ends the test when the file is not as it should be. The arena's. */
static struct reader *reader_open(struct arena *arena, const GByteArray *file)
{
    struct reader *reader = ARENA_NEW(arena, struct reader);
    reader->arena = arena;
    reader->bytes = arena_strndup(arena, (const char *)file->data, file->len);
    reader->size = file->len;
    const char *start = strstr(reader->bytes + reader->size - 32, "startxref\n");
    size_t place = (size_t)atol(start + strlen("startxref\n"));
    int number = atoi(reader->bytes + place), total = 100000;
    reader->objects = g_ptr_array_new();
    reader->streams = g_ptr_array_new_with_free_func(free_stream);
    arena_defer(arena, free_items, reader->objects);
    arena_defer(arena, free_items, reader->streams);
    g_ptr_array_set_size(reader->objects, total);
    g_ptr_array_set_size(reader->streams, total);
    read_object(reader, place, number);
    reader->trailer = object(reader, number);
    total = (int)entry(reader->trailer, "Size")->number;
    const GString *table = g_ptr_array_index(reader->streams, number);
    for (int pass = 1; pass <= 2; pass++)
        for (int i = 1; i < total; i++)
            if (i != number && be(table, (size_t)i * 7, 1) == (unsigned)pass) {
                unsigned at = be(table, (size_t)i * 7 + 1, 4),
                         index = be(table, (size_t)i * 7 + 5, 2);
                if (pass == 1)
                    read_object(reader, at, i);
                else
                    read_from_stream(reader, (int)at, (int)index, i);
            }
    g_ptr_array_set_size(reader->objects, total);
    g_ptr_array_set_size(reader->streams, total);
    return reader;
}

static struct value *catalog(const struct reader *reader)
{
    return get(reader, reader->trailer, "Root");
}

static struct value *page_of_reader(const struct reader *reader, int page)
{
    return nth(reader, get(reader, get(reader, catalog(reader), "Pages"), "Kids"), page);
}

#endif
