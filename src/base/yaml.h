/* yaml: a YAML text as a tree of nodes that know their place in the source. The one door to
 * libfyaml, for styles, front matter and documents. Anchors, aliases and tags have no place in
 * them: an alias is an error (so nothing can grow), a tag is read over. */
#ifndef PLENARY_YAML_H
#define PLENARY_YAML_H

#include <stdbool.h>

#include "base/diag.h"

#define YAML_MAX_DEPTH 256 /* lists and mappings within each other; documents stay below 30 */

enum yaml_kind { YAML_SCALAR, YAML_SEQUENCE, YAML_MAPPING };

struct yaml {
    enum yaml_kind kind;
    uint32_t at;              /* byte offset in the source, where the value begins */
    const char *key;          /* in a mapping: the key of this pair; else NULL */
    uint32_t key_at;          /* where the key begins */
    const char *text;         /* SCALAR: its text, "" when there is none; else NULL */
    bool plain;               /* SCALAR without quotation marks: may mean true, 5 or null */
    int count;                /* SEQUENCE, MAPPING: how many children */
    const struct yaml *first; /* SEQUENCE, MAPPING: the first child */
    const struct yaml *next;  /* the next of the same parent, in the order of the source */
};

/* The tree of bytes from…to of `source`, which hold one YAML document: NULL, with an error of
 * that slug filed, when they are not YAML, hold an alias, a key twice or a key that is no scalar,
 * or are nested deeper than YAML_MAX_DEPTH. A document of nothing is a mapping without pairs. The
 * tree is the arena's. */
const struct yaml *yaml_parse(struct arena *arena, const struct source *source, uint32_t from,
                              uint32_t to, enum diag_slug slug, struct diag *diag);

/* The value of that key; NULL when the mapping (any other kind of node, or NULL) has none. */
const struct yaml *yaml_get(const struct yaml *mapping, const char *key);

/* True for no value at all: empty, ~ or null without quotation marks. */
bool yaml_is_null(const struct yaml *node);

#endif
