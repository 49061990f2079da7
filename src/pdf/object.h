/* object: the objects of one PDF 1.7 file and the file around them: object streams, a
 * cross-reference stream, an identifier that is the hash of everything before it. */
#ifndef PLENARY_PDF_OBJECT_H
#define PLENARY_PDF_OBJECT_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

struct objects;

/* An empty file of PDF 1.7, or of 1.6 if it is for print; the caller frees it with objects_free. */
struct objects *objects_new(bool print);
void objects_free(struct objects *objects);

/* A number for an object that is set later. Every reserved object must be set once. */
int objects_reserve(struct objects *objects);

/* Sets an object that is not a stream, as PDF text; the text stays the caller's. */
void objects_set(struct objects *objects, int number, const GString *text);
int objects_add(struct objects *objects, const GString *text);

/* How a stream is written: as it is, or packed, with more or less effort (see flate.h). */
enum coding { CODING_PLAIN, CODING_OUTLINES, CODING_PAGE, CODING_FLATE };

/* Writes a stream. `entries` are those of its dictionary besides Length and Filter. */
void objects_set_stream(struct objects *objects, int number, const char *entries, const void *bytes,
                        size_t size, enum coding coding);
int objects_add_stream(struct objects *objects, const char *entries, const void *bytes, size_t size,
                       enum coding coding);

/* A number that tells the streams written so far from others: 32 hexadecimal digits, to be freed.
 */
char *objects_hash(const struct objects *objects);

/* Writes what is left and the trailer; the bytes are the caller's. */
GByteArray *objects_finish(struct objects *objects, int catalog, int info);

#endif
