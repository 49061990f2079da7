/* data: a document of our own form, in YAML or JSON, becomes the tree that it spells out. The keys
 * at the top are here; what stands below them has files of its own. */
#include "read/data.h"

#include <glib.h>
#include <string.h>

#include "read/read.h"

enum { VERSION = 1 };

static const char *const top_keys[] = {"plenary",  "language", "kind",    "organ", "vote",
                                       "masthead", "body",     "$schema", NULL};

/* The value of a key at the top, entered; NULL when there is none. */
static const struct yaml *enter(struct data *data, const struct yaml *top, const char *key)
{
    const struct yaml *value = yaml_get(top, key);
    if (value)
        data_enter_key(data, value);
    return value;
}

/* --- what the document is ------------------------------------------------------------------ */

static void read_version(struct data *data, const struct yaml *top)
{
    const struct yaml *version = enter(data, top, "plenary");
    int number = VERSION;
    if (!version)
        return;
    if (data_read_number(data, version, 0, 9999, &number) && number != VERSION)
        data_fail(data, version->at, "is %d, of a form that is not known here; %d was wanted",
                  number, VERSION);
    data_leave(data);
}

static enum language read_language(struct data *data, const struct yaml *top)
{
    const char *tags[LANGUAGE_COUNT - 1];
    for (int i = 1; i < LANGUAGE_COUNT; i++)
        tags[i - 1] = language_tag((enum language)i);
    const struct yaml *value = enter(data, top, "language");
    if (!value) {
        diag_file(data->diag, data->source, top->at, DIAG_NO_LANGUAGE,
                  "the language of the document is not given");
        diag_hint(data->diag, "give `language: en` or another of the six");
        return LANGUAGE_NONE;
    }
    int found = data_read_choice(data, value, tags, LANGUAGE_COUNT - 1);
    data_leave(data);
    return (enum language)(found + 1);
}

static void read_kind(struct data *data, const struct yaml *top, struct node *doc)
{
    const char *names[KIND_STATEMENT + 1];
    for (int i = 0; i <= KIND_STATEMENT; i++)
        names[i] = doc_type_name((enum doc_kind)i);
    const struct yaml *value = enter(data, top, "kind");
    if (!value)
        return;
    int found = data_read_choice(data, value, names, G_N_ELEMENTS(names));
    doc->as.doc.kind = found < 0 ? KIND_RESOLUTION : (enum doc_kind)found;
    data_leave(data);
}

static void read_organ(struct data *data, const struct yaml *top, struct node *doc)
{
    const char *names[ORGAN_HRC];
    for (int i = 0; i < ORGAN_HRC; i++)
        names[i] = doc_organ_name((enum organ)(i + 1));
    const struct yaml *value = enter(data, top, "organ");
    if (!value)
        return;
    doc->as.doc.organ = (enum organ)(data_read_choice(data, value, names, ORGAN_HRC) + 1);
    data_leave(data);
}

/* --- what stands in it --------------------------------------------------------------------- */

static void read_parts(struct data *data, const struct yaml *top, struct node *doc)
{
    const struct yaml *value;
    if ((value = enter(data, top, "vote"))) {
        doc->as.doc.vote = data_read_vote(data, value);
        data_leave(data);
    }
    if ((value = enter(data, top, "masthead"))) {
        data_read_masthead(data, value, doc);
        data_leave(data);
    }
    if ((value = enter(data, top, "body"))) {
        data_read_blocks(data, value, doc, DATA_WIDE);
        data_leave(data);
    } else {
        data_fail(data, top->at, "has no `body`, a list of blocks was wanted");
    }
}

struct node *read_data(struct arena *arena, const struct source *source, const struct yaml *top,
                       const char *style, struct diag *diag)
{
    struct data *data = ARENA_NEW(arena, struct data);
    *data = (struct data){.arena = arena, .source = source, .diag = diag};
    if (top->kind != YAML_MAPPING) {
        data_wanted(data, top, "a mapping");
        return NULL;
    }
    struct node *doc = doc_new(arena, NODE_DOC, top->at);
    doc->as.doc.source = source;
    data_check_keys(data, top, top_keys);
    read_version(data, top);
    doc->as.doc.language = read_language(data, top);
    read_kind(data, top, doc);
    read_organ(data, top, doc);
    enum language language = doc->as.doc.language;
    data->style = style_load(arena, style ? style : "un", language ? language : EN, diag);
    if (!data->style)
        return NULL;
    read_parts(data, top, doc);
    return data->errors || !language ? NULL : doc;
}
