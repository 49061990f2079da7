/* Fuzzing of the AKN4UN reader: any bytes that are text, from "<" on, are a document or an error:
 * one of the two, never neither. */
#include <stdlib.h>

#include "read/read.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(arena);
    char *text = arena_strndup(arena, (const char *)data, size);
    struct source *source = source_over(arena, "fuzz.xml", text, size);
    if (source_check_utf8(source, diag)) {
        struct node *doc = read_akn(arena, source, diag);
        if (!doc != (diag_count(diag, DIAG_ERROR) > 0))
            abort(); /* NULL if and only if an error was filed */
        if (doc) {
            doc_finish(arena, doc);
            doc_print(arena, doc);
        }
    }
    diag_text(diag);
    arena_free(arena);
    return 0;
}
