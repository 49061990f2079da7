/* file: the objects of a PDF (ISO 32000-1, 7.3) as plain data. libqpdf is seen in file.c only.
 * Every accessor takes NULL and objects of the wrong kind: hostile files are normal. */
#ifndef PLENARY_INSPECT_FILE_H
#define PLENARY_INSPECT_FILE_H

#include "base/diag.h"

enum object_kind {
    OBJECT_NULL,
    OBJECT_BOOL,
    OBJECT_NUMBER,
    OBJECT_NAME,
    OBJECT_STRING,
    OBJECT_ARRAY,
    OBJECT_DICTIONARY, /* also that of a stream */
    OBJECT_REFERENCE
};

struct object {
    enum object_kind kind;
    bool stream;       /* a DICTIONARY with bytes */
    double number;     /* BOOL: 0 or 1 */
    const char *bytes; /* NAME (without its solidus) and STRING, with a NUL behind */
    size_t size;
    int count; /* ARRAY and DICTIONARY */
    const struct object *const *items;
    const char *const *keys; /* DICTIONARY, without solidus */
    int id, generation;      /* REFERENCE: to it; others: what they are, 0 for direct objects */
};

struct file;

/* Opens bytes as a PDF; damaged files are repaired as far as that goes. NULL when it is none, or
 * asks for a password: the error is then filed. The file is the arena's. */
struct file *file_open(struct arena *arena, const struct source *source, struct diag *diag);

/* Whether the file had to be repaired; why, in words of libqpdf. */
const char *file_damage(struct file *file);

const struct object *file_catalog(struct file *file);
const struct object *file_info(struct file *file);
const struct object *file_trailer(struct file *file);

/* What a reference leads to (never a reference); other objects as they are; never NULL. */
const struct object *file_follow(struct file *file, const struct object *object);

/* The value of a key, the item of an array: followed, never NULL. */
const struct object *file_get(struct file *file, const struct object *dictionary, const char *key);
const struct object *file_item(struct file *file, const struct object *array, int index);

/* As a number; `other` when it is none or not finite. */
double file_number(struct file *file, const struct object *object, const char *key, double other);
/* Whether it is that name. */
bool object_is(const struct object *object, const char *name);
/* A NAME's or STRING's bytes, or NULL. */
const char *object_bytes(const struct object *object);
/* The value of a key as it stands, a reference perhaps; NULL: not there. */
const struct object *object_find(const struct object *dictionary, const char *key);

/* A text string (7.9.2.2) as UTF-8, the arena's; NULL when it is none. */
const char *file_text(struct file *file, const struct object *string);

/* The decoded bytes of a stream, with a NUL behind, the arena's; NULL when they cannot be had or
 * are more than FILE_MOST_BYTES. */
#define FILE_MOST_BYTES ((size_t)64 * 1024 * 1024)
const char *file_bytes(struct file *file, const struct object *stream, size_t *size);

#endif
