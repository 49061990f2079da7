/* Fuzzing of our own form, from the first YAML on: any bytes that are text are a document or an
 * error, one of the two, never neither. A document that is written comes back the same. */
#include <stdlib.h>
#include <string.h>

#include "read/read.h"
#include "write/write.h"

static struct node *read_bytes(struct arena *arena, const char *text, struct diag *diag)
{
    struct source *source = source_over(arena, "fuzz.yaml", text, strlen(text));
    if (!source_check_utf8(source, diag))
        return NULL;
    const struct yaml *data = yaml_parse(arena, source, 0, (uint32_t)source->size, DIAG_DATA, diag);
    struct node *doc = data ? read_data(arena, source, data, NULL, diag) : NULL;
    if (doc)
        doc_finish(arena, doc);
    return doc;
}

static void check_return(struct arena *arena, const struct node *doc, enum write_form form,
                         struct diag *diag)
{
    const char *text = write_document(arena, doc, form, diag);
    const struct node *again = read_bytes(arena, text, diag);
    if (!again || strcmp(doc_print(arena, doc), doc_print(arena, again)) != 0)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(arena);
    const char *text = arena_strndup(arena, (const char *)bytes, size);
    struct node *doc = read_bytes(arena, text, diag);
    if (!doc != (diag_count(diag, DIAG_ERROR) > 0))
        abort(); /* NULL if and only if an error was filed */
    if (doc) {
        check_return(arena, doc, WRITE_YAML, diag);
        check_return(arena, doc, WRITE_JSON, diag);
    }
    diag_text(diag);
    arena_free(arena);
    return 0;
}
