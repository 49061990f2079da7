/* source: the bytes of one input and where they stand. Every node of a document and every
 * message points into a source by byte offset; line and column are worked out when shown. */
#ifndef PLENARY_SOURCE_H
#define PLENARY_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct diag;

struct source {
    const char *name; /* as given by the user; "<stdin>" for - */
    const char *text; /* `size` bytes and a NUL behind; a byte order mark is skipped */
    size_t size;
    bool mark;  /* a byte order mark stood before */
    bool paged; /* places in it are numbers of pages, from 1, not bytes: a finished PDF */
};

struct place {
    int line, column; /* from 1; the column counts characters (code points) */
};

/* How far lines and columns have been counted: who asks for places in their order reads a source
 * once however many there are. Begins as zeros. */
struct source_count {
    const struct source *source;
    uint32_t at;
    struct place place;
};

#define SOURCE_NOWHERE UINT32_MAX /* an offset that means the source as a whole */
#define SOURCE_MAX_BYTES ((size_t)256 * 1024 * 1024)

/* Reads a file, or standard input for "-". NULL when that fails (no such file, a directory,
 * empty, larger than SOURCE_MAX_BYTES); the error is then in `diag`. */
struct source *source_read(struct arena *arena, const char *path, struct diag *diag);

/* A source over bytes in memory; `text` must outlive it and have a NUL at text[size]. */
struct source *source_over(struct arena *arena, const char *name, const char *text, size_t size);

/* False, with an error at the first bad byte, when the text is not UTF-8 (Unicode 3.9, table
 * 3-7) or holds a NUL. */
bool source_check_utf8(const struct source *source, struct diag *diag);

/* The line and column of a byte; bytes behind the end are at the end. */
struct place source_place(struct source_count *count, const struct source *source, uint32_t at);

#endif
