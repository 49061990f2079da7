/* data_value: what YAML and JSON have in common: words, lists and mappings, built first and written
 * in one form or the other afterwards. Private to this room. */
#ifndef PLENARY_WRITE_DATA_VALUE_H
#define PLENARY_WRITE_DATA_VALUE_H

#include <glib.h>
#include <stdbool.h>

#include "base/arena.h"

enum value_kind { VALUE_WORDS, VALUE_BARE, VALUE_LIST, VALUE_MAPPING };

struct value {
    enum value_kind kind;
    bool flat;        /* YAML has it on one line, where it fits */
    const char *key;  /* in a mapping; lent */
    const char *text; /* WORDS: any text; BARE: null, true or a number */
    struct value *first, *last, *next;
};

/* A new value at the end of `parent` (NULL: of none), under a key where that is a mapping. */
struct value *value_add(struct arena *arena, struct value *parent, const char *key,
                        enum value_kind kind);
/* Writes a mapping as a document, a line end last. */
void value_write_yaml(GString *out, const struct value *mapping);
void value_write_json(GString *out, const struct value *mapping);

/* True for characters that are written by their number, because nobody would see them or because
 * they end lines. */
bool value_is_hidden(gunichar c);

#endif
