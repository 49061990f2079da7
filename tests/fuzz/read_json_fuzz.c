/* Fuzzing of what is read from JSON: lists of paragraphs, Model UN resolutions, documents of our
 * own form, with all steps behind the readers. */
#include <stdlib.h>

#include "read/read.h"

/* Each reader is asked whatever the form, so that none is shielded by the choice before it. */
static void read_as(const char *text, size_t size, int reader)
{
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(arena);
    struct source *source = source_over(arena, "A_RES_76_19.json", text, size);
    const struct yaml *data = source_check_utf8(source, diag)
                                  ? yaml_parse(arena, source, 0, (uint32_t)size, DIAG_DATA, diag)
                                  : NULL;
    if (data) {
        struct node *doc = reader ? read_mun(arena, source, data, NULL, diag)
                                  : read_paragraphs(arena, source, data, NULL, diag);
        if (!doc != (diag_count(diag, DIAG_ERROR) > 0))
            abort(); /* NULL if and only if an error was filed */
        if (doc) {
            doc_finish(arena, doc);
            doc_print(arena, doc);
        }
    }
    diag_text(diag);
    arena_free(arena);
}

static void read_whole(const char *text, size_t size)
{
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(arena);
    struct node *doc =
        read_document(arena, source_over(arena, "fuzz.json", text, size), NULL, diag);
    if (!doc != (diag_count(diag, DIAG_ERROR) > 0))
        abort();
    if (doc)
        doc_print(arena, doc);
    diag_text(diag);
    arena_free(arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_new();
    const char *text = arena_strndup(arena, (const char *)data, size);
    read_as(text, size, 0);
    read_as(text, size, 1);
    if (size)
        read_whole(text, size);
    arena_free(arena);
    return 0;
}
