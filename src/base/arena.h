/* arena: memory that lives and dies with one document.
 * Passes take it as their first parameter and never free; out of memory ends the process with
 * status 3, because no pass could do anything better. Not shared between threads. */
#ifndef PLENARY_ARENA_H
#define PLENARY_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena;

/* A new, empty arena; the caller owns it and gives it back to arena_free (NULL is allowed). */
struct arena *arena_new(void);
void arena_free(struct arena *arena);

/* `size` bytes, zeroed, aligned for any type; owned by the arena. */
void *arena_alloc(struct arena *arena, size_t size);

#define ARENA_NEW(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define ARENA_ARRAY(arena, type, n) ((type *)arena_alloc((arena), sizeof(type) * (size_t)(n)))

/* Copies, always with a NUL behind; owned by the arena. */
char *arena_strndup(struct arena *arena, const char *text, size_t length);
char *arena_strdup(struct arena *arena, const char *text);
void *arena_copy(struct arena *arena, const void *bytes, size_t size);
char *arena_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Lets `free_thing(thing)` run when the arena is freed, last added first: for what a library
 * made and the arena must outlive. */
void arena_defer(struct arena *arena, void (*free_thing)(void *), void *thing);

#endif
