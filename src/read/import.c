/* import: questions to JSON that other programs wrote. In comes a tree of values, out come those
 * that are of the wanted kind, and messages about the others. */
#include "read/import.h"

#include <string.h>

#include "base/nearest.h"
#include "read/guess.h"

/* --- messages ------------------------------------------------------------------------ */

static const char *kind_of(const struct yaml *value)
{
    switch (value->kind) {
    case YAML_SCALAR:
        return yaml_is_null(value) ? "nothing" : "a text";
    case YAML_SEQUENCE:
        return "a list";
    case YAML_MAPPING:
        break;
    }
    return "an object";
}

void import_wrong(const struct import *import, const struct yaml *value, const char *wanted)
{
    const char *key = value->key;
    diag_file(import->diag, import->source, value->at, DIAG_DATA, "%s%s%s is %s, %s was wanted",
              key ? "`" : "", key ? key : "this", key ? "`" : "", kind_of(value), wanted);
}

bool import_is_news(const struct import *import, const char *name)
{
    return g_hash_table_add(import->told, (gpointer)name);
}

static bool is_one_of(const char *word, const char *const *words)
{
    while (*words && strcmp(*words, word) != 0)
        words++;
    return *words != NULL;
}

/* More than a word or a number: an id or a colour is none. */
static bool holds_words(const struct yaml *value)
{
    return value->text && strchr(value->text + strspn(value->text, " "), ' ');
}

static void tell_unknown(const struct import *import, const struct yaml *pair,
                         const char *const *known, const char *what)
{
    if (!import_is_news(import, pair->key))
        return;
    diag_file(import->diag, import->source, pair->key_at, DIAG_DATA_UNKNOWN,
              "the key `%s` is not known here, %s", pair->key, what);
    int count = (int)g_strv_length((char **)(gpointer)known);
    const char *near = nearest_word(pair->key, known, count);
    if (near)
        diag_hint(import->diag, "was `%s` meant?", near);
}

void import_check_keys(const struct import *import, const struct yaml *object,
                       const char *const *known)
{
    for (const struct yaml *pair = object->first; pair; pair = pair->next)
        if (!is_one_of(pair->key, known))
            tell_unknown(import, pair, known, "what it holds is left out");
}

const struct yaml *import_next_stray(const struct import *import, const struct yaml *object,
                                     const char *const *known, const struct yaml *after)
{
    for (const struct yaml *pair = after ? after->next : object->first; pair; pair = pair->next) {
        bool words = !is_one_of(pair->key, known) && holds_words(pair);
        if (words)
            tell_unknown(import, pair, known, "its text is kept as a paragraph");
        else if (!is_one_of(pair->key, known))
            tell_unknown(import, pair, known, "what it holds is left out");
        if (words)
            return pair;
    }
    return NULL;
}

/* --- values -------------------------------------------------------------------------- */

static const struct yaml *find_value(const struct import *import, const struct yaml *object,
                                     const char *key, enum yaml_kind kind, const char *wanted)
{
    const struct yaml *value = yaml_get(object, key);
    if (!value || yaml_is_null(value))
        return NULL;
    if (value->kind == kind)
        return value;
    import_wrong(import, value, wanted);
    return NULL;
}

const struct yaml *import_text(const struct import *import, const struct yaml *object,
                               const char *key)
{
    const struct yaml *value = find_value(import, object, key, YAML_SCALAR, "a text");
    return value && value->text[strspn(value->text, " \t\r\n")] ? value : NULL;
}

const struct yaml *import_list(const struct import *import, const struct yaml *object,
                               const char *key)
{
    return find_value(import, object, key, YAML_SEQUENCE, "a list");
}

const struct yaml *import_object(const struct import *import, const struct yaml *object,
                                 const char *key)
{
    return find_value(import, object, key, YAML_MAPPING, "an object");
}

bool import_is_object(const struct import *import, const struct yaml *value, const char *wanted)
{
    if (value->kind == YAML_MAPPING)
        return true;
    import_wrong(import, value, wanted);
    return false;
}

uint32_t import_text_at(const struct yaml *value)
{
    return value->at + !value->plain;
}

struct node *import_add_field(struct import *import, enum field name, const char *text, uint32_t at)
{
    if (import->fields & 1U << name)
        return NULL;
    import->fields |= 1U << name;
    struct node *field = doc_new_field(import->arena, name, text, at);
    doc_place_field(import->doc, field);
    return field;
}

/* --- begin and end ------------------------------------------------------------------- */

void import_open(struct import *import)
{
    import->told = g_hash_table_new(g_str_hash, g_str_equal);
}

bool import_begin(struct import *import, const char *words, const char *fallback)
{
    enum language language = guess_language(words, strlen(words));
    if (language == LANGUAGE_NONE && fallback)
        language = language_of(fallback);
    if (language == LANGUAGE_NONE) {
        diag_file(import->diag, import->source, SOURCE_NOWHERE, DIAG_NO_LANGUAGE,
                  "the language is not given and cannot be told from the text");
        diag_hint(import->diag, "give the first paragraph a key `language`, as in \"en\"");
        return false;
    }
    import->doc = doc_new(import->arena, NODE_DOC, 0);
    import->doc->as.doc.source = import->source;
    import->doc->as.doc.language = language;
    import->style = style_load(import->arena, import->style_name ? import->style_name : "un",
                               language, import->diag);
    return import->style != NULL;
}

void import_end(struct import *import)
{
    g_hash_table_destroy(import->told);
}
