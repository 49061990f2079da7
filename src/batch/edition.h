/* edition: the key of a document of a batch: a hash of everything that its outputs depend on, so
 * that what is up to date can be told without looking at the clock. */
#ifndef PLENARY_EDITION_H
#define PLENARY_EDITION_H

#include "job/job.h"

/* Hashes of files and styles that are known already; may be used by many threads. */
struct editions;
struct editions *editions_new(void);
void editions_free(struct editions *editions);

/* SHA-256 in hexadecimal digits, the arena's. */
const char *edition_hash(struct arena *arena, const void *bytes, size_t size);

/* The key of a document with that content hash, set by that job (whose input is not looked at) in
 * that style and language: program, options, styles and words, faces, patterns for hyphens, emblem.
 * `fonts` may be NULL where the form needs none. "" when the style cannot be used: no document has
 * that key. The arena's. */
const char *edition_key(struct arena *arena, struct editions *editions, struct fonts *fonts,
                        const struct job *job, const char *content, const char *style,
                        enum language language);

#endif
