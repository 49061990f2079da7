/* files: many finished PDFs, one by one, held against a style. */
#ifndef PLENARY_INSPECT_FILES_H
#define PLENARY_INSPECT_FILES_H

#include "base/diag.h"

struct fonts;

/* What one file gave. */
struct inspected {
    struct arena *arena;
    struct diag *diag;
    bool read; /* false: it is no PDF, or the style could not be loaded; the error is filed */
};

struct inspect_all {
    const char *style; /* NULL: by the symbol of each document */
    int count;
    char *const *inputs;
    int hands;
    void (*told)(int index, const struct inspected *inspected, void *user); /* in their order */
    void *user;
};

/* One file; its messages are filed at the levels of the style. `fonts`: those that its glyphs are
 * held against; NULL: none. False as in struct inspected. */
bool files_inspect(struct arena *arena, struct fonts *fonts, const char *input, const char *style,
                   struct diag *diag);

bool files_inspect_all(const struct inspect_all *all, struct diag *diag);

/* The name of the style for a document of that symbol (NULL: none). */
const char *files_style_of_symbol(const char *symbol);

#endif
