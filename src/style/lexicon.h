/* lexicon: what the checker knows of a language beyond the words of a page: spellings, forms of
 * references, patterns. styles/check/LANGUAGE.yaml holds it, styles/check/common.yaml what is the
 * same in all of them; each is read once per process. Editors maintain these files, no code. */
#ifndef PLENARY_LEXICON_H
#define PLENARY_LEXICON_H

#include <glib.h>

#include "base/diag.h"
#include "doc/doc.h"

struct lexicon;

/* That of a language, LANGUAGE_NONE: the common one. Never NULL; empty where there is no file or
 * the file is broken (lexicon_check tells). It lives as long as the process. */
const struct lexicon *lexicon_of(enum language language);

/* The words of a list, in the order of the file, ended by NULL; of a mapping: its keys. Never NULL,
 * empty when there is no such key. */
const char *const *lexicon_list(const struct lexicon *lexicon, const char *key);

/* What a mapping has for a word of `size` bytes, by bytes; NULL when it has not. */
const char *lexicon_find(const struct lexicon *lexicon, const char *key, const char *word,
                         size_t size);

/* The pattern (PCRE; white space and # comments in it are read over) under a key that ends in
 * "-pattern": compiled when the file was read. NULL when there is none. */
const GRegex *lexicon_pattern(const struct lexicon *lexicon, const char *key);

/* Reads the file of a language as lexicon_of does, and files what is wrong with it. True when
 * nothing is. */
bool lexicon_check(struct arena *arena, enum language language, struct diag *diag);

#endif
