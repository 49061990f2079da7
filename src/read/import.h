/* import: what the readers of other programs' JSON share: typed questions to its values, messages
 * about what was found, and the language. Private to this room. */
#ifndef PLENARY_IMPORT_H
#define PLENARY_IMPORT_H

#include <glib.h>

#include "base/diag.h"
#include "base/yaml.h"
#include "doc/doc.h"
#include "style/style.h"

struct import {
    struct arena *arena;
    const struct source *source;
    struct diag *diag;
    const char *style_name;
    const struct style *style; /* from import_begin on */
    struct node *doc;
    uint32_t fields;  /* those that were added, a bit each */
    GHashTable *told; /* keys and types that a message was filed about: once is enough */
};

/* Before any question; import_end frees what it needs. */
void import_open(struct import *import);
void import_end(struct import *import);

/* Finds the language of the document by its `words` (by `fallback`, the tag of a language or NULL,
 * where they do not tell) and loads the style for it. False with an error. */
bool import_begin(struct import *import, const char *words, const char *fallback);

/* Files the error that `value` is not of the kind that was wanted. */
void import_wrong(const struct import *import, const struct yaml *value, const char *wanted);

/* The value of a key: NULL where there is none or null, and where it is of another kind, which
 * files an error. A text is any scalar; a text of nothing but white space is none. */
const struct yaml *import_text(const struct import *import, const struct yaml *object,
                               const char *key);
const struct yaml *import_list(const struct import *import, const struct yaml *object,
                               const char *key);
const struct yaml *import_object(const struct import *import, const struct yaml *object,
                                 const char *key);

/* Is it an object? If not, an error is filed. */
bool import_is_object(const struct import *import, const struct yaml *value, const char *wanted);

/* Warns of every key that is not one of `known`, ended by NULL. */
void import_check_keys(const struct import *import, const struct yaml *object,
                       const char *const *known);

/* The same where text is never left out: the texts of unknown keys, one after the other (`after` is
 * NULL for the first), NULL when there is none left. */
const struct yaml *import_next_stray(const struct import *import, const struct yaml *object,
                                     const char *const *known, const struct yaml *after);

/* True when nothing was said yet about a name that is not known; from then on false. */
bool import_is_news(const struct import *import, const char *name);

/* Where the characters of a value begin: behind its quotation mark. */
uint32_t import_text_at(const struct yaml *value);

/* A field at the head of the document; one that is there already stays, and NULL is returned. */
struct node *import_add_field(struct import *import, enum field name, const char *text,
                              uint32_t at);

#endif
