/* lexer: the tokens of content streams and CMaps (ISO 32000-1, 7.2 and 7.3). Operands are values of
 * their own kind, light ones: a string's bytes are the arena's. */
#ifndef PLENARY_INSPECT_LEXER_H
#define PLENARY_INSPECT_LEXER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

enum token_kind {
    TOKEN_END,
    TOKEN_NUMBER,
    TOKEN_NAME,
    TOKEN_STRING,
    TOKEN_WORD, /* an operator, true, null */
    TOKEN_OPEN_ARRAY,
    TOKEN_CLOSE_ARRAY,
    TOKEN_OPEN_DICTIONARY,
    TOKEN_CLOSE_DICTIONARY
};

struct token {
    enum token_kind kind;
    double number;
    const char *bytes; /* NAME, STRING, WORD: with a NUL behind */
    size_t size;
};

struct lexer {
    struct arena *arena;
    const char *at, *end;
};

/* The next token; the bytes of names, strings and words are the arena's. */
struct token lexer_next(struct lexer *lexer);

/* Skips the data of an inline image, from behind ID to behind EI. */
void lexer_skip_image(struct lexer *lexer);

#endif
