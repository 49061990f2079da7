/* arena: blocks of bytes handed out from the front, given back all at once. */
#include "base/arena.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A block is twice the one before it, up to the largest: many arenas hold little and not for long,
 * and blocks are zeroed. */
#define FIRST_BLOCK ((size_t)4 * 1024)
#define LARGEST_BLOCK ((size_t)64 * 1024)

struct block {
    struct block *next;
    size_t used, size;
    alignas(max_align_t) unsigned char bytes[];
};

struct deferred {
    struct deferred *next;
    void (*free_thing)(void *);
    void *thing;
};

struct arena {
    struct block *blocks;
    size_t block_size; /* of the next block */
    struct deferred *deferred;
};

static void *out_of_memory(void)
{
    fputs("plenary: error: out of memory\n", stderr);
    exit(3);
}

static struct block *block_new(size_t size)
{
    struct block *block = size > SIZE_MAX - sizeof *block ? NULL : calloc(1, sizeof *block + size);
    if (!block)
        return out_of_memory();
    block->size = size;
    return block;
}

struct arena *arena_new(void)
{
    struct arena *arena = calloc(1, sizeof *arena);
    if (!arena)
        return out_of_memory();
    arena->block_size = FIRST_BLOCK;
    return arena;
}

void arena_free(struct arena *arena)
{
    if (!arena)
        return;
    for (struct deferred *d = arena->deferred; d; d = d->next)
        d->free_thing(d->thing);
    for (struct block *b = arena->blocks, *next; b; b = next) {
        next = b->next;
        free(b);
    }
    free(arena);
}

/* A block with room for `size` bytes. A large one goes behind the block in use, which goes on. */
static struct block *add_block(struct arena *arena, size_t size)
{
    bool large = size > arena->block_size / 4;
    struct block *block = block_new(large ? size : arena->block_size);
    struct block **link = large && arena->blocks ? &arena->blocks->next : &arena->blocks;
    block->next = *link;
    *link = block;
    if (!large && arena->block_size < LARGEST_BLOCK)
        arena->block_size *= 2;
    return block;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    const size_t unit = alignof(max_align_t);
    if (size > SIZE_MAX - unit)
        return out_of_memory();
    size = (size + unit - 1) / unit * unit;

    struct block *block = arena->blocks;
    if (!block || block->size - block->used < size)
        block = add_block(arena, size);
    void *bytes = block->bytes + block->used;
    block->used += size;
    return bytes;
}

void *arena_copy(struct arena *arena, const void *bytes, size_t size)
{
    return size ? memcpy(arena_alloc(arena, size), bytes, size) : arena_alloc(arena, 1);
}

char *arena_strndup(struct arena *arena, const char *text, size_t length)
{
    char *copy = arena_alloc(arena, length + 1);
    if (length)
        memcpy(copy, text, length);
    return copy;
}

char *arena_strdup(struct arena *arena, const char *text)
{
    return arena_strndup(arena, text, strlen(text));
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, args);
    va_end(args);
    char *text = arena_alloc(arena, (size_t)(length > 0 ? length : 0) + 1);
    vsnprintf(text, (size_t)(length > 0 ? length : 0) + 1, format, again);
    va_end(again);
    return text;
}

void arena_defer(struct arena *arena, void (*free_thing)(void *), void *thing)
{
    struct deferred *deferred = ARENA_NEW(arena, struct deferred);
    *deferred = (struct deferred){arena->deferred, free_thing, thing};
    arena->deferred = deferred;
}
