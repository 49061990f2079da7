/* style_keys: what a style file may say. Private to this room. */
#ifndef PLENARY_STYLE_KEYS_H
#define PLENARY_STYLE_KEYS_H

#include "base/yaml.h"
#include "style/style.h"

enum value_type {
    VALUE_LENGTH,      /* 10pt, 20mm, 2cm, 0.5in, in forms also 2em → length */
    VALUE_NUMBER,      /* 100 → int */
    VALUE_SHARE,       /* 62% → int, per mille */
    VALUE_SLIGHT,      /* 2%, at most 5% → int in per mille */
    VALUE_YES_NO,      /* yes or no → bool */
    VALUE_ALIGN,       /* → enum align */
    VALUE_PUNCTUATION, /* quanjiao, kaiming, banjiao → const char * */
    VALUE_LOOK,        /* plain, bold, italic, bold italic → unsigned */
    VALUE_TEXT,        /* → const char * */
    VALUE_FILE,        /* a path, relative to the style file → const char * */
    VALUE_LIST,        /* a list of words → const char *const *, ended by NULL */
    VALUE_FAMILIES,    /* a list of at most STYLE_MAX_FAMILIES → const char *[] */
    VALUE_FIELDS       /* a list of names of fields → const enum field *, ended by FIELD_COUNT */
};

enum value_bound {
    BOUND_ANY,
    BOUND_POSITIVE, /* greater than 0 */
    BOUND_OPTIONAL  /* may be missing or null: 0, no, NULL */
};

struct style_key {
    const char *path; /* "mast.emblem.x" */
    size_t offset;    /* in struct style, or in struct form */
    enum value_type type;
    enum value_bound bound;
};

/* A value as a file gives it; lengths in em wait for the size of their form. */
struct style_value {
    bool set, em;
    int32_t number;   /* length, number, per mille, yes or no, look; em: 1/1000 em */
    const char *text; /* TEXT, FILE, PUNCTUATION; NULL for null */
    const char *const *list;
    const enum field *fields;
    const struct source *source; /* where it stands, for what is checked at the end */
    uint32_t at;
};

/* The keys of one kind of mapping, and a place for the value of each. */
struct style_table {
    const char *name; /* where they stand, for messages: "" or "forms.note." */
    const struct style_key *keys;
    int count;
    struct style_value *values;
};

/* What is being read, for paths and messages. */
struct style_reading {
    struct arena *arena;
    struct diag *diag;
    const struct source *source;
};

#define FORM_KEY_SIZE 0 /* of form_keys: the size of type, which em stands for */

extern const struct style_key style_keys[];
extern const int style_key_count;
extern const struct style_key style_form_keys[];
extern const int style_form_key_count;

/* Names of forms in a style file, "default" last, ended by NULL. */
extern const char *const style_form_names[];

/* Takes a pair into the table; its key is looked up with `prefix` (may be "") before it. Where
 * the path leads to further keys the value is taken as a mapping of them. False when something
 * was not understood; the rest is taken all the same. */
bool style_take_pair(const struct style_reading *reading, const struct yaml *pair,
                     const char *prefix, const struct style_table *table);

/* The same for every pair of `mapping`; anything but a mapping or nothing is an error. */
bool style_take_pairs(const struct style_reading *reading, const struct yaml *mapping,
                      const char *prefix, const struct style_table *table);

/* Reads the value of one key; false with an error that says what was wanted. */
bool style_read_value(const struct style_reading *reading, const struct yaml *node,
                      const struct style_key *key, struct style_value *value);

/* Writes a value into the struct that the key's offset is counted from. */
void style_store_value(const struct style_key *key, const struct style_value *value, length em,
                       void *into);

/* Levels of messages, DIAG_COUNT of them: those of the catalogue; then what a mapping `check`
 * changes. False when something was not understood; the rest is taken all the same. */
void levels_begin(enum diag_level *levels);
bool levels_take(const struct style_reading *reading, const struct yaml *check,
                 enum diag_level *levels);

/* Files "unknown key" at a pair, with what was wanted and the nearest of it as a hint; `wanted`
 * is ended by NULL. Always false. */
bool style_unknown_key(const struct style_reading *reading, const struct yaml *pair,
                       const char *where, const char *const *wanted);

/* Whether a style is named by its file: anything with a slash or ending .yaml. */
bool style_is_file_name(const char *name);

/* As style_load, and always from the files. */
const struct style *style_read(struct arena *arena, const char *name, enum language language,
                               struct diag *diag);

#endif
