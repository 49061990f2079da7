/* Fuzzing of the Markdown reader and of all steps behind it. */
#include <stdlib.h>

#include "read/read.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(arena);
    char *text = arena_strndup(arena, (const char *)data, size);
    struct source *source = source_over(arena, "fuzz.md", text, size);
    if (source->size) {
        struct node *doc = read_document(arena, source, NULL, diag);
        if (!doc != (diag_count(diag, DIAG_ERROR) > 0))
            abort(); /* NULL if and only if an error was filed */
        if (doc)
            doc_print(arena, doc);
    }
    diag_text(diag);
    arena_free(arena);
    return 0;
}
