/* read: picks the reader, then does what is the same for all of them. */
#include "read/read.h"

#include <string.h>

#include "read/derive.h"
#include "read/lead.h"
#include "read/link.h"
#include "read/table_note.h"
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

/* Which reader a source is for. */
enum format { FORMAT_AKN, FORMAT_JSON, FORMAT_IMPORT, FORMAT_YAML, FORMAT_MARKDOWN };

/* Where each has what a masthead says; NULL: in elements. JSON of other programs (IMPORT) has no
 * place for all of it. */
static const char *const mastheads[] = {
    [FORMAT_AKN] = NULL,
    [FORMAT_JSON] = "in `masthead`",
    [FORMAT_IMPORT] = "in `masthead` after plenary convert --to yaml",
    [FORMAT_YAML] = "in `masthead`",
    [FORMAT_MARKDOWN] = "in the front matter",
};

/* Does a YAML document of our own form begin here? Comments and a line of --- may stand before. */
static bool is_data(const char *text)
{
    for (; *text; text += *text == '\n') {
        bool skipped = *text == '#' || *text == '%' ||
                       strspn(text, " \t\r") == strcspn(text, "\n") || strncmp(text, "---", 3) == 0;
        if (!skipped)
            return strncmp(text, "plenary:", 8) == 0;
        text += strcspn(text, "\n");
    }
    return false;
}

static enum format format_of(const char *text)
{
    text += strspn(text, " \t\r\n");
    if (*text == '<')
        return FORMAT_AKN;
    if (*text == '{' || *text == '[')
        return FORMAT_JSON;
    return is_data(text) ? FORMAT_YAML : FORMAT_MARKDOWN;
}

static struct node *read_json(struct arena *arena, const struct source *source, const char *style,
                              enum format *format, struct diag *diag)
{
    const struct yaml *data = yaml_parse(arena, source, 0, source->size, DIAG_DATA, diag);
    if (!data)
        return NULL;
    if (yaml_get(data, "plenary"))
        return read_data(arena, source, data, style, diag);
    *format = FORMAT_IMPORT;
    if (data->kind == YAML_SEQUENCE)
        return read_paragraphs(arena, source, data, style, diag);
    if (yaml_get(data, "resolution") || yaml_get(data, "operative") || yaml_get(data, "preamble"))
        return read_mun(arena, source, data, style, diag);
    diag_file(diag, source, data->at, DIAG_UNKNOWN_FORMAT,
              "this JSON is no document, a document of plenary (`plenary: 1` first), a list of "
              "paragraphs or a Model UN resolution was wanted");
    return NULL;
}

static struct node *read_yaml(struct arena *arena, const struct source *source, const char *style,
                              struct diag *diag)
{
    const struct yaml *data = yaml_parse(arena, source, 0, source->size, DIAG_DATA, diag);
    return data ? read_data(arena, source, data, style, diag) : NULL;
}

static struct node *read_format(struct arena *arena, const struct source *source, const char *style,
                                enum format *format, struct diag *diag)
{
    if (!source->text[strspn(source->text, " \t\r\n")]) {
        diag_file(diag, source, SOURCE_NOWHERE, DIAG_EMPTY,
                  "holds nothing but white space, a document was wanted");
        return NULL;
    }
    switch (*format) {
    case FORMAT_AKN:
        return read_akn(arena, source, diag);
    case FORMAT_JSON:
    case FORMAT_IMPORT:
        return read_json(arena, source, style, format, diag);
    case FORMAT_YAML:
        return read_yaml(arena, source, style, diag);
    case FORMAT_MARKDOWN:
        break;
    }
    return read_markdown(arena, source, style, diag);
}

struct node *read_document(struct arena *arena, const struct source *source, const char *name,
                           struct diag *diag)
{
    int errors = diag_count(diag, DIAG_ERROR);
    enum format format = format_of(source->text);
    struct node *doc =
        is_text(source, diag) ? read_format(arena, source, name, &format, diag) : NULL;
    const struct style *style =
        doc ? style_load(arena, name ? name : "un", doc->as.doc.language, diag) : NULL;
    if (!style)
        return NULL;
    doc_finish(arena, doc);
    table_note_settle(arena, doc, style);
    derive_masthead(arena, doc, style, mastheads[format], diag);
    lead_mark(arena, doc, style, format == FORMAT_MARKDOWN, diag);
    link_symbols(arena, doc, style);
    return diag_count(diag, DIAG_ERROR) > errors ? NULL : doc;
}
