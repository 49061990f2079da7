/* cmap: what a CMap stream says (ISO 32000-1, 9.7.5 and 9.10.3): codes to CIDs, codes to text. */
#ifndef PLENARY_INSPECT_CMAP_H
#define PLENARY_INSPECT_CMAP_H

#include <glib.h>

#include "base/arena.h"

struct cmap {
    GHashTable *cids;  /* code + 1 → CID + 1 */
    GHashTable *texts; /* code + 1 → UTF-8, the arena's */
    int code_bytes;    /* of the code space, 1 to 4; 0: it has none */
};

/* Reads what it knows of a CMap and passes over the rest; the arena's. */
const struct cmap *cmap_read(struct arena *arena, const char *bytes, size_t size);

/* The CID of a code, -1 when there is none; the text of a code, NULL when there is none. */
int cmap_cid(const struct cmap *cmap, unsigned code);
const char *cmap_text(const struct cmap *cmap, unsigned code);

#endif
