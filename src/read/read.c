/* read: picks the reader, then does what is the same for all of them. */
#include "read/read.h"

#include <string.h>

#include "read/derive.h"
#include "read/lead.h"
#include "read/link.h"
#include "style/style.h"

/* The place of a control character that no text holds, or NULL. */
static const char *find_binary(const struct source *source)
{
    for (const char *p = source->text; p < source->text + source->size; p++)
        if ((unsigned char)*p < 0x20 && !strchr("\t\n\r\f", *p))
            return p;
    return NULL;
}

static bool is_text(const struct source *source, struct diag *diag)
{
    if (!source_check_utf8(source, diag))
        return false;
    const char *binary = find_binary(source);
    if (binary)
        diag_file(diag, source, (uint32_t)(binary - source->text), DIAG_UNKNOWN_FORMAT,
                  "byte 0x%02X is of no text, AKN4UN XML or Markdown was wanted",
                  (unsigned char)*binary);
    return !binary;
}

static struct node *read_format(struct arena *arena, const struct source *source, const char *style,
                                struct diag *diag, bool *is_markdown)
{
    size_t front = strspn(source->text, " \t\r\n");
    char first = source->text[front];
    *is_markdown = first != '<';
    if (!first) {
        diag_file(diag, source, SOURCE_NOWHERE, DIAG_EMPTY,
                  "holds nothing but white space, a document was wanted");
        return NULL;
    }
    if (first == '{') {
        diag_file(diag, source, (uint32_t)front, DIAG_UNKNOWN_FORMAT,
                  "this looks like JSON, AKN4UN XML or Markdown was wanted");
        return NULL;
    }
    return *is_markdown ? read_markdown(arena, source, style, diag) : read_akn(arena, source, diag);
}

struct node *read_document(struct arena *arena, const struct source *source, const char *name,
                           struct diag *diag)
{
    int errors = diag_count(diag, DIAG_ERROR);
    bool is_markdown;
    struct node *doc =
        is_text(source, diag) ? read_format(arena, source, name, diag, &is_markdown) : NULL;
    const struct style *style =
        doc ? style_load(arena, name ? name : "un", doc->as.doc.language, diag) : NULL;
    if (!style)
        return NULL;
    doc_finish(arena, doc);
    derive_masthead(arena, doc, style, diag);
    lead_mark(arena, doc, style, is_markdown, diag);
    link_symbols(arena, doc);
    return diag_count(diag, DIAG_ERROR) > errors ? NULL : doc;
}
