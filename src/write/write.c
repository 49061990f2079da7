/* write: picks the writer. */
#include "write/write.h"

#include "write/forms.h"

static const struct {
    const char *name;
    writer *write;
} forms[WRITE_FORM_COUNT] = {
    [WRITE_YAML] = {"yaml", write_yaml},
    [WRITE_JSON] = {"json", write_json},
    [WRITE_AKN] = {"akn", write_akn},
    [WRITE_MARKDOWN] = {"markdown", write_markdown},
};

const char *write_form_name(enum write_form form)
{
    return forms[form].name;
}

const char *write_document(struct arena *arena, const struct node *doc, enum write_form form,
                           struct diag *diag)
{
    struct writing writing = {arena, doc, diag, g_string_new(NULL)};
    forms[form].write(&writing);
    const char *text = arena_strndup(arena, writing.out->str, writing.out->len);
    g_string_free(writing.out, TRUE);
    return text;
}
